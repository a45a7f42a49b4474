"""What a check form says to a learner around its statements: the scale in words, steps, keys.

Kept apart from the browser code, so that a teacher can reword or translate it
in one place and every text can be read through in one go.
"""

from __future__ import annotations

from typing import Any

from claimlab.widgets.guidance import NO_ANSWER, NO_KERNEL

SCALE = (
    (4, "surely not accurate"),
    (24, "very likely not accurate"),
    (49, "rather not accurate"),
    (50, "could be either"),
    (75, "rather accurate"),
    (95, "very likely accurate"),
    (100, "surely accurate"),
)
STEPS = (
    "Read the statement. Ask how likely it is to be accurate, just as it stands.",
    "Move the slider, or type a number. 0 is surely not, 100 is surely so.",
    "If you do not know enough, say that you would look it up. That is a fair answer.",
    "Do not look anything up now. This form shows where you stand without help.",
    "Finish at the end. Then you see what is so, and why.",
)
KEYS = (
    ("← →", "move the slider"),
    ("Space", "leave the slider where it stands, and count that as an answer"),
    ("Enter", "in the slider or the number: next page"),
    ("Tab", "on to the next thing; in the row of numbers, the arrows move"),
    ("Ctrl + Z", "undo (outside a text field)"),
    ("Ctrl + Shift + Z", "redo"),
)


def in_words(value: int) -> str:
    """Return what *value*, 0 to 100, says in words."""
    return next(words for most, words in SCALE if value <= most)


def for_browser() -> dict[str, Any]:
    """Return everything as plain JSON, lists in the order shown."""
    return {
        "scale": [list(step) for step in SCALE],
        "help": [["Steps", "steps", list(STEPS)], ["Keys", "keys", [list(key) for key in KEYS]]],
        "noAnswer": NO_ANSWER,
        "noKernel": NO_KERNEL,
    }
