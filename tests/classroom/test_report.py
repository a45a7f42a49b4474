"""The report explains each point, keeps the key to itself until released, and runs nothing."""

from __future__ import annotations

import re
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from claimlab.answers import Sheet
from claimlab.classroom import clean
from claimlab.classroom.page import TEMPLATE
from claimlab.marking import report
from claimlab.marking.judging import Question, Questions
from claimlab.marking.marks import Criterion, Line, Share
from claimlab.marking.readers import Reader
from claimlab.widgets import score_twin
from tests.classroom.course import sheet
from tests.marking.scorecards import flawless
from tests.widgets.score_bench import CASES

STYLE = re.findall("<style>.*?</style>", TEMPLATE.read_text(encoding="utf-8"), re.S)[0]
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
    assert page.index("Your teacher decides on these") < page.index("Not there yet") < page.index("Well done")


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


@pytest.mark.parametrize("state", ["needs a look", "partly", "wrong", "right"])
def test_a_learner_alone_hears_of_no_teacher(state: str) -> None:
    criterion = Criterion("coverage", "Covering", 12.5, 65.0, state, LINES)  # type: ignore[arg-type]
    page = report.html(criterion, SHEET, released=True, reader="alone")
    assert "teacher" not in page + report.plain(criterion, SHEET, released=True, reader="alone")
    assert "Compare each with the passage once more" in page


def test_a_teacher_is_asked_and_told_what_hangs_on_it() -> None:
    asked = Questions({"k2": Question("Does this state “Cher played Rusty.”?", 15.1, 12.25)}, 15.1, 12.25)
    page = report.html(CRITERION, SHEET, released=True, reader="teacher", questions=asked)
    assert "Does this state “Cher played Rusty.”?" in page
    assert "If you accept it, this part would be 15.1 points; if you do not, 12.25." in page
    assert "Your teacher" not in page


@pytest.mark.parametrize("reader", ["student", "alone"])
def test_only_a_teacher_is_asked(reader: Reader) -> None:
    assert "Please judge" not in report.html(CRITERION, SHEET, released=True, reader=reader)


def test_points_given_by_hand_take_the_place_of_the_computers() -> None:
    waiting = Criterion("coverage", "Covering", 13.3, 65.0, "needs a look", LINES)
    page = report.html(waiting, SHEET, released=True, given=20.0)
    assert "20 of 65 points" in page
    assert "Your teacher gave 20 points; the computer had counted 13.3." in page
    assert "13.3 of 65" not in page
    assert "waits for your teacher" not in page


def test_the_counts_come_in_words_and_the_sum_when_asked_for() -> None:
    shares = (Share("Coverage", "13 of 18 key ideas", 12.31), Share("Faithful", "16 of 16 cards", 0.0))
    page = report.html(
        Criterion("coverage", "C", 41, 65, "partly", shares=shares, formula="65 × 1"), SHEET, released=True
    )
    assert "13 of 18 key ideas. The rest would bring up to 12.3 points." in page
    assert "0.0 points" not in page
    assert page.index("<details") < page.index("65 × 1")


def test_kinds_name_the_card_and_both_kinds() -> None:
    chosen = Line("k1", "wrong", "You wrote: “A.”\nYou chose: quote", "We would say: framing")
    none = Line("k3", "unattempted", "You wrote: “B.”\nYou chose: nothing yet", "We would say: fact")
    criterion = Criterion("kinds", "Kinds", 1, 5, "partly", (chosen, none))
    words = _words(report.html(criterion, SHEET, released=True))
    for part in (
        ("Claim 1", "You wrote", "“A.”", "You chose", "quote", "We would say", "framing"),
        ("Claim 3", "“B.”"),
    ):
        found = [words.index(word) for word in part]
        assert found == sorted(found)
    assert "The article says" not in words
    assert "We would say: fact" in words


@pytest.mark.parametrize(("points", "said"), [(65.0, "full marks"), (60.72, "very good"), (20.0, "partly there")])
def test_full_marks_are_said_of_nothing_less(points: float, said: str) -> None:
    state = "right" if points > 58 else "partly"
    assert f">{said}</span>" in report.html(Criterion("c", "C", points, 65.0, state), SHEET, released=True)  # type: ignore[arg-type]


def test_true_cards_that_are_not_on_the_list_have_their_own_place() -> None:
    line = Line("k1", "not asked for", "You wrote: “A.”", "The article: “A.”", "It is true to the article.", "Keep it.")
    words = _words(report.html(Criterion("c", "C", 1, 5, "partly", (line,)), SHEET, released=True))
    assert "True to the article, not on the list" in words
    assert "Partly there" not in words


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


def test_an_item_of_a_list_is_made_of_whole_sentences() -> None:
    gap = Line("g1", "unattempted", "The claim: A cat sat.", "We would say: Supported", "Two sources say so.")
    page = report.html(Criterion("verdicts", "V", 0, 40, "wrong", (gap,)), SHEET, released=True)
    assert "We would say: Supported. Two sources say so." in " ".join(_words(page).split())


@pytest.mark.browser
def test_a_report_and_a_scorecard_fit_on_a_phone(browser: Browser) -> None:
    address = Line("k1", "partly", "You marked: www." + "noplace" * 12 + ".example", "The article: “B.”")
    page = browser.new_page(viewport={"width": 320, "height": 800})
    body = report.html(Criterion("origins", "O", 1, 5, "partly", (address,)), SHEET, released=True)
    page.set_content(clean.page(f"<div style='padding:0 18px'>{body}{score_twin.html(flawless(), CASES)}</div>"))
    wide, room = page.evaluate("(root => [root.scrollWidth, root.clientWidth])(document.documentElement)")
    assert wide <= room
    page.close()


@pytest.mark.browser
@pytest.mark.parametrize(("media", "ground"), [("print", "rgb(255, 255, 255)"), ("screen", "rgb(17, 17, 17)")])
def test_a_page_of_feedback_is_dark_on_a_dark_screen_but_not_on_paper(
    browser: Browser, media: Literal["print", "screen"], ground: str
) -> None:
    page = browser.new_page(color_scheme="dark")
    page.set_content(STYLE)
    page.emulate_media(media=media, color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == ground
    page.close()


@pytest.mark.browser
def test_the_sum_can_be_seen_to_open_where_a_page_hides_the_triangle(browser: Browser) -> None:
    page = browser.new_page()
    shown = Criterion("c", "C", 1, 5, "partly", shares=(Share("A", "1 of 2", 1.0),), formula="5 × 0.2")
    page.set_content("<style>summary{display:block}</style>" + clean.page(report.html(shown, SHEET, released=True)))
    assert page.locator("summary").evaluate("one => getComputedStyle(one).display") == "list-item"
    page.close()


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
