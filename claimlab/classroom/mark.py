"""Marking in place of executing: no kernel, nothing of the student's is run.

nbgrader's own step starts a kernel for each notebook and runs every cell, the
student's included. Here the answers are data, so the few calls in the cells are
read from their syntax, carried out on the answer sheet, and what they show is
put where the output of a run would be. nbgrader goes on from there as usual.
"""

from __future__ import annotations

import atexit
import copy
import re
from collections.abc import Iterable
from functools import lru_cache
from glob import glob
from pathlib import Path
from typing import Any, ClassVar

from nbgrader.apps import AutogradeApp
from nbgrader.preprocessors import Execute, NbGraderPreprocessor, SaveAutoGrades
from traitlets import Bool

from claimlab import answers, plan
from claimlab.answers import Sheet
from claimlab.classroom import cells
from claimlab.classroom.recover import NOTICES
from claimlab.figures.picture import Picture
from claimlab.keys import AnyKey
from claimlab.keys import load as load_key
from claimlab.lab import Lab
from claimlab.problems import Problem

SAVE = "claimlab.classroom.mark.SaveMarks"


class MarkAnswers(NbGraderPreprocessor):
    """Put it in place of Execute in ``Autograde.autograde_preprocessors``, with SaveMarks in place of SaveAutoGrades.

    The key is read from ``key.yaml`` in the folder of the assignment among the
    sources. Without a readable key the submission is stopped, with one sentence.
    """

    execute_other_cells = Bool(
        False,
        help="Run graded code cells that are not claimlab criteria with nbgrader's Execute. This runs the student's "
        "code with the rights of whoever grades. If off, such cells are left for marking by hand.",
    ).tag(config=True)
    _named: ClassVar[set[str]] = set()  # each folder is named once in a run
    _called: ClassVar[dict[str, None]] = {}  # sentences, in the order of the submissions

    def preprocess(self, nb: Any, resources: Any) -> tuple[Any, Any]:
        """Fill the outputs of one notebook and say which cells a person has to mark."""
        names = resources["nbgrader"]
        self._name_lost_submissions(names["assignment"])
        graded = cells.graded_code(nb.cells)
        criteria = [cell for cell in graded if _criterion(cell)]
        others = [cell for cell in graded if not _criterion(cell)]
        resources["claimlab"] = {"by hand": set(), "look": set()}
        if criteria or names["assignment"] in plan.plans():
            self._mark(nb, criteria, resources)
        if others and self.execute_other_cells:
            self._execute(nb, resources)
        elif others:
            self._leave_for_hand(others, resources)
        return nb, resources

    def _mark(self, nb: Any, criteria: list[Any], resources: Any) -> None:
        names = resources["nbgrader"]
        notices = list(nb.metadata.get(NOTICES, {}).get("notices", []))
        sheet = self._sheet(names, notices)
        bench = Lab.for_marking(names["assignment"], sheet, self._key(names), " ".join(notices))
        doubtful: dict[str, None] = {}
        for cell in criteria:
            score = bench.score(_criterion(cell) or "")
            _need_same_maximum(cell, score.maximum)
            _put(cell, score)
            if notices or score.needs_look:
                resources["claimlab"]["look"].add(cells.grade_id(cell))
            doubtful |= dict.fromkeys(score.doubtful)
        self._call(names["student"], doubtful, notices)
        show_answers(nb, bench)

    def _call(self, student: str, doubtful: Iterable[str], notices: list[str]) -> None:
        """Name a submission that a person should look at; on the command line the list comes once more at the end."""
        reasons = [name.lower() for name in doubtful] or [_brief(notice) for notice in notices]
        if not reasons:
            return
        said = f"needs a look: {student}, {', '.join(reasons)}"
        if isinstance(self.parent.parent.parent, AutogradeApp):
            if not self._called:
                atexit.register(_print_all, self._called)
            self._called.setdefault(said)
        else:
            self.log.warning(said)

    def _sheet(self, names: Any, notices: list[str]) -> Sheet | None:
        _, graded = folders(self.parent.parent.coursedir, names)
        path = graded / f"{names['assignment']}.answers.json"
        try:
            return answers.read(path.read_bytes())
        except FileNotFoundError:
            missing = f"No answers were found: there is no {path.name}."
        except (Problem, OSError) as error:
            missing = str(error)
        if not notices:
            notices.append(missing)
        return None

    def _key(self, names: Any) -> AnyKey:
        sources, _ = folders(self.parent.parent.coursedir, names)
        return key_in(sources, names["assignment"])

    def _leave_for_hand(self, others: list[Any], resources: Any) -> None:
        steps = self.parent.parent.autograde_preprocessors
        if SAVE not in steps and SaveMarks not in steps:
            raise Problem(f"nbgrader would give full marks unseen: put {SAVE} in place of SaveAutoGrades.")
        for cell in others:
            name = cells.grade_id(cell)
            resources["claimlab"]["by hand"].add(name)
            self.log.warning(
                "The graded cell '%s' is no claimlab criterion, so it was not run and is left for marking by hand "
                "(to run such cells, set MarkAnswers.execute_other_cells).",
                name,
            )

    def _execute(self, nb: Any, resources: Any) -> None:
        run, _ = Execute(parent=self.parent).preprocess(copy.deepcopy(nb), resources)
        for cell, ran in zip(nb.cells, run.cells, strict=True):
            if cell.cell_type == "code" and cells.call(cell.source) is None:
                cell.outputs, cell.execution_count = ran.outputs, ran.execution_count

    def _name_lost_submissions(self, assignment: str) -> None:
        """Name each folder that holds an answer sheet but no notebook: nbgrader would pass over it."""
        course = self.parent.parent.coursedir
        pattern = course.format_path(course.submitted_directory, "*", assignment)
        for name in sorted(set(_lost(pattern, assignment)) - self._named):
            self._named.add(name)
            self.log.error(
                "%s holds an answer sheet but no notebook, so it is not graded: copy %s.ipynb from the folder %s "
                "into it and grade again.",
                name,
                assignment,
                course.release_directory,
            )


