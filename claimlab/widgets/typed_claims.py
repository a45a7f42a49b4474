"""Sources and verdicts as plain text: what the source desk and the verdict table hold, printed and read again.

Each given claim has a line of its own, “Claim 3: ...”; what was found and decided stands below it, one thing a
line. A line that stayed as it was printed keeps what it stood for to the letter, whatever it does not show.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from claimlab.answers import Claim, OwnSource
from claimlab.case import Source
from claimlab.problems import Problem
from claimlab.unread import Unread
from claimlab.widgets import typed_draft, typed_evidence, typed_lines, typed_own, typed_verdicts
from claimlab.widgets.typed_draft import Attached, Draft
from claimlab.widgets.typed_evidence import Sourced
from claimlab.widgets.typed_lines import Complaint, Line, key, marked, number, squeezed
from claimlab.widgets.typed_names import Shelf

_HEAD = re.compile(
    r"(?P<strong>claim|no\.?|number|#)?\s*(?P<number>\d{1,4}|[a-z]+(?:-[a-z]+)?)\s*"
    r"(?P<mark>[:.)=]|\s[–—-](?=\s|$)|[–—](?=\s|$)|$)\s*(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_SOURCE = re.compile(r"(?:source|evidence|card)\b\s*(?P<mark>[:=–—-]?)\s*(?P<rest>.*)", re.IGNORECASE | re.DOTALL)
_SEARCH = re.compile(
    r"(?:i\s+)?search(?:ed|es)?\b(?:\s+for\b)?\s*(?P<mark>[:=–—-]?)\s*(?P<rest>.*)", re.IGNORECASE | re.DOTALL
)
_NUMBERED = re.compile(r"(?:own\s|[a-z]{1,5}[\s-]?)\d", re.IGNORECASE)


class Reading(NamedTuple):
    """What a text holds: the claims, the learner's own sources, and the lines that could not be read."""

    claims: tuple[Claim, ...]
    sources: tuple[OwnSource, ...]
    complaints: tuple[Complaint, ...] = ()


class ClaimText:
    """Prints and reads work on the *given* claims (text by id) with the sources of a *pack*.

    ``judged`` says whether verdicts belong to it too.
    """

    def __init__(self, given: Mapping[str, str], pack: Sequence[Source], *, judged: bool = False) -> None:
        self.given = {name: squeezed(said) for name, said in given.items()}
        self.said = dict(given)
        self.names = list(given)
        self.pack = tuple(pack)
        self.judged = judged

    def text(self, claims: Sequence[Claim], sources: Sequence[OwnSource], unread: Sequence[Unread] = ()) -> str:
        """Return the work as text: own sources, then a block for every given claim, worked on or not."""
        made = {claim.id: claim for claim in claims}
        stray = [one._replace(under="") for one in unread if one.under not in self.given]
        top = "\n".join([*map(typed_own.own_line, sources), *marked(stray, "")])
        blocks = ["\n".join([f"Claim {n}: {said}", *self._lines(made.get(name, Claim(name))), *marked(unread, name)])
                  for n, (name, said) in enumerate(self.given.items(), 1)]  # fmt: skip
        return "\n\n".join([top, *blocks] if top else blocks) + "\n"

    def _lines(self, claim: Claim) -> list[str]:
        decided = typed_verdicts.verdict_lines(claim) if self.judged else []
        return [*decided, *typed_draft.evidence_lines(claim), *map(typed_evidence.search_line, claim.searches)]

    def read(self, text: str, claims: Sequence[Claim] = (), sources: Sequence[OwnSource] = ()) -> Reading:
        """Return what *text* says; *claims* and own *sources* are what was there before.

        Claims that were not given, and what the text does not show of the others (passages, kinds), stay as they
        are. Raises Problem only if the text is far too long.
        """
        return _Reader(self, claims, sources).read(typed_lines.lines(text))


