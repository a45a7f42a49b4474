"""How the parts of a key are spoken of to people who have never seen it.

A key calls its slots ``who``, ``what`` or ``said``. A student needs a phrase that
fits into a sentence: "it does not say who it is about", "add who it is about".
"""

from __future__ import annotations

ALL_OF_IT = "the whole of the idea"
SLOTS = {
    "about": "what it is about",
    "according to": "who says so",
    "back": "that it came back",
    "certain": "how certain the article is",
    "certainty": "how certain the article is",
    "degree": "compared with what",
    "doctors": "that doctors said so",
    "every": "that it was all of them",
    "film": "that it is about the film",
    "food": "what it was fed",
    "for whom": "for whom it was done",
    "hidden": "that it was kept back",
    "how many": "how many",
    "how often": "how often",
    "how": "in what way",
    "how far": "how far it went (tried to, planned to, did)",
    "learn": "what people learned",
    "long": "for how long",
    "love": "whom it was about",
    "new": "that it is said to be new",
    "number": "the number",
    "only": "that there was nothing else",
    "parents": "whose parents",
    "people": "which people",
    "pred": "that it had been predicted",
    "rest": "the rest of what it was fed",
    "return": "where it went back to",
    "rule": "what is allowed and what is not",
    "said": "who says so",
    "sign": "what was left out",
    "since": "since when",
    "until": "until when",
    "what": "what exactly happened or is so",
    "when": "when it was",
    "where": "where it was",
    "who": "who it is about",
    "whom": "to whom it happened",
    "why": "the cause",
}
WHY = {
    "fact": "A fact can be settled: by a record, a date, or somebody who was there.",
    "quote": "A quote can be checked twice: did the person say it, and is it so?",
    "opinion": "An opinion is a judgement: readers may differ, and no source can settle it.",
    "prediction": "A prediction is about the future, so it can only be checked later.",
    "framing": "Framing steers how readers feel about everything else.",
    "implied": "What is implied readers come away believing, although the article hardly says it.",
}


def slot(name: str) -> str:
    """Return the phrase for the slot called *name*; drafted keys number theirs (``what2``)."""
    return SLOTS.get(name.rstrip("0123456789"), ALL_OF_IT)
