"""What the teacher knows: the reference claims of an article and how to recognise them.

A key is written by hand, so most of this module is about telling its author in one
sentence what is wrong with it, before a single student is marked with it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from claimlab import case, keys, slots
from claimlab.attributed import without_attribution
from claimlab.case import Article
from claimlab.filed import Index
from claimlab.finding import MISSING, Finder, Outcome, fill
from claimlab.keytext import SCHEMA, KeyText, ReferenceText
from claimlab.lifted import article_names
from claimlab.problems import Problem
from claimlab.slots import Groups, Wording
from claimlab.spelling import Speller
from claimlab.stems import IRREGULAR, stem
from claimlab.wording import FUNCTION_WORDS, NEGATORS, Reading, Word, read

LONG = 5
"""How many letters a name must have for what is built on it to be recognised."""
NEUTRAL = frozenset({"who", "whom", "about", "film", "when", "where", "number", "degree"})


@dataclass(frozen=True, eq=False)
class Slot:
    """One thing to get right: any of the wordings fills it; neutral slots ignore negation."""

    name: str
    wordings: tuple[Wording, ...]
    owner: str = ""

    @cached_property
    def telling(self) -> bool:
        """False for what only names somebody or something; many claims share that."""
        return self.name not in ("who", "whom", "film", "unless")

    @cached_property
    def neutral(self) -> bool:
        """True if a "not" near the words says nothing about this slot."""
        return self.name in NEUTRAL or self.name == "unless"


@dataclass(frozen=True, eq=False)
class Reference:
    """A reference claim made ready for matching.

    ``weight`` 0-3: 3 central, 2 supporting, 1 detail, 0 accepted but not asked for. ``details`` are the
    slots without which a restatement earns half. ``anchors`` are (start, end) in code points of the article.
    """

    text: ReferenceText
    slots: tuple[Slot, ...]
    details: tuple[Slot, ...]
    against: Slot
    unless: Slot
    anchors: tuple[tuple[int, int], ...]

    @cached_property
    def id(self) -> str:
        """Identifier, c01 ... in the order of the article; x01 ... for what is true to the article but not listed."""
        return self.text.id

    @property
    def weight(self) -> int:
        """0-3."""
        return self.text.weight

    @property
    def all_slots(self) -> tuple[Slot, ...]:
        """Everything that can be found in a card."""
        return (*self.slots, *self.details, self.against, self.unless)


@dataclass(frozen=True, eq=False)
class Key(keys.Written):
    """A checked key. Equality is identity, so that a key can be remembered in caches."""

    text: KeyText
    article: Article
    groups: Groups
    claims: tuple[Reference, ...]
    extras: tuple[Reference, ...]

    @property
    def people(self) -> tuple[str, ...]:
        """Names of the word groups that stand for people."""
        return self.text.people

    @property
    def target(self) -> tuple[int, int]:
        """How many cards are asked for, from and to."""
        return self.text.target

    @property
    def full_coverage(self) -> float:
        """The share of the weights that earns full marks, above 0 and at most 1."""
        return self.text.full_coverage

    def earned(self, covers: Mapping[str, float]) -> float:
        """Return the share of the coverage points, 0-1; *covers* says how far each claim is stated, 0-1, by id.

        Enough of the key ideas earns it, or enough of everything on the list, whichever is more.
        """
        asked = _stated(covers, {claim.id: claim.weight for claim in self.claims})
        widely = 0.0
        if self.text.widely:
            bend, height, full = self.text.widely
            wide = _stated(covers, {claim.id: claim.weight or 1 for claim in self.claims})
            widely = height * wide / bend if wide < bend else height + (1 - height) * (wide - bend) / (full - bend)
        return min(1.0, max(asked / self.full_coverage, widely))

    @cached_property
    def article_stems(self) -> frozenset[str]:
        """Stems of the words of the article."""
        return frozenset(
            word.stem for span in self.article.sentences for word in read(self.article.text[slice(*span)]).words
        )

    @cached_property
    def known(self) -> frozenset[str]:
        """Stems of the article and of every wording: what a faithful card may speak of."""
        stems = set(self.article_stems)
        for wordings in self.groups.values():
            stems |= slots.stems_of(wordings)
        for reference in (*self.claims, *self.extras):
            stems |= {word.stem for word in read(reference.text.claim).words}
            for slot in reference.all_slots:
                stems |= slots.stems_of(slot.wordings)
        return frozenset(stems)

    @cached_property
    def _group_index(self) -> Index[str]:
        return Index(self.groups)

    @cached_property
    def _slot_index(self) -> Index[Slot]:
        return Index(
            {slot: slot.wordings for reference in (*self.claims, *self.extras) for slot in reference.all_slots}
        )

    @cached_property
    def _speller(self) -> Speller:
        forms = {form: stem(form) for form in IRREGULAR}
        return Speller(self.known | {stem(word) for word in FUNCTION_WORDS | NEGATORS}, forms)

    def read(self, sentence: str) -> Reading:
        """Return the reading of *sentence*, slips of the pen forgiven and "the article says that" left out."""
        reading = without_attribution(read(sentence))
        capitals = not sentence.isupper()
        words = tuple(
            word
            if word.stem in self.known
            else replace(word, stem=self._meant(word.stem, bool(place) and capitals and sentence[word.start].isupper()))
            for place, word in enumerate(reading.words)
        )
        return replace(reading, words=words)

    def _meant(self, written: str, name: bool) -> str:
        """Return the stem that was meant; a name is no slip for a word that is none ("Peter", "pester")."""
        meant = self._speller.corrected(written)
        return written if name and meant not in self.names else meant

    def knows(self, word: Word) -> bool:
        """True for a word of the article or the key, and for whatever is built on a name in it ("the Dennises")."""
        return word.stem in self.known or any(word.text.startswith(name) for name in self.names if len(name) >= LONG)

    @cached_property
    def numbers(self) -> frozenset[int]:
        """The numbers in the article and in the claims of this key."""
        texts = [self.article.text[slice(*span)] for span in self.article.sentences]
        texts += [reference.text.claim for reference in (*self.claims, *self.extras)]
        return frozenset(word.number for text in texts for word in read(text).words if word.number is not None)

    @cached_property
    def names(self) -> frozenset[str]:
        """Stems of the names in the article."""
        return frozenset(stem(name) for name in article_names(self.article.text))

    def view(self, sentence: str) -> View:
        """Return *sentence* made ready for the slots of this key."""
        return self.seen(self.read(sentence))

    def seen(self, reading: Reading) -> View:
        """Return *reading* made ready for the slots of this key."""
        return View(reading, Finder(reading, self._group_index, self.people), self._slot_index)


class View:
    """One sentence as the slots of a key see it."""

    def __init__(self, reading: Reading, finder: Finder, index: Index[Slot]) -> None:
        self.reading = reading
        self.words = reading.words
        self._finder = finder
        self._index = index
        self._places = index.active(finder.at, finder.occurrences, reading.words)
        self.active = index.names(self._places)
        self._outcomes: dict[Slot, Outcome] = {}
        self.named = finder.mentions
        self.people = frozenset(self.named)

    @property
    def touched(self) -> set[str]:
        """The ids of the claims of which something telling may be there."""
        return {slot.owner for slot in self.active if slot.telling}

    def fill(self, slot: Slot) -> Outcome:
        """Return how the sentence fills *slot*."""
        if slot not in self.active:
            return MISSING
        if slot not in self._outcomes:
            wordings = self._index.wordings(slot, self._places)
            self._outcomes[slot] = fill(wordings, self._finder, slot.neutral)
        return self._outcomes[slot]

    def quote(self, outcome: Outcome) -> str:
        """Return the words of the sentence that *outcome* rests on, as they were written."""
        words = self.words[outcome.start : outcome.end]
        return self.reading.text[words[0].start : words[-1].end] if words else ""

    def has(self, slot: Slot) -> bool:
        """Return whether the sentence fills *slot*."""
        return self.fill(slot).state == "filled"


def _stated(covers: Mapping[str, float], weights: Mapping[str, int]) -> float:
    """Return what share of the *weights* is stated, 0-1."""
    return sum(weight * covers[id_] for id_, weight in weights.items()) / sum(weights.values())


def parse(raw: bytes, name: str = "key.yaml") -> Key:
    """Return the key written in *raw*, checked; *name* is used in messages. Raises Problem."""
    text = keys.read(raw, KeyText, name)
    if text.schema != SCHEMA:
        raise Problem(f"The key {name} has schema {text.schema[:40]!r}: this kit reads {SCHEMA!r}.")
    try:
        return _build(text, case.load(text.case).article)
    except slots.Spelling as error:
        raise Problem(f"In the key {name} a wording cannot be used: {error}.") from error


def _build(text: KeyText, article: Article) -> Key:
    _check_whole(text, article)
    groups: Groups = {}
    for name, source in text.words.items():
        groups[name] = _compile(source)
        _known_groups(groups[name], {*groups} - {name}, f"the group {name!r}")
    claims = tuple(_reference(reference, article, groups) for reference in text.claims)
    extras = tuple(_reference(reference, article, groups) for reference in text.extras)
    key = Key(text, article, groups, claims, extras)
    for reference in (*claims, *extras):
        _check_reference(reference, key)
    return key


def _check_whole(text: KeyText, article: Article) -> None:
    ids = [reference.id for reference in (*text.claims, *text.extras)]
    twice = sorted({id_ for id_ in ids if ids.count(id_) > 1})
    links = {other for reference in text.claims for other in reference.goes_with} - set(ids)
    problems = {
        f"the id {twice[0]!r} is used twice" if twice else "": twice,
        "it has no claims, or more than 400": not 0 < len(ids) <= 400,
        "every weight must be 0, 1, 2 or 3": any(not 0 <= reference.weight <= 3 for reference in text.claims),
        "at least one claim needs a weight above 0": not any(reference.weight for reference in text.claims),
        "full_coverage must be above 0 and at most 1": not 0 < text.full_coverage <= 1,
        "widely must be three shares above 0 and at most 1, the first below the third": text.widely
        and not (0 < text.widely[0] < text.widely[2] <= 1 and 0 < text.widely[1] <= 1),
        "target must be two numbers, the smaller first": not 0 < text.target[0] <= text.target[1],
        "people names a group that is not under words": set(text.people) - set(text.words),
        f"goes_with names {sorted(links)[:1]}, which is no claim": links,
        "an id must be a letter and two or three digits": [i for i in ids if not re.fullmatch(r"[a-z]\d{2,3}", i)],
        "it was written for another edition of the article (article_sha256 differs)": text.article_sha256
        != article.sha256,
    }
    for sentence, wrong in problems.items():
        if wrong:
            raise Problem(f"The key of {text.assignment!r} cannot be used: {sentence}.")


def _compile(source: Any) -> tuple[Wording, ...]:
    sources = source if isinstance(source, tuple) else (source,)
    return tuple(wording for piece in sources for wording in slots.compile_wordings(str(piece)))


def _reference(text: ReferenceText, article: Article, groups: Groups) -> Reference:
    named = {
        kind: [(name, _compile(source)) for name, source in part.items()]
        for kind, part in (("slots", text.slots), ("details", text.details))
    }
    against = _compile(text.against) if text.against else ()
    unless = _compile(text.unless) if text.unless else ()
    for wordings in (against, unless, *(wordings for part in named.values() for _, wordings in part)):
        _known_groups(wordings, set(groups), text.id)
    return Reference(
        text,
        tuple(Slot(name, wordings, text.id) for name, wordings in named["slots"]),
        tuple(Slot(name, wordings, text.id) for name, wordings in named["details"]),
        Slot("not", against, text.id),
        Slot("unless", unless, text.id),
        tuple(_anchor(quote, text.id, article) for quote in text.anchors),
    )


def _known_groups(wordings: tuple[Wording, ...], groups: set[str], where: str) -> None:
    for wording in wordings:
        for part in wording.parts:
            named = {group for term in part.terms for group in term.groups} | ({part.actor} if part.actor else set())
            if named - groups:
                raise slots.Spelling(
                    f"{where} uses ${min(named - groups)}, which is not under words (or comes later there)"
                )


def _anchor(quote: str, id_: str, article: Article) -> tuple[int, int]:
    start = article.text.find(quote)
    if start < 0 or not quote.strip():
        raise Problem(f"The key's anchor {quote[:60]!r} of {id_} is not in the article: copy it from there.")
    return (start, start + len(quote))


def _check_reference(reference: Reference, key: Key) -> None:
    """Every slot must fit the claim's own sentence; no wording may match whatever is written."""
    if not reference.slots:
        raise Problem(f"The key's claim {reference.id} has no slots: say what a restatement must get right.")
    if not reference.anchors:
        raise Problem(f"The key's claim {reference.id} has no anchor: quote the words of the article it rests on.")
    view = key.view(reference.text.claim)
    for slot in (*reference.slots, *reference.details):
        for wording in slot.wordings:
            if slots.says_nothing(wording):
                raise Problem(
                    f"The key's claim {reference.id} has a wording that matches everything: {wording.source!r}."
                )
        if not view.has(slot):
            raise Problem(
                f"The key's claim {reference.id} does not fill its own slot {slot.name!r}: add a wording for it."
            )
    for slot in (reference.unless, reference.against):
        if view.has(slot):
            raise Problem(f"The key's claim {reference.id} is ruled out by its own {slot.name!r} list: mend that list.")
