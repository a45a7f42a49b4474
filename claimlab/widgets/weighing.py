"""The step in which claims are judged: what the verdict table is given, and what becomes of what it gives back.

Where the plan names a second case, the sources of both lie on one table.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from claimlab import case, unread, verdict_remarks
from claimlab.answers import Claim, OwnSource
from claimlab.case import Source
from claimlab.showing import Shown, message
from claimlab.unread import Unread
from claimlab.widgets import sourcing, typed_words, unread_twin, verdict_twin

if TYPE_CHECKING:
    from claimlab.figures import Picture
    from claimlab.lab import Lab
    from claimlab.verdict_key import VerdictKey
    from claimlab.widgets.typed_box import TypedBox
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
        return message(sourcing.NONE_YET)
    table = VerdictTable(
        given, pack(lab), lab.sheet.claims, lab.sheet.sources,
        keep=partial(_keep, lab, "pressed"), unread=unread.listed(lab.sheet), choose=len(given),
        asks=lab.plan.asks, title=lab.plan.title, draft=lab.draft,
    )  # fmt: skip
    lab.views["pressed"] = lambda: table.replace(lab.sheet.claims, lab.sheet.sources, unread.listed(lab.sheet))
    return table


def typed(lab: Lab) -> TypedBox | Shown:
    """Return a text area with the verdicts of *lab*, or a message if there are no claims to judge."""
    from claimlab.widgets.typed_claims import ClaimText

    form = ClaimText(sourcing.claims(lab.plan, lab.sheet), pack(lab), judged=True)
    return sourcing.typed_box(lab, form, typed_words.verdicts(lab.plan.asks), _keep)


def _keep(lab: Lab, view: str, found: tuple[Claim, ...], own: tuple[OwnSource, ...], lines: tuple[Unread, ...]) -> str:
    """Save what was decided, show it in the other view of the same work, and return a sentence that says so."""
    asked = len(sourcing.claims(lab.plan, lab.sheet))
    merged = sourcing.with_sources(lab.sheet, found, lab.plan.given, FIELDS)
    said = lab.keep(saved(merged, asked), claims=merged, sources=own, damaged=unread.kept(lab.sheet, lines))
    lab.show_elsewhere(view)
    return said


def saved(claims: Sequence[Claim], asked: int) -> str:
    """Return the sentence that says what was saved; *asked* is how many claims there are to judge."""
    judged = sum(claim.verdict is not None for claim in claims)
    return f"Saved. {judged} of {asked} verdicts."


def shown(lab: Lab, note: str = "") -> Shown:
    """Return the verdicts with their reasons and sources, to look at without a widget; *note* is put on top."""
    given = sourcing.claims(lab.plan, lab.sheet)
    sources = pack(lab)
    page = verdict_twin.html(lab.sheet, sources, given, note=note) + unread_twin.html(lab.sheet)
    return Shown(page, verdict_twin.plain(lab.sheet, sources, given) + unread_twin.plain(lab.sheet))


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
