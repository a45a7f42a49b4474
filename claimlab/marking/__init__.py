"""Marking: a pure function of answer sheet and key, without clock, files, network or chance."""

from __future__ import annotations

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
    """Return the marks of *sheet* by the rules for this kind of *key*."""
    marks: Marks = import_module(MARKERS[key.schema]).mark(sheet, key)
    return marks
