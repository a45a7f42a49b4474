"""A learner at work alone is told about their own cards, and only how many ideas are open."""

from __future__ import annotations

from claimlab.marking.alone import so_far
from claimlab.marking.marks import Criterion, Line, Marks

MINE = Line("k1", "right", "You wrote: “Ducks swim.”", next="Keep it.", reference="c01")
OPEN = Line("", "unattempted", "No card states this key idea.", article="The article: “Geese fly.”", reference="c02")


def marks(*lines: Line) -> Marks:
    return Marks("x", (Criterion("coverage", "Ideas", 5.0, 65.0, "partly", lines),))


def test_open_ideas_are_counted_and_not_told() -> None:
    [criterion] = so_far(marks(MINE, OPEN, OPEN))
    assert criterion.lines == (MINE,)
    assert criterion.summary.startswith("2 more key ideas are still open.")
    assert criterion.points == 5.0


def test_one_open_idea_is_spoken_of_as_one() -> None:
    [criterion] = so_far(marks(OPEN))
    assert criterion.summary.startswith("1 more key idea is still open.")


def test_with_nothing_open_the_report_stays_as_it_is() -> None:
    [criterion] = so_far(marks(MINE))
    assert (criterion.lines, criterion.summary) == ((MINE,), "")


def test_what_has_not_been_chosen_is_not_given_away() -> None:
    kindless = Line("k1", "unattempted", "You wrote: “A.”\nYou chose: nothing yet", article="We would say: fact")
    [criterion] = so_far(marks(kindless))
    assert [line.article for line in criterion.lines] == [""]
    assert criterion.summary == ""


def test_what_the_sources_say_waits_until_it_is_found() -> None:
    found = [Line("g01", state, "You marked: x", "The sources: y", "Points.") for state in ("partly", "right")]  # type: ignore[arg-type]
    [criterion] = so_far(marks(*found))
    assert [line.article for line in criterion.lines] == ["", "The sources: y"]


def test_what_is_still_to_choose_is_said_as_it_stands() -> None:
    missing = Line("", "unattempted", "2 more claims are still to choose.")
    [criterion] = so_far(marks(missing))
    assert (criterion.lines, criterion.summary) == ((missing,), "")
