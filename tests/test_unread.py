"""Typed lines that could not be read: kept on the sheet through saving and reading, and told to whoever marks."""

from __future__ import annotations

import msgspec
import pytest

from claimlab import answers, unread
from claimlab.keys import AnyKey
from claimlab.lab import Lab, blank
from claimlab.marking import mark, report
from claimlab.unread import Unread
from tests.marking import ledgers, scorecards

LINES = (Unread("g01", "suorce: S05"), Unread("", "<b>hello</b>"))
STEPS = [
    ("a2-sources", "find_sources"),
    ("a2-sources", "type_sources"),
    ("a3-verdicts", "judge"),
    ("a3-verdicts", "type_verdicts"),
    ("a4-scorecard", "score_article"),
    ("a4-scorecard", "type_scores"),
]


def with_lines(assignment: str) -> answers.Sheet:
    empty = blank(assignment)
    return msgspec.structs.replace(empty, damaged=unread.kept(empty, LINES))


def test_lines_come_back_and_other_damaged_cards_stay() -> None:
    sheet = msgspec.structs.replace(blank("a2-sources"), damaged=({"id": 7}, "x"))
    filed = msgspec.structs.replace(sheet, damaged=unread.kept(sheet, LINES))
    read = answers.read(answers.write(filed))
    assert unread.listed(read) == LINES
    assert unread.kept(read, ()) == ({"id": 7}, "x")
    assert not filed.empty


@pytest.mark.parametrize("key", [ledgers.key(), scorecards.key()], ids=["sources", "scorecard"])
def test_the_feedback_names_each_line(key: AnyKey) -> None:
    sheet = with_lines(key.assignment)
    first = mark(sheet, key).criteria[0]
    assert [line.did for line in first.lines if "typed line" in line.did] == [
        "A typed line could not be read: suorce: S05", "A typed line could not be read: <b>hello</b>",
    ]  # fmt: skip
    assert "2 more could not be read" in report.plain(first, sheet, released=False)


@pytest.mark.parametrize(("assignment", "step"), STEPS)
def test_whoever_marks_sees_each_line_and_no_markup(assignment: str, step: str) -> None:
    shown = getattr(Lab(assignment, None, with_lines(assignment)), step)()
    assert "suorce: S05" in shown.html
    assert "<b>hello" not in shown.html
    assert "2 typed lines could not be read" in shown.plain
