"""Tests that need a browser get one, or the whole run fails: they are never passed over."""

from __future__ import annotations

import runpy
import subprocess
from pathlib import Path

import pytest

from tests import chromium


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was asked to install a browser, in order; nothing is really installed."""
    asked: list[str] = []
    monkeypatch.setattr(chromium, "_from_debian", lambda: asked.append("debian"))
    monkeypatch.setattr(chromium, "_from_playwright", lambda: asked.append("playwright"))
    return asked


def test_a_browser_that_is_there_is_used_as_it_is(installed: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chromium, "find", lambda: "here")
    assert chromium.ensure() == "here"
    assert installed == []


def test_the_systems_packages_come_before_playwrights(installed: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chromium, "find", lambda: "there" if "debian" in installed else None)
    assert chromium.ensure() == "there"
    assert installed == ["debian"]


def test_without_any_the_answer_is_none_after_trying_both(
    installed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(chromium, "find", lambda: None)
    assert chromium.ensure() is None
    assert installed == ["debian", "playwright"]


def test_a_file_that_is_no_browser_does_not_count(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    impostor = tmp_path / "chromium"
    impostor.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    impostor.chmod(0o755)
    monkeypatch.setattr(chromium, "_candidates", lambda: [str(impostor), str(tmp_path / "nothing")])
    assert chromium.find() is None


def test_the_program_fails_with_one_sentence_when_none_can_be_had(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subprocess, "run", lambda *words, **more: subprocess.CompletedProcess([], 1))
    with pytest.raises(SystemExit, match=r"install the package chromium"):
        runpy.run_path(str(Path(chromium.__file__)), run_name="__main__")
