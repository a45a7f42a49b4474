"""Feedback in a lesson on verdicts and scorecards: the reasons, without the points.

A lesson says that it counts for nothing. Points, shares and what the rest would
bring belong to the assignment, so here only the lines are left that help the next try.
"""

from __future__ import annotations

from dataclasses import replace

from claimlab.answers import Sheet
from claimlab.keys import AnyKey
from claimlab.marking import alone, mark, ratings
from claimlab.marking.marks import Criterion, Line
from claimlab.marking.verdicts import answers
from claimlab.scorecard_key import ScorecardKey
from claimlab.verdict_key import VerdictKey

HALF = 0.5


def criteria(sheet: Sheet, key: AnyKey) -> tuple[Criterion, ...]:
    """Return the lines of feedback on *sheet* by *key*, as criteria with a maximum of 0."""
    marked = {one.name: _bare(one) for one in alone.so_far(mark(sheet, key))}
    if isinstance(key, VerdictKey):
        return _on_verdicts(marked, sheet, key)
    if isinstance(key, ScorecardKey):
        return replace(marked["indicators"], summary=ratings.who_is_who(key)), _on_sums(marked["sums"])
    return tuple(marked.values())


def _bare(criterion: Criterion) -> Criterion:
    lines = tuple(replace(line, next="") if line.state == "right" else line for line in criterion.lines)
    return replace(criterion, points=0.0, maximum=0.0, lines=lines, summary="", shares=(), formula="")


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
