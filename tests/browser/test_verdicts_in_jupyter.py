"""One claim of a3 in real JupyterLab by keyboard alone, from search to saved verdict, handed in and graded."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from claimlab import answers
from claimlab.classroom.command import nbgrader
from tests.browser import jupyter
from tests.browser.desk_moves import focused, press
from tests.classroom import course as scratch
from tests.classroom.course import ROOT

pytestmark = pytest.mark.browser
A3 = "a3-verdicts"
NOTEBOOK = f"{A3}.ipynb"
HANDED_OUT = ROOT / "assignments" / A3 / NOTEBOOK
SETTLED, COIN = 8, 0.25


def judge_the_first_claim(page: Page) -> None:
    """From the table of all claims to a complete answer, without a pointer."""
    page.locator(".claimlab-verdicts .row").first.focus()
    press(page, "Enter", "Tab", "Enter")
    expect(page.get_by_role("searchbox", name="Search the 125 sources")).to_be_focused()
    page.keyboard.type("was 16 when he died")
    press(page, "Enter")
    page.locator(".came .result").first.wait_for()
    press(page, "ArrowDown", "Enter", "Tab", "Tab", "Enter")
    expect(page.get_by_role("radio", name="supports", exact=True)).to_be_focused()
    press(page, "Space", "Tab", "Enter")
    for _ in range(12):
        if focused(page) == "Done":
            break
        press(page, "Tab")
    press(page, "Enter")
    expect(page.locator(".verdicts input[value=supported]")).to_be_focused()
    press(page, "Space", "Tab", "9", "Tab")
    page.keyboard.type("The obituary gives his age.")
    press(page, "Control+s")
    expect(page.locator(".claimlab-verdicts .saved")).to_have_text("Saved. 1 of 12 verdicts.")
    expect(page.locator(".judgement .lacks")).to_have_text("✓ Complete.")


def test_a_claim_is_judged_by_keyboard_alone_and_graded(page: Page, server: jupyter.Server, tmp_path: Path) -> None:
    page.goto(server.page(NOTEBOOK))
    jupyter.ready(server, page)
    jupyter.run_all(page, ".claimlab-verdicts")
    judge_the_first_claim(page)
    sheet = answers.read((server.folder / f"{A3}.answers.json").read_bytes())
    (claim,) = sheet.claims
    (evidence,) = claim.evidence
    assert (claim.id, claim.verdict, claim.confidence) == ("g01", "supported", 90)
    assert (evidence.source, evidence.stance, evidence.words) == (
        "S06",
        "supports",
        "was 16 when he died in Covina in 1978",
    )

    course = scratch.make(tmp_path / "course", assignment=A3)
    handed = course / "submitted" / "ann" / A3
    handed.mkdir(parents=True)
    for path in (server.folder / NOTEBOOK, server.folder / f"{A3}.answers.json"):
        shutil.copy(path, handed)
    said = nbgrader(course, "autograde", A3)
    assert said.returncode == 0, said.stdout
    points = {name: grade.auto for name, grade in scratch.grades(course, "ann", A3).items() if grade.auto is not None}
    brier = ((SETTLED - 1) * COIN + 0.1**2) / SETTLED
    assert points["verdicts"] == pytest.approx(40 * 0.35 / 5)
    assert points["calibration"] == pytest.approx(round(10 * (1 - brier / COIN), 2))
    assert points["balance"] == 0
