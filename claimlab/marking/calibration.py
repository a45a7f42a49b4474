"""How well said confidence fits what turned out to be so.

Being sure is a claim too. Whoever says "90 %" ten times should be right nine times;
the Brier score takes that literally and rewards nobody for hedging or for bluster.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

UNSAID = 50.0  # what no answer counts as, in per cent: a coin
COIN = 0.25  # Brier score of somebody who always says 50 %
EDGES = (0, 34, 67, 101)  # per cent: the three bands 0-33, 34-66, 67-100

Answer = tuple[float, bool]  # said probability 0-1 that a claim is accurate, and whether it was


@dataclass(frozen=True)
class Band:
    """Answers of one band of confidence: from *low* to *high* per cent, how many, the mean said, the share that was so.

    ``said`` and ``so`` are 0-1, and 0 in an empty band.
    """

    low: int
    high: int
    count: int
    said: float
    so: float


def probability(confidence: float | None) -> float:
    """Return a confidence of 0-100 as 0-1; none, and what is no number, counts as 0.5, the rest is cut to the range."""
    if confidence is None or math.isnan(confidence):
        return UNSAID / 100
    return min(max(confidence, 0.0), 100.0) / 100


def error(answer: Answer) -> float:
    """Return the squared distance, 0-1, between what was said and what was so."""
    said, so = answer
    return (said - so) ** 2


def brier(answers: Sequence[Answer]) -> float:
    """Return the mean squared distance of *answers*, 0 (perfect) to 1; always saying 50 % gives 0.25, and so do none.

    G. W. Brier, "Verification of forecasts expressed in terms of probability", Monthly Weather Review 78 (1950),
    1-3, in the form for two outcomes: mean of (p - o)^2, with p the probability said and o 1 or 0.
    """
    return sum(error(answer) for answer in answers) / len(answers) if answers else COIN


def skill(answers: Sequence[Answer]) -> float:
    """Return 0-1: how much better than a coin the answers are, 1 - Brier / 0.25, never below 0."""
    return max(0.0, 1 - brier(answers) / COIN)


def bands(answers: Sequence[Answer]) -> tuple[Band, ...]:
    """Return *answers* in three bands of confidence, 0-33, 34-66 and 67-100 per cent."""
    return tuple(_band(low, high, answers) for low, high in pairwise(EDGES))


def _band(low: int, high: int, answers: Sequence[Answer]) -> Band:
    inside = [answer for answer in answers if low <= round(100 * answer[0]) < high]
    count = len(inside)
    said, so = (sum(answer[part] for answer in inside) / max(1, count) for part in (0, 1))
    return Band(low, high - 1, count, said, so)
