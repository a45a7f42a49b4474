"""make start and make test on a machine that lacks something: one clear sentence, a failing status."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import ROOT

TOOLS = ("sh", "make", "cat", "pwd", "sed", "rm", "touch", "test", "printf", "echo")


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    """A folder with the Makefile, in a path with a space, and a PATH with next to nothing on it."""
    folder = tmp_path / "a folder"
    (folder / "bin").mkdir(parents=True)
    for name in ("Makefile", "pyproject.toml", "requirements.lock"):
        shutil.copy(ROOT / name, folder)
    for tool in TOOLS:
        found = shutil.which(tool)
        assert found is not None
        (folder / "bin" / tool).symlink_to(found)
    return folder


def make(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    env = {"PATH": str(folder / "bin")}
    return subprocess.run(["make", *words], cwd=folder, env=env, capture_output=True, text=True)


def pretend(folder: Path, name: str, script: str) -> None:
    path = folder / "bin" / name
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)


def test_help_lists_what_can_be_made(bare: Path) -> None:
    said = make(bare).stdout
    targets = ("start", "test", "demo", "package", "lock", "clean")
    assert [name for name in targets if f"make {name}\t" not in said] == []


@pytest.mark.parametrize("goal", ["start", "test"])
def test_without_python_it_says_which_one_to_install(bare: Path, goal: str) -> None:
    ended = make(bare, goal)
    assert ended.returncode != 0
    assert "Python 3.11 or newer was not found: install it" in ended.stderr


def test_a_python_too_old_is_passed_over(bare: Path) -> None:
    pretend(bare, "python3", 'case "$*" in *version_info*) exit 1;; esac')
    assert "Python 3.11 or newer was not found" in make(bare, "start").stderr


def test_a_python_without_its_venv_module_is_named(bare: Path) -> None:
    pretend(bare, "python3", 'case "$*" in *ensurepip*) exit 1;; esac')
    ended = make(bare, "start")
    assert ended.returncode != 0
    assert "apt install python3-venv" in ended.stderr


def test_an_environment_of_a_moved_folder_is_made_anew(bare: Path) -> None:
    (bare / ".venv").mkdir()
    (bare / ".venv" / "made").write_text(f"{bare.parent}{os.sep}where it was before\n", encoding="utf-8")
    (bare / ".venv" / "ready").touch()
    ended = make(bare, "start")
    assert "The folder has moved" in ended.stdout
    assert not (bare / ".venv" / "ready").exists()


def test_a_failed_installation_is_no_ready_environment(bare: Path) -> None:
    pretend(
        bare,
        "python3",
        'if [ "$2" = venv ]; then mkdir -p .venv/bin; printf "#!/bin/sh\\nexit 7\\n" > .venv/bin/python; fi',
    )
    (bare / "bin" / "mkdir").symlink_to(str(shutil.which("mkdir")))
    ended = make(bare, "start")
    assert ended.returncode != 0
    assert "Installing failed: check the connection" in ended.stderr
    assert (bare / ".venv" / "made").exists()
    assert not (bare / ".venv" / "ready").exists()
