"""How sure, and how often right: what was said beside what came true.

Whoever says "80 %" should be right about four times out of five. With a dozen
claims that can only be seen roughly, so every answer is drawn as a dot, and a
bin with few of them says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from claimlab.figures.picture import Picture
from claimlab.figures.style import BRAND, EDGE, INK, LINE, SHADE, SOFT, WIDTH, counted

if TYPE_CHECKING:
    from claimlab.figures.paper import Paper

FEW = 5
PAD, GAP, HIGH = 24, 14, 170
MOST_DOTS = 60


class Bin(NamedTuple):
    """Answers between *low* and *high* per cent: how many, the mean of what was said (0-1), how many came true."""

    low: int
    high: int
    answers: int
    said: float
    true: int

    @property
    def came(self) -> float:
        """Share that came true, 0-1; 0 for an empty bin."""
        return self.true / self.answers if self.answers else 0.0


def bins(answers: Sequence[tuple[float, bool]]) -> tuple[Bin, Bin, Bin]:
    """Return three bins of *answers*, each a probability 0-1 and whether the claim was accurate."""
    found = []
    for low, high in ((0, 33), (34, 66), (67, 100)):
        inside = [(said, true) for said, true in answers if low <= round(100 * min(1.0, max(0.0, said))) <= high]
        mean = sum(said for said, _ in inside) / len(inside) if inside else 0.0
        found.append(Bin(low, high, len(inside), mean, sum(true for _, true in inside)))
    return found[0], found[1], found[2]


def calibration_strip(answers: Sequence[tuple[float, bool]]) -> Picture:
    """Return three bins of *answers*: for each claim the probability said (0-1) and whether it was accurate."""
    return Picture(_alt(answers), WIDTH, partial(_draw, answers))


def _alt(answers: Sequence[tuple[float, bool]]) -> str:
    if not answers:
        return "There are no answers to compare yet."
    parts = [
        f"where you said {bin_.low} to {bin_.high} %, on average {100 * bin_.said:.0f} %, "
        f"{bin_.true} of {counted(bin_.answers, 'claim')} {'was' if bin_.true == 1 else 'were'} accurate"
        for bin_ in bins(answers)
        if bin_.answers
    ]
    known = f"{counted(len(answers), 'claim')} with a known answer"
    return f"{known}: {'; '.join(parts)}. So few can only show the rough direction."


def _draw(answers: Sequence[tuple[float, bool]], paper: Paper) -> None:
    y = paper.heading(
        "What you said, and what came true", "The closer the two marks, the better you knew how sure to be."
    )
    if not answers:
        paper.say(PAD, y, WIDTH - 2 * PAD, "There are no answers to compare yet.", colour=SOFT)
        return
    width = (WIDTH - 2 * PAD - 2 * GAP) / 3
    for n, bin_ in enumerate(bins(answers)):
        _bin(paper, bin_, PAD + n * (width + GAP), y, width)


def _bin(paper: Paper, bin_: Bin, x: float, y: float, width: float) -> None:
    paper.box(x, y, width, HIGH + 120, fill=SHADE, radius=10)
    paper.text(x + width / 2, y + 24, f"You said {bin_.low}–{bin_.high} %", 14, bold=True, side="center")
    top, foot, middle = y + 48, y + 48 + HIGH, x + width / 2
    paper.line([(middle, top), (middle, foot)], LINE, 3)
    for share in (0, 0.5, 1):
        at = foot - HIGH * share
        paper.line([(middle - 5, at), (middle + 5, at)], EDGE, 1)
    if not bin_.answers:
        paper.text(middle, y + 48 + HIGH / 2, "no claims here", 13, colour=SOFT, side="center")
        return
    said, came = foot - HIGH * bin_.said, foot - HIGH * bin_.came
    paper.line([(middle, said), (middle, came)], BRAND, 5)
    paper.dot(middle, said, 7, "#ffffff", INK, 2)
    paper.dot(middle, came, 7, BRAND, BRAND)
    paper.text(middle - 14, said + 4, f"said {100 * bin_.said:.0f} %", 12, side="right")
    paper.text(middle + 14, came + 4, f"came {100 * bin_.came:.0f} %", 12, bold=True, colour=BRAND)
    paper.text(middle, foot + 30, f"{bin_.true} of {bin_.answers} accurate", 13, bold=True, side="center")
    if bin_.answers < FEW:
        paper.text(middle, foot + 50, "too few to say much", 12, colour=SOFT, side="center")
