"""Marking: a pure function of answer sheet and key, without clock, files, network or chance."""

from claimlab.marking.claims import mark
from claimlab.marking.marks import Criterion, Line, Marks, State

__all__ = ["Criterion", "Line", "Marks", "State", "mark"]
