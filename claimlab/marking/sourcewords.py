"""Words that every part of the feedback on sources uses: names of cards, counts, remarks on form.

Nothing here depends on the key, except the titles of the cards, which are public.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from claimlab import unread
from claimlab.answers import Claim, OwnSource
from claimlab.case import Source
from claimlab.marking import ledger
from claimlab.marking.ledger import Entry
from claimlab.marking.marks import Line, Share
from claimlab.marking.quoting import called, quoted, short
from claimlab.source_key import SourcedClaim

FULL = 0.005


def beyond(given: SourcedClaim, most: int) -> Line:
    """Return the line for a claim beyond the number that is marked."""
    return Line(
        given.id,
        "unattempted",
        f"The claim: {quoted(given.said)}",
        why=f"{most} claims are marked: the {most} of yours that earn most. This one earns no more than those.",
        name=f"Claim {given.number}",
    )


def unknown(claim: Claim) -> Line:
    """Return the line for work on a claim that was not given."""
    said = quoted(claim.restatement or claim.id)
    why = "It is not one of the claims that were given, so it is not marked."
    return Line(claim.id, "unreadable", f"The claim: {said}", why=why, name="A claim of your own")


def damaged(card: Any) -> Line:
    """Return the line for a card of the sheet, or a line typed by the student, that could not be read."""
    typed = unread.words(card)
    if typed:
        return Line("", "unreadable", f"A typed line could not be read: {short(typed)}", next="Write it anew.")
    said = card.get("restatement", "") if isinstance(card, dict) else card
    return Line("", "unreadable", f"A claim could not be read: {short(str(said))}", next="Work on it anew.")


def missing(count: int, most: int) -> Line:
    """Return the line for claims that are still to choose."""
    are = "claim is" if count == 1 else "claims are"
    return Line(
        "", "unattempted", f"{count} more {are} still to choose: {most} are asked for, and each is worth as much."
    )


def handed(begun: Sequence[Claim]) -> str:
    """Return in one sentence what was handed in."""
    cards = sum(len(claim.evidence) for claim in begun)
    searches = sum(len(claim.searches) for claim in begun)
    return f"You handed in {count(len(begun), 'claim')} with {count(cards, 'source')} and {count(searches, 'search')}."


def origin_shares(entries: Sequence[Entry], most: int) -> tuple[Share, ...]:
    """Return in counts how the points for origins arise."""
    first = sum(entry.origin >= ledger.ORIGIN - FULL for entry in entries)
    counted = sum(entry.independence >= ledger.INDEPENDENT - FULL for entry in entries)
    return (
        _share("Earliest page", f"{first} of {most} claims traced all the way", "origin", ledger.ORIGIN, entries, most),
        _share(
            "Independent origins",
            f"{counted} of {most} claims counted right",
            "independence",
            ledger.INDEPENDENT,
            entries,
            most,
        ),
    )


def support_shares(entries: Sequence[Entry], most: int) -> tuple[Share, ...]:
    """Return in counts how the points for quoted words arise."""
    shown = sum(entry.support >= ledger.SUPPORT - FULL for entry in entries)
    return (
        _share("Quoted words", f"{shown} of {most} claims shown in full", "support", ledger.SUPPORT, entries, most),
    )


def care_shares(entries: Sequence[Entry], most: int) -> tuple[Share, ...]:
    """Return in counts how the points for letters and searches arise."""
    judged = sum(len(entry.weighed) for entry in entries)
    right = sum(one.letter == 1 for entry in entries for one in entry.weighed)
    looked = sum(entry.search > 0 for entry in entries)
    return (
        _share("Letters", f"{right} of {count(judged, 'letter')} right", "letter", ledger.LETTER, entries, most),
        _share("Other side", f"{looked} of {most} claims searched", "search", ledger.SEARCH, entries, most),
    )


def _share(name: str, counted: str, part: str, worth: float, entries: Sequence[Entry], most: int) -> Share:
    return Share(name, counted, max(0.0, worth * most - sum(getattr(entry, part) for entry in entries)))


def title(card: Source | OwnSource) -> str:
    """Return what people call *card*: its title, with publisher and year where known."""
    name = called(card.title or "a page without a title")
    year = card.date[:4] if card.date[:1].isdigit() else ""
    where = ", ".join(filter(None, (short(card.publisher, 60), year)))
    return f"{name} ({where})" if where else name


def count(number: int, what: str) -> str:
    """Return a number with its noun, in the singular or the plural."""
    return f"{number} {what}{'' if number == 1 else 'es' if what.endswith('ch') else 's'}"


def points(number: float) -> str:
    """Return points as people write them: 1.33, 2, 0.5."""
    return f"{number:.2f}".rstrip("0").rstrip(".")
