"""The steps of the bench that are for the learner's own insight: check forms, their reports, and progress.

None of them is ever graded, and nothing of them leaves the learner's folder.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from claimlab import answers, check_forms
from claimlab.answers import Sheet
from claimlab.check_forms import CheckForm, Taken
from claimlab.safekeeping import Keeper
from claimlab.showing import Living, Shown, message

WAITS = "Your report appears here when you have finished the form above."


class SelfInsight:
    """What a bench offers besides the work on claims; it keeps everything in the lesson's own answer sheet."""

    sheet: Sheet
    draft: str
    keep: Callable[..., str]
    _keeper: Keeper | None
    _living: dict[str, Living]
    _show: Callable[[object, str, Callable[[], dict[str, Any]]], None]

    def take_form(self, form: str) -> Shown | None:
        """Show check form *form* ("a", "b" or "c"); its answers are kept and nothing is told before it is finished.

        Raises Problem if there is no such form.
        """
        asked = check_forms.load(form)
        if self._keeper is None:
            return _seen(asked, self.sheet)
        from claimlab.widgets.check_form import FormPages

        def keep(taken: Taken) -> str:
            name = check_forms.place(form)
            made = check_forms.document(taken, self.sheet.responses.get(name))
            return self.keep(responses={**self.sheet.responses, name: made})

        pages = FormPages(asked, _taken(asked, self.sheet), keep=keep, told=_teller(asked), draft=self.draft)
        self._show(pages, f"form {form}", lambda: self._form_carried(asked))
        return None

    def form_report(self, form: str) -> Shown | None:
        """Show what a finished form says about its owner, in plain words; before that, when it will be shown."""
        asked = check_forms.load(form)
        if self._keeper is None:
            return _reported(asked, self.sheet)
        self._living[f"report {form}"] = Living(lambda: {**_reported(asked, self.sheet)._repr_mimebundle_()})
        return None

    def progress(self) -> Any:
        """Show the lessons done, the attempts and how sureness and being right went together, lesson by lesson.

        Reads the answer sheets beside the notebook; compares with nobody.
        """
        from claimlab.widgets import own_progress

        folder = None if self._keeper is None else self._keeper.path.parent
        return own_progress.seen(self.sheet) if folder is None else own_progress.box(folder)

    def _form_carried(self, asked: CheckForm) -> dict[str, Any]:
        seen = _seen(asked, self.sheet)
        return {"text/html": seen.html, "text/plain": seen.plain, answers.MIME: answers.document(self.sheet)}


def _taken(asked: CheckForm, sheet: Sheet) -> Taken:
    return check_forms.read(asked, sheet.responses.get(check_forms.place(asked.form)))


def _seen(asked: CheckForm, sheet: Sheet) -> Shown:
    from claimlab.widgets import form_twin

    return form_twin.sheet(asked, _taken(asked, sheet))


def _teller(asked: CheckForm) -> Callable[[Taken], dict[str, Any]]:
    def tell(taken: Taken) -> dict[str, Any]:
        from claimlab import form_key
        from claimlab.widgets import form_report

        return form_report.told(asked, form_key.load(asked.form), taken)

    return tell


def _reported(asked: CheckForm, sheet: Sheet) -> Shown:
    taken = _taken(asked, sheet)
    if not taken.finished:
        return message(WAITS, title=asked.title)
    from claimlab import form_key
    from claimlab.widgets import form_report

    return form_report.report(asked, form_key.load(asked.form), taken)
