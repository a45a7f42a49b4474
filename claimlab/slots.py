"""The small language in which a key says what a restatement must get right.

A slot holds wordings. Any of them fills it. A wording is written as it would be said:

    lived | died            either word, in any of its forms (live, lives, living ...)
    left out                these words in this order, with at most two words between
    left ... screen         the same with up to eight words between
    disfigur*               every word that begins so
    16                      the number, in digits or words
    (left|cut) out          one of several; a bracket may hold phrases too
    $film                   any wording of the group "film" under "words" in the key
    lonely & $rocky         both, in any order, within the card
    not there               "there" under a negation: was not there, wasn't there, never there
    $rocky > took lsd       who does it: the person named last before the words, or the one after "by"

A wording without "not" does not match where the student negates it, unless it brings its own
"no", "never", "nobody" or "without". A slot named who,
whom, about, film, when, where, degree or number ignores negation: "Rusty was not there" is still about Rusty.
Matching takes time linear in the length of the card; there are no regular expressions.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from claimlab.stems import stem
from claimlab.wording import NEGATING_PAIRS, NEGATORS, read

NEAR = 2
FAR = 8
_NEGATOR_STEMS = frozenset(stem(word) for word in NEGATORS)
_NEGATOR_PAIRS = frozenset((stem(first), stem(second)) for first, second in NEGATING_PAIRS)
_EMPTY = frozenset(
    word.stem
    for word in read(
        "a an the of to in on at by for from as and or but if that these those is do would can so too very"
    ).words
)
_BRACKET = re.compile(r"\(([^()]*)\)")


@dataclass(frozen=True, slots=True)
class Term:
    """One place in a wording: any of these stems, beginnings of words or groups."""

    stems: frozenset[str]
    beginnings: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """Terms in order; ``gaps[i]`` is how many words may stand before term i + 1.

    ``own_negation`` is set if the wording itself says no, never, nobody, without ...
    """

    terms: tuple[Term, ...]
    gaps: tuple[int, ...]
    negative: bool = False
    actor: str = ""
    own_negation: bool = False


@dataclass(frozen=True)
class Wording:
    """One alternative of a slot: parts that must all be found. ``source`` is how the key writes it."""

    source: str
    parts: tuple[Part, ...]

    def needs_besides(self, found: Term) -> tuple[frozenset[str], ...]:
        """For every term but *found* and those that give only beginnings, the stems and groups it can be met by."""
        terms = [term for part in self.parts for term in part.terms if term != found and not term.beginnings]
        return tuple(term.stems.union(f"${group}" for group in term.groups) for term in terms)


class Spelling(ValueError):
    """A wording is not written in the language above; the message says what is wrong with it."""


def compile_wordings(source: str) -> tuple[Wording, ...]:
    """Return the alternatives written in *source*. Raises Spelling."""
    pieces = [piece.strip() for piece in _outside_brackets(source, "|")]
    if not all(pieces):
        raise Spelling(f"{source!r} has an empty alternative")
    spelt = [(piece, plain) for piece in pieces for plain in _without_phrases(piece)]
    return tuple(Wording(piece, tuple(_part(part.strip()) for part in plain.split("&"))) for piece, plain in spelt)


def _without_phrases(piece: str) -> Iterator[str]:
    """Write brackets that hold a phrase out: "(let down|hurt) him" is "let down him" and "hurt him"."""
    for bracket in _BRACKET.finditer(piece):
        choices = bracket.group(1).split("|")
        if any(len(choice.split()) != 1 for choice in choices):
            for choice in choices:
                yield from _without_phrases(f"{piece[: bracket.start()]} {choice} {piece[bracket.end() :]}".strip())
            return
    yield piece


def _outside_brackets(source: str, divider: str) -> Iterator[str]:
    depth, piece = 0, ""
    for char in source:
        depth += (char == "(") - (char == ")")
        if depth < 0:
            raise Spelling(f"{source!r} has a bracket too many")
        if char == divider and depth == 0:
            yield piece
            piece = ""
        else:
            piece += char
    if depth:
        raise Spelling(f"{source!r} lacks a closing bracket")
    yield piece


def _part(source: str) -> Part:
    actor, _, rest = source.rpartition(">")
    actor = actor.strip()
    if actor and not (actor.startswith("$") and actor[1:].isidentifier()):
        raise Spelling(f"{source!r} needs one $group before '>'")
    negative = rest.split()[:1] == ["not"] and len(rest.split()) > 1
    pieces = [
        piece
        for piece in _outside_brackets(
            rest.strip().removeprefix("not ").strip().removeprefix("... ") if negative else rest.strip(), " "
        )
        if piece
    ]
    terms, gaps = _terms(pieces, source)
    return Part(terms, gaps, negative, actor[1:], _negates(terms))


def _negates(terms: Sequence[Term]) -> bool:
    """True for a wording that brings its own "no", or a "far from"."""
    pairs = ((first, second) for one, other in pairwise(terms) for first in one.stems for second in other.stems)
    return any(term.stems & _NEGATOR_STEMS for term in terms) or any(pair in _NEGATOR_PAIRS for pair in pairs)


def _terms(pieces: Sequence[str], source: str) -> tuple[tuple[Term, ...], tuple[int, ...]]:
    terms: list[Term] = []
    gaps: list[int] = []
    wide = False
    for piece in pieces:
        if piece == "...":
            if not terms:
                raise Spelling(f"{source!r} cannot begin with a gap")
            wide = True
            continue
        for place, term in enumerate(_term(piece)):
            if terms:
                gaps.append(0 if place else FAR if wide else NEAR)
            terms.append(term)
        wide = False
    if not terms or wide:
        raise Spelling(f"{source!r} has no word where one is needed")
    return tuple(terms), tuple(gaps)


def _term(piece: str) -> list[Term]:
    if piece.startswith("("):
        choices = [choice.strip() for choice in piece.strip("()").split("|")]
        terms = [term for choice in choices for term in _term(choice)]
        stems = frozenset(known for term in terms for known in term.stems)
        return [Term(stems, tuple(b for t in terms for b in t.beginnings), tuple(g for t in terms for g in t.groups))]
    if piece.startswith("$") and piece[1:].isidentifier():
        return [Term(frozenset(), groups=(piece[1:],))]
    if piece.endswith("*") and piece[:-1].isalpha() and len(piece) > 3:
        return [Term(frozenset(), beginnings=(piece[:-1].lower(),))]
    words = read(piece).words
    if not words or any(char in "*$>&|()" for char in piece):
        raise Spelling(f"{piece!r} is not a word, a number or a $group")
    return [Term(frozenset({word.stem})) for word in words]


def stems_of(wordings: Iterable[Wording]) -> set[str]:
    """Return every stem that the wordings name, for the spelling table and the list of known words."""
    return {stem_ for wording in wordings for part in wording.parts for term in part.terms for stem_ in term.stems}


def says_nothing(wording: Wording) -> bool:
    """True for a wording of nothing but words that are in every sentence."""
    return all(
        not term.groups and not term.beginnings and term.stems <= _EMPTY and not part.negative and not part.own_negation
        for part in wording.parts
        for term in part.terms
    )


Groups = dict[str, tuple[Wording, ...]]
