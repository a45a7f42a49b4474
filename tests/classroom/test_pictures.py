"""Pictures in a graded class: words in the graded notebook, the drawing on the pages that people look at."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbconvert import HTMLExporter
from traitlets.config import Config

from claimlab.classroom import pictures
from claimlab.classroom.command import nbgrader
from claimlab.classroom.config import configure
from claimlab.keys import load
from claimlab.widgets import claiming
from tests.classroom import course as scratch
from tests.classroom.course import A1, GOOD, ROOT, hand_in
from tests.figures.bench import images

pytestmark = pytest.mark.classroom
MADE_UP = ['lab.picture("key")', "lab.picture()", 'lab.picture(["article strip"])', 'lab.picture("a", "b")']


def drawn(page: str) -> list[str]:
    """Return the words of every picture on *page* that carries its drawing inside and has its size."""
    whole = (image for image in images(page) if len(image["src"]) > 2000 and "width" in image["style"])
    return [image["alt"] for image in whole if image["src"].startswith("data:image/png;base64,")]


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A class of one, graded; the student has added cells that ask for pictures which do not exist."""
    made = scratch.make(tmp_path_factory.mktemp("pictures") / "course")
    hand_in(made, "one", GOOD, edit=_add)
    said = nbgrader(made, "autograde", A1)
    assert said.returncode == 0, said.stdout
    return made


def _add(notebook: dict[str, Any]) -> None:
    for n, source in enumerate(MADE_UP):
        cell = {"cell_type": "code", "id": f"own-{n}", "metadata": {}, "source": source}
        notebook["cells"].append({**cell, "outputs": [], "execution_count": None})


def test_the_graded_notebook_holds_the_words_alone(course: Path) -> None:
    shown = scratch.output(course, "one", "picture")
    assert "5 claims on" in shown
    assert "<img" not in shown


def test_a_feedback_file_holds_the_drawing(course: Path) -> None:
    said = nbgrader(course, "generate_feedback", A1)
    assert said.returncode == 0, said.stdout
    page = (course / "feedback" / "one" / A1 / "a1-claims.html").read_text()
    assert [alt[:11] for alt in drawn(page)] == ["5 claims on"]


def test_the_grading_page_holds_the_drawing(course: Path) -> None:
    settings = Config()
    configure(settings)
    folder = course / "autograded" / "one" / A1
    notebook = nbformat.read(folder / "a1-claims.ipynb", as_version=4)
    resources = {"submission_id": "x", "assignment_id": A1, "metadata": {"path": str(folder)}}
    page, _ = HTMLExporter(config=settings).from_notebook_node(notebook, resources)
    assert [alt[:11] for alt in drawn(page)] == ["5 claims on"]


def test_a_report_gets_the_pictures_that_its_room_names(monkeypatch: pytest.MonkeyPatch) -> None:
    key = load(ROOT / "solutions" / A1 / "key.yaml")
    assert pictures.beside("coverage", A1, GOOD, key) == ""
    monkeypatch.setattr(claiming, "REPORTED", {"coverage": ("article strip", "gone")}, raising=False)
    assert len(drawn(pictures.beside("coverage", A1, GOOD, key))) == 1
    assert pictures.beside("kinds", A1, GOOD, key) == ""
