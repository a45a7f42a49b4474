"""Small things for reading what people type: forgiving about case, blanks, dashes, quotation marks and separators.

A line that cannot be read raises Problem with one sentence for its writer. Whoever reads a whole text keeps that
line as it is: nothing that was typed is ever dropped.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from claimlab import numbers
from claimlab.problems import Problem
from claimlab.unread import Unread
from claimlab.widgets.boundary import clean

LONGEST = 200_000  # letters of a text
LETTERS = 4_000  # letters of one answer
UNSURE = "? "  # stands in front of a kept line that could not be read, when the text is printed anew
_WORD = re.compile(r"[^\W_]+")
_BULLET = re.compile(r"(?:[-*•·–]\s+)+")
_DASH = re.compile(r"\s+[–—-]\s+")
_DOUBLE = re.compile(r'(?:^|(?<=[\s,;:|(–—-]))["“„«»](?P<words>.*)["”“»«](?P<after>[^"“”„«»]*)$', re.DOTALL)
_SINGLE = re.compile(
    r"(?:^|(?<=[,;:|–—-]\s))['‘‚](?P<words>[^'‘’]+(?:['’]\w[^'‘’]*)*)['’](?P<after>[^'‘’]*)$", re.DOTALL
)
_LABEL = re.compile(r"(?P<label>[^\W\d_]+(?: [^\W\d_]+){0,3})(?:\s*[:=]\s*|\s+[–—-]\s+)(?P<rest>.*)", re.DOTALL)


class Complaint(NamedTuple):
    """A line that could not be read: its number (from 1), where it stands and its words, and what to do about it."""

    line: int
    unread: Unread
    sentence: str


class Line(NamedTuple):
    """A typed line: its number (from 1), the ``words`` to be read, and how it ``stands`` without blanks around it.

    ``raw`` is what is kept if it cannot be read; ``kept`` says that it came marked as such a line.
    """

    number: int
    words: str
    stands: str
    raw: str
    kept: bool = False
    indented: bool = False


def lines(text: str) -> list[Line]:
    """Return the lines of *text* that have words. Raises Problem if the text is far too long."""
    if len(text) > LONGEST:
        raise Problem(f"This text is longer than {LONGEST:,} letters: shorten it, then it is saved.")
    typed = clean(text).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return [_line(number, raw) for number, raw in enumerate(typed, 1) if raw.strip()]


def _line(number: int, typed: str) -> Line:
    stands = raw = typed.strip()
    while raw.startswith(UNSURE):
        raw = raw.removeprefix(UNSURE).strip()
    bullet = _BULLET.match(raw)
    indented = typed[:1].isspace()
    return Line(number, raw[bullet.end() :] if bullet else raw, stands, raw, raw != stands and not indented, indented)


def marked(unread: Iterable[Unread], under: str) -> list[str]:
    """Return the lines that could not be read and stood *under* a claim or indicator, as they are printed."""
    return [f"{UNSURE}{one.words}" for one in unread if one.under == under]


def told(complaints: Sequence[Complaint]) -> str:
    """Return how many lines could not be read, as the end of a sentence about saving, or ""."""
    count = len(complaints)
    return f" {count} line{'' if count == 1 else 's'} cannot be read yet." if count else ""


def squeezed(words: str) -> str:
    """Return *words* on one line."""
    return " ".join(words.split())


def quoted(words: str) -> str:
    """Return *words* on one line in quotation marks."""
    return f"“{squeezed(words)}”"


def key(words: str) -> str:
    """Return *words* without case, marks and surplus blanks: what two spellings of one thing have in common."""
    return " ".join(_WORD.findall(unicodedata.normalize("NFKC", words).casefold()))


def cut_quote(text: str) -> tuple[str, str | None, str]:
    """Return what stands before the words in quotation marks, the words (None if there are none), and what follows.

    From the first opening mark to the last mark of all, so that the words may hold quotation marks themselves.
    """
    found = _DOUBLE.search(text) or (None if '"' in text or "“" in text else _SINGLE.search(text))
    if found is None:
        return text, None, ""
    return text[: found.start()], found["words"].strip(), found["after"]


def unquoted(text: str) -> str:
    """Return *text* without the quotation marks around the whole of it."""
    before, words, after = cut_quote(text.strip())
    return text.strip() if words is None or before.strip() or after.strip(" .,;:") else words


def fields(text: str) -> list[str]:
    """Return the parts of *text* between commas, semicolons, bars and dashes with blanks around them."""
    parts = re.split(r"[,;|]", _DASH.sub(",", text))
    return [part for part in (part.strip(" \t:") for part in parts) if part.strip(" .")]


def labelled(text: str) -> tuple[str, str]:
    """Return the key of the label in front of a colon, and the rest; "" and the whole text if there is none."""
    found = _LABEL.fullmatch(text)
    return (key(found["label"]), found["rest"]) if found else ("", text)


def number(words: str) -> float | None:
    """Return the number that *words* write in digits or as people say it ("8", "7.5", "eighty-five"), or None."""
    if re.fullmatch(r"\d{1,6}(?:[.,]\d{1,6})?", words):
        return float(words.replace(",", "."))
    parts = key(words).split()
    if parts == ["hundred"] or parts == ["a", "hundred"] or parts == ["one", "hundred"]:
        return 100.0
    if len(parts) == 2 and numbers.is_tens(parts[0]) and numbers.unit(parts[1]):
        return float((numbers.value(parts[0]) or 0) + (numbers.unit(parts[1]) or 0))
    first = {"one": 1, "first": 1, "second": 2}
    found = first.get(parts[0], numbers.value(parts[0])) if len(parts) == 1 and parts[0].isalpha() else None
    return None if found is None else float(found)


def within(words: str) -> str:
    """Return *words*; raises Problem if they are too long to be kept as one answer."""
    if len(words) > LETTERS:
        raise Problem(f"This is longer than {LETTERS:,} letters: shorten it.")
    return words
