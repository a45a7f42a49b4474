"""The border between the verdict table in the browser and the answer sheet.

Evidence, searches and own sources cross it as they do at the source desk; the
verdict, the confidence and the reason of each claim travel on the same cards.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Annotated, Any

import msgspec

from claimlab.answers import Claim, OwnSource, Verdict
from claimlab.problems import Problem
from claimlab.widgets import desk_boundary
from claimlab.widgets.boundary import clean
from claimlab.widgets.desk_boundary import Name, Words

pack_for_browser = desk_boundary.pack_for_browser


class _Judged(msgspec.Struct, frozen=True):
    id: Name
    verdict: Verdict | None = None
    confidence: Annotated[float, msgspec.Meta(ge=0, le=100)] | None = None
    rationale: Words = ""

    @property
    def empty(self) -> bool:
        return self.verdict is None and self.confidence is None and not self.rationale


def cards_for_browser(
    given: Mapping[str, str], claims: Iterable[Claim], sources: Iterable[OwnSource]
) -> list[dict[str, Any]]:
    """Return a card for every given claim, judged or not, then the learner's own sources."""
    worked = {claim.id: claim for claim in claims}
    cards = desk_boundary.cards_for_browser(given, worked.values(), sources)
    return [{**card, **_judged(worked.get(card["id"], Claim("")))} if card["id"] in given else card for card in cards]


def _judged(claim: Claim) -> dict[str, Any]:
    sure = None if claim.confidence is None else round(min(max(claim.confidence, 0), 100))
    return {"verdict": claim.verdict, "confidence": sure, "rationale": claim.rationale}


def answers_from_browser(
    cards: Any, given: Mapping[str, str], known: Mapping[str, Claim]
) -> tuple[tuple[Claim, ...], tuple[OwnSource, ...]]:
    """Return the claims worked on, now or before, and the own sources that *cards* from the browser stands for.

    What the table does not show is taken from *known*, claims by id. Raises Problem, in one sentence, when any
    part cannot be understood.
    """
    listed = cards if isinstance(cards, list) else [None]
    try:
        read = msgspec.convert([card for card in listed if not _own(card)], list[_Judged])
    except (msgspec.ValidationError, RecursionError) as error:
        raise Problem("A change from the page could not be read: reload the page and make it again.") from error
    judged = {card.id: card for card in read}
    begun = {name: Claim(name) for name, card in judged.items() if not card.empty}
    claims, own = desk_boundary.answers_from_browser(cards, given, {**begun, **known})
    return tuple(_with(claim, judged.get(claim.id)) for claim in claims), own


def _own(card: Any) -> bool:
    return isinstance(card, dict) and "url" in card


def _with(claim: Claim, card: _Judged | None) -> Claim:
    if card is None:
        return claim
    return msgspec.structs.replace(
        claim, verdict=card.verdict, confidence=card.confidence, rationale=clean(card.rationale)
    )
