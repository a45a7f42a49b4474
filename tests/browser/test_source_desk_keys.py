"""The source desk with keys alone, and what it keeps from the notebook."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.desk_moves import BEGUN, Show, focused, open_evidence, press, result

pytestmark = pytest.mark.browser


def tab_until(page: Page, words: str, key: str = "Tab") -> None:
    for _ in range(40):
        if words in focused(page):
            return
        page.keyboard.press(key)
    raise AssertionError(f"{words} cannot be reached with {key}")


def test_from_search_to_attached_and_saved_with_keys_alone(open_desk: Show) -> None:
    seen = open_desk()
    page = seen.page
    tab_until(page, "Rusty Dennis used drugs")
    press(page, "Enter", "Tab")
    assert focused(page) == "Search for this claim →"
    press(page, "Enter")
    page.keyboard.type("drugs Rusty")
    press(page, "Enter")
    page.locator(".came .result").first.wait_for()
    press(page, "ArrowDown", "ArrowDown", "ArrowUp", "Enter")
    title = focused(page)
    assert title == page.locator(".reading h3").text_content()
    press(page, "Tab", "Tab", "Enter")
    press(page, "Space", "Tab", "Enter")
    press(page, *["Tab"] * page.locator(".pick").count())
    press(page, "End")
    page.keyboard.type("!")
    press(page, "Tab", "Space", "ArrowRight", "Tab", "Space")
    tab_until(page, "Done")
    press(page, "Enter")
    assert title in focused(page)
    (evidence,) = seen.evidence("g03")
    assert (evidence.stance, evidence.letter, evidence.role) == ("supports", "B", "origin")
    assert evidence.words.endswith("!")
    assert len(evidence.words) > 5


def test_escape_goes_back_one_step_at_a_time(open_desk: Show) -> None:
    seen = open_desk(*BEGUN)
    page = seen.page
    seen.search("cover story")
    press(page, "Tab", "Tab")
    tab_until(page, "Cover Story")
    press(page, "Enter", "Escape")
    expect(result(page, "S01")).to_be_focused()
    open_evidence(seen, 2)
    press(page, "Escape")
    expect(page.locator(".evidence > .head").nth(1)).to_be_focused()
    page.get_by_role("button", name="Add your own source").click()
    press(page, "Escape")
    expect(page.get_by_role("button", name="Add your own source")).to_be_focused()
    page.get_by_role("button", name="Help").click()
    press(page, "Escape")
    expect(page.get_by_role("button", name="Help")).to_be_focused()


def test_no_key_pressed_inside_reaches_the_notebook(open_desk: Show) -> None:
    page = open_desk(*BEGUN).page
    page.evaluate("window.leaked = []; document.body.addEventListener('keydown', (e) => leaked.push(e.key))")
    page.locator(".card .head").first.focus()
    press(page, "d", "d", "x", "Enter", "ArrowDown", "Shift+Enter", "Escape", "Control+z")
    assert page.evaluate("leaked") == []


@pytest.mark.parametrize(
    "place", [".card .head", "input[type=search]", "input[type=checkbox]", ".tools button:enabled"]
)
def test_whatever_has_the_focus_carries_the_sign_that_stops_shortcuts(open_desk: Show, place: str) -> None:
    page = open_desk(*BEGUN).page
    page.locator(place).first.focus()
    assert page.evaluate("document.activeElement.dataset.lmSuppressShortcuts") == "true"


def test_saving_the_notebook_with_keys_gets_through(open_desk: Show) -> None:
    page = open_desk(*BEGUN).page
    page.evaluate(
        "document.addEventListener('keydown', (e) => window.seen ="
        " e.target.closest('[data-lm-suppress-shortcuts]') !== null, true)"
    )
    page.get_by_role("searchbox").focus()
    press(page, "Control+s")
    assert page.evaluate("seen") is False
    press(page, "j")
    assert page.evaluate("seen") is True
