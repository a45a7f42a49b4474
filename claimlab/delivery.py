"""Bringing lessons and assignments into a learner's workspace.

The originals stay pristine and what a learner changed is never touched. A small
list of what was delivered tells a file that the learner changed from one that
only the kit did.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path
from typing import NamedTuple

from claimlab import places
from claimlab.problems import Problem

FOLDERS = ("lessons", "assignments")
DELIVERED = Path(".claimlab") / "delivered.json"
# The package reads practice keys, items and texts where they are; a learner's folder holds what is opened.
KEPT_BACK = ("keys", "items", "texts", "*.yaml", "__pycache__", ".*", "*.answers.json*")


class Edition(NamedTuple):
    """Fingerprints of a file: of every byte, and of what a learner can change in it."""

    all: str
    words: str


def deliver(workspace: Path) -> list[str]:
    """Copy the kit's lessons and assignments into *workspace* and return sentences for the learner.

    A file the learner has not changed is renewed; a changed one stays, and a newer
    edition is put into a folder called ``newer``. Raises Problem when *workspace*
    cannot be written to or is the kit's own folder.
    """
    if any(_same(workspace / folder, places.kit(folder)) for folder in FOLDERS):
        raise Problem("That is the kit's own folder: choose another one to work in, such as workspace.")
    try:
        workspace.mkdir(parents=True, exist_ok=True)
        delivered = _read_list(workspace / DELIVERED)
        sentences = [_deliver_one(workspace, name, original, delivered) for name, original in _originals()]
        _write_list(workspace / DELIVERED, delivered)
    except OSError as error:
        reason = error.strerror or str(error)
        raise Problem(f"The folder {workspace} cannot be used ({reason}): choose another one.") from error
    return [sentence for sentence in sentences if sentence]


def _deliver_one(workspace: Path, name: str, original: Path, delivered: dict[str, Edition]) -> str:
    """Bring one file up to date, note it in *delivered*, and return what to tell the learner, if anything."""
    target = workspace / name
    newest, present = _edition(original), _edition(target) if target.is_file() else None
    before, delivered[name] = delivered.get(name), newest
    if present is None or (newest != before and before is not None and present.words == before.words):
        _copy(original, target)
    elif newest != before and present != newest:
        aside = _free(workspace, name)
        _copy(original, aside)
        return f"{name} has a newer edition; yours is unchanged, and the newer one is {aside.relative_to(workspace)}."
    return ""


def _originals() -> Iterator[tuple[str, Path]]:
    for folder in FOLDERS:
        root = places.kit(folder)
        for path in sorted(root.rglob("*")):
            parts = path.relative_to(root).parts
            if path.is_file() and not any(fnmatch(part, kept) for part in parts for kept in KEPT_BACK):
                yield "/".join((folder, *parts)), path


def _free(workspace: Path, name: str) -> Path:
    """Return where to put a newer edition: nothing the learner may have worked on is overwritten there either."""
    folders = ["newer", *(f"newer-{number}" for number in range(2, 1000))]
    return next(path for folder in folders if not (path := workspace / folder / name).exists())


def _copy(original: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    partial = target.with_name(f".{target.name}.partial")
    shutil.copyfile(original, partial)
    os.replace(partial, target)


def _edition(path: Path) -> Edition:
    raw = path.read_bytes()
    return Edition(_sha256(raw), _sha256(_words(raw) if path.suffix == ".ipynb" else raw))


def _words(raw: bytes) -> bytes:
    """What a learner can change in a notebook: JupyterLab writes into its metadata when it is merely opened."""
    try:
        cells = [(cell["cell_type"], "".join(cell["source"]), cell.get("outputs")) for cell in json.loads(raw)["cells"]]
    except (ValueError, KeyError, TypeError):
        return raw
    return json.dumps(cells).encode()


def _sha256(raw: bytes) -> str:
    return hashlib.sha256(raw).hexdigest()


def _same(one: Path, other: Path) -> bool:
    return one.exists() and other.exists() and one.samefile(other)


def _read_list(path: Path) -> dict[str, Edition]:
    """Without a readable list nothing counts as delivered, so nothing that differs is renewed."""
    try:
        names = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    pairs = names.items() if isinstance(names, dict) else ()
    return {name: Edition(*pair) for name, pair in pairs if isinstance(pair, list) and len(pair) == 2}


def _write_list(path: Path, delivered: dict[str, Edition]) -> None:
    path.parent.mkdir(exist_ok=True)
    partial = path.with_suffix(".partial")
    partial.write_text(json.dumps(delivered, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    os.replace(partial, path)
