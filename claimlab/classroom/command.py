"""Calling nbgrader as a teacher does: its real command line, in the folder of a course."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from claimlab import places

CONFIG = "nbgrader_config.py"


def nbgrader(course: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run ``nbgrader <words>`` in the folder *course* and return what it said (stdout and stderr together)."""
    # nbgrader calls alembic as a program, so the environment's own programs come first.
    programs = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    modules = os.pathsep.join(filter(None, [str(places.PACKAGE.parent), os.environ.get("PYTHONPATH")]))
    environment = {**os.environ, "PATH": programs, "PYTHONPATH": modules}
    environment.pop("NBGRADER_EXECUTION", None)
    return subprocess.run(
        [sys.executable, "-m", "nbgrader", *words],
        cwd=course,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )


def copy_course(course: Path, into: Path, *assignments: str) -> Path:
    """Copy the configuration and the sources of *assignments* from *course* into the folder *into*; return it."""
    into.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(course / CONFIG, into / CONFIG)
    for assignment in assignments:
        ignore = shutil.ignore_patterns(".ipynb_checkpoints", "*.answers.*")
        shutil.copytree(course / "solutions" / assignment, into / "solutions" / assignment, ignore=ignore)
    return into
