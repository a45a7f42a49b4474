"""A whole class in a minute: release, hand in, grade, feedback, with nbgrader's real commands.

It shows a teacher what the course does before a student is near it, and it is
the kit's own alarm: whatever is off ends with a status other than zero.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nbgrader.api import Gradebook

from claimlab import answers, keys, places, plan
from claimlab.classroom import cells
from claimlab.classroom.command import CONFIG, copy_course, nbgrader
from claimlab.classroom.students import Student, simulate
from claimlab.lab import Lab
from claimlab.problems import Problem

FEWEST_FOR_ORDER = 6
LEAST_ORDER = 0.6


@dataclass(frozen=True)
class Result:
    """What nbgrader's gradebook says about one simulated student; *points* is None without a score."""

    student: Student
    points: float | None
    maximum: float
    needs_look: bool


def run(
    students: int,
    assignment: str = "",
    folder: Path | None = None,
    *,
    seed: int = 1985,
    say: Callable[[str], object] = print,
) -> int:
    """Take *students* simulated students through *assignment* in *folder* and return 0 if all is well, else 1.

    Without *assignment* they do every one that has a key here. *folder* must be empty or not there yet; without it
    a new one is made. Raises Problem if the teacher's folders are not at hand or *folder* is in use.
    """
    if students < 1:
        raise Problem("A class needs at least one student: choose a number above zero.")
    assignments = [assignment] if assignment else with_keys()
    course = _course(assignments, folder)
    say(f"A class of {students} simulated students (no real people) works on {', '.join(assignments)} in {course}")
    wrong: list[str] = []
    everything: dict[str, list[Result]] = {}
    for name in assignments:
        made = simulate(students, keys.load(course / "solutions" / name / "key.yaml"), seed)
        everything[name], off = _take_through(name, made, course, say)
        wrong += off
    if len(assignments) > 1:
        _print_all(everything, say)
    say(f"Feedback pages: {course / 'feedback'}/<student>/<assignment>/<assignment>.html")
    say(f"Grading page: start jupyter lab in {course} and choose nbgrader, Formgrader")
    for sentence in wrong:
        say(f"✗ {sentence}")
    say("All is well." if not wrong else f"{len(wrong)} things are off.")
    return 1 if wrong else 0


def with_keys() -> list[str]:
    """Return the assignments whose keys lie in the teacher's folder, in their order."""
    solutions = places.PACKAGE.parent / "solutions"
    found = [path.parent.name for path in sorted(solutions.glob("*/key.yaml")) if path.parent.name in plan.plans()]
    if not found:
        raise Problem("No key is at hand: run the demo in a clone that has solutions.")
    return found


def _take_through(
    assignment: str, made: list[Student], course: Path, say: Callable[[str], object]
) -> tuple[list[Result], list[str]]:
    """Release, hand in, grade, feedback; return what the gradebook says and sentences on what is off."""
    wrong = _step(course, say, f"Release {assignment}", "generate_assignment", assignment)
    if wrong:
        return [], wrong
    for student in made:
        hand_in(student, course)
    wrong += _step(course, say, "Grade what was handed in", "autograde", assignment)
    released = f"--StudentView.released={assignment}"
    wrong += _step(course, say, "Write the feedback", "generate_feedback", assignment, released)
    results = [_result(student, course, assignment) for student in made]
    _print_table(results, say)
    off = [f"{assignment}: {found}" for result in results for found in _look(result, course, assignment)]
    return results, [*wrong, *off, *(f"{assignment}: {found}" for found in _order(results))]


def hand_in(student: Student, course: Path) -> None:
    """Put the work of *student* into the submitted folder of *course*, the way this student hands in."""
    assignment = student.sheet.assignment
    notebook = json.loads((course / "assignments" / assignment / f"{assignment}.ipynb").read_text(encoding="utf-8"))
    folder = course / "submitted" / student.name / assignment
    folder.mkdir(parents=True)
    if student.route != "cleared notebook and sheet":
        _carry(notebook, student)
    if student.route != "notebook alone":
        (folder / f"{assignment}.answers.json").write_bytes(answers.write(student.sheet))
    (folder / f"{assignment}.ipynb").write_text(json.dumps(notebook, ensure_ascii=False, indent=1), encoding="utf-8")


def _carry(notebook: Any, student: Student) -> None:
    """Put the answers into the output of the cell that shows them, as a saved notebook has them."""
    lab = Lab(student.sheet.assignment, None, student.sheet)
    cell = next(cell for cell in notebook["cells"] if _step_of(cell) == lab.plan.step)
    shown = getattr(lab, lab.plan.step)()
    bundle = {**shown._repr_mimebundle_(), answers.MIME: answers.document(student.sheet)}
    cell["outputs"] = [{"output_type": "display_data", "metadata": {}, "data": bundle}]


def _step_of(cell: Any) -> str:
    found = cells.call("".join(cell["source"])) if cell["cell_type"] == "code" else None
    return found.step if found else ""


