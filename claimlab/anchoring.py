"""Finding a passage again when the article it was marked in is another edition.

Offsets mean nothing in another text; the words do. A passage carries its own words and
a little of what stood around them, as in the W3C text quote selector.
"""

from __future__ import annotations

from claimlab.answers import Passage
from claimlab.case import Article

_LONGEST = 20_000


def reanchor(passage: Passage, article: Article) -> Passage | None:
    """Return *passage* with offsets in *article*, or None if its words are not there.

    Where the words stand more than once, the place with the most fitting neighbours wins, then the first.
    """
    exact = passage.exact.strip()
    if not exact or len(exact) > _LONGEST:
        return None
    text = article.text
    places: list[int] = []
    start = text.find(exact)
    while start >= 0 and len(places) < 50:
        places.append(start)
        start = text.find(exact, start + 1)
    if not places:
        return None
    best = max(places, key=lambda place: (_fit(passage, text, place, len(exact)), -place))
    return Passage(best, best + len(exact), exact, passage.prefix, passage.suffix)


def _fit(passage: Passage, text: str, start: int, length: int) -> int:
    before, after = passage.prefix[-64:], passage.suffix[:64]
    left = sum(1 for mine, theirs in zip(reversed(before), reversed(text[:start]), strict=False) if mine == theirs)
    right = sum(1 for mine, theirs in zip(after, text[start + length :], strict=False) if mine == theirs)
    return left + right


def sits(passage: Passage, article: Article) -> bool:
    """Return whether the passage's words stand at its offsets."""
    return 0 <= passage.start < passage.end and article.text[passage.start : passage.end] == passage.exact
