"""The step in which claims are made: what the passage marker is given, and what becomes of what it gives back.

The same cards can be marked in the article or typed one a line; whatever is
changed in one view is shown in the other.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from claimlab import form
from claimlab.answers import Claim
from claimlab.showing import Shown
from claimlab.widgets import twin

if TYPE_CHECKING:
    from claimlab.figures import Picture
    from claimlab.lab import Lab
    from claimlab.widgets.marker import PassageMarker
    from claimlab.widgets.writing import WritingBox


def opened(lab: Lab) -> PassageMarker:
    """Return a passage marker with the cards of *lab* on it."""
    from claimlab.widgets.marker import PassageMarker

    article = lab.case.article
    marker = PassageMarker(
        article,
        lab.sheet.claims,
        target=lab.plan.target,
        title=lab.plan.title,
        keep=lambda claims: _keep(lab, claims, "marked"),
        remarks=lambda said: [remark.message for remark in form.remarks(said, article)],
        guide="guide" not in lab.sheet.responses,
        on_guide_dismissed=lab.guide_seen,
        draft=lab.draft,
    )
    lab.views["marked"] = lambda: marker.replace(lab.sheet.claims)
    return marker


def typed(lab: Lab) -> WritingBox:
    """Return a text area with the cards of *lab*, one a line."""
    from claimlab.widgets import typed
    from claimlab.widgets.writing import WritingBox

    def keep(text: str) -> str:
        return _keep(lab, typed.parse_lines(text, lab.sheet.claims), "typed")

    lines = typed.format_lines(lab.sheet.claims)
    box = WritingBox(lab.plan.title, lines, keep, rows=12, lines=True, help=typed.HELP)
    lab.views["typed"] = lambda: box.replace(typed.format_lines(lab.sheet.claims))
    return box


def shown(lab: Lab, note: str = "") -> Shown:
    """Return the article with its marks and cards, to look at without a widget; *note* is a sentence put on top."""
    return Shown(twin.html(lab.sheet, lab.case.article, note=note), twin.plain(lab.sheet))


def remarks(lab: Lab) -> tuple[str, ...]:
    """Return sentences on form and counts that may be shown before the deadline."""
    return form.sheet_remarks(lab.sheet, lab.case.article, lab.plan.target)


def pictures(lab: Lab) -> dict[str, Callable[[], Picture]]:
    """Return what can be drawn of the claims, by name."""
    from claimlab import figures

    return {"article strip": lambda: figures.article_strip(lab.case.article, lab.sheet.claims)}


def _keep(lab: Lab, claims: tuple[Claim, ...], view: str) -> str:
    """Save *claims*, show them in the other view of the same cards, and return a sentence that says so."""
    count = len(claims)
    said = lab.keep(f"Saved. {count} claim{'' if count == 1 else 's'}.", claims=claims)
    lab.show_elsewhere(view)
    return said
