"""Feedback in a lesson: the reasons, without the points.

A lesson says that it counts for nothing. Points, shares and what the rest would
bring belong to the assignment, so here only the lines are left that help the next try.
"""

from __future__ import annotations

import re
from dataclasses import replace

from claimlab.answers import Sheet
from claimlab.key import Key
from claimlab.keys import AnyKey
from claimlab.marking import alone, mark, ratings
from claimlab.marking.marks import Criterion, Line
from claimlab.marking.verdicts import answers
from claimlab.scorecard_key import ScorecardKey
from claimlab.source_key import SourceKey
from claimlab.verdict_key import VerdictKey

HALF = 0.5
_SUM = re.compile(r"\b(Earliest page|Independent origins|Quoted words|Letters|Other side), [\d.]+ of \d:")
_FIT = re.compile(r"[\d.]+ of your (\d+)")
_ORIGINS = re.compile(r"; full points need (\d+)")
_COST = re.compile(
    r", so (?:it|each|both) (?:earns|counts?|neither earns nor costs)[^.]*| for all the points"
    r"|, so these points count [\d.]+ %|, so it earns nothing here|; all in all this claim can bring \d points here"
    r"|; (?:an arguable kind counts half|one step beside earns half \(\d+\)|saying the opposite counts twice \(\d+\))"
    r"| The task asks for \d+ claims, so \d+ is full marks\."
)


def criteria(sheet: Sheet, key: AnyKey) -> tuple[Criterion, ...]:
    """Return the lines of feedback on *sheet* by *key*, as criteria with a maximum of 0."""
    marks = alone.so_far(mark(sheet, key))
    if isinstance(key, Key | SourceKey):
        return tuple(_costless(one) for one in marks if one.state != "unattempted")
    marked = {one.name: _bare(one) for one in marks}
    if isinstance(key, VerdictKey):
        return _on_verdicts(marked, sheet, key)
    if isinstance(key, ScorecardKey):
        return replace(marked["indicators"], summary=ratings.who_is_who(key)), _on_sums(marked["sums"])
    return tuple(marked.values())


def _bare(criterion: Criterion) -> Criterion:
    lines = tuple(replace(line, next="") if line.state == "right" else line for line in criterion.lines)
    return replace(criterion, points=0.0, maximum=0.0, lines=lines, summary="", shares=(), formula="")


def _costless(criterion: Criterion) -> Criterion:
    """Keep what was counted, on every card and in all, and leave out what it would earn or cost."""
    told = (line for line in _bare(criterion).lines if line.card or line.state != "unattempted")
    lines = tuple(replace(line, why=without_cost(line.why)) for line in told)
    shares = tuple(replace(share, counted=without_cost(share.counted), loses=0.0) for share in criterion.shares)
    found = replace(_bare(criterion), lines=lines, summary=without_cost(criterion.summary), shares=shares)
    return _on_kinds(found) if criterion.name == "kinds" else found


def _on_kinds(criterion: Criterion) -> Criterion:
    """Say in whole numbers how many kinds fit; that a sentence is copied is told with the claim itself."""
    off = tuple(line for line in criterion.lines if line.article or line.state == "unattempted")
    said = _FIT.sub(lambda found: f"{int(found[1]) - len(off)} of your {found[1]}", criterion.summary)
    return replace(criterion, lines=off, summary=said)


def without_cost(said: str) -> str:
    """Return *said*, sentences of feedback on claims or sources, without what they say of points."""
    return _COST.sub("", _ORIGINS.sub(_there_are, _SUM.sub(r"\1:", said)))


def _there_are(need: re.Match[str]) -> str:
    return "; there is one" if need[1] == "1" else f"; there are at least {need[1]}"


def _on_verdicts(marked: dict[str, Criterion], sheet: Sheet, key: VerdictKey) -> tuple[Criterion, ...]:
    reasons = {judged.id: judged.text.why for judged in key.claims}
    lines = tuple(_without_cost(line, reasons) for line in marked["verdicts"].lines)
    middle = {claim.id for claim in sheet.claims if claim.confidence == 100 * HALF}
    far = tuple(line for line in marked["calibration"].lines if line.state == "wrong" and line.card not in middle)
    sure = replace(marked["calibration"], lines=far, summary=_leaned(sheet, key))
    return (replace(marked["verdicts"], lines=lines), *([sure] if sure.summary else []))


def _without_cost(line: Line, reasons: dict[str, str]) -> Line:
    return line if line.state == "unattempted" else replace(line, why=reasons.get(line.card, line.why))


def _leaned(sheet: Sheet, key: VerdictKey) -> str:
    """Say for how many claims that sources settle the number leaned the right way; "" if none has a number."""
    said = answers(sheet, key)
    right = sum(number != HALF and (number > HALF) == so for number, so in said)
    if not said:
        return ""
    if len(said) == 1:
        way = "leaned" if right else "did not lean"
        return f"You gave a number to one claim about which the sources leave no doubt. It {way} the right way."
    return (
        f"You gave a number to {len(said)} claims about which the sources leave no doubt. "
        f"For {right} of them it leaned the right way."
    )


def _on_sums(sums: Criterion) -> Criterion:
    return replace(sums, title="Your weights and scores")
