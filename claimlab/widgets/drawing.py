"""A button that draws: the picture appears when it is asked for, from what is saved at that moment.

Drawing needs a library that weighs more than the rest of the kit together, so
nothing of it is loaded before somebody presses.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from html import escape
from typing import TYPE_CHECKING, Any

from claimlab.problems import Problem
from claimlab.widgets.asking import Answer, Asking

if TYPE_CHECKING:
    from types import ModuleType

    from claimlab.figures.picture import Picture

Pictures = Mapping[str, Callable[[], "Picture"]]


def pictures(room: ModuleType, bench: Any) -> Pictures:
    """Return what *room* can draw of the work on *bench*, by name."""
    offered = getattr(room, "pictures", None)
    found: Pictures = offered(bench) if offered else {}
    return found


def picture(offered: Pictures, name: str) -> Picture:
    """Return the picture called *name*; raises Problem, naming those that there are, if there is none."""
    if name not in offered:
        there = f"choose one of {', '.join(offered)}" if offered else "this step has none"
        raise Problem(f"There is no picture called {name!r}: {there}.")
    return offered[name]()


def box(name: str, ask: Callable[[], Picture]) -> Asking:
    """Return a button that shows the picture called *name* as *ask* gives it."""

    def draw() -> Answer:
        made = ask()
        return Answer(f"{made.html}{_keepsake(name, made)}", "Draw again")

    return Asking(f"Picture: {name}", Answer("", f"Draw the {name}"), draw)


def _keepsake(name: str, made: Picture) -> str:
    """A link that saves the picture as a file; a notebook puts a menu of its own over the one of the browser."""
    file = escape(f"{name.replace(' ', '-')}.png")
    look = "color:var(--jp-content-link-color,#1f5fa8);text-decoration:underline"
    words = f'<a href="{made.address}" download="{file}" style="{look}">Save this picture as a file</a>'
    return f'<p style="margin:0 0 4px">{words}</p>'
