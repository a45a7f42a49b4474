"""Which wordings of a key can be in a sentence at all.

A key holds thousands of wordings and a card a dozen words. So every wording is filed under one word that it needs,
and only what is filed under the words of a sentence is ever looked for in it: this is what makes marking quick.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from typing import Generic, NamedTuple, TypeVar

from claimlab.slots import Term, Wording
from claimlab.stems import stem
from claimlab.wording import FUNCTION_WORDS, Word

_FREQUENT = frozenset(stem(word) for word in FUNCTION_WORDS)
Name = TypeVar("Name", bound=Hashable)
_BEGINS = 3
"""By how many letters the beginnings of words are filed; the slot language allows none that is shorter."""


class _File(NamedTuple):
    """What is filed under one word: the places of ``plain`` wordings, which need nothing else.

    A ``demanding`` one needs besides it stems and groups that must all be there, and one of each of several choices.
    """

    plain: list[int]
    demanding: list[tuple[int, frozenset[str], tuple[frozenset[str], ...]]]


class Index(Generic[Name]):
    """The wordings of a key by the word that fewest sentences have: a stem, a group ("$film") or a beginning ("dis*").

    A wording is known by its place, counted through all the wordings of all the names of *named*.
    """

    def __init__(self, named: Mapping[Name, Sequence[Wording]]) -> None:
        self._names = [name for name, wordings in named.items() for _ in wordings]
        self._wordings = [wording for wordings in named.values() for wording in wordings]
        ends = accumulate(map(len, named.values()))
        self._stretches = {name: (end - len(named[name]), end) for name, end in zip(named, ends, strict=True)}
        self._files: dict[str, _File] = {}
        self._beginnings: dict[str, set[str]] = {}
        often = Counter(known for wording in self._wordings for known in _named_in(wording))
        for place, wording in enumerate(self._wordings):
            self._file(place, wording, _scarcest(wording, often))

    def _file(self, place: int, wording: Wording, term: Term) -> None:
        needs = wording.needs_besides(term)
        words = frozenset(known for need in needs if len(need) == 1 for known in need)
        choices = tuple(need for need in needs if len(need) != 1)
        for beginning in term.beginnings:
            self._beginnings.setdefault(beginning[:_BEGINS], set()).add(beginning)
        groups = (f"${group}" for group in term.groups)
        for known in (*term.stems, *groups, *(f"{beginning}*" for beginning in term.beginnings)):
            file = self._files.setdefault(known, _File([], []))
            if needs:
                file.demanding.append((place, words, choices))
            else:
                file.plain.append(place)

    def active(self, stems: Iterable[str], groups: Iterable[str], words: Sequence[Word]) -> list[int]:
        """Return, in order, the places of the wordings that may match where these *stems*, *groups* and *words* are."""
        present = {*stems, *(f"${group}" for group in groups)}
        absent = present.isdisjoint
        found: set[int] = set()
        for known in (*present, *self._begun(words)):
            if file := self._files.get(known):
                found.update(file.plain)
                for place, needed, choices in file.demanding:
                    if needed <= present and not (choices and any(map(absent, choices))):
                        found.add(place)
        return sorted(found)

    def _begun(self, words: Iterable[Word]) -> Iterator[str]:
        for word in words:
            for beginning in self._beginnings.get(word.text[:_BEGINS], ()):
                if word.text.startswith(beginning):
                    yield f"{beginning}*"

    def names(self, places: Iterable[int]) -> dict[Name, None]:
        """Return the names of the wordings at *places*, each once and in order."""
        return dict.fromkeys(map(self._names.__getitem__, places))

    def wordings(self, name: Name, places: Sequence[int]) -> list[Wording]:
        """Return the wordings of *name* among those at *places*, which must be in order."""
        start, end = self._stretches[name]
        return [self._wordings[place] for place in places[bisect_left(places, start) : bisect_left(places, end)]]


def _named_in(wording: Wording) -> Iterator[str]:
    """Yield every stem that *wording* names, as often as it names it."""
    return (known for part in wording.parts for term in part.terms for known in term.stems)


def _scarcest(wording: Wording, often: Mapping[str, int]) -> Term:
    """The term of a wording that fewest sentences contain, as far as can be guessed.

    That is a plain rare word before a group, and among plain words the one that few wordings of the key name.
    """
    terms = [term for part in wording.parts for term in part.terms]
    return min(
        terms,
        key=lambda term: (
            bool(term.groups),
            bool(term.stems & _FREQUENT),
            sum(often[known] for known in term.stems),
            -max(map(len, term.stems), default=0),
        ),
    )
