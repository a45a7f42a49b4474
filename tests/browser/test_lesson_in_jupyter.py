"""A learner walks through a lesson in real JupyterLab: a slip, a hint, a second try, and everything there next time."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from claimlab import answers
from tests.browser import jupyter

pytestmark = pytest.mark.browser
LESSONS = Path(__file__).resolve().parents[2] / "lessons"
LESSON = "02-what-exactly-is-claimed.ipynb"
HANDED_OUT = LESSONS / LESSON
TALL = 6000


def open_lesson(page: Page, server: jupyter.Server) -> None:
    page.goto("about:blank")
    page.goto(server.page(LESSON))
    jupyter.ready(server, page)
    jupyter.choose(page, "Run", "Run All Cells")
    expect(page.locator(".claimlab-items")).to_have_count(4, timeout=60_000)


def item(page: Page, ask: str) -> Locator:
    return page.locator(".ci-card", has_text=ask)


def test_a_learner_slips_takes_a_hint_tries_again_and_finds_it_all_next_time(
    page: Page, server: jupyter.Server
) -> None:
    open_lesson(page, server)
    first = item(page, "What is a good first move?")
    said = first.locator(".ci-feedback")
    first.get_by_label("Read the page twice, slowly.").check()
    first.get_by_role("button", name="Check").click()
    expect(said).to_contain_text("Not yet.")
    expect(said).to_contain_text("you need a view from outside")
    first.get_by_role("button", name="Hint 1 of 4").click()
    expect(first.locator(".ci-hints")).to_contain_text("The answer is not on the page.")
    first.get_by_label("Leave the page").check()
    first.get_by_role("button", name="Check again").click()
    expect(said).to_contain_text("Yes.")
    draft = item(page, "Write this claim so that it stands alone.").get_by_role("textbox")
    draft.fill("Biscuit the cat")
    draft.blur()
    expect(page.locator(".ci-say").nth(2)).to_have_text("Saved.")

    sheet = answers.read((server.folder / "lesson-02.answers.json").read_bytes())
    assert sheet.responses["02-recall-page"] == {"answer": 1, "state": "right", "tries": 2, "hints": 1, "first": 2}

    assert server.kill_kernels() == 1
    open_lesson(page, server)
    expect(item(page, "What is a good first move?").locator(".ci-feedback")).to_contain_text("Yes.")
    kept = item(page, "Write this claim so that it stands alone.").get_by_role("textbox")
    expect(kept).to_have_value("Biscuit the cat")


BEGINNING = "First wake up the page"


@pytest.fixture
def small(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1200, "height": 800}, reduced_motion="reduce")
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("app", ["lab", "notebook"])
def test_after_run_all_the_page_comes_back_to_where_it_begins(small: Page, server: jupyter.Server, app: str) -> None:
    small.goto(server.page(LESSON, app))
    jupyter.ready(server, small)
    jupyter.choose(small, "Run", "Run All Cells")
    expect(small.locator(".claimlab-items")).to_have_count(4, timeout=60_000)
    expect(small.locator("p", has_text=BEGINNING)).to_be_in_viewport(timeout=30_000)
    expect(small.locator(".jp-Cell.jp-mod-active", has_text=BEGINNING)).to_be_focused()


def test_a_learner_who_touches_the_page_meanwhile_stays_where_they_are(small: Page, server: jupyter.Server) -> None:
    small.goto(server.page(LESSON))
    jupyter.ready(server, small)
    jupyter.choose(small, "Run", "Run All Cells")
    small.locator(".claimlab-asking").first.wait_for(state="attached", timeout=60_000)
    small.mouse.move(700, 400)
    small.mouse.wheel(0, -200)
    small.wait_for_timeout(3000)
    expect(small.locator("p", has_text=BEGINNING)).not_to_be_in_viewport()
