"""A learner's own source on a line of text: ``own source 1: https://…, date: 2011, publisher: Film Club, “Title”``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from claimlab.answers import OwnSource
from claimlab.case import Source
from claimlab.problems import Problem
from claimlab.widgets import own_sources
from claimlab.widgets.typed_lines import cut_quote, fields, key, labelled, quoted, squeezed

MOST = 999
_HEAD = re.compile(r"own\s+source\s*(?P<number>\d{1,3})?\s*[:=–—-]\s*(?P<rest>.*)", re.IGNORECASE | re.DOTALL)
_ADDRESS = re.compile(r"\S+")
_DATE = re.compile(r"\d{4}(?:-\d{2}){0,2}")


def own_line(source: OwnSource) -> str:
    """Return *source* as a line of text."""
    parts = [
        squeezed(source.url),
        f"date: {squeezed(source.date)}" if source.date else "",
        f"publisher: {squeezed(source.publisher)}" if source.publisher else "",
        quoted(source.title),
    ]
    number = source.id.removeprefix("own-")
    return f"own source {number}: {', '.join(part for part in parts if part)}"


def is_own(text: str) -> bool:
    """Return whether *text* is meant to be an own source."""
    return _HEAD.fullmatch(text) is not None


def read_own(text: str, pack: Sequence[Source], others: Sequence[OwnSource]) -> OwnSource:
    """Return the own source on a line. Raises Problem if it is no page that a reader could find again.

    *others* are the own sources read so far; without a number of its own it gets the next one.
    """
    head = _HEAD.fullmatch(text)
    if head is None:
        raise Problem("Write “own source:”, then the address and the title.")
    found = own_sources.tidy(_fields(head["rest"]))
    name = f"own-{int(head['number'])}" if head["number"] and int(head["number"]) else _free(others)
    if any(one.id == name for one in others):
        raise Problem(f"There is an own source {name.removeprefix('own-')} already: give this one another number.")
    wrong = own_sources.problems(found, pack, others)
    if wrong:
        raise Problem(next(iter(wrong.values())))
    return OwnSource(name, **found)


def _free(others: Iterable[OwnSource]) -> str:
    taken = {one.id for one in others}
    return next(name for name in (f"own-{n}" for n in range(1, MOST + 2)) if name not in taken)


def _fields(rest: str) -> dict[str, str]:
    address = _ADDRESS.match(rest.strip())
    url = address[0].rstrip(",;|") if address else ""
    before, title, after = cut_quote(rest.strip()[len(url) :])
    made = {"url": url, "title": title or "", "publisher": "", "date": ""}
    last = ""
    for part in [*fields(before), *fields(after)]:
        label, said = labelled(part)
        if label in ("publisher", "title", "date"):
            made[label] = said
            last = label
        elif _DATE.fullmatch(part):
            made["date"] = part
        elif last == "publisher":
            made["publisher"] += f", {part}"
        elif not made["title"]:
            made["title"] = part
        elif not made["publisher"]:
            made["publisher"] = "" if key(part) == "no publisher" else part
            last = "publisher"
        elif key(part) != "no date":
            raise Problem(f"“{part[:60]}” has no place here: write address, title, publisher and date.")
    return made
