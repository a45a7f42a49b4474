"""The static twin of typed lines that could not be read, so that whoever looks at the work sees them too."""

from __future__ import annotations

from html import escape

from claimlab import unread
from claimlab.answers import Sheet

MOST = 200
_FRAME = "border-left:4px solid rgba(143,84,0,.8);padding:4px 14px;margin:8px 0;line-height:1.6"


def html(sheet: Sheet) -> str:
    """Return the unread lines of *sheet* as HTML, or "" if there are none."""
    found = unread.listed(sheet)
    rows = "".join(f'<li style="overflow-wrap:anywhere">{escape(line.words)}</li>' for line in found[:MOST])
    head = f"<strong>⚠ {_count(len(found))}</strong>"
    body = f'<div class="claimlab-saved" style="{_FRAME}">{head}<ul style="margin:2px 0">{rows}</ul></div>'
    return body if found else ""


def plain(sheet: Sheet) -> str:
    """Return the same as plain text, one line each, ready to stand below other lines."""
    found = unread.listed(sheet)
    lines = [f"{_count(len(found))}:", *(f"   {line.words}" for line in found[:MOST])]
    return "\n" + "\n".join(lines) if found else ""


def _count(lines: int) -> str:
    return f"{lines} typed line{'' if lines == 1 else 's'} could not be read"
