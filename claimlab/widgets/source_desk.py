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
from claimlab.unread import Unread
from claimlab.widgets import desk_boundary, desk_words, own_sources, scripts
from claimlab.widgets.typable import Typable
from claimlab.widgets.typed_claims import ClaimText
from claimlab.widgets.typed_lines import Complaint

SHOWN = 30
SCRIPTS = (
    "elements", "work", "choice", "frame", "typed_work", "ledger", "evidence", "given", "reading", "own", "finding",
    "bench", "shelf", "typing", "desk",
)  # fmt: skip
Keep = Callable[[tuple[Claim, ...], tuple[OwnSource, ...], tuple[Unread, ...]], str]


class SourceDesk(Typable):
    """Shows the *given* claims (text by id) beside a search over *pack*, and hands every change to *keep*.

    ``claims`` and ``sources`` are what was done before; ``choose`` is how many claims to work on; ``asks`` is what
    is asked of a source beside its stance ("origin", "letter"); ``unread`` are lines typed before that could not be
    read; ``keep`` saves claims, own sources and such lines and returns a sentence for the status line, or raises
    Problem; ``draft`` names the copy that the browser keeps of unsaved work, for instance the path of the answer sheet.
    """

    boundary: ClassVar[ModuleType] = desk_boundary  # a desk that asks for more has its own border and words
    words: ClassVar[ModuleType] = desk_words
    judged: ClassVar[bool] = False
    _esm = scripts.joined(*SCRIPTS)
    _css = scripts.dressed("desk", "marker", "source_desk", "typing")
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
        keep: Keep,
        unread: Sequence[Unread] = (),
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
        self.unread_now = tuple(unread)
        self.form = ClaimText(self.given, self.pack, judged=self.judged)
        self._keep = keep
        super().__init__(
            _claims=[list(claim) for claim in self.given.items()],
            _pack=desk_boundary.pack_for_browser(self.pack),
            _guidance={**self.words.for_browser(asks), "asks": list(asks)},
            _choose=choose,
            _heading=title,
            _draft=f"desk:{draft}",
        )

    def cards(self) -> list[dict[str, Any]]:
        """Return one card a claim, and one for each own source."""
        found: list[dict[str, Any]] = self.boundary.cards_for_browser(self.given, self.claims_now, self.sources_now)
        return found

    def replace(self, claims: Sequence[Claim], sources: Sequence[OwnSource], unread: Sequence[Unread] = ()) -> None:
        """Show *claims*, own *sources* and *unread* lines instead of what is there; the learner can undo it.

        Nothing is saved.
        """
        self._hold(tuple(claims), tuple(sources))
        self.unread_now = tuple(unread)
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

    def take(self, cards: Any) -> None:
        """Hold the claims and own sources that *cards* stand for."""
        self._hold(*self.boundary.answers_from_browser(cards, self.given, self._known))

    def read(self, text: str) -> Sequence[Complaint]:
        """Hold the claims and own sources that *text* says; return the lines that could not be read."""
        reading = self.form.read(text, tuple(self._known.values()), self.sources_now)
        self._hold(reading.claims, reading.sources)
        return reading.complaints

    def printed(self, cards: Any, unread: Sequence[Unread]) -> tuple[str, Sequence[Complaint]]:
        """Return the claims and own sources on *cards* as text, and what is wrong with the lines *unread*."""
        claims, sources = self.boundary.answers_from_browser(cards, self.given, self._known)
        text = self.form.text(claims, sources, unread)
        return text, self.form.read(text, claims, sources).complaints

    def save(self) -> str:
        """Save what is held; return a sentence for the status line."""
        return self._keep(self.claims_now, self.sources_now, self.unread_now)

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
