"""What is said to a learner who types: how to write it, with one worked pattern about something else than the case.

Kept apart from the reading of the text, so that a teacher can reword or translate it in one place.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

ALL = ("origin", "letter")
EQUAL = "Write your work as plain text. It earns just as much, and you can change back at any time."
KEPT = "A line that cannot be read stays here and is kept. What is wrong with it is said below."
SMALL_THINGS = "Capitals, blank lines, dashes and commas do not matter. Put words of a source in quotation marks."
FORMS = {
    "source": "source: its number or title, then what it says",
    "stances": "It says one of these: supports, partly supports, refutes, irrelevant.",
    "letter": "reliability B: from A (no doubts) to E (it makes things up); F is “cannot tell”",
    "origin": "earliest: the first page you found. same origin as S14: one repeats the other",
    "search": "search: your words, then how many it found, or nothing of use",
    "against": "for disagreement: you looked for the other side",
    "own": "own source: its address, its title, publisher and date. It is then called own 1",
}


def sources(asks: Sequence[str] = ALL) -> dict[str, Any]:
    """Return the guide to typed sources; *asks* is what is asked of a source beside its stance."""
    letter, origin = "letter" in asks, "origin" in asks
    first = ["source: S14, supports", *(["reliability B"] if letter else []), *(["earliest"] if origin else [])]
    second = [
        "source: S20, partly supports",
        *(["reliability C"] if letter else []),
        *(["same origin as S14"] if origin else []),
    ]
    return _guide(
        "Your sources, in plain text",
        [FORMS["source"], FORMS["stances"], *(FORMS[one] for one in ("letter", "origin") if one in asks),
         FORMS["search"], *([FORMS["against"]] if origin else []), FORMS["own"]],
        ["Claim 3: The library cat came to the library in May.",
         f"{', '.join(first)}, “The cat moved in on 4 May”",
         ", ".join(second),
         f"search: “cat came in June”, nothing of use{', for disagreement' if origin else ''}"],
        "Back to the desk",
    )  # fmt: skip


def verdicts(asks: Sequence[str] = ()) -> dict[str, Any]:
    """Return the guide to typed verdicts; *asks* is what is asked of a source beside its stance."""
    return _guide(
        "Your verdicts, in plain text",
        ["verdict: supported, refuted, conflicting evidence, not enough evidence or not checkable",
         "Then how likely the claim is to be accurate, from 0 to 100 %. Sure that it is false? Then write 5 %.",
         "because: your reason, on as many lines as you like",
         FORMS["source"], FORMS["stances"], *(FORMS[one] for one in ("letter", "origin") if one in asks),
         FORMS["search"], FORMS["own"]],
        ["Claim 3: The library cat came to the library in June.",
         "verdict: refuted, 5 % likely to be accurate",
         "because: the library wrote it down on the day, and it was in May.",
         "source: S14, refutes, “The cat moved in on 4 May”",
         "search: “cat came in June”, nothing of use"],
        "Back to the table",
    )  # fmt: skip


def scores() -> dict[str, Any]:
    """Return the guide to a typed scorecard."""
    return _guide(
        "Your scorecard, in plain text",
        ["Begin with the name of an indicator and its weight. All weights add up to 100.",
         "A: speaks for, speaks against or cannot tell, then the proof. The same for B.",
         "On the page, the proof is words of the article. Outside it, the number of a source and its words.",
         "A searched: the words of a search that found nothing",
         "fake: yes or no, and why. The reasons are listed below.",
         "moves A most: the indicator whose halved weight moves the score most, or none of them"],
        ["Tone: weight 10",
         "A: speaks against, “the naughtiest cat in the world”",
         "B: speaks for, “The cat sleeps on a shelf.”",
         "fake: yes, anyone can write a page this way",
         "",
         "Originality: weight 30",
         "A: speaks against, S14, “the same story, word for word”",
         "B: cannot tell",
         "B searched: “library cat shelf”",
         "fake: no, other people made it",
         "",
         "moves A most: Originality",
         "moves B most: none of them"],
        "Back to the report cards",
    )  # fmt: skip


def _guide(label: str, how: Sequence[str], example: Sequence[str], back: str) -> dict[str, Any]:
    return {
        "label": label,
        "lead": EQUAL,
        "how": [*how, SMALL_THINGS],
        "example": "\n".join(example),
        "kept": KEPT,
        "back": back,
    }


def in_short(guide: dict[str, Any]) -> str:
    """Return *guide* as a few sentences, for a box with nothing beside it."""
    return f"{guide['lead']} {guide['kept']}"
