"""The border between the browser and the answer sheet.

The browser counts UTF-16 units where Python counts code points, and nothing that
arrives from it can be trusted: a message is either understood whole or refused
in one sentence, and a refusal never touches the cards already kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Annotated, Any

import msgspec

from claimlab.anchoring import reanchor, sits
from claimlab.answers import Claim, Kind, Passage
from claimlab.case import Article
from claimlab.problems import Problem
from claimlab.text import Span, Utf16

CARDS = 2_000
LETTERS = 4_000
CONTEXT = 32
LOST = -1
_LONE_SURROGATE = re.compile(r"[\ud800-\udfff]")

Offset = Annotated[int, msgspec.Meta(ge=LOST)]
Name = Annotated[str, msgspec.Meta(min_length=1, max_length=64)]


class _Stretch(msgspec.Struct, frozen=True):
    """A passage as the browser knows it, in UTF-16 units; LOST where the article no longer has it."""

    start: Offset
    end: Offset
    exact: str = ""


class _Card(msgspec.Struct, frozen=True):
    """A claim as the browser knows it."""

    id: Name
    passages: Annotated[tuple[_Stretch, ...], msgspec.Meta(max_length=50)] = ()
    restatement: str = ""
    kind: Kind | None = None
    priority: Annotated[int, msgspec.Meta(ge=0, le=3)] = 0
    parent: Name | None = None


def article_for_browser(article: Article) -> dict[str, Any]:
    """Return *article* as plain JSON: its text, and sentences and words as [start, end] in UTF-16 units."""
    units = article.utf16
    return {
        "text": article.text,
        "language": article.language,
        "byline": byline(article),
        "sentences": _in_units(article.sentences, units),
        "words": _in_units(article.words, units),
    }


def byline(article: Article) -> str:
    """Return who, when and how long, for instance "No author · no date · 390 words"."""
    body = sum(word.start > len(article.headline) for word in article.words)
    author = "No author" if article.byline in ("", "none") else f"By {article.byline}"
    date = "no date" if article.published in ("", "undated") else article.published
    return f"{author} · {date} · {body} words"


def card_for_browser(claim: Claim, article: Article) -> dict[str, Any]:
    """Return *claim* as plain JSON with passages in UTF-16 units; a passage the article lost has offset LOST."""
    return {
        "id": claim.id,
        "passages": [passage_for_browser(passage, article) for passage in claim.passages],
        "restatement": claim.restatement,
        "kind": claim.kind,
        "priority": claim.priority,
        "parent": claim.parent,
    }


def passage_for_browser(passage: Passage, article: Article) -> dict[str, Any]:
    """Return *passage* as plain JSON in UTF-16 units, with offset LOST where the article no longer has it."""
    found = passage if sits(passage, article) else reanchor(passage, article)
    if found is None:
        return {"start": LOST, "end": LOST, "exact": passage.exact}
    units = article.utf16
    return {"start": units.units(found.start), "end": units.units(found.end), "exact": passage.exact}


def claims_from_browser(cards: Any, article: Article, known: Mapping[str, Claim]) -> tuple[Claim, ...]:
    """Return the claims that *cards*, a value from the browser, stands for, in its order.

    What the browser does not show (sources, verdicts) is taken from *known*, claims
    by id. Raises Problem, in one sentence, when any part of it cannot be understood.
    """
    try:
        read = msgspec.convert(cards, list[_Card])
    except (msgspec.ValidationError, RecursionError) as error:
        raise Problem("A change from the page could not be read: reload the page and make it again.") from error
    if len(read) > CARDS:
        raise Problem(f"There are more than {CARDS} claims: remove some to go on.")
    if len({card.id for card in read}) < len(read):
        raise Problem("Two claims have the same number inside: reload the page and go on from there.")
    lost = {passage.exact: passage for claim in known.values() for passage in claim.passages}
    return tuple(_claim(card, number, article, known, lost) for number, card in enumerate(read, start=1))


def passage(article: Article, start: int, end: int) -> Passage:
    """Return the passage ``article.text[start:end]`` (code points) with the words around it."""
    text = article.text
    return Passage(start, end, text[start:end], text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT])


def clean(words: str) -> str:
    """Return *words* with half characters, which no file can hold, replaced by U+FFFD."""
    return _LONE_SURROGATE.sub("\N{REPLACEMENT CHARACTER}", words)


def _in_units(spans: Iterable[Span], units: Utf16) -> list[list[int]]:
    return [[units.units(start), units.units(end)] for start, end in spans]


def _claim(
    card: _Card, number: int, article: Article, known: Mapping[str, Claim], lost: Mapping[str, Passage]
) -> Claim:
    if len(card.restatement) > LETTERS:
        raise Problem(f"Claim {number} is longer than {LETTERS:,} letters: shorten it, one claim is one sentence.")
    before = known.get(card.id, Claim(card.id))
    return msgspec.structs.replace(
        before,
        id=clean(card.id),
        passages=tuple(_passage(stretch, number, article, lost) for stretch in card.passages),
        restatement=clean(card.restatement),
        kind=card.kind,
        priority=card.priority,
        parent=None if card.parent is None else clean(card.parent),
    )


def _passage(stretch: _Stretch, number: int, article: Article, lost: Mapping[str, Passage]) -> Passage:
    if stretch.start == LOST and stretch.exact in lost:
        return lost[stretch.exact]
    units = article.utf16
    start, end = units.points(stretch.start), units.points(stretch.end)
    if stretch.start < 0 or start >= end or stretch.end > units.units(len(article.text)):
        raise Problem(f"The passage of claim {number} does not lie in the article: reload the page and mark it again.")
    return passage(article, start, end)
