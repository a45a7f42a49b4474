"""A class before and after: better reading, cynicism and chance are told apart."""

from __future__ import annotations

import random

import pytest

from claimlab import form_key
from claimlab.check_forms import Answer, Taken
from claimlab.marking import class_insight
from claimlab.marking.class_insight import Sitting


def student(seed: int, *, true: float, false: float, form: str = "a", levels: dict[str, int] | None = None) -> Sitting:
    """A student who says about *true* in 100 of accurate statements and about *false* in 100 of the others."""
    rng = random.Random(seed)
    key = form_key.load(form)
    said = {item.id: rng.gauss(true if item.accurate else false, 22) for item in key.items}
    answers = {name: Answer(round(min(100.0, max(0.0, value)))) for name, value in said.items()}
    return class_insight.sitting(key, Taken(answers, {}, levels or {}, "2026-09-01"))


def group(first: int, **means: float) -> dict[str, Sitting]:
    return {f"s{n}": student(first + n, **means) for n in range(25)}


def test_better_reading_is_called_so() -> None:
    told = class_insight.compared(group(0, true=58, false=50), group(100, true=72, false=32))
    assert told[0].startswith("25 students took both forms. Change of d' +")
    assert told[1] == "The class tells true from false better, and it has not paid for it with doubt."


def test_more_doubt_and_no_better_reading_is_called_cynicism() -> None:
    told = class_insight.compared(group(0, true=60, false=45), group(100, true=38, false=23))
    assert told[1] == class_insight.CYNICISM
    assert "taught cynicism" in told[1]


def test_better_reading_paid_for_with_doubt_is_said() -> None:
    told = class_insight.compared(group(0, true=75, false=60), group(100, true=60, false=20))
    assert "also trusts less" in told[1]


def test_no_change_is_no_news() -> None:
    same = group(0, true=65, false=40)
    assert class_insight.compared(same, same)[1] == "No change that is larger than chance."


def test_only_students_who_took_both_count() -> None:
    before, after = group(0, true=60, false=45), group(100, true=60, false=45)
    few = {name: after[name] for name in list(after)[:4]}
    assert class_insight.compared(before, few) == ("Students who took both forms: 4. A comparison needs at least 5.",)


def test_a_handful_of_forms_gives_no_means() -> None:
    assert len(class_insight.lines([student(n, true=70, false=30) for n in range(4)])) == 1


def test_the_lines_name_every_measure_and_the_control_items() -> None:
    told = " ".join(class_insight.lines([student(n, true=80, false=20, levels={"a-who": 2}) for n in range(20)]))
    for word in ("trusted", "caught", "d'", "AUC", " c ", "Brier", "control items", "2.0 of 2"):
        assert word in told
    assert "20 finished forms." in told


def test_form_c_has_no_control_items_to_speak_of() -> None:
    told = " ".join(class_insight.lines([student(n, true=80, false=20, form="c") for n in range(6)]))
    assert "control" not in told


def test_answers_of_i_would_look_it_up_are_no_numbers() -> None:
    key = form_key.load("a")
    looked_up = Taken({item.id: Answer(unsure=True) for item in key.items}, {}, {}, "2026-09-01")
    one = class_insight.sitting(key, looked_up)
    assert (one.controls_right, one.taught_right, one.insight.unsure) == (None, None, 20)
    assert len(class_insight.lines([one] * 9)) == 1


def test_teachers_are_warned_in_figures() -> None:
    told = class_insight.warning(25)
    assert "0.64" in told
    assert "0.13" in told
    assert "never for grades" in told


def test_the_change_of_a_measure_is_a_mean_with_its_standard_error() -> None:
    low, high = student(1, true=50, false=50), student(2, true=95, false=5)
    found = class_insight.change([(low, high), (low, low)], "auc")
    rise = high.insight.measures.auc - low.insight.measures.auc
    assert found.mean == pytest.approx(rise / 2)
    assert found.error == pytest.approx(rise / 2)
