"""A case: one article with its source pack, as the student sees it.

The article is frozen text. Its SHA-256 travels with every answer sheet, so a
sheet made on another edition of the text is noticed and not silently misread.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

import yaml

from claimlab import places
from claimlab.problems import Problem
from claimlab.text import Span, Utf16, normalise, sentences, sha256, words


@dataclass(frozen=True)
class Article:
    """A text to take apart.

    ``text`` is the headline, a blank line, then the paragraphs separated by
    blank lines; every offset in the kit counts code points of this string.
    """

    id: str
    text: str
    byline: str = ""
    published: str = ""
    edition: str = ""
    language: str = "en"

    @property
    def headline(self) -> str:
        """The first line of the text."""
        return self.text.split("\n", 1)[0]

    @cached_property
    def sha256(self) -> str:
        """Fingerprint of the text, 64 hexadecimal digits."""
        return sha256(self.text)

    @cached_property
    def sentences(self) -> list[Span]:
        """Sentences of the text, headline first."""
        return sentences(self.text)

    @cached_property
    def words(self) -> list[Span]:
        """Words of the text, in order."""
        return words(self.text)

    @cached_property
    def utf16(self) -> Utf16:
        """Offsets translator for the browser."""
        return Utf16(self.text)


@dataclass(frozen=True)
class Source:
    """A card of the source pack; what would give an answer away is not here."""

    id: str
    title: str
    author: str
    publisher: str
    date: str
    url: str
    summary: str
    short_quote: str


@dataclass(frozen=True)
class Case:
    """An article and its source pack."""

    article: Article
    folder: Path = field(compare=False)

    @cached_property
    def content_note(self) -> str:
        """What a reader may want to know beforehand; one or two sentences, or nothing."""
        path = self.folder / "content-note.txt"
        return path.read_text(encoding="utf-8").strip() if path.exists() else ""

    @cached_property
    def sources(self) -> list[Source]:
        """The source pack in file order; empty for a practice text."""
        path = self.folder / "sources.csv"
        if not path.exists():
            return []
        with path.open(encoding="utf-8", newline="") as lines:
            return [Source(**row) for row in csv.DictReader(lines)]


def parse_article(raw: str, name: str) -> Article:
    """Return the article written in *raw*: YAML front matter between ``---`` lines, then paragraphs.

    Raises Problem when the front matter is missing or has no id and headline.
    """
    parts = raw.replace("\r\n", "\n").split("---\n", 2)
    if len(parts) != 3 or parts[0].strip():
        raise Problem(f"{name} has no front matter: begin it with a line of three hyphens.")
    front: dict[str, Any] = yaml.safe_load(parts[1]) or {}
    missing = [word for word in ("id", "headline") if not front.get(word)]
    if missing:
        raise Problem(f"{name} lacks {' and '.join(missing)} in its front matter: add it.")
    optional = {word: str(front.get(word, "")) for word in ("byline", "published", "edition")}
    text = normalise(f"{front['headline']}\n\n{parts[2]}")
    return Article(str(front["id"]), text, language=str(front.get("language", "en")), **optional)


@lru_cache(maxsize=16)
def load(case: str) -> Case:
    """Return the case called *case*, from the datasets that come with the kit or a folder of that path.

    Raises Problem when there is no such case.
    """
    folder = places.dataset(case)
    path = folder / "article.md"
    try:
        return Case(parse_article(path.read_text(encoding="utf-8"), path.name), folder)
    except OSError as error:
        raise Problem(f"There is no case called {case!r}: check the spelling, or the folder {folder}.") from error
