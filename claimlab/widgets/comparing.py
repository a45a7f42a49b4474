"""Texts beside one another, with the words they share: guess first, then look.

Shown on request only, because seeing who copied whom is the exercise.
"""

from __future__ import annotations

from calendar import month_name
from collections.abc import Sequence
from datetime import date
from html import escape
from itertools import combinations
from string import ascii_uppercase

from claimlab.case import Source
from claimlab.overlap import LEAST, Run, longest, shared
from claimlab.problems import Problem
from claimlab.showing import Shown
from claimlab.widgets.asking import Answer, Asking

MOST = 8
_FRAME = "border:1px solid rgba(128,128,128,.45);border-radius:12px;padding:10px 16px;margin:8px 0;line-height:1.6"
_QUOTE = "font:17px/1.65 Georgia,'DejaVu Serif',serif;margin:2px 0 0"
_SAME = "font-weight:700;text-decoration:underline;text-decoration-thickness:3px;text-underline-offset:4px"
_TAG = "font:600 12px/1 system-ui,sans-serif;vertical-align:super;margin-left:2px;white-space:nowrap"


def chosen(pack: Sequence[Source], names: Sequence[str]) -> list[Source]:
    """Return the sources of *pack* called *names*, in that order. Raises Problem unless there are two to eight."""
    known = {source.id: source for source in pack}
    missing = [name for name in names if name not in known]
    if missing or not 2 <= len(names) <= MOST:
        raise Problem(f"Compare two to {MOST} sources of this case: choose from {', '.join(known)}.")
    return [known[name] for name in names]


def page(sources: Sequence[Source], marked: bool) -> Shown:
    """Return the words of *sources*, lettered from A, and if *marked* what they share with one another."""
    texts = [source.short_quote for source in sources]
    runs = shared(texts) if marked else [[] for _ in texts]
    blocks = [_block(ascii_uppercase[n], source, runs[n]) for n, source in enumerate(sources)]
    found = tuple(_pairs(texts)) if marked else ()
    rows = "".join(f"<li>{escape(sentence)}</li>" for sentence in found)
    listed = f'<ul style="margin:8px 0 0">{rows}</ul>' if rows else ""
    plain = [f"{ascii_uppercase[n]} {source.publisher}: {source.short_quote}" for n, source in enumerate(sources)]
    return Shown("".join(blocks) + listed, "\n".join([*plain, *found]))


def box(sources: Sequence[Source]) -> Asking:
    """Return the words of *sources* with a button that shows what they share."""

    def show() -> Answer:
        return Answer(page(sources, marked=True).html, "Shared words shown", more=False)

    return Asking("Compare", Answer(page(sources, marked=False).html, "Show the words they share"), show)


def _block(letter: str, source: Source, runs: Sequence[Run]) -> str:
    author = "" if source.author in ("", "none") or source.author == source.publisher else f"{source.author}, "
    head = f"<strong>{letter}</strong> · {escape(author + source.publisher)} · {escape(_day(source.date))}"
    return f'<div style="{_FRAME}"><div>{head}</div><p style="{_QUOTE}">“{_marked(source.short_quote, runs)}”</p></div>'


def _day(written: str) -> str:
    """The date as people say it, or as the card has it where it is no full date."""
    try:
        day = date.fromisoformat(written)
    except ValueError:
        return written or "no date"
    return f"{day.day} {month_name[day.month]} {day.year}"


def _marked(words: str, runs: Sequence[Run]) -> str:
    parts, at = [], 0
    for run in runs:
        letters = "".join(ascii_uppercase[other] for other in run.others)
        parts.append(escape(words[at : run.start]))
        parts.append(f'<span style="{_SAME}">{escape(words[run.start : run.end])}</span>')
        parts.append(f'<span style="{_TAG}">also in {" and ".join(letters)}</span>')
        at = run.end
    return "".join([*parts, escape(words[at:])])


def _pairs(texts: Sequence[str]) -> list[str]:
    """One sentence for each two texts that share a run, the longest first, or one that says that none do."""
    lengths = [(longest((texts[a], texts[b])), a, b) for a, b in combinations(range(len(texts)), 2)]
    found = sorted((pair for pair in lengths if pair[0] >= LEAST), key=lambda pair: (-pair[0], *pair[1:]))
    return [
        f"{ascii_uppercase[a]} and {ascii_uppercase[b]} have {count} words in a row in common." for count, a, b in found
    ] or [f"No two of them have {LEAST} words in a row in common."]
