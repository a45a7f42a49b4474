"""The source desk is readable and usable: narrow, dark, by finger and by screen reader."""

from __future__ import annotations

import json

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.conftest import SeenDesk
from tests.browser.desk_moves import BEGUN, PAGE, Show, open_evidence, press

pytestmark = pytest.mark.browser


def put_in(seen: SeenDesk, state: str) -> None:
    page = seen.page
    if state in ("results", "reading"):
        page.get_by_role("searchbox").fill("drugs bikers Rusty")
        press(page, "Enter")
        page.locator(".came .result").first.wait_for()
    if state == "reading":
        page.locator(".came .result").first.focus()
        press(page, "Enter")
    elif state == "weighing":
        open_evidence(seen, 2).get_by_role("radio", name="B", exact=True).check()
    elif state == "own":
        page.get_by_role("button", name="Add your own source").click()
        page.get_by_role("button", name="Add it").click()
        page.locator(".wrong:not(:empty)").first.wait_for()
    elif state == "help":
        page.get_by_role("button", name="Help").click()
    elif state == "alarm":
        page.evaluate("model.alive = false")
        open_evidence(seen, 2).get_by_role("radio", name="refutes").check()
        page.locator(".alarm:not(:empty)").wait_for()


STATES = ("results", "reading", "weighing", "own", "help", "alarm")
OUTSIDE = """root => [...root.querySelectorAll(':not(.unseen)')]
    .filter((e) => e.getClientRects().length)
    .filter((e) => e.getBoundingClientRect().right > root.getBoundingClientRect().right + 1)
    .map((e) => e.className || e.tagName)"""
SMALL = """root => [...root.querySelectorAll('button, select, label:has(input)')]
    .filter((e) => e.getClientRects().length)
    .filter((e) => Math.min(e.getBoundingClientRect().width, e.getBoundingClientRect().height) < 24)
    .map((e) => e.textContent)"""


@pytest.mark.parametrize("state", STATES)
def test_nothing_sticks_out_at_320_pixels(open_desk: Show, state: str) -> None:
    seen = open_desk(*BEGUN, own=(PAGE,))
    seen.page.set_viewport_size({"width": 320, "height": 640})
    put_in(seen, state)
    assert seen.page.evaluate("document.documentElement.scrollWidth") <= 320
    assert seen.page.locator(".claimlab-desk").evaluate(OUTSIDE) == []


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing_to_object_to(open_desk: Show, state: str, dark: bool) -> None:
    seen = open_desk(*BEGUN, own=(PAGE,), dark=dark)
    put_in(seen, state)
    found = Axe().run(seen.page)
    problems = [(v["id"], [node["html"] for node in v["nodes"]]) for v in found.response["violations"]]
    assert problems == [], json.dumps(problems, indent=1)


@pytest.mark.parametrize("state", STATES)
def test_every_target_is_large_enough_for_a_finger(open_desk: Show, state: str) -> None:
    seen = open_desk(*BEGUN, own=(PAGE,))
    put_in(seen, state)
    assert seen.page.locator(".claimlab-desk").evaluate(SMALL) == []


def test_the_static_twin_hides_while_the_desk_shows(open_desk: Show) -> None:
    page = open_desk().page
    page.evaluate("""() => {
        const area = document.querySelector('main'); area.className = 'jp-OutputArea';
        area.append(Object.assign(document.createElement('div'), {className: 'claimlab-saved', textContent: 'Twin'}));
    }""")
    expect(page.get_by_text("Twin")).to_be_hidden()
    page.evaluate("cleanUp()")
    expect(page.get_by_text("Twin")).to_be_visible()
