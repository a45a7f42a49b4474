"""The report explains each point, keeps the key to itself until released, and runs nothing."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from claimlab.answers import Sheet
from claimlab.classroom import clean
from claimlab.marking import report
from claimlab.marking.marks import Criterion, Line
from tests.classroom.course import sheet

NASTY = "<script>alert(1)</script> & <b>bold</b>"
SHEET = sheet(("Rocky lived to be 61.", ""), (NASTY, ""), ("Cher played Rusty.", ""))
LINES = (
    Line(
        "k1",
        "wrong",
        "You wrote “Rocky lived to be 61.”",
        "KEYWORD he lived to be 16.",
        "A number decides.",
        "Check it.",
    ),
    Line("k2", "needs a look", f"You wrote “{NASTY}”", "KEYWORD perhaps this.", "KEYWORD The marker is torn.", ""),
    Line("k3", "right", "You wrote “Cher played Rusty.”", "KEYWORD yes.", "", ""),
    Line("", "partly", "You have three cards.", "", "A story holds more.", "KEYWORD Look again."),
)
GAPS = tuple(Line("", "unattempted", "No card states it.", f"The article: “{n}”", "", "Read again.") for n in "abc")
CRITERION = Criterion(
    "coverage", "Covering <it>", 12.5, 65.0, "partly", LINES, "KEYWORD one idea.", ("Two cards bundle.",)
)


def test_released_it_says_what_why_and_what_next() -> None:
    page = report.html(CRITERION, SHEET, released=True)
    for words in ("12.5 of 65 points", "What you did", "The article says", "Why it matters", "Next move", "Claim 1"):
        assert words in page
    assert page.index("Your teacher will look at these") < page.index("Not there yet") < page.index("Well done")


def test_before_release_it_speaks_of_form_and_counts_only() -> None:
    for said in (report.html(CRITERION, SHEET, released=False), report.plain(CRITERION, SHEET, released=False)):
        assert "KEYWORD" not in said
        assert "You handed in 3 claim cards." in said
        assert "Two cards bundle." in said
        assert "provisional" in said


def test_plain_text_says_the_same() -> None:
    said = report.plain(CRITERION, SHEET, released=True)
    page = re.sub(r"<[^>]+>", "", report.html(CRITERION, SHEET, released=True))
    for line in (LINES[0], LINES[3]):
        for words in filter(None, (line.did, line.article, line.why, line.next)):
            assert words in said
            assert words in page


def test_nothing_a_student_wrote_is_markup() -> None:
    page = report.html(CRITERION, SHEET, released=True, problem=NASTY)
    assert "<script" not in page
    assert "<b>" not in page
    assert "&lt;script&gt;" in page


def test_a_doubtful_card_shows_both_texts_and_the_reason() -> None:
    page = report.html(CRITERION, SHEET, released=True)
    part = page[page.index("Claim 2") : page.index("Not there yet")]
    assert "You wrote" in part
    assert "KEYWORD perhaps this." in part
    assert "KEYWORD The marker is torn." in part


def test_a_problem_with_the_sheet_comes_first() -> None:
    page = report.html(CRITERION, SHEET, released=False, problem="The sheet was cut off.")
    assert page.index("The sheet was cut off.") < page.index("You handed in")


def test_cards_that_could_not_be_read_are_counted() -> None:
    broken = Sheet("mask-1985", "", "a1-claims", damaged=({"id": 1},))
    assert "1 more could not be read" in report.plain(CRITERION, broken, released=False)


@pytest.mark.parametrize("released", [True, False])
def test_cleaning_a_page_changes_nothing_in_a_report(released: bool) -> None:
    page = report.html(CRITERION, SHEET, released=released)
    cleaned = clean.page(page)
    assert _words(cleaned) == _words(page)
    assert _styles(cleaned) == _styles(page)
    assert re.findall(r"</?\w+", cleaned) == re.findall(r"</?\w+", page)


def _words(page: str) -> str:
    return re.sub(r"<[^>]+>", " ", page)


def _styles(page: str) -> list[list[str]]:
    """The declarations of each style attribute, however they are spaced."""
    return [re.split(r"\s*;\s*", style.strip("; ")) for style in re.findall(r'style="([^"]*)"', page)]


def test_the_label_is_not_said_twice() -> None:
    line = Line("k1", "partly", "You wrote: “A.”", "The article: “B.”")
    page = report.html(Criterion("kinds", "Kinds", 1, 5, "partly", (line,)), SHEET, released=True)
    assert _words(page).count("You wrote") == 1
    assert "The article:" not in page


def test_what_is_missing_is_one_short_list_with_one_next_move() -> None:
    page = report.html(Criterion("coverage", "Covering", 0, 65, "wrong", GAPS), SHEET, released=True)
    assert page.count("<li") == 3
    assert page.count("Read again.") == 1


@pytest.mark.browser
@pytest.mark.parametrize("colours", ["color:#212121;background:#fff", "color:#e0e0e0;background:#111"])
def test_a_report_is_accessible_on_light_and_dark_pages(browser: Browser, colours: str) -> None:
    page = browser.new_page()
    body = report.html(CRITERION, SHEET, released=True)
    page.set_content(
        f"<html lang=en><title>r</title><body style='{colours}'><main><h1>Report</h1>{body}</main></body></html>"
    )
    found = Axe().run(page)
    page.close()
    assert found.violations_count == 0, found.generate_report()
