"""The answer sheet: what a student made, as data.

One small JSON document holds every passage, claim, source and verdict. It can
be read by anything, mailed, diffed and marked without running a line that the
student wrote. Reading is strict about shape and lenient about everything else:
one broken card never takes the rest of the sheet with it.
"""

from __future__ import annotations

import hashlib
from typing import Annotated, Any, Literal, TypeVar, get_args

import msgspec

from claimlab.problems import Problem

SCHEMA = "claimlab/answers/1"
MIME = "application/vnd.claimlab.answers+json"
LARGEST = 16 * 1024 * 1024

Kind = Literal["fact", "quote", "opinion", "prediction", "framing", "implied"]
Verdict = Literal["supported", "refuted", "conflicting-evidence", "not-enough-evidence", "not-checkable"]
KINDS: tuple[str, ...] = get_args(Kind)


class Passage(msgspec.Struct, frozen=True):
    """A stretch of the article: offsets in code points plus the words, so that it can be found again."""

    start: int
    end: int
    exact: str
    prefix: str = ""
    suffix: str = ""


class Evidence(msgspec.Struct, frozen=True):
    """A source linked to a claim.

    ``source`` is the id of a card of the pack or of an own source; ``words`` show the stance; ``role`` is
    "origin" for the earliest appearance; cards with the same ``group`` share an origin; ``letter`` is the
    Admiralty letter A-F for the source.
    """

    source: str
    stance: str = ""
    words: str = ""
    role: str = ""
    group: str = ""
    letter: str = ""


class Search(msgspec.Struct, frozen=True):
    """A search the student made for a claim, how many cards it found, and whether it sought disagreement."""

    query: str
    found: int = 0
    against: bool = False


class OwnSource(msgspec.Struct, frozen=True):
    """A source the student adds from the open web; it is shown, never fetched."""

    id: str
    url: str
    title: str = ""
    publisher: str = ""
    date: str = ""


class Claim(msgspec.Struct, frozen=True):
    """A claim card: one statement that could be true or false, restated so that it stands alone."""

    id: str
    passages: tuple[Passage, ...] = ()
    restatement: str = ""
    kind: Kind | None = None
    priority: int = 0
    parent: str | None = None
    evidence: tuple[Evidence, ...] = ()
    searches: tuple[Search, ...] = ()
    verdict: Verdict | None = None
    confidence: float | None = None
    rationale: str = ""


class Finding(msgspec.Struct, frozen=True):
    """What an indicator says about one article, and the proof.

    ``article`` is the id of its case; ``direction`` is "for", "against" or "cannot tell"; ``passage`` shows it on
    the page; ``source`` and ``words`` show it elsewhere; ``search`` is a search for it that found nothing of use.
    """

    article: str
    direction: str = ""
    passage: Passage | None = None
    source: str = ""
    words: str = ""
    search: str = ""


class Indicator(msgspec.Struct, frozen=True):
    """A sign of credibility on the student's scorecard, with what it says about each article.

    ``id`` names it in the list of indicators; ``weight`` is its share in whole percent; ``fake`` is "yes" or "no"
    (could an author fake this?) and ``reason`` names a listed reason.
    """

    id: str
    weight: Annotated[int, msgspec.Meta(ge=0, le=100)] = 0
    fake: str = ""
    reason: str = ""
    findings: tuple[Finding, ...] = ()


class Sheet(msgspec.Struct, frozen=True):
    """A student's answers to one assignment.

    ``revision`` counts saves. ``trail`` names every sitting in which the sheet was
    saved, with the last revision of that sitting, oldest first: it tells a later
    sheet from one that went its own way. ``damaged`` keeps cards and indicators that could not be read, so that
    saving loses nothing.
    """

    case: str
    article_sha256: str
    assignment: str
    schema: str = SCHEMA
    revision: int = 0
    saved_at: str = ""
    claims: tuple[Claim, ...] = ()
    sources: tuple[OwnSource, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    article_score: float | None = None
    notes: dict[str, str] = msgspec.field(default_factory=dict)
    responses: dict[str, Any] = msgspec.field(default_factory=dict)
    trail: tuple[tuple[str, int], ...] = ()
    damaged: tuple[Any, ...] = ()

    @property
    def empty(self) -> bool:
        """True when the student has not answered anything yet."""
        work = (
            self.claims,
            self.sources,
            self.indicators,
            self.notes,
            self.responses,
            self.damaged,
            self.article_score,
        )
        return not any(work)


Card = TypeVar("Card", Claim, Indicator)


def read(raw: bytes | str) -> Sheet:
    """Return the sheet written in *raw*.

    Cards that do not fit the schema are kept in ``damaged``. Raises Problem, with
    one sentence for the student, when the document as a whole cannot be read.
    """
    if len(raw) > LARGEST:
        raise Problem("The answer sheet is far too large to be one: hand in the file that the kit saved.")
    try:
        document = msgspec.json.decode(raw)
    except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
        raise Problem("The answer sheet is not valid JSON: it was cut off or edited by hand.") from error
    return from_document(document)


def from_document(document: Any) -> Sheet:
    """Return the sheet held by *document*, a JSON value already parsed. Raises Problem as read does."""
    if not isinstance(document, dict) or not isinstance(document.get("schema"), str):
        raise Problem("This file is not an answer sheet: it names no schema.")
    if document["schema"] != SCHEMA:
        raise Problem(f"This answer sheet has schema {document['schema'][:60]!r}: update claimlab to read it.")
    claims, broken = _sort_cards(_listed(document, "claims"), Claim)
    indicators, others = _sort_cards(_listed(document, "indicators"), Indicator)
    damaged = [*_listed(document, "damaged"), *broken, *others]
    rest = {**document, "claims": claims, "indicators": indicators, "damaged": damaged}
    try:
        return msgspec.convert(rest, Sheet)
    except (msgspec.ValidationError, RecursionError) as error:
        raise Problem(f"The answer sheet does not have the expected shape ({error}).") from error


def _listed(document: dict[str, Any], field: str) -> list[Any]:
    found = document.get(field, [])
    return found if isinstance(found, list) else [found]


def _sort_cards(cards: list[Any], shape: type[Card]) -> tuple[list[Card], list[Any]]:
    readable: dict[str, Card] = {}
    damaged: list[Any] = []
    for card in cards:
        try:
            read = msgspec.convert(card, shape)
        except (msgspec.ValidationError, RecursionError):
            damaged.append(card)
            continue
        if read.id in readable:
            damaged.append(card)
        readable.setdefault(read.id, read)
    return list(readable.values()), damaged


def write(sheet: Sheet) -> bytes:
    """Return *sheet* as JSON, readable by people: two spaces of indent, UTF-8, fields in order."""
    return msgspec.json.format(msgspec.json.encode(sheet), indent=2)


def document(sheet: Sheet) -> dict[str, Any]:
    """Return *sheet* as plain JSON values, the inverse of from_document."""
    plain: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(sheet))
    return plain


def fingerprint(sheet: Sheet) -> str:
    """Return 12 hexadecimal digits that change with the content and with nothing else."""
    content = msgspec.structs.replace(sheet, revision=0, saved_at="", trail=())
    return hashlib.sha256(msgspec.json.encode(content, order="deterministic")).hexdigest()[:12]
