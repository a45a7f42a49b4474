"""Telling true from false, apart from trusting: worked values of others, and simulated readers in their places."""

from __future__ import annotations

import math
import random
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimlab.marking import discernment
from claimlab.marking.discernment import measure

ANSWERS = st.lists(st.tuples(st.integers(0, 100).map(lambda value: value / 100), st.booleans()), max_size=40)


def test_the_worked_example_of_stanislaw_and_todorov() -> None:
    """Stanislaw and Todorov (1999), the yes/no example: hits .99 and false alarms .68 give d' = 1.86 and c = -1.40."""
    assert discernment.d_prime(0.99, 0.68) == pytest.approx(1.86, abs=0.005)
    assert discernment.criterion(0.99, 0.68) == pytest.approx(-1.40, abs=0.005)


def test_the_worked_example_with_corrected_rates() -> None:
    """The documented example of signal(82, 46, 100, 100) in the R package statpsych, with the same correction."""
    hits, false_alarms = discernment.corrected_rate(82, 100), discernment.corrected_rate(46, 100)
    assert hits == pytest.approx(0.8168317, abs=1e-6)
    assert false_alarms == pytest.approx(0.460396, abs=1e-6)
    assert discernment.d_prime(hits, false_alarms) == pytest.approx(1.002793, abs=1e-6)
    assert discernment.criterion(hits, false_alarms) == pytest.approx(-0.4019603, abs=1e-6)


def test_ten_and_ten_items_are_too_few_for_one_person_and_fine_for_a_class() -> None:
    error = discernment.standard_error(0.8, 0.2, 10, 10)
    assert discernment.d_prime(0.8, 0.2) == pytest.approx(1.68, abs=0.005)
    assert error == pytest.approx(0.64, abs=0.005)
    assert error / math.sqrt(25) == pytest.approx(0.13, abs=0.005)


def test_the_standard_error_is_what_chance_does() -> None:
    rng = random.Random(7)
    found = []
    for _ in range(4000):
        hits = sum(rng.random() < 0.7 for _ in range(200))
        false_alarms = sum(rng.random() < 0.4 for _ in range(200))
        rates = discernment.corrected_rate(hits, 200), discernment.corrected_rate(false_alarms, 200)
        found.append(discernment.d_prime(*rates))
    mean = sum(found) / len(found)
    spread = math.sqrt(sum((one - mean) ** 2 for one in found) / len(found))
    assert spread == pytest.approx(discernment.standard_error(0.7, 0.4, 200, 200), rel=0.05)


def test_the_area_averages_ties() -> None:
    assert discernment.area([(0.8, True), (0.5, True), (0.5, False), (0.2, False)]) == pytest.approx(3.5 / 4)
    assert discernment.area([(0.5, True), (0.5, False)]) == 0.5
    assert discernment.area([(0.9, True)]) == 0.5


def test_counts_of_a_small_form_by_hand() -> None:
    found = measure([(0.9, True), (0.6, True), (0.5, True), (0.3, True), (0.8, False), (0.1, False), (0.5, False)])
    assert (found.accurate, found.trusted, found.doubted) == (4, 2, 1)
    assert (found.inaccurate, found.caught, found.believed) == (3, 1, 1)
    assert (found.middle, found.lean) == (2, 0)
    assert found.right == pytest.approx((2 + 1 + 2 * 0.5) / 7)
    assert found.sure == pytest.approx((0.9 + 0.6 + 0.5 + 0.7 + 0.8 + 0.9 + 0.5) / 7)
    assert found.overconfidence == pytest.approx(found.sure - found.right)
    assert sum(band.count for band in found.bands) == 7


def test_always_right_and_sure_is_the_best_there_is() -> None:
    found = measure([(1.0, True)] * 10 + [(0.0, False)] * 10)
    assert (found.auc, found.brier, found.overconfidence, found.lean) == (1, 0, 0, 0)
    assert found.d_prime == pytest.approx(2 * -discernment.criterion(10.5 / 11, 10.5 / 11))
    assert found.criterion == pytest.approx(0)


