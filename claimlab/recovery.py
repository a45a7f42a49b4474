"""Finding the answers that a notebook carries.

A notebook is often all that is handed in: uploaded to a learning platform, or
mailed. The kit therefore writes a copy of the answer sheet into an output of
the notebook, and this module reads it back.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from claimlab import answers
from claimlab.answers import Sheet
from claimlab.problems import Problem


def carried(notebook: Any) -> Iterator[Any]:
    """Yield every answer sheet document found in the outputs of *notebook* (parsed JSON), readable or not."""
    cells = notebook.get("cells", []) if isinstance(notebook, dict) else []
    for cell in cells if isinstance(cells, list) else []:
        outputs = cell.get("outputs", []) if isinstance(cell, dict) else []
        for output in outputs if isinstance(outputs, list) else []:
            bundle = output.get("data", {}) if isinstance(output, dict) else {}
            if isinstance(bundle, dict) and answers.MIME in bundle:
                yield bundle[answers.MIME]


def copies(notebook: Any) -> list[Sheet]:
    """Return the readable answer sheets in the outputs of *notebook*."""
    found = []
    for raw in carried(notebook):
        try:
            found.append(_read(raw))
        except Problem:
            continue
    return found


def unreadable(notebook: Any) -> list[tuple[str, bytes]]:
    """Return, for every carried sheet that cannot be read, the sentence that says why and its raw JSON."""
    broken = []
    for raw in carried(notebook):
        try:
            _read(raw)
        except Problem as problem:
            broken.append((str(problem), json.dumps(raw, ensure_ascii=False).encode()))
    return broken


def _read(raw: Any) -> Sheet:
    if isinstance(raw, list) and all(isinstance(line, str) for line in raw):
        raw = "".join(raw)
    return answers.read(raw) if isinstance(raw, str) else answers.from_document(raw)


def load_notebook(path: Path) -> Any:
    """Return the notebook at *path* as parsed JSON, or None if it is missing or no JSON."""
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return None


def own_notebook(assignment: str, folder: Path) -> Path | None:
    """Return the notebook this kernel belongs to, as far as its surroundings tell.

    JupyterLab and Notebook 7 name it in JPY_SESSION_NAME, VS Code in a variable;
    elsewhere it is the notebook called after the assignment, or the only one in *folder*.
    """
    notebooks = sorted(folder.glob("*.ipynb"))
    named = [folder / f"{assignment}.ipynb", *(notebooks if len(notebooks) == 1 else [])]
    told = [Path(name) for name in (os.environ.get("JPY_SESSION_NAME"), _vscode_notebook()) if name]
    return next((path for path in (*told, *named) if path.suffix == ".ipynb" and path.is_file()), None)


def handed_in(assignment: str, folder: Path) -> Path | None:
    """Return the notebook as it was handed in, if *folder* is one of nbgrader's autograded folders.

    nbgrader clears the outputs before it grades, and with them the answers that a
    notebook carries; the submitted folder still has them.
    """
    if len(folder.parents) < 3:
        return None
    path = folder.parents[2] / "submitted" / folder.parent.name / folder.name / f"{assignment}.ipynb"
    return path if path.is_file() else None


def _vscode_notebook() -> str | None:
    try:
        from IPython import get_ipython
    except ImportError:  # no notebook without IPython
        return None
    shell = get_ipython()  # type: ignore[no-untyped-call,unused-ignore]
    name = shell.user_ns.get("__vsc_ipynb_file__") if shell is not None else None
    return str(name) if name else None
