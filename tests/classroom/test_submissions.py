"""Whatever is handed in is graded fairly, named if odd, and never lost; with the real nbgrader command line."""

from __future__ import annotations

import re

import pytest

from claimlab import answers
from tests.classroom import course as scratch
from tests.classroom.conftest import HUGE, LATER, NASTY, OTHER_EDITION, Graded
from tests.classroom.course import GOOD, Grade

pytestmark = pytest.mark.classroom
SAME_WORK = (
    "beside",
    "inside",
    "older-beside",
    "unreadable-but-inside",
    "unreadable-inside",
    "other-edition",
    "deleted",
    "duplicated",
    "edited",
    "shuffled",
)


def points(graded: Graded, student: str) -> dict[str, float | None]:
    found = scratch.grades(graded.course, student)
    return {name: found[name].auto for name in ("coverage", "kinds")}


def sheets(graded: Graded, student: str) -> dict[str, bytes]:
    folder = graded.course / "autograded" / student / scratch.A1
    return {path.name: path.read_bytes() for path in folder.glob("*.answers*")}


def said_about(graded: Graded, student: str) -> str:
    return "\n".join(line for line in graded.said.splitlines() if f"] {student}, a1-claims: " in line)


def test_the_run_ends_well(graded: Graded) -> None:
    assert graded.status == 0, graded.said
    assert "Traceback" not in graded.said
    assert "not recognized" not in graded.said


def test_good_work_earns_points_in_range(graded: Graded) -> None:
    found = points(graded, "both")
    assert 0 < (found["coverage"] or 0) <= 65
    assert 0 < (found["kinds"] or 0) <= 5


@pytest.mark.parametrize("student", SAME_WORK)
def test_the_same_work_earns_the_same_however_it_arrives(graded: Graded, student: str) -> None:
    assert points(graded, student) == points(graded, "both")


@pytest.mark.parametrize("student", ["both", "beside", "inside", "older-beside", "duplicated", "shuffled"])
def test_ordinary_work_needs_no_word(graded: Graded, student: str) -> None:
    assert said_about(graded, student) == ""
    assert list(sheets(graded, student)) == ["a1-claims.answers.json"]


def test_what_was_handed_in_is_not_touched(graded: Graded) -> None:
    handed = graded.course / "submitted"
    assert (handed / "unreadable" / scratch.A1 / "a1-claims.answers.json").read_bytes().startswith(b'{"schema"')
    assert not (handed / "inside" / scratch.A1 / "a1-claims.answers.json").exists()
    assert len(list((handed / "conflict" / scratch.A1).iterdir())) == 2


def test_of_two_versions_the_newer_counts_and_the_other_is_kept(graded: Graded) -> None:
    kept = sheets(graded, "conflict")
    assert answers.read(kept["a1-claims.answers.json"]) == LATER
    assert answers.read(kept["a1-claims.answers.other-version-1.json"]) == GOOD
    assert "Two versions of your answers were found" in said_about(graded, "conflict")
    assert "Two versions" in scratch.output(graded.course, "conflict", "coverage")


def test_nothing_handed_in_earns_nothing_and_is_said(graded: Graded) -> None:
    assert points(graded, "none") == {"coverage": 0.0, "kinds": 0.0}
    assert "No answers were found" in said_about(graded, "none")
    assert "No answers were found" in scratch.output(graded.course, "none", "coverage")


def test_an_unreadable_sheet_is_kept_and_a_person_has_to_look(graded: Graded) -> None:
    assert sheets(graded, "unreadable")["a1-claims.answers.unreadable-1.json"].startswith(b'{"schema"')
    assert scratch.grades(graded.course, "unreadable")["coverage"] == Grade(0.0, None, True)
    assert "not valid JSON" in scratch.output(graded.course, "unreadable", "coverage")


@pytest.mark.parametrize("student", ["unreadable-but-inside", "unreadable-inside"])
def test_an_unreadable_copy_is_kept_when_the_other_counts(graded: Graded, student: str) -> None:
    assert "a1-claims.answers.unreadable-1.json" in sheets(graded, student)
    assert "show it to your teacher" in said_about(graded, student)


def test_a_sheet_of_another_edition_is_marked_and_said(graded: Graded) -> None:
    assert answers.read(sheets(graded, "other-edition")["a1-claims.answers.json"]) == OTHER_EDITION
    assert "another edition of the article" in said_about(graded, "other-edition")


def test_a_sheet_of_five_megabytes_is_graded(graded: Graded) -> None:
    kept = sheets(graded, "huge")["a1-claims.answers.json"]
    assert len(kept) > 5_000_000
    assert answers.read(kept) == HUGE
    assert points(graded, "huge")["coverage"] is not None


def test_deleted_cells_come_back_with_their_answers(graded: Graded) -> None:
    notebook = scratch.graded(graded.course, "deleted")
    names = [scratch.grade_id(cell) for cell in notebook["cells"] if scratch.grade_id(cell)]
    assert names == [
        *("priority", "priority-answer", "implied", "implied-answer", "settle", "settle-answer", "coverage", "kinds")
    ]
    assert "Nothing is left without it." in scratch.output(graded.course, "deleted", "priority-answer")
    assert "lived to be 16" in scratch.output(graded.course, "deleted", "lab-mark-claims")
    assert "'coverage' was missing" in graded.said


def test_edited_cells_are_restored(graded: Graded) -> None:
    notebook = scratch.graded(graded.course, "edited")
    assert "".join(scratch.at(notebook, "coverage")["source"]) == 'lab.score("coverage")'
    assert scratch.at(notebook, "kinds")["metadata"]["nbgrader"]["points"] == 5
    assert "lived to be 16" in scratch.output(graded.course, "edited", "lab-mark-claims")


def test_answers_without_a_notebook_are_named(graded: Graded) -> None:
    [line] = [line for line in graded.said.splitlines() if "holds an answer sheet but no notebook" in line]
    assert re.search(r"ERROR.*lost-notebook", line)


def test_nothing_a_student_wrote_becomes_markup_or_a_notice(graded: Graded) -> None:
    for name in ("claims", "priority-answer", "coverage"):
        shown = scratch.output(graded.course, "nasty", name)
        assert "<script" not in shown
        assert "<img" not in shown
    assert "forged" not in scratch.output(graded.course, "nasty", "coverage")
    assert NASTY in scratch.output(graded.course, "nasty", "claims", "text/plain")


def test_every_written_question_waits_for_the_teacher(graded: Graded) -> None:
    found = scratch.grades(graded.course, "both")
    assert {name for name, grade in found.items() if grade == Grade(None, None, True)} >= {
        "priority",
        "implied",
        "settle",
    }


def test_no_change_is_reported_where_a_student_changed_nothing(graded: Graded) -> None:
    changed = [line for line in graded.said.splitlines() if "has changed" in line]
    assert all(name in line for line in changed for name in [next(n for n in ("coverage", "kinds") if n in line)])
    assert len(changed) == 3


def test_grading_ends_with_a_list_of_what_needs_a_look(graded: Graded) -> None:
    *_, last = graded.said.split("needs a look: ", 1)
    listed = dict(line.removeprefix("needs a look: ").split(", ", 1) for line in last.strip().splitlines())
    assert listed["none"] == "No answers were found in what was handed in"
    assert listed["unreadable"].split(", ")[0] == "answer sheet is not valid JSON"
    assert "both" not in listed
    assert "INFO" not in last
