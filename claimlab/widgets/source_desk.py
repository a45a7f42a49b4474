"""The source desk: given claims beside a search over the case's pack of sources.

The browser holds what the learner does until Python confirms that it was kept;
Python searches, checks the form of sources that the learner adds, and holds the
claims with their evidence. No address is ever visited.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from types import ModuleType
from typing import Any, ClassVar

import traitlets

from claimlab.answers import Claim, OwnSource
from claimlab.case import Source
from claimlab.search import Finder
from claimlab.widgets import desk_boundary, desk_words, own_sources, scripts
from claimlab.widgets.answering import Working

SHOWN = 30
SCRIPTS = (
    "elements", "work", "choice", "frame", "ledger", "evidence", "given", "reading", "own", "finding", "bench", "desk",
)  # fmt: skip


class SourceDesk(Working):
    """Shows the *given* claims (text by id) beside a search over *pack*, and hands every change to *keep*.

    ``claims`` and ``sources`` are what was done before; ``choose`` is how many claims to work on; ``asks`` is what
    is asked of a source beside its stance ("origin", "letter"); ``keep`` saves claims and own sources and returns a
    sentence for the status line, or raises Problem; ``draft`` names the copy that the browser keeps of unsaved
    work, for instance the path of the answer sheet.
    """

    boundary: ClassVar[ModuleType] = desk_boundary  # a desk that asks for more has its own border and words
    words: ClassVar[ModuleType] = desk_words
    _esm = scripts.joined(*SCRIPTS)
    _css = scripts.dressed("desk", "marker", "source_desk")
    _claims: traitlets.List[Any] = traitlets.List().tag(sync=True)
    _pack: traitlets.List[Any] = traitlets.List().tag(sync=True)
    _choose = traitlets.Int().tag(sync=True)

    def __init__(
        self,
        given: Mapping[str, str],
        pack: Sequence[Source],
        claims: Sequence[Claim] = (),
        sources: Sequence[OwnSource] = (),
        *,
        keep: Callable[[tuple[Claim, ...], tuple[OwnSource, ...]], str],
        choose: int = 6,
        asks: Sequence[str] = ("origin", "letter"),
        title: str = "Find out who says so",
        draft: str = "",
    ) -> None:
        self.given = dict(given)
        self.pack = tuple(pack)
        self.claims_now: tuple[Claim, ...] = tuple(claims)
        self.sources_now: tuple[OwnSource, ...] = tuple(sources)
        self._known = {claim.id: claim for claim in claims}
        self._keep = keep
        super().__init__(
            _claims=[list(claim) for claim in self.given.items()],
            _pack=desk_boundary.pack_for_browser(self.pack),
            _guidance={**self.words.for_browser(), "asks": list(asks)},
            _choose=choose,
            _heading=title,
            _draft=f"desk:{draft}",
        )

    def cards(self) -> list[dict[str, Any]]:
        """Return one card a claim, and one for each own source."""
        found: list[dict[str, Any]] = self.boundary.cards_for_browser(self.given, self.claims_now, self.sources_now)
        return found

    def replace(self, claims: Sequence[Claim], sources: Sequence[OwnSource]) -> None:
        """Show *claims* and own *sources* instead of what is there; the learner can undo it. Nothing is saved."""
        self._hold(tuple(claims), tuple(sources))
        self._given += 1

    def replies(self) -> dict[str, Callable[[dict[str, Any]], dict[str, Any]]]:
        """Return what answers each kind of message."""
        return {
            **super().replies(),
            "search": self._reply_search,
            "own": self._reply_own,
        }

    @cached_property
    def finder(self) -> Finder:
        """The search over the pack, made when it is first needed."""
        return Finder(self.pack)

    def _hold(self, claims: tuple[Claim, ...], sources: tuple[OwnSource, ...]) -> None:
        self.claims_now, self.sources_now = claims, sources
        self._known.update((claim.id, claim) for claim in claims)

    def _reply_keep(self, asked: dict[str, Any]) -> dict[str, Any]:
        self._hold(*self.boundary.answers_from_browser(asked.get("cards"), self.given, self._known))
        return {"type": "kept", "sentence": self._keep(self.claims_now, self.sources_now)}

    def _reply_search(self, asked: dict[str, Any]) -> dict[str, Any]:
        findings = self.finder.find(str(asked.get("words", "")), SHOWN)
        found = [
            {"id": found.source.id, "snippet": [[piece.text, piece.hit] for piece in found.snippet]}
            for found in findings.found
        ]
        return {"type": "found", "total": findings.total, "loose": findings.loose, "found": found}

    def _reply_own(self, asked: dict[str, Any]) -> dict[str, Any]:
        fields = own_sources.tidy(asked["fields"] if isinstance(asked.get("fields"), dict) else {})
        wrong = own_sources.problems(fields, self.pack, self.sources_now, but=str(asked.get("but", "")))
        return {"type": "looked-at", "fields": fields, "problems": wrong}
