"""How sure, and how often right: what was said beside what turned out to be so.

Whoever says "80 %" should be right about four times out of five. With a dozen
claims that can only be seen roughly, so every answer is drawn as a dot, and a
band with few of them says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from claimlab.figures.picture import Picture
from claimlab.figures.style import BRAND, INK, LINE, PAD, SHADE, SOFT, WIDTH, counted
from claimlab.marking.calibration import Answer, Band, bands, probability

if TYPE_CHECKING:
    from claimlab.figures.paper import Paper

FEW = 5  # answers; with fewer, one more would change the picture
GAP, HIGH, GUTTER = 14, 160, 42
DOTS_A_ROW, MOST_DOTS, DOT = 10, 60, 15
NONE_YET = "There are no answers to compare yet."
ROUGH = "Few claims show only the direction: one more can move a mark a long way."


def calibration_strip(answers: Sequence[Answer]) -> Picture:
    """Return three bands of *answers*: for each claim the probability said (0-1) and whether it was accurate.

    The bands 0-33, 34-66 and 67-100 per cent are those that marking uses.
    """
    known = tuple((probability(100 * said), bool(so)) for said, so in answers)
    return Picture(_alt(known), WIDTH, partial(_draw, known))


def _alt(answers: Sequence[Answer]) -> str:
    if not answers:
        return NONE_YET
    parts = [
        f"where you said {band.low} to {band.high} %, {100 * band.said:.0f} % on average, "
        f"{_true(band)} of {counted(band.count, 'claim')} {'was' if band.count == 1 else 'were'} accurate"
        for band in bands(answers)
        if band.count
    ]
    return f"{counted(len(answers), 'claim')} with a known answer: {'; '.join(parts)}. So few show only the direction."


def _true(band: Band) -> int:
    return round(band.so * band.count)


def _draw(answers: Sequence[Answer], paper: Paper) -> None:
    note = "The closer the two marks, the better you knew how sure to be."
    y = paper.heading("How sure you were, and how it turned out", note)
    if not answers:
        paper.say(PAD, y, WIDTH - 2 * PAD, NONE_YET, colour=SOFT)
        return
    width = (WIDTH - 2 * PAD - GUTTER - 2 * GAP) / 3
    deepest = max(min(band.count, MOST_DOTS) for band in bands(answers))
    height = HIGH + 150 + DOT * max(0, (deepest - 1) // DOTS_A_ROW)
    foot = y + 56 + HIGH
    for share in (0, 0.5, 1):
        paper.text(PAD + GUTTER - 8, foot - HIGH * share + 4, f"{100 * share:.0f} %", 11.5, colour=SOFT, side="right")
    for n, band in enumerate(bands(answers)):
        x = PAD + GUTTER + n * (width + GAP)
        paper.box(x, y, width, height, fill=SHADE, radius=10)
        paper.text(x + width / 2, y + 28, f"You said {band.low} to {band.high} %", 13, bold=True, side="center")
        _scale(paper, band, x, foot, width)
        if band.count:
            _counted(paper, band, x + width / 2, foot + 34)
    paper.say(PAD, y + height + 12, WIDTH - 2 * PAD, ROUGH, 13, colour=SOFT)


def _scale(paper: Paper, band: Band, x: float, foot: float, width: float) -> None:
    """Draw the upright scale, 0 % at *foot*: left of it what was said, right of it how it turned out."""
    middle = x + width / 2
    for share in (0, 0.5, 1):
        at = foot - HIGH * share
        paper.line([(x, at), (x + width, at)], LINE, 1)
    if not band.count:
        paper.text(middle, foot - HIGH * 0.25 + 4, "no claims here", 13, colour=SOFT, side="center")
        return
    said, so = foot - HIGH * band.said, foot - HIGH * band.so
    paper.line([(middle, foot), (middle, foot - HIGH)], LINE, 4)
    paper.line([(middle, said), (middle, so)], BRAND, 4)
    paper.dot(middle, so, 8, BRAND)
    paper.dot(middle, said, 4.5 if abs(said - so) < 8 else 7.5, "#ffffff", INK, 2)
    paper.text(middle - 16, said + 2, f"{100 * band.said:.0f} %", 14, bold=True, side="right")
    paper.text(middle - 16, said + 15, "said", 11.5, colour=SOFT, side="right")
    paper.text(middle + 16, so + 2, f"{100 * band.so:.0f} %", 14, bold=True, colour=BRAND)
    paper.text(middle + 16, so + 15, "accurate", 11.5, colour=SOFT)


def _counted(paper: Paper, band: Band, middle: float, y: float) -> None:
    """Draw a dot for each answer, filled where the claim was accurate, and the count in words below."""
    shown = min(band.count, MOST_DOTS)
    for n in range(shown):
        row, column = divmod(n, DOTS_A_ROW)
        in_row = min(DOTS_A_ROW, shown - row * DOTS_A_ROW)
        at = middle + DOT * (column - (in_row - 1) / 2)
        paper.dot(at, y + DOT * row, 5, BRAND if n < _true(band) else "#ffffff", BRAND, 1.5)
    y += DOT * ((shown - 1) // DOTS_A_ROW)
    paper.text(middle, y + 26, f"{_true(band)} of {band.count} accurate", 13, bold=True, side="center")
    if band.count < FEW:
        paper.text(middle, y + 43, "too few to say much", 12, colour=SOFT, side="center")
