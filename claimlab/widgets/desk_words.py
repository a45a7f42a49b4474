"""What the source desk says to a learner: stances, letters, steps, keys.

Kept apart from the browser code, so that a teacher can reword or translate it
in one place and every text can be read through in one go.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from claimlab.widgets import typed_words
from claimlab.widgets.guidance import NO_ANSWER, NO_KERNEL

STANCES = {
    "supports": "It says that the claim is so.",
    "partly supports": "It backs part of the claim, or a weaker form.",
    "refutes": "It says that the claim is not so.",
    "irrelevant": "It does not speak about this claim.",
}
LETTERS = {
    "A": "completely reliable: no doubts",
    "B": "usually reliable: small doubts",
    "C": "fairly reliable: some doubts",
    "D": "not usually reliable: serious doubts",
    "E": "unreliable: it has made things up",
    "F": "cannot be judged: too little is known",
}
STEPS = (
    "Choose a claim on the list.",
    "Search for words that a source about it would use, and open a card.",
    "Attach the card. Say what it tells about the claim and which words show it.",
    "Look for the earliest appearance. Group cards that only repeat each other.",
    "Search for disagreement too. Finding nothing is a result: record it.",
)
SEARCHING = (
    ("two words", "sources that have both"),
    ("“two words”", "sources that have them in a row"),
    ("interv*", "words that begin so"),
    ("film OR movie", "sources that have one or the other"),
    ("film -review", "sources that have the first and not the second"),
)
TIPS = (
    "Use words that a source about this claim would use: a name, a place, a year.",
    "“Quotation marks” keep words together. A star stands for any ending: interv*.",
    "Open a result to read its card. Then attach it to the claim.",
)
KEYS = (
    ("↑ ↓", "from the search box to the results and between them"),
    ("Enter", "search; open a card"),
    ("Esc", "back to the results, or close a source"),
    ("Ctrl + Z", "undo (outside a text field)"),
    ("Ctrl + Shift + Z", "redo"),
)


def for_browser(asks: Sequence[str] = typed_words.ALL) -> dict[str, Any]:
    """Return everything as plain JSON, lists in the order shown; *asks* is what is asked of a source."""
    return {
        "stances": [list(stance) for stance in STANCES.items()],
        "letters": [list(letter) for letter in LETTERS.items()],
        "help": [["Steps", "steps", list(STEPS)], ["Searching", "keys", SEARCHING], ["Keys", "keys", KEYS]],
        "tips": list(TIPS),
        "typing": typed_words.sources(asks),
        "noAnswer": NO_ANSWER,
        "noKernel": NO_KERNEL,
    }
