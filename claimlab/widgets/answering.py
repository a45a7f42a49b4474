"""The Python end of a widget's conversation with its page.

Every message from the browser gets one answer: what was asked for, or a sentence
that says why not. A page can therefore tell "refused" from "nobody is there".
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import anywidget
import traitlets

from claimlab.problems import Problem


class Answering(anywidget.AnyWidget):
    """A widget that answers every message of its page; a kind of widget says how in ``replies``."""

    def __init__(self, **traits: Any) -> None:
        super().__init__(**traits)
        self.on_msg(self._receive)

    def replies(self) -> dict[str, Callable[[dict[str, Any]], dict[str, Any]]]:
        """Return what answers each kind of message."""
        return {}

    def _receive(self, _widget: Answering, message: Any, _buffers: Any) -> None:
        """Answer one message from the browser; whatever it is, what is held stays whole."""
        asked = message if isinstance(message, dict) else {}
        about = str(asked.get("type"))[:64]
        answer = {"client": str(asked.get("client", ""))[:64], "seq": asked.get("seq"), "about": about}
        if "id" in asked:
            answer["id"] = str(asked["id"])[:64]
        reply = self.replies().get(about, _reply_unknown)
        try:
            self.send({**answer, **reply(asked)})
        except Problem as problem:
            self.send({**answer, "type": "refused", "sentence": str(problem)})
        except Exception as error:
            self.send({**answer, "type": "refused", "sentence": _unexpected(error)})
            raise


class Working(Answering):
    """An answering widget with a learner's work on it, which a browser is given when, and only when, it asks.

    ``_guidance`` holds the words of the page, ``_heading`` its title, ``_draft`` names the copy that the browser
    keeps of unsaved work. A kind of widget says in ``cards`` what the work is, in ``_reply_keep`` how it is kept.
    """

    _guidance = traitlets.Dict().tag(sync=True)
    _heading = traitlets.Unicode().tag(sync=True)
    _draft = traitlets.Unicode().tag(sync=True)
    _given = traitlets.Int(0).tag(sync=True, to_json=lambda _edition, widget: widget.work())

    def cards(self) -> list[dict[str, Any]]:
        """Return the work as the page takes it."""
        raise NotImplementedError

    def work(self) -> dict[str, Any]:
        """Return the cards, and how often Python has replaced them."""
        return {"edition": self._given, "cards": self.cards()}

    def replies(self) -> dict[str, Callable[[dict[str, Any]], dict[str, Any]]]:
        """Return what answers each kind of message."""
        return {"keep": self._reply_keep, "cards": lambda _: {"type": "cards", **self.work()}}

    def _reply_keep(self, asked: dict[str, Any]) -> dict[str, Any]:
        raise NotImplementedError


def _reply_unknown(_asked: dict[str, Any]) -> dict[str, Any]:
    raise Problem("The page sent something this notebook does not know: reload the page and run the cell again.")


def _unexpected(error: Exception) -> str:
    return (
        f"Your last change could not be saved ({type(error).__name__}): "
        "keep this tab open and show this sentence to your teacher."
    )
