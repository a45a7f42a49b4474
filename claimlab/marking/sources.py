"""Marking the source ledger (a2): where each claim comes from, which words show it, and with how much care.

Six claims, ten points each: origins 5 (earliest page 3, independent origins 2), support 3,
care 2 (letters 1, a search for disagreement 1). What each part rests on is in claimlab.marking.ledger.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from claimlab import source_form
from claimlab.answers import Claim, Sheet
from claimlab.marking import ledger, source_reasons, sourcewords
from claimlab.marking.ledger import Entry
from claimlab.marking.marks import Criterion, Line, Marks, Share, State, state
from claimlab.source_key import SourceKey

ALMOST = 0.9
MOST_NAMED = 20


@dataclass(frozen=True)
class Part:
    """A criterion: what each claim can earn in it, and the sentences that explain it."""

    name: str
    title: str
    worth: float
    earned: Callable[[Entry], float]
    said: Callable[[Entry, State], Line]
    shares: Callable[[Sequence[Entry], int], tuple[Share, ...]]


PARTS = (
    Part(
        "origins",
        "Where each claim first appeared, and how many sources are independent",
        ledger.ORIGIN + ledger.INDEPENDENT,
        lambda entry: entry.origin + entry.independence,
        source_reasons.origins,
        sourcewords.origin_shares,
    ),
    Part(
        "support",
        "Words that show what a source says",
        ledger.SUPPORT,
        lambda entry: entry.support,
        source_reasons.support,
        sourcewords.support_shares,
    ),
    Part(
        "care",
        "How reliable each source is, and a search for disagreement",
        ledger.LETTER + ledger.SEARCH,
        lambda entry: entry.letter + entry.search,
        source_reasons.care,
        sourcewords.care_shares,
    ),
)


def mark(sheet: Sheet, key: SourceKey) -> Marks:
    """Return the marks of *sheet* by *key*. Pure and deterministic; never raises on a readable sheet."""
    begun = source_form.begun(sheet.claims)
    every = entered(sheet, key)
    entries = best(every, key.text.choose)
    marked = {entry.claim.id for entry in entries}
    further = [entry.claim for entry in every if entry.claim.id not in marked]
    rest = [*_others(further, begun, sheet, key)]
    rest += _missing(len(entries), key)
    handed, form = sourcewords.handed(begun), source_form.remarks(begun, _given(key), key.text.choose)
    return Marks(
        key.assignment,
        tuple(replace(_criterion(part, entries, rest, key), handed=handed, form=form) for part in PARTS),
    )


def entered(sheet: Sheet, key: SourceKey) -> list[Entry]:
    """Return the ledger entry of every given claim that *sheet* works on, in the order of the sheet."""
    own = {source.id: source for source in sheet.sources}
    return [ledger.enter(claim, key, own) for claim in source_form.begun(sheet.claims) if claim.id in key.claims]


def best(entries: Sequence[Entry], most: int) -> list[Entry]:
    """The *most* entries that earn most, in the order of the list: whoever does more than asked loses nothing by it."""
    kept = {id(entry) for entry in sorted(entries, key=lambda entry: -worth(entry))[:most]}
    return [entry for entry in entries if id(entry) in kept]


def worth(entry: Entry) -> float:
    """Return what *entry* earns in all parts together, 0-10 points."""
    return sum(part.earned(entry) for part in PARTS)


def points(part: Part, entries: Sequence[Entry], key: SourceKey) -> float:
    """Return what the *entries* that are marked earn in *part*, rounded to hundredths, at most its maximum."""
    return min(round(sum(part.earned(entry) for entry in entries), 2), part.worth * key.text.choose)


def _criterion(part: Part, entries: Sequence[Entry], rest: Sequence[Line], key: SourceKey) -> Criterion:
    earned, maximum = points(part, entries, key), part.worth * key.text.choose
    lines = [_line(part, entry) for entry in entries]
    return Criterion(
        part.name,
        part.title,
        earned,
        maximum,
        state(earned, maximum, begun=bool(lines), doubtful=any(line.state == "needs a look" for line in lines)),
        (*lines, *rest),
        shares=part.shares(entries, key.text.choose) if entries else (),
        formula=" + ".join(f"{part.earned(entry):.2f}" for entry in entries) + f" = {earned:.2f}" if entries else "",
    )


def _given(key: SourceKey) -> dict[str, str]:
    return {claim.id: claim.said for claim in sorted(key.claims.values(), key=lambda claim: claim.number)}


def _line(part: Part, entry: Entry) -> Line:
    earned = part.earned(entry)
    called: State = "right" if earned >= part.worth - 0.005 else "partly" if earned > 0 else "wrong"
    looked_at = entry.own and (entry.letter < ledger.LETTER if part.name == "care" else called != "right")
    return part.said(entry, "needs a look" if looked_at else called)


def _others(further: Sequence[Claim], begun: Sequence[Claim], sheet: Sheet, key: SourceKey) -> Iterable[Line]:
    """What is on the sheet and is not marked; each is named, so that nothing is passed over in silence."""
    for claim in further[:MOST_NAMED]:
        yield sourcewords.beyond(key.claims[claim.id], key.text.choose)
    for claim in [claim for claim in begun if claim.id not in key.claims][:MOST_NAMED]:
        yield sourcewords.unknown(claim)
    for card in sheet.damaged[:MOST_NAMED]:
        yield sourcewords.damaged(card)


def _missing(count: int, key: SourceKey) -> Iterable[Line]:
    if count < key.text.choose:
        yield sourcewords.missing(key.text.choose - count, key.text.choose)
