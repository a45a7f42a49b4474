"""A scorecard as plain text: what is printed is read again, what is typed is understood, nothing is lost."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimlab.answers import Finding, Indicator
from claimlab.article_score import MOVES
from claimlab.indicators import MOST, NONE, REASONS, SIGNS, outside
from claimlab.unread import Unread
from claimlab.widgets import typed_words
from claimlab.widgets.boundary import passage
from claimlab.widgets.typed_scores import Reading, ScoreText
from tests.marking.scorecards import flawless
from tests.widgets.score_bench import CASES

FORM = ScoreText(CASES)
MASK, DART = CASES
WAYS = ("", "for", "against", "cannot tell")
ANY = st.text(max_size=30)


@st.composite
def scorecards(draw: Any) -> Reading:
    """Scorecards as the widget makes them: up to six indicators, three of them at most of the page."""
    away = draw(st.lists(st.sampled_from([name for name in SIGNS if outside(name)]), unique=True, max_size=3))
    page = draw(st.lists(st.sampled_from([name for name in SIGNS if not outside(name)]), unique=True, max_size=3))
    names = draw(st.permutations([*away, *page]))
    made = tuple(draw(_indicator(name)) for name in names)
    answers = st.sampled_from([NONE, *names])
    return Reading(made, {case: draw(answers) for case in CASES if draw(st.booleans())})


@st.composite
def _indicator(draw: Any, name: str) -> Indicator:
    fake, reason = draw(st.sampled_from([("", ""), *((answer, name) for name, (answer, _) in REASONS.items())]))
    found = [draw(_finding(name, case)) for case in CASES]
    said = tuple(one for one in found if one != Finding(one.article))
    return Indicator(name, draw(st.integers(0, 100)), fake, reason, said)


@st.composite
def _finding(draw: Any, name: str, case: str) -> Finding:
    way = draw(st.sampled_from(WAYS))
    if not outside(name):
        article = CASES[case].article
        start, end = sorted(draw(st.tuples(st.integers(0, 500), st.integers(501, 900))))
        return Finding(case, way, passage(article, start, end) if draw(st.booleans()) else None)
    source = draw(st.sampled_from(["", *(one.id for one in CASES[case].sources)]))
    return Finding(case, way, None, source, draw(ANY) if source else "", draw(ANY))


@given(made=scorecards())
def test_what_is_printed_is_read_as_it_was_to_the_letter(made: Reading) -> None:
    assert FORM.read(FORM.text(made.indicators, made.moves), made.indicators, made.moves) == made


def test_the_text_alone_holds_the_whole_scorecard() -> None:
    made = flawless()
    text = FORM.text(made.indicators, made.responses[MOVES])
    read = FORM.read(text)
    assert read.complaints == ()
    assert FORM.text(read.indicators, read.moves) == text


PIECES = ("Tone", "Originality: weight 20", "title,", "A:", "B:", "A searched:", "fake:", "yes,", "anyone can write",
          "moves A most:", "none", "speaks for", "against,", "S05", "DART-02,", "“", "”", "Fans are stunned",
          "weight: 5", "? ", "  ", "- ", "Inference", "Corrections policy in use")  # fmt: skip
MARKED = st.integers(100, 999).map(lambda number: f"zq{number}x")
TYPED = st.lists(st.sampled_from(PIECES) | MARKED | st.text(max_size=5), max_size=6).map(" ".join)
TEXTS = st.lists(TYPED, max_size=14).map("\n".join)


def unread(reading: Reading) -> list[Unread]:
    return [one.unread for one in reading.complaints]


@given(text=TEXTS)
def test_whatever_is_typed_nothing_raises_and_no_word_is_lost(text: str) -> None:
    read = FORM.read(text)
    printed = FORM.text(read.indicators, read.moves, unread(read))
    assert [word for word in re.findall(r"zq\d+x", text) if word not in printed] == []


@given(text=TEXTS)
def test_printing_what_was_read_and_reading_it_again_changes_nothing(text: str) -> None:
    first = FORM.read(text)
    again = FORM.read(FORM.text(first.indicators, first.moves, unread(first)), first.indicators, first.moves)
    assert (again.indicators, again.moves) == (first.indicators, first.moves)
    assert sorted(unread(again)) == sorted(unread(first))


@pytest.mark.parametrize(
    "lines",
    [
        ("Originality: weight 20", "A: speaks against, S12, “word for word”", "B searched: “the headline”",
         "fake: no, other people made it"),
        ("ORIGINALITY - 20 points", 'Article a - Against; s12; "word for word"', "b searched for the headline",
         "Can it be faked? No: others"),
        ("originality (20 %)", "- A. S12 – against – 'word for word'", "- B searched for: the headline",
         "- faked - other people"),
        ("Originality", "weight = twenty", "a: against, Director Loses Bid To Block 'Mask', “word for word”",
         "B search: the headline", "fake: cannot, others"),
    ],
)  # fmt: skip
def test_an_indicator_may_be_written_in_many_ways(lines: tuple[str, ...]) -> None:
    read = FORM.read("\n".join(lines))
    assert [one.sentence for one in read.complaints] == []
    found = (Finding(MASK, "against", None, "S12", "word for word"), Finding(DART, search="the headline"))
    assert read.indicators == (Indicator("originality", 20, "no", "others", found),)


@pytest.mark.parametrize(
    "words",
    [
        "Fans are stunned and heartbroken.",
        "“fans are STUNNED and heartbroken.”",
        "'Fans  are\tstunned — and heartbroken.'",
    ],
)
def test_words_of_the_page_are_found_whatever_became_of_marks_and_capitals(words: str) -> None:
    (one,) = FORM.read(f"Tone: weight 10\nA: against, {words}").indicators
    (found,) = one.findings
    assert found.passage is not None
    assert found.passage.exact == "Fans are stunned and heartbroken."
    assert found.passage.suffix.startswith(" Shortly before")


def test_what_moves_a_score_may_be_said_in_many_ways() -> None:
    read = FORM.read("Tone: weight 10\nWhat moves A most: the tone\nmoves B most - none of them\nmoves A most = Tone")
    assert read.moves == {MASK: "tone", DART: NONE}
    assert [one.unread for one in read.complaints] == [Unread("moves", "What moves A most: the tone")]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("A: for", "stands under none"),
        ("hello", "stands under none"),
        ("Tone: weight 120", "from 0 to 100"),
        ("Tone: weight 10\nTone: weight 20", "another weight"),
        ("Tone: weight 10\nA: for, “not in there at all”", "does not stand in article A"),
        ("Originality\nB: against, S12, “x”", "no source “S12”"),
        ("Originality\nA: against, “x”", "which source"),
        ("Originality\nA: for\nA: against", "already"),
        ("Tone\nfake: perhaps", "yes or no"),
        ("Tone\nfake: no, anyone can write a page this way", "is a reason for yes"),
        ("Tone\nmoves A most: Originality", "not on your scorecard"),
        ("Tone\nInference\nTitle\nClickbait", "3 signs of the page"),
    ],
)
def test_a_line_that_cannot_be_read_is_named_in_one_sentence_and_kept(text: str, said: str) -> None:
    complaint = FORM.read(text).complaints[-1]
    assert said in complaint.sentence
    assert complaint.line == text.count("\n") + 1
    assert complaint.unread.words == text.split("\n")[-1]


def test_one_indicator_too_many_takes_nothing_from_the_others() -> None:
    names = [SIGNS[name].name for name in (*[name for name in SIGNS if outside(name)], "tone")]
    read = FORM.read("".join(f"{name}: weight 5\nA: for\n" for name in names))
    assert len(read.indicators) == MOST
    assert [one.unread for one in read.complaints] == [Unread("", f"{names[-1]}: weight 5"), Unread("", "A: for")]


def test_an_indicator_that_is_on_no_list_stays() -> None:
    strange = Indicator("from-another-list", 30)
    assert FORM.read("Tone: weight 5", (strange,)).indicators == (Indicator("tone", 5), strange)


def test_the_worked_pattern_can_be_read_but_for_its_words() -> None:
    example = typed_words.scores()["example"].replace("the naughtiest cat in the world", "Fans are stunned")
    read = FORM.read(example)
    assert read.complaints == ()
    assert [(one.id, one.weight) for one in read.indicators] == [("originality", 30), ("tone", 10)]