def sitting(likely: Callable[[random.Random, bool], float], seed: int) -> discernment.Discernment:
    """Ten accurate and ten inaccurate statements answered by a simulated reader, in steps of five."""
    rng = random.Random(seed)
    said = [(likely(rng, accurate), accurate) for accurate in (True, False) for _ in range(10)]
    return measure([(round(20 * min(1.0, max(0.0, value))) / 20, accurate) for value, accurate in said])


def believer(rng: random.Random, accurate: bool) -> float:
    return rng.gauss(0.85, 0.08)


def doubter(rng: random.Random, accurate: bool) -> float:
    return rng.gauss(0.15, 0.08)


def guesser(rng: random.Random, accurate: bool) -> float:
    return rng.random()


def undecided(rng: random.Random, accurate: bool) -> float:
    return 0.5


def good_reader(rng: random.Random, accurate: bool) -> float:
    return rng.gauss(0.75 if accurate else 0.25, 0.2)


def average(reader: Callable[[random.Random, bool], float], measured: str) -> float:
    """The mean of one measure over a class of 200 such readers."""
    return sum(getattr(sitting(reader, seed), measured) for seed in range(200)) / 200


def test_simulated_readers_land_where_they_should() -> None:
    assert average(believer, "criterion") < -1
    assert average(doubter, "criterion") > 1
    for reader in (guesser, undecided, good_reader):
        assert abs(average(reader, "criterion")) < 0.1
    for reader in (believer, doubter, guesser, undecided):
        assert abs(average(reader, "d_prime")) < 0.15
        assert average(reader, "auc") == pytest.approx(0.5, abs=0.03)
    assert average(good_reader, "d_prime") > 1.5
    assert average(good_reader, "auc") > 0.85


def test_simulated_readers_stand_in_order() -> None:
    assert average(believer, "criterion") < average(good_reader, "criterion") < average(doubter, "criterion")
    assert average(believer, "lean") < average(good_reader, "lean") < average(doubter, "lean")
    assert average(good_reader, "brier") < average(undecided, "brier") < average(believer, "brier")
    assert average(undecided, "brier") == 0.25
    assert average(believer, "overconfidence") > average(good_reader, "overconfidence")


def test_too_few_answers_say_so() -> None:
    assert not measure([]).enough
    assert not measure([(0.9, True)] * 20).enough
    assert measure([(0.9, True), (0.1, False)] * 5).enough


def test_a_count_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="11 out of 10"):
        discernment.corrected_rate(11, 10)


@given(ANSWERS)
def test_every_measure_stays_in_its_range(answers: list[tuple[float, bool]]) -> None:
    found = measure(answers)
    assert 0 <= found.auc <= 1
    assert 0 <= found.brier <= 1
    assert 0.5 <= found.sure <= 1
    assert 0 <= found.right <= 1
    assert math.isfinite(found.d_prime)
    assert math.isfinite(found.criterion)
    assert found.trusted + found.doubted <= found.accurate
    assert found.caught + found.believed <= found.inaccurate


@given(ANSWERS)
def test_saying_the_opposite_of_everything_mirrors_discrimination_and_lean(answers: list[tuple[float, bool]]) -> None:
    found, mirrored = measure(answers), measure([(1 - likely, accurate) for likely, accurate in answers])
    assert mirrored.auc == pytest.approx(1 - found.auc)
    assert mirrored.d_prime == pytest.approx(-found.d_prime)
    assert mirrored.criterion == pytest.approx(-found.criterion)


@given(ANSWERS, st.randoms())
def test_the_order_of_the_answers_does_not_matter(answers: list[tuple[float, bool]], rng: random.Random) -> None:
    mixed = answers[:]
    rng.shuffle(mixed)
    one, other = measure(answers), measure(mixed)
    assert one.auc == other.auc
    assert one.brier == pytest.approx(other.brier)
    assert (one.d_prime, one.criterion, one.lean) == (other.d_prime, other.criterion, other.lean)
