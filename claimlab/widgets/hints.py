"""Hints on request: one more step with each press, and never more than was asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape

from claimlab.answers import Sheet
from claimlab.key import Key
from claimlab.marking.hints import Ladder, next_ladder
from claimlab.widgets.asking import Answer, Asking

FIRST = Answer("A hint is about a claim you have not made yet. There are four steps.", "Give me a hint")
NOTHING_LEFT = "Every claim that the key asks for has a card. Well done: now look at their wording once more."


class Hints:
    """The hints given so far about one missing claim."""

    def __init__(self, sheet: Callable[[], Sheet], key: Key) -> None:
        self._sheet, self._key = sheet, key
        self._ladder: Ladder | None = None
        self._given = 0

    def step(self) -> Answer:
        """Give the next step, or turn to another claim once this one has a card."""
        latest = next_ladder(self._sheet(), self._key)
        if latest is None:
            return Answer(NOTHING_LEFT, "Look again")
        if self._ladder is None or latest.reference != self._ladder.reference:
            self._ladder, self._given = latest, 0
        self._given = min(self._given + 1, len(self._ladder.steps))
        last = self._given == len(self._ladder.steps)
        return Answer(
            _listed(self._ladder.steps[: self._given]), "I made the card: next hint" if last else "One step more"
        )


def hint_box(sheet: Callable[[], Sheet], key: Key) -> Asking:
    """Return a button that gives hints about the claims that the latest *sheet* lacks."""
    return Asking("Hints", FIRST, Hints(sheet, key).step)


def _listed(sentences: Sequence[str]) -> str:
    rows = "".join(f'<li style="margin:4px 0">{escape(sentence)}</li>' for sentence in sentences)
    return f'<ol style="margin:4px 0">{rows}</ol>'
