"""What a teacher who has opened a page from the open web can give for it, marked honestly both ways."""

from __future__ import annotations

from dataclasses import replace

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimlab.answers import Claim, Evidence, OwnSource
from claimlab.marking import judging_own, mark, report
from claimlab.marking.judging import Question, Questions
from claimlab.marking.score import scored
from claimlab.source_key import SourceKey
from tests.marking.ledgers import claim, ideal, key, looks, sheet

PARTS = ("origins", "support", "care")
OWN = (
    OwnSource("own-1", "https://example.org/a-page", "A page of mine"),
    OwnSource("own-2", "https://example.org/two", ""),
)
PAGE = Evidence("own-1", "refutes", "her parents said no", "origin", "", "B")


def asked(*claims: Claim) -> dict[str, Questions]:
    made = sheet(*claims, own=OWN)
    return {part: judging_own.questions(made, key(), part) for part in PARTS}


def worth(questions: dict[str, Questions]) -> list[tuple[float, float]]:
    return [(found.accepted, found.refused) for found in questions.values()]


def key_with_such_a_card() -> SourceKey:
    """The key as it would be if a card of the pack, S01, said about g10 just what the student's page says."""
    g10, s01 = key().claims["g10"], key().claims["g01"].sources["S01"]
    said = msgspec.structs.replace(s01.text, stance="refutes", origin=3, most=3, words=(s01.passages[0],))
    listed = replace(s01, text=said, roots=("S01",), letters="B")
    changed = replace(g10, sources={**g10.sources, "S01": listed})
    return replace(key(), claims={**key().claims, "g10": changed})


def test_an_accepted_page_earns_what_a_card_of_the_pack_would_earn() -> None:
    words = key().claims["g01"].sources["S01"].passages[0]
    card = claim("g10", msgspec.structs.replace(PAGE, source="S01", words=words))
    expected = mark(sheet(card), key_with_such_a_card())
    page = claim("g10", msgspec.structs.replace(PAGE, words=words))
    assert [found.accepted for found in asked(page).values()] == [part.points for part in expected.criteria]
    assert expected["support"].points == 3


def test_refused_the_points_stay_as_they_are() -> None:
    work = claim("g10", PAGE, searches=looks(key().claims["g10"]))
    now = mark(sheet(work, own=OWN), key())
    assert [found.refused for found in asked(work).values()] == [part.points for part in now.criteria]


def test_each_claim_is_counted_alone_and_all_together() -> None:
    found = asked(claim("g10", PAGE), claim("g03", PAGE))["support"]
    assert {name: (one.accepted, one.refused) for name, one in found.cards.items()} == {"g10": (3, 0), "g03": (3, 0)}
    assert (found.accepted, found.refused) == (6, 0)


def test_a_page_may_settle_what_the_pack_leaves_open() -> None:
    assert worth(asked(claim("g02", PAGE))) == [(5, 0), (3, 0), (1, 0)]


def test_searches_of_an_open_claim_are_not_lost_by_a_page_beside_them() -> None:
    beside = msgspec.structs.replace(PAGE, role="")
    with_searches = claim("g02", beside, searches=looks(key().claims["g02"], 2))
    for accepted, refused in worth(asked(with_searches)):
        assert accepted >= refused


@pytest.mark.parametrize("together", [True, False])
def test_pages_of_one_group_are_one_origin(together: bool) -> None:
    need = key().claims["g10"].text.need
    assert need == 2
    pair = (
        msgspec.structs.replace(PAGE, group="o 1"),
        msgspec.structs.replace(PAGE, source="own-2", role="", group="o 1" if together else "o 2"),
    )
    assert asked(claim("g10", *pair))["origins"].accepted == (4 if together else 5)


def test_a_page_in_the_group_of_a_card_goes_back_to_the_origin_of_the_card() -> None:
    card = msgspec.structs.replace(ideal(key().claims["g01"]).evidence[0], role="origin", group="o 1")
    page = msgspec.structs.replace(PAGE, role="", group="o 1")
    found = asked(claim("g01", card, page))["origins"]
    assert (found.accepted, found.refused) == (4, 4)


def test_a_page_that_is_called_irrelevant_brings_nothing_whatever_the_answer() -> None:
    found = asked(claim("g10", msgspec.structs.replace(PAGE, stance="irrelevant", role="")))
    assert worth(found) == [(0, 0)] * 3
    assert "Whether you accept it or not, this part stays at 0 points." in _page("origins", "irrelevant")


def _page(part: str, stance: str = "refutes", reader: str = "teacher") -> str:
    work = claim("g10", msgspec.structs.replace(PAGE, stance=stance, role=""))
    return scored(sheet(work, own=OWN), key(), part, released=True, reader=reader).html  # type: ignore[arg-type]


def test_the_teacher_reads_the_question_the_address_and_both_sums() -> None:
    page = _page("support")
    assert "Does “A page of mine” (https://example.org/a-page) say “her parents said no”" in page
    assert "If you accept it, this part would be 3 points; if you do not, 0." in page
    assert "can bring 1 point here" in _page("care")


@pytest.mark.parametrize("reader", ["student", "alone"])
def test_nobody_else_is_asked(reader: str) -> None:
    assert "If you accept" not in _page("support", reader=reader)


def test_two_pages_are_accepted_or_refused_together() -> None:
    question = asked(claim("g10", PAGE, msgspec.structs.replace(PAGE, source="own-2")))["care"].cards["g10"]
    assert question.several
    assert "Is B a fair letter for the page without a title (https://example.org/two)?" in question.asks
    shown = report.html(
        mark(sheet(claim("g10", PAGE), own=OWN), key())["care"],
        sheet(),
        released=True,
        reader="teacher",
        questions=Questions({"g10": Question("?", 2, 1, several=True)}, 2, 1),
    )
    assert "If you accept them, this part would be 2 points; if you do not, 1." in shown


PIECES = st.builds(
    Evidence,
    st.sampled_from(["own-1", "own-2", "S01", "S05", "S33", "S99"]),
    st.sampled_from(["", "supports", "partly supports", "refutes", "irrelevant", "?"]),
    st.sampled_from(["", "her parents said no", "the"]),
    st.sampled_from(["", "origin"]),
    st.sampled_from(["", "o 1", "o 2"]),
    st.sampled_from(["", "A", "E", "?"]),
)


@given(st.lists(st.tuples(st.sampled_from(sorted(key().claims)), st.lists(PIECES, max_size=6)), max_size=9))
def test_whatever_is_handed_in_both_answers_stay_within_the_part(work: list[tuple[str, list[Evidence]]]) -> None:
    made = sheet(*(claim(name, *cards) for name, cards in work), own=OWN)
    marks = mark(made, key())
    for part in PARTS:
        found = judging_own.questions(made, key(), part)
        waiting = {line.card for line in marks[part].lines if line.state == "needs a look"}
        assert set(found.cards) == waiting
        assert found.refused == marks[part].points
        for question in found.cards.values():
            assert 0 <= question.accepted <= marks[part].maximum
