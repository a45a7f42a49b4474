"""Filling in the report cards on a page: by pointer and by keys, with weights, scores and a way back."""

from __future__ import annotations

import msgspec
import pytest
from playwright.sync_api import expect

from claimlab.answers import Finding, Indicator
from tests.browser.desk_moves import focused, press
from tests.browser.learner import tab_to
from tests.browser.score_moves import BEGUN, FULL, Show, cell, choice, form, score, status

pytestmark = pytest.mark.browser


def test_a_sign_of_the_page_is_chosen_judged_and_proved_by_pointer(open_scorecard: Show) -> None:
    seen = open_scorecard()
    page = seen.page
    choice(page, "Tone").click()
    page.get_by_role("button", name="Done choosing").click()
    form(page).get_by_role("radio", name="✗ speaks against").check()
    words = page.locator(".beside .article:visible .word")
    words.get_by_text("stunned", exact=True).click()
    words.get_by_text("heartbroken", exact=True).click()
    page.get_by_role("button", name="Use as proof").click()
    expect(form(page).locator("blockquote")).to_have_text("“stunned and heartbroken”")
    form(page).get_by_role("radio", name="Yes. Anyone can write a page this way.").check()
    expect(page.get_by_role("button", name="Next: article B →")).to_be_visible()
    seen.saved()
    tone = seen.desk.indicator("tone")
    (found,) = tone.findings
    assert (tone.fake, tone.reason, found.article, found.direction) == ("yes", "write", "mask-1985", "against")
    assert found.passage is not None
    assert found.passage.exact == "stunned and heartbroken"


def test_a_sign_from_outside_is_proved_by_words_of_a_card_or_by_a_search(open_scorecard: Show) -> None:
    seen = open_scorecard(Indicator("fact-checked"))
    page = seen.page
    cell(page, "Fact-checked", "B").click()
    page.get_by_role("searchbox").fill("fact-check")
    page.get_by_role("button", name="Search", exact=True).click()
    page.locator(".result", has_text="False claim that NASA").click()
    page.get_by_role("button", name="that asteroid was not at risk of hitting Earth").click()
    expect(form(page).locator(".from")).to_contain_text("Fact check: False claim that NASA")
    cell(page, "Fact-checked", "A").click()
    page.get_by_role("searchbox").fill("snopes")
    page.get_by_role("button", name="I searched and found nothing").click()
    seen.saved()
    assert seen.desk.indicator("fact-checked").findings == (
        Finding("mask-1985", search="snopes"),
        Finding("dart-2022", source="DART-32", words="that asteroid was not at risk of hitting Earth"),
    )


def test_one_field_by_keyboard_alone(open_scorecard: Show) -> None:
    seen = open_scorecard()
    page = seen.page
    tab_to(page, "button.choice")
    for _ in range(2):
        press(page, "Tab")
    press(page, "Enter")
    expect(choice(page, "Representative citations")).to_have_attribute("aria-pressed", "true")
    tab_to(page, "button.go:not(:disabled)")
    press(page, "Enter")
    expect(form(page).get_by_role("radio", name="✓ speaks for")).to_be_focused()
    press(page, "ArrowDown")
    expect(form(page).get_by_role("radio", name="✗ speaks against")).to_be_checked()
    tab_to(page, "button.onward")
    press(page, "Enter")
    page.keyboard.type("parents girl film")
    press(page, "Enter")
    page.locator(".result").first.wait_for()
    press(page, "ArrowDown", "Enter")
    tab_to(page, ".pick")
    words = focused(page)
    press(page, "Enter")
    assert status(page) == "These words are your proof."
    press(page, "Escape")
    assert page.evaluate("document.activeElement.className") == "result"
    press(page, "Escape")
    assert "cell" in page.evaluate("document.activeElement.className")
    seen.saved()
    (found,) = seen.desk.indicator("representative-citations").findings
    assert (found.direction, found.words) == ("against", words)


