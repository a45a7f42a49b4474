"""Every picture, with nothing, little, much and hostile words in it."""

from __future__ import annotations

import io
import itertools
import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from claimlab import figures
from claimlab.classroom import clean
from claimlab.figures import Appearance, Picture, Tree, VerdictRow, Weighed, paper
from tests.figures import bench
from tests.figures.bench import ALL, HOSTILE

ODD: dict[str, Any] = {
    "text.usetex": True,
    "font.size": 40.0,
    "hatch.linewidth": 9.0,
    "savefig.dpi": 20,
    "path.sketch": (5, 100, 2),
    "text.hinting": "none",
    "axes.facecolor": "red",
    "figure.facecolor": "red",
    "lines.antialiased": False,
}
EACH = pytest.mark.parametrize("name", sorted(ALL))


@EACH
@pytest.mark.parametrize("count", [0, 1, 6, 60])
def test_any_number_of_rows_is_drawn_at_twice_its_size(name: str, count: int) -> None:
    picture = ALL[name](count)
    with Image.open(io.BytesIO(picture.png)) as drawing:
        assert drawing.size == (2 * picture.width, 2 * picture.height)
        assert drawing.format == "PNG"
        assert len(drawing.getcolors() or []) > 20, "an empty sheet"
    assert len(picture.png) < 2_000_000


@EACH
@pytest.mark.parametrize("count", [0, 1, 6, 12, 60])
@pytest.mark.parametrize("words", ["The cat was born in the year 1985, as the paper said.", HOSTILE[0], HOSTILE[4]])
def test_words_stay_on_the_paper_and_off_each_other(name: str, count: int, words: str) -> None:
    found, sheet = bench.written(ALL[name](count, words))
    assert found
    for one in found:
        assert one.left >= 8, one
        assert one.right <= sheet.across - 8, one
        assert one.top >= 8, one
        assert one.bottom <= sheet.bottom + sheet.margin, one
    for one, other in itertools.combinations(found, 2):
        apart = one.right <= other.left or other.right <= one.left or one.bottom <= other.top or other.bottom <= one.top
        assert apart, (one, other)


@EACH
@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_words_are_drawn_as_plain_text(name: str, words: str) -> None:
    picture = ALL[name](1, words)
    assert picture.png.startswith(b"\x89PNG")
    found, _ = bench.written(picture)
    assert not [one for one in found if re.search(r"[\n\r\t\x00-\x1f\u202e]", one.words)]
    if name != "calibration strip" and words == HOSTILE[0]:
        assert any("$5" in one.words for one in found), "a dollar sign is a dollar sign"


@settings(max_examples=20)
@given(st.text(max_size=120), st.floats(), st.floats(), st.sampled_from(sorted(ALL)))
def test_nothing_that_can_be_written_breaks_a_picture(words: str, one: float, other: float, name: str) -> None:
    assert bench.written(ALL[name](2, words))[0]
    bars = [VerdictRow(words, words, one, words), VerdictRow(words, "refuted", other)]
    for picture in (
        figures.verdict_bars(bars),
        figures.calibration_strip([(one, True), (other, False)]),
        figures.sensitivity([(words, one)], other),
        figures.credibility_label(words, score=one),
    ):
        assert picture.alt
        assert bench.written(picture)[0]


@EACH
@pytest.mark.parametrize("words", ['"><script>alert(1)</script>', "it's <b>&amp;</b>"])
def test_a_page_gets_one_picture_with_its_words_even_after_cleaning(name: str, words: str) -> None:
    picture = ALL[name](2, words)
    for page in (picture.html, clean.page(picture.html)):
        [attributes] = bench.images(page)
        assert page.count("<") == 1
        assert attributes["alt"] == picture.alt
        assert attributes["src"].startswith("data:image/png;base64,")
        style = attributes["style"].replace(" ", "")
        assert f"width:{picture.width}px" in style
        assert "max-width:100%" in style
        assert "border-radius:12px" in style


@EACH
@pytest.mark.parametrize("count", [0, 1, 6])
def test_the_words_are_whole_sentences(name: str, count: int) -> None:
    alt = ALL[name](count).alt
    assert alt.endswith(".")
    assert alt[0].isupper() or alt[0].isdigit()
    assert not re.search(r"\bnan\b|None|[{}]|  ", alt)


def test_verdicts_in_words() -> None:
    cat, dog = VerdictRow("A cat", "refuted", 5, "refuted"), VerdictRow("A dog", "supported", 92, "refuted")
    assert figures.verdict_bars([cat, dog, VerdictRow("A cow", None, None)]).alt == (
        "3 claims: 1 supported, 1 refuted and 1 no verdict yet. Held most likely to be accurate: “A dog” (92 %); "
        "least likely: “A cat” (5 %). 1 of 2 verdicts fit the key."
    )


def words_on(picture: Picture) -> list[str]:
    return [one.words for one in bench.written(picture)[0]]


