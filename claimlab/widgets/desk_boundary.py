"""The border between the source desk in the browser and the answer sheet.

The page holds one card a given claim, worked on or not, and one an own source;
the sheet holds only what was worked on. Nothing that arrives is trusted: it is
understood whole or refused in one sentence, and what was kept stays as it was.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Annotated, Any, Literal

import msgspec

from claimlab import text
from claimlab.answers import Claim, Evidence, OwnSource, Search
from claimlab.case import Source
from claimlab.problems import Problem
from claimlab.widgets import own_sources
from claimlab.widgets.boundary import clean

LETTERS = 4_000
OWN = r"^own-[1-9][0-9]{0,5}$"

Name = Annotated[str, msgspec.Meta(min_length=1, max_length=64)]
Words = Annotated[str, msgspec.Meta(max_length=LETTERS)]


class _Evidence(msgspec.Struct, frozen=True):
    source: Name
    stance: Literal["", "supports", "partly supports", "refutes", "irrelevant"] = ""
    words: Words = ""
    role: Literal["", "origin"] = ""
    group: Annotated[str, msgspec.Meta(max_length=64)] = ""
    letter: Literal["", "A", "B", "C", "D", "E", "F"] = ""


class _Search(msgspec.Struct, frozen=True):
    query: Words
    found: Annotated[int, msgspec.Meta(ge=0)] = 0
    against: bool = False


class _Claim(msgspec.Struct, frozen=True):
    id: Name
    evidence: Annotated[tuple[_Evidence, ...], msgspec.Meta(max_length=500)] = ()
    searches: Annotated[tuple[_Search, ...], msgspec.Meta(max_length=2_000)] = ()


class _Own(msgspec.Struct, frozen=True):
    id: Annotated[str, msgspec.Meta(pattern=OWN)]
    url: Words
    title: Words = ""
    publisher: Words = ""
    date: Words = ""


def pack_for_browser(pack: Sequence[Source]) -> list[dict[str, Any]]:
    """Return the cards of *pack* as plain JSON, the summary cut into sentences."""
    return [
        {
            "id": source.id,
            "title": source.title,
            "author": source.author,
            "publisher": source.publisher,
            "date": source.date,
            "url": source.url,
            "summary": [source.summary[start:end] for start, end in text.sentences(source.summary)],
            "quote": source.short_quote,
        }
        for source in pack
    ]


def cards_for_browser(
    given: Mapping[str, str], claims: Iterable[Claim], sources: Iterable[OwnSource]
) -> list[dict[str, Any]]:
    """Return a card for every given claim, worked on or not, then the learner's own sources."""
    worked = {claim.id: claim for claim in claims}
    cards = [_card(worked.get(name, Claim(name))) for name in given]
    return [*cards, *(msgspec.to_builtins(source) for source in sources)]


def _card(claim: Claim) -> dict[str, Any]:
    return {
        "id": claim.id,
        "evidence": msgspec.to_builtins(claim.evidence),
        "searches": msgspec.to_builtins(claim.searches),
    }


def answers_from_browser(
    cards: Any, given: Mapping[str, str], known: Mapping[str, Claim]
) -> tuple[tuple[Claim, ...], tuple[OwnSource, ...]]:
    """Return the claims worked on, now or before, and the own sources that *cards* from the browser stands for.

    What the desk does not show (verdicts, claims that were not given) is taken from
    *known*, claims by id. Raises Problem, in one sentence, when any part cannot be understood.
    """
    listed = cards if isinstance(cards, list) else [None]
    own = [card for card in listed if isinstance(card, dict) and "url" in card]
    try:
        read = msgspec.convert([card for card in listed if card not in own], list[_Claim])
        mine = msgspec.convert(own, list[_Own])
    except (msgspec.ValidationError, RecursionError) as error:
        raise Problem("A change from the page could not be read: reload the page and make it again.") from error
    names = [*(card.id for card in read), *(source.id for source in mine)]
    if len(set(names)) < len(names) or {card.id for card in read} != set(given):
        raise Problem("The page and this notebook disagree about the claims: reload the page and run the cell again.")
    return _claims({card.id: card for card in read}, given, known), tuple(_own(source) for source in mine)


def _claims(read: Mapping[str, _Claim], given: Mapping[str, str], known: Mapping[str, Claim]) -> tuple[Claim, ...]:
    cards = (read.get(name, _Claim(name)) for name in given)
    worked = (card for card in cards if card.evidence or card.searches or card.id in known)
    others = (claim for name, claim in known.items() if name not in given)
    return (*(_claim(card, given[card.id], known) for card in worked), *others)


def _claim(card: _Claim, said: str, known: Mapping[str, Claim]) -> Claim:
    return msgspec.structs.replace(
        known.get(card.id, Claim(card.id)),
        restatement=said,
        evidence=tuple(_evidence(evidence) for evidence in card.evidence),
        searches=tuple(Search(clean(search.query), search.found, search.against) for search in card.searches),
    )


def _evidence(made: _Evidence) -> Evidence:
    return Evidence(clean(made.source), made.stance, clean(made.words), made.role, clean(made.group), made.letter)


def _own(source: _Own) -> OwnSource:
    fields = own_sources.tidy({field: clean(getattr(source, field)) for field in own_sources.FIELDS})
    wrong = own_sources.problems(fields)
    if wrong:
        raise Problem(f"Your own source “{fields['title'][:60]}” cannot be kept: {next(iter(wrong.values()))}")
    return OwnSource(source.id, **fields)
