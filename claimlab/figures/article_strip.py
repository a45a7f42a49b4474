"""Where the claims lie in the article, and which parts nobody looked at.

The article is drawn as a small page of grey words; marked words are coloured and
tied to their claim, so that a stretch without any mark is seen before it is searched for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from claimlab.anchoring import reanchor, sits
from claimlab.answers import Claim, Passage
from claimlab.case import Article
from claimlab.figures.picture import Picture
from claimlab.figures.style import EDGE, KINDS, LINE, PAD, SOFT, WIDTH, counted, listed, quoted

if TYPE_CHECKING:
    from claimlab.figures.paper import Paper

PAGE, INSIDE = 240, 16
LINE_WIDTH = PAGE - 2 * INSIDE
NOTES, TEXT = PAD + PAGE + 44, 40
LETTER, PITCH = 4.4, 8.0  # pixels of a letter and of a line, as long as the page does not grow too tall
TALLEST_PAGE = 900.0
SEAM = 0.6  # pixels that neighbours overlap, so that no gap shines through
MOST, MOST_PASSAGES = 60, 12
PARTS = ("the first third", "the middle", "the last third")


class Bar(NamedTuple):
    """A word on the small page: its place in the article and in the picture."""

    start: int
    end: int
    x: float
    row: float
    width: float
    headline: bool


def article_strip(article: Article, claims: Sequence[Claim]) -> Picture:
    """Return *article* as a small page with the passages of *claims* on it, and the claims beside it."""
    found = [_places(claim, article) for claim in claims[:MOST]]
    return Picture(_alt(article, claims, found), WIDTH, partial(_draw, article, tuple(claims), found))


def _places(claim: Claim, article: Article) -> list[Passage]:
    passages = claim.passages[:MOST_PASSAGES]
    places = [passage if sits(passage, article) else reanchor(passage, article) for passage in passages]
    return sorted((place for place in places if place is not None), key=lambda place: place.start)


def _alt(article: Article, claims: Sequence[Claim], found: Sequence[Sequence[Passage]]) -> str:
    headline = quoted(article.headline, 120)
    if not claims:
        return f"No claims are marked yet on {headline}."
    starts = [places[0].start for places in found if places]
    counts = [sum(3 * start // len(article.text) == part for start in starts) for part in range(3)]
    parts = [f"{count} in {name}" for count, name in zip(counts, PARTS, strict=True)]
    loose = len(found) - len(starts)
    parts += [f"{loose} without a marked passage"] if loose else []
    return f"{counted(len(claims), 'claim')} on {headline}: {listed(parts)}."


def _draw(article: Article, claims: Sequence[Claim], found: Sequence[Sequence[Passage]], paper: Paper) -> None:
    top = paper.heading("Where your claims lie", "The small page is the article. Grey words carry no mark.")
    order = sorted(range(len(found)), key=lambda n: found[n][0].start if found[n] else len(article.text))
    heights = [_note_height(claims[n]) for n in order]
    bars = list(_bars(article))
    pitch = min(PITCH * 1.75, max(PITCH, (sum(heights) - 2 * INSIDE) / (bars[-1].row + 1))) if bars else PITCH
    _page(paper, bars, top, pitch, found, claims)
    y = top
    for n, height in zip(order, heights, strict=True):
        first = next((bar for place in found[n] for bar in bars if bar.end > place.start), None)
        at = top + INSIDE + pitch * (first.row + 0.5) if first else y
        y = max(y, min(at - 12, top + pitch * (bars[-1].row + 1) + 2 * INSIDE - sum(heights[order.index(n) :])))
        if first:
            ink, edge = _ink(claims[n]), PAD + PAGE
            paper.line([(PAD + INSIDE + first.x, at + 4.4), (edge, at + 4.4)], ink, 1.2)
            paper.branch((edge, at + 4.4), (NOTES - 4, y + 10), ink, 1.2)
        _note(paper, claims[n], n + 1, y, bool(found[n]))
        y += height
    if not claims:
        paper.say(NOTES, top, WIDTH - PAD - NOTES, "No claims are marked yet.", 14, colour=SOFT)
    if len(claims) > MOST:
        paper.say(NOTES, y, WIDTH - PAD - NOTES, f"and {len(claims) - MOST} more", 13, colour=SOFT)


def _bars(article: Article) -> Iterator[Bar]:
    """Set the words of *article* into lines, the headline larger, with space between paragraphs."""
    letter = min(LETTER, max(0.9, TALLEST_PAGE * LINE_WIDTH / PITCH / max(1, len(article.text))))
    x, row, before = 0.0, 0.0, 0
    for word in article.words:
        size = letter * (1.4 if word.start < len(article.headline) else 1)
        width = min(LINE_WIDTH, (word.end - word.start) * size)
        if "\n\n" in article.text[before : word.start]:
            x, row = 0.0, row + 1.8
        elif x + width > LINE_WIDTH:
            x, row = 0.0, row + 1
        yield Bar(word.start, word.end, x, row, width, word.start < len(article.headline))
        x, before = x + width + size, word.end


def _page(
    paper: Paper, bars: Sequence[Bar], top: float, pitch: float, found: Sequence[Sequence[Passage]],
    claims: Sequence[Claim],
) -> None:  # fmt: skip
    height = pitch * (bars[-1].row + 1 if bars else 1) + 2 * INSIDE
    paper.box(PAD, top, PAGE, height, fill="#ffffff", edge=LINE, radius=6, thick=1.2)
    marks = [(place, _ink(claims[n])) for n, places in enumerate(found) for place in places]
    for n, bar in enumerate(bars):
        x, y = PAD + INSIDE + bar.x, top + INSIDE + pitch * (bar.row + 0.5)
        inks = [ink for place, ink in marks if place.start < bar.end and bar.start < place.end]
        joined = n + 1 < len(bars) and bars[n + 1].row == bar.row and inks
        reach = bars[n + 1].x - bar.x if joined and _goes_on(bars[n + 1], marks) else bar.width
        thick = 5 if bar.headline else 3.4
        paper.box(x, y - thick / 2, bar.width, thick, fill=EDGE if bar.headline else "#c9c9c4", radius=1.2)
        for depth, ink in enumerate(inks[:2]):
            paper.box(x, y - 2.8 + 3.4 * depth, reach + SEAM, 5.6 if not depth else 2.4, fill=ink)


def _goes_on(bar: Bar, marks: Sequence[tuple[Passage, str]]) -> bool:
    return any(place.start < bar.start < place.end for place, _ in marks)


def _note_height(claim: Claim) -> float:
    from claimlab.figures.paper import wrapped

    return 14 + 18.5 * len(wrapped(_said(claim), WIDTH - PAD - NOTES - TEXT, 13, most=3)) + 17


def _note(paper: Paper, claim: Claim, number: int, y: float, marked: bool) -> None:
    paper.tag(NOTES, y, str(number), _ink(claim))
    x = NOTES + TEXT
    below = paper.say(
        x, y, WIDTH - PAD - x, _said(claim), 13, colour=SOFT if not claim.restatement.strip() else "#1c1e21", most=3
    )
    kind = claim.kind or "no kind chosen"
    paper.text(x, below + 12, kind if marked else f"{kind}, no passage marked", 12, bold=True, colour=_ink(claim))


def _said(claim: Claim) -> str:
    return claim.restatement.strip() or "needs words"


def _ink(claim: Claim) -> str:
    return KINDS.get(claim.kind or "", SOFT)
