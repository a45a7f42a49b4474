"""Feedback in the lessons on verdicts and scorecards: reasons for everything, points for nothing."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from claimlab import keys
from claimlab.answers import Claim, Evidence, Finding, Indicator, Sheet
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
