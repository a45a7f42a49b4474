"""Showing reasons to the right people at the right time.

The autograded folder holds points and remarks on form, nothing of the key. The
reasons are worked out when somebody looks: for the teacher in the grading page
at any time, for students in the feedback files once the teacher releases them.
"""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

from nbconvert.preprocessors import Preprocessor
from nbgrader.api import Gradebook
from traitlets import Bool, List, Unicode

from claimlab import answers, places
from claimlab.answers import Sheet
from claimlab.classroom import cells
from claimlab.classroom.mark import folders, key_in
from claimlab.classroom.recover import NOTICES
from claimlab.key import Key
from claimlab.key import load as load_key
from claimlab.lab import blank
from claimlab.marking.score import scored
from claimlab.problems import Problem

SCHEME = "MARK SCHEME"
HOW_TO, STEP = "how-to", "step"
PROVISIONAL = "**Not final yet.** Your teacher still has to mark some parts of this work, so your points can change."


class StudentView(Preprocessor):
    """Put it after GetGrades in ``GenerateFeedback.preprocessors``."""

    enabled = Bool(True, help="Whether to use this step.").tag(config=True)

    released = List(
        Unicode(),
        help="Assignments whose reasons students may read, for example ['a1-claims']. The others show points and "
        "remarks on form. On the command line: nbgrader generate_feedback a1-claims --force "
        "--StudentView.released=a1-claims",
    ).tag(config=True)

    def preprocess(self, nb: Any, resources: Any) -> tuple[Any, Any]:
        """Hide code, hidden tests and mark schemes; show the reasons if they are released."""
        names = resources["nbgrader"]
        for cell in nb.cells:
            cell.source = cells.without_regions(cell.source)
        keep_what_matters(nb)
        if names["assignment"] in self.released and _criteria(nb):
            exporter: Any = self.parent
            sources, graded = folders(exporter.parent.coursedir, names)
            show_reasons(nb, names["assignment"], graded, key_in(sources, names["assignment"]))
        if _unfinished(names):
            nb.cells.insert(0, cells.text_cell(PROVISIONAL, "not-final-yet"))
        return nb, resources


class TeacherView(Preprocessor):
    """Put it into ``HTMLExporter.preprocessors``; it acts in the grading page only."""

    enabled = Bool(True, help="Whether to use this step.").tag(config=True)

    def preprocess(self, nb: Any, resources: Any) -> tuple[Any, Any]:
        """Show the reasons to the person who grades."""
        if "submission_id" not in resources or "nbgrader" in resources:
            return nb, resources
        keep_what_matters(nb)
        answers_first(nb)
        folder = Path(resources["metadata"]["path"])
        path = places.key_file(resources["assignment_id"], folder)
        try:
            if path is not None and _criteria(nb):
                show_reasons(nb, resources["assignment_id"], folder, load_key(path))
        except Problem as problem:
            self.log.error("The reasons cannot be shown: %s", problem)
        return nb, resources


def show_reasons(nb: Any, assignment: str, folder: Path, key: Key) -> None:
    """Put the full report into each score cell of *nb*, from the answers kept in *folder*.

    Raises Problem if the marks have changed since they were given.
    """
    sheet = _sheet(assignment, folder)
    notice = " ".join(nb.metadata.get(NOTICES, {}).get("notices", []))
    for cell, criterion in _criteria(nb):
        said = " ".join(filter(None, (notice, _changed_by_hand(cell))))
        score = scored(sheet, key, criterion, problem=said, released=True)
        for output in cell.outputs:
            if output.output_type == "execute_result":
                if output.data.get("text/plain") != repr(score):
                    raise Problem(f"The key of {assignment} has changed since grading: run nbgrader autograde again.")
                output.data["text/html"] = score.html


def keep_what_matters(nb: Any) -> None:
    """Leave out what a reader of marks does not need: how-to cells, the text below a step, code that shows answers."""
    nb.cells = [cell for cell in nb.cells if HOW_TO not in cell.metadata.get("tags", [])]
    for cell in nb.cells:
        if cell.cell_type == "markdown" and STEP in cell.metadata.get("tags", []):
            cell.source = cell.source.split("\n", 1)[0]
        hidden = cell.metadata.get("jupyter", {}).get("source_hidden", False)
        if cell.cell_type == "code" and hidden and not cell.metadata.get("nbgrader", {}).get("grade", False):
            cell.metadata["transient"] = {"remove_source": True}


def answers_first(nb: Any) -> None:
    """Move each written answer above the box where it is marked, and give the mark scheme a plain title."""
    for at, (task, answer) in enumerate(pairwise(list(nb.cells))):
        if task.metadata.get("nbgrader", {}).get("task", False):
            task.source = task.source.replace(f"### BEGIN {SCHEME}", "**Mark scheme**").replace(f"### END {SCHEME}", "")
            step = cells.call(answer.source) if answer.cell_type == "code" else None
            if step is not None and step.step == "write":
                nb.cells[at : at + 2] = [answer, task]


def _changed_by_hand(cell: Any) -> str:
    """Return a sentence if the teacher gave other points than the ones this cell shows, else ""."""
    given = cell.metadata["nbgrader"].get("score")
    shown = [output.data.get("text/plain") for output in cell.outputs if output.output_type == "execute_result"]
    return (
        "" if given is None or shown == [repr(float(given))] else f"Your teacher gave {given:g} points for this part."
    )


def _unfinished(names: Any) -> bool:
    with Gradebook(names["db_url"]) as gradebook:
        found = gradebook.find_submission_notebook(names["notebook"], names["assignment"], names["student"])
        return bool(found.needs_manual_grade)


def _criteria(nb: Any) -> list[tuple[Any, str]]:
    found = ((cell, cells.call(cell.source)) for cell in cells.graded_code(nb.cells))
    return [(cell, call.criterion) for cell, call in found if call and call.criterion]


def _sheet(assignment: str, folder: Path) -> Sheet:
    try:
        return answers.read((folder / f"{assignment}.answers.json").read_bytes())
    except (OSError, Problem):
        return blank(assignment)
