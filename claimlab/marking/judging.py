"""What a card would be worth if the teacher accepted it, and if not.

A card that the marker is not sure about earns half or nothing for the time being. A teacher who is to
decide in one glance needs the question, both texts and what hangs on the answer.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from claimlab.answers import Sheet
from claimlab.key import Key, Reference
from claimlab.marking import claims
from claimlab.marking.cards import Card, prepare
from claimlab.marking.matching import Pairing


@dataclass(frozen=True)
class Question:
    """A doubtful card: what the teacher is asked, and the points of its whole part after a yes and after a no.

    ``several`` is True where one answer decides on more than one thing.
    """

    asks: str
    accepted: float
    refused: float
    several: bool = False


@dataclass(frozen=True)
class Questions:
    """All that a teacher has to decide on one sheet, by claim id, and the points if all is accepted or refused."""

    cards: dict[str, Question]
    accepted: float
    refused: float


def questions(sheet: Sheet, key: Key) -> Questions:
    """Return what is doubtful on *sheet*. Pure, like marking."""
    pile = prepare(sheet, key)
    likeliest = {card.claim.id: _likeliest(card, key) for card in pile.cards if card.standing == "look"}

    def points(accepted: Collection[str] = (), refused: Collection[str] = ()) -> float:
        cards = [_decided(card, card.claim.id, likeliest, accepted, refused) for card in pile.cards]
        covers = claims.covered(cards, key)
        return round(claims.share(cards, covers, key).points, 2)

    asked = {
        id_: Question(_asks(reference), points(accepted=[id_]), points(refused=[id_]))
        for id_, reference in likeliest.items()
    }
    return Questions(asked, points(accepted=likeliest), points(refused=likeliest))


def _likeliest(card: Card, key: Key) -> Reference | None:
    """The claim that comes closest to the card: by its words, or else by the passage that was marked."""
    if card.looks:
        return card.looks[0].reference
    shared = {reference: _overlap(card, reference) for reference in key.claims if reference.weight}
    best = max(shared, key=lambda reference: (shared[reference], reference.id))
    return best if shared[best] else None


def _overlap(card: Card, reference: Reference) -> int:
    return sum(
        max(0, min(passage.end, stop) - max(passage.start, begin))
        for passage in card.claim.passages
        for begin, stop in reference.anchors
    )


def _asks(reference: Reference | None) -> str:
    if reference is None:
        return "Does the article say this, or let readers conclude it?"
    return f"Does this state “{reference.text.claim}”?"


def _decided(
    card: Card, id_: str, likeliest: dict[str, Reference | None], accepted: Collection[str], refused: Collection[str]
) -> Card:
    """The card as it stands once the teacher has decided: it states its likeliest claim, or the article lacks it."""
    kept = tuple(pair for pair in card.pairs if pair.answer != "look")
    reference = likeliest.get(id_)
    if id_ in accepted and reference is not None:
        return replace(card, pairs=(*kept, Pairing(id_, reference, "states", 1.0)))
    return replace(card, pairs=kept, at_home=False) if id_ in refused else card
