"""Marking the scorecard (a4): what each indicator says about both articles, and the sums.

An indicator is worth 7 points, the mean over both articles: direction 2, proof 4, and 1 for "could an author
fake this?". Six indicators make 42. The other 8 are for the sums; they count in full once three indicators
from outside the page are proved, because a scorecard that looks at the page alone is the thing to unlearn.
"""

from __future__ import annotations

from claimlab import unread
from claimlab.answers import Indicator, Sheet
from claimlab.indicators import FEWEST_OUTSIDE, MOST, SIGNS
from claimlab.marking import adding_up, ratings
from claimlab.marking.marks import Criterion, Line, Marks, Share, state
from claimlab.marking.rated import DIRECTION, FAKE, PROOF, Card, cards, counted, proved_outside
from claimlab.scorecard_key import ScorecardKey

INDICATORS = MOST * (DIRECTION + PROOF + FAKE)
SUMS = 4 * adding_up.EACH
EARNED = (
    f"Each of up to {MOST} indicators brings 2 points for the direction and 4 for the proof, as the mean of both "
    "articles, and 1 for the question whether an author could fake it."
)
ADDED = "Each of the four is worth 2 points. They count in full once three indicators from outside the page are proved."


def mark(sheet: Sheet, key: ScorecardKey) -> Marks:
    """Return the marks of *sheet* by *key*. Pure and deterministic; never raises on a readable sheet."""
    chosen, left_out = counted(sheet.indicators)
    made = cards(chosen, key)
    lines = (*_lines(made, key), *_others(left_out, sheet))
    return Marks(key.assignment, (_indicators(sheet, made, lines, key), _sums(sheet, made, tuple(key.cases))))


def _indicators(sheet: Sheet, made: tuple[Card, ...], lines: tuple[Line, ...], key: ScorecardKey) -> Criterion:
    points = round(min(sum(card.points for card in made), INDICATORS), 2)
    return Criterion(
        "indicators",
        "Your indicators: which way they point, and the proof",
        points,
        INDICATORS,
        state(points, INDICATORS, begun=bool(made)),
        lines,
        f"{EARNED} {ratings.who_is_who(key)}",
        ratings.form(made, len(key.cases)),
        ratings.shares(made) if made else (),
        " + ".join(f"{card.points:.2f}" for card in made) + f" = {points:.2f}" if made else "",
        ratings.handed(sheet),
    )


def _lines(made: tuple[Card, ...], key: ScorecardKey) -> list[Line]:
    found: list[Line] = []
    for card in made:
        found += [ratings.line(rated, key) for rated in card.rated]
        if card.fake < 1:
            found.append(ratings.fake_line(card.indicator, card.entry, card.fake))
    return found


def _others(left_out: tuple[tuple[Indicator, str], ...], sheet: Sheet) -> list[Line]:
    found = [Line(one.id, "unattempted", _shown(one.id), why=why, name="Left out:") for one, why in left_out[:50]]
    return found + [_damaged(one) for one in sheet.damaged[:50]]


def _damaged(card: object) -> Line:
    typed = unread.words(card)
    if typed:
        return Line("", "unreadable", f"A typed line could not be read: {typed[:80]}", next="Write it anew.")
    return Line("", "unreadable", f"An indicator could not be read: {str(card)[:80]}", next="Choose it anew.")


def _sums(sheet: Sheet, made: tuple[Card, ...], names: tuple[str, ...]) -> Criterion:
    proved, wanted = proved_outside(made), FEWEST_OUTSIDE * len(names)
    scale = min(1.0, proved / wanted)
    rows = adding_up.sums(sheet, tuple(card.indicator for card in made), names) if made else ()
    whole = sum(row.points for row in rows)
    points = round(whole * scale, 2)
    there = f"{proved:g} proof{'' if proved == 1 else 's'} from there"
    enough = f"{there}, {wanted} wanted ({FEWEST_OUTSIDE} indicators, {len(names)} articles)"
    shares = [Share(row.title, row.found, (adding_up.EACH - row.points) * scale) for row in rows]
    return Criterion(
        "sums",
        "The sums: weights, scores and what moves them",
        points,
        SUMS,
        state(points, SUMS, begun=bool(made)),
        tuple(ratings.sum_line(row) for row in rows),
        ADDED,
        (),
        (*shares, Share("Outside the page", enough, whole - points)) if rows else (),
        f"({' + '.join(f'{row.points:g}' for row in rows)}) × {scale:.2f} = {points:.2f}" if rows else "",
        ratings.handed(sheet),
    )


def _shown(sign: str) -> str:
    return SIGNS[sign].name if sign in SIGNS else sign[:60]
