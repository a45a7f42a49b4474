"""How well somebody tells accurate statements from inaccurate ones, apart from how trusting they are.

Signal detection: an accurate statement is the signal, leaning towards "accurate"
(more than 50 in 100) accepts it. Discrimination and leaning are kept apart,
because somebody who doubts everything catches every false statement too.

For self-insight and for reports on a class, never for grades: see ``standard_error``.

Formulas: Macmillan and Creelman, Detection Theory: A User's Guide (2nd ed. 2005); Stanislaw and Todorov (1999),
Calculation of signal detection theory measures, Behavior Research Methods 31, 137-149; the correction of rates
for small numbers (add a half, Hautus 1995); Gourevitch and Galanter (1967) for the standard error of d';
Hanley and McNeil (1982) for the area under the curve.

An answer is a pair: how likely the statement was said to be accurate, 0 to 1, and whether it is.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import NormalDist, fmean

from claimlab.marking import calibration
from claimlab.marking.calibration import Answer, Band

MIDDLE = 0.5
FEWEST = 5
_NORMAL = NormalDist()


@dataclass(frozen=True)
class Discernment:
    """All measures of one set of answers.

    ``trusted`` and ``doubted`` of ``accurate`` true ones, ``caught`` and ``believed`` of ``inaccurate`` ones, and
    ``middle`` of both with an answer of exactly 50 are counts.
    ``d_prime`` is 0 for telling nothing apart; ``criterion`` is above 0 for doubting, below 0 for believing;
    ``auc`` runs from 0 to 1, a half for telling nothing apart; ``brier`` from 0 (best) to 1, a quarter for always 50;
    ``sure`` is the mean confidence in the chosen side, 0.5 to 1, and ``right`` the share of answers on the right side.
    """

    accurate: int
    trusted: int
    doubted: int
    inaccurate: int
    caught: int
    believed: int
    middle: int
    d_prime: float
    criterion: float
    auc: float
    brier: float
    bands: tuple[Band, ...]
    sure: float
    right: float

    @property
    def lean(self) -> int:
        """True ones doubted minus false ones believed: above 0 cautious, below 0 trusting."""
        return self.doubted - self.believed

    @property
    def overconfidence(self) -> float:
        """Confidence minus being right, -0.5 to 1: 0 where the two agree."""
        return self.sure - self.right

    @property
    def enough(self) -> bool:
        """True if there are answers enough of both sorts for the measures to say anything at all."""
        return min(self.accurate, self.inaccurate) >= FEWEST


def corrected_rate(count: float, of: int) -> float:
    """Return (count + 0.5) / (of + 1), a rate that is never 0 or 1. Raises ValueError unless 0 <= count <= of."""
    if not 0 <= count <= of:
        raise ValueError(f"a count of {count} out of {of} is none")
    return (count + 0.5) / (of + 1)


def d_prime(hit_rate: float, false_alarm_rate: float) -> float:
    """Return d' = z(H) - z(F) for rates between 0 and 1, both excluded."""
    return _NORMAL.inv_cdf(hit_rate) - _NORMAL.inv_cdf(false_alarm_rate)


def criterion(hit_rate: float, false_alarm_rate: float) -> float:
    """Return c = -(z(H) + z(F)) / 2: above 0 for doubting, below 0 for believing."""
    return -(_NORMAL.inv_cdf(hit_rate) + _NORMAL.inv_cdf(false_alarm_rate)) / 2


def standard_error(hit_rate: float, false_alarm_rate: float, accurate: int, inaccurate: int) -> float:
    """Return the standard error of d' (Gourevitch and Galanter 1967) for *accurate* and *inaccurate* items."""

    def part(rate: float, of: int) -> float:
        return rate * (1 - rate) / (of * _NORMAL.pdf(_NORMAL.inv_cdf(rate)) ** 2)

    return math.sqrt(part(hit_rate, accurate) + part(false_alarm_rate, inaccurate))


def area(answers: Sequence[Answer]) -> float:
    """Return the chance that an accurate statement got a higher answer than an inaccurate one; a tie counts half.

    A half where one of the two sorts is missing.
    """
    signals, noise = _apart(answers)
    if not signals or not noise:
        return 0.5
    higher = sum((signal > other) + 0.5 * (signal == other) for signal in signals for other in noise)
    return higher / (len(signals) * len(noise))


def measure(answers: Sequence[Answer]) -> Discernment:
    """Return every measure of *answers*; answers of "I would look it up" are no answers and stay out.

    An answer of exactly 50 leans neither way and counts half in the rates behind d' and c, so that somebody who
    always says 50 comes out as a guesser and not as a doubter.
    """
    signals, noise = _apart(answers)
    hits = corrected_rate(sum(map(_leans, signals)), len(signals))
    false_alarms = corrected_rate(sum(map(_leans, noise)), len(noise))
    right = [_leans(likely) if accurate else 1 - _leans(likely) for likely, accurate in answers]
    return Discernment(
        accurate=len(signals),
        trusted=sum(likely > MIDDLE for likely in signals),
        doubted=sum(likely < MIDDLE for likely in signals),
        inaccurate=len(noise),
        caught=sum(likely < MIDDLE for likely in noise),
        believed=sum(likely > MIDDLE for likely in noise),
        middle=sum(likely == MIDDLE for likely, _ in answers),
        d_prime=d_prime(hits, false_alarms),
        criterion=criterion(hits, false_alarms),
        auc=area(answers),
        brier=calibration.brier(answers),
        bands=calibration.bands(answers),
        sure=fmean(max(likely, 1 - likely) for likely, _ in answers) if answers else 0.5,
        right=fmean(right) if right else 0.5,
    )


def _apart(answers: Sequence[Answer]) -> tuple[list[float], list[float]]:
    """What was said of the accurate statements, and of the others."""
    sides = {side: [likely for likely, accurate in answers if accurate is side] for side in (True, False)}
    return sides[True], sides[False]


def _leans(likely: float) -> float:
    return 1.0 if likely > MIDDLE else 0.5 if likely == MIDDLE else 0.0
