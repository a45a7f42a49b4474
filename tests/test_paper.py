"""The course on paper: everything a learner needs is on it, and nothing of the key."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from claimlab import case, cli, paper
from claimlab.problems import Problem

ROOT = Path(__file__).resolve().parents[1]
CASES = ("mask-1985", "dart-2022")


@pytest.mark.parametrize("name", CASES)
def test_every_sentence_below_the_headline_has_its_number_once(name: str) -> None:
    article = case.load(name).article
    numbered = [sentence for paragraph in paper.paragraphs(article) for sentence in paragraph]
    assert [sentence.number for sentence in numbered] == list(range(1, len(numbered) + 1))
    below = " ".join(article.text.removeprefix(article.headline).split())
    assert " ".join(sentence.words for sentence in numbered) == below


def test_paragraphs_stay_as_they_are() -> None:
    article = case.load("mask-1985").article
    assert len(paper.paragraphs(article)) == article.text.count("\n\n")


@pytest.mark.parametrize("name", CASES)
def test_every_source_is_there_and_no_judgement_of_it(name: str) -> None:
    page = paper.page(name)
    with (ROOT / "solutions" / f"{name}-sources.csv").open(encoding="utf-8", newline="") as lines:
        secrets = {row["reliability_note"] for row in csv.DictReader(lines) if len(row["reliability_note"]) > 20}
    assert all(f"<b>{source.id}</b>" in page for source in case.load(name).sources)
    assert secrets
    assert not [secret for secret in secrets if secret in page]
    assert "<b>S01</b>" not in paper.page(name, sources=False)


def test_a_text_is_never_markup(tmp_path: Path) -> None:
    text = "---\nid: odd\nheadline: <script>alert(1)</script>\n---\nIs {{ 7 * 7 }} & <b>more</b> so?\n"
    (tmp_path / "article.md").write_text(text, encoding="utf-8")
    page = paper.page(str(tmp_path))
    assert "<script" not in page
    assert "{{ 7 * 7 }} &amp; &lt;b&gt;more&lt;/b&gt; so?" in page


def test_the_command_writes_once_and_overwrites_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "pages.html"
    assert cli.main(["paper", "mask-1985", "--output", str(path)]) == 0
    before = path.read_bytes()
    assert cli.main(["paper", "mask-1985", "--output", str(path), "--no-sources"]) == 1
    assert path.read_bytes() == before
    assert "is there already" in capsys.readouterr().err


def test_an_unknown_case_is_said() -> None:
    with pytest.raises(Problem, match="no case called"):
        paper.page("no-such-case")


@pytest.mark.browser
@pytest.mark.parametrize("name", CASES)
def test_the_pages_print_within_their_margins_and_please_a_checker(name: str, browser: Browser, tmp_path: Path) -> None:
    path = paper.write(name, tmp_path / "pages.html")
    page = browser.new_page(viewport={"width": 680, "height": 1000})
    page.goto(path.as_uri())
    page.emulate_media(media="print")
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    assert page.pdf(format="A4").count(b"/Type /Page\n") > 5
    page.close()
