"""Verdict sheets for the tests: the key itself, one answer for everything, and what people really do."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

import msgspec

from claimlab.answers import Claim, Evidence, Sheet, Verdict
from claimlab.keys import load
from claimlab.lab import blank
from claimlab.verdict_key import Judged, VerdictKey

KEY = Path(__file__).resolve().parents[2] / "solutions" / "a3-verdicts" / "key.yaml"
A3 = "a3-verdicts"
Answer = tuple[Verdict | None, float | None]


@lru_cache(maxsize=1)
def key() -> VerdictKey:
    """The key of a3."""
    found = load(KEY)
    assert isinstance(found, VerdictKey)
    return found


def sheet(answer: Callable[[Judged], Answer]) -> Sheet:
    """Return a sheet with verdict and confidence for each claim, as *answer* says."""
    claims = []
    for judged in key().claims:
        verdict, sure = answer(judged)
        cited = Evidence(judged.text.proofs[0].source, "supports", judged.text.proofs[0].words)
        claims.append(Claim(judged.id, (), judged.claim, None, 0, None, (cited,), (), verdict, sure, "It says so."))
    return with_claims(*claims)


def with_claims(*claims: Claim) -> Sheet:
    """Return a sheet that holds *claims*."""
    return msgspec.structs.replace(blank(A3), claims=claims)


def truth(judged: Judged) -> Answer:
    """Answer as the key does, quite sure."""
    return judged.verdict, {True: 100.0, False: 0.0, None: 50.0}[judged.accurate]
