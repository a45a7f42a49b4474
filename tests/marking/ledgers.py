"""Source ledgers that the tests of marking share: what the key itself would hand in, and fakes."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import msgspec

from claimlab import keys
from claimlab.answers import Claim, Evidence, OwnSource, Search, Sheet
from claimlab.lab import blank
from claimlab.marking import Line, Marks, mark
from claimlab.source_key import EARLIEST, Listed, SourcedClaim, SourceKey

KEY = Path(__file__).resolve().parents[2] / "solutions" / "a2-sources" / "key.yaml"
SETTLED = tuple(f"g{n:02}" for n in (1, 3, 4, 5, 6, 7))
OPEN = ("g02", "g09", "g11")


@lru_cache(maxsize=1)
def key() -> SourceKey:
    loaded = keys.load(KEY)
    assert isinstance(loaded, SourceKey)
    return loaded


def sheet(*claims: Claim, own: tuple[OwnSource, ...] = ()) -> Sheet:
    return msgspec.structs.replace(blank("a2-sources"), claims=claims, sources=own)


def marks(*claims: Claim, own: tuple[OwnSource, ...] = ()) -> Marks:
    return mark(sheet(*claims, own=own), key())


def points(*claims: Claim, own: tuple[OwnSource, ...] = ()) -> tuple[float, ...]:
    return tuple(criterion.points for criterion in marks(*claims, own=own).criteria)


def line(part: str, *claims: Claim, own: tuple[OwnSource, ...] = ()) -> Line:
    """The first line of the feedback on *part*."""
    return marks(*claims, own=own)[part].lines[0]


def claim(name: str, *evidence: Evidence, searches: tuple[Search, ...] = ()) -> Claim:
    return Claim(name, restatement=key().claims[name].said, evidence=evidence, searches=searches)


def right(listed: Listed) -> Evidence:
    """What the key would say about a card."""
    return Evidence(
        listed.source.id, listed.stances[0], listed.passages[0], "", f"o {listed.roots[0]}", listed.letters[0]
    )


def ideal(given: SourcedClaim) -> Claim:
    """Everything that the key knows about a claim, the earliest page ticked."""
    evidence = [right(listed) for listed in given.sources.values()]
    first = next((n for n, one in enumerate(evidence) if given.sources[one.source].text.origin == EARLIEST), None)
    if first is not None:
        evidence[first] = msgspec.structs.replace(evidence[first], role="origin")
    return claim(given.id, *evidence, searches=looks(given))


def looks(given: SourcedClaim, count: int = 3) -> tuple[Search, ...]:
    """Different fitting searches, the first of them for disagreement."""
    return tuple(Search(word, 0, n == 0) for n, word in enumerate(sorted(given.fitting)[:count]))


def whole(*names: str) -> tuple[Claim, ...]:
    return tuple(ideal(key().claims[name]) for name in names)


def everything(
    stance: str, letter: str, *, words: str = "summary", group: str = "", origin: str = "S01"
) -> list[Claim]:
    """Every card attached to every claim, one way for all."""
    made = []
    for name, given in key().claims.items():
        cards = tuple(
            Evidence(
                card.id,
                stance,
                {"summary": card.summary, "quote": card.short_quote}.get(words, words),
                "origin" if card.id == origin else "",
                group,
                letter,
            )
            for card in key().cards.values()
        )
        made.append(claim(name, *cards, searches=(Search(" ".join(sorted(given.fitting)), 9, True),)))
    return made
