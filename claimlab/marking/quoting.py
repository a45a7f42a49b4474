"""How well quoted words show what they are said to show.

Compared are the words that carry meaning, as a bag: the harmonic mean of precision and recall
(token F1, as in Rajpurkar et al. 2016, SQuAD), against the accepted passage that fits best.
A whole card pasted in has every right word and a poor precision.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from claimlab.case import Source
from claimlab.source_key import Listed
from claimlab.wording import FUNCTION_WORDS, read

LONGEST = 4_000
SHOWN = 240
TITLE = 60
FULL, HALF = 0.5, 0.25
ON_CARD = 0.75


def agreement(words: str, passages: Iterable[str]) -> float:
    """Return the best token F1 of *words* with one of *passages*, 0-1."""
    said = _bag(words[:LONGEST])
    return max((_f1(said, _bag(passage)) for passage in passages), default=0.0)


def support(words: str, listed: Listed) -> int:
    """Return 0-3 for *words* quoted from the card *listed*: F1 of 0.5 earns 3, 0.25 earns 2, any overlap 1.

    Words of which less than three quarters stand on the card are no quotation and earn nothing.
    """
    if not on_card(words, listed.source):
        return 0
    fit = agreement(words, listed.passages)
    return min(listed.text.most, 3 if fit >= FULL else 2 if fit >= HALF else 1 if fit > 0 else 0)


def on_card(words: str, card: Source) -> bool:
    """Return whether at least three quarters of *words* stand on *card*."""
    said = _bag(words[:LONGEST])
    there = _bag(f"{card.title}. {card.short_quote} {card.summary}")
    return bool(said) and sum((said & there).values()) >= ON_CARD * sum(said.values())


def _f1(said: Counter[str], wanted: Counter[str]) -> float:
    shared = sum((said & wanted).values())
    return 2 * shared / (sum(said.values()) + sum(wanted.values())) if shared else 0.0


@lru_cache(maxsize=4096)
def _bag(words: str) -> Counter[str]:
    return Counter(word.stem for word in read(words).words if word.text not in FUNCTION_WORDS)


def called(title: str) -> str:
    """Return *title* in quotation marks as people say it, without the number of the issue."""
    return quoted(title.split(" (vol.")[0], TITLE)


def quoted(text: str, longest: int = SHOWN) -> str:
    """Return *text* in quotation marks, cut if it is long; marks inside become single ones."""
    return f"“{short(text, longest).replace('“', '‘').replace('”', '’')}”"


def short(text: str, longest: int = SHOWN) -> str:
    """Return *text* in one line of at most *longest* letters."""
    text = " ".join(text[: 4 * longest].split())
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"
