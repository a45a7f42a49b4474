"""Remarks on the form of a source ledger, which may be shown before the deadline.

What is asked for and not there can be seen without a key: a claim without an earliest page, a
source without words, no search for disagreement.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from claimlab.answers import Claim

ALL = ("origin", "letter")
_ASKED: tuple[tuple[str, Callable[[Claim], bool], str], ...] = (
    ("origin", lambda claim: any(e.role for e in claim.evidence) or not claim.evidence, "no source marked as earliest"),
    ("", lambda claim: all(e.stance for e in claim.evidence), "a source without a stance"),
    ("", lambda claim: all(e.words.strip() for e in claim.evidence), "a source without words that show it"),
    ("letter", lambda claim: all(e.letter for e in claim.evidence), "a source without a letter"),
    ("origin", lambda claim: any(s.against for s in claim.searches), "no search for disagreement"),
)


def begun(claims: Sequence[Claim]) -> list[Claim]:
    """Return the claims of a sheet that were worked on, in the order of the sheet."""
    return [claim for claim in claims if claim.evidence or claim.searches]


def remarks(claims: Sequence[Claim], given: Mapping[str, str], most: int, asks: Sequence[str] = ALL) -> tuple[str, ...]:
    """Return sentences on what is there and what is still open.

    *given* are the claims by id, in the order of their numbers; *most* is how many are asked for; *asks* is what
    is asked of a source beside its stance and its words, as in the plan.
    """
    numbers = {name: number for number, name in enumerate(given, 1)}
    chosen = [claim for claim in begun(claims) if claim.id in numbers]
    sourced = sum(bool(claim.evidence) for claim in chosen)
    found = [
        f"You have worked on {len(chosen)} of {most} claims; {sourced} of them {_verb(sourced)} a source.",
        f"Only {most} are marked: the {most} that earn most." if len(chosen) > most else "",
    ]
    for asked, there, lacks in _ASKED:
        if not asked or asked in asks:
            found.append(_which([numbers[claim.id] for claim in chosen if not there(claim)], lacks))
    return tuple(sentence for sentence in found if sentence)


def _which(numbers: Sequence[int], lacks: str) -> str:
    if not numbers:
        return ""
    return f"Claim{'s' if len(numbers) > 1 else ''} {_listed(sorted(numbers))} {_verb(len(numbers))} {lacks}."


def _listed(numbers: Sequence[int]) -> str:
    *first, last = [str(number) for number in numbers]
    return f"{', '.join(first)} and {last}" if first else last


def _verb(number: int) -> str:
    return "has" if number == 1 else "have"
