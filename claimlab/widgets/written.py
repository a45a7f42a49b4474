"""The step in which learners write sentences of their own: the question, the box, and remarks on a public note."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from claimlab.problems import Problem
from claimlab.showing import Shown, message

if TYPE_CHECKING:
    from claimlab.lab import Lab
    from claimlab.widgets.writing import WritingBox


def opened(lab: Lab, note: str, words: Sequence[int] = ()) -> WritingBox:
    """Return a box for the question called *note* in the plan, with what was written there before.

    With *words*, the least and the most to write, it is a public note: remarks on its form come while writing.
    Raises Problem, naming those that there are, if there is no such question.
    """
    from claimlab.widgets.writing import WritingBox

    def keep(text: str) -> str:
        return lab.keep(notes={**lab.sheet.notes, note: text})

    return WritingBox(_question(lab, note), lab.sheet.notes.get(note, ""), keep, remarks=_form(words))


def shown(lab: Lab, note: str) -> Shown:
    """Return what was written as an answer to the question called *note*. Raises Problem as opened does."""
    question = _question(lab, note)
    return message(lab.sheet.notes.get(note, "") or "No answer yet.", title=question)


def _question(lab: Lab, note: str) -> str:
    question = lab.plan.notes.get(note)
    if question is None:
        raise Problem(f"There is no question called {note!r}: choose one of {', '.join(lab.plan.notes)}.")
    return question


def _form(words: Sequence[int]) -> Callable[[str], Sequence[str]] | None:
    if not words:
        return None
    from claimlab import public_note

    least, most = words
    return lambda note: public_note.remarks(note, (least, most))
