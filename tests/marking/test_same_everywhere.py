"""The same sheet gets the same marks in every run of the program, whatever order its sets are in."""

from __future__ import annotations

import os
import subprocess
import sys

MARKED = """
from claimlab.marking import mark
from tests.marking.sheets import COARSE, FLUENT, LEARNER, REVERSED, SWAPPED, key, sheet
for rows in (FLUENT, COARSE, LEARNER, REVERSED, SWAPPED):
    print(mark(sheet(rows), key()))
"""


def test_marks_do_not_depend_on_the_order_of_sets() -> None:
    printed = {
        subprocess.run(
            [sys.executable, "-c", MARKED],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(printed) == 1
    assert len(printed.pop()) > 1000
