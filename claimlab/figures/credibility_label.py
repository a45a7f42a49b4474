"""The credibility label of an article: what was looked at, how much it counts and what was found, on one small card.

It looks like the label on a packet of food, because it does the same: it does not
say "good" or "bad", it says what is inside. A student can print it and put a name to it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from claimlab.article_score import rounded
from claimlab.figures.picture import Picture
from claimlab.figures.style import (
    BRAND,
    EDGE,
    INK,
    LOOKS,
    OPEN,
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
SIDES = {True: "Outside the page", False: "On the page"}
WAYS = {
    "for": Look("speaks for it", "✓", LOOKS["supported"].colour),
    "against": Look("speaks against it", "✗", LOOKS["refuted"].colour, LOOKS["refuted"].hatch),
    "cannot tell": Look("cannot tell", "?", "#ffffff"),
}


class Weighed(NamedTuple):
    """An indicator on the label: which ``way`` it points, its ``weight``, and whether it lies ``outside`` the page."""

    name: str
    way: str
    weight: float
    outside: bool


@dataclass(frozen=True)
class Label:
    """What a label says; whatever is empty or None is left out."""

    title: str
    outlet: str
    date: str
    score: float | None
    verdicts: Mapping[str, int]
    signs: Sequence[Weighed]
    between: tuple[float, float] | None
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
    signs: Sequence[Weighed] = (),
    between: tuple[float, float] | None = None,
    sources: int | None = None,
    origins: int | None = None,
    strongest: str = "",
    weakest: str = "",
) -> Picture:
    """Return the label of the article called *title*.

    *score* is 0-100, and lies *between* two scores when one weight is halved; *verdicts* counts claims by verdict;
    *signs* are the indicators; *sources* were consulted, of which *origins* are independent; *strongest* and
    *weakest* say in one sentence what the article's best proof and its weakest point are.
    """
    label = Label(
        title, outlet, date, score, dict(verdicts or {}), tuple(signs), between, sources, origins, strongest, weakest
    )
    return Picture(_alt(label), ACROSS, partial(_draw, label))


def _alt(label: Label) -> str:
    where = ", ".join(filter(None, (label.outlet, label.date)))
    found = [f"{count} {look.name}" for look, count in _counts(label)]
    parts = [
        f"score {rounded(within(label.score))} of 100" if label.score is not None else "",
        f"{_range(label.between)} with one weight halved" if label.between and label.score is not None else "",
        *(f"{look.name}: {listed(_named(label, way))}" for way, look in WAYS.items() if _named(label, way)),
        f"{counted(_checked(label), 'claim')} checked ({listed(found)})" if found else "",
        f"{counted(label.sources, 'source')} consulted" if label.sources is not None else "",
        counted(label.origins, "independent origin") if label.origins is not None else "",
        f"strongest proof: {short(label.strongest, 300)}" if label.strongest else "",
        f"weakest point: {short(label.weakest, 300)}" if label.weakest else "",
    ]
    title = f"Credibility label of {quoted(label.title, 120)}{f' ({short(where)})' if where else ''}"
    said = f"{title}: {'; '.join(filter(None, parts)) or 'nothing has been checked yet'}"
    return said.removesuffix(".”") + "”." if said.endswith(".”") else said.rstrip(".") + "."


def _counts(label: Label) -> list[tuple[Look, int]]:
    return [(look, label.verdicts[name]) for name, look in LOOKS.items() if label.verdicts.get(name, 0) > 0]


def _checked(label: Label) -> int:
    return sum(count for _, count in _counts(label))


def _named(label: Label, way: str) -> list[str]:
    said = [f"{short(one.name, 60)} ({_share(label, one.weight)})" for one in label.signs if one.way == way]
    return [*said[:MOST], *([f"{len(said) - MOST} more"] if len(said) > MOST else [])]


def _share(label: Label, weight: float) -> str:
    """The part of the whole weight in per cent, as words."""
    whole = sum(one.weight for one in label.signs)
    return f"{rounded(100 * weight / whole)} %" if whole > 0 else "no weight"


def _range(between: tuple[float, float]) -> str:
    low, high = (rounded(within(one)) for one in between)
    return f"{low}" if low == high else f"{low} to {high}"


def _draw(label: Label, paper: Paper) -> None:
    y = _head(paper, label)
    if label.score is not None:
        y = _score(paper, label.score, label.between, y)
    if label.signs:
        y = _signs(paper, label, y)
    y = _checks(paper, label, y)
    for title, words in (("Strongest proof", label.strongest), ("Weakest point", label.weakest)):
        if words:
            y = paper.say(LEFT, y + 9, INNER, title, 15, bold=True)
            y = paper.say(LEFT, y + 1, INNER, words, 14.5, serif=True, most=5)
    _foot(paper, y + 12)


def _head(paper: Paper, label: Label) -> float:
    y = paper.say(LEFT, 22, INNER, "Credibility label", 37, bold=True)
    paper.line([(LEFT, y - 4), (RIGHT, y - 4)], INK, 1)
    y = paper.say(LEFT, y + 4, INNER, label.title, 16, serif=True, bold=True, most=5)
    where = ", ".join(filter(None, (label.outlet, label.date)))
    y = paper.say(LEFT, y + 1, INNER, where, 13, colour=SOFT, most=2) if where else y
    paper.box(LEFT, y + 8, INNER, 11, fill=INK)
    return y + 19


def _score(paper: Paper, score: float, between: tuple[float, float] | None, y: float) -> float:
    """The score in figures and on a scale, with the stretch it lies in when one weight is halved."""
    points = within(score)
    paper.text(LEFT, y + 49, "Score", 27, bold=True)
    paper.text(RIGHT - 74, y + 49, f"{rounded(points)}", 54, bold=True, side="right")
    paper.text(RIGHT, y + 49, "of 100", 18, colour=SOFT, side="right")
    top = y + 64
    paper.box(LEFT, top, INNER, 14, fill=SHADE, edge=EDGE, radius=7)
    paper.box(LEFT, top, max(14.0, INNER * points / 100), 14, fill=BRAND, radius=7)
    paper.text(LEFT, top + 30, "nothing speaks for it", 11.5, colour=SOFT)
    paper.text(RIGHT, top + 30, "everything speaks for it", 11.5, colour=SOFT, side="right")
    top += 38
    if between:
        paper.text(LEFT, top + 17, "With one weight halved", 14)
        paper.text(RIGHT, top + 17, _range(between), 15, bold=True, side="right")
        top += 28
    paper.box(LEFT, top, INNER, 5, fill=INK)
    return top + 5


def _signs(paper: Paper, label: Label, y: float) -> float:
    """What the score rests on: the weights as one bar, then each indicator under the side it lies on."""
    y = _ribbon(paper, label, y + 10)
    for outside, title in SIDES.items():
        beside = [one for one in label.signs if one.outside == outside]
        if not beside:
            continue
        y = _row(paper, title, _share(label, sum(one.weight for one in beside)), y, bold=True)
        for one in beside[:MOST]:
            y = _sign(paper, one, _share(label, one.weight), y)
        if len(beside) > MOST:
            y = _row(paper, f"{len(beside) - MOST} more", "", y, LEFT + 30)
    paper.box(LEFT, y, INNER, 5, fill=INK)
    return y + 5


def _ribbon(paper: Paper, label: Label, y: float) -> float:
    whole = sum(one.weight for one in label.signs)
    if whole <= 0:
        return y - 10
    x = float(LEFT)
    for one in sorted(label.signs, key=lambda one: [*WAYS, one.way].index(one.way)):
        look = WAYS.get(one.way, OPEN)
        width = INNER * one.weight / whole
        edge = SOFT if look.colour == "#ffffff" else look.colour
        if width > 3:
            paper.box(x, y, width - 2, 18, fill=look.colour, edge=edge, hatch=look.hatch)
        x += width
    said = " · ".join(
        f"{look.sign} {look.name}" for way, look in WAYS.items() if any(one.way == way for one in label.signs)
    )
    paper.text(LEFT, y + 34, said, 11.5, colour=SOFT)
    paper.text(RIGHT, y + 34, "weight", 11.5, colour=SOFT, side="right")
    return y + 38


def _sign(paper: Paper, one: Weighed, share: str, y: float) -> float:
    look = WAYS.get(one.way, OPEN)
    if one.way == "against":
        paper.box(LEFT + 2, y + 6, 19, 19, fill=look.colour, radius=5)
        paper.text(LEFT + 11.5, y + 20.4, look.sign, 12.5, bold=True, colour="#ffffff", side="center")
    else:
        paper.badge(LEFT + 11.5, y + 15.5, look, 9.5)
    end = paper.say(LEFT + 30, y + 6, INNER - 104, one.name, 14.5, most=2) + 5
    paper.text(RIGHT, y + 21, share, 14.5, side="right")
    paper.line([(LEFT + 30, end), (RIGHT, end)], EDGE, 0.8)
    return end


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


def _row(paper: Paper, name: str, number: int | str, y: float, x: float | None = None, *, bold: bool = False) -> float:
    paper.text(LEFT if x is None else x, y + 21, name, 15, bold=bold)
    paper.text(RIGHT, y + 21, str(number), 15, bold=True, side="right")
    paper.line([(LEFT if x is None else x, y + 30), (RIGHT, y + 30)], EDGE, 0.8)
    return y + 30


def _foot(paper: Paper, y: float) -> None:
    """A line to put a name on, and the frame round the whole label."""
    paper.box(LEFT, y, INNER, 11, fill=INK)
    paper.text(LEFT, y + 50, "Made by", 14, bold=True)
    paper.line([(LEFT + 72, y + 52), (RIGHT - 138, y + 52)], INK, 1)
    paper.text(RIGHT - 128, y + 50, "on", 14, bold=True)
    paper.line([(RIGHT - 100, y + 52), (RIGHT, y + 52)], INK, 1)
    end = paper.say(LEFT, y + 62, INNER, CLOSING, 11.5, colour=SOFT)
    paper.box(FRAME, FRAME, ACROSS - 2 * FRAME, end + 4, edge=INK, thick=3)
    paper.margin = FRAME
