"""What a card would be worth if the teacher accepted it, and if not.

The marker counts a doubtful card as half for the time being. A teacher who is to
decide in one glance needs the question, both texts and what hangs on the answer.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from claimlab.answers import Sheet
from claimlab.key import Key
from claimlab.marking import claims
from claimlab.marking.cards import Card, Pile, prepare


@dataclass(frozen=True)
class Question:
    """A doubtful card: what the teacher is asked, and the points of this part (0-65) after a yes and after a no."""

    asks: str
    accepted: float
    refused: float


@dataclass(frozen=True)
class Questions:
    """All that a teacher has to decide on one sheet, by claim id, and the points if all is accepted or refused."""

    cards: dict[str, Question]
    accepted: float
    refused: float


def questions(sheet: Sheet, key: Key) -> Questions:
    """Return what is doubtful on *sheet*. Pure, like marking."""
    pile = prepare(sheet, key)
    doubtful = [card for card in pile.cards if card.standing == "look"]
    asked = {
        card.claim.id: Question(
            _asks(card), _points(pile, key, {card.claim.id}, set()), _points(pile, key, set(), {card.claim.id})
        )
        for card in doubtful
    }
    return Questions(asked, _points(pile, key, set(asked), set()), _points(pile, key, set(), set(asked)))


def _asks(card: Card) -> str:
    if card.looks:
        return f"Does this state “{card.looks[0].reference.text.claim}”?"
    return "Does the article say this, or let readers conclude it?"


def _points(pile: Pile, key: Key, accepted: set[str], refused: set[str]) -> float:
    cards = [
        _accepted(card) if card.claim.id in accepted else _refused(card) if card.claim.id in refused else card
        for card in pile.cards
    ]
    covers = {reference.id: claims.cover(reference, cards) for reference in key.claims}
    return round(claims.share(cards, covers, key).points, 2)


def _accepted(card: Card) -> Card:
    """The card with its likeliest claim taken as stated; without one it is true to the article, which costs nothing."""
    if not card.looks:
        return card
    stated = replace(card.looks[0], answer="states", cover=1.0, weak=())
    return replace(card, pairs=tuple(stated if pair is card.looks[0] else pair for pair in card.pairs))


def _refused(card: Card) -> Card:
    """The card as one that the article does not bear out."""
    kept = tuple(pair for pair in card.pairs if pair.answer != "look")
    return replace(card, pairs=kept, at_home=False)
