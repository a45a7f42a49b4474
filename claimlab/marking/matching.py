"""Does this card state that reference claim?

For each pair the answer is one of four: it states it, it contradicts it, it does not,
or it needs a look. The answer comes from the slots of the key, with the marked passage
deciding only what the words leave open; every answer keeps the slots it rests on.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from claimlab.answers import Claim
from claimlab.finding import MISSING, Outcome
from claimlab.key import Key, Reference, Slot, View
from claimlab.marking import besides_point, doubt, home, otherwise
from claimlab.marking.drafted import judge
from claimlab.slots import NEAR
from claimlab.wording import Word, read

CLOSE = 0.3
"""How tightly a passage must fit a claim's own words for the card to be tried otherwise, 0-1."""
MOST_NEAR = 3
_HEDGES = frozenset(word.stem for word in read("maybe perhaps might possibly probably").words)
_NAMES = {
    "said": "who says so",
    "who": "who is meant",
    "number": "how many",
    "when": "when",
    "every": "that it was all of them",
    "long": "for how long",
    "degree": "compared with what",
    "about": "what about",
}


@dataclass(frozen=True)
class Pairing:
    """One card against one reference claim.

    ``answer`` is "states", "contradicts", "look" or "no"; ``cover`` is 0, 0.5 or 1; ``found`` and ``missing``
    name slots; ``reason`` is a sentence for the teacher; ``outright`` marks an opposite that the
    key spells out; ``weak`` names the details that a stated claim lacks; ``doubtful`` marks a claim taken as stated
    because everything but unknown words fits.
    """

    card: str
    reference: Reference
    answer: str
    cover: float = 0.0
    found: tuple[tuple[str, Outcome], ...] = ()
    missing: tuple[str, ...] = ()
    anchored: bool = False
    reason: str = ""
    outright: bool = False
    weak: tuple[str, ...] = ()
    doubtful: bool = False

    @property
    def places(self) -> frozenset[int]:
        """The places of the words in which something telling was found."""
        telling = {slot.name for slot in self.reference.slots if slot.telling}
        return frozenset(
            place for name, outcome in self.found if name in telling for place in range(outcome.start, outcome.end)
        )

    def explain(self, restatement: str) -> str:
        """Return the decision as one line: which slots were found in which words, and what was missing."""
        words = read(restatement).words
        parts = [
            f"{name}: {outcome.state} by “{_span(words, outcome)}” ({outcome.wording})" for name, outcome in self.found
        ]
        parts += [f"{name}: missing" for name in self.missing]
        return f"{self.reference.id} {self.answer} {self.cover:g}: {'; '.join(parts)}. {self.reason}".strip()


def _span(words: Sequence[Word], outcome: Outcome) -> str:
    return " ".join(word.text for word in words[outcome.start : outcome.end])


def pair(card: Claim, view: View, reference: Reference, anchored: bool, key: Key) -> Pairing:
    """Return how *card*, seen by *view*, stands to *reference*; *anchored* if it is at home where that rests."""
    if _hopeless(reference, view, anchored):
        return Pairing(card.id, reference, "no")
    outcomes = [(slot, _weighed(slot, view.fill(slot), reference, key)) for slot in reference.slots]
    found = tuple((slot.name, outcome) for slot, outcome in outcomes if outcome.state != "missing")
    missing = tuple(slot.name for slot, outcome in outcomes if outcome.state == "missing")
    ruled_out = _ruled_out(reference, view, [outcome for _, outcome in found])
    names_them = all(outcome.state == "filled" for slot, outcome in outcomes if not slot.telling)
    about_it = names_them or (anchored and bool(card.passages))
    answer, cover, reason = _decide(reference, outcomes, view, anchored, ruled_out, about_it)
    if any(view.words[outcome.start].denied for _, outcome in outcomes if outcome.end):
        answer, cover, reason = _turned_round(answer)
    elif answer == "contradicts" and not anchored and not view.has(reference.against):
        answer, reason = "no", ""
    outright = answer == "contradicts" and view.has(reference.against)
    weak = _weak(reference, view) if answer == "states" else ()
    return Pairing(card.id, reference, answer, cover, found, missing, anchored, reason, outright, weak)


def _ruled_out(reference: Reference, view: View, found: Iterable[Outcome]) -> bool:
    """True if the words of "unless" are there; in a long card only among or beside those that state the claim."""
    outcome = view.fill(reference.unless)
    if outcome.state != "filled" or len(view.words) <= home.LONG:
        return outcome.state == "filled"
    ends = [place for slot in found for place in (slot.start, slot.end)]
    return bool(ends) and outcome.start < max(ends) + NEAR and outcome.end > min(ends) - NEAR


