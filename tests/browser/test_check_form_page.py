"""A check form in a real browser, with the real Python side: by pointer, by keyboard, and after the end."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route, expect

from claimlab import check_forms, form_key
from claimlab.check_forms import Answer, Taken
from claimlab.lab import blank
from claimlab.widgets import form_report, form_twin, own_progress
from claimlab.widgets.check_form import FormPages
from tests.widgets.form_bench import FormBench, all_answered

pytestmark = pytest.mark.browser
HOST = (Path(__file__).parent / "host.html").read_text(encoding="utf-8").replace('"/marker.', '"/form.')
FILES = {
    "form.js": ("text/javascript", str(FormPages._esm)),
    "form.css": ("text/css", str(FormPages._css)),
}
Open = Callable[..., Page]


def serve(route: Route) -> None:
    kind, text = FILES.get(route.request.url.rsplit("/", 1)[1], ("text/html", HOST))
    route.fulfill(body=text, content_type=f"{kind}; charset=utf-8")


@pytest.fixture
def show(browser: Browser) -> Iterator[Open]:
    """Open a form on a page: ``show(bench, width=320, dark=True)``. A script error anywhere fails the test."""
    errors: list[str] = []
    contexts = []

    def _show(bench: FormBench, *, width: int = 1000, dark: bool = False) -> Page:
        context = browser.new_context(viewport={"width": width, "height": 900}, reduced_motion="reduce")
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.route("**/*", serve)
        page.expose_function("toPython", lambda message: bench.tell(json.loads(message)))
        page.expose_function("stateOfPython", bench.state)
        page.goto("http://form.test/")
        page.wait_for_selector("body[data-ready]")
        if dark:
            page.evaluate("document.body.dataset.jpThemeLight = 'false'")
        return page

    yield _show
    for context in contexts:
        context.close()
    assert errors == []


def saved(page: Page) -> None:
    page.wait_for_selector("[data-state=saved]")


def finish(page: Page) -> None:
    page.get_by_role("button", name="Finish", exact=True).click()
    page.get_by_role("button", name="Finish and see how it went").click()


def test_a_form_is_taken_by_pointer(show: Open) -> None:
    bench = FormBench("c")
    page = show(bench)
    expect(page.get_by_role("heading", name="Statement 1 of 8")).to_be_visible()
    page.get_by_label("How likely, in 100").fill("85")
    expect(page.locator("output")).to_have_text("85 in 100: very likely accurate")
    page.get_by_role("button", name="Next").click()
    page.get_by_label("I do not know enough, I would look it up").check()
    page.get_by_role("button", name="Statement 3 of 8: open").click()
    page.get_by_role("slider").click()  # in the middle: nothing moves, and it counts
    page.get_by_role("button", name="Task 1 of 1: open").click()
    page.get_by_role("textbox").fill("It began with the tea house.")
    saved(page)
    expect(page.locator(".tally")).to_have_text("4 of 9 answered")
    assert bench.kept[-1].answers == {"c01": Answer(85), "c02": Answer(unsure=True), "c03": Answer(50)}
    assert bench.kept[-1].words == {"c-trace": "It began with the tea house."}


def test_a_form_is_taken_by_keyboard_alone(show: Open) -> None:
    bench = FormBench("c")
    page = show(bench)
    press = page.keyboard.press
    page.get_by_role("slider").focus()
    for _ in range(8):
        press("ArrowRight")
        press("ArrowRight")
        press("Enter")
        expect(page.get_by_role("heading", name="Statement 1 of 8")).not_to_be_visible()
    page.keyboard.type("One source, the tea house.")
    press("Tab")
    press("Tab")
    press("Enter")
    expect(page.get_by_role("button", name="Finish and see how it went")).to_be_focused()
    press("Enter")
    expect(page.get_by_role("heading", name="Finish")).to_be_focused()
    saved(page)
    assert {answer.value for answer in bench.kept[-1].answers.values()} == {60}
    assert bench.kept[-1].words == {"c-trace": "One source, the tea house."}
    assert bench.kept[-1].finished


def test_the_row_of_pages_is_one_stop_with_arrows_inside(show: Open) -> None:
    page = show(FormBench("c"))
    row = page.get_by_role("navigation", name="Pages of the form")
    assert row.locator("button[tabindex='0']").count() == 1
    row.get_by_role("button", name="Statement 1 of 8: open").focus()
    page.keyboard.press("ArrowRight")
    expect(row.get_by_role("button", name="Statement 2 of 8: open")).to_be_focused()
    page.keyboard.press("End")
    expect(row.get_by_role("button", name="Finish")).to_be_focused()
    expect(row.locator("[aria-current=step]")).to_have_text("Finish")


def test_what_is_open_is_named_before_the_end(show: Open) -> None:
    bench = FormBench("c", msgspec.structs.replace(all_answered("c"), words={}))
    page = show(bench)
    finish(page)
    expect(page.locator(".confirm")).to_contain_text("Some pages are still open.")
    assert [taken.finished for taken in bench.kept] == []
    page.get_by_role("button", name="Not yet").click()
    page.locator(".gaps").get_by_role("button", name="Task 1 of 1").click()
    expect(page.get_by_role("textbox")).to_be_focused()


def test_after_the_end_each_page_says_what_is_so_and_nothing_can_be_changed(show: Open) -> None:
    bench = FormBench("c", all_answered("c", 80))
    page = show(bench)
    expect(page.locator(".told").first).to_be_hidden()
    finish(page)
    page.get_by_role("button", name="Statement 1 of 8").click()
    expect(page.locator(".told")).to_contain_text(bench.key.items[0].why)
    expect(page.locator(".told")).to_contain_text(f"Source: {bench.key.items[0].source}")
    expect(page.get_by_role("slider")).to_be_disabled()
    expect(page.get_by_role("button", name="Undo")).to_be_disabled()
    page.get_by_role("button", name="Task 1 of 1").click()
    expect(page.get_by_role("textbox")).to_be_hidden()
    page.get_by_role("radio", name="Emerging").check()
    saved(page)
    assert bench.kept[-1].levels == {"c-trace": 1}
    again = show(FormBench("c", bench.kept[-1]))
    expect(again.locator(".done")).to_contain_text("You have finished this form.")


def test_undo_takes_an_answer_back(show: Open) -> None:
    bench = FormBench("c")
    page = show(bench)
    page.get_by_label("I do not know enough, I would look it up").check()
    page.get_by_role("button", name="Undo").click()
    saved(page)
    assert bench.kept[-1].answers == {}
    page.get_by_role("button", name="Redo").click()
    expect(page.get_by_label("I do not know enough, I would look it up")).to_be_checked()


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_an_accessibility_checker_finds_nothing(show: Open, dark: bool) -> None:
    answered = all_answered("c", 70)
    mixed = {**answered.answers, "c02": Answer(unsure=True), "c03": Answer(50), "c04": Answer(10)}
    page = show(FormBench("c", Taken(mixed, answered.words)), dark=dark)
    axe = Axe()

    def clean() -> None:
        found = axe.run(page).response["violations"]
        assert [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in found] == []

    page.get_by_role("button", name="Statement 1 of 8").click()
    clean()
    page.get_by_role("button", name="Task 1 of 1").click()
    clean()
    finish(page)
    clean()
    for name in ("Statement 1 of 8", "Statement 2 of 8", "Statement 3 of 8", "Task 1 of 1"):
        page.get_by_role("button", name=name).click()
        clean()


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_an_accessibility_checker_finds_nothing_in_the_report_and_in_progress(browser: Browser, dark: bool) -> None:
    form, key = check_forms.load("a"), form_key.load("a")
    taken = msgspec.structs.replace(all_answered("a", 80), finished="2026-09-01", levels={"a-who": 1})
    made = {check_forms.place("a"): check_forms.document(taken)}
    parts = [
        form_report.report(form, key, taken),
        form_twin.sheet(form, taken),
        own_progress.page({"lesson-00": msgspec.structs.replace(blank("lesson-00"), responses=made)}),
    ]
    colours = "background:#111;color:#eee" if dark else "background:#fff;color:#222"
    body = "".join(part.html for part in parts).replace("<details", "<details open")
    context = browser.new_context()
    page = context.new_page()
    page.set_content(f'<html lang="en"><title>t</title><body style="{colours}"><main><h1>Report</h1>{body}</main>')
    found = Axe().run(page).response["violations"]
    context.close()
    assert [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in found] == []


@pytest.mark.parametrize("end", [False, True], ids=["open", "finished"])
def test_nothing_is_cut_off_on_a_narrow_screen(show: Open, end: bool) -> None:
    taken = all_answered("a")
    page = show(FormBench("a", msgspec.structs.replace(taken, finished="2026-09-01" if end else "")), width=320)
    for name in ("Statement 1 of 20", "Task 3 of 4", "Finish"):
        page.get_by_role("button", name=name).first.click()
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
        clipped = page.evaluate(
            """[...document.querySelectorAll('.claimlab-form *')].filter((node) => {
                 const box = node.getBoundingClientRect();
                 return box.width && box.right > 320 && !node.closest('.unseen');
               }).map((node) => node.outerHTML.slice(0, 80))"""
        )
        assert clipped == []


def test_every_target_is_big_enough_to_touch(show: Open) -> None:
    page = show(FormBench("a"), width=320)
    for target in page.locator(".claimlab-form button:visible, .claimlab-form .look").all():
        box = target.bounding_box()
        assert box is not None
        assert min(box["height"], box["width"]) >= 24


def test_keys_stay_with_the_form_except_the_one_that_saves(show: Open) -> None:
    page = show(FormBench("c"))
    page.evaluate(
        """document.addEventListener('keydown', (event) => {
             (window.through ||= []).push(!event.target.closest('[data-lm-suppress-shortcuts]'));
             event.preventDefault();
           }, true)"""
    )
    page.get_by_role("slider").focus()
    for keys in ("d", "Control+s", "a"):
        page.keyboard.press(keys)
        page.wait_for_timeout(50)
    assert page.evaluate("through") == [False, False, True, False]  # Control and s are two keys
