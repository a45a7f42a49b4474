"""The benefit of the doubt: a card that fits in all but words the key has never heard.

A key cannot list every word of English. If a card marks the very words a claim rests on, names whom the claim
is about, denies and doubts nothing, brings no name or number of its own and says the rest in words that are new
to the key, then it most likely says just this in other words. If every word is known and the claim is still not
found, the card says something else, and there is nothing to doubt.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from claimlab.answers import Passage
from claimlab.form import is_sentence
from claimlab.key import Key, Reference, View
from claimlab.marking import home
from claimlab.outside import added
from claimlab.slots import Wording, stems_of
from claimlab.stems import stem
from claimlab.wording import FUNCTION_WORDS, Reading

TIGHT = 0.4
"""How much of the marked words and a claim's own words must be the same stretch, 0-1."""
BESIDE = 0.4
"""How much less tightly than the best of all claims one may fit and still be meant."""
NEARLY = 0.9
"""How tight is tight enough for the passage to tell the rest."""
WITHIN = 0.4
"""What a passage is worth that is only a word or two of a claim's own."""
REASON = "It fits this claim, but says it in words the marker does not know."
_HEDGES = frozenset("may maybe perhaps might possibly probably some sometimes only few little bit already".split())
_READERS_WORDS = frozenset("should ought must deserve deserves deserved opinion i my we our us".split())
"""What a reader thinks about the story is not what the article says."""
_VAGUE = frozenset(
    "thing something anything stuff problem lot bit kind sort way part point side case fact matter something someone "
    "somebody people person life year time day good bad nice big great important interesting famous known special old "
    "hard easy difficult ill sick stupid real really pretty quite still always often say tell talk speak think know "
    "go come get give take make happen wrong different live show see find become bring look keep seem everything "
    "nothing bunch".split()
)
"""Words so wide that they cannot be what is left of an idea."""
_VAGUE_STEMS = frozenset(stem(word) for word in _VAGUE)
MANY = 0.1
"""From what share of its wordings on a claim is one that is mostly stated with a "not"."""
LEAST = 0.4
"""How much of a claim must be found before the rest may be taken on trust, 0-1."""


def likeliest(
    view: View, passages: Sequence[Passage], references: Iterable[Reference], elsewhere: Iterable[Reference], key: Key
) -> Reference | None:
    """Return the claim that a card not otherwise understood most likely states, or None.

    *elsewhere* are statements of the article that the card makes for certain; they leave no doubt where the card's
    passage is theirs.
    """
    if (
        reader_speaks(view)
        or any(word.text in _HEDGES for word in view.words)
        or strange_words(view.reading, key)
        or view.reading.question
    ):
        return None
    denies = any(word.negated for word in view.words)
    elsewhere = tuple(elsewhere)
    fits = [(tightness(passages, reference), reference) for reference in references]
    tightest = max(tight for tight, _ in fits)
    least = max([TIGHT, tightest - BESIDE, *(tightness(passages, other) for other in elsewhere)])
    fitting = [
        (tight, _filled(view, reference), reference)
        for tight, reference in fits
        if tight >= least
        and _filled(view, reference) >= LEAST
        and _words_left(view, reference, key)
        and not (denies and not _denies(reference, key))
        and not strange_words(view.reading, key, (reference,))
        and _in_question(view, reference, bool(elsewhere), tight, key)
    ]
    best = max(fitting, key=lambda fit: (fit[0] + fit[1], fit[2] in key.claims, fit[2].id), default=None)
    return best[2] if best else None


def _words_left(view: View, reference: Reference, key: Key) -> bool:
    """True if nothing telling is missing, or words of a sentence are left that may say it, no names or vague ones."""
    outcomes = [(slot, view.fill(slot)) for slot in reference.slots]
    if all(outcome.state == "filled" for slot, outcome in outcomes if slot.telling):
        return True
    if not is_sentence(view.reading):
        return False
    used = {place for _, outcome in outcomes for place in range(outcome.start, outcome.end)}
    used.update(*view.named.values())
    return any(
        place not in used and word.text not in FUNCTION_WORDS and word.stem not in _VAGUE_STEMS
        for place, word in enumerate(view.words)
    )


def reader_speaks(view: View) -> bool:
    """Return whether a word of the card is the reader's own, wherever it stands: then it contradicts nothing."""
    return any(word.text in _READERS_WORDS for word in view.words)


def new_words(view: View, key: Key) -> bool:
    """Return whether something in the card is new to the key, so that it may say more than was understood."""
    return any(word.text not in FUNCTION_WORDS and not key.knows(word) for word in view.words)


def _filled(view: View, reference: Reference) -> float:
    return sum(view.has(slot) for slot in reference.slots) / len(reference.slots)


