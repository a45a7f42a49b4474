"""Scorecards that the tests share: a flawless one made from the key, and the fakes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec

from claimlab import article_score, keys
from claimlab.answers import Finding, Indicator, Passage, Sheet
from claimlab.article_score import BESIDE, MOVES
from claimlab.indicators import SIGNS, outside
from claimlab.lab import blank
from claimlab.marking import mark
from claimlab.scorecard_key import Ruling, ScorecardKey

ROOT = Path(__file__).resolve().parents[2]
PATH = ROOT / "solutions" / "a4-scorecard" / "key.yaml"
A4 = "a4-scorecard"
SIX = ("fact-checked", "representative-citations", "reputation-of-citations", "title", "calibration", "tone")
PAGE_ONLY = ("title", "clickbait", "outside-experts", "calibration", "tone", "inference")
GOOD_WEIGHTS = (25, 25, 25, 5, 10, 10)


def key() -> ScorecardKey:
    found = keys.load(PATH)
    assert isinstance(found, ScorecardKey)
    return found


def finding(name: str, ruling: Ruling, used: set[str] | None = None) -> Finding:
    """Return a flawless finding on the article *name*, with words that are not yet in *used*."""
    used = used if used is not None else set()
    if ruling.passages:
        words = next(passage for passage in ruling.passages if passage not in used)
        used.add(words)
        return Finding(name, ruling.direction, passage_of(name, words))
    for source, quotes in ruling.cards.items():
        for words in quotes:
            if words not in used:
                used.add(words)
                return Finding(name, ruling.direction, None, source, words)
    return Finding(name, ruling.direction, search="corrections")


def passage_of(name: str, words: str) -> Passage:
    start = key().cases[name].article.text.index(words)
    return Passage(start, start + len(words), words)


def flawless(signs: Sequence[str] = SIX, weights: Sequence[int] = GOOD_WEIGHTS) -> Sheet:
    """Return a scorecard with *signs* that is right in everything the key knows about."""
    used: set[str] = set()
    made = []
    for sign, weight in zip(signs, weights, strict=True):
        entry = key().entries[sign]
        findings = tuple(finding(name, entry.articles[name], used) for name in key().cases)
        made.append(Indicator(sign, weight, entry.fake, entry.reasons[0], findings))
    return added_up(msgspec.structs.replace(blank(A4), indicators=tuple(made)))


def added_up(sheet: Sheet) -> Sheet:
    """Return *sheet* with its scores and with the right answer to what moves them."""
    first, second = key().cases
    scores = [article_score.score(sheet.indicators, name) for name in (first, second)]
    most = {name: (article_score.moves_most(sheet.indicators, name) or ("",))[0] for name in (first, second)}
    return msgspec.structs.replace(
        sheet, article_score=scores[0], responses={**sheet.responses, BESIDE: {second: scores[1]}, MOVES: most}
    )


def changed(sheet: Sheet, change: Callable[[Finding], Finding]) -> Sheet:
    """Return *sheet* with every finding changed, and added up anew."""
    made = (
        msgspec.structs.replace(one, findings=tuple(change(found) for found in one.findings))
        for one in sheet.indicators
    )
    return added_up(msgspec.structs.replace(sheet, indicators=tuple(made)))


def points(sheet: Sheet) -> float:
    return mark(sheet, key()).total


def all_cannot_tell() -> Sheet:
    """The laziest honest-looking scorecard: a search for everything, and nothing found."""
    lazy = ("corrections", "originality", "first-archived", "fact-checked", "reputation-of-citations", "inference")
    sheet = flawless(lazy)
    return changed(sheet, lambda found: Finding(found.article, "cannot tell", search="truth"))


def everything_against(sheet: Sheet) -> Sheet:
    return changed(sheet, lambda found: msgspec.structs.replace(found, direction="against"))


def bare(sheet: Sheet) -> Sheet:
    """The same directions without any proof."""
    return changed(sheet, lambda found: Finding(found.article, found.direction))


def whole_article(sheet: Sheet) -> Sheet:
    """The whole article, or the whole source card, as every proof."""

    def paste(found: Finding) -> Finding:
        text = key().cases[found.article].article.text
        if found.passage is not None:
            return msgspec.structs.replace(found, passage=Passage(0, len(text), text))
        return msgspec.structs.replace(found, words=text)

    return changed(sheet, paste)


def same_passage(sheet: Sheet) -> Sheet:
    """One passage, and one card, for everything."""
    first = {name: passage_of(name, key().entries["tone"].articles[name].passages[0]) for name in key().cases}
    card = {name: finding(name, key().entries["representative-citations"].articles[name]) for name in key().cases}

    def repeat(found: Finding) -> Finding:
        if found.passage is not None:
            return msgspec.structs.replace(found, passage=first[found.article])
        return msgspec.structs.replace(found, source=card[found.article].source, words=card[found.article].words)

    return changed(sheet, repeat)


def outside_count(sheet: Sheet) -> int:
    return sum(outside(one.id) for one in sheet.indicators)


ALL = tuple(SIGNS)
