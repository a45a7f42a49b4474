"""The reading grade: a published formula on counted words, sentences and syllables."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimlab.authoring import reading

SYLLABLES = {
    "cat": 1, "claim": 1, "claims": 1, "table": 2, "article": 3, "sentence": 2, "sentences": 3, "evidence": 3,
    "sources": 2, "credibility": 5, "idea": 3, "people": 2, "asked": 1, "wanted": 2, "created": 3, "being": 2,
    "quiet": 2, "implied": 2, "judges": 2, "makes": 1, "whole": 1, "careful": 2, "sometimes": 2, "previous": 3,
    "Rusty's": 2, "word-for-word": 3, "don't": 1,
}  # fmt: skip


@pytest.mark.parametrize(("word", "count"), SYLLABLES.items())
def test_syllables_are_counted_as_they_are_spoken(word: str, count: int) -> None:
    assert reading.syllables(word) == count


def test_the_grade_is_that_of_the_formula() -> None:
    # 2 sentences, 11 words, 12 syllables: 0.39 * 11/2 + 11.8 * 12/11 - 15.59 is below 0; one long sentence is not.
    assert reading.grade("The cat sat on the mat. It was a happy cat.") == 0
    hard = "The independent organisation published information about international credibility."
    words, syllables = 8, 1 + 4 + 5 + 2 + 4 + 2 + 5 + 5
    assert sum(reading.syllables(word) for word in hard.rstrip(".").split()) == syllables
    assert reading.grade(hard) == pytest.approx(0.39 * words + 11.8 * syllables / words - 15.59)


def test_a_list_is_not_one_long_sentence() -> None:
    listed = "By the end you can:\n\n- find the claims,\n- split a sentence,\n- say each one."
    assert len(reading.hardest(reading.prose(listed), 9)) == 4


def test_marks_and_headings_are_no_prose() -> None:
    assert reading.prose("# Title\n\nRead **this** [page](https://example.org).").strip() == "Read this page."


def test_the_hardest_come_first() -> None:
    told = reading.hardest("It rains. Organisational credibility necessitates independent verification.")
    assert [sentence.words[:2] for sentence in told] == ["Or", "It"]


@given(st.text(max_size=300))
def test_any_text_has_a_grade(text: str) -> None:
    assert reading.grade(reading.prose(text)) >= 0
