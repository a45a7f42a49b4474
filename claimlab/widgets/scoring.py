"""The step in which two articles are scored: what the scorecard is given, and what becomes of what it gives back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from claimlab import article_score, case, unread
from claimlab.answers import Finding, Indicator, Sheet
from claimlab.article_score import BESIDE, MOVES
from claimlab.case import Case
from claimlab.indicators import FEWEST_OUTSIDE, MOST, PAGE_SHARE, REASONS, SIGNS, outside
from claimlab.plan import Plan
from claimlab.problems import Problem
from claimlab.showing import Shown
from claimlab.unread import Unread
from claimlab.widgets import score_twin, typed_words, unread_twin

if TYPE_CHECKING:
    from claimlab.figures import Picture
    from claimlab.lab import Lab
    from claimlab.widgets.scorecard import Scorecard
    from claimlab.widgets.typed_box import TypedBox
    from claimlab.widgets.typed_scores import Reading


REPORTED = {"sums": ("sensitivity A", "sensitivity B")}  # pictures beside the reasons for a criterion


def cases(plan: Plan) -> dict[str, Case]:
    """Return the cases side by side, by id; raises Problem if the plan names no second one."""
    if not plan.beside:
        raise Problem("A scorecard sets two articles side by side: name the second one in plans.yaml, as “beside”.")
    return {name: case.load(name) for name in (plan.case, plan.beside)}


def opened(lab: Lab) -> Scorecard:
    """Return a scorecard with the answers of *lab* on it."""
    from claimlab.widgets.scorecard import Scorecard

    card = Scorecard(
        cases(lab.plan), lab.sheet.indicators, named(lab.sheet), keep=partial(_keep, lab, "pressed"),
        unread=unread.listed(lab.sheet), title=lab.plan.title, draft=lab.draft,
    )  # fmt: skip
    lab.views["pressed"] = lambda: card.replace(lab.sheet.indicators, named(lab.sheet), unread.listed(lab.sheet))
    return card


def typed(lab: Lab) -> TypedBox:
    """Return a text area with the scorecard of *lab*."""
    from claimlab.widgets import typed_box as boxes
    from claimlab.widgets.typed_scores import ScoreText

    form = ScoreText(cases(lab.plan))

    def text() -> str:
        return form.text(lab.sheet.indicators, named(lab.sheet), unread.listed(lab.sheet))

    def read(typed: str) -> Reading:
        return form.read(typed, lab.sheet.indicators, named(lab.sheet))

    def save(reading: Reading) -> str:
        return _keep(lab, "typed", reading.indicators, reading.moves, boxes.unread(reading))

    def say(reading: Reading) -> list[str]:
        return [said for letter, name in form.articles.items() if (said := _stands(reading.indicators, letter, name))]

    return boxes.opened(lab, typed_words.scores(), _matter(form.cases), text, read, save, say)


def _stands(indicators: tuple[Indicator, ...], letter: str, name: str) -> str:
    """Return the score of an article and what it would be with each weight halved, in words, or "" without a score."""
    score = article_score.score(indicators, name)
    moved = article_score.halved(indicators, name)
    halves = ", ".join(f"{score_twin.title(one.indicator)} {one.score:.1f}" for one in moved)
    return "" if score is None else f"Article {letter}: {score:.1f} of 100. With one weight halved: {halves}."


def _matter(articles: dict[str, Case]) -> list[str]:
    """Return what there is to read for a scorecard: its indicators and reasons, the articles and their sources."""
    from claimlab.widgets import typed_box as boxes

    sides = {"Indicators outside the page": "outside", "Indicators on the page": "page"}
    pairs = {
        title: [(one.name, one.question) for one in SIGNS.values() if one.side == side] for title, side in sides.items()
    }
    pairs["Can it be faked?"] = [(answer.capitalize(), words) for answer, words in REASONS.values()]
    found = [boxes.listed(title, said) for title, said in pairs.items()]
    for letter, one in zip("AB", articles.values(), strict=True):
        found += [
            boxes.article(f"Article {letter}", one.article),
            boxes.shelf(f"Sources about article {letter}", one.sources),
        ]
    return found


def _keep(
    lab: Lab, view: str, indicators: tuple[Indicator, ...], moves: dict[str, str], lines: tuple[Unread, ...]
) -> str:
    """Save a scorecard with its scores, show it in the other view, and return a sentence that says so."""
    first, second = cases(lab.plan)
    responses = {**lab.sheet.responses, MOVES: moves, BESIDE: {second: complete(indicators, second)}}
    said = lab.keep(
        saved(indicators), indicators=indicators, article_score=complete(indicators, first), responses=responses,
        damaged=unread.kept(lab.sheet, lines),
    )  # fmt: skip
    lab.show_elsewhere(view)
    return said


def complete(indicators: tuple[Indicator, ...], name: str) -> float | None:
    """Return the score of an article once it stands, rounded to tenths, or None while something is missing.

    It stands when the weights add up to 100 and every indicator has a direction for it.
    """
    whole = article_score.weights(indicators) == 100
    said = all(article_score.finding(one, name).direction for one in indicators)
    score = article_score.score(indicators, name) if whole and said else None
    return None if score is None else round(score, 1)


def named(sheet: Sheet) -> dict[str, str]:
    """Return which indicator the learner says moves the score of each article most."""
    found = sheet.responses.get(MOVES)
    return {name: said for name, said in found.items() if isinstance(said, str)} if isinstance(found, dict) else {}


def saved(indicators: tuple[Indicator, ...]) -> str:
    """Return the sentence that says what was saved."""
    count = len(indicators)
    return f"Saved. {count} indicator{'' if count == 1 else 's'}." if count else "Saved."


def shown(lab: Lab, note: str = "") -> Shown:
    """Return both report cards, to look at without a widget; *note* is a sentence put on top."""
    side_by_side = cases(lab.plan)
    page = score_twin.html(lab.sheet, side_by_side, note=note) + unread_twin.html(lab.sheet)
    return Shown(page, score_twin.plain(lab.sheet, side_by_side) + unread_twin.plain(lab.sheet))


def remarks(lab: Lab) -> tuple[str, ...]:
    """Return sentences on what is still open, without a word of the key."""
    made = lab.sheet.indicators
    if not made:
        return (f"Nothing is chosen yet. Choose up to {MOST} indicators.",)
    away = sum(outside(one.id) for one in made)
    said = [f"You have chosen {len(made)} of up to {MOST} indicators, {away} of them from outside the page."]
    if away < FEWEST_OUTSIDE and lab.plan.points:
        said.append(f"Choose at least {FEWEST_OUTSIDE} from outside the page.")
    return (*said, *_gaps(lab), *_weights(made))


def _gaps(lab: Lab) -> list[str]:
    made = lab.sheet.indicators
    found = [(one, article_score.finding(one, name)) for one in made for name in cases(lab.plan)]
    bare = sum(not said.direction for _, said in found)
    unproved = sum(not _proved(one, said) for one, said in found)
    open_ones = sum(not one.fake for one in made)
    gaps = [(bare, "without a direction"), (unproved, "without a proof")]
    said = [f"{count} of {len(found)} findings are {what}." for count, what in gaps if count]
    return [*said, *([f"Could an author fake it? {open_ones} of {len(made)} have no answer."] if open_ones else [])]


def _proved(one: Indicator, found: Finding) -> bool:
    return bool(found.source or found.search.strip()) if outside(one.id) else found.passage is not None


def _weights(made: tuple[Indicator, ...]) -> list[str]:
    whole, page = article_score.weights(made), article_score.page_share(made)
    said = [f"The weights add up to {whole}."] if whole == 100 else [f"The weights add up to {whole}, not to 100."]
    if page > PAGE_SHARE:
        said.append(f"Signs of the page itself carry {page:.0f} % of the weight; {PAGE_SHARE} % is the most.")
    return said


def pictures(lab: Lab) -> dict[str, Callable[[], Picture]]:
    """Return what can be drawn of the scorecard, by name: for each article its label and what moves its score."""
    drawn: dict[str, Callable[[], Picture]] = {}
    for letter, name in zip("AB", cases(lab.plan), strict=True):
        drawn[f"credibility label {letter}"] = partial(_label, lab, name)
        drawn[f"sensitivity {letter}"] = partial(_sensitivity, lab, name, f"article {letter}")
    return drawn


def _label(lab: Lab, name: str) -> Picture:
    from claimlab import figures
    from claimlab.widgets.boundary import byline

    made, one = lab.sheet.indicators[: 2 * MOST], cases(lab.plan)[name]
    found = {sign.id: article_score.finding(sign, name) for sign in made}
    author, date, *_ = byline(one.article).split(" · ")
    sources = {said.source for said in found.values() if said.source}
    exact = article_score.score(made, name)
    halved = [moved.score for moved in article_score.halved(made, name)]
    signs = [
        figures.Weighed(score_twin.title(sign.id), found[sign.id].direction, sign.weight, outside(sign.id))
        for sign in made
    ]
    score = None if exact is None else article_score.rounded(exact)
    return figures.credibility_label(
        one.article.headline, outlet=author, date=date, score=score, signs=signs,
        between=(min(halved), max(halved)) if halved else None, sources=len(sources),
        strongest=_proof(found, made, "for"), weakest=_proof(found, made, "against"),
    )  # fmt: skip


def _proof(found: dict[str, Finding], made: tuple[Indicator, ...], way: str) -> str:
    """Return the words that show the weightiest indicator pointing *way*, or "" if none is shown by any words."""
    shown = [(one, _shown_by(found[one.id])) for one in made if found[one.id].direction == way]
    weightiest = max(((one, words) for one, words in shown if words), key=lambda pair: pair[0].weight, default=None)
    return f"{score_twin.title(weightiest[0].id)}: {_quoted(weightiest[1])}" if weightiest else ""


def _shown_by(found: Finding) -> str:
    return found.passage.exact if found.passage else found.words.strip()


def _quoted(words: str) -> str:
    return f"“{words.replace('“', '‘').replace('”', '’')}”"


def _sensitivity(lab: Lab, name: str, article: str) -> Picture:
    from claimlab import figures

    made = lab.sheet.indicators[: 2 * MOST]
    rows = [(score_twin.title(moved.indicator), moved.score) for moved in article_score.halved(made, name)]
    return figures.sensitivity(rows, article_score.score(made, name) or 0.0, article)
