"""A button that draws: the picture appears when it is asked for, from what is saved at that moment.

Drawing needs a library that weighs more than the rest of the kit together, so
nothing of it is loaded before somebody presses.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
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
        return Answer(ask().html, "Draw again")

    return Asking(f"Picture: {name}", Answer("", f"Draw the {name}"), draw)
