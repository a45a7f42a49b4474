"""Full-text search over the source pack of a case.

Learners type what they would type into any search box. Whatever that is, it is
understood as far as it goes and never answered with an error: operators are
built here, from words that were cut out of the question, and the question
itself is never handed to the search engine.
"""

from __future__ import annotations

import re
import sqlite3
import unicodedata
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from claimlab.case import Source
from claimlab.problems import Problem

MOST_TERMS = 32
LONGEST_TERM = 64
LONGEST_QUESTION = 10_000
SNIPPET_WORDS = 26
# How much a word counts, by where it stands: a title says what a source is about, a summary mentions much.
WEIGHTS = {"title": 8.0, "author": 2.0, "publisher": 4.0, "date": 1.0, "summary": 2.0, "quote": 3.0}
_SUMMARY = list(WEIGHTS).index("summary")
_OPEN, _CLOSE = "\ue000", "\ue001"
_COMMON = frozenset(
    "a an and are as at be been but by can could did do does for from had has have he her him his how i if in into is"
    " it its me my of on or our she should so than that the their them there they this to us was we were what when"
    " where which who whom whose why will with would you your".split()
)
_CHUNK = re.compile(r'(?P<minus>-?)(?:"(?P<phrase>[^"]*)"(?P<star>\*?)|(?P<word>[^\s"]+))')
_QUOTES = str.maketrans(dict.fromkeys("“”„‟«»″＂", '"'))
_WORD = re.compile(r"\w")


class Piece(NamedTuple):
    """A stretch of a snippet; ``hit`` says that it matches the question."""

    text: str
    hit: bool


class Found(NamedTuple):
    """A source that matches, and the passage of it that matches best."""

    source: Source
    snippet: tuple[Piece, ...]


class Findings(NamedTuple):
    """What a search came back with: the best sources first, and how many there are in all.

    ``loose`` says that no source has all the words, so those with some of them are given.
    """

    total: int
    found: tuple[Found, ...]
    loose: bool = False


class Question(NamedTuple):
    """A question understood: groups that must all match, each with alternatives, and terms that must not."""

    groups: tuple[tuple[str, ...], ...]
    unwanted: tuple[str, ...]

    def strict(self) -> str:
        """Return the expression that asks for every group."""
        return self._without(" AND ".join(f"({' OR '.join(group)})" for group in self.groups))

    def loose(self) -> str:
        """Return the expression that asks for any of the groups."""
        return self._without(" OR ".join(term for group in self.groups for term in group))

    def _without(self, wanted: str) -> str:
        return f"({wanted}) NOT ({' OR '.join(self.unwanted)})" if self.unwanted else wanted


