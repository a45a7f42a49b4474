"""Making the students' version of an assignment, always the same from the same source.

``python -m claimlab.classroom.release a1-claims`` renews the folder under
assignments/; a test makes it anew and compares.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from claimlab.classroom.command import copy_course, nbgrader
from claimlab.problems import Problem


def release(course: Path, assignment: str, into: Path) -> Path:
    """Generate the students' version of *assignment* of *course* inside the folder *into*; return where it lies.

    *into* becomes a course of its own, with its own gradebook; *course* is only read.
    Raises Problem, with nbgrader's last words, if nbgrader refuses.
    """
    copy_course(course, into, assignment)
    said = nbgrader(into, "generate_assignment", assignment)
    if said.returncode:
        last = said.stdout.strip().splitlines()[-1:] or ["no reason given"]
        raise Problem(f"nbgrader could not release {assignment} ({last[0]}): see its output for the cause.")
    return into / "assignments" / assignment


def renew(course: Path, assignment: str) -> Path:
    """Replace the released *assignment* in *course* by a fresh one; return its folder."""
    with tempfile.TemporaryDirectory() as scratch:
        fresh = release(course, assignment, Path(scratch) / "course")
        released = course / "assignments" / assignment
        shutil.rmtree(released, ignore_errors=True)
        shutil.copytree(fresh, released)
    return released


if __name__ == "__main__":
    for name in sys.argv[1:]:
        print(renew(Path.cwd(), name))
