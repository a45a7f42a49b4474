"""The sentences of the feedback on a scorecard: what you chose, what shows it, why, next move."""

from __future__ import annotations

from collections.abc import Sequence

from claimlab import article_score
from claimlab.answers import Finding, Indicator, Sheet
from claimlab.indicators import DIRECTIONS, REASONS, SIGNS, outside
from claimlab.marking.adding_up import EACH, Sum
from claimlab.marking.marks import Line, Share, State
from claimlab.marking.rated import Card, Rated
from claimlab.scorecard_key import Entry, ScorecardKey


def line(rated: Rated, key: ScorecardKey) -> Line:
    """Return the feedback on one indicator for one article; every point it loses is explained."""
    sign, name = SIGNS[rated.indicator.id], rated.finding.article
    total = rated.direction + rated.proof
    state: State = "right" if total == 2 else "partly" if total else "wrong"
    if not rated.finding.direction:
        state = "unattempted"
    why = " ".join(filter(None, (_direction_said(rated), _proof_said(rated), rated.ruling.why)))
    return Line(
        rated.indicator.id,
        state,
        _did(rated.finding, rated.indicator.id, key),
        _expert(rated, key) if total < 2 else "",
        why,
        _next(rated),
        name=f"{sign.name}, {letter(key, name)[0].lower()}{letter(key, name)[1:]}",
    )


def fake_line(one: Indicator, entry: Entry, credit: float) -> Line:
    """Return the feedback on the question whether an author could fake *one*, where it lost something."""
    reason = REASONS.get(one.reason, ("", ""))[1]
    did = f"You chose: {one.fake}. {reason}".strip() if one.fake else "No answer yet."
    why = "The answer fits; the reason does not. It counts half." if credit else ""
    return Line(
        one.id,
        "partly" if credit else "wrong" if one.fake else "unattempted",
        did,
        f"We would say: {entry.fake}. {REASONS[entry.reasons[0]][1]}",
        " ".join(filter(None, (why, entry.why))),
        "Ask: would this sign survive an author who knows that you look for it?",
        name=f"{SIGNS[one.id].name}, could an author fake it?",
    )


def sum_line(row: Sum) -> Line:
    """Return the feedback on one of the four sums."""
    state: State = "right" if row.points >= EACH else "partly" if row.points else "wrong"
    said = f"{row.found[:1].upper()}{row.found[1:]}."
    return Line("sums", state, said, next="" if state == "right" else row.todo, name=row.title)


def form(cards: Sequence[Card], articles: int) -> tuple[str, ...]:
    """Return sentences on what is still open, with nothing of the key."""
    blank = sum(not one.finding.direction for card in cards for one in card.rated)
    unanswered = sum(not card.indicator.fake for card in cards)
    counts = [(blank, "has no direction yet", "have no direction yet")]
    said = [f"{n} of {articles * len(cards)} findings {one if n == 1 else many}." for n, one, many in counts if n]
    if unanswered:
        said.append(f"The question whether an author could fake it is open for {_count(unanswered, 'indicator')}.")
    return tuple(said)


def shares(cards: Sequence[Card]) -> tuple[Share, ...]:
    """Return in counts what the points for the indicators depend on, and what the rest would bring."""
    rated = [one for card in cards for one in card.rated]
    count, half = len(rated), 1 / max(1, len(cards[0].rated))
    right = sum(one.direction == 1 for one in rated)
    shown = sum(one.proof == 1 for one in rated)
    seen = sum(card.fake == 1 for card in cards)
    return (
        Share("Indicators", f"{len(cards)} of up to 6 chosen", 7.0 * (6 - len(cards))),
        Share("Direction", f"{right} of {count} right", 2 * half * sum(1 - one.direction for one in rated)),
        Share("Proof", f"{shown} of {count} show it", 4 * half * sum(1 - one.proof for one in rated)),
        Share("Can it be faked?", f"{seen} of {len(cards)} with a fitting reason", sum(1 - one.fake for one in cards)),
    )