class SaveMarks(SaveAutoGrades):
    """SaveAutoGrades, except that a cell which needs a person is marked as such and never earns points unseen.

    A score given by hand settles a cell for as long as the computer counts the same points; only when
    they change is the teacher asked again.
    """

    def _add_score(self, cell: Any, resources: Any) -> None:
        name = cells.grade_id(cell)
        grade = self.gradebook.find_grade(name, self.notebook_id, self.assignment_id, self.student_id)
        decided = grade.manual_score is not None and not grade.needs_manual_grade
        before = grade.auto_score
        super()._add_score(cell, resources)
        found = resources.get("claimlab") or {"by hand": set(), "look": set()}
        if name in found["by hand"]:
            grade.auto_score = None
        if name in found["by hand"] | found["look"]:
            grade.needs_manual_grade = True
        if decided and grade.auto_score == before:
            grade.needs_manual_grade = False
        self.gradebook.db.commit()


def _brief(notice: str) -> str:
    """Return the first words of a notice; all of it stands in the grading page."""
    return re.split(r"[:;.](?:\s|$)", notice, maxsplit=1)[0].removeprefix("The ").removeprefix("These ")


def _print_all(sentences: Iterable[str]) -> None:
    print("", *sentences, sep="\n")


def show_answers(nb: Any, bench: Lab) -> None:
    """Put the answers into the cells that show them; a cell that is gone is added at the end."""
    shown = set()
    for cell in nb.cells:
        found = cells.call(cell.source) if cell.cell_type == "code" else None
        if found is None or found.step not in cells.STEPS or repr(found) in shown:
            continue
        shown.add(repr(found))
        try:
            _put(cell, getattr(bench, found.step)(*found.arguments, **dict(found.options)))
        except (Problem, TypeError, KeyError):
            continue  # a call that a student made up
    for source in _expected(bench):
        if repr(cells.call(source)) not in shown:
            cell = cells.code_cell(source, cells.readable_id(source))
            found = cells.call(source)
            assert found is not None
            _put(cell, getattr(bench, found.step)(*found.arguments))
            nb.cells.append(cell)


def folders(course: Any, names: Any) -> tuple[Path, Path]:
    """Return the source folder of an assignment and the autograded folder of one submission."""
    assignment, student = names["assignment"], names["student"]
    sources = course.format_path(course.source_directory, ".", assignment)
    return Path(sources), Path(course.format_path(course.autograded_directory, student, assignment))


def key_in(folder: Path, assignment: str) -> AnyKey:
    """Return the key in *folder*; raises Problem, with one sentence, if it is missing or broken."""
    path = folder / "key.yaml"
    try:
        return _loaded(path, path.stat().st_mtime_ns)
    except FileNotFoundError:
        raise Problem(f"The key of {assignment} is missing: put key.yaml into {folder}.") from None


@lru_cache(maxsize=4)
def _loaded(path: Path, _changed: int) -> AnyKey:
    return load_key(path)


def _lost(pattern: str, assignment: str) -> list[str]:
    folders = [Path(name) for name in sorted(glob(pattern))]  # noqa: PTH207 - nbgrader gives an absolute pattern
    sheet = f"{assignment}.answers.json"
    return [str(path) for path in folders if (path / sheet).is_file() and not any(path.glob("*.ipynb"))]


def _criterion(cell: Any) -> str | None:
    found = cells.call(cell.source)
    return found.criterion if found else None


def _expected(bench: Lab) -> list[str]:
    notes = [f'lab.write("{name}")' for name in bench.plan.notes if bench.sheet.notes.get(name)]
    return notes if bench.sheet.empty else [f"lab.{bench.plan.step}()", *notes]


def _need_same_maximum(cell: Any, maximum: float) -> None:
    points = float(cell.metadata["nbgrader"]["points"])
    if points != maximum:
        raise Problem(
            f"The cell {cells.grade_id(cell)!r} is worth {points:g} points but its criterion {maximum:g}: "
            "make them equal in the notebook among the sources and release it again."
        )


def _put(cell: Any, shown: Any) -> None:
    cell.outputs = []
    if shown is not None:  # a picture is drawn when somebody looks; until then its words stand there
        cell.outputs = [cells.result(shown.words if isinstance(shown, Picture) else shown)]
