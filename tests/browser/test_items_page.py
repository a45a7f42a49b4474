"""Practice items in a real browser: pointer, keyboard, narrow screens, both themes, and what is read aloud."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route, expect

from claimlab.practice import Item, Option
from claimlab.widgets import items
from tests.widgets.bench import EVERY, RIGHT, Bench

pytestmark = pytest.mark.browser
WIDGETS = Path(items.__file__).parent
HOST = """<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Host page</title><link rel="stylesheet" href="/items.css"><style>body{margin:0;padding:12px;background:#fff}
body[data-jp-theme-light="false"]{--jp-layout-color0:#111;--jp-content-font-color1:#fff;background:#111;color:#eee}</style></head>
<body data-jp-theme-light="true"><main><h1 style="font-size:13px">Host</h1><div id="here"></div></main>
<script type="module">
import widget from "/items.js";
const state = await stateOfPython(), heard = {};
window.alive = true;
const model = {
  get: (name) => state[name],
  on: (name, does) => (heard[name] ||= []).push(does),
  off: (name, does) => (heard[name] = (heard[name] || []).filter((one) => one !== does)),
  send: async (message) => {
    if (!window.alive) return;
    const changed = await toPython(JSON.stringify(message));
    Object.assign(state, changed);
    for (const name of Object.keys(changed)) (heard[`change:${name}`] || []).forEach((does) => does());
  },
};
window.leave = widget.render({ model, el: document.getElementById("here") });
window.listeners = () => Object.values(heard).flat().length;
document.body.dataset.ready = "yes";
</script></body></html>"""


def serve(route: Route) -> None:
    name = route.request.url.rsplit("/", 1)[1]
    kinds = {"items.js": "text/javascript", "items.css": "text/css"}
    if name in kinds:
        route.fulfill(body=(WIDGETS / name).read_text(encoding="utf-8"), content_type=f"{kinds[name]}; charset=utf-8")
    else:
        route.fulfill(body=HOST, content_type="text/html; charset=utf-8")


def state_of(bench: Bench) -> dict[str, Any]:
    names = ("title", "questions", "shown", "status", "alarm")
    plain: dict[str, Any] = json.loads(json.dumps({name: getattr(bench.practice, name) for name in names}))
    return plain


Open = Callable[..., Page]


@pytest.fixture
def show(browser: Browser) -> Iterator[Open]:
    """Open practice on a page: ``show(bench, width=320, dark=True)``. A script error anywhere fails the test."""
    errors: list[str] = []
    contexts = []

    def _show(bench: Bench, *, width: int = 900, dark: bool = False) -> Page:
        def tell(message: str) -> dict[str, Any]:
            bench.practice.receive(json.loads(message))
            return state_of(bench)

        context = browser.new_context(viewport={"width": width, "height": 900}, reduced_motion="reduce")
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.route("**/*", serve)
        page.expose_function("toPython", tell)
        page.expose_function("stateOfPython", lambda: state_of(bench))
        page.goto("http://practice.test/")
        page.wait_for_selector("body[data-ready]")
        if dark:
            page.evaluate("document.body.dataset.jpThemeLight = 'false'")
        return page

    yield _show
    for context in contexts:
        context.close()
    assert errors == []


def card(page: Page, number: int) -> Any:
    return page.locator(".ci-card").nth(number - 1)


def test_every_form_is_answered_by_pointer(show: Open) -> None:
    bench = Bench(*EVERY)
    page = show(bench)
    page.get_by_label("Ducks swim.").check()
    page.get_by_label("Owls").check()
    page.get_by_label("Bats").check()
    for step in ("hen", "chick", "egg"):
        while card(page, 3).locator("li").first.locator("span").inner_text() != step:
            card(page, 3).get_by_role("button", name=f"Move up: {step}").click()
    for left, right in (("cow", "milk"), ("bee", "honey"), ("hen", "egg")):
        card(page, 4).get_by_label(left, exact=True).select_option(label=right)
    card(page, 5).get_by_label("In 100").fill("90")
    card(page, 6).get_by_role("textbox").fill(RIGHT["q6"])
    for number in range(1, 7):
        card(page, number).get_by_role("button", name="Check").click()
        head = "You leaned the right way." if number == 5 else "Yes."
        expect(card(page, number).locator(".ci-feedback")).to_contain_text(head)
    expect(page.locator(".ci-count")).to_have_text("6 of 6 answered")
    expect(page.locator(".ci-say")).to_have_text("Saved.")
    assert {name: kept["answer"] for name, kept in bench.kept.items()} == RIGHT


def test_every_form_is_answered_by_keyboard_alone(show: Open) -> None:
    bench = Bench(*EVERY)
    page = show(bench)
    press = page.keyboard.press
    press("Tab")
    press("ArrowDown")
    press("ArrowUp")
    press("Enter")
    expect(card(page, 1).locator(".ci-feedback")).to_contain_text("Yes.")
    card(page, 2).get_by_label("Owls").focus()
    press("Space")
    press("Tab")
    press("Space")
    press("Enter")
    expect(card(page, 2).locator(".ci-feedback")).to_contain_text("Yes.")
    for step in ("hen", "chick", "egg"):
        up = card(page, 3).get_by_role("button", name=f"Move up: {step}")
        while up.is_enabled():
            up.focus()
            press("Enter")
    page.locator(".ci-card").nth(2).get_by_role("button", name="Check").focus()
    press("Enter")
    expect(card(page, 3).locator(".ci-feedback")).to_contain_text("Yes.")
    for left, right in (("cow", "milk"), ("bee", "honey"), ("hen", "egg")):
        card(page, 4).get_by_label(left, exact=True).focus()
        page.keyboard.type(right)
    press("Tab")
    press("Enter")
    expect(card(page, 4).locator(".ci-feedback")).to_contain_text("Yes.")
    card(page, 5).get_by_role("slider").focus()
    for _ in range(8):
        press("ArrowRight")
    press("Enter")
    expect(card(page, 5).locator(".ci-feedback")).to_contain_text("You said 90 in 100.")
    card(page, 6).get_by_role("textbox").focus()
    page.keyboard.type(RIGHT["q6"])
    press("Tab")
    press("Enter")
    expect(card(page, 6).locator(".ci-feedback")).to_contain_text("Yes.")
    assert {name: kept["answer"] for name, kept in bench.kept.items()} == RIGHT


def test_a_wrong_answer_is_explained_and_can_be_tried_again(show: Open) -> None:
    page = show(Bench(EVERY[0]))
    page.get_by_label("Ducks drive.").check()
    page.get_by_role("button", name="Check").click()
    said = page.locator(".ci-feedback")
    expect(said).to_contain_text("Not yet.")
    expect(said).to_contain_text("They have no licence.")
    expect(said).not_to_contain_text("That is how it is.")
    page.get_by_label("Ducks swim.").check()
    page.get_by_role("button", name="Check again").click()
    expect(said).to_contain_text("That is how it is.")


def test_unanswered_is_told_apart_from_wrong(show: Open) -> None:
    page = show(Bench(*EVERY))
    for number in range(1, 7):
        card(page, number).get_by_role("button", name="Check").click()
        expect(card(page, number).locator(".ci-feedback")).to_contain_text("Not answered yet.")
    expect(page.locator(".ci-count")).to_have_text("0 of 6 answered")


def test_hints_come_one_by_one(show: Open) -> None:
    page = show(Bench(EVERY[0]))
    for step in range(1, 5):
        page.get_by_role("button", name=f"Hint {step} of 4").click()
        expect(page.locator(".ci-hints li")).to_have_count(step)
    expect(page.get_by_role("button", name="No more hints")).to_be_disabled()


def test_a_fresh_one_is_offered_after_a_try_and_stays(show: Open) -> None:
    again = msgspec.structs.replace(EVERY[0], id="q1-again", ask="Which one here?", again="q1")
    bench = Bench(EVERY[0], again)
    page = show(bench)
    fresh = page.get_by_role("button", name="Try a fresh one")
    expect(fresh).to_have_count(0)
    expect(page.locator(".ci-count")).to_have_text("0 of 1 answered")
    page.get_by_label("Ducks drive.").first.check()
    page.get_by_role("button", name="Check").click()
    fresh.press("Enter")
    expect(page.locator("legend", has_text="Which one here?")).to_be_focused()
    expect(page.locator(".ci-count")).to_have_text("1 of 2 answered")
    expect(fresh).to_have_count(0)
    card(page, 2).get_by_label("Ducks swim.").check()
    card(page, 2).get_by_role("button", name="Check").click()
    expect(card(page, 2).locator(".ci-feedback")).to_contain_text("Yes.")
    kept = show(Bench(EVERY[0], again, responses=bench.kept))
    expect(card(kept, 2)).to_be_visible()


def test_changes_are_announced_and_moves_keep_the_focus(show: Open) -> None:
    page = show(Bench(EVERY[2]))
    last = page.locator(".ci-order li").last.locator("span").inner_text()
    page.get_by_role("button", name=f"Move up: {last}").click()
    expect(page.locator(".ci-hidden")).to_have_text(f"{last}: now number 3 of 4.")
    expect(page.get_by_role("button", name=f"Move up: {last}")).to_be_focused()
    assert page.locator("[role=status]").count() == 4


def test_the_slider_is_not_an_answer_before_it_is_moved(show: Open) -> None:
    page = show(Bench(EVERY[4]))
    expect(page.get_by_role("slider")).to_have_attribute("aria-valuetext", "not set yet")
    page.get_by_role("slider").press("ArrowLeft")
    expect(page.get_by_label("In 100")).to_have_value("45")
    page.get_by_label("I do not know enough, I would look it up").check()
    page.get_by_role("button", name="Check").click()
    expect(page.locator(".ci-feedback")).to_contain_text("You would look it up.")
    expect(page.get_by_role("button", name="Answered")).to_be_disabled()


def test_typed_words_are_kept_when_the_box_is_left(show: Open) -> None:
    bench = Bench(EVERY[5])
    page = show(bench)
    page.get_by_role("textbox").fill("Biscuit was")
    page.keyboard.press("Tab")
    expect(page.locator(".ci-say")).to_have_text("Saved.")
    again = show(Bench(EVERY[5], responses=bench.kept))
    expect(again.get_by_role("textbox")).to_have_value("Biscuit was")


def test_markup_in_an_item_or_answer_stays_text(show: Open) -> None:
    nasty = "<img src=x onerror=alert(1)><b>bold</b>"
    item = Item("n", "choice", nasty, nasty, text=nasty, options=(Option(nasty, nasty, right=True), Option("b", "c")))
    page = show(Bench(item))
    page.get_by_role("radio").first.check()
    page.get_by_role("button", name="Check").click()
    expect(page.locator(".ci-feedback")).to_contain_text(nasty)
    assert page.locator(".claimlab-items img").count() == 0


def test_a_silent_kernel_is_said_aloud(show: Open) -> None:
    page = show(Bench(EVERY[0]))
    page.clock.install()
    page.evaluate("window.alive = false")
    page.get_by_label("Ducks swim.").check()
    page.get_by_role("button", name="Check").click()
    page.clock.run_for(9000)
    expect(page.locator(".ci-say")).to_contain_text("The notebook does not answer")


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_an_accessibility_checker_finds_nothing(show: Open, dark: bool) -> None:
    bench = Bench(*EVERY)
    page = show(bench, dark=dark)
    page.get_by_label("Ducks drive.").check()
    for number in range(1, 7):
        card(page, number).get_by_role("button", name="Check").click()
    page.get_by_role("button", name="Hint 1 of 4").click()
    expect(page.locator(".ci-hints li")).to_have_count(1)
    found = Axe().run(page).response["violations"]
    assert [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in found] == []


def test_nothing_is_cut_off_on_a_narrow_screen(show: Open) -> None:
    page = show(Bench(*EVERY), width=320)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    clipped = page.evaluate(
        """[...document.querySelectorAll('.claimlab-items *')].filter((node) => {
             const box = node.getBoundingClientRect();
             return box.width && box.right > 320 && !node.closest('.ci-hidden');
           }).map((node) => node.outerHTML.slice(0, 80))"""
    )
    assert clipped == []


def test_every_target_is_big_enough_to_touch(show: Open) -> None:
    page = show(Bench(*EVERY), width=320)
    for target in page.locator("button, select, .ci-option, input[type=number]").all():
        box = target.bounding_box()
        assert box is not None
        assert box["height"] >= 32
        assert box["width"] >= 32


def test_keys_stay_with_the_items_except_the_one_that_saves(show: Open) -> None:
    page = show(Bench(EVERY[0]))
    page.evaluate(
        """document.addEventListener('keydown', (event) => {
             (window.through ||= []).push(!event.target.closest('[data-lm-suppress-shortcuts]'));
             event.preventDefault();
           }, true)"""
    )
    page.get_by_role("radio").first.focus()
    for keys in ("d", "Control+s", "a"):
        page.keyboard.press(keys)
        page.wait_for_timeout(50)
    assert page.evaluate("through") == [False, False, True, False]  # Control and s are two keys


def test_leaving_takes_every_listener_along(show: Open) -> None:
    page = show(Bench(EVERY[0]))
    assert page.evaluate("listeners()") > 0
    page.evaluate("leave()")
    assert page.evaluate("listeners()") == 0


def test_the_page_needs_nothing_from_elsewhere(show: Open) -> None:
    page = show(Bench(*EVERY))
    asked = page.evaluate("performance.getEntriesByType('resource').map((entry) => new URL(entry.name).host)")
    assert set(asked) == {"practice.test"}
