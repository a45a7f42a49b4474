"""The marker in a real browser, used as a learner would: by pointer, by keys, by typing, and when things fail."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from claimlab import case
from claimlab.answers import Claim
from claimlab.case import Article
from claimlab.problems import Problem
from claimlab.widgets.boundary import passage
from tests.browser.conftest import Seen
from tests.widgets.wire import Desk

pytestmark = pytest.mark.browser
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


# --- pointer ---------------------------------------------------------------------------------------------------------


def test_dragging_over_parts_of_words_marks_whole_words(show: Show) -> None:
    seen = show()
    drag(seen.page, "stunned", "heartbroken")
    seen.page.get_by_role("button", name="Mark as claim").click()
    seen.saved()
    assert quotes(seen.desk) == ["stunned and heartbroken"]
    expect(seen.page.get_by_role("status")).to_have_text("Claim 1 added, 3 words. Saved. 1 claim.")
    expect(seen.page.get_by_label("Say it so that it stands alone")).to_be_focused()


def test_two_taps_and_a_button_mark_without_a_drag(show: Show) -> None:
    seen = show()
    word(seen.page, "Fans").click()
    word(seen.page, "stunned").click()
    seen.page.get_by_role("button", name="Mark as claim").click()
    seen.saved()
    assert quotes(seen.desk) == ["Fans are stunned"]


def test_a_finger_marks_and_opens_cards(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 780}, has_touch=True, is_mobile=True)
    seen = Seen(context.new_page(), desk())
    seen.open(address)
    word(seen.page, "Fans").tap()
    word(seen.page, "stunned").tap()
    seen.page.get_by_role("button", name="Mark as claim").tap()
    seen.page.get_by_role("button", name="Done").tap()
    seen.page.get_by_role("button", name="Claim 1: open its card").tap()
    expect(seen.page.get_by_label("Say it so that it stands alone")).to_be_focused()
    assert quotes(seen.desk) == ["Fans are stunned"]
    context.close()


def test_one_tap_can_mark_the_whole_sentence(show: Show) -> None:
    seen = show()
    word(seen.page, "are").click()
    seen.page.get_by_role("button", name="Whole sentence").click()
    seen.saved()
    assert quotes(seen.desk) == ["Fans are stunned and heartbroken."]


@pytest.mark.parametrize("way", ["button", "same word", "empty space", "escape"])
def test_a_selection_can_be_given_up(show: Show, way: str) -> None:
    page = show().page
    word(page, "Fans").click()
    expect(page.get_by_role("button", name="Mark as claim")).to_be_visible()
    if way == "button":
        page.get_by_role("button", name="Cancel").click()
    elif way == "same word":
        word(page, "Fans").click()
    elif way == "empty space":
        page.locator(".byline").click()
    else:
        press(page, "Escape")
    expect(page.get_by_role("button", name="Mark as claim")).to_be_hidden()
    expect(page.locator(".chosen")).to_have_count(0)


def test_quotation_marks_belong_to_the_words_between_them(show: Show) -> None:
    seen = show()
    drag(seen.page, "left", "hell")
    seen.page.get_by_role("button", name="Mark as claim").click()
    seen.saved()
    assert quotes(seen.desk) == ["“left out the hell.”"]


def test_marking_the_same_words_twice_opens_the_card_that_is_there(show: Show) -> None:
    seen = show(desk(*TWO))
    word(seen.page, "stunned").click()
    seen.page.get_by_role("button", name="Mark as claim").click()
    expect(seen.page.get_by_role("status")).to_contain_text("claim 1 already")
    expect(seen.page.locator(".card.open .number")).to_have_text("1")
    assert seen.desk.kept == []


def test_overlapping_marks_show_their_numbers_and_a_double_line(show: Show) -> None:
    both = claims(("stunned and heartbroken", "A.", "fact"), ("and heartbroken", "B.", None))
    page = show(desk(*both)).page
    depths = [word(page, text).get_attribute("data-depth") for text in ("Fans", "stunned", "heartbroken")]
    assert depths == ["0", "1", "2"]
    styles = [word(page, t).evaluate("e => getComputedStyle(e).borderBottomStyle") for t in ("stunned", "heartbroken")]
    assert styles == ["solid", "double"]
    assert page.locator(".tag").all_text_contents() == ["1", "2"]
    page.get_by_role("button", name="Claim 2: open its card").click()
    expect(page.locator(".card.open .number")).to_have_text("2")


def test_an_emoji_before_a_passage_does_not_move_it(show: Show) -> None:
    seen = show(Desk(EMOJI, guide=False))
    word(seen.page, "cakes").click()
    word(seen.page, "today").click()
    seen.page.get_by_role("button", name="Mark as claim").click()
    seen.saved()
    assert quotes(seen.desk) == ["cakes 🎂 today"]


def test_claims_stand_in_reading_order(show: Show) -> None:
    seen = show()
    for text in ("heartbroken", "Fans"):
        word(seen.page, text).click()
        seen.page.get_by_role("button", name="Mark as claim").click()
    seen.saved()
    assert quotes(seen.desk) == ["Fans", "heartbroken"]


# --- keys alone ------------------------------------------------------------------------------------------------------


def test_a_claim_is_made_with_keys_alone(show: Show) -> None:
    seen = show()
    page = seen.page
    for _ in range(12):
        press(page, "Tab")
        if "Sentence 1 of" in focused(page):
            break
    press(page, "ArrowDown", "Enter")
    assert focused(page) == "Fans"
    press(page, "ArrowRight", "ArrowRight", "Shift+ArrowRight", "Shift+ArrowRight")
    assert page.get_by_role("option", selected=True).all_text_contents() == ["stunned", "and", "heartbroken"]
    press(page, "Enter")
    page.keyboard.type("Fans are sad.")
    press(page, "Tab", "Space", "Tab", "ArrowRight", "Tab", "Enter")
    seen.saved()
    (claim,) = seen.desk.marker.claims_now
    assert (claim.passages[0].exact, claim.restatement) == ("stunned and heartbroken", "Fans are sad.")
    assert (claim.kind, claim.priority) == ("fact", 2)
    assert focused(page).endswith("Sentence 2 of 24. Marked: claim 1.")


def test_space_marks_a_whole_sentence(show: Show) -> None:
    seen = show()
    seen.page.locator(".sentence").first.focus()
    press(seen.page, "End", "ArrowUp", "Home", "ArrowRight", "Space")
    seen.saved()
    assert quotes(seen.desk) == ["Fans are stunned and heartbroken."]


def test_words_can_be_chosen_across_lines_and_sentences(show: Show) -> None:
    page = show().page
    page.locator(".sentence").nth(1).focus()
    press(page, "Enter", "End")
    assert focused(page) == "heartbroken"
    press(page, "Shift+ArrowRight")
    assert focused(page) == "Shortly"
    top = "document.activeElement.getBoundingClientRect().top"
    press(page, "Home")
    first_line = page.evaluate(top)
    press(page, "ArrowDown")
    assert page.evaluate(top) > first_line
    press(page, "ArrowUp")
    assert page.evaluate(top) == first_line


def test_escape_goes_back_from_words_to_the_sentence(show: Show) -> None:
    page = show().page
    page.locator(".sentence").nth(3).focus()
    press(page, "Enter", "Shift+ArrowRight", "Escape")
    assert "Sentence 4 of" in focused(page)
    expect(page.locator(".chosen")).to_have_count(0)
    expect(page.get_by_role("option")).to_have_count(0)


def test_the_key_legend_shows_only_while_keys_are_used_in_the_article(show: Show) -> None:
    page = show().page
    expect(page.locator(".legend")).to_be_hidden()
    page.locator(".sentence").nth(1).focus()
    press(page, "ArrowDown")
    expect(page.locator(".legend")).to_contain_text("choose words")
    press(page, "Enter")
    expect(page.locator(".legend")).to_contain_text("extend")
    page.get_by_role("button", name="Help").focus()
    expect(page.locator(".legend")).to_be_hidden()


def test_only_one_sentence_is_in_the_tab_order(show: Show) -> None:
    page = show(desk(*TWO)).page
    page.locator(".sentence").nth(5).focus()
    assert page.locator(".page [tabindex='0']").count() == 1
    assert page.evaluate("document.activeElement.tabIndex") == 0


def test_no_key_pressed_inside_reaches_the_notebook(show: Show) -> None:
    page = show(desk(*TWO)).page
    page.evaluate("window.leaked = []; document.body.addEventListener('keydown', (e) => leaked.push(e.key))")
    page.locator(".sentence").nth(1).focus()
    press(page, "d", "d", "x", "Enter", "ArrowDown", "Shift+Enter", "Escape", "Control+z")
    assert page.evaluate("leaked") == []


@pytest.mark.parametrize("place", [".sentence", ".head", ".tools button:enabled", "textarea", "input"])
def test_whatever_has_the_focus_carries_the_sign_that_stops_shortcuts(show: Show, place: str) -> None:
    page = show(desk(*TWO)).page
    open_card(page, 1)
    page.locator(place).first.focus()
    assert page.evaluate("document.activeElement.dataset.lmSuppressShortcuts") == "true"
    assert page.locator(".claimlab-marker").get_attribute("data-lm-suppress-shortcuts") == "true"


def test_saving_the_notebook_with_keys_gets_through(show: Show) -> None:
    page = show(desk(*TWO)).page
    page.evaluate(
        "document.addEventListener('keydown', (e) => window.seen ="
        " e.target.closest('[data-lm-suppress-shortcuts]') !== null, true)"
    )
    page.locator(".sentence").nth(1).focus()
    press(page, "Control+s")
    assert page.evaluate("seen") is False
    press(page, "j")
    assert page.evaluate("seen") is True


# --- cards -----------------------------------------------------------------------------------------------------------


def open_card(page: Page, number: int) -> Locator:
    page.locator(".head").nth(number - 1).click()
    return page.get_by_label("Say it so that it stands alone")


def test_splitting_copies_the_passage_and_puts_the_writer_in_the_copy(show: Show) -> None:
    seen = show(desk(*TWO))
    open_card(seen.page, 1)
    seen.page.get_by_role("button", name="Split in two").click()
    field = seen.page.get_by_label("Say it so that it stands alone")
    expect(field).to_be_focused()
    field.fill("The copy.")
    seen.saved()
    first, copy, _last = seen.desk.marker.claims_now
    assert (copy.parent, copy.passages, copy.restatement) == (first.id, first.passages, "The copy.")
    assert first.restatement == "Fans are stunned."
    expect(seen.page.get_by_role("status")).to_contain_text("Claim 1 was split; you are in claim 2 of 3.")


def test_a_removed_card_comes_back_with_undo(show: Show) -> None:
    seen = show(desk(*TWO))
    open_card(seen.page, 1)
    seen.page.get_by_role("button", name="Remove").click()
    expect(seen.page.get_by_role("status")).to_contain_text("Removed. Undo brings it back.")
    expect(seen.page.locator(".head").first).to_be_focused()
    seen.page.get_by_role("button", name="Undo").click()
    seen.saved()
    assert seen.desk.kept == [(TWO[1],), TWO]


def test_undo_and_redo_go_through_every_step_by_key_and_by_button(show: Show) -> None:
    seen = show(desk(*TWO))
    page = seen.page
    undo, redo = (page.get_by_role("button", name=name) for name in ("Undo", "Redo"))
    expect(undo).to_be_disabled()
    page.locator(".sentence").nth(4).focus()
    press(page, "Space")
    page.keyboard.type("One step.")
    page.get_by_role("radio", name="quote").check()
    page.locator(".sentence").nth(4).focus()
    press(page, "Control+z", "Control+z", "Control+z")
    expect(undo).to_be_disabled()
    seen.saved()
    assert seen.desk.marker.claims_now == TWO
    press(page, "Control+Shift+z", "Control+y")
    redo.click()
    seen.saved()
    assert ("One step.", "quote") in [(c.restatement, c.kind) for c in seen.desk.marker.claims_now]
    expect(redo).to_be_disabled()


def test_undo_in_a_text_field_is_the_one_of_the_field(show: Show) -> None:
    seen = show(desk(*TWO))
    field = open_card(seen.page, 1)
    press(seen.page, "End")
    seen.page.keyboard.type(" More")
    press(seen.page, "Control+z")
    assert field.input_value() != "Fans are stunned. More"
    seen.saved()
    assert len(seen.desk.marker.claims_now) == 2


def test_remarks_on_form_come_while_typing_and_go(show: Show) -> None:
    page = show(desk(*TWO)).page
    field = open_card(page, 1)
    field.fill("She left.")
    expect(page.locator(".hints")).to_have_text("Who is “she”? Name her.")
    expect(page.locator(".hints b")).to_have_text("Who is “she”?")
    field.fill("Rusty left.")
    expect(page.locator(".hints li")).to_have_count(0)


def test_every_kind_says_what_it_means_to_eye_and_ear(show: Show) -> None:
    page = show(desk(*TWO)).page
    open_card(page, 1)
    prediction = page.get_by_role("radio", name="prediction")
    prediction.focus()
    expect(page.locator(".about").first).to_have_text("prediction: It says what will happen.")
    expect(prediction).to_have_accessible_description("It says what will happen.")


def test_a_card_without_words_says_so(show: Show) -> None:
    page = show(desk(*claims(("Fans", "", "fact"), ("are", "Said.", None), ("stunned", "Said.", "fact")))).page
    assert page.locator(".card .kind").all_text_contents() == ["needs words", "needs a kind", "fact"]


def test_an_implied_claim_needs_no_passage(show: Show) -> None:
    seen = show(desk(*TWO))
    seen.page.get_by_role("button", name="Add a claim without a passage").click()
    seen.page.keyboard.type("Films lie.")
    seen.page.get_by_role("button", name="Done").click()
    seen.saved()
    assert (seen.desk.marker.claims_now[-1].passages, seen.desk.marker.claims_now[-1].restatement) == ((), "Films lie.")
    expect(seen.page.locator(".head").last).to_be_focused()


def test_what_a_learner_types_is_never_markup(show: Show) -> None:
    seen = show(desk(*TWO, remarks=lambda words: [words]))
    field = open_card(seen.page, 1)
    field.fill("<img src=x onerror='window.hit=1'><b>bold</b>")
    expect(seen.page.locator(".hints")).to_contain_text("<b>bold</b>")
    seen.page.get_by_role("button", name="Type instead").click()
    assert seen.page.evaluate("window.hit") is None
    assert seen.page.locator(".claimlab-marker img").count() == 0


# --- typing instead --------------------------------------------------------------------------------------------------


def test_typing_keeps_the_passages_of_lines_that_stay(show: Show) -> None:
    seen = show(desk(*TWO))
    page = seen.page
    page.get_by_role("button", name="Type instead").click()
    sheet = page.get_by_label("One claim a line", exact=True)
    expect(sheet).to_have_value("fact: Fans are stunned.\nimplied: Rusty spoke.")
    sheet.fill("fact: Fans are stunned.\nprediction: Fans will go.\nimplied: Rusty finally spoke.\n\n")
    page.get_by_role("button", name="Mark instead").click()
    seen.saved()
    now = seen.desk.marker.claims_now
    assert now[0] == TWO[0]
    assert (now[1].kind, now[1].restatement) == ("prediction", "Fans will go.")
    assert [len(claim.passages) for claim in now] == [1, 1, 0]


def test_a_line_typed_in_between_takes_no_passage_away(show: Show) -> None:
    seen = show(desk(*TWO))
    page = seen.page
    page.get_by_role("button", name="Type instead").click()
    press(page, "Control+Home", "End", "Enter")
    page.keyboard.type("opinion: It is a fine film.")
    press(page, "ArrowDown", "End", "Backspace")
    page.keyboard.type("!")
    seen.saved()
    now = seen.desk.marker.claims_now
    assert [(c.kind, c.restatement) for c in now] == [
        ("fact", "Fans are stunned."), ("opinion", "It is a fine film."), ("implied", "Rusty spoke!")]  # fmt: skip
    assert [c.passages for c in now] == [TWO[0].passages, (), TWO[1].passages]


def test_a_line_cut_and_pasted_elsewhere_keeps_its_passage(show: Show) -> None:
    seen = show(desk(*TWO))
    seen.page.get_by_role("button", name="Type instead").click()
    sheet = seen.page.get_by_label("One claim a line", exact=True)
    sheet.fill("implied: Rusty spoke.")
    sheet.fill("implied: Rusty spoke.\nfact: Fans are stunned.")
    seen.saved()
    assert seen.desk.marker.claims_now == (TWO[1], TWO[0])


def test_a_card_without_words_survives_typing(show: Show) -> None:
    bare = claims(("Fans are stunned", "", "fact"))
    seen = show(desk(*bare))
    seen.page.get_by_role("button", name="Type instead").click()
    sheet = seen.page.get_by_label("One claim a line", exact=True)
    expect(sheet).to_have_value("fact: “Fans are stunned”")
    sheet.press("End")
    sheet.press_sequentially("x")
    sheet.press("Backspace")
    seen.saved()
    assert seen.desk.marker.claims_now == bare


# --- guide and help --------------------------------------------------------------------------------------------------


def test_a_first_visit_is_guided_and_marking_moves_the_guide_on(show: Show) -> None:
    seen = show(Desk(MASK))
    guide = seen.page.get_by_role("region", name="Guided start")
    expect(guide).to_contain_text("Step 1 of 4")
    guide.get_by_role("button", name="Next").click()
    expect(guide).to_contain_text("Mark one claim")
    seen.page.locator(".sentence").nth(1).focus()
    press(seen.page, "Space")
    expect(guide).to_contain_text("Step 3 of 4")
    seen.page.get_by_role("button", name="Done").click()
    expect(guide).to_contain_text("Step 4 of 4")
    guide.get_by_role("button", name="Got it").click()
    expect(guide).to_be_hidden()
    seen.page.wait_for_function("model.sent.some((m) => m.type === 'guide-dismissed')")
    assert seen.desk.dismissed == 1


def test_escape_ends_the_guide_and_help_brings_it_back(show: Show) -> None:
    seen = show(Desk(MASK))
    page = seen.page
    page.get_by_role("button", name="Skip").focus()
    press(page, "Escape")
    expect(page.get_by_role("region", name="Guided start")).to_be_hidden()
    assert "Sentence 1 of" in focused(page)
    page.get_by_role("button", name="Help").click()
    page.get_by_role("button", name="Show the guided start").click()
    expect(page.get_by_role("button", name="Next")).to_be_focused()


def test_help_opens_closes_and_gives_the_focus_back(show: Show) -> None:
    page = show().page
    opener = page.get_by_role("button", name="Help")
    opener.click()
    expect(page.get_by_role("region", name="Help")).to_be_focused()
    expect(opener).to_have_attribute("aria-expanded", "true")
    press(page, "Escape")
    expect(page.get_by_role("region", name="Help")).to_be_hidden()
    expect(opener).to_be_focused()


# --- saving, and when it fails ---------------------------------------------------------------------------------------


def test_the_meter_counts_and_says_what_to_aim_for(show: Show) -> None:
    page = show(desk(*TWO, target=(4, 8))).page
    expect(page.locator(".tally")).to_have_text("2 claims · aim for 4 to 8")
    expect(page.get_by_role("meter")).to_have_attribute("aria-valuenow", "2")


def test_typing_is_saved_in_pauses_and_on_leaving_the_field(show: Show) -> None:
    seen = show(desk(*TWO))
    field = open_card(seen.page, 1)
    field.press_sequentially("quick")
    expect(seen.page.locator(".saved")).to_have_text("Saving…")
    field.blur()
    seen.saved()
    assert (
        seen.desk.marker.claims_now[0].restatement.startswith("quick") or "quick" in seen.desk.kept[-1][0].restatement
    )
    assert len(seen.desk.kept) < 5


def test_leaving_the_page_sends_what_is_still_in_the_fingers(show: Show) -> None:
    seen = show(desk(*TWO))
    open_card(seen.page, 1).fill("Last words.")
    seen.page.evaluate("dispatchEvent(new Event('pagehide'))")
    assert seen.page.evaluate("model.sent.findLast((m) => m.type === 'keep').cards[0].restatement") == "Last words."
    seen.saved()


def test_a_refusal_is_an_alert_and_the_work_stays(show: Show) -> None:
    def full(_claims: object) -> str:
        raise Problem("The disk is full: free some space.")

    page = show(desk(*TWO, keep=full)).page
    open_card(page, 1).fill("Changed.")
    expect(page.get_by_role("alert")).to_have_text("The disk is full: free some space.")
    expect(page.get_by_label("Say it so that it stands alone")).to_have_value("Changed.")
    expect(page.locator(".saved")).to_be_hidden()


def test_a_silent_kernel_is_told_and_an_answer_makes_it_good(show: Show) -> None:
    seen = show(desk(*TWO))
    page = seen.page
    page.evaluate("model.alive = false")
    open_card(page, 1).fill("Not saved.")
    expect(page.get_by_role("alert")).to_contain_text("Not saved yet: the notebook's kernel is not answering.")
    page.evaluate("model.alive = true")
    page.get_by_label("Say it so that it stands alone").fill("Saved now.")
    seen.saved()
    expect(page.get_by_role("alert")).to_have_text("")
    assert seen.desk.marker.claims_now[0].restatement == "Saved now."


def test_a_closed_line_is_noticed_before_anything_is_written(show: Show) -> None:
    page = show(desk(*TWO)).page
    page.evaluate("model.alive = false; model.trigger('comm_live_update')")
    expect(page.get_by_role("alert")).to_contain_text("nothing you do now would be saved")


def lose_work(seen: Seen, address: str) -> None:
    """Change two claims with a dead kernel, then load the page anew with a new kernel that knows nothing of it."""
    seen.page.evaluate("model.alive = false")
    open_card(seen.page, 1).fill("Written in vain.")
    seen.page.get_by_role("button", name="Add a claim without a passage").click()
    seen.page.evaluate("dispatchEvent(new Event('pagehide'))")
    seen.restart(desk(*TWO))
    seen.open(address)


def test_unsaved_work_is_offered_and_brought_back(show: Show, address: str) -> None:
    seen = show(desk(*TWO))
    lose_work(seen, address)
    expect(seen.page.locator(".alarm")).to_have_text("")
    seen.page.get_by_role("button", name="Bring back 2 unsaved changes").click()
    seen.saved()
    assert [c.restatement for c in seen.desk.marker.claims_now] == ["Written in vain.", "Rusty spoke.", ""]
    expect(seen.page.locator(".draft")).to_be_hidden()
    assert seen.page.evaluate("localStorage.length") == 0


def test_unsaved_work_goes_on_top_of_what_was_done_elsewhere_meanwhile(show: Show, address: str) -> None:
    seen = show(desk(*TWO))
    seen.page.evaluate("model.alive = false")
    open_card(seen.page, 1).fill("Written in vain.")
    seen.page.evaluate("dispatchEvent(new Event('pagehide'))")
    elsewhere = Claim("k9", (), "Made on another computer.", "opinion")
    seen.restart(desk(TWO[0], elsewhere))
    seen.open(address)
    seen.page.get_by_role("button", name="Bring back 1 unsaved change").click()
    seen.saved()
    assert [c.restatement for c in seen.desk.marker.claims_now] == ["Written in vain.", "Made on another computer."]


def test_unsaved_work_can_be_left(show: Show, address: str) -> None:
    seen = show(desk(*TWO))
    lose_work(seen, address)
    seen.page.get_by_role("button", name="Leave them").click()
    expect(seen.page.locator(".draft")).to_be_hidden()
    assert seen.desk.marker.claims_now == TWO
    assert seen.page.evaluate("localStorage.length") == 0


def test_nothing_is_offered_when_python_has_it_all(show: Show, address: str) -> None:
    seen = show(desk(*TWO))
    open_card(seen.page, 1).fill("Kept.")
    seen.saved()
    seen.open(address)
    expect(seen.page.locator(".draft")).to_be_hidden()


def test_a_storage_full_of_rubbish_does_no_harm(show: Show, address: str) -> None:
    seen = show(desk(*TWO))
    seen.page.evaluate("localStorage.setItem(`claimlab::${model.get('_draft')}:x`, '{\"base\": 7')")
    seen.open(address)
    expect(seen.page.locator(".card")).to_have_count(2)


def test_two_views_show_one_work_and_keep_their_own_focus(show: Show) -> None:
    seen = show(desk(*TWO))
    page = seen.page
    page.evaluate("showIn('two')")
    second = page.locator("#two")
    page.locator("#one .head").first.click()
    page.locator("#one textarea").first.fill("Seen in both.")
    second.locator(".head").first.click()
    expect(second.get_by_label("Say it so that it stands alone")).to_have_value("Seen in both.")
    second.get_by_role("button", name="Remove").click()
    expect(page.locator("#one .card")).to_have_count(1)
    seen.saved()


def test_claims_given_from_python_appear_and_can_be_undone(show: Show) -> None:
    seen = show(desk(*TWO))
    seen.desk.marker.replace(TWO[:1])
    seen.page.evaluate("(messages) => model.take(messages)", seen.desk.wire.taken())
    expect(seen.page.locator(".card")).to_have_count(1)
    seen.page.get_by_role("button", name="Undo").click()
    expect(seen.page.locator(".card")).to_have_count(2)


def test_a_line_that_comes_back_with_older_claims_does_not_undo_newer_ones(show: Show) -> None:
    seen = show(desk(*TWO))
    older = seen.desk.state()["_given"]
    seen.page.evaluate("model.alive = false")
    open_card(seen.page, 1).fill("Newer words.")
    seen.page.evaluate("dispatchEvent(new Event('pagehide')); model.alive = true")
    seen.page.evaluate("(messages) => model.take(messages)", [{"method": "update", "state": {"_given": older}}])
    seen.saved()
    assert seen.desk.marker.claims_now[0].restatement == "Newer words."


def test_a_second_window_on_the_same_kernel_follows(show: Show) -> None:
    shared = desk(*TWO)
    one, two = show(shared), show(shared)
    open_card(one.page, 1).fill("From window one.")
    one.saved()
    broadcast = [{"method": "custom", "content": {"type": "kept", "client": "another", "seq": 1, "about": "keep"}}]
    two.page.evaluate("(messages) => model.take(messages)", broadcast)
    open_card(two.page, 1)
    expect(two.page.get_by_label("Say it so that it stands alone")).to_have_value("From window one.")


def test_a_view_that_is_closed_cleans_up(show: Show) -> None:
    seen = show(desk(*TWO))
    open_card(seen.page, 1).fill("Typed just before.")
    seen.page.evaluate("cleanUp(); leave()")
    assert seen.page.locator(".claimlab-marker").count() == 0
    assert seen.page.evaluate("model.listeners.length") == 0
    assert seen.page.evaluate("model.sent.some((m) => m.type === 'keep')") is True
    press(seen.page, "Control+s")


def test_two_hundred_claims_arrive_in_one_message(show: Show) -> None:
    many = tuple(Claim(f"k{i}", (passage(MASK, *MASK.words[i]),), f"Claim number {i}.", "fact") for i in range(200))
    seen = show(desk(*many))
    open_card(seen.page, 200).fill("The last one.")
    seen.saved()
    assert len(seen.desk.kept) == 1
    assert seen.desk.kept[0][-1].restatement == "The last one."
    assert seen.desk.kept[0][:-1] == many[:-1]


# --- looks and access ------------------------------------------------------------------------------------------------


OUTSIDE = """root => [...root.querySelectorAll(':not(.unseen)')]
    .filter((e) => e.getClientRects().length)
    .filter((e) => e.getBoundingClientRect().right > root.getBoundingClientRect().right + 1)
    .map((e) => e.className || e.tagName)"""


@pytest.mark.parametrize("state", ["cards", "words", "tapped", "typed", "guide and help"])
def test_nothing_sticks_out_at_320_pixels(context: BrowserContext, show: Show, state: str) -> None:
    seen = show(desk(*TWO) if state != "guide and help" else Desk(MASK))
    page = seen.page
    page.set_viewport_size({"width": 320, "height": 640})
    put_in(page, state)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    root = page.locator(".claimlab-marker")
    assert root.evaluate(OUTSIDE) == []


def put_in(page: Page, state: str) -> None:
    if state == "cards":
        open_card(page, 1).fill("She left.")
        page.locator(".hints li").wait_for()
    elif state == "words":
        page.locator(".sentence").nth(2).focus()
        press(page, "Enter", "Shift+ArrowRight")
    elif state == "tapped":
        word(page, "stunned").click()
    elif state == "typed":
        page.get_by_role("button", name="Type instead").click()
    elif state == "guide and help":
        page.get_by_role("button", name="Help").click()
    elif state == "alarm":
        page.evaluate("model.alive = false")
        open_card(page, 1).fill("Lost.")
        page.locator(".alarm:not(:empty)").wait_for()


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("state", ["cards", "words", "tapped", "typed", "guide and help", "alarm"])
def test_axe_finds_nothing_to_object_to(show: Show, state: str, dark: bool) -> None:
    seen = show(desk(*TWO) if state != "guide and help" else Desk(MASK), dark=dark)
    put_in(seen.page, state)
    found = Axe().run(seen.page)
    problems = [(v["id"], [node["html"] for node in v["nodes"]]) for v in found.response["violations"]]
    assert problems == [], json.dumps(problems, indent=1)


SMALL = """root => [...root.querySelectorAll('button, summary, label:has(input)')]
    .filter((e) => e.getClientRects().length)
    .filter((e) => ['width', 'height'].some((side) => {
        const around = parseFloat(getComputedStyle(e, '::after')[side]) || 0;
        return Math.max(e.getBoundingClientRect()[side], around) < 24;
    })).map((e) => e.textContent)"""


@pytest.mark.parametrize("state", ["cards", "tapped", "guide and help"])
def test_every_target_is_large_enough_for_a_finger(show: Show, state: str) -> None:
    page = show(desk(*TWO) if state != "guide and help" else Desk(MASK)).page
    put_in(page, state)
    assert page.locator(".claimlab-marker").evaluate(SMALL) == []


def test_the_system_theme_counts_where_no_notebook_says_otherwise(show: Show) -> None:
    page = show().page
    root = page.locator(".claimlab-marker")
    page.emulate_media(color_scheme="dark")
    light = root.evaluate("e => getComputedStyle(e).color")
    page.evaluate("delete document.body.dataset.jpThemeLight")
    assert light == "rgb(28, 30, 33)"
    assert root.evaluate("e => getComputedStyle(e).color") == "rgb(232, 230, 225)"


def test_the_static_twin_hides_while_the_marker_shows(show: Show) -> None:
    page = show().page
    page.evaluate("""() => {
        const area = document.querySelector('main'); area.className = 'jp-OutputArea';
        area.append(Object.assign(document.createElement('div'), {className: 'claimlab-saved', textContent: 'Twin'}));
    }""")
    expect(page.get_by_text("Twin")).to_be_hidden()
    page.evaluate("cleanUp()")
    expect(page.get_by_text("Twin")).to_be_visible()
