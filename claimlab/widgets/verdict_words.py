"""What the verdict table says to a learner, on top of what the source desk says: the verdicts, steps and keys."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from claimlab import verdicts
from claimlab.widgets import desk_words, typed_words

STEPS = (
    "Open a claim. Search the sources, and attach what speaks about it.",
    "Say what each source tells about the claim, and which words show it.",
    "Found nothing of use? Record the search. That is a result.",
    "Then choose a verdict. Finding that a claim is true counts as much as finding it false.",
    "Say how sure you are that it is accurate as it stands, and why.",
)
KEYS = (
    ("↑ ↓", "from claim to claim; from the search box to the results"),
    ("Enter", "open a claim or a card; search"),
    ("← →", "another verdict; 5 % less or more sure"),
    ("0 to 9", "on the slider: 0 % to 90 %; End is 100 %"),
    ("Esc", "one step back, at last to all claims"),
    ("Ctrl + Z", "undo (outside a text field)"),
    ("Ctrl + Shift + Z", "redo"),
)


def for_browser(asks: Sequence[str] = ()) -> dict[str, Any]:
    """Return everything as plain JSON, lists in the order shown; *asks* is what is asked of a source."""
    told = desk_words.for_browser(asks)
    searching = next(part for part in told["help"] if part[0] == "Searching")
    chosen = [[one, verdicts.WORDS[one], verdicts.SIGNS[one], verdicts.MEANINGS[one]] for one in verdicts.VERDICTS]
    return {
        **told,
        "verdicts": chosen,
        "typing": typed_words.verdicts(asks),
        "help": [["Steps", "steps", list(STEPS)], searching, ["Keys", "keys", KEYS]],
    }
