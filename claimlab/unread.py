"""Lines that a learner typed and that could not be read: kept on the sheet, in their place, until they are mended.

They lie among the damaged cards of the answer sheet, so every report counts them and a teacher sees them.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from claimlab.answers import Sheet

_WORDS, _UNDER = "typed", "under"


class Unread(NamedTuple):
    """A line as it was typed, and the id of the claim or indicator it stood under, "" if it stood under none."""

    under: str
    words: str


def listed(sheet: Sheet) -> tuple[Unread, ...]:
    """Return the lines on *sheet* that could not be read, in their order."""
    return tuple(Unread(str(card.get(_UNDER, "")), said) for card in sheet.damaged if (said := words(card)))


def kept(sheet: Sheet, lines: Iterable[Unread]) -> tuple[Any, ...]:
    """Return the damaged cards of *sheet* with *lines* instead of the unread lines that were there."""
    others = (card for card in sheet.damaged if not words(card))
    return (*others, *({_WORDS: line.words, _UNDER: line.under} for line in lines))


def words(card: Any) -> str:
    """Return the line that a damaged *card* holds, or "" if it is a card of another kind."""
    said = card.get(_WORDS) if isinstance(card, dict) else None
    return said if isinstance(said, str) else ""
