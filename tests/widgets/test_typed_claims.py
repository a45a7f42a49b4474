"""Sources and verdicts as plain text: what is printed is read again, what is typed is understood, nothing is lost."""

from __future__ import annotations

import re
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimlab import verdicts
from claimlab.answers import Claim, Evidence, OwnSource, Passage, Search
from claimlab.problems import Problem
from claimlab.unread import Unread
from claimlab.widgets import typed_lines, typed_words
from claimlab.widgets.typed_claims import ClaimText, Reading
from tests.widgets import source_bench, verdict_bench

FOUND = ClaimText(source_bench.GIVEN, source_bench.PACK)
JUDGED = ClaimText(verdict_bench.GIVEN, verdict_bench.PACK, judged=True)
OWN = (
    OwnSource(
        "own-1", "https://www.example.org/0,,20090170,00.html", "“Mask”, a film, 1985", "Film Club, Inc.", "2011-05"
    ),
    OwnSource("own-3", "http://example.com/x", "1985"),
)
STANCES = ("", "supports", "partly supports", "refutes", "irrelevant")
ANY = st.text(max_size=40)
TIDY = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), max_size=12)
LOUD = st.lists(TIDY | st.sampled_from(["“", "”", '"', "S05,", "earliest", "|", "because:", "Claim 3"]), max_size=6)
PROSE = LOUD.map(lambda words: " ".join(" ".join(words).split()))


@st.composite
def works(draw: Any, form: ClaimText, words: Any = ANY) -> Reading:
    """Work as the bench makes it: each source once a claim, one earliest page, groups of two and more."""
    names = draw(st.lists(st.sampled_from(form.names), unique=True, max_size=4))
    return Reading(tuple(draw(_claim(form, name, words)) for name in form.names if name in names), OWN)


@st.composite
def _claim(draw: Any, form: ClaimText, name: str, words: Any) -> Claim:
    ids = [*(source.id for source in form.pack), *(source.id for source in OWN)]
    chosen = draw(st.lists(st.sampled_from(ids), unique=True, max_size=5))
    earliest = draw(st.integers(-1, 4))
    groups = [draw(st.sampled_from(["", "o1", "o 2"])) for _ in chosen]
    evidence = tuple(
        Evidence(source, draw(st.sampled_from(STANCES)), draw(words), "origin" if n == earliest else "",
                 groups[n] if groups.count(groups[n]) > 1 else "", draw(st.sampled_from(["", *"ABCDEF"])))
        for n, source in enumerate(chosen)
    )  # fmt: skip
    asked = words.filter(lambda said: said.strip())
    searches = tuple(draw(st.lists(st.builds(Search, asked, st.integers(0, 99), st.booleans()), max_size=3)))
    claim = Claim(name, restatement=form.said[name], evidence=evidence, searches=searches)
    if not form.judged:
        return claim
    sure = st.none() | st.integers(0, 100).map(float)
    reason = st.lists(words, max_size=3).map("\n".join)
    decided = {"verdict": draw(st.none() | st.sampled_from(verdicts.VERDICTS)), "confidence": draw(sure)}
    return msgspec.structs.replace(claim, **decided, rationale=draw(reason))


@pytest.mark.parametrize("form", [FOUND, JUDGED], ids=["sources", "verdicts"])
@given(choice=st.data())
def test_what_is_printed_is_read_as_it_was_to_the_letter(form: ClaimText, choice: st.DataObject) -> None:
    made = choice.draw(works(form))
    assert form.read(form.text(made.claims, made.sources), made.claims, made.sources) == made


@pytest.mark.parametrize("form", [FOUND, JUDGED], ids=["sources", "verdicts"])
@given(choice=st.data())
def test_the_text_alone_holds_the_whole_work(form: ClaimText, choice: st.DataObject) -> None:
    made = choice.draw(works(form, PROSE))
    text = form.text(made.claims, made.sources)
    read = form.read(text)
    assert read.complaints == ()
    assert form.text(read.claims, read.sources) == text
    assert read.sources == made.sources


PIECES = ("Claim 3", "claim 40:", "2.", "7: supported", "source:", "search:", "S05", "S99", "own 1", "supports,", "“",
          "”", "refutes", "B", "earliest", "same origin as S05", "verdict:", "80 %", "because", "because:", "? ", "  ",
          "- ", "own source: https://example.org/a,", "nothing", "9 found", "for disagreement", "|")  # fmt: skip
