"""What simulated students hand in for the two report cards.

The key, which only a teacher has, is spoiled the way people do it: everything is said to speak against the
sensational article, a proof is left out or taken from the wrong place, weights do not add up, the table is
misread. How often depends on a made-up ability.
"""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

import msgspec

from claimlab import article_score
from claimlab.answers import Finding, Indicator, Passage, Sheet
from claimlab.article_score import BESIDE, MOVES
from claimlab.indicators import DIRECTIONS, MOST, MOST_ON_PAGE, REASONS, SIGNS, outside
from claimlab.lab import blank
from claimlab.scorecard_key import Entry, Ruling, ScorecardKey

FEWEST = 2
WELL = (30, 25, 20, 10, 10, 5)
REASON = {
    "thorough": "It got most because no author can change what other people wrote about the same thing.",
    "thin": "I think it is the most important one.",
}


def answer(ability: float, key: ScorecardKey, luck: Random) -> Sheet:
    """Return the sheet of a student of *ability* (0-1): the rulings of *key*, spoiled more or less often."""
    signs = _chosen(ability, luck)
    weights = _weights(len(signs), ability, luck)
    used: set[str] = set()
    made = tuple(
        _indicator(sign, weight, key, ability, luck, used) for sign, weight in zip(signs, weights, strict=True)
    )
    first, second = key.cases
    scores = {name: _score(made, name) for name in (first, second)}
    moves = {name: _move(made, name, ability, luck) for name in (first, second)}
    return msgspec.structs.replace(
        blank(key.assignment),
        indicators=made,
        article_score=scores[first],
        responses={MOVES: moves, BESIDE: {second: scores[second]}},
        notes=_notes(ability, signs, luck),
    )


def _chosen(ability: float, luck: Random) -> list[str]:
    """Signs from outside the page first; a weaker student takes more of those that lie at hand."""
    count = round(FEWEST + (MOST - FEWEST) * ability)
    away = [sign for sign in SIGNS if outside(sign)]
    page = [sign for sign in SIGNS if not outside(sign)]
    on_page = min(MOST_ON_PAGE, sum(luck.random() > 0.3 + 0.4 * ability for _ in range(count)))
    return [*luck.sample(away, count - on_page), *luck.sample(page, on_page)]


def _weights(count: int, ability: float, luck: Random) -> list[int]:
    if luck.random() > 0.3 + ability:
        return [luck.choice((10, 20, 30)) for _ in range(count)]
    first = list(WELL[:count])
    first[0] += 100 - sum(first)
    return first


def _indicator(sign: str, weight: int, key: ScorecardKey, ability: float, luck: Random, used: set[str]) -> Indicator:
    entry = key.entries[sign]
    findings = tuple(_finding(sign, name, ruling, key, ability, luck, used) for name, ruling in entry.articles.items())
    fake, reason = _faked(entry, ability, luck)
    return Indicator(sign, weight, fake, reason, findings)


def _faked(entry: Entry, ability: float, luck: Random) -> tuple[str, str]:
    if luck.random() < 0.3 + 0.7 * ability:
        return entry.fake, luck.choice(entry.reasons)
    if luck.random() < 0.3:
        return "", ""
    reason = luck.choice(list(REASONS))
    return REASONS[reason][0], reason


def _finding(
    sign: str, name: str, ruling: Ruling, key: ScorecardKey, ability: float, luck: Random, used: set[str]
) -> Finding:
    right = luck.random() < 0.4 + 0.6 * ability
    direction = ruling.direction if right else luck.choice(list(DIRECTIONS))
    if luck.random() > 0.3 + 0.7 * ability:
        return Finding(name, direction)
    spoiled = luck.random() > 0.2 + 0.8 * ability
    if not outside(sign):
        return Finding(name, direction, _marked(name, ruling, key, luck, used, spoiled))
    if not ruling.cards:
        return Finding(name, direction, search="corrections")
    return _looked_up(name, direction, ruling, key, luck, used, spoiled)


def _marked(name: str, ruling: Ruling, key: ScorecardKey, luck: Random, used: set[str], spoiled: bool) -> Passage:
    article = key.cases[name].article
    start, end = luck.choice(article.sentences)
    if not spoiled:
        words = luck.choice([one for one in ruling.passages if one not in used] or list(ruling.passages))
        used.add(words)
        start = article.text.index(words)
        end = start + len(words)
    text = article.text
    return Passage(start, end, text[start:end], text[max(0, start - 24) : start], text[end : end + 24])


def _looked_up(
    name: str, direction: str, ruling: Ruling, key: ScorecardKey, luck: Random, used: set[str], spoiled: bool
) -> Finding:
    if spoiled:
        source = luck.choice(key.cases[name].sources)
        return Finding(name, direction, source=source.id, words=key.card_texts[name][source.id][-1])
    pairs = [(source, words) for source, quotes in ruling.cards.items() for words in quotes]
    source_id, words = luck.choice([pair for pair in pairs if pair[1] not in used] or pairs)
    used.add(words)
    return Finding(name, direction, source=source_id, words=words)


def _score(made: tuple[Indicator, ...], name: str) -> float | None:
    whole = article_score.weights(made) == 100 and all(article_score.finding(one, name).direction for one in made)
    score = article_score.score(made, name)
    return round(score, 1) if whole and score is not None else None


def _move(made: tuple[Indicator, ...], name: str, ability: float, luck: Random) -> str:
    right = article_score.moves_most(made, name)
    if right and luck.random() < ability:
        return right[0]
    return luck.choice([one.id for one in made]) if made and luck.random() < 0.7 else ""


def _notes(ability: float, signs: Sequence[str], luck: Random) -> dict[str, str]:
    if not signs or luck.random() > 0.4 + ability:
        return {}
    reason = REASON["thorough" if ability > 0.6 else "thin"]
    return {"weights": f"{SIGNS[signs[0]].name} is my heaviest. {reason}"}
