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
from typing import TYPE_CHECKING

from claimlab.answers import Sheet
from claimlab.marking import readers
from claimlab.marking.marks import Criterion, Line, Share
from claimlab.marking.readers import Group, Reader

if TYPE_CHECKING:
    from claimlab.marking.judging import Question, Questions

LATER = "The reasons for each card follow when your teacher releases them. Until then the marks are provisional."
SAID = (  # labels that a line brings along
    "You wrote",
    "You chose",
    "You marked",
    "You searched",
    "The claim",
    "The article",
    "The sources",
    "Where to look",
    "We would say",
)
ONCE = 'class="claimlab-once"'  # what a page that shows several reports says in the first of them only
LEAST = 0.05  # points; less is not worth a word

_RULE = "1px solid rgba(128,128,128,.35)"
_FRAME = f"border:{_RULE};border-radius:10px;padding:14px 18px;margin:8px 0;line-height:1.55;max-width:56em"
_CARD = f"border-top:{_RULE};padding:10px 0 8px"
_ROW = "display:flex;flex-wrap:wrap;gap:0 12px;margin:2px 0"
_LABEL = "flex:0 0 9.5em;font-weight:bold"
_BREAK = "min-width:0;overflow-wrap:anywhere"  # an address is one long word
_WORDS = f"flex:1 1 14em;{_BREAK}"
_SIDE = f"flex:1 1 16em;{_BREAK};background-color:rgba(128,128,128,.10);border-radius:8px;padding:8px 12px"
_TOGGLE = "display:list-item;cursor:pointer"  # the grading page takes the triangle away
_PILL = "border:1px solid currentColor;border-radius:999px;padding:1px 10px;font-size:.9em;white-space:nowrap"


def html(
    criterion: Criterion,
    sheet: Sheet,
    *,
    released: bool,
    problem: str = "",
    reader: Reader = "student",
    questions: Questions | None = None,
    given: float | None = None,
) -> str:
    """Return the report as HTML; with *released* false it holds nothing that comes from the key.

    A criterion with a maximum of 0 is not counted, so no points are named.
    *problem* is a sentence about the answer sheet itself (missing, unreadable), put on top; *questions*
    is what a teacher has to decide, *given* the points that a teacher gave in place of the computer's.
    """
    body = _reasons(criterion, sheet, reader, questions) if released else _form(criterion, sheet)
    pill = _pill(criterion, released, reader) if given is None and criterion.maximum else ""
    notices = [problem] if problem else []
    if given is not None:
        notices.append(f"Your teacher gave {short(given)} points; the computer had counted {short(criterion.points)}.")
    top = "".join(
        f'<p {ONCE} style="margin:8px 0 0"><strong>Please note:</strong> {escape(notice)}</p>' for notice in notices
    )
    heading = _heading(criterion, criterion.points if given is None else given, pill)
    return f'<div class="claimlab-report" style="{_FRAME}">{heading}{top}{body}</div>'


def plain(criterion: Criterion, sheet: Sheet, *, released: bool, problem: str = "", reader: Reader = "student") -> str:
    """Return the same report as plain text, one thought a line."""
    counted = f": {_points(criterion, criterion.points)}, {_pill(criterion, True, reader)}" if criterion.maximum else ""
    top = [f"{criterion.title}{counted}"]
    top += [f"Please note: {problem}"] if problem else []
    if not released:
        return "\n".join([*top, *_form_sentences(criterion, sheet)])
    top += [criterion.summary] if criterion.summary else []
    top += [" ".join([f"{share.name}: {share.counted}.", _gain(share)]).strip() for share in criterion.shares]
    for group, lines in _grouped(criterion, reader):
        top += ["", f"{group.title} ({len(lines)})", *([group.note] if group.note else [])]
        for line in lines:
            top += [f"- {name(line, sheet)}", *(f"  {label}: {words}" for label, words in _parts(line))]
    return "\n".join(top)


def short(number: float) -> str:
    """Return points as people write them: 13.3, not 13.30."""
    return f"{number:.2f}".rstrip("0").rstrip(".")


