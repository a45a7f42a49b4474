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
    EDGE,
    INK,
    LINE,
    SHADE,
    SOFT,
    VERDICTS,
    WIDTH,
    Look,
    counted,
    listed,
    short,
    verdict_look,
)

if TYPE_CHECKING:
    from claimlab.figures.paper import Paper

MOST = 60
PAD, TRACK, THICK = 24, 340, 14
WORDS = PAD + TRACK + 66


class VerdictRow(NamedTuple):
    """A claim: its *label*, the *verdict* (or None), the *confidence* 0-100 that it is accurate, the *right* verdict.

    *confidence* is None where the student gave none; *right* is None as long as the key is not shown.
    """

    label: str
    verdict: str | None
    confidence: float | None
    right: str | None = None


def verdict_bars(rows: Sequence[VerdictRow]) -> Picture:
    """Return one bar a row, in the order of *rows*."""
    return Picture(_alt(rows), WIDTH, partial(_draw, rows))


def _alt(rows: Sequence[VerdictRow]) -> str:
    if not rows:
        return "There are no verdicts to draw yet."
    counts = Counter(verdict_look(row.verdict).name for row in rows)
    order = [look.name for look in VERDICTS.values()] + [verdict_look(None).name]
    said = f"{counted(len(rows), 'claim')}: {listed([f'{counts[name]} {name}' for name in order if counts[name]])}."
    judged = [row for row in rows if row.right]
    alike = sum(row.verdict == row.right for row in judged)
    return " ".join(filter(None, (said, _extremes(rows), f"{alike} of {len(judged)} as in the key." if judged else "")))


def _extremes(rows: Sequence[VerdictRow]) -> str:
    sure = [(_within(row.confidence), row.label) for row in rows if row.confidence is not None]
    if len(sure) < 2:
        return ""
    (least, low), (most, high) = min(sure), max(sure)
    up, down = f"“{short(high)}” ({most:.0f} %)", f"“{short(low)}” ({least:.0f} %)"
    return f"Held most likely to be accurate: {up}; least likely: {down}."


def _within(confidence: float | None) -> float:
    return min(100.0, max(0.0, confidence)) if confidence is not None and confidence == confidence else 50.0


def _draw(rows: Sequence[VerdictRow], paper: Paper) -> None:
    y = paper.heading(
        "Your verdicts, and how sure you are", "The further right, the surer you are that the claim is accurate."
    )
    if not rows:
        paper.say(PAD, y, WIDTH - 2 * PAD, "There are no verdicts to draw yet.", colour=SOFT)
        return
    for x, words, side in ((0, "0 %", "left"), (50, "as likely as not", "center"), (100, "100 %", "right")):
        paper.text(PAD + TRACK * x / 100, y + 12, words, 12, colour=SOFT, side=side)  # type: ignore[arg-type]
    y += 22
    for n, row in enumerate(rows[:MOST], 1):
        y = _row(paper, row, n, y) + 14
    if len(rows) > MOST:
        paper.say(PAD, y, WIDTH - 2 * PAD, f"and {len(rows) - MOST} more", 14, colour=SOFT)


def _row(paper: Paper, row: VerdictRow, n: int, y: float) -> float:
    look = verdict_look(row.verdict)
    y = paper.say(PAD, y, WIDTH - 2 * PAD, row.label or f"Claim {n}", 14, most=2) + 4
    _bar(paper, row.confidence, look, y)
    paper.text(WORDS - 20, y + 12, look.sign, 14, bold=True, colour=INK)
    paper.text(WORDS, y + 12, look.name, 13, bold=True, colour=INK)
    if row.right:
        same = row.right == row.verdict
        paper.text(WORDS, y + 30, "as in the key" if same else f"key: {verdict_look(row.right).name}", 12, colour=SOFT)
    return y + (34 if row.right else THICK + 4)


def _bar(paper: Paper, confidence: float | None, look: Look, y: float) -> None:
    middle = PAD + TRACK / 2
    paper.box(PAD, y, TRACK, THICK, fill=SHADE, radius=4)
    if confidence is None:
        paper.text(PAD + TRACK + 8, y + 11, "–", 12, colour=SOFT)
    else:
        tip = PAD + TRACK * _within(confidence) / 100
        left, width = min(middle, tip), max(3.0, abs(tip - middle))
        paper.box(left, y, width, THICK, fill=look.colour, edge=EDGE, hatch=look.hatch, radius=2)
        paper.text(PAD + TRACK + 6, y + 11.5, f"{_within(confidence):.0f}%", 12, colour=SOFT)
    paper.line([(middle, y - 3), (middle, y + THICK + 3)], INK, 1.2)
    paper.line([(PAD, y + THICK + 8), (PAD, y + THICK + 8)], LINE, 0.5)
