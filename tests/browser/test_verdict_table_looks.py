"""The verdict table is readable and usable: narrow, enlarged, by finger and by screen reader."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import SeenTable
from tests.browser.desk_moves import press
from tests.browser.test_source_desk_looks import OUTSIDE, SMALL
from tests.browser.verdict_moves import BEGUN, Show, take

pytestmark = pytest.mark.browser
STATES = ("all", "hand", "locked", "reading", "weighing", "help", "alarm")


def put_in(seen: SeenTable, state: str) -> None:
    page = seen.page
    if state in ("hand", "weighing", "alarm"):
        take(page, 1)
    if state == "weighing":
        page.locator(".evidence > .head").first.click()
    elif state in ("locked", "reading"):
        take(page, 4)
    if state == "reading":
        seen.search("73 seconds")
        page.locator(".came .result").first.click()
    elif state == "help":
        page.get_by_role("button", name="Help").click()
    elif state == "alarm":
        page.evaluate("model.alive = false")
        page.locator(".verdicts input[value=refuted]").check()
        page.locator(".alarm:not(:empty)").wait_for()


@pytest.mark.parametrize("state", STATES)
def test_nothing_sticks_out_at_320_pixels(open_table: Show, state: str) -> None:
    seen = open_table(*BEGUN)
    seen.page.set_viewport_size({"width": 320, "height": 640})
    put_in(seen, state)
    assert seen.page.evaluate("document.documentElement.scrollWidth") <= 320
    assert seen.page.locator(".claimlab-verdicts").evaluate(OUTSIDE) == []


@pytest.mark.parametrize("state", STATES)
def test_every_target_is_large_enough_for_a_finger(open_table: Show, state: str) -> None:
    seen = open_table(*BEGUN)
    put_in(seen, state)
    assert seen.page.locator(".claimlab-verdicts").evaluate(SMALL) == []


def test_at_twice_the_size_everything_is_still_there(open_table: Show) -> None:
    seen = open_table(*BEGUN)
    seen.page.set_viewport_size({"width": 600, "height": 450})  # 1200 by 900 at 200 %
    take(seen.page, 1)
    for name in ("← All claims", "Search again →", "Next claim →", "I found nothing of use"):
        expect(seen.page.get_by_role("button", name=name, exact=True)).to_be_visible()
    assert seen.page.evaluate("document.documentElement.scrollWidth") <= 600


def test_choices_are_told_by_sign_and_word_and_changes_are_announced(open_table: Show) -> None:
    page = open_table(*BEGUN).page
    take(page, 7)
    names = [box.get_attribute("value") for box in page.get_by_role("radio").all()]
    assert names == ["supported", "refuted", "conflicting-evidence", "not-enough-evidence", "not-checkable"]
    page.get_by_role("radio", name="Refuted Good sources say that it is not so.").focus()
    press(page, "Space")
    expect(page.get_by_role("status")).to_contain_text("Verdict: Refuted.")
    signs = page.locator(".verdicts .sign").all_text_contents()
    assert len(set(signs)) == 5


@pytest.mark.parametrize("state", ["hand", "locked"])
def test_the_boxes_behind_the_choices_are_never_drawn(open_table: Show, state: str) -> None:
    seen = open_table(*BEGUN)
    put_in(seen, state)
    drawn = "boxes => boxes.map((box) => getComputedStyle(box).opacity)"
    assert seen.page.locator(".verdicts input").evaluate_all(drawn) == ["0"] * 5