def test_a_verdict_that_can_be_defended_fits_the_key_too() -> None:
    row = VerdictRow("A cat", "not-enough-evidence", 50, "conflicting-evidence", ("not-enough-evidence",))
    assert "1 of 1 verdicts fit the key." in figures.verdict_bars([row]).alt
    assert "✓ can be defended, too" in words_on(figures.verdict_bars([row]))
    assert "key: conflicting evidence" in words_on(figures.verdict_bars([row._replace(also=())]))


def test_calibration_in_words() -> None:
    assert figures.calibration_strip([(0.9, True), (0.8, False), (0.1, False)]).alt == (
        "3 claims with a known answer: where you said 0 to 33 %, 10 % on average, 0 of 1 claim was accurate; where "
        "you said 67 to 100 %, 85 % on average, 1 of 2 claims were accurate. So few show only the direction."
    )


def test_sensitivity_in_words() -> None:
    assert figures.sensitivity([("Tone", 31.0), ("Headline", 22.0)], 28).alt == (
        "The score is 28 of 100; with one weight halved at a time it lies between 22.0 and 31.0. "
        "It depends most on “Headline”, which moves it by −6.0 points."
    )
    named = figures.sensitivity([("Tone", 31.0)], 28, "article B")
    assert named.alt.startswith("Article B: The score is 28")
    assert "Does the score of article B hold?" in words_on(named)
    assert figures.sensitivity([("Tone", 28.01), ("Headline", 28)], 28).alt == (
        "The score is 28 of 100 and stays the same whichever of the 2 weights is halved."
    )


def test_a_copy_tree_in_words() -> None:
    repeated = [Appearance("S1 Paper", "1985"), Appearance("S2 Site"), Appearance("S3 Blog")]
    trees = [Tree("Yours", [repeated, [Appearance("S4 Film")], []]), Tree("The key’s", [])]
    assert figures.copy_tree(trees).alt == (
        "Yours: 2 independent origins in 4 sources; S1 Paper is repeated by S2 Site and S3 Blog; 1 more stands alone. "
        "The key’s: no sources yet."
    )
    apart = Tree("Yours", [[Appearance("S1")], [Appearance("S2")]])
    assert figures.copy_tree([apart]).alt == "Yours: 2 independent origins in 2 sources; no source repeats another."


def test_a_score_is_rounded_as_the_scorecard_rounds_it() -> None:
    assert "The score is 63 of 100" in figures.sensitivity([("Tone", 50)], 62.5).alt
    assert "score 63 of 100" in figures.credibility_label("A story", score=62.5).alt
    assert "63" in [one.words for one in bench.written(figures.credibility_label("A story", score=62.5))[0]]


def test_a_label_in_words() -> None:
    verdicts = {"refuted": 2, "supported": 1}
    assert figures.credibility_label("“Hell”, he said", outlet="Post", score=28, verdicts=verdicts, sources=1).alt == (
        "Credibility label of “‘Hell’, he said” (Post): score 28 of 100; 3 claims checked (1 supported and 2 refuted); "
        "1 source consulted."
    )


def test_a_label_of_indicators_in_words() -> None:
    signs = [
        Weighed("Tone", "against", 10, outside=False),
        Weighed("Fact-checked", "for", 30, outside=True),
        Weighed("Originality", "", 0, outside=True),
    ]
    label = figures.credibility_label("A story", score=75, signs=signs, between=(60, 85.7), weakest="Tone: “It fell.”")
    assert label.alt == (
        "Credibility label of “A story”: score 75 of 100; 60 to 86 with one weight halved; speaks for it: "
        "Fact-checked (75 %); speaks against it: Tone (25 %); weakest point: Tone: “It fell”."
    )
    drawn = [one.words for one in bench.written(label)[0]]
    assert drawn.index("Outside the page") < drawn.index("Fact-checked") < drawn.index("On the page")
    assert "60 to 86" in drawn


def test_the_strip_says_where_claims_lie_and_which_lie_nowhere() -> None:
    headline = figures.style.quoted(bench.ARTICLE.headline, 120)
    where = "4 in the first third, 0 in the middle, 0 in the last third and 2 without a marked passage."
    assert bench.strip(6).alt == f"6 claims on {headline}: {where}"


def test_the_same_content_gives_the_same_bytes_whatever_the_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    import matplotlib as mpl

    before = bench.bars(5).png
    for name, value in ODD.items():
        monkeypatch.setitem(mpl.rcParams, name, value)
    assert bench.bars(5).png == before


def test_a_picture_is_drawn_when_it_is_looked_at_and_only_then() -> None:
    drawn = []
    picture = Picture("Two dots.", 100, lambda sheet: drawn.append(sheet.dot(50, 50, 10)))
    assert picture.words.plain == "Two dots."
    assert drawn == []
    assert picture.png == picture.png
    assert len(drawn) == 1


def test_a_picture_too_long_says_so() -> None:
    group = [Appearance(f"S{n}", "1985") for n in range(20)]
    picture = figures.copy_tree([Tree(f"Claim {n}", [group] * 20) for n in range(3)])
    assert picture.height == paper.TALLEST
    assert len(picture.png) < 2_000_000
