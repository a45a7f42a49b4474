"""Marks as a learner at work alone should see them.

The full report lists every key idea that is still open, which is right once the
work is done and far too much before. Here the open ones are only counted: where
they lie is for hints, one step at a time.
"""

from __future__ import annotations

from dataclasses import replace

from claimlab.key import Key
from claimlab.keys import AnyKey
from claimlab.marking.marks import Criterion, Line, Marks
from claimlab.problems import Problem


def claim_key(key: AnyKey) -> Key:
    """Return *key* if it is one for claims. Raises Problem if it belongs to another kind of work."""
    if not isinstance(key, Key):
        raise Problem(f"There are no hints for {key.assignment}: ask for a check instead.")
    return key


def so_far(marks: Marks) -> tuple[Criterion, ...]:
    """Return the criteria of *marks* with the lines on the learner's own cards, and the open ideas as a number."""
    return tuple(_own_cards(criterion) for criterion in marks.criteria)


def _own_cards(criterion: Criterion) -> Criterion:
    lines = tuple(_own_choice(line) for line in criterion.lines if not _is_gap(line))
    open_ideas = len(criterion.lines) - len(lines)
    what = "idea is" if open_ideas == 1 else "ideas are"
    still = f"{open_ideas} more key {what} still open. You need not find them all: a hint shows you where to look."
    summary = " ".join(filter(None, (criterion.summary, still if open_ideas else "")))
    return replace(criterion, lines=lines, summary=summary)


def _is_gap(line: Line) -> bool:
    """A key idea without a card; where it lies is not told."""
    return not line.card and line.state == "unattempted" and bool(line.article)


def _own_choice(line: Line) -> Line:
    """What has not been chosen yet is not given away, nor what the sources say to whoever is still looking."""
    if line.state == "unattempted" and line.article:
        return replace(line, article="", why="")
    return replace(line, article="") if line.state != "right" and line.article.startswith("The sources") else line
