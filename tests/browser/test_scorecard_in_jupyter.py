"""One indicator of a4 in real JupyterLab by keyboard alone, from search to saved proof, handed in and graded."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from claimlab import answers
from claimlab.answers import Finding
from claimlab.classroom.command import nbgrader
from tests.browser import jupyter
from tests.browser.desk_moves import press
from tests.browser.learner import tab_to
from tests.classroom import course as scratch
from tests.classroom.course import ROOT

pytestmark = pytest.mark.browser
A4 = "a4-scorecard"
NOTEBOOK = f"{A4}.ipynb"
HANDED_OUT = ROOT / "assignments" / A4 / NOTEBOOK
PLOT = "Diana's parents won't let him see her."
CHECKED = "two independent approaches determined identical values for the change in the orbital period"


def prove(page: Page, words: str, card: str) -> None:
    """From the direction in hand to the first sentence of the source card *card*, without a pointer."""
    tab_to(page, "button.onward")
    press(page, "Enter")
    page.keyboard.type(words)
    press(page, "Enter")
    page.locator(f".result[data-source={card}]:visible").wait_for()
    for _ in range(30):
        press(page, "ArrowDown")
        if page.evaluate("document.activeElement.dataset.source") == card:
            break
    press(page, "Enter")
    tab_to(page, ".pick")
    press(page, "Enter", "Escape", "Escape")


def judge_representative_citations(page: Page) -> None:
    """The whole indicator: direction and proof for both articles, could it be faked, and all the weight."""
    tab_to(page, "button.choice")
    press(page, "Tab", "Tab", "Enter")
    tab_to(page, "button.go:not(:disabled)")
    press(page, "Enter")
    expect(page.get_by_role("radio", name="✓ speaks for")).to_be_focused()
    press(page, "ArrowDown")
    prove(page, "blind girl parents biker mother", "S18")
    press(page, "Tab", "Enter")
    expect(page.get_by_role("radio", name="✓ speaks for")).to_be_focused()
    press(page, "Space")
    prove(page, "brightness radar change in the orbit", "DART-04")
    press(page, "Enter")
    tab_to(page, ".tall input")
    press(page, "Space", "ArrowDown", "ArrowDown", "ArrowDown", "Escape", "Shift+Tab", "Shift+Tab", "Shift+Tab")
    page.keyboard.type("100")
    press(page, "Control+s")
    expect(page.locator(".claimlab-scorecard .saved")).to_have_text("Saved. 1 indicator.")


def test_an_indicator_is_proved_by_keyboard_alone_and_graded(
    page: Page, server: jupyter.Server, tmp_path: Path
) -> None:
    page.goto(server.page(NOTEBOOK))
    jupyter.ready(server, page)
    jupyter.run_all(page, ".claimlab-scorecard")
    page.locator(".claimlab-scorecard .picker h3").focus()
    judge_representative_citations(page)
    sheet = answers.read((server.folder / f"{A4}.answers.json").read_bytes())
    (indicator,) = sheet.indicators
    assert (indicator.id, indicator.weight, indicator.fake, indicator.reason) == (
        "representative-citations", 100, "no", "others")  # fmt: skip
    assert indicator.findings == (
        Finding("mask-1985", "against", source="S18", words=PLOT),
        Finding("dart-2022", "for", source="DART-04", words=CHECKED),
    )
    assert sheet.article_score == 0

    course = scratch.make(tmp_path / "course", assignment=A4)
    handed = course / "submitted" / "ann" / A4
    handed.mkdir(parents=True)
    for path in (server.folder / NOTEBOOK, server.folder / f"{A4}.answers.json"):
        shutil.copy(path, handed)
    said = nbgrader(course, "autograde", A4)
    assert said.returncode == 0, said.stdout
    points = {name: grade.auto for name, grade in scratch.grades(course, "ann", A4).items() if grade.auto is not None}
    assert points["indicators"] == 7
    assert points["sums"] == pytest.approx((2 + 2 + 2) * 2 / 6)