def _weighed(slot: Slot, outcome: Outcome, reference: Reference, key: Key) -> Outcome:
    """A lost "not" turns a claim round only if the claim itself has one; elsewhere the wording is merely not there."""
    if outcome.state == "flipped" and outcome.denial and slot not in _denying(reference, key):
        return MISSING
    return outcome


@lru_cache(maxsize=4096)
def _denying(reference: Reference, key: Key) -> frozenset[Slot]:
    """The slots that the claim's own sentence fills with a not, no, never ..."""
    own = key.view(reference.text.claim)
    return frozenset(slot for slot in reference.slots if own.fill(slot).denial)


def _hopeless(reference: Reference, view: View, anchored: bool) -> bool:
    """True if so much is not in the sentence that no answer but "no" is possible."""
    active = view.active
    absent = [slot for slot in reference.slots if slot not in active]
    if absent:
        may_be_open = anchored and len(absent) == 1 and absent[0].telling and absent[0].name != "what"
        return not may_be_open and not view.has(reference.against)
    return not anchored and not all(view.has(slot) for slot in reference.slots) and not view.has(reference.against)


def _decide(
    reference: Reference,
    outcomes: list[tuple[Slot, Outcome]],
    view: View,
    anchored: bool,
    ruled_out: bool,
    about_it: bool,
) -> tuple[str, float, str]:
    """*about_it* is set if the card names whom the claim is about or marks its passage."""
    states = [outcome.state for _, outcome in outcomes]
    opposed = view.fill(reference.against)
    if opposed.state == "filled" and about_it and not ruled_out:
        return "contradicts", 0.0, f"It says “{view.quote(opposed)}”, which is not what the article says."
    if ruled_out:
        return "no", 0.0, ""
    if all(state == "filled" for state in states):
        return _stated(reference, view)
    if _wrong_number(outcomes, view):
        return "contradicts", 0.0, "The number is not the one in the article."
    if "missing" not in states and "other" not in states:
        return "contradicts", 0.0, "It says the opposite of the article."
    if "missing" not in states:
        return "contradicts", 0.0, "It names another person."
    open_ = [slot for slot, outcome in outcomes if outcome.state == "missing"]
    core = any(slot.name == "what" and outcome.state == "filled" for slot, outcome in outcomes)
    if anchored and core and len(open_) == 1 and open_[0].telling and not {"flipped", "other"} & set(states):
        return "look", 0.5, f"Close to this claim, but the marker did not see {_NAMES.get(open_[0].name, 'all of it')}."
    return "no", 0.0, ""


def _turned_round(answer: str) -> tuple[str, float, str]:
    """What becomes of an answer after "it is not true that"."""
    return ("contradicts", 0.0, "It denies what the article says.") if answer == "states" else ("no", 0.0, "")


def _stated(reference: Reference, view: View) -> tuple[str, float, str]:
    hedged = [word.text for word in view.words if word.stem in _HEDGES]
    if hedged and not any(word.stem in _HEDGES for word in read(reference.text.claim).words):
        return "states", 0.5, f"It is less sure (“{hedged[0]}”) than the article."
    weak = _weak(reference, view)
    if weak:
        return "states", 0.5, f"The main idea is there, but it does not say {_NAMES.get(weak[0], weak[0])}."
    return "states", 1.0, ""


def _weak(reference: Reference, view: View) -> tuple[str, ...]:
    return tuple(slot.name for slot in reference.details if not view.has(slot))


def _wrong_number(outcomes: list[tuple[Slot, Outcome]], view: View) -> bool:
    """True if all but a number is there and another number stands in its place."""
    open_ = [slot for slot, outcome in outcomes if outcome.state != "filled"]
    return len(open_) == 1 and open_[0].name == "number" and any(word.number is not None for word in view.words)


@lru_cache(maxsize=256)
def view(key: Key, restatement: str) -> View:
    """Return *restatement* made ready for the slots of *key*."""
    return key.view(restatement)


def pairings(card: Claim, key: Key, references: Iterable[Reference]) -> tuple[Pairing, ...]:
    """Return how *card* stands to those of *references* that rest on the sentences where it is at home."""
    ready = view(key, card.restatement)
    nothing = besides_point.states_nothing(ready.reading, key.names)
    marked = home.marked(card.passages, key)
    touched = ready.touched
    found = []
    for reference in key.extras if nothing else references:
        if reference.id in touched:
            anchored = not marked or not marked.isdisjoint(home.rests_on(reference, key))
            if reference.text.drafted or not _hopeless(reference, ready, anchored):
                found.append(_paired(card, ready, reference, anchored, key))
    found = [pairing for pairing in found if pairing.answer != "no"]
    if doubt.reader_speaks(ready):
        found = [pairing for pairing in found if pairing.answer != "contradicts"]
    kept = _at_home(found, ready, marked, key)
    if nothing:
        return kept
    if _decided(kept):
        return tuple(_by_whom(pairing, card, ready, key) for pairing in kept)
    faithful = any(pairing.answer == "states" for pairing in found)
    other = _otherwise(card, ready, faithful, key)
    if other:
        return other
    elsewhere = _at_home(found, ready, frozenset(), key)
    told = [pairing.reference for pairing in elsewhere if pairing.answer == "states"]
    if any(reference in key.claims for reference in told) or (told and not doubt.new_words(ready, key)):
        return elsewhere
    doubted = _doubted(card, ready, found, key)
    return (*doubted, *kept) if doubted or not _decided(elsewhere) else elsewhere


