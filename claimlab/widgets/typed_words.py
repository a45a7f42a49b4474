"""What is said to a learner who types: how to write it, with one worked pattern about something else than the case.

Kept apart from the reading of the text, so that a teacher can reword or translate it in one place.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

ALL = ("origin", "letter")
EQUAL = "Write your work as plain text. It earns just as much, and you can change back at any time."
KEPT = "A line that cannot be read stays here and is kept. What is wrong with it is said below."
FORGIVING = (
    "Do not worry",
    "about capitals, blank lines, dashes or commas. Only words of a source need quotation marks.",
)
SOURCE = ("source:", "its number or title, then supports, partly supports, refutes or irrelevant")
LETTER = ("reliability B", "from A (no doubts) to E (it makes things up); F if you cannot tell")
ORIGIN = (("earliest", "the earliest page that you found"), ("same origin as S14", "one of the two repeats the other"))
SEARCH = ("search:", "your words, then how many sources came, or nothing of use")
AGAINST = ("for disagreement", "you looked for the other side")
OWN = ("own source:", "its address, title, publisher and date; below a claim it is called own 1")


def _asked(asks: Sequence[str]) -> list[tuple[str, str]]:
    return [SOURCE, *([LETTER] if "letter" in asks else []), *(ORIGIN if "origin" in asks else []), SEARCH]


def sources(asks: Sequence[str] = ALL) -> dict[str, Any]:
    """Return the guide to typed sources; *asks* is what is asked of a source beside its stance."""
    letter, origin = "letter" in asks, "origin" in asks
    first = ["S14", "supports", "reliability B" * letter, "earliest" * origin, "“The cat moved in on 4 May”"]
    second = ["S20", "partly supports", "reliability C" * letter, "same origin as S14" * origin]
    third = ["“cat came in June”", "nothing of use", "for disagreement" * origin]
    example = [
        "Claim 3: The library cat came to the library in May.",
        *(f"source: {', '.join(filter(None, said))}" for said in (first, second)),
        f"search: {', '.join(filter(None, third))}",
    ]
    how = [*_asked(asks), *([AGAINST] if origin else []), OWN]
    return _guide("Your sources, in plain text", how, example, "Back to the desk")


def verdicts(asks: Sequence[str] = ()) -> dict[str, Any]:
    """Return the guide to typed verdicts; *asks* is what is asked of a source beside its stance."""
    how = [
        ("verdict:", "supported, refuted, conflicting evidence, not enough evidence or not checkable"),
        ("5 %", "how likely the claim is to be accurate; if you are sure that it is false, 5 % and not 95 %"),
        ("because:", "your reason, on as many lines as you like"),
        *_asked(asks),
        OWN,
    ]
    example = [
        "Claim 3: The library cat came to the library in June.",
        "verdict: refuted, 5 % likely to be accurate",
        "because: the library wrote it down on the day, in May.",
        "source: S14, refutes, “The cat moved in on 4 May”",
        "search: “cat came in June”, nothing of use",
    ]
    return _guide("Your verdicts, in plain text", how, example, "Back to the table")


def scores() -> dict[str, Any]:
    """Return the guide to a typed scorecard."""
    how = [
        ("Originality: weight 30", "a name from the list, and its share of 100"),
        ("A:", "speaks for, speaks against or cannot tell, then the proof; the same for B"),
        ("the proof", "on the page, words of the article; outside it, the number of a source and its words"),
        ("A searched:", "the words of a search that found nothing"),
        ("fake:", "yes or no, and one of the reasons below"),
        ("moves A most:", "whose halved weight moves the score of A most, or none of them"),
    ]
    example = [
        "Originality: weight 30",
        "A: speaks against, S14, “the same story, word for word”",
        "B searched: “library cat shelf”",
        "fake: no, other people made it",
        "",
        "Tone: weight 10",
        "A: speaks against, “the naughtiest cat in the world”",
        "",
        "moves A most: Originality",
    ]
    return _guide("Your scorecard, in plain text", how, example, "Back to the report cards")


def _guide(label: str, how: Sequence[tuple[str, str]], example: Sequence[str], back: str) -> dict[str, Any]:
    return {
        "label": label,
        "lead": EQUAL,
        "how": [list(pair) for pair in (*how, FORGIVING)],
        "example": "\n".join(example),
        "kept": KEPT,
        "back": back,
    }


def in_short(guide: dict[str, Any]) -> str:
    """Return *guide* as a few sentences, for a box with nothing beside it."""
    return f"{guide['lead']} {guide['kept']}"
