"""What nbgrader makes of every kind of result, and that none of its surprises can reach a student."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from claimlab.classroom.command import nbgrader
from tests.classroom import course as scratch
from tests.classroom.course import PLAIN, Grade

pytestmark = pytest.mark.classroom

FULL = 2.0
# Source of a graded cell worth two points, what nbgrader gives for it, and what it gives when the value goes through
# Score first (None: there is no value to pass).
ROWS: dict[str, tuple[str, float, float | None]] = {
    "error": ("1 / 0", 0.0, None),
    "stderr": ("import sys\nprint('old', file=sys.stderr)\n1.5", 0.0, None),
    "float": ("0.5", 0.5, 0.5),
    "true": ("True", FULL, 0.0),
    "false": ("False", FULL, 0.0),
    "none": ("None", FULL, 0.0),
    "nan": ("float('nan')", FULL, 0.0),
    "negative": ("-1.0", FULL, 0.0),
    "numpy": ("__import__('numpy').float64(0.5)", FULL, 0.5),
    "quoted": ("'0.5'", FULL, 0.0),
    "text": ("'well done'", FULL, 0.0),
    "printed": ("print(0.5)", FULL, None),
    "displayed": ("display(0.5)", FULL, None),
    "silent": ("pass", FULL, None),
}
THROUGH = {name: row for name, row in ROWS.items() if row[2] is not None}


class Table(NamedTuple):
    """A course with the table as assignments, graded under nbgrader's own Execute and under MarkAnswers."""

    course: Path
    above: Any
    kit_said: str
    kit_status: int


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> Table:
    course = tmp_path_factory.mktemp("table")
    config = (scratch.ROOT / "nbgrader_config.py").read_text()
    (course / "nbgrader_config.py").write_text(config + PLAIN)
    _assignment(course, "raw", {name: row[0] for name, row in ROWS.items()})
    _assignment(course, "above", {"above": "2.5"})
    passed = {name: f"from claimlab.marking.score import Score\nScore({row[0]}, 2)" for name, row in THROUGH.items()}
    _assignment(course, "passed", {**passed, "above": passed["float"].replace("0.5", "2.5")})
    for name in ("raw", "passed", "above"):
        scratch.hand_in(course, "plain", assignment=name)
    for name in ("raw", "passed"):
        said = nbgrader(course, "autograde", name)
        assert said.returncode == 0, said.stdout
    above = nbgrader(course, "autograde", "above")
    (course / "nbgrader_config.py").write_text(config)
    scratch.hand_in(course, "kit", assignment="raw")
    kit = nbgrader(course, "autograde", "raw", "--student=kit")
    return Table(course, above, kit.stdout, kit.returncode)


def _assignment(course: Path, name: str, sources: dict[str, str]) -> None:
    cells = [
        {
            "cell_type": "code",
            "execution_count": None,
            "id": f"cell-{cell}",
            "metadata": {
                "nbgrader": {
                    "grade": True,
                    "grade_id": cell,
                    "locked": True,
                    "points": FULL,
                    "schema_version": 3,
                    "solution": False,
                    "task": False,
                }
            },
            "outputs": [],
            "source": source,
        }
        for cell, source in sources.items()
    ]
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    notebook = {"cells": cells, "metadata": {"kernelspec": kernel}, "nbformat": 4, "nbformat_minor": 5}
    folder = course / "solutions" / name
    folder.mkdir(parents=True)
    (folder / f"{name}.ipynb").write_text(json.dumps(notebook))
    said = nbgrader(course, "generate_assignment", name)
    assert said.returncode == 0, said.stdout


@pytest.mark.parametrize("row", ROWS)
def test_nbgrader_alone_gives_this(table: Table, row: str) -> None:
    assert scratch.grades(table.course, "plain", "raw")[row].auto == ROWS[row][1]


def test_nbgrader_alone_stops_at_a_value_above_the_maximum(table: Table) -> None:
    assert table.above.returncode == 1
    assert "partial credit cannot be greater than maximum points" in table.above.stdout
    assert scratch.grades(table.course, "plain", "above")["above"].auto is None


@pytest.mark.parametrize("row", THROUGH)
def test_a_score_never_turns_into_full_marks(table: Table, row: str) -> None:
    assert scratch.grades(table.course, "plain", "passed")[row].auto == ROWS[row][2]


def test_a_score_above_the_maximum_is_the_maximum(table: Table) -> None:
    assert scratch.grades(table.course, "plain", "passed")["above"].auto == FULL


@pytest.mark.parametrize("row", ROWS)
def test_marking_leaves_every_other_graded_cell_to_a_person(table: Table, row: str) -> None:
    assert scratch.grades(table.course, "kit", "raw")[row] == Grade(None, None, True)
    assert f"The graded cell '{row}' is no claimlab criterion" in table.kit_said


def test_marking_other_cells_by_hand_is_no_failure(table: Table) -> None:
    assert table.kit_status == 0
    assert not any(cell["outputs"] for cell in scratch.graded(table.course, "kit", "raw")["cells"])


def test_other_cells_are_run_if_the_teacher_says_so(table: Table) -> None:
    scratch.hand_in(table.course, "run", assignment="raw")
    said = nbgrader(
        table.course, "autograde", "raw", "--student=run", "--MarkAnswers.execute_other_cells=True"
    )  # fmt: skip
    assert said.returncode == 0, said.stdout
    found = scratch.grades(table.course, "run", "raw")
    assert {name: grade.auto for name, grade in found.items()} == {name: row[1] for name, row in ROWS.items()}
    assert not any(grade.by_hand for grade in found.values())
