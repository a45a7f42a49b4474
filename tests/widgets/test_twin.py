"""The static twin of the answers."""

from __future__ import annotations

import re

from claimlab import case
from claimlab.answers import Claim, Passage, Sheet
from claimlab.widgets import twin

ARTICLE = case.load("mask-1985").article


def passage(words: str) -> Passage:
    start = ARTICLE.text.index(words)
    return Passage(start, start + len(words), words)


def sheet(*claims: Claim) -> Sheet:
    return Sheet("mask-1985", ARTICLE.sha256, "a1-claims", claims=claims)


def text_of(html: str) -> str:
    return re.sub(r"<[^>]+>", "", html)


def test_the_whole_article_is_there_with_every_mark_numbered() -> None:
    marked = twin.marked_article(
        (Claim(id="a", passages=(passage("Fans are stunned"),)), Claim(id="b", passages=(passage("heartbroken"),))),
        ARTICLE,
    )
    assert "Fans are stunned[1] and heartbroken[2]." in text_of(marked)
    assert text_of(marked).replace("[1]", "").replace("[2]", "") == ARTICLE.text.replace("\n\n", "")


def test_overlapping_marks_are_told_apart_without_colour() -> None:
    claims = (
        Claim(id="a", passages=(passage("a rare disorder"),)),
        Claim(id="b", passages=(passage("rare disorder that disfigured"),)),
    )
    marked = twin.marked_article(claims, ARTICLE)
    assert "border-bottom:5px double" in marked
    assert "a rare disorder[1] that disfigured[2]" in text_of(marked)


def test_a_mark_across_paragraphs_keeps_the_page_well_formed() -> None:
    marked = twin.marked_article((Claim(id="a", passages=(passage("standing.\n\nFor decades"),)),), ARTICLE)
    for paragraph in re.findall(r"<p[^>]*>(.*?)</p>", marked):
        assert paragraph.count("<span") == paragraph.count("</span>")


def test_student_words_are_never_markup() -> None:
    page = twin.html(sheet(Claim(id="a", restatement="<script>alert(1)</script> & <b>more</b>")), ARTICLE)
    assert "<script" not in page
    assert "&lt;script&gt;" in page


def test_a_passage_that_no_longer_fits_is_shown_on_its_card() -> None:
    stale = Claim(id="a", passages=(Passage(5, 9, "gone words"),), restatement="Something.")
    page = twin.html(sheet(stale), ARTICLE)
    assert "marked: “gone words”" in text_of(page)


def test_nothing_yet_is_said_in_words() -> None:
    assert "No claims yet." in text_of(twin.html(sheet(), ARTICLE))


def test_a_passage_of_another_edition_is_found_by_its_words() -> None:
    moved = Claim(id="a", passages=(Passage(5, 16, "rare disorder"),))
    assert "a rare disorder[1] that" in text_of(twin.marked_article((moved,), ARTICLE))
