"""The verdict table in a real browser: from all claims to one, from a source to a verdict, by pointer and by keys."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from claimlab.answers import Claim, Evidence, Search
from tests.browser.desk_moves import focused, press
from tests.browser.verdict_moves import BEGUN, Show, row, take
from tests.widgets.verdict_bench import VerdictBench

pytestmark = pytest.mark.browser
SLIDER = "input[type=range]"


def judge(page: Page, verdict: str) -> None:
    page.locator(f".verdicts input[value={verdict}]").check()


def test_all_claims_are_seen_at_a_glance(open_table: Show) -> None:
    page = open_table(*BEGUN).page
    expect(page.locator(".table .row")).to_have_count(12)
    for number, words in {
        1: ("2 sources", "complete", "Supported", "95 %, 9 to 10 in 10"),
        3: ("1 source", "still needs a reason", "Refuted"),
        4: ("not started", "no verdict yet", "how sure?"),
        5: ("searched, nothing of use", "complete", "Not enough evidence"),
        7: ("still needs a verdict, how sure, a reason",),
    }.items():
        for word in words:
            expect(row(page, number)).to_contain_text(word)
    expect(page.locator(".tally")).to_have_text("5 of 12 claims complete")


def test_the_verdict_is_locked_until_something_was_looked_for(open_table: Show) -> None:
    seen = open_table()
    page = seen.page
    take(page, 3)
    expect(page.locator(".lock")).to_contain_text("Locked until you have looked")
    for control in (".verdicts input", SLIDER, ".judgement textarea"):
        expect(page.locator(control).first).to_be_disabled()
    seen.search("bikers")
    expect(page.locator(".came h3")).to_be_visible()
    expect(page.locator(SLIDER)).to_be_disabled()  # a search that found cards is not yet a look at them
    page.locator(".came .result").first.click()
    page.get_by_role("button", name="Attach", exact=True).click()
    expect(page.locator(SLIDER)).to_be_enabled()
    page.get_by_role("button", name="Undo").click()
    expect(page.locator(SLIDER)).to_be_disabled()


def test_a_search_that_found_none_opens_the_verdict_too(open_table: Show) -> None:
    seen = open_table()
    take(seen.page, 5)
    seen.search("zebra")
    expect(seen.page.locator(".came h3")).to_have_text("None found")
    judge(seen.page, "not-enough-evidence")
    seen.saved()
    claim = seen.desk.claim("g05")
    assert (claim.verdict, claim.searches) == ("not-enough-evidence", (Search("zebra", 0),))


def test_a_verdict_whose_source_was_removed_stays_and_says_so(open_table: Show) -> None:
    seen = open_table(*BEGUN)
    page = seen.page
    take(page, 2)
    page.locator(".evidence > .head").click()
    page.get_by_role("button", name="Remove").click()
    expect(page.locator(".lock")).to_contain_text("No source is left for this verdict.")
    expect(page.locator(".verdicts input[value=refuted]")).to_be_checked()
    seen.saved()
    assert seen.desk.claim("g02").verdict == "refuted"


def test_from_the_first_search_to_the_next_claim_with_keys_alone(open_table: Show) -> None:
    seen = open_table()
    page = seen.page
    row(page, 1).focus()
    press(page, "ArrowDown", "ArrowDown", "ArrowUp", "Enter")
    expect(page.locator(".in-hand")).to_be_focused()
    assert focused(page).startswith("The spacecraft DART hit its target")
    press(page, "Tab")
    assert focused(page) == "Search for this claim →"
    press(page, "Enter")
    page.keyboard.type("distance miles")
    press(page, "Enter")
    page.locator(".came .result").first.wait_for()
    press(page, "ArrowDown", "Enter", "Tab", "Tab", "Enter")  # three actions: search, open, attach
    expect(page.get_by_role("radio", name="supports", exact=True)).to_be_focused()
    press(page, "ArrowRight", "ArrowRight", "Tab", "Enter")
    while focused(page) != "Done":
        press(page, "Tab")
    press(page, "Enter")
    expect(page.locator(".verdicts input[value=supported]")).to_be_focused()
    press(page, "ArrowDown", "Tab")
    expect(page.locator(SLIDER)).to_be_focused()
    press(page, "2", "ArrowLeft", "Tab")
    page.keyboard.type("A mile is 1.6 kilometres.")
    press(page, "Tab", "Enter")
    expect(page.locator(".place")).to_have_text("Claim 3 of 12")
    expect(page.locator(".in-hand")).to_be_focused()
    seen.saved()
    claim = seen.desk.claim("g02")
    assert (claim.verdict, claim.confidence, claim.rationale) == ("refuted", 15, "A mile is 1.6 kilometres.")
    assert claim.evidence[0].stance == "refutes"
    assert claim.evidence[0].words
    press(page, "Escape")
    expect(row(page, 3)).to_be_focused()
    expect(row(page, 2)).to_contain_text("complete")


def test_the_slider_says_nothing_until_it_is_moved_and_speaks_in_words(open_table: Show) -> None:
    seen = open_table(*BEGUN)
    page = seen.page
    take(page, 7)
    slider = page.locator(SLIDER)
    expect(slider).to_have_attribute("aria-valuetext", "not said yet")
    slider.focus()
    seen.saved()
    assert seen.desk.claim("g07").confidence is None
    for key, value, words in (
        ("Enter", "50", "50 %, about 5 in 10"), ("ArrowRight", "55", "55 %, 5 to 6 in 10"),
        ("End", "100", "100 %, 10 in 10"), ("8", "80", "80 %, about 8 in 10"), ("0", "0", "0 %, 0 in 10"),
    ):  # fmt: skip
        press(page, key)
        expect(slider).to_have_value(value)
        expect(slider).to_have_attribute("aria-valuetext", words)
    seen.saved()
    assert seen.desk.claim("g07").confidence == 0


def test_a_press_on_the_slider_where_it_lies_counts(open_table: Show) -> None:
    seen = open_table(*BEGUN)
    take(seen.page, 7)
    seen.page.locator(SLIDER).click()
    seen.saved()
    assert seen.desk.claim("g07").confidence == 50


def test_moving_the_slider_is_one_step_to_undo(open_table: Show) -> None:
    seen = open_table(*BEGUN)
    page = seen.page
    take(page, 1)
    page.locator(SLIDER).focus()
    press(page, "ArrowLeft", "ArrowLeft", "ArrowLeft")
    expect(page.locator(".readout b")).to_have_text("80 %")
    press(page, "Control+z")
    expect(page.locator(".readout b")).to_have_text("95 %")
    press(page, "Control+Shift+z")
    seen.saved()
    assert seen.desk.claim("g01").confidence == 80


def test_verdict_and_confidence_that_clash_are_pointed_out(open_table: Show) -> None:
    page = open_table(*BEGUN).page
    take(page, 2)
    page.locator(SLIDER).focus()
    press(page, "9")
    expect(page.locator(".odd")).to_have_text(
        "You say refuted, but more than 50 % sure that it is accurate. Do both fit?"
    )
    judge(page, "not-enough-evidence")
    expect(page.locator(".odd")).to_have_text("")


def test_escape_goes_back_one_step_at_a_time(open_table: Show) -> None:
    seen = open_table(*BEGUN)
    page = seen.page
    take(page, 1)
    seen.search("obituary")
    page.locator(".came .result").first.click()
    press(page, "Escape")
    expect(page.locator(".came .result").first).to_be_focused()
    page.locator(".evidence > .head").first.click()
    press(page, "Escape")
    expect(page.locator(".evidence > .head").first).to_be_focused()
    press(page, "Escape")
    expect(row(page, 1)).to_be_focused()


def test_each_claim_begins_with_a_clean_search(open_table: Show) -> None:
    seen = open_table(*BEGUN)
    page = seen.page
    take(page, 1)
    page.get_by_label("I am looking for disagreement").check()
    seen.search("obituary")
    expect(page.locator(".came h3")).to_be_visible()
    page.get_by_role("button", name="Next claim", exact=True).click()
    expect(page.locator(".came h3")).to_be_hidden()
    expect(page.get_by_role("searchbox")).to_have_value("")
    expect(page.get_by_label("I am looking for disagreement")).not_to_be_checked()
    expect(page.locator(".purpose")).to_contain_text("For claim 2:")
    page.get_by_role("button", name="← All claims").click()
    expect(row(page, 2)).to_be_focused()


def test_unsaved_work_is_offered_and_brought_back(open_table: Show, address: str) -> None:
    seen = open_table(*BEGUN)
    seen.page.evaluate("model.alive = false")
    take(seen.page, 3)
    seen.page.locator(".judgement textarea").fill("Written in vain.")
    seen.page.evaluate("dispatchEvent(new Event('pagehide'))")
    seen.restart(VerdictBench(BEGUN))
    seen.open(address)
    seen.page.get_by_role("button", name="Bring back 1 unsaved change").click()
    seen.saved()
    assert seen.desk.claim("g03").rationale == "Written in vain."


def test_two_views_show_one_work(open_table: Show) -> None:
    seen = open_table(*BEGUN)
    page = seen.page
    page.evaluate("showIn('two')")
    page.locator("#one .row").nth(6).click()
    page.locator("#one .verdicts input[value=refuted]").check()
    expect(page.locator("#two .row").nth(6)).to_contain_text("Refuted")
    page.locator("#two .row").nth(0).click()
    expect(page.locator("#one .place")).to_have_text("Claim 7 of 12")


def test_no_key_pressed_inside_reaches_the_notebook_and_saving_does(open_table: Show) -> None:
    page = open_table(*BEGUN).page
    page.evaluate("window.leaked = []; document.body.addEventListener('keydown', (e) => leaked.push(e.key))")
    take(page, 1)
    page.locator(SLIDER).focus()
    press(page, "d", "d", "1", "ArrowDown", "Shift+Enter", "Escape")
    assert page.evaluate("leaked") == []
    take(page, 1)
    page.evaluate(
        "addEventListener('keydown', (e) => window.free = !e.target.closest('[data-lm-suppress-shortcuts]'), true)"
    )
    page.locator(SLIDER).focus()
    press(page, "Control+s")
    assert page.evaluate("free") is True


def test_what_was_written_is_text_and_never_markup(open_table: Show) -> None:
    nasty = Claim(
        "g01",
        verdict="supported",
        rationale="<b id=evil>x</b>",
        evidence=(Evidence("<i id=evil>", words="<b id=evil>"),),
    )
    seen = open_table(nasty)
    take(seen.page, 1)
    expect(seen.page.locator(".judgement textarea")).to_have_value("<b id=evil>x</b>")
    assert seen.page.locator("#evil").count() == 0
