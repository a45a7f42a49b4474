"""Hints for learners on their own: four steps, each giving away a little more.

Where to look, what kind of thing is missing, the same move in another text, and
at last how the writer of the key put it. A hint is about the weightiest claim
that no card comes near yet, so that effort goes where the story stands or falls.
A card that says nearly the same has its own feedback and needs no hint.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from claimlab.answers import Sheet
from claimlab.key import Key, Reference
from claimlab.marking import mark

_KINDS = {
    "fact": "a fact, something that a record, a date or a witness could settle",
    "quote": "a report of what somebody said; that they said it is a claim of its own",
    "opinion": "an opinion, somebody's judgement, which no record can settle",
    "prediction": "a prediction, something said to happen later",
    "framing": "framing, a choice of words that colours how the rest is read",
    "implied": "something implied, which the text does not say and still wants you to believe",
}
_PARALLELS = {
    "fact": "“The ferry, built in 1912, sank within an hour” holds a fact: “The ferry was built in 1912.”",
    "quote": "“‘We were lucky,’ the captain said” holds a quote: “The captain said that they were lucky.”",
    "opinion": "“The ferry was the finest of its day” holds an opinion: “No other ferry was as fine.”",
    "prediction": "“Divers will soon find it” holds a prediction: “Divers will find the ferry soon.”",
    "framing": "“At last the truth is out” frames the story: “The truth about the ferry was hidden.”",
    "implied": "“Only now does the captain speak” implies: “The captain had never spoken about it before.”",
}
_WEIGHTS = {3: "the story rests on it", 2: "it supports the story", 1: "it is a telling detail"}


@dataclass(frozen=True)
class Ladder:
    """Four hints about one missing claim, from the least to the most telling."""

    reference: str
    steps: tuple[str, str, str, str]


def next_ladder(sheet: Sheet, key: Key, told: Collection[str] = ()) -> Ladder | None:
    """Return the hints for the weightiest claim without a card, or None when there is none.

    A claim has a card as soon as one comes near it, even if its number or its caution is off. Claims whose
    ids are in *told* come last, as long as others are open.
    """
    open_ones = missing(sheet, key)
    if not open_ones:
        return None
    claim = max(open_ones, key=lambda reference: (reference.id not in told, reference.weight))
    return Ladder(claim.id, (_where(claim, key), _what(claim), _parallel(claim), _expert(claim)))


def missing(sheet: Sheet, key: Key) -> tuple[Reference, ...]:
    """Return the claims asked for that no card of *sheet* comes near."""
    near = {line.reference for line in mark(sheet, key)["coverage"].lines if line.card}
    return tuple(claim for claim in key.claims if claim.weight and claim.id not in near)


def _where(claim: Reference, key: Key) -> str:
    text = key.article.text
    paragraph = text.count("\n\n", 0, claim.anchors[0][0])
    place = f"paragraph {paragraph}" if paragraph else "the headline"
    return f"Where to look: read {place} once more. One of its claims has no card yet."


def _what(claim: Reference) -> str:
    return f"What kind of thing is missing: {_KINDS[claim.text.kind]}."


def _parallel(claim: Reference) -> str:
    return f"The same step on another text: {_PARALLELS[claim.text.kind]}"


def _expert(claim: Reference) -> str:
    why = claim.text.why or f"It counts because {_WEIGHTS[claim.weight]}."
    return f"What an expert would say: “{claim.text.claim}” {why} Say it in your own words on a card of your own."
