"""Marking by pointer and by finger."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import Seen
from tests.browser.marker_moves import EMOJI, TWO, Show, claims, desk, drag, press, quotes, word
from tests.widgets.wire import Desk

pytestmark = pytest.mark.browser


def test_dragging_over_parts_of_words_marks_whole_words(show: Show) -> None:
    seen = show()
    drag(seen.page, "stunned", "heartbroken")
    seen.page.get_by_role("button", name="Mark as claim").click()
    seen.saved()
    assert quotes(seen.desk) == ["stunned and heartbroken"]
    expect(seen.page.get_by_role("status")).to_have_text("Claim 1 added, 3 words. Saved. 1 claim.")
    expect(seen.page.get_by_label("Say it so that it stands alone")).to_be_focused()


def test_two_taps_and_a_button_mark_without_a_drag(show: Show) -> None:
    seen = show()
    word(seen.page, "Fans").click()
    word(seen.page, "stunned").click()
    seen.page.get_by_role("button", name="Mark as claim").click()
    seen.saved()
    assert quotes(seen.desk) == ["Fans are stunned"]


def test_a_finger_marks_and_opens_cards(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 780}, has_touch=True, is_mobile=True)
    seen = Seen(context.new_page(), desk())
    seen.open(address)
    word(seen.page, "Fans").tap()
    word(seen.page, "stunned").tap()
    seen.page.get_by_role("button", name="Mark as claim").tap()
    seen.page.get_by_role("button", name="Done").tap()
    seen.page.get_by_role("button", name="Claim 1: open its card").tap()
    expect(seen.page.get_by_label("Say it so that it stands alone")).to_be_focused()
    assert quotes(seen.desk) == ["Fans are stunned"]
    context.close()


def test_one_tap_can_mark_the_whole_sentence(show: Show) -> None:
    seen = show()
    word(seen.page, "are").click()
    seen.page.get_by_role("button", name="Whole sentence").click()
    seen.saved()
    assert quotes(seen.desk) == ["Fans are stunned and heartbroken."]


@pytest.mark.parametrize("way", ["button", "same word", "empty space", "escape"])
def test_a_selection_can_be_given_up(show: Show, way: str) -> None:
    page = show().page
    word(page, "Fans").click()
    expect(page.get_by_role("button", name="Mark as claim")).to_be_visible()
    if way == "button":
        page.get_by_role("button", name="Cancel").click()
    elif way == "same word":
        word(page, "Fans").click()
    elif way == "empty space":
        page.locator(".byline").click()
    else:
        press(page, "Escape")
    expect(page.get_by_role("button", name="Mark as claim")).to_be_hidden()
    expect(page.locator(".chosen")).to_have_count(0)


def test_quotation_marks_belong_to_the_words_between_them(show: Show) -> None:
    seen = show()
    drag(seen.page, "left", "hell")
    seen.page.get_by_role("button", name="Mark as claim").click()
    seen.saved()
    assert quotes(seen.desk) == ["“left out the hell.”"]


def test_marking_the_same_words_twice_opens_the_card_that_is_there(show: Show) -> None:
    seen = show(desk(*TWO))
    word(seen.page, "stunned").click()
    seen.page.get_by_role("button", name="Mark as claim").click()
    expect(seen.page.get_by_role("status")).to_contain_text("claim 1 already")
    expect(seen.page.locator(".card.open .number")).to_have_text("1")
    assert seen.desk.kept == []


def test_overlapping_marks_show_their_numbers_and_a_double_line(show: Show) -> None:
    both = claims(("stunned and heartbroken", "A.", "fact"), ("and heartbroken", "B.", None))
    page = show(desk(*both)).page
    depths = [word(page, text).get_attribute("data-depth") for text in ("Fans", "stunned", "heartbroken")]
    assert depths == ["0", "1", "2"]
    styles = [word(page, t).evaluate("e => getComputedStyle(e).borderBottomStyle") for t in ("stunned", "heartbroken")]
    assert styles == ["solid", "double"]
    assert page.locator(".tag").all_text_contents() == ["1", "2"]
    page.get_by_role("button", name="Claim 2: open its card").click()
    expect(page.locator(".card.open .number")).to_have_text("2")


def test_an_emoji_before_a_passage_does_not_move_it(show: Show) -> None:
    seen = show(Desk(EMOJI, guide=False))
    word(seen.page, "cakes").click()
    word(seen.page, "today").click()
    seen.page.get_by_role("button", name="Mark as claim").click()
    seen.saved()
    assert quotes(seen.desk) == ["cakes 🎂 today"]


def test_claims_stand_in_reading_order(show: Show) -> None:
    seen = show()
    for text in ("heartbroken", "Fans"):
        word(seen.page, text).click()
        seen.page.get_by_role("button", name="Mark as claim").click()
    seen.saved()
    assert quotes(seen.desk) == ["Fans", "heartbroken"]
