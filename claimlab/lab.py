"""The learner's bench: one object that a notebook opens and asks for each step.

A notebook cell holds one short call, ``lab.mark_claims()`` say, because most
learners do not program. The same calls serve marking: then nothing waits for a
click, each one returns what it has to show, and nothing is written to disk.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from claimlab import answers, case, places, plan, recovery
from claimlab.answers import Sheet
from claimlab.problems import Problem
from claimlab.safekeeping import Keeper
from claimlab.showing import Living, Shown, message
from claimlab.widgets.insight import SelfInsight

if TYPE_CHECKING:
    from types import ModuleType

    from claimlab.figures import Picture
    from claimlab.keys import AnyKey
    from claimlab.marking.marks import Marks
    from claimlab.marking.readers import Reader

EXECUTION_VARIABLE = "NBGRADER_EXECUTION"

ROOMS = {
    "mark_claims": "claimlab.widgets.claiming",
    "type_claims": "claimlab.widgets.claiming",
    "find_sources": "claimlab.widgets.sourcing",
    "type_sources": "claimlab.widgets.sourcing",
    "judge": "claimlab.widgets.weighing",
    "type_verdicts": "claimlab.widgets.weighing",
    "score_article": "claimlab.widgets.scoring",
    "type_scores": "claimlab.widgets.scoring",
    "write": "claimlab.widgets.written",
    "check": "claimlab.widgets.checking",
}
CARRIED = "Your answers are saved in this notebook too. To go on working, choose Run, then Run All Cells."


class Lab(SelfInsight):
    """The answers of one learner to one assignment, and the steps to work on them."""

    def __init__(self, assignment: str, keeper: Keeper | None, sheet: Sheet, key: AnyKey | None = None) -> None:
        self.assignment = assignment
        self.plan = plan.find(assignment)
        self.case = case.load(self.plan.case)
        self.sheet = sheet
        self._keeper = keeper
        self._key = key
        self.views: dict[str, Callable[[], None]] = {}
        self.draft = "" if keeper is None else str(keeper.path)
        self._living: dict[str, Living] = {}
        self._marked: tuple[Sheet, Marks] | None = None
        self._problem = ""
        self._released = os.environ.get(EXECUTION_VARIABLE) != "autograde"

    @classmethod
    def for_marking(
        cls, assignment: str, sheet: Sheet | None, key: AnyKey, problem: str = "", *, released: bool = False
    ) -> Lab:
        """Return a bench for marking *sheet* with *key*: every step returns what it shows.

        *problem* is a sentence about the sheet (missing, unreadable) that goes on top of each
        report; without a sheet every criterion is unattempted. Reports name the key only if *released*.
        """
        lab = cls(assignment, None, sheet or blank(assignment), key)
        lab._problem, lab._released = problem, released
        return lab

    def mark_claims(self) -> Shown | None:
        """Show the article with its passage marker and claim cards."""
        return self._enter("mark_claims")

    def type_claims(self) -> Shown | None:
        """Show a text area for claims typed one a line; the plain-text route of equal credit."""
        return self._enter("type_claims", "typed")

    def find_sources(self) -> Shown | None:
        """Show the claims beside a search over the case's sources, to attach evidence to each claim.

        Where the plan gives no claims, they are those that the learner made.
        """
        return self._enter("find_sources")

    def type_sources(self) -> Shown | None:
        """Show a text area for sources and searches below each claim; the plain-text route of equal credit."""
        return self._enter("type_sources", "typed")

    def judge(self) -> Shown | None:
        """Show the claims with their evidence, to give each a verdict, a confidence and a reason."""
        return self._enter("judge")

    def type_verdicts(self) -> Shown | None:
        """Show a text area for verdicts, reasons and sources below each claim; the plain-text route of equal credit."""
        return self._enter("type_verdicts", "typed")

    def score_article(self) -> Shown | None:
        """Show the articles with the indicators, their proof and their weights, to score how credible each is."""
        return self._enter("score_article")

    def type_scores(self) -> Shown | None:
        """Show a text area for indicators, weights and proofs; the plain-text route of equal credit."""
        return self._enter("type_scores", "typed")

    def _enter(self, step: str, opening: str = "opened") -> Shown | None:
        """Show the widget of *step*; while marking, return what was done there instead."""
        room = _room(step)
        if self._keeper is None:
            return _seen(room, self, self._problem)
        widget = getattr(room, opening)(self)
        if isinstance(widget, Shown):
            return widget
        self._show(widget, ROOMS[step], lambda: self._carried(room))
        return None

    def _show(self, widget: object, name: str, bundle: Callable[[], dict[str, Any]]) -> None:
        """Show *widget* and, below it, the output called *name*, which keeps up with the answers."""
        from IPython.display import display

        display(widget)  # type: ignore[no-untyped-call,unused-ignore]
        self._living[name] = Living(bundle)

    def write(self, note: str, words: Sequence[int] = ()) -> Shown | None:
        """Show a text box for the written question called *note* in the plan.

        With *words*, the least and the most to write, it is a public note: remarks on its form come while writing.
        """
        room = _room("write")
        if self._keeper is None:
            return _seen(room, self, note)
        self._show(room.opened(self, note, words), f"note {note}", self._carried_note)
        return None

    def practise(self, section: str) -> Shown | None:
        """Show the practice items of one section of a lesson, with instant explained feedback."""
        from claimlab.widgets import items

        practice = items.Practice(
            items.load(self.assignment, section), dict(self.sheet.responses), keep=self._keep_response
        )
        if self._keeper is None:
            return Shown(practice.html(), f"Practice: {section}")
        self._show(practice, f"practice {section}", self._carried_note)
        return None

    def picture(self, name: str) -> Any:
        """Show the picture called *name* of the work so far: a button that draws it; while marking, the picture itself.

        Raises Problem, naming those that there are, if there is none such.
        """
        from claimlab.widgets import drawing

        def drawn() -> Picture:
            self._refresh()
            return drawing.picture(drawing.pictures(_room(self.plan.step), self), name)

        found = drawn()
        return found if self._keeper is None else drawing.box(name, drawn)

    def compare(self, *sources: str) -> Any:
        """Show the words of some *sources* of the case, by id, with a button for what they have in common."""
        from claimlab.widgets import comparing

        found = comparing.chosen(self.case.sources, sources)
        return comparing.page(found, marked=True) if self._keeper is None else comparing.box(found)

    def check(self) -> Any:
        """Show remarks on form and counts; where the learner has the key, the marks with their reasons too."""
        if self._keeper is None:
            return self._looked_over()
        from claimlab.widgets.asking import Answer, Asking

        def look() -> Answer:
            return Answer(self._looked_over().html, "Check again")

        return Asking("Check", look(), look)

    def _looked_over(self) -> Shown:
        self._refresh()
        key = self._need_key() if self._keeper is not None and self._practice_key() else None
        seen: Shown = _room("check").looked_over(self, ROOMS[self.plan.step], key)
        return seen

    def hint(self) -> Any:
        """Show the next hint, in four steps, where the learner works alone and has the key."""
        if self._keeper is None:
            return message("Hints are for practice.")
        if self._practice_key() is None:
            return message("Stuck? In class, ask your teacher. When you work alone, hints are shown here.")
        from claimlab.marking.alone import claim_key
        from claimlab.widgets.hints import hint_box

        return hint_box(lambda: self.sheet, claim_key(self._need_key()))

    def score(self, criterion: str) -> Any:
        """Return the score of one criterion.

        While marking, a number between 0 and the criterion's maximum with its report. In a
        learner's notebook, a note; with the key at hand (working alone), a button for the report,
        which names what is missing and so has to wait until the learner asks for it.
        """
        if os.environ.get(EXECUTION_VARIABLE) == "validate":
            print(self._looked_over().plain)
            return None
        if self._keeper is not None and self._practice_key() is None:
            return message("This part is marked after you hand in. Press Check above to see how your work looks.")
        if self._keeper is None:
            return self._scored(criterion)
        from claimlab.widgets.asking import Answer, Asking

        def tell() -> Answer:
            return Answer(self._scored(criterion)._repr_mimebundle_()["text/html"], "Show my marks again")

        closed = message("Working alone, you can see your marks here, and what is still missing. Finish first.")
        return Asking("Marks", Answer(closed.html, "Show my marks"), tell)

    def _scored(self, criterion: str) -> Any:
        from claimlab import marking
        from claimlab.marking.score import Refusal, scored

        self._refresh()
        try:
            key = self._need_key()
        except Problem as problem:
            if os.environ.get(EXECUTION_VARIABLE) == "autograde":
                return Refusal(str(problem))
            raise
        reader: Reader = "student" if self._keeper is None else "alone"
        if self._marked is None or self._marked[0] is not self.sheet:
            self._marked = (self.sheet, marking.mark(self.sheet, key))
        return scored(
            self.sheet, key, criterion, problem=self._problem, released=self._released, reader=reader,
            marks=self._marked[1],
        )  # fmt: skip

    @property
    def open_key(self) -> AnyKey | None:
        """The key where a picture may show it: in a lesson, in a report after release, or to a teacher; else None."""
        if self._keeper is not None:
            return self._need_key() if places.practice_key(self.assignment) else None
        return self._key if self._released else None

    def guide_seen(self) -> None:
        """Remember that the first visit is over."""
        self._keep_response("guide", "seen")

    def _keep_response(self, item: str, response: object) -> str:
        return self.keep(responses={**self.sheet.responses, item: response})

    def keep(self, said: str = "Saved.", **changed: Any) -> str:
        """Save what *changed* (fields of the sheet); return *said*, and what else the learner should know.

        Raises Problem if nothing can be saved.
        """
        if self._keeper is None:
            raise Problem("These answers are being marked and cannot be changed.")
        before = len(self._keeper.notices)
        self.sheet = self._keeper.save(msgspec.structs.replace(self.sheet, **changed))
        for living in self._living.values():
            living.renew()
        return " ".join([said, *self._keeper.notices[before:]])

    def show_elsewhere(self, view: str) -> None:
        """Show what was saved in every other view of the same work than the one called *view*."""
        for name, show in self.views.items():
            if name != view:
                show()

    def _refresh(self) -> None:
        """Another notebook of the same folder may have saved meanwhile."""
        if self._keeper is not None:
            self.sheet = self._keeper.sheet

    def _practice_key(self) -> Path | None:
        return places.key_file(self.assignment)

    def _need_key(self) -> AnyKey:
        if self._key is None:
            from claimlab import keys

            start = Path.cwd() if os.environ.get(EXECUTION_VARIABLE) == "autograde" else None
            path = places.key_file(self.assignment, start)
            if path is None:
                raise Problem(f"The key is missing: put key.yaml into solutions/{self.assignment}/.")
            self._key = keys.load(path)
        return self._key

    def _carried(self, room: ModuleType) -> dict[str, Any]:
        seen = _seen(room, self, CARRIED)
        return {"text/html": seen.html, "text/plain": seen.plain, answers.MIME: answers.document(self.sheet)}

    def _carried_note(self) -> dict[str, Any]:
        """The sheet alone: a box whose words are seen in the widget needs no second picture."""
        bundle: dict[str, Any] = {"text/plain": "", "text/html": ""}
        carried = self._living.keys() & set(ROOMS.values())
        return bundle if carried else {**bundle, answers.MIME: answers.document(self.sheet)}


def _room(step: str) -> ModuleType:
    return import_module(ROOMS[step])


def _seen(room: ModuleType, lab: Lab, note: str) -> Shown:
    shown: Shown = room.shown(lab, note)
    return shown


def blank(assignment: str) -> Sheet:
    """Return an empty answer sheet for *assignment*."""
    found = plan.find(assignment)
    article = case.load(found.case).article
    return Sheet(case=found.case, article_sha256=article.sha256, assignment=assignment)


def open_lab(assignment: str) -> Lab:
    """Open the answers to *assignment* in the folder of this notebook.

    Takes up the newest of the file beside the notebook and the copy inside it.
    Under nbgrader nothing is written and every step returns what it shows.
    Raises Problem if there is no such assignment.
    """
    start = blank(assignment)
    folder = Path.cwd()
    grading = os.environ.get(EXECUTION_VARIABLE) == "autograde"
    own = recovery.handed_in(assignment, folder) if grading else recovery.own_notebook(assignment, folder)
    keeper = Keeper(folder if grading or own is None else own.parent, start)
    notebook = recovery.load_notebook(own) if own else None
    for problem, raw in recovery.unreadable(notebook):
        keeper.put_unreadable_aside(raw, problem)
    sheet = keeper.open(recovery.copies(notebook))
    if os.environ.get(EXECUTION_VARIABLE):
        lab = Lab(assignment, None, sheet)
        lab._problem = " ".join(keeper.notices)
        return lab
    if keeper.notices:
        from IPython.display import display

        display(message(*keeper.notices, title="About your saved answers"))  # type: ignore[no-untyped-call,unused-ignore]
    return Lab(assignment, keeper, sheet)
