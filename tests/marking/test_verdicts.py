"""Marking verdicts: what each answer earns, what the feedback says, and what must hold for every sheet."""

from __future__ import annotations

import random

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimlab import verdicts
from claimlab.answers import Claim, Evidence, Search, Verdict
from claimlab.lab import blank
from claimlab.marking import mark, report
from claimlab.marking.marks import Criterion
from claimlab.verdict_key import Judged
from tests.marking.verdict_sheets import A3, Answer, key, sheet, truth, with_claims

FULL = {"verdicts": 40.0, "calibration": 10.0, "balance": 5.0}
claims = st.builds(
    Claim,
    id=st.sampled_from([f"g{n:02d}" for n in range(1, 15)]),
    restatement=st.text(max_size=40),
    verdict=st.sampled_from([None, *verdicts.VERDICTS]),
    confidence=st.none() | st.floats(),
    rationale=st.text(max_size=80),
    evidence=st.just(()) | st.just((Evidence("S01", "supports"),)),
    searches=st.just(()) | st.just((Search("words", 0),)),
)


def points(answer: object) -> dict[str, float]:
    return {criterion.name: criterion.points for criterion in mark(sheet(answer), key()).criteria}  # type: ignore[arg-type]


def criterion(name: str, answer: object) -> Criterion:
    return mark(sheet(answer), key())[name]  # type: ignore[arg-type]


def but(**changed: Answer) -> object:
    """The truth, except for the claims named."""
    return lambda judged: changed.get(judged.id, truth(judged))


# --- points ----------------------------------------------------------------------------------------------------------


def test_the_key_itself_earns_everything_and_nothing_earns_nothing() -> None:
    assert points(truth) == FULL
    marks = mark(blank(A3), key())
    assert marks.total == 0
    assert {part.state for part in marks.criteria} == {"unattempted"}


def test_every_defensible_alternative_earns_as_much_as_the_best_verdict() -> None:
    others = {judged.id: (judged.text.also[0], 50.0) for judged in key().claims if judged.text.also}
    assert len(others) == 3
    assert points(but(**others)) == FULL


@pytest.mark.parametrize(
    ("name", "chosen", "loses"),
    [
        ("g01", "not-enough-evidence", 40 * 0.35 * 0.7 / 5),
        ("g03", "supported", 40 * 0.35 / 3),
        ("g12", "conflicting-evidence", 40 * 0.1 * 0.8),
        ("g05", "refuted", 40 * 0.1 * 0.7),
    ],
)
def test_a_miss_costs_what_the_table_of_nearness_says(name: str, chosen: Verdict, loses: float) -> None:
    assert points(but(**{name: (chosen, 50.0)}))["verdicts"] == pytest.approx(40 - loses, abs=0.005)


def test_true_claims_together_are_worth_what_false_claims_are() -> None:
    def only(verdict: Verdict) -> float:
        return points(lambda judged: truth(judged) if judged.verdict == verdict else (None, None))["verdicts"]

    assert only("supported") == only("refuted") == 14


def test_confidence_counts_for_settled_claims_only_and_silence_is_a_coin() -> None:
    settled = {judged.id for judged in key().settled}
    assert len(settled) == 8
    assert points(lambda j: (j.verdict, truth(j)[1] if j.id in settled else 99.0))["calibration"] == 10
    assert points(lambda j: (j.verdict, None))["calibration"] == 0
    one_silent = points(lambda j: (j.verdict, None if j.id == "g01" else truth(j)[1]))["calibration"]
    assert one_silent == pytest.approx(10 * (1 - (0.25 / 8) / 0.25))


