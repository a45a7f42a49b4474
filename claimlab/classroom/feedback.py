"""Showing reasons to the right people at the right time.

The autograded folder holds points and remarks on form, nothing of the key. The
reasons are worked out when somebody looks: for the teacher in the grading page
at any time, for students in the feedback files once the teacher releases them.
"""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any

from nbconvert.preprocessors import Preprocessor
from traitlets import Bool, List, Unicode

from claimlab import answers, marking, places
from claimlab.answers import Sheet
from claimlab.classroom import cells, page, pictures
from claimlab.classroom.mark import folders, key_in
from claimlab.classroom.recover import NOTICES
from claimlab.keys import AnyKey
from claimlab.keys import load as load_key
from claimlab.lab import blank
from claimlab.marking.readers import Reader
from claimlab.marking.score import scored
from claimlab.problems import Problem
from claimlab.showing import message

SCHEME = "MARK SCHEME"
OVERRULE = "# Counted by the computer. Type other points into the box above to overrule it."
HOW_TO, STEP = "how-to", "step"


class StudentView(Preprocessor):
    """Put it after GetGrades in ``GenerateFeedback.preprocessors``."""

    enabled = Bool(True, help="Whether to use this step.").tag(config=True)

    released = List(
        Unicode(),
        help="Assignments whose reasons students may read, for example ['a1-claims']. The others show points and "
        "remarks on form. On the command line: nbgrader generate_feedback a1-claims --force "
        "--StudentView.released=a1-claims",
    ).tag(config=True)

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)  # type: ignore[no-untyped-call,unused-ignore]
        if self.enabled and self.parent is not None:  # the page shows what this step prepares
            self.parent.raw_template = page.TEMPLATE.read_text(encoding="utf-8")

    def preprocess(self, nb: Any, resources: Any) -> tuple[Any, Any]:
        """Hide code, hidden tests and mark schemes; show the reasons if they are released."""
        names = resources["nbgrader"]
        for cell in nb.cells:
            cell.source = cells.without_regions(cell.source)
        keep_what_matters(nb)
        exporter: Any = self.parent
        sources, graded = folders(exporter.parent.coursedir, names)
        pictures.draw(nb, names["assignment"], partial(_sheet, names["assignment"], graded))
        released = names["assignment"] in self.released and bool(_criteria(nb))
        if released:
            show_reasons(nb, names["assignment"], graded, key_in(sources, names["assignment"]))
        page.prepare(nb, resources, _written(names["assignment"], graded), released=released)
        return nb, resources


class TeacherView(Preprocessor):
    """Put it into ``HTMLExporter.preprocessors``; it acts in the grading page only."""

    enabled = Bool(True, help="Whether to use this step.").tag(config=True)

    def preprocess(self, nb: Any, resources: Any) -> tuple[Any, Any]:
        """Show the reasons to the person who grades."""
        if "submission_id" not in resources or "nbgrader" in resources:
            return nb, resources
        keep_what_matters(nb)
        page.drop_check(nb)
        folder = Path(resources["metadata"]["path"])
        answers_first(nb, _written(resources["assignment_id"], folder))
        pictures.draw(nb, resources["assignment_id"], partial(_sheet, resources["assignment_id"], folder))
        path = places.key_file(resources["assignment_id"], folder)
        try:
            if path is not None and _criteria(nb):
                show_reasons(nb, resources["assignment_id"], folder, load_key(path), "teacher")
        except Problem as problem:
            self.log.error("The reasons cannot be shown: %s", problem)
        page.say_once(nb)
        for cell, _ in _criteria(nb):
            cell.source = OVERRULE
        return nb, resources


def show_reasons(nb: Any, assignment: str, folder: Path, key: AnyKey, reader: Reader = "student") -> None:
    """Put the full report for *reader* into each score cell of *nb*, from the answers kept in *folder*.

    Raises Problem if the marks have changed since they were given.
    """
    sheet = _sheet(assignment, folder)
    notice = " ".join(nb.metadata.get(NOTICES, {}).get("notices", []))
    marks = marking.mark(sheet, key)
    for cell, criterion in _criteria(nb):
        given = _given_by_hand(cell)
        score = scored(sheet, key, criterion, problem=notice, released=True, reader=reader, given=given, marks=marks)
        for output in cell.outputs:
            if output.output_type == "execute_result":
                if output.data.get("text/plain") != repr(score):
                    raise Problem(f"The key of {assignment} has changed since grading: run nbgrader autograde again.")
                output.data["text/html"] = score.html + pictures.beside(criterion, assignment, sheet, key)


def keep_what_matters(nb: Any) -> None:
    """Leave out what a reader of marks does not need: how-to cells, the text below a step, code that shows answers."""
    nb.cells = [cell for cell in nb.cells if HOW_TO not in cell.metadata.get("tags", [])]
    for cell in nb.cells:
        if cell.cell_type == "markdown" and STEP in cell.metadata.get("tags", []):
            cell.source = cell.source.split("\n", 1)[0]
        hidden = cell.metadata.get("jupyter", {}).get("source_hidden", False)
        if cell.cell_type == "code" and hidden and not cell.metadata.get("nbgrader", {}).get("grade", False):
            cell.metadata["transient"] = {"remove_source": True}


def answers_first(nb: Any, notes: dict[str, str]) -> None:
    """Move each written answer above the box where it is marked, and give the mark scheme a plain title."""
    for at, (task, answer) in enumerate(pairwise(list(nb.cells))):
        if task.metadata.get("nbgrader", {}).get("task", False):
            task.source = task.source.replace(f"### BEGIN {SCHEME}", "**Mark scheme**").replace(f"### END {SCHEME}", "")
            step = cells.call(answer.source) if answer.cell_type == "code" else None
            if step is not None and step.step == "write" and step.arguments:
                said = notes.get(str(step.arguments[0])) or page.NO_ANSWER
                answer.outputs = [cells.result(message(said, title=page.heading(task)))]
                nb.cells[at : at + 2] = [answer, task]


def _given_by_hand(cell: Any) -> float | None:
    """Return the points that the teacher gave in place of the ones this cell shows, or None."""
    given = cell.metadata["nbgrader"].get("score")
    shown = [output.data.get("text/plain") for output in cell.outputs if output.output_type == "execute_result"]
    return None if given is None or shown == [repr(float(given))] else float(given)


def _criteria(nb: Any) -> list[tuple[Any, str]]:
    found = ((cell, cells.call(cell.source)) for cell in cells.graded_code(nb.cells))
    return [(cell, call.criterion) for cell, call in found if call and call.criterion]


def _sheet(assignment: str, folder: Path) -> Sheet:
    try:
        return answers.read((folder / f"{assignment}.answers.json").read_bytes())
    except (OSError, Problem):
        return blank(assignment)


def _written(assignment: str, folder: Path) -> dict[str, str]:
    """Return the written answers; an assignment of another kit has none here."""
    try:
        return _sheet(assignment, folder).notes
    except Problem:
        return {}
