"""The moves of a learner at the verdict table, and a table some way through."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Locator, Page

from claimlab.answers import Claim, Evidence, Search
from tests.browser.conftest import SeenTable
from tests.widgets.verdict_bench import GIVEN

Show = Callable[..., SeenTable]


def judged(
    name: str,
    verdict: str | None,
    confidence: float | None,
    rationale: str = "",
    *sources: Evidence,
    searches: tuple[Search, ...] = (),
) -> Claim:
    """Return an answer to the given claim called *name*."""
    return Claim(
        name,
        restatement=GIVEN[name],
        evidence=sources,
        searches=searches,
        verdict=verdict,  # type: ignore[arg-type]
        confidence=confidence,
        rationale=rationale,
    )


S06 = Evidence("S06", "supports", "was 16 when he died in Covina in 1978")
BEGUN = (
    judged("g01", "supported", 95, "The obituary gives his age, and the dates fit.", S06, Evidence("S23", "supports")),
    judged(
        "g02",
        "refuted",
        10,
        "7 million miles are 11 million kilometres.",
        Evidence("DART-30", "refutes", "7 million miles (11 million km)"),
    ),
    judged("g03", "refuted", 5, "", Evidence("S07", "refutes", "a scruffy family of bikers")),
    judged("g05", "not-enough-evidence", 55, "The cards speak of the film.", searches=(Search("bullied pupils", 0),)),
    judged("g07", None, None, "", Evidence("S01", "refutes")),
    judged(
        "g09",
        "conflicting-evidence",
        50,
        "One says so, one says not.",
        Evidence("S27", "supports"),
        Evidence("S42", "refutes"),
    ),
    judged("g12", "not-checkable", 50, "It is a judgement.", Evidence("DART-02", "irrelevant")),
)


def row(page: Page, number: int) -> Locator:
    """Return the line of claim *number* in the table of all claims."""
    return page.locator(".table .row").nth(number - 1)


def take(page: Page, number: int) -> None:
    """Take claim *number* in hand."""
    row(page, number).click()
    page.locator(".in-hand").wait_for()
