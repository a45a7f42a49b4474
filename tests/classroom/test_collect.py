"""What a learning platform packs into one archive is collected whole: the notebook and the sheet beside it."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from claimlab import answers
from claimlab.classroom.command import nbgrader
from tests.classroom import course as scratch
from tests.classroom.course import A1, GOOD

pytestmark = pytest.mark.classroom
PATTERN = r".*/(?P<student_id>\w+)_(?P<file_id>.*)"


def test_sheets_are_collected_with_their_notebooks(tmp_path: Path) -> None:
    course = scratch.make(tmp_path / "course")
    archive = course / "downloaded" / A1 / "archive"
    archive.mkdir(parents=True)
    with zipfile.ZipFile(archive / "all.zip", "w") as packed:
        packed.write(course / "assignments" / A1 / "a1-claims.ipynb", "ann_a1-claims.ipynb")
        packed.writestr("ann_a1-claims.answers.json", answers.write(GOOD))
    said = nbgrader(course, "zip_collect", A1, f"--FileNameCollectorPlugin.named_regexp={PATTERN}")
    assert said.returncode == 0, said.stdout
    collected = {path.name for path in (course / "submitted" / "ann" / A1).iterdir()}
    assert collected >= {"a1-claims.ipynb", "a1-claims.answers.json"}