def handed(sheet: Sheet) -> str:
    """Return in one sentence what was handed in."""
    away = sum(outside(one.id) for one in sheet.indicators)
    whole = article_score.weights(sheet.indicators)
    chosen = _count(len(sheet.indicators), "indicator")
    return f"You handed in {chosen}, {away} of them from outside the page; the weights add up to {whole}."


def who_is_who(key: ScorecardKey) -> str:
    """Return a sentence that says which article is A and which is B."""
    said = (f"{letter(key, name)} is {_marks(one.article.headline)}" for name, one in key.cases.items())
    return f"{'; '.join(said)}."


def letter(key: ScorecardKey, name: str) -> str:
    """Return "Article A" for the first article and so on, as the scorecard calls them."""
    return f"Article {'ABCDEFGH'[list(key.cases).index(name)]}"


def _did(finding: Finding, sign: str, key: ScorecardKey) -> str:
    if not finding.direction:
        return "Nothing chosen yet."
    said = [f"You chose: {DIRECTIONS.get(finding.direction, finding.direction[:40])}"]
    if not outside(sign) and finding.passage:
        said.append(f"You marked: {_marks(_short(finding.passage.exact, 240))}")
    elif outside(sign) and finding.source:
        titles = {source.id: source.title for source in key.cases[finding.article].sources}
        card = titles.get(finding.source, finding.source[:40])
        said.append(f"You marked: {_marks(_short(finding.words, 240))} on the card {_marks(_short(card, 80))}")
    if outside(sign) and finding.search.strip():
        said.append(f"You wrote: a search for {_marks(_short(finding.search, 80))} that found nothing")
    return "\n".join(said)


def _expert(rated: Rated, key: ScorecardKey) -> str:
    """What the key says: first what shows it, which a learner who is still looking is not told."""
    ruling = rated.ruling
    said = f"We would say: {DIRECTIONS[ruling.direction]}"
    if ruling.passages:
        return f"The article: {_marks(_short(ruling.passages[0], 240))}\n{said}"
    if not ruling.cards:
        return said
    source, quotes = next(iter(ruling.cards.items()))
    title = next(one.title for one in key.cases[rated.finding.article].sources if one.id == source)
    return f"The sources: {_marks(_short(quotes[0], 240))} on the card {_marks(_short(title, 80))}\n{said}"


def _direction_said(rated: Rated) -> str:
    if not rated.finding.direction or rated.direction == 1:
        return ""
    return "The direction can be argued, so it counts half." if rated.direction else "The direction does not fit."


def _proof_said(rated: Rated) -> str:
    finding = rated.finding
    if not finding.direction or rated.proof == 1:
        return ""
    if rated.repeated:
        return f"The same words already prove “{SIGNS[rated.repeated].name}”, and they count once."
    if not rated.proof:
        if _searched(rated):
            return "A search that found nothing does not show this."
        given = finding.source if outside(rated.indicator.id) else finding.passage
        return "These words do not show it." if given else "There is no proof yet."
    if not rated.direction:
        return "The words fit the question but not the direction, so they count half."
    return (
        "A search without result is half a proof." if _searched(rated) else "The words come near, so they count half."
    )


def _searched(rated: Rated) -> bool:
    away = outside(rated.indicator.id)
    return away and bool(rated.finding.search.strip()) and not rated.finding.words.strip()


def _next(rated: Rated) -> str:
    if not rated.finding.direction:
        return "Choose a direction and the words that show it."
    if rated.direction < 1 and rated.proof < 1:
        return "Ask the question of this indicator once more, then look again."
    if rated.proof < 1 and not (rated.ruling.cards or rated.ruling.passages):
        return "Keep it, or choose a sign that can be looked up."
    if rated.proof < 1:
        tip = SIGNS[rated.indicator.id].tip
        return "Find words of its own for it." if rated.repeated else tip
    return "Read your words again: which way do they point?" if rated.direction < 1 else "Keep it."


def _marks(words: str) -> str:
    return f"“{words.replace('“', '‘').replace('”', '’')}”"


def _short(words: str, longest: int) -> str:
    words = " ".join(words[: 4 * longest].split())
    return words if len(words) <= longest else words[: longest - 1].rstrip() + "…"


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
