"""Without a readable key nothing is marked, on either route, and the reason is said in one sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimlab.classroom.command import nbgrader
from tests.classroom import course as scratch
from tests.classroom.course import GOOD, PLAIN, hand_in

pytestmark = pytest.mark.classroom


@pytest.fixture(scope="module", params=["", PLAIN], ids=["MarkAnswers", "Execute"])
def course(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = scratch.make(tmp_path_factory.mktemp("keys") / "course", request.param)
    hand_in(made, "ann", GOOD)
    return made


@pytest.fixture(autouse=True)
def _as_outside_of_pytest(monkeypatch: pytest.MonkeyPatch) -> None:
    """A kernel that finds this variable leaves its output streams alone, which no teacher's kernel does."""
    monkeypatch.delenv("PYTEST_CURRENT_TEST", raising=False)


def refused(course: Path) -> str:
    """Grade, expect it to fail without a trace in the marks, and return what was said."""
    said = nbgrader(course, "autograde", scratch.A1, "--force")
    assert said.returncode == 1
    assert not (course / "autograded" / "ann" / scratch.A1).exists()
    assert [grade.auto for grade in scratch.grades(course, "ann").values()] == [None] * 5
    return said.stdout


def test_a_missing_key_stops_the_submission(course: Path) -> None:
    key = course / "solutions" / scratch.A1 / "key.yaml"
    key.rename(key.with_name("elsewhere"))
    try:
        assert "is missing: put key.yaml into" in refused(course)
    finally:
        key.with_name("elsewhere").rename(key)


@pytest.mark.parametrize("broken", ["claims: [", "schema: claimlab/key/1\nassignment: a1-claims\n"])
def test_a_broken_key_stops_the_submission(course: Path, broken: str) -> None:
    key = course / "solutions" / scratch.A1 / "key.yaml"
    whole = key.read_text()
    key.write_text(broken)
    try:
        assert "The key key.yaml cannot be read" in refused(course)
    finally:
        key.write_text(whole)


def test_with_the_key_back_it_is_graded(course: Path) -> None:
    said = nbgrader(course, "autograde", scratch.A1)
    assert said.returncode == 0, said.stdout
    assert scratch.grades(course, "ann")["coverage"].auto is not None
