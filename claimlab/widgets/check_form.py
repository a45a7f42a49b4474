"""The check form on the page: one statement at a time, nothing told before the end.

The browser has the statements and never the key. Only when Python holds a
finished form does it send what is so, and from then on the answers stand.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import msgspec
import traitlets

from claimlab import check_forms
from claimlab.check_forms import Answer, CheckForm, Taken
from claimlab.problems import Problem
from claimlab.widgets import form_words, scripts
from claimlab.widgets.answering import Working

SCRIPTS = ("elements", "work", "choice", "frame", "sitting", "statement", "task", "ending", "check_form")
STAND = "This form is finished, so its answers stay as they are."


class FormPages(Working):
    """Shows *form* page by page and hands every change to *keep*, which returns a sentence or raises Problem.

    ``told`` gives what may be said once the form is finished (see form_report.told); ``draft`` names the copy that the
    browser keeps of unsaved work.
    """

    _esm = scripts.joined(*SCRIPTS)
    _css = scripts.dressed("form", "marker", "check_form")
    _statements: traitlets.List[Any] = traitlets.List().tag(sync=True)
    _tasks: traitlets.List[Any] = traitlets.List().tag(sync=True)
    _told = traitlets.Dict().tag(sync=True)

    def __init__(
        self,
        form: CheckForm,
        taken: Taken,
        *,
        keep: Callable[[Taken], str],
        told: Callable[[Taken], dict[str, Any]],
        draft: str = "",
    ) -> None:
        self.form, self.taken = form, taken
        self._keep, self._tell = keep, told
        super().__init__(
            _statements=[{"id": item.id, "say": item.say} for item in form.items],
            _tasks=[{"id": task.id, "ask": task.ask, "text": task.text} for task in form.tasks],
            _told=told(taken) if taken.finished else {},
            _guidance=form_words.for_browser(),
            _heading=form.title,
            _draft=f"form-{form.form}:{draft}",
        )

    def cards(self) -> list[dict[str, Any]]:
        """Return one card a statement, one a task, and one that says whether the form is finished."""
        return cards_for_browser(self.form, self.taken)

    def _reply_keep(self, asked: dict[str, Any]) -> dict[str, Any]:
        made = from_browser(self.form, asked.get("cards"), self.taken)
        said = self._keep(made)
        self.taken = made
        if made.finished:
            self._told = self._tell(made)
        return {"type": "kept", "sentence": said}


def cards_for_browser(form: CheckForm, taken: Taken) -> list[dict[str, Any]]:
    """Return one card a statement, one a task, and one that says whether the form is finished."""
    answers = [taken.answers.get(item.id, Answer()) for item in form.items]
    statements = [
        {"id": item.id, "value": one.value, "unsure": one.unsure} for item, one in zip(form.items, answers, strict=True)
    ]
    tasks = [
        {"id": task.id, "words": taken.words.get(task.id, ""), "level": taken.levels.get(task.id)}
        for task in form.tasks
    ]
    return [*statements, *tasks, {"id": "end", "finished": bool(taken.finished)}]


def from_browser(form: CheckForm, cards: Any, before: Taken) -> Taken:
    """Return what the page's *cards* say. Raises Problem if they are none, or change what is finished."""
    if not isinstance(cards, list) or not all(isinstance(card, dict) for card in cards):
        raise Problem("The page sent something this notebook does not know: reload the page and run the cell again.")
    by_id = {str(card.get("id")): card for card in cards}
    fields = {
        "answers": {item.id: by_id.get(item.id) for item in form.items},
        "words": {task.id: by_id.get(task.id, {}).get("words") for task in form.tasks},
        "levels": {task.id: by_id.get(task.id, {}).get("level") for task in form.tasks},
    }
    made = check_forms.read(form, fields)
    if before.finished and (made.answers, made.words) != (before.answers, before.words):
        raise Problem(STAND)
    wants_to_end = by_id.get("end", {}).get("finished") is True
    finished = before.finished or (datetime.now(UTC).isoformat(timespec="seconds") if wants_to_end else "")
    return msgspec.structs.replace(made, finished=finished, levels=made.levels if finished else {})