@pytest.mark.parametrize(("doubted", "believed", "expected"), [(1, 1, 5), (2, 0, 0), (0, 2, 0), (0, 0, 5)])
def test_balance_asks_for_true_ones_accepted_and_false_ones_rejected(
    doubted: int, believed: int, expected: float
) -> None:
    true = [judged.id for judged in key().settled if judged.accurate]
    false = [judged.id for judged in key().settled if not judged.accurate]
    wrong: dict[str, Answer] = dict.fromkeys(true[:doubted], ("not-enough-evidence", 50.0))
    wrong |= dict.fromkeys(false[:believed], ("supported", 50.0))
    assert points(but(**wrong))["balance"] == expected


# --- feedback --------------------------------------------------------------------------------------------------------


def test_every_claim_gets_its_four_lines_right_answers_too() -> None:
    for answer in (truth, lambda judged: ("supported", 80.0)):
        lines = criterion("verdicts", answer).lines
        assert [line.name for line in lines] == [f"Claim {n}" for n in range(1, 13)]
        for line, judged in zip(lines, key().claims, strict=True):
            assert judged.claim in line.did
            assert "You wrote: “It says so.”" in line.did
            assert judged.text.says in line.article
            assert judged.text.why in line.why
            assert line.next


def test_each_lost_point_has_a_line_that_is_not_right() -> None:
    spoiled = criterion("verdicts", but(g01=("refuted", 50.0), g02=(None, None), g12=("supported", 50.0)))
    assert {line.name: line.state for line in spoiled.lines if line.state != "right"} == {
        "Claim 1": "wrong", "Claim 2": "unattempted", "Claim 12": "wrong",
    }  # fmt: skip
    assert sum(share.loses for share in spoiled.shares) == pytest.approx(40 - spoiled.points, abs=0.01)


def test_confidence_says_how_far_away_each_answer_was() -> None:
    found = criterion("calibration", but(g01=("supported", 20.0), g02=("refuted", 50.0), g03=("refuted", 30.0)))
    lines = {line.name: line for line in found.lines}
    assert "80 percentage points away" in lines["Claim 1"].why
    assert (lines["Claim 1"].state, lines["Claim 2"].state, lines["Claim 3"].state) == ("wrong", "wrong", "partly")
    assert "earns nothing" in lines["Claim 2"].why
    assert "You leaned the right way." in lines["Claim 3"].why
    assert sum(share.loses for share in found.shares) == pytest.approx(10 - found.points, abs=0.01)


def test_claims_without_a_number_are_no_band_of_confidence() -> None:
    found = criterion("calibration", but(g01=("supported", None), g02=("refuted", 50.0)))
    counted = {share.name: share.counted for share in found.shares}
    assert counted["Not said"] == "1 claim counts as 50 %"
    assert counted["At 34-66 %"] == "0 of 1 claim was accurate"
    assert sum(share.loses for share in found.shares) == pytest.approx(10 - found.points, abs=0.01)


def test_nothing_of_the_key_is_shown_before_release() -> None:
    """What a student reads before release is the same for a good sheet and a bad one with the same gaps."""
    wrong: dict[Verdict, Verdict] = dict(zip(verdicts.VERDICTS, (*verdicts.VERDICTS[1:], "supported"), strict=True))

    def bad(judged: Judged) -> Answer:
        return wrong[judged.verdict], 50.0

    for name in FULL:
        good, poor = (
            report.html(criterion(name, one), sheet(one), released=False) for one in (lambda j: (j.verdict, 50.0), bad)
        )
        cut = [text.split("points", 1)[1] for text in (good, poor)]
        assert cut[0] == cut[1]
        assert not any(judged.text.says in good or judged.text.why in good for judged in key().claims)


def test_gaps_and_clashes_are_named_without_the_key() -> None:
    first, second, third, *rest = sheet(truth).claims
    bare = msgspec.structs.replace(first, verdict=None)
    unsure = msgspec.structs.replace(second, confidence=None, rationale=" ")
    lonely = msgspec.structs.replace(third, evidence=(), confidence=90)
    found = mark(with_claims(bare, unsure, lonely, *rest), key())["verdicts"]
    assert (
        found.handed == "You handed in 11 verdicts on 12 claims, 10 of them with a source or a search that found none."
    )
    assert found.form == (
        "Claim 1 has no verdict yet.",
        "Claim 2 does not say how sure you are.",
        "Claim 2 has no reason yet.",
        "Claim 3 has a verdict but no source.",
        "Claim 3: you say refuted, but more than 50 % sure that it is accurate. Do both fit?",
    )


