"""What each finding of a scorecard earns, before a word is said about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from claimlab import article_score
from claimlab.answers import Finding, Indicator
from claimlab.indicators import MOST, MOST_ON_PAGE, SIGNS, outside
from claimlab.marking import proof
from claimlab.scorecard_key import Entry, Ruling, ScorecardKey

DIRECTION, PROOF, FAKE = 2.0, 4.0, 1.0


@dataclass(frozen=True)
class Rated:
    """One finding with its credits, each 0-1; ``repeated`` names the indicator that has the same proof."""

    indicator: Indicator
    finding: Finding
    ruling: Ruling
    direction: float
    proof: float
    repeated: str = ""

    @property
    def points(self) -> float:
        """Points for this article, 0-6."""
        return DIRECTION * self.direction + PROOF * self.proof


@dataclass(frozen=True)
class Card:
    """An indicator that counts: a rating for each article, and the credit (0-1) for whether it could be faked."""

    indicator: Indicator
    entry: Entry
    rated: tuple[Rated, ...]
    fake: float

    @property
    def points(self) -> float:
        """Points for the indicator, 0-7."""
        return sum(one.points for one in self.rated) / len(self.rated) + FAKE * self.fake


def counted(indicators: Iterable[Indicator]) -> tuple[tuple[Indicator, ...], tuple[tuple[Indicator, str], ...]]:
    """Return the indicators that count, in the student's order, and the others, each with the reason."""
    kept: list[Indicator] = []
    others: list[tuple[Indicator, str]] = []
    for one in indicators:
        page = sum(not outside(other.id) for other in kept)
        if one.id not in SIGNS:
            others.append((one, "It is not on the list of indicators."))
        elif len(kept) == MOST:
            others.append((one, f"Only the first {MOST} indicators count."))
        elif not outside(one.id) and page == MOST_ON_PAGE:
            others.append((one, f"Only {MOST_ON_PAGE} signs of the page itself count: look outside it for the rest."))
        else:
            kept.append(one)
    return tuple(kept), tuple(others)


def proof_of(finding: Finding, sign: str) -> str:
    """Return the words that prove *finding*, or "" where there are none: of a card, or of the page itself."""
    if outside(sign):
        return finding.words if finding.source else ""
    return finding.passage.exact if finding.passage else ""


def proved_outside(made: Iterable[Card]) -> float:
    """Return how many findings are proved by something outside the page; half a proof counts half."""
    return sum(one.proof for card in made if outside(card.indicator.id) for one in card.rated)


def cards(chosen: tuple[Indicator, ...], key: ScorecardKey) -> tuple[Card, ...]:
    """Return what the *chosen* indicators earn by *key*; the same words prove one indicator only, the first."""
    seen: dict[str, list[tuple[str, str]]] = {name: [] for name in key.cases}
    made = []
    for one in chosen:
        entry = key.entries[one.id]
        rated = tuple(_rated(one, name, entry.articles[name], key, seen[name]) for name in key.cases)
        made.append(Card(one, entry, rated, _fake_credit(one, entry)))
    return tuple(made)


def _rated(one: Indicator, name: str, ruling: Ruling, key: ScorecardKey, seen: list[tuple[str, str]]) -> Rated:
    finding = article_score.finding(one, name)
    words = proof_of(finding, one.id)
    direction = 1.0 if finding.direction == ruling.direction else 0.5 if finding.direction in ruling.also else 0.0
    earned = _proof_credit(finding, one.id, name, ruling, key) if finding.direction else 0.0
    repeated = next((other for other, before in seen if words and proof.same(words, before)), "") if earned else ""
    if earned:
        seen.append((one.id, words))
    if repeated:
        earned = 0.0
    elif not direction:
        earned = min(earned, 0.5)
    return Rated(one, finding, ruling, direction, earned, repeated)


def _proof_credit(finding: Finding, sign: str, name: str, ruling: Ruling, key: ScorecardKey) -> float:
    words = proof_of(finding, sign)
    if not outside(sign):
        article = key.cases[name].article
        return proof.credit(words, ruling.passages, [article.text[a:b] for a, b in article.sentences])
    shown = proof.credit(words, ruling.cards.get(finding.source, ()), key.card_texts[name].get(finding.source, ()))
    accepted = finding.direction in (ruling.direction, *ruling.also)
    looked = ruling.nothing and accepted and finding.direction != "for" and bool(finding.search.strip())
    return max(shown, 0.5 if looked else 0.0)


def _fake_credit(one: Indicator, entry: Entry) -> float:
    if one.fake == entry.fake:
        return 1.0 if one.reason in entry.reasons else 0.5
    return 1.0 if one.fake and one.reason in entry.or_fake else 0.0