def strange_words(reading: Reading, key: Key, told: Sequence[Reference] = ()) -> tuple[str, ...]:
    """Return names, numbers, things and events in the card that the article does not have.

    *told* are the claims that the card speaks of: the words of their own wordings are never strange.
    """
    own = (key.article_stems, *(_vocabulary(reference, key) for reference in told)) if told else (key.known,)
    new = frozenset(added(reading.words, own))
    capitals = len(reading.words) == 1 or not reading.text.isupper()
    found: list[str] = []
    for place, word in enumerate(reading.words):
        name = capitals and place > 0 and reading.text[word.start].isupper()
        number = word.number is not None and word.number > 2 and word.number not in key.numbers
        if place in new or number or (name and word.text not in FUNCTION_WORDS and not key.knows(word)):
            found.append(reading.text[word.start : word.end])
    return tuple(found)


@lru_cache(maxsize=4096)
def _vocabulary(reference: Reference, key: Key) -> frozenset[str]:
    """Every stem by which the key can recognise the claim."""
    wordings = [wording for slot in (*reference.slots, *reference.details) for wording in slot.wordings]
    names = _groups_in(wordings)
    while further := {name for group in names for name in _groups_in(key.groups[group])} - names:
        names |= further
    return frozenset(stems_of([*wordings, *(wording for name in names for wording in key.groups[name])]))


def _groups_in(wordings: Iterable[Wording]) -> set[str]:
    return {name for wording in wordings for part in wording.parts for term in part.terms for name in term.groups}


def tightness(passages: Sequence[Passage], reference: Reference) -> float:
    """Return what share of a passage and an anchor of *reference* together is common to both, at best, 0-1."""
    best = 0.0
    for passage in passages:
        for start, end in reference.anchors:
            shared = min(passage.end, end) - max(passage.start, start)
            if shared > 0:
                a_word_or_two = start <= passage.start and passage.end <= end and shared < WITHIN * (end - start)
                together = max(passage.end, end) - min(passage.start, start)
                best = max(best, WITHIN if a_word_or_two else shared / together)
    return best


def _in_question(view: View, reference: Reference, faithful: bool, tight: float, key: Key) -> bool:
    """True if the card is about whom and what the claim is about, and contradicts nothing.

    If all that the claim says is there, the passage may tell whom it is about.
    """
    outcomes = [(slot, view.fill(slot)) for slot in reference.slots]
    about = all(outcome.state == "filled" for slot, outcome in outcomes if not slot.telling)
    telling = [outcome.state == "filled" for slot, outcome in outcomes if slot.telling]
    said = not faithful and (all(telling) or (tight >= NEARLY and any(telling)))
    contradicted = any(
        outcome.state == "other" or (outcome.state == "flipped" and not outcome.denial) for _, outcome in outcomes
    )
    ruled_out = view.has(reference.against) or view.has(reference.unless)
    numbers = {word.number for word in view.words} <= _numbers(reference, key)
    return (about or said) and numbers and not contradicted and not ruled_out and _its_people(view, reference, key)


def _its_people(view: View, reference: Reference, key: Key) -> bool:
    """True if nobody is named of whom the claim says nothing, unless whoever it is about is named beside them."""
    own = _people(reference, key)
    return view.people <= _cast(reference, key) or bool(own and own <= view.people)


@lru_cache(maxsize=4096)
def _people(reference: Reference, key: Key) -> frozenset[str]:
    return key.view(reference.text.claim).people


@lru_cache(maxsize=4096)
def _cast(reference: Reference, key: Key) -> frozenset[str]:
    """The people a claim may speak of: those in its own sentence and in those of the article it rests on."""
    spans = [key.article.sentences[place] for place in home.rests_on(reference, key)]
    texts = (key.article.text[start:end] for start, end in spans)
    return _people(reference, key).union(*(key.view(text).people for text in texts))


@lru_cache(maxsize=4096)
def _denies(reference: Reference, key: Key) -> bool:
    """True if many of the ways to state the claim have a not, no, never ...; "not a flop" is one of a hundred."""
    wordings = [wording for slot in reference.slots if slot.telling for wording in slot.wordings]
    groups = {group for wording in wordings for part in wording.parts for term in part.terms for group in term.groups}
    wordings += [wording for group in groups for wording in key.groups[group]]
    negative = sum(any(part.negative or part.own_negation for part in wording.parts) for wording in wordings)
    return negative > MANY * len(wordings)


@lru_cache(maxsize=4096)
def _numbers(reference: Reference, key: Key) -> frozenset[int | None]:
    return frozenset({None, *(word.number for word in key.read(reference.text.claim).words)})
