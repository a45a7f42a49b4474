"""The cards of a sheet made ready for marking: found again in the article, merged, counted, paired.

How much is read is bounded here: a fixed number of cards, each cut at a fixed length.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache

import msgspec

from claimlab import form
from claimlab.answers import Claim, Sheet
from claimlab.key import Key, Reference
from claimlab.marking.doubt import strange_words, tightness
from claimlab.marking.found_again import found_again
from claimlab.marking.matching import CLOSE, Pairing, pairings, view
from claimlab.wording import FUNCTION_WORDS, LONGEST, Reading, read

FEWEST = 12
GENEROSITY = 1.6
ALIKE = 0.8
GLANCED = 400
HALF = 0.5
BENEFIT = 1.0
"""How many doubtful cards are taken as right for every card that is right beyond doubt."""


@dataclass(frozen=True)
class Card:
    """A card with what it states. ``pairs`` are against the key's claims, ``extras`` against its other statements.

    ``strange`` are names, numbers, things and events that the article does not have; ``at_home`` is set if half of the
    words are the article's, ``besides`` if a second clause says what the article says elsewhere. What is at home,
    strange in nothing and yet not recognised, a teacher has to judge.
    """

    claim: Claim
    reading: Reading
    pairs: tuple[Pairing, ...]
    extras: tuple[Pairing, ...]
    copied: bool
    remarks: tuple[form.Remark, ...]
    strange: tuple[str, ...]
    at_home: bool
    besides: bool = False

    def answered(self, answer: str) -> tuple[Pairing, ...]:
        """Return the pairs with this *answer*."""
        return tuple(pair for pair in self.pairs if pair.answer == answer)

    @property
    def usable(self) -> bool:
        """False for what is no statement: a question, a heap of words, a word or two."""
        return not any(remark.kind in ("sentence", "short", "question") for remark in self.remarks)

    @cached_property
    def states(self) -> tuple[Pairing, ...]:
        """The reference claims this card states; notes that mark a claim's own words may be meant as that claim."""
        stated = self.answered("states")
        return stated if self.usable else tuple(pair for pair in stated if pair.doubtful)

    @cached_property
    def opposes(self) -> tuple[Pairing, ...]:
        """The reference claims this card contradicts.

        A card that states something true to the article contradicts another claim only where the key spells
        the opposite out: a "not" that belongs to one claim must not be held against its neighbour.
        """
        if not self.usable:
            return ()
        stated = {pair.reference.id for pair in self.states}
        mates = {mate for pair in self.states for mate in pair.reference.text.goes_with}
        found = (pair for pair in self.answered("contradicts") if pair.outright or not stated)
        return tuple(
            pair
            for pair in found
            if pair.reference.id not in mates and (pair.outright or not set(pair.reference.text.goes_with) & stated)
        )

    @cached_property
    def looks(self) -> tuple[Pairing, ...]:
        """The likeliest reference claim that a teacher should judge, if nothing else could be made of the card."""
        if self.states or self.opposes or not self.usable or self.faithful_otherwise or self.strange:
            return ()
        ranked = sorted(
            self.answered("look"), key=lambda pair: (-len(pair.found), -pair.reference.weight, pair.reference.id)
        )
        return tuple(ranked[:1])

    @property
    def own_view(self) -> bool:
        """True if the card says what its writer feels or likes."""
        return any(remark.kind == "own view" for remark in self.remarks)

    @property
    def doubtful(self) -> bool:
        """True if what it states rests on the benefit of the doubt."""
        return any(pair.doubtful for pair in self.states)

    @property
    def faithful_otherwise(self) -> bool:
        """True if it states something of the article that is not on the list of claims."""
        return any(pair.answer == "states" for pair in self.extras)

    @cached_property
    def standing(self) -> str:
        """What the card is: states, contradicts, look, faithful, unsupported or unusable."""
        if not self.usable and not self.states:
            return "unusable"
        if self.opposes:
            return "contradicts"
        if self.states:
            return "states"
        if self.strange:
            return "unsupported"
        if self.faithful_otherwise:
            return "faithful"
        return "look" if self.looks or self.at_home else "unsupported"

    @property
    def unfaithful(self) -> int:
        """What the card costs in faithfulness: 2 if it contradicts the article, 1 if it adds to it or says nothing."""
        if self.standing == "contradicts":
            return 2
        return int(self.standing in ("unsupported", "unusable") or bool(self.strange) or self.own_view)

    @cached_property
    def signature(self) -> frozenset[tuple[str, bool]]:
        """The words that carry meaning, each with whether it is negated; near-duplicates share nearly all."""
        return frozenset((word.stem, word.negated) for word in self.reading.words if word.text not in FUNCTION_WORDS)

    @cached_property
    def wording(self) -> tuple[str, ...]:
        """The stems of the words that carry meaning, in order: who acts on whom may be all the difference."""
        return tuple(word.stem for word in self.reading.words if word.text not in FUNCTION_WORDS)

    @cached_property
    def answers(self) -> frozenset[tuple[str, str]]:
        """What the card says to which reference claim."""
        return frozenset((pair.reference.id, pair.answer) for pair in self.pairs)

    @cached_property
    def told(self) -> frozenset[str]:
        """The ids of the claims and other statements of the key that the card states."""
        return frozenset(pair.reference.id for pair in (*self.states, *self.extras) if pair.answer == "states")

    @cached_property
    def ideas(self) -> int:
        """How many ideas that could differ in truth the card holds, as far as the key can tell."""
        stated = {pair.reference.id: set(pair.reference.text.goes_with) for pair in self.states}
        alone = [pair for pair in self.states if not set(pair.reference.text.goes_with) & set(stated)]
        listed = len(alone) - sum(
            _within(pair, alone[:place] + alone[place + 1 :], place) for place, pair in enumerate(alone)
        )
        if self.opposes:
            return listed + 1
        if listed == 1 and not (self.faithful_otherwise or self.besides or self.strange):
            return 1
        joined = any(remark.kind == "two ideas" for remark in self.remarks)
        return max(listed, 2) if joined else listed

    @property
    def single(self) -> bool:
        """True if the card says something and it is one idea; notes in the article's words may be one."""
        return (self.usable or self.at_home or bool(self.states)) and not self.bundled

    @property
    def bundled(self) -> bool:
        """True if the card holds two ideas or more."""
        return self.ideas > 1

    @property
    def stands_alone(self) -> bool:
        """True if a reader who has not seen the article understands it."""
        return self.usable and not self.loose and not self.unattributed

    @property
    def loose(self) -> tuple[form.Remark, ...]:
        """What keeps the card from standing alone; a "now" is worth a hint and costs nothing."""
        kinds = ("who", "what", "when", "named")
        return tuple(remark for remark in self.remarks if remark.kind in kinds and remark.word != "now")

    @property
    def unattributed(self) -> bool:
        """True if all it states is somebody's words and it does not say whose."""
        return bool(self.states) and all("who" in pair.weak for pair in self.states)


