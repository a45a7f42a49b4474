"""The look that all pictures share: few colours, always with a word or a shape beside them.

The colours are those of the widgets where they can be. Supported and refuted are
blue and orange, which people of every colour vision tell apart, and one is dark
and the other hatched, so that a grey print tells them apart as well.
"""

from __future__ import annotations

import math
from typing import NamedTuple

from claimlab import verdicts
from claimlab.answers import Verdict

PAPER = "#fffefb"
INK = "#1c1e21"
SOFT = "#5a606b"
LINE = "#dcdcd6"
EDGE = "#82868d"
BRAND = "#1f5fa8"
WASH = "#eef3f9"
SHADE = "#f4f3ee"
WIDTH = 640  # CSS pixels; the widest that is still read on a phone
PAD = 24


class Look(NamedTuple):
    """How a verdict or a kind is drawn: its name in words, a sign, a colour, and lines across it ("" for none)."""

    name: str
    sign: str
    colour: str
    hatch: str = ""


_DRESS: dict[Verdict, tuple[str, str]] = {
    "supported": ("#1f5fa8", ""),
    "refuted": ("#c8641b", "////"),
    "conflicting-evidence": ("#4b1d57", "xxxx"),
    "not-enough-evidence": ("#6f757e", "...."),
    "not-checkable": ("#ffffff", ""),
}
LOOKS = {name: Look(verdicts.WORDS[name].lower(), verdicts.SIGNS[name], *_DRESS[name]) for name in verdicts.VERDICTS}
OPEN = Look("no verdict yet", "–", "#ffffff")
KINDS = {
    "fact": "#1a5fd0",
    "quote": "#7d34ea",
    "opinion": "#945600",
    "prediction": "#a3157f",
    "framing": "#c02255",
    "implied": "#0b6e66",
}


def verdict_look(verdict: str | None) -> Look:
    """Return how *verdict* is drawn; one that does not exist counts as none."""
    return next((look for name, look in LOOKS.items() if name == verdict), OPEN)


def counted(count: int, one: str, many: str = "") -> str:
    """Return *count* with its noun: "1 claim", "3 claims"."""
    return f"{count} {one if count == 1 else many or one + 's'}"


def listed(parts: list[str]) -> str:
    """Return *parts* as people list them: "a, b and c"."""
    return " and ".join(filter(None, (", ".join(parts[:-1]), parts[-1]))) if parts else ""


def short(words: str, most: int = 80) -> str:
    """Return *words* on one line, cut at a word to at most *most* characters."""
    line = " ".join(words.split())
    return line if len(line) <= most else line[: most - 1].rsplit(" ", 1)[0].rstrip(",;:") + "…"


def quoted(words: str, most: int = 80) -> str:
    """Return *words*, shortened, in quotation marks; those inside become single ones."""
    return f"“{short(words, most).replace('“', '‘').replace('”', '’')}”"


def within(per_cent: float | None) -> float:
    """Return *per_cent* brought back into 0-100; what is no number counts as 50."""
    return min(100.0, max(0.0, per_cent)) if per_cent is not None and not math.isnan(per_cent) else 50.0
