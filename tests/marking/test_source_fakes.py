"""Source ledgers made without looking, what must hold for every ledger, and hostile ones."""

from __future__ import annotations

import random
import sys

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimlab.answers import Claim, Evidence, OwnSource, Search
from claimlab.marking import mark
from tests.marking.ledgers import SETTLED, claim, everything, ideal, key, marks, points, sheet, whole

STANCES = ("supports", "partly supports", "refutes", "irrelevant", "", "nonsense")
ALL = 60


def best_six(claims: list[Claim]) -> float:
    """The most that any six of *claims* could earn."""
    return sum(sorted((marks(one).total for one in claims), reverse=True)[:6])


def test_an_empty_sheet_earns_nothing() -> None:
    assert marks().total == 0
    assert {part.state for part in marks().criteria} == {"unattempted"}


@pytest.mark.parametrize("stance", STANCES)
@pytest.mark.parametrize("words", ["summary", "quote", ""])
@pytest.mark.parametrize("group", ["", "o1"])
def test_everything_attached_to_everything_stays_far_below_half(stance: str, words: str, group: str) -> None:
    assert best_six(everything(stance, "C", words=words, group=group)) <= 0.35 * ALL


@pytest.mark.parametrize("letter", "ABCDEF")
@pytest.mark.parametrize("origin", ["S04", "S09", "S18", "S41"])
def test_no_letter_and_no_page_for_all_helps(letter: str, origin: str) -> None:
    assert best_six(everything("supports", letter, origin=origin)) <= 0.35 * ALL


def test_one_card_for_everything_earns_little() -> None:
    for card in key().cards.values():
        cited = Evidence(card.id, "supports", card.short_quote or card.summary, "origin", "", "B")
        assert sum(points(*(claim(name, cited) for name in SETTLED))) <= 0.35 * ALL


def test_the_first_result_of_a_search_earns_little_without_reading() -> None:
    from claimlab.search import Finder

    finder = Finder(key().case.sources)
    made = []
    for name in SETTLED:
        top = finder.find(key().claims[name].said).found[0].source
        made.append(claim(name, Evidence(top.id, "supports", top.summary, "origin", "", "C")))
    assert sum(points(*made)) <= 0.35 * ALL


def test_searches_alone_earn_no_more_than_searches_can() -> None:
    wide = Search(" ".join(word for name in SETTLED for word in sorted(key().claims[name].fitting)), 0, True)
    assert sum(points(*(claim(name, searches=(wide,)) for name in SETTLED))) <= 6


def test_swapped_stances_lose_what_rests_on_them() -> None:
    other = {"supports": "refutes", "refutes": "supports", "partly supports": "irrelevant", "irrelevant": "supports"}

    def turned(whole_claim: Claim) -> Claim:
        evidence = tuple(msgspec.structs.replace(one, stance=other[one.stance]) for one in whole_claim.evidence)
        return msgspec.structs.replace(whole_claim, evidence=evidence)

    names = ("g01", "g03", "g04", "g06", "g08", "g10")
    assert points(*map(turned, whole(*names)))[1] <= 2


# What must hold for every sheet

texts = st.text(max_size=60) | st.sampled_from(["drugs", "her taste for drugs and bikers", "Rusty"])
evidences = st.builds(
    Evidence,
    source=st.sampled_from([*key().cards, "own-1", "own-9", "S99"]),
    stance=st.sampled_from(STANCES),
    words=texts,
    role=st.sampled_from(["", "origin"]),
    group=st.sampled_from(["", "o1", "o2"]),
    letter=st.sampled_from(["", *"ABCDEFG"]),
)
searches = st.builds(Search, query=texts, found=st.integers(0, 99), against=st.booleans())
claims = st.builds(
    Claim,
    id=st.sampled_from([*key().claims, "k1"]),
    restatement=texts,
    evidence=st.lists(evidences, max_size=8, unique_by=lambda one: one.source).map(tuple),
    searches=st.lists(searches, max_size=4).map(tuple),
)
sheets = st.lists(claims, max_size=8, unique_by=lambda one: one.id)
OWN = (OwnSource("own-1", "https://example.org/x", "Mine"),)


@settings(max_examples=60)
@given(sheets)
def test_every_mark_is_in_range_and_says_so_twice(made: list[Claim]) -> None:
    found = marks(*made, own=OWN)
    assert all(0 <= part.points <= part.maximum for part in found.criteria)
    assert marks(*made, own=OWN) == found


@settings(max_examples=40)
@given(st.lists(claims, max_size=6, unique_by=lambda one: one.id), st.randoms(use_true_random=False))
def test_the_order_of_claims_cards_and_searches_does_not_matter(made: list[Claim], chance: random.Random) -> None:
    shuffled = [
        msgspec.structs.replace(
            one,
            evidence=tuple(chance.sample(one.evidence, len(one.evidence))),
            searches=tuple(chance.sample(one.searches, len(one.searches))),
        )
        for one in chance.sample(made, len(made))
    ]
    assert points(*shuffled, own=OWN) == pytest.approx(points(*made, own=OWN))


@settings(max_examples=40)
@given(st.sampled_from(list(key().claims)), st.data())
def test_one_more_right_letter_never_costs(name: str, data: st.DataObject) -> None:
    full = ideal(key().claims[name])
    if not full.evidence:
        return
    at = data.draw(st.integers(0, len(full.evidence) - 1))
    off = msgspec.structs.replace(full.evidence[at], letter="")
    without = msgspec.structs.replace(full, evidence=(*full.evidence[:at], off, *full.evidence[at + 1 :]))
    assert points(without)[2] < points(full)[2]
    assert points(without)[:2] == points(full)[:2]


def test_a_sheet_is_not_changed_by_marking() -> None:
    made = sheet(*whole(*SETTLED))
    before = msgspec.json.encode(made)
    mark(made, key())
    assert msgspec.json.encode(made) == before


HOSTILE = {
    "one long word": "a" * 20_000,
    "markup": "<script>alert(1)</script>" * 200,
    "marks on marks": "\u0301" * 5_000,
    "nothing visible": "\u200b\ufeff \u00a0" * 2_000,
    "lone surrogates": "\ud800" * 100,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_earns_nothing_and_breaks_nothing(name: str) -> None:
    text = HOSTILE[name]
    cards = tuple(Evidence(f"{text}{n}", text, text, text, text, text) for n in range(5))
    mine = tuple(
        claim(g, *cards, Evidence("S01", "supports", text), searches=(Search(text, 1, True),)) for g in key().claims
    )
    found = mark(sheet(*mine), key())
    assert found["support"].points == found["care"].points == 0


def test_work_grows_in_line_with_the_sheet() -> None:
    """Counted in calls, which do not depend on how busy the machine is."""
    counts = [_calls(size) for size in (100, 200, 2_000)]
    assert counts[1] <= 3 * counts[0]
    assert counts[2] <= 12 * counts[1]


def _calls(size: int) -> int:
    counted = 0

    def count(frame: object, event: str, argument: object) -> None:
        nonlocal counted
        counted += 1

    cards = tuple(Evidence(f"X{n}", "supports", f"word {n} {size}", "origin") for n in range(size))
    made = sheet(claim("g03", *cards, searches=tuple(Search(f"drugs {n} {size}") for n in range(size))))
    sys.setprofile(count)
    try:
        mark(made, key())
    finally:
        sys.setprofile(None)
    return counted
