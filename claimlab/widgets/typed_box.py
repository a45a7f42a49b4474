"""The plain-text route without the widget: one text area, and above it what there is to read.

For learners who cannot or do not want to use the bench. The same text is read in the same way, and whatever is
changed in one of them is shown in the other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from html import escape
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from claimlab.case import Article, Source
from claimlab.problems import Problem
from claimlab.showing import Shown
from claimlab.unread import Unread
from claimlab.widgets import typed_words
from claimlab.widgets.typed_lines import Complaint, told
from claimlab.widgets.writing import WritingBox

if TYPE_CHECKING:
    from claimlab.lab import Lab

_FRAME = "border:1px solid rgba(128,128,128,.45);border-radius:10px;padding:4px 16px;margin:6px 2px;line-height:1.6"
_PART = "padding:6px 0;border-bottom:1px solid rgba(128,128,128,.25)"
_HEAD = "cursor:pointer;font-weight:600;min-height:28px"
_ITEM = "margin:10px 0;overflow-wrap:anywhere"


class _Read(Protocol):
    @property
    def complaints(self) -> tuple[Complaint, ...]: ...


R = TypeVar("R", bound=_Read)


class TypedBox(WritingBox):
    """A text area with the learner's work; what is to be said about it, such as lines that cannot be read, is below.

    *text* prints the work as it is now, *look* returns sentences about a text, *keep* keeps it and returns a sentence.
    """

    def __init__(
        self,
        label: str,
        text: Callable[[], str],
        look: Callable[[str], Sequence[str]],
        keep: Callable[[str], str],
        **traits: Any,
    ) -> None:
        self._text = text
        super().__init__(label, text(), keep, remarks=look, counted=False, **traits)

    def renew(self) -> None:
        """Show the work as it is now, after it was changed elsewhere."""
        self.replace(self._text())
        self.remarks = list(self._look(self.value))


def opened(
    lab: Lab,
    guide: dict[str, Any],
    parts: Sequence[str],
    text: Callable[[], str],
    read: Callable[[str], R],
    save: Callable[[R], str],
    say: Callable[[R], Sequence[str]] = lambda _reading: (),
) -> TypedBox:
    """Return a text area with the work of *lab*, after showing the *guide* and *parts* (HTML) to read above it.

    *text* prints the work as it is now, *read* reads a text, *save* keeps what was read and returns a sentence, *say*
    returns what else there is to say about it.
    """
    from IPython.display import display

    def keep(typed: str) -> str:
        reading = read(typed)
        return f"{save(reading)}{told(reading.complaints)}"

    def look(typed: str) -> list[str]:
        try:
            reading = read(typed)
        except Problem:  # said where it was kept
            return []
        return [*(f"Line {one.line}: {one.sentence}" for one in reading.complaints), *say(reading)]

    display(matter(guide, *parts))  # type: ignore[no-untyped-call,unused-ignore]
    box = TypedBox(guide["label"], text, look, keep, rows=16, help=typed_words.in_short(guide))
    lab.views["typed"] = box.renew
    return box


def unread(reading: _Read) -> tuple[Unread, ...]:
    """Return the lines of a *reading* that could not be read."""
    return tuple(complaint.unread for complaint in reading.complaints)


def matter(guide: dict[str, Any], *parts: str) -> Shown:
    """Return what there is to read above the box: the *guide* to the form, then *parts* (HTML), each folded."""
    how = "".join(_pair(term, said) for term, said in guide["how"])
    example = f'<pre style="white-space:pre-wrap;font:inherit;margin:6px 0;opacity:.9">{escape(guide["example"])}</pre>'
    first = folded("An example, about something else", example).replace("<details", "<details open", 1)
    page = "".join([first, folded("How to write it", how), *parts])
    return Shown(f'<div class="claimlab-matter" style="{_FRAME}">{page}</div>', f"{guide['lead']}\n{guide['example']}")


def folded(title: str, page: str) -> str:
    """Return *page* (HTML) folded behind its *title*."""
    return f'<details style="{_PART}"><summary style="{_HEAD}">{escape(title)}</summary>{page}</details>'


def listed(title: str, pairs: Iterable[tuple[str, str]]) -> str:
    """Return names with what they mean, folded."""
    return folded(title, "".join(_pair(term, said) for term, said in pairs))


def _pair(term: str, said: str) -> str:
    return f'<p style="margin:6px 0;overflow-wrap:anywhere"><strong>{escape(term)}</strong> {escape(said)}</p>'


def shelf(title: str, pack: Sequence[Source]) -> str:
    """Return every source of *pack* with the number it is called by, folded."""
    return folded(title, "".join(_source(source) for source in pack))


def _source(source: Source) -> str:
    where = " · ".join([*filter(None, [source.author]), source.publisher or "no publisher", source.date or "no date"])
    quote = f"<br>“{escape(source.short_quote)}”" if source.short_quote else ""
    return (
        f'<p style="{_ITEM}"><strong>{escape(source.id)} {escape(source.title)}</strong><br>'
        f'<span style="font-size:.9em;opacity:.85">{escape(where)}</span>{quote}<br>{escape(source.summary)}</p>'
    )


def article(title: str, one: Article) -> str:
    """Return the text of an article, folded."""
    headline, *paragraphs = one.text.split("\n\n")
    page = "".join(f'<p style="{_ITEM}">{escape(words.strip())}</p>' for words in paragraphs if words.strip())
    return folded(title, f'<p style="{_ITEM}"><strong>{escape(headline)}</strong></p>{page}')
