"""Bringing a notebook back to what was released.

A student may delete, copy or edit a cell by accident. nbgrader restores edited
cells but stumbles over deleted ones when a locked cell stands before them, and
it calls every mark scheme a change of the cell. Here every released cell is put
back in its place, and only what a student really changed is mentioned.
"""

from __future__ import annotations

from typing import Any

from nbgrader.preprocessors import OverwriteCells

from claimlab.classroom import cells

SCHEMA = 3


class RestoreCells(OverwriteCells):
    """Put it in place of OverwriteCells in ``Autograde.sanitize_preprocessors``."""

    def preprocess_cell(self, cell: Any, resources: Any, cell_index: int) -> tuple[Any, Any]:
        """Restore one cell; a mark scheme that was taken out for the release counts as no change.

        What is no released cell loses nbgrader's marks on it: a copy of a cell, say,
        whose metadata would otherwise stop the grading of the whole class.
        """
        if "nbgrader" not in cell.metadata:
            return cell, resources
        source = self._sources().get(cells.grade_id(cell))
        if source is None:
            del cell.metadata["nbgrader"]
            return cell, resources
        if cells.without_regions(source.source) == cell.source:
            cell.source = source.source
        cell, resources = super().preprocess_cell(cell, resources, cell_index)
        cell.metadata["nbgrader"] = self._role(source.name, source)
        return cell, resources

    def add_missing_grade_cells(self, nb: Any, resources: Any) -> tuple[Any, Any]:
        """Put every released cell that is gone back behind the one it followed."""
        at = {cells.grade_id(cell): cell for cell in nb.cells if cells.grade_id(cell)}
        before, first = None, next(iter(at.values()), None)
        for name, source in self._sources().items():
            if name not in at:
                self.log.warning("The cell '%s' was missing from the submission and was put back.", name)
                at[name] = self._restored(name, source)
                nb.cells.insert(_place(nb.cells, before, first), at[name])
            before = at[name]
        return nb, resources

    def add_missing_task_cells(self, nb: Any, resources: Any) -> tuple[Any, Any]:
        """Nothing is left to do: add_missing_grade_cells puts back all kinds."""
        return nb, resources

    def _sources(self) -> dict[str, Any]:
        notebook = self.gradebook.find_notebook(self.notebook_id, self.assignment_id)
        return {cell.name: cell for cell in notebook.source_cells}

    def _restored(self, name: str, source: Any) -> Any:
        make = cells.code_cell if source.cell_type == "code" else cells.text_cell
        return make(source.source, f"restored-{name}", nbgrader=self._role(name, source))

    def _role(self, name: str, source: Any) -> dict[str, Any]:
        notebook = self.gradebook.find_notebook(self.notebook_id, self.assignment_id)
        points = {cell.name: cell.max_score for cell in (*notebook.grade_cells, *notebook.task_cells)}
        return {
            "grade": name in {cell.name for cell in notebook.grade_cells},
            "solution": name in {cell.name for cell in notebook.solution_cells},
            "task": name in {cell.name for cell in notebook.task_cells},
            "locked": source.locked,
            "grade_id": name,
            "schema_version": SCHEMA,
            "checksum": source.checksum,
            "cell_type": source.cell_type,
            **({"points": points[name]} if name in points else {}),
        }


def _place(all_cells: list[Any], before: Any, first: Any) -> int:
    """Return where a cell belongs: behind the one *before* it, else in front of the *first*, else at the end."""
    if before is not None:
        return all_cells.index(before) + 1
    return all_cells.index(first) if first is not None else len(all_cells)
