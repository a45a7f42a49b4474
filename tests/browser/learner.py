"""The moves of a learner in the passage marker, by pointer or by keyboard alone."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

KEEPS = 20_000  # milliseconds


def marker(page: Page) -> Locator:
    """Return the passage marker on *page* once it is there."""
    found = page.locator(".claimlab-marker").first
    expect(found).to_be_visible(timeout=60_000)
    return found


def word(page: Page, text: str, nth: int = 0) -> Locator:
    """Return a word of the article."""
    return marker(page).locator(".article .word").get_by_text(text, exact=True).nth(nth)


def drag(page: Page, first: Locator, last: Locator) -> None:
    """Select from one word to another with the mouse, letting go in the middle of the last one."""
    first.scroll_into_view_if_needed()
    start, end = first.bounding_box(), last.bounding_box()
    assert start is not None
    assert end is not None
    page.mouse.move(start["x"] + 2, start["y"] + start["height"] / 2)
    page.mouse.down()
    page.mouse.move(end["x"] + end["width"] / 2, end["y"] + end["height"] / 2, steps=12)
    page.mouse.up()


def mark_selected(page: Page) -> None:
    """Press the button that is offered beside selected words."""
    marker(page).get_by_role("button", name="Mark as claim").click()


def restate(page: Page, words: str, kind: str, weight: str) -> None:
    """Fill in the open card by pointer and close it."""
    card = marker(page).locator(".card.open")
    card.locator("textarea").fill(words)
    card.get_by_role("radio", name=kind, exact=True).check()
    card.get_by_role("radio", name=weight, exact=True).check()
    card.get_by_role("button", name="Done").click()


def restate_by_keyboard(page: Page, words: str, kind_steps: int, weight_steps: int) -> None:
    """Fill in the open card, whose text field has the focus, with the keyboard, and close it."""
    expect(marker(page).locator(".card.open textarea")).to_be_focused()
    page.keyboard.type(words)
    for steps in (kind_steps, weight_steps):
        page.keyboard.press("Tab")
        page.keyboard.press("Space")
        for _ in range(steps):
            page.keyboard.press("ArrowRight")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until something that matches *selector* has the focus."""
    for _ in range(80):
        if page.evaluate("selector => document.activeElement?.matches(selector) ?? false", selector):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{selector} cannot be reached with Tab")


def saved(page: Page, claims: int) -> None:
    """Wait until the marker says that *claims* claims are saved."""
    expect(marker(page).locator(".saved")).to_contain_text(f"Saved. {claims} claim", timeout=KEEPS)


def cards(page: Page) -> list[str]:
    """Return what each card shows: its number, quotation and kind."""
    return [" ".join(text.split()) for text in marker(page).locator(".card .head").all_inner_texts()]
