"""What simulated students hand in for "judge it, and say how sure you are".

They go wrong the way people do: doubting what is dull and true, believing what is printed twice, taking "not enough
evidence" for a polite "false", and above all being surer than they are right. How often depends on a made-up ability.
"""

from __future__ import annotations

from random import Random

import msgspec

from claimlab import verdicts
from claimlab.answers import Claim, Evidence, Search, Sheet, Verdict
from claimlab.lab import blank
from claimlab.verdict_key import Judged, VerdictKey

MISTAKES: dict[Verdict, tuple[Verdict, ...]] = {
    "supported": ("not-enough-evidence", "refuted", "conflicting-evidence"),
    "refuted": ("supported", "conflicting-evidence", "not-enough-evidence"),
    "conflicting-evidence": ("supported", "refuted", "not-enough-evidence"),
    "not-enough-evidence": ("refuted", "supported", "conflicting-evidence"),
    "not-checkable": ("supported", "not-enough-evidence", "refuted"),
}
LEANS: dict[Verdict, float] = {"supported": 85, "refuted": 15}  # where confidence lies with a verdict, in per cent
STANCES: dict[Verdict, str] = {"supported": "supports", "refuted": "refutes"}
REASONS = {
    "thorough": "The card says it in these words, and it can know because it was there at the time.",
    "thin": "It sounds right to me.",
}
STEP = 5


def answer(ability: float, key: VerdictKey, luck: Random) -> Sheet:
    """Return the sheet of a student of *ability* (0-1): the verdicts of *key*, missed more or less often."""
    claims = tuple(claim for judged in key.claims if (claim := _claim(judged, ability, luck)) is not None)
    return msgspec.structs.replace(blank(key.assignment), claims=claims, notes=_notes(ability, luck))


def _claim(judged: Judged, ability: float, luck: Random) -> Claim | None:
    if luck.random() > 0.6 + ability:
        return None  # did not get that far
    verdict = _verdict(judged, ability, luck)
    evidence = _evidence(judged, verdict, ability, luck)
    searches = () if evidence else (Search(judged.claim[:40].lower(), 0),)
    rationale = REASONS["thorough" if luck.random() < ability else "thin"] if luck.random() < 0.3 + ability else ""
    sure = _confidence(verdict, ability, luck)
    return Claim(judged.id, (), judged.claim, None, 0, None, evidence, searches, verdict, sure, rationale)


def _verdict(judged: Judged, ability: float, luck: Random) -> Verdict:
    if luck.random() < 0.15 + 0.85 * ability:
        return judged.verdict
    return luck.choice(MISTAKES[judged.verdict] if luck.random() < 0.8 else verdicts.VERDICTS)


def _confidence(verdict: Verdict, ability: float, luck: Random) -> float | None:
    """Able students are as sure as they are right; the others spread to both ends."""
    if luck.random() > 0.7 + ability:
        return None
    middle = LEANS.get(verdict, 50.0)
    said = luck.gauss(middle, 8 + 22 * (1 - ability))
    return float(min(max(STEP * round(said / STEP), 0), 100))


def _evidence(judged: Judged, verdict: Verdict, ability: float, luck: Random) -> tuple[Evidence, ...]:
    count = sum(luck.random() < 0.2 + 0.7 * ability for _ in judged.text.proofs)
    stance = STANCES.get(verdict, "partly supports")
    return tuple(Evidence(source, stance, words) for source, words in _named(judged)[:count])


def _named(judged: Judged) -> list[tuple[str, str]]:
    """The sources of the key, each once, with the words that count."""
    return list({proof.source: proof.words for proof in judged.text.proofs}.items())


def _notes(ability: float, luck: Random) -> dict[str, str]:
    if luck.random() > 0.4 + ability:
        return {}
    return {"evidence": REASONS["thorough" if ability > 0.6 else "thin"]}
