"""What must hold for every sheet whatsoever."""

from __future__ import annotations

import random
import sys
from collections.abc import Callable

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimlab.answers import KINDS, Claim, Passage
from claimlab.marking import mark
from tests.marking.sheets import COARSE, FLUENT, LEARNER, OUTSIDE, REVERSED, SWAPPED, Row, key, own, sheet

GOOD = [*own(weighted=False), *FLUENT, *COARSE, *LEARNER]
ANY = [*GOOD, *SWAPPED, *REVERSED, *OUTSIDE]
rows = st.lists(st.sampled_from(ANY), max_size=12)
texts = st.text(max_size=300) | st.sampled_from([text for text, _ in ANY])
claims = st.builds(
    Claim,
    id=st.uuids().map(str),
    passages=st.lists(
        st.builds(Passage, start=st.integers(-5, 5000), end=st.integers(-5, 5000), exact=st.text(max_size=30)),
        max_size=3,
    ).map(tuple),
    restatement=texts,
    kind=st.sampled_from([None, *KINDS]),
)


def total(listed: list[Row]) -> float:
    return mark(sheet(listed), key()).total


@settings(max_examples=60)
@given(st.lists(claims, max_size=8))
def test_every_mark_is_in_range_and_says_so_twice(cards: list[Claim]) -> None:
    whole = sheet([], claims=tuple(cards))
    marks = mark(whole, key())
    assert all(0 <= criterion.points <= criterion.maximum for criterion in marks.criteria)
    assert mark(whole, key()) == marks


@settings(max_examples=40)
@given(rows, st.randoms(use_true_random=False))
def test_the_order_of_the_cards_does_not_matter(listed: list[Row], chance: random.Random) -> None:
    listed = list(dict(listed).items())
    shuffled = list(listed)
    chance.shuffle(shuffled)
    assert total(shuffled) == pytest.approx(total(listed), abs=0.02)


@settings(max_examples=40)
@given(rows, st.sampled_from(own()))
def test_a_right_card_never_lowers_coverage(listed: list[Row], right: Row) -> None:
    def covered(cards: list[Row]) -> float:
        from claimlab.marking.cards import prepare
        from claimlab.marking.claims import covered, share

        pile = prepare(sheet(cards), key())
        return share(pile.cards, covered(pile.cards, key()), key()).coverage

    assert covered([*listed, right]) >= covered(listed)


def curly(text: str) -> str:
    return text.replace("'", "’").replace('"', "”")


def spaced(text: str) -> str:
    return "  " + text.replace(" ", " \t ") + " "


def british(text: str) -> str:
    for here, there in (
        ("movie theater", "movie theatre"),
        ("honor", "honour"),
        ("color", "colour"),
        ("mom", "mum"),
        ("realize", "realise"),
    ):
        text = text.replace(here, there)
    return text


@pytest.mark.parametrize("change", [str.lower, str.upper, curly, spaced, british], ids=lambda change: change.__name__)
@pytest.mark.parametrize("listed", [FLUENT, COARSE, LEARNER, SWAPPED], ids=["fluent", "coarse", "learner", "swapped"])
def test_looks_do_not_change_what_is_covered(change: Callable[[str], str], listed: list[Row]) -> None:
    changed = [(change(text), kind) for text, kind in listed]
    assert mark(sheet(changed), key())["coverage"].points == pytest.approx(
        mark(sheet(listed), key())["coverage"].points, abs=0.01
    )


HOSTILE = {
    "one long word": "a" * 10_000,
    "brackets": "(" * 5_000 + "a+" * 2_500,
    "negations": "not " * 2_500,
    "names": "rusty rocky film not left out " * 300,
    "marks on marks": "\u0301" * 5_000 + "İ" * 5_000,
    "right to left": "\u202e" + "ﷺ" * 3_000 + "𝒳" * 2_000,
    "nothing visible": "\u200b\ufeff \u00a0" * 2_000,
    "lone surrogates": "\ud800" * 100,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_earns_nothing_and_breaks_nothing(name: str) -> None:
    whole = sheet([f"{HOSTILE[name]} {place}" for place in range(30)])
    assert mark(whole, key()).total <= 3


def test_work_grows_in_line_with_the_text() -> None:
    """Counted in calls, which do not depend on how busy the machine is."""
    counts = [_calls("rusty rocky film not left out lsd seven " * size) for size in (4, 8)]
    assert counts[1] <= 3 * counts[0]


def _calls(text: str) -> int:
    counted = 0

    def count(frame: object, event: str, argument: object) -> None:
        nonlocal counted
        counted += 1

    whole = sheet([text + f" {len(text)}"])
    sys.setprofile(count)
    try:
        mark(whole, key())
    finally:
        sys.setprofile(None)
    return counted


def test_a_sheet_is_not_changed_by_marking() -> None:
    whole = sheet(FLUENT)
    before = msgspec.json.encode(whole)
    mark(whole, key())
    assert msgspec.json.encode(whole) == before
