"""Who reads a report, and how it speaks to them.

The same marks are read by a student after grading, by a learner whom no teacher
will ever look over the shoulder of, and by the teacher who has to decide. What is
true for one of them ("your teacher will look at it") is a lie to another.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from claimlab.marking.marks import Criterion, Line, State

Reader = Literal["student", "alone", "teacher"]
Shape = Literal["cards", "list", "judge"]
UNSURE = "The marker is not sure about this card."
STATES: dict[State, str] = {
    "unattempted": "not attempted",
    "unreadable": "could not be read",
    "wrong": "not there yet",
    "partly": "partly there",
    "right": "very good",
}
WAITING: dict[Reader, str] = {"student": "waits for your teacher", "alone": "", "teacher": "please judge"}
LOOKS: dict[Reader, tuple[str, str]] = {
    "student": ("Your teacher decides on these", "The marker is not sure about them."),
    "alone": ("Not sure about these", "Compare each with the passage once more."),
    "teacher": (
        "Please judge",
        "The marker is not sure. To decide, type the points into the score box of this cell.",
    ),
}


@dataclass(frozen=True)
class Group:
    """Lines that are shown under one title: those in *state*, with a card or (for gaps) without one."""

    state: State
    sign: str
    title: str
    note: str = ""
    shape: Shape = "cards"
    carded: bool | None = None

    def holds(self, line: Line) -> bool:
        """Return whether *line* belongs here."""
        return line.state == self.state and (self.carded is None or self.carded == bool(line.card))


def groups(reader: Reader) -> tuple[Group, ...]:
    """Return the groups of a report, in the order in which they are shown."""
    title, note = LOOKS[reader]
    return (
        Group("needs a look", "?", title, note, "judge"),
        Group("unreadable", "!", "These could not be read"),
        Group("wrong", "✗", "Not there yet"),
        Group("partly", "◐", "Partly there"),
        Group("repeated", "=", "Said twice"),
        Group("unattempted", "–", "Still to do", shape="list", carded=True),
        Group("unattempted", "–", "Not in your list yet", shape="list", carded=False),
        Group(
            "not asked for",
            "○",
            "True to the article, not on the list",
            "Nothing is wrong with them.",
            "list",
        ),
        Group("right", "✓", "Well done"),
    )


def verdict(criterion: Criterion, reader: Reader) -> str:
    """Return the state of *criterion* in a few words."""
    if criterion.state == "needs a look" and WAITING[reader]:
        return WAITING[reader]
    if criterion.points >= criterion.maximum:
        return "full marks"
    state = criterion.state
    if state == "needs a look":
        state = (
            "wrong" if criterion.points <= 0 else "right" if criterion.points >= 0.9 * criterion.maximum else "partly"
        )
    return STATES[state]
