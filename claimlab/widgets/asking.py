"""A button for people who do not run cells: press it, and the answer appears."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import anywidget
import traitlets

from claimlab.problems import Problem
from claimlab.showing import message
from claimlab.widgets.scripts import joined

_HERE = Path(__file__).parent


class Answer(NamedTuple):
    """What to show (HTML with every word of a learner escaped), and what the button says next, if it can be pressed."""

    html: str
    label: str
    more: bool = True


class Asking(anywidget.AnyWidget):  # type: ignore[misc,unused-ignore]
    """A button that calls *ask* and shows its answer; *first* is shown before anything was asked."""

    _esm = joined("homecoming", "asking")
    _css = _HERE / "asking.css"

    title = traitlets.Unicode().tag(sync=True)
    label = traitlets.Unicode().tag(sync=True)
    answer = traitlets.Unicode().tag(sync=True)
    more = traitlets.Bool(True).tag(sync=True)
    asked = traitlets.Int(0).tag(sync=True)

    def __init__(self, title: str, first: Answer, ask: Callable[[], Answer]) -> None:
        super().__init__(title=title, answer=first.html, label=first.label, more=first.more)
        self._ask = ask
        self.on_msg(lambda _widget, _message, _buffers: self.press())

    def press(self) -> None:
        """Ask once more and show the answer, or the sentence of a Problem."""
        try:
            answer = self._ask()
        except Problem as problem:
            answer = Answer(message(f"⚠ {problem}").html, self.label)
        with self.hold_sync():
            self.answer, self.label, self.more = answer
            self.asked += 1
