"""Finding the wordings of a key in a sentence: where, said which way round, and who does it.

Matching walks over words, never over characters, and every gap is bounded, so the time it
takes grows in line with the sentence and no wording can make it slow.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from claimlab.filed import Index
from claimlab.slots import Part, Term, Wording
from claimlab.wording import NEGATORS, Reading, Word

_OPENING = frozenset(("the", "a", "an", "his", "her", "their"))
_DETERMINERS = _OPENING | {"first", "real"}


class Found(NamedTuple):
    """A stretch of words, ``words[start:end]``, and whether the student negates it."""

    start: int
    end: int
    negated: bool


class Match(NamedTuple):
    """Where a wording ends, whether its words stand under a negation, and whether a group has used that negation up."""

    end: int
    negated: bool
    used: bool = False


_NOWHERE: Mapping[int, frozenset[Match]] = {}


class Finder:
    """One reading made ready for many wordings: where each stem and each group stands."""

    def __init__(self, reading: Reading, groups: Index[str], people: Iterable[str] = ()) -> None:
        self.words: tuple[Word, ...] = reading.words
        self._text = reading.text
        self.at: dict[str, list[int]] = {}
        for place, word in enumerate(self.words):
            self.at.setdefault(word.stem, []).append(place)
        self.occurrences: dict[str, dict[int, frozenset[Match]]] = {}
        self.named: set[int] = set()
        active = groups.active(self.at, (), self.words)
        for name in groups.names(active):
            if places := self._occurrences(groups.wordings(name, active)):
                self.occurrences[name] = places
        self.mentions = {name: tuple(sorted(self.occurrences[name])) for name in people if name in self.occurrences}
        """Where each group of people is named, by the first word of each mention."""
        self._ending: dict[int, set[str]] = {}
        for name in self.mentions:
            for start, matches in self.occurrences[name].items():
                self._introduce(name, start, matches)

    def _introduce(self, name: str, start: int, matches: Iterable[Match]) -> None:
        """Remember that a person of the group *name* is named from *start* on."""
        for match in matches:
            self.named.update(range(start, match.end))
            self._ending.setdefault(match.end, set()).add(name)

    def _occurrences(self, wordings: Iterable[Wording]) -> dict[int, frozenset[Match]]:
        """Where a group stands; a "not" of its own is used up and counts as plain outside."""
        found: dict[int, frozenset[Match]] = {}
        for wording in wordings:
            part = wording.parts[0]
            for start in self._starts(part.terms[0]):
                matches = self._matches(part, start)
                if part.negative:
                    matches = frozenset(Match(match.end, False, True) for match in matches if match.negated)
                if matches:
                    found[start] = found[start] | matches if start in found else matches
        return found

    def _starts(self, term: Term) -> list[int]:
        """Return where *term* may stand, from left to right, so that no run of the program differs from another."""
        starts: list[int] = []
        for known in term.stems:
            starts += self.at.get(known, ())
        for group in term.groups:
            starts += self.occurrences.get(group, ())
        if term.beginnings:
            starts += [place for place, word in enumerate(self.words) if word.text.startswith(term.beginnings)]
        return sorted(starts)

    def _term(self, term: Term, place: int) -> list[Match]:
        word = self.words[place]
        found: list[Match] = []
        if word.stem in term.stems or (term.beginnings and word.text.startswith(term.beginnings)):
            found.append(Match(place + 1, word.negated and place not in self.named))
        for group in term.groups:
            found += self.occurrences.get(group, _NOWHERE).get(place, ())
        return found

    def _matches(self, part: Part, start: int) -> frozenset[Match]:
        """Return where the terms of *part* can end if the first stands at *start*, and whether under a negation."""
        first = self._term(part.terms[0], start)
        if not part.gaps and not part.own_negation:
            return frozenset(first)
        so_far = set(first)
        sentence = self.words[start].sentence
        for term, gap in zip(part.terms[1:], part.gaps, strict=True):
            there = {place for place in self._starts(term) if self.words[place].sentence == sentence}
            so_far = {
                _joined(before, match)
                for before in so_far
                for place in range(before.end, before.end + gap + 1)
                if place in there
                for match in self._term(term, place)
            }
        if part.own_negation:
            return frozenset(Match(match.end, self._doubly(start, match.end)) for match in so_far)
        return frozenset(so_far)

    def _doubly(self, start: int, end: int) -> bool:
        """True if the wording's own "no" stands under another negation."""
        return next((word.negated for word in self.words[start:end] if word.text in NEGATORS), False)

    def find(self, part: Part) -> Iterator[Found]:
        """Yield every place where the terms of *part* stand, whatever the polarity and the actor."""
        for start in self._starts(part.terms[0]):
            for end, negated, _ in self._matches(part, start):
                yield Found(start, end, negated)

    def actors(self, found: Found) -> set[str]:
        """Return the groups of the person who does what stands at *found*, or an empty set if nobody is named."""
        by = self._named_after_by(found.end)
        if by:
            return by
        sentence = self.words[found.start].sentence
        for place in range(found.start - 1, -1, -1):
            if self.words[place].sentence != sentence:
                break
            here = self._ending.get(place + 1)
            if here and not self._by_the_way(place):
                return here
        return set()

    def _named_after_by(self, end: int) -> set[str]:
        """Whoever acts in "forbidden by the girl's parents": the last of the people named in a row."""
        for place in range(end, min(end + 3, len(self.words))):
            if self.words[place].text == "by":
                here: set[str] = set()
                for after in range(place + 1, min(place + 5, len(self.words))):
                    named = {name for name, places in self.mentions.items() if after in places}
                    if here and not named and not self._belongs_on(after):
                        break
                    here = named or here
                if here:
                    return here
        return set()

    def _by_the_way(self, place: int) -> bool:
        """True for whoever only belongs to another word: "the mother of Rocky", "according to Rusty".

        The way back goes over possessors: in "the parents of Rocky Dennis's first love" the parents act. It ends at a
        comma and at "his" or "the", with which a new person begins.
        """
        start = place
        while start and self._belongs_on(start - 1) and self.words[start].text not in _OPENING:
            if "," in self._text[self.words[start - 1].end : self.words[start].start]:
                break
            start -= 1
        before = [word.text for word in self.words[max(0, start - 2) : start]]
        return before[-1:] == ["of"] or before == ["according", "to"] or self._between_commas(start, place)

    def _between_commas(self, start: int, place: int) -> bool:
        """True for the speaker in "Rocky, she admitted, was extraordinary"."""
        if not 0 < start <= place < len(self.words) - 2:
            return False
        opening = self._text[self.words[start - 1].end : self.words[start].start]
        closing = self._text[self.words[place + 1].end : self.words[place + 2].start]
        return "," in opening and "," in closing

    def _belongs_on(self, place: int) -> bool:
        """True for a name, a determiner, or the surname after a name."""
        word = self.words[place]
        surname = place - 1 in self.named and self._text[word.start].isupper()
        return place in self.named or word.text in _DETERMINERS or surname


