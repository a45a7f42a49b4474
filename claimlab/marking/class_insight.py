"""What check forms say about a class: did it learn to tell true from false, or only to doubt?

Means over a class are steady where one student's numbers are not. Whoever doubts more catches more
false statements without reading any better, so the report names that case in so many words.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean, stdev

from claimlab.check_forms import Taken
from claimlab.form_key import CONTROL, FormKey
from claimlab.marking import discernment, self_insight
from claimlab.marking.self_insight import Insight

FEWEST = 5
MOST_DOUBT = 0.10  # by which c may rise before it counts as more doubt
CYNICISM = (
    "The kit has taught cynicism: the class doubts more and tells true from false no better. "
    "Go back to the lessons in which checking a claim raised trust in it."
)
NEVER_GRADES = "These figures are for looking at a class, never for grades."


@dataclass(frozen=True)
class Sitting:
    """One student's finished form: its measures, and the share right (0-1, None without a number) by sort of item.

    ``levels`` are the student's own judgements of the written tasks, 0 to 2.
    """

    insight: Insight
    controls_right: float | None
    taught_right: float | None
    levels: tuple[int, ...] = ()


@dataclass(frozen=True)
class Change:
    """The mean change of one measure over the students who took both forms, and its standard error."""

    mean: float
    error: float

    @property
    def rises(self) -> bool:
        """True if the rise is larger than its standard error."""
        return self.mean > self.error


def sitting(key: FormKey, taken: Taken) -> Sitting:
    """Return a finished form as one student's part of a class."""
    return Sitting(
        self_insight.look(key, taken),
        _right(key, taken, control=True),
        _right(key, taken, control=False),
        tuple(taken.levels[name] for name in sorted(taken.levels)),
    )


def lines(sittings: Sequence[Sitting]) -> tuple[str, ...]:
    """Return what one form says about a class, a line a measure; one sentence where there are too few to speak of."""
    usable = [one for one in sittings if one.insight.measures.enough]
    if len(usable) < FEWEST:
        return (f"Finished forms with enough numbers: {len(usable)}. Means of a class need at least {FEWEST}.",)
    found = [one.insight.measures for one in usable]
    controls = [one.controls_right for one in usable if one.controls_right is not None]
    taught = [one.taught_right for one in usable if one.taught_right is not None]
    levels = [level for one in usable for level in one.levels]
    told = [
        f"{len(usable)} finished forms.",
        f"True ones trusted: {_share(one.trusted / one.accurate for one in found)}. "
        f"False ones caught: {_share(one.caught / one.inaccurate for one in found)}.",
        f"Telling apart: d' {fmean(one.d_prime for one in found):.2f}, AUC {fmean(one.auc for one in found):.2f} "
        "(0 and 0.50 are guessing).",
        f"Lean: c {fmean(one.criterion for one in found):+.2f} (above 0 doubting, below 0 believing).",
        f"Calibration: Brier {fmean(one.brier for one in found):.2f} (always 50 gives 0.25), "
        f"surer than right by {100 * fmean(one.overconfidence for one in found):+.0f} in 100.",
    ]
    if controls:
        told.append(f"Right on the course's subjects: {_share(taught)}. On the four control items: {_share(controls)}.")
    if levels:
        told.append(f"Written tasks, as the students judged them: {fmean(levels):.1f} of 2 on average.")
    return tuple(told)


def change(pairs: Sequence[tuple[Sitting, Sitting]], measured: str) -> Change:
    """Return the mean change of the measure called *measured* from the first to the second of each pair."""
    changes = [_of(after, measured) - _of(before, measured) for before, after in pairs]
    return Change(fmean(changes), stdev(changes) / math.sqrt(len(changes)))


def compared(before: Mapping[str, Sitting], after: Mapping[str, Sitting]) -> tuple[str, ...]:
    """Return how a class changed, student by student, and whether the kit did what it is for.

    The rule was set before there were any results: d' or AUC rises; c does not rise by more than 0.10; trust in
    accurate statements does not fall. Only students who took both forms count.
    """
    both = [(before[name], after[name]) for name in sorted(before.keys() & after.keys())]
    pairs = [pair for pair in both if all(one.insight.measures.enough for one in pair)]
    if len(pairs) < FEWEST:
        return (f"Students who took both forms: {len(pairs)}. A comparison needs at least {FEWEST}.",)
    apart, area = change(pairs, "d_prime"), change(pairs, "auc")
    lean, trust = change(pairs, "criterion"), change(pairs, "trust")
    figures = (
        f"{len(pairs)} students took both forms. Change of d' {_signed(apart)}, AUC {_signed(area)}, "
        f"c {_signed(lean)}, true ones trusted {_signed(trust)} (standard errors in brackets)."
    )
    return (figures, _verdict(apart, area, lean, trust))


def warning(students: int) -> str:
    """Return how exact d' is for one student and for a class of that size, with ten statements of each sort.

    At 8 of 10 trusted and 2 of 10 believed, where d' is 1.68; see discernment.standard_error.
    """
    error = discernment.standard_error(0.8, 0.2, 10, 10)
    return (
        f"With 10 true and 10 false statements, d' of one student has a standard error of about {error:.2f} "
        f"(d' itself may be 1.7), which says next to nothing about that student. For {students} students together it "
        f"is about {error / math.sqrt(max(1, students)):.2f}. {NEVER_GRADES}"
    )


def _verdict(apart: Change, area: Change, lean: Change, trust: Change) -> str:
    better = apart.rises or area.rises
    if lean.mean > MOST_DOUBT and not better:
        return CYNICISM
    if better and lean.mean <= MOST_DOUBT and trust.mean >= 0:
        return "The class tells true from false better, and it has not paid for it with doubt."
    if better:
        return "The class tells true from false better, but it also trusts less: talk about what deserves trust."
    return "No change that is larger than chance."


def _of(one: Sitting, measured: str) -> float:
    found = one.insight.measures
    return found.trusted / found.accurate if measured == "trust" else float(getattr(found, measured))


def _right(key: FormKey, taken: Taken, *, control: bool) -> float | None:
    names = {item.id for item in key.items if (item.topic == CONTROL) is control}
    part = FormKey(key.schema, key.form, tuple(item for item in key.items if item.id in names), ())
    said = self_insight.judgements(part, taken)
    return discernment.measure(said).right if said else None


def _share(shares: Iterable[float]) -> str:
    return f"{100 * fmean(shares):.0f} in 100"


def _signed(found: Change) -> str:
    return f"{found.mean:+.2f} ({found.error:.2f})"
