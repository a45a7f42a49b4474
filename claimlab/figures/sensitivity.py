"""Would the score stand? Each weight halved in turn, and where the score goes.

A score that hangs on one indicator is a weak score. The picture shows which one
that is, the strongest first.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from claimlab.article_score import rounded
from claimlab.figures.picture import Picture
from claimlab.figures.style import BRAND, EDGE, INK, LINE, PAD, SOFT, WIDTH, quoted, within

if TYPE_CHECKING:
    from claimlab.figures.paper import Paper

NAMES = 250
MOST = 60
NARROWEST = 20.0  # points of the scale; on a narrower one a small change would look like a large one
STILL = 0.05  # points; less is no change
NONE_YET = "There are no indicators to draw yet."

Row = tuple[str, float]


def sensitivity(rows: Sequence[Row], score: float, article: str = "") -> Picture:
    """Return for each indicator in *rows* the score (0-100) when its weight is halved, against *score* itself.

    *article* says which article it is about, such as "article A"; without it there is only one.
    """
    kept = tuple((name, within(end)) for name, end in rows)
    about = f"{article[0].upper()}{article[1:]}: " if article else ""
    return Picture(about + _alt(kept, within(score)), WIDTH, partial(_draw, kept, within(score), article))


def _alt(rows: Sequence[Row], score: float) -> str:
    if not rows:
        return NONE_YET
    name, most = max(rows, key=lambda row: abs(row[1] - score))
    if abs(most - score) < STILL:
        return (
            f"The score is {rounded(score)} of 100 and stays the same whichever of the {len(rows)} weights is halved."
        )
    ends = [end for _, end in rows]
    return (
        f"The score is {rounded(score)} of 100; with one weight halved at a time it lies between {min(ends):.1f} and "
        f"{max(ends):.1f}. It depends most on {quoted(name)}, which moves it by {_moved(most - score)} points."
    )


def _moved(points: float) -> str:
    return "0" if abs(points) < STILL else f"{points:+.1f}".replace("-", "−")


def _draw(rows: Sequence[Row], score: float, article: str, paper: Paper) -> None:
    asked = f"Does the score of {article} hold?" if article else "Does the score hold?"
    y = paper.heading(asked, "Each line shows where the score goes when that weight is halved.")
    if not rows:
        paper.say(PAD, y, WIDTH - 2 * PAD, NONE_YET, colour=SOFT)
        return
    low, high = _span([score, *(end for _, end in rows)])
    left, right = PAD + NAMES + 56, WIDTH - PAD - 56

    def at(points: float) -> float:
        return left + (right - left) * (points - low) / (high - low)

    top = y + 40
    paper.text(at(score), y + 8, "your score", 12, colour=SOFT, side="center")
    paper.text(at(score), y + 29, f"{rounded(score)}", 20, bold=True, side="center")
    y = top
    for name, end in sorted(rows, key=lambda row: -abs(row[1] - score))[:MOST]:
        y = _row(paper, name, end, score, y, at)
    paper.line([(at(score), top - 4), (at(score), y)], INK, 1.4)
    if len(rows) > MOST:
        y = paper.say(PAD, y, NAMES, f"and {len(rows) - MOST} more", 14, colour=SOFT)
    paper.line([(PAD, y), (WIDTH - PAD, y)], EDGE, 1)
    for end in (low, high):
        paper.line([(at(end), y), (at(end), y + 5)], EDGE, 1)
        paper.text(at(end), y + 20, f"{end:.0f}", 12, colour=SOFT, side="center")
    paper.text(PAD, y + 20, "points of 100", 12, colour=SOFT)


def _row(paper: Paper, name: str, end: float, score: float, y: float, at: Callable[[float], float]) -> float:
    """Draw one indicator below *y* and return where the next begins."""
    paper.line([(PAD, y), (WIDTH - PAD, y)], LINE, 1)
    foot = paper.say(PAD, y + 9, NAMES, name or "unnamed", 14, most=2)
    middle = (y + 9 + foot) / 2
    paper.box(min(at(score), at(end)), middle - 2.5, abs(at(end) - at(score)), 5, fill=BRAND)
    paper.dot(at(end), middle, 6.5, BRAND)
    higher = end >= score
    paper.text(
        at(end) + (13 if higher else -13), middle + 4.5, _moved(end - score), 13, bold=True,
        side="left" if higher else "right",
    )  # fmt: skip
    return foot + 9


def _span(points: Sequence[float]) -> tuple[float, float]:
    """Return the ends of a scale that holds *points*, in whole tens or fives of 0-100."""
    middle, reach = (min(points) + max(points)) / 2, max(NARROWEST, max(points) - min(points)) / 2
    low, high = 5 * ((middle - reach) // 5), 5 * -(-(middle + reach) // 5)
    return max(0.0, low), min(100.0, high)
