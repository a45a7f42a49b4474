"""The step in which sources are found: what the source desk is given, and what becomes of what it gives back.

The desk knows evidence and searches and nothing else. Verdicts, passages and
claims that another step or another notebook saved meanwhile stay as they are.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

import msgspec

from claimlab import source_form, unread
from claimlab.answers import Claim, OwnSource, Sheet
from claimlab.plan import Plan
from claimlab.showing import Shown, message
from claimlab.unread import Unread
from claimlab.widgets import source_twin, typed_words, unread_twin

if TYPE_CHECKING:
    from claimlab.figures import Picture, Tree
    from claimlab.lab import Lab
    from claimlab.marking.copies import Tree as Grouped
    from claimlab.widgets.source_desk import SourceDesk
    from claimlab.widgets.typed_box import TypedBox
    from claimlab.widgets.typed_claims import ClaimText, Reading

    Keep = Callable[[Lab, str, tuple[Claim, ...], tuple[OwnSource, ...], tuple[Unread, ...]], str]

FIELDS = ("restatement", "evidence", "searches")  # of a claim; what the source desk changes

TREE = "copy tree"
MOST_TREES = 30
NONE_YET = "There are no claims yet: make some above, then run this cell again."
REPORTED = {"origins": tuple(f"{TREE} {number}" for number in range(1, MOST_TREES + 1))}


def claims(plan: Plan, sheet: Sheet) -> dict[str, str]:
    """Return the claims to find sources for, text by id: those given, or else those that the student made."""
    return plan.given or {claim.id: claim.restatement for claim in sheet.claims}


def opened(lab: Lab) -> SourceDesk | Shown:
    """Return a source desk with the answers of *lab* on it, or a message if there are no claims to find sources for."""
    from claimlab.widgets.source_desk import SourceDesk

    given = claims(lab.plan, lab.sheet)
    if not given:
        return message(NONE_YET)
    desk = SourceDesk(
        given, lab.case.sources, lab.sheet.claims, lab.sheet.sources,
        keep=partial(_keep, lab, "pressed"), unread=unread.listed(lab.sheet),
        choose=min(lab.plan.target[0], len(given)), asks=lab.plan.asks, title=lab.plan.title, draft=lab.draft,
    )  # fmt: skip
    lab.views["pressed"] = lambda: desk.replace(lab.sheet.claims, lab.sheet.sources, unread.listed(lab.sheet))
    return desk


def typed(lab: Lab) -> TypedBox | Shown:
    """Return a text area with the sources and searches of *lab*, or a message if there are no claims yet."""
    from claimlab.widgets.typed_claims import ClaimText

    form = ClaimText(claims(lab.plan, lab.sheet), lab.case.sources)
    return typed_box(lab, form, typed_words.sources(lab.plan.asks), _keep)


def typed_box(lab: Lab, form: ClaimText, guide: dict[str, Any], keep: Keep) -> TypedBox | Shown:
    """Return a text area for the claims of *form*, with the sources to read above it; *keep* saves what was typed."""
    from claimlab.widgets import typed_box as boxes

    if not form.given:
        return message(NONE_YET)

    def text() -> str:
        return form.text(lab.sheet.claims, lab.sheet.sources, unread.listed(lab.sheet))

    def read(typed: str) -> Reading:
        return form.read(typed, lab.sheet.claims, lab.sheet.sources)

    def save(reading: Reading) -> str:
        return keep(lab, "typed", reading.claims, reading.sources, boxes.unread(reading))

    sources = boxes.shelf(f"The {len(form.pack)} sources", form.pack)
    return boxes.opened(lab, guide, [sources], text, read, save)


def _keep(lab: Lab, view: str, found: tuple[Claim, ...], own: tuple[OwnSource, ...], lines: tuple[Unread, ...]) -> str:
    """Save what was found, show it in the other view of the same work, and return a sentence that says so."""
    merged = with_sources(lab.sheet, found, lab.plan.given)
    said = lab.keep(saved(merged), claims=merged, sources=own, damaged=unread.kept(lab.sheet, lines))
    lab.show_elsewhere(view)
    return said


def with_sources(
    sheet: Sheet, found: Sequence[Claim], given: Mapping[str, str], fields: Sequence[str] = FIELDS
) -> tuple[Claim, ...]:
    """Return the claims of *sheet* with the *fields* of *found*, given claims first and in their order.

    A given claim on which nothing is left is not a chosen one and goes.
    """
    made = {claim.id: claim for claim in found}
    known = {claim.id: claim for claim in sheet.claims}
    names = [name for name in dict.fromkeys((*given, *known, *made)) if name in known or name in made]
    merged = (_with_sources(known.get(name), made.get(name), fields) for name in names)
    return tuple(claim for claim in merged if not (claim.id in given and _bare(claim)))


def _with_sources(known: Claim | None, made: Claim | None, fields: Sequence[str]) -> Claim:
    if made is None or known is None:
        return known or made or Claim("")
    return msgspec.structs.replace(known, **{field: getattr(made, field) for field in fields})


def _bare(claim: Claim) -> bool:
    return claim == Claim(claim.id, restatement=claim.restatement)


def saved(found: Sequence[Claim]) -> str:
    """Return the sentence that says what was saved."""
    linked = sum(len(claim.evidence) for claim in found)
    return f"Saved. {linked} source{'' if linked == 1 else 's'} attached." if linked else "Saved."


def shown(lab: Lab, note: str = "") -> Shown:
    """Return what was found, to look at without a widget; *note* is a sentence put on top."""
    given = claims(lab.plan, lab.sheet)
    page = source_twin.html(lab.sheet, lab.case.sources, given, note=note) + unread_twin.html(lab.sheet)
    return Shown(page, source_twin.plain(lab.sheet, lab.case.sources, given) + unread_twin.plain(lab.sheet))


def remarks(lab: Lab) -> tuple[str, ...]:
    """Return sentences on what is still open, without a word of the key."""
    given = claims(lab.plan, lab.sheet)
    return source_form.remarks(lab.sheet.claims, given, min(lab.plan.target[0], len(given)), lab.plan.asks)


def pictures(lab: Lab) -> dict[str, Callable[[], Picture]]:
    """Return what can be drawn of the sources, by name: a copy tree for each claim, and one for the fullest.

    Beside the learner's tree stands the key's, where it may be shown.
    """
    numbers = {name: number for number, name in enumerate(claims(lab.plan, lab.sheet), 1)}
    sourced = [claim for claim in lab.sheet.claims if claim.evidence and claim.id in numbers]
    fullest = max(sourced, key=lambda claim: len(claim.evidence), default=None)
    drawn = {f"{TREE} {numbers[claim.id]}": partial(_tree, lab, claim) for claim in sourced}
    return {TREE: partial(_tree, lab, fullest), **drawn}


def _tree(lab: Lab, claim: Claim | None) -> Picture:
    from claimlab import figures
    from claimlab.marking import copies
    from claimlab.source_key import SourceKey

    if claim is None:
        return figures.copy_tree(())
    number = list(claims(lab.plan, lab.sheet)).index(claim.id) + 1
    found = [copies.students_tree(claim, lab.case.sources, lab.sheet.sources)]
    key = lab.open_key
    if isinstance(key, SourceKey) and claim.id in key.claims:
        found.append(copies.keys_tree(key.claims[claim.id], key))
    return figures.copy_tree([_drawn(tree, number) for tree in found])


def _drawn(tree: Grouped, number: int) -> Tree:
    from claimlab.figures import Appearance, Tree

    groups = [[Appearance(label, date) for label, date in group] for group in tree.groups]
    return Tree(f"Claim {number}: {tree.title[:1].lower()}{tree.title[1:]}", groups)