def _joined(before: Match, match: Match) -> Match:
    """In "never showed the details" the "never" belongs to "showed", so "details" is not denied."""
    used = before.used or match.used
    return Match(match.end, (before.negated or match.negated) and not used, used)


class Outcome(NamedTuple):
    """What became of a slot in one card: filled, flipped (said the other way round), someone else, or missing.

    ``denial`` is set if the wording is one of not, no, never, nobody ...
    """

    state: str
    wording: str = ""
    start: int = 0
    end: int = 0
    denial: bool = False


MISSING = Outcome("missing")


def fill(wordings: Sequence[Wording], finder: Finder, neutral: bool = False) -> Outcome:
    """Return how the card fills the slot; with *neutral*, negation does not matter."""
    worst = MISSING
    for wording in wordings:
        outcome = _try(wording, finder, neutral)
        if outcome.state == "filled":
            return outcome
        if outcome.state != "missing" and worst.state in ("missing", "other"):
            worst = outcome
    return worst


def _try(wording: Wording, finder: Finder, neutral: bool) -> Outcome:
    """What became of one wording: missing if a part of it is, else the first part that is not filled, else filled."""
    opposable, neutral = not neutral, neutral or any(part.negative for part in wording.parts)
    told = MISSING
    for part in wording.parts:
        outcome = _best(part, wording.source, finder, neutral, opposable)
        if outcome.state == "missing":
            return MISSING
        if told is MISSING or (told.state == "filled" and outcome.state != "filled"):
            told = outcome
    return told


def _best(part: Part, source: str, finder: Finder, neutral: bool, opposable: bool) -> Outcome:
    """What became of one part where it stands best; only what is *opposable* can be flipped."""
    best = MISSING
    for found in finder.find(part):
        state = _state(part, found, finder, neutral)
        if state == "filled" or (best.state == "missing" and (opposable or state != "flipped")):
            best = Outcome(state, source, found.start, found.end, part.negative or part.own_negation)
            if state == "filled":
                break
    return best


def _state(part: Part, found: Found, finder: Finder, neutral: bool) -> str:
    if part.actor:
        actors = finder.actors(found)
        if not actors or part.actor not in actors:
            return "other" if actors else "missing"
    if (part.negative or not neutral) and found.negated != part.negative:
        return "flipped"
    return "filled"
