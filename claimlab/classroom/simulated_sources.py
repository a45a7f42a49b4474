"""What simulated students hand in for "find out who says so".

The answers of the key, which only a teacher has, are spoiled the way people do it: the first
result is taken for the origin, copies are counted one by one, the words are a whole card, a tidy
page is trusted, the article is its own witness. How often depends on a made-up ability.
"""

from __future__ import annotations

from random import Random

import msgspec

from claimlab.answers import Claim, Evidence, Search, Sheet
from claimlab.case import Source
from claimlab.lab import blank
from claimlab.source_key import EARLIEST, Listed, SourcedClaim, SourceKey

STANCES = ("supports", "partly supports", "refutes", "irrelevant")
IDLE = ("mask", "rusty dennis", "the truth", "film")
FEWEST_CLAIMS, MOST_CARDS = 2, 4
EXPLAINED = {
    "thorough": "The oldest page is the one the others name. It was printed when the writer could still ask her.",
    "thin": "It is on a website, so it should be right.",
}


def answer(ability: float, key: SourceKey, luck: Random) -> Sheet:
    """Return the sheet of a student of *ability* (0-1): the sources of *key*, spoiled more or less often."""
    count = round(FEWEST_CLAIMS + (key.text.choose - FEWEST_CLAIMS) * min(1.0, ability + 0.3))
    chosen = sorted(luck.sample(list(key.claims.values()), count), key=lambda claim: claim.number)
    claims = tuple(_claim(claim, ability, key, luck) for claim in chosen)
    return msgspec.structs.replace(blank(key.assignment), claims=claims, notes=_notes(ability, luck))


def _claim(given: SourcedClaim, ability: float, key: SourceKey, luck: Random) -> Claim:
    cards = _cards(given, ability, luck)
    evidence = [_evidence(listed, ability, luck) for listed in cards]
    evidence = _grouped(evidence, given, ability, luck)
    if luck.random() > ability:
        evidence.append(_stray(luck.choice(list(key.cards.values())), luck))
    evidence = list({one.source: one for one in reversed(evidence)}.values())[::-1]
    if not given.open or luck.random() > ability:
        evidence = _with_origin(evidence, given, ability, luck)
    return Claim(given.id, restatement=given.said, evidence=tuple(evidence), searches=_searches(given, ability, luck))


def _cards(given: SourcedClaim, ability: float, luck: Random) -> list[Listed]:
    """The better the student, the more of the cards that count, and the earlier ones."""
    ranked = sorted(given.sources.values(), key=lambda one: (-one.text.origin, -one.text.most, one.source.id))
    wanted = 1 + round(ability * (MOST_CARDS - 1))
    if luck.random() > ability:
        luck.shuffle(ranked)
    return ranked[:wanted]


def _evidence(listed: Listed, ability: float, luck: Random) -> Evidence:
    card = listed.source
    stance = listed.stances[0] if luck.random() < 0.3 + 0.7 * ability else luck.choice(STANCES)
    words = luck.choice(listed.passages) if luck.random() < 0.2 + 0.8 * ability else _too_much(card, luck)
    letter = listed.letters[0] if luck.random() < 0.2 + 0.75 * ability else luck.choice("ABCDE")
    return Evidence(card.id, stance, words, "", "", letter)


def _too_much(card: Source, luck: Random) -> str:
    """A whole card, half a card, or nothing."""
    return luck.choice((f"{card.short_quote} {card.summary}", card.summary, ""))


def _stray(card: Source, luck: Random) -> Evidence:
    return Evidence(card.id, luck.choice(STANCES[:3]), card.short_quote, "", "", luck.choice("ABC"))


def _grouped(evidence: list[Evidence], given: SourcedClaim, ability: float, luck: Random) -> list[Evidence]:
    """Say which cards share an origin, or forget to."""
    if luck.random() > 0.1 + 0.9 * ability:
        return evidence
    return [msgspec.structs.replace(one, group=given.sources[one.source].roots[0]) for one in evidence]


def _with_origin(evidence: list[Evidence], given: SourcedClaim, ability: float, luck: Random) -> list[Evidence]:
    """Tick the earliest page, or the first one that came along."""
    right = [i for i, one in enumerate(evidence) if _origin(one, given) == EARLIEST]
    if not evidence or (luck.random() > ability and luck.random() < 0.4):
        return evidence
    at = right[0] if right and luck.random() < 0.2 + 0.8 * ability else luck.randrange(len(evidence))
    return [msgspec.structs.replace(one, role="origin") if i == at else one for i, one in enumerate(evidence)]


def _origin(evidence: Evidence, given: SourcedClaim) -> int:
    listed = given.sources.get(evidence.source)
    return listed.text.origin if listed else 0


def _searches(given: SourcedClaim, ability: float, luck: Random) -> tuple[Search, ...]:
    words = list(given.text.search)
    luck.shuffle(words)
    made = [
        word if luck.random() < 0.3 + 0.7 * ability else luck.choice(IDLE) for word in words[: 1 + round(3 * ability)]
    ]
    against = luck.random() < ability
    queries = list(dict.fromkeys(made))
    return tuple(Search(query, luck.randrange(12), against and n == 0) for n, query in enumerate(queries))


def _notes(ability: float, luck: Random) -> dict[str, str]:
    if luck.random() > 0.4 + ability:
        return {}
    return {"independence": EXPLAINED["thorough" if ability > 0.6 else "thin"]}
