"""Pictures on the pages of grading: drawn when the page is made, never while the marks are counted.

In the graded notebook stand the words of each picture, because a thousand
drawings take long and nobody looks at most of them.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any

from claimlab import plan
from claimlab.answers import Sheet
from claimlab.classroom import cells
from claimlab.figures import Picture
from claimlab.keys import AnyKey
from claimlab.lab import ROOMS, Lab
from claimlab.problems import Problem

STEP = "picture"


def draw(nb: Any, assignment: str, sheet: Callable[[], Sheet]) -> None:
    """Put each picture that a cell of *nb* asks for in place of its words; nothing of the key is on it."""
    if assignment not in plan.plans():
        return
    bench = Lab(assignment, None, sheet())
    for cell in nb.cells:
        call = cells.call(cell.source) if cell.cell_type == "code" and cell.outputs else None
        picture = _picture(bench, *call.arguments) if call is not None and call.step == STEP else None
        if picture is not None:
            cell.outputs = [cells.result(picture)]


def beside(criterion: str, assignment: str, sheet: Sheet, key: AnyKey) -> str:
    """Return, as HTML, the pictures that belong to the reasons for *criterion*, the answers of *key* among them."""
    bench = Lab.for_marking(assignment, sheet, key, released=True)
    room = import_module(ROOMS[bench.plan.step])
    names: tuple[str, ...] = getattr(room, "REPORTED", {}).get(criterion, ())
    pictures = (_picture(bench, name) for name in names)
    return "".join(picture.html for picture in pictures if picture)


def _picture(bench: Lab, *named: Any) -> Picture | None:
    """Return the picture; a name that a student made up has none."""
    try:
        found: Picture = bench.picture(*named)
    except (Problem, TypeError):
        return None
    return found
