"""Students get what the sources make, always the same, with nothing of the key in it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from claimlab import case
from claimlab.classroom.command import nbgrader
from claimlab.classroom.release import release
from claimlab.delivery import deliver
from claimlab.key import Key
from claimlab.keys import load
from tests.classroom import course as scratch
from tests.classroom.conftest import Graded
from tests.classroom.course import A1, ROOT

pytestmark = pytest.mark.classroom
RELEASED = sorted(path.name for path in (ROOT / "assignments").iterdir())


@pytest.fixture(scope="module")
def key() -> Key:
    return load(ROOT / "solutions" / A1 / "key.yaml")


def secrets(key: Key) -> list[str]:
    """Every claim of the key, and every wording of two words or more, that the article does not have itself."""
    known = _plain(key.article.text)
    sentences = [reference.text.claim for reference in (*key.claims, *key.extras)]
    wordings = {
        " ".join(wording.source.split())
        for reference in (*key.claims, *key.extras)
        for slot in (*reference.slots, *reference.details)
        for wording in slot.wordings
        if re.fullmatch(r"[\w'’ -]+", wording.source) and len(wording.source.split()) > 1
    }
    return [words for words in map(_plain, (*sentences, *sorted(wordings))) if words not in known]


def _plain(text: str) -> str:
    return " ".join(re.findall(r"[\w'’]+", text.lower()))


def leaks(text: str, key: Key) -> list[str]:
    page = f" {_plain(re.sub(r'<[^>]+>', ' ', text))} "
    return [words for words in secrets(key) if f" {words} " in page]


@pytest.mark.parametrize("assignment", RELEASED)
def test_what_is_committed_is_what_the_source_makes(assignment: str, tmp_path: Path) -> None:
    made = release(ROOT, assignment, tmp_path / "course")
    fresh = {path.relative_to(made): path.read_bytes() for path in made.rglob("*") if path.is_file()}
    folder = ROOT / "assignments" / assignment
    kept = {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    assert fresh == kept, f"run: python -m claimlab.classroom.release {assignment}"


def test_nothing_but_the_notebook_is_released(tmp_path: Path) -> None:
    course = scratch.copy_course(ROOT, tmp_path / "course", A1)
    for name in ("README.md", "a1-claims.answers.json", "a1-claims.answers.json.bak", "key.yaml~", ".key.yaml.swp"):
        (course / "solutions" / A1 / name).write_text("a teacher's own")
    said = nbgrader(course, "generate_assignment", A1)
    assert said.returncode == 0, said.stdout
    assert [path.name for path in (course / "assignments" / A1).iterdir()] == ["a1-claims.ipynb"]


@pytest.mark.parametrize("assignment", RELEASED)
def test_the_notebook_is_clean_and_its_cells_have_names(assignment: str) -> None:
    for folder in ("solutions", "assignments"):
        notebook = json.loads((ROOT / folder / assignment / f"{assignment}.ipynb").read_text())
        code = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
        assert all(cell["outputs"] == [] and cell["execution_count"] is None for cell in code)
        assert all(cell["metadata"]["jupyter"]["source_hidden"] for cell in code)
        assert all(len("".join(cell["source"]).splitlines()) <= 5 for cell in code)
        assert all(re.fullmatch(r"[a-z-]+", cell["id"]) for cell in notebook["cells"])


@pytest.mark.parametrize("assignment", RELEASED)
def test_the_points_add_up_to_a_hundred(assignment: str) -> None:
    notebook = json.loads((ROOT / "assignments" / assignment / f"{assignment}.ipynb").read_text())
    points = [cell["metadata"].get("nbgrader", {}).get("points", 0) for cell in notebook["cells"]]
    assert sum(points) == 100


@pytest.mark.parametrize("assignment", RELEASED)
def test_the_questions_are_those_of_the_plan(assignment: str) -> None:
    from claimlab import plan

    text = (ROOT / "assignments" / assignment / f"{assignment}.ipynb").read_text()
    for name, question in plan.find(assignment).notes.items():
        assert question in text
        assert f'lab.write(\\"{name}\\")' in text


def phrases(part: Any) -> Iterator[str]:
    """Every string of four words or more in a key, at any depth."""
    if isinstance(part, str) and len(part.split()) >= 4:
        yield _plain(part)
    elif isinstance(part, dict):
        yield from (phrase for value in part.values() for phrase in phrases(value))
    elif isinstance(part, list):
        yield from (phrase for value in part for phrase in phrases(value))


@pytest.mark.parametrize("assignment", RELEASED)
def test_no_sentence_of_its_key_is_in_an_assignment(assignment: str) -> None:
    raw = yaml.safe_load((ROOT / "solutions" / assignment / "key.yaml").read_text(encoding="utf-8"))
    article = _plain(case.load("mask-1985").article.text)
    secret = {phrase for phrase in phrases(raw) if phrase not in article}
    assert len(secret) > 10
    for path, text in scratch.texts(ROOT / "assignments", ("*",)).items():
        page = _plain(text)
        assert sorted(phrase for phrase in secret if phrase in page) == [], path


def test_the_search_for_secrets_finds_them(key: Key) -> None:
    assert len(secrets(key)) > 100
    said = next(reference.text.claim for reference in key.claims if _plain(reference.text.claim) in secrets(key))
    assert leaks(f"<p>{said}</p>", key) != []


def test_nothing_of_the_key_is_in_what_students_get(key: Key) -> None:
    for path, text in scratch.texts(ROOT / "assignments", ("*",)).items():
        assert leaks(text, key) == [], path


def test_nothing_of_the_key_is_in_the_autograded_folder(graded: Graded, key: Key) -> None:
    for student in ("none", "nasty", "unreadable"):
        for path, text in scratch.texts(graded.course / "autograded" / student, ("*",)).items():
            assert leaks(text, key) == [], path


NEXT = {"a1-claims": "04", "a2-sources": "06", "a3-verdicts": "07", "a4-scorecard": "08"}  # as docs/teaching/unit.md


@pytest.mark.parametrize("assignment", RELEASED)
def test_the_end_names_the_lesson_that_follows_and_leads_there(assignment: str, tmp_path: Path) -> None:
    deliver(tmp_path)
    for folder in (ROOT / "solutions", ROOT / "assignments", tmp_path / "assignments"):
        path = folder / assignment / f"{assignment}.ipynb"
        end = "".join(json.loads(path.read_text(encoding="utf-8"))["cells"][-1]["source"])
        [(number, title, target)] = re.findall(r"lesson (\d) in the folder \*lessons\*: \[(.+?)\]\((.+?)\)", end)
        lesson = (path.parent / target).resolve()
        assert lesson.name.startswith(NEXT[assignment])
        assert int(lesson.name[:2]) == int(number)
        heading = json.loads(lesson.read_text(encoding="utf-8"))["cells"][0]["source"][0]
        assert heading.startswith(f"# {title[:-1]}")
