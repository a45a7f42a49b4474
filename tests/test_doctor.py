"""claimlab doctor: fine where all is fine, and a remedy for each thing that people stumble on."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from claimlab import doctor
from claimlab.findings import Finding


def test_this_environment_is_in_good_health(tmp_path: Path) -> None:
    found = {finding.said: finding for finding in doctor.examine(tmp_path)}
    assert [str(finding) for finding in found.values() if not finding] == []
    for word in ("jupyterlab 4", "notebook 7", "nbgrader 0.9", "ipywidgets 8", "anywidget", "alembic is", "127.0.0.1"):
        assert [said for said in found if word in said], word


def test_a_finding_says_fine_or_mend_in_words_too() -> None:
    assert str(Finding(True, "the sheet")) == "✓ fine: the sheet"
    assert str(Finding(False, "the sheet", "save it")) == "✗ mend: the sheet → save it"


def test_programs_off_the_path_are_named_with_the_folder_to_add(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    finding = doctor.program("alembic")
    assert not finding
    assert str(Path(sys.executable).parent) in finding.remedy


def test_a_missing_library_and_a_missing_front_end_are_found() -> None:
    assert not doctor.library("a-library-that-nobody-wrote")
    assert "blank" in doctor.front_end("a-widget-that-nobody-wrote").said


def test_a_kernel_that_asks_for_any_python_gets_ours_even_off_the_path(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert doctor.kernel()


def test_a_kernel_of_another_python_is_found(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert doctor.kernel()
    folder = tmp_path / "kernels" / "python3"
    folder.mkdir(parents=True)
    spec = {
        "argv": ["/elsewhere/bin/python", "-m", "ipykernel_launcher"],
        "display_name": "Another",
        "language": "python",
    }
    (folder / "kernel.json").write_text(json.dumps(spec), encoding="utf-8")
    monkeypatch.setenv("JUPYTER_PATH", str(tmp_path))
    finding = doctor.kernel()
    assert not finding
    assert str(folder) in finding.remedy


def test_a_folder_that_cannot_be_written_to_is_found(tmp_path: Path) -> None:
    assert doctor.writable(tmp_path / "not" / "yet" / "there")
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    assert not doctor.writable(tmp_path / "file" / "workspace")


def test_a_students_place_has_no_keys_and_a_broken_key_is_named(tmp_path: Path) -> None:
    (finding,) = doctor.keys(tmp_path)
    assert finding
    assert "student" in finding.said
    (tmp_path / "a1-claims").mkdir()
    (tmp_path / "a1-claims" / "key.yaml").write_text("claims: [", encoding="utf-8")
    (finding,) = doctor.keys(tmp_path)
    assert not finding
    assert "a1-claims" in finding.said
