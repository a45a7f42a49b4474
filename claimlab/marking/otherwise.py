"""What a card would state if one word of it were another.

"He" may be read as whoever the claim is about. And if a card that marks a claim's own words
states it only with another number, another person or the opposite word put in, then it
says something else than the article: it contradicts that claim.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from itertools import islice, product
from typing import NamedTuple

from claimlab.key import Key, Reference, View
from claimlab.opposites import OPPOSITE
from claimlab.stems import stem
from claimlab.wording import FUNCTION_WORDS, Word

TRIED = 8
"""How many other readings of a card are tried for one claim."""
_SHE = dict.fromkeys(("she", "her", "hers", "herself"), "she")
_HE = dict.fromkeys(("he", "him", "his", "himself"), "he")
_THEY = dict.fromkeys(("they", "them", "their", "theirs", "themselves"), "they")
_PRONOUNS = _SHE | _HE | _THEY
_OTHER = {"she": "he", "he": "she", "they": ""}
NUMBER = "The number is not the one in the article."
PERSON = "It names another person."
OPPOSED = "It says the opposite of the article."


def named(view: View, reference: Reference, key: Key) -> Iterator[View]:
    """Yield *view* with its pronouns read as people of *reference*."""
    places = {place: _PRONOUNS[word.text] for place, word in enumerate(view.words) if word.text in _PRONOUNS}
    kinds = sorted(set(places.values()))
    choices = [[name for name in _cast(reference, key) if _may_be(kind, name, key)] for kind in kinds]
    for chosen in islice(product(*choices), TRIED if kinds else 0):
        meant = dict(zip(kinds, chosen, strict=True))
        yield _with(view, {place: _name(meant[kind], key) for place, kind in places.items()}, key).view


class Change(NamedTuple):
    """A card read with one thing put in for another: what is wrong with it if that fits, and the words changed."""

    reason: str
    view: View
    places: frozenset[int]


def otherwise(view: View, reference: Reference, key: Key) -> Iterator[Change]:
    """Yield *view* with one number, person or word put in for another."""
    yield from islice(_other_numbers(view, reference, key), TRIED)
    yield from islice(people(view, reference, key), TRIED)
    yield from islice(_opposites(view, key), TRIED)


def _other_numbers(view: View, reference: Reference, key: Key) -> Iterator[Change]:
    right = _numbers(reference, key)
    for place, word in enumerate(view.words):
        if word.number is not None and word.number > 2 and all(word.number != own.number for own in right):
            for own in right:
                yield _with(view, {place: replace(own, start=word.start, end=word.end)}, key, NUMBER)


def people(view: View, reference: Reference, key: Key) -> Iterator[Change]:
    """Put whom the claim speaks of and the card does not in the place of somebody the claim does not speak of."""
    cast = _cast(reference, key)
    outsiders = [places for group, places in view.named.items() if group not in cast]
    for places in (*outsiders, *_strangers(view, key)):
        for group in cast:
            if group not in view.named:
                yield _with(view, dict.fromkeys(places, _name(group, key)), key, PERSON)


def _strangers(view: View, key: Key) -> Iterator[tuple[int, ...]]:
    """Yield the places of each name that the key has never heard; one capital that opens a sentence is no name."""
    run: list[int] = []
    for place, word in enumerate((*view.words, None)):
        if word and view.reading.text[word.start].isupper() and not key.knows(word):
            run.append(place)
            continue
        if run and run != [0]:
            yield tuple(run)
        run = []


def _opposites(view: View, key: Key) -> Iterator[Change]:
    for place, word in enumerate(view.words):
        if word.text in FUNCTION_WORDS:
            continue
        for other in OPPOSITE.get(word.stem, ()):
            if " " not in other:
                yield _with(view, {place: other}, key, OPPOSED)


def _with(view: View, changed: Mapping[int, str | Word], key: Key, reason: str = "") -> Change:
    words = list(view.words)
    for place, other in changed.items():
        word = words[place]
        words[place] = (
            replace(word, text=other, stem=stem(other), number=None)
            if isinstance(other, str)
            else replace(other, sentence=word.sentence, negated=word.negated, denied=word.denied)
        )
    return Change(reason, key.seen(replace(view.reading, words=tuple(words))), frozenset(changed))


@lru_cache(maxsize=4096)
def _numbers(reference: Reference, key: Key) -> tuple[Word, ...]:
    """The numbers of a claim, in its own words."""
    return tuple(word for word in key.read(reference.text.claim).words if word.number is not None)


def _name(group: str, key: Key) -> str:
    """The word a group of people is known by, the first that the key lists."""
    return key.groups[group][0].source.split()[0]


@lru_cache(maxsize=4096)
def _cast(reference: Reference, key: Key) -> tuple[str, ...]:
    """The people a claim speaks of, in the order of the key."""
    there = key.view(reference.text.claim).people
    return tuple(name for name in key.people if name in there)


@lru_cache(maxsize=4096)
def _may_be(pronoun: str, group: str, key: Key) -> bool:
    """True unless the key says of *group* that another pronoun stands for it."""
    known = {term_stem for wording in key.groups[group] for term_stem in wording.parts[0].terms[0].stems}
    if pronoun == "they":
        return not known & {"she", "he"}
    return _OTHER[pronoun] not in known
