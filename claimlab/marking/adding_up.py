"""The sums of a scorecard: weights, the share of the page itself, scores, and which weight moves them."""

from __future__ import annotations

from typing import Any, NamedTuple

from claimlab import article_score
from claimlab.answers import Indicator, Sheet
from claimlab.article_score import BESIDE, MOVES
from claimlab.indicators import PAGE_SHARE, SIGNS

EACH = 2.0
WITHIN = 0.5  # points of the score; how far a kept score may be from the sum


class Sum(NamedTuple):
    """One of the four sums: its ``title``, what was ``found``, ``points`` 0-2 and what is still to do."""

    title: str
    found: str
    points: float
    todo: str


def sums(sheet: Sheet, chosen: tuple[Indicator, ...], names: tuple[str, ...]) -> tuple[Sum, ...]:
    """Return the four sums of *sheet* over the indicators that count and the articles called *names*."""
    whole, page = article_score.weights(chosen), article_score.page_share(chosen)
    complete = whole == 100 and all(article_score.finding(one, name).direction for one in chosen for name in names)
    within = whole > 0 and article_score.within_page_share(chosen)
    scores = _right_scores(sheet, chosen, names) if complete else 0
    missed = _missed_moves(sheet, chosen, names) if complete else names
    moved = len(names) - len(missed)
    count = len(names)
    follow = "Give every indicator a direction for both articles, and let the weights add up to 100."
    share = f"signs of the page itself carry {page:.0f} % of the weight, {PAGE_SHARE} % at most"
    most = " ".join(_most(chosen, name, "AB"[names.index(name)]) for name in missed) if complete else follow
    return (
        Sum("Weights", f"they add up to {whole}", EACH * (whole == 100), "Make the weights add up to 100."),
        Sum("Page share", share, EACH * within, "Move weight to indicators from outside the page."),
        Sum("Scores", f"{scores} of {count} follow from weights and directions", EACH * scores / count, follow),
        Sum("What moves them", f"{moved} of {count} named rightly", EACH * moved / count, most),
    )


def _right_scores(sheet: Sheet, chosen: tuple[Indicator, ...], names: tuple[str, ...]) -> int:
    kept = {names[0]: sheet.article_score, **_responses(sheet, BESIDE)}
    return sum(_near(kept.get(name), article_score.score(chosen, name)) for name in names)


def _near(kept: Any, right: float | None) -> bool:
    number = isinstance(kept, int | float) and not isinstance(kept, bool) and -1 <= kept <= 101
    return number and right is not None and abs(kept - right) <= WITHIN


def _missed_moves(sheet: Sheet, chosen: tuple[Indicator, ...], names: tuple[str, ...]) -> tuple[str, ...]:
    said = _responses(sheet, MOVES)
    return tuple(name for name in names if said.get(name) not in article_score.moves_most(chosen, name))


def _most(chosen: tuple[Indicator, ...], name: str, letter: str) -> str:
    """Say which halved weight moves the score of an article most, as the table of the scorecard shows."""
    signs = [SIGNS[one].name for one in article_score.moves_most(chosen, name) if one in SIGNS]
    if not signs:
        return f"Article {letter}: the table shows that no halved weight moves the score."
    said = " and ".join(f"“{one}”" for one in signs)
    return f"Article {letter}: the table shows that half the weight of {said} moves the score most."


def _responses(sheet: Sheet, name: str) -> dict[str, Any]:
    found = sheet.responses.get(name)
    return found if isinstance(found, dict) else {}
