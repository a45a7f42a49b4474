"""Words, sentences and offsets of a text.

Everything a learner marks is stored as offsets, so one module decides what a
word and a sentence are and how offsets translate between Python (code points)
and the browser (UTF-16 units).
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from bisect import bisect_left
from itertools import accumulate
from typing import NamedTuple

_WORD = re.compile(r"[^\W_]+(?:[’'\-.,:/][^\W_]+)*")
_SENTENCE_END = re.compile(r"[.!?…]+[”’\"')\]]*(?=\s|$)|\n{2,}|$")
_ABBREVIATIONS = {"mr", "mrs", "ms", "dr", "prof", "st", "vol", "no", "vs", "e.g", "i.e", "jr", "sr"}


class Span(NamedTuple):
    """A stretch of text: ``text[start:end]``, in code points unless said otherwise."""

    start: int
    end: int


def normalise(text: str) -> str:
    """Return *text* in composed form (NFC), with plain line ends and no trailing blanks."""
    text = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n")
    text = text.replace("\N{NO-BREAK SPACE}", " ").removeprefix("\N{ZERO WIDTH NO-BREAK SPACE}")
    return "\n".join(line.rstrip() for line in text.split("\n")).strip()


def sha256(text: str) -> str:
    """Return the hexadecimal SHA-256 of *text* in UTF-8."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def words(text: str) -> list[Span]:
    """Return the words of *text*; apostrophes, hyphens and decimal points stay inside a word."""
    return [Span(*match.span()) for match in _WORD.finditer(text)]


def sentences(text: str) -> list[Span]:
    """Return the sentences of *text*; a blank line ends a sentence, an abbreviation does not."""
    found: list[Span] = []
    start = 0
    for match in _SENTENCE_END.finditer(text):
        if _is_abbreviation(text[start : match.start()]) and match.group().startswith("."):
            continue
        stretch = text[start : match.end()]
        body = stretch.strip()
        if body:
            begin = start + stretch.index(body)
            found.append(Span(begin, begin + len(body)))
        start = match.end()
    return found


def _is_abbreviation(before: str) -> bool:
    tail = before.rsplit(None, 1)
    return bool(tail) and tail[-1].lstrip("“‘\"'(").lower() in _ABBREVIATIONS


class Utf16:
    """Translates offsets of one text between code points and UTF-16 units.

    Python counts code points; JavaScript counts UTF-16 units, so every character
    outside the basic plane (an emoji, say) moves all later offsets by one.
    """

    def __init__(self, text: str) -> None:
        self._units = [0, *accumulate(2 if ord(char) > 0xFFFF else 1 for char in text)]

    def units(self, point: int) -> int:
        """Return the UTF-16 offset of code point offset *point*, clamped to the text."""
        return self._units[min(max(point, 0), len(self._units) - 1)]

    def points(self, unit: int) -> int:
        """Return the code point offset of UTF-16 offset *unit*, clamped to the text.

        An offset inside a surrogate pair belongs to the character that follows it.
        """
        return min(bisect_left(self._units, unit), len(self._units) - 1)
