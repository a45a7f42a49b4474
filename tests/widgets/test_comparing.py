"""Texts beside one another: nothing is marked before the guess, everything is named after it, and markup stays text."""

from __future__ import annotations

import pytest

from claimlab import case
from claimlab.case import Source
from claimlab.problems import Problem
from claimlab.widgets import comparing

PACK = case.load("two-for-one").sources
NASTY = "<img src=x onerror=alert(1)> & <b>four words in here</b>"


def source(name: str, words: str) -> Source:
    return Source(name, "A title", "", f"Paper <{name}>", "", "", "A summary.", words)


def test_nothing_is_marked_before_it_is_asked_for() -> None:
    box = comparing.box(comparing.chosen(PACK, ["S03", "S05"]))
    assert "underline" not in box.answer
    assert "in common" not in box.answer
    box.press()
    assert "A and B have 13 words in a row in common." in box.answer
    assert box.answer.count("underline;") == 2
    assert not box.more


def test_the_longest_run_is_named_first_and_no_run_is_said_too() -> None:
    said = comparing.page(comparing.chosen(PACK, ["S03", "S05", "S04"]), marked=True).plain
    assert said.index("A and B have 13") < said.index("B and C have 5")
    none = comparing.page(comparing.chosen(PACK, ["S01", "S02"]), marked=True).plain
    assert none.endswith("No two of them have 4 words in a row in common.")


def test_each_text_says_who_wrote_it_and_when() -> None:
    page = comparing.page(comparing.chosen(PACK, ["S01", "S06", "S11"]), marked=False).html
    assert "Lena Brandt, Diary of a singer · 4 May 2024" in page
    assert "</strong> · WonderFeed · 12 June 2024" in page
    assert "</strong> · Museum of Machines · 2 March 2019" in page
    undated = comparing.page([source("one", "a"), source("two", "b")], marked=False).html
    assert "no date" in undated


def test_markup_in_a_source_stays_text() -> None:
    page = comparing.page([source("one", NASTY), source("two", NASTY)], marked=True)
    assert "<img" not in page.html
    assert "<b>" not in page.html
    assert "Paper &lt;one&gt;" in page.html


@pytest.mark.parametrize("names", [[], ["S01"], ["S01", "S99"], ["S01"] * 9])
def test_what_cannot_be_compared_is_said_in_a_sentence(names: list[str]) -> None:
    with pytest.raises(Problem, match="choose from S01, S02"):
        comparing.chosen(PACK, names)
