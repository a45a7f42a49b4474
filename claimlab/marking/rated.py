"""What each finding of a scorecard earns, before a word is said about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

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
    """Return what the *chosen* indicators earn by *key*.

    The same words prove one indicator only: the one that they prove best, and of equals the first.
    """
    rated = {name: _once([_rated(one, name, key) for one in chosen]) for name in key.cases}
    return tuple(
        Card(
            one,
            key.entries[one.id],
            tuple(rated[name][i] for name in key.cases),
            _fake_credit(one, key.entries[one.id]),
        )
        for i, one in enumerate(chosen)
    )


def _rated(one: Indicator, name: str, key: ScorecardKey) -> Rated:
    finding, ruling = article_score.finding(one, name), key.entries[one.id].articles[name]
    direction = 1.0 if finding.direction == ruling.direction else 0.5 if finding.direction in ruling.also else 0.0
    earned = _proof_credit(finding, one.id, name, ruling, key) if finding.direction else 0.0
    return Rated(one, finding, ruling, direction, earned if direction else min(earned, 0.5))


def _once(made: list[Rated]) -> list[Rated]:
    """Let the same words prove one of the findings on an article, the one that they earn most for."""
    kept: list[Rated] = []
    found = list(made)
    for i in sorted(range(len(made)), key=lambda i: -made[i].proof):
        words = proof_of(made[i].finding, made[i].indicator.id)
        twin = next((one for one in kept if words and proof.same(words, proof_of(one.finding, one.indicator.id))), None)
        if twin and made[i].proof:
            found[i] = replace(made[i], proof=0.0, repeated=twin.indicator.id)
        elif made[i].proof:
            kept.append(made[i])
    return found


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
