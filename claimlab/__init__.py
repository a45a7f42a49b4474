"""claimlab: take a sensational article apart claim by claim.

What a notebook needs and no more: ``lab = claimlab.open("a1-claims")``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimlab.lab import Lab

__version__ = "0.1.0"
__all__ = ["__version__", "open"]


def open(assignment: str) -> Lab:  # shadows the built-in on purpose, within this namespace only
    """Open the answers to *assignment* (for example "a1-claims") and return the bench to work on them.

    Raises claimlab.problems.Problem, with one sentence, if there is no such assignment.
    """
    from claimlab.lab import open_lab

    return open_lab(assignment)
