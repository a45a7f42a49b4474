"""The scorecard is readable and usable: narrow, dark, by finger and by screen reader."""

from __future__ import annotations

import json

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import SeenScorecard
from tests.browser.score_moves import BEGUN, FULL, Show, cell

pytestmark = pytest.mark.browser


def put_in(seen: SeenScorecard, state: str) -> None:
    page = seen.page
    if state == "choosing":
        page.get_by_role("button", name="Choose another indicator").click()
    elif state == "page":
        cell(page, "Title", "B").click()
    elif state in ("results", "reading"):
        cell(page, "Reputation", "B").click()
        page.get_by_role("searchbox").fill("paper orbit change")
        page.keyboard.press("Enter")
        page.locator(".result").first.wait_for()
        if state == "reading":
            page.locator(".result").first.click()
            page.locator(".pick:visible").first.click()
    elif state == "help":
        page.get_by_role("button", name="Help").click()


STATES = ("choosing", "page", "results", "reading", "help", "full")
OUTSIDE = """root => [...root.querySelectorAll(':not(.unseen)')]
    .filter((e) => e.getClientRects().length)
    .filter((e) => e.getBoundingClientRect().right > root.getBoundingClientRect().right + 1)
    .map((e) => e.className || e.tagName)"""
SMALL = """root => [...root.querySelectorAll('button:not(.tag), select, input[type=number], label:has(input)')]
    .filter((e) => e.getClientRects().length)
    .filter((e) => Math.min(e.getBoundingClientRect().width, e.getBoundingClientRect().height) < 24)
    .map((e) => e.textContent)"""


@pytest.mark.parametrize("state", STATES)
def test_nothing_sticks_out_at_320_pixels_and_targets_are_large_enough(open_scorecard: Show, state: str) -> None:
    seen = open_scorecard(*(FULL if state == "full" else BEGUN))
    seen.page.set_viewport_size({"width": 320, "height": 640})
    put_in(seen, state)
    card = seen.page.locator(".claimlab-scorecard")
    assert seen.page.evaluate("document.documentElement.scrollWidth") <= 320
    assert card.evaluate(OUTSIDE) == []
    assert card.evaluate(SMALL) == []


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing_to_object_to(open_scorecard: Show, state: str, dark: bool) -> None:
    seen = open_scorecard(*(FULL if state == "full" else BEGUN), dark=dark)
    put_in(seen, state)
    found = Axe().run(seen.page)
    problems = [(v["id"], [node["html"] for node in v["nodes"]]) for v in found.response["violations"]]
    assert problems == [], json.dumps(problems, indent=1)


def test_what_is_pressed_in_the_list_of_indicators_stays_where_it_is(open_scorecard: Show) -> None:
    seen = open_scorecard()
    one = seen.page.locator("button.choice").nth(4)
    before = one.bounding_box()
    one.click()
    seen.saved()
    assert one.bounding_box() == before
