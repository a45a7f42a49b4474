"""A finding: one line of a check-up, fine or not, with what to do about it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Finding:
    """What was looked at and how it was found; true when it is fine."""

    fine: bool
    said: str
    remedy: str = ""

    def __bool__(self) -> bool:
        return self.fine

    def __str__(self) -> str:
        """One line: a sign and a word, so that nothing hangs on the sign alone."""
        return (
            f"✓ fine: {self.said}" if self.fine else f"✗ mend: {self.said}{f' → {self.remedy}' if self.remedy else ''}"
        )
