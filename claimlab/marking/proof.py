"""How well the words that a student chose prove what they are meant to prove.

Nobody marks exactly the words that the key has. So they are compared with what the key accepts and with the
whole sentence around it, and the best likeness counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claimlab.marking.quoting import FULL, HALF, LONGEST, agreement

SAME = 0.8


def credit(words: str, accepted: Iterable[str], around: Sequence[str]) -> float:
    """Return 1 if *words* fit one of *accepted* or the sentence of *around* that holds it, 0.5 nearly, 0 not.

    A token F1 of 0.5 and more is a fit, 0.25 and more is nearly one.
    """
    targets = {target for phrase in accepted for target in (phrase, *(one for one in around if phrase in one))}
    best = agreement(words, targets)
    return 1.0 if best >= FULL else 0.5 if best >= HALF else 0.0


def same(one: str, other: str) -> bool:
    """Return whether two proofs are the same words, or nearly."""
    return agreement(one, (other[:LONGEST],)) >= SAME
