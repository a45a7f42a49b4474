"""What simulated students hand in for "break it into claims".

The claims of the key, which only a teacher has, are spoiled the way people do it:
a pronoun left in, a number swapped, two ideas in one card, a sentence copied, a
wrong kind, something pasted. How often depends on a made-up ability.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random
from typing import cast

import msgspec

from claimlab.answers import KINDS, Claim, Kind, Passage, Sheet
from claimlab.case import Article
from claimlab.key import Key, Reference
from claimlab.lab import blank

JUNK = ("asdf asdf", "The story is so sad.", "I do not know what to write here.", "lol", "Read the article.")
PRONOUNS = (
    (r"\bRusty(?: Dennis)?['’]s\b", "her"),
    (r"\bRocky(?: Dennis)?['’]s\b", "his"),
    (r"\bRusty(?: Dennis)?\b", "she"),
    (r"\bRocky(?: Dennis)?\b", "he"),
    (r"\bMask\b", "it"),
)
NAMES = frozenset({"Rusty", "Rocky", "Mask", "Cher", "Hollywood"})
REASONS = {
    "thorough": "Without it nothing of the story is left, because every other part leans on it.",
    "thin": "Because it is the most important one.",
}
FEWEST, FULLEST = 3, 18


def answer(ability: float, key: Key, luck: Random) -> Sheet:
    """Return the sheet of a student of *ability* (0-1): claims of *key*, spoiled more or less often."""
    claims = _claims(ability, key, luck)
    return msgspec.structs.replace(blank(key.assignment), claims=tuple(claims), notes=_notes(ability, claims, luck))


def _claims(ability: float, key: Key, luck: Random) -> list[Claim]:
    count = round(FEWEST + (FULLEST - FEWEST) * ability)
    worth = {reference: 1 + 3 * ability * reference.weight + luck.random() for reference in key.claims}
    drawn = sorted(key.claims, key=lambda reference: luck.random() ** (1 / worth[reference]), reverse=True)
    references = drawn[:count]
    ordered = sorted(references, key=lambda reference: reference.anchors[0])
    return [_card(n, reference, ability, key, luck) for n, reference in enumerate(ordered, 1)]


def _card(number: int, reference: Reference, ability: float, key: Key, luck: Random) -> Claim:
    said = reference.text.claim
    if luck.random() > ability:
        said = luck.choice(MISTAKES)(reference, key, luck)
    start, end = reference.anchors[0]
    text = key.article.text
    passage = Passage(start, end, text[start:end], text[max(0, start - 24) : start], text[end : end + 24])
    priority = luck.choice((1, 2, 3)) if luck.random() > ability else max(1, reference.weight)
    return Claim(f"s{number:03d}", (passage,), said, _kind(reference, ability, luck), priority)


def _kind(reference: Reference, ability: float, luck: Random) -> Kind:
    if luck.random() < 0.3 + 0.7 * ability:
        return reference.text.kind
    return cast(Kind, luck.choice(KINDS))


def _notes(ability: float, claims: list[Claim], luck: Random) -> dict[str, str]:
    if not claims or luck.random() > 0.4 + ability:
        return {}
    reason = REASONS["thorough" if ability > 0.6 else "thin"]
    return {"priority": f"{luck.choice(claims).restatement} {reason}"}


def _pronouns(reference: Reference, key: Key, luck: Random) -> str:
    said = reference.text.claim
    for name, pronoun in PRONOUNS:
        said = re.sub(name, pronoun, said)
    return said[:1].upper() + said[1:]


def _another_number(reference: Reference, key: Key, luck: Random) -> str:
    said = reference.text.claim
    if not re.search(r"\d", said):
        return f"{said.rstrip('.')} {luck.choice((12, 30, 99))} times."
    return re.sub(r"\d+", lambda found: str(int(found.group()) + luck.choice((3, 11, 50))), said)


def _two_ideas(reference: Reference, key: Key, luck: Random) -> str:
    other = luck.choice(key.claims).text.claim
    return f"{reference.text.claim.rstrip('.')} and {_inside(other)}"


def _negated(reference: Reference, key: Key, luck: Random) -> str:
    return f"It is not true that {_inside(reference.text.claim)}"


def _inside(sentence: str) -> str:
    """Return *sentence* as it stands in the middle of another one."""
    first = sentence.split(" ", 1)[0]
    return sentence if first.removesuffix("'s") in NAMES else f"{sentence[:1].lower()}{sentence[1:]}"


def _copied(reference: Reference, key: Key, luck: Random) -> str:
    return _sentence(key.article, reference.anchors[0][0])


def _pasted(reference: Reference, key: Key, luck: Random) -> str:
    return luck.choice(JUNK)


def _sentence(article: Article, at: int) -> str:
    return next((article.text[a:b] for a, b in article.sentences if a <= at < b), article.headline)


MISTAKES: tuple[Callable[[Reference, Key, Random], str], ...] = (
    _pronouns,
    _another_number,
    _two_ideas,
    _negated,
    _copied,
    _pasted,
)
