"""The conversation about a typed text: the page sends it whole, Python reads it, prints it and keeps every line."""

from __future__ import annotations

import json
from typing import Any

import pytest

from claimlab.answers import Claim, Evidence, Finding, Indicator
from claimlab.problems import Problem
from claimlab.unread import Unread
from claimlab.widgets import typed_lines
from claimlab.widgets.typable import CARD
from tests.widgets.score_bench import ScoreBench
from tests.widgets.source_bench import GIVEN, SourceBench
from tests.widgets.verdict_bench import VerdictBench

TEXTS = {
    SourceBench: "Claim 2\nsource: S05, refutes\nnonsense, really",
    VerdictBench: "Claim 2\nsource: S05, refutes\nnonsense, really",
    ScoreBench: "Originality: weight 20\nA: for\nnonsense, really",
}
BENCHES = list(TEXTS)
UNDER = {SourceBench: "g02", VerdictBench: "g02", ScoreBench: "originality"}


def cards(bench: Any) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = bench.state()["_given"]["cards"]
    return found


def typed(bench: Any, text: str) -> dict[str, Any]:
    answer: dict[str, Any] = bench.ask("keep", cards=[*cards(bench), {"id": CARD, "text": text}])
    return answer


@pytest.mark.parametrize("kind", BENCHES)
def test_a_text_is_kept_and_comes_back_as_cards(kind: Any) -> None:
    bench = kind()
    answer = typed(bench, TEXTS[kind])
    *others, card = answer["cards"]
    assert answer["sentence"].endswith(" 1 line cannot be read yet.")
    assert others == json.loads(json.dumps(bench.widget.cards()))
    assert (card["id"], card["text"]) == (CARD, TEXTS[kind])
    assert [line for line, _, _ in card["complaints"]] == [3]
    assert bench.unread == (Unread(UNDER[kind], "nonsense, really"),)


def test_the_claims_of_a_text_are_those_of_the_same_work_by_pressing() -> None:
    by_text, by_press = SourceBench(), SourceBench()
    typed(by_text, "Claim 2\nsource: S05, refutes")
    pressed = [{**card, "evidence": [{"source": "S05", "stance": "refutes"}]} if card["id"] == "g02" else card
               for card in cards(by_press)]  # fmt: skip
    by_press.ask("keep", cards=pressed)
    assert by_text.kept == by_press.kept
    assert by_text.kept[-1][0] == (Claim("g02", restatement=GIVEN["g02"], evidence=(Evidence("S05", "refutes"),)),)


@pytest.mark.parametrize("kind", BENCHES)
def test_the_cards_are_printed_as_text_without_being_held(kind: Any) -> None:
    bench = kind()
    made = typed(bench, TEXTS[kind])["cards"]
    fresh = kind()
    card = {**made[-1], "text": None}
    answer = fresh.ask("print", cards=[*made[:-1], card])
    assert "? nonsense, really" in answer["text"]
    assert [words for _, words, _ in answer["complaints"]] == ["nonsense, really"]
    assert fresh.kept == []
    assert cards(fresh) == cards(kind())


@pytest.mark.parametrize("kind", BENCHES)
def test_unread_lines_come_with_the_work_and_go_when_they_are_mended(kind: Any) -> None:
    bench = kind(unread=(Unread(UNDER[kind], "nonsense, really"),))
    assert cards(bench)[-1]["unread"] == [[UNDER[kind], "nonsense, really"]]
    typed(bench, TEXTS[kind].replace("nonsense, really", ""))
    assert bench.unread == ()
    assert CARD not in [card["id"] for card in cards(bench)]


@pytest.mark.parametrize("kind", BENCHES)
def test_pressing_keeps_the_unread_lines(kind: Any) -> None:
    bench = kind(unread=(Unread("", "hello"),))
    bench.ask("keep", cards=cards(bench))
    assert bench.unread == (Unread("", "hello"),)


@pytest.mark.parametrize("kind", BENCHES)
def test_work_from_elsewhere_brings_its_unread_lines(kind: Any) -> None:
    bench = kind()
    bench.widget.replace((), {} if kind is ScoreBench else (), (Unread("", "hello"),))
    assert cards(bench)[-1]["unread"] == [["", "hello"]]


@pytest.mark.parametrize("card", [{"text": 7}, {"text": None, "unread": 3}, {"unread": [["", "x", "y"]]}])
@pytest.mark.parametrize("kind", BENCHES)
def test_a_card_that_makes_no_sense_is_refused_and_changes_nothing(kind: Any, card: dict[str, Any]) -> None:
    bench = kind()
    answer = bench.ask("keep", cards=[*cards(bench), {"id": CARD, **card}])
    assert (answer["type"], bench.kept) == ("refused", [])


@pytest.mark.parametrize("kind", BENCHES)
def test_a_text_that_is_far_too_long_is_refused_in_one_sentence(kind: Any) -> None:
    bench = kind()
    answer = typed(bench, "x" * (typed_lines.LONGEST + 1))
    assert answer["type"] == "refused"
    assert "shorten" in answer["sentence"]
    assert bench.kept == []


@pytest.mark.parametrize("kind", BENCHES)
def test_half_characters_cannot_get_onto_the_sheet(kind: Any) -> None:
    bench = kind()
    typed(bench, "\ud800 hello")
    assert bench.unread == (Unread("", "� hello"),)


@pytest.mark.parametrize("kind", BENCHES)
def test_a_problem_in_keeping_is_told(kind: Any) -> None:
    def full(*_ignored: object) -> str:
        raise Problem("The disk is full: free some space.")

    assert typed(kind(keep=full), TEXTS[kind])["sentence"] == "The disk is full: free some space."


def test_a_scorecard_typed_is_the_one_pressed() -> None:
    bench = ScoreBench()
    typed(bench, "Originality: weight 20\nA: for")
    assert bench.kept[-1] == ((Indicator("originality", 20, findings=(Finding("mask-1985", "for"),)),), {})
