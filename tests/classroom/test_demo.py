"""A simulated class goes through the whole of grading, and whatever is off is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimlab.classroom import demo
from claimlab.classroom.students import ROUTES, simulate
from claimlab.keys import load
from claimlab.problems import Problem
from tests.classroom.course import A1, ROOT

KEY = ROOT / "solutions" / A1 / "key.yaml"


def test_the_same_seed_gives_the_same_class() -> None:
    key = load(KEY)
    assert simulate(8, key) == simulate(8, key)
    assert simulate(8, key) != simulate(8, key, seed=2)


def test_a_class_is_mixed() -> None:
    class_ = simulate(12, load(KEY))
    assert len({student.name for student in class_}) == 12
    assert {student.route for student in class_} == set(ROUTES)
    assert min(s.ability for s in class_) < 0.2 < 0.9 < max(s.ability for s in class_)
    assert all(student.name.startswith("simulated-") for student in class_)


def test_typed_work_has_no_passages() -> None:
    typed = [student for student in simulate(8, load(KEY)) if student.route == "typed"]
    assert typed
    assert not any(claim.passages for student in typed for claim in student.sheet.claims)


@pytest.mark.classroom
def test_the_whole_class_gets_marks_and_feedback(tmp_path: Path) -> None:
    said: list[str] = []
    status = demo.run(8, A1, tmp_path / "class", say=said.append)
    assert status == 0, "\n".join(said)
    assert said[-1] == "All is well."
    assert sum(line.startswith("simulated-") for line in said) == 8
    assert len(list((tmp_path / "class" / "feedback").glob("*/a1-claims/a1-claims.html"))) == 8


@pytest.mark.classroom
def test_what_is_off_ends_with_a_status(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hand_in = demo.hand_in

    def forgetful(student: demo.Student, course: Path) -> None:
        hand_in(student, course)
        if student.name == "simulated-01":
            (course / "submitted" / student.name / A1 / "a1-claims.ipynb").write_text("{")

    monkeypatch.setattr(demo, "hand_in", forgetful)
    said: list[str] = []
    assert demo.run(2, A1, tmp_path / "class", say=said.append) == 1
    assert "✗ a1-claims: simulated-01 has no score." in said
    assert "✗ a1-claims: simulated-01 has no feedback." in said


def test_points_out_of_range_and_out_of_order_are_off(tmp_path: Path) -> None:
    class_ = simulate(8, load(KEY))
    backwards = [demo.Result(s, 70 * (1 - s.ability), 70, False) for s in class_]
    assert demo._order(backwards) == ["Points do not follow ability (rank correlation -1.00)."]
    assert demo._order([demo.Result(s, 70 * s.ability, 70, False) for s in class_]) == []
    above = demo.Result(class_[0], 71.0, 70, False)
    assert any("out of range" in sentence for sentence in demo._look(above, tmp_path, A1))


def test_ties_share_a_rank() -> None:
    assert demo.rank_correlation([1, 2, 3], [5, 5, 5]) == 0
    assert demo.rank_correlation([1, 2, 2, 3], [10, 20, 20, 30]) == pytest.approx(1)


def test_a_used_folder_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "work.txt").write_text("mine")
    with pytest.raises(Problem, match="not empty"):
        demo.run(2, A1, tmp_path)
    assert (tmp_path / "work.txt").read_text() == "mine"


@pytest.mark.parametrize(("count", "assignment"), [(0, A1), (3, "a9-none")])
def test_what_cannot_be_simulated_is_said(count: int, assignment: str, tmp_path: Path) -> None:
    with pytest.raises(Problem):
        demo.run(count, assignment, tmp_path / "class")
