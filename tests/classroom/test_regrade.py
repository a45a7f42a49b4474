"""Grading again changes nothing, and what a teacher decided by hand stays."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import msgspec
import pytest
from nbgrader.api import Gradebook

from claimlab.classroom.command import nbgrader
from tests.classroom import course as scratch
from tests.classroom.course import A1, GOOD, Grade, hand_in

pytestmark = pytest.mark.classroom


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = scratch.make(tmp_path_factory.mktemp("regrade") / "course")
    hand_in(made, "ann", GOOD)
    hand_in(made, "bob", None, GOOD)
    grade(made)
    return made


def grade(course: Path) -> None:
    said = nbgrader(course, "autograde", A1, "--force")
    assert said.returncode == 0, said.stdout


def gradebook(course: Path) -> list[str]:
    with sqlite3.connect(course / "gradebook.db") as connection:
        lines = list(connection.iterdump())
    connection.close()
    return lines


def test_grading_twice_gives_the_same_gradebook_and_folder(course: Path) -> None:
    lines, folder = gradebook(course), scratch.texts(course / "autograded", ("*",))
    grade(course)
    assert gradebook(course) == lines
    assert scratch.texts(course / "autograded", ("*",)) == folder


def decide(course: Path, student: str, **points: float) -> None:
    """Give points by hand, as the grading page does."""
    with Gradebook(f"sqlite:///{course / 'gradebook.db'}") as found:
        for cell, given in points.items():
            grade = found.find_grade(cell, A1, A1, student)
            grade.manual_score, grade.needs_manual_grade = given, False
        found.db.commit()


def test_a_score_given_by_hand_survives_and_settles_the_cell(course: Path) -> None:
    before = scratch.grades(course, "ann")["coverage"]
    decide(course, "ann", coverage=60.0, priority=5.0)
    grade(course)
    after = scratch.grades(course, "ann")
    assert after["coverage"] == Grade(before.auto, 60.0, False)
    assert after["priority"].manual == 5.0
    said = nbgrader(course, "generate_feedback", A1, f"--StudentView.released={A1}")
    assert said.returncode == 0, said.stdout
    pages = scratch.texts(course / "feedback", ("*.html",))
    told = {path.parts[-3] for path, page in pages.items() if "Your teacher gave 60 points; the computer had" in page}
    assert told == {"ann"}
    assert not any("Your teacher gave" in page for path, page in pages.items() if path.parts[-3] == "bob")


def test_a_cell_settled_by_hand_is_asked_about_again_when_the_computers_points_change(course: Path) -> None:
    decide(course, "bob", coverage=60.0)
    fewer = msgspec.structs.replace(GOOD, claims=GOOD.claims[:2], revision=9, trail=(("s", 9),))
    shutil.rmtree(course / "submitted" / "bob")
    hand_in(course, "bob", fewer)
    grade(course)
    after = scratch.grades(course, "bob")["coverage"]
    assert (after.manual, after.by_hand) == (60.0, True)