class Finder:
    """Searches *sources* by words; ready when made, at about 0.1 ms a source, and kept in memory."""

    def __init__(self, sources: Iterable[Source]) -> None:
        self._sources = list(sources)
        self._index = sqlite3.connect(":memory:", check_same_thread=False)
        try:
            self._index.execute(
                f"CREATE VIRTUAL TABLE cards USING fts5({', '.join(WEIGHTS)}, "
                "tokenize='porter unicode61 remove_diacritics 2')"
            )
        except sqlite3.OperationalError as error:
            raise Problem(
                "This Python cannot search texts (its SQLite lacks FTS5): use the Python of the environment file."
            ) from error
        weights = ", ".join(str(weight) for weight in WEIGHTS.values())
        self._index.execute("INSERT INTO cards(cards, rank) VALUES ('rank', ?)", (f"bm25({weights})",))
        marks = ", ".join("?" * (len(WEIGHTS) + 1))
        self._index.executemany(f"INSERT INTO cards(rowid, {', '.join(WEIGHTS)}) VALUES ({marks})", self._rows())

    def find(self, words: str, most: int = 40) -> Findings:
        """Return what matches *words*, at most *most* sources, best first; nothing for a question without words.

        Understood are words, "phrases", prefix*, -unwanted and OR. When no source has all the
        words, sources with some of them are given.
        """
        question = understand(words)
        if not question.groups:
            return Findings(0, ())
        strict, loose = question.strict(), question.loose()
        total = self._count(strict)
        if total:
            return Findings(total, self._best(strict, most))
        total = self._count(loose)
        return Findings(total, self._best(loose, most), loose=total > 0)

    def _rows(self) -> Iterator[tuple[int | str, ...]]:
        for number, source in enumerate(self._sources):
            texts = (source.title, source.author, source.publisher, source.date, source.summary, source.short_quote)
            yield (number, *(_plain(text) for text in texts))

    def _count(self, expression: str) -> int:
        (total,) = self._index.execute("SELECT count(*) FROM cards WHERE cards MATCH ?", (expression,)).fetchone()
        return int(total)

    def _best(self, expression: str, most: int) -> tuple[Found, ...]:
        best = "SELECT rowid FROM cards WHERE cards MATCH ? ORDER BY rank, rowid LIMIT ?"
        numbers = [number for (number,) in self._index.execute(best, (expression, most))]
        return tuple(Found(self._sources[number], self._snippet(expression, number)) for number in numbers)

    def _snippet(self, expression: str, number: int) -> tuple[Piece, ...]:
        """The passage that matches best; where that is the title, which is shown anyway, the summary."""
        best = self._cut(expression, number, -1)
        title = _plain(self._sources[number].title)
        return (
            best if "".join(piece.text for piece in best) != title else self._cut(expression, number, _SUMMARY) or best
        )

    def _cut(self, expression: str, number: int, column: int) -> tuple[Piece, ...]:
        cut = "SELECT snippet(cards, ?, ?, ?, '…', ?) FROM cards WHERE cards MATCH ? AND rowid = ?"
        asked = (column, _OPEN, _CLOSE, SNIPPET_WORDS, expression, number)
        return tuple(_pieces(self._index.execute(cut, asked).fetchone()[0]))


def understand(words: str) -> Question:
    """Return what is asked for in *words*, any text at all; terms are quoted, so that none is an operator."""
    groups: list[tuple[str, ...]] = []
    unwanted: list[str] = []
    common: list[tuple[str, ...]] = []
    either = False
    for match in _CHUNK.finditer(_plain(words[:LONGEST_QUESTION]).translate(_QUOTES)):
        word = match["word"]
        if word in ("AND", "OR"):
            either = word == "OR" and bool(groups)
            continue
        term = _term(match)
        if not term or len(groups) + len(unwanted) >= MOST_TERMS:
            continue
        if match["minus"]:
            unwanted.append(term)
        elif word and word.lower() in _COMMON:
            common.append((term,))
        elif either:
            groups[-1] = (*groups[-1], term)
        else:
            groups.append((term,))
        either = False
    return Question(tuple(groups or common[:MOST_TERMS]), tuple(unwanted))


def _term(match: re.Match[str]) -> str:
    """Return a quoted term of the search language, with a star if it is the beginning of a word; or nothing."""
    said = match["phrase"] if match["word"] is None else match["word"]
    star = "*" if match["star"] or (match["word"] or "").endswith("*") else ""
    said = said.strip()[:LONGEST_TERM] if match["word"] else said.strip()[: LONGEST_TERM * 4]
    return f'"{said}"{star}' if _WORD.search(said) else ""


def _plain(text: str) -> str:
    """Return *text* in composed form without characters that a database or a snippet trips over."""
    kept = (" " if unicodedata.category(char) in ("Cc", "Cs", "Co", "Cn") else char for char in text)
    return unicodedata.normalize("NFC", "".join(kept))


def _pieces(marked: str) -> Iterator[Piece]:
    for i, part in enumerate(re.split(f"[{_OPEN}{_CLOSE}]", marked)):
        if part:
            yield Piece(part, bool(i % 2))
