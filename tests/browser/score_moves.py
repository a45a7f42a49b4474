"""The moves of a learner on the scorecard, and scorecards to begin with."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
from playwright.sync_api import Locator, Page

from claimlab.answers import Indicator
from tests.browser.conftest import SeenScorecard
from tests.marking.scorecards import flawless

FULL = flawless().indicators
BEGUN: tuple[Indicator, ...] = tuple(
    msgspec.structs.replace(one, weight=weight, findings=one.findings[:said])
    for one, weight, said in zip(FULL[1:5], (30, 20, 20, 10), (2, 1, 1, 0), strict=True)
)

Show = Callable[..., SeenScorecard]


def cell(page: Page, indicator: str, article: str) -> Locator:
    """Return the field of the report card called *article* ("A" or "B")."""
    return page.locator(".row", has_text=indicator).locator(".cell").nth("AB".index(article))


def choice(page: Page, indicator: str) -> Locator:
    """Return the button that puts *indicator* on the scorecard."""
    return page.locator("button.choice", has=page.get_by_text(indicator, exact=True))


def form(page: Page) -> Locator:
    """Return the questions about the field in hand."""
    return page.locator(".finding-form")


def score(page: Page, article: str) -> str:
    """Return the score that a report card shows."""
    return str(page.locator(".dial").nth("AB".index(article)).get_attribute("aria-label"))


def status(page: Page) -> str:
    """Return what was announced last."""
    return str(page.locator(".news span").first.text_content())
