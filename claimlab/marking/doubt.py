"""The benefit of the doubt: a card that fits in all but words the key has never heard.

A key cannot list every word of English. If a card marks the very words a claim rests on, names whom the claim
is about, denies and doubts nothing, brings no name or number of its own and says the rest in words that are new
to the key, then it most likely says just this in other words. If every word is known and the claim is still not
found, the card says something else, and there is nothing to doubt.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from claimlab.answers import Passage
from claimlab.key import Key, Reference, View
from claimlab.marking import home
from claimlab.wording import FUNCTION_WORDS, Reading

TIGHT = 0.4
"""How much of the marked words and a claim's own words must be the same stretch, 0-1."""
REASON = "It fits this claim, but says it in words the marker does not know."
_HEDGES = frozenset("may maybe perhaps might possibly probably some sometimes only few little bit already".split())


def likeliest(view: View, passages: Sequence[Passage], references: Iterable[Reference], key: Key) -> Reference | None:
    """Return the claim that a card not otherwise understood most likely states, or None."""
    words = [word for word in view.words if word.text not in FUNCTION_WORDS]
    if all(word.stem in key.known for word in words) or any(word.text in _HEDGES for word in view.words):
        return None
    if strange_words(view.reading, key):
        return None
    denies = any(word.negated for word in view.words)
    fitting = [
        (tightness(passages, reference), sum(view.has(slot) for slot in reference.slots), reference)
        for reference in references
        if reference.text.anchors
        and not (denies and not _denies(reference, key))
        and _in_question(view, reference, key)
    ]
    best = max(fitting, key=lambda fit: (fit[0] + fit[1] / len(fit[2].slots), fit[2].id), default=None)
    return best[2] if best and best[0] >= TIGHT else None


def strange_words(reading: Reading, key: Key) -> tuple[str, ...]:
    """Return names and numbers in the card that the article does not have."""
    found: list[str] = []
    for place, word in enumerate(reading.words):
        written = reading.text[word.start : word.end]
        name = (
            place > 0
            and written[:1].isupper()
            and not (written.isupper() and len(reading.words) > 1 and reading.text.isupper())
        )
        number = word.number is not None and word.number > 2
        if (name or number) and word.stem not in key.known and word.text not in FUNCTION_WORDS:
            found.append(written)
    return tuple(found)


def tightness(passages: Sequence[Passage], reference: Reference) -> float:
    """Return what share of a passage and an anchor of *reference* together is common to both, at best, 0-1."""
    shares = [
        (min(passage.end, end) - max(passage.start, start)) / (max(passage.end, end) - min(passage.start, start))
        for passage in passages
        for start, end in reference.anchors
    ]
    return max([0.0, *shares])


def _in_question(view: View, reference: Reference, key: Key) -> bool:
    """True if the card is about whom and what the claim is about, about nobody else, and contradicts nothing."""
    outcomes = [(slot, view.fill(slot).state) for slot in reference.slots]
    about = all(state == "filled" for slot, state in outcomes if not slot.telling)
    contradicted = any(state in ("flipped", "other") for _, state in outcomes)
    ruled_out = view.has(reference.against) or view.has(reference.unless)
    numbers = {word.number for word in view.words} <= _numbers(reference, key)
    return about and numbers and not contradicted and not ruled_out and view.people <= _cast(reference, key)


@lru_cache(maxsize=4096)
def _denies(reference: Reference, key: Key) -> bool:
    return any(word.negated for word in key.read(reference.text.claim).words)


@lru_cache(maxsize=4096)
def _numbers(reference: Reference, key: Key) -> frozenset[int | None]:
    return frozenset({None, *(word.number for word in key.read(reference.text.claim).words)})


@lru_cache(maxsize=4096)
def _cast(reference: Reference, key: Key) -> frozenset[str]:
    """The people a claim may speak of: those in its own sentence and in those of the article it rests on."""
    spans = [key.article.sentences[place] for place in home.rests_on(reference, key)]
    texts = [reference.text.claim, *(key.article.text[start:end] for start, end in spans)]
    return frozenset(name for text in texts for name in key.view(text).people)
