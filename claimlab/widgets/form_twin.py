"""The static twin of a check form: its statements and tasks with the answers so far, and nothing else.

Only inline styles are used and every colour is see-through. Nothing here knows the key, so that
a form which is being taken loads nothing of what comes after it.
"""

from __future__ import annotations

from html import escape

from claimlab.check_forms import Answer, CheckForm, Taken
from claimlab.showing import Shown

_FRAME = "border:1px solid rgba(128,128,128,.45);border-radius:12px;padding:16px 20px;margin:8px 0;line-height:1.6"


def sheet(form: CheckForm, taken: Taken) -> Shown:
    """Return *form* with the answers so far."""
    said = {item.id: _said(taken.answers.get(item.id, Answer())) for item in form.items}
    rows = "".join(
        f'<li style="margin:4px 0">{escape(item.say)} <strong>{said[item.id]}</strong></li>' for item in form.items
    )
    tasks = "".join(
        f'<li style="margin:6px 0">{escape(task.text)} {escape(task.ask)}<br>'
        f"<strong>{escape(taken.words.get(task.id, '') or 'not answered')}</strong></li>"
        for task in form.tasks
    )
    given = sum(one.given for one in taken.answers.values())
    page = (
        f'<div class="claimlab-saved" style="{_FRAME}"><p style="margin:0"><strong>{escape(form.title)}</strong></p>'
        f'<ol style="padding-left:26px">{rows}</ol><ol style="padding-left:26px">{tasks}</ol></div>'
    )
    return Shown(page, f"{form.title} {given} of {len(form.items)} statements answered.")


def _said(one: Answer) -> str:
    return f"{one.value} in 100" if one.value is not None else "would look it up" if one.unsure else "not answered"
