"""The static twin of the scorecard: both articles side by side, as plain HTML.

Feedback files, the grading page and printing lack JavaScript. Only inline styles
are used, every colour is see-through, and no address is a link.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from itertools import islice

from claimlab import article_score
from claimlab.answers import Finding, Indicator, Sheet
from claimlab.case import Case
from claimlab.indicators import DIRECTIONS, MOST, NONE, REASONS, SIGNS, outside

SIGN = {"for": "✓", "against": "✗", "cannot tell": "?"}
_FRAME = "border:1px solid rgba(128,128,128,.45);border-radius:10px;padding:12px 16px;margin:8px 0;line-height:1.6"
_CARD = "flex:1 1 20em;min-width:0;border:1px solid rgba(128,128,128,.35);border-radius:10px;padding:10px 14px"
_ROW = "border-left:4px solid {};padding:2px 0 2px 10px;margin:8px 0"
_INK = {"for": "rgba(29,122,70,.8)", "against": "rgba(179,38,30,.8)", "cannot tell": "rgba(128,128,128,.8)"}
_SMALL = "font-size:.9em;opacity:.85"


def html(sheet: Sheet, cases: Mapping[str, Case], *, note: str = "") -> str:
    """Return both report cards, whether each sign could be faked, and the halved weights; *note* goes on top."""
    top = f'<p style="margin:0 0 8px">{escape(note)}</p>' if note else ""
    shown = tuple(islice(sheet.indicators, 2 * MOST))
    if not shown:
        nothing = '<p style="margin:0"><em>No indicators yet.</em></p>'
        return f'<div class="claimlab-saved" style="{_FRAME}">{top}{nothing}</div>'
    cards = "".join(_card(letter, name, cases[name], shown) for letter, name in zip("AB", cases, strict=False))
    return (
        f'<div class="claimlab-saved" style="{_FRAME}">{top}'
        f'<div style="display:flex;flex-wrap:wrap;gap:12px">{cards}</div>{_fakes(shown)}'
        f"{_table(shown, cases, _named(sheet))}</div>"
    )


def plain(sheet: Sheet, cases: Mapping[str, Case]) -> str:
    """Return the same as plain text, one finding a line."""
    lines = [f"{len(sheet.indicators)} indicators, weights add up to {article_score.weights(sheet.indicators)}"]
    shown = tuple(islice(sheet.indicators, 2 * MOST))
    for letter, name in zip("AB", cases, strict=False):
        lines.append(f"{letter}. {cases[name].article.headline}: {_score(shown, name)}")
        for one in shown:
            found = article_score.finding(one, name)
            said = DIRECTIONS.get(found.direction, "no direction")
            lines.append(f"   {title(one.id)} ({one.weight}): {said}{_quoted(found, one.id, cases[name])}")
    return "\n".join(lines)


def title(sign: str) -> str:
    """Return the name of an indicator as people read it."""
    return SIGNS[sign].name if sign in SIGNS else sign[:60]


def _card(letter: str, name: str, one: Case, shown: Sequence[Indicator]) -> str:
    rows = "".join(_row(sign, article_score.finding(sign, name), one) for sign in shown)
    return (
        f'<div style="{_CARD}"><div style="{_SMALL}">Article {letter}</div>'
        f"<strong>{escape(one.article.headline)}</strong>"
        f'<div style="font-size:1.6em;font-weight:bold">{_score(shown, name)}</div>{rows}</div>'
    )


def _row(sign: Indicator, found: Finding, one: Case) -> str:
    ink = _INK.get(found.direction, "rgba(128,128,128,.35)")
    said = f"{SIGN.get(found.direction, '–')} {DIRECTIONS.get(found.direction, 'no direction yet')}"
    words = escape(_quoted(found, sign.id, one).removeprefix(": "))
    proof = f'<div style="{_SMALL}">{words}</div>' if words else ""
    return (
        f'<div style="{_ROW.format(ink)}"><strong>{escape(title(sign.id))}</strong> '
        f'<span style="{_SMALL}">weight {sign.weight}</span><br>{escape(said)}{proof}</div>'
    )


def _quoted(found: Finding, sign: str, one: Case) -> str:
    if not outside(sign):
        return f": {_in_quotes(found.passage.exact)}" if found.passage else ""
    titles = {source.id: source.title for source in one.sources}
    said = []
    if found.source:
        said.append(f"{_in_quotes(found.words)} ({titles.get(found.source, found.source[:60])})")
    if found.search.strip():
        said.append(f"searched for {_in_quotes(found.search)} and found nothing")
    return f": {'; '.join(said)}" if said else ""


def _fakes(shown: Sequence[Indicator]) -> str:
    rows = "".join(
        f'<li style="margin:2px 0">{escape(title(one.id))}: {escape(one.fake[:20] or "no answer yet")}. '
        f"{escape(REASONS.get(one.reason, ('', ''))[1])}</li>"
        for one in shown
    )
    return f'<p style="margin:12px 0 2px"><strong>Could an author fake it?</strong></p><ul style="margin:0">{rows}</ul>'


def _table(shown: Sequence[Indicator], cases: Mapping[str, Case], named: Mapping[str, str]) -> str:
    moved = {name: {one.indicator: one for one in article_score.halved(shown, name)} for name in cases}
    heads = "".join(
        f'<th style="padding:2px 0 2px 10px;text-align:right">{letter}</th>' for letter in "AB"[: len(cases)]
    )
    rows = "".join(
        f'<tr><th scope="row" style="padding:2px 10px 2px 0;text-align:left;font-weight:normal;overflow-wrap:anywhere">'
        f"{escape(title(one.id))}</th>{''.join(_cell(moved[name].get(one.id)) for name in cases)}</tr>"
        for one in shown
    )
    answers = zip("AB", (named.get(name, "") for name in cases), strict=False)
    said = ", ".join(f"{letter}: {escape(_answer(answer))}" for letter, answer in answers)
    return (
        '<p style="margin:12px 0 2px"><strong>The score if this weight were half</strong></p>'
        f'<table style="border-collapse:collapse"><thead><tr><td></td>{heads}</tr></thead><tbody>{rows}</tbody></table>'
        f'<p style="margin:6px 0 0">Moves the score most: {said}</p>'
    )


def _answer(sign: str) -> str:
    return "none of them" if sign == NONE else title(sign) or "no answer yet"


def _cell(moved: article_score.Moved | None) -> str:
    by = "" if moved is None else f"{moved.by:+.1f}".replace("-", "−")
    said = "–" if moved is None else f"{moved.score:.1f} ({by})"
    return f'<td style="padding:2px 0 2px 10px;text-align:right">{said}</td>'


def _named(sheet: Sheet) -> dict[str, str]:
    found = sheet.responses.get(article_score.MOVES)
    return {str(k): str(v) for k, v in found.items()} if isinstance(found, dict) else {}


def _score(shown: Sequence[Indicator], name: str) -> str:
    score = article_score.score(shown, name)
    return "no score yet" if score is None else f"{article_score.rounded(score)} of 100"


def _in_quotes(words: str) -> str:
    return f"“{_short(words).replace('“', '‘').replace('”', '’')}”"


def _short(words: str) -> str:
    words = " ".join(words[:1200].split())
    return words if len(words) <= 300 else words[:299].rstrip() + "…"
