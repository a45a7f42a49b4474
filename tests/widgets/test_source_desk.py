"""The source desk without a browser: what it takes and refuses, what it finds, and how it looks without a script."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimlab.answers import Claim, Evidence, OwnSource, Passage, Search, Sheet
from claimlab.problems import Problem
from claimlab.widgets import desk_boundary, own_sources, scripts, source_twin, sourcing
from claimlab.widgets.source_desk import SCRIPTS, SourceDesk
from tests.widgets.source_bench import GIVEN, PACK, SourceBench

PAGE = OwnSource("own-1", "https://www.example.org/mask", "A page about Mask", "Film Club", "2011-05-01")
FULL = Claim(
    "g01",
    restatement=GIVEN["g01"],
    evidence=(
        Evidence("S01", "refutes", "not tin angels", "origin", "", "B"),
        Evidence("S05", "refutes", "She would never stop", "", "o1", "B"),
        Evidence("S06", "irrelevant", "", "", "o1", "F"),
        Evidence("own-1", "supports", "words", "", "", "C"),
    ),
    searches=(Search("Rusty interview", 9), Search("never spoke", 0, True)),
)


def cards(bench: SourceBench) -> list[dict[str, Any]]:
    given_cards = bench.state()["_given"]["cards"]
    assert isinstance(given_cards, list)
    return given_cards


def changed(bench: SourceBench, name: str, **change: Any) -> list[dict[str, Any]]:
    return [{**card, **change} if card["id"] == name else card for card in cards(bench)]


# --- what travels ----------------------------------------------------------------------------------------------------


def test_a_page_gets_a_card_for_every_given_claim_and_own_source() -> None:
    bench = SourceBench((FULL,), (PAGE,))
    assert [card["id"] for card in cards(bench)] == [*GIVEN, "own-1"]
    assert cards(bench)[1] == {"id": "g02", "evidence": [], "searches": []}


def test_what_goes_to_the_page_comes_back_unchanged() -> None:
    bench = SourceBench((FULL,), (PAGE,))
    assert bench.ask("keep", cards=cards(bench))["type"] == "kept"
    assert bench.kept == [((FULL,), (PAGE,))]


def test_claims_nobody_worked_on_are_not_answers() -> None:
    bench = SourceBench()
    bench.ask("keep", cards=changed(bench, "g03", searches=[{"query": "drugs", "found": 4, "against": False}]))
    (claims, _sources) = bench.kept[-1]
    assert claims == (Claim("g03", restatement=GIVEN["g03"], searches=(Search("drugs", 4),)),)


def test_what_the_desk_does_not_show_survives_it() -> None:
    judged = Claim("g01", restatement=GIVEN["g01"], verdict="refuted", confidence=90, rationale="She spoke in 1985.")
    other = Claim("k7f2", (Passage(0, 4, "Fans"),), "Fans are sad.")
    bench = SourceBench((judged, other))
    bench.ask("keep", cards=changed(bench, "g01", evidence=[{"source": "S01"}]))
    claims, _sources = bench.kept[-1]
    assert claims == (Claim("g01", restatement=GIVEN["g01"], evidence=(Evidence("S01"),), verdict="refuted",
                            confidence=90, rationale="She spoke in 1985."), other)  # fmt: skip


def test_the_answer_to_a_page_names_the_page_and_the_question() -> None:
    answer = SourceBench().ask("search", id="q7", words="LSD")
    assert {key: answer[key] for key in ("client", "seq", "about", "id", "type")} == {
        "client": "page", "seq": 1, "about": "search", "id": "q7", "type": "found"}  # fmt: skip


def test_a_problem_in_keeping_is_told_and_what_was_held_is_the_new_work() -> None:
    def full(*_ignored: object) -> str:
        raise Problem("The disk is full: free some space.")

    bench = SourceBench(keep=full)
    answer = bench.ask("keep", cards=changed(bench, "g02", evidence=[{"source": "S05"}]))
    assert (answer["type"], answer["sentence"]) == ("refused", "The disk is full: free some space.")
    assert bench.claim("g02").evidence == (Evidence("S05"),)


BROKEN: list[Any] = [
    None,
    7,
    "cards",
    [None],
    [[]],
    [{"id": 7}],
    [{"id": name} for name in list(GIVEN)[1:] * 2],
    [{"id": "g99", "evidence": []}],
    [{"id": "g01"}, {"id": "g01"}],
    [{"id": "g01", "evidence": [{"source": "S01", "stance": "proves"}]}],
    [{"id": "g01", "evidence": [{"source": "S01", "letter": "Z"}]}],
    [{"id": "g01", "evidence": [{"source": "S01", "role": "king"}]}],
    [{"id": "g01", "evidence": [{"source": "S01", "words": "x" * 4_001}]}],
    [{"id": "g01", "evidence": [{"source": "S01"}] * 501}],
    [{"id": "g01", "searches": [{"query": "x", "found": -1}]}],
    [{"id": "own-1", "url": "javascript:alert(1)", "title": "x"}],
    [{"id": "mine", "url": "https://example.org", "title": "x"}],
    [{"id": "own-1", "url": "https://example.org", "title": ""}],
    [{"id": "own-1", "url": ["https://example.org"], "title": "x"}],
]


@pytest.mark.parametrize("broken", BROKEN)
def test_a_message_that_is_not_understood_is_refused_whole(broken: Any) -> None:
    bench = SourceBench((FULL,), (PAGE,))
    if isinstance(broken, list) and all(isinstance(card, dict) for card in broken):
        broken = [*broken, *({"id": name} for name in GIVEN if name not in [card["id"] for card in broken])]
    answer = bench.ask("keep", cards=broken)
    assert answer["type"] == "refused"
    assert len(re.findall(r"[.!?](?:\s|$)", answer["sentence"])) <= 2
    assert (bench.desk.claims_now, bench.desk.sources_now, bench.kept) == ((FULL,), (PAGE,), [])


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=12),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["id", "evidence", "searches", "url", "source", "query"]), inner, max_size=3)
    ),
    max_leaves=8,
)


@settings(max_examples=150, deadline=None)
@given(JSON)
def test_any_message_at_all_gets_one_answer(message: Any) -> None:
    bench = SourceBench((FULL,), (PAGE,))
    assert len(bench.tell(message)) == 1
    assert len(bench.tell({"type": "keep", "cards": message})) == 1
    assert len(bench.tell({"type": "search", "words": message})) == 1
    assert len(bench.tell({"type": "own", "fields": message})) == 1


def test_a_page_that_lacks_a_claim_does_not_empty_it() -> None:
    bench = SourceBench((FULL,))
    assert bench.ask("keep", cards=cards(bench)[1:])["type"] == "refused"
    assert bench.desk.claims_now == (FULL,)


def test_half_characters_do_not_reach_the_file() -> None:
    bench = SourceBench()
    bench.ask("keep", cards=changed(bench, "g01", evidence=[{"source": "S01", "words": "a\ud83c"}]))
    assert bench.claim("g01").evidence[0].words == "a\N{REPLACEMENT CHARACTER}"


def test_other_work_from_python_makes_a_new_edition() -> None:
    bench = SourceBench((FULL,), (PAGE,))
    bench.desk.replace((), ())
    assert bench.state()["_given"]["edition"] == 1
    assert all(not card["evidence"] for card in cards(bench))


def test_the_page_is_told_everything_in_one_go_and_fetches_nothing() -> None:
    script, style = str(SourceDesk._esm), str(SourceDesk._css)
    assert not re.findall(r"^\s*(?:import|export(?! default))\b", script, re.MULTILINE)
    assert not re.findall(
        r"https?://(?!to the end)|fetch\(|innerHTML|@import|url\(", script.replace("https:// to", "") + style
    )
    assert "claimlab-marker" not in style
    assert len(json.dumps(SourceBench((FULL,)).state())) < 120_000


def test_the_small_scripts_do_not_share_top_level_names() -> None:
    text = "\n".join((scripts.FOLDER / f"{name}.js").read_text() for name in SCRIPTS)
    names = re.findall(r"^(?:export )?(?:const|let|function|class) (\w+)", text, re.MULTILINE)
    assert len(names) == len(set(names))


# --- searching -------------------------------------------------------------------------------------------------------


def test_a_search_gives_cards_with_marked_words_best_first() -> None:
    answer = SourceBench().ask("search", words="craniodiaphyseal")
    assert answer["total"] == len(answer["found"]) > 0
    assert [True] in [[hit for _words, hit in found["snippet"] if hit] for found in answer["found"]]


def test_no_more_cards_travel_than_are_shown() -> None:
    answer = SourceBench().ask("search", words="rusty OR mask OR film")
    assert answer["total"] > len(answer["found"]) == 30


# --- own sources -----------------------------------------------------------------------------------------------------


def looked_at(**fields: str) -> dict[str, str]:
    start = {"url": "https://example.org/page", "title": "A title", "publisher": "", "date": ""}
    return own_sources.problems(own_sources.tidy({**start, **fields}), PACK, (PAGE,))


@pytest.mark.parametrize(
    "url",
    ["https://example.org/page", "http://example.org", "https://sub.example.co.uk:8080/a?b=c#d", "https://münchen.de/ä",
     "https://xn--mnchen-3ya.de", "https://example.org/0,,20090170,00.html"],
)  # fmt: skip
def test_a_sensible_address_is_taken(url: str) -> None:
    assert looked_at(url=url) == {}


@pytest.mark.parametrize(
    "url",
    ["", "example", "example.org", "ftp://example.org", "javascript:alert(1)", "https://", "https://localhost",
     "https://exa mple.org", "https://user@example.org", "https://[::1", "https://example.org:x", "https://.org",
     "data:text/html,x", "file:///etc/passwd", "https://1.2.3.4", "https://" + "a" * 2_000 + ".org"],
)  # fmt: skip
def test_an_address_nobody_could_find_again_is_explained(url: str) -> None:
    assert set(looked_at(url=url)) == {"url"}


@pytest.mark.parametrize("date", ["", "1985", "1985-03", "1985-03-18", "2024-02-29"])
def test_a_date_may_be_rough_or_missing(date: str) -> None:
    assert looked_at(date=date) == {}


@pytest.mark.parametrize(
    "date", ["85", "18.3.1985", "1985-13", "1985-02-30", "2023-02-29", "0985", "yesterday", "1985-3-18", "١٩٨٥"]
)
def test_a_date_that_is_none_is_explained(date: str) -> None:
    assert set(looked_at(date=date)) == {"date"}


def test_a_page_that_is_there_already_is_named() -> None:
    assert f"search for “{PACK[0].title}”" in looked_at(url=PACK[0].url.replace("https://", "http://www."))["url"]
    assert "You have added this page already" in looked_at(url="http://example.org/mask/")["url"]
    fields = own_sources.tidy({"url": PAGE.url, "title": "Better"})
    assert own_sources.problems(fields, PACK, (PAGE,), but="own-1") == {}


def test_the_page_hears_about_every_field_at_once() -> None:
    answer = SourceBench().ask("own", id="q1", fields={"url": " example ", "title": "  ", "date": "soon"})
    assert set(answer["problems"]) == {"url", "title", "date"}
    assert answer["fields"] == {"url": "example", "title": "", "publisher": "", "date": "soon"}


# --- what becomes of it ----------------------------------------------------------------------------------------------


def sheet(*claims: Claim, sources: tuple[OwnSource, ...] = ()) -> Sheet:
    return Sheet("mask-1985", "", "a2-sources", claims=claims, sources=sources)


def test_evidence_goes_on_top_of_what_was_saved_meanwhile() -> None:
    judged = Claim("g01", restatement=GIVEN["g01"], verdict="refuted")
    merged = sourcing.with_sources(sheet(judged), (FULL,), GIVEN)
    assert merged == (Claim("g01", restatement=GIVEN["g01"], evidence=FULL.evidence, searches=FULL.searches,
                            verdict="refuted"),)  # fmt: skip


def test_a_given_claim_with_nothing_left_is_not_chosen() -> None:
    bare = Claim("g01", restatement=GIVEN["g01"])
    assert sourcing.with_sources(sheet(FULL), (bare,), GIVEN) == ()


def test_a_claim_of_the_students_own_never_goes() -> None:
    own = Claim("k1", restatement="Typed and nothing more.")
    assert sourcing.with_sources(sheet(own), (own,), {}) == (own,)
    assert sourcing.with_sources(sheet(own), (), {}) == (own,)


def test_given_claims_stand_in_the_order_of_their_numbers() -> None:
    late, early = Claim("g09", evidence=(Evidence("S32"),)), Claim("g02", evidence=(Evidence("S05"),))
    assert [claim.id for claim in sourcing.with_sources(sheet(late), (late, early), GIVEN)] == ["g02", "g09"]


# --- the twin --------------------------------------------------------------------------------------------------------


def test_the_twin_shows_sources_by_origin_searches_and_own_sources() -> None:
    page = source_twin.html(sheet(FULL, sources=(PAGE,)), PACK, GIVEN)
    assert "1. Before the last part of her life" in page
    assert "4 sources, 3 origins" in page
    assert page.index("Origin 1") < page.index("earliest appearance") < page.index("Origin 2 · 2 sources repeat")
    assert "Searched for “never spoke”: nothing of use, looking for disagreement" in page
    assert "your own source · your teacher will look at it" in page
    assert PAGE.url in page


def test_the_twin_has_no_link_no_script_and_no_markup_of_the_student() -> None:
    evil = "<img src=x onerror=alert(1)>"
    claim = Claim(evil, restatement=evil, evidence=(Evidence("own-1", evil, evil, "", "", evil),),
                  searches=(Search(evil, 1),))  # fmt: skip
    page = source_twin.html(sheet(claim, sources=(OwnSource("own-1", evil, evil, evil, evil),)), PACK, GIVEN, note=evil)
    assert "<img" not in page
    assert page.count("&lt;img") >= 9
    assert not re.findall(r"<a\b|href|<script|<style|class=(?!\"claimlab-saved\")", page)


def test_the_twin_of_nothing_says_so() -> None:
    assert "No claims chosen yet." in source_twin.html(sheet(), PACK, GIVEN)
    assert source_twin.plain(sheet(), PACK, GIVEN) == "No claims chosen yet."


def test_the_plain_twin_has_a_line_for_every_source_and_search() -> None:
    plain = source_twin.plain(sheet(FULL, sources=(PAGE,)), PACK, GIVEN)
    assert "   A page about Mask: supports" in plain.splitlines()
    assert len(plain.splitlines()) == 1 + 4 + 2


def test_a_source_that_is_not_in_the_pack_is_shown_by_its_name() -> None:
    claim = Claim("g01", evidence=(Evidence("S99"),))
    assert "S99" in source_twin.html(sheet(claim), PACK, GIVEN)


# --- the given claims ------------------------------------------------------------------------------------------------


def test_the_given_claims_are_worded_anew() -> None:
    key = (Path(__file__).parents[2] / "solutions" / "a1-claims" / "key.yaml").read_text(encoding="utf-8")
    assert len(GIVEN) == 12
    assert [said for said in GIVEN.values() if said.rstrip(".") in key] == []


def test_cards_for_the_page_hold_the_summary_in_sentences() -> None:
    first = desk_boundary.pack_for_browser(PACK)[0]
    assert " ".join(first["summary"]) == PACK[0].summary
    assert len(first["summary"]) > 2
