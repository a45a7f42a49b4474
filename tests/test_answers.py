"""Reading and writing answer sheets."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimlab import answers
from claimlab.answers import Claim, Finding, Indicator, Passage, Sheet
from claimlab.problems import Problem

CARDS = st.builds(
    Claim,
    id=st.text(min_size=1, max_size=8),
    passages=st.lists(st.builds(Passage, st.integers(0, 99), st.integers(0, 99), st.text()), max_size=2).map(tuple),
    restatement=st.text(),
    kind=st.sampled_from([None, *answers.KINDS]),
    priority=st.integers(0, 3),
)
WORDS = st.text(max_size=8)
PASSAGES = st.builds(Passage, st.integers(0, 99), st.integers(0, 99), st.text())
FINDINGS = st.builds(Finding, WORDS, WORDS, st.none() | PASSAGES, WORDS, WORDS, WORDS)
INDICATORS = st.builds(Indicator, WORDS, st.integers(0, 100), WORDS, WORDS, st.lists(FINDINGS, max_size=2).map(tuple))
SHEETS = st.builds(
    Sheet,
    case=st.text(),
    article_sha256=st.text(),
    assignment=st.text(),
    claims=st.lists(CARDS, max_size=4, unique_by=lambda claim: claim.id).map(tuple),
    indicators=st.lists(INDICATORS, max_size=3, unique_by=lambda indicator: indicator.id).map(tuple),
    notes=st.dictionaries(st.text(), st.text(), max_size=2),
)


def sheet_document(**changed: Any) -> dict[str, Any]:
    return {
        "schema": answers.SCHEMA,
        "case": "mask-1985",
        "article_sha256": "0" * 64,
        "assignment": "a1-claims",
        "claims": [{"id": "k1", "restatement": "Cher played Rusty."}],
        **changed,
    }


@given(SHEETS)
def test_a_sheet_comes_back_as_it_was_written(sheet: Sheet) -> None:
    assert answers.read(answers.write(sheet)) == sheet
    assert answers.from_document(answers.document(sheet)) == sheet


def test_a_broken_card_is_kept_and_does_not_take_the_others_with_it() -> None:
    broken = {"id": "k2", "restatement": 7}
    sheet = answers.from_document(sheet_document(claims=[{"id": "k1"}, broken, "junk"]))
    assert [claim.id for claim in sheet.claims] == ["k1"]
    assert sheet.damaged == (broken, "junk")
    assert answers.read(answers.write(sheet)).damaged == (broken, "junk")


def test_the_second_card_with_the_same_id_is_kept_as_damaged() -> None:
    sheet = answers.from_document(sheet_document(claims=[{"id": "k1"}, {"id": "k1", "restatement": "Another."}]))
    assert (len(sheet.claims), len(sheet.damaged)) == (1, 1)


def test_fields_from_a_later_kit_are_ignored() -> None:
    assert answers.from_document(sheet_document(colour="blue")).case == "mask-1985"


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"", "not valid JSON"),
        (b"\xff\xfe", "not valid JSON"),
        (b'{"schema": "claimlab/answers/1", "cla', "not valid JSON"),
        (b"[1, 2]", "names no schema"),
        (b'{"schema": "claimlab/answers/9"}', "update claimlab"),
        (json.dumps(sheet_document(notes=3)).encode(), "expected shape"),
        (b"[" * 100_000, "not valid JSON"),
        (b" " * (answers.LARGEST + 1), "far too large"),
    ],
)
def test_what_cannot_be_read_is_one_sentence(raw: bytes, said: str) -> None:
    with pytest.raises(Problem, match=said) as caught:
        answers.read(raw)
    assert "\n" not in str(caught.value)


@given(SHEETS, st.integers(1, 99))
def test_the_fingerprint_follows_the_content_and_nothing_else(sheet: Sheet, revision: int) -> None:
    document = {**answers.document(sheet), "revision": revision, "saved_at": "2026-01-01T00:00:00Z"}
    assert answers.fingerprint(answers.from_document(document)) == answers.fingerprint(sheet)
    other = answers.from_document({**document, "notes": {"new": "words"}})
    assert answers.fingerprint(other) != answers.fingerprint(sheet)


def test_a_broken_indicator_is_kept_and_does_not_take_the_others_with_it() -> None:
    broken = {"id": "tone", "weight": "much"}
    sheet = answers.from_document(sheet_document(indicators=[{"id": "originality", "weight": 40}, broken, 3]))
    assert [(indicator.id, indicator.weight) for indicator in sheet.indicators] == [("originality", 40)]
    assert sheet.damaged == (broken, 3)
    assert answers.read(answers.write(sheet)) == sheet
