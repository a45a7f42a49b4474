"""A source desk with a book of what it asked to keep and the line to its page."""

from __future__ import annotations

from typing import Any

from claimlab import case, plan
from claimlab.answers import Claim, OwnSource
from claimlab.unread import Unread
from claimlab.widgets.source_desk import SourceDesk
from tests.widgets.wire import Line

PACK = case.load("mask-1985").sources
GIVEN = plan.find("a2-sources").given


class SourceBench(Line):
    """A desk for the twelve given claims, with everything it kept."""

    def __init__(self, claims: tuple[Claim, ...] = (), sources: tuple[OwnSource, ...] = (), **settings: Any) -> None:
        self.kept: list[tuple[tuple[Claim, ...], tuple[OwnSource, ...]]] = []
        self.unread: tuple[Unread, ...] = ()
        settings.setdefault("keep", self._keep)
        given, pack = settings.pop("given", GIVEN), settings.pop("pack", PACK)
        self.desk = SourceDesk(given, pack, claims, sources, **settings)
        self.connect(self.desk)

    def claim(self, name: str) -> Claim:
        """Return the claim called *name* as it was kept last."""
        return next(claim for claim in self.desk.claims_now if claim.id == name)

    def _keep(self, claims: tuple[Claim, ...], sources: tuple[OwnSource, ...], unread: tuple[Unread, ...]) -> str:
        self.unread = unread
        self.kept.append((claims, sources))
        return f"Saved. {sum(len(claim.evidence) for claim in claims)} sources attached."
