"""The slot language: what each sign in a wording means."""

from __future__ import annotations

import pytest

from claimlab.filed import Index
from claimlab.finding import Finder, fill
from claimlab.slots import Spelling, compile_wordings
from claimlab.wording import read

GROUPS = {
    "rusty": compile_wordings("rusty | mother | she"),
    "rocky": compile_wordings("rocky | son | he"),
    "omit": compile_wordings("leave out | not show"),
}
PEOPLE = ("rusty", "rocky")


def state(wording: str, sentence: str, neutral: bool = False) -> str:
    finder = Finder(read(sentence), Index(GROUPS), PEOPLE)
    return fill(compile_wordings(wording), finder, neutral).state


@pytest.mark.parametrize(
    ("wording", "sentence"),
    [
        ("lived | died", "Rocky dies"),
        ("left out", "They left it all out"),
        ("left ... screen", "Much was left by them off the wide screen"),
        ("disfigur*", "It was disfigurement"),
        ("16", "He was sixteen"),
        ("(left|cut) out", "They cut it out"),
        ("(left out|cut)", "They cut it"),
        ("$rocky", "His son came"),
        ("lonely & $rocky", "Lonely was what Rocky felt"),
        ("not there", "She was never there"),
        ("no friend", "He had no friends"),
        ("$omit", "The film does not show it"),
        ("$rocky > took lsd", "Rusty said that Rocky took LSD"),
        ("$rocky > lsd", "LSD was taken by Rocky"),
        ("$rusty > not there", "The mother of Rocky was not there"),
        ("$rocky > lsd", "Rocky, according to Rusty, took LSD"),
        ("box-office", "a box office success"),
    ],
)
def test_a_wording_is_found(wording: str, sentence: str) -> None:
    assert state(wording, sentence) == "filled"


@pytest.mark.parametrize(
    ("wording", "sentence"),
    [
        ("left out", "They left it all far behind and out"),
        ("left ... screen", "They left. It was on screen"),
        ("16", "He was 61"),
        ("box-office", "a box in the office"),
        ("lonely & $rocky", "Lonely was what Bob felt"),
    ],
)
def test_a_wording_is_not_found(wording: str, sentence: str) -> None:
    assert state(wording, sentence) == "missing"


@pytest.mark.parametrize(
    ("wording", "sentence"),
    [
        ("lonely", "He was not lonely"),
        ("not there", "She was there"),
        ("$omit", "They did not leave it out"),
    ],
)
def test_the_opposite_is_told_from_the_missing(wording: str, sentence: str) -> None:
    assert state(wording, sentence) == "flipped"


def test_somebody_else_is_told_from_nobody() -> None:
    assert state("$rocky > took lsd", "Rusty took LSD") == "other"
    assert state("$rocky > took lsd", "Somebody took LSD") == "missing"


def test_a_neutral_slot_does_not_mind_a_negation() -> None:
    assert state("lonely", "He was not lonely", neutral=True) == "filled"


@pytest.mark.parametrize(
    "wording", ["", "a | ", "(a|b", "a) b", "... a", "a ...", "x > y", "left out > take", "*", "a && b", "$"]
)
def test_a_wording_that_breaks_the_rules_is_refused(wording: str) -> None:
    with pytest.raises(Spelling):
        compile_wordings(wording)
