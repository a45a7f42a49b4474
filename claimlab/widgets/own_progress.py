"""My progress: what a learner did and how sureness and being right went together, on their own screen only.

Answer sheets beside the notebook are read and nothing is written, sent or compared with anybody.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from html import escape
from pathlib import Path
from typing import Any

from claimlab import answers
from claimlab.answers import Sheet
from claimlab.marking import calibration, progress, self_insight
from claimlab.marking.calibration import Answer
from claimlab.marking.progress import Sat, Step
from claimlab.problems import Problem
from claimlab.showing import Shown

ENDING = ".answers.json"
NOTHING = "Nothing here yet. Answer a question in a lesson, then look again."
TOGETHER = "All your numbers together:"
LEGEND = "The bar shows how often you were right, the line how sure you were. They should lie close together."
ALONE = "This is for you. It is read from the files beside this page, and it compares you with nobody but yourself."
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
MADE = {  # many and one of what a lesson's step makes
    "mark_claims": ("claim cards", "claim card"),
    "find_sources": ("sources attached", "source attached"),
    "judge": ("verdicts", "verdict"),
    "score_article": ("indicators", "indicator"),
}
_FRAME = "border:1px solid rgba(128,128,128,.45);border-radius:12px;padding:14px 18px;margin:8px 0;line-height:1.6"
_TABLE = "border-collapse:collapse;background:none;font-size:1em"
_CELL = "padding:6px 14px 6px 0;text-align:left;border-bottom:1px solid rgba(128,128,128,.3);vertical-align:middle"
_SMALL = "font-size:.92em;opacity:.85"
_TRACK = (
    "position:relative;display:block;width:150px;height:12px;margin:4px 0 6px;border-radius:6px;"
    "background:rgba(128,128,128,.2)"
)


def read(folder: Path) -> tuple[dict[str, Sheet], tuple[str, ...]]:
    """Return the answer sheets of the lessons in *folder* by lesson, and a sentence for each that cannot be read."""
    sheets, problems = {}, []
    for path in sorted(folder.glob(f"lesson-*{ENDING}")):
        name = path.name.removesuffix(ENDING)
        try:
            sheets[name] = answers.read(path.read_bytes())
        except (Problem, OSError):
            problems.append(f"The answers of {name} could not be read: open that lesson, and it says what to do.")
    return sheets, tuple(problems)


def box(folder: Path) -> Any:
    """Return the progress of the learner whose sheets are in *folder*, with a button to look again."""
    from claimlab.widgets.asking import Answer as Said
    from claimlab.widgets.asking import Asking

    def look() -> Said:
        return Said(page(*read(folder)).html, "Look again")

    return Asking("My progress", look(), look)


def seen(sheet: Sheet) -> Shown:
    """Return what one sheet alone tells."""
    return page({sheet.assignment: sheet})


def page(sheets: Mapping[str, Sheet], problems: tuple[str, ...] = ()) -> Shown:
    """Return lessons done, check forms and calibration over time, as a page and as plain text."""
    steps, sat = progress.steps(sheets), progress.forms(sheets)
    rows = [(step.title, did(step), step.judgements) for step in steps]
    rows += [(one.title, sat_on(one), one.judgements) for one in sat]
    lines = [" ".join(filter(None, (f"{title}:", words, sureness(judged)))) for title, words, judged in rows]
    together = overall(steps, sat)
    told = [*([TOGETHER] if together else []), *together, *problems]
    html = _table(rows) if rows else f"<p>{NOTHING}</p>"
    html += f'<p style="margin:4px 0 10px;{_SMALL}">{LEGEND}</p>' if any(judged for _, _, judged in rows) else ""
    said = "".join(f'<p style="margin:6px 0">{escape(line)}</p>' for line in told)
    top = '<p style="margin:0 0 6px"><strong>My progress</strong></p>'
    foot = f'<p style="margin:8px 0 0;{_SMALL}">{ALONE}</p>'
    return Shown(
        f'<div class="claimlab-progress" style="{_FRAME}">{top}{html}{said}{foot}</div>',
        "\n".join(["My progress", *(lines or [NOTHING]), *told, ALONE]),
    )


def did(step: Step) -> str:
    """Return what was done in a lesson, in words."""
    parts = [f"{step.answered} of {step.questions} questions answered"] if step.questions else []
    parts += [_some(step.tries, "tries", "try")] if step.tries else []
    parts += [_some(step.hints, "hints", "hint")] if step.hints else []
    parts += [_some(step.made, *MADE.get(step.step, MADE["mark_claims"]))] if step.made else []
    begun = step.tries or step.hints or step.made
    return f"{'Done' if step.done else 'Begun' if begun else 'Opened'}: {', '.join(parts) or 'nothing to answer'}."


def sureness(judged: tuple[Answer, ...]) -> str:
    """Return how sure and how often right, in words; "" without a number."""
    if not judged:
        return ""
    sure, right = _sure_and_right(judged)
    return f"Sure {sure:.0f} in 100, right {right:.0f} in 100 ({_some(len(judged), 'answers', 'answer')})."


def sat_on(one: Sat) -> str:
    """Return what a finished form says, in one line."""
    return f"Finished on {_day(one.day)}. {' '.join(self_insight.counts(one.insight))}"


def overall(steps: tuple[Step, ...], sat: tuple[Sat, ...]) -> tuple[str, ...]:
    """Return the calibration strip of all answers together in words, and how far off they were on average."""
    everything = [answer for step in steps for answer in step.judgements]
    everything += [answer for one in sat for answer in one.judgements]
    if not everything:
        return ()
    bands = [self_insight.band_line(band) for band in calibration.bands(everything) if band.count]
    far = calibration.brier(everything)
    off = f"How far off your numbers were (the Brier score): {far:.2f}. 0 is perfect; always saying 50 gives 0.25."
    return (*bands, off)


def _sure_and_right(judged: tuple[Answer, ...]) -> tuple[float, float]:
    from claimlab.marking import discernment

    found = discernment.measure(judged)
    return 100 * found.sure, 100 * found.right


def _table(rows: list[tuple[str, str, tuple[Answer, ...]]]) -> str:
    heads = "".join(
        f'<th scope="col" style="{_CELL}">{head}</th>' for head in ("Lesson", "What you did", "How sure, how right")
    )
    body = "".join(
        f'<tr><th scope="row" style="{_CELL}">{escape(title)}</th><td style="{_CELL}">{escape(words)}</td>'
        f'<td style="{_CELL}">{_bars(judged)}</td></tr>'
        for title, words, judged in rows
    )
    table = f"<thead><tr>{heads}</tr></thead><tbody>{body}</tbody>"
    return f'<div style="overflow-x:auto"><table style="{_TABLE}">{table}</table></div>'


def _bars(judged: tuple[Answer, ...]) -> str:
    """A bar for being right and a line for being sure; the words beside it say the same."""
    if not judged:
        return f'<span style="{_SMALL}">no numbers yet</span>'
    sure, right = _sure_and_right(judged)
    bar = f"position:absolute;inset:0 auto 0 0;width:{right:.0f}%;background:rgba(66,133,214,.75);border-radius:6px"
    line = f"position:absolute;top:-3px;bottom:-3px;left:calc({sure:.0f}% - 1.5px);width:3px;background:currentColor"
    drawn = f'<span style="{_TRACK}" aria-hidden="true"><span style="{bar}"></span><span style="{line}"></span></span>'
    return f"{drawn}{escape(sureness(judged))}"


def _day(iso: str) -> str:
    """ "2026-09-01" as people write it; anything else as it stands."""
    try:
        day = date.fromisoformat(iso)
    except ValueError:
        return iso
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _some(number: int, many: str, one: str) -> str:
    return f"{number} {one if number == 1 else many}"
