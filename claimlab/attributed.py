"""What a sentence says once "the article says that" is taken off it.

Whoever writes "according to the site" says, rightly, who speaks. But these words belong to no claim of
the article, and a marker that reads them as part of one takes "the site says that she was not there" for her own
confession. They are left out when a sentence is compared with a key; nothing else about it changes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claimlab.wording import Reading, Word

TEXTS = frozenset("article site website page text report piece author writer journalist reporter headline".split())
_SAYS = frozenset(
    "say says said saying claim claims claimed state states stated tell tells told write writes wrote think "
    "thinks report reports reported suggest suggests suggested mention mentions mentioned assert asserts explain "
    "explains explained argue argues maintain maintains declare declares reveal reveals revealed show shows "
    "showed add adds note notes describe describes point points inform informs put puts".split()
)
_BEFORE = frozenset("the this that web whole news".split())
_BETWEEN = frozenset("also even then of it itself here us readers you".split())
_MOST = 2


def without_attribution(reading: Reading) -> Reading:
    """Return *reading* without the words that say that the article says so; a denied or lone attribution stays."""
    words = reading.words
    dropped: set[int] = set()
    for place, word in enumerate(words):
        if word.text in TEXTS and not word.negated:
            dropped |= _according(words, place) or _says(words, place)
    if not dropped or len(dropped) == len(words):
        return reading
    return replace(reading, words=tuple(word for place, word in enumerate(words) if place not in dropped))


def _according(words: Sequence[Word], place: int) -> set[int]:
    """The places of "according to the article", if the text at *place* is named so."""
    start = _start(words, place)
    before = [word.text for word in words[max(0, start - 2) : start]]
    return set(range(start - 2, place + 1)) if before == ["according", "to"] else set()


def _says(words: Sequence[Word], place: int) -> set[int]:
    """The places of "the article also says that", if this is what the text at *place* does."""
    end = place + 1
    while end < len(words) and words[end].text in _BETWEEN and end <= place + _MOST:
        end += 1
    if end >= len(words) - 1 or words[end].text not in _SAYS or words[end].negated:
        return set()
    end += 1
    while end < len(words) - 1 and words[end].text in _BETWEEN | {"that"}:
        end += 1
        if words[end - 1].text == "that":
            break
    return set(range(_start(words, place), end))


def _start(words: Sequence[Word], place: int) -> int:
    """Where the text at *place* begins: "the", "this web"."""
    start = place
    while start and words[start - 1].text in _BEFORE:
        start -= 1
    return start
