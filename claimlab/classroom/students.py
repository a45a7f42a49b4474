"""Simulated students: a class to try a course with before real students come.

They are made up from the key, which only a teacher has. Each has a general
ability and, for each kind of work, a knack of its own, as people do. The same seed always
gives the same class, so a student called simulated-07 is the same person in every assignment.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from random import Random
from typing import Literal

import msgspec

from claimlab.answers import Sheet
from claimlab.keys import AnyKey

HandIn = Literal["notebook and sheet", "notebook alone", "cleared notebook and sheet", "typed"]
ROUTES: tuple[HandIn, ...] = ("notebook and sheet", "notebook alone", "cleared notebook and sheet", "typed")
MAKERS = {
    "claimlab/key/1": "claimlab.classroom.simulated_claims",
    "claimlab/key-sources/1": "claimlab.classroom.simulated_sources",
    "claimlab/key-verdicts/1": "claimlab.classroom.simulated_verdicts",
    "claimlab/key-scorecard/1": "claimlab.classroom.simulated_scorecards",
}
SAVED_AT = "2026-01-01T12:00:00.000Z"
LEAST, MOST = 0.1, 0.95
KNACK = 0.1  # standard deviation of what a student can do better or worse in one kind of work


@dataclass(frozen=True)
class Student:
    """A simulated student: a name, an ability between 0 and 1 for this work, the work, and how it is handed in."""

    name: str
    ability: float
    sheet: Sheet
    route: HandIn


def simulate(count: int, key: AnyKey, seed: int = 1985) -> list[Student]:
    """Return *count* simulated students of evenly spread ability, in no particular order of it."""
    abilities = [LEAST + (MOST - LEAST) * n / max(1, count - 1) for n in range(count)]
    Random(seed).shuffle(abilities)
    return [_student(number, ability, key, seed) for number, ability in enumerate(abilities, 1)]


def _student(number: int, general: float, key: AnyKey, seed: int) -> Student:
    luck = Random(f"{seed}-{number}-{key.assignment}")
    ability = round(min(max(general + luck.gauss(0, KNACK), LEAST), MOST), 2)
    route = ROUTES[(number - 1) % len(ROUTES)]
    sheet: Sheet = import_module(MAKERS[key.schema]).answer(ability, key, luck)
    if route == "typed":
        claims = tuple(msgspec.structs.replace(claim, passages=()) for claim in sheet.claims)
        sheet = msgspec.structs.replace(sheet, claims=claims)
    sheet = msgspec.structs.replace(sheet, revision=1, saved_at=SAVED_AT)
    return Student(f"simulated-{number:02d}", ability, sheet, route)
