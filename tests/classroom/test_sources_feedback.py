"""Feedback on sources: nothing of the key before release, then who repeats whom, in words and as a picture."""

from __future__ import annotations

import re
from collections import Counter
from html import unescape
from pathlib import Path

import msgspec
import pytest
from playwright.sync_api import Browser

from claimlab import answers
from claimlab.answers import Claim, Evidence, OwnSource
from claimlab.classroom.command import nbgrader
from claimlab.classroom.students import simulate
from tests.classroom import course as scratch
from tests.marking.ledgers import claim, key, sheet, whole

pytestmark = pytest.mark.classroom
A2 = "a2-sources"
PAGE = b"/Type /Page\n"  # how each page begins in a file that Chromium prints
MOST_PAGES = 7
LEAF_HEIGHT = 24 / 2.54 * 96  # CSS pixels that both A4 and Letter have room for
LEFT_EDGES = """() => {
  const texts = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT), lefts = [];
  while (texts.nextNode()) {
    const words = document.createRange();
    words.selectNodeContents(texts.currentNode);
    lefts.push(...[...words.getClientRects()].map((line) => line.left));
  }
  return lefts;
}"""
NASTY = "<script>alert('quoted')</script>"


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = scratch.make(tmp_path_factory.mktemp("sources") / "course", assignment=A2)
    own = (OwnSource("own-1", "https://example.org/x", NASTY),)
    outside = Evidence("own-1", "refutes", NASTY, "origin", "", "B")
    nasty = sheet(claim("g10", outside), Claim("k1", restatement=NASTY, evidence=(outside,)), own=own)
    thorough = sheet(*whole("g01", "g02", "g03", "g04", "g05", "g06"))
    able = max(simulate(6, key()), key=lambda student: student.ability).sheet
    for name, work in (("ann", thorough), ("bo", nasty), ("cy", able)):
        saved = msgspec.structs.replace(work, revision=1, saved_at="2026-03-01T10:00:00.000Z")
        folder = scratch.hand_in(made, name, assignment=A2)
        (folder / f"{A2}.answers.json").write_bytes(answers.write(saved))
    said = nbgrader(made, "autograde", A2)
    assert said.returncode == 0, said.stdout
    return made


def feedback(course: Path, name: str, *more: str) -> str:
    said = nbgrader(course, "generate_feedback", A2, "--force", *more)
    assert said.returncode == 0, said.stdout
    return unescape((course / "feedback" / name / A2 / f"{A2}.html").read_text(encoding="utf-8"))


def test_before_release_nothing_of_the_key_is_on_the_page(course: Path) -> None:
    page = feedback(course, "ann")
    assert "30 of 30 points" in page
    assert "Where each claim first appeared</a>" in page
    assert "Claim 1: your groups" in page  # the picture that the student drew
    assert re.findall(r"Claim \d+: who repeats whom", page) == []
    assert page.count("You handed in 6 claims") == page.count("Until then the marks are provisional.") == 1
    assert [given.id for given in key().claims.values() if given.text.told[:60] in page] == []


def test_after_release_every_claim_has_its_reasons_and_its_trees(course: Path) -> None:
    page = feedback(course, "ann", f"--StudentView.released={A2}")
    assert "One rumour of about 2025 (first page unknown) is repeated by" in page
    alts = re.findall(r'<img[^>]*alt="(Claim \d+: your groups[^"]*)"', page.replace("\n", " "))
    both = [alt[:7] for alt in alts if "who repeats whom: " in alt]
    assert both == [f"Claim {n}" for n in range(1, 7)]


def test_a_source_from_the_web_waits_for_the_teacher_and_is_no_markup(course: Path) -> None:
    found = scratch.grades(course, "bo", A2)
    assert {name: (found[name].auto, found[name].by_hand) for name in ("origins", "support", "care")} == {
        "origins": (0, True),
        "support": (0, True),
        "care": (0, True),
    }
    raw = course / "feedback" / "bo" / A2 / f"{A2}.html"
    feedback(course, "bo", f"--StudentView.released={A2}")
    assert "<script>alert" not in raw.read_text(encoding="utf-8")
    assert "alert('quoted')" in unescape(raw.read_text(encoding="utf-8"))


@pytest.mark.browser
def test_on_paper_it_is_short_and_nothing_is_lost(course: Path, browser: Browser) -> None:
    feedback(course, "cy", f"--StudentView.released={A2}")
    page = browser.new_page()
    page.goto((course / "feedback" / "cy" / A2 / f"{A2}.html").as_uri())
    on_screen = page.inner_text("main").split()
    assert page.pdf(format="A4").count(PAGE) <= MOST_PAGES
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 703, "height": 1032})  # what A4 leaves within the margins
    assert missing(on_screen, page.inner_text("main").split()) == []
    heights = page.eval_on_selector_all("img", "all => all.map(one => one.getBoundingClientRect().height)")
    assert heights
    assert max(heights) <= LEAF_HEIGHT + 1
    assert min(page.evaluate(LEFT_EDGES)) >= 0
    page.close()


def missing(words: list[str], among: list[str]) -> list[str]:
    """The words of which *among* has fewer than *words*."""
    return sorted((Counter(words) - Counter(among)).elements())