@dataclass
class Pile:
    """What was found on the sheet; ``notes`` are sentences about the sheet as a whole."""

    cards: list[Card] = field(default_factory=list)
    blank: list[Claim] = field(default_factory=list)
    merged: list[tuple[Claim, Claim]] = field(default_factory=list)
    unread: list[Claim] = field(default_factory=list)
    cut: list[Claim] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def _within(pair: Pairing, others: Sequence[Pairing], place: int) -> bool:
    """True if *pair* rests on words that another one rests on too: "before she was dead" holds a death."""
    return any(
        pair.places and (pair.places < other.places or (pair.places == other.places and number < place))
        for number, other in enumerate(others)
    )


def cap(key: Key) -> int:
    """Return how many cards are read at most."""
    return max(FEWEST, int(GENEROSITY * len(key.claims)))


def prepare(sheet: Sheet, key: Key) -> Pile:
    """Return the cards of *sheet* ready for marking, in the student's order."""
    pile = Pile()
    claims = found_again(sheet, key, pile.notes)
    for place, claim in enumerate(claims):
        if not claim.restatement.strip():
            pile.blank.append(claim)
        elif len(pile.cards) >= cap(key) or place >= GLANCED:
            pile.unread.append(claim)
        else:
            _add(claim, key, pile)
    pile.cards = limited(pile.cards)
    return pile


