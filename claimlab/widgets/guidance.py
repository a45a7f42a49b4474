"""What the marker says to a learner: kinds, steps, keys.

Kept apart from the browser code, so that a teacher can reword or translate it
in one place and every text can be read through in one go.
"""

from __future__ import annotations

from typing import Any

KINDS = {
    "fact": "It says what happened or what is so. A source could show it right or wrong.",
    "quote": "Someone is said to have said it. First check: did they say it?",
    "opinion": "A judgement or a feeling. No source can settle it.",
    "prediction": "It says what will happen.",
    "framing": "It steers how you feel more than it tells you something.",
    "implied": "Not said in so many words, but a reader will believe it.",
}
WEIGHTS = {1: "a detail", 2: "supports it", 3: "the story rests on it"}
GUIDE = (
    ("article", "Read first", "Read the article once. Look for statements that could be true or false."),
    (
        "sentence",
        "Mark one claim",
        "Drag over the words, or tap the first and the last word. "
        "With keys: Enter goes into a sentence, arrows move, Shift with arrows selects, Enter marks.",
    ),
    (
        "cards",
        "Say it so that it stands alone",
        "Each claim gets a card here. Write the claim for a reader who has not seen the article, then choose its kind.",
    ),
    ("status", "Saving is automatic", "The line at the bottom says what has been saved. You can stop at any time."),
)
STEPS = (
    "Read the article.",
    "Mark the words that make one claim. Marks may overlap.",
    "Say the claim so that it stands alone: name who, what and when.",
    "Choose its kind, and how much it matters to the story.",
    "If a card holds two claims, choose Split in two.",
)
KEYS = (
    ("↑ ↓", "from sentence to sentence"),
    ("Space", "mark the whole sentence"),
    ("Enter", "go into the words of a sentence; there, mark what is selected"),
    ("← →", "from word to word"),
    ("Shift + ← →", "select more words"),
    ("Esc", "go back one step"),
    ("Ctrl + Z", "undo (outside a text field)"),
    ("Ctrl + Shift + Z", "redo"),
)
NO_ANSWER = (
    "Not saved yet: the notebook's kernel is not answering. "
    "Keep this tab open and choose Kernel, then Restart Kernel and Run All Cells."
)
NO_KERNEL = (
    "The notebook's kernel is not answering, so nothing you do now would be saved. "
    "Choose Kernel, then Restart Kernel and Run All Cells."
)


def for_browser() -> dict[str, Any]:
    """Return everything as plain JSON, lists in the order shown."""
    return {
        "kinds": [[kind, meaning] for kind, meaning in KINDS.items()],
        "weights": [[weight, name] for weight, name in WEIGHTS.items()],
        "guide": [list(step) for step in GUIDE],
        "help": [
            ["Steps", "steps", list(STEPS)],
            ["Keys", "keys", [list(key) for key in KEYS]],
            ["Kinds", "terms", [list(kind) for kind in KINDS.items()]],
        ],
        "noAnswer": NO_ANSWER,
        "noKernel": NO_KERNEL,
    }
