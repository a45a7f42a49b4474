"""A verdict table with a book of what it asked to keep and the line to its page."""

from __future__ import annotations

from typing import Any

from claimlab import case, plan
from claimlab.answers import Claim, OwnSource
from claimlab.unread import Unread
from claimlab.widgets.verdict_table import VerdictTable
from tests.widgets.source_bench import SourceBench

PLAN = plan.find("a3-verdicts")
PACK = [*case.load(PLAN.case).sources, *case.load(PLAN.beside).sources]
GIVEN = PLAN.given


class VerdictBench(SourceBench):
    """A table for the twelve given claims, with everything it kept."""

    def __init__(self, claims: tuple[Claim, ...] = (), sources: tuple[OwnSource, ...] = (), **settings: Any) -> None:
        self.kept: list[tuple[tuple[Claim, ...], tuple[OwnSource, ...]]] = []
        self.unread: tuple[Unread, ...] = ()
        settings.setdefault("keep", self._keep)
        given, pack = settings.pop("given", GIVEN), settings.pop("pack", PACK)
        self.desk = VerdictTable(given, pack, claims, sources, **{"asks": PLAN.asks, "title": PLAN.title, **settings})
        self.connect(self.desk)
