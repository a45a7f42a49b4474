"""Marking verdicts and confidence (a3): what was decided, how sure, and whether true claims got a fair hearing.

Points for verdicts are 40 x the weighted mean, over the verdicts of the key, of how near each answer comes
(claimlab.verdicts). Calibration is 10 x (1 - Brier / 0.25) over the claims that are settled, never below 0. Balance is
5 for whoever accepts at least 70 % of the accurate claims and rejects at least 60 % of the inaccurate ones, so that
neither doubting nor believing everything pays. A claim is settled where only "supported", or only "refuted", fits.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimlab import verdict_remarks, verdicts
from claimlab.answers import Sheet, Verdict
from claimlab.marking import calibration, judge_words
from claimlab.marking.calibration import Answer
from claimlab.marking.judge_pairs import Pair, paired
from claimlab.marking.marks import Criterion, Marks, Share, state
from claimlab.verdict_key import VerdictKey

VERDICTS, CALIBRATION, BALANCE = 40.0, 10.0, 5.0
ACCEPT, REJECT = 0.7, 0.6
TITLES = {
    "verdicts": "Your verdicts",
    "calibration": "How sure you were",
    "balance": "A fair hearing for true claims and for false ones",
}


def mark(sheet: Sheet, key: VerdictKey) -> Marks:
    """Return the marks of *sheet* by *key*. Pure and deterministic; never raises on a readable sheet."""
    pairs = paired(sheet, key)
    settled = [pair for pair in pairs if pair.judged.accurate is not None]
    return Marks(key.assignment, (_verdicts(pairs, key), _calibration(settled, pairs), _balance(settled, pairs)))


def answers(sheet: Sheet, key: VerdictKey) -> list[Answer]:
    """Return probability (0-1) and truth of each settled claim for which *sheet* says how sure the student is."""
    pairs = paired(sheet, key)
    return [p.answer for p in pairs if p.judged.accurate is not None and p.claim.confidence is not None]


def _verdicts(pairs: Sequence[Pair], key: VerdictKey) -> Criterion:
    credits = [(pair.judged.verdict, pair.credit) for pair in pairs]
    means = verdicts.by_class(credits)
    points = round(VERDICTS * verdicts.share(credits), 2)
    lines = tuple(judge_words.verdict_line(pair, key) for pair in pairs)
    given = [pair for pair in pairs if pair.claim.verdict]
    right = sum(pair.credit == 1 for pair in pairs)
    shares = tuple(_class_share(verdict, mean, pairs) for verdict, mean in means.items())
    terms = " + ".join(f"{verdicts.WEIGHTS[verdict]:.2f} × {mean:.2f}" for verdict, mean in means.items())
    return Criterion(
        "verdicts",
        TITLES["verdicts"],
        points,
        VERDICTS,
        state(points, VERDICTS, begun=bool(given)),
        lines,
        judge_words.verdicts_summary(right, len(pairs)) if given else "",
        verdict_remarks.remarks([pair.claim for pair in pairs]),
        shares if given else (),
        f"{VERDICTS:g} × ({terms}) = {points:.2f}" if given else "",
        verdict_remarks.handed([pair.claim for pair in pairs]),
    )


def _class_share(verdict: Verdict, mean: float, pairs: Sequence[Pair]) -> Share:
    inside = [pair for pair in pairs if pair.judged.verdict == verdict]
    right = sum(pair.credit == 1 for pair in inside)
    near = sum(0 < pair.credit < 1 for pair in inside)
    counted = f"{right} of {len(inside)}" + (f", and {near} came near" if near else "")
    return Share(verdicts.WORDS[verdict], counted, VERDICTS * verdicts.WEIGHTS[verdict] * (1 - mean))


def _calibration(settled: Sequence[Pair], pairs: Sequence[Pair]) -> Criterion:
    said = [pair.answer for pair in settled]
    points = round(CALIBRATION * calibration.skill(said), 2)
    given = [pair for pair in settled if pair.claim.confidence is not None]
    score = calibration.brier(said)
    return Criterion(
        "calibration",
        TITLES["calibration"],
        points,
        CALIBRATION,
        state(points, CALIBRATION, begun=bool(given)),
        tuple(judge_words.sure_line(pair, calibration.error(pair.answer)) for pair in settled),
        judge_words.CALIBRATED.format(count=len(settled)) if given else "",
        (),
        tuple(_sure_shares(settled, points)) if given else (),
        f"{CALIBRATION:g} × max(0, 1 - {score:.3f} / {calibration.COIN:g}) = {points:.2f}" if given else "",
        judge_words.handed_confidence([pair.claim for pair in pairs]),
    )


def _sure_shares(settled: Sequence[Pair], points: float) -> Iterator[Share]:
    """What was said in each band of confidence, then the claims without a number, each with what it lost."""
    everything = sum(calibration.error(pair.answer) for pair in settled) or 1.0
    lost = (CALIBRATION - points) / everything
    said = [pair.answer for pair in settled if pair.claim.confidence is not None]
    for band in filter(lambda band: band.count, calibration.bands(said)):
        missed = [calibration.error(answer) for answer in said if band.low <= round(100 * answer[0]) <= band.high]
        yield Share(judge_words.band_name(band), judge_words.band_count(band), lost * sum(missed))
    silent = [calibration.error(pair.answer) for pair in settled if pair.claim.confidence is None]
    if silent:
        yield Share("Not said", judge_words.silent_count(len(silent)), lost * sum(silent))


def _balance(settled: Sequence[Pair], pairs: Sequence[Pair]) -> Criterion:
    accurate = [pair for pair in settled if pair.judged.accurate]
    inaccurate = [pair for pair in settled if not pair.judged.accurate]
    accepted = sum(pair.claim.verdict == "supported" for pair in accurate)
    rejected = sum(pair.claim.verdict == "refuted" for pair in inaccurate)
    kept = accepted >= ACCEPT * len(accurate) and rejected >= REJECT * len(inaccurate)
    points = BALANCE if kept else 0.0
    given = [pair for pair in settled if pair.claim.verdict]
    counts = ((accepted, len(accurate)), (rejected, len(inaccurate)))
    return Criterion(
        "balance",
        TITLES["balance"],
        points,
        BALANCE,
        state(points, BALANCE, begun=bool(given)),
        judge_words.balance_lines(counts, (ACCEPT, REJECT)) if given else (),
        judge_words.BALANCED if given else "",
        (),
        (),
        "",
        verdict_remarks.handed([pair.claim for pair in pairs]),
    )
