"""The Brier score by hand: what a coin, a seer and a braggart get."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimlab.marking.calibration import bands, brier, probability, skill

answers = st.lists(st.tuples(st.floats(0, 1), st.booleans()), max_size=20)


def test_by_hand() -> None:
    assert brier([(0.9, True), (0.2, False), (0.6, False)]) == pytest.approx((0.01 + 0.04 + 0.36) / 3)


@pytest.mark.parametrize(
    ("said", "expected"),
    [([(0.5, True), (0.5, False)], 0.0), ([(1.0, True), (0.0, False)], 1.0), ([(1.0, False)], 0.0), ([], 0.0)],
    ids=["coin", "seer", "braggart", "nobody"],
)
def test_skill_is_nothing_for_a_coin_and_all_for_a_seer(said: list[tuple[float, bool]], expected: float) -> None:
    assert skill(said) == expected


@given(answers)
def test_scores_are_in_range_and_the_order_does_not_matter(said: list[tuple[float, bool]]) -> None:
    assert 0 <= brier(said) <= 1
    assert 0 <= skill(said) <= 1
    assert brier(said[::-1]) == pytest.approx(brier(said))


@given(st.floats(0, 1), st.floats(0, 1))
def test_saying_what_one_thinks_pays_best(thought: float, said: float) -> None:
    """The score is proper: whoever holds a claim for p likely expects the least loss by saying p."""

    def expected(one: float) -> float:
        return thought * brier([(one, True)]) + (1 - thought) * brier([(one, False)])

    assert expected(thought) <= expected(said) + 1e-12


@pytest.mark.parametrize(
    ("confidence", "expected"),
    [(None, 0.5), (math.nan, 0.5), (-3, 0.0), (250, 1.0), (math.inf, 1.0), (80, 0.8)],
)
def test_what_is_no_confidence_counts_as_a_coin_and_the_rest_is_cut_to_the_range(
    confidence: float | None, expected: float
) -> None:
    assert probability(confidence) == expected


@given(answers)
def test_every_answer_is_in_one_band(said: list[tuple[float, bool]]) -> None:
    found = bands(said)
    assert [(band.low, band.high) for band in found] == [(0, 33), (34, 66), (67, 100)]
    assert sum(band.count for band in found) == len(said)
    assert sum(band.so * band.count for band in found) == pytest.approx(sum(so for _, so in said))
