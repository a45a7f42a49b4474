"""What a finished form tells its owner, in plain words.

Two counts stand side by side, true ones trusted and false ones caught, because
each of them alone is easy to get: by believing everything, or by doubting it.
"""

from __future__ import annotations

from dataclasses import dataclass

from claimlab.check_forms import CheckForm, Taken
from claimlab.form_key import FormKey, Truth
from claimlab.marking import discernment
from claimlab.marking.calibration import Band
from claimlab.marking.discernment import Discernment

CLOSE = 0.05  # of being sure and being right, a gap that says nothing
SURE = 80


@dataclass(frozen=True)
class Insight:
    """A finished form measured: how many statements there were of each sort, looked up, left open, and the measures."""

    accurate: int
    inaccurate: int
    unsure: int
    open: int
    measures: Discernment


def judgements(key: FormKey, taken: Taken) -> list[tuple[float, bool]]:
    """Return every number that was given, 0 to 1, with whether the statement is accurate."""
    said = ((taken.answers.get(item.id), item) for item in key.items)
    return [(one.value / 100, item.accurate) for one, item in said if one is not None and one.value is not None]


def look(key: FormKey, taken: Taken) -> Insight:
    """Return *taken* measured by *key*."""
    given = [taken.answers.get(item.id) for item in key.items]
    return Insight(
        accurate=sum(item.accurate for item in key.items),
        inaccurate=sum(not item.accurate for item in key.items),
        unsure=sum(one is not None and one.unsure for one in given),
        open=sum(one is None or not one.given for one in given),
        measures=discernment.measure(judgements(key, taken)),
    )


def counts(insight: Insight) -> tuple[str, str, str]:
    """Return the three lines at the top: true ones trusted, false ones caught, and the lean."""
    found = insight.measures
    return (
        f"True ones you trusted: {found.trusted} of {insight.accurate}.",
        f"False ones you caught: {found.caught} of {insight.inaccurate}.",
        f"Lean: {lean(found.lean)}.",
    )


def lean(by: int) -> str:
    """Return a lean in words: "cautious by 1", "trusting by 2" or "even"."""
    return f"cautious by {by}" if by > 0 else f"trusting by {-by}" if by < 0 else "even"


def explained(insight: Insight) -> tuple[str, ...]:
    """Return what lies behind the counts, one sentence or two a line."""
    found = insight.measures
    lines = [f"You doubted {_some(found.doubted, 'true one')} and believed {_some(found.believed, 'false one')}."]
    lines += [f"In the middle, at 50: {found.middle}. They lean neither way."] if found.middle else []
    lines += (
        [f"You would look up: {insight.unsure}. A fair answer, and it counts neither way."] if insight.unsure else []
    )
    lines += [f"Left open: {insight.open}. They count neither way."] if insight.open else []
    if not found.enough:
        return (*lines, "You gave too few numbers for more than this. Nothing is wrong with that.")
    return (*lines, _telling_apart(found.auc), _sureness(found))


def strip(insight: Insight) -> tuple[str, ...]:
    """Return the calibration strip in words, one line a band that has answers: said against came true."""
    return tuple(band_line(band) for band in insight.measures.bands if band.count)


def band_line(band: Band) -> str:
    """Return one band in words."""
    true = round(band.so * band.count)
    said = f"{_some(band.count, 'statement')}, {100 * band.said:.0f} on average"
    came = f"{true} of {band.count} {'was' if true == 1 else 'were'} accurate"
    return f"Where you said {band.low} to {band.high}: {said}. {came}."


def by_tone(key: FormKey, taken: Taken) -> str:
    """Return how loud and plain statements fared: how a thing is said tells little about whether it is so."""
    right = {
        tone: [_leans_right(item, taken) for item in key.items if item.tone == tone]
        for tone in ("sensational", "sober")
    }
    loud, plain = right["sensational"], right["sober"]
    return (
        f"You leaned the right way on {sum(loud)} of {len(loud)} loud statements and on {sum(plain)} of {len(plain)} "
        "plain ones. "
        "Half of each sort is accurate: how loud a thing is said does not tell you if it is so."
    )


def surprises(form: CheckForm, key: FormKey, taken: Taken) -> tuple[str, ...]:
    """Return the statements that the learner was at least 80 % sure of and wrong about, each with what is so."""
    said = {item.id: item.say for item in form.items}
    truth = {True: "This one is accurate.", False: "This one is not accurate."}
    return tuple(f"{said[item.id]} {truth[item.accurate]}" for item in key.items if _sure_and_wrong(item, taken))


def written(key: FormKey, taken: Taken) -> str:
    """Return the learner's own levels for the written tasks added up, or "" if none was chosen."""
    if not taken.levels:
        return ""
    return f"Written tasks, as you judged them: {sum(taken.levels.values())} of {2 * len(taken.levels)}."


def _leans_right(item: Truth, taken: Taken) -> bool:
    one = taken.answers.get(item.id)
    return one is not None and one.value is not None and (one.value > 50 if item.accurate else one.value < 50)


def _sure_and_wrong(item: Truth, taken: Taken) -> bool:
    one = taken.answers.get(item.id)
    if one is None or one.value is None:
        return False
    return one.value <= 100 - SURE if item.accurate else one.value >= SURE


def _telling_apart(auc: float) -> str:
    return (
        "Take any true one and any false one. "
        f"In {round(10 * auc)} of 10 such pairs you gave the true one the higher number; 5 would be guessing."
    )


def _sureness(found: Discernment) -> str:
    if abs(found.overconfidence) < CLOSE:
        return "You were about as sure of your side as you were right."
    side = "surer than right" if found.overconfidence > 0 else "right more often than sure"
    return f"On average you were {100 * found.sure:.0f} in 100 sure, and right {100 * found.right:.0f} in 100: {side}."


def _some(number: int, what: str) -> str:
    return f"{number or 'no'} {what}{'' if number == 1 else 's'}"
