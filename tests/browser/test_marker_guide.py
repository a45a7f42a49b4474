"""The guided start, help, looks and access."""

from __future__ import annotations

import json

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.marker_moves import MASK, TWO, Show, desk, focused, open_card, press, word
from tests.widgets.wire import Desk

pytestmark = pytest.mark.browser


def test_a_first_visit_is_guided_and_marking_moves_the_guide_on(show: Show) -> None:
    seen = show(Desk(MASK))
    guide = seen.page.get_by_role("region", name="Guided start")
    expect(guide).to_contain_text("Step 1 of 4")
    guide.get_by_role("button", name="Next").click()
    expect(guide).to_contain_text("Mark one claim")
    seen.page.locator(".sentence").nth(1).focus()
    press(seen.page, "Space")
    expect(guide).to_contain_text("Step 3 of 4")
    seen.page.get_by_role("button", name="Done").click()
    expect(guide).to_contain_text("Step 4 of 4")
    guide.get_by_role("button", name="Got it").click()
    expect(guide).to_be_hidden()
    seen.page.wait_for_function("model.sent.some((m) => m.type === 'guide-dismissed')")
    assert seen.desk.dismissed == 1


def test_escape_ends_the_guide_and_help_brings_it_back(show: Show) -> None:
    seen = show(Desk(MASK))
    page = seen.page
    page.get_by_role("button", name="Skip").focus()
    press(page, "Escape")
    expect(page.get_by_role("region", name="Guided start")).to_be_hidden()
    assert "Sentence 1 of" in focused(page)
    page.get_by_role("button", name="Help").click()
    page.get_by_role("button", name="Show the guided start").click()
    expect(page.get_by_role("button", name="Next")).to_be_focused()


def test_help_opens_closes_and_gives_the_focus_back(show: Show) -> None:
    page = show().page
    opener = page.get_by_role("button", name="Help")
    opener.click()
    expect(page.get_by_role("region", name="Help")).to_be_focused()
    expect(opener).to_have_attribute("aria-expanded", "true")
    press(page, "Escape")
    expect(page.get_by_role("region", name="Help")).to_be_hidden()
    expect(opener).to_be_focused()


OUTSIDE = """root => [...root.querySelectorAll(':not(.unseen)')]
    .filter((e) => e.getClientRects().length)
    .filter((e) => e.getBoundingClientRect().right > root.getBoundingClientRect().right + 1)
    .map((e) => e.className || e.tagName)"""


@pytest.mark.parametrize("state", ["cards", "words", "tapped", "typed", "guide and help"])
def test_nothing_sticks_out_at_320_pixels(context: BrowserContext, show: Show, state: str) -> None:
    seen = show(desk(*TWO) if state != "guide and help" else Desk(MASK))
    page = seen.page
    page.set_viewport_size({"width": 320, "height": 640})
    put_in(page, state)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    root = page.locator(".claimlab-marker")
    assert root.evaluate(OUTSIDE) == []


def put_in(page: Page, state: str) -> None:
    if state == "cards":
        open_card(page, 1).fill("She left.")
        page.locator(".hints li").wait_for()
    elif state == "words":
        page.locator(".sentence").nth(2).focus()
        press(page, "Enter", "Shift+ArrowRight")
    elif state == "tapped":
        word(page, "stunned").click()
    elif state == "typed":
        page.get_by_role("button", name="Type instead").click()
    elif state == "guide and help":
        page.get_by_role("button", name="Help").click()
    elif state == "alarm":
        page.evaluate("model.alive = false")
        open_card(page, 1).fill("Lost.")
        page.locator(".alarm:not(:empty)").wait_for()


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("state", ["cards", "words", "tapped", "typed", "guide and help", "alarm"])
def test_axe_finds_nothing_to_object_to(show: Show, state: str, dark: bool) -> None:
    seen = show(desk(*TWO) if state != "guide and help" else Desk(MASK), dark=dark)
    put_in(seen.page, state)
    found = Axe().run(seen.page)
    problems = [(v["id"], [node["html"] for node in v["nodes"]]) for v in found.response["violations"]]
    assert problems == [], json.dumps(problems, indent=1)


SMALL = """root => [...root.querySelectorAll('button, summary, label:has(input)')]
    .filter((e) => e.getClientRects().length)
    .filter((e) => ['width', 'height'].some((side) => {
        const around = parseFloat(getComputedStyle(e, '::after')[side]) || 0;
        return Math.max(e.getBoundingClientRect()[side], around) < 24;
    })).map((e) => e.textContent)"""


@pytest.mark.parametrize("state", ["cards", "tapped", "guide and help"])
def test_every_target_is_large_enough_for_a_finger(show: Show, state: str) -> None:
    page = show(desk(*TWO) if state != "guide and help" else Desk(MASK)).page
    put_in(page, state)
    assert page.locator(".claimlab-marker").evaluate(SMALL) == []


def test_the_system_theme_counts_where_no_notebook_says_otherwise(show: Show) -> None:
    page = show().page
    root = page.locator(".claimlab-marker")
    page.emulate_media(color_scheme="dark")
    light = root.evaluate("e => getComputedStyle(e).color")
    page.evaluate("delete document.body.dataset.jpThemeLight")
    assert light == "rgb(28, 30, 33)"
    assert root.evaluate("e => getComputedStyle(e).color") == "rgb(232, 230, 225)"


def test_the_static_twin_hides_while_the_marker_shows(show: Show) -> None:
    page = show().page
    page.evaluate("""() => {
        const area = document.querySelector('main'); area.className = 'jp-OutputArea';
        area.append(Object.assign(document.createElement('div'), {className: 'claimlab-saved', textContent: 'Twin'}));
    }""")
    expect(page.get_by_text("Twin")).to_be_hidden()
    page.evaluate("cleanUp()")
    expect(page.get_by_text("Twin")).to_be_visible()
