"""A picture and the words that stand for it.

Whoever cannot see it, prints a page without it or grades a thousand sheets at
once is served by the words; the drawing waits until somebody asks for it.
"""

from __future__ import annotations

import base64
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from html import escape
from typing import TYPE_CHECKING, Any

from claimlab.showing import Shown, message

if TYPE_CHECKING:
    from claimlab.figures.paper import Paper, Print

_FRAME = "border:1px solid rgba(128,128,128,.45);border-radius:12px"


@dataclass(frozen=True)
class Picture:
    """A picture of fixed content: ``alt`` says in one or two sentences what it shows, numbers included.

    ``across`` is its width in CSS pixels; ``draw`` puts it on a sheet of paper.
    """

    alt: str
    across: int
    draw: Callable[[Paper], None] = field(repr=False, compare=False)

    @cached_property
    def print(self) -> Print:
        """The picture, drawn when first asked for; the same content gives the same bytes."""
        from claimlab.figures.paper import Paper, steady

        with steady():
            paper = Paper(self.across)
            self.draw(paper)
            return paper.print()

    @property
    def png(self) -> bytes:
        """The drawing as a PNG, twice as wide and high as it is shown."""
        return self.print.png

    @property
    def width(self) -> int:
        """Width in CSS pixels."""
        return self.print.width

    @property
    def height(self) -> int:
        """Height in CSS pixels."""
        return self.print.height

    @property
    def address(self) -> str:
        """The drawing as a ``data:`` address."""
        return f"data:image/png;base64,{base64.b64encode(self.png).decode('ascii')}"

    @property
    def html(self) -> str:
        """An ``<img>`` that carries the drawing inside and never outgrows its page."""
        return (
            f'<img src="{self.address}" alt="{escape(self.alt)}" '
            f'style="width:{self.width}px;max-width:100%;height:auto;margin:8px 0;{_FRAME}">'
        )

    @property
    def words(self) -> Shown:
        """The sentence alone, where drawing would take longer than anybody looks."""
        return message(self.alt)

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:
        return {"text/html": self.html, "text/plain": self.alt}
