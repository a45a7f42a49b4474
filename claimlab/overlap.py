"""Which words texts have in common: the plainest sign that one was copied from the other.

Two people who saw the same thing tell it in different words. A long run of the
same words, or the same slip, has been taken over from somewhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from claimlab.text import Span, words

LEAST = 4


class Run(NamedTuple):
    """A stretch of one text, in code points, whose words stand in the texts numbered ``others`` too."""

    start: int
    end: int
    others: tuple[int, ...]


def shared(texts: Sequence[str], least: int = LEAST) -> list[list[Run]]:
    """Return for each text its runs of at least *least* words that stand in another one, in order and apart.

    Words are compared without regard to case. The idea is that of shingles (Broder 1997, On the resemblance and
    containment of documents). Time grows with the square of the number of words.
    """
    cut = [words(text) for text in texts]
    said = [[text[start:end].casefold() for start, end in spans] for text, spans in zip(texts, cut, strict=True)]
    return [list(_runs(cut[i], _partners(i, said, least))) for i in range(len(texts))]


def longest(texts: Sequence[str]) -> int:
    """Return how many words in a row the two *texts* have in common at most."""
    first, second = ([text[start:end].casefold() for start, end in words(text)] for text in texts)
    return max((length for row in _lengths(first, second) for length in row), default=0)


def _partners(place: int, said: Sequence[Sequence[str]], least: int) -> list[tuple[int, ...]]:
    """For each word of the text at *place*, the numbers of the texts that share a run around it."""
    partners: list[list[int]] = [[] for _ in said[place]]
    for other in (one for one in range(len(said)) if one != place):
        covered = {
            word
            for end, row in enumerate(_lengths(said[place], said[other]))
            for length in row
            if length >= least
            for word in range(end - length + 1, end + 1)
        }
        for word in covered:
            partners[word].append(other)
    return [tuple(found) for found in partners]


def _lengths(first: Sequence[str], second: Sequence[str]) -> Iterator[list[int]]:
    """Yield for each word of *first* the lengths of the common runs that end there and at each word of *second*."""
    above = [0] * len(second)
    for word in first:
        row = [(above[n - 1] if n else 0) + 1 if word == same else 0 for n, same in enumerate(second)]
        yield row
        above = row


def _runs(spans: Sequence[Span], partners: Sequence[tuple[int, ...]]) -> Iterator[Run]:
    for others, group in groupby(range(len(spans)), key=lambda word: partners[word]):
        inside = list(group)
        if others:
            yield Run(spans[inside[0]].start, spans[inside[-1]].end, others)
