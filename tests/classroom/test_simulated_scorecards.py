"""A simulated class for a4: real sheets, the same again, and better with more ability."""

from __future__ import annotations

from statistics import mean

from claimlab import answers
from claimlab.classroom.students import simulate
from claimlab.indicators import MOST
from claimlab.marking import mark
from tests.marking.scorecards import key


def test_the_class_is_the_same_again_and_its_sheets_can_be_read() -> None:
    class_ = simulate(20, key())
    assert class_ == simulate(20, key())
    for student in class_:
        assert answers.read(answers.write(student.sheet)) == student.sheet
        assert 1 <= len(student.sheet.indicators) <= MOST


def test_more_ability_earns_more_and_the_class_spreads_out() -> None:
    class_ = sorted(simulate(30, key()), key=lambda student: student.ability)
    points = [mark(student.sheet, key()).total for student in class_]
    assert mean(points[:10]) + 8 < mean(points[10:20])
    assert mean(points[10:20]) + 8 < mean(points[20:])
    assert max(points) > 40


def test_the_class_makes_every_mistake_that_feedback_explains() -> None:
    lines = [
        line for student in simulate(30, key()) for one in mark(student.sheet, key()).criteria for line in one.lines
    ]
    said = " ".join(line.why for line in lines)
    for mistake in ("does not fit", "There is no proof yet", "do not show it", "half a proof", "the reason does not"):
        assert mistake in said, mistake
    assert {line.state for line in lines} >= {"right", "partly", "wrong"}
