"""The static twin: a student's answers as plain HTML.

Feedback files, the grading page, printing and a notebook opened without its
kernel all lack JavaScript, and still must show what was marked and said. Only
inline styles are used and every colour is see-through, so that it reads well on
a light and on a dark page.
"""

from __future__ import annotations

import itertools
from html import escape

from claimlab.anchoring import reanchor, sits
from claimlab.answers import Claim, Passage, Sheet
from claimlab.case import Article

PRIORITIES = {1: "a detail", 2: "supports the story", 3: "the story rests on it"}
_INK = {
    "fact": "#1f6feb",
    "quote": "#8a3ffc",
    "opinion": "#b26a00",
    "prediction": "#0b7285",
    "framing": "#c2255c",
    "implied": "#0f766e",
}
_FRAME = "border:1px solid rgba(128,128,128,.45);border-radius:10px;padding:12px 16px;margin:8px 0;line-height:1.6"


def html(sheet: Sheet, article: Article, *, note: str = "") -> str:
    """Return the article with the student's marks, and the claim cards below it.

    *note* is a sentence put on top, for example where the answers are kept.
    """
    top = f'<p class="claimlab-saved-note" style="margin:0 0 8px">{escape(note)}</p>' if note else ""
    return (
        f'<div class="claimlab-saved" style="{_FRAME}">{top}'
        f"{marked_article(sheet.claims, article)}{cards(sheet.claims)}</div>"
    )


def marked_article(claims: tuple[Claim, ...], article: Article) -> str:
    """Return the text of *article* with every passage underlined and numbered."""
    marks = [(p, n) for n, claim in enumerate(claims, 1) for p in _found(claim, article)]
    edges = sorted({0, len(article.text), *(p.start for p, _ in marks), *(p.end for p, _ in marks)})
    edges = sorted({*edges, *_paragraph_edges(article.text)})
    pieces = [_piece(article.text[a:b], a, b, marks, claims) for a, b in itertools.pairwise(edges)]
    headline, *paragraphs = "".join(pieces).split("\n\n")
    body = "".join(f'<p style="margin:0 0 10px">{paragraph}</p>' for paragraph in paragraphs)
    return f'<p style="margin:0 0 10px;font-size:1.1em"><strong>{headline}</strong></p>{body}'


def _found(claim: Claim, article: Article) -> list[Passage]:
    """Return the passages of *claim* where they are in this edition; one that is gone stays on its card alone."""
    places = [passage if sits(passage, article) else reanchor(passage, article) for passage in claim.passages]
    return [place for place in places if place is not None]


def _paragraph_edges(text: str) -> list[int]:
    """Offsets around each blank line: no mark may run across it, or the paragraphs would nest wrongly."""
    edges, at = [], text.find("\n\n")
    while at >= 0:
        edges += [at, at + 2]
        at = text.find("\n\n", at + 2)
    return edges


def _piece(text: str, start: int, end: int, marks: list[tuple[Passage, int]], claims: tuple[Claim, ...]) -> str:
    numbers = [n for p, n in marks if p.start <= start and end <= p.end]
    if not numbers or text == "\n\n":
        return escape(text)
    ink = _INK.get(claims[numbers[0] - 1].kind or "", "#5c6370")
    style = "solid" if len(numbers) == 1 else "double"
    ending = [n for p, n in marks if p.end == end]
    tag = "".join(f"<sup><strong>[{n}]</strong></sup>" for n in ending)
    width = min(1 + 2 * len(numbers), 7)
    return (
        f'<span style="border-bottom:{width}px {style} {ink};background-color:rgba(128,128,160,.18)">'
        f"{escape(text)}</span>{tag}"
    )


def cards(claims: tuple[Claim, ...]) -> str:
    """Return the claim cards as a numbered list."""
    if not claims:
        return '<p style="margin:8px 0 0"><em>No claims yet.</em></p>'
    items = "".join(f'<li style="margin:0 0 8px">{_card(claim)}</li>' for claim in claims)
    return f'<p style="margin:12px 0 4px"><strong>Claims ({len(claims)})</strong></p><ol style="margin:0">{items}</ol>'


def _card(claim: Claim) -> str:
    said = escape(claim.restatement) or "<em>needs words</em>"
    quoted = "; ".join(f"“{escape(p.exact)}”" for p in claim.passages)
    facts = [claim.kind or "no kind chosen", PRIORITIES.get(claim.priority, ""), f"marked: {quoted}" if quoted else ""]
    return f"{said}<br><small>{' · '.join(fact for fact in facts if fact)}</small>"


def plain(sheet: Sheet) -> str:
    """Return the claims as plain text, one a line."""
    lines = [f"{n}. {claim.restatement or '(needs words)'}" for n, claim in enumerate(sheet.claims, 1)]
    return "\n".join([f"{len(lines)} claims", *lines])
