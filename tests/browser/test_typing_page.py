"""Typing instead of pressing, on all three benches: one sheet in two views, nothing lost, usable by everybody."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Locator, Page, expect

from claimlab.unread import Unread
from tests.browser import desk_moves, score_moves, verdict_moves
from tests.browser.conftest import Seen, SeenDesk, SeenScorecard, SeenTable
from tests.widgets.score_bench import ScoreBench
from tests.widgets.source_bench import SourceBench
from tests.widgets.verdict_bench import VerdictBench

pytestmark = pytest.mark.browser


class Room(NamedTuple):
    """A bench with work on it, its page, a line to type at the end and what the sheet then holds."""

    bench: Callable[..., Any]
    page: type[Seen]
    dress: str
    back: str
    line: str
    holds: Callable[[Any], bool]


def _claim(bench: Any, name: str) -> Any:
    return next((claim for claim in bench.widget.claims_now if claim.id == name), None)


ROOMS = {
    "desk": Room(
        lambda **more: SourceBench(desk_moves.BEGUN, (desk_moves.PAGE,), **more), SeenDesk, "claimlab-desk",
        "Back to the desk", "source: S09, refutes", lambda bench: bool(_claim(bench, "g12")),
    ),
    "table": Room(
        lambda **more: VerdictBench(verdict_moves.BEGUN, **more), SeenTable, "claimlab-verdicts",
        "Back to the table", "search: turning point", lambda bench: bool(_claim(bench, "g12").searches),
    ),
    "scorecard": Room(
        lambda **more: ScoreBench(score_moves.BEGUN, **more), SeenScorecard, "claimlab-scorecard",
        "Back to the report cards", "Tone: weight 7",
        lambda bench: any((one.id, one.weight) == ("tone", 7) for one in bench.card.indicators_now),
    ),
}  # fmt: skip
Open = Callable[..., Seen]


@pytest.fixture(params=list(ROOMS))
def room(request: pytest.FixtureRequest) -> Room:
    return ROOMS[request.param]


@pytest.fixture
def opened(context: BrowserContext, address: str) -> Iterator[Open]:
    """Open a bench on a page and begin to type: ``opened(room, dark=False)``. A script error fails the test."""
    seen: list[Seen] = []

    def _open(room: Room, *, dark: bool = False, **more: Any) -> Seen:
        seen.append(room.page(context.new_page(), room.bench(**more)))
        seen[-1].open(address, dark=dark)
        return seen[-1]

    yield _open
    assert [error for one in seen for error in one.errors] == []


def swap(page: Page, name: str = "Type instead") -> None:
    page.get_by_role("button", name=name).click()


def text(page: Page) -> Locator:
    found = page.locator(".typing textarea")
    expect(found).to_be_editable()
    return found


def add(seen: Seen, *lines: str) -> None:
    field = text(seen.page)
    field.press("Control+End")
    for line in lines:
        field.press_sequentially(line)
        field.press("Enter")
    seen.page.wait_for_timeout(300)  # longer than the pause after which words are sent
    seen.saved()


def work(seen: Seen) -> Any:
    return seen.desk.widget.work()["cards"]


def test_typing_begins_with_what_is_there_and_changes_nothing_by_itself(opened: Open, room: Room) -> None:
    seen = opened(room)
    before = work(seen)
    swap(seen.page)
    expect(text(seen.page)).to_be_focused()
    assert text(seen.page).input_value() == seen.desk.widget.printed(seen.desk.widget.cards(), ())[0]
    swap(seen.page, room.back)
    expect(seen.page.locator(".typing")).to_be_hidden()
    assert work(seen) == before
    assert seen.desk.kept == []


def test_what_is_typed_is_kept_seen_on_the_bench_and_there_again_as_text(opened: Open, room: Room) -> None:
    seen = opened(room)
    swap(seen.page)
    add(seen, room.line)
    assert room.holds(seen.desk)
    swap(seen.page, room.back)
    swap(seen.page)
    assert room.line in text(seen.page).input_value()
    swap(seen.page, room.back)
    expect(seen.page.get_by_role("button", name="Type instead")).to_be_focused()


def test_a_line_that_cannot_be_read_is_named_and_shown_and_kept_over_a_reload(
    opened: Open, room: Room, address: str
) -> None:
    seen = opened(room)
    page = seen.page
    swap(page)
    add(seen, "hello", "")
    expect(page.locator(".unread h3")).to_have_text("1 line cannot be read yet")
    expect(page.locator(".news span").first).to_contain_text("cannot be read yet")
    page.locator(".unread button").click()
    chosen = "(field) => field.value.slice(field.selectionStart, field.selectionEnd)"
    assert text(page).evaluate(chosen) == "hello"
    swap(page, room.back)
    expect(page.get_by_text("1 line that you typed cannot be read yet. It is kept.")).to_be_visible()
    assert [line.words for line in seen.desk.unread] == ["hello"]

    seen.restart(room.bench(unread=seen.desk.unread))
    seen.open(address)
    page.get_by_role("button", name="Show what you typed").click()
    assert "? hello\n" in text(page).input_value()
    expect(page.locator(".unread q")).to_have_text("hello")


def test_the_line_being_written_is_left_in_peace_until_the_next(opened: Open, room: Room) -> None:
    seen = opened(room)
    swap(seen.page)
    text(seen.page).press("Control+End")
    text(seen.page).press_sequentially("hello")
    seen.page.wait_for_timeout(300)
    seen.saved()
    assert seen.desk.unread[-1].words == "hello"
    expect(seen.page.locator(".unread")).to_be_hidden()
    text(seen.page).press("Enter")
    expect(seen.page.locator(".unread")).to_be_visible()
    add(seen)
    text(seen.page).fill("")
    expect(seen.page.locator(".unread")).to_be_hidden()


def test_undo_takes_typing_back_as_one_step(opened: Open, room: Room) -> None:
    seen = opened(room)
    before = work(seen)
    swap(seen.page)
    first = text(seen.page).input_value()
    add(seen, room.line)
    seen.page.get_by_role("button", name="Undo").click()
    expect(text(seen.page)).to_have_value(first)
    seen.saved()
    assert not room.holds(seen.desk) or work(seen) == before
    seen.page.get_by_role("button", name="Redo").click()
    expect(text(seen.page)).to_have_value(f"{first}{room.line}\n")
    seen.saved()
    assert room.holds(seen.desk)


def test_text_that_no_kernel_took_is_offered_again(opened: Open, room: Room, address: str) -> None:
    seen = opened(room)
    page = seen.page
    swap(page)
    text(page).press("Control+End")
    page.evaluate("model.alive = false")
    text(page).press_sequentially(room.line)
    expect(page.get_by_role("alert")).to_contain_text("kernel is not answering")
    swap(page, room.back)
    expect(text(page)).to_be_visible()
    page.evaluate("dispatchEvent(new Event('pagehide'))")
    seen.restart(room.bench())
    seen.open(address)
    page.get_by_role("button", name="Bring back").click()
    seen.saved()
    assert room.holds(seen.desk)
    assert page.evaluate("localStorage.length") == 0


def test_work_that_changes_elsewhere_is_seen_in_the_text(opened: Open, room: Room) -> None:
    seen = opened(room)
    swap(seen.page)
    add(seen, room.line)
    lines = (Unread("", "from elsewhere"),)
    seen.desk.widget.replace((), {} if room.dress == "claimlab-scorecard" else (), lines)
    seen.page.evaluate("(messages) => model.take(messages)", seen.desk.wire.taken())
    expect(text(seen.page)).to_have_value(seen.desk.widget.printed(seen.desk.widget.cards(), lines)[0])
    seen.page.get_by_role("button", name="Undo").click()
    seen.saved()
    assert room.holds(seen.desk)


def test_what_moves_the_scores_is_seen_below_the_text(opened: Open) -> None:
    seen = opened(ROOMS["scorecard"])
    page = seen.page
    swap(page)
    add(seen, "Tone: weight 7", "A: for, “Fans are stunned”")
    expect(page.locator(".sums table")).to_contain_text("Tone")
    page.get_by_label("Which halved weight moves the score of article A most?").select_option("Tone")
    expect(text(page)).to_have_value(re.compile("moves A most: Tone\n$"))
    assert seen.desk.card.moves_now["mask-1985"] == "tone"


def test_a_press_in_another_view_is_seen_in_the_text(opened: Open) -> None:
    seen = opened(ROOMS["desk"])
    page = seen.page
    swap(page)
    add(seen, "hello", "")
    page.evaluate("showIn('two')")
    page.locator("#two").get_by_label("“Rusty interview”: I looked for disagreement").check()
    first = page.locator("#one .typing textarea")
    expect(first).to_have_value(re.compile("“Rusty interview”, 9 found, for disagreement\n.*\n[?] hello\n", re.DOTALL))


def test_everything_can_be_done_by_keyboard_and_shortcuts_stay_inside(opened: Open, room: Room) -> None:
    seen = opened(room)
    page = seen.page
    page.get_by_role("button", name="Type instead").focus()
    page.keyboard.press("Enter")
    expect(text(page)).to_be_focused()
    page.keyboard.press("Control+End")
    page.keyboard.type(f"{room.line}\n")
    page.keyboard.press("Control+s")
    seen.saved()
    assert room.holds(seen.desk)
    assert text(page).get_attribute("data-lm-suppress-shortcuts") == "true"
    page.keyboard.press("Shift+Tab")
    focused = page.evaluate("document.activeElement.tagName")
    assert focused == "SUMMARY"
    page.keyboard.press("Enter")
    expect(page.locator(".matter details").last.get_by_role("searchbox")).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.type("asteroid" if room.dress == "claimlab-scorecard" else "interview")
    expect(page.locator(".matter .look .how").last).to_contain_text("with this word")


def test_nothing_that_is_typed_is_markup(opened: Open, room: Room) -> None:
    seen = opened(room)
    swap(seen.page)
    add(seen, "Claim 99", "<img src=x onerror='window.hit=1'>", "")
    expect(seen.page.locator(".unread q").last).to_contain_text("<img")
    swap(seen.page, room.back)
    assert seen.page.evaluate("window.hit") is None
    assert seen.page.locator(f".{room.dress} img").count() == 0


OUTSIDE = """root => [...root.querySelectorAll(':not(.unseen)')]
    .filter((e) => e.getClientRects().length)
    .filter((e) => e.getBoundingClientRect().right > root.getBoundingClientRect().right + 1)
    .map((e) => e.className || e.tagName)"""
SMALL = """root => [...root.querySelectorAll('button, summary, input')]
    .filter((e) => e.getClientRects().length)
    .filter((e) => Math.min(e.getBoundingClientRect().width, e.getBoundingClientRect().height) < 24)
    .map((e) => e.textContent)"""


def everything_open(seen: Seen) -> None:
    swap(seen.page)
    add(seen, "hello", "source: S99, suports", "")
    for fold in seen.page.locator(".matter details:not([open]) > summary").all()[::-1]:
        fold.click()


def test_nothing_sticks_out_at_320_pixels_and_targets_are_large_enough(opened: Open, room: Room) -> None:
    seen = opened(room)
    seen.page.set_viewport_size({"width": 320, "height": 640})
    everything_open(seen)
    root = seen.page.locator(f".{room.dress}")
    assert seen.page.evaluate("document.documentElement.scrollWidth") <= 320
    assert root.evaluate(OUTSIDE) == []
    assert root.evaluate(SMALL) == []


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_nothing_to_object_to(opened: Open, room: Room, dark: bool) -> None:
    seen = opened(room, dark=dark)
    everything_open(seen)
    found = Axe().run(seen.page)
    problems = [(v["id"], [node["html"] for node in v["nodes"]]) for v in found.response["violations"]]
    assert problems == [], json.dumps(problems, indent=1)
    swap(seen.page, room.back)
    found = Axe().run(seen.page)
    assert [v["id"] for v in found.response["violations"]] == []
