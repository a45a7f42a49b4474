"""What a sentence takes from the article: the names it can count on, and words lifted as they stand.

A reader who has not seen the article is helped by a name and not by a pronoun; and a
sentence that is only lifted shows nothing of the student's own understanding.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from claimlab.case import Article
from claimlab.wording import FUNCTION_WORDS, Reading, Word, read

COPIED = 0.75
COPIED_RUN = 8
COPIED_WHOLE = 5
_ALONE = (1, 0)


@lru_cache(maxsize=16)
def article_names(text: str) -> frozenset[str]:
    """Return the names in *text*, in lower case: words with a capital inside a sentence, never without one."""
    capital: set[str] = set()
    small: set[str] = set()
    headline_end = text.find("\n")
    previous = 0
    for word in read_all(text):
        written = text[word.start : word.end]
        opens = (
            not word.start
            or text[previous : word.start].strip(" “‘\"'(") in (".", "!", "?", ".”", "!”", "?”")
            or "\n" in text[previous : word.start]
        )
        if word.start > headline_end and not written[:1].isupper():
            small.add(word.text)
        elif word.start > headline_end and not opens:
            capital.add(word.text)
        previous = word.end
    return frozenset(capital - small - FUNCTION_WORDS)


@lru_cache(maxsize=16)
def read_all(text: str) -> tuple[Word, ...]:
    """Return the words of a whole article, of any length, with offsets in it."""
    from claimlab.text import sentences

    found: list[Word] = []
    for number, (start, end) in enumerate(sentences(text)):
        found += [
            Word(w.text, w.start + start, w.end + start, w.stem, w.number, number, w.negated)
            for w in read(text[start:end]).words
        ]
    return tuple(found)


@lru_cache(maxsize=16)
def _pairs(text: str) -> tuple[tuple[str, ...], dict[tuple[str, str], list[int]], tuple[int, ...]]:
    """Return the stems of an article, where each two of them in a row stand, and how long the sentence of each is."""
    words = read_all(text)
    stems = tuple(word.stem for word in words)
    places: dict[tuple[str, str], list[int]] = {}
    for place, pair in enumerate(pairwise(stems)):
        places.setdefault(pair, []).append(place)
    counts = Counter(word.sentence for word in words)
    return stems, places, tuple(counts[word.sentence] for word in words)


def copied(reading: Reading, article: Article) -> bool:
    """Return whether the sentence is lifted from *article*.

    Lifted means three quarters of its words, at least COPIED_RUN of them, stand there in one run, or all of them do,
    or it is one of the article's short sentences nearly as it stands. A short piece
    with its pronoun replaced by a name is the student's own. One word alone is no run.
    """
    theirs, places, lengths = _pairs(article.text)
    stems = reading.stems
    pairs = list(pairwise(stems))
    start = 0
    while start < len(pairs):
        found = places.get(pairs[start])
        run, at = max((_run(stems, start, theirs, place), place) for place in found) if found else _ALONE
        if run >= COPIED * len(stems) and run >= COPIED_RUN:
            return True
        if run == len(stems) >= COPIED_WHOLE or (run >= 4 and run >= 0.9 * max(len(stems), lengths[at])):
            return True
        start += run
    return False


def _run(mine: Sequence[str], start: int, theirs: Sequence[str], place: int) -> int:
    """Return how many words from *start* on are those from *place* on."""
    run = 0
    for one, other in zip(mine[start:], theirs[place : place + len(mine)], strict=False):
        if one != other:
            break
        run += 1
    return run
