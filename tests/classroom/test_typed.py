"""Work typed as plain text earns what the same work earns that was pressed together, by the real nbgrader."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import chdir
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from claimlab import answers, unread
from claimlab.answers import Sheet
from claimlab.article_score import MOVES
from claimlab.classroom.command import nbgrader
from claimlab.lab import ROOMS, open_lab
from claimlab.widgets.typed_claims import ClaimText
from claimlab.widgets.typed_scores import ScoreText
from tests.classroom import course as scratch
from tests.marking import ledgers, scorecards, verdict_sheets
from tests.widgets import score_bench, source_bench, verdict_bench

pytestmark = pytest.mark.classroom
NONSENSE = "this line <b>cannot</b> be read"


class Work(NamedTuple):
    """The step in which an assignment is typed, good work as the widget makes it, and the same as text."""

    step: str
    pressed: Sheet
    text: str


FOUND = ledgers.sheet(*ledgers.whole(*ledgers.SETTLED))
JUDGED = verdict_sheets.sheet(verdict_sheets.truth)
SCORED = scorecards.flawless()
WORKS = {
    "a2-sources": Work(
        "type_sources", FOUND, ClaimText(source_bench.GIVEN, source_bench.PACK).text(FOUND.claims, FOUND.sources)
    ),
    "a3-verdicts": Work(
        "type_verdicts",
        JUDGED,
        ClaimText(verdict_bench.GIVEN, verdict_bench.PACK, judged=True).text(JUDGED.claims, JUDGED.sources),
    ),
    "a4-scorecard": Work(
        "type_scores", SCORED, ScoreText(score_bench.CASES).text(SCORED.indicators, SCORED.responses[MOVES])
    ),
}


class Graded(NamedTuple):
    """A course after autograde, and which assignment it is about."""

    course: Path
    assignment: str


def typed(assignment: str, folder: Path) -> Sheet:
    """Type the work on a bench in *folder*, with one line that cannot be read; return what was saved."""
    folder.mkdir()
    with chdir(folder):
        lab = open_lab(assignment)
        box = import_module(ROOMS[WORKS[assignment].step]).typed(lab)
        box.value = f"{WORKS[assignment].text}\n? {NONSENSE}"
        return answers.read((folder / f"{assignment}.answers.json").read_bytes())


def carrying(sheet: Sheet) -> Callable[[dict[str, Any]], None]:
    """Let a notebook that travels alone carry *sheet*."""

    def edit(notebook: dict[str, Any]) -> None:
        data = {answers.MIME: answers.document(sheet), "text/plain": "", "text/html": ""}
        scratch.at(notebook, "check")["outputs"] = [{"output_type": "display_data", "metadata": {}, "data": data}]

    return edit


@pytest.fixture(scope="module", params=list(WORKS))
def graded(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Graded:
    assignment: str = request.param
    folder = tmp_path_factory.mktemp("typed")
    course = scratch.make(folder / "course", assignment=assignment)
    by_text = typed(assignment, folder / "home")
    scratch.hand_in(course, "pressed", WORKS[assignment].pressed, assignment=assignment)
    scratch.hand_in(course, "typed", by_text, assignment=assignment)
    scratch.hand_in(course, "alone", edit=carrying(by_text), assignment=assignment)
    said = nbgrader(course, "autograde", assignment)
    assert said.returncode == 0, said.stdout
    return Graded(course, assignment)


def test_typed_work_earns_what_the_same_work_earns_that_was_pressed(graded: Graded) -> None:
    pressed, by_text, alone = (
        {name: grade.auto for name, grade in scratch.grades(graded.course, student, graded.assignment).items()}
        for student in ("pressed", "typed", "alone")
    )
    assert pressed == by_text == alone
    assert sum(points or 0 for points in by_text.values()) > 40


def test_the_line_that_cannot_be_read_is_seen_by_whoever_marks_and_is_no_markup(graded: Graded) -> None:
    for student in ("typed", "alone"):
        path = graded.course / "autograded" / student / graded.assignment / f"{graded.assignment}.ipynb"
        page = path.read_text(encoding="utf-8")
        assert "1 typed line could not be read" in page
        assert "this line &lt;b&gt;cannot&lt;/b&gt; be read" in page
        sheet = answers.read(path.with_name(f"{graded.assignment}.answers.json").read_bytes())
        assert [line.words for line in unread.listed(sheet)] == [NONSENSE]
