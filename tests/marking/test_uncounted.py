"""Feedback in the lessons on verdicts and scorecards: reasons for everything, points for nothing."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from claimlab import case, keys, plan
from claimlab.answers import Claim, Evidence, Finding, Indicator, Passage, Search, Sheet
from claimlab.lab import blank
from claimlab.marking import report, uncounted

KEYS = Path(__file__).resolve().parents[2] / "lessons" / "keys"
VERDICTS, SCORES = (keys.load(KEYS / f"lesson-0{number}.yaml") for number in (6, 7))
MINUTES = (Evidence("S01", "supports", "The bell is stopped from Friday 28 April."),)


def judged(*claims: Claim) -> Sheet:
    return msgspec.structs.replace(blank("lesson-06"), claims=claims)


def scored(passage: str, direction: str = "for") -> Sheet:
    found = Finding("quiet-bell", direction, source="Q08", words=passage)
    return msgspec.structs.replace(blank("lesson-07"), indicators=(Indicator("fact-checked", findings=(found,)),))


def told(sheet: Sheet, key: keys.AnyKey) -> str:
    found = uncounted.criteria(sheet, key)
    page = "".join(report.html(criterion, sheet, released=True, reader="alone") for criterion in found)
    plain = "\n".join(report.plain(criterion, sheet, released=True, reader="alone") for criterion in found)
    for words in ("points</span>", " points.", "earns", "full marks"):
        assert words not in page
        assert words not in plain
    return plain


def test_a_verdict_that_fits_is_told_why() -> None:
    said = told(judged(Claim("g01", evidence=MINUTES, verdict="supported", confidence=90)), VERDICTS)
    assert "Well done (1)\n- Claim 1" in said
    assert "The people who decided it wrote it down the next day." in said
    assert "You gave a number to one claim about which the sources leave no doubt. It leaned the right way." in said


def test_a_near_verdict_is_told_what_is_near_and_not_what_it_costs() -> None:
    said = told(judged(Claim("g05", evidence=MINUTES, verdict="refuted", confidence=20)), VERDICTS)
    assert "Partly there (1)\n- Claim 5" in said
    assert "We would say: Conflicting evidence." in said
    assert "How sure you were" not in said


def test_a_number_meant_for_the_verdict_is_explained() -> None:
    said = told(judged(Claim("g03", evidence=MINUTES, verdict="refuted", confidence=90)), VERDICTS)
    assert "It did not lean the right way." in said
    assert "your number says the opposite" in said


@pytest.mark.parametrize("verdict", ["supported", "refuted"])
def test_the_middle_leans_no_way(verdict: str) -> None:
    claim = Claim("g01", evidence=MINUTES, verdict=verdict, confidence=50)  # type: ignore[arg-type]
    assert "It did not lean the right way." in told(judged(claim), VERDICTS)


def test_claims_without_a_verdict_are_only_named() -> None:
    said = told(judged(Claim("g01", evidence=MINUTES, verdict="supported", confidence=90)), VERDICTS)
    assert "Still to do (7)" in said
    assert "Conflicting" not in said


def test_any_words_of_a_card_that_show_it_will_do() -> None:
    for words in ("Not banned, but paused", "It read the minutes and asked the parish."):
        assert "These words do not show it" not in told(scored(words), SCORES)
    assert "These words do not show it" in told(scored("A group of fact-checkers"), SCORES)


def test_a_scorecard_is_told_about_its_sums_in_words() -> None:
    said = told(scored("Not banned, but paused"), SCORES)
    assert "Your weights and scores" in said
    assert "Article B is “Tolham Stops Church Bell While Swifts Nest”" in said


def card(quote: str, words: str, kind: str = "fact") -> Claim:
    at = case.load("library-cat").article.text.index(quote)
    return Claim(quote, (Passage(at, at + len(quote), quote),), words, kind)  # type: ignore[arg-type]


def test_cards_get_their_reasons_and_counts_and_no_sum() -> None:
    both = "A visitor with an allergy complained about Biscuit and the council tried to ban Biscuit."
    made = (
        card("the busiest in the county", "Brindle Bay Library is the busiest in the county."),
        card("He has lived at the library ever since", "He has lived at the library ever since."),
        card("After a visitor with an allergy complained", both),
        card("More than 400 people", "Fewer than 400 people signed a letter in defence of Biscuit."),
        card("sleeps on the desk", "Biscuit the cat sleeps on the desk by the window."),
        card("would have closed", "The library would have closed without Biscuit.", "implied"),
    )
    key = keys.load(KEYS / "lesson-02.yaml")
    said = told(msgspec.structs.replace(blank("lesson-02"), claims=made), key)
    assert "One idea each: 5 of 6 cards." in said
    assert "more key ideas are still open" in said
    assert "It bundles 2 ideas that could differ in truth." in said
    assert "It copies the article's words." in said
    assert "The kind fits in 4 of your 5 claims." in said
    assert said.count("He has lived at the library ever since.") == 1
    assert "half" not in said
    assert "counts twice" not in said


def test_sources_get_their_reasons_and_counts_and_no_sum() -> None:
    paper = Evidence("S03", "supports", "It gives the height as 6,400 metres.", "origin", letter="C")
    made = (
        Claim("g02", evidence=(paper, Evidence("S08", "supports", "lol", letter="A")), searches=(Search("height"),)),
        Claim("g04", evidence=(Evidence("S05", "refutes", "Three kids in hospital!!", "origin", letter="E"),)),
    )
    said = told(msgspec.structs.replace(blank("lesson-05"), claims=made), keys.load(KEYS / "lesson-05.yaml"))
    assert "Independent origins: 0 independent origins found; there are at least 2." in said
    assert "Quoted words: you read this page rightly, but it is no evidence itself." in said
    assert " of 3:" not in said
    assert "half" not in said


def test_a_card_about_something_else_is_not_called_a_copy() -> None:
    museum = Evidence(
        "S11", "supports", "A spring with the wrong number of turns lets a second can slip out.", "origin"
    )
    sheet = msgspec.structs.replace(blank("lesson-04"), claims=(Claim("g03", evidence=(museum,)),))
    said = told(sheet, keys.load(KEYS / "lesson-04.yaml"))
    assert "this card does not speak about the claim itself" in said
    assert "repeats this" not in said


@pytest.mark.parametrize("number", [2, 3, 4, 5])
def test_whoever_has_not_begun_is_not_shown_what_is_missing(number: int) -> None:
    sheet = msgspec.structs.replace(blank(f"lesson-0{number}"), responses={"a question": {"state": "right"}})
    assert uncounted.criteria(sheet, keys.load(KEYS / f"lesson-0{number}.yaml")) == ()


@pytest.mark.parametrize("number", [2, 3, 4, 5, 6, 7])
def test_no_lesson_counts_points(number: int) -> None:
    assert not plan.find(f"lesson-0{number}").points
