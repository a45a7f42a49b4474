"""The verdict table: given claims with their evidence, the verdict on each, and how sure the learner is.

It is a source desk that asks for one thing more. All claims are seen at a glance;
one in hand lies beside the search, and its verdict is locked until something was looked for.
"""

from __future__ import annotations

from types import ModuleType
from typing import ClassVar

from claimlab.widgets import scripts, verdict_boundary, verdict_words
from claimlab.widgets.source_desk import SourceDesk

SCRIPTS = (
    *("elements", "work", "choice", "frame", "typed_work", "ledger", "evidence", "given", "reading", "own", "finding"),
    *("bench", "shelf", "typing"),
    *("verdict_book", "verdict_parts", "verdict_overview", "verdict_form", "verdict_claim", "verdict_table"),
)


class VerdictTable(SourceDesk):
    """Shows the *given* claims to be judged by what a *pack* of sources says; everything else is as at a SourceDesk."""

    boundary: ClassVar[ModuleType] = verdict_boundary
    words: ClassVar[ModuleType] = verdict_words
    judged: ClassVar[bool] = True
    _esm = scripts.joined(*SCRIPTS)
    _css = scripts.dressed("verdicts", "marker", "source_desk", "verdict_table", "typing")
