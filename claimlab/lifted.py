"""What a sentence takes from the article: the names it can count on, and words lifted as they stand.

A reader who has not seen the article is helped by a name and not by a pronoun; and a
sentence that is only lifted shows nothing of the student's own understanding.
"""

from __future__ import annotations

from functools import lru_cache

from claimlab.case import Article
from claimlab.wording import FUNCTION_WORDS, Reading, Word, read

COPIED = 0.75
COPIED_RUN = 8
COPIED_WHOLE = 5


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
def _places(text: str) -> tuple[tuple[Word, ...], dict[str, list[int]], dict[int, int]]:
    """Return the words of an article, where each stem stands, and how many words each sentence has."""
    words = read_all(text)
    places: dict[str, list[int]] = {}
    lengths: dict[int, int] = {}
    for place, word in enumerate(words):
        places.setdefault(word.stem, []).append(place)
        lengths[word.sentence] = lengths.get(word.sentence, 0) + 1
    return words, places, lengths


def copied(reading: Reading, article: Article) -> bool:
    """Return whether the sentence is lifted from *article*.

    Lifted means three quarters of its words, at least COPIED_RUN of them, stand there in one run, or all of them do,
    or it is one of the article's short sentences nearly as it stands. A short piece
    with its pronoun replaced by a name is the student's own.
    """
    words, places, lengths = _places(article.text)
    stems = reading.stems
    start = 0
    while start < len(stems):
        run, at = max(
            ((_run(stems, start, words, place), place) for place in places.get(stems[start], ())), default=(0, 0)
        )
        if run >= COPIED * len(stems) and run >= COPIED_RUN:
            return True
        if run == len(stems) >= COPIED_WHOLE or (
            run >= 4 and run >= 0.9 * max(len(stems), lengths[words[at].sentence])
        ):
            return True
        start += max(1, run)
    return False


def _run(stems: tuple[str, ...], start: int, words: tuple[Word, ...], place: int) -> int:
    run = 0
    while start + run < len(stems) and place + run < len(words) and words[place + run].stem == stems[start + run]:
        run += 1
    return run
