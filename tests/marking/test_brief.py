"""Feedback on the very first card: short, kind, without points, and firm about a wrong number."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec
import pytest

from claimlab import keys
from claimlab.answers import Claim, Kind
from claimlab.lab import blank
from claimlab.marking.brief import EMPTY, in_brief

KEY = keys.load(Path(__file__).resolve().parents[2] / "lessons" / "keys" / "lesson-00.yaml")
FIRST = "A driver on bus 14 gave back 31 lost umbrellas on Monday."
GOOD = (
    "Marta Lind, the driver of bus 14, returned 31 lost umbrellas to their owners on Monday.",
    "On Monday Marta Lind gave back 31 umbrellas that people had lost on bus 14.",
    "31 umbrellas were returned on Monday by the driver of bus 14.",
    "Marta Lind of bus 14 handed back thirty-one lost umbrellas in a single day.",
    "Marta Lind knows all passengers of bus 14 by name.",
    "Marta Lind had stored lost umbrellas under her seat since spring.",
)


def told(*cards: str, kind: Kind | None = "fact") -> tuple[str, ...]:
    claims = tuple(Claim(f"k{number}", (), words, kind, 2) for number, words in enumerate(cards))
    return in_brief(msgspec.structs.replace(blank("lesson-00"), claims=claims), KEY)


@pytest.mark.parametrize("words", GOOD)
def test_a_good_card_is_praised_with_a_reason(words: str) -> None:
    (said,) = told(words)
    assert said.startswith("Claim 1. ✓ Well done.")
    assert len(said.split()) > 10


@pytest.mark.parametrize(
    ("words", "fault"),
    [
        ("Marta Lind gave back 13 umbrellas on Monday.", "“13” is not in the article"),
        ("Marta Lind gave back umbrellas on Monday.", "the number"),
        ("Marta Lind gave back 31 umbrellas on Tuesday.", "Tuesday"),
        ("She gave back 31 umbrellas on Monday.", "Who is “she”?"),
        (FIRST, "Say it in yours"),
        ("Buses are fun.", "named"),
    ],
)
def test_what_is_off_is_named_and_never_praised(words: str, fault: str) -> None:
    (said,) = told(words)
    assert fault in said
    assert "Well done" not in said


def test_an_empty_sheet_an_empty_card_and_a_missing_kind_have_their_sentence() -> None:
    assert told() == (EMPTY,)
    assert "write on the card" in told("  ")[0]
    assert "Choose its kind" in told(GOOD[0], kind=None)[0]


def test_nothing_is_counted_and_each_card_has_its_line() -> None:
    said = told(*GOOD, "Buses are fun.", FIRST)
    assert [line.split(".")[0] for line in said] == [f"Claim {number}" for number in range(1, len(GOOD) + 3)]
    assert not re.search(r"\bpoints?\b|\bearns?\b", " ".join(said))
