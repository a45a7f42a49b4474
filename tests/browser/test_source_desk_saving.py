"""Saving at the source desk: undo, a kernel that is silent or refuses, two views, and work found again."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from claimlab.answers import Claim, Evidence
from claimlab.problems import Problem
from tests.browser.desk_moves import BEGUN, Show, card, open_evidence, press, result
from tests.widgets.source_bench import GIVEN, SourceBench

pytestmark = pytest.mark.browser


def test_undo_and_redo_go_through_every_step(open_desk: Show) -> None:
    seen = open_desk()
    page = seen.page
    seen.search("cover story")
    result(page, "S01").click()
    page.get_by_role("button", name="Attach", exact=True).click()
    page.get_by_role("radio", name="refutes").check()
    for _ in range(3):
        page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("button", name="Undo")).to_be_disabled()
    seen.saved()
    assert seen.desk.kept[-1][0] == (Claim("g01", restatement=GIVEN["g01"]),)
    for _ in range(3):
        page.get_by_role("button", name="Redo").click()
    assert seen.evidence("g01") == (Evidence("S01", "refutes"),)


def test_undo_that_takes_the_place_of_the_focus_leaves_it_on_the_claim(open_desk: Show) -> None:
    seen = open_desk()
    seen.search("cover story")
    result(seen.page, "S01").click()
    seen.page.get_by_role("button", name="Attach", exact=True).click()
    expect(seen.page.get_by_role("radio", name="supports", exact=True)).to_be_focused()
    press(seen.page, "Control+z")
    expect(card(seen.page, 1).locator("> .head")).to_be_focused()


def test_a_refusal_is_an_alert_and_the_work_stays(open_desk: Show) -> None:
    def full(*_ignored: object) -> str:
        raise Problem("The disk is full: free some space.")

    page = open_desk(*BEGUN, keep=full).page
    page.get_by_label("“Rusty interview”: I looked for disagreement").check()
    expect(page.get_by_role("alert")).to_have_text("The disk is full: free some space.")
    expect(page.get_by_label("“Rusty interview”: I looked for disagreement")).to_be_checked()


def test_a_silent_kernel_is_told_and_an_answer_makes_it_good(open_desk: Show) -> None:
    seen = open_desk(*BEGUN)
    seen.page.evaluate("model.alive = false")
    open_evidence(seen, 2).get_by_role("radio", name="refutes").check()
    expect(seen.page.get_by_role("alert")).to_contain_text("Not saved yet: the notebook's kernel is not answering.")
    seen.page.evaluate("model.alive = true")
    seen.search("LSD")
    expect(seen.page.get_by_role("alert")).to_have_text("")
    assert seen.evidence("g01")[1].stance == "refutes"


def test_a_search_nobody_answers_is_told(open_desk: Show) -> None:
    seen = open_desk()
    seen.page.evaluate("model.alive = false")
    seen.search("LSD")
    expect(seen.page.get_by_role("alert")).to_contain_text("kernel is not answering")


def test_unsaved_work_is_offered_and_brought_back(open_desk: Show, address: str) -> None:
    seen = open_desk(*BEGUN)
    seen.page.evaluate("model.alive = false")
    open_evidence(seen, 2).get_by_label("Which words show it?").fill("Written in vain.")
    seen.page.evaluate("dispatchEvent(new Event('pagehide'))")
    seen.restart(SourceBench(BEGUN))
    seen.open(address)
    seen.page.get_by_role("button", name="Bring back 1 unsaved change").click()
    assert seen.evidence("g01")[1].words == "Written in vain."
    assert seen.page.evaluate("localStorage.length") == 0


def test_two_views_show_one_work_and_keep_their_own_focus(open_desk: Show) -> None:
    seen = open_desk(*BEGUN)
    page = seen.page
    page.evaluate("showIn('two')")
    page.locator("#two .card > .head").nth(1).click()
    page.locator("#one .evidence > .head").nth(1).click()
    page.locator("#one .evidence.open").get_by_role("radio", name="irrelevant").check()
    expect(page.locator("#two .card.open > .head .number")).to_have_text("2")
    expect(page.locator("#one .card.open > .head .number")).to_have_text("1")
    page.locator("#two .card > .head").first.click()
    expect(page.locator("#two .evidence").nth(1)).to_contain_text("irrelevant")
    seen.saved()


def test_work_given_from_python_appears_and_can_be_undone(open_desk: Show) -> None:
    seen = open_desk(*BEGUN)
    seen.desk.desk.replace((), ())
    seen.page.evaluate("(messages) => model.take(messages)", seen.desk.wire.taken())
    expect(card(seen.page, 1).locator(".stage")).to_have_text("not started")
    seen.page.get_by_role("button", name="Undo").click()
    expect(card(seen.page, 1).locator(".stage")).to_have_text("3 sources")


def test_a_view_that_is_closed_cleans_up(open_desk: Show) -> None:
    seen = open_desk(*BEGUN)
    open_evidence(seen, 2).get_by_label("Which words show it?").fill("Typed just before.")
    seen.page.evaluate("cleanUp(); leave()")
    assert seen.page.locator(".claimlab-desk").count() == 0
    assert seen.page.evaluate("model.listeners.length") == 0
    assert seen.page.evaluate("model.sent.some((m) => m.type === 'keep')") is True
