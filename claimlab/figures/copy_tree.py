"""Who repeats whom: sources in groups, each under the one where the words first appeared.

Ten pages that repeat one interview are one origin. Seen as a tree this needs no
explaining, and a student's tree beside the key's shows at a glance what was missed.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from claimlab.figures.picture import Picture
from claimlab.figures.style import BRAND, EDGE, INK, PAD, SHADE, SOFT, WASH, counted, listed, short

if TYPE_CHECKING:
    from claimlab.figures.paper import Paper

ACROSS = 580  # CSS pixels; two trees beside each other are still read in a column of a printed page
GAP, STEP = 16, 22
APART, BELOW = 10, 6
MOST_TREES, MOST_GROUPS, MOST_COPIES = 24, 20, 20
NONE_YET = "There are no sources to draw yet."


class Appearance(NamedTuple):
    """A source in a tree: its *label* ("S05 People, interview") and its *date* as it should be read."""

    label: str
    date: str = ""


class Tree(NamedTuple):
    """Groups of sources under a *title*; each group is its origin first, then whoever repeats it."""

    title: str
    groups: Sequence[Sequence[Appearance]]


def copy_tree(trees: Sequence[Tree]) -> Picture:
    """Return *trees* side by side, for instance the student's and the key's."""
    return Picture(_alt(trees), ACROSS, partial(_draw, tuple(trees)))


def _alt(trees: Sequence[Tree]) -> str:
    return " ".join(_said(tree, brief=len(trees) > 2) for tree in trees[:MOST_TREES]) or NONE_YET


def _said(tree: Tree, *, brief: bool) -> str:
    groups = _groups(tree)
    if not groups:
        return f"{tree.title}: no sources yet."
    sources = counted(sum(map(len, groups)), "source")
    if brief:
        return f"{tree.title}: {counted(len(groups), 'independent origin')} in {sources}."
    return f"{tree.title}: {counted(len(groups), 'independent origin')} in {sources}; {_repeats(groups)}."


def _repeats(groups: Sequence[Sequence[Appearance]]) -> str:
    """Say who repeats whom; those that nobody repeats are only counted, or nobody would listen to the end."""
    copied = [group for group in groups if len(group) > 1]
    said = [
        f"{_named(group[0])} is repeated by {listed(list(map(_named, group[1:])))}" for group in copied[:MOST_GROUPS]
    ]
    alone = len(groups) - len(copied)
    if not copied:
        return "no source repeats another"
    return "; ".join([*said, *([f"{alone} more {'stands' if alone == 1 else 'stand'} alone"] if alone else [])])


def _named(source: Appearance) -> str:
    return short(source.label, 100)


def _groups(tree: Tree) -> list[Sequence[Appearance]]:
    return [group for group in tree.groups if group]


def _draw(trees: Sequence[Tree], paper: Paper) -> None:
    y = paper.heading("Who repeats whom", "A card in bold is an origin. The cards that hang from it repeat it.")
    if not trees:
        paper.say(PAD, y, ACROSS - 2 * PAD, NONE_YET, colour=SOFT)
    beside = min(2, max(1, len(trees)))
    width = (ACROSS - 2 * PAD - GAP * (beside - 1)) / beside
    for first in range(0, min(len(trees), MOST_TREES), 2):
        pair = trees[first : first + 2]
        y = max(_tree(paper, tree, PAD + n * (width + GAP), y, width) for n, tree in enumerate(pair)) + GAP
    if len(trees) > MOST_TREES:
        paper.say(PAD, y, ACROSS, f"and {len(trees) - MOST_TREES} more", 14, colour=SOFT)


def _tree(paper: Paper, tree: Tree, x: float, y: float, width: float) -> float:
    groups = _groups(tree)
    y = paper.say(x, y, width, tree.title, 16, bold=True, most=2)
    said = counted(len(groups), "independent origin") if groups else "No sources yet"
    y = paper.say(x, y, width, said, 14, colour=SOFT) + 10
    for group in groups[:MOST_GROUPS]:
        y = _group(paper, group, x, y, width) + APART
    if len(groups) > MOST_GROUPS:
        y = paper.say(x, y, width, f"and {len(groups) - MOST_GROUPS} more", 14, colour=SOFT)
    return y - APART


def _group(paper: Paper, group: Sequence[Appearance], x: float, y: float, width: float) -> float:
    below = _card(paper, group[0], x, y, width, origin=True)
    stem = x + 11
    foot = below
    for copy in group[1:MOST_COPIES]:
        start = below + BELOW
        below = _card(paper, copy, x + STEP, start, width - STEP, origin=False)
        elbow = start + 16
        paper.line([(stem, foot), (stem, elbow), (x + STEP - 3, elbow)], EDGE, 1.6)
        foot = elbow
    if len(group) > MOST_COPIES:
        below = paper.say(x + STEP, below + BELOW, width, f"and {len(group) - MOST_COPIES} more", 13, colour=SOFT)
    return below


def _card(paper: Paper, source: Appearance, x: float, y: float, width: float, *, origin: bool) -> float:
    """Draw one source as a card and return where it ends; words go on top, so they are written last."""
    from claimlab.figures.paper import wrapped

    inner = width - 20
    label = wrapped(source.label, inner, 14, origin, most=4)
    date = wrapped(source.date, inner, 12, most=1) if source.date else []
    height = 10 + 20 * len(label) + 17 * len(date)
    paper.box(x, y, width, height, fill=WASH if origin else SHADE, radius=8)
    if origin:
        paper.box(x, y, 5, height, fill=BRAND, radius=2)
    below = paper.lines(x + 12, y + 4, label, 14, bold=origin, colour=INK)
    paper.lines(x + 12, below, date, 12, colour=SOFT)
    return y + height
