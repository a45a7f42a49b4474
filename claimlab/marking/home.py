"""Where in the article a card is at home.

A student marks a passage and restates it, so the sentences it lies in say which claims can be meant:
a word that two claims share counts for the one that rests on those sentences. For a card typed without a
passage the sentences are inferred: those that best account for its words.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache
from itertools import chain

from claimlab.answers import Passage
from claimlab.key import Key, Reference
from claimlab.wording import FUNCTION_WORDS, Word

Spans = Sequence[tuple[int, int]]
NEXT = 1
FURTHER = 3
"""How many sentences away from the marked ones a card may be at home too, and a long card."""
LONG = 20
"""How many words make a card long."""
WORTHWHILE = 1.0
"""How many words only a further sentence must explain, for a card to be at home there too."""


def sentences_of(spans: Spans, key: Key) -> frozenset[int]:
    """Return which sentences of the article the (start, end) *spans* touch."""
    starts, ends = _bounds(key)
    return frozenset(
        place for start, end in spans for place in range(bisect_right(ends, start), bisect_left(starts, end))
    )


@lru_cache(maxsize=16)
def _bounds(key: Key) -> tuple[list[int], list[int]]:
    """Return where the sentences of the article start and where they end, both in order."""
    sentences = key.article.sentences
    return [start for start, _ in sentences], [end for _, end in sentences]


@lru_cache(maxsize=4096)
def rests_on(reference: Reference, key: Key) -> frozenset[int]:
    """Return the sentences that *reference* rests on."""
    return sentences_of(reference.anchors, key)


def marked(passages: Sequence[Passage], key: Key) -> frozenset[int]:
    """Return the sentences in which *passages* lie; none for a card that was typed."""
    return sentences_of([(passage.start, passage.end) for passage in passages], key)


@lru_cache(maxsize=16)
def _said(key: Key) -> tuple[frozenset[str], ...]:
    """Return the stems of each sentence of the article."""
    text = key.article.text
    return tuple(
        frozenset(word.stem for word in key.read(text[start:end]).words if word.text not in FUNCTION_WORDS)
        for start, end in key.article.sentences
    )


def inferred(
    words: Sequence[Word], told: Mapping[Reference, Collection[int]], marked: frozenset[int], key: Key
) -> frozenset[int]:
    """Return *marked* and whatever neighbours of it account for the rest of *words*; without marks, any sentences.

    Who writes a long sentence often retells a whole paragraph and marks where it begins.
    *told* gives, for each claim found, the places of its words. Sentences are taken greedily, the one that explains
    most first; a word that many sentences explain weighs less.
    """
    explained = _explained(words, told, key)
    reach = FURTHER if len(words) > LONG else NEXT
    near = {sentence + step for sentence in marked for step in range(-reach, reach + 1)}
    often = Counter(chain.from_iterable(explained.values()))
    left = set(often).difference(*(explained.pop(place, ()) for place in marked))
    chosen = set(marked)
    while gains := {
        sentence: sum(1 / often[place] for place in places & left)
        for sentence, places in explained.items()
        if not marked or sentence in near
    }:
        best = max(gains.values())
        if best <= 0 or (chosen and best < WORTHWHILE):
            break
        taken = {sentence for sentence, gain in gains.items() if gain == best}
        left = left.difference(*(explained.pop(sentence) for sentence in taken))
        chosen |= taken
    return frozenset(chosen)


def _explained(words: Sequence[Word], told: Mapping[Reference, Collection[int]], key: Key) -> dict[int, set[int]]:
    """Return, for each sentence that a claim found rests on, the places of the words it explains."""
    explained: dict[int, set[int]] = {}
    for reference, places in told.items():
        for sentence in rests_on(reference, key):
            explained.setdefault(sentence, set()).update(places)
    said = _said(key)
    for sentence, places in explained.items():
        places |= {place for place, word in enumerate(words) if word.stem in said[sentence]}
    return explained
