"""``nbgrader autograde`` with the kit's configuration against nbgrader's default on the same submissions.

Both grade the same simulated class with the real command line, in turn. Starting
the command takes seconds whatever is graded, so the cost of one submission is the
slope between a class of one and a class of N. Run: ``python -m benchmarks.autograde [N]``.
"""

from __future__ import annotations

import re
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path

from claimlab import keys, places
from claimlab.classroom.command import CONFIG, copy_course, nbgrader
from claimlab.classroom.demo import hand_in
from claimlab.classroom.students import simulate

ASSIGNMENT = "a1-claims"
DEFAULT = """
c = get_config()
c.CourseDirectory.source_directory = "solutions"
c.CourseDirectory.release_directory = "assignments"
c.CourseDirectory.ignore = [".ipynb_checkpoints", "*.pyc", "__pycache__", "feedback", "key.yaml"]
"""


def main(students: int = 12, rounds: int = 3) -> None:
    with tempfile.TemporaryDirectory() as folder:
        courses = {(kit, n): _course(Path(folder), kit, n) for kit in (True, False) for n in (1, students)}
        found = [_slopes(courses, students) for _ in range(rounds)]
    kit, default = (statistics.median(pair[i] for pair in found) for i in (0, 1))
    ratio = statistics.median(plain / own for own, plain in found)
    print(f"a submission: {kit * 1000:.0f} ms with the kit, {default * 1000:.0f} ms with nbgrader's default")
    print(f"{ratio:.1f} x faster per submission (budget 8 x; {students} submissions, {rounds} rounds)")
    print(f"autograde_ratio={ratio:.2f}")


def _course(folder: Path, kit: bool, students: int) -> Path:
    home = places.PACKAGE.parent
    course = copy_course(home, folder / f"{'kit' if kit else 'default'}-{students}", ASSIGNMENT)
    if not kit:
        (course / CONFIG).write_text(DEFAULT)
    _run(course, "generate_assignment")
    for student in simulate(students, keys.load(home / "solutions" / ASSIGNMENT / "key.yaml"), 1985):
        hand_in(student, course)
        _sheet_beside(course, student.name)
    return course


def _sheet_beside(course: Path, student: str) -> None:
    """Give every submission its sheet as a file: nbgrader's default erases what the notebook carries."""
    from claimlab import answers, recovery

    folder = course / "submitted" / student / ASSIGNMENT
    path = folder / f"{ASSIGNMENT}.answers.json"
    if not path.exists():
        [sheet] = recovery.copies(recovery.load_notebook(folder / f"{ASSIGNMENT}.ipynb"))
        path.write_bytes(answers.write(sheet))


def _slopes(courses: dict[tuple[bool, int], Path], students: int) -> tuple[float, float]:
    own, plain = (
        (_seconds(courses[kit, students]) - _seconds(courses[kit, 1])) / (students - 1) for kit in (True, False)
    )
    return own, plain


def _seconds(course: Path) -> float:
    shutil.rmtree(course / "autograded", ignore_errors=True)
    start = time.perf_counter()
    _run(course, "autograde")
    return time.perf_counter() - start


def _run(course: Path, step: str) -> None:
    said = nbgrader(course, step, ASSIGNMENT)
    if said.returncode or re.search(r"\| ERROR\]", said.stdout):
        raise RuntimeError(said.stdout)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 12)