def test_a_right_verdict_with_the_number_of_the_opposite_is_told_so() -> None:
    first, second, *rest = sheet(truth).claims
    assert second.verdict == "refuted"
    lines = mark(with_claims(first, msgspec.structs.replace(second, confidence=90), *rest), key())["calibration"].lines
    told = next(line for line in lines if line.name == "Claim 2")
    assert "Your verdict, refuted, is right, but your number says the opposite." in told.why
    assert told.next == "Give the number that fits your verdict: here it would have been 10 %."
    wrong = msgspec.structs.replace(second, verdict="supported", confidence=90)
    lines = mark(with_claims(first, wrong, *rest), key())["calibration"].lines
    assert "says the opposite" not in next(line for line in lines if line.name == "Claim 2").why


def test_a_right_verdict_that_rests_on_nothing_is_told_so() -> None:
    first, *rest = sheet(truth).claims
    assert mark(sheet(truth), key())["verdicts"].lines[0].next == "Keep it."
    bare = msgspec.structs.replace(first, evidence=(), searches=(Search("age", 0),))
    told = mark(with_claims(bare, *rest), key())["verdicts"]
    assert told.points == mark(sheet(truth), key())["verdicts"].points
    assert told.lines[0].next == "Keep it, and attach the source that shows it: without one, nobody can check it."


def test_claims_without_a_number_stand_apart_from_those_with_one() -> None:
    first, *rest = sheet(truth).claims
    found = mark(with_claims(msgspec.structs.replace(first, confidence=None), *rest), key())["calibration"]
    silent = next(share for share in found.shares if share.name == "Not said")
    assert silent.counted == "1 claim counts as 50 %"
    assert silent.loses > 0


def test_a_sheet_of_another_assignment_is_named_and_earns_nothing() -> None:
    marks = mark(blank("a1-claims"), key())
    assert marks.total == 0
    assert "hand in the sheet of this assignment" in marks["verdicts"].lines[0].did


def test_markup_in_a_reason_stays_text() -> None:
    spoiled = with_claims(msgspec.structs.replace(sheet(truth).claims[0], rationale="<script>alert(1)</script>“x”"))
    page = report.html(mark(spoiled, key())["verdicts"], spoiled, released=True)
    assert "<script" not in page
    assert "&lt;script&gt;" in page


# --- what holds for every sheet --------------------------------------------------------------------------------------


@settings(max_examples=80)
@given(st.lists(claims, max_size=16), st.randoms(use_true_random=False))
def test_marks_are_in_range_the_same_twice_and_free_of_order(made: list[Claim], chance: random.Random) -> None:
    unique = list({claim.id: claim for claim in made}.values())
    marks = mark(with_claims(*unique), key())
    assert all(0 <= part.points <= part.maximum for part in marks.criteria)
    assert mark(with_claims(*unique), key()) == marks
    chance.shuffle(unique)
    again = mark(with_claims(*unique), key())
    assert [part.points for part in again.criteria] == [part.points for part in marks.criteria]
    assert all(report.html(part, blank(A3), released=True) for part in marks.criteria)


@settings(max_examples=40)
@given(st.lists(claims, max_size=12), st.sampled_from(range(12)))
def test_a_right_answer_in_place_of_another_never_costs_points(made: list[Claim], at: int) -> None:
    by_id = {claim.id: claim for claim in made}
    right = sheet(truth).claims[at]
    before = mark(with_claims(*by_id.values()), key())
    after = mark(with_claims(*{**by_id, right.id: right}.values()), key())
    assert all(new.points >= old.points for new, old in zip(after.criteria, before.criteria, strict=True))
