"""What the scorecard says to a learner: directions, steps, keys.

Kept apart from the browser code, so that a teacher can reword or translate it
in one place and every text can be read through in one go.
"""

from __future__ import annotations

from typing import Any

from claimlab.article_score import FORMULA
from claimlab.indicators import FEWEST_OUTSIDE, MOST, MOST_ON_PAGE, PAGE_SHARE, REASONS, SIGNS
from claimlab.widgets import typed_words
from claimlab.widgets.guidance import NO_ANSWER, NO_KERNEL

DIRECTIONS = (
    ("for", "✓ speaks for"),
    ("against", "✗ speaks against"),
    ("cannot tell", "? cannot tell"),
)
STEPS = (
    f"Choose up to {MOST} indicators, at least {FEWEST_OUTSIDE} of them from outside the page.",
    "Open one. Say for each article which way it points, and choose the words that prove it.",
    "If you searched and found nothing, record that. Where there is nothing to find, it is half a proof.",
    "Ask of each: could an author fake this?",
    f"Share 100 points of weight. Signs of the page itself get {PAGE_SHARE} at most.",
    "Read the table with the halved weights. Which one moves the score most?",
)
KEYS = (
    ("Tab", "from one part to the next"),
    ("↑ ↓", "in the article: from sentence to sentence; in the results: from card to card"),
    ("Space", "use the whole sentence as proof"),
    ("Enter", "go into the words of a sentence; there, use what is selected"),
    ("Shift + ← →", "select more words"),
    ("Esc", "go back one step"),
    ("Ctrl + Z", "undo (outside a text field)"),
    ("Ctrl + Shift + Z", "redo"),
)


def for_browser() -> dict[str, Any]:
    """Return everything as plain JSON, lists in the order shown."""
    return {
        "signs": [{"id": name, **sign._asdict()} for name, sign in SIGNS.items()],
        "reasons": [[name, answer, words] for name, (answer, words) in REASONS.items()],
        "directions": [list(direction) for direction in DIRECTIONS],
        "formula": FORMULA,
        "typing": typed_words.scores(),
        "limits": {"most": MOST, "outside": FEWEST_OUTSIDE, "page": MOST_ON_PAGE, "share": PAGE_SHARE},
        "help": [["Steps", "steps", list(STEPS)], ["Keys", "keys", KEYS]],
        "noAnswer": NO_ANSWER,
        "noKernel": NO_KERNEL,
    }
