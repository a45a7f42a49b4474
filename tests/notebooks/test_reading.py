"""What students read stays within their reach: about grade 8 in every notebook and in its practice."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import nbformat
import pytest
import yaml

from claimlab.authoring import reading

ROOT = Path(__file__).resolve().parents[2]
HIGHEST = 8.0
NOTEBOOKS = sorted([*(ROOT / "lessons").glob("*.ipynb"), *(ROOT / "assignments").glob("*/*.ipynb")])
ITEMS = sorted((ROOT / "lessons" / "items").glob("*.yaml"))
SHOWN = frozenset({"ask", "text", "say", "why", "next", "title", "expert", "parallel"})


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_reads_easily(path: Path) -> None:
    cells = nbformat.read(path, as_version=4).cells
    _easy("\n\n".join(reading.prose(cell.source) for cell in cells if cell.cell_type == "markdown"))


@pytest.mark.parametrize("path", ITEMS, ids=lambda path: path.stem)
def test_practice_reads_easily(path: Path) -> None:
    _easy("\n\n".join(_said(yaml.safe_load(path.read_text(encoding="utf-8")))))


def _easy(prose: str) -> None:
    listed = "\n".join(f"{grade:5.1f}  {words}" for grade, words in reading.hardest(prose, 8))
    assert prose.strip()
    assert reading.grade(prose) <= HIGHEST, f"grade {reading.grade(prose):.1f}; the hardest sentences:\n{listed}"


def _said(part: Any, name: str = "") -> Iterator[str]:
    """Every sentence that a learner sees, wherever it stands in the items."""
    if isinstance(part, dict):
        for key, value in part.items():
            yield from _said(value, str(key))
    elif isinstance(part, list):
        for value in part:
            yield from _said(value, "text" if name in {"hints", "options"} else name)
    elif isinstance(part, str) and name in SHOWN:
        yield part