class _Reader:
    """One reading of one text."""

    def __init__(self, form: ClaimText, claims: Sequence[Claim], sources: Sequence[OwnSource]) -> None:
        self.form = form
        self.known = {claim.id: claim for claim in claims}
        self.before = {typed_own.own_line(source): source for source in sources}
        self.own: list[OwnSource] = []
        self.shelf = Shelf(form.pack)
        self.drafts: dict[str, Draft] = {}
        self.complaints: list[Complaint] = []
        self.under = ""  # the claim whose block it is; "" above the first and below one that there is not

    def read(self, lines: Sequence[Line]) -> Reading:
        above = ""  # the last line that is not set in: what is set in below a reason belongs to it
        rest = []
        for line in lines:
            above = above if line.indented else line.words
            reason = self.form.judged and line.indented and typed_verdicts.gives_reason(above)
            if reason or not self._own(line):
                rest.append(line)
        gone = {source.id for source in self.before.values()} - {source.id for source in self.own}
        named = {evidence.source for claim in self.known.values() for evidence in claim.evidence}
        self.shelf = Shelf(self.form.pack, self.own, named - gone)
        for line in rest:
            self._line(line)
        for name, draft in self.drafts.items():
            for line, twin in draft.astray():
                said = f"Source {typed_evidence.named(twin)} does not stand under this claim: attach it here first."
                self._complain(line, said, name)
        return Reading(tuple(self._claims()), tuple(self.own), tuple(sorted(self.complaints)))

    def _claims(self) -> Iterator[Claim]:
        for name, said in self.form.said.items():
            draft = self.drafts.get(name, Draft())
            claim = draft.claim(self.known.get(name, Claim(name)), said, judged=self.form.judged)
            if name in self.known or claim != Claim(name, restatement=said):
                yield claim
        yield from (claim for name, claim in self.known.items() if name not in self.form.given)

    def _complain(self, line: Line, said: str, under: str) -> None:
        self.complaints.append(Complaint(line.number, Unread(under, line.raw), said))

    def _own(self, line: Line) -> bool:
        """Read *line* if it is an own source: they come first, since any other line may name one."""
        if not typed_own.is_own(line.words):
            return False
        kept = self.before.get(line.words)
        try:
            again = kept is None or any(one.id == kept.id for one in self.own)
            self.own.append(typed_own.read_own(line.words, self.form.pack, self.own) if again or not kept else kept)
        except Problem as problem:
            self._complain(line, str(problem), "")
        return True

    def _line(self, line: Line) -> None:
        draft = self.drafts.get(self.under)
        try:
            if draft and draft.reasoning and _goes_on(line):
                draft.go_on(line)
                return
            head = self._head(line)
            said = line.words if head is None else self._open(*head)
            if said:
                self._item(line, said)
        except Problem as problem:
            self._complain(line, str(problem), self.under)

    # which claim

    def _head(self, line: Line) -> tuple[int, str] | None:
        """Return the number of the claim that *line* opens and what else stands on it, or None if it opens none."""
        found = _HEAD.fullmatch(line.words)
        count = number(found["number"]) if found else None
        if found is None or count is None or count % 1:
            return None
        rest = found["rest"].strip()
        if found["strong"]:
            return int(count), rest
        here = 1 <= count <= len(self.form.names)
        listed = found["mark"] in (".", ")") and self._reasoning()  # a reason may hold a numbered list
        sure = not listed or not rest or self._beyond(int(count), rest) is not None or self._begins(rest)
        return (int(count), rest) if here and sure else None

    def _reasoning(self) -> bool:
        return self.under in self.drafts and self.drafts[self.under].reasoning > 0

    def _open(self, count: int, rest: str) -> str:
        """Go on to the claim with the number *count*; return what of *rest* is more than the text of the claim."""
        self.under = ""
        if not 1 <= count <= len(self.form.names):
            raise Problem(f"There is no claim {count}: the claims have the numbers 1 to {len(self.form.names)}.")
        self.under = self.form.names[count - 1]
        self.drafts.setdefault(self.under, Draft()).reasoning = 0
        beyond = self._beyond(count, rest)
        return rest if beyond is None else beyond

    def _beyond(self, count: int, rest: str) -> str | None:
        """Return what stands behind the text of the claim, "" if that is cut short, None if *rest* is another text."""
        said = self.form.given[self.form.names[count - 1]]
        if rest.startswith(said):
            return rest.removeprefix(said).strip()
        short = key(rest)
        return "" if short and f"{key(said)} ".startswith(f"{short} ") else None

    def _begins(self, rest: str) -> bool:
        """Return whether *rest* begins like a line that belongs to a claim."""
        found = _SOURCE.fullmatch(rest) or _SEARCH.fullmatch(rest)
        decides = self.form.judged and typed_verdicts.reads(rest)
        return decides or bool(found and found["mark"]) or self._starts_with_source(rest)

    def _starts_with_source(self, said: str) -> bool:
        if not _NUMBERED.match(said):
            return False
        try:
            self.shelf.find(typed_lines.fields(typed_lines.cut_quote(said)[0]))
        except Problem:
            return False
        return True

    # what it says about the claim

    def _item(self, line: Line, said: str) -> None:
        if not self.under:
            raise Problem("Say first which claim this belongs to, with a line such as “Claim 3”.")
        draft = self.drafts[self.under]
        source, search = _SOURCE.fullmatch(said), _SEARCH.fullmatch(said)
        free = not draft.reasoning  # within a reason, only a colon makes a label
        if source and (source["mark"] or free):
            draft.reasoning = 0
            self._attach(draft, line, said, source["rest"])
        elif search and (search["mark"] or free):
            draft.reasoning = 0
            self._search(draft, said, search["rest"])
        elif not (self.form.judged and self._decide(draft, line, said)):
            self._unlabelled(draft, line, said)

    def _attach(self, draft: Draft, line: Line, said: str, rest: str) -> None:
        kept = typed_draft.evidence_lines(self.known.get(self.under, Claim(""))).get(said)
        sourced = Sourced(*kept) if kept else typed_evidence.read_source(rest, self.shelf)
        draft.attach(Attached(line, rest, sourced))

    def _search(self, draft: Draft, said: str, rest: str) -> None:
        kept = typed_draft.search_lines(self.known.get(self.under, Claim(""))).get(said)
        draft.search(kept or typed_evidence.read_search(rest))

    def _decide(self, draft: Draft, line: Line, said: str) -> bool:
        """Read a verdict, a number or a reason; return whether there was any."""
        try:
            draft.decide(typed_verdicts.read_verdict(said), line.number)
        except Problem:
            may_be_more = draft.reasoning or draft.attached or self._starts_with_source(said)
            if typed_verdicts.labelled(said) or not may_be_more:
                raise
            return False
        return True

    def _unlabelled(self, draft: Draft, line: Line, said: str) -> None:
        """Read a line without a label: more of a reason, a source, or more about the last source."""
        if draft.reasoning and not line.kept:
            draft.go_on(line)
        elif self._starts_with_source(said):
            draft.attach(Attached(line, said, typed_evidence.read_source(said, self.shelf)))
        elif draft.attached and not line.kept:
            last = draft.attached[-1]
            more = f"{last.text}, {said}"
            draft.attach(Attached(line, more, typed_evidence.read_source(more, self.shelf), last), again=True)
        else:
            labels = "verdict:, because:, source: or search:" if self.form.judged else "source: or search:"
            raise Problem(f"Begin this line with {labels}, or with the number of a claim.")


def _goes_on(line: Line) -> bool:
    """Return whether *line* is more of a reason: it is set in, or it begins with “because” as prose does."""
    why = typed_verdicts.WHY.match(line.words)
    return not line.kept and (line.indented or bool(why and ":" not in why[0]))