def limited(cards: Sequence[Card]) -> list[Card]:
    """Return *cards*, with the benefit of the doubt only as far as the rest of them earns it; else a teacher looks."""
    found = list(cards)
    doubtful = [card for card in cards if card.doubtful]
    allowed = BENEFIT * sum(bool(card.states) for card in cards if not card.doubtful)
    ranked = sorted(
        doubtful,
        key=lambda card: (-card.states[0].reference.weight, card.states[0].reference.id, card.claim.restatement),
    )
    for card in ranked[int(allowed) :]:
        looks = tuple(replace(pair, answer="look", cover=0.0) for pair in card.states)
        found[found.index(card)] = replace(card, pairs=looks)
    return found


def said_before(cards: Sequence[Card]) -> dict[str, str]:
    """Return, for each card of one idea that states just what an earlier one does, that earlier card; both by id.

    An idea said again in other words is no idea more.
    """
    first: dict[frozenset[str], str] = {}
    told = [card for card in cards if card.single and card.told]
    return {
        card.claim.id: before
        for card in told
        if (before := first.setdefault(card.told, card.claim.id)) != card.claim.id
    }


def _add(claim: Claim, key: Key, pile: Pile) -> None:
    if len(claim.restatement) > LONGEST:
        pile.cut.append(claim)
    card = card_of(claim, key)
    twin = next((other for other in pile.cards if _alike(card, other)), None)
    if twin is None:
        pile.cards.append(card)
    else:
        pile.merged.append((claim, twin.claim))


def card_of(claim: Claim, key: Key) -> Card:
    """Return *claim* with all that *key* says about it."""
    reading = read(claim.restatement)
    remarks = form.remarks(claim.restatement, key.article)
    pairs = () if form.is_list(reading) else pairings(claim, key, (*key.claims, *key.extras))
    kinds = {remark.kind for remark in remarks}
    if kinds & {"sentence", "short"}:
        pairs = tuple(_noted(pair, claim) for pair in pairs)
    corrected = view(key, claim.restatement).reading
    told = tuple(pair.reference for pair in pairs if pair.answer in ("states", "contradicts"))
    listed = _listed(key)
    return Card(
        claim,
        reading,
        tuple(pair for pair in pairs if pair.reference in listed),
        tuple(pair for pair in pairs if pair.reference not in listed),
        "copied" in kinds,
        remarks,
        strange_words(corrected, key, told),
        _at_home(corrected, key),
        "two ideas" in kinds and _besides(claim, pairs, key),
    )


@lru_cache(maxsize=16)
def _listed(key: Key) -> frozenset[Reference]:
    """The claims that a student is asked for."""
    return frozenset(key.claims)


def _besides(claim: Claim, pairs: Sequence[Pairing], key: Key) -> bool:
    """True if the words that *pairs* leave over state a claim for certain, wherever in the article it rests."""
    used = frozenset(place for pair in pairs if pair.answer == "states" for place in pair.places)
    if not used:
        return False
    typed = pairings(msgspec.structs.replace(claim, passages=()), key, key.claims)
    found = (pair for pair in typed if pair.answer == "states" and pair.cover == 1)
    return any(pair.places and not pair.places & used for pair in found)


def _noted(pair: Pairing, claim: Claim) -> Pairing:
    """Notes instead of a sentence have the benefit of the doubt, and half, where they mark the claim's own words."""
    meant = pair.answer == "states" and tightness(claim.passages, pair.reference) >= CLOSE
    return replace(pair, cover=min(pair.cover, HALF), doubtful=True) if meant else pair


def _at_home(reading: Reading, key: Key) -> bool:
    content = reading.content
    return bool(content) and len(content & key.article_stems) >= 0.5 * len(content)


def _alike(card: Card, other: Card) -> bool:
    if card.answers != other.answers and card.wording != other.wording:
        return False
    mine, theirs = card.signature, other.signature
    shared = len(mine & theirs)
    return shared > 0 and shared >= ALIKE * (len(mine) + len(theirs) - shared)
