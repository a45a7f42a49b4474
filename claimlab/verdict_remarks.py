"""What can be said about verdicts before the deadline: what is missing, and what does not fit together.

Nothing here knows a key, so the same sentences serve a check in the notebook and the marks that are not released yet.
"""

from __future__ import annotations

from collections.abc import Sequence

from claimlab import verdicts
from claimlab.answers import Claim

MIDDLE = 50.0  # per cent


def handed(claims: Sequence[Claim]) -> str:
    """Return what was handed in on *claims*, in one sentence."""
    given = [claim for claim in claims if claim.verdict]
    backed = sum(verdicts.open_to_judgement(claim) for claim in given)
    rest = f", {backed} of them with a source or a search that found none" if given else ""
    return f"You handed in {len(given)} verdict{'' if len(given) == 1 else 's'} on {len(claims)} claims{rest}."


def remarks(claims: Sequence[Claim]) -> tuple[str, ...]:
    """Return sentences on what is missing or odd in *claims*, which are numbered in their order."""
    gaps = (
        ("has no verdict yet", "have no verdict yet", [not claim.verdict for claim in claims]),
        (
            "does not say how sure you are",
            "do not say how sure you are",
            [bool(c.verdict) and c.confidence is None for c in claims],
        ),
        ("has no reason yet", "have no reason yet", [bool(c.verdict) and not c.rationale.strip() for c in claims]),
        ("has a verdict but no source", "have a verdict but no source", [_unbacked(claim) for claim in claims]),
    )
    found = [_gap(one, more, marks) for one, more, marks in gaps if any(marks)]
    return (*found, *(odd for n, claim in enumerate(claims, 1) if (odd := _odd(n, claim))))


def _gap(one: str, more: str, marks: Sequence[bool]) -> str:
    numbers = [str(n) for n, mark in enumerate(marks, 1) if mark]
    if len(numbers) == len(marks) > 1:
        return f"All {len(marks)} claims {more}."
    if len(numbers) == 1:
        return f"Claim {numbers[0]} {one}."
    return f"Claims {', '.join(numbers[:-1])} and {numbers[-1]} {more}."


def _unbacked(claim: Claim) -> bool:
    return bool(claim.verdict) and not verdicts.open_to_judgement(claim)


def _odd(number: int, claim: Claim) -> str:
    sure = MIDDLE if claim.confidence is None else claim.confidence
    if claim.verdict == "supported" and sure < MIDDLE:
        return f"Claim {number}: you say supported, but less than 50 % sure that it is accurate. Do both fit?"
    if claim.verdict == "refuted" and sure > MIDDLE:
        return f"Claim {number}: you say refuted, but more than 50 % sure that it is accurate. Do both fit?"
    return ""
