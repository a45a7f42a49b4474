"""Everything by keys alone."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.marker_moves import TWO, Show, desk, focused, open_card, press, quotes

pytestmark = pytest.mark.browser


def test_a_claim_is_made_with_keys_alone(show: Show) -> None:
    seen = show()
    page = seen.page
    for _ in range(12):
        press(page, "Tab")
        if "Sentence 1 of" in focused(page):
            break
    press(page, "ArrowDown", "Enter")
    assert focused(page) == "Fans"
    press(page, "ArrowRight", "ArrowRight", "Shift+ArrowRight", "Shift+ArrowRight")
    assert page.get_by_role("option", selected=True).all_text_contents() == ["stunned", "and", "heartbroken"]
    press(page, "Enter")
    page.keyboard.type("Fans are sad.")
    press(page, "Tab", "Space", "Tab", "ArrowRight", "Tab", "Enter")
    seen.saved()
    (claim,) = seen.desk.marker.claims_now
    assert (claim.passages[0].exact, claim.restatement) == ("stunned and heartbroken", "Fans are sad.")
    assert (claim.kind, claim.priority) == ("fact", 2)
    assert focused(page).endswith("Sentence 2 of 24. Marked: claim 1.")


def test_space_marks_a_whole_sentence(show: Show) -> None:
    seen = show()
    seen.page.locator(".sentence").first.focus()
    press(seen.page, "End", "ArrowUp", "Home", "ArrowRight", "Space")
    seen.saved()
    assert quotes(seen.desk) == ["Fans are stunned and heartbroken."]


def test_words_can_be_chosen_across_lines_and_sentences(show: Show) -> None:
    page = show().page
    page.locator(".sentence").nth(1).focus()
    press(page, "Enter", "End")
    assert focused(page) == "heartbroken"
    press(page, "Shift+ArrowRight")
    assert focused(page) == "Shortly"
    top = "document.activeElement.getBoundingClientRect().top"
    press(page, "Home")
    first_line = page.evaluate(top)
    press(page, "ArrowDown")
    assert page.evaluate(top) > first_line
    press(page, "ArrowUp")
    assert page.evaluate(top) == first_line


def test_escape_goes_back_from_words_to_the_sentence(show: Show) -> None:
    page = show().page
    page.locator(".sentence").nth(3).focus()
    press(page, "Enter", "Shift+ArrowRight", "Escape")
    assert "Sentence 4 of" in focused(page)
    expect(page.locator(".chosen")).to_have_count(0)
    expect(page.get_by_role("option")).to_have_count(0)


def test_the_key_legend_shows_only_while_keys_are_used_in_the_article(show: Show) -> None:
    page = show().page
    expect(page.locator(".legend")).to_be_hidden()
    page.locator(".sentence").nth(1).focus()
    press(page, "ArrowDown")
    expect(page.locator(".legend")).to_contain_text("choose words")
    press(page, "Enter")
    expect(page.locator(".legend")).to_contain_text("extend")
    page.get_by_role("button", name="Help").focus()
    expect(page.locator(".legend")).to_be_hidden()


def test_only_one_sentence_is_in_the_tab_order(show: Show) -> None:
    page = show(desk(*TWO)).page
    page.locator(".sentence").nth(5).focus()
    assert page.locator(".page [tabindex='0']").count() == 1
    assert page.evaluate("document.activeElement.tabIndex") == 0


def test_no_key_pressed_inside_reaches_the_notebook(show: Show) -> None:
    page = show(desk(*TWO)).page
    page.evaluate("window.leaked = []; document.body.addEventListener('keydown', (e) => leaked.push(e.key))")
    page.locator(".sentence").nth(1).focus()
    press(page, "d", "d", "x", "Enter", "ArrowDown", "Shift+Enter", "Escape", "Control+z")
    assert page.evaluate("leaked") == []


@pytest.mark.parametrize("place", [".sentence", ".head", ".tools button:enabled", "textarea", "input"])
def test_whatever_has_the_focus_carries_the_sign_that_stops_shortcuts(show: Show, place: str) -> None:
    page = show(desk(*TWO)).page
    open_card(page, 1)
    page.locator(place).first.focus()
    assert page.evaluate("document.activeElement.dataset.lmSuppressShortcuts") == "true"
    assert page.locator(".claimlab-marker").get_attribute("data-lm-suppress-shortcuts") == "true"


def test_saving_the_notebook_with_keys_gets_through(show: Show) -> None:
    page = show(desk(*TWO)).page
    page.evaluate(
        "document.addEventListener('keydown', (e) => window.seen ="
        " e.target.closest('[data-lm-suppress-shortcuts]') !== null, true)"
    )
    page.locator(".sentence").nth(1).focus()
    press(page, "Control+s")
    assert page.evaluate("seen") is False
    press(page, "j")
    assert page.evaluate("seen") is True