def test_words_of_the_page_are_taken_by_keyboard(open_scorecard: Show) -> None:
    seen = open_scorecard(Indicator("tone"))
    page = seen.page
    cell(page, "Tone", "A").focus()
    press(page, "Enter")
    tab_to(page, "button.onward")
    press(page, "Enter", "ArrowDown", "Space")
    expect(page.get_by_role("button", name="Next: article B →")).to_be_focused()
    seen.saved()
    (found,) = seen.desk.indicator("tone").findings
    assert found.passage is not None
    assert found.passage.exact == "Fans are stunned and heartbroken."


def test_weights_are_set_by_buttons_typing_and_sharing(open_scorecard: Show) -> None:
    seen = open_scorecard(*FULL)
    page = seen.page
    assert score(page, "A") == "Article A: score 13 of 100"
    page.get_by_role("button", name="Tone: more weight").click()
    expect(page.locator(".total")).to_have_text("⚠ 105, which is 5 too many")
    assert score(page, "A") == "Article A: score 12 of 100 so far"
    page.get_by_label("Fact-checked elsewhere: weight").fill("0")
    page.get_by_label("Fact-checked elsewhere: weight").press("Tab")
    expect(page.locator(".total")).to_have_text("80 of 100")
    page.get_by_role("button", name="Share the rest evenly").click()
    expect(page.locator(".total")).to_have_text("✓ 100 of 100")
    seen.saved()
    assert [one.weight for one in seen.desk.card.indicators_now] == [20, 25, 25, 5, 10, 15]
    assert score(page, "A") == "Article A: score 10 of 100"


def test_the_page_s_share_is_watched(open_scorecard: Show) -> None:
    seen = open_scorecard(*BEGUN)
    share = seen.page.locator("p.share")
    expect(share).to_have_text("⚠ On the page: 38 %, 30 % at most")


def test_the_table_halves_each_weight_and_the_answer_is_kept(open_scorecard: Show) -> None:
    seen = open_scorecard(*FULL)
    page = seen.page
    rows = page.locator("tbody tr")
    expect(rows.first).to_contain_text("Fact-checked elsewhere")
    expect(rows.first.locator("td").first).to_have_text("7.1 ▼ 5.4")
    expect(rows.first.locator("td").last).to_have_text("100.0 stays")
    page.get_by_label("Which halved weight moves the score of article A most?").select_option("fact-checked")
    page.get_by_label("Which halved weight moves the score of article B most?").select_option("none")
    seen.saved()
    assert seen.desk.card.moves_now == {"mask-1985": "fact-checked", "dart-2022": "none"}


def test_no_more_than_six_and_no_more_than_three_of_the_page(open_scorecard: Show) -> None:
    seen = open_scorecard(*FULL[3:])
    page = seen.page
    page.get_by_role("button", name="Choose another indicator").click()
    choice(page, "Inference").press("Enter")
    assert status(page) == "You have 3 of the page. Look outside it."
    for name in ("Originality", "Date first archived", "Corrections policy in use"):
        choice(page, name).click()
    choice(page, "Fact-checked elsewhere").press("Enter")
    assert status(page) == "You have 6. Take one off first."
    seen.saved()
    assert len(seen.desk.card.indicators_now) == 6


def test_an_indicator_taken_off_comes_back_with_its_proof(open_scorecard: Show) -> None:
    seen = open_scorecard(*FULL)
    page = seen.page
    cell(page, "Tone", "A").click()
    page.get_by_role("button", name="Take it off the scorecard").click()
    expect(page.locator(".row")).to_have_count(5)
    press(page, "Control+z")
    expect(page.locator(".row")).to_have_count(6)
    expect(cell(page, "Tone", "A")).to_contain_text("Fans are stunned and heartbroken.")
    seen.saved()
    back, before = seen.desk.indicator("tone").findings[1].passage, FULL[5].findings[1].passage
    assert back is not None
    assert before is not None
    assert back.exact == before.exact


