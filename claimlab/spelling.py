"""Forgiving spelling mistakes: a claim is marked for what it says, not for how it is spelt.

Only words that the key and the article do not know are touched, and only by one letter:
one too many, one missing, two in the wrong order, or a wrong vowel. A wrong consonant is forgiven in long
words alone, because in short ones it makes another word ("lovely", "lonely").
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

SHORTEST = 5
LONG = 8
_VOWELS = frozenset("aeiouy")


class Speller:
    """Knows a list of stems and brings a stem with one wrong letter back to the list."""

    def __init__(self, stems: Iterable[str]) -> None:
        self._known = frozenset(stems)
        self._near: dict[str, list[str]] = {}
        for known in sorted(self._known):
            if len(known) >= SHORTEST and known.isascii() and known.isalpha():
                for shorter in {known, *_one_shorter(known)}:
                    self._near.setdefault(shorter, []).append(known)

    def corrected(self, stem: str) -> str:
        """Return the known stem that *stem* was meant to be, or *stem* itself. Takes time linear in its length."""
        if stem in self._known or not SHORTEST - 1 <= len(stem) <= 24 or not stem.isalpha():
            return stem
        tried = {known for shorter in (stem, *_one_shorter(stem)) for known in self._near.get(shorter, ())[:20]}
        fitting = sorted(known for known in tried if known[0] == stem[0] and _one_slip(stem, known))
        return fitting[0] if len(fitting) == 1 else stem


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
