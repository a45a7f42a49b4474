"""Telling which source a learner means, by its number, its title, a part of its title or its address."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from claimlab.answers import OwnSource
from claimlab.case import Source
from claimlab.problems import Problem
from claimlab.widgets.typed_lines import key

FEWEST_LETTERS = 4  # of a title, to be understood as a part of it
_NUMBER = re.compile(
    r"(?:(?:source|card|no|number|my)\b[\s.:]*)*(?P<prefix>own(?:\s+source)?|[a-z]{0,6})[\s-]*0*(?P<number>\d{1,4})\b[.:]?\s*(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_ID = re.compile(r"(?P<prefix>[A-Za-z]+)-?0*(?P<number>\d+)")


class Shelf:
    """The sources that can be named: those of the *pack*, the learner's *own*, and ids that the sheet has already."""

    def __init__(self, pack: Sequence[Source], own: Sequence[OwnSource] = (), known: Iterable[str] = ()) -> None:
        every: list[Source | OwnSource] = [*pack, *own]
        self._ids = dict.fromkeys([*(source.id for source in every), *known])
        self._titles: dict[str, list[str]] = {}
        self._addresses = {source.url.strip().lower(): source.id for source in every}
        self._numbers: dict[tuple[str, int], str] = {}
        for source in every:
            self._titles.setdefault(key(source.title), []).append(source.id)
        for name in self._ids:
            found = _ID.fullmatch(name)
            if found:
                self._numbers.setdefault((found["prefix"].lower(), int(found["number"])), name)

    def find(self, parts: Sequence[str]) -> tuple[str, list[str]]:
        """Return the id of the source that *parts* begin with, and the rest. Raises Problem if there is none."""
        if not parts:
            raise Problem("Say which source it is: its number, such as S05, or its title.")
        whole = parts[0].strip(" .()")
        if whole in self._ids:
            return whole, list(parts[1:])
        if whole.lower() in self._addresses:
            return self._addresses[whole.lower()], list(parts[1:])
        return self._numbered(parts) or self._titled(parts)

    def _numbered(self, parts: Sequence[str]) -> tuple[str, list[str]] | None:
        found = _NUMBER.fullmatch(parts[0].strip())
        if found is None:
            return None
        prefix, number = found["prefix"].lower(), int(found["number"])
        prefix = "own" if prefix.startswith("own") else prefix
        rest = [one for one in (found["rest"].strip(), *parts[1:]) if one]
        if (prefix, number) in self._numbers:
            return self._numbers[prefix, number], rest
        if prefix:
            return None if found["rest"] else self._unknown(parts[0])
        same = [name for (_, one), name in self._numbers.items() if one == number and not name.startswith("own-")]
        if len(same) > 1:
            raise Problem(f"There is more than one source {number}: write {' or '.join(same)}.")
        return (same[0], rest) if same else self._unknown(parts[0])

    def _unknown(self, said: str) -> tuple[str, list[str]]:
        raise Problem(f"There is no source “{said[:60]}”: look its number up in the list of sources.")

    def _titled(self, parts: Sequence[str]) -> tuple[str, list[str]]:
        for count in range(len(parts), 0, -1):
            same = self._titles.get(key(" ".join(parts[:count])))
            if same:
                return _single(same, parts[0]), list(parts[count:])
        said = key(parts[0])
        if len(said) >= FEWEST_LETTERS:
            near = [name for title, names in self._titles.items() if said in title for name in names]
            if near:
                return _single(near, parts[0]), list(parts[1:])
        return self._unknown(parts[0])


def _single(names: Sequence[str], said: str) -> str:
    if len(names) > 1:
        raise Problem(
            f"“{said[:60]}” fits {len(names)} sources: write the number of the one you mean, such as {names[0]}."
        )
    return names[0]
