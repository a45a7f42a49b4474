"""Where the kit's own folders are, installed or in a clone.

In a clone datasets/, lessons/, assignments/ and solutions/ lie beside the
package; in an installed kit the first three lie inside it. Keys in solutions/
are never installed.
"""

from __future__ import annotations

import os
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent
KEYS_VARIABLE = "CLAIMLAB_SOLUTIONS"


def kit(folder: str) -> Path:
    """Return the kit's *folder* ("datasets", "lessons", "assignments"), wherever it was installed."""
    inside = PACKAGE / folder
    return inside if inside.is_dir() else PACKAGE.parent / folder


def dataset(case: str) -> Path:
    """Return the folder of a case: a path that exists, a dataset, or a practice text of the lessons."""
    for folder in (kit("datasets") / case, kit("lessons") / "texts" / case):
        if folder.is_dir():
            return folder
    return Path(case)


def key_file(assignment: str, start: Path | None = None) -> Path | None:
    """Return the key of *assignment*, or None where the learner has none.

    Practice keys come with the lessons. The key of a graded assignment is looked
    for in the folder named by the environment variable CLAIMLAB_SOLUTIONS and, if
    *start* is given, in a ``solutions`` folder above it; never in *start* itself,
    because what lies there may have been handed in by a student.
    """
    folders = [Path(os.environ[KEYS_VARIABLE])] if os.environ.get(KEYS_VARIABLE) else []
    if start is not None:
        folders += [parent / "solutions" for parent in start.resolve().parents]
    candidates = [folder / assignment / "key.yaml" for folder in folders]
    return practice_key(assignment) or next((path for path in candidates if path.is_file()), None)


def practice_key(lesson: str) -> Path | None:
    """Return the key that comes with a lesson, or None if it has none; nobody is graded by it."""
    path = kit("lessons") / "keys" / f"{lesson}.yaml"
    return path if path.is_file() else None
