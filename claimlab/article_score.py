"""The credibility score of an article, and how far it rests on each weight.

A score looks exact, and is made of choices. So the formula is one that can be said in a sentence, and the same
sum is done again with each weight halved: a score that tips over when one weight changes says little.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from claimlab.answers import Finding, Indicator
from claimlab.indicators import NONE, PAGE_SHARE, WORTH, outside

FORMULA = (
    "Score = 100 × (weight × direction, added up) ÷ (all weights added up). "
    "Speaks for counts 1, cannot tell counts ½, speaks against counts 0."
)
BESIDE, MOVES = "score-beside", "moves-most"  # the ids of responses: scores beside the first, what moves each
STEADY = 0.05  # points; a score that moves by less does not move
TIE = 0.1


class Moved(NamedTuple):
    """The score with the weight of one indicator halved, and by how much that moves it (points, signed)."""

    indicator: str
    score: float
    by: float


def finding(indicator: Indicator, article: str) -> Finding:
    """Return what *indicator* says about *article*; a blank finding if nothing was said."""
    return next((one for one in indicator.findings if one.article == article), Finding(article))


def score(indicators: Sequence[Indicator], article: str) -> float | None:
    """Return the score of *article*, 0-100, or None while no weighted indicator has a direction.

    The weighted mean of the directions (for 1, cannot tell 0.5, against 0), times 100. Indicators without a
    direction do not count yet.
    """
    return _mean([(one.weight, _worth(one, article)) for one in indicators])


def rounded(score: float) -> int:
    """Return *score* in whole points, halves upwards, as it is shown."""
    return math.floor(score + 0.5)


def halved(indicators: Sequence[Indicator], article: str) -> tuple[Moved, ...]:
    """Return the score of *article* with each weight halved in turn and the rest rescaled, in the order given."""
    now = score(indicators, article)
    if now is None:
        return ()
    rows = [(one.weight, _worth(one, article)) for one in indicators]
    found = []
    for i, one in enumerate(indicators):
        mean = _mean([(weight / 2 if i == j else weight, worth) for j, (weight, worth) in enumerate(rows)])
        if mean is not None and rows[i][1] is not None:
            found.append(Moved(one.id, mean, mean - now))
    return tuple(found)


def moves_most(indicators: Sequence[Indicator], article: str) -> tuple[str, ...]:
    """Return the indicators whose halved weight moves the score most (ties within 0.1), or NONE if none moves it."""
    found = halved(indicators, article)
    most = max((abs(moved.by) for moved in found), default=0.0)
    if most < STEADY:
        return (NONE,) if found else ()
    return tuple(moved.indicator for moved in found if abs(moved.by) >= most - TIE)


def weights(indicators: Sequence[Indicator]) -> int:
    """Return the sum of the weights, in percent points."""
    return sum(one.weight for one in indicators)


def page_share(indicators: Sequence[Indicator]) -> float:
    """Return the share of the weight that lies on signs of the page itself, in percent (0 when there is no weight)."""
    whole = weights(indicators)
    return 100 * sum(one.weight for one in indicators if not outside(one.id)) / whole if whole > 0 else 0.0


def within_page_share(indicators: Sequence[Indicator]) -> bool:
    """Return whether signs of the page carry at most the allowed share of the weight."""
    return page_share(indicators) <= PAGE_SHARE


def _worth(indicator: Indicator, article: str) -> float | None:
    return WORTH.get(finding(indicator, article).direction)


def _mean(rows: Sequence[tuple[float, float | None]]) -> float | None:
    counted = [(weight, worth) for weight, worth in rows if worth is not None and weight > 0]
    whole = sum(weight for weight, _ in counted)
    return 100 * sum(weight * worth for weight, worth in counted) / whole if whole else None
