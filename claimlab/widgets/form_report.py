"""The report on a finished form: what its owner may now be told, on the pages and as one static text to keep.

Only inline styles are used and every colour is see-through, so that the report reads in
the light and the dark theme, on paper, and wherever the notebook travels.
"""

from __future__ import annotations

from html import escape
from typing import Any

from claimlab.check_forms import Answer, CheckForm, Taken
from claimlab.form_key import LEVELS, FormKey, TaskKey, Truth
from claimlab.marking import self_insight
from claimlab.marking.calibration import Band
from claimlab.showing import Shown

HEADS = {
    "right": ("✓", "You leaned the right way."),
    "wrong": ("✗", "You leaned the other way."),
    "partly": ("◐", "You stayed in the middle."),
    "unsure": ("?", "You would look it up."),
    "open": ("–", "You left it open."),
}
CHANCE = (
    "A form is short. With twenty other statements the counts could differ by two or three, by chance alone. "
    "They are for you, and never a mark."
)
_FRAME = "border:1px solid rgba(128,128,128,.45);border-radius:12px;padding:16px 20px;margin:8px 0;line-height:1.6"
_SMALL = "font-size:.92em;opacity:.85"
_TILE = "flex:1 1 190px;border:1px solid rgba(128,128,128,.4);border-radius:10px;padding:10px 14px"
_BAR = "position:absolute;inset:0 auto 0 0;background:rgba(66,133,214,.75);border-radius:9px"
_LINE = "position:absolute;width:3px;background:currentColor"
_TRACK = "position:relative;height:18px;border-radius:9px;background:rgba(128,128,128,.18);margin:4px 0"


def told(form: CheckForm, key: FormKey, taken: Taken) -> dict[str, Any]:
    """Return what each page says once *form* is finished, by id: what is so, why and the source, or the levels."""
    statements = {item.id: _truth(item, taken.answers.get(item.id, Answer())) for item in key.items}
    return {**statements, **{task.id: _levels(task) for task in key.tasks}}


def state(item: Truth, said: Answer) -> str:
    """Return how an answer turned out: right, wrong, partly, unsure or open."""
    if said.value is None:
        return "unsure" if said.unsure else "open"
    toward = said.value if item.accurate else 100 - said.value
    return "right" if toward > 50 else "partly" if toward == 50 else "wrong"


def _truth(item: Truth, said: Answer) -> dict[str, str]:
    sign = state(item, said)
    mark, words = HEADS[sign]
    head = f"{'Accurate' if item.accurate else 'Not accurate'}. {words}"
    return {"sign": sign, "mark": mark, "head": head, "why": item.why, "source": item.source}


def _levels(task: TaskKey) -> list[dict[str, Any]]:
    return [
        {"level": name, "means": level.means, "samples": list(level.samples)}
        for name, level in zip(LEVELS, task.levels, strict=True)
    ]


def report(form: CheckForm, key: FormKey, taken: Taken) -> Shown:
    """Return the whole report on a finished form, as a page and as plain text."""
    insight = self_insight.look(key, taken)
    top = self_insight.counts(insight)
    lines = (*self_insight.explained(insight), self_insight.by_tone(key, taken), self_insight.written(key, taken))
    surprises = self_insight.surprises(form, key, taken)
    tiles = "".join(_tile(line) for line in top)
    said = "".join(f'<p style="margin:6px 0">{escape(line)}</p>' for line in lines if line)
    page = (
        f'<div class="claimlab-form-report" style="{_FRAME}"><p style="margin:0;font-size:1.1em"><strong>'
        f"{escape(form.title)} Your report</strong></p>"
        f'<div style="display:flex;flex-wrap:wrap;gap:10px;margin:12px 0">{tiles}</div>{said}'
        f"{_strip(insight)}{_second_look(surprises)}{_all(form, key, taken)}"
        f'<p style="margin:12px 0 0;{_SMALL}">{CHANCE}</p></div>'
    )
    plain = [*top, *lines, *self_insight.strip(insight), *(f"Worth a second look: {one}" for one in surprises), CHANCE]
    return Shown(page, "\n".join(line for line in plain if line))


def _tile(line: str) -> str:
    """One count, its number large; the words come first so that it reads as a sentence."""
    words, _, number = line.rstrip(".").partition(": ")
    return (
        f'<div style="{_TILE}"><div style="{_SMALL}">{escape(words)}:</div>'
        f'<div style="font-size:1.45em;font-weight:650;line-height:1.35">{escape(number)}</div></div>'
    )


def _strip(insight: self_insight.Insight) -> str:
    bands = [band for band in insight.measures.bands if band.count]
    if not bands:
        return ""
    rows = "".join(_band(band) for band in bands)
    note = "The bar shows how many came true. The line shows what you said. They should lie close together."
    head = '<p style="margin:14px 0 2px"><strong>Said, and came true</strong></p>'
    return f'{head}<p style="margin:0;{_SMALL}">{note}</p>{rows}'


def _band(band: Band) -> str:
    bar = f"{_BAR};width:{100 * band.so:.0f}%"
    line = f"{_LINE};top:-4px;bottom:-4px;left:calc({100 * band.said:.0f}% - 1.5px)"
    return (
        f'<div style="margin:10px 0"><div style="{_SMALL}">{escape(self_insight.band_line(band))}</div>'
        f'<div style="{_TRACK}" aria-hidden="true"><div style="{bar}"></div><div style="{line}"></div></div></div>'
    )


def _second_look(surprises: tuple[str, ...]) -> str:
    if not surprises:
        return ""
    rows = "".join(f"<li>{escape(one)}</li>" for one in surprises)
    head = "Worth a second look: you were at least 80 in 100 sure, and it is the other way."
    return f'<p style="margin:14px 0 2px"><strong>{head}</strong></p><ul style="margin:0">{rows}</ul>'


def _all(form: CheckForm, key: FormKey, taken: Taken) -> str:
    rows = "".join(
        _row(item.say, _truth(truth, taken.answers.get(item.id, Answer())), taken.answers.get(item.id, Answer()))
        for item, truth in zip(form.items, key.items, strict=True)
    )
    return (
        '<details style="margin:14px 0 0"><summary><strong>Every statement, what is so and why</strong></summary>'
        f'<ol style="padding-left:26px">{rows}</ol></details>'
    )


def _row(say: str, truth: dict[str, str], said: Answer) -> str:
    number = f" You said {said.value} in 100." if said.value is not None else ""
    return (
        f'<li style="margin:8px 0">{escape(say)}<br><strong>{truth["mark"]} {escape(truth["head"])}</strong>'
        f'{number} {escape(truth["why"])}<br><span style="{_SMALL}">Source: {escape(truth["source"])}</span></li>'
    )
