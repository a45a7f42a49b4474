"""What a source from the open web would be worth if the teacher accepted it, and if not.

The marker cannot open a page that a student found. So the sheet is marked twice: once as it stands, where such
a page brings nothing, and once as if the key listed it with just what the student says of it.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import cast

import msgspec

from claimlab.answers import Evidence, OwnSource, Sheet
from claimlab.case import Source
from claimlab.marking import sources
from claimlab.marking.judging import Question, Questions
from claimlab.marking.ledger import Entry, Weighed
from claimlab.marking.quoting import called, quoted, short
from claimlab.source_key import EARLIEST, Listed, SourceKey, SourceText, Stance

NAMED = 3
ADDRESS = 120
SAYS = {
    "supports": "and does that support the claim",
    "partly supports": "and does that support part of the claim",
    "refutes": "and does that refute the claim",
}


def questions(sheet: Sheet, key: SourceKey, part: str) -> Questions:
    """Return what is doubtful in *part* ("origins", "support", "care") of *sheet*, by claim id. Pure, like marking.

    Refused, a page brings what it brings now: nothing. Raises KeyError for another part.
    """
    waiting = {line.card for line in sources.mark(sheet, key)[part].lines if line.state == "needs a look"}
    entries = sources.entered(sheet, key)
    counted = next(one for one in sources.PARTS if one.name == part)

    def points(accepted: Collection[str]) -> float:
        decided = [_accepted(entry, sheet) if entry.claim.id in accepted else entry for entry in entries]
        return sources.points(counted, sources.best(decided, key.text.choose), key)

    refused = points(())
    asked = {
        entry.claim.id: Question(_asks(entry, part), points([entry.claim.id]), refused, len(entry.own) > 1)
        for entry in entries
        if entry.claim.id in waiting
    }
    return Questions(asked, points(asked), refused)


def _accepted(entry: Entry, sheet: Sheet) -> Entry:
    """The entry as if the key listed its pages; where the pack leaves a claim open, such a page may settle it."""
    own = {source.id: source for source in sheet.sources}
    pages = [Weighed(page, _listed(page, own[page.source], entry)) for page in entry.own if _speaks(page)]
    listed = {**entry.given.sources, **{page.evidence.source: page.listed for page in pages}}
    given = replace(entry.given, sources=listed)
    settled = replace(given, text=msgspec.structs.replace(given.text, need=1))
    ways = (given, settled) if given.open and pages else (given,)
    return max((replace(entry, given=way, weighed=(*entry.weighed, *pages)) for way in ways), key=sources.worth)


def _speaks(page: Evidence) -> bool:
    """A page that the student calls irrelevant is set aside, whoever is right."""
    return page.stance != "irrelevant"


def _listed(page: Evidence, source: OwnSource, entry: Entry) -> Listed:
    """The page with all that the student says of it taken as right.

    In a group with cards of the pack it goes back to their origin, and is evidence only if one of them is.
    """
    group = [one.listed for one in entry.weighed if page.group == one.evidence.group and _speaks(one.evidence)]
    beside = group if page.group else []
    roots = dict.fromkeys(root for listed in beside for root in listed.roots)
    most = max((listed.text.most for listed in beside), default=3)
    card = Source(source.id, source.title, "", source.publisher, source.date, source.url, "", page.words)
    said = SourceText(cast("Stance", page.stance or "irrelevant"), (page.words,), EARLIEST, most)
    return Listed(card, said, tuple(roots) or (page.group or page.source,), page.letter)


def _asks(entry: Entry, part: str) -> str:
    ask = {"origins": _asks_origin, "support": _asks_words, "care": _asks_letter}[part]
    asked = [ask(evidence, _page(evidence, entry)) for evidence in entry.own[:NAMED]]
    more = len(entry.own) - len(asked)
    return " ".join([*asked, *([f"And what of {more} more?"] if more else [])])


def _page(evidence: Evidence, entry: Entry) -> str:
    page = entry.pages[evidence.source]
    name = called(page.title) if page.title.strip() else "the page without a title"
    return f"{name} ({short(page.url, ADDRESS)})" if page.url.strip() else name


def _asks_origin(evidence: Evidence, page: str) -> str:
    if evidence.role == "origin":
        return f"Is {page} the earliest page that says this?"
    if evidence.group:
        return f"Does {page} speak about this claim, and does it share the origin of the cards in its group?"
    return f"Does {page} speak about this claim, and does it have this from nobody else on the list?"


def _asks_words(evidence: Evidence, page: str) -> str:
    if not evidence.words.strip():
        return f"Does {page} speak about this claim? No words of it are quoted."
    says = SAYS.get(evidence.stance, "and what does that mean for the claim")
    return f"Does {page} say {quoted(evidence.words)}, {says}?"


def _asks_letter(evidence: Evidence, page: str) -> str:
    if not evidence.letter:
        return f"Does {page} speak about this claim? It has no letter yet."
    return f"Is {short(evidence.letter, 1)} a fair letter for {page}?"
