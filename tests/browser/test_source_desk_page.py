"""The source desk in a real browser: searching, reading, attaching, and sources of one's own."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from claimlab.answers import Claim, Evidence, OwnSource, Search
from tests.browser.desk_moves import BEGUN, PAGE, Show, card, open_evidence, result, stages
from tests.widgets.source_bench import GIVEN

pytestmark = pytest.mark.browser


def test_every_claim_says_how_far_it_is(open_desk: Show) -> None:
    page = open_desk(*BEGUN, Claim("g03", searches=(Search("drugs", 4),))).page
    assert stages(page)[:4] == [
        "3 sources",
        "searched, nothing of use",
        "searched, nothing attached yet",
        "not started",
    ]
    expect(page.locator(".tally")).to_have_text("Choose 6 claims · 3 begun")


def test_a_search_is_written_down_for_the_chosen_claim(open_desk: Show) -> None:
    seen = open_desk()
    card(seen.page, 3).locator(".head").first.click()
    seen.search("  drugs   Rusty ")
    expect(result(seen.page, "S01")).to_be_visible()
    seen.saved()
    (search,) = seen.desk.claim("g03").searches
    assert (search.query, search.against) == ("drugs Rusty", False)
    assert search.found == seen.page.locator(".came .result").count() > 1
    expect(seen.page.get_by_role("status")).to_contain_text("sources found. Written down for claim 3.")
    assert {piece.lower()[:4] for piece in result(seen.page, "S01").locator("mark").all_text_contents()} <= {
        "rust",
        "drug",
    }


def test_a_first_lesson_asks_less_of_a_source(open_desk: Show) -> None:
    seen = open_desk(*BEGUN, asks=())
    form = open_evidence(seen, 1)
    expect(form.get_by_role("radio")).to_have_count(4)
    expect(form.get_by_text("earliest appearance")).to_have_count(0)
    expect(form.get_by_text("Where did it get this from?")).to_have_count(0)
    expect(seen.page.locator(".tag", has_text="needs a letter")).to_have_count(0)
    expect(seen.page.locator(".card.open h3").first).to_have_text("3 sources")


def test_the_same_search_again_is_one_search(open_desk: Show) -> None:
    seen = open_desk()
    for words in ("LSD", "lsd", "LSD"):
        seen.search(words)
        seen.page.wait_for_timeout(100)
    seen.saved()
    assert len(seen.desk.claim("g01").searches) == 1


def test_looking_for_disagreement_is_written_down_before_or_after(open_desk: Show) -> None:
    seen = open_desk(*BEGUN)
    seen.page.get_by_label("I am looking for disagreement").check()
    seen.search("silence")
    expect(seen.page.get_by_label("“silence”: I looked for disagreement")).to_be_checked()
    seen.page.get_by_label("“Rusty interview”: I looked for disagreement").check()
    seen.saved()
    assert [search.against for search in seen.desk.claim("g01").searches] == [True, True]


def test_finding_none_is_a_result(open_desk: Show) -> None:
    seen = open_desk()
    seen.page.get_by_role("button", name="I found nothing of use").click()
    expect(seen.page.get_by_role("status")).to_contain_text("Write the words that you searched for")
    expect(seen.page.get_by_role("searchbox")).to_be_focused()
    seen.search("death certificate")
    expect(seen.page.locator(".came h3")).to_be_visible()
    seen.page.get_by_role("button", name="I found nothing of use").click()
    expect(card(seen.page, 1).locator(".stage")).to_have_text("searched, nothing of use")
    seen.saved()
    assert seen.desk.claim("g01").searches == (Search("death certificate", 0),)


def test_what_has_some_of_the_words_is_said_to_be_that(open_desk: Show) -> None:
    seen = open_desk()
    seen.search("craniodiaphyseal zebra")
    expect(seen.page.locator(".came .how")).to_contain_text("No source has all these words; these have some of them.")
    seen.search("zebra")
    expect(seen.page.locator(".came h3")).to_have_text("None found")


@pytest.mark.parametrize("words", ['"', "*", "-", "AND OR", "🐝", "(((", '"unbalanced phrase', "x" * 300])
def test_nothing_typed_in_the_search_box_breaks_it(open_desk: Show, words: str) -> None:
    seen = open_desk()
    seen.search(words)
    expect(seen.page.locator(".came h3")).to_be_visible()
    expect(seen.page.get_by_role("alert")).to_have_text("")


def test_two_actions_lead_from_a_result_to_an_attached_source(open_desk: Show) -> None:
    seen = open_desk()
    seen.search("cover story")
    result(seen.page, "S01").click()
    seen.page.get_by_role("button", name="Attach", exact=True).click()
    assert seen.evidence("g01") == (Evidence("S01"),)
    expect(seen.page.get_by_role("radio", name="supports", exact=True)).to_be_focused()
    expect(card(seen.page, 1).locator(".stage")).to_have_text("1 source")


def test_a_third_action_attaches_to_another_claim_by_number(open_desk: Show) -> None:
    seen = open_desk()
    seen.search("cover story")
    result(seen.page, "S01").click()
    seen.page.get_by_label("Attach to").select_option("claim 4")
    seen.page.get_by_role("button", name="Attach", exact=True).click()
    assert seen.evidence("g04") == (Evidence("S01"),)
    expect(card(seen.page, 4).locator("> .head")).to_have_attribute("aria-current", "true")


def test_a_card_shows_all_it_has_and_its_address_is_no_link(open_desk: Show) -> None:
    seen = open_desk()
    seen.search("cover story")
    result(seen.page, "S01").click()
    reading = seen.page.get_by_role("article", name="Source")
    for words in ("Cover Story: The Drama Behind Mask", "People staff", "1985-03-18", "https://people.com/archive",
                  "National cover story", "not tin angels"):  # fmt: skip
        expect(reading).to_contain_text(words)
    assert seen.page.locator(".claimlab-desk a").count() == 0


def test_attaching_twice_opens_what_is_there(open_desk: Show) -> None:
    seen = open_desk(*BEGUN)
    seen.search("cover story")
    expect(result(seen.page, "S01")).to_contain_text("✓ attached to 1")
    result(seen.page, "S01").click()
    seen.page.get_by_role("button", name="Open it there").click()
    expect(seen.page.get_by_role("radio", name="refutes")).to_be_checked()
    assert len(seen.evidence("g01")) == 3


def test_everything_about_a_source_is_kept(open_desk: Show) -> None:
    seen = open_desk(*BEGUN)
    form = open_evidence(seen, 2)
    form.get_by_role("radio", name="partly supports").check()
    form.get_by_role("radio", name="C", exact=True).check()
    form.get_by_label("Which words show it?").fill("quotes Rusty")
    form.get_by_label("This is the earliest appearance").check()
    form.get_by_label("Where did it get this from?").select_option(
        label="Same origin as “Florence Tullis, portrayed by Cher in 'Mask,' dies at age 70”"
    )
    first, second, third = seen.evidence("g01")
    assert second == Evidence("S05", "partly supports", "quotes Rusty", "origin", "o1", "C")
    assert (first.role, third.group) == ("", "o1")
    expect(card(seen.page, 1).locator(".body > h3").first).to_have_text("3 sources, 2 origins")
    form.get_by_label("Where did it get this from?").select_option("")
    assert [evidence.group for evidence in seen.evidence("g01")] == ["", "", ""]


def test_words_are_taken_by_a_press_or_by_selecting_them(open_desk: Show) -> None:
    seen = open_desk(*BEGUN)
    form = open_evidence(seen, 2)
    form.get_by_role("button", name="It names a niece").click()
    expect(form.get_by_label("Which words show it?")).to_have_value(
        "It names a niece as its source and quotes Rusty from the People story of 1985."
    )
    pick = form.get_by_role("button", name="It names a niece")
    expect(pick).to_have_attribute("aria-pressed", "true")
    pick.evaluate("""node => {
        const range = document.createRange();
        range.setStart(node.firstChild, 13);
        range.setEnd(node.firstChild, 21);
        getSelection().removeAllRanges();
        getSelection().addRange(range);
        node.dispatchEvent(new PointerEvent('pointerup', {bubbles: true}));
    }""")
    expect(form.get_by_label("Which words show it?")).to_have_value("niece as its")
    assert seen.evidence("g01")[1].words == "niece as its"


def test_words_selected_while_reading_go_with_the_source(open_desk: Show) -> None:
    seen = open_desk()
    seen.search("cover story")
    result(seen.page, "S01").click()
    seen.page.locator(".reading blockquote").dblclick(position={"x": 40, "y": 10})
    expect(seen.page.locator(".taken")).to_contain_text("go with it")
    words = seen.page.evaluate("getSelection().toString().trim()")
    seen.page.get_by_role("button", name="Attach", exact=True).click()
    assert seen.evidence("g01")[0].words == words != ""


def test_a_letter_given_to_a_source_is_not_asked_twice(open_desk: Show) -> None:
    seen = open_desk(*BEGUN)
    seen.search("cover story")
    result(seen.page, "S01").click()
    seen.page.get_by_label("Attach to").select_option("claim 2")
    seen.page.get_by_role("button", name="Attach", exact=True).click()
    assert seen.evidence("g02") == (Evidence("S01", letter="B"),)


def test_removing_a_source_can_be_undone_and_a_group_of_one_is_none(open_desk: Show) -> None:
    seen = open_desk(Claim("g01", evidence=(Evidence("S05", group="o1"), Evidence("S06", group="o1"))))
    open_evidence(seen, 1).get_by_role("button", name="Remove").click()
    assert seen.evidence("g01") == (Evidence("S06"),)
    expect(card(seen.page, 1).locator("> .head")).to_be_focused()
    seen.page.get_by_role("button", name="Undo").click()
    assert [evidence.group for evidence in seen.evidence("g01")] == ["o1", "o1"]


def test_done_leads_back_to_the_result(open_desk: Show) -> None:
    seen = open_desk()
    seen.search("cover story")
    result(seen.page, "S01").click()
    seen.page.get_by_role("button", name="Attach", exact=True).click()
    seen.page.get_by_role("button", name="Done").click()
    expect(result(seen.page, "S01")).to_be_focused()


def add_own(page: Page, **fields: str) -> None:
    page.get_by_role("button", name="Add your own source").click()
    for label, words in fields.items():
        page.get_by_role("form").get_by_label(label).fill(words)
    page.get_by_role("button", name="Add it").click()


def test_an_own_source_is_checked_kept_and_attached(open_desk: Show) -> None:
    seen = open_desk()
    add_own(seen.page, Address="example.org/mask", Date="soon")
    expect(seen.page.get_by_label("Address")).to_be_focused()
    expect(seen.page.get_by_label("Address")).to_have_accessible_description(
        "The address must begin with https:// or http://. Copy it from the browser, from https:// to the end."
    )
    assert seen.page.locator(".wrong:not(:empty)").count() == 3
    for label, words in {"Address": "https://example.org/mask", "Title": "A page", "Date": "2011"}.items():
        seen.page.get_by_role("form").get_by_label(label).fill(words)
    seen.page.get_by_role("button", name="Add it").click()
    expect(seen.page.get_by_role("article", name="Source")).to_contain_text(
        "Your own source · your teacher will look at it"
    )
    seen.page.get_by_role("button", name="Attach", exact=True).click()
    assert seen.evidence("g01") == (Evidence("own-1"),)
    assert seen.desk.desk.sources_now == (OwnSource("own-1", "https://example.org/mask", "A page", "", "2011"),)


def test_an_own_source_can_be_changed_and_removed(open_desk: Show) -> None:
    seen = open_desk(Claim("g01", evidence=(Evidence("own-1"),)), own=(PAGE,))
    seen.page.locator(".mine-too .result").click()
    seen.page.get_by_role("button", name="Change").click()
    seen.page.get_by_label("Title").fill("A better title")
    seen.page.get_by_role("button", name="Keep the change").click()
    expect(seen.page.locator(".reading h3")).to_have_text("A better title")
    seen.page.get_by_role("article", name="Source").get_by_role("button", name="Remove").click()
    seen.saved()
    assert (seen.desk.kept[-1]) == ((Claim("g01", restatement=GIVEN["g01"]),), ())
    seen.page.get_by_role("button", name="Undo").click()
    expect(card(seen.page, 1).locator(".stage")).to_have_text("1 source")


def test_what_a_learner_types_is_never_markup(open_desk: Show) -> None:
    evil = "<img src=x onerror='window.hit=1'>"
    seen = open_desk(Claim("g01", evidence=(Evidence("own-1", words=evil),), searches=(Search(evil, 1),)),
                own=(OwnSource("own-1", "https://example.org/<b>", evil, evil, "2011"),))  # fmt: skip
    seen.search(evil)
    seen.page.locator(".evidence > .head").click()
    seen.page.get_by_role("button", name="Read the card").click()
    assert seen.page.evaluate("window.hit") is None
    assert seen.page.locator(".claimlab-desk :is(img, b)").count() == 0


def test_each_claim_begins_with_a_clean_search(open_desk: Show) -> None:
    seen = open_desk()
    seen.page.get_by_label("I am looking for disagreement").check()
    seen.search("silence")
    expect(seen.page.locator(".came h3")).to_be_visible()
    card(seen.page, 2).locator(".head").click()
    expect(seen.page.get_by_role("searchbox")).to_have_value("")
    expect(seen.page.get_by_label("I am looking for disagreement")).not_to_be_checked()
    expect(seen.page.locator(".came")).to_be_hidden()
    seen.search("interview")
    seen.saved()
    assert [search.against for search in seen.desk.claim("g02").searches] == [False]
