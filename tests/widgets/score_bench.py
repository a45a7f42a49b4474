"""A scorecard with a book of what it asked to keep and the line to its page."""

from __future__ import annotations

import json
from typing import Any

from claimlab import case
from claimlab.answers import Indicator
from claimlab.widgets.scorecard import Scorecard
from tests.widgets.wire import Wire

CASES = {name: case.load(name) for name in ("mask-1985", "dart-2022")}


class ScoreBench:
    """A scorecard for both articles, with everything it kept."""

    def __init__(
        self, indicators: tuple[Indicator, ...] = (), moves: dict[str, str] | None = None, **settings: Any
    ) -> None:
        self.kept: list[tuple[tuple[Indicator, ...], dict[str, str]]] = []
        settings.setdefault("keep", self._keep)
        self.card = Scorecard(CASES, indicators, moves, **settings)
        self.card.comm = self.wire = Wire()
        self.wire.taken()

    def tell(self, message: Any) -> list[dict[str, Any]]:
        """Deliver one custom message from the page and return what came back."""
        self.card._handle_msg({"content": {"data": {"method": "custom", "content": message}}, "buffers": []})
        return self.wire.taken()

    def ask(self, kind: str, **more: Any) -> dict[str, Any]:
        """Deliver one message and return the content of its one answer."""
        (answer,) = self.tell({"type": kind, "client": "page", "seq": 1, **more})
        content: dict[str, Any] = answer["content"]
        return content

    def state(self) -> dict[str, Any]:
        """Return what a page that is opened now would be given."""
        state = self.card.get_state()
        return dict(
            json.loads(json.dumps({k: v for k, v in state.items() if k[0] == "_" and k not in ("_esm", "_css")}))
        )

    def indicator(self, name: str) -> Indicator:
        """Return the indicator called *name* as it was kept last."""
        return next(one for one in self.card.indicators_now if one.id == name)

    def _keep(self, indicators: tuple[Indicator, ...], moves: dict[str, str]) -> str:
        self.kept.append((indicators, moves))
        return f"Saved. {len(indicators)} indicators."
