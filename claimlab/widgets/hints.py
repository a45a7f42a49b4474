"""A box of hints: one more step with each press, and never more than was asked for."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

import ipywidgets

from claimlab.answers import Sheet
from claimlab.key import Key
from claimlab.marking.hints import Ladder, next_ladder

NOTHING_LEFT = "Every claim that the key asks for has a card. Well done: now check their wording."


class HintBox(ipywidgets.VBox):  # type: ignore[misc,unused-ignore]
    """A button and the hints given so far about one missing claim."""

    def __init__(self, sheet: Callable[[], Sheet], key: Key) -> None:
        self._sheet, self._key = sheet, key
        self._ladder: Ladder | None = None
        self._given = 0
        self.button = ipywidgets.Button(description="Give me a hint", layout=ipywidgets.Layout(width="auto"))
        self.said = ipywidgets.HTML(_listed(["A hint is about a claim you have not made yet."]))
        self.button.on_click(lambda _: self.advance())
        super().__init__([self.button, self.said])

    def advance(self) -> None:
        """Give the next step, or turn to another claim once this one has a card or its steps are used up."""
        latest = next_ladder(self._sheet(), self._key)
        stale = self._ladder is None or latest is None or latest.reference != self._ladder.reference
        if stale:
            self._ladder, self._given = latest, 0
        if self._ladder is None:
            self.said.value = _listed([NOTHING_LEFT])
            self.button.description = "Give me a hint"
            return
        self._given = min(self._given + 1, len(self._ladder.steps))
        self.said.value = _listed(list(self._ladder.steps[: self._given]))
        last = self._given == len(self._ladder.steps)
        self.button.description = "That was the last step" if last else "One step more"


def _listed(sentences: list[str]) -> str:
    rows = "".join(f'<li style="margin:4px 0">{escape(sentence)}</li>' for sentence in sentences)
    return f'<ol role="status" style="line-height:1.6;font-size:15px;margin:4px 0;max-width:46rem">{rows}</ol>'
