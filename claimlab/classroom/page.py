"""The page of feedback as a student reads it: points in plain words, each question once, then the reasons.

nbgrader's own page calls every part a cell, shows a question without a mark as zero
points and puts the teacher's comment above the answer it is about. Here the
notebook is made ready for a page of our own, ``feedback.html.j2`` beside this file.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from nbgrader.api import Gradebook

from claimlab.classroom import cells
from claimlab.marking.report import ONCE, short

TEMPLATE = Path(__file__).with_name("feedback.html.j2")
TITLES = {
    "coverage": "How well your claims cover the article",
    "kinds": "The kinds you chose",
    "origins": "Where each claim first appeared",
    "support": "Words that show it",
    "care": "Letters, and a search for the other side",
    "verdicts": "Your verdicts",
    "calibration": "How sure you were",
    "balance": "A fair hearing for true claims and for false ones",
    "indicators": "Your indicators and what proves them",
    "sums": "Your sums: weights, scores and what moves them",
}
UNFINISHED = "Your teacher still has to mark some parts of this work, so your points can change."
REMARK = re.compile(rf"<(li|p) {ONCE}.*?</\1>", re.S)
EMPTY = re.compile(r"<ul[^>]*></ul>")
NOT_YET = "not marked yet"
NO_ANSWER = "There is no answer yet."


def prepare(nb: Any, resources: Any, notes: dict[str, str], *, released: bool) -> None:
    """Give every marked cell of *nb* its title, points, answer and comment, and *resources* the table of points."""
    names = resources["nbgrader"]
    title = _take_title(nb) or names["notebook"]
    drop_check(nb)
    with Gradebook(names["db_url"]) as gradebook:
        found = gradebook.find_submission_notebook(names["notebook"], names["assignment"], names["student"])
        grades = {grade.name: grade for grade in found.grades}
        unfinished = bool(found.needs_manual_grade)
        parts = [
            _part(cell, grades[cells.grade_id(cell)], released) for cell in nb.cells if cells.grade_id(cell) in grades
        ]
        waiting = sum(grade.max_score for grade in grades.values() if _open(grade))
    _answer(nb, notes)
    say_once(nb)
    reached = names["score"], names["max_score"] - waiting
    resources["claimlab"] = {
        "title": title,
        "unfinished": UNFINISHED if unfinished else "",
        "parts": parts,
        "together": "So far" if unfinished else "Together",
        "total": f"{short(reached[0])} of {short(reached[1])} points",
    }


def _part(cell: Any, grade: Any, released: bool) -> dict[str, Any]:
    name = cells.grade_id(cell)
    call = cells.call(cell.source) if cell.cell_type == "code" else None
    title = TITLES.get(call.criterion or "", name) if call else name
    if cell.cell_type == "markdown":
        title = _take_heading(cell) or name
    points = NOT_YET if _open(grade) else f"{short(grade.score)} of {short(grade.max_score)}"
    by_hand = grade.manual_score is not None and cell.cell_type == "code" and not released
    given = (
        f"Your teacher gave {short(grade.score)} points for this part; they are the ones that count." if by_hand else ""
    )
    comment = cell.metadata["nbgrader"].get("comment") or ""
    part = {"name": name, "title": title, "points": points, "comment": comment, "answer": None, "given": given}
    cell.metadata["claimlab"] = part
    if call and call.criterion:
        cell.metadata["transient"] = {"remove_source": True}
    return part


def _open(grade: Any) -> bool:
    """True if nobody, and no computer, has given points yet."""
    return grade.manual_score is None and grade.auto_score is None


def _answer(nb: Any, notes: dict[str, str]) -> None:
    """Put each written answer below its question, in place of the cell that repeats both."""
    kept: list[Any] = []
    for cell in nb.cells:
        step = cells.call(cell.source) if cell.cell_type == "code" else None
        asked = kept[-1].metadata.get("claimlab") if kept else None
        if asked and kept[-1].cell_type == "markdown" and step and step.step == "write" and step.arguments:
            asked["answer"] = notes.get(str(step.arguments[0])) or NO_ANSWER
        else:
            kept.append(cell)
    nb.cells = kept


def drop_check(nb: Any) -> None:
    """Remarks on form were for the time before handing in; now the marks speak."""
    for at in reversed(range(len(nb.cells))):
        step = cells.call(nb.cells[at].source) if nb.cells[at].cell_type == "code" else None
        if step and step.step == "check":
            above = at - 1 if at and nb.cells[at - 1].cell_type == "markdown" else at
            del nb.cells[above : at + 1]


def say_once(nb: Any) -> None:
    """Leave out of each report what an earlier one on the page has said: it holds for the work as a whole."""
    said: set[str] = set()

    def first(found: re.Match[str]) -> str:
        repeated = found[0] in said
        said.add(found[0])
        return "" if repeated else found[0]

    for cell in nb.cells:
        for output in cell.get("outputs", []):
            html = output.get("data", {}).get("text/html", "")
            if ONCE in html:
                output.data["text/html"] = EMPTY.sub("", REMARK.sub(first, html))


def _take_title(nb: Any) -> str:
    first = nb.cells[0] if nb.cells else None
    if first is None or first.cell_type != "markdown" or not first.source.startswith("# ") or cells.grade_id(first):
        return ""
    title = _take_heading(first)
    if not first.source.strip():
        del nb.cells[0]
    return title


def heading(cell: Any) -> str:
    """Return the heading that the text of *cell* opens with, or ""."""
    first = str(cell.source).strip().partition("\n")[0]
    return first.lstrip("#").strip() if first.startswith("#") else ""


def _take_heading(cell: Any) -> str:
    """Take the heading off the text of *cell*, so that the page can show it once."""
    found = heading(cell)
    if found:
        cell.source = cell.source.strip().partition("\n")[2].strip()
    return found
