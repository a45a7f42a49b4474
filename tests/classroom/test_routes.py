"""The kit's own step, nbgrader's plain Execute and a course that configures nothing else give equal marks."""

from __future__ import annotations

import pytest

from claimlab.classroom.command import nbgrader
from claimlab.classroom.demo import hand_in
from claimlab.classroom.students import simulate
from claimlab.keys import load
from tests.classroom import course as scratch
from tests.classroom.course import PLAIN

pytestmark = pytest.mark.classroom


BARE = """
c = get_config()
c.CourseDirectory.source_directory = "solutions"
c.CourseDirectory.release_directory = "assignments"
c.CourseDirectory.ignore = ["key.yaml"]
"""


RELEASED = sorted(path.name for path in (scratch.ROOT / "assignments").iterdir())
MOST, FEW = 20, 4


@pytest.mark.parametrize("assignment", RELEASED)
def test_both_routes_give_equal_marks(assignment: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    course, names = _class(tmp_path_factory.mktemp("routes") / "course", assignment, MOST)
    own = _grade(course, names, assignment)
    config = course / "nbgrader_config.py"
    config.write_text(config.read_text() + PLAIN)
    assert _grade(course, names, assignment) == own
    assert len({tuple(own[name].values()) for name in names}) > MOST / 2


def test_a_course_that_configures_nothing_gives_the_same_marks(tmp_path_factory: pytest.TempPathFactory) -> None:
    course, names = _class(tmp_path_factory.mktemp("routes") / "course", scratch.A1, FEW)
    own = _grade(course, names, scratch.A1)
    (course / "nbgrader_config.py").write_text(BARE)
    assert _grade(course, names, scratch.A1) == own
    assert {own[name]["coverage"] for name in names} > {own["none"]["coverage"]}


def _class(folder: scratch.Path, assignment: str, count: int) -> tuple[scratch.Path, list[str]]:
    """Hand in the work of *count* simulated students, one untouched notebook and one sheet that cannot be read."""
    course = scratch.make(folder, assignment=assignment)
    students = simulate(count, load(course / "solutions" / assignment / "key.yaml"))
    for student in students:
        hand_in(student, course)
    scratch.hand_in(course, "none", assignment=assignment)
    scratch.hand_in(course, "unreadable", b"{", assignment=assignment)
    return course, [*(student.name for student in students), "none", "unreadable"]


def _grade(course: scratch.Path, names: list[str], assignment: str) -> dict[str, dict[str, float | None]]:
    said = nbgrader(course, "autograde", assignment, "--force")
    assert said.returncode == 0, said.stdout
    found = {name: scratch.grades(course, name, assignment) for name in names}
    return {name: {cell: grade.auto for cell, grade in grades.items()} for name, grades in found.items()}
