"""The step in which sources are found: what the source desk is given, and what becomes of what it gives back.

The desk knows evidence and searches and nothing else. Verdicts, passages and
claims that another step or another notebook saved meanwhile stay as they are.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import msgspec

from claimlab.answers import Claim, OwnSource, Sheet
from claimlab.plan import Plan
from claimlab.showing import Shown, message
from claimlab.widgets import source_twin

if TYPE_CHECKING:
    from claimlab.lab import Lab
    from claimlab.widgets.source_desk import SourceDesk


def claims(plan: Plan, sheet: Sheet) -> dict[str, str]:
    """Return the claims to find sources for, text by id: those given, or else those that the student made."""
    return plan.given or {claim.id: claim.restatement for claim in sheet.claims}


def opened(lab: Lab) -> SourceDesk | Shown:
    """Return a source desk with the answers of *lab* on it, or a message if there are no claims to find sources for."""
    from claimlab.widgets.source_desk import SourceDesk

    given = claims(lab.plan, lab.sheet)
    if not given:
        return message("There are no claims yet: make some above, then run this cell again.")

    def keep(found: tuple[Claim, ...], own: tuple[OwnSource, ...]) -> str:
        merged = with_sources(lab.sheet, found, lab.plan.given)
        return lab.keep(saved(merged), claims=merged, sources=own)

    return SourceDesk(
        given, lab.case.sources, lab.sheet.claims, lab.sheet.sources,
        keep=keep, choose=min(lab.plan.target[0], len(given)), asks=lab.plan.asks,
        title=lab.plan.title, draft=lab.draft,
    )  # fmt: skip


def with_sources(sheet: Sheet, found: Sequence[Claim], given: Mapping[str, str]) -> tuple[Claim, ...]:
    """Return the claims of *sheet* with the evidence and searches of *found*, given claims first and in their order.

    A given claim on which nothing is left is not a chosen one and goes.
    """
    made = {claim.id: claim for claim in found}
    known = {claim.id: claim for claim in sheet.claims}
    names = [name for name in dict.fromkeys((*given, *known, *made)) if name in known or name in made]
    merged = (_with_sources(known.get(name), made.get(name)) for name in names)
    return tuple(claim for claim in merged if not (claim.id in given and _bare(claim)))


def _with_sources(known: Claim | None, made: Claim | None) -> Claim:
    if made is None or known is None:
        return known or made or Claim("")
    return msgspec.structs.replace(known, restatement=made.restatement, evidence=made.evidence, searches=made.searches)


def _bare(claim: Claim) -> bool:
    return claim == Claim(claim.id, restatement=claim.restatement)


def saved(found: Sequence[Claim]) -> str:
    """Return the sentence that says what was saved."""
    linked = sum(len(claim.evidence) for claim in found)
    return f"Saved. {linked} source{'' if linked == 1 else 's'} attached." if linked else "Saved."


def shown(lab: Lab, note: str = "") -> Shown:
    """Return what was found, to look at without a widget; *note* is a sentence put on top."""
    given = claims(lab.plan, lab.sheet)
    page = source_twin.html(lab.sheet, lab.case.sources, given, note=note)
    return Shown(page, source_twin.plain(lab.sheet, lab.case.sources, given))


def remarks(lab: Lab) -> tuple[str, ...]:
    """Return sentences on what is still open, without a word of the key."""
    asked = min(lab.plan.target[0], len(claims(lab.plan, lab.sheet)))
    chosen = [claim for claim in lab.sheet.claims if claim.evidence or claim.searches]
    sourced = sum(bool(claim.evidence) for claim in chosen)
    return (f"You have worked on {len(chosen)} of {asked} claims; {sourced} of them have a source.",)
