"""nbgrader's configuration for a claimlab course, in one place.

A course needs a file ``nbgrader_config.py`` that calls ``configure(c)``; what
the teacher adds below that call wins.
"""

from __future__ import annotations

import warnings
from typing import Any

NOT_RELEASED = ["*key*", "*.answers.*", "README.md"]
HERE = "claimlab.classroom"
THERE = "nbgrader.preprocessors"
PRIORITY = ["text/html", "image/svg+xml", "image/png", "image/jpeg", "text/markdown", "text/latex", "text/plain"]


def configure(c: Any) -> None:
    """Set folders, the steps of grading and safe pages in *c*, the configuration that nbgrader hands over."""
    _folders(c)
    _steps(c)
    _pages(c)
    # nbgrader's own habit when it enters a first submission; it says nothing to a teacher.
    warnings.filterwarnings("ignore", message="Object of type <Submitted")


def _folders(c: Any) -> None:
    c.CourseDirectory.source_directory = "solutions"
    c.CourseDirectory.release_directory = "assignments"
    # Everything else beside a notebook is handed out to students.
    c.CourseDirectory.ignore = [".*", "*.pyc", "__pycache__", "feedback", *NOT_RELEASED]
    c.FileNameCollectorPlugin.valid_ext = [".ipynb", ".json"]


def _steps(c: Any) -> None:
    c.Autograde.sanitize_preprocessors = [
        f"{HERE}.recover.RecoverAnswers",
        f"{THERE}.ClearOutput",
        f"{THERE}.DeduplicateIds",
        f"{THERE}.OverwriteKernelspec",
        f"{HERE}.restore.RestoreCells",
        f"{THERE}.CheckCellMetadata",
    ]
    c.Autograde.autograde_preprocessors = [
        f"{HERE}.mark.MarkAnswers",
        f"{THERE}.IgnorePattern",
        f"{THERE}.LimitOutput",
        f"{HERE}.mark.SaveMarks",
        f"{THERE}.AssignLatePenalties",
        f"{THERE}.CheckCellMetadata",
    ]
    c.RestoreCells.add_missing_cells = True
    c.Execute.store_widget_state = False
    c.GenerateFeedback.preprocessors = [
        f"{THERE}.GetGrades",
        f"{HERE}.feedback.StudentView",
        "nbconvert.preprocessors.CSSHTMLHeaderPreprocessor",
    ]


def _pages(c: Any) -> None:
    # Not NbConvertBase, its parent: nbgrader would then warn about every step of every submission.
    c.WidgetsDataTypeFilter.display_data_priority = PRIORITY
    c.HTMLExporter.exclude_input_prompt = c.HTMLExporter.exclude_output_prompt = True
    c.HTMLExporter.sanitize_html = True
    c.HTMLExporter.filters = {
        "clean_html": f"{HERE}.clean.page",
        "markdown2html": f"{HERE}.clean.markdown",
    }
    c.HTMLExporter.preprocessors = [f"{HERE}.feedback.TeacherView"]
