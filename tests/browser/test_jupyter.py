"""A learner in a real Jupyter: mark, restate, split, close, come back, save, and be graded from the notebook alone."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from claimlab import answers, keys, recovery
from claimlab.marking import mark
from tests.browser import jupyter, learner
from tests.browser.jupyter import Server

ROOT = Path(__file__).resolve().parents[2]
KEY = ROOT / "solutions" / "a1-claims" / "key.yaml"
PICTURES = os.environ.get("CLAIMLAB_PICTURES")

pytestmark = [pytest.mark.browser, pytest.mark.classroom]


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """Jupyter as a learner in a class meets it: the released notebook in a folder, no key anywhere near."""
    folder = tmp_path / "my work"
    folder.mkdir()
    shutil.copy(ROOT / "assignments" / "a1-claims" / "a1-claims.ipynb", folder)
    with jupyter.jupyter(folder, tmp_path / "jupyter.log") as running:
        yield running


def opened(browser: Browser, server: Server, app: str) -> Page:
    page = browser.new_page(viewport={"width": 1400, "height": 1000})
    page.goto(server.page("a1-claims.ipynb", app))
    jupyter.ready(server, page)
    return page


def picture(page: Page, name: str) -> None:
    if PICTURES:
        Path(PICTURES).mkdir(parents=True, exist_ok=True)
        page.screenshot(path=Path(PICTURES) / f"{name}.png")


def save_notebook(page: Page, notebook: Path, claims: int) -> None:
    """Save with the keyboard, from inside the marker, and wait until the notebook on disk carries the claims."""
    page.keyboard.press("Control+s")
    for _ in range(80):
        found = recovery.copies(json.loads(notebook.read_text()))
        if any(len(sheet.claims) == claims for sheet in found):
            return
        page.wait_for_timeout(250)
    raise AssertionError("the notebook was not saved with its answers")


def autograde(course: Path, notebook: Path) -> dict[str, float]:
    """Hand in *notebook* alone and return the points that the real nbgrader gives each cell."""
    shutil.copy(ROOT / "nbgrader_config.py", course)
    shutil.copytree(ROOT / "solutions", course / "solutions")
    handed_in = course / "submitted" / "ada" / "a1-claims"
    handed_in.mkdir(parents=True)
    shutil.copy(notebook, handed_in)
    for words in (["generate_assignment", "a1-claims"], ["autograde", "a1-claims"]):
        done = subprocess.run(["nbgrader", *words], cwd=course, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
    with sqlite3.connect(course / "gradebook.db") as gradebook:
        rows = gradebook.execute(
            "select base_cell.name, grade.auto_score from grade join base_cell on base_cell.id = grade.cell_id"
        ).fetchall()
    return {name: score for name, score in rows if score is not None}


def expected(sheet_file: Path) -> dict[str, float]:
    marks = mark(answers.read(sheet_file.read_bytes()), keys.load(KEY))
    return {criterion.name: criterion.points for criterion in marks.criteria}


def test_a_learner_works_in_jupyterlab_and_is_graded_from_the_notebook_alone(
    browser: Browser, server: Server, tmp_path: Path
) -> None:
    notebook = server.folder / "a1-claims.ipynb"
    page = opened(browser, server, "lab")
    jupyter.run_all(page, ".claimlab-marker")
    picture(page, "lab-first-visit")
    learner.marker(page).get_by_role("button", name="Skip").click()
    _mark_three_by_pointer(page)
    _mark_two_by_keyboard(page)
    _split(page)
    learner.saved(page, 6)
    picture(page, "lab-working")
    before = learner.cards(page)
    save_notebook(page, notebook, 6)
    page.close()
    assert server.kill_kernels() == 1

    page = opened(browser, server, "lab")
    expect(page.get_by_text("Your answers are saved in this notebook too.")).to_be_visible()
    picture(page, "lab-reopened")
    jupyter.run_all(page, ".claimlab-marker")
    assert learner.cards(page) == before
    learner.marker(page).locator(".card .head").first.click()
    assert learner.marker(page).locator(".card.open textarea").input_value() == FIRST
    save_notebook(page, notebook, 6)
    page.close()

    sidecar = server.folder / "a1-claims.answers.json"
    should_be = expected(sidecar)
    sidecar.unlink()
    course = tmp_path / "course"
    course.mkdir()
    given = autograde(course, notebook)
    assert given == pytest.approx(should_be)
    assert 0 < given["coverage"] < 65
    assert given["kinds"] > 0


FIRST = "Fans of the film Mask were shocked and sad about what Rusty Dennis said."


def _mark_three_by_pointer(page: Page) -> None:
    learner.drag(page, learner.word(page, "Fans"), learner.word(page, "heartbroken"))
    learner.mark_selected(page)
    learner.restate(page, FIRST, "framing", "a detail")
    learner.word(page, "Cher").click()
    learner.word(page, "Rusty", 1).click()
    learner.mark_selected(page)
    learner.restate(page, "Cher played Rusty Dennis in the 1985 film Mask.", "fact", "supports it")
    learner.word(page, "dysplasia").click()
    learner.marker(page).get_by_role("button", name="Whole sentence").click()
    learner.restate(page, "Rocky Dennis was born with craniodiaphyseal dysplasia.", "fact", "the story rests on it")
    learner.saved(page, 3)


def _mark_two_by_keyboard(page: Page) -> None:
    """One whole sentence and some words of another, without touching the mouse."""
    learner.tab_to(page, ".claimlab-marker .sentence")
    page.keyboard.press("Home")
    for _ in range(18):
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Space")
    learner.restate_by_keyboard(page, "Rusty Dennis felt guilty until she died.", kind_steps=0, weight_steps=1)
    learner.saved(page, 4)
    page.keyboard.press("Home")
    for _ in range(11):
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    for _ in range(17):
        page.keyboard.press("ArrowRight")
    for _ in range(3):
        page.keyboard.press("Shift+ArrowRight")
    picture(page, "lab-words-by-keyboard")
    page.keyboard.press("Enter")
    learner.restate_by_keyboard(page, "Rocky Dennis lived until he was 16.", kind_steps=0, weight_steps=2)
    learner.saved(page, 5)


def _split(page: Page) -> None:
    card = learner.marker(page).locator(".card", has_text="cranio-diaphyseal")
    card.locator(".head").click()
    card.get_by_role("button", name="Split in two").click()
    copy = learner.marker(page).locator(".card.open textarea")
    expect(copy).to_be_focused()
    copy.fill("The disorder that Rocky Dennis was born with is rare.")
    learner.marker(page).locator(".card.open").get_by_role("button", name="Done").click()


def test_notebook_7_in_short(browser: Browser, server: Server, tmp_path: Path) -> None:
    notebook = server.folder / "a1-claims.ipynb"
    page = opened(browser, server, "notebook")
    jupyter.run_all(page, ".claimlab-marker")
    learner.marker(page).get_by_role("button", name="Skip").click()
    learner.drag(page, learner.word(page, "Fans"), learner.word(page, "heartbroken"))
    learner.mark_selected(page)
    learner.restate(page, FIRST, "framing", "a detail")
    learner.tab_to(page, ".claimlab-marker .sentence")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Space")
    learner.restate_by_keyboard(page, "Rusty Dennis spoke out shortly before she died.", 4, 2)
    learner.saved(page, 2)
    picture(page, "notebook7-working")
    before = learner.cards(page)
    save_notebook(page, notebook, 2)
    page.close()
    server.kill_kernels()
    page = opened(browser, server, "notebook")
    jupyter.run_all(page, ".claimlab-marker")
    assert learner.cards(page) == before
    page.close()
    should_be = expected(server.folder / "a1-claims.answers.json")
    course = tmp_path / "course"
    course.mkdir()
    given = autograde(course, notebook)
    assert given == pytest.approx(should_be)
    assert given["coverage"] > 0
