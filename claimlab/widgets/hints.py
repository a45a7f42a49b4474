"""Hints on request: one more step with each press, and never more than was asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape

from claimlab.answers import Sheet
from claimlab.key import Key
from claimlab.marking.hints import Ladder, missing, next_ladder
from claimlab.widgets.asking import Answer, Asking

FIRST = Answer("A hint is about a claim that you have no card for. It comes in four steps.", "Give me a hint")
NOTHING_LEFT = "Every claim that the key asks for has a card. Well done: now look at their wording once more."


class Hints:
    """The hints given so far about one missing claim."""

    def __init__(self, sheet: Callable[[], Sheet], key: Key) -> None:
        self._sheet, self._key = sheet, key
        self._ladder: Ladder | None = None
        self._given = 0
        self._told: list[str] = []

    def step(self) -> Answer:
        """Give the next step; turn to another claim once this one has a card or all four steps were given."""
        ladder = self._now()
        if ladder is None:
            return Answer(NOTHING_LEFT, "Look again")
        self._given += 1
        last = self._given == len(ladder.steps)
        if last:
            self._told = [*(told for told in self._told if told != ladder.reference), ladder.reference]
        return Answer(_listed(ladder.steps[: self._given]), "A hint about another claim" if last else "One step more")

    def _now(self) -> Ladder | None:
        """The ladder to climb on: the one begun, as long as its claim has no card and a step is left."""
        sheet, begun = self._sheet(), self._ladder
        open_ones = [claim.id for claim in missing(sheet, self._key)]
        if begun is None or begun.reference not in open_ones or self._given == len(begun.steps):
            if all(name in self._told for name in open_ones):
                self._told = self._told[-1:]
            self._ladder, self._given = next_ladder(sheet, self._key, self._told), 0
        return self._ladder


def hint_box(sheet: Callable[[], Sheet], key: Key) -> Asking:
    """Return a button that gives hints about the claims that the latest *sheet* lacks."""
    return Asking("Hints", FIRST, Hints(sheet, key).step)


def _listed(sentences: Sequence[str]) -> str:
    rows = "".join(f'<li style="margin:4px 0">{escape(sentence)}</li>' for sentence in sentences)
    return f'<ol style="margin:4px 0">{rows}</ol>'
