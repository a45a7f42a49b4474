"""Collected sheets of a class become means without a name in them."""

from __future__ import annotations

import random
from pathlib import Path

import msgspec
import pytest

from claimlab import answers, check_forms, form_key
from claimlab.check_forms import Answer, Taken
from claimlab.classroom import forms
from claimlab.lab import blank
from claimlab.problems import Problem


def hand_in(folder: Path, student: str, lesson: str, form: str, *, apart: int, seed: int) -> None:
    rng = random.Random(f"{student}-{lesson}-{seed}")
    said = {
        item.id: Answer(round(min(100, max(0, rng.gauss(50 + (apart if item.accurate else -apart), 20)))))
        for item in form_key.load(form).items
    }
    made = check_forms.document(Taken(said, {}, {}, "2026-09-01T08:00:00+00:00"))
    sheet = msgspec.structs.replace(blank(lesson), responses={check_forms.place(form): made})
    place = folder / student / "lessons"
    place.mkdir(parents=True, exist_ok=True)
    (place / f"{lesson}.answers.json").write_bytes(answers.write(sheet))


def test_a_class_is_compared_whichever_form_came_first(tmp_path: Path) -> None:
    for n in range(12):
        first, second = ("a", "b") if n % 2 else ("b", "a")
        hand_in(tmp_path, f"Ana {n}", "lesson-00", first, apart=5, seed=1)
        hand_in(tmp_path, f"Ana {n}", "lesson-08", second, apart=25, seed=1)
    told = forms.report(tmp_path)
    whole = "\n".join(told)
    assert [line for line in told if line.endswith(":")] == ["Before:", "After:", "Before and after:"]
    assert "12 students took both forms." in whole
    assert "has not paid for it with doubt" in whole
    assert "never for grades" in told[-1]
    assert "Ana" not in whole


def test_unfinished_and_broken_sheets_are_counted_out(tmp_path: Path) -> None:
    hand_in(tmp_path, "one", "lesson-00", "a", apart=20, seed=1)
    (tmp_path / "two").mkdir()
    (tmp_path / "two" / "lesson-00.answers.json").write_text("{")
    (tmp_path / "three").mkdir()
    (tmp_path / "three" / "lesson-00.answers.json").write_bytes(answers.write(blank("lesson-00")))
    told = forms.report(tmp_path)
    assert "Finished forms with enough numbers: 1. Means of a class need at least 5." in told
    assert "Answer sheets that could not be read: 1." in told


def test_a_folder_without_forms_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(Problem, match="one folder a student"):
        forms.report(tmp_path)


def test_the_command_prints_the_report_or_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["forms", str(tmp_path)])
    assert forms.main() == 1
    assert capsys.readouterr().err.startswith("There is no finished check form")
    hand_in(tmp_path, "one", "lesson-09", "c", apart=20, seed=1)
    assert forms.main() == 0
    assert capsys.readouterr().out.startswith("Some weeks later:\n")
    monkeypatch.setattr("sys.argv", ["forms"])
    assert forms.main() == 2