def _course(assignments: list[str], folder: Path | None) -> Path:
    home = places.PACKAGE.parent
    for name in assignments:
        if not (home / CONFIG).is_file() or not (home / "solutions" / name / "key.yaml").is_file():
            raise Problem(f"The key of {name} is not at hand: run the demo in a clone that has solutions.")
        plan.find(name)  # says so if there is no such assignment
    folder = Path(tempfile.mkdtemp(prefix="claimlab-demo-")) if folder is None else folder.resolve()
    if folder.is_dir() and any(folder.iterdir()):
        raise Problem(f"The folder {folder} is not empty: choose another one for the demo.")
    return copy_course(home, folder, *assignments)


def _step(course: Path, say: Callable[[str], object], title: str, *words: str) -> list[str]:
    say(f"{title}: nbgrader {' '.join(words)}")
    said = nbgrader(course, *words)
    errors = [line for line in said.stdout.splitlines() if "| ERROR]" in line or line.startswith("claimlab:")]
    ended = [f"nbgrader {words[0]} ended with status {said.returncode}."] if said.returncode else []
    return [*(f"nbgrader {words[0]}: {line}" for line in errors), *ended]


def _result(student: Student, course: Path, assignment: str) -> Result:
    with Gradebook(f"sqlite:///{course / 'gradebook.db'}") as gradebook:
        found = gradebook.find_submission_notebook(assignment, assignment, student.name)
        automatic = [grade for grade in found.grades if grade.cell.cell_type == "code"]
        scores = [grade.auto_score for grade in automatic]
        points = None if None in scores or not scores else sum(scores)
        look = any(grade.needs_manual_grade for grade in automatic)
        return Result(student, points, sum(grade.max_score for grade in automatic), look)


def _print_table(results: list[Result], say: Callable[[str], object]) -> None:
    say("")
    say(f"{'student':<15}{'ability':>8}{'cards':>7}{'points':>8}  handed in")
    for result in sorted(results, key=lambda result: -result.student.ability):
        student = result.student
        points = "none" if result.points is None else f"{result.points:.1f}"
        look = "  (needs a look)" if result.needs_look else ""
        cards = len(student.sheet.claims) or len(student.sheet.indicators)
        say(f"{student.name:<15}{student.ability:>8.2f}{cards:>7}{points:>8}  {student.route}{look}")
    say(f"Points are out of {results[0].maximum:g}; the written questions are the teacher's.")
    say("")


def _print_all(everything: dict[str, list[Result]], say: Callable[[str], object]) -> None:
    """One line a student over all assignments: general ability shows, and so does what each is better at."""
    assignments = list(everything)
    rows: dict[str, dict[str, str]] = {}
    for name, results in everything.items():
        for result in results:
            points = "none" if result.points is None else f"{100 * result.points / result.maximum:.0f} %"
            rows.setdefault(result.student.name, {})[name] = f"{points} ({result.student.ability:.2f})"
    say("All assignments: share of the computer's points (and the ability for that kind of work)")
    say(f"{'student':<15}" + "".join(f"{name:>16}" for name in assignments))
    for student in sorted(rows):
        say(f"{student:<15}" + "".join(f"{rows[student].get(name, 'none'):>16}" for name in assignments))
    say("")


def _look(result: Result, course: Path, assignment: str) -> list[str]:
    name = result.student.name
    found = []
    if result.points is None:
        found.append(f"{name} has no score.")
    elif not 0 <= result.points <= result.maximum:
        found.append(f"{name} has {result.points} points, which is out of range.")
    if not (course / "feedback" / name / assignment / f"{assignment}.html").is_file():
        found.append(f"{name} has no feedback.")
    graded = course / "autograded" / name / assignment / f"{assignment}.ipynb"
    if graded.is_file() and any(_went_wrong(cell) for cell in json.loads(graded.read_text(encoding="utf-8"))["cells"]):
        found.append(f"A cell of {name} ended with an error.")
    return found


def _went_wrong(cell: Any) -> bool:
    outputs = cell.get("outputs", [])
    return any(output["output_type"] == "error" or output.get("name") == "stderr" for output in outputs)


def _order(results: list[Result]) -> list[str]:
    """More able students should get more points on the whole (rank correlation, Spearman 1904)."""
    marked = [result for result in results if result.points is not None]
    if len(marked) < FEWEST_FOR_ORDER:
        return []
    rho = rank_correlation([r.student.ability for r in marked], [r.points or 0.0 for r in marked])
    return [] if rho >= LEAST_ORDER else [f"Points do not follow ability (rank correlation {rho:.2f})."]


def rank_correlation(first: list[float], second: list[float]) -> float:
    """Return Spearman's rho of two lists of equal length: 1 for the same order, -1 for the opposite, 0 for none."""
    a, b = _ranks(first), _ranks(second)
    middle = (len(a) - 1) / 2
    spread = (sum((x - middle) ** 2 for x in a) * sum((y - middle) ** 2 for y in b)) ** 0.5
    return sum((x - middle) * (y - middle) for x, y in zip(a, b, strict=True)) / spread if spread else 0.0


def _ranks(values: list[float]) -> list[float]:
    below = [sum(other < value for other in values) for value in values]
    return [low + (values.count(value) - 1) / 2 for low, value in zip(below, values, strict=True)]
