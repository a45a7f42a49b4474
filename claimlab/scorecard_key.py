"""The key of a scorecard assignment: for each indicator and article, which way it points and what shows it.

Raters agree on what a passage shows far more often than on a label. So the key lists generously what counts as
proof: words of the article, or words of source cards. It is checked whole when it is loaded.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import msgspec

from claimlab import case, keys, text
from claimlab.case import Article, Case
from claimlab.indicators import REASONS, SIGNS, outside
from claimlab.problems import Problem

SCHEMA = "claimlab/key-scorecard/1"
Direction = Literal["for", "against", "cannot tell"]


class Ruling(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What one indicator says about one article.

    ``direction`` earns full credit and those in ``also`` half. ``passages`` are words of the article and ``cards``
    words of source cards, by id, that prove it; ``nothing`` accepts a search that found nothing as half a proof.
    ``rows`` names the facts it rests on; ``why`` is a sentence for the feedback.
    """

    direction: Direction
    why: str
    rows: tuple[str, ...] = ()
    also: tuple[Direction, ...] = ()
    passages: tuple[str, ...] = ()
    cards: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    nothing: bool = False


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An indicator in the key: whether an author could ``fake`` it, the ``reasons`` that fit, a ruling an article.

    ``or_fake`` holds reasons that fit the opposite answer, where both can be defended.
    """

    fake: Literal["yes", "no"]
    reasons: tuple[str, ...]
    why: str
    articles: dict[str, Ruling]
    or_fake: tuple[str, ...] = ()


class KeyText(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A scorecard key as it is written; ``articles`` gives the fingerprint of each article, the first one first."""

    schema: str
    assignment: str
    articles: dict[str, str]
    indicators: dict[str, Entry]


@dataclass(frozen=True, eq=False)
class ScorecardKey(keys.Written):
    """A checked key. Equality is identity, so that a key can be remembered in caches."""

    text: KeyText

    @property
    def article(self) -> Article:
        """The first article."""
        return next(iter(self.cases.values())).article

    @property
    def entries(self) -> dict[str, Entry]:
        """What the key knows, by indicator."""
        return self.text.indicators

    @cached_property
    def cases(self) -> dict[str, Case]:
        """The cases side by side, by id, the first one first."""
        return {name: case.load(name) for name in self.text.articles}

    @cached_property
    def card_texts(self) -> dict[str, dict[str, tuple[str, ...]]]:
        """The words of every source card, by case and source: its title, its quotation and each of its sentences."""
        return {name: {source.id: said(source) for source in one.sources} for name, one in self.cases.items()}


def said(source: case.Source) -> tuple[str, ...]:
    """Return what *source* says, one sentence each: title, quotation, summary."""
    summary = (source.summary[start:end] for start, end in text.sentences(source.summary))
    return tuple(words for words in (source.title, source.short_quote, *summary) if words)


def parse(raw: bytes, name: str = "key.yaml") -> ScorecardKey:
    """Return the key written in *raw*, checked; *name* is used in messages. Raises Problem, in one sentence."""
    key = ScorecardKey(keys.read(raw, KeyText, name))
    wrong = next(_problems(key), None)
    if wrong:
        raise Problem(f"The key {name}: {wrong}")
    return key


def _problems(key: ScorecardKey) -> Iterator[str]:
    """Yield everything that is wrong with *key*, a sentence each."""
    if len(key.text.articles) != 2:
        yield "it names one article or many, and a scorecard sets two side by side: name two."
        return
    for name, one in key.cases.items():
        if one.article.sha256 != key.text.articles[name]:
            yield f"the article {name!r} has changed: check every passage, then set its sum to {one.article.sha256}."
    for sign in set(key.entries) ^ set(SIGNS):
        yield f"the indicator {sign!r} stands in the key or in the list alone: write it in both or in neither."
    for sign, entry in key.entries.items():
        yield from _entry_problems(sign, entry, key)


def _entry_problems(sign: str, entry: Entry, key: ScorecardKey) -> Iterator[str]:
    if set(entry.articles) != set(key.text.articles):
        yield f"{sign!r} needs one ruling for each article: add or remove one."
    answers_ = [(reason, entry.fake) for reason in entry.reasons]
    answers_ += [(reason, "no" if entry.fake == "yes" else "yes") for reason in entry.or_fake]
    for reason, answer in answers_:
        if REASONS.get(reason, ("",))[0] != answer:
            yield f"the reason {reason!r} of {sign!r} does not fit the answer {answer!r}: choose another."
    if not entry.reasons:
        yield f"{sign!r} has no reason, so nobody could earn the point: add one."
    for name, ruling in entry.articles.items():
        if name in key.cases:
            yield from _ruling_problems(f"{sign} ({name})", sign, ruling, key.cases[name], key.card_texts[name])


def _ruling_problems(
    place: str, sign: str, ruling: Ruling, one: Case, cards: dict[str, tuple[str, ...]]
) -> Iterator[str]:
    if ruling.direction in ruling.also:
        yield f"{place} accepts one direction twice: remove one."
    if outside(sign) and ruling.passages:
        yield f"{place} lies outside the page: prove it with cards, not with passages."
    if not outside(sign) and (ruling.cards or ruling.nothing):
        yield f"{place} is a sign of the page: prove it with passages."
    if not (ruling.passages or ruling.cards or ruling.nothing):
        yield f"{place} accepts no proof at all: add one."
    yield from _lost_quotes(place, ruling, one, cards)


def _lost_quotes(place: str, ruling: Ruling, one: Case, cards: dict[str, tuple[str, ...]]) -> Iterator[str]:
    for passage in ruling.passages:
        if passage not in one.article.text:
            yield f"{place}: “{passage[:40]}” is not in the article: copy its words exactly."
    for source, quotes in ruling.cards.items():
        for quote in quotes:
            if not any(quote in words for words in cards.get(source, ())):
                yield f"{place}: “{quote[:40]}” is not on the card {source!r}: copy its words exactly."
        if not quotes:
            yield f"{place}: the card {source!r} proves it by no words: name them."
