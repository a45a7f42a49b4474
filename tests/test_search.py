"""Searching the pack: what learners type is understood, ranked and never an error."""

from __future__ import annotations

import sqlite3

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimlab import case, search
from claimlab.case import Source
from claimlab.problems import Problem
from claimlab.search import Finder, Piece


def card(number: int, title: str = "", publisher: str = "", summary: str = "", quote: str = "") -> Source:
    return Source(f"S{number:02}", title, "", publisher, "1985-03-18", "https://example.org", summary, quote)


CARDS = (
    card(1, "A boy and his mother", "Evening Post", "It tells of a film about loneliness and bikers."),
    card(2, "Bikers in town", "Evening Post", "A report on traffic."),
    card(3, "Weather", "Morning Star", "Rain. The café in the valley was closed.", "the bikers left early"),
    card(4, "Obituary", "Morning Star", "She gave interviews in 1985 and 1986, and she wrote film music."),
)
FINDER = Finder(CARDS)
MASK = Finder(case.load("mask-1985").sources)


def ids(words: str) -> list[str]:
    return [found.source.id for found in FINDER.find(words).found]


def test_a_word_in_the_title_counts_more_than_one_in_the_summary() -> None:
    assert ids("bikers")[0] == "S02"
    assert set(ids("bikers")) == {"S01", "S02", "S03"}


def test_all_words_must_be_there() -> None:
    assert ids("film loneliness") == ["S01"]


def test_where_no_card_has_all_the_words_those_with_some_are_given() -> None:
    findings = FINDER.find("loneliness weather")
    assert findings.loose
    assert {found.source.id for found in findings.found} == {"S01", "S03"}
    assert not FINDER.find("film loneliness").loose
    assert FINDER.find("zebra xylophone") == (0, (), False)


def test_a_phrase_is_words_in_a_row() -> None:
    assert ids('"gave interviews"') == ["S04"]
    assert ids("“film music”") == ["S04"]
    assert ids('"interviews gave"') == []


def test_a_star_finds_words_that_begin_so() -> None:
    assert ids("lonel*") == ["S01"]
    assert ids("lonel") == []


def test_forms_of_a_word_and_accents_are_one() -> None:
    assert ids("interviewed") == ["S04"]
    assert ids("CAFE") == ["S03"]


def test_a_minus_leaves_cards_out_and_or_gives_a_choice() -> None:
    assert set(ids("bikers -traffic")) == {"S01", "S03"}
    assert set(ids("loneliness OR rain")) == {"S01", "S03"}
    assert ids('bikers -"evening post"') == ["S03"]


def test_small_words_do_not_narrow_a_question() -> None:
    assert ids("did she have the interviews") == ["S04"]
    assert ids("the") != []


def test_a_date_and_a_publisher_can_be_searched() -> None:
    assert set(ids("1985-03-18")) == {"S01", "S02", "S03", "S04"}
    assert set(ids("morning star")) == {"S03", "S04"}


def test_snippets_mark_what_matched_and_hold_no_markup() -> None:
    (found,) = FINDER.find("valley").found
    assert Piece("valley", True) in found.snippet
    assert "".join(piece.text for piece in found.snippet) == "Rain. The café in the valley was closed."
    finder = Finder([card(1, "Tags", summary="<b>bold</b> \ue000 rain \ue001")])
    (tagged,) = finder.find("rain").found
    assert "".join(piece.text for piece in tagged.snippet) == "<b>bold</b>   rain  "


def test_the_count_is_of_all_that_match_and_not_of_those_shown() -> None:
    findings = FINDER.find("bikers", most=1)
    assert (findings.total, len(findings.found)) == (3, 1)


def test_a_tie_goes_to_the_card_that_comes_first() -> None:
    twins = Finder([card(number, "Same words") for number in range(9)])
    assert [found.source.id for found in twins.find("same").found] == [f"S{number:02}" for number in range(9)]


@pytest.mark.parametrize(
    "words",
    ["", "   ", '"', '""', '"unbalanced', "*", "**", "-", "--", "-film", "AND", "OR", "OR OR", "NOT", "NEAR(", "a:b",
     "title:bikers", "(", ")))", "^bikers", "🐝", "film 🐝", "bikers*-", "'; DROP TABLE cards; --", "\x00film",
     "\ud800 film", "film " * 2_000, "x" * 10_000, '"' * 9_999, "-" * 10_000, "½ ² ﷽", "{film}", "film + bikers"],
)  # fmt: skip
def test_nothing_a_learner_types_is_an_error(words: str) -> None:
    findings = FINDER.find(words)
    assert findings.total >= len(findings.found) >= 0


@settings(max_examples=400, deadline=None)
@given(st.text(alphabet=st.one_of(st.sampled_from(list("\"*-()^:ANDORTE film'“”🐝\u0301")), st.characters())))
def test_no_text_at_all_is_an_error(words: str) -> None:
    assert FINDER.find(words).total <= len(CARDS)


def test_words_remain_searchable_after_a_hostile_question() -> None:
    FINDER.find("'; DELETE FROM cards; --")
    assert set(ids("bikers")) == {"S01", "S02", "S03"}


def test_the_pack_of_a_case_answers_the_questions_of_its_claims() -> None:
    assert "S01" in [found.source.id for found in MASK.find("Rusty interview 1985").found][:8]
    assert "S28" in [found.source.id for found in MASK.find("craniodiaphyseal dysplasia").found]
    assert MASK.find("LSD").total >= 1


def test_a_python_without_full_text_search_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    class Bare:
        def execute(self, *_ignored: object) -> None:
            raise sqlite3.OperationalError("no such module: fts5")

    monkeypatch.setattr(search.sqlite3, "connect", lambda *_, **__: Bare())
    with pytest.raises(Problem, match="lacks FTS5"):
        Finder(CARDS)
