"""The source desk in a real browser, used as a learner would: by pointer, by keys alone, and when things fail."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Locator, Page, expect

from claimlab.answers import Claim, Evidence, OwnSource, Search
from claimlab.problems import Problem
from tests.browser.conftest import Seen
from tests.widgets.source_bench import GIVEN, SourceBench

pytestmark = pytest.mark.browser
PAGE = OwnSource("own-1", "https://www.example.org/mask", "A page about Mask", "Film Club", "2011")
BEGUN = (
    Claim("g01", restatement=GIVEN["g01"], searches=(Search("Rusty interview", 9),),
          evidence=(Evidence("S01", "refutes", "not tin angels", "origin", "", "B"), Evidence("S05"), Evidence("S06"))),
    Claim("g02", restatement=GIVEN["g02"], searches=(Search("final interview", 0),)),
)  # fmt: skip


class SeenDesk(Seen):
    """A page with a source desk on it."""

    desk: SourceBench  # type: ignore[assignment]

    def open(self, address: str, *, dark: bool = False) -> None:
        super().open(f"{address}desk", dark=dark)

    def search(self, words: str) -> None:
        self.page.get_by_role("searchbox").fill(words)
        self.page.get_by_role("button", name="Search", exact=True).click()

    def evidence(self, claim: str) -> tuple[Evidence, ...]:
        self.saved()
        return self.desk.claim(claim).evidence


Show = Callable[..., SeenDesk]


@pytest.fixture
def show(context: BrowserContext, address: str) -> Iterator[Show]:
    """Open a desk on a page. A script error anywhere fails the test."""
    opened: list[SeenDesk] = []

    def _show(*claims: Claim, own: tuple[OwnSource, ...] = (), dark: bool = False, **settings: object) -> SeenDesk:
        seen = SeenDesk(context.new_page(), SourceBench(claims, own, **settings))  # type: ignore[arg-type]
        opened.append(seen)
        seen.open(address, dark=dark)
        return seen

    yield _show
    assert [error for seen in opened for error in seen.errors] == []


def focused(page: Page) -> str:
    script = "(e) => e === document.body ? '' : e.getAttribute('aria-label') ?? e.textContent"
    return str(page.evaluate(f"({script})(document.activeElement)"))


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def result(page: Page, source: str) -> Locator:
    return page.locator(f".result[data-source={source}]")


def card(page: Page, number: int) -> Locator:
    return page.locator(".card").nth(number - 1)


def stages(page: Page) -> list[str]:
    return page.locator(".stage").all_text_contents()


# --- search ----------------------------------------------------------------------------------------------------------


def test_every_claim_says_how_far_it_is(show: Show) -> None:
    page = show(*BEGUN, Claim("g03", searches=(Search("drugs", 4),))).page
    assert stages(page)[:4] == ["3 sources", "searched, none found", "searched, nothing attached yet", "not started"]
    expect(page.locator(".tally")).to_have_text("Choose 6 claims · 3 begun")


def test_a_search_is_written_down_for_the_chosen_claim(show: Show) -> None:
    seen = show()
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


def test_the_same_search_again_is_one_search(show: Show) -> None:
    seen = show()
    for words in ("LSD", "lsd", "LSD"):
        seen.search(words)
        seen.page.wait_for_timeout(100)
    seen.saved()
    assert len(seen.desk.claim("g01").searches) == 1


def test_looking_for_disagreement_is_written_down_before_or_after(show: Show) -> None:
    seen = show(*BEGUN)
    seen.page.get_by_label("I am looking for disagreement").check()
    seen.search("silence")
    expect(seen.page.get_by_label("“silence”: I looked for disagreement")).to_be_checked()
    seen.page.get_by_label("“Rusty interview”: I looked for disagreement").check()
    seen.saved()
    assert [search.against for search in seen.desk.claim("g01").searches] == [True, True]


def test_finding_none_is_a_result(show: Show) -> None:
    seen = show()
    seen.page.get_by_role("button", name="I searched and found none").click()
    expect(seen.page.get_by_role("status")).to_contain_text("Write the words that you searched for")
    expect(seen.page.get_by_role("searchbox")).to_be_focused()
    seen.search("death certificate")
    expect(seen.page.locator(".came h3")).to_be_visible()
    seen.page.get_by_role("button", name="I searched and found none").click()
    expect(card(seen.page, 1).locator(".stage")).to_have_text("searched, none found")
    seen.saved()
    assert seen.desk.claim("g01").searches == (Search("death certificate", 0),)


def test_what_has_some_of_the_words_is_said_to_be_that(show: Show) -> None:
    seen = show()
    seen.search("craniodiaphyseal zebra")
    expect(seen.page.locator(".came .how")).to_contain_text("No source has all these words; these have some of them.")
    seen.search("zebra")
    expect(seen.page.locator(".came h3")).to_have_text("None found")


@pytest.mark.parametrize("words", ['"', "*", "-", "AND OR", "🐝", "(((", '"unbalanced phrase', "x" * 300])
def test_nothing_typed_in_the_search_box_breaks_it(show: Show, words: str) -> None:
    seen = show()
    seen.search(words)
    expect(seen.page.locator(".came h3")).to_be_visible()
    expect(seen.page.get_by_role("alert")).to_have_text("")


# --- reading and attaching -------------------------------------------------------------------------------------------


def test_two_actions_lead_from_a_result_to_an_attached_source(show: Show) -> None:
    seen = show()
    seen.search("cover story")
    result(seen.page, "S01").click()
    seen.page.get_by_role("button", name="Attach", exact=True).click()
    assert seen.evidence("g01") == (Evidence("S01"),)
    expect(seen.page.get_by_role("radio", name="supports", exact=True)).to_be_focused()
    expect(card(seen.page, 1).locator(".stage")).to_have_text("1 source")


def test_a_third_action_attaches_to_another_claim_by_number(show: Show) -> None:
    seen = show()
    seen.search("cover story")
    result(seen.page, "S01").click()
    seen.page.get_by_label("Attach to").select_option("claim 4")
    seen.page.get_by_role("button", name="Attach", exact=True).click()
    assert seen.evidence("g04") == (Evidence("S01"),)
    expect(card(seen.page, 4).locator("> .head")).to_have_attribute("aria-current", "true")


def test_a_card_shows_all_it_has_and_its_address_is_no_link(show: Show) -> None:
    seen = show()
    seen.search("cover story")
    result(seen.page, "S01").click()
    reading = seen.page.get_by_role("article", name="Source")
    for words in ("Cover Story: The Drama Behind Mask", "People staff", "1985-03-18", "https://people.com/archive",
                  "National cover story", "not tin angels"):  # fmt: skip
        expect(reading).to_contain_text(words)
    assert seen.page.locator(".claimlab-desk a").count() == 0


def test_attaching_twice_opens_what_is_there(show: Show) -> None:
    seen = show(*BEGUN)
    seen.search("cover story")
    expect(result(seen.page, "S01")).to_contain_text("✓ attached to 1")
    result(seen.page, "S01").click()
    seen.page.get_by_role("button", name="Open it there").click()
    expect(seen.page.get_by_role("radio", name="refutes")).to_be_checked()
    assert len(seen.evidence("g01")) == 3


def open_evidence(seen: SeenDesk, number: int) -> Locator:
    seen.page.locator(".card.open .evidence > .head").nth(number - 1).click()
    return seen.page.locator(".evidence.open")


def test_everything_about_a_source_is_kept(show: Show) -> None:
    seen = show(*BEGUN)
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


def test_words_are_taken_by_a_press_or_by_selecting_them(show: Show) -> None:
    seen = show(*BEGUN)
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


def test_words_selected_while_reading_go_with_the_source(show: Show) -> None:
    seen = show()
    seen.search("cover story")
    result(seen.page, "S01").click()
    seen.page.locator(".reading blockquote").dblclick(position={"x": 40, "y": 10})
    expect(seen.page.locator(".taken")).to_contain_text("go with it")
    words = seen.page.evaluate("getSelection().toString().trim()")
    seen.page.get_by_role("button", name="Attach", exact=True).click()
    assert seen.evidence("g01")[0].words == words != ""


def test_a_letter_given_to_a_source_is_not_asked_twice(show: Show) -> None:
    seen = show(*BEGUN)
    seen.search("cover story")
    result(seen.page, "S01").click()
    seen.page.get_by_label("Attach to").select_option("claim 2")
    seen.page.get_by_role("button", name="Attach", exact=True).click()
    assert seen.evidence("g02") == (Evidence("S01", letter="B"),)


def test_removing_a_source_can_be_undone_and_a_group_of_one_is_none(show: Show) -> None:
    seen = show(Claim("g01", evidence=(Evidence("S05", group="o1"), Evidence("S06", group="o1"))))
    open_evidence(seen, 1).get_by_role("button", name="Remove").click()
    assert seen.evidence("g01") == (Evidence("S06"),)
    expect(card(seen.page, 1).locator("> .head")).to_be_focused()
    seen.page.get_by_role("button", name="Undo").click()
    assert [evidence.group for evidence in seen.evidence("g01")] == ["o1", "o1"]


def test_done_leads_back_to_the_result(show: Show) -> None:
    seen = show()
    seen.search("cover story")
    result(seen.page, "S01").click()
    seen.page.get_by_role("button", name="Attach", exact=True).click()
    seen.page.get_by_role("button", name="Done").click()
    expect(result(seen.page, "S01")).to_be_focused()


# --- own sources -----------------------------------------------------------------------------------------------------


def add_own(page: Page, **fields: str) -> None:
    page.get_by_role("button", name="Add your own source").click()
    for label, words in fields.items():
        page.get_by_role("form").get_by_label(label).fill(words)
    page.get_by_role("button", name="Add it").click()


def test_an_own_source_is_checked_kept_and_attached(show: Show) -> None:
    seen = show()
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


def test_an_own_source_can_be_changed_and_removed(show: Show) -> None:
    seen = show(Claim("g01", evidence=(Evidence("own-1"),)), own=(PAGE,))
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


def test_what_a_learner_types_is_never_markup(show: Show) -> None:
    evil = "<img src=x onerror='window.hit=1'>"
    seen = show(Claim("g01", evidence=(Evidence("own-1", words=evil),), searches=(Search(evil, 1),)),
                own=(OwnSource("own-1", "https://example.org/<b>", evil, evil, "2011"),))  # fmt: skip
    seen.search(evil)
    seen.page.locator(".evidence > .head").click()
    seen.page.get_by_role("button", name="Read the card").click()
    assert seen.page.evaluate("window.hit") is None
    assert seen.page.locator(".claimlab-desk :is(img, b)").count() == 0


# --- keys alone ------------------------------------------------------------------------------------------------------


def tab_until(page: Page, words: str, key: str = "Tab") -> None:
    for _ in range(40):
        if words in focused(page):
            return
        page.keyboard.press(key)
    raise AssertionError(f"{words} cannot be reached with {key}")


def test_from_search_to_attached_and_saved_with_keys_alone(show: Show) -> None:
    seen = show()
    page = seen.page
    tab_until(page, "Rusty Dennis used drugs")
    press(page, "Enter", "Tab")
    assert focused(page) == "Search for this claim →"
    press(page, "Enter")
    page.keyboard.type("drugs Rusty")
    press(page, "Enter")
    page.locator(".came .result").first.wait_for()
    press(page, "ArrowDown", "ArrowDown", "ArrowUp", "Enter")
    title = focused(page)
    assert title == page.locator(".reading h3").text_content()
    press(page, "Tab", "Tab", "Enter")
    press(page, "Space", "Tab", "Enter")
    press(page, *["Tab"] * page.locator(".pick").count())
    press(page, "End")
    page.keyboard.type("!")
    press(page, "Tab", "Space", "ArrowRight", "Tab", "Space")
    tab_until(page, "Done")
    press(page, "Enter")
    assert title in focused(page)
    (evidence,) = seen.evidence("g03")
    assert (evidence.stance, evidence.letter, evidence.role) == ("supports", "B", "origin")
    assert evidence.words.endswith("!")
    assert len(evidence.words) > 5


def test_escape_goes_back_one_step_at_a_time(show: Show) -> None:
    seen = show(*BEGUN)
    page = seen.page
    seen.search("cover story")
    press(page, "Tab", "Tab")
    tab_until(page, "Cover Story")
    press(page, "Enter", "Escape")
    expect(result(page, "S01")).to_be_focused()
    open_evidence(seen, 2)
    press(page, "Escape")
    expect(page.locator(".evidence > .head").nth(1)).to_be_focused()
    page.get_by_role("button", name="Add your own source").click()
    press(page, "Escape")
    expect(page.get_by_role("button", name="Add your own source")).to_be_focused()
    page.get_by_role("button", name="Help").click()
    press(page, "Escape")
    expect(page.get_by_role("button", name="Help")).to_be_focused()


def test_no_key_pressed_inside_reaches_the_notebook(show: Show) -> None:
    page = show(*BEGUN).page
    page.evaluate("window.leaked = []; document.body.addEventListener('keydown', (e) => leaked.push(e.key))")
    page.locator(".card .head").first.focus()
    press(page, "d", "d", "x", "Enter", "ArrowDown", "Shift+Enter", "Escape", "Control+z")
    assert page.evaluate("leaked") == []


@pytest.mark.parametrize(
    "place", [".card .head", "input[type=search]", "input[type=checkbox]", ".tools button:enabled"]
)
def test_whatever_has_the_focus_carries_the_sign_that_stops_shortcuts(show: Show, place: str) -> None:
    page = show(*BEGUN).page
    page.locator(place).first.focus()
    assert page.evaluate("document.activeElement.dataset.lmSuppressShortcuts") == "true"


def test_saving_the_notebook_with_keys_gets_through(show: Show) -> None:
    page = show(*BEGUN).page
    page.evaluate(
        "document.addEventListener('keydown', (e) => window.seen ="
        " e.target.closest('[data-lm-suppress-shortcuts]') !== null, true)"
    )
    page.get_by_role("searchbox").focus()
    press(page, "Control+s")
    assert page.evaluate("seen") is False
    press(page, "j")
    assert page.evaluate("seen") is True


# --- saving, and when it fails ---------------------------------------------------------------------------------------


def test_undo_and_redo_go_through_every_step(show: Show) -> None:
    seen = show()
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


def test_undo_that_takes_the_place_of_the_focus_leaves_it_on_the_claim(show: Show) -> None:
    seen = show()
    seen.search("cover story")
    result(seen.page, "S01").click()
    seen.page.get_by_role("button", name="Attach", exact=True).click()
    expect(seen.page.get_by_role("radio", name="supports", exact=True)).to_be_focused()
    press(seen.page, "Control+z")
    expect(card(seen.page, 1).locator("> .head")).to_be_focused()


def test_a_refusal_is_an_alert_and_the_work_stays(show: Show) -> None:
    def full(*_ignored: object) -> str:
        raise Problem("The disk is full: free some space.")

    page = show(*BEGUN, keep=full).page
    page.get_by_label("“Rusty interview”: I looked for disagreement").check()
    expect(page.get_by_role("alert")).to_have_text("The disk is full: free some space.")
    expect(page.get_by_label("“Rusty interview”: I looked for disagreement")).to_be_checked()


def test_a_silent_kernel_is_told_and_an_answer_makes_it_good(show: Show) -> None:
    seen = show(*BEGUN)
    seen.page.evaluate("model.alive = false")
    open_evidence(seen, 2).get_by_role("radio", name="refutes").check()
    expect(seen.page.get_by_role("alert")).to_contain_text("Not saved yet: the notebook's kernel is not answering.")
    seen.page.evaluate("model.alive = true")
    seen.search("LSD")
    expect(seen.page.get_by_role("alert")).to_have_text("")
    assert seen.evidence("g01")[1].stance == "refutes"


def test_a_search_nobody_answers_is_told(show: Show) -> None:
    seen = show()
    seen.page.evaluate("model.alive = false")
    seen.search("LSD")
    expect(seen.page.get_by_role("alert")).to_contain_text("kernel is not answering")


def test_unsaved_work_is_offered_and_brought_back(show: Show, address: str) -> None:
    seen = show(*BEGUN)
    seen.page.evaluate("model.alive = false")
    open_evidence(seen, 2).get_by_label("Which words show it?").fill("Written in vain.")
    seen.page.evaluate("dispatchEvent(new Event('pagehide'))")
    seen.restart(SourceBench(BEGUN))  # type: ignore[arg-type]
    seen.open(address)
    seen.page.get_by_role("button", name="Bring back 1 unsaved change").click()
    assert seen.evidence("g01")[1].words == "Written in vain."
    assert seen.page.evaluate("localStorage.length") == 0


def test_two_views_show_one_work_and_keep_their_own_focus(show: Show) -> None:
    seen = show(*BEGUN)
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


def test_work_given_from_python_appears_and_can_be_undone(show: Show) -> None:
    seen = show(*BEGUN)
    seen.desk.desk.replace((), ())
    seen.page.evaluate("(messages) => model.take(messages)", seen.desk.wire.taken())
    expect(card(seen.page, 1).locator(".stage")).to_have_text("not started")
    seen.page.get_by_role("button", name="Undo").click()
    expect(card(seen.page, 1).locator(".stage")).to_have_text("3 sources")


def test_a_view_that_is_closed_cleans_up(show: Show) -> None:
    seen = show(*BEGUN)
    open_evidence(seen, 2).get_by_label("Which words show it?").fill("Typed just before.")
    seen.page.evaluate("cleanUp(); leave()")
    assert seen.page.locator(".claimlab-desk").count() == 0
    assert seen.page.evaluate("model.listeners.length") == 0
    assert seen.page.evaluate("model.sent.some((m) => m.type === 'keep')") is True


# --- looks and access ------------------------------------------------------------------------------------------------


def put_in(seen: SeenDesk, state: str) -> None:
    page = seen.page
    if state in ("results", "reading"):
        page.get_by_role("searchbox").fill("drugs bikers Rusty")
        press(page, "Enter")
        page.locator(".came .result").first.wait_for()
    if state == "reading":
        page.locator(".came .result").first.focus()
        press(page, "Enter")
    elif state == "weighing":
        open_evidence(seen, 2).get_by_role("radio", name="B", exact=True).check()
    elif state == "own":
        add_own(page, Address="example")
        page.locator(".wrong:not(:empty)").first.wait_for()
    elif state == "help":
        page.get_by_role("button", name="Help").click()
    elif state == "alarm":
        page.evaluate("model.alive = false")
        open_evidence(seen, 2).get_by_role("radio", name="refutes").check()
        page.locator(".alarm:not(:empty)").wait_for()


STATES = ("results", "reading", "weighing", "own", "help", "alarm")
OUTSIDE = """root => [...root.querySelectorAll(':not(.unseen)')]
    .filter((e) => e.getClientRects().length)
    .filter((e) => e.getBoundingClientRect().right > root.getBoundingClientRect().right + 1)
    .map((e) => e.className || e.tagName)"""
SMALL = """root => [...root.querySelectorAll('button, select, label:has(input)')]
    .filter((e) => e.getClientRects().length)
    .filter((e) => Math.min(e.getBoundingClientRect().width, e.getBoundingClientRect().height) < 24)
    .map((e) => e.textContent)"""


@pytest.mark.parametrize("state", STATES)
def test_nothing_sticks_out_at_320_pixels(show: Show, state: str) -> None:
    seen = show(*BEGUN, own=(PAGE,))
    seen.page.set_viewport_size({"width": 320, "height": 640})
    put_in(seen, state)
    assert seen.page.evaluate("document.documentElement.scrollWidth") <= 320
    assert seen.page.locator(".claimlab-desk").evaluate(OUTSIDE) == []


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing_to_object_to(show: Show, state: str, dark: bool) -> None:
    seen = show(*BEGUN, own=(PAGE,), dark=dark)
    put_in(seen, state)
    found = Axe().run(seen.page)
    problems = [(v["id"], [node["html"] for node in v["nodes"]]) for v in found.response["violations"]]
    assert problems == [], json.dumps(problems, indent=1)


@pytest.mark.parametrize("state", STATES)
def test_every_target_is_large_enough_for_a_finger(show: Show, state: str) -> None:
    seen = show(*BEGUN, own=(PAGE,))
    put_in(seen, state)
    assert seen.page.locator(".claimlab-desk").evaluate(SMALL) == []


def test_the_static_twin_hides_while_the_desk_shows(show: Show) -> None:
    page = show().page
    page.evaluate("""() => {
        const area = document.querySelector('main'); area.className = 'jp-OutputArea';
        area.append(Object.assign(document.createElement('div'), {className: 'claimlab-saved', textContent: 'Twin'}));
    }""")
    expect(page.get_by_text("Twin")).to_be_hidden()
    page.evaluate("cleanUp()")
    expect(page.get_by_text("Twin")).to_be_visible()
