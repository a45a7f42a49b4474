"""What texts have in common: runs of the same words, found whole, in order and in both texts."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimlab.overlap import longest, shared

COPY = "A singer, Lena Brent, counted the strokes. Thirteen is for Fennick."
PASTED = "Lena Brent COUNTED the strokes! Who did?"
OWN = "I counted thirteen, and I let my phone listen."
PROSE = st.lists(st.sampled_from(["the", "clock", "strikes", "thirteen", "at", "night", "— Ä!"]), max_size=14).map(
    " ".join
)


def test_a_run_of_the_same_words_is_found_whatever_stands_between_them() -> None:
    (copy, pasted, own) = shared([COPY, PASTED, OWN])
    assert [COPY[run.start : run.end] for run in copy] == ["Lena Brent, counted the strokes"]
    assert [PASTED[run.start : run.end] for run in pasted] == ["Lena Brent COUNTED the strokes"]
    assert (copy[0].others, pasted[0].others, own) == ((1,), (0,), [])


def test_a_run_names_every_text_that_has_it() -> None:
    found = shared(["we saw it with our eyes", "they saw it with our eyes", "saw it with our own"])
    assert [run.others for run in found[0]] == [(1, 2), (1,)]


def test_a_few_words_in_common_are_no_sign() -> None:
    assert shared(["the clock strikes thirteen", "the clock strikes twelve"]) == [[], []]
    assert longest(["the clock strikes thirteen", "the clock strikes twelve"]) == 3


@pytest.mark.parametrize("texts", [["", ""], ["a", ""], ["!?", "—"]])
def test_texts_without_words_share_nothing(texts: list[str]) -> None:
    assert shared(texts) == [[], []]
    assert longest(texts) == 0


@given(PROSE, PROSE, PROSE)
def test_runs_lie_in_order_apart_and_inside(first: str, second: str, third: str) -> None:
    texts = [first, second, third]
    for place, runs in enumerate(shared(texts)):
        assert [run for run in runs if not 0 <= run.start < run.end <= len(texts[place])] == []
        assert all(one.end <= two.start for one, two in pairwise(runs))
        assert all(place not in run.others and run.others for run in runs)


@given(PROSE, PROSE)
def test_the_longest_run_is_the_same_from_both_sides(first: str, second: str) -> None:
    assert longest([first, second]) == longest([second, first])
    assert bool(shared([first, second])[0]) == (longest([first, second]) >= 4)
