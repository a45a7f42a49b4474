"""claimlab check: what would be lost at hand-in is said beforehand, in words a student can act on."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest

from claimlab import answers, checkup, cli, lab, places
from claimlab.answers import Claim, Sheet
from claimlab.problems import Problem

NAME = "a1-claims"
RELEASED = json.loads((places.kit("assignments") / NAME / f"{NAME}.ipynb").read_text(encoding="utf-8"))


@pytest.fixture
def sheet() -> Sheet:
    claims = tuple(Claim(id=f"k{number}", restatement=f"Rocky Dennis did thing {number}.") for number in range(12))
    return msgspec.structs.replace(
        lab.blank(NAME), claims=claims, revision=3, notes={"priority": "The confession."}, trail=(("one", 3),)
    )


@pytest.fixture
def hand_in(tmp_path: Path) -> Callable[..., Path]:
    """Lay out a folder as a student would hand it in, and return it."""

    def lay(beside: Sheet | bytes | None, *inside: Sheet, notebook: Any = RELEASED) -> Path:
        folder = tmp_path / NAME
        folder.mkdir(exist_ok=True)
        if notebook is not None:
            (folder / f"{NAME}.ipynb").write_text(json.dumps(carrying(notebook, *inside)), encoding="utf-8")
        if beside is not None:
            raw = beside if isinstance(beside, bytes) else answers.write(beside)
            (folder / f"{NAME}.answers.json").write_bytes(raw)
        return folder

    return lay


def carrying(notebook: Any, *sheets: Sheet) -> Any:
    """Return a copy of *notebook* whose first code cell carries *sheets* in its outputs."""
    if not isinstance(notebook, dict):
        return notebook
    notebook = copy.deepcopy(notebook)
    cell = next((cell for cell in notebook["cells"] if cell["cell_type"] == "code"), {})
    cell["outputs"] = [
        {"output_type": "display_data", "metadata": {}, "data": {answers.MIME: answers.document(sheet)}}
        for sheet in sheets
    ]
    return notebook


def graded_cells() -> list[dict[str, Any]]:
    return [cell for cell in RELEASED["cells"] if "nbgrader" in cell["metadata"]]


def without(cell: dict[str, Any]) -> dict[str, Any]:
    return {**RELEASED, "cells": [other for other in RELEASED["cells"] if other is not cell]}


def mended(folder: Path) -> list[str]:
    return [str(finding) for finding in checkup.check(folder) if not finding]


def test_a_saved_notebook_with_its_answers_is_ready(
    hand_in: Callable[..., Path], sheet: Sheet, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = hand_in(sheet, sheet)
    assert mended(folder) == []
    assert cli.main(["check", str(folder)]) == 0
    said = capsys.readouterr().out
    assert "12 claims" in said
    assert "1 of 3 questions" in said
    assert said.endswith("Ready to hand in.\n")


def test_the_notebook_alone_is_enough(hand_in: Callable[..., Path], sheet: Sheet) -> None:
    assert mended(hand_in(None, sheet)) == []


def test_a_notebook_saved_before_the_last_change_is_noticed(hand_in: Callable[..., Path], sheet: Sheet) -> None:
    later = msgspec.structs.replace(sheet, claims=sheet.claims[:5], revision=4, trail=(("one", 4),))
    (line,) = mended(hand_in(later, sheet))
    assert "not saved after your last change" in line


def test_a_notebook_that_carries_nothing_is_noticed(hand_in: Callable[..., Path], sheet: Sheet) -> None:
    (line,) = mended(hand_in(sheet))
    assert "does not carry your answers" in line


def test_answers_that_went_two_ways_are_noticed(hand_in: Callable[..., Path], sheet: Sheet) -> None:
    mine = msgspec.structs.replace(sheet, claims=sheet.claims[:5], trail=(("here", 4),))
    other = msgspec.structs.replace(sheet, claims=sheet.claims[5:], trail=(("elsewhere", 4),))
    (line,) = mended(hand_in(mine, other))
    assert "different answers" in line


def test_a_notebook_that_went_on_elsewhere_is_fine(hand_in: Callable[..., Path], sheet: Sheet) -> None:
    later = msgspec.structs.replace(sheet, claims=sheet.claims[:5], revision=4, trail=(("one", 4),))
    findings = checkup.check(hand_in(sheet, later))
    assert all(findings)
    assert [finding for finding in findings if "newer answers than the file" in finding.said]


@pytest.mark.parametrize("raw", [b"{", b"", b"\xff\xfe", b"[]", b'{"schema": "claimlab/answers/9"}'])
def test_an_unreadable_sheet_is_noticed(hand_in: Callable[..., Path], raw: bytes) -> None:
    (line,) = mended(hand_in(raw))
    assert "keep the file" in line


def test_no_answers_at_all_are_noticed(hand_in: Callable[..., Path]) -> None:
    (line,) = mended(hand_in(None))
    assert "no answers were found" in line
    assert "folder" not in line  # the notebook alone is enough


def test_a_blank_sheet_is_noticed(hand_in: Callable[..., Path]) -> None:
    (line,) = mended(hand_in(lab.blank(NAME), lab.blank(NAME)))
    assert "0 claims" in line


def test_another_edition_of_the_article_is_noticed(hand_in: Callable[..., Path], sheet: Sheet) -> None:
    old = msgspec.structs.replace(sheet, article_sha256="0" * 64)
    (line,) = mended(hand_in(old, old))
    assert "another edition of the article" in line


def test_answers_to_another_assignment_are_noticed(hand_in: Callable[..., Path], sheet: Sheet) -> None:
    stray = msgspec.structs.replace(sheet, assignment="another-one")
    (line,) = mended(hand_in(stray))
    assert "'another-one'" in line


def test_damaged_cards_are_noticed(hand_in: Callable[..., Path], sheet: Sheet) -> None:
    damaged = msgspec.structs.replace(sheet, damaged=({"id": 7},))
    (line,) = mended(hand_in(damaged, damaged))
    assert "1 card cannot be read" in line


def test_a_deleted_cell_is_named(hand_in: Callable[..., Path], sheet: Sheet) -> None:
    gone = graded_cells()[-1]
    (line,) = mended(hand_in(sheet, sheet, notebook=without(gone)))
    assert gone["metadata"]["nbgrader"]["grade_id"] in line
    assert "deleted" in line


def test_a_cell_without_its_nbgrader_mark_counts_as_deleted(hand_in: Callable[..., Path], sheet: Sheet) -> None:
    notebook = copy.deepcopy(RELEASED)
    bare = [cell for cell in notebook["cells"] if "nbgrader" in cell["metadata"]][-1]
    name = bare["metadata"].pop("nbgrader")["grade_id"]
    (line,) = mended(hand_in(sheet, sheet, notebook=notebook))
    assert name in line


def test_a_copied_cell_is_named(hand_in: Callable[..., Path], sheet: Sheet) -> None:
    twice = graded_cells()[-1]
    notebook = {**RELEASED, "cells": [*RELEASED["cells"], {**twice, "id": "a-copy"}]}
    (line,) = mended(hand_in(sheet, sheet, notebook=notebook))
    assert twice["metadata"]["nbgrader"]["grade_id"] in line
    assert "twice" in line


def test_a_renamed_notebook_is_named(hand_in: Callable[..., Path], sheet: Sheet) -> None:
    folder = hand_in(sheet, sheet)
    (folder / f"{NAME}.ipynb").rename(folder / "my claims (2).ipynb")
    assert f"rename my claims (2).ipynb to {NAME}.ipynb" in mended(folder)[0]


@pytest.mark.parametrize("notebook", [[], "text", {"cells": 3}, {"worksheets": []}])
def test_something_else_in_place_of_the_notebook_is_noticed(
    hand_in: Callable[..., Path], sheet: Sheet, notebook: Any
) -> None:
    folder = hand_in(sheet, notebook=None)
    (folder / f"{NAME}.ipynb").write_text(json.dumps(notebook), encoding="utf-8")
    assert f"{NAME}.ipynb is not a notebook" in mended(folder)[0]


def test_a_notebook_too_large_to_upload_is_noticed(hand_in: Callable[..., Path], sheet: Sheet) -> None:
    notebook = {**RELEASED, "metadata": {**RELEASED["metadata"], "picture": "x" * checkup.LARGEST_NOTEBOOK}}
    (line,) = mended(hand_in(sheet, sheet, notebook=notebook))
    assert "20.0 MB" in line


def test_a_small_notebook_is_not_weighed(hand_in: Callable[..., Path], sheet: Sheet) -> None:
    said = [finding.said for finding in checkup.check(hand_in(sheet, sheet))]
    assert [line for line in said if "small enough" in line]
    assert not any("MB" in line for line in said)


def test_a_whole_workspace_is_looked_through(hand_in: Callable[..., Path], sheet: Sheet, tmp_path: Path) -> None:
    folder = hand_in(sheet, sheet)
    (tmp_path / "workspace" / "assignments").mkdir(parents=True)
    folder.rename(tmp_path / "workspace" / "assignments" / NAME)
    assert mended(tmp_path / "workspace") == []


def test_a_folder_without_assignments_is_a_problem(tmp_path: Path) -> None:
    with pytest.raises(Problem, match="no assignment in"):
        checkup.check(tmp_path)


def test_checking_changes_nothing(hand_in: Callable[..., Path], sheet: Sheet) -> None:
    folder = hand_in(b"{", sheet)
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    checkup.check(folder)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
