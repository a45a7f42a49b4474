"""Typing in real JupyterLab: every key arrives, saving gets through, and the next day all of it is there again."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from claimlab import answers, recovery
from claimlab.answers import Evidence, Search, Sheet
from claimlab.unread import listed
from tests.browser import jupyter
from tests.classroom import course as scratch

pytestmark = pytest.mark.browser
A2 = "a2-sources"
NOTEBOOK = f"{A2}.ipynb"
HANDED_OUT = scratch.ROOT / "assignments" / A2 / NOTEBOOK
TALL = 2200  # so that the box for a written answer is in sight as well


def carried(page: Page, notebook: Path) -> Sheet:
    """Wait until the notebook on disk carries answers with a note, and return them."""
    for _ in range(80):
        with suppress(json.JSONDecodeError):  # it is just being written
            found = [sheet for sheet in recovery.copies(json.loads(notebook.read_text())) if sheet.notes]
            if found:
                return found[-1]
        page.wait_for_timeout(250)
    raise AssertionError("the notebook was not saved with its answers")


def test_sources_typed_and_a_written_answer_are_saved_and_there_again_the_next_day(
    page: Page, server: jupyter.Server
) -> None:
    page.goto(server.page(NOTEBOOK))
    jupyter.ready(server, page)
    jupyter.run_all(page, ".claimlab-desk")
    page.get_by_role("button", name="Type instead").click()
    field = page.locator(".claimlab-desk .typing textarea")
    expect(field).to_be_focused()
    page.keyboard.press("Control+End")
    page.keyboard.type("source: S05, refutes\nsearch: box office a b d, nothing of use\nsource: S99\n")
    expect(page.locator(".claimlab-desk .saved")).to_have_text("Saved. 1 source attached. 1 line cannot be read yet.")

    box = page.locator(".claimlab-writing textarea").first
    box.scroll_into_view_if_needed()
    box.click()
    page.keyboard.type("One line.")
    page.keyboard.press("Enter")
    page.keyboard.type("Another line, a b d.")
    expect(page.locator(".claimlab-writing-status").first).to_have_text("Saved.")
    page.keyboard.press("Control+s")
    sheet = carried(page, server.folder / NOTEBOOK)
    assert sheet.notes == {"expertise": "One line.\nAnother line, a b d."}
    (claim,) = sheet.claims
    assert claim.id == "g12"
    assert claim.evidence == (Evidence("S05", "refutes"),)
    assert claim.searches == (Search("box office a b d"),)
    assert [line.words for line in listed(sheet)] == ["source: S99"]
    assert answers.fingerprint(sheet) == answers.fingerprint(
        answers.read((server.folder / f"{A2}.answers.json").read_bytes())
    )

    server.kill_kernels()
    page.goto("about:blank")
    page.goto(server.page(NOTEBOOK))
    jupyter.ready(server, page)
    jupyter.run_all(page, ".claimlab-desk")
    page.get_by_role("button", name="Show what you typed").click()
    typed = "source: S05, refutes\nsearch: “box office a b d”, nothing of use\n? source: S99\n"
    expect(field).to_be_editable()
    assert field.input_value().endswith(typed)