MARKED = st.integers(100, 999).map(lambda number: f"zq{number}x")
TYPED = st.lists(st.sampled_from(PIECES) | MARKED | st.text(max_size=5), max_size=6).map(" ".join)
TEXTS = st.lists(TYPED, max_size=14).map("\n".join)


@pytest.mark.parametrize("form", [FOUND, JUDGED], ids=["sources", "verdicts"])
@given(text=TEXTS)
def test_whatever_is_typed_nothing_raises_and_no_word_is_lost(form: ClaimText, text: str) -> None:
    read = form.read(text)
    printed = form.text(read.claims, read.sources, [one.unread for one in read.complaints])
    assert [word for word in re.findall(r"zq\d+x", text) if word not in printed] == []


@pytest.mark.parametrize("form", [FOUND, JUDGED], ids=["sources", "verdicts"])
@given(text=TEXTS)
def test_printing_what_was_read_and_reading_it_again_changes_nothing(form: ClaimText, text: str) -> None:
    first = form.read(text)
    unread = [one.unread for one in first.complaints]
    again = form.read(form.text(first.claims, first.sources, unread), first.claims, first.sources)
    assert (again.claims, again.sources) == (first.claims, first.sources)
    assert sorted(one.unread for one in again.complaints) == sorted(unread)


def claim(form: ClaimText, text: str) -> Claim:
    read = form.read(text)
    assert [one.sentence for one in read.complaints] == []
    return read.claims[0]


@pytest.mark.parametrize(
    "line",
    [
        "source: S01, refutes, reliability B, earliest, “not tin angels”",
        'SOURCE : s1 ; Refuted ; letter b ; first ; "not tin angels"',
        "- source - 01 – refutes – B – origin – «not tin angels»",
        "card: Cover Story: The Drama Behind Mask (vol. 23 no. 11) | refutes | B | earliest | 'not tin angels'",
        "evidence: drama behind mask, refutes, grade B, oldest, not tin angels",
        "S01 refutes, B, “not tin angels”, earliest",
        f"source: {source_bench.PACK[0].url}, refutes, B, earliest, “not tin angels”",
        "source: S01\nrefutes\nwords: not tin angels\nreliability: B\nearliest",
    ],
)
def test_a_source_may_be_written_in_many_ways(line: str) -> None:
    for head in ("Claim 1", "1:", "claim one -", "CLAIM 1.", f"Claim 1: {FOUND.given['g01']}"):
        made = claim(FOUND, f"{head}\n{line}")
        assert made.evidence == (Evidence("S01", "refutes", "not tin angels", "origin", "", "B"),)
        assert made.restatement == source_bench.GIVEN["g01"]


@pytest.mark.parametrize(
    ("line", "search"),
    [
        ("search: Rusty interview, 9 found", Search("Rusty interview", 9)),
        ("Searched for “Rusty, late interview” - 1 result", Search("Rusty, late interview", 1)),
        ("I searched for: never spoke; nothing of use; looking for disagreement", Search("never spoke", 0, True)),
        ("search - last interview", Search("last interview")),
    ],
)
def test_a_search_may_be_written_in_many_ways(line: str, search: Search) -> None:
    assert claim(FOUND, f"Claim 1\n{line}").searches == (search,)


@pytest.mark.parametrize(
    "line",
    [
        "Claim 2\nverdict: refuted, 10 % likely to be accurate\nbecause: It is too far.",
        "2: refuted, 10%, because It is too far.",
        "claim two – REFUTES – ten per cent – because It is too far.",
        "2) refuted; 1 in 10\nwhy: It is too far.",
        "Claim 2.\nlikely: 10\nVerdict - Refuted\nReason: It is too far.",
    ],
)
def test_a_verdict_may_be_written_in_many_ways(line: str) -> None:
    made = claim(JUDGED, line)
    assert (made.id, made.verdict, made.confidence, made.rationale) == ("g02", "refuted", 10, "It is too far.")


def test_a_reason_may_have_many_lines_lists_and_the_words_of_other_lines() -> None:
    reason = "There are two.\n\nSource after source says so.\n1. an obituary\n2. a card\n  source: that is what I mean"
    made = claim(JUDGED, f"1: supported, 90 %\nbecause: {reason}\nsource: S06, supports")
    assert made.rationale.split("\n")[2:] == [
        "Source after source says so.", "1. an obituary", "2. a card", "source: that is what I mean",
    ]  # fmt: skip
    assert [one.source for one in made.evidence] == ["S06"]


