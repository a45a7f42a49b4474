"""Where the claims lie in the article, and which parts nobody looked at.

The article is drawn as a small page of grey words; marked words are coloured and
numbered, so that a stretch without any mark is seen before it is searched for.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from claimlab.anchoring import reanchor, sits
from claimlab.answers import Claim, Passage
from claimlab.case import Article
from claimlab.figures.picture import Picture
from claimlab.figures.style import KINDS, LINE, SOFT, WIDTH, counted, listed, short

if TYPE_CHECKING:
    from claimlab.figures.paper import Paper

PAD, PAGE = 24, 250
PITCH, LETTER = 8.0, 5.0
MOST = 60
PARTS = ("the first third", "the middle", "the last third")


def article_strip(article: Article, claims: Sequence[Claim]) -> Picture:
    """Return *article* as a small page with the passages of *claims* on it, and the claims beside it."""
    found = [_places(claim, article) for claim in claims]
    return Picture(_alt(article, claims, found), WIDTH, partial(_draw, article, claims, found))


def _places(claim: Claim, article: Article) -> list[Passage]:
    places = [passage if sits(passage, article) else reanchor(passage, article) for passage in claim.passages]
    return [place for place in places if place is not None]


def _alt(article: Article, claims: Sequence[Claim], found: Sequence[Sequence[Passage]]) -> str:
    if not claims:
        return f"“{short(article.headline)}”: no claims are marked yet."
    starts = [places[0].start for places in found if places]
    whole = len(article.text)
    counts = [sum(3 * start // whole == part for start in starts) for part in range(3)]
    parts = [f"{count} in {name}" for count, name in zip(counts, PARTS, strict=True)]
    loose = len(claims) - len(starts)
    said = f"{counted(len(claims), 'claim')} on “{short(article.headline)}”: {listed(parts)}"
    return said + (f", and {loose} without a marked passage." if loose else ".")


def _draw(article: Article, claims: Sequence[Claim], found: Sequence[Sequence[Passage]], paper: Paper) -> None:
    top = paper.heading("Where your claims lie", "Grey words carry no mark.")
    y = top
    inks: dict[int, str] = {}
    for n, places in enumerate(found[:MOST], 1):
        for place in places:
            for at in range(place.start, place.end):
                inks.setdefault(at, KINDS.get(claims[n - 1].kind or "", SOFT))
    x = 0.0
    for word in article.words:
        length = (word.end - word.start) * LETTER
        if x + length > PAGE:
            x, y = 0.0, y + PITCH
        paper.line([(PAD + x, y), (PAD + x + length, y)], inks.get(word.start, LINE), 4)
        x += length + 4
    y = top
    for n, claim in enumerate(claims[:MOST], 1):
        ink = KINDS.get(claim.kind or "", SOFT)
        paper.text(PAD + PAGE + 30, y + 14, str(n), 13, bold=True, colour=ink)
        y = (
            paper.say(
                PAD + PAGE + 54, y, WIDTH - PAD - (PAD + PAGE + 54), claim.restatement or "needs words", 13, most=2
            )
            + 4
        )
