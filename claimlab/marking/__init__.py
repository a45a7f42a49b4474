"""Marking: a pure function of answer sheet and key, without clock, files, network or chance."""

from __future__ import annotations

from dataclasses import replace
from importlib import import_module

from claimlab.answers import Sheet
from claimlab.keys import AnyKey
from claimlab.marking.marks import Criterion, Line, Marks, State

__all__ = ["Criterion", "Line", "Marks", "State", "mark"]

MARKERS = {
    "claimlab/key/1": "claimlab.marking.claims",
    "claimlab/key-sources/1": "claimlab.marking.sources",
    "claimlab/key-verdicts/1": "claimlab.marking.verdicts",
    "claimlab/key-scorecard/1": "claimlab.marking.scorecard",
}


def mark(sheet: Sheet, key: AnyKey) -> Marks:
    """Return the marks of *sheet* by the rules for this kind of *key*. Never raises on a readable sheet."""
    marker = import_module(MARKERS[key.schema])
    empty = Sheet(key.article.id, key.article.sha256, key.assignment)
    own = (sheet.case, sheet.assignment) == (empty.case, empty.assignment)
    marks: Marks = marker.mark(sheet if own else empty, key)
    return marks if own else _foreign(sheet, marks, key)


def _foreign(sheet: Sheet, nothing: Marks, key: AnyKey) -> Marks:
    """No points for the sheet of another assignment, and one sentence that says why."""
    said = (
        f"This sheet belongs to {sheet.assignment[:40]!r} on {sheet.case[:40]!r}, not to {key.assignment!r} on "
        f"{key.article.id!r}: hand in the sheet of this assignment."
    )
    lines = (Line("", "unreadable", said),)
    return replace(
        nothing,
        criteria=tuple(
            Criterion(one.name, one.title, 0.0, one.maximum, "unreadable", lines, said) for one in nothing.criteria
        ),
    )
