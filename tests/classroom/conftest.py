"""One graded class for many tests: nbgrader is slow to start, so all cases go through one run of each command."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import pytest

from claimlab.answers import Sheet
from claimlab.classroom.command import nbgrader
from tests.classroom import course as scratch
from tests.classroom.course import GOOD, hand_in, sheet

NASTY = "<script>alert('restated')</script> Cher played Rusty <img src=x onerror=alert(1)>"
LATER = sheet(
    ("Cher played Rusty Dennis in the film Mask.", "with Cher in the role of Rusty"),
    revision=7,
    saved_at="2026-03-02T10:00:00.000Z",
    trail=(("other", 7),),
)
EARLIER = msgspec.structs.replace(GOOD, claims=GOOD.claims[:2], trail=(("s", 1),))
HUGE = sheet(
    *((f"Rocky Dennis lived to the age of {n}. " + "and more " * 500, "lived to be 16") for n in range(1200)),
)
OTHER_EDITION = msgspec.structs.replace(GOOD, article_sha256="0" * 64)


class Graded(NamedTuple):
    """A course after autograde: its folder and what nbgrader said about it."""

    course: Path
    said: str
    status: int


@pytest.fixture(scope="session")
def graded(tmp_path_factory: pytest.TempPathFactory) -> Graded:
    """A class with one student for each thing that can be handed in."""
    course = scratch.make(tmp_path_factory.mktemp("class") / "course")
    hand_in(course, "both", GOOD, GOOD)
    hand_in(course, "beside", GOOD)
    hand_in(course, "inside", None, GOOD)
    hand_in(course, "older-beside", EARLIER, _after(GOOD))
    hand_in(course, "conflict", GOOD, LATER)
    hand_in(course, "none")
    hand_in(course, "unreadable", b'{"schema": "claimlab/answers/1", "claims": [')
    hand_in(course, "unreadable-but-inside", b"\xff\xfe\x00 not a sheet", GOOD)
    hand_in(course, "unreadable-inside", GOOD, {"schema": "claimlab/answers/99"})
    hand_in(course, "other-edition", OTHER_EDITION)
    hand_in(course, "huge", HUGE)
    hand_in(course, "nasty", sheet((NASTY, "with Cher in the role of Rusty"), notes={"priority": NASTY}), edit=_nasty)
    hand_in(course, "deleted", GOOD, edit=_delete)
    hand_in(course, "duplicated", GOOD, edit=_duplicate)
    hand_in(course, "edited", GOOD, edit=_edit)
    hand_in(course, "shuffled", GOOD, edit=lambda notebook: notebook["cells"].reverse())
    lost = hand_in(course, "lost-notebook", GOOD)
    (lost / "a1-claims.ipynb").unlink()
    said = nbgrader(course, "autograde", scratch.A1)
    return Graded(course, said.stdout, said.returncode)


def _after(earlier: Sheet) -> Sheet:
    """A sheet that was made from *earlier* in the same sitting."""
    return msgspec.structs.replace(earlier, revision=2, trail=(("s", 2),))


def _nasty(notebook: dict[str, Any]) -> None:
    cell = {"cell_type": "markdown", "id": "own", "metadata": {}, "source": "<script>alert('text')</script> **mine**"}
    notebook["cells"].insert(2, cell)
    notebook["metadata"]["claimlab"] = {"notices": ["<script>alert('forged')</script>"]}
    notebook["metadata"]["widgets"] = {}


def _delete(notebook: dict[str, Any]) -> None:
    names = {"claims", "coverage", "kinds", "priority", "priority-answer"}
    notebook["cells"] = [c for c in notebook["cells"] if not names & {c["id"], scratch.grade_id(c)}]


def _duplicate(notebook: dict[str, Any]) -> None:
    for name in ("claims", "coverage", "priority"):
        cell = scratch.at(notebook, name)
        notebook["cells"].append({**cell, "id": f"{name}-again"})


def _edit(notebook: dict[str, Any]) -> None:
    scratch.at(notebook, "coverage")["source"] = "65.0"
    scratch.at(notebook, "kinds")["source"] = "raise SystemExit"
    scratch.at(notebook, "kinds")["metadata"]["nbgrader"]["points"] = 5000
    scratch.at(notebook, "claims")["source"] = "lab.no_such_step()"
