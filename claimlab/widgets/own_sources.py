"""The form on which a learner adds a source of their own.

The address is looked at, never visited: what counts is that a reader could find
the page again. Whether the page is any good is for the learner and the teacher.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Mapping
from urllib.parse import urlsplit

from claimlab.answers import OwnSource
from claimlab.case import Source

FIELDS = ("url", "title", "publisher", "date")
LONGEST = {"url": 2_000, "title": 300, "publisher": 200, "date": 10}
EARLIEST_YEAR = 1400
_HOST = re.compile(r"(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.)+[^\W\d_][\w-]*[^\W_]", re.UNICODE)
_DATE = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?", re.ASCII)


def tidy(fields: Mapping[str, object]) -> dict[str, str]:
    """Return the four fields as plain text without surplus blanks."""
    return {field: " ".join(str(fields.get(field) or "").split()) for field in FIELDS}


def problems(
    fields: Mapping[str, str], pack: Iterable[Source] = (), own: Iterable[OwnSource] = (), *, but: str = ""
) -> dict[str, str]:
    """Return what is wrong with *fields*, a sentence for each field that cannot stay as it is.

    A page that is in the *pack* or among the *own* sources already is named; *but* is the id of
    the own source that is being changed.
    """
    found = {
        "url": _about_address(fields["url"]) or _about_twins(fields["url"], pack, own, but),
        "title": "" if fields["title"] else "Give the title that stands on the page.",
        "date": _about_date(fields["date"]),
    }
    for field in FIELDS:
        if len(fields[field]) > LONGEST[field] and field != "date":
            found[field] = f"This is longer than {LONGEST[field]:,} letters: shorten it."
    return {field: sentence for field, sentence in found.items() if sentence}


def _about_address(url: str) -> str:
    if not url:
        return "Copy the address of the page from the browser."
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
        _ = parts.port
    except ValueError:
        return "This is not an address: copy it from the browser, from https:// to the end."
    if parts.scheme not in ("http", "https"):
        return "The address must begin with https:// or http://."
    if " " in url or "@" in parts.netloc or not _HOST.fullmatch(host):
        return "This is not an address: copy it from the browser, from https:// to the end."
    return ""


def _about_twins(url: str, pack: Iterable[Source], own: Iterable[OwnSource], but: str) -> str:
    same = _core(url)
    for source in pack:
        if _core(source.url) == same:
            return f"This page is in the pack already: search for “{source.title}”."
    for mine in own:
        if mine.id != but and _core(mine.url) == same:
            return f"You have added this page already: “{mine.title}”."
    return ""


def _core(url: str) -> str:
    return re.sub(r"^https?://(www\.)?|#.*$|/+$", "", url.strip().lower())


def _about_date(date: str) -> str:
    match = _DATE.fullmatch(date)
    if not date:
        return ""
    how = "Write the date like 1985-03-18 or 1985, or leave it empty if the page has none."
    if not match:
        return how
    year, month, day = (int(part or 1) for part in match.groups())
    try:
        datetime.date(year, month, day)
    except ValueError:
        return f"There is no such day. {how}"
    return "" if year >= EARLIEST_YEAR else how
