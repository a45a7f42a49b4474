"""A check form with a book of what it asked to keep and the line to its page."""

from __future__ import annotations

from typing import Any

from claimlab import check_forms, form_key
from claimlab.check_forms import Answer, Taken
from claimlab.widgets import form_report
from claimlab.widgets.check_form import FormPages
from tests.widgets.wire import Line


class FormBench(Line):
    """The pages of one form, everything they kept, and what came back."""

    def __init__(self, form: str = "c", taken: Taken | None = None) -> None:
        self.kept: list[Taken] = []
        self.form, self.key = check_forms.load(form), form_key.load(form)
        self.pages = FormPages(
            self.form,
            taken or Taken(),
            keep=self._keep,
            told=lambda made: form_report.told(self.form, self.key, made),
        )
        self.connect(self.pages)

    def ask(self, kind: str, **more: Any) -> dict[str, Any]:
        """Deliver one message and return the content of its answer; what may be told comes along as state."""
        sent = self.tell({"type": kind, "client": "page", "seq": 1, **more})
        (answer,) = [one["content"] for one in sent if one["method"] == "custom"]
        content: dict[str, Any] = answer
        return content

    def cards(self) -> list[dict[str, Any]]:
        """Return the cards as a page holds them now."""
        found: list[dict[str, Any]] = self.state()["_given"]["cards"]
        return found

    def _keep(self, taken: Taken) -> str:
        self.kept.append(taken)
        return "Saved."


def all_answered(form: str, value: int = 70) -> Taken:
    """Return work on *form* in which every statement got the same number and every task a few words."""
    asked = check_forms.load(form)
    return Taken(
        {item.id: Answer(value) for item in asked.items}, {task.id: "I would search for it." for task in asked.tasks}
    )
