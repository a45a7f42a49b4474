"""The scorecard without a browser: what it takes and refuses, what it finds, and how it looks without a script."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimlab.answers import Finding, Indicator, Passage
from claimlab.lab import blank
from claimlab.problems import Problem
from claimlab.widgets import score_twin
from tests.marking.scorecards import A4, SIX, flawless
from tests.widgets.score_bench import CASES, ScoreBench

FLAWLESS = flawless()
MOVES = {"mask-1985": "fact-checked", "dart-2022": "none"}


def cards(bench: ScoreBench) -> list[dict[str, Any]]:
    found = bench.state()["_given"]["cards"]
    assert isinstance(found, list)
    return found


def changed(bench: ScoreBench, name: str, **change: Any) -> list[dict[str, Any]]:
    return [{**card, **change} if card["id"] == name else card for card in cards(bench)]


def _bare(one: Indicator) -> Indicator:
    """What the page does not know about a passage is what stood around it."""
    found = tuple(
        msgspec.structs.replace(
            said, passage=said.passage and msgspec.structs.replace(said.passage, prefix="", suffix="")
        )
        for said in one.findings
    )
    return msgspec.structs.replace(one, findings=found)


def test_what_goes_to_the_page_comes_back_unchanged() -> None:
    bench = ScoreBench(FLAWLESS.indicators, MOVES)
    assert bench.ask("keep", cards=cards(bench))["type"] == "kept"
    ((kept, moves),) = bench.kept
    assert tuple(_bare(one) for one in kept) == FLAWLESS.indicators
    assert moves == MOVES


def test_offsets_travel_in_the_units_of_the_browser() -> None:
    article = CASES["mask-1985"].article
    start = article.text.index("darker, wilder")
    found = Finding("mask-1985", "against", Passage(start, start + 14, "darker, wilder"))
    bench = ScoreBench((Indicator("tone", findings=(found,)),))
    (card, _moves) = cards(bench)
    shown = card["findings"][0]["passage"]
    text = bench.state()["_articles"][0]["text"].encode("utf-16-le")
    assert text[2 * shown["start"] : 2 * shown["end"]].decode("utf-16-le") == "darker, wilder"


def test_a_passage_that_the_article_lost_stays_as_it_was() -> None:
    lost = Passage(3, 9, "words of another edition")
    bench = ScoreBench((Indicator("tone", findings=(Finding("mask-1985", "against", lost),)),))
    bench.ask("keep", cards=changed(bench, "tone", weight=20))
    assert bench.indicator("tone").findings[0].passage == lost


def test_what_the_page_does_not_show_survives_it() -> None:
    strange = Indicator("horoscope", 10)
    elsewhere = Indicator("tone", 5, findings=(Finding("another-case", "for"),))
    bench = ScoreBench((strange, elsewhere))
    bench.ask("keep", cards=changed(bench, "tone", weight=30))
    assert bench.indicator("horoscope") == strange
    assert bench.indicator("tone") == msgspec.structs.replace(elsewhere, weight=30)


def test_each_article_has_sources_of_its_own() -> None:
    bench = ScoreBench()
    mask = bench.ask("search", words="interview", article="mask-1985")
    dart = bench.ask("search", words="orbit", article="dart-2022")
    assert {found["id"][0] for found in mask["found"]} == {"S"}
    assert {found["id"][:4] for found in dart["found"]} == {"DART"}
    assert bench.ask("search", words="orbit", article="elsewhere")["type"] == "refused"


BROKEN: list[Any] = [
    None,
    [None],
    [{"id": "horoscope"}],
    [{"id": "tone"}, {"id": "tone"}],
    [{"id": "tone", "weight": 101}],
    [{"id": "tone", "weight": "much"}],
    [{"id": "tone", "fake": "maybe"}],
    [{"id": "tone", "findings": [{"article": "elsewhere"}]}],
    [{"id": "tone", "findings": [{"article": "mask-1985", "direction": "up"}]}],
    [{"id": "tone", "findings": [{"article": "mask-1985", "passage": {"start": 5, "end": 5}}]}],
    [{"id": "tone", "findings": [{"article": "mask-1985", "passage": {"start": 0, "end": 10**9}}]}],
    [{"id": "tone", "findings": [{"article": "mask-1985", "words": "x" * 4_001}]}],
    [{"id": sign} for sign in (*SIX, "originality")],
    [{"id": "moves", "named": 7}],
]


@pytest.mark.parametrize("broken", BROKEN)
def test_a_message_that_is_not_understood_is_refused_whole(broken: Any) -> None:
    bench = ScoreBench(FLAWLESS.indicators, MOVES)
    answer = bench.ask("keep", cards=broken)
    assert answer["type"] == "refused"
    assert "\n" not in answer["sentence"]
    assert bench.kept == []
    assert bench.card.indicators_now == FLAWLESS.indicators


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=6),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["id", "findings", "named"]), inner),
    max_leaves=8,
)


@settings(max_examples=60, deadline=None)
@given(JSON)
def test_whatever_arrives_what_is_held_stays_whole(anything: Any) -> None:
    bench = ScoreBench(FLAWLESS.indicators, MOVES)
    assert bench.ask("keep", cards=anything)["type"] in ("kept", "refused")
    msgspec.json.encode(bench.card.indicators_now)


def test_a_problem_in_keeping_is_told() -> None:
    def full(*_ignored: object) -> str:
        raise Problem("The disk is full: free some space.")

    bench = ScoreBench(keep=full)
    assert bench.ask("keep", cards=[{"id": "tone"}])["sentence"] == "The disk is full: free some space."


class Tags(HTMLParser):
    """Collects the names of tags and attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.names: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names |= {tag, *(name for name, _ in attrs)}


NASTY = "<script>alert(1)</script><img src=x onerror=alert(1)> & “quoted”"


def test_the_twin_shows_everything_and_renders_nothing_a_student_wrote() -> None:
    found = Finding("mask-1985", NASTY, Passage(0, 5, NASTY), NASTY, NASTY, NASTY)
    odd = (Indicator(NASTY, 7, NASTY, NASTY, (found,)), Indicator("tone", 5, "yes", "write", (found,)))
    away = Indicator("originality", 9, "no", "others", (found,))
    sheet = msgspec.structs.replace(FLAWLESS, indicators=(*FLAWLESS.indicators[:3], *odd, away), responses={})
    page = score_twin.html(sheet, CASES, note=NASTY)
    assert Tags(page).names <= {
        "div", "p", "strong", "span", "br", "ul", "li", "table", "thead", "tbody", "tr", "th", "td", "em", "style",
        "class", "scope",
    }  # fmt: skip
    assert "&lt;script&gt;" in page
    assert "Diana" not in page
    assert "that asteroid was not at risk of hitting Earth" in page
    assert "Fact-checked elsewhere" in score_twin.plain(sheet, CASES)


def test_the_twin_of_nothing_says_so() -> None:
    assert "No indicators yet" in score_twin.html(blank(A4), CASES)


def test_the_twin_gives_scores_and_halved_weights() -> None:
    page = score_twin.html(FLAWLESS, CASES)
    assert "13 of 100" in page
    assert "100.0 (+0.0)" in page
    assert "Moves the score most: A: Fact-checked elsewhere, B: none of them" in page


def test_a_twin_of_thousands_of_indicators_stays_small() -> None:
    many = tuple(Indicator(f"x{n}", 100) for n in range(5000))
    assert len(score_twin.html(msgspec.structs.replace(FLAWLESS, indicators=many), CASES)) < 100_000
