"""The step in which claims are judged: what the verdict table is given, and what becomes of what it gives back.

Where the plan names a second case, the sources of both lie on one table.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from claimlab import case, verdict_remarks
from claimlab.answers import Claim, OwnSource
from claimlab.case import Source
from claimlab.showing import Shown, message
from claimlab.widgets import sourcing, verdict_twin

if TYPE_CHECKING:
    from claimlab.figures import Picture
    from claimlab.lab import Lab
    from claimlab.verdict_key import VerdictKey
    from claimlab.widgets.verdict_table import VerdictTable

FIELDS = (*sourcing.FIELDS, "verdict", "confidence", "rationale")
BARS, STRIP = "verdict bars", "calibration strip"
REPORTED = {"verdicts": (BARS,), "calibration": (STRIP,)}


def pack(lab: Lab) -> list[Source]:
    """Return the sources of the case and of the one beside it."""
    beside = case.load(lab.plan.beside).sources if lab.plan.beside else []
    return [*lab.case.sources, *beside]


def opened(lab: Lab) -> VerdictTable | Shown:
    """Return a verdict table with the answers of *lab* on it, or a message if there are no claims to judge."""
    from claimlab.widgets.verdict_table import VerdictTable

    given = sourcing.claims(lab.plan, lab.sheet)
    if not given:
        return message("There are no claims yet: make some above, then run this cell again.")

    def keep(found: tuple[Claim, ...], own: tuple[OwnSource, ...]) -> str:
        merged = sourcing.with_sources(lab.sheet, found, lab.plan.given, FIELDS)
        return lab.keep(saved(merged, len(given)), claims=merged, sources=own)

    return VerdictTable(
        given, pack(lab), lab.sheet.claims, lab.sheet.sources,
        keep=keep, choose=len(given), asks=lab.plan.asks, title=lab.plan.title, draft=lab.draft,
    )  # fmt: skip


def saved(claims: Sequence[Claim], asked: int) -> str:
    """Return the sentence that says what was saved; *asked* is how many claims there are to judge."""
    judged = sum(claim.verdict is not None for claim in claims)
    return f"Saved. {judged} of {asked} verdicts."


def shown(lab: Lab, note: str = "") -> Shown:
    """Return the verdicts with their reasons and sources, to look at without a widget; *note* is put on top."""
    given = sourcing.claims(lab.plan, lab.sheet)
    sources = pack(lab)
    return Shown(verdict_twin.html(lab.sheet, sources, given, note=note), verdict_twin.plain(lab.sheet, sources, given))


def remarks(lab: Lab) -> tuple[str, ...]:
    """Return sentences on what is still open, without a word of the key."""
    claims = _claims(lab)
    if not claims:
        return ("There are no claims yet.",)
    judged = sum(claim.verdict is not None for claim in claims)
    return (f"You have judged {judged} of {len(claims)} claims.", *verdict_remarks.remarks(claims))


def pictures(lab: Lab) -> dict[str, Callable[[], Picture]]:
    """Return what can be drawn of the work: the verdicts and, once the key may be shown, how sure and how right."""
    return {BARS: lambda: _bars(lab), STRIP: lambda: _strip(lab)}


def _claims(lab: Lab) -> list[Claim]:
    made = {claim.id: claim for claim in lab.sheet.claims}
    return [made.get(name, Claim(name)) for name in sourcing.claims(lab.plan, lab.sheet)]


def _bars(lab: Lab) -> Picture:
    from claimlab.figures import VerdictRow, verdict_bars

    given, key = sourcing.claims(lab.plan, lab.sheet), _key(lab)
    right = {judged.id: (judged.verdict, judged.text.also) for judged in key.claims} if key else {}
    rows = [
        VerdictRow(given[claim.id], claim.verdict, claim.confidence, *right.get(claim.id, ())) for claim in _claims(lab)
    ]
    return verdict_bars(rows)


def _strip(lab: Lab) -> Picture:
    from claimlab.figures import calibration_strip
    from claimlab.marking.verdicts import answers

    key = _key(lab)
    return calibration_strip(answers(lab.sheet, key) if key else [])


def _key(lab: Lab) -> VerdictKey | None:
    from claimlab.verdict_key import VerdictKey

    return lab.open_key if isinstance(lab.open_key, VerdictKey) else None
