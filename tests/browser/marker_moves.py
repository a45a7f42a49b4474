"""What the tests of the marker share: cards made beforehand, and the moves of a learner."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Locator, Page

from claimlab import case
from claimlab.answers import Claim
from claimlab.case import Article
from claimlab.widgets.boundary import passage
from tests.browser.conftest import Seen
from tests.widgets.wire import Desk

Show = Callable[..., Seen]
MASK = case.load("mask-1985").article
EMOJI = Article("emoji", "🎬 Stars 🎭\n\nThe 🐝 cafe\u0301 sold 𝟙𝟚 cakes 🎂 today. 👩‍👩‍👧 A family left.")


def claims(*made: tuple[str, str, str | None]) -> tuple[Claim, ...]:
    found = []
    for number, (words, said, kind) in enumerate(made):
        start = MASK.text.index(words)
        found.append(Claim(f"k{number}", (passage(MASK, start, start + len(words)),), said, kind))  # type: ignore[arg-type]
    return tuple(found)


TWO = claims(("stunned", "Fans are stunned.", "fact"), ("at last broke her silence", "Rusty spoke.", "implied"))


def desk(*made: Claim, **settings: object) -> Desk:
    return Desk(MASK, made, guide=False, **settings)  # type: ignore[arg-type]


def word(page: Page, text: str) -> Locator:
    return page.locator(".page p .word", has_text=re.compile(f"^{text}$")).first


def drag(page: Page, first: str, last: str) -> None:
    """Drag from the middle of one word to the middle of another."""
    word(page, first).scroll_into_view_if_needed()
    boxes = [word(page, text).bounding_box() for text in (first, last)]
    (x1, y1), (x2, y2) = [(b["x"] + b["width"] / 2, b["y"] + b["height"] / 2) for b in boxes if b]
    page.mouse.move(x1, y1)
    page.mouse.down()
    page.mouse.move(x2, y2, steps=5)
    page.mouse.up()


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def quotes(kept: Desk) -> list[str]:
    return [claim.passages[0].exact if claim.passages else "" for claim in kept.marker.claims_now]


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent"))


def open_card(page: Page, number: int) -> Locator:
    page.locator(".head").nth(number - 1).click()
    return page.get_by_label("Say it so that it stands alone")
