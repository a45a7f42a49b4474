"""Things a notebook cell can show, as plain bundles of MIME types.

A value with a picture, a text and sometimes an answer sheet inside: the same
object serves the live notebook, the grading page and a run without a screen.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from typing import Any


@dataclass(frozen=True)
class Shown:
    """Something to look at: HTML for pages, plain text for everything else."""

    html: str
    plain: str

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:
        return {"text/html": self.html, "text/plain": self.plain}

    def __repr__(self) -> str:
        return self.plain


def message(*sentences: str, title: str = "") -> Shown:
    """Return sentences in a quiet frame, one a line, under an optional title."""
    frame = "border-left:4px solid #1f5fa8;padding:6px 14px;margin:6px 0;line-height:1.6"
    head = f"<strong>{escape(title)}</strong>" if title else ""
    rows = "".join(f"<div>{escape(sentence)}</div>" for sentence in sentences)
    plain = "\n".join([*([title] if title else []), *sentences])
    return Shown(f'<div class="claimlab-message" role="note" style="{frame}">{head}{rows}</div>', plain)


class Living:
    """An output that keeps up with the answers: shown once, then renewed in place after every change."""

    def __init__(self, bundle: Callable[[], dict[str, Any]]) -> None:
        from IPython.display import display

        self._bundle = bundle
        self._handle: Any = display(bundle(), raw=True, display_id=True)  # type: ignore[no-untyped-call,unused-ignore]

    def renew(self) -> None:
        """Show what the answers are now. Without a notebook around (a script) there is nothing to renew."""
        if self._handle is not None:
            self._handle.update(self._bundle(), raw=True)
