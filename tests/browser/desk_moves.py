"""The moves of a learner at the source desk, and a page with the desk on it."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Locator, Page

from claimlab.answers import Claim, Evidence, OwnSource, Search
from tests.browser.conftest import SeenDesk
from tests.widgets.source_bench import GIVEN

PAGE = OwnSource("own-1", "https://www.example.org/mask", "A page about Mask", "Film Club", "2011")
BEGUN = (
    Claim("g01", restatement=GIVEN["g01"], searches=(Search("Rusty interview", 9),),
          evidence=(Evidence("S01", "refutes", "not tin angels", "origin", "", "B"), Evidence("S05"), Evidence("S06"))),
    Claim("g02", restatement=GIVEN["g02"], searches=(Search("final interview", 0),)),
)  # fmt: skip


Show = Callable[..., SeenDesk]


def focused(page: Page) -> str:
    script = "(e) => e === document.body ? '' : e.getAttribute('aria-label') ?? e.textContent"
    return str(page.evaluate(f"({script})(document.activeElement)"))


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def result(page: Page, source: str) -> Locator:
    return page.locator(f".result[data-source={source}]")


def card(page: Page, number: int) -> Locator:
    return page.locator(".card").nth(number - 1)


def stages(page: Page) -> list[str]:
    return page.locator(".stage").all_text_contents()


def open_evidence(seen: SeenDesk, number: int) -> Locator:
    seen.page.locator(".card.open .evidence > .head").nth(number - 1).click()
    return seen.page.locator(".evidence.open")
