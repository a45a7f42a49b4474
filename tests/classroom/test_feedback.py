"""Reasons reach students when the teacher releases them, and the teacher at any time."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from nbgrader.api import Gradebook
from playwright.sync_api import Browser

from claimlab import case
from claimlab.classroom.command import nbgrader
from claimlab.classroom.page import TITLES
from claimlab.keys import load
from claimlab.lab import blank
from claimlab.marking import mark
from tests.classroom import course as scratch
from tests.classroom.conftest import Graded
from tests.classroom.course import A1
from tests.classroom.test_release import leaks

pytestmark = pytest.mark.classroom
REASON = "The article says"
LATER = "The reasons for each card follow when your teacher releases them."


def test_every_criterion_has_a_title_for_its_reader() -> None:
    keys = [load(path) for path in sorted((scratch.ROOT / "solutions").glob("*/key.yaml"))]
    criteria = {one.name for key in keys for one in mark(blank(key.assignment), key).criteria}
    assert criteria - TITLES.keys() == set()


class Pages:
    """The feedback of the graded class, before and after release."""

    def __init__(self, course: Path) -> None:
        self.course = course
        self.before = self._write()
        self.after = self._write(f"--StudentView.released={A1}")

    def _write(self, *more: str) -> dict[str, str]:
        said = nbgrader(self.course, "generate_feedback", A1, "--force", *more)
        assert said.returncode == 0, said.stdout
        return {path.parts[-3]: text for path, text in scratch.texts(self.course / "feedback", ("*.html",)).items()}


@pytest.fixture(scope="module")
def pages(graded: Graded, tmp_path_factory: pytest.TempPathFactory) -> Pages:
    course = tmp_path_factory.mktemp("feedback") / "course"
    shutil.copytree(graded.course, course)
    shutil.rmtree(course / "autograded" / "huge")  # large pages take long and show nothing new
    return Pages(course)


def text(page: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", page[page.index("<body") :]).split())


def test_what_holds_for_the_whole_work_is_said_once(pages: Pages) -> None:
    for shown in (pages.before["none"], pages.after["none"]):
        assert text(shown).count("Please note:") == 1
    assert text(pages.before["both"]).count(LATER) == 1


def test_before_release_there_are_points_and_form_only(pages: Pages) -> None:
    page = text(pages.before["both"])
    assert LATER in page
    assert REASON not in page
    assert "You handed in 5 claim cards." in page
    key = load(scratch.ROOT / "solutions" / A1 / "key.yaml")
    for student in ("none", "nasty", "unreadable"):
        assert leaks(pages.before[student], key) == []


def test_after_release_every_card_has_its_reasons(pages: Pages) -> None:
    page = text(pages.after["both"])
    assert LATER not in page
    assert REASON in page
    assert all(f"Claim {n}" in page for n in range(1, 6))


@pytest.mark.parametrize("part", ["MARK SCHEME", "Mastery, 10", "import claimlab", "lab.write"])
def test_what_is_the_teachers_stays_the_teachers(pages: Pages, part: str) -> None:
    assert part not in pages.before["both"]
    assert part not in pages.after["both"]


def test_the_article_with_its_marks_and_the_written_answers_are_shown(pages: Pages) -> None:
    page = pages.after["both"]
    assert re.search(r'<span style="[^"]*border-bottom[^"]*">lived to be 16</span>', page)
    assert "Nothing is left without it." in page
    assert case.load("mask-1985").article.headline in text(page).replace("&amp;", "&")


def test_points_stand_in_words_a_student_knows(pages: Pages) -> None:
    page = text(pages.after["both"])
    assert re.search(r"How well your claims cover the article [\d.]+ of 65", page)
    assert page.count("not marked yet") == 6  # three questions, in the table and in their place
    assert re.search(r"So far [\d.]+ of 70 points", page)
    for word in ("Grade cell", "Test cell", "lab.score", "0.0 / 10"):
        assert word not in page


def test_each_question_is_asked_once_with_its_answer_below(pages: Pages) -> None:
    page = text(pages.after["both"])
    asked = "Which claim does the story rest on most?"
    assert page.count(asked) == 1
    assert page.index(asked) < page.index("Nothing is left without it.") < page.index("Question 2: Between", 600)


def test_an_untouched_notebook_is_told_what_to_do(pages: Pages) -> None:
    page = text(pages.after["none"])
    assert "No answers were found in what was handed in." in page
    assert "answers.json" not in page


@pytest.mark.parametrize("dark", [False, True])
def test_a_feedback_page_is_accessible(pages: Pages, browser: Browser, dark: bool) -> None:
    page = browser.new_page(color_scheme="dark" if dark else "light")
    page.goto((pages.course / "feedback" / "both" / A1 / "a1-claims.html").as_uri())
    found = Axe().run(page)
    page.close()
    assert found.violations_count == 0, found.generate_report()


def test_a_comment_stands_below_the_answer_it_is_about(graded: Graded, tmp_path: Path) -> None:
    course = tmp_path / "course"
    shutil.copytree(graded.course, course, ignore=shutil.ignore_patterns("huge"))
    with Gradebook(f"sqlite:///{course / 'gradebook.db'}") as gradebook:
        gradebook.find_comment("priority", A1, A1, "both").manual_comment = "Well *said*. <script>alert(1)</script>"
        grade = gradebook.find_grade("priority", A1, A1, "both")
        grade.manual_score, grade.needs_manual_grade = 5.0, False
        gradebook.db.commit()
    said = nbgrader(course, "generate_feedback", A1, "--student=both")
    assert said.returncode == 0, said.stdout
    whole = (course / "feedback" / "both" / A1 / "a1-claims.html").read_text()
    page = text(whole)
    assert page.index("Nothing is left without it.") < page.index("5 of 10", 300) < page.index("Your teacher writes:")
    assert "<em>said</em>" in whole
    assert "<script>alert(1)" not in whole


def test_unfinished_marking_is_said(pages: Pages) -> None:
    assert "Your teacher still has to mark some parts" in text(pages.after["both"])


def test_nothing_runs_in_a_feedback_page(pages: Pages, browser: Browser) -> None:
    context = browser.new_context()
    context.route("http*://**", lambda route: route.abort())
    page = context.new_page()
    met: list[str] = []
    page.on("dialog", lambda dialog: (met.append(dialog.message), dialog.dismiss()))
    page.goto((pages.course / "feedback" / "nasty" / A1 / "a1-claims.html").as_uri())
    shown = page.inner_text("body")
    context.close()
    assert met == []
    assert shown.count("<script>alert('restated')</script>") >= 2
    assert "<script>alert('text')</script>" in shown


def test_released_marks_must_still_be_the_marks(graded: Graded, tmp_path: Path) -> None:
    course = tmp_path / "course"
    shutil.copytree(graded.course, course, ignore=shutil.ignore_patterns("huge"))
    key = course / "solutions" / A1 / "key.yaml"
    key.write_text(re.sub(r"weight: \d", "weight: 1", key.read_text()))
    said = nbgrader(course, "generate_feedback", A1, "--student=both", f"--StudentView.released={A1}")
    assert said.returncode == 1
    assert "has changed since grading: run nbgrader autograde again" in said.stdout


@pytest.fixture(scope="module")
def grading_page(graded: Graded) -> Iterator[str]:
    """The address of nbgrader's own grading page for the student called nasty, on a running server."""
    with Gradebook(f"sqlite:///{graded.course / 'gradebook.db'}") as gradebook:
        name = gradebook.find_submission_notebook(A1, A1, "nasty").id
    said = (graded.course.parent / "server.log").open("w")
    words = [
        "server",
        "--no-browser",
        "--allow-root",
        "--port=0",
        "--ServerApp.token=t",
        f"--ServerApp.root_dir={graded.course}",
    ]
    server = subprocess.Popen(
        [sys.executable, "-m", "jupyter", *words], cwd=graded.course, stdout=said, stderr=subprocess.STDOUT
    )
    try:
        address = _address(Path(said.name), server)
        yield f"{address}formgrader/submissions/{name}/?token=t"
    finally:
        server.terminate()
        server.wait(30)
        said.close()


def _address(log: Path, server: subprocess.Popen[bytes]) -> str:
    """Return the address the server names, once it answers there: it names it before it listens."""
    while server.poll() is None:
        for address in re.findall(r"http://127\.0\.0\.1:\d+/", log.read_text())[-1:]:
            with suppress(OSError), urllib.request.urlopen(f"{address}api/status?token=t", timeout=10):
                return str(address)
        time.sleep(0.1)
    raise AssertionError(log.read_text())


def test_the_grading_page_shows_answers_reasons_and_mark_schemes(grading_page: str) -> None:
    with urllib.request.urlopen(grading_page) as answer:
        page = answer.read().decode()
    assert "Why it matters" in page
    assert "Mark scheme" in page
    assert "<script>alert(" not in page
    assert "onerror" not in re.sub(r"&lt;.*?&gt;", "", page)
    assert "Counted by the computer" in page
    assert page.index("restated") < page.index("Question 1") < page.index("Mark scheme")
