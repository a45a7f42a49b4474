"""What the teacher guide says is so: its commands run as they stand, its links lead somewhere, its points add up."""

from __future__ import annotations

import json
import re
import shlex
import shutil
from html import unescape
from pathlib import Path

import pytest

from claimlab import keys, plan
from claimlab.classroom import demo
from claimlab.classroom.command import copy_course, nbgrader
from claimlab.classroom.students import simulate
from tests.classroom.course import ROOT

GUIDE = (ROOT / "solutions" / "README.md").read_text(encoding="utf-8")
PAGES = [ROOT / "README.md", ROOT / "solutions" / "README.md", *sorted((ROOT / "docs" / "teaching").glob("*.md"))]
ASSIGNMENTS = sorted(path.parent.name for path in (ROOT / "solutions").glob("*/key.yaml"))
WHY = "Why it matters"


def steps(assignment: str, student: str) -> dict[str, list[str]]:
    """Return the words of each nbgrader command in the guide's table, by its step."""
    rows = re.findall(r"^\| (.+?) \| `nbgrader ([^`]+)` \|$", GUIDE, re.M)
    named = ((step, said.replace("ASSIGNMENT", assignment).replace("STUDENT", student)) for step, said in rows)
    return {step.split(".")[0]: shlex.split(said) for step, said in named}


def run(course: Path, words: list[str]) -> str:
    said = nbgrader(course, *words)
    assert said.returncode == 0, said.stdout
    return said.stdout


@pytest.mark.classroom
@pytest.mark.parametrize("assignment", ASSIGNMENTS)
def test_the_commands_of_the_table_lead_from_release_to_feedback(assignment: str, tmp_path: Path) -> None:
    course = copy_course(ROOT, tmp_path / "course", assignment)
    able = max(simulate(2, keys.load(ROOT / "solutions" / assignment / "key.yaml")), key=lambda one: one.ability)
    table = steps(assignment, able.name)
    assert list(table)[:6] == ["1", "4", "6", "7", "grade one student again", "points of everybody, in `grades"]
    run(course, table["1"])
    demo.hand_in(able, course)
    alone = course / "submitted" / "alone" / assignment
    alone.mkdir(parents=True)
    shutil.copy(course / "assignments" / assignment / f"{assignment}.ipynb", alone)
    said = run(course, table["4"])
    assert "needs a look: alone, No answers were found in what was handed in" in said.splitlines()
    page = course / "feedback" / able.name / assignment / f"{assignment}.html"
    run(course, table["6"])
    assert WHY not in unescape(page.read_text(encoding="utf-8"))
    run(course, table["7"])
    assert WHY in unescape(page.read_text(encoding="utf-8"))
    run(course, table["grade one student again"])
    run(course, table["points of everybody, in `grades"])
    assert able.name in (course / "grades.csv").read_text(encoding="utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_leads_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)\s]+)\)", page.read_text(encoding="utf-8")):
        name, _, anchor = target.partition("#")
        path = (page.parent / name).resolve() if name else page
        assert path.exists(), target
        if anchor:
            assert anchor in anchors(path), target


def anchors(path: Path) -> set[str]:
    """Return the anchors of the headings of a page, made the way code forges make them."""
    headings = re.findall(r"^#+ (.+)$", path.read_text(encoding="utf-8"), re.M)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("assignment", ASSIGNMENTS)
def test_the_first_table_gives_the_points_of_the_notebooks(assignment: str) -> None:
    notebook = json.loads((ROOT / "solutions" / assignment / f"{assignment}.ipynb").read_text(encoding="utf-8"))
    roles = [cell["metadata"].get("nbgrader", {}) for cell in notebook["cells"]]
    counted = sum(role["points"] for role in roles if role.get("grade"))
    asked = [role["points"] for role in roles if role.get("task")]
    (row,) = re.findall(rf"^\| `{assignment}` \|.*\| (\d+) \| (\d+) questions of (\d+) \|$", GUIDE, re.M)
    assert [int(said) for said in row] == [counted, len(asked), asked[0]]
    assert counted + sum(asked) == 100


def test_the_guide_speaks_of_every_assignment() -> None:
    assert set(ASSIGNMENTS) <= set(plan.plans())
    assert all(f"## Marks in {name[:2]}, " in GUIDE for name in ASSIGNMENTS)
