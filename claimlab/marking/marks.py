"""What marking gives back: points with reasons.

A mark without a reason teaches nothing, so every criterion carries the lines of
feedback that explain each point, and each line quotes the card it speaks of.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

State = Literal[
    "unattempted", "unreadable", "wrong", "partly", "right", "needs a look", "not asked for", "repeated"
]  # the last two are states of a card, never of a criterion


ALMOST = 0.9  # of the maximum is "right": nobody should read "partly" for a slip


def state(points: float, maximum: float, *, begun: bool, doubtful: bool = False) -> State:
    """Return what *points* of *maximum* are called; *begun* is False where nothing was handed in for it."""
    if not begun:
        return "unattempted"
    if doubtful:
        return "needs a look"
    if points <= 0:
        return "wrong"
    return "right" if points >= ALMOST * maximum else "partly"


@dataclass(frozen=True)
class Line:
    """Feedback on one card, in four short parts.

    ``card`` is the claim's id (or "" for the whole sheet) and ``name`` what people call it, where that is not its
    place in the sheet; ``did`` quotes what the
    student wrote; ``article`` says what the article or source says; ``why`` says
    why it matters; ``next`` is the next move. ``article`` may hold words of the
    key, so it is shown only after release. Each part may open with a label, as in
    ``You wrote: “...”``, and hold several labelled lines.
    """

    card: str
    state: State
    did: str
    article: str = ""
    why: str = ""
    next: str = ""
    reference: str = ""
    name: str = ""


@dataclass(frozen=True)
class Share:
    """One thing the points depend on: what is counted, how much of it there is, and what is lost for the rest.

    ``name`` "One idea each", ``counted`` "15 of 16 cards hold one idea", ``loses`` points that the rest would bring.
    """

    name: str
    counted: str
    loses: float


@dataclass(frozen=True)
class Criterion:
    """One line of the rubric: points between 0 and maximum, a state, and the lines that explain it.

    ``form`` holds sentences that may be shown before the deadline: counts and form, nothing of the key.
    ``handed`` says in one sentence what was handed in; ``shares`` say in words how the points arise, and
    ``formula`` in figures.
    """

    name: str
    title: str
    points: float
    maximum: float
    state: State
    lines: tuple[Line, ...] = ()
    summary: str = ""
    form: tuple[str, ...] = ()
    shares: tuple[Share, ...] = ()
    formula: str = ""
    handed: str = ""


@dataclass(frozen=True)
class Marks:
    """The marks of one sheet."""

    assignment: str
    criteria: tuple[Criterion, ...]

    def __getitem__(self, name: str) -> Criterion:
        """Return the criterion called *name*; raises KeyError if the assignment has none such."""
        for criterion in self.criteria:
            if criterion.name == name:
                return criterion
        raise KeyError(name)

    @property
    def total(self) -> float:
        """Sum of the points of all criteria."""
        return sum(criterion.points for criterion in self.criteria)
