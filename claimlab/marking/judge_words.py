"""The sentences of the feedback on verdicts: what you decided, what the sources say, why, and the next move.

Finding that a claim is true is a result as well, so right answers get their reasons like wrong ones.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from claimlab import verdicts
from claimlab.answers import Claim
from claimlab.marking.calibration import Band
from claimlab.marking.marks import Line, State

if TYPE_CHECKING:
    from claimlab.marking.judge_pairs import Pair
    from claimlab.verdict_key import Judged, VerdictKey

MIDDLE = 50.0  # per cent
CLOSE, COIN = 0.0625, 0.25  # squared distances: within 25 points of the truth; what a coin would give
CALIBRATED = (
    "{count} of the claims are settled: their sources leave no doubt. For these, being sure of what is so earns "
    "points, and always saying 50 % earns none."
)
BALANCED = (
    "Doubting everything is as blind as believing everything. These points are for those who see both: what is so, "
    "and what is not."
)
ACCURATE = {True: "accurate", False: "not accurate"}


def handed_confidence(claims: Sequence[Claim]) -> str:
    """Return for how many of *claims* there is a confidence."""
    said = sum(claim.confidence is not None for claim in claims)
    return f"You said how sure you are for {said} of {len(claims)} claims."


def verdict_line(pair: Pair, key: VerdictKey) -> Line:
    """Return the feedback on one verdict; what it costs is named in it."""
    judged, claim = pair.judged, pair.claim
    state: State = "partly"
    if pair.credit in (0.0, 1.0):
        state = "right" if pair.credit else "wrong"
    if claim.verdict is None:
        state = "unattempted"
        return Line(
            judged.id,
            state,
            f"The claim: {judged.claim}",
            f"We would say: {_accepted(judged)}",
            judged.text.why,
            "Give every claim a verdict. Not enough evidence is one, too.",
            name=f"Claim {pair.number}",
        )
    return Line(
        judged.id,
        state,
        _did(judged, claim),
        "\n".join(filter(None, (_ours(pair), f"The sources: {judged.text.says}", _cited(judged, key)))),
        " ".join(filter(None, (judged.text.why, _cost(pair)))),
        _next(pair, state),
        name=f"Claim {pair.number}",
    )


def _next(pair: Pair, state: State) -> str:
    if state != "right":
        return pair.judged.text.next
    rests = pair.claim.evidence or pair.judged.verdict in ("not-enough-evidence", "not-checkable")
    return "Keep it." if rests else "Keep it, and attach the source that shows it: without one, nobody can check it."


def _did(judged: Judged, claim: Claim) -> str:
    sure = "" if claim.confidence is None else f", {claim.confidence:g} % sure that it is accurate"
    chosen = verdicts.WORDS[claim.verdict] if claim.verdict else "nothing yet"
    reason = " ".join(claim.rationale[:1200].split())
    short = reason if len(reason) <= 300 else reason[:299].rstrip() + "…"
    said = f"You wrote: “{short.replace('“', '‘').replace('”', '’')}”" if short else ""
    return "\n".join(filter(None, (f"The claim: {judged.claim}", f"You chose: {chosen}{sure}", said)))


def _ours(pair: Pair) -> str:
    alone = pair.claim.verdict == pair.judged.verdict and len(pair.judged.accepted) == 1
    return "" if alone else f"We would say: {_accepted(pair.judged)}"


def _accepted(judged: Judged) -> str:
    best, *others = (verdicts.WORDS[one] for one in judged.accepted)
    more = " and ".join(others)
    return f"{best}. One can also defend: {more}." if more else f"{best}."


def _cited(judged: Judged, key: VerdictKey) -> str:
    titles = dict.fromkeys(f"“{key.titles[proof.source]}”" for proof in judged.text.proofs)
    return f"Where to look: {'; '.join(titles)}"


def _cost(pair: Pair) -> str:
    if pair.credit == 1:
        return ""
    if not pair.credit:
        return "Your verdict earns nothing for this claim."
    return f"Your verdict comes near, so it earns {100 * pair.credit:.0f} % of the points for this claim."


def verdicts_summary(right: int, count: int) -> str:
    """Return the summary: how many verdicts fit, and that true and false claims weigh the same."""
    return (
        f"{right} of {count} verdicts fit. Taken together, the claims that are so bring as many points as those that "
        "are not so. A verdict that comes near brings a part."
    )


def sure_line(pair: Pair, error: float) -> Line:
    """Return the feedback on the confidence in one settled claim; *error* is the squared distance, 0-1."""
    judged, said = pair.judged, pair.claim.confidence
    name = f"Claim {pair.number}"
    fact = f"We would say: {ACCURATE[bool(judged.accurate)]}."
    if said is None:
        why = "Without an answer it counts as 50 %."
        return Line(
            judged.id, "unattempted", f"The claim: {judged.claim}", fact, why, "Say how sure you are.", name=name
        )
    state: State = "right" if error <= CLOSE else "partly" if error < COIN else "wrong"
    did = f"The claim: {judged.claim}\nYou chose: {said:g} % sure that it is accurate"
    return Line(
        judged.id,
        state,
        did,
        fact,
        " ".join(filter(None, (_distance(error), _mixed_up(pair) or _lesson(error)))),
        _other_way(said) if _mixed_up(pair) else _sure_move(error),
        name=name,
    )


def _distance(error: float) -> str:
    away = 100 * error**0.5
    return f"You were {away:.0f} percentage points away from what is so." if away else "That is exactly what is so."


def _mixed_up(pair: Pair) -> str:
    """The verdict is right and the number says the opposite: most likely the number was meant for the verdict."""
    verdict, said = pair.claim.verdict, pair.claim.confidence
    against = said is not None and (said > MIDDLE if verdict == "refuted" else said < MIDDLE)
    if not against or verdict not in ("supported", "refuted") or pair.credit < 1:
        return ""
    return (
        f"Your verdict, {verdict}, is right, but your number says the opposite. It stands for the claim and not for "
        "your verdict."
    )


def _other_way(said: float) -> str:
    return f"Give the number that fits your verdict: here it would have been {100 - said:g} %."


def _lesson(error: float) -> str:
    if error > COIN:
        return "Far away counts much more than near, because a reader would have relied on you."
    if error == COIN:
        return "50 % says that you cannot tell, which is honest, but earns nothing."
    return "" if error <= CLOSE else "You leaned the right way."


def _sure_move(error: float) -> str:
    if error > COIN:
        return "Ask what would have warned you. Be less sure until you have seen it."
    return "Keep it." if error <= CLOSE else "Look once more at the words of the source. They allow you to be surer."


def band_name(band: Band) -> str:
    """Return the name of a band of confidence: "At 67-100 %"."""
    return f"At {band.low}-{band.high} %"


def band_count(band: Band) -> str:
    """Return what came of the answers in one band."""
    what = "claim was" if band.count == 1 else "claims were"
    return f"{round(band.so * band.count)} of {band.count} {what} accurate"


def silent_count(count: int) -> str:
    """Return what became of settled claims without a number."""
    return f"{count} claim{' counts' if count == 1 else 's count'} as 50 %"


def balance_lines(counts: tuple[tuple[int, int], tuple[int, int]], asked: tuple[float, float]) -> tuple[Line, Line]:
    """Return two lines: accurate claims accepted and inaccurate ones rejected, each as (how many, of how many)."""
    (accepted, accurate), (rejected, inaccurate) = counts
    return (
        _half("Accurate claims", f"You accepted {accepted} of {accurate}.", accepted >= asked[0] * accurate, asked[0],
              "Supported is a finding. Most of what careful sources print is accurate."),
        _half("Inaccurate claims", f"You rejected {rejected} of {inaccurate}.", rejected >= asked[1] * inaccurate,
              asked[1], "Look for the one source that could show the claim to be wrong."),
    )  # fmt: skip


def _half(name: str, did: str, kept: bool, asked: float, move: str) -> Line:
    why = f"At least {100 * asked:.0f} % are asked for, and the points are given for both halves together."
    return Line("balance", "right" if kept else "wrong", did, "", why, "Keep it." if kept else move, name=name)
