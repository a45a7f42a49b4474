"""Making pages safe to look at.

Whatever a student wrote into a notebook is shown in the teacher's browser and
in feedback files. nbconvert can clean the outputs, but drops every table
heading and style with it, and the pages of nbgrader do not clean text cells at
all. These two filters replace nbconvert's.
"""

from __future__ import annotations

from typing import Any

import bleach
from bleach.css_sanitizer import ALLOWED_CSS_PROPERTIES, CSSSanitizer
from jinja2 import pass_context
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
TAGS = frozenset(bleach.ALLOWED_TAGS) | {
    *("div", "span", "p", "br", "hr", "pre", "small", "sup", "sub", "mark", "del", "details", "summary", "img"),
    *("table", "thead", "tbody", "tr", "td", "th", "caption", "dl", "dt", "dd", *HEADINGS),
}
BOX = ("border", "border-top", "border-bottom", "border-left", "border-right", "border-radius", "padding", "margin")
SIDES = tuple(f"{box}-{side}" for box in ("padding", "margin") for side in ("top", "bottom", "left", "right"))
STYLES = frozenset(ALLOWED_CSS_PROPERTIES) | {
    *BOX,
    *SIDES,
    *("flex", "flex-wrap", "gap", "align-items", "justify-content"),
    *("min-width", "max-width", "overflow-wrap", "list-style", "list-style-type"),
}
PICTURES = ("data:image/png;", "data:image/jpeg;", "data:image/gif;")


def page(html: Any) -> str:
    """Return *html* with the marks, styles and tables of a report, and nothing that runs or loads anything."""
    return _clean(html, _in_output, CSSSanitizer(allowed_css_properties=STYLES))


@pass_context
def markdown(context: Any, source: str) -> str:
    """Return the text cell *source* as safe HTML; pictures may only come from the notebook itself."""
    cell = context.get("cell") or {}
    renderer = IPythonRenderer(escape=False, attachments=cell.get("attachments", {}), exclude_anchor_links=True)
    aligned = CSSSanitizer(allowed_css_properties=["text-align"])
    return _clean(MarkdownWithMath(renderer=renderer).render(source), _in_text, aligned)


def _clean(html: Any, allowed: Any, styles: CSSSanitizer) -> str:
    text = html.decode() if isinstance(html, bytes) else str(html)
    protocols = {*bleach.sanitizer.ALLOWED_PROTOCOLS, "data"}
    return str(bleach.clean(text, tags=TAGS, attributes=allowed, css_sanitizer=styles, protocols=protocols))


def _in_text(tag: str, name: str, value: str) -> bool:
    if tag == "a":
        return name == "title" or (name == "href" and not value.strip().lower().startswith("data:"))
    if tag == "img":
        return name == "alt" or (name == "src" and value.startswith(PICTURES))
    if tag in {"td", "th"} and name == "style":
        return True
    return (tag in HEADINGS and name == "id") or name in {"colspan", "rowspan", "lang", "dir"}


def _in_output(tag: str, name: str, value: str) -> bool:
    kit = name == "class" and value.startswith("claimlab-")
    return kit or name in {"style", "role"} or name.startswith("aria-") or _in_text(tag, name, value)
