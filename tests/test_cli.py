"""The command line: help for every command, one sentence for an error, and an honest exit status."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import claimlab
from claimlab import checkup, cli, doctor
from claimlab.classroom import demo
from claimlab.findings import Finding

COMMANDS = ("start", "check", "demo", "make-key", "doctor")


def run(*words: str, folder: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "claimlab", *words]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, encoding="utf-8", timeout=120)


def test_the_version_is_that_of_the_package(tmp_path: Path) -> None:
    assert run("--version", folder=tmp_path).stdout == f"claimlab {claimlab.__version__}\n"


def test_help_names_every_command(tmp_path: Path) -> None:
    said = run("--help", folder=tmp_path).stdout
    assert [name for name in COMMANDS if f"    {name} " not in said] == []


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself_and_its_options(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main([command, "--help"])
    assert ended.value.code == 0
    lines = [line for line in capsys.readouterr().out.splitlines() if line.strip().startswith("-")]
    assert lines
    bare = [line for line in lines if len(line.split("  ")) < 2 and len(line) < 24]
    assert bare == []


@pytest.mark.parametrize("words", [[], ["unheard-of"], ["start", "--port", "many"]])
def test_a_mistake_on_the_command_line_ends_with_two(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main(words)
    assert ended.value.code == 2
    assert "usage: claimlab" in capsys.readouterr().err


def test_an_error_is_one_sentence_on_stderr_and_status_one(tmp_path: Path) -> None:
    ended = run("check", "nowhere", folder=tmp_path)
    assert (ended.returncode, ended.stdout) == (1, "")
    assert ended.stderr == "There is no assignment in nowhere: name the folder that holds its notebook.\n"


@pytest.mark.parametrize(("command", "room", "step"), [("check", checkup, "check"), ("doctor", doctor, "examine")])
@pytest.mark.parametrize(("fine", "status"), [(True, 0), (False, 1)])
def test_one_bad_finding_makes_the_status_one(
    command: str, room: object, step: str, fine: bool, status: int,
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    findings = [Finding(True, "this"), Finding(fine, "that", "do this")]
    monkeypatch.setattr(room, step, lambda folder: findings)
    assert cli.main([command]) == status
    said = capsys.readouterr().out
    assert "✓ fine: this\n" in said
    assert ("✗ mend: that → do this\n" in said) is not fine


def test_the_demo_gets_what_was_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[object, ...]] = []
    monkeypatch.setattr(demo, "run", lambda *words: asked.append(words) or 1)
    assert cli.main(["demo", "--students", "3", "--assignment", "a1-claims", "--folder", str(tmp_path)]) == 1
    assert asked == [(3, "a1-claims", tmp_path)]


def test_a_console_without_the_signs_still_gets_the_words(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "claimlab", "doctor", str(tmp_path)]
    ended = subprocess.run(command, env={**os.environ, "PYTHONIOENCODING": "ascii"}, capture_output=True, text=True)
    assert "? fine: Python 3" in ended.stdout
    assert ended.stderr == ""


def test_nothing_heavy_is_loaded_before_a_command_runs(tmp_path: Path) -> None:
    heavy = ("yaml", "msgspec", "scipy", "numpy", "matplotlib", "IPython", "nbgrader", "jupyter_core", "ipywidgets")
    question = f"import sys, claimlab.cli; print([name for name in {heavy!r} if name in sys.modules])"
    ended = subprocess.run([sys.executable, "-c", question], cwd=tmp_path, capture_output=True, text=True)
    assert ended.stdout == "[]\n"
