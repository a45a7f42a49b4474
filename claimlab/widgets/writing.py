"""A box to write in: the learner's own sentences, kept as they are typed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import anywidget
import traitlets

from claimlab.problems import Problem

_HERE = Path(__file__).parent


class WritingBox(anywidget.AnyWidget):
    """A labelled text area that hands every change to *keep* and shows the sentence it returns.

    A Problem raised by *keep* is shown in the same place; what was typed stays in the box. *remarks*, if given,
    returns sentences on what was typed, which are listed below it while the learner writes.
    """

    _esm = _HERE / "writing.js"
    _css = _HERE / "writing.css"

    label = traitlets.Unicode().tag(sync=True)
    help = traitlets.Unicode().tag(sync=True)
    value = traitlets.Unicode().tag(sync=True)
    rows = traitlets.Int(5).tag(sync=True)
    lines = traitlets.Bool(False).tag(sync=True)
    counted = traitlets.Bool(True).tag(sync=True)
    said = traitlets.Unicode("Your words are saved as you type.").tag(sync=True)
    answers = traitlets.Int(0).tag(sync=True)
    remarks: traitlets.List[str] = traitlets.List(traitlets.Unicode()).tag(sync=True)

    def __init__(
        self,
        label: str,
        value: str,
        keep: Callable[[str], str],
        *,
        remarks: Callable[[str], Sequence[str]] | None = None,
        **traits: Any,
    ) -> None:
        look = remarks or (lambda _: ())
        super().__init__(label=label, value=value, remarks=list(look(value)), **traits)
        self._keep, self._kept, self._look = keep, value, look
        self.observe(self._changed, names="value")

    def replace(self, value: str) -> None:
        """Show *value*, which is kept already, instead of what is there."""
        self._kept = value
        self.value = value

    def _changed(self, change: dict[str, Any]) -> None:
        if change["new"] == self._kept:
            return
        self._kept = change["new"]
        try:
            self.said = self._keep(change["new"])
        except Problem as problem:
            self.said = f"⚠ {problem}"
        self.remarks = list(self._look(change["new"]))
        self.answers += 1
