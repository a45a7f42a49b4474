"""Claim cards, and typing instead."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.marker_moves import TWO, Show, claims, desk, open_card, press

pytestmark = pytest.mark.browser


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
