"""One claim at the source desk in real JupyterLab by keyboard alone, from search to the saved answer sheet."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook
from playwright.sync_api import Browser, Page, expect

from claimlab import answers
from tests.browser import jupyter
from tests.browser.desk_moves import focused, press
from tests.browser.learner import tab_to

pytestmark = pytest.mark.browser
NOTEBOOK = "a2-sources.ipynb"


@pytest.fixture
def server(tmp_path: Path) -> Iterator[jupyter.Server]:
    workspace = tmp_path / "workspace"
    workspace.mkdir()
    cells = ['import claimlab\nlab = claimlab.open("a2-sources")', "lab.find_sources()"]
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3"}}
    nbformat.write(new_notebook(cells=[new_code_cell(cell) for cell in cells], metadata=kernel), workspace / NOTEBOOK)
    with jupyter.jupyter(workspace, tmp_path / "jupyter.log") as running:
        yield running


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1300, "height": 1100}, reduced_motion="reduce")
    yield context.new_page()
    context.close()


def test_a_claim_gets_its_source_by_keyboard_alone_and_keeps_it(page: Page, server: jupyter.Server) -> None:
    page.goto(server.page(NOTEBOOK))
    jupyter.ready(server, page)
    jupyter.run_all(page, ".claimlab-desk")
    page.locator(".claimlab-desk .card > .head").first.focus()
    press(page, "Tab", "Enter")
    expect(page.get_by_role("searchbox", name="Search the 74 sources")).to_be_focused()
    page.keyboard.type("cover story drama")
    press(page, "Enter")
    page.locator(".came .result").first.wait_for()
    press(page, "ArrowDown", "Enter", "Tab", "Tab", "Enter")
    expect(page.get_by_role("radio", name="supports", exact=True)).to_be_focused()
    press(page, "ArrowRight", "ArrowRight", "Tab", "Enter")
    assert focused(page).startswith("not tin angels")
    tab_to(page, "textarea")
    press(page, "Tab", "ArrowRight", "Tab", "Space")
    press(page, "Control+s")
    expect(page.locator(".claimlab-desk .saved")).to_have_text("Saved. 1 source attached.")

    sheet = answers.read((server.folder / "a2-sources.answers.json").read_bytes())
    (claim,) = sheet.claims
    (evidence,) = claim.evidence
    assert (claim.id, evidence.source, evidence.stance, evidence.role) == ("g01", "S01", "refutes", "origin")
    assert evidence.words == "not tin angels or cardboard martyrs, but raucous comrades"
    assert [(search.query, search.found) for search in claim.searches] == [("cover story drama", 1)]

    server.kill_kernels()
    page.goto("about:blank")
    page.goto(server.page(NOTEBOOK))
    jupyter.ready(server, page)
    jupyter.run_all(page, ".claimlab-desk")
    expect(page.locator(".claimlab-desk .stage").first).to_have_text("1 source")
