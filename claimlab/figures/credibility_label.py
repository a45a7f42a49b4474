"""The credibility label of an article: what was checked and what was found, on one small card.

It looks like the label on a packet of food, because it does the same: it does not
say "good" or "bad", it says what is inside. A student can print it and put a name to it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from claimlab.article_score import rounded
from claimlab.figures.picture import Picture
from claimlab.figures.style import (
    BRAND,
    EDGE,
    INK,
    LOOKS,
    SHADE,
    SOFT,
    Look,
    counted,
    listed,
    quoted,
    short,
    within,
)  # fmt: skip

if TYPE_CHECKING:
    from claimlab.figures.paper import Paper

ACROSS, FRAME = 460, 12
LEFT, RIGHT = FRAME + 16, ACROSS - FRAME - 16
INNER = RIGHT - LEFT
MOST = 6
CLOSING = "This label says what was checked. What to believe is up to you."


@dataclass(frozen=True)
class Label:
    """What a label says; whatever is empty or None is left out."""

    title: str
    outlet: str
    date: str
    score: float | None
    verdicts: Mapping[str, int]
    good: Sequence[str]
    bad: Sequence[str]
    sources: int | None
    origins: int | None
    strongest: str
    weakest: str


def credibility_label(
    title: str,
    *,
    outlet: str = "",
    date: str = "",
    score: float | None = None,
    verdicts: Mapping[str, int] | None = None,
    good: Sequence[str] = (),
    bad: Sequence[str] = (),
    sources: int | None = None,
    origins: int | None = None,
    strongest: str = "",
    weakest: str = "",
) -> Picture:
    """Return the label of the article called *title*.

    *score* is 0-100; *verdicts* counts claims by verdict; *good* and *bad* name the indicators that speak for
    and against credibility; *sources* were consulted, of which *origins* are independent; *strongest* and
    *weakest* say in one sentence what the article's best proof and its weakest point are.
    """
    label = Label(
        title, outlet, date, score, dict(verdicts or {}), tuple(good), tuple(bad), sources, origins, strongest, weakest
    )
    return Picture(_alt(label), ACROSS, partial(_draw, label))


def _alt(label: Label) -> str:
    where = ", ".join(filter(None, (label.outlet, label.date)))
    found = [f"{count} {look.name}" for look, count in _counts(label)]
    parts = [
        f"score {rounded(within(label.score))} of 100" if label.score is not None else "",
        f"{counted(_checked(label), 'claim')} checked ({listed(found)})" if found else "",
        f"{counted(label.sources, 'source')} consulted" if label.sources is not None else "",
        counted(label.origins, "independent origin") if label.origins is not None else "",
        f"speaks for it: {listed(_named(label.good))}" if label.good else "",
        f"speaks against it: {listed(_named(label.bad))}" if label.bad else "",
        f"strongest proof: {short(label.strongest, 300)}" if label.strongest else "",
        f"weakest point: {short(label.weakest, 300)}" if label.weakest else "",
    ]
    title = f"Credibility label of {quoted(label.title, 120)}{f' ({short(where)})' if where else ''}"
    return f"{title}: {'; '.join(filter(None, parts)) or 'nothing has been checked yet'}".rstrip(".") + "."


def _counts(label: Label) -> list[tuple[Look, int]]:
    return [(look, label.verdicts[name]) for name, look in LOOKS.items() if label.verdicts.get(name, 0) > 0]


def _checked(label: Label) -> int:
    return sum(count for _, count in _counts(label))


def _named(names: Sequence[str]) -> list[str]:
    return [*(short(name, 60) for name in names[:MOST]), *([f"{len(names) - MOST} more"] if len(names) > MOST else [])]


def _draw(label: Label, paper: Paper) -> None:
    y = _head(paper, label)
    if label.score is not None:
        y = _score(paper, label.score, y)
    y = _checks(paper, label, y)
    for title, sign, names in (("Speaks for it", "+", label.good), ("Speaks against it", "−", label.bad)):
        y = _signs(paper, title, sign, _named(names), y) if names else y
    for title, words in (("Strongest proof", label.strongest), ("Weakest point", label.weakest)):
        if words:
            y = paper.say(LEFT, y + 9, INNER, title, 15, bold=True)
            y = paper.say(LEFT, y, INNER, words, 14, most=4)
    _foot(paper, y + 12)


def _head(paper: Paper, label: Label) -> float:
    y = paper.say(LEFT, 22, INNER, "Credibility label", 37, bold=True)
    paper.line([(LEFT, y - 4), (RIGHT, y - 4)], INK, 1)
    y = paper.say(LEFT, y + 4, INNER, label.title, 16, serif=True, bold=True, most=5)
    where = ", ".join(filter(None, (label.outlet, label.date)))
    y = paper.say(LEFT, y + 1, INNER, where, 13, colour=SOFT, most=2) if where else y
    paper.box(LEFT, y + 8, INNER, 11, fill=INK)
    return y + 19


def _score(paper: Paper, score: float, y: float) -> float:
    """The score in figures and as a mark on a scale."""
    points = within(score)
    paper.text(LEFT, y + 45, "Score", 26, bold=True)
    paper.text(RIGHT - 74, y + 45, f"{rounded(points)}", 46, bold=True, side="right")
    paper.text(RIGHT, y + 45, "of 100", 18, colour=SOFT, side="right")
    top = y + 60
    paper.box(LEFT, top, INNER, 10, fill=SHADE, edge=EDGE, radius=5)
    paper.box(LEFT, top, max(10.0, INNER * points / 100), 10, fill=BRAND, radius=5)
    paper.text(LEFT, top + 25, "nothing speaks for it", 11.5, colour=SOFT)
    paper.text(RIGHT, top + 25, "everything speaks for it", 11.5, colour=SOFT, side="right")
    paper.box(LEFT, top + 35, INNER, 5, fill=INK)
    return top + 40


def _checks(paper: Paper, label: Label, y: float) -> float:
    """What was checked: the claims by verdict, as a bar and in figures, then sources and origins."""
    counts, checked = _counts(label), _checked(label)
    if counts:
        y = _row(paper, "Claims checked", checked, y, bold=True)
        x, top = float(LEFT), y + 8
        for look, count in counts:
            width = INNER * count / checked
            edge = SOFT if look.colour == "#ffffff" else look.colour
            paper.box(x, top, max(1.0, width - 2), 16, fill=look.colour, edge=edge, hatch=look.hatch)
            x += width
        y = top + 20
        for look, count in counts:
            paper.badge(LEFT + 26, y + 16, look, 8)
            y = _row(paper, look.name.capitalize(), count, y, LEFT + 44)
    for name, number in (("Sources consulted", label.sources), ("Independent origins", label.origins)):
        y = _row(paper, name, number, y, bold=True) if number is not None else y
    return y


def _row(paper: Paper, name: str, number: int, y: float, x: float | None = None, *, bold: bool = False) -> float:
    paper.text(LEFT if x is None else x, y + 21, name, 15, bold=bold)
    paper.text(RIGHT, y + 21, str(number), 15, bold=True, side="right")
    paper.line([(LEFT if x is None else x, y + 30), (RIGHT, y + 30)], EDGE, 0.8)
    return y + 30


def _signs(paper: Paper, title: str, sign: str, names: Sequence[str], y: float) -> float:
    y = paper.say(LEFT, y + 9, INNER, title, 15, bold=True)
    for name in names:
        paper.text(LEFT + 6, y + 15, sign, 15, bold=True)
        y = paper.say(LEFT + 26, y, INNER - 26, name, 14, most=2)
    return y


def _foot(paper: Paper, y: float) -> None:
    """A line to put a name on, and the frame round the whole label."""
    paper.box(LEFT, y, INNER, 11, fill=INK)
    paper.text(LEFT, y + 50, "Made by", 14, bold=True)
    paper.line([(LEFT + 74, y + 52), (RIGHT, y + 52)], INK, 1)
    end = paper.say(
        LEFT, y + 60, INNER, "This label says what was checked. What to believe is up to you.", 11.5, colour=SOFT
    )
    paper.box(FRAME, FRAME, ACROSS - 2 * FRAME, end + 4, edge=INK, thick=3)
    paper.margin = FRAME
