"""Check forms of a class: collected answer sheets in, means of the class out, nobody named.

    python -m claimlab.classroom.forms FOLDER

FOLDER holds one folder a student with the answer sheets of the lessons somewhere in it. What was
taken on the start page is "before", in lesson 08 "after", in lesson 09 "some weeks later"; which of
the forms A and B came first may differ from student to student.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from claimlab import answers, check_forms, form_key
from claimlab.answers import Sheet
from claimlab.marking import class_insight
from claimlab.marking.class_insight import Sitting
from claimlab.problems import Problem

TIMES = {"lesson-00": "Before", "lesson-08": "After", "lesson-09": "Some weeks later"}


def report(folder: Path) -> tuple[str, ...]:
    """Return the class report on the sheets below *folder*, one sentence or two a line, with no names in it.

    Raises Problem if there is no finished form.
    """
    taken, unreadable = _collect(folder)
    if not any(taken.values()):
        raise Problem(f"There is no finished check form in {folder}: name the folder that holds one folder a student.")
    told: list[str] = []
    for lesson, sittings in taken.items():
        if sittings:
            told += [f"{TIMES[lesson]}:", *class_insight.lines(list(sittings.values()))]
    told += ["Before and after:", *class_insight.compared(taken["lesson-00"], taken["lesson-08"])]
    told += [f"Answer sheets that could not be read: {unreadable}."] if unreadable else []
    return (*told, class_insight.warning(max(len(sittings) for sittings in taken.values())))


def _collect(folder: Path) -> tuple[dict[str, dict[str, Sitting]], int]:
    """Every finished form by lesson and student, and how many sheets could not be read."""
    taken: dict[str, dict[str, Sitting]] = {lesson: {} for lesson in TIMES}
    unreadable = 0
    for lesson, sittings in taken.items():
        for path in sorted(folder.rglob(f"{lesson}.answers.json")):
            try:
                sheet = answers.read(path.read_bytes())
            except (Problem, OSError):
                unreadable += 1
                continue
            for found in _finished(sheet):
                sittings[path.relative_to(folder).parts[0]] = found
    return taken, unreadable


def _finished(sheet: Sheet) -> Iterator[Sitting]:
    for form in check_forms.NAMES:
        taken = check_forms.read(check_forms.load(form), sheet.responses.get(check_forms.place(form)))
        if taken.finished:
            yield class_insight.sitting(form_key.load(form), taken)


def main() -> int:
    """Print the report on the folder named on the command line and return the exit status."""
    if len(sys.argv) != 2:
        print("Name one folder: python -m claimlab.classroom.forms FOLDER", file=sys.stderr)
        return 2
    try:
        print(*report(Path(sys.argv[1])), sep="\n")
    except Problem as problem:
        print(problem, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
