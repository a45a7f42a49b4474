"""A score is always one bare number in range, whatever went in."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimlab.marking.score import Refusal, Score


@given(st.floats(allow_nan=False, allow_infinity=False), st.floats(min_value=0.5, max_value=1000))
def test_what_nbgrader_reads_is_a_plain_number_in_range(points: float, maximum: float) -> None:
    shown = Score(points, maximum, "<p>report</p>")._repr_mimebundle_()
    assert 0 <= float(shown["text/plain"]) <= maximum
    assert shown["text/html"] == "<p>report</p>"


@pytest.mark.parametrize(("points", "given"), [(-1, 0.0), (np.float64(0.5), 0.5), (1.5, 1.0), (0, 0.0), (1 / 3, 0.33)])
def test_numbers_are_brought_into_range(points: Any, given: float) -> None:
    score = Score(points, 1)
    assert type(float(score)) is float
    assert repr(score) == repr(given)


@pytest.mark.parametrize("nothing", [True, False, None, "0.5", "full", [0.5], 1j, np.array([0.5])])
def test_what_is_no_number_is_refused(nothing: Any) -> None:
    with pytest.raises(TypeError, match="needs a number"):
        Score(nothing, 1)


@pytest.mark.parametrize("value", [float("nan"), float("inf"), -float("inf"), np.float64("nan")])
def test_what_is_not_finite_is_refused(value: float) -> None:
    with pytest.raises(ValueError, match="finite"):
        Score(value, 1)


@pytest.mark.parametrize("maximum", [0, -5])
def test_a_maximum_of_nothing_is_refused(maximum: float) -> None:
    with pytest.raises(ValueError, match="above zero"):
        Score(1, maximum)


def test_printing_gives_the_report_and_showing_gives_the_number() -> None:
    score = Score(2, 5, plain="Kinds: 2 of 5")
    assert str(score) == "Kinds: 2 of 5"
    assert repr(score) == "2.0"


def test_a_refusal_is_above_every_maximum_and_escapes_its_sentence() -> None:
    shown = Refusal("The key <k> is missing.")._repr_mimebundle_()
    assert float(shown["text/plain"]) > 1e300
    assert "&lt;k&gt;" in shown["text/html"]


def test_a_refusal_reaches_the_person_who_grades(capfd: pytest.CaptureFixture[str]) -> None:
    Refusal("The key is missing.")._repr_mimebundle_()
    assert capfd.readouterr().err == "claimlab: The key is missing.\n"
