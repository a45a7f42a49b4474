"""The scorecard: two articles side by side, judged by the same indicators.

The browser holds what the learner does until Python confirms that it was kept;
Python searches, holds the indicators and works out the scores that are kept. No
address is ever visited.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import traitlets

from claimlab.answers import Indicator
from claimlab.case import Case
from claimlab.problems import Problem
from claimlab.search import Finder
from claimlab.unread import Unread
from claimlab.widgets import desk_boundary, score_boundary, score_words, scripts
from claimlab.widgets.boundary import article_for_browser
from claimlab.widgets.typable import Typable
from claimlab.widgets.typed_lines import Complaint
from claimlab.widgets.typed_scores import ScoreText

SHOWN = 30
SCRIPTS = (
    "elements", "work", "choice", "frame", "article", "typed_work", "ledger", "evidence", "ratings", "score_board",
    "score_choice", "score_page", "score_search", "score_finding", "score_sums", "shelf", "typing", "scorecard",
)  # fmt: skip
Keep = Callable[[tuple[Indicator, ...], dict[str, str], tuple[Unread, ...]], str]


class Scorecard(Typable):
    """Shows the articles of *cases* side by side with the indicators chosen, and hands every change to *keep*.

    ``indicators`` and ``moves`` (the indicator named for each article) are what was done before, ``unread`` lines
    typed before that could not be read; ``keep`` saves all three and returns a sentence for the status line, or
    raises Problem; ``draft`` names the copy that the browser keeps of unsaved work, for instance the path of the
    answer sheet.
    """

    _esm = scripts.joined(*SCRIPTS)
    _css = scripts.dressed("scorecard", "marker", "source_desk", "scorecard", "typing")
    _articles: traitlets.List[Any] = traitlets.List().tag(sync=True)
    _packs = traitlets.Dict().tag(sync=True)

    def __init__(
        self,
        cases: Mapping[str, Case],
        indicators: Sequence[Indicator] = (),
        moves: Mapping[str, str] | None = None,
        *,
        keep: Keep,
        unread: Sequence[Unread] = (),
        title: str = "Two report cards",
        draft: str = "",
    ) -> None:
        self.cases = dict(cases)
        self.articles = {name: one.article for name, one in cases.items()}
        self.indicators_now: tuple[Indicator, ...] = tuple(indicators)
        self.moves_now: dict[str, str] = dict(moves or {})
        self._known = {one.id: one for one in indicators}
        self._finders: dict[str, Finder] = {}
        self.unread_now = tuple(unread)
        self.form = ScoreText(self.cases)
        self._keep = keep
        super().__init__(
            _articles=[{"id": name, **article_for_browser(one)} for name, one in self.articles.items()],
            _packs={name: desk_boundary.pack_for_browser(one.sources) for name, one in self.cases.items()},
            _guidance=score_words.for_browser(),
            _heading=title,
            _draft=f"scorecard:{draft}",
        )

    def cards(self) -> list[dict[str, Any]]:
        """Return one card an indicator, and one for what moves the scores."""
        return score_boundary.cards_for_browser(self.indicators_now, self.moves_now, self.articles)

    def replace(self, indicators: Sequence[Indicator], moves: Mapping[str, str], unread: Sequence[Unread] = ()) -> None:
        """Show *indicators*, *moves* and *unread* lines instead of what is there; the learner can undo it.

        Nothing is saved.
        """
        self._hold(tuple(indicators), dict(moves))
        self.unread_now = tuple(unread)
        self._given += 1

    def replies(self) -> dict[str, Callable[[dict[str, Any]], dict[str, Any]]]:
        """Return what answers each kind of message."""
        return {
            **super().replies(),
            "search": self._reply_search,
        }

    def _hold(self, indicators: tuple[Indicator, ...], moves: dict[str, str]) -> None:
        self.indicators_now, self.moves_now = indicators, moves
        self._known.update((one.id, one) for one in indicators)

    def take(self, cards: Any) -> None:
        """Hold the indicators, and what moves the scores, that *cards* stand for."""
        self._hold(*self._answers(cards))

    def _answers(self, cards: Any) -> tuple[tuple[Indicator, ...], dict[str, str]]:
        shown = {one.id: one for one in self.indicators_now}
        return score_boundary.answers_from_browser(cards, self.articles, {**self._known, **shown})

    def read(self, text: str) -> Sequence[Complaint]:
        """Hold the indicators that *text* says; return the lines that could not be read."""
        reading = self.form.read(text, self.indicators_now, self.moves_now)
        self._hold(reading.indicators, reading.moves)
        return reading.complaints

    def printed(self, cards: Any, unread: Sequence[Unread]) -> tuple[str, Sequence[Complaint]]:
        """Return the scorecard on *cards* as text, and what is wrong with the lines *unread*."""
        indicators, moves = self._answers(cards)
        text = self.form.text(indicators, moves, unread)
        return text, self.form.read(text, indicators, moves).complaints

    def save(self) -> str:
        """Save what is held; return a sentence for the status line."""
        return self._keep(self.indicators_now, self.moves_now, self.unread_now)

    def _reply_search(self, asked: dict[str, Any]) -> dict[str, Any]:
        findings = self._finder(str(asked.get("article"))).find(str(asked.get("words", "")), SHOWN)
        found = [
            {"id": found.source.id, "snippet": [[piece.text, piece.hit] for piece in found.snippet]}
            for found in findings.found
        ]
        return {"type": "found", "total": findings.total, "loose": findings.loose, "found": found}

    def _finder(self, name: str) -> Finder:
        if name not in self.cases:
            raise Problem("The page asked about an article that is not here: reload the page and run the cell again.")
        if name not in self._finders:
            self._finders[name] = Finder(self.cases[name].sources)
        return self._finders[name]
