"""Numbers, however they are written.

“Sixteen”, “16” and “sixteenth” are one number, and “'85” is 1985.
"""

from __future__ import annotations

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_ORDINALS = (
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
).split()
# "One", "first" and "second" are mostly no numbers ("one of them", "first love"), so they count only after tens.
_SMALL = {word: value for value, word in enumerate(_UNITS)} | {word: value for value, word in enumerate(_ORDINALS)}
_LARGE = {word: 10 * value for value, word in enumerate(_TENS, 2)}
_LARGE |= {word[:-1] + "ieth": value for word, value in _LARGE.items()} | {"fourty": 40, "dozen": 12}
_VALUES = {word: small for word, small in _SMALL.items() if word not in ("one", "first", "second")} | _LARGE
MULTIPLES = {"hundred": 100, "thousand": 1000}
_SUFFIXES = ("st", "nd", "rd", "th", "s")


def value(word: str, short_year: bool = False) -> int | None:
    """Return the number that *word* (lower case) stands for, or None; *short_year* reads 85 as 1985."""
    if word[:1].isdigit() and word.isascii():
        return _digits(word, short_year)
    return _VALUES.get(word)


def unit(word: str) -> int | None:
    """Return 1-9 if *word* can follow a multiple of ten ("forty one"), else None."""
    small = _SMALL.get(word)
    return small if small is not None and 1 <= small <= 9 else None


def is_tens(word: str) -> bool:
    """True for twenty, thirty ... ninety."""
    return word in _TENS


def _digits(word: str, short_year: bool) -> int | None:
    body = word
    for suffix in _SUFFIXES:
        body = body.removesuffix(suffix)
    body = body.replace(",", "")
    if not body.isdigit() or len(body) > 9:
        return None
    number = int(body)
    return 1900 + number if short_year and len(body) == 2 else number
