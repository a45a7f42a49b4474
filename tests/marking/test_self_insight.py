"""What a finished form tells its owner: two counts side by side, the lean, and nothing that sounds like a mark."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimlab import check_forms, form_key
from claimlab.check_forms import Answer, Taken
from claimlab.marking import self_insight
from claimlab.widgets import form_report

FORM, KEY = check_forms.load("a"), form_key.load("a")
TRUE = [item.id for item in KEY.items if item.accurate]
FALSE = [item.id for item in KEY.items if not item.accurate]


def taken(trusted: int, caught: int) -> Taken:
    """A form on which so many of ten true ones were trusted and so many of ten false ones caught."""
    said = {name: Answer(80 if n < trusted else 20) for n, name in enumerate(TRUE)}
    said |= {name: Answer(20 if n < caught else 80) for n, name in enumerate(FALSE)}
    return Taken(said, {}, {}, "2026-09-01T08:00:00+00:00")


def test_the_plain_words_of_seven_and_eight() -> None:
    assert self_insight.counts(self_insight.look(KEY, taken(7, 8))) == (
        "True ones you trusted: 7 of 10.",
        "False ones you caught: 8 of 10.",
        "Lean: cautious by 1.",
    )


@pytest.mark.parametrize(
    ("trusted", "caught", "lean"),
    [(10, 0, "trusting by 10"), (0, 10, "cautious by 10"), (6, 6, "even"), (9, 7, "trusting by 2")],
)
def test_the_lean_says_which_way_the_slips_go(trusted: int, caught: int, lean: str) -> None:
    assert self_insight.counts(self_insight.look(KEY, taken(trusted, caught)))[2] == f"Lean: {lean}."


def test_looking_up_and_open_answers_are_told_apart_and_count_neither_way() -> None:
    made = taken(7, 8)
    answers = {**made.answers, TRUE[9]: Answer(unsure=True), FALSE[0]: Answer(50)}
    del answers[FALSE[1]]
    insight = self_insight.look(KEY, Taken(answers))
    told = " ".join(self_insight.explained(insight))
    assert (insight.unsure, insight.open, insight.measures.middle) == (1, 1, 1)
    for words in ("In the middle, at 50: 1.", "You would look up: 1.", "Left open: 1."):
        assert words in told


def test_an_empty_form_says_kindly_that_it_says_little() -> None:
    shown = form_report.report(FORM, KEY, Taken({}, {}, {}, "2026-09-01"))
    assert "True ones you trusted: 0 of 10." in shown.plain
    assert "You gave too few numbers for more than this. Nothing is wrong with that." in shown.plain
    assert "Said, and came true" not in shown.html


def test_the_strip_says_what_was_said_and_what_came_true() -> None:
    lines = self_insight.strip(self_insight.look(KEY, taken(7, 8)))
    assert lines == (
        "Where you said 0 to 33: 11 statements, 20 on average. 3 of 11 were accurate.",
        "Where you said 67 to 100: 9 statements, 80 on average. 7 of 9 were accurate.",
    )


def test_sure_and_wrong_is_worth_a_second_look() -> None:
    said = {item.id: item.say for item in FORM.items}
    assert set(self_insight.surprises(FORM, KEY, taken(9, 9))) == {
        f"{said[TRUE[9]]} This one is accurate.",
        f"{said[FALSE[9]]} This one is not accurate.",
    }
    assert self_insight.surprises(FORM, KEY, Taken({TRUE[0]: Answer(21), FALSE[0]: Answer(79)})) == ()


def test_tone_is_set_beside_truth() -> None:
    assert "10 of 10 loud statements and on 10 of 10 plain ones" in self_insight.by_tone(KEY, taken(10, 10))


def test_the_report_holds_every_statement_with_its_reason_and_source() -> None:
    page = form_report.report(FORM, KEY, taken(7, 8)).html
    assert page.count("<li style=") == 20
    assert page.count("Source: ") == 20
    assert "<script" not in page
    assert "class=" in page


def test_a_report_is_no_mark() -> None:
    plain = form_report.report(FORM, KEY, taken(7, 8)).plain
    assert re.search(r"\b(grade|score|points|pass|fail)\b", plain) is None
    assert "never a mark" in plain


def test_own_levels_are_added_up() -> None:
    assert self_insight.written(KEY, Taken({}, {}, {"a-who": 2, "a-claims": 1})) == (
        "Written tasks, as you judged them: 3 of 4."
    )
    assert self_insight.written(KEY, Taken()) == ""


@given(
    st.dictionaries(
        st.sampled_from(TRUE + FALSE),
        st.integers(0, 100).map(Answer) | st.just(Answer(unsure=True)) | st.just(Answer()),
    )
)
def test_any_form_can_be_reported(answers: dict[str, Answer]) -> None:
    insight = self_insight.look(KEY, Taken(answers))
    assert insight.unsure + insight.open + insight.measures.accurate + insight.measures.inaccurate == 20
    assert form_report.report(FORM, KEY, Taken(answers, {}, {}, "2026-09-01")).plain
