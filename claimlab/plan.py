"""What an assignment asks for, as far as the student may know it.

The same code serves every assignment and lesson; only this small table differs.
"""

from __future__ import annotations

from functools import lru_cache

import msgspec

from claimlab import places
from claimlab.problems import Problem


class Plan(msgspec.Struct, frozen=True):
    """One assignment: its case, how many claims to work on, the written questions by name, the claims given by id.

    ``step`` is the bench's method for the work itself, ``beside`` a second case that is used too, or "".
    Without ``points`` a check gives reasons and counts nothing. ``asks`` is what the
    source desk asks of a source beside its stance; a first lesson asks for less.
    """

    title: str
    case: str
    step: str = "mark_claims"
    beside: str = ""
    target: tuple[int, int] = (10, 18)
    notes: dict[str, str] = msgspec.field(default_factory=dict)
    given: dict[str, str] = msgspec.field(default_factory=dict)
    points: bool = True
    asks: tuple[str, ...] = ("origin", "letter")


@lru_cache(maxsize=1)
def plans() -> dict[str, Plan]:
    """Return every plan of the kit by assignment."""
    path = places.kit("datasets") / "plans.yaml"
    return msgspec.yaml.decode(path.read_bytes(), type=dict[str, Plan])


def find(assignment: str) -> Plan:
    """Return the plan of *assignment*; raises Problem, naming those that exist, if there is none."""
    known = plans()
    if assignment not in known:
        raise Problem(f"There is no assignment called {assignment!r}: choose one of {', '.join(sorted(known))}.")
    return known[assignment]
