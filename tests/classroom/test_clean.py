"""Pages show what students wrote and run none of it."""

from __future__ import annotations

import pytest

from claimlab import case
from claimlab.classroom import clean
from claimlab.widgets import twin
from tests.classroom.course import GOOD

ATTACKS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<img src='https://example.org/spy.png'>",
    "<svg onload=alert(1)></svg>",
    "<a href='javascript:alert(1)'>x</a>",
    "<a href='data:text/html,<script>alert(1)</script>'>x</a>",
    "<iframe src='https://example.org'></iframe>",
    "<div style='position:fixed;top:0;background:url(https://example.org/x)'>x</div>",
    "<form action='https://example.org'><input name=x></form>",
    "<style>body{display:none}</style>",
    "<meta http-equiv=refresh content='0;url=https://example.org'>",
]
HARM = ("<script", "<svg", "<iframe", "<form", "<input", "<style", "<meta", "position", "url(", 'src="http', "href=")


@pytest.mark.parametrize("attack", ATTACKS)
@pytest.mark.parametrize("filter_", [clean.page, lambda text: clean.markdown({}, text)])
def test_nothing_runs_or_loads(filter_: object, attack: str) -> None:
    shown = filter_(f"before {attack} after")  # type: ignore[operator]
    assert not [harm for harm in HARM if harm in shown]
    assert "before" in shown
    assert "after" in shown


def test_text_cells_cannot_dress_up_as_marks() -> None:
    assert "style" not in clean.markdown({}, '<div style="margin-top:-900px" class="score">10 / 10</div>')


def test_markdown_stays_markdown() -> None:
    shown = clean.markdown(
        {}, "# Title\n\n> said\n\n| a | b |\n|---|--:|\n| 1 | 2 |\n\n**bold** [l](https://example.org)"
    )
    for part in ("<h1", "<blockquote>", "<table>", "text-align", "<strong>bold</strong>", 'href="https://example.org"'):
        assert part in shown


def test_the_picture_of_the_answers_stays_whole() -> None:
    page = twin.html(GOOD, case.load("mask-1985").article)
    cleaned = clean.page(page)
    for part in ("border-bottom:", "<sup>", "<ol", "lived to be 16"):
        assert part in cleaned
    assert cleaned.count("<span") == page.count("<span")
