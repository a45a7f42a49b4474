"""Reading a notebook cell without running it.

A cell of an assignment holds one short call such as ``lab.score("coverage")``.
Its syntax tree says which step it names; what is anything else, whoever wrote
it, stays text.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable
from typing import Any, NamedTuple

import nbformat.v4

LONGEST = 2_000
STEPS = frozenset(
    "mark_claims find_sources judge score_article type_claims type_sources type_verdicts type_scores "
    "write check compare picture".split()
)
SCORE = "score"
_MAKE: Any = nbformat.v4  # comes without types
REGIONS = ("HIDDEN TESTS", "MARK SCHEME")


class Call(NamedTuple):
    """A step named in a cell, with its literal arguments."""

    step: str
    arguments: tuple[Any, ...] = ()
    options: tuple[tuple[str, Any], ...] = ()

    @property
    def criterion(self) -> str | None:
        """The criterion that a score cell asks for, or None for any other call."""
        named = self.step == SCORE and len(self.arguments) == 1 and not self.options
        return self.arguments[0] if named and isinstance(self.arguments[0], str) else None


def call(source: str) -> Call | None:
    """Return the call ``lab.<step>(<literals>)`` that *source* consists of, or None if it is anything else."""
    if len(source) > LONGEST:
        return None
    try:
        tree = ast.parse(source.strip())
        return _call(tree)
    except (SyntaxError, ValueError, TypeError, RecursionError, MemoryError):
        return None


def _call(tree: ast.Module) -> Call | None:
    match tree.body:
        case [ast.Expr(ast.Call(ast.Attribute(ast.Name("lab"), step), arguments, keywords))]:
            options = tuple((word.arg, ast.literal_eval(word.value)) for word in keywords if word.arg)
            if len(options) != len(keywords):
                return None
            return Call(step, tuple(ast.literal_eval(argument) for argument in arguments), options)
    return None


def graded_code(cells: Iterable[Any]) -> list[Any]:
    """Return the code cells of a notebook that nbgrader marks by their output (graded, not written by hand)."""
    return [cell for cell in cells if cell.cell_type == "code" and _role(cell, "grade") and not _role(cell, "solution")]


def grade_id(cell: Any) -> str:
    """Return nbgrader's name of *cell*, or "" if it has none."""
    role = cell.metadata.get("nbgrader")
    return str(role.get("grade_id", "")) if isinstance(role, dict) else ""


def without_regions(source: str) -> str:
    """Return *source* without its hidden tests and mark schemes."""
    kept, inside = [], False
    for line in source.split("\n"):
        if any(f"BEGIN {region}" in line for region in REGIONS):
            inside = True
        elif any(f"END {region}" in line for region in REGIONS):
            inside = False
        elif not inside:
            kept.append(line)
    return "\n".join(kept)


def readable_id(source: str) -> str:
    """Return a cell id made of the words of *source*."""
    return "-".join(re.findall(r"[a-z]+", source.lower()))[:64]


def code_cell(source: str, name: str, **metadata: Any) -> Any:
    """Return a code cell with the cell id *name*, hidden like every code cell of the kit."""
    return _MAKE.new_code_cell(source, id=name[:64], metadata={"jupyter": {"source_hidden": True}, **metadata})


def text_cell(source: str, name: str, **metadata: Any) -> Any:
    """Return a markdown cell with the cell id *name*."""
    return _MAKE.new_markdown_cell(source, id=name[:64], metadata=metadata)


def result(shown: Any) -> Any:
    """Return an output that looks as if a cell had been run and had given *shown*."""
    return _MAKE.new_output("execute_result", data=dict(shown._repr_mimebundle_()), execution_count=None)


def _role(cell: Any, role: str) -> bool:
    return bool(cell.metadata.get("nbgrader", {}).get(role, False))
