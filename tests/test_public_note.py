"""The form of a public note: what can be said of it without judging what it says."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimlab.public_note import remarks

FACT = "The park bench was put up in May and charges two phones [1]. "
GOOD = FACT * 10 + "Whether it is warm at night could not be checked."
HOSTILE = "“" * 4000 + "[" * 4000 + "(S" * 2000


def test_a_good_note_is_told_so() -> None:
    [said] = remarks(GOOD)
    assert said.startswith("Length, opening, sources and tone are fine.")


@pytest.mark.parametrize(
    ("note", "said"),
    [
        (GOOD.replace(FACT, "", 5), "120 to 150 is the aim"),
        (FACT * 6 + GOOD, "What does a reader need least?"),
        ("The story is not true [1]. " + GOOD, "It opens with what is wrong"),
        (GOOD.replace(" [1]", "", 2), "2 sentences name no source, for instance “The park bench was put up in May"),
        (GOOD.replace(" [1]", "", 1), "One sentence names no source"),
        (FACT * 11, "does not say what is still unknown"),
        (GOOD.replace("park bench", "horrible bench", 1), "“horrible” tells readers what to feel"),
        (GOOD.replace("The park bench was", "The liars said it was", 1), "“liars” calls people names"),
    ],
)
def test_what_could_be_better_is_said(note: str, said: str) -> None:
    assert any(said in remark for remark in remarks(note)), remarks(note)


def test_a_source_may_stand_behind_the_full_stop() -> None:
    assert remarks(GOOD.replace(" [1].", ". [1]")) == remarks(GOOD)


@pytest.mark.parametrize(
    "claim",
    [
        "The story says that the money was taken from the library.",
        "It also says that hardly anybody uses the bench.",
        "The article then goes on to claim that it hums at night.",
        "Nobody can know yet if it will be gone by Christmas.",
    ],
)
def test_what_the_story_says_and_what_is_open_need_no_source(claim: str) -> None:
    assert not any("no source" in said for said in remarks(f"{GOOD} {claim}"))


def test_words_in_quotation_marks_are_evidence_and_not_tone() -> None:
    assert remarks(GOOD.replace("park bench", "“horrible” park bench", 1)) == remarks(GOOD)


def test_an_empty_box_is_left_in_peace() -> None:
    assert remarks("  \n") == ()


@given(st.text(max_size=400))
def test_whatever_is_written_has_an_answer(note: str) -> None:
    assert all(isinstance(said, str) and said for said in remarks(note))


def test_odd_input_is_read_to_its_end() -> None:
    assert remarks(HOSTILE)
