"""The first step of grading: find the answers before they are erased.

nbgrader clears every output before it grades, and with it the answers that a
notebook carries. This step runs ahead of that, compares the notebook with the
answer sheet handed in beside it, and leaves the newer one in the autograded
folder. What was handed in is never touched.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from nbgrader.preprocessors import NbGraderPreprocessor

from claimlab import answers, plan, recovery
from claimlab.answers import Sheet
from claimlab.lab import blank
from claimlab.safekeeping import Keeper, backup_of

NOTICES = "claimlab"
NOTHING = (
    "No answers were found in what was handed in. If there are some, save the notebook in which they were made "
    "(File, Save Notebook) and hand in that one."
)


class RecoverAnswers(NbGraderPreprocessor):
    """Put it first in ``Autograde.sanitize_preprocessors``, before ClearOutput.

    Writes ``<assignment>.answers.json`` into the autograded folder, keeps beside
    it whatever could not be used, and notes each oddity in one sentence in the
    metadata of the notebook, from where the marks pick it up.
    """

    def preprocess(self, nb: Any, resources: Any) -> tuple[Any, Any]:
        """Recover the answers of one submission; other assignments pass untouched."""
        names = resources["nbgrader"]
        for entry in (NOTICES, "widgets"):  # written by hand they could mislead the marks or break the page
            nb.metadata.pop(entry, None)
        if names["assignment"] not in plan.plans():
            return nb, resources
        course = self.parent.parent.coursedir
        submitted, graded = (
            Path(course.format_path(step, names["student"], names["assignment"]))
            for step in (course.submitted_directory, course.autograded_directory)
        )
        notebook = recovery.load_notebook(submitted / f"{names['notebook']}.ipynb")
        notices = recover(names["assignment"], notebook, submitted, graded)
        for notice in notices:
            self.log.warning("%s, %s: %s", names["student"], names["assignment"], notice)
        nb.metadata[NOTICES] = {"notices": notices}
        return nb, resources


def recover(assignment: str, notebook: Any, submitted: Path, graded: Path) -> list[str]:
    """Write the newest answers found in *notebook* (parsed JSON) and *submitted* into the folder *graded*.

    Returns sentences about anything unusual; none if all is well.
    """
    graded.mkdir(parents=True, exist_ok=True)
    keeper = Keeper(graded, blank(assignment))
    for path in (keeper.path, backup_of(keeper.path)):
        _copy(submitted / path.name, path)
    for problem, raw in recovery.unreadable(notebook):
        keeper.put_unreadable_aside(raw, problem)
    sheet = keeper.open(recovery.copies(notebook))
    if sheet.empty:
        return [*keeper.notices, NOTHING]
    keeper.path.unlink(missing_ok=True)
    keeper.path.write_bytes(answers.write(sheet))
    return [*keeper.notices, *_oddities(sheet, blank(assignment))]


def _oddities(sheet: Sheet, blank_sheet: Sheet) -> list[str]:
    found = []
    if sheet.article_sha256 != blank_sheet.article_sha256:
        found.append(
            "These answers were made on another edition of the article, so some marked passages may not be found in it."
        )
    if sheet.damaged:
        count = len(sheet.damaged)
        found.append(f"{count} claim card{'' if count == 1 else 's'} could not be read; nothing was thrown away.")
    return found


def _copy(handed_in: Path, graded: Path) -> None:
    graded.unlink(missing_ok=True)
    if handed_in.is_file():
        shutil.copyfile(handed_in, graded)
