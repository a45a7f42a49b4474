"""What was read below one claim of a text, line by line, and the claim that comes of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import msgspec

from claimlab.answers import Claim, Evidence, Search, Verdict
from claimlab.problems import Problem
from claimlab.widgets.typed_evidence import Sourced, named, search_line, source_line
from claimlab.widgets.typed_lines import Line, within
from claimlab.widgets.typed_verdicts import Judgement, percent

MOST_SEARCHES = 500


class Attached(NamedTuple):
    """A source below a claim: the line it ends on, what was read of it as one text, and what that says.

    ``before`` is what it was without that line, if it has more than one.
    """

    line: Line
    text: str
    sourced: Sourced
    before: Attached | None = None


@dataclass
class Draft:
    """What was read below one claim so far; ``reasoning`` is the line its reason ends on while it may still go on."""

    attached: list[Attached] = field(default_factory=list)
    searches: list[Search] = field(default_factory=list)
    verdict: Verdict | None = None
    confidence: float | None = None
    rationale: str = ""
    reasoning: int = 0

    def attach(self, new: Attached, *, again: bool = False) -> None:
        """Add a source, or with *again* put it in the place of the last one. Raises Problem if it does not fit in."""
        others = self.attached[:-1] if again else self.attached
        said = new.sourced.evidence
        if any(one.sourced.evidence.source == said.source for one in others):
            raise Problem(f"Source {named(said.source)} stands under this claim already: keep one line for it.")
        if said.role and any(one.sourced.evidence.role for one in others):
            raise Problem("Another source is the earliest of this claim: take “earliest” out of one line.")
        self.attached = [*others, new]

    def search(self, made: Search) -> None:
        """Add a search. Raises Problem if there are far too many."""
        if len(self.searches) >= MOST_SEARCHES:
            raise Problem(f"There are {MOST_SEARCHES} searches under this claim: take some out first.")
        self.searches.append(made)

    def decide(self, read: Judgement, line: int) -> None:
        """Add what a line decides. Raises Problem if that was decided before."""
        if (read.verdict and self.verdict) or (read.confidence is not None and self.confidence is not None):
            raise Problem("This claim has a verdict and a number already: keep one line for them.")
        if read.rationale is not None:
            self.rationale = within("\n".join(part for part in (self.rationale, read.rationale) if part))
            self.reasoning = line
        self.verdict = read.verdict or self.verdict
        self.confidence = self.confidence if read.confidence is None else read.confidence

    def go_on(self, line: Line) -> None:
        """Add a line to the reason; blank lines between stay. Raises Problem if the reason gets too long."""
        self.rationale = within(f"{self.rationale}{chr(10) * (line.number - self.reasoning)}{line.stands}")
        self.reasoning = line.number

    def astray(self) -> Iterator[tuple[Line, str]]:
        """Let go of each source that shares its origin with one that is not here; yield its line and that source."""
        while True:
            here = {one.sourced.evidence.source for one in self.attached}
            lost = next((one for one in self.attached if one.sourced.twin and one.sourced.twin not in here), None)
            if lost is None:
                return
            at = self.attached.index(lost)
            self.attached[at : at + 1] = [] if lost.before is None else [lost.before]
            yield lost.line, lost.sourced.twin

    def claim(self, before: Claim, said: str, *, judged: bool) -> Claim:
        """Return the claim *before* with what was read; *said* is the text of the claim."""
        made: dict[str, Any] = {"restatement": said, "searches": tuple(self.searches)}
        made["evidence"] = _grouped([one.sourced for one in self.attached], before.evidence)
        if judged:
            made |= {"verdict": self.verdict, "confidence": self._sure(before), "rationale": self._why(before)}
        return msgspec.structs.replace(before, **made)

    def _sure(self, before: Claim) -> float | None:
        if self.confidence is None or before.confidence is None:
            return self.confidence
        return before.confidence if percent(before.confidence) == percent(self.confidence) else self.confidence

    def _why(self, before: Claim) -> str:
        return before.rationale if _plain(before.rationale) == _plain(self.rationale) else self.rationale.strip()


def twins(evidence: Sequence[Evidence]) -> list[str]:
    """Return for each piece of *evidence* the first of its group, "" for that one itself and for what stands alone."""
    first: dict[str, str] = {}
    for one in evidence:
        if one.group:
            first.setdefault(one.group, one.source)
    return ["" if first.get(one.group, one.source) == one.source else first[one.group] for one in evidence]


def evidence_lines(claim: Claim) -> dict[str, tuple[Evidence, str]]:
    """Return the evidence of *claim* by the line that it is printed on, each with the first of its group."""
    pairs = zip(claim.evidence, twins(claim.evidence), strict=True)
    return {source_line(one, twin): (one, twin) for one, twin in pairs}


def search_lines(claim: Claim) -> dict[str, Search]:
    """Return the searches of *claim* by the line that they are printed on."""
    return {search_line(one): one for one in claim.searches}


def _grouped(found: Sequence[Sourced], before: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """Return the evidence with a group for all that share an origin: the one it had, or a new one."""
    names = {one.evidence.source: one.evidence.source for one in found}
    for one in found:
        if one.twin:
            old, new = names[one.evidence.source], names[one.twin]
            names = {source: new if name == old else name for source, name in names.items()}
    had = {one.source: one.group for one in before}
    members = [[source for source, name in names.items() if name == kind] for kind in dict.fromkeys(names.values())]
    groups: dict[str, str] = {}
    for kind in members:
        groups |= dict.fromkeys(kind, _group(kind, had, set(groups.values())))
    return tuple(msgspec.structs.replace(one.evidence, group=groups[one.evidence.source]) for one in found)


def _group(members: Sequence[str], had: dict[str, str], taken: set[str]) -> str:
    old = next((had[one] for one in members if had.get(one) and had[one] not in taken), "")
    if len(members) < 2:  # a group of one is no group; one that was called so keeps its name
        others = sum(group == old for group in had.values())
        return old if others == 1 else ""
    used = taken | set(had.values())
    return old or next(name for name in (f"o{n}" for n in range(1, len(used) + 2)) if name not in used)


def _plain(words: str) -> str:
    return "\n".join(line.strip() for line in words.replace("\r\n", "\n").replace("\r", "\n").strip().split("\n"))
