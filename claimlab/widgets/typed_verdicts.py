"""A verdict on a line of text: ``verdict: refuted, 5 % likely to be accurate``, then ``because: ...``."""

from __future__ import annotations

import re
from typing import NamedTuple

from claimlab import verdicts
from claimlab.answers import Claim, Verdict
from claimlab.problems import Problem
from claimlab.widgets import typed_lines
from claimlab.widgets.typed_lines import fields, key, number

_SAID: dict[Verdict, tuple[str, ...]] = {
    "supported": ("supports", "support", "it is supported"),
    "refuted": ("refutes", "refute", "it is refuted"),
    "conflicting-evidence": ("conflicting", "conflict", "evidence conflicts", "sources disagree"),
    "not-enough-evidence": ("not enough", "not enough information", "too little evidence", "insufficient evidence"),
    "not-checkable": ("uncheckable", "cannot be checked", "can t be checked", "not checkable at all"),
}
NAMES = {key(said): one for one, more in _SAID.items() for said in (verdicts.WORDS[one], one, *more)}
LABELS = frozenset(("verdict", "my verdict"))
SURE = frozenset(("sure", "how sure", "confidence", "likely", "how likely", "probability"))
WHY = re.compile(r"(?:because|why|reason|my reason)\b\s*[:=–—-]?\s*", re.IGNORECASE)
_WHY_INSIDE = re.compile(r"[\s,;|]because\b\s*[:=–—-]?\s*", re.IGNORECASE)
_TENTHS = re.compile(r"(?:about )?(?P<tenths>[a-z]+|\d{1,2}) (?:in|out of) (?:ten|10)(?: .*)?", re.DOTALL)
_PERCENT = re.compile(
    r"(?:about\s+|confidence\s*[:=]?\s*|sure\s*[:=]?\s*)?(?P<number>\d{1,3}(?:[.,]\d+)?|[a-z]+(?:[\s-][a-z]+)?)\s*(?:%|per\s?cent\b|$|(?=sure|likely|confident|certain))"
    r"(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_AFTER = frozenset(
    ("", "sure", "likely", "confident", "certain", "likely to be accurate", "sure that it is accurate", "accurate",
     "sure it is accurate", "that it is accurate", "likely that it is accurate")
)  # fmt: skip


class Judgement(NamedTuple):
    """What a line decides about a claim; None for what it does not speak of."""

    verdict: Verdict | None = None
    confidence: float | None = None
    rationale: str | None = None


def verdict_lines(claim: Claim) -> list[str]:
    """Return what was decided about *claim* as lines of text."""
    said = [verdicts.WORDS[claim.verdict].lower()] if claim.verdict else []
    said += [] if claim.confidence is None else [f"{percent(claim.confidence)} % likely to be accurate"]
    found = [f"verdict: {', '.join(said)}"] if said else []
    first, *more = claim.rationale.replace("\r\n", "\n").replace("\r", "\n").strip("\n").split("\n")
    if not claim.rationale.strip():
        return found
    return [*found, f"because: {first}", *(f"  {line}" if line.strip() else "" for line in more)]


def percent(confidence: float) -> str:
    """Return *confidence* as it is written in a text."""
    return f"{round(min(max(confidence, 0.0), 100.0), 2):g}"


def read_verdict(text: str) -> Judgement:
    """Return what *text* decides. Raises Problem if it does not speak of a verdict, a number or a reason."""
    alone = WHY.match(text)
    if alone:
        return Judgement(rationale=text[alone.end() :])
    inside = _WHY_INSIDE.search(text)
    why = text[inside.end() :] if inside else None
    label, rest = typed_lines.labelled(text[: inside.start()] if inside else text)
    verdict, sure = None, None
    for part in fields(rest if label in LABELS | SURE else text[: inside.start()] if inside else text):
        name = _name(part)
        if name is not None and verdict is None:
            verdict = name
        elif sure is None:
            sure = _confidence(part)
        else:
            raise Problem(f"“{part[:60]}” is one thing too many: a claim has one verdict and one number.")
    if verdict is None and sure is None and why is None:
        raise Problem("Write one of the five verdicts, and how likely the claim is to be accurate, from 0 to 100 %.")
    return Judgement(verdict, sure, why)


def _name(part: str) -> Verdict | None:
    label, rest = typed_lines.labelled(part)
    return NAMES.get(key(rest if label in LABELS else part))


def _confidence(part: str) -> float:
    label, rest = typed_lines.labelled(part)
    said = (rest if label in SURE else part).strip(" .()")
    tenths = _TENTHS.fullmatch(key(said))
    if tenths and (count := number(tenths["tenths"])) is not None and count <= 10:
        return 10 * count
    found = _PERCENT.fullmatch(said)
    sure = number(found["number"]) if found and key(found["rest"]) in _AFTER else None
    if sure is None:
        raise Problem(
            f"“{part[:60]}” is no verdict and no number: the verdicts are "
            f"{', '.join(word.lower() for word in verdicts.WORDS.values())}."
        )
    if sure > 100:
        raise Problem("How sure you are goes from 0 to 100 %.")
    return sure


def labelled(text: str) -> bool:
    """Return whether *text* says by its first word that it is a verdict, a number or a reason."""
    return bool(WHY.match(text)) or typed_lines.labelled(text)[0] in LABELS | SURE


def gives_reason(text: str) -> bool:
    """Return whether a reason begins on *text*."""
    return bool(WHY.match(text) or _WHY_INSIDE.search(text))


def reads(text: str) -> bool:
    """Return whether *text* begins with a verdict, as in “3: supported, 80 %”."""
    first = next(iter(fields(text)), "")
    return _name(_WHY_INSIDE.split(first)[0]) is not None
