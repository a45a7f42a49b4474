"""The verdict table without a browser: what it takes and refuses, and how it looks without a script."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from claimlab import verdicts
from claimlab.answers import Claim, Evidence, OwnSource, Search, Sheet
from claimlab.widgets import scripts, verdict_twin, verdict_words
from claimlab.widgets.verdict_table import SCRIPTS, VerdictTable
from tests.widgets.verdict_bench import GIVEN, PACK, VerdictBench

FULL = Claim(
    "g02",
    restatement=GIVEN["g02"],
    evidence=(Evidence("DART-30", "refutes", "7 million miles (11 million km)"),),
    searches=(Search("distance", 4), Search("9.6 million", 0, True)),
    verdict="refuted",
    confidence=10,
    rationale="7 million miles are 11 million kilometres.",
)
OWN = OwnSource("own-1", "https://www.example.org/dart", "A page", "Somebody", "2023")


def cards(bench: VerdictBench) -> list[dict[str, Any]]:
    found = bench.state()["_given"]["cards"]
    assert isinstance(found, list)
    return found


def changed(bench: VerdictBench, name: str, **change: Any) -> list[dict[str, Any]]:
    return [{**card, **change} if card["id"] == name else card for card in cards(bench)]


# --- what travels ----------------------------------------------------------------------------------------------------


def test_what_goes_to_the_page_comes_back_unchanged() -> None:
    bench = VerdictBench((FULL,), (OWN,))
    assert bench.ask("keep", cards=cards(bench))["type"] == "kept"
    assert bench.kept == [((FULL,), (OWN,))]


def test_a_claim_nobody_worked_on_travels_empty_and_is_no_answer() -> None:
    bench = VerdictBench()
    empty = {"id": "g01", "evidence": [], "searches": [], "verdict": None, "confidence": None, "rationale": ""}
    assert cards(bench)[0] == empty
    bench.ask("keep", cards=cards(bench))
    assert bench.kept == [((), ())]


@pytest.mark.parametrize(
    "change", [{"verdict": "not-checkable"}, {"confidence": 0}, {"confidence": 100}, {"rationale": "Because."}]
)
def test_each_part_of_a_judgement_is_kept_by_itself(change: dict[str, Any]) -> None:
    bench = VerdictBench()
    bench.ask("keep", cards=changed(bench, "g05", **change))
    assert bench.kept[-1][0] == (Claim("g05", restatement=GIVEN["g05"], **change),)


@pytest.mark.parametrize(
    "change",
    [
        {"verdict": "true"}, {"verdict": 3}, {"confidence": 101}, {"confidence": -1}, {"confidence": "80"},
        {"rationale": None}, {"rationale": "x" * 4001}, {"id": "g99"}, {"id": ""}, {"evidence": "S01"},
    ],
)  # fmt: skip
def test_what_cannot_be_understood_is_refused_and_what_was_there_stays(change: dict[str, Any]) -> None:
    bench = VerdictBench((FULL,))
    answer = bench.ask("keep", cards=changed(bench, "g02", **change))
    assert answer["type"] == "refused"
    assert bench.kept == []
    assert bench.desk.claims_now == (FULL,)


def test_taking_everything_back_leaves_nothing_to_judge() -> None:
    bench = VerdictBench((FULL,))
    blank = {"evidence": [], "searches": [], "verdict": None, "confidence": None, "rationale": ""}
    bench.ask("keep", cards=changed(bench, "g02", **blank))
    assert bench.kept[-1][0] == (Claim("g02", restatement=GIVEN["g02"]),)


def test_what_the_table_does_not_show_stays_as_it_was() -> None:
    other = Claim("k1", restatement="A claim of my own.")
    marked = Claim("g01", restatement=GIVEN["g01"], kind="fact", priority=3)
    bench = VerdictBench((marked, other))
    bench.ask("keep", cards=changed(bench, "g01", verdict="supported"))
    kept = {claim.id: claim for claim in bench.kept[-1][0]}
    assert (kept["g01"].kind, kept["g01"].priority, kept["g01"].verdict) == ("fact", 3, "supported")
    assert kept["k1"] == other


@pytest.mark.parametrize(("said", "shown"), [(250.0, 100), (-5.0, 0), (72.4, 72)])
def test_a_confidence_from_a_sheet_edited_by_hand_fits_the_slider(said: float, shown: int) -> None:
    assert cards(VerdictBench((Claim("g01", confidence=said),)))[0]["confidence"] == shown


def test_sources_of_both_cases_are_found() -> None:
    found = VerdictBench().ask("search", words="million")["found"]
    assert {one["id"].split("-")[0][:1] for one in found} == {"S", "D"}


def test_the_page_is_told_five_verdicts_with_their_meaning() -> None:
    told = VerdictBench().state()["_guidance"]["verdicts"]
    assert [one[0] for one in told] == list(verdicts.VERDICTS)
    assert all(sign and word and meaning.endswith(".") for _, word, sign, meaning in told)


# --- scripts and words -----------------------------------------------------------------------------------------------


def test_the_scripts_join_into_one_module_without_clashing_names() -> None:
    text = scripts.joined(*SCRIPTS)
    names = re.findall(r"^(?:async )?(?:function|const|let|class) (\w+)", text, re.MULTILINE)
    assert sorted(names) == sorted(set(names))
    assert "import " not in re.sub(r"import\(.*?\)", "", text)
    assert "innerHTML" not in text


def test_the_style_speaks_of_this_widget_only() -> None:
    assert set(re.findall(r"claimlab-\w+", str(VerdictTable._css))) == {"claimlab-verdicts", "claimlab-saved"}


@pytest.mark.parametrize("sentence", [*verdict_words.STEPS, *verdicts.MEANINGS.values()])
def test_sentences_are_short(sentence: str) -> None:
    assert all(len(one.split()) <= 18 for one in re.split(r"(?<=[.?:]) ", sentence))


# --- the twin --------------------------------------------------------------------------------------------------------


def sheet(*claims: Claim, sources: tuple[OwnSource, ...] = ()) -> Sheet:
    return Sheet("mask-1985", "0" * 64, "a3-verdicts", claims=claims, sources=sources)


def test_the_twin_shows_every_claim_and_all_that_was_decided() -> None:
    page = verdict_twin.html(sheet(FULL, sources=(OWN,)), PACK, GIVEN, note="A note.")
    words = unescape(re.sub(r"<[^>]+>", " ", page))
    for expected in (*GIVEN.values(), "A note.", "✗ Refuted", "10 % sure that it is accurate (about 1 in 10)",
                     FULL.rationale, "World's first planetary defense test", "refutes", "7 million miles (11",
                     "Searched for “9.6 million”: nothing of use, looking for disagreement", "A page"):  # fmt: skip
        assert expected in words
    assert words.count("no verdict yet") == 11


def test_the_twin_has_inline_styles_alone_and_escapes_what_was_written() -> None:
    nasty = Claim("g01", verdict="supported", confidence=300, rationale="<script>alert(1)</script>",
                  evidence=(Evidence("<b>", "<i>", "<img src=x onerror=alert(1)>"),))  # fmt: skip
    page = verdict_twin.html(sheet(nasty), PACK, GIVEN)
    assert set(re.findall(r"<(\w+)", page)) <= {"div", "p", "span", "strong", "ul", "li", "br", "em"}
    assert "width:100%" in page
    assert not re.search(r"<(script|style|link|img|a)\b", page)


def test_the_bar_of_the_twin_survives_the_cleaning_of_the_grading_page() -> None:
    from nbconvert.preprocessors.sanitize import SanitizeHTML

    clean = SanitizeHTML().sanitize_html_tags(verdict_twin.html(sheet(FULL), PACK, GIVEN))
    assert re.search(r"background-color: ?rgba\(31, ?95, ?168, ?\.?0?\.75\)[^\"]*width: ?10%", clean)


def test_the_plain_twin_has_a_line_for_everything() -> None:
    lines = verdict_twin.plain(sheet(FULL), PACK, GIVEN).splitlines()
    assert [line for line in lines if line.startswith(("2.", "   "))][1:6] == [
        "2. " + GIVEN["g02"],
        "   ✗ Refuted; 10 % sure that it is accurate (about 1 in 10)",
        "   Why: 7 million miles are 11 million kilometres.",
        "   World's first planetary defense test: refutes",
        "   Searched for “distance”: 4 found",
    ]


def test_what_a_page_loads_is_small() -> None:
    size = len(str(VerdictTable._esm)) + len(str(VerdictTable._css)) + len(json.dumps(VerdictBench().state()))
    assert size < 300_000
    assert Path(scripts.FOLDER / "verdict_table.js").exists()
