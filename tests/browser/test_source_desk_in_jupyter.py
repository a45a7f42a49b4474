"""One claim of a2 in real JupyterLab by keyboard alone: from search to saved answer, and on to nbgrader's points."""

from __future__ import annotations

import json
import shutil
from contextlib import suppress
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from claimlab import answers, recovery
from claimlab.classroom.command import nbgrader
from tests.browser import jupyter
from tests.browser.desk_moves import focused, press
from tests.browser.learner import tab_to
from tests.classroom import course as scratch

pytestmark = [pytest.mark.browser, pytest.mark.classroom]
A2 = "a2-sources"
NOTEBOOK = f"{A2}.ipynb"
HANDED_OUT = scratch.ROOT / "assignments" / A2 / NOTEBOOK


def test_a_claim_by_keyboard_alone_from_search_to_nbgraders_points(
    page: Page, server: jupyter.Server, tmp_path: Path
) -> None:
    page.goto(server.page(NOTEBOOK))
    jupyter.ready(server, page)
    jupyter.run_all(page, ".claimlab-desk")
    page.locator(".claimlab-desk .card > .head").first.focus()
    press(page, "Tab", "Enter")
    expect(page.get_by_role("searchbox", name="Search the 74 sources")).to_be_focused()
    page.keyboard.type("interview cover story")
    press(page, "Tab", "Tab", "Space", "Shift+Tab", "Enter")
    page.locator(".came .result").first.wait_for()
    tab_to(page, ".result[data-source=S01]")
    press(page, "Enter", "Tab", "Tab", "Enter")
    expect(page.get_by_role("radio", name="supports", exact=True)).to_be_focused()
    press(page, "ArrowRight", "ArrowRight", "Tab", "Enter")
    assert focused(page).startswith("not tin angels")
    tab_to(page, "textarea")
    press(page, "Tab", "ArrowRight", "Tab", "Space")
    press(page, "Control+s")
    expect(page.locator(".claimlab-desk .saved")).to_have_text("Saved. 1 source attached.")
    _wait_until_it_travels(page, server.folder / NOTEBOOK)

    sheet = answers.read((server.folder / f"{A2}.answers.json").read_bytes())
    (claim,) = sheet.claims
    (evidence,) = claim.evidence
    assert (claim.id, evidence.source, evidence.stance, evidence.role) == ("g01", "S01", "refutes", "origin")
    assert evidence.words == "not tin angels or cardboard martyrs, but raucous comrades"
    assert [(search.query, search.against) for search in claim.searches] == [("interview cover story", True)]

    server.kill_kernels()
    page.goto("about:blank")
    page.goto(server.page(NOTEBOOK))
    jupyter.ready(server, page)
    jupyter.run_all(page, ".claimlab-desk")
    expect(page.locator(".claimlab-desk .stage").first).to_have_text("1 source")
    assert _autograde(server.folder, tmp_path / "course") == {"origins": 4.0, "support": 3.0, "care": 2.0}


def _wait_until_it_travels(page: Page, notebook: Path) -> None:
    """Wait until the notebook on disk carries the answers."""
    for _ in range(80):
        with suppress(json.JSONDecodeError):  # it is just being written
            if any(sheet.claims for sheet in recovery.copies(json.loads(notebook.read_text()))):
                return
        page.wait_for_timeout(250)
    raise AssertionError("the notebook was not saved with its answers")


def _autograde(folder: Path, course: Path) -> dict[str, float | None]:
    """Hand in the *folder* as it is and return what the real nbgrader gives for the parts that the computer marks."""
    scratch.make(course, assignment=A2)
    handed_in = course / "submitted" / "ada" / A2
    handed_in.mkdir(parents=True)
    for name in (NOTEBOOK, f"{A2}.answers.json"):
        shutil.copy(folder / name, handed_in)
    said = nbgrader(course, "autograde", A2)
    assert said.returncode == 0, said.stdout
    return {name: grade.auto for name, grade in scratch.grades(course, "ada", A2).items() if grade.auto is not None}
