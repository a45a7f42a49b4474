"""The feedback speaks in phrases a student knows, and says a thing once."""

from __future__ import annotations

from collections import Counter

import pytest

from claimlab import keys
from claimlab.key import Key
from claimlab.marking import judging, mark, spoken
from claimlab.marking.marks import Line
from tests.marking.sheets import FLUENT, KEY, key, sheet

LESSONS = sorted((KEY.parents[2] / "lessons" / "keys").glob("*.yaml"))
CLAIM_KEYS = [found for path in (KEY, *LESSONS) if isinstance(found := keys.load(path), Key)]


def lines(*rows: str, criterion: str = "coverage") -> list[Line]:
    return [line for line in mark(sheet(rows), key())[criterion].lines if line.card]


@pytest.mark.parametrize("found", CLAIM_KEYS, ids=lambda found: found.assignment)
def test_every_slot_of_every_key_has_a_phrase(found: Key) -> None:
    names = {slot.name for claim in (*found.claims, *found.extras) for slot in (*claim.slots, *claim.details)}
    assert sorted(name for name in names if spoken.slot(name) == spoken.ALL_OF_IT) == []


@pytest.mark.parametrize("found", CLAIM_KEYS, ids=lambda found: found.assignment)
def test_every_claim_asked_for_says_why_it_matters(found: Key) -> None:
    assert [claim.id for claim in found.claims if claim.weight and not claim.text.why] == []


def test_a_missing_detail_is_named_in_a_phrase_and_asked_for() -> None:
    [line] = lines("Guilt tormented Rusty Dennis.")
    assert line.state == "partly"
    assert "What is missing: for how long." in line.why
    assert line.next == "Add for how long."


def test_a_hedge_is_told_to_say_it_as_surely() -> None:
    [line] = lines("Rocky Dennis maybe took LSD.")
    assert line.state == "partly"
    assert line.next == "Say it as surely as the article does."


def test_a_repeated_card_says_which_one_it_repeats() -> None:
    *_, twin = lines("Rocky Dennis took LSD.", "Rusty felt guilty all her life.", "Rocky Dennis really took LSD.")
    assert twin.state == "repeated"
    assert "claim 1" in twin.why


def test_what_is_true_but_not_asked_for_is_no_fault() -> None:
    aside = next(extra.text.claim for extra in key().extras if lines(extra.text.claim)[0].state == "not asked for")
    [line] = lines(aside)
    assert "neither earns nor costs" in line.why


@pytest.mark.parametrize("criterion", ["coverage", "kinds"])
def test_a_general_sentence_is_said_once(criterion: str) -> None:
    rows = [(claim.text.claim, "prediction") for claim in key().claims]
    said = Counter(line.why for line in mark(sheet(rows), key())[criterion].lines if line.why in spoken.WHY.values())
    assert said
    assert set(said.values()) == {1}


def test_kinds_quote_the_card_and_name_both_kinds() -> None:
    [line] = [line for line in mark(sheet([("Rocky Dennis took LSD.", "opinion")]), key())["kinds"].lines if line.card]
    assert line.did == "You wrote: “Rocky Dennis took LSD.”\nYou chose: opinion"
    assert line.article == "We would say: fact"


def test_shares_count_cards_and_say_what_the_rest_would_bring() -> None:
    criterion = mark(sheet([*FLUENT[:9], ("She was lonely.", "fact")]), key())["coverage"]
    shares = {share.name: share for share in criterion.shares}
    assert shares["Stands alone"].counted == "9 of 10 cards"
    assert shares["Stands alone"].loses > 0
    assert " of 18 key ideas" in shares["Coverage"].counted
    assert criterion.formula.endswith(f"= {criterion.points:.2f}")


def test_accepting_brings_more_than_refusing() -> None:
    doubtful = sheet([*FLUENT[:6], ("Rusty Dennis described the household with angels.", "fact")])
    asked = judging.questions(doubtful, key())
    now = mark(doubtful, key())["coverage"].points
    assert set(asked.cards) == {line.card for line in lines_of(doubtful) if line.state == "needs a look"}
    assert asked.cards
    for question in asked.cards.values():
        assert question.refused <= now <= question.accepted
        assert question.refused < question.accepted
        assert question.asks.endswith("?")


def lines_of(made: object) -> list[Line]:
    return list(mark(made, key())["coverage"].lines)  # type: ignore[arg-type]