def _heading(criterion: Criterion, points: float, pill: str) -> str:
    shown = f'<span style="{_PILL}">{escape(pill)}</span>' if pill else ""
    counted = f"<span>{_points(criterion, points)}</span>" if criterion.maximum else ""
    return (
        '<div style="display:flex;flex-wrap:wrap;gap:4px 14px;align-items:baseline">'
        f'<strong style="font-size:1.15em">{escape(criterion.title)}</strong>'
        f"{counted}{shown}</div>"
    )


def _pill(criterion: Criterion, released: bool, reader: Reader) -> str:
    return readers.verdict(criterion, reader) if released else "provisional"


def _points(criterion: Criterion, points: float) -> str:
    return f"{short(points)} of {short(criterion.maximum)} points"


def _form(criterion: Criterion, sheet: Sheet) -> str:
    items = "".join(
        f'<li {ONCE} style="margin:2px 0">{escape(said)}</li>' for said in _form_sentences(criterion, sheet)
    )
    return f'<ul style="margin:8px 0 0;padding-left:1.4em">{items}</ul>'


def _form_sentences(criterion: Criterion, sheet: Sheet) -> tuple[str, ...]:
    count = len(sheet.claims)
    handed = criterion.handed or f"You handed in {count} claim card{'' if count == 1 else 's'}."
    damaged = len(sheet.damaged)
    lost = f"{damaged} more could not be read and {'is' if damaged == 1 else 'are'} kept for your teacher."
    return (handed, *([lost] if damaged else []), *criterion.form, LATER)


def _reasons(criterion: Criterion, sheet: Sheet, reader: Reader, questions: Questions | None) -> str:
    summary = f'<p style="margin:8px 0 4px">{escape(criterion.summary)}</p>' if criterion.summary else ""
    groups = "".join(
        _group(group, lines, sheet, questions if group.shape == "judge" else None)
        for group, lines in _grouped(criterion, reader)
    )
    return summary + _shares(criterion) + groups


def _shares(criterion: Criterion) -> str:
    """The four counts that the points rest on; the sum in figures is there for those who ask."""
    rows = "".join(
        _row(share.name, " ".join(filter(None, (share.counted + ".", _gain(share))))) for share in criterion.shares
    )
    figures = (
        f'<details style="margin:4px 0 0"><summary style="{_TOGGLE}">The sum in figures</summary>'
        f"{escape(criterion.formula)}</details>"
        if criterion.formula
        else ""
    )
    return f'<div style="margin:8px 0 0">{rows}{figures}</div>' if rows else ""


def _row(label: str, words: str) -> str:
    """A label and its words; the class is for printed pages, which run the two together."""
    return (
        f'<div class="claimlab-row" style="{_ROW}"><span style="{_LABEL}">{escape(label)}</span> '
        f'<span style="{_WORDS}">{escape(words)}</span></div>'
    )


def _gain(share: Share) -> str:
    return f"The rest would bring up to {share.loses:.1f} points." if share.loses >= LEAST else ""


def _grouped(criterion: Criterion, reader: Reader) -> Iterator[tuple[Group, list[Line]]]:
    for group in readers.groups(reader):
        lines = [line for line in criterion.lines if group.holds(line)]
        if lines:
            yield group, lines


def _group(group: Group, lines: list[Line], sheet: Sheet, questions: Questions | None) -> str:
    if group.shape == "list":
        cards = _list(lines, sheet)
    elif group.shape == "judge":
        asked = questions.cards if questions else {}
        shown = (_side_by_side(line, sheet, asked.get(line.card)) for line in lines)
        cards = "".join(f'<div style="{_CARD}">{card}</div>' for card in shown)
    else:
        cards = "".join(f'<div style="{_CARD}">{_four_lines(line, sheet)}</div>' for line in lines)
    note = " ".join(filter(None, (group.note, _together(questions) if questions else "")))
    said = f'<p style="margin:0 0 6px">{escape(note)}</p>' if note else ""
    return (
        '<div style="margin:14px 0 0"><p style="margin:0 0 6px;font-size:1.05em">'
        f"<span>{group.sign}</span> <strong>{group.title}</strong> ({len(lines)})</p>{said}{cards}</div>"
    )


