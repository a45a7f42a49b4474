"""The border between the scorecard in the browser and the answer sheet.

The page holds one card an indicator and one for the question what moves the scores. The browser counts UTF-16
units where Python counts code points. Nothing that arrives is trusted: it is understood whole or refused in one
sentence, and what was kept stays as it was.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Annotated, Any, Literal

import msgspec

from claimlab.answers import Finding, Indicator, Passage
from claimlab.article_score import finding
from claimlab.case import Article
from claimlab.indicators import MOST, NONE, SIGNS
from claimlab.problems import Problem
from claimlab.widgets.boundary import LOST, clean, passage, passage_for_browser

LETTERS = 4_000
MOVES = "moves"

Words = Annotated[str, msgspec.Meta(max_length=LETTERS)]
Offset = Annotated[int, msgspec.Meta(ge=LOST)]


class _Stretch(msgspec.Struct, frozen=True):
    start: Offset
    end: Offset
    exact: str = ""


class _Finding(msgspec.Struct, frozen=True):
    article: Annotated[str, msgspec.Meta(max_length=64)]
    direction: Literal["", "for", "against", "cannot tell"] = ""
    passage: _Stretch | None = None
    source: Annotated[str, msgspec.Meta(max_length=64)] = ""
    words: Words = ""
    search: Words = ""


class _Card(msgspec.Struct, frozen=True):
    id: str
    weight: Annotated[int, msgspec.Meta(ge=0, le=100)] = 0
    fake: Literal["", "yes", "no"] = ""
    reason: Annotated[str, msgspec.Meta(max_length=64)] = ""
    findings: Annotated[tuple[_Finding, ...], msgspec.Meta(max_length=8)] = ()


class _Moves(msgspec.Struct, frozen=True):
    id: str
    named: dict[str, str] = msgspec.field(default_factory=dict)


def cards_for_browser(
    indicators: Iterable[Indicator], moves: Mapping[str, str], articles: Mapping[str, Article]
) -> list[dict[str, Any]]:
    """Return a card for every known indicator of the sheet, in its order, then the one for what moves the scores."""
    cards: list[dict[str, Any]] = [_card(one, articles) for one in indicators if one.id in SIGNS]
    return [*cards, {"id": MOVES, "named": {name: moves.get(name, "") for name in articles}}]


def _card(one: Indicator, articles: Mapping[str, Article]) -> dict[str, Any]:
    findings = [_shown(finding(one, name), article) for name, article in articles.items()]
    return {"id": one.id, "weight": one.weight, "fake": one.fake, "reason": one.reason, "findings": findings}


def _shown(found: Finding, article: Article) -> dict[str, Any]:
    marked = passage_for_browser(found.passage, article) if found.passage else None
    return {**msgspec.to_builtins(found), "passage": marked}


def answers_from_browser(
    cards: Any, articles: Mapping[str, Article], known: Mapping[str, Indicator]
) -> tuple[tuple[Indicator, ...], dict[str, str]]:
    """Return the indicators, and what the learner says moves the score of each article most, for *cards*.

    What the page does not show is taken from *known*, indicators by id. Raises Problem, in one sentence, when
    any part cannot be understood.
    """
    listed = cards if isinstance(cards, list) else [None]
    last = [card for card in listed if isinstance(card, dict) and card.get("id") == MOVES]
    try:
        read = msgspec.convert([card for card in listed if card not in last], list[_Card])
        moves = msgspec.convert(last, list[_Moves])
    except (msgspec.ValidationError, RecursionError) as error:
        raise Problem("A change from the page could not be read: reload the page and make it again.") from error
    _need_a_scorecard(read, articles)
    hidden = (one for name, one in known.items() if name not in SIGNS)
    named = {name: said for one in moves for name, said in one.named.items() if name in articles and _names(said)}
    return (*(_indicator(card, articles, known) for card in read), *hidden), named


def _need_a_scorecard(read: list[_Card], articles: Mapping[str, Article]) -> None:
    names = [card.id for card in read]
    if len(set(names)) < len(names) or not set(names) <= set(SIGNS):
        raise Problem("The page and this notebook disagree about the indicators: reload the page and go on from there.")
    if len(names) > MOST:
        raise Problem(f"A scorecard has {MOST} indicators at most: remove one first.")
    if any(found.article not in articles for card in read for found in card.findings):
        raise Problem("The page and this notebook disagree about the articles: reload the page and run the cell again.")


def _names(said: str) -> bool:
    return said in SIGNS or said == NONE


def _indicator(card: _Card, articles: Mapping[str, Article], known: Mapping[str, Indicator]) -> Indicator:
    before = known.get(card.id, Indicator(card.id))
    made = (_finding(one, articles[one.article], finding(before, one.article)) for one in card.findings)
    said = (one for one in made if one != Finding(one.article))
    elsewhere = (one for one in before.findings if one.article not in articles)
    return Indicator(card.id, card.weight, card.fake, clean(card.reason), (*said, *elsewhere))


def _finding(made: _Finding, article: Article, before: Finding) -> Finding:
    return Finding(
        made.article,
        made.direction,
        _passage(made.passage, article, before.passage),
        clean(made.source),
        clean(made.words),
        clean(made.search),
    )


def _passage(stretch: _Stretch | None, article: Article, before: Passage | None) -> Passage | None:
    if stretch is None:
        return None
    if stretch.start == LOST:
        return before
    units = article.utf16
    start, end = units.points(stretch.start), units.points(stretch.end)
    if stretch.start < 0 or start >= end or stretch.end > units.units(len(article.text)):
        raise Problem("The words you marked do not lie in the article: reload the page and mark them again.")
    return passage(article, start, end)
