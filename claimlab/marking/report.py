"""The report on one criterion: why these points, and what to do next.

A student reads it in a feedback file, a teacher in the grading page, a learner
in the notebook: light or dark, printed or read aloud, always without
JavaScript. So it is plain HTML with inline styles, see-through tints instead of
colours, and words beside every sign. All that a student wrote is escaped.

Until the teacher releases the reasons it speaks of form and counts only.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from claimlab.answers import Claim, Sheet
from claimlab.marking.marks import Criterion, Line, State

GROUPS: dict[State, tuple[str, str]] = {
    "needs a look": ("?", "Your teacher will look at these"),
    "unreadable": ("!", "These could not be read"),
    "wrong": ("✗", "Not there yet"),
    "partly": ("◐", "Partly there"),
    "unattempted": ("–", "Not in your list yet"),
    "right": ("✓", "Well done"),
}
STATES: dict[State, str] = {
    "unattempted": "not attempted",
    "unreadable": "could not be read",
    "wrong": "not there yet",
    "partly": "partly there",
    "right": "all there",
    "needs a look": "your teacher will look at it",
}
LATER = "The reasons for each card follow when your teacher releases them. Until then the marks are provisional."
WROTE, ARTICLE = "You wrote: ", "The article: "  # said by the label already
LOOK = "The marker is not sure about this card, so a person decides."

_RULE = "1px solid rgba(128,128,128,.35)"
_FRAME = f"border:{_RULE};border-radius:10px;padding:14px 18px;margin:8px 0;line-height:1.55;max-width:56em"
_CARD = f"border-top:{_RULE};padding:10px 0 8px"
_ROW = "display:flex;flex-wrap:wrap;gap:0 12px;margin:2px 0"
_LABEL = "flex:0 0 8.5em;font-weight:bold"
_WORDS = "flex:1 1 18em"
_SIDE = "flex:1 1 16em;background-color:rgba(128,128,128,.10);border-radius:8px;padding:8px 12px"
_PILL = "border:1px solid currentColor;border-radius:999px;padding:1px 10px;font-size:.9em;white-space:nowrap"


def html(criterion: Criterion, sheet: Sheet, *, released: bool, problem: str = "") -> str:
    """Return the report as HTML; with *released* false it holds nothing that comes from the key.

    *problem* is a sentence about the answer sheet itself (missing, unreadable), put on top.
    """
    body = _reasons(criterion, sheet) if released else _form(criterion, sheet)
    notice = f'<p style="margin:8px 0 0"><strong>Please note:</strong> {escape(problem)}</p>' if problem else ""
    return f'<div class="claimlab-report" style="{_FRAME}">{_heading(criterion, released)}{notice}{body}</div>'


def plain(criterion: Criterion, sheet: Sheet, *, released: bool, problem: str = "") -> str:
    """Return the same report as plain text, one thought a line."""
    top = [f"{criterion.title}: {_points(criterion)}, {STATES[criterion.state]}"]
    top += [f"Please note: {problem}"] if problem else []
    if not released:
        return "\n".join([*top, *_form_sentences(criterion, sheet)])
    top += [criterion.summary] if criterion.summary else []
    for state, lines in _grouped(criterion):
        top += ["", f"{GROUPS[state][1]} ({len(lines)})"]
        for line in lines:
            top += [f"- {_name(line, sheet)}", *(f"  {label}: {words}" for label, words in _parts(line))]
    return "\n".join(top)


def _heading(criterion: Criterion, released: bool) -> str:
    state = STATES[criterion.state] if released else "provisional"
    return (
        '<div style="display:flex;flex-wrap:wrap;gap:4px 14px;align-items:baseline">'
        f'<strong style="font-size:1.15em">{escape(criterion.title)}</strong>'
        f"<span>{_points(criterion)}</span>"
        f'<span style="{_PILL}">{escape(state)}</span></div>'
    )


def _points(criterion: Criterion) -> str:
    return f"{_short(criterion.points)} of {_short(criterion.maximum)} points"


def _short(number: float) -> str:
    return f"{number:.2f}".rstrip("0").rstrip(".")


def _form(criterion: Criterion, sheet: Sheet) -> str:
    items = "".join(f'<li style="margin:2px 0">{escape(said)}</li>' for said in _form_sentences(criterion, sheet))
    return f'<ul style="margin:8px 0 0;padding-left:1.4em">{items}</ul>'


def _form_sentences(criterion: Criterion, sheet: Sheet) -> tuple[str, ...]:
    count = len(sheet.claims)
    handed = f"You handed in {count} claim card{'' if count == 1 else 's'}."
    damaged = len(sheet.damaged)
    lost = f"{damaged} more could not be read and {'is' if damaged == 1 else 'are'} kept for your teacher."
    return (handed, *([lost] if damaged else []), *criterion.form, LATER)


def _reasons(criterion: Criterion, sheet: Sheet) -> str:
    summary = f'<p style="margin:8px 0 4px">{escape(criterion.summary)}</p>' if criterion.summary else ""
    return summary + "".join(_group(state, lines, sheet) for state, lines in _grouped(criterion))


def _grouped(criterion: Criterion) -> Iterator[tuple[State, list[Line]]]:
    for state in GROUPS:
        lines = [line for line in criterion.lines if line.state == state]
        if lines:
            yield state, lines


def _group(state: State, lines: list[Line], sheet: Sheet) -> str:
    sign, title = GROUPS[state]
    if state == "unattempted":
        cards = _list(lines)
    else:
        show = _side_by_side if state == "needs a look" else _four_lines
        cards = "".join(f'<div style="{_CARD}">{show(line, sheet)}</div>' for line in lines)
    return (
        '<div style="margin:14px 0 0"><p style="margin:0 0 6px;font-size:1.05em">'
        f"<span>{sign}</span> <strong>{title}</strong> ({len(lines)})</p>{cards}</div>"
    )


def _four_lines(line: Line, sheet: Sheet) -> str:
    rows = "".join(
        f'<div style="{_ROW}"><span style="{_LABEL}">{label}</span> <span style="{_WORDS}">{escape(words)}</span></div>'
        for label, words in _parts(line)
    )
    return f'<div style="font-weight:bold;margin:0 0 2px">{escape(_name(line, sheet))}</div>{rows}'


def _list(lines: list[Line]) -> str:
    """What no card speaks of, one line each: four lines for every gap would bury the cards."""
    items = "".join(
        f'<li style="margin:2px 0">{escape(line.article.removeprefix(ARTICLE) or line.did)}'
        f"{f' <small>{escape(line.why)}</small>' if line.why else ''}</li>"
        for line in lines
    )
    moves = dict.fromkeys(line.next for line in lines if line.next)
    said = "".join(f'<p style="margin:4px 0 0"><strong>Next move:</strong> {escape(move)}</p>' for move in moves)
    return f'<ul style="border-top:{_RULE};margin:0;padding:8px 0 0 1.4em">{items}</ul>{said}'


def _side_by_side(line: Line, sheet: Sheet) -> str:
    """The student's words and the article's, next to each other, so that a person can decide at a glance."""
    claim = _claim(line, sheet)
    pair = (
        ("You wrote", claim.restatement if claim else line.did),
        ("The article says", line.article.removeprefix(ARTICLE)),
    )
    boxes = "".join(
        f'<div style="{_SIDE}"><strong>{label}</strong><br>{escape(words)}</div>' for label, words in pair if words
    )
    reason = " ".join(words for words in (line.why or LOOK, line.next) if words)
    return (
        f'<div style="font-weight:bold;margin:0 0 4px">{escape(_name(line, sheet))}</div>'
        f'<div style="display:flex;flex-wrap:wrap;gap:10px">{boxes}</div>'
        f'<p style="margin:6px 0 0">{escape(reason)}</p>'
    )


def _parts(line: Line) -> list[tuple[str, str]]:
    wrote = line.did.startswith(WROTE)
    parts = [
        ("You wrote" if wrote else "What you did", line.did.removeprefix(WROTE)),
        ("The article says", line.article.removeprefix(ARTICLE)),
        ("Why it matters", line.why),
        ("Next move", line.next),
    ]
    return [(label, words) for label, words in parts if words]


def _name(line: Line, sheet: Sheet) -> str:
    numbers = {claim.id: n for n, claim in enumerate(sheet.claims, 1)}
    return f"Claim {numbers[line.card]}" if line.card in numbers else "Your list as a whole"


def _claim(line: Line, sheet: Sheet) -> Claim | None:
    return next((claim for claim in sheet.claims if claim.id == line.card), None)
