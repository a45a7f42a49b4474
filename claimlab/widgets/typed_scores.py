"""A scorecard as plain text: each indicator with its weight, what it says about each article, and can it be faked.

    Originality: weight 20
    A: speaks against, S12, “the same words stand on three pages”
    B searched: the headline word for word
    fake: no, other people made it
    moves A most: Originality

A line that stayed as it was printed keeps what it stood for to the letter, whatever it does not show.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import msgspec

from claimlab import article_score
from claimlab.answers import Finding, Indicator
from claimlab.case import Case
from claimlab.indicators import MOST, MOST_ON_PAGE, NONE, SIGNS, outside
from claimlab.problems import Problem
from claimlab.unread import Unread
from claimlab.widgets import typed_lines, typed_signs
from claimlab.widgets.typed_lines import Complaint, Line, labelled, marked
from claimlab.widgets.typed_names import Shelf

MOVES = "moves"  # where a line about what moves the scores stands
LETTERS = "AB"


class Reading(NamedTuple):
    """What a text holds: the indicators, which of them moves each score most, and the lines that could not be read."""

    indicators: tuple[Indicator, ...]
    moves: dict[str, str]
    complaints: tuple[Complaint, ...] = ()


class ScoreText:
    """Prints and reads a scorecard for the articles of *cases*, by id."""

    def __init__(self, cases: Mapping[str, Case]) -> None:
        self.cases = dict(cases)
        self.articles = dict(zip(LETTERS, cases, strict=False))

    def text(self, indicators: Sequence[Indicator], moves: Mapping[str, str], unread: Sequence[Unread] = ()) -> str:
        """Return the scorecard as text: a block for every indicator, then what moves the scores."""
        shown = [one for one in indicators if one.id in SIGNS]
        places = {one.id for one in shown} | {MOVES}
        top = marked([one._replace(under="") for one in unread if one.under not in places], "")
        blocks = ["\n".join([*typed_signs.lines(one, self.articles), *marked(unread, one.id)]) for one in shown]
        last = [*self.move_lines(moves), *marked(unread, MOVES)]
        parts = [part for part in ("\n".join(top), *blocks, "\n".join(last)) if part]
        return "\n\n".join(parts) + ("\n" if parts else "")

    def move_lines(self, moves: Mapping[str, str]) -> list[str]:
        """Return the lines that say what moves the score of each article most."""
        named = {letter: moves.get(name, "") for letter, name in self.articles.items()}
        return [f"moves {letter} most: {typed_signs.called(said)}" for letter, said in named.items() if said]

    def read(self, text: str, indicators: Sequence[Indicator] = (), moves: Mapping[str, str] | None = None) -> Reading:
        """Return what *text* says; *indicators* and *moves* are what was there before.

        Indicators that are on no list stay as they are. Raises Problem only if the text is far too long.
        """
        return _Reader(self, indicators, moves or {}).read(typed_lines.lines(text))


@dataclass
class _Draft:
    """What was read below one indicator so far, the articles by id."""

    weight: int | None = None
    fake: tuple[str, str] | None = None
    said: dict[str, Finding] = field(default_factory=dict)
    searched: dict[str, str] = field(default_factory=dict)

    def finding(self, before: Finding) -> Finding:
        """Return what was read about the article of *before*; what a text cannot show (blanks alone) stays."""
        said = self.said.get(before.article, _unseen(before))
        return msgspec.structs.replace(said, search=self.searched.get(before.article, _unseen(before).search))


def _unseen(found: Finding) -> Finding:
    """Return of *found* what no line shows: words and searches that are nothing but blanks."""
    words, search = (said if said.isspace() else "" for said in (found.words, found.search))
    return Finding(found.article, words=words, search=search)


class _Reader:
    """One reading of one text."""

    def __init__(self, form: ScoreText, indicators: Sequence[Indicator], moves: Mapping[str, str]) -> None:
        self.form = form
        self.known = {one.id: one for one in indicators}
        self.moved_before = moves
        self.drafts: dict[str, _Draft] = {}
        self.moves: dict[str, str] = {}
        self.named: list[tuple[Line, str]] = []
        self.complaints: list[Complaint] = []
        self.under = ""  # the indicator whose block it is, MOVES at the end, "" where there is none

    def read(self, lines: Sequence[Line]) -> Reading:
        for line in lines:
            try:
                self._line(line)
            except Problem as problem:
                self._complain(line, str(problem))
        self._check_moves()
        made = tuple(self._indicator(name, draft) for name, draft in self.drafts.items())
        others = tuple(one for name, one in self.known.items() if name not in SIGNS)
        return Reading((*made, *others), self.moves, tuple(sorted(self.complaints)))

    def _complain(self, line: Line, said: str) -> None:
        self.complaints.append(Complaint(line.number, Unread(self.under, line.raw), said))

    def _line(self, line: Line) -> None:
        kinds = (typed_signs.MOST, typed_signs.ARTICLE, typed_signs.FAKE)
        most, about, fake = (kind.fullmatch(line.words) for kind in kinds)
        head = None if most or about or fake else typed_signs.head(line.words)
        if most:
            self.under = MOVES
            self._move(line, self._article(most["letter"]), most["rest"])
        elif head:
            self._open(*head)
        elif not self.under or self.under == MOVES:
            raise Problem("Begin with the name of an indicator: this line stands under none.")
        elif about:
            self._about(line.words, about["letter"].upper(), about["rest"], searched=bool(about["searched"]))
        elif fake:
            self._fake(line.words, fake["rest"])
        elif labelled(line.words)[0] == "weight":
            self._weigh(line.words)
        else:
            raise Problem("Begin this line with A:, B:, A searched:, fake: or the name of an indicator.")

    def _article(self, letter: str) -> str:
        if letter.upper() not in self.form.articles:
            raise Problem(f"There is no article {letter.upper()} here.")
        return self.form.articles[letter.upper()]

    @property
    def _before(self) -> Indicator:
        return self.known.get(self.under, Indicator(self.under))

    def _open(self, name: str, rest: str) -> None:
        self.under = ""
        if name not in self.drafts:
            self._need_room(name)
        self.under = name
        self.drafts.setdefault(name, _Draft())
        if rest:
            self._weigh(rest)

    def _need_room(self, name: str) -> None:
        """Raise Problem if one more would be too many; what the sheet had stays."""
        on_page = sum(not outside(one) for one in self.drafts)
        if len(self.drafts) >= MOST:
            raise Problem(f"A scorecard has {MOST} indicators at most: take another one off first.")
        if not outside(name) and on_page >= MOST_ON_PAGE and name not in self.known:
            raise Problem(f"You have {MOST_ON_PAGE} signs of the page: choose the others from outside it.")

    def _weigh(self, said: str) -> None:
        draft, weight = self.drafts[self.under], typed_signs.read_weight(said)
        if draft.weight not in (None, weight):
            raise Problem("This indicator has another weight already: keep one.")
        draft.weight = weight

    def _about(self, line: str, letter: str, rest: str, *, searched: bool) -> None:
        name, draft = self._article(letter), self.drafts[self.under]
        if name in (draft.searched if searched else draft.said):
            raise Problem(f"There is such a line about article {letter} here already: keep one.")
        before = article_score.finding(self._before, name)
        same = line in typed_signs.finding_lines(self._before, letter, name)
        if not rest and not searched:
            return  # a label alone says nothing yet
        if searched:
            draft.searched[name] = before.search if same else typed_signs.read_search(rest)
        else:
            draft.said[name] = before if same else self._finding(rest, name, letter)

    def _finding(self, rest: str, name: str, letter: str) -> Finding:
        one = self.form.cases[name]
        known = [article_score.finding(sign, name).source for sign in self.known.values()]
        shelf = Shelf(one.sources, known=filter(None, known))
        return typed_signs.read_finding(rest, self.under, name, one.article, letter, shelf)

    def _fake(self, line: str, rest: str) -> None:
        draft, before = self.drafts[self.under], self._before
        if draft.fake is not None:
            raise Problem("Whether this one can be faked is answered already: keep one line.")
        same = line in typed_signs.fake(before)
        draft.fake = (before.fake, before.reason) if same else typed_signs.read_fake(rest)

    def _move(self, line: Line, name: str, rest: str) -> None:
        if name in self.moves:
            raise Problem("What moves this score most is answered already: keep one line.")
        same = line.words in self.form.move_lines(self.moved_before)
        self.moves[name] = self.moved_before[name] if same else typed_signs.read_move(rest)
        if not same:
            self.named.append((line, name))

    def _check_moves(self) -> None:
        self.under = MOVES
        for line, name in self.named:
            if self.moves[name] not in (NONE, *self.drafts):
                self._complain(line, f"{typed_signs.called(self.moves.pop(name))} is not on your scorecard.")

    def _indicator(self, name: str, draft: _Draft) -> Indicator:
        before = self.known.get(name, Indicator(name))
        found = [draft.finding(article_score.finding(before, one)) for one in self.form.cases]
        elsewhere = [one for one in before.findings if one.article not in self.form.cases]
        said = tuple(one for one in found if one != Finding(one.article))
        fake, reason = draft.fake or ("", "")
        return Indicator(name, draft.weight or 0, fake, reason, (*said, *elsewhere))
