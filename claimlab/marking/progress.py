"""How far a learner has come, seen in their own answer sheets and measured against nobody else.

The first answer to a question of how likely something is counts, since the truth is told
right after it; so sureness and being right can be followed from lesson to lesson.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from claimlab import check_forms, form_key, plan, practice
from claimlab.answers import Sheet
from claimlab.marking import self_insight
from claimlab.marking.calibration import Answer
from claimlab.marking.self_insight import Insight
from claimlab.problems import Problem

FIRST = "mark_claims"


@dataclass(frozen=True)
class Step:
    """One lesson: questions answered of all, tries and hints altogether, what was made, and the judgements of it.

    ``made`` counts what the lesson's own ``step`` (as in its plan) is for: cards, sources, verdicts, indicators.
    ``judgements`` are numbers said before the truth was told (0 to 1), with whether the thing was so.
    """

    lesson: str
    title: str
    answered: int
    questions: int
    tries: int
    hints: int
    made: int
    step: str
    judgements: tuple[Answer, ...]

    @property
    def done(self) -> bool:
        """True once every question of the lesson has an answer."""
        return 0 < self.questions <= self.answered


@dataclass(frozen=True)
class Sat:
    """One finished check form: its name, its title, the day it was finished (ISO 8601) and what it says."""

    form: str
    title: str
    day: str
    insight: Insight
    judgements: tuple[Answer, ...]


def steps(sheets: Mapping[str, Sheet]) -> tuple[Step, ...]:
    """Return one step a lesson of which there is a sheet, in the order of the lessons."""
    return tuple(_step(name, sheets[name]) for name in sorted(sheets) if name.startswith("lesson-"))


def forms(sheets: Mapping[str, Sheet]) -> tuple[Sat, ...]:
    """Return every finished check form in *sheets*, in the order of their days."""
    found = [_sat(form, sheet) for form in check_forms.NAMES for _, sheet in sorted(sheets.items())]
    return tuple(sorted((one for one in found if one is not None), key=lambda one: (one.day, one.form)))


def _step(lesson: str, sheet: Sheet) -> Step:
    items = [item for section in _sections(lesson).values() for item in section.items]
    done = [(item, practice.response(item, sheet.responses.get(item.id))) for item in items]
    judged = (_judgement(item, response) for item, response in done if response.tries)
    found = plan.plans().get(lesson)
    step = found.step if found else FIRST
    return Step(
        lesson=lesson,
        title=found.title if found else lesson,
        answered=sum(response.tries > 0 and not item.again for item, response in done),
        questions=sum(not item.again for item in items),
        tries=sum(response.tries for _, response in done),
        hints=sum(response.hints for _, response in done),
        made=_made(sheet, step),
        step=step,
        judgements=tuple(one for one in judged if one is not None),
    )


def _made(sheet: Sheet, step: str) -> int:
    if step == "judge":
        return sum(claim.verdict is not None for claim in sheet.claims)
    if step == "find_sources":
        return sum(len(claim.evidence) for claim in sheet.claims)
    return len(sheet.indicators) if step == "score_article" else len(sheet.claims)


def _sections(lesson: str) -> dict[str, practice.Section]:
    """A lesson that this edition of the kit does not have still has its sheet."""
    try:
        return practice.sections(lesson)
    except Problem:
        return {}


def _judgement(item: practice.Item, response: practice.Response) -> Answer | None:
    first = check_forms.answer(response.first if response.first is not None else response.answer)
    if item.form != "probability" or item.accurate is None or first.value is None:
        return None
    return first.value / 100, item.accurate


def _sat(form: str, sheet: Sheet) -> Sat | None:
    found = sheet.responses.get(check_forms.place(form))
    if found is None:
        return None
    asked = check_forms.load(form)
    taken = check_forms.read(asked, found)
    if not taken.finished:
        return None
    key = form_key.load(form)
    said = tuple(self_insight.judgements(key, taken))
    return Sat(form, asked.title, taken.finished[:10], self_insight.look(key, taken), said)
