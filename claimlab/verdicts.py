"""The five verdicts: what each one says, and how near one comes to another.

They are the same words for the learner who chooses, for the key that knows, and
for the marker that compares, so they are written down in one place.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import get_args

from claimlab.answers import Claim, Verdict

VERDICTS: tuple[Verdict, ...] = get_args(Verdict)
WORDS: dict[Verdict, str] = {
    "supported": "Supported",
    "refuted": "Refuted",
    "conflicting-evidence": "Conflicting evidence",
    "not-enough-evidence": "Not enough evidence",
    "not-checkable": "Not checkable",
}
SIGNS: dict[Verdict, str] = {
    "supported": "✓",
    "refuted": "✗",
    "conflicting-evidence": "◐",
    "not-enough-evidence": "?",
    "not-checkable": "○",
}
MEANINGS: dict[Verdict, str] = {
    "supported": "Good sources say that it is so.",
    "refuted": "Good sources say that it is not so.",
    "conflicting-evidence": "Sources disagree, and none of them settles it.",
    "not-enough-evidence": "It could be checked, but these sources do not settle it.",
    "not-checkable": "No source could settle it: it is an opinion, a mood or a forecast.",
}

# Rows are what the student chose, columns what the key says, both in the order of VERDICTS.
_NEARNESS = (
    (1.0, 0.0, 0.3, 0.2, 0.0),
    (0.0, 1.0, 0.3, 0.2, 0.0),
    (0.3, 0.3, 1.0, 0.5, 0.2),
    (0.3, 0.3, 0.5, 1.0, 0.2),
    (0.0, 0.0, 0.2, 0.2, 1.0),
)
WEIGHTS: dict[Verdict, float] = dict(zip(VERDICTS, (0.35, 0.35, 0.1, 0.1, 0.1), strict=True))
CONSTANT = 0.45  # the most that one verdict for every claim may earn


def credit(chosen: Verdict | None, accepted: Iterable[Verdict]) -> float:
    """Return 0-1: how near the verdict *chosen* comes to the nearest of those *accepted*; 0 for no verdict."""
    if chosen is None:
        return 0.0
    row = dict(zip(VERDICTS, _NEARNESS[VERDICTS.index(chosen)], strict=True))
    return max(row[one] for one in accepted)


def by_class(credits: Iterable[tuple[Verdict, float]]) -> dict[Verdict, float]:
    """Return the mean credit (0-1) of each verdict of the key, from pairs of that verdict and the credit earned."""
    earned: dict[Verdict, list[float]] = {}
    for verdict, one in credits:
        earned.setdefault(verdict, []).append(one)
    return {verdict: sum(earned[verdict]) / len(earned[verdict]) for verdict in VERDICTS if verdict in earned}


def share(credits: Iterable[tuple[Verdict, float]]) -> float:
    """Return the weighted mean (0-1) over the verdicts of the key; one that does not occur in it earns nothing.

    True claims taken together weigh as much as false ones, so one verdict for everything does not pay,
    whatever the mix of claims is.
    """
    return sum(WEIGHTS[verdict] * mean for verdict, mean in by_class(credits).items())


def open_to_judgement(claim: Claim) -> bool:
    """Return whether *claim* may be judged: a source is attached, or a search that found none is written down."""
    return bool(claim.evidence) or any(search.found == 0 for search in claim.searches)


def in_ten(confidence: float) -> str:
    """Return a confidence of 0-100 in words: "about 8 in 10", "8 to 9 in 10"."""
    tenths, rest = divmod(round(confidence), 10)
    if rest:
        return f"{tenths} to {tenths + 1} in 10"
    return f"{tenths} in 10" if tenths in (0, 10) else f"about {tenths} in 10"
