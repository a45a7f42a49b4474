"""Forgiving spelling mistakes: a claim is marked for what it says, not for how it is spelt.

Only words that the key and the article do not know are touched, and only by one letter:
one too many, one missing, two in the wrong order, or a wrong vowel. A wrong consonant is forgiven in long
words alone, because in short ones it makes another word ("lovely", "lonely"). Whoever writes by ear ("deth",
"trooth", "gurls") is understood as well, if only one known word sounds like that.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from claimlab.stems import stem

SHORTEST = 5
LONG = 8
HEARD = 4
APART = 2
_VOWELS = frozenset("aeiouy")
# Right as they stand, though a letter away from a word that many keys have.
_ORDINARY = frozenset(
    stem(word)
    for word in (
        "actual apple avid bank baton batter battery beam bitter black block burn busy buzz century cherry class "
        "clay clover coast coin cost county crack creek cross data deal dear decide decrease delta dominant door "
        "easy eerie emit enable enter entire entry excerpt exit experience fair faith feather feed fellow female "
        "flip floor flour flow flower food fork fund gain garage glass graph grass gray greed greet grid harness "
        "hart hear heat heavy hook hover hurry inner insulate jerk kind lay layer leaf letter level lift light "
        "liter litter loan loop lower manner master meal measure meat minus monkey multiply noise noisy outer "
        "oval party penny phone plant plate pluck port post pot powder power print prize product queen quiet "
        "quite range read ready receive recur release repeat retire ring rise rival roar rock root route salary "
        "sand scale scoop score seal seed seedling seep sense shade sheet shell shine ship shirt shoot shop "
        "shower sing site size skill slope soil solar sort sound source space spell spot square stack stage stake "
        "staple steal steel steep step stone store storey stream street strip stripe study style suck summer "
        "sunday swear sweat sweet tail tank tape task taste teach thread throw tide tie tight tire title tour "
        "tower trace trail train treat trial trip trunk tube uncle union unit unite uphill upon user valley value "
        "vote wage wait wash watch water wave weight wet wheel white wide wind window wipe wire wish withhold "
        "worth yard yarn year yield young zone"
    ).split()
)
_BY_EAR = tuple(
    (re.compile(spelt), heard)
    for spelt, heard in (
        ("ph", "f"),
        ("gh(?=t|$)", ""),
        ("^kn", "n"),
        ("^wr", "r"),
        ("wh", "w"),
        ("tch", "ch"),
        ("dg", "j"),
        ("x", "ks"),
        ("sc(?=[eiy])|c(?=[eiy])|z", "s"),
        ("ck|c(?!h)|q", "k"),
        ("(?<=[aeiou])w|[aeiouy]+", "a"),
        ("a+", "a"),
        (r"(.)\1+", r"\1"),
        ("(?<=..)a$", ""),
    )
)


class Speller:
    """Knows a list of stems and brings a stem with one wrong letter back to the list."""

    def __init__(self, stems: Iterable[str], forms: Mapping[str, str] | None = None) -> None:
        """Learn *stems*, and the irregular *forms* of those among them ("broke" of "break")."""
        self._known = frozenset(stems)
        self._meant = {known: known for known in self._known}
        self._meant |= {form: base for form, base in (forms or {}).items() if base in self._known}
        self._near: dict[str, list[str]] = {}
        self._heard: dict[str, list[str]] = {}
        for known in sorted(self._meant):
            if not (known.isascii() and known.isalpha()):
                continue
            self._heard.setdefault(sound(known), []).append(known)
            if len(known) >= SHORTEST:
                for shorter in {known, *_one_shorter(known)}:
                    self._near.setdefault(shorter, []).append(known)

    def corrected(self, written: str) -> str:
        """Return the known stem that *written* was meant to be, or *written* itself, in time linear in its length."""
        if written in self._known or written in _ORDINARY:
            return written
        if not SHORTEST - 1 <= len(written) <= 24 or not written.isalpha():
            return written
        tried = {known for shorter in (written, *_one_shorter(written)) for known in self._near.get(shorter, ())[:20]}
        fitting = {self._meant[known] for known in tried if known[0] == written[0] and _one_slip(written, known)}
        fitting = fitting or self._sounding(written)
        return min(fitting) if len(fitting) == 1 else written

    def _sounding(self, written: str) -> set[str]:
        heard = sound(written)
        if min(len(written), len(heard)) < HEARD:
            return set()
        alike = self._heard.get(heard, ())
        return {self._meant[known] for known in alike if _letters_apart(written, known) <= APART}


@lru_cache(maxsize=8192)
def sound(word: str) -> str:
    """Return roughly how *word* sounds: "fone" and "phone" are one, and all vowels are alike."""
    for spelt, heard in _BY_EAR:
        word = spelt.sub(heard, word)
    return word


def _letters_apart(one: str, other: str) -> int:
    """How many letters only one of the two has, the more of either side."""
    left, right = Counter(one), Counter(other)
    return max((left - right).total(), (right - left).total())


def _one_shorter(word: str) -> Iterator[str]:
    return (word[:place] + word[place + 1 :] for place in range(len(word)))


def _one_slip(written: str, meant: str) -> bool:
    """True if one letter too many, missing, swapped with its neighbour, or a forgivable wrong one is all."""
    if len(written) != len(meant):
        return True
    differing = [place for place, (a, b) in enumerate(zip(written, meant, strict=True)) if a != b]
    if len(differing) == 2:
        first, second = differing
        return second == first + 1 and written[first] == meant[second] and written[second] == meant[first]
    if len(differing) != 1:
        return False
    letters = {written[differing[0]], meant[differing[0]]}
    return letters <= _VOWELS or len(meant) >= LONG
