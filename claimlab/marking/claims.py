"""Marking the claim list (a1): coverage of the article's key ideas, and the kinds chosen.

Points for coverage are 65 x c x (0.50 P + 0.25 O + 0.25 Q): what was found counts only as
far as the cards are faithful (P), hold one idea each (O) and stand alone (Q).
"""

from __future__ import annotations

from collections.abc import Sequence

from claimlab.answers import Sheet
from claimlab.form import sheet_remarks
from claimlab.key import Key, Reference
from claimlab.marking import sums, wordsmith
from claimlab.marking.cards import Card, Pile, prepare, said_before
from claimlab.marking.marks import Criterion, Line, Marks, state
from claimlab.marking.sums import COVERAGE, Shares

KINDS = 5.0
HALF = 0.5


def mark(sheet: Sheet, key: Key) -> Marks:
    """Return the marks of *sheet* by *key*. Pure and deterministic; never raises on a readable sheet."""
    pile = prepare(sheet, key)
    covers = covered(pile.cards, key)
    shares = share(pile.cards, covers, key)
    lines = wordsmith.lines(sheet, key, pile, covers)
    remarks = sheet_remarks(sheet, key.article, key.target)
    return Marks(key.assignment, (_coverage(pile, shares, covers, lines, remarks, key), _kinds(pile, key)))


def covered(cards: Sequence[Card], key: Key) -> dict[str, float]:
    """Return how far the cards together cover each reference claim of *key*, by id: 0, 0.5 or 1.

    At most half is earned by a copied card, by a card that bundles ideas, by a claim that
    another card denies, and by one that a teacher has still to judge.
    """
    best = {reference.id: 0.0 for reference in key.claims}
    denied = {pair.reference.id for card in cards for pair in card.opposes}
    for card in cards:
        earned = [(pair, min(pair.cover, ceiling(card, pair.reference))) for pair in card.states]
        for pair, cover in (*earned, *((pair, pair.cover) for pair in card.looks)):
            if pair.reference.id in best:
                best[pair.reference.id] = max(best[pair.reference.id], cover)
    return {id_: min(cover, HALF) if id_ in denied else cover for id_, cover in best.items()}


def ceiling(card: Card, reference: Reference) -> float:
    """Return the most that *card* can earn for *reference*: 0.5 if it copies, bundles or adds to the article, else 1.

    A claim that nobody was asked for shows an eye for the article only if it is said in the student's own words.
    """
    copied = card.copied and not reference.text.clean
    if copied and not reference.weight:
        return 0.0
    return HALF if copied or card.bundled or card.strange else 1.0


def share(cards: Sequence[Card], covers: dict[str, float], key: Key) -> Shares:
    """Return the four shares; all are 0 when there are no cards."""
    if not cards:
        return Shares(0.0, 0.0, 0.0, 0.0)
    count = len(cards)
    unfaithful = sum(card.unfaithful for card in cards)
    return Shares(
        key.earned(covers),
        max(0.0, 1 - unfaithful / count),
        (sum(card.single for card in cards) - len(said_before(cards))) / count,
        sum(card.stands_alone for card in cards) / count,
    )


def kind_credit(card: Card) -> float:
    """Return 1 for the right kind, 0.5 for an accepted alternative, else 0; the best over what the card states.

    A copied sentence mostly holds statements of several kinds, so its kind counts half.
    """
    stated = card.states or tuple(pair for pair in card.extras if pair.answer == "states")
    best = max((_kind_of(card, pair.reference) for pair in stated), default=0.0)
    clean = any(pair.reference.text.clean for pair in stated)
    return HALF * best if card.copied and not clean else best


def _kind_of(card: Card, reference: Reference) -> float:
    if card.claim.kind == reference.text.kind:
        return 1.0
    return HALF if card.claim.kind in reference.text.also else 0.0


def _coverage(
    pile: Pile, shares: Shares, covers: dict[str, float], lines: tuple[Line, ...], remarks: tuple[str, ...], key: Key
) -> Criterion:
    points = round(shares.points, 2)
    return Criterion(
        "coverage",
        "The article's key ideas, stated faithfully, one at a time",
        points,
        COVERAGE,
        state(points, COVERAGE, begun=bool(pile.cards), doubtful=any(card.standing == "look" for card in pile.cards)),
        lines,
        " ".join(pile.notes),
        remarks,
        sums.told(shares, pile, covers, key) if pile.cards else (),
        shares.formula if pile.cards else "",
    )


def _kinds(pile: Pile, key: Key) -> Criterion:
    judged = [card for card in pile.cards if card.standing in ("states", "faithful")]
    right = sum(kind_credit(card) for card in judged)
    points = round(KINDS * right / max(len(judged), key.target[0]), 2) if judged else 0.0
    lines = wordsmith.once([line for card in judged if (line := wordsmith.kind_line(card, kind_credit(card)))])
    fewest = key.target[0]
    asked = f" The task asks for {fewest} claims, so {fewest} is full marks." if len(judged) < fewest else ""
    summary = f"The kind fits in {right:g} of your {_claims(len(judged))}; an arguable kind counts half.{asked}"
    return Criterion(
        "kinds", "The kind of each claim", points, KINDS, state(points, KINDS, begun=bool(pile.cards)), lines, summary
    )


def _claims(count: int) -> str:
    return f"{count} claim{'' if count == 1 else 's'}"
