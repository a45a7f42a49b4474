"""Showing reasons to the right people at the right time.

The autograded folder holds points and remarks on form, nothing of the key. The
reasons are worked out when somebody looks: for the teacher in the grading page
at any time, for students in the feedback files once the teacher releases them.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from nbgrader.preprocessors import NbGraderPreprocessor
from traitlets import List, Unicode

from claimlab import answers, places
from claimlab.answers import Sheet
from claimlab.classroom import cells
from claimlab.classroom.mark import key_in
from claimlab.classroom.recover import NOTICES
from claimlab.key import Key
from claimlab.key import load as load_key
from claimlab.lab import blank
from claimlab.marking.score import scored
from claimlab.problems import Problem

REGIONS = ("HIDDEN TESTS", "MARK SCHEME")


class StudentView(NbGraderPreprocessor):
    """Put it after GetGrades in ``GenerateFeedback.preprocessors``."""

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
            cell.source = without_regions(cell.source)
        hide_code(nb)
        if names["assignment"] in self.released and _criteria(nb):
            course = self.parent.parent.coursedir
            key = key_in(Path(course.format_path(course.source_directory, ".", names["assignment"])), names["assignment"])
            graded = Path(course.format_path(course.autograded_directory, names["student"], names["assignment"]))
            show_reasons(nb, names["assignment"], graded, key)
        return nb, resources


class TeacherView(NbGraderPreprocessor):
    """Put it into ``HTMLExporter.preprocessors``; it acts in the grading page only."""

    def preprocess(self, nb: Any, resources: Any) -> tuple[Any, Any]:
        """Show the reasons to the person who grades."""
        if "submission_id" not in resources or "nbgrader" in resources:
            return nb, resources
        hide_code(nb)
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
        score = scored(sheet, key, criterion, problem=notice, released=True)
        for output in cell.outputs:
            if output.output_type == "execute_result":
                if output.data.get("text/plain") != repr(score):
                    raise Problem(f"The key of {assignment} has changed since grading: run nbgrader autograde again.")
                output.data["text/html"] = score.html


def hide_code(nb: Any) -> None:
    """Leave out the code of cells that only show answers: a reader wants to see the answers."""
    for cell in nb.cells:
        hidden = cell.metadata.get("jupyter", {}).get("source_hidden", False)
        if cell.cell_type == "code" and hidden and not cell.metadata.get("nbgrader", {}).get("grade", False):
            cell.transient = {"remove_source": True}


def without_regions(source: str) -> str:
    """Return *source* without its hidden tests and mark schemes."""
    kept, inside = [], False
    for line in source.split("\n"):
        if any(f"BEGIN {region}" in line for region in REGIONS):
            inside = True
        elif any(f"END {region}" in line for region in REGIONS):
            inside = False
        elif not inside:
            kept.append(line)
    return "\n".join(kept)


def _criteria(nb: Any) -> list[tuple[Any, str]]:
    found = ((cell, cells.call(cell.source)) for cell in cells.graded_code(nb.cells))
    return [(cell, call.criterion) for cell, call in found if call and call.criterion]


def _sheet(assignment: str, folder: Path) -> Sheet:
    try:
        return answers.read((folder / f"{assignment}.answers.json").read_bytes())
    except (OSError, Problem):
        return blank(assignment)