def _four_lines(line: Line, sheet: Sheet) -> str:
    rows = "".join(_row(label, words) for label, words in _parts(line))
    return f'<div style="font-weight:bold;margin:0 0 2px">{escape(name(line, sheet))}</div>{rows}'


def _list(lines: list[Line], sheet: Sheet) -> str:
    """What takes one line each: four lines for every gap would bury the cards."""
    items = "".join(f'<li style="margin:2px 0">{_item(line, sheet)}</li>' for line in lines)
    moves = dict.fromkeys(line.next for line in lines if line.next)
    said = "".join(f'<p style="margin:4px 0 0"><strong>Next move:</strong> {escape(move)}</p>' for move in moves)
    return f'<ul style="border-top:{_RULE};margin:0;padding:8px 0 0 1.4em">{items}</ul>{said}'


def _item(line: Line, sheet: Sheet) -> str:
    why = f" <small>{escape(line.why)}</small>" if line.why else ""
    if not line.card:
        return escape(_only(line.article or line.did)) + why
    chosen = [_sentence(label, words) for label, words in (*_labelled(line.article, ""), *_labelled(line.did, "")[1:])]
    beside = f" <small>{escape(' '.join(chosen))}</small>" if chosen and line.state != "not asked for" else ""
    return f"<strong>{name(line, sheet)}</strong> {escape(_only(line.did.split(chr(10))[0]))}{beside}{why}"


def _sentence(label: str, words: str) -> str:
    said = f"{label}: {words}" if label else words
    return said if said.endswith((".", "?", "!", "”")) else f"{said}."


def _side_by_side(line: Line, sheet: Sheet, question: Question | None) -> str:
    """The student's words and the article's, next to each other, so that a person can decide at a glance."""
    pair = [*_labelled(line.did, "You wrote"), *_labelled(line.article, "The article says")]
    if question:
        pair = [(label.replace("You", "The student"), words) for label, words in pair]
    boxes = "".join(
        f'<div style="{_SIDE}"><strong>{label}</strong><br>{escape(words)}</div>' for label, words in pair if words
    )
    asks = f'<p style="margin:6px 0 0"><strong>Please judge:</strong> {escape(question.asks)}</p>' if question else ""
    reason = " ".join(words for words in (line.why or readers.UNSURE, _worth(question) or line.next) if words)
    return (
        f'<div style="font-weight:bold;margin:0 0 4px">{escape(name(line, sheet))}</div>'
        f'<div style="display:flex;flex-wrap:wrap;gap:10px">{boxes}</div>{asks}'
        f'<p style="margin:6px 0 0">{escape(reason)}</p>'
    )


def _worth(question: Question | None) -> str:
    if question is None:
        return ""
    yes, no = short(question.accepted), short(question.refused)
    it = "them" if question.several else "it"
    if yes == no:
        return f"Whether you accept {it} or not, this part stays at {no} points."
    return f"If you accept {it}, this part would be {yes} points; if you do not, {no}."


def _together(questions: Questions) -> str:
    if len(questions.cards) < 2:
        return ""
    all_, none = short(questions.accepted), short(questions.refused)
    return f"If you accept all of them, this part would be {all_} points; if none, {none}."


def _parts(line: Line) -> list[tuple[str, str]]:
    return [
        *_labelled(line.did, "What you did"),
        *_labelled(line.article, "The article says"),
        *_labelled(line.why, "Why it matters"),
        *_labelled(line.next, "Next move"),
    ]


def _labelled(words: str, otherwise: str) -> list[tuple[str, str]]:
    """Return the lines of *words*, each with the label it brings along, or else the label *otherwise*."""
    found = []
    for line in filter(None, words.split("\n")):
        label, _, rest = line.partition(": ")
        known = rest and label in SAID
        found.append(("The article says" if label == "The article" else label, rest) if known else (otherwise, line))
    return found


def _only(words: str) -> str:
    return " ".join(rest for _, rest in _labelled(words, ""))


def name(line: Line, sheet: Sheet) -> str:
    """Return what people call the thing that *line* speaks of: "Claim 3"."""
    if line.name:
        return line.name
    numbers = {claim.id: n for n, claim in enumerate(sheet.claims, 1)}
    return f"Claim {numbers[line.card]}" if line.card in numbers else "Your work as a whole"
