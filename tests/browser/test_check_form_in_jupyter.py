"""A learner takes the short form in real JupyterLab: the report appears at the end and is there next time."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from claimlab import answers, check_forms
from tests.browser import jupyter

pytestmark = pytest.mark.browser
LESSONS = Path(__file__).resolve().parents[2] / "lessons"
LESSON = "09-did-it-stick.ipynb"
HANDED_OUT = LESSONS / LESSON
TALL = 3600


def open_lesson(page: Page, server: jupyter.Server) -> None:
    page.goto("about:blank")
    page.goto(server.page(LESSON))
    jupyter.ready(server, page)
    jupyter.choose(page, "Run", "Run All Cells")
    expect(page.locator(".claimlab-form")).to_be_visible(timeout=60_000)
    expect(page.locator(".claimlab-progress")).to_be_visible(timeout=60_000)


def taken(server: jupyter.Server) -> check_forms.Taken:
    sheet = answers.read((server.folder / "lesson-09.answers.json").read_bytes())
    return check_forms.read(check_forms.load("c"), sheet.responses["form-c"])


def test_a_form_is_finished_reported_and_found_again(page: Page, server: jupyter.Server) -> None:
    open_lesson(page, server)
    form = page.locator(".claimlab-form")
    expect(page.get_by_text("Your report appears here when you have finished the form above.")).to_be_visible()
    form.get_by_role("slider").focus()
    for _ in range(8):
        page.keyboard.press("ArrowRight")
        page.keyboard.press("Enter")
    expect(form.get_by_role("textbox")).to_be_focused()
    page.keyboard.type("It began with the notes of the tea house.")
    form.get_by_role("button", name="Next").click()
    form.get_by_role("button", name="Finish and see how it went").click()
    report = page.locator(".claimlab-form-report")
    expect(report).to_contain_text("True ones you trusted:4 of 4")
    expect(report).to_contain_text("False ones you caught:0 of 4")
    expect(report).to_contain_text("trusting by 4")
    expect(page.locator(".claimlab-saved")).to_have_count(1)
    expect(page.locator(".claimlab-saved")).to_be_hidden()
    page.get_by_role("button", name="Look again").click()
    expect(page.locator(".claimlab-progress")).to_contain_text("True ones you trusted: 4 of 4.")
    assert {answer.value for answer in taken(server).answers.values()} == {55}

    assert server.kill_kernels() == 1
    open_lesson(page, server)
    expect(page.locator(".claimlab-form .done")).to_contain_text("You have finished this form.")
    expect(page.locator(".claimlab-form-report")).to_contain_text("trusting by 4")
