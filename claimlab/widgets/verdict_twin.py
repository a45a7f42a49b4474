"""The static twin of the verdict table: each claim with its verdict, how sure, why, and the sources it rests on.

For feedback files, the grading page and printing: inline styles alone, see-through colours, a sign and a word
wherever there is a colour, and nothing a student wrote is read as markup.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from claimlab import verdicts
from claimlab.answers import Claim, Evidence, Sheet
from claimlab.case import Source
from claimlab.widgets.source_twin import FRAME, QUIET, SMALL, own_list, search_line, titles

COLOURS = {
    "supported": "rgba(31,95,168,.85)",
    "refuted": "rgba(200,100,27,.9)",
    "conflicting-evidence": "rgba(123,79,163,.85)",
    "not-enough-evidence": "rgba(111,117,126,.9)",
    "not-checkable": "rgba(111,117,126,.5)",
}
_CLAIM = "border-left:5px solid {colour};padding:2px 0 2px 13px;margin:0 0 16px"
_TRACK = (
    "display:inline-block;width:120px;height:10px;border:1px solid rgba(128,128,128,.6);border-radius:6px;line-height:0"
)
_FILL = "display:inline-block;height:10px;border-radius:5px;background-color:rgba(31,95,168,.75);width:{at:.0f}%"
Cards = Mapping[str, tuple[str, str]]


def html(sheet: Sheet, pack: Sequence[Source], given: Mapping[str, str], *, note: str = "") -> str:
    """Return every given claim (text by id) with what was decided about it; *note* is a sentence put on top."""
    top = f'<p style="margin:0 0 8px">{escape(note)}</p>' if note else ""
    made = {claim.id: claim for claim in sheet.claims}
    cards = titles(pack, sheet.sources)
    body = "".join(
        _claim(n, said, made.get(name, Claim(name)), cards) for n, (name, said) in enumerate(given.items(), 1)
    )
    return f'<div class="claimlab-saved" style="{FRAME}">{top}{body}{own_list(sheet.sources)}</div>'


def plain(sheet: Sheet, pack: Sequence[Source], given: Mapping[str, str]) -> str:
    """Return the same as plain text: a claim, its verdict and reason, then a source or search a line."""
    made = {claim.id: claim for claim in sheet.claims}
    cards = titles(pack, sheet.sources)
    lines = []
    for n, (name, said) in enumerate(given.items(), 1):
        claim = made.get(name, Claim(name))
        lines += [f"{n}. {said}", f"   {_verdict(claim)}; {_sure(claim)}"]
        lines += [f"   Why: {' '.join(claim.rationale.split())}"] if claim.rationale.strip() else []
        lines += [f"   {cards.get(e.source, (e.source, ''))[0]}: {e.stance or 'no stance'}" for e in claim.evidence]
        lines += [f"   {search_line(s.query, s.found, s.against)}" for s in claim.searches]
    return "\n".join(lines)


def _verdict(claim: Claim) -> str:
    if claim.verdict is None:
        return "– no verdict yet"
    return f"{verdicts.SIGNS[claim.verdict]} {verdicts.WORDS[claim.verdict]}"


def _sure(claim: Claim) -> str:
    if claim.confidence is None:
        return "not said how sure"
    return f"{claim.confidence:g} % sure that it is accurate ({verdicts.in_ten(claim.confidence)})"


def _claim(number: int, said: str, claim: Claim, cards: Cards) -> str:
    colour = COLOURS.get(claim.verdict or "", "rgba(128,128,128,.35)")
    track = "" if claim.confidence is None else _track(claim.confidence)
    reason = claim.rationale.strip()
    why = f'<p style="margin:4px 0;white-space:pre-line">{escape(reason)}</p>' if reason else ""
    sources = "".join(_source(evidence, cards) for evidence in claim.evidence)
    searches = "".join(f"<li>{escape(search_line(s.query, s.found, s.against))}</li>" for s in claim.searches)
    listed = f'<ul style="margin:4px 0 0;{SMALL}">{searches}</ul>' if searches else ""
    nothing = "" if sources or searches else f'<div style="{SMALL}">no source attached</div>'
    return (
        f'<div style="{_CLAIM.format(colour=colour)}"><p style="margin:0"><strong>{number}. {escape(said)}</strong></p>'
        f'<p style="margin:2px 0"><strong>{escape(_verdict(claim))}</strong> · {track}{escape(_sure(claim))}</p>'
        f"{why}{sources}{nothing}{listed}</div>"
    )


def _track(confidence: float) -> str:
    at = min(max(confidence, 0.0), 100.0)
    return f'<span style="{_TRACK}"><span style="{_FILL.format(at=at)}"></span></span> '


def _source(evidence: Evidence, cards: Cards) -> str:
    title, where = cards.get(evidence.source, (evidence.source, ""))
    words = f'<div style="{QUIET}">“{escape(evidence.words)}”</div>' if evidence.words.strip() else ""
    return (
        f'<div style="margin:4px 0">{escape(title)} <span style="{SMALL}">({escape(where)})</span>: '
        f"<strong>{escape(evidence.stance or 'no stance')}</strong>{words}</div>"
    )
