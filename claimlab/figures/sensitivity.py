"""Would the score stand? Each weight halved in turn, and where the score goes.

A score that hangs on one indicator is a weak score. The picture shows which one
that is.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from claimlab.figures.picture import Picture
from claimlab.figures.style import BRAND, EDGE, INK, LINE, SOFT, WIDTH, short

if TYPE_CHECKING:
    from claimlab.figures.paper import Paper

PAD, NAMES = 24, 250
MOST = 60
NARROWEST = 20.0  # points of the scale; less would make a mountain of a molehill


def sensitivity(rows: Sequence[tuple[str, float]], score: float) -> Picture:
    """Return for each indicator in *rows* the score (0-100) when its weight is halved, against *score* itself."""
    return Picture(_alt(rows, score), WIDTH, partial(_draw, rows, score))


def _alt(rows: Sequence[tuple[str, float]], score: float) -> str:
    if not rows:
        return "There are no indicators to draw yet."
    name, most = max(rows, key=lambda row: abs(row[1] - score))
    moved = f"between {min(end for _, end in rows):.0f} and {max(end for _, end in rows):.0f}"
    return (
        f"The score is {score:.0f} of 100; with one weight halved at a time it lies {moved}. "
        f"It depends most on “{short(name)}”, which moves it by {most - score:+.1f} points."
    )


def _draw(rows: Sequence[tuple[str, float]], score: float, paper: Paper) -> None:
    y = paper.heading("Does the score hold?", "Each line: where the score goes when this weight is halved.")
    if not rows:
        paper.say(PAD, y, WIDTH - 2 * PAD, "There are no indicators to draw yet.", colour=SOFT)
        return
    rows = sorted(rows, key=lambda row: -abs(row[1] - score))
    low, high = _scale([score, *(end for _, end in rows)])
    left, right = PAD + NAMES + 40, WIDTH - PAD - 50

    def at(points: float) -> float:
        return left + (right - left) * (points - low) / (high - low)

    paper.text(at(score), y + 12, f"score {score:.0f}", 13, bold=True, side="center")
    top = y = y + 24
    for name, end in rows[:MOST]:
        y = _row(paper, name, end, score, y, at)
    paper.line([(at(score), top - 4), (at(score), y)], INK, 1.2)
    paper.text(left, y + 16, f"{low:.0f}", 12, colour=SOFT, side="center")
    paper.text(right, y + 16, f"{high:.0f}", 12, colour=SOFT, side="center")
    paper.line([(left, y), (right, y)], EDGE, 1)


def _row(paper: Paper, name: str, end: float, score: float, y: float, at: Callable[[float], float]) -> float:
    foot = max(paper.say(PAD, y, NAMES, name, 14, most=2), y + 24)
    middle = (y + foot) / 2
    paper.line([(at(score), middle), (at(end), middle)], BRAND, 4)
    paper.dot(at(end), middle, 6, BRAND)
    higher = end >= score
    paper.text(
        at(end) + (12 if higher else -12), middle + 4, f"{end - score:+.1f}", 12, side="left" if higher else "right"
    )
    paper.line([(PAD, foot + 7), (WIDTH - PAD, foot + 7)], LINE, 0.8)
    return foot + 14


def _scale(points: Sequence[float]) -> tuple[float, float]:
    middle, reach = (min(points) + max(points)) / 2, max(NARROWEST, max(points) - min(points)) / 2
    low, high = max(0.0, middle - reach), min(100.0, middle + reach)
    return (low, high) if high > low else (0.0, 100.0)
