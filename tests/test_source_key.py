"""The key of a2: every entry can be traced, every passage stands on its card, and a broken key says what is wrong."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from claimlab import plan
from claimlab.problems import Problem
from claimlab.source_key import parse, sentences
from tests.marking.ledgers import KEY, key

ROWS = {
    int(row["number"]): row
    for row in csv.DictReader((KEY.parents[1] / "mask-1985-claims.csv").read_text(encoding="utf-8").splitlines())
}
TEACHER = {
    row["id"]: row
    for row in csv.DictReader((KEY.parents[1] / "mask-1985-sources.csv").read_text(encoding="utf-8").splitlines())
}
RAW = KEY.read_text(encoding="utf-8")


def test_it_speaks_of_every_given_claim_in_the_order_of_the_list() -> None:
    assert [(claim.id, claim.said) for claim in key().claims.values()] == list(plan.find("a2-sources").given.items())
    assert [claim.number for claim in key().claims.values()] == list(range(1, 13))


@pytest.mark.parametrize("name", key().claims)
def test_every_entry_rests_on_rows_of_the_claims_table(name: str) -> None:
    text = key().claims[name].text
    assert text.rows
    for number in text.rows:
        assert ROWS[number]["verdict"] == text.verdict
        known = {*text.sources, *text.aside, *key().text.article_pages}
        assert set(ROWS[number]["sources"].split()) <= known, f"row {number}"


@pytest.mark.parametrize("name", key().claims)
def test_only_what_is_not_settled_is_open(name: str) -> None:
    claim = key().claims[name]
    assert claim.open == (claim.text.verdict == "not-enough-evidence")


def test_verdicts_of_every_kind_that_can_be_checked_are_among_them() -> None:
    found = [claim.text.verdict for claim in key().claims.values()]
    assert {verdict: found.count(verdict) for verdict in set(found)} == {
        "refuted": 3, "supported": 4, "not-enough-evidence": 3, "conflicting-evidence": 2,
    }  # fmt: skip


def test_copies_are_those_of_the_source_list() -> None:
    """What the list of sources calls a copy is one here, directly or by way of another copy."""
    copies = key().text.copies
    for name, row in TEACHER.items():
        for origin in row["independent_of"].replace("(probable)", "").split():
            assert copies[name] == copies.get(origin, origin if origin not in key().text.article_pages else "rumour")


@pytest.mark.parametrize("name", key().claims)
def test_every_passage_stands_on_its_card(name: str) -> None:
    for listed in key().claims[name].sources.values():
        parts = [listed.source.title, *sentences(listed.source)]
        assert all(any(words in part for part in parts) for words in listed.passages)


def test_every_sentence_that_shows_it_can_be_picked_at_the_desk() -> None:
    from claimlab.marking.quoting import support

    for claim in key().claims.values():
        for listed in claim.sources.values():
            best = max(support(sentence, listed) for sentence in sentences(listed.source))
            assert best == listed.text.most, (claim.id, listed.source.id)


def test_the_article_is_never_among_the_sources() -> None:
    assert key().text.article_pages == ("S32",)
    assert not any("S32" in (*claim.text.sources, *claim.text.aside) for claim in key().claims.values())


def test_every_card_has_a_letter() -> None:
    assert set(key().text.letters) == set(key().cards)


BROKEN = {
    "another edition": ("article_sha256: 79a5", "article_sha256: 0000", "another edition of the article"),
    "an unknown card": ("S01: B, S02: BC", "S01: B, S99: B, S02: BC", "S99, which is no card of the pack"),
    "a letter": ("S01: B,", "S01: G,", "the letters of S01 must be some of A to F"),
    "words": ("calls the family home a biker hangout", "calls the family home a castle", "words that are not on S01"),
    "a copy of nothing": ("S06: S05", "S06: nobody", "a copy must come from a card"),
    "a claim": ("- id: g03", "- id: g33", "its claims are not those that the plan gives"),
    "too many origins": (
        "verdict: refuted\n    need: 2",
        "verdict: refuted\n    need: 30",
        "origins where 30 are needed",
    ),
    "points": ("S04: {stance: refutes, origin: 2", "S04: {stance: refutes, origin: 4", "0 to 3 points for the origin"),
    "a stance": ("stance: refutes, origin: 3", "stance: denies, origin: 3", "cannot be read"),
    "six": ("choose: 6", "choose: 13", "choose must be from 1"),
    "twice": ("aside: [S02, S06", "aside: [S01, S06", "lists S01 twice"),
    "schema": ("claimlab/key-sources/1", "claimlab/key-sources/9", "has schema 'claimlab/key-sources/9'"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_key_says_in_one_sentence_what_is_wrong(name: str) -> None:
    old, new, said = BROKEN[name]
    assert old in RAW
    with pytest.raises(Problem, match=said) as raised:
        parse(RAW.replace(old, new, 1).encode())
    assert str(raised.value).endswith(".")
    assert "\n" not in str(raised.value)


def test_a_claim_that_cannot_earn_all_its_points_is_refused() -> None:
    with pytest.raises(Problem, match="no card that counts as the earliest"):
        parse(RAW.replace("S18: {stance: refutes, origin: 3", "S18: {stance: refutes, origin: 2").encode())


def test_the_key_lies_with_the_teacher() -> None:
    root = Path(__file__).resolve().parents[1]
    assert [path.relative_to(root).parts[0] for path in root.glob("*/a2-sources/key.yaml")] == ["solutions"]
