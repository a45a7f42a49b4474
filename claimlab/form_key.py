"""The key of a check form: what is accurate, why, and how a written answer is judged.

Forms are practice and never graded, so their keys travel with the lessons: a
learner alone gets the whole report. They are read only once a form is finished.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from claimlab import check_forms, places
from claimlab.problems import Problem

SCHEMA = "claimlab/form-key/1"
CONTROL = "general"
LEVELS = ("Beginning", "Emerging", "Mastery")

Topic = Literal["mask", "dart", "bees", "wellness", "general"]
Tone = Literal["sensational", "sober"]


class Truth(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Whether a statement is accurate, why, and the source it rests on; its topic and how loud it is said.

    The topic "general" marks a control item: knowledge that the course does not teach.
    """

    id: str
    accurate: bool
    topic: Topic
    tone: Tone
    why: str
    source: str


class Level(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One level of a written answer, with two answers that reach it."""

    means: str
    samples: tuple[str, str]


class TaskKey(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How a task is judged: levels 0, 1 and 2 in this order."""

    id: str
    levels: tuple[Level, Level, Level]


class FormKey(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The key of one form, in the order of its statements and tasks."""

    schema: str
    form: str
    items: tuple[Truth, ...]
    tasks: tuple[TaskKey, ...]


def load(form: str) -> FormKey:
    """Return the key of check form *form*. Raises Problem if it cannot be read or is for other statements."""
    asked = check_forms.load(form)
    path = places.kit("lessons") / "keys" / "forms" / f"form-{form}.yaml"
    try:
        key = msgspec.yaml.decode(path.read_bytes(), type=FormKey)
    except (OSError, msgspec.DecodeError, msgspec.ValidationError) as error:
        raise Problem(f"The key of check form {form} cannot be read ({error}): mend {path.name}.") from error
    statements = [one.id for one in key.items] == [one.id for one in asked.items]
    tasks = [one.id for one in key.tasks] == [one.id for one in asked.tasks]
    if key.schema != SCHEMA or not (statements and tasks):
        raise Problem(f"The key of check form {form} does not fit the form: give both the same ids in the same order.")
    return key
