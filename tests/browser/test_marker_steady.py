"""A card keeps its width whether the list scrolls or not: what moves under a pointer cannot be pressed."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.marker_moves import TWO, Show, desk, open_card

pytestmark = pytest.mark.browser

LIST = """
() => {
  const list = document.querySelector(".claimlab-marker .cards");
  const card = list.querySelector(".card.open");
  return [list.scrollHeight > list.clientHeight, Math.round(card.getBoundingClientRect().width)];
}
"""


def test_a_scrollbar_that_comes_or_goes_does_not_move_the_card(show: Show) -> None:
    page: Page = show(desk(*TWO)).page
    open_card(page, 1)
    page.set_viewport_size({"width": 1000, "height": 1000})
    fits, wide = page.evaluate(LIST)
    page.set_viewport_size({"width": 1000, "height": 600})
    scrolls, narrow = page.evaluate(LIST)
    assert (fits, scrolls) == (False, True)
    assert wide == narrow
