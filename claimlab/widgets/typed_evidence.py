"""A source or a search on a line of text: ``source: S05, supports, reliability B, earliest, “words that show it”``."""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence
from typing import NamedTuple

from claimlab.answers import Evidence, Search
from claimlab.problems import Problem
from claimlab.widgets.typed_lines import cut_quote, fields, key, labelled, quoted, squeezed, unquoted, within
from claimlab.widgets.typed_names import Shelf

_SAID = {
    "supports": ("supports", "support", "supported", "for", "speaks for it", "says so"),
    "partly supports": ("partly supports", "partly", "partially supports", "partially", "supports partly", "in part"),
    "refutes": ("refutes", "refute", "refuted", "against", "contradicts", "denies", "speaks against it", "says not so"),
    "irrelevant": ("irrelevant", "not relevant", "off topic", "does not speak about it"),
}  # fmt: skip
STANCES = {said: stance for stance, every in _SAID.items() for said in every}
EARLIEST = frozenset(
    ("earliest", "the earliest", "earliest appearance", "earliest page", "first", "first appearance", "first page",
     "origin", "the origin", "oldest", "earliest that i found", "this is the earliest")
)  # fmt: skip
PROSE = 3  # words; fewer that stand for nothing are a slip of the pen and not words of a source
_LETTER = re.compile(r"(?:(?:letter|reliability|reliable|grade|graded)\s*[:=]?\s*)?([A-F])", re.IGNORECASE)
_COPY = re.compile(
    r"(?:(?:the\s+)?same(?:\s+origin)?\s+as|copies|copy\s+of|copied\s+from|repeats|taken\s+from|got\s+it\s+from|from)"
    r"\s*:?\s+(?P<of>.+)",
    re.IGNORECASE | re.DOTALL,
)
_FOUND = re.compile(
    r"(?:found\s+)?(\d{1,9})(?:\s+(?:sources?|cards?|results?|hits?|pages?))?(?:\s+found)?", re.IGNORECASE
)
_NOTHING = frozenset(
    ("nothing", "nothing of use", "nothing found", "nothing of use found", "found nothing", "found nothing of use",
     "none", "none found", "no results", "no result", "no sources", "i found nothing", "i found nothing of use")
)  # fmt: skip
_AGAINST = frozenset(
    ("for disagreement", "disagreement", "looking for disagreement", "i looked for disagreement", "against",
     "for the other side", "the other side", "other side", "counter evidence")
)  # fmt: skip
_TOWARDS = frozenset(("for", "for it", "for the claim"))


class Sourced(NamedTuple):
    """A source attached to a claim, and the source that it shares its origin with, "" for none."""

    evidence: Evidence
    twin: str


def source_line(evidence: Evidence, twin: str = "") -> str:
    """Return *evidence* as a line of text; *twin* is the source named as having the same origin."""
    parts = [
        named(evidence.source),
        evidence.stance,
        f"reliability {evidence.letter}" if evidence.letter else "",
        "earliest" if evidence.role else "",
        f"same origin as {named(twin)}" if twin else "",
        quoted(evidence.words) if evidence.words.strip() else "",
    ]
    return f"source: {', '.join(part for part in parts if part)}"


def named(source: str) -> str:
    """Return how a source is called in a text: its number, or “own 1” for the learner's first own source."""
    return source.replace("own-", "own ", 1) if source.startswith("own-") else source


def read_source(text: str, shelf: Shelf) -> Sourced:
    """Return the source on a line, what stands after ``source:``. Raises Problem if a part of it cannot be read."""
    before, words, after = cut_quote(text)
    source, rest = shelf.find(fields(before))
    made = {"stance": "", "letter": "", "role": "", "words": within(words or "")}
    twin, prose = "", list[str]()
    for part in [*rest, *fields(after)]:
        copy = _COPY.fullmatch(part)
        if copy:
            twin, _ = shelf.find(fields(copy["of"]))
        elif known := _known(part):
            made.update([known])
        else:
            prose.append(part)
    if prose:
        made["words"] = _prose(prose, made["words"])
    return Sourced(Evidence(source, made["stance"], made["words"], made["role"], "", made["letter"]), twin)


def _known(part: str) -> tuple[str, str] | None:
    """Return what *part* says of a source, and which field of it that is."""
    label, rest = labelled(part)
    said = key(rest if label in ("stance", "role") else part)
    letter = _LETTER.fullmatch(part.strip(" ."))
    if said in STANCES:
        return "stance", STANCES[said]
    if letter:
        return "letter", letter[1].upper()
    if said in EARLIEST:
        return "role", "origin"
    return ("words", unquoted(rest)) if label in ("words", "quote", "it says") else None


def _prose(parts: Sequence[str], words: str) -> str:
    """Return *parts* as words of the source, if they can be nothing else."""
    said = ", ".join(parts)
    near = difflib.get_close_matches(key(said), STANCES, 1, 0.75)
    if near:
        raise Problem(f"“{said[:60]}” is nearly a word for what a source says: did you mean “{STANCES[near[0]]}”?")
    if words:
        raise Problem(f"“{said[:60]}” has no place here: put all words of the source into one pair of quotation marks.")
    if len(key(said).split()) < PROSE:
        raise Problem(
            f"“{said[:60]}” is none of supports, partly supports, refutes, irrelevant: put words in quotation marks."
        )
    return within(said)


def search_line(search: Search) -> str:
    """Return *search* as a line of text."""
    found = f"{search.found} found" if search.found else "nothing of use"
    return f"search: {quoted(search.query)}, {found}{', for disagreement' if search.against else ''}"


def read_search(text: str) -> Search:
    """Return the search on a line, what stands after ``search:``; without a number, nothing of use was found."""
    before, words, after = cut_quote(text)
    parts = fields(after) if words is not None and not before.strip() else fields(text)
    found, against, query = 0, False, [words] if words is not None and not before.strip() else list[str]()
    for part in parts:
        said = key(part)
        count = _FOUND.fullmatch(part.strip(" ."))
        if count and query:
            found = int(count[1])
        elif said in _AGAINST and query:
            against = True
        elif not (said in (*_NOTHING, *_TOWARDS) and query):
            query.append(part)
    asked = squeezed(", ".join(query))
    if not asked:
        raise Problem("Write the words that you searched for behind “search:”.")
    return Search(within(asked), found, against)
