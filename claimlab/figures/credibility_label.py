"""The credibility label of an article: what was checked and what was found, on one small card.

It looks like the label on a packet of food, because it does the same: it does not
say "good" or "bad", it says what is inside. A student can print it and put a name to it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from claimlab.figures.picture import Picture
from claimlab.figures.style import INK, SOFT, VERDICTS, counted, listed, short

if TYPE_CHECKING:
    from claimlab.figures.paper import Paper

ACROSS, PAD = 460, 26
MOST = 6


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
    parts = [f"Credibility label of “{short(label.title, 120)}”{f' ({where})' if where else ''}"]
    parts += [f"score {label.score:.0f} of 100"] if label.score is not None else []
    parts += (
        [listed([f"{n} claims {VERDICTS[name].name}" for name, n in label.verdicts.items() if n])]
        if label.verdicts
        else []
    )
    parts += [f"{counted(label.sources, 'source')} consulted"] if label.sources is not None else []
    parts += [f"{counted(label.origins, 'independent origin')}"] if label.origins is not None else []
    parts += [f"speaks for it: {listed(list(label.good))}"] if label.good else []
    parts += [f"speaks against it: {listed(list(label.bad))}"] if label.bad else []
    return "; ".join(filter(None, parts)) + "."


def _draw(label: Label, paper: Paper) -> None:
    width = ACROSS - 2 * PAD
    y = paper.say(PAD, 20, width, "Credibility label", 34, bold=True)
    paper.line([(PAD, y), (ACROSS - PAD, y)], INK, 1)
    y = paper.say(PAD, y + 6, width, label.title, 15, serif=True, bold=True, most=4)
    y = paper.say(PAD, y, width, ", ".join(filter(None, (label.outlet, label.date))), 13, colour=SOFT, most=2)
    paper.box(PAD, y + 4, width, 10, fill=INK)
    y += 24
    if label.score is not None:
        paper.text(PAD, y + 42, "Score", 24, bold=True)
        paper.text(ACROSS - PAD, y + 42, f"{label.score:.0f} / 100", 40, bold=True, side="right")
        y += 56
    paper.box(PAD, y, width, 5, fill=INK)
    y += 8
    rows = [(VERDICTS[name].name, str(n)) for name, n in label.verdicts.items() if name in VERDICTS]
    rows += [("Sources consulted", str(label.sources))] if label.sources is not None else []
    rows += [("Independent origins", str(label.origins))] if label.origins is not None else []
    for name, value in rows:
        paper.text(PAD, y + 20, name[0].upper() + name[1:], 15)
        paper.text(ACROSS - PAD, y + 20, value, 15, bold=True, side="right")
        paper.line([(PAD, y + 28), (ACROSS - PAD, y + 28)], SOFT, 0.8)
        y += 28
    for title, names in (("Speaks for it", label.good), ("Speaks against it", label.bad)):
        if names:
            y = paper.say(PAD, y + 8, width, title, 15, bold=True)
            for name in names[:MOST]:
                y = paper.say(PAD + 16, y, width - 16, name, 14, most=2)
    for title, words in (("Strongest proof", label.strongest), ("Weakest point", label.weakest)):
        if words:
            y = paper.say(PAD, y + 8, width, title, 15, bold=True)
            y = paper.say(PAD, y, width, words, 14, most=4)
    paper.box(PAD, y + 8, width, 5, fill=INK)
    paper.text(PAD, y + 50, "Made by", 14)
    paper.line([(PAD + 76, y + 52), (ACROSS - PAD, y + 52)], INK, 1)
