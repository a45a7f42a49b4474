"""The static twin of the source desk: which sources a student found for which claim, as plain HTML.

Feedback files, the grading page and printing lack JavaScript. Only inline styles
are used, every colour is see-through, and no address is a link.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from claimlab.answers import Claim, Evidence, OwnSource, Sheet
from claimlab.case import Source

OWN_NOTE = "your own source · your teacher will look at it"
FRAME = "border:1px solid rgba(128,128,128,.45);border-radius:10px;padding:12px 16px;margin:8px 0;line-height:1.6"
_ORIGIN = "border-left:4px solid rgba(31,95,168,.75);padding:2px 0 2px 12px;margin:6px 0"
SMALL = "font-size:.9em;opacity:.85"
QUIET = "margin:2px 0;font-size:.92em"


def html(sheet: Sheet, pack: Sequence[Source], given: Mapping[str, str], *, note: str = "") -> str:
    """Return every claim worked on with its sources grouped by origin, its searches, and the own sources.

    *given* are the claims by id, in the order of their numbers; *note* is a sentence put on top.
    """
    top = f'<p style="margin:0 0 8px">{escape(note)}</p>' if note else ""
    numbers = {name: number for number, name in enumerate(given, 1)}
    chosen = [claim for claim in sheet.claims if claim.evidence or claim.searches]
    cards = titles(pack, sheet.sources)
    body = "".join(_claim(claim, numbers.get(claim.id), cards) for claim in chosen)
    nothing = "" if chosen else '<p style="margin:8px 0 0"><em>No claims chosen yet.</em></p>'
    return f'<div class="claimlab-saved" style="{FRAME}">{top}{nothing}{body}{own_list(sheet.sources)}</div>'


def plain(sheet: Sheet, pack: Sequence[Source], given: Mapping[str, str]) -> str:
    """Return the same as plain text, one source or search a line."""
    numbers = {name: number for number, name in enumerate(given, 1)}
    cards = titles(pack, sheet.sources)
    lines = []
    for claim in sheet.claims:
        if claim.evidence or claim.searches:
            lines.append(f"{numbers.get(claim.id, '-')}. {claim.restatement}")
            lines += [f"   {cards.get(e.source, (e.source, ''))[0]}: {e.stance or 'no stance'}" for e in claim.evidence]
            lines += [f"   {search_line(s.query, s.found, s.against)}" for s in claim.searches]
    return "\n".join(lines) or "No claims chosen yet."


def titles(pack: Sequence[Source], own: Sequence[OwnSource]) -> dict[str, tuple[str, str]]:
    """Return title and whereabouts (publisher, date) of every source by id."""
    named = {source.id: (source.title, _where(source.publisher, source.date)) for source in pack}
    mine = {source.id: (source.title, f"{_where(source.publisher, source.date)} · {OWN_NOTE}") for source in own}
    return {**named, **mine}


def origins(claim: Claim) -> list[list[Evidence]]:
    """Return the evidence of *claim* grouped by origin: first the group with the earliest appearance."""
    groups: dict[str, list[Evidence]] = {}
    for evidence in claim.evidence:
        groups.setdefault(f"group {evidence.group}" if evidence.group else f"source {evidence.source}", []).append(
            evidence
        )
    for group in groups.values():
        group.sort(key=lambda evidence: evidence.role != "origin")
    return sorted(groups.values(), key=lambda group: group[0].role != "origin")


def _where(publisher: str, date: str) -> str:
    return f"{publisher or 'no publisher'} · {date or 'no date'}"


def _claim(claim: Claim, number: int | None, cards: Mapping[str, tuple[str, str]]) -> str:
    groups = origins(claim)
    counted = f"{_count(len(claim.evidence), 'source')}, {_count(len(groups), 'origin')}"
    label = f"{number}. " if number else ""
    blocks = "".join(_group(group, n, cards) for n, group in enumerate(groups, 1))
    searches = "".join(f"<li>{escape(search_line(s.query, s.found, s.against))}</li>" for s in claim.searches)
    listed = f'<ul style="margin:4px 0 0;{SMALL}">{searches}</ul>' if searches else ""
    return (
        f'<div style="margin:0 0 14px"><p style="margin:0"><strong>{label}{escape(claim.restatement)}</strong></p>'
        f'<p style="margin:0;{SMALL}">{counted if groups else "no source attached"}</p>{blocks}{listed}</div>'
    )


def _group(group: Sequence[Evidence], number: int, cards: Mapping[str, tuple[str, str]]) -> str:
    head = f"Origin {number}" + (f" · {len(group)} sources repeat one another" if len(group) > 1 else "")
    return f'<div style="{_ORIGIN}"><div style="{SMALL}">{head}</div>{"".join(_source(e, cards) for e in group)}</div>'


def _source(evidence: Evidence, cards: Mapping[str, tuple[str, str]]) -> str:
    title, where = cards.get(evidence.source, (evidence.source, ""))
    facts = [evidence.stance or "no stance", f"reliability {evidence.letter}" if evidence.letter else "no letter"]
    facts += ["earliest appearance"] if evidence.role == "origin" else []
    words = f'<div style="{QUIET}">“{escape(evidence.words)}”</div>' if evidence.words.strip() else ""
    return (
        f'<div style="margin:2px 0 6px">{escape(title)} <span style="{SMALL}">({escape(where)})</span><br>'
        f"<strong>{escape(' · '.join(facts))}</strong>{words}</div>"
    )


def search_line(query: str, found: int, against: bool) -> str:
    """Return one search in words: what was asked, what came, and whether it sought disagreement."""
    result = f"{found} found" if found else "nothing of use"
    return f"Searched for “{query}”: {result}{', looking for disagreement' if against else ''}"


def own_list(sources: Sequence[OwnSource]) -> str:
    """Return the learner's own *sources* as an HTML list, or nothing."""
    if not sources:
        return ""
    rows = "".join(
        f"<li>{escape(source.title)} ({escape(_where(source.publisher, source.date))})<br>"
        f'<span style="overflow-wrap:anywhere;{SMALL}">{escape(source.url)}</span></li>'
        for source in sources
    )
    return f'<p style="margin:8px 0 2px"><strong>Own sources</strong> ({OWN_NOTE})</p><ul style="margin:0">{rows}</ul>'


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
