"""Verdicts given without looking: what they may earn at most."""

from __future__ import annotations

import random
import sys

import pytest

from claimlab import verdicts
from claimlab.answers import Claim, Evidence, Search, Verdict
from claimlab.classroom.students import simulate
from claimlab.marking import mark
from tests.marking.verdict_sheets import key, sheet, truth, with_claims

VERDICT_POINTS = 40


@pytest.mark.parametrize("verdict", verdicts.VERDICTS)
@pytest.mark.parametrize("sure", [0.0, 50.0, 100.0, None])
def test_one_verdict_for_everything_earns_at_most_45_per_cent_and_no_balance(
    verdict: Verdict, sure: float | None
) -> None:
    marks = mark(sheet(lambda _: (verdict, sure)), key())
    assert marks["verdicts"].points <= 0.45 * VERDICT_POINTS
    assert marks["balance"].points == 0


def test_always_50_per_cent_earns_no_calibration() -> None:
    assert mark(sheet(lambda judged: (judged.verdict, 50.0)), key())["calibration"].points == 0


@pytest.mark.parametrize("sure", [0.0, 20.0, 80.0, 100.0])
def test_the_same_confidence_for_everything_earns_next_to_no_calibration(sure: float) -> None:
    assert mark(sheet(lambda judged: (judged.verdict, sure)), key())["calibration"].points <= 1


def test_the_opposite_of_the_key_earns_next_to_nothing() -> None:
    turned: dict[Verdict, Verdict] = {"supported": "refuted", "refuted": "supported"}
    marks = mark(sheet(lambda judged: (turned.get(judged.verdict, "supported"), 100 - (truth(judged)[1] or 0))), key())
    assert marks.total <= 5


def test_doubting_everything_is_no_better_than_believing_everything() -> None:
    """The default failure is cynicism: it must not pay."""
    doubt = mark(sheet(lambda _: ("refuted", 0.0)), key()).total
    belief = mark(sheet(lambda _: ("supported", 100.0)), key()).total
    assert doubt == pytest.approx(belief, abs=1)


def test_guessing_earns_less_than_half() -> None:
    chance = random.Random(1985)
    totals = [
        mark(sheet(lambda _: (chance.choice(verdicts.VERDICTS), float(chance.randrange(0, 101, 5)))), key()).total
        for _ in range(200)
    ]
    assert sum(totals) / len(totals) < 0.4 * 55


def test_a_claim_handed_in_many_times_counts_once_and_unknown_claims_not_at_all() -> None:
    first = sheet(truth).claims[0]
    alone = mark(with_claims(first), key()).total
    assert mark(with_claims(*[first] * 12), key()).total == alone
    assert mark(with_claims(first, *(Claim(f"x{n}", verdict="supported") for n in range(50))), key()).total == alone


def test_a_hostile_sheet_is_marked_with_bounded_work() -> None:
    huge = tuple(
        Claim(
            f"g{n:02d}", restatement="x" * 9000, rationale="“<b>”" * 40_000, verdict="refuted", confidence=1e308,
            evidence=(Evidence("S01", "?", "w" * 5000),) * 200, searches=(Search("q" * 5000, -1),) * 200,
        )
        for n in range(1, 1001)
    )  # fmt: skip
    calls = 0

    def count(_frame: object, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        marks = mark(with_claims(*huge), key())
    finally:
        sys.setprofile(None)
    assert marks.total < 20
    assert calls < 20_000
    assert max(len(line.did) for line in marks["verdicts"].lines) < 1000


def test_more_able_students_earn_more() -> None:
    class_ = simulate(60, key())
    able = [mark(student.sheet, key()).total for student in class_ if student.ability > 0.7]
    weak = [mark(student.sheet, key()).total for student in class_ if student.ability < 0.4]
    assert min(len(able), len(weak)) > 10
    assert sum(able) / len(able) > sum(weak) / len(weak) + 15
