"""A learner asks for a picture in real JupyterLab: it appears, fits the page, and is told to whoever cannot see it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook
from playwright.sync_api import Browser, Page, expect

from claimlab import answers
from tests.browser import jupyter
from tests.classroom.course import GOOD

pytestmark = pytest.mark.browser
NAME = "a1-claims.ipynb"
GOOD_IN_WORDS = (
    "5 claims on “‘They Left Out the Hell’: Mother of the Real ‘Mask’ Boy Ended Her Silence — and the "
    "Hollywood Version Falls Apart”: 2 in the first third, 2 in the middle and 1 in the last third."
)


@pytest.fixture
def server(tmp_path: Path) -> Iterator[jupyter.Server]:
    workspace = tmp_path / "workspace"
    workspace.mkdir()
    sources = ['import claimlab\nlab = claimlab.open("a1-claims")', 'lab.picture("article strip")']
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3"}}
    nbformat.write(new_notebook(cells=[new_code_cell(one) for one in sources], metadata=kernel), workspace / NAME)
    (workspace / "a1-claims.answers.json").write_bytes(answers.write(GOOD))
    with jupyter.jupyter(workspace, tmp_path / "jupyter.log") as running:
        yield running


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1100, "height": 1400}, reduced_motion="reduce")
    yield context.new_page()
    context.close()


def test_a_picture_is_drawn_on_request_by_keyboard_and_never_outgrows_the_page(
    page: Page, server: jupyter.Server
) -> None:
    page.goto(server.page(NAME))
    jupyter.ready(server, page)
    jupyter.run_all(page, ".claimlab-asking button")
    button = page.get_by_role("button", name="Draw the article strip")
    expect(page.locator(".claimlab-asking img")).to_have_count(0)
    button.focus()
    page.keyboard.press("Enter")
    drawn = page.locator(".claimlab-asking [role=status] img")
    expect(drawn).to_be_visible(timeout=60_000)
    expect(drawn).to_have_attribute("alt", GOOD_IN_WORDS)
    expect(page.get_by_role("button", name="Draw again")).to_be_focused()
    assert drawn.evaluate("picture => [picture.naturalWidth, picture.width]") == [1280, 640]
    with page.expect_download() as kept:
        page.get_by_role("link", name="Save this picture as a file").click()
    assert kept.value.suggested_filename == "article-strip.png"
    page.set_viewport_size({"width": 620, "height": 900})
    expect(drawn).to_be_in_viewport()
    assert drawn.evaluate("picture => picture.width <= picture.closest('.claimlab-asking').clientWidth")
    stretched = "one => Math.abs(one.width / one.height - one.naturalWidth / one.naturalHeight)"
    assert drawn.evaluate(stretched) < 0.01
