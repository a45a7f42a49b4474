"""Verdicts at a glance: which way each claim fell, and how sure the student is.

A bar grows from the middle, where a claim is as likely as not: to the right the
more accurate it is held to be, to the left the less. After release the verdict of
the key stands beside each.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from claimlab.figures.picture import Picture
from claimlab.figures.style import (
    INK,
    LINE,
    LOOKS,
    OPEN,
    PAD,
    SHADE,
    SOFT,
    WIDTH,
    Look,
    counted,
    listed,
    quoted,
    verdict_look,
    within,
)  # fmt: skip

if TYPE_CHECKING:
    from claimlab.figures.paper import Paper

MOST = 60
TRACK, THICK = 290, 12
LEFT = PAD + 40
SURE, VERDICT = LEFT + TRACK + 66, LEFT + TRACK + 82
NONE_YET = "There are no verdicts to draw yet."


class VerdictRow(NamedTuple):
    """A claim: its *label*, the *verdict* (or None), the *confidence* 0-100 that it is accurate, the *right* verdict.

    *confidence* is None where the student gave none; *right* is None as long as the key is not shown; *also* holds the
    verdicts that can be defended as well.
    """

    label: str
    verdict: str | None
    confidence: float | None
    right: str | None = None
    also: tuple[str, ...] = ()

    @property
    def fits(self) -> bool:
        """Return whether the verdict is the key's, or one that can be defended."""
        return self.verdict is not None and self.verdict in (self.right, *self.also)


def verdict_bars(rows: Sequence[VerdictRow]) -> Picture:
    """Return one bar a row, in the order of *rows*."""
    return Picture(_alt(rows), WIDTH, partial(_draw, tuple(rows)))


def _alt(rows: Sequence[VerdictRow]) -> str:
    if not rows:
        return NONE_YET
    counts = Counter(verdict_look(row.verdict) for row in rows)
    parts = [f"{counts[look]} {look.name}" for look in (*LOOKS.values(), OPEN) if counts[look]]
    judged = [row for row in rows if row.right]
    alike = sum(row.fits for row in judged)
    key = f"{alike} of {len(judged)} verdicts fit the key." if judged else ""
    return " ".join(filter(None, (f"{counted(len(rows), 'claim')}: {listed(parts)}.", _extremes(rows), key)))


def _extremes(rows: Sequence[VerdictRow]) -> str:
    sure = [(within(row.confidence), row.label) for row in rows if row.confidence is not None]
    if len(sure) < 2:
        return ""
    (least, low), (most, high) = min(sure), max(sure)
    up, down = f"{quoted(high)} ({most:.0f} %)", f"{quoted(low)} ({least:.0f} %)"
    return f"Held most likely to be accurate: {up}; least likely: {down}."


def _draw(rows: Sequence[VerdictRow], paper: Paper) -> None:
    note = "How likely you think each claim is to be accurate. The sign is your verdict."
    y = paper.heading("Your verdicts, and how sure you are", note)
    if not rows:
        paper.say(PAD, y, WIDTH - 2 * PAD, NONE_YET, colour=SOFT)
        return
    for at, side in ((0, "left"), (0.5, "center"), (1, "right")):
        paper.text(LEFT + TRACK * at, y + 8, f"{100 * at:.0f} %", 12, colour=SOFT, side=side)  # type: ignore[arg-type]
    y += 20
    for n, row in enumerate(rows[:MOST], 1):
        y = _row(paper, row, n, y)
    if len(rows) > MOST:
        paper.say(PAD, y, WIDTH - 2 * PAD, f"and {len(rows) - MOST} more", 14, colour=SOFT)


def _row(paper: Paper, row: VerdictRow, n: int, y: float) -> float:
    """Draw one row below *y* and return where the next begins."""
    look = verdict_look(row.verdict)
    paper.line([(PAD, y), (WIDTH - PAD, y)], LINE, 1)
    paper.tag(PAD, y + 10, str(n), SOFT)
    y = paper.say(LEFT, y + 10, WIDTH - PAD - LEFT, row.label or f"Claim {n}", 14, most=2) + 16
    _bar(paper, row.confidence, look, y)
    sure = "not said" if row.confidence is None else f"{within(row.confidence):.0f} %"
    paper.text(SURE, y + 4.5, sure, 13, colour=SOFT if row.confidence is None else INK, side="right")
    paper.text(VERDICT, y + 4.5, look.name, 13, bold=look is not OPEN, colour=SOFT if look is OPEN else INK)
    if not row.right:
        return y + 24
    paper.text(VERDICT, y + 22, _beside(row), 12, bold=not row.fits, colour=SOFT if row.fits else INK)
    return y + 38


def _beside(row: VerdictRow) -> str:
    if row.fits:
        return "✓ as in the key" if row.verdict == row.right else "✓ can be defended, too"
    return f"key: {verdict_look(row.right).name}"


def _bar(paper: Paper, confidence: float | None, look: Look, y: float) -> None:
    """Draw the bar with its middle at height *y*, and the sign of the verdict at its tip."""
    middle, top = LEFT + TRACK / 2, y - THICK / 2
    paper.box(LEFT, top, TRACK, THICK, fill=SHADE, radius=THICK / 2)
    tip = LEFT + TRACK * within(confidence) / 100
    paper.box(
        min(middle, tip), top, abs(tip - middle), THICK, fill=look.colour,
        edge=SOFT if look.colour == "#ffffff" else look.colour, hatch=look.hatch,
    )  # fmt: skip
    paper.line([(middle, y - 11), (middle, y + 11)], INK, 1.2)
    if confidence is not None:
        paper.badge(tip, y, look)
