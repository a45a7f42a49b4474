"""The line between a widget and its page, with nobody at the other end: what Python sends is written down."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from comm.base_comm import BaseComm

from claimlab.answers import Claim
from claimlab.case import Article
from claimlab.widgets.marker import PassageMarker


class Wire(BaseComm):
    """A comm that keeps every message as the JSON a browser would get."""

    def publish_msg(self, msg_type: str, data: Any = None, **_ignored: Any) -> None:
        if msg_type == "comm_msg":
            self.__dict__.setdefault("sent", []).append(json.loads(json.dumps(data)))

    def taken(self) -> list[dict[str, Any]]:
        """Return what was sent since the last time, and forget it."""
        sent = list(self.__dict__.get("sent", []))
        self.__dict__["sent"] = []
        return sent


class Desk:
    """A marker, the claims it asked to keep and the line to its page."""

    def __init__(self, article: Article, claims: Sequence[Claim] = (), **settings: Any) -> None:
        self.kept: list[tuple[Claim, ...]] = []
        self.dismissed = 0
        settings.setdefault("keep", self._keep)
        settings.setdefault("remarks", lambda words: ["Who is “she”? Name her."] if "She" in words else [])
        self.marker = PassageMarker(article, claims, on_guide_dismissed=self._dismiss, **settings)
        self.wire = Wire()
        self.marker.comm = self.wire
        self.wire.taken()

    def tell(self, message: Any) -> list[dict[str, Any]]:
        """Deliver one custom message from the page and return what came back."""
        data = {"method": "custom", "content": message}
        self.marker._handle_msg({"content": {"data": data}, "buffers": []})
        return self.wire.taken()

    def ask(self, message: Any) -> dict[str, Any]:
        """Deliver one message and return the content of its one answer."""
        (answer,) = self.tell(message)
        content: dict[str, Any] = answer["content"]
        return content

    def state(self) -> dict[str, Any]:
        """Return what a page that is opened now would be given."""
        state = {key: value for key, value in self.marker.get_state().items() if key.startswith("_") and key != "_esm"}
        return dict(json.loads(json.dumps({k: v for k, v in state.items() if k != "_css"})))

    def _keep(self, claims: tuple[Claim, ...]) -> str:
        self.kept.append(claims)
        return f"Saved. {len(claims)} claim{'s' * (len(claims) != 1)}."

    def _dismiss(self) -> None:
        self.dismissed += 1


class Line:
    """The line between a widget that answers and its page; a bench for one kind of widget derives from it."""

    def connect(self, widget: Any) -> None:
        """Let *widget* talk over a wire of its own."""
        self.widget = widget
        widget.comm = self.wire = Wire()
        self.wire.taken()

    def tell(self, message: Any) -> list[dict[str, Any]]:
        """Deliver one custom message from the page and return what came back."""
        self.widget._handle_msg({"content": {"data": {"method": "custom", "content": message}}, "buffers": []})
        return self.wire.taken()

    def ask(self, kind: str, **more: Any) -> dict[str, Any]:
        """Deliver one message and return the content of its one answer."""
        (answer,) = self.tell({"type": kind, "client": "page", "seq": 1, **more})
        content: dict[str, Any] = answer["content"]
        return content

    def state(self) -> dict[str, Any]:
        """Return what a page that is opened now would be given."""
        shown = {k: v for k, v in self.widget.get_state().items() if k[0] == "_" and k not in ("_esm", "_css")}
        return dict(json.loads(json.dumps(shown)))
