"""A scorecard with a book of what it asked to keep and the line to its page."""

from __future__ import annotations

from typing import Any

from claimlab import case
from claimlab.answers import Indicator
from claimlab.unread import Unread
from claimlab.widgets.scorecard import Scorecard
from tests.widgets.wire import Line

CASES = {name: case.load(name) for name in ("mask-1985", "dart-2022")}


class ScoreBench(Line):
    """A scorecard for both articles, with everything it kept."""

    def __init__(
        self, indicators: tuple[Indicator, ...] = (), moves: dict[str, str] | None = None, **settings: Any
    ) -> None:
        self.kept: list[tuple[tuple[Indicator, ...], dict[str, str]]] = []
        self.unread: tuple[Unread, ...] = ()
        settings.setdefault("keep", self._keep)
        self.card = Scorecard(CASES, indicators, moves, **settings)
        self.connect(self.card)

    def indicator(self, name: str) -> Indicator:
        """Return the indicator called *name* as it was kept last."""
        return next(one for one in self.card.indicators_now if one.id == name)

    def _keep(self, indicators: tuple[Indicator, ...], moves: dict[str, str], unread: tuple[Unread, ...]) -> str:
        self.unread = unread
        self.kept.append((indicators, moves))
        return f"Saved. {len(indicators)} indicators."