def test_work_that_was_not_saved_is_offered_again(open_scorecard: Show) -> None:
    seen = open_scorecard(*BEGUN)
    page = seen.page
    page.evaluate("model.alive = false")
    page.get_by_role("button", name="Reputation of citations: more weight").click()
    expect(page.locator(".alarm")).to_contain_text("Not saved yet")
    page.reload()
    page.wait_for_selector("body[data-ready]")
    page.get_by_role("button", name="Bring back 1 unsaved change").click()
    seen.saved()
    assert seen.desk.indicator("reputation-of-citations").weight == 25


def test_the_next_field_is_the_other_article_and_then_the_next_sign(open_scorecard: Show) -> None:
    seen = open_scorecard(*BEGUN)
    page = seen.page
    cell(page, "Reputation", "A").click()
    page.get_by_role("button", name="Next: article B →").click()
    page.get_by_role("button", name="Next: Title representativeness →").click()
    expect(form(page).locator("h3")).to_have_text("Title representativeness")
    assert status(page) == "Title representativeness, article A."


def test_words_used_twice_are_pointed_out(open_scorecard: Show) -> None:
    found = (FULL[5].findings[0],)
    seen = open_scorecard(Indicator("tone", findings=found), Indicator("clickbait", findings=found))
    cell(seen.page, "Clickbait", "A").click()
    expect(form(seen.page)).to_contain_text("You use the same words for “Tone”. They count once.")


def test_each_indicator_has_a_search_of_its_own_and_opens_with_the_card_that_proves_it(open_scorecard: Show) -> None:
    page = open_scorecard(*FULL).page
    cell(page, "Reputation", "B").click()
    expect(page.locator(".reading:visible h3")).to_be_visible()
    page.get_by_role("searchbox").fill("paper orbit change")
    page.keyboard.press("Enter")
    page.locator(".result:visible").first.wait_for()
    cell(page, "Fact-checked", "B").click()
    expect(page.get_by_role("searchbox")).to_have_value("")
    expect(page.locator(".result:visible")).to_have_count(0)
    cell(page, "Reputation", "B").click()
    expect(page.get_by_role("searchbox")).to_have_value("paper orbit change")


def test_the_article_can_be_read_beside_an_outside_sign_and_its_words_searched_for(open_scorecard: Show) -> None:
    seen = open_scorecard(*BEGUN)
    page = seen.page
    cell(page, "Reputation", "B").click()
    page.get_by_role("button", name="Read article B").click()
    expect(page.locator(".beside .sentence:visible").first).to_be_focused()
    page.locator(".beside .word:visible", has_text="Hera").first.click()
    page.get_by_role("button", name="Search for these words").locator("visible=true").click()
    expect(page.get_by_role("searchbox")).to_have_value("Hera")
    expect(page.locator(".result:visible").first).to_be_visible()
    page.get_by_role("button", name="Read article B").click()
    page.keyboard.press("Escape")
    expect(page.get_by_role("searchbox")).to_be_focused()


def test_why_an_indicator_cannot_be_chosen_is_said_where_it_was_pressed(open_scorecard: Show) -> None:
    page = open_scorecard(*FULL).page
    page.get_by_role("button", name="Change the indicators").click()
    choice(page, "Inference").click(force=True)
    expect(choice(page, "Inference").locator(".why")).to_have_text("You have 6. Take one off first.")
    page.locator("button.choice[aria-pressed=true]").last.click()
    expect(choice(page, "Inference").locator(".why")).to_be_hidden()


def test_opening_a_field_begins_at_its_first_open_question(open_scorecard: Show) -> None:
    unanswered = tuple(msgspec.structs.replace(one, fake="", reason="") for one in FULL)
    page = open_scorecard(*unanswered).page
    cell(page, "Reputation", "A").click()
    expect(form(page).get_by_role("radio", name="Yes. Anyone can write a page this way.")).to_be_focused()
    form(page).get_by_role("radio", name="No. Other people made it").check()
    page.get_by_role("button", name="Next: article B").click()
    expect(form(page).get_by_role("heading", level=3).first).to_be_in_viewport()
