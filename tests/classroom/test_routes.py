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


def test_both_routes_give_equal_marks(tmp_path_factory: pytest.TempPathFactory) -> None:
    course = scratch.make(tmp_path_factory.mktemp("routes") / "course")
    class_ = simulate(4, load(course / "solutions" / scratch.A1 / "key.yaml"))
    for student in class_:
        hand_in(student, course)
    scratch.hand_in(course, "none")
    scratch.hand_in(course, "unreadable", b"{")
    names = [*(student.name for student in class_), "none", "unreadable"]
    own = _grade(course, names)
    config = course / "nbgrader_config.py"
    config.write_text(config.read_text() + PLAIN)
    assert _grade(course, names) == own
    config.write_text(BARE)
    assert _grade(course, names) == own
    assert {own[student.name]["coverage"] for student in class_} > {own["none"]["coverage"]}


def _grade(course: scratch.Path, names: list[str]) -> dict[str, dict[str, float | None]]:
    said = nbgrader(course, "autograde", scratch.A1, "--force")
    assert said.returncode == 0, said.stdout
    return {name: {cell: grade.auto for cell, grade in scratch.grades(course, name).items()} for name in names}
