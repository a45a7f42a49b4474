"""Check forms: short tests before, after and long after the course, for the learner's own insight.

This is the student side: statements and tasks as they are asked, and what a
learner made of them. What is accurate is in the form's key. A form is never
graded, and nothing about an answer is told before the whole form is finished.
"""

from __future__ import annotations

from typing import Any

import msgspec

from claimlab import places
from claimlab.problems import Problem

NAMES = ("a", "b", "c")
LONGEST = 4000


class Statement(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One statement; the answer is how likely it is to be accurate as it stands, 0 to 100."""

    id: str
    say: str


class Task(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A question to answer in one's own words about a short invented text."""

    id: str
    ask: str
    text: str


class CheckForm(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A form as the learner sees it, statements and tasks in the order of asking."""

    form: str
    title: str
    items: tuple[Statement, ...]
    tasks: tuple[Task, ...]


class Answer(msgspec.Struct, frozen=True, omit_defaults=True):
    """How likely a statement is, 0 to 100, or that the learner would look it up; neither is an open answer."""

    value: int | None = None
    unsure: bool = False

    @property
    def given(self) -> bool:
        """True if the learner said anything."""
        return self.unsure or self.value is not None


class Taken(msgspec.Struct, frozen=True):
    """What a learner made of a form.

    ``answers`` by statement, ``words`` and ``levels`` (0, 1 or 2, judged by the learner afterwards) by task;
    ``finished`` is the time of handing in (ISO 8601, UTC) or "". From then on answers and words stay as they are.
    """

    answers: dict[str, Answer] = msgspec.field(default_factory=dict)
    words: dict[str, str] = msgspec.field(default_factory=dict)
    levels: dict[str, int] = msgspec.field(default_factory=dict)
    finished: str = ""


def place(form: str) -> str:
    """Return the name under which a form is kept among the responses of an answer sheet."""
    return f"form-{form}"


def load(form: str) -> CheckForm:
    """Return the check form called *form* ("a", "b" or "c"). Raises Problem if there is none or it cannot be read."""
    if form not in NAMES:
        raise Problem(f"There is no check form {form!r}: choose one of {', '.join(NAMES)}.")
    path = places.kit("datasets") / "forms" / f"form-{form}.yaml"
    try:
        return msgspec.yaml.decode(path.read_bytes(), type=CheckForm)
    except (OSError, msgspec.DecodeError, msgspec.ValidationError) as error:
        raise Problem(f"Check form {form} cannot be read ({error}): mend {path.name}.") from error


def read(form: CheckForm, found: object) -> Taken:
    """Return *found*, something read from an answer sheet, as work on *form*; what is none counts as open."""
    kept = found if isinstance(found, dict) else {}
    answers = {item.id: answer(_under(kept, "answers").get(item.id)) for item in form.items}
    words = {task.id: _under(kept, "words").get(task.id) for task in form.tasks}
    levels = {task.id: _under(kept, "levels").get(task.id) for task in form.tasks}
    return Taken(
        {name: one for name, one in answers.items() if one.given},
        {name: said[:LONGEST] for name, said in words.items() if isinstance(said, str) and said},
        {name: level for name, level in levels.items() if type(level) is int and 0 <= level <= 2},
        kept["finished"][:40] if isinstance(kept.get("finished"), str) else "",
    )


def answer(found: object) -> Answer:
    """Return *found* as an answer to a statement; an open one if it is none."""
    kept = found if isinstance(found, dict) else {}
    value = kept.get("value")
    if kept.get("unsure") is True:
        return Answer(unsure=True)
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 100:
        return Answer()
    return Answer(round(value))


def document(taken: Taken, before: object = None) -> dict[str, Any]:
    """Return *taken* as plain JSON values; whatever *before* held that is no work on this form stays in it."""
    plain: dict[str, Any] = msgspec.to_builtins(taken)
    old = before if isinstance(before, dict) else {} if before is None else {"unreadable": before}
    known = {field for field in plain if isinstance(plain[field], dict)}
    strange = {field: old[field] for field in known & old.keys() if not isinstance(old[field], dict)}
    return {**old, **plain, **({"unreadable": strange} if strange else {})}


def _under(kept: dict[str, Any], field: str) -> dict[str, Any]:
    inside = kept.get(field)
    return inside if isinstance(inside, dict) else {}