def test_sources_that_repeat_each_other_share_a_group_and_keep_the_one_they_had() -> None:
    text = "Claim 1\nsource: S01\nsource: S05, copied from S01\nsource: S06\nsource: S07, same origin as S05"
    made = claim(FOUND, text)
    assert [one.group for one in made.evidence] == ["o1", "o1", "", "o1"]
    known = (Claim("g01", evidence=(Evidence("S05", group="o 7"), Evidence("S01", group="o 7"))),)
    assert [one.group for one in FOUND.read(text, known).claims[0].evidence] == ["o 7", "o 7", "", "o 7"]


def test_an_own_source_is_named_by_its_number_wherever_it_stands() -> None:
    read = FOUND.read(
        "Claim 1\nsource: own 1, supports\nown source: https://www.example.org/mask, A page, Film Club, 2011"
    )
    assert read.sources == (OwnSource("own-1", "https://www.example.org/mask", "A page", "Film Club", "2011"),)
    assert read.claims[0].evidence == (Evidence("own-1", "supports"),)
    assert (
        FOUND.read("Claim 1\nsource: own 1", read.claims, read.sources).complaints[0].sentence.startswith("There is no")
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("source: S01", "which claim"),
        ("Claim 1\nClaim 40", "There is no claim 40"),
        ("Claim 1\nsource: S99", "no source “S99”"),
        ("Claim 1\nsource: Mask (1985 film)", "fits 3 sources"),
        ("Claim 1\nsource: S01, suports", "did you mean “supports”"),
        ("Claim 1\nsource: S01\nsource: S01, refutes", "stands under this claim already"),
        ("Claim 1\nsource: S01, earliest\nsource: S05, earliest", "earliest"),
        ("Claim 1\nsource: S01, same origin as S05", "attach it here first"),
        ("own source: example, A page", "begin with https://"),
        ("own source: https://example.org/x", "title"),
        ("Claim 1\nhello", "source: or search:"),
    ],
)  # fmt: skip
def test_a_line_that_cannot_be_read_is_named_in_one_sentence_and_kept(text: str, said: str) -> None:
    complaint = FOUND.read(text).complaints[-1]
    assert said in complaint.sentence
    assert complaint.line == text.count("\n") + 1
    assert complaint.unread.words == text.split("\n")[-1]


@pytest.mark.parametrize(
    "text", ["1: supported\nverdict: tru", "1: supported, 80 %\nverdict: refuted", "1: 120 %", "1: hello"]
)
def test_a_verdict_that_cannot_be_read_is_kept_under_its_claim(text: str) -> None:
    assert [one.unread.under for one in JUDGED.read(text).complaints] == ["g01"]


def test_nothing_below_a_claim_that_there_is_not_goes_to_another_one() -> None:
    read = FOUND.read("Claim 1\nsource: S01\nClaim 13\nsource: S05\nClaim 2\nsource: S06")
    assert [(made.id, [one.source for one in made.evidence]) for made in read.claims] == [
        ("g01", ["S01"]),
        ("g02", ["S06"]),
    ]
    assert [one.unread for one in read.complaints] == [Unread("", "Claim 13"), Unread("", "source: S05")]


def test_what_the_text_does_not_show_stays() -> None:
    known = Claim("g01", (Passage(0, 4, "Fans"),), "x", "fact", 2, verdict="refuted", rationale="She spoke in 1985.")
    other = Claim("k7f2", restatement="A claim of one's own.")
    read = FOUND.read("Claim 1\nsource: S01", (known, other))
    assert read.claims[0] == msgspec.structs.replace(known, restatement=FOUND.said["g01"], evidence=(Evidence("S01"),))
    assert read.claims[1] == other


def test_a_text_that_is_far_too_long_is_refused_in_one_sentence() -> None:
    with pytest.raises(Problem, match="longer than"):
        FOUND.read("x" * (typed_lines.LONGEST + 1))


@pytest.mark.parametrize("asks", [(), ("origin",), ("origin", "letter")])
def test_the_worked_patterns_can_be_read(asks: tuple[str, ...]) -> None:
    found = FOUND.read(typed_words.sources(asks)["example"].split("\n", 1)[1].join(["Claim 3\n", ""]))
    judged = JUDGED.read(typed_words.verdicts(asks)["example"].split("\n", 1)[1].join(["Claim 3\n", ""]))
    assert found.complaints == judged.complaints == ()
    assert [len(found.claims[0].evidence), len(judged.claims[0].evidence)] == [2, 1]
