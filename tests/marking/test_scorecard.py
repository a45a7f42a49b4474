"""Marking a scorecard: full for the key, nothing for nothing, a limit for every fake, and no score out of range."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimlab import article_score
from claimlab.answers import Finding, Indicator, Passage, Sheet
from claimlab.article_score import BESIDE, MOVES
from claimlab.indicators import DIRECTIONS, REASONS, SIGNS
from claimlab.lab import blank
from claimlab.marking import mark, report
from tests.marking import scorecards
from tests.marking.scorecards import A4, PAGE_ONLY, SIX, flawless, key, points

WHOLE = 50.0


def test_a_flawless_scorecard_earns_everything() -> None:
    marks = mark(flawless(), key())
    assert [(one.name, one.points, one.maximum, one.state) for one in marks.criteria] == [
        ("indicators", 42.0, 42.0, "right"),
        ("sums", 8.0, 8.0, "right"),
    ]
    assert {line.state for one in marks.criteria for line in one.lines} == {"right"}


def test_nothing_earns_nothing() -> None:
    marks = mark(blank(A4), key())
    assert [(one.points, one.state, one.lines) for one in marks.criteria] == [(0, "unattempted", ())] * 2


def _unequal(sheet: Sheet) -> Sheet:
    made = tuple(msgspec.structs.replace(one, weight=90) for one in sheet.indicators)
    return scorecards.added_up(msgspec.structs.replace(sheet, indicators=made))


@pytest.mark.parametrize(
    ("fake", "limit"),
    [
        (lambda: flawless(SIX[:1], (100,)), 0.20),
        (lambda: flawless(PAGE_ONLY, (20, 20, 20, 20, 10, 10)), 0.45),
        (lambda: scorecards.everything_against(flawless()), 0.75),
        (lambda: scorecards.bare(scorecards.everything_against(flawless())), 0.25),
        (lambda: scorecards.bare(flawless()), 0.40),
        (lambda: scorecards.whole_article(flawless()), 0.42),
        (lambda: scorecards.same_passage(flawless()), 0.60),
        (scorecards.all_cannot_tell, 0.50),
        (lambda: _unequal(flawless()), 0.90),
    ],
    ids=[
        "one",
        "page only",
        "against",
        "against bare",
        "bare",
        "whole article",
        "same words",
        "cannot tell",
        "weights",
    ],
)
def test_a_fake_stays_below_its_limit(fake: Callable[[], Sheet], limit: float) -> None:
    assert points(fake()) <= limit * WHOLE


def test_words_that_prove_one_indicator_do_not_prove_another() -> None:
    sheet = flawless(("title", "clickbait"), (50, 50))
    words = scorecards.passage_of("mask-1985", "at last broke her silence")
    one, two = (
        msgspec.structs.replace(sign, findings=(msgspec.structs.replace(sign.findings[0], passage=words),))
        for sign in sheet.indicators
    )
    lines = mark(msgspec.structs.replace(sheet, indicators=(one, two)), key())["indicators"].lines
    proved = [line for line in lines if line.name.endswith("article A")]
    assert [line.state for line in proved] == ["right", "partly"]
    assert "already prove “Title representativeness”" in proved[1].why


def test_words_used_twice_count_where_they_prove_more() -> None:
    sheet = flawless(("tone", "title"), (50, 50))
    headline = scorecards.key().cases["dart-2022"].article.headline
    words = scorecards.passage_of("dart-2022", headline)
    used = tuple(
        msgspec.structs.replace(
            sign, findings=(sign.findings[0], msgspec.structs.replace(sign.findings[1], passage=words))
        )
        for sign in sheet.indicators
    )
    either = []
    for chosen in (used, used[::-1]):
        made = mark(msgspec.structs.replace(sheet, indicators=chosen), key())["indicators"]
        either.append(made.points)
        lines = {line.name: line for line in made.lines}
        assert lines["Title representativeness, article B"].state == "right"
        assert "already prove “Title representativeness”" in lines["Tone, article B"].why
    assert either[0] == either[1]


def test_an_indicator_named_wrongly_is_told_for_which_article_with_the_right_one() -> None:
    sheet = flawless()
    said = {**sheet.responses[MOVES], "dart-2022": "tone"}
    lines = mark(msgspec.structs.replace(sheet, responses={**sheet.responses, MOVES: said}), key())["sums"].lines
    (moved,) = [line for line in lines if line.name == "What moves them"]
    assert moved.next == "Article B: the table shows that no halved weight moves the score."


def test_any_sentence_of_a_page_of_those_days_shows_since_when_the_story_exists() -> None:
    sheet = flawless(("first-archived",), (100,))
    (one,) = sheet.indicators
    for source, words in (("DART-30", "It quotes the engineer Elena Adams."), ("DART-39", "News story on the result.")):
        dated = msgspec.structs.replace(one.findings[1], source=source, words=words)
        changed = msgspec.structs.replace(one, findings=(one.findings[0], dated))
        lines = mark(msgspec.structs.replace(sheet, indicators=(changed,)), key())["indicators"].lines
        assert [line.state for line in lines] == ["right", "right"]


def test_a_search_that_found_nothing_is_half_a_proof_where_nothing_can_be_found() -> None:
    sheet = flawless(("corrections",), (100,))
    assert mark(sheet, key())["indicators"].points == 2 + 2 + 1
    unsaid = scorecards.changed(sheet, lambda found: msgspec.structs.replace(found, search=" "))
    assert mark(unsaid, key())["indicators"].points == 2 + 1


def test_the_sentence_around_the_words_proves_as_much_as_the_words() -> None:
    article = key().cases["mask-1985"].article
    start = article.text.index("defied every medical prediction")
    span = next(span for span in article.sentences if span.start <= start < span.end)
    found = Finding("mask-1985", "against", Passage(span.start, span.end, article.text[span.start : span.end]))
    sheet = msgspec.structs.replace(blank(A4), indicators=(Indicator("calibration", 100, findings=(found,)),))
    assert mark(sheet, key())["indicators"].points == (2 + 4) / 2


def test_a_seventh_indicator_and_a_fourth_of_the_page_are_named_and_not_counted() -> None:
    signs = ("title", "clickbait", "tone", "inference", *SIX[:3], "originality")
    marks = mark(flawless(signs, (10, 5, 5, 10, 20, 20, 20, 10)), key())
    left = [(line.card, line.why) for line in marks["indicators"].lines if line.name == "Left out:"]
    assert [name for name, _ in left] == ["inference", "originality"]
    assert left[0][1].startswith("Only 3 signs of the page itself count")
    assert left[1][1] == "Only the first 6 indicators count."


def test_wrong_scores_and_moves_cost_the_points_for_them() -> None:
    sheet = flawless()
    wrong = msgspec.structs.replace(sheet, article_score=99.0, responses={BESIDE: {"dart-2022": True}, MOVES: "tone"})
    marks = mark(wrong, key())
    assert marks["sums"].points == 4.0
    assert [line.state for line in marks["sums"].lines] == ["right", "right", "wrong", "wrong"]


def test_every_lost_point_is_explained_by_a_line() -> None:
    for made in (scorecards.same_passage(flawless()), scorecards.all_cannot_tell(), scorecards.bare(flawless())):
        marked = mark(made, key())["indicators"]
        assert marked.points < marked.maximum
        for line in marked.lines:
            if line.state != "right":
                assert line.article
                assert line.why


def test_before_release_the_report_holds_nothing_of_the_key() -> None:
    sheet = scorecards.bare(flawless())
    for criterion in mark(sheet, key()).criteria:
        said = report.html(criterion, sheet, released=False)
        assert "We would say" not in said
        assert not any(ruling.why in said for entry in key().entries.values() for ruling in entry.articles.values())


@pytest.mark.parametrize(
    ("sign", "name", "words", "credit"),
    [
        ("tone", "mask-1985", "raw, unfiltered version", 1),
        ("tone", "mask-1985", "stunned and heartbroken", 1),
        ("tone", "mask-1985", "Rocky was born with cranio-diaphyseal dysplasia", 0),
        ("tone", "dart-2022", "The mission cost about 325 million dollars.", 1),
        ("title", "mask-1985", "at last broke her silence", 1),
        ("title", "mask-1985", "Now, nearly 40 years after Mask touched the world", 0),
        ("clickbait", "dart-2022", "shortened an asteroid’s orbit by about 33 minutes", 1),
        ("calibration", "mask-1985", "every medical prediction", 1),
        ("calibration", "dart-2022", "which is not yet known", 1),
        ("outside-experts", "dart-2022", "an outside scientist", 1),
        ("outside-experts", "dart-2022", "“We really need to also have that warning time.”", 0),
        ("organisations-and-studies", "dart-2022", "a study of 2024", 1),
        ("inference", "mask-1985", "“It broke him,”", 1),
        ("inference", "dart-2022", "Brightness dips and radar gave the same answer.", 1),
    ],
)
def test_what_a_student_might_mark_is_proof_or_not(sign: str, name: str, words: str, credit: float) -> None:
    marked = scorecards.passage_of(name, words)
    found = Finding(name, key().entries[sign].articles[name].direction, marked)
    sheet = msgspec.structs.replace(blank(A4), indicators=(Indicator(sign, 100, findings=(found,)),))
    assert mark(sheet, key())["indicators"].points == (2 + 4 * credit) / 2


FINDINGS = st.builds(
    Finding,
    st.sampled_from(["mask-1985", "dart-2022", "", "elsewhere"]),
    st.sampled_from(["", *DIRECTIONS]) | st.text(max_size=3),
    st.none() | st.builds(Passage, st.integers(-9, 9), st.integers(-9, 9), st.text(max_size=40)),
    st.sampled_from(["", "S18", "S73", "DART-32", "own-1"]),
    st.text(max_size=40) | st.just("Diana's parents won't let him see her."),
    st.text(max_size=5),
)
INDICATORS = st.builds(
    Indicator,
    st.sampled_from([*SIGNS, "", "stars"]),
    st.integers(0, 100),
    st.sampled_from(["", "yes", "no", "?"]),
    st.sampled_from(["", *REASONS]),
    st.lists(FINDINGS, max_size=3).map(tuple),
)
SCORES = st.none() | st.floats() | st.integers()
SHEETS = st.builds(
    lambda made, score, beside, moves: msgspec.structs.replace(
        blank(A4), indicators=tuple(made), article_score=score, responses={BESIDE: beside, MOVES: moves}
    ),
    st.lists(INDICATORS, max_size=9, unique_by=lambda one: one.id),
    st.none() | st.floats(),
    st.none() | st.dictionaries(st.sampled_from(["dart-2022", "x"]), SCORES),
    st.none() | st.dictionaries(st.sampled_from(["mask-1985", "dart-2022"]), st.sampled_from([*SIGNS, "none"])),
)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(SHEETS)
def test_points_stay_in_range_and_are_the_same_again(sheet: Sheet) -> None:
    marks = mark(sheet, key())
    assert all(0 <= one.points <= one.maximum for one in marks.criteria)
    assert mark(sheet, key()) == marks
    for criterion in marks.criteria:
        report.html(criterion, sheet, released=True)


@settings(max_examples=40, deadline=None)
@given(st.permutations(range(6)))
def test_the_order_of_the_indicators_changes_nothing(order: list[int]) -> None:
    sheet = flawless()
    turned = msgspec.structs.replace(sheet, indicators=tuple(sheet.indicators[i] for i in order))
    assert mark(turned, key()).total == mark(sheet, key()).total


@settings(max_examples=40, deadline=None)
@given(st.sets(st.integers(0, 11), max_size=12))
def test_taking_proofs_away_never_adds_points(gone: set[int]) -> None:
    findings = iter(range(12))

    def take(found: Finding) -> Finding:
        return Finding(found.article, found.direction) if next(findings) in gone else found

    assert points(scorecards.changed(flawless(), take)) <= WHOLE


def test_hostile_sheets_are_marked_all_the_same() -> None:
    text = "crater " * 60_000
    findings = tuple(
        Finding(name, "against", Passage(0, 1, text), "S18", text, text) for name in ("mask-1985", "dart-2022") * 50
    )
    huge = tuple(
        Indicator(sign, 100, "no" * 9999, "x" * 9999, findings) for sign in [*SIGNS, *(f"x{n}" for n in range(3000))]
    )
    sheet = msgspec.structs.replace(blank(A4), indicators=huge, responses={BESIDE: {"dart-2022": 10**400}, MOVES: []})
    marks = mark(sheet, key())
    assert marks["sums"].points < 1
    assert len(marks["indicators"].lines) < 200


def test_a_sheet_of_another_assignment_is_refused_in_one_sentence() -> None:
    marks = mark(blank("a1-claims"), key())
    assert {one.state for one in marks.criteria} == {"unreadable"}


def test_the_score_is_the_weighted_mean_and_halving_a_weight_rescales_the_rest() -> None:
    made = tuple(
        Indicator(sign, weight, findings=(Finding("a", direction),))
        for sign, weight, direction in (("tone", 60, "for"), ("title", 20, "against"), ("inference", 20, "cannot tell"))
    )
    assert article_score.score(made, "a") == pytest.approx(70)
    assert [(one.indicator, pytest.approx(one.score)) for one in article_score.halved(made, "a")] == [
        ("tone", 100 * 40 / 70),
        ("title", 100 * 70 / 90),
        ("inference", 100 * 65 / 90),
    ]
    assert article_score.moves_most(made, "a") == ("tone",)
    assert article_score.moves_most(made, "b") == ()
    same: Any = tuple(msgspec.structs.replace(one, findings=(Finding("a", "for"),)) for one in made)
    assert article_score.moves_most(same, "a") == ("none",)


def test_the_reliable_article_comes_out_higher() -> None:
    sheet = flawless()
    mask, dart = (article_score.score(sheet.indicators, name) for name in ("mask-1985", "dart-2022"))
    assert mask is not None
    assert dart is not None
    assert dart > mask + 30
