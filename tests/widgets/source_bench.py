"""A source desk with a book of what it asked to keep and the line to its page."""

from __future__ import annotations

import json
from typing import Any

from claimlab import case, plan
from claimlab.answers import Claim, OwnSource
from claimlab.widgets.source_desk import SourceDesk
from tests.widgets.wire import Wire

PACK = case.load("mask-1985").sources
GIVEN = plan.find("a2-sources").given


class SourceBench:
    """A desk for the twelve given claims, with everything it kept."""

    def __init__(self, claims: tuple[Claim, ...] = (), sources: tuple[OwnSource, ...] = (), **settings: Any) -> None:
        self.kept: list[tuple[tuple[Claim, ...], tuple[OwnSource, ...]]] = []
        settings.setdefault("keep", self._keep)
        given, pack = settings.pop("given", GIVEN), settings.pop("pack", PACK)
        self.desk = SourceDesk(given, pack, claims, sources, **settings)
        self.desk.comm = self.wire = Wire()
        self.wire.taken()

    def tell(self, message: Any) -> list[dict[str, Any]]:
        """Deliver one custom message from the page and return what came back."""
        self.desk._handle_msg({"content": {"data": {"method": "custom", "content": message}}, "buffers": []})
        return self.wire.taken()

    def ask(self, kind: str, **more: Any) -> dict[str, Any]:
        """Deliver one message and return the content of its one answer."""
        (answer,) = self.tell({"type": kind, "client": "page", "seq": 1, **more})
        content: dict[str, Any] = answer["content"]
        return content

    def state(self) -> dict[str, Any]:
        """Return what a page that is opened now would be given."""
        state = self.desk.get_state()
        return dict(
            json.loads(json.dumps({k: v for k, v in state.items() if k[0] == "_" and k not in ("_esm", "_css")}))
        )

    def claim(self, name: str) -> Claim:
        """Return the claim called *name* as it was kept last."""
        return next(claim for claim in self.desk.claims_now if claim.id == name)

    def _keep(self, claims: tuple[Claim, ...], sources: tuple[OwnSource, ...]) -> str:
        self.kept.append((claims, sources))
        return f"Saved. {sum(len(claim.evidence) for claim in claims)} sources attached."
