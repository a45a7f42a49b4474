"""Does a text state a claim whose slots nobody has looked at yet?

A drafted key knows the words of a claim but few other ways of saying it, so asking for every
slot would miss most good restatements. Here the slots are weighed instead: how many are there,
how close together, is a number missing, is one turned round. The weights make one figure between 0 and 1. Only
where it says all but certainly no, or where the whole claim stands in one sentence nearly in its own order, is the
card decided: elsewhere the words are right too seldom, and it needs a look. Once a teacher has been through the
slots, ``drafted: true`` goes from the key and the claim is matched strictly.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from claimlab.finding import MISSING, Outcome
from claimlab.key import NEUTRAL, Key, Reference, Slot, View

WHOLE = 0.7
"""What share of the claim's neighbouring words must be neighbours in the text, beside every slot, to state it."""
ABSENT = 0.05
"""How unlikely, 0-1, it must be that the text states the claim, to say that it does not."""
ALL = 0.999
"""As good as every slot, by weight."""
TURNED = 0.2
DETAIL = 0.2
COMMON = 0.6
ELSEWHERE = 0.5
# Fitted by logistic regression to 9,360 judgements of the development half of a public collection ("does this text
# state this unit?"), those whose votes follow their texts; benchmarks/presence.py measures it, with and without the
# rest. What is turned round is too rare there to be fitted: its weight is set by hand.
CONSTANT = -2.4
WEIGHTS = {"share": 2.2, "near": 2.1, "size": -0.47, "pairs": 1.2, "last": 0.5, "number": -1.1, "turned": -5.0}


@dataclass(frozen=True)
class Judgement:
    """``answer`` is states, look or no; ``likely`` is 0-1; ``outcomes`` say what became of each slot.

    ``turned`` is the part of the claim, 0-1, that the text says the other way round. A drafted claim never counts as
    contradicted: that is for the teacher to say.
    """

    answer: str
    likely: float
    turned: float
    outcomes: tuple[tuple[str, Outcome], ...]

    @property
    def reason(self) -> str:
        """Why it needs a look, in a sentence for the teacher."""
        if self.turned >= TURNED:
            turned = next((outcome.wording for _, outcome in self.outcomes if outcome.state == "flipped"), "")
            return f"It may say the opposite (“{turned}”); the slots of this claim are a draft."
        return "Part of the claim is there; the slots of this claim are a draft."


def judge(reference: Reference, key: Key, views: Sequence[View]) -> Judgement:
    """Return whether the text states *reference*, a claim of *key*; *views* are its sentences in order."""
    scheme = _schemes(key)[reference]
    if not any(slot in view.active for view in views for slot in scheme.slots):
        return Judgement("no", 0.0, 0.0, tuple((slot.name, MISSING) for slot in scheme.slots))
    signs, outcomes = scheme.signs(views)
    likely = 1 / (1 + math.exp(-CONSTANT - sum(WEIGHTS[name] * value for name, value in signs.items())))
    named = tuple((slot.name, outcome) for slot, outcome in zip(scheme.slots, outcomes, strict=True))
    return Judgement(_answer(likely, signs), likely, signs["turned"], named)


def _answer(likely: float, signs: dict[str, float]) -> str:
    if signs["turned"] >= TURNED:
        return "look" if signs["share"] > 0.5 else "no"
    if min(signs["share"], signs["near"]) >= ALL and signs["pairs"] >= WHOLE:
        return "states"
    return "no" if likely <= ABSENT else "look"


@dataclass(frozen=True, eq=False)
class _Scheme:
    """The slots of one claim with their weights, which sum to 1, and the pairs of neighbours in its sentence."""

    slots: tuple[Slot, ...]
    weights: tuple[float, ...]
    neighbours: frozenset[tuple[str, str]]

    def signs(self, views: Sequence[View]) -> tuple[dict[str, float], tuple[Outcome, ...]]:
        """Return what the decision rests on, and what became of each slot, in the best sentence if it can be."""
        table = [[_seen(slot, view) for slot in self.slots] for view in views]
        anywhere = [any(row[place].state != "missing" for row in table) for place in range(len(self.slots))]
        nearness = [self._nearness(row, anywhere) for row in table]
        best = table[nearness.index(max(nearness))]
        numbers = [there for slot, there in zip(self.slots, anywhere, strict=True) if _kind(slot) in ("number", "when")]
        signs = {
            "share": sum(weight for weight, there in zip(self.weights, anywhere, strict=True) if there),
            "near": max(nearness),
            "size": math.log(len(self.slots)),
            "turned": sum(w for w, outcome in zip(self.weights, best, strict=True) if outcome.state == "flipped"),
            "pairs": self._pairs(views),
            "last": float(anywhere[-1]),
            "number": float(not all(numbers)),
        }
        columns = zip(best, *table, strict=True)
        return signs, tuple(next((o for o in column if o.state != "missing"), MISSING) for column in columns)

    def _nearness(self, row: Sequence[Outcome], anywhere: Sequence[bool]) -> float:
        """The share of the claim in one sentence; a name said in another one may be “he” in this."""
        return sum(
            weight * (1.0 if outcome.state != "missing" else ELSEWHERE * (there and _kind(slot) in NEUTRAL))
            for weight, outcome, slot, there in zip(self.weights, row, self.slots, anywhere, strict=True)
        )

    def _pairs(self, views: Sequence[View]) -> float:
        """The share of neighbouring words of the claim that are neighbours in the text."""
        there = {pair for view in views for pair in _neighbours(tuple(word.stem for word in view.words))}
        return len(self.neighbours & there) / max(1, len(self.neighbours))


def _neighbours(stems: Sequence[str]) -> Iterator[tuple[str, str]]:
    return pairwise(stems)


def _seen(slot: Slot, view: View) -> Outcome:
    """What became of the slot; a “not” near a name or a number says nothing about it, “it is a lie that” turns all."""
    outcome = view.fill(slot)
    if outcome.state == "flipped" and _kind(slot) in NEUTRAL:
        return outcome._replace(state="filled")
    if outcome.state == "filled" and view.words[outcome.start].denied and _kind(slot) not in NEUTRAL:
        return outcome._replace(state="flipped")
    return outcome


def _kind(slot: Slot) -> str:
    """The name of the slot without the number that a draft gives to the second, third ... of its kind."""
    return slot.name.rstrip("0123456789")


@lru_cache(maxsize=64)
def _schemes(key: Key) -> dict[Reference, _Scheme]:
    """Weigh the slots of every claim: details little, and words that many claims share less than words of one."""
    readings = {reference: key.read(reference.text.claim).stems for reference in (*key.claims, *key.extras)}
    common = Counter(stem for stems in readings.values() for stem in set(stems))
    return {reference: _scheme(reference, stems, common) for reference, stems in readings.items()}


def _scheme(reference: Reference, stems: tuple[str, ...], common: Counter[str]) -> _Scheme:
    slots = (*reference.slots, *reference.details)
    raw = [(DETAIL if slot in reference.details else 1.0) * _rarity(slot, common) for slot in slots]
    return _Scheme(slots, tuple(weight / sum(raw) for weight in raw), frozenset(_neighbours(stems)))


def _rarity(slot: Slot, common: Counter[str]) -> float:
    """1 for a slot whose first wording has a word that no other claim uses, less the more claims use them all."""
    terms = [term for part in slot.wordings[0].parts for term in part.terms]
    shared = min((max((common[stem] for stem in term.stems), default=1) for term in terms), default=1)
    return float(max(1, shared) ** -COMMON)