def _decided(found: Iterable[Pairing]) -> bool:
    return any(pairing.answer in ("states", "contradicts") for pairing in found)


def _at_home(found: Iterable[Pairing], ready: View, marked: frozenset[int], key: Key) -> tuple[Pairing, ...]:
    """Leave out what rests on other sentences than the card does; an opposite that the key spells out stays."""
    found = tuple(found)
    if not found or (marked and all(pairing.anchored or pairing.outright for pairing in found)):
        return found
    told = {pairing.reference: pairing.places for pairing in found if pairing.answer == "states"}
    at_home = home.inferred(ready.words, told, marked, key)
    return tuple(
        pairing
        for pairing in found
        if pairing.outright or not at_home or at_home & home.rests_on(pairing.reference, key)
    )


def _otherwise(card: Claim, ready: View, faithful: bool, key: Key) -> tuple[Pairing, ...]:
    """What the card states if "he" is read as whoever the claim is about, or would state with one word changed."""
    fits = ((doubt.tightness(card.passages, reference), reference) for reference in key.claims)
    close = [(tight, reference) for tight, reference in fits if tight >= CLOSE]
    near = [reference for _, reference in sorted(close, key=_nearest)[:MOST_NEAR]]
    for reference in near:
        for read_as in otherwise.named(ready, reference, key):
            pairing = pair(card, read_as, reference, True, key)
            if _decided((pairing,)):
                return (pairing,)
    for reference in near:
        for change in otherwise.otherwise(ready, reference, key):
            if faithful and change.reason == otherwise.PERSON:
                continue
            pairing = pair(card, change.view, reference, True, key)
            if pairing.answer == "states" and (change.reason != otherwise.OPPOSED or _tells(change, pairing, ready)):
                return (Pairing(card.id, reference, "contradicts", anchored=True, reason=change.reason),)
    return ()


def _by_whom(pairing: Pairing, card: Claim, ready: View, key: Key) -> Pairing:
    """Turn a claim round that lacks only who says so, if somebody else is named who might be meant to say it."""
    if not {"who", "said"} & set(pairing.weak):
        return pairing
    for change in otherwise.people(ready, pairing.reference, key):
        if not pair(card, change.view, pairing.reference, True, key).weak:
            return replace(pairing, answer="contradicts", cover=0.0, weak=(), outright=True, reason=change.reason)
    return pairing


def _tells(change: otherwise.Change, pairing: Pairing, ready: View) -> bool:
    """True if it takes the opposite word to say what the claim says of its people."""
    said = all(ready.has(slot) for slot in pairing.reference.slots if slot.telling)
    return bool(change.places & pairing.places) and not said


def _nearest(found: tuple[float, Reference]) -> tuple[float, str]:
    return (-found[0], found[1].id)


def _doubted(card: Claim, ready: View, found: Iterable[Pairing], key: Key) -> tuple[Pairing, ...]:
    listed = set(key.claims)
    elsewhere = [
        pairing.reference for pairing in found if pairing.answer == "states" and pairing.reference not in listed
    ]
    reference = doubt.likeliest(ready, card.passages, (*key.claims, *key.extras), elsewhere, key)
    if reference is None:
        return ()
    return (Pairing(card.id, reference, "states", 0.5, anchored=True, reason=doubt.REASON, doubtful=True),)


def _paired(card: Claim, ready: View, reference: Reference, anchored: bool, key: Key) -> Pairing:
    """Weigh the slots of a claim that is still a draft, unless a list written by hand settles the matter."""
    if not reference.text.drafted or ready.has(reference.unless) or ready.has(reference.against):
        return pair(card, ready, reference, anchored, key)
    made = judge(reference, key, (ready,))
    answer = "no" if made.answer == "look" and not anchored else made.answer
    found = tuple((name, outcome) for name, outcome in made.outcomes if outcome.state != "missing")
    missing = tuple(name for name, outcome in made.outcomes if outcome.state == "missing")
    cover, reason = (1.0, "") if answer == "states" else (0.0, made.reason)
    return Pairing(card.id, reference, answer, cover, found, missing, anchored, reason)
