"""A number that nbgrader cannot misread, with its reasons attached.

nbgrader looks at nothing but the plain text of a cell's first result. It gives
full marks to True, None, nan, a negative number, a quoted number or silence, so
what reaches it must be one bare decimal between zero and the maximum. The same
object carries the report that people read.
"""

from __future__ import annotations

import math
import os
import sys
from html import escape
from numbers import Real
from typing import TYPE_CHECKING, Any, Self

from claimlab.marking import report

if TYPE_CHECKING:
    from claimlab.answers import Sheet
    from claimlab.keys import AnyKey
    from claimlab.marking.judging import Questions
    from claimlab.marking.marks import Marks
    from claimlab.marking.readers import Reader


class Score(float):
    """Points between 0 and *maximum*, with a report in HTML and in plain text.

    Anything below 0 or above the maximum is brought back into the range and rounded
    to hundredths. ``doubtful`` names what a person should look at ("Claim 3"). Raises
    TypeError for what is no number (True and None among them) and ValueError for
    nan, infinity and a maximum that is not positive.
    """

    html: str
    plain: str
    maximum: float
    title: str
    doubtful: tuple[str, ...]

    @property
    def needs_look(self) -> bool:
        """True when a person should look at it."""
        return bool(self.doubtful)

    def __new__(cls, points: float, maximum: float, html: str = "", plain: str = "") -> Self:
        """Return *points* within [0, maximum]."""
        top = _finite(maximum)
        if top <= 0:
            raise ValueError("A score needs a maximum above zero.")
        score = super().__new__(cls, min(max(round(_finite(points), 2), 0.0), top))
        score.html, score.plain, score.maximum = html, plain, top
        score.title, score.doubtful = "", ()
        return score

    def __repr__(self) -> str:
        return float.__repr__(self)

    def __str__(self) -> str:
        return self.plain or float.__repr__(self)

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:
        return {"text/plain": float.__repr__(self), **({"text/html": self.html} if self.html else {})}


class Refusal:
    """Stands where a score should be when nothing can be marked, because the key is missing or broken.

    An exception in a notebook cell would count as zero points without a word.
    A value above every maximum makes nbgrader stop this submission instead; the
    sentence goes to the page and to the terminal of the person who grades.
    """

    def __init__(self, sentence: str) -> None:
        self.sentence = sentence

    def __repr__(self) -> str:
        return "inf"

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:
        tell_grader(self.sentence)
        return {"text/plain": "inf", "text/html": f"<strong>{escape(self.sentence)}</strong>"}


def scored(
    sheet: Sheet,
    key: AnyKey,
    criterion: str,
    *,
    problem: str = "",
    released: bool = False,
    reader: Reader = "student",
    given: float | None = None,
    marks: Marks | None = None,
) -> Score:
    """Return the score of *criterion* for *sheet*; *problem* is a sentence put on top of its report.

    *marks* are those of this sheet, where they are known already: marking twice takes twice as long.
    *given* are the points that a teacher gave instead; they are told, the score itself stays the computer's.
    Raises KeyError when the assignment has no such criterion.
    """
    from claimlab import marking

    marked = (marks or marking.mark(sheet, key))[criterion]
    doubtful = any(line.state == "needs a look" for line in marked.lines)
    asked = _asked(sheet, key, criterion) if doubtful and reader == "teacher" else None
    page = report.html(marked, sheet, released=released, problem=problem, reader=reader, questions=asked, given=given)
    words = report.plain(marked, sheet, released=released, problem=problem, reader=reader)
    score = Score(marked.points, marked.maximum, page, words)
    names = (report.name(line, sheet) for line in marked.lines if line.state == "needs a look")
    score.doubtful = tuple(dict.fromkeys(names))
    score.title = marked.title
    return score


def _asked(sheet: Sheet, key: AnyKey, criterion: str) -> Questions | None:
    """Return what the teacher has to decide in *criterion*, where its kind of work leaves anything open."""
    from claimlab.key import Key
    from claimlab.marking import judging, judging_own
    from claimlab.source_key import SourceKey

    if isinstance(key, SourceKey):
        return judging_own.questions(sheet, key, criterion)
    return judging.questions(sheet, key) if isinstance(key, Key) else None


def tell_grader(sentence: str) -> None:
    """Write *sentence* to the terminal that started this kernel, past the notebook's own output.

    Written the ordinary way it would become an output of the cell, and any word on
    stderr makes nbgrader give zero points.
    """
    terminal = getattr(sys.stderr, "_original_stdstream_copy", None)
    unwatched = 2  # the kernel left the process's own stderr alone
    os.write(terminal if isinstance(terminal, int) else unwatched, f"claimlab: {sentence}\n".encode())


def _finite(number: object) -> float:
    if isinstance(number, bool) or not isinstance(number, Real):
        raise TypeError(f"A score needs a number, not {type(number).__name__}.")
    value = float(number)
    if not math.isfinite(value):
        raise ValueError("A score needs a finite number.")
    return value
