"""A widget whose work can also be typed as one text, for equal credit.

The page holds one card more: while the learner types, it carries the text, and then the text has the say; Python
reads it and answers with the cards it makes. Lines that nobody could read travel on that card and are saved.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Annotated, Any

import msgspec

from claimlab.problems import Problem
from claimlab.unread import Unread
from claimlab.widgets import typed_lines
from claimlab.widgets.answering import Working
from claimlab.widgets.boundary import clean
from claimlab.widgets.typed_lines import Complaint

CARD = "typed-text"
MOST_UNREAD = typed_lines.LONGEST // 2
QUOTED = 80  # letters of a line that are shown again where it is named


class _Card(msgspec.Struct, frozen=True):
    id: str
    text: Annotated[str, msgspec.Meta(max_length=4 * typed_lines.LONGEST)] | None = None
    unread: Annotated[tuple[tuple[str, str], ...], msgspec.Meta(max_length=MOST_UNREAD)] = ()


class Typable(Working):
    """A working widget with a plain-text view. A kind of widget says how its work is taken, read, printed and kept."""

    unread_now: tuple[Unread, ...] = ()

    def work(self) -> dict[str, Any]:
        """Return the cards, with the lines that could not be read, and how often Python has replaced them."""
        found = super().work()
        return {**found, "cards": [*found["cards"], *([self._card(None)] if self.unread_now else [])]}

    def replies(self) -> dict[str, Callable[[dict[str, Any]], dict[str, Any]]]:
        """Return what answers each kind of message."""
        return {**super().replies(), "print": self._reply_print}

    def take(self, cards: Any) -> None:
        """Hold the work that *cards* from the browser stand for. Raises Problem if they cannot be understood."""
        raise NotImplementedError

    def read(self, text: str) -> Sequence[Complaint]:
        """Hold the work that *text* says; return the lines that could not be read."""
        raise NotImplementedError

    def printed(self, cards: Any, unread: Sequence[Unread]) -> tuple[str, Sequence[Complaint]]:
        """Return the work on *cards* as text, and what is wrong with the lines *unread*; nothing is held."""
        raise NotImplementedError

    def save(self) -> str:
        """Save what is held; return a sentence for the status line, or raise Problem."""
        raise NotImplementedError

    def _reply_keep(self, asked: dict[str, Any]) -> dict[str, Any]:
        cards, typed = _split(asked.get("cards"))
        if typed.text is None:
            self.take(cards)
            self.unread_now = _unread(typed)
            return {"type": "kept", "sentence": self.save()}
        complaints = self.read(typed.text)
        self.unread_now = tuple(complaint.unread for complaint in complaints)
        sentence = f"{self.save()}{typed_lines.told(complaints)}"
        return {"type": "kept", "sentence": sentence, "cards": [*self.cards(), self._card(typed.text, complaints)]}

    def _reply_print(self, asked: dict[str, Any]) -> dict[str, Any]:
        cards, typed = _split(asked.get("cards"))
        text, complaints = self.printed(cards, _unread(typed))
        return {"type": "printed", "text": text, "complaints": _told(complaints)}

    def _card(self, text: str | None, complaints: Sequence[Complaint] = ()) -> dict[str, Any]:
        unread = [list(one) for one in self.unread_now]
        return {"id": CARD, "text": text, "unread": unread, "complaints": _told(complaints)}


def _told(complaints: Sequence[Complaint]) -> list[list[Any]]:
    return [[complaint.line, complaint.unread.words[:QUOTED], complaint.sentence] for complaint in complaints]


def _unread(typed: _Card) -> tuple[Unread, ...]:
    return tuple(Unread(clean(under), clean(words)) for under, words in typed.unread if words)


def _split(cards: Any) -> tuple[Any, _Card]:
    """Return the other cards, as they came, and the one that carries the text; a blank one if there is none."""
    if not isinstance(cards, list):
        return cards, _Card(CARD)
    typed = [card for card in cards if isinstance(card, dict) and card.get("id") == CARD]
    try:
        read = msgspec.convert(typed[-1] if typed else {"id": CARD}, _Card)
    except (msgspec.ValidationError, RecursionError) as error:
        raise Problem(
            "The text on the page could not be read: shorten it, or reload the page and go on there."
        ) from error
    return [card for card in cards if card not in typed], read
