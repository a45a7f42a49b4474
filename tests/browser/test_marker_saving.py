"""Saving, and what happens when it fails."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from claimlab.answers import Claim
from claimlab.problems import Problem
from claimlab.widgets.boundary import passage
from tests.browser.conftest import Seen
from tests.browser.marker_moves import MASK, TWO, Show, desk, open_card, press

pytestmark = pytest.mark.browser


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


def test_an_answer_to_something_else_is_no_proof_that_the_work_was_saved(show: Show) -> None:
    page = show(desk(*TWO)).page
    page.evaluate("model.alive = false")
    open_card(page, 1).fill("Lost.")
    page.wait_for_function("model.sent.some(({ type }) => type === 'keep')")
    page.evaluate("""() => {
        const { client } = model.sent.at(-1);
        model.trigger('msg:custom', { type: 'remarks', client, seq: -1, id: 'k1', remarks: [] });
    }""")
    page.locator(".alarm:not(:empty)").wait_for()
