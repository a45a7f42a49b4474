"""A scratch course for the tests: real folders, the real nbgrader command line, no shortcuts."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
from nbgrader.api import Gradebook

from claimlab import answers, case
from claimlab.answers import Claim, Passage, Sheet
from claimlab.classroom.command import copy_course, nbgrader
from claimlab.lab import blank

ROOT = Path(__file__).resolve().parents[2]
A1 = "a1-claims"
PLAIN = """
c.Autograde.autograde_preprocessors = [
    "nbgrader.preprocessors." + step
    for step in ("Execute", "LimitOutput", "SaveAutoGrades", "AssignLatePenalties", "CheckCellMetadata")
]
"""


class Grade(NamedTuple):
    """A line of the gradebook."""

    auto: float | None
    manual: float | None
    by_hand: bool


def make(folder: Path, more_config: str = "", assignment: str = A1) -> Path:
    """Return a course with *assignment*, released; *more_config* is added to its nbgrader_config.py."""
    course = copy_course(ROOT, folder, assignment)
    config = course / "nbgrader_config.py"
    config.write_text(config.read_text() + more_config)
    said = nbgrader(course, "generate_assignment", assignment)
    assert said.returncode == 0, said.stdout
    return course


def sheet(*said: tuple[str, str], notes: dict[str, str] | None = None, **changed: Any) -> Sheet:
    """Return a sheet with one card for each pair of restatement and marked words (or "" for no mark)."""
    text = case.load("mask-1985").article.text
    cards = []
    for n, (restatement, quote) in enumerate(said, 1):
        start = text.index(quote)
        passages = (Passage(start, start + len(quote), quote),) if quote else ()
        cards.append(Claim(f"k{n}", passages, restatement, "fact", 2))
    made = {"claims": tuple(cards), "notes": notes or {}, "revision": 1, "saved_at": "2026-03-01T10:00:00.000Z"}
    return msgspec.structs.replace(blank(A1), **{**made, **changed})


GOOD = sheet(
    ("Rusty Dennis was the mother of Rocky Dennis, the boy behind Mask.", "mother of Rocky Dennis"),
    ("Cher played Rusty Dennis in the film Mask.", "with Cher in the role of Rusty"),
    ("Rocky Dennis lived to the age of 16.", "lived to be 16"),
    ("Rusty Dennis was not with her son Rocky when he died.", "she was not there when Rocky died"),
    ("Rusty Dennis said that the filmmakers left out the hell.", "left out the hell"),
    notes={"priority": "The one about the silence.\nNothing is left without it."},
)


def hand_in(
    course: Path,
    student: str,
    beside: Sheet | bytes | None = None,
    inside: Sheet | Any = None,
    edit: Callable[[dict[str, Any]], None] | None = None,
    assignment: str = A1,
) -> Path:
    """Hand in the released notebook with a sheet *beside* it, one *inside* it, and the changes made by *edit*."""
    folder = course / "submitted" / student / assignment
    folder.mkdir(parents=True)
    notebook = json.loads((course / "assignments" / assignment / f"{assignment}.ipynb").read_text())
    if inside is not None:
        document = answers.document(inside) if isinstance(inside, Sheet) else inside
        data = {answers.MIME: document, "text/plain": "", "text/html": "<b>the answers</b>"}
        at(notebook, "claims")["outputs"] = [{"output_type": "display_data", "metadata": {}, "data": data}]
    if edit is not None:
        edit(notebook)
    (folder / f"{assignment}.ipynb").write_text(json.dumps(notebook))
    if beside is not None:
        raw = beside if isinstance(beside, bytes) else answers.write(beside)
        (folder / f"{assignment}.answers.json").write_bytes(raw)
    return folder


def at(notebook: dict[str, Any], name: str) -> dict[str, Any]:
    """Return the cell with the id or grade id *name*."""
    return next(cell for cell in notebook["cells"] if name in (cell["id"], grade_id(cell)))


def grade_id(cell: dict[str, Any]) -> str:
    """Return nbgrader's name of *cell*, or ""."""
    return str(cell["metadata"].get("nbgrader", {}).get("grade_id", ""))


def grades(course: Path, student: str, assignment: str = A1) -> dict[str, Grade]:
    """Return what the gradebook holds for *student*, by cell."""
    with Gradebook(f"sqlite:///{course / 'gradebook.db'}") as gradebook:
        found = gradebook.find_submission_notebook(assignment, assignment, student)
        return {g.name: Grade(g.auto_score, g.manual_score, g.needs_manual_grade) for g in found.grades}


def graded(course: Path, student: str, assignment: str = A1) -> dict[str, Any]:
    """Return the autograded notebook of *student*."""
    path = course / "autograded" / student / assignment / f"{assignment}.ipynb"
    return json.loads(path.read_text())  # type: ignore[no-any-return]


def output(course: Path, student: str, name: str, kind: str = "text/html") -> str:
    """Return what the cell *name* shows in the autograded notebook."""
    [shown] = at(graded(course, student), name)["outputs"]
    return "".join(shown["data"][kind])


def texts(folder: Path, names: Iterable[str] = ("*.ipynb", "*.html", "*.json")) -> dict[Path, str]:
    """Return the text of every file of these names below *folder*."""
    found = (path for name in names for path in sorted(folder.rglob(name)) if path.is_file())
    return {path: path.read_bytes().decode("utf-8", "replace") for path in found}
