"""Counting independent origins: what a student grouped, held against who really repeats whom.

Ten pages that copy one another are one witness. A student shows that by saying which
cards share an origin; here the two ways of sorting the same cards are compared, and both can
be drawn as trees.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from claimlab.answers import Claim, Evidence, OwnSource
from claimlab.case import Source
from claimlab.marking.quoting import called
from claimlab.source_key import EARLIEST, Listed, SourcedClaim, SourceKey

Leaf = tuple[str, str]
NAMED = 4
UNTELLING = ("", "unknown", "blog", "personal blog")


class Sorted(NamedTuple):
    """How cards were sorted: ``split`` copies counted as further origins, ``merged`` origins thrown together."""

    counted: int
    true: int
    solid: int
    split: tuple[tuple[str, ...], ...]
    merged: tuple[tuple[str, ...], ...]

    @property
    def errors(self) -> int:
        """How many cards stand in a wrong place: each extra piece of an origin, each extra origin in a group."""
        return sum(len(names) - 1 for names in (*self.split, *self.merged))


class Tree(NamedTuple):
    """Who repeats whom, ready to be drawn: groups of (label, date), in each the origin first and then its copies."""

    title: str
    groups: tuple[tuple[Leaf, ...], ...]


def sort(attached: Sequence[Evidence], claim: SourcedClaim) -> Sorted:
    """Compare the groups of *attached*, cards that *claim* lists, with their true origins."""
    groups = _gathered((evidence.group or f"alone {evidence.source}", evidence.source) for evidence in attached)
    roots = _roots(groups, claim)
    origins = _gathered((roots[evidence.source], evidence.source) for evidence in attached)
    place = {name: group for group, names in groups.items() for name in names}
    split = (_one_each(names, place) for names in origins.values())
    merged = (_one_each(names, roots) for names in groups.values())
    solid = {roots[evidence.source] for evidence in attached if claim.sources[evidence.source].solid}
    return Sorted(
        len(groups),
        len(origins),
        len(solid),
        tuple(names for names in split if len(names) > 1),
        tuple(names for names in merged if len(names) > 1),
    )


def _one_each(names: Iterable[str], place: dict[str, str]) -> tuple[str, ...]:
    """Return one of *names* for each different *place*."""
    first: dict[str, str] = {}
    for name in names:
        first.setdefault(place[name], name)
    return tuple(first.values())


def _roots(groups: dict[str, list[str]], claim: SourcedClaim) -> dict[str, str]:
    """Return the origin of each card; where several may be named, the one that its group already has."""
    found = {}
    for names in groups.values():
        sure = {claim.sources[name].roots[0] for name in names if len(claim.sources[name].roots) == 1}
        for name in names:
            roots = claim.sources[name].roots
            found[name] = next((root for root in roots if root in sure), roots[0])
    return found


def _gathered(pairs: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    gathered: dict[str, list[str]] = {}
    for group, name in sorted(pairs):
        gathered.setdefault(group, []).append(name)
    return gathered


def trees(claim: Claim, key: SourceKey, own: Sequence[OwnSource] = ()) -> tuple[Tree, Tree]:
    """Return the student's grouping of the sources of *claim* and the key's. Raises KeyError for a claim not given."""
    return students_tree(claim, key.case.sources, own), keys_tree(key.claims[claim.id], key)


def students_tree(claim: Claim, pack: Sequence[Source], own: Sequence[OwnSource] = ()) -> Tree:
    """Return how a student grouped the sources of *claim*: the earliest appearance first, then in order of date."""
    cards: dict[str, Source | OwnSource] = {source.id: source for source in own}
    cards |= {source.id: source for source in pack}
    groups = _gathered((evidence.group or f"alone {evidence.source}", evidence.source) for evidence in claim.evidence)
    earliest = {evidence.source for evidence in claim.evidence if evidence.role == "origin"}
    leaves = [
        [_leaf(cards.get(name), name) for name in sorted(names, key=lambda n: (n not in earliest, _date(cards.get(n))))]
        for names in sorted(groups.values(), key=lambda names: not earliest & set(names))
    ]
    return Tree("Your groups", tuple(map(tuple, leaves)))


def keys_tree(claim: SourcedClaim, key: SourceKey) -> Tree:
    """Return who repeats whom among all the cards that speak to *claim*."""
    groups = _gathered((listed.roots[0], name) for name, listed in claim.sources.items())
    ordered = sorted(groups, key=lambda root: min(_rank(claim.sources[name]) for name in groups[root]))
    return Tree("Who repeats whom", tuple(_group(root, groups[root], claim, key) for root in ordered))


def told(claim: SourcedClaim, key: SourceKey) -> str:
    """Return in words who repeats whom on *claim*: a sentence for each origin that others repeat, the nearest first."""
    groups = _gathered((listed.roots[0], name) for name, listed in claim.sources.items())
    said = []
    for root in sorted(groups, key=lambda root: min(_rank(claim.sources[name]) for name in groups[root])):
        copies = dict.fromkeys(_place(key.cards[name]) for name in groups[root] if name != root)
        if copies:
            top = _place(key.cards[root]) if root in key.cards else key.text.rumours[root]
            said.append(f"{top} is repeated by {_listed(list(copies))}.")
    return " ".join(said[:NAMED])


def _listed(names: list[str]) -> str:
    shown = names[:NAMED] + ([f"{len(names) - NAMED} more"] if len(names) > NAMED else [])
    return f"{', '.join(shown[:-1])} and {shown[-1]}" if shown[1:] else shown[0]


def _place(card: Source) -> str:
    year = card.date[:4] if card.date[:1].isdigit() else ""
    name = called(card.title) if card.publisher in UNTELLING else card.publisher
    return f"{name} ({year})" if year else name


def _group(root: str, names: list[str], claim: SourcedClaim, key: SourceKey) -> tuple[Leaf, ...]:
    """One origin and its copies; an origin that does not speak to the claim itself, or is a rumour, is named too."""
    top = _leaf(key.cards[root], root) if root in key.cards else (key.text.rumours[root], "")
    copies = sorted((name for name in names if name != root), key=lambda name: _rank(claim.sources[name]))
    return (top, *(_leaf(key.cards[name], name) for name in copies))


def _rank(listed: Listed) -> tuple[bool, str]:
    return (listed.text.origin < EARLIEST, _date(listed.source))


def _date(card: Source | OwnSource | None) -> str:
    return card.date if card and card.date[:1].isdigit() else "9999"


def _leaf(card: Source | OwnSource | None, name: str) -> Leaf:
    if card is None:
        return (f"{name[:40]}, unknown", "")
    return (
        f"{called(card.title)} ({card.publisher or 'no publisher'})",
        "" if card.date == "various" else card.date,
    )
