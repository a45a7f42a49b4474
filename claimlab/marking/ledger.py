"""A line of the source ledger: what one claim earns, part by part.

Ten points a claim: the earliest page 3, independent origins 2, words that show it 3, the
letter for each source 1, a search for disagreement 1. Where nothing in the pack settles the
claim, there is no page to find: then searches that fit it stand in the place of a source, and
three different ones earn as much as the best page.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from claimlab.answers import Claim, Evidence, OwnSource, Search
from claimlab.case import Source
from claimlab.marking import copies, quoting
from claimlab.source_key import EARLIEST, Listed, SourcedClaim, SourceKey, stems

ORIGIN, INDEPENDENT, SUPPORT, LETTER, SEARCH = 3.0, 2.0, 3.0, 1.0, 1.0
LOOKED = 3  # different fitting searches that show a thorough look
FORGIVEN = 1  # a card that does not speak to the claim
PUT_ASIDE = 6  # cards that the student attached and found to be beside the point
MOST_CARDS, MOST_SEARCHES = 120, 60
LETTERS = "ABCDE"
Own = Mapping[str, OwnSource]


@dataclass(frozen=True)
class Weighed:
    """A card that the key lists for the claim, and what its words earn: 0-3 points."""

    evidence: Evidence
    listed: Listed

    @property
    def right_stance(self) -> bool:
        """True if the card says about the claim what the student says it does."""
        return self.evidence.stance in self.listed.stances

    @cached_property
    def words(self) -> int:
        """Points for the quoted words, 0-3, whatever the stance."""
        return quoting.support(self.evidence.words, self.listed)

    @property
    def support(self) -> int:
        """Points for words and stance together: without the right stance the words show nothing."""
        return self.words if self.right_stance else 0

    @property
    def letter(self) -> float:
        """Credit for the letter: 1, half for one step beside it, else 0."""
        given, right = self.evidence.letter, self.listed.letters
        if given and given in right:
            return 1.0
        near = {LETTERS.index(given) - 1, LETTERS.index(given) + 1} if given and given in LETTERS else set()
        return 0.5 if near & {LETTERS.index(letter) for letter in right if letter in LETTERS} else 0.0


@dataclass(frozen=True)
class Entry:
    """One claim of the ledger with its sources sorted by what they are, and its searches by whether they fit.

    ``aside`` are cards that only touch the subject and yet were taken for evidence. ``pages`` names every source by
    id; ``repeats`` says in words who repeats whom.
    """

    claim: Claim
    given: SourcedClaim
    weighed: tuple[Weighed, ...]
    strays: tuple[Evidence, ...]
    aside: tuple[Evidence, ...]
    own: tuple[Evidence, ...]
    article: tuple[Evidence, ...]
    repeated: tuple[Evidence, ...]
    earliest: tuple[Evidence, ...]
    fitting: tuple[Search, ...]
    pages: Mapping[str, Source | OwnSource]
    repeats: str

    @cached_property
    def fit(self) -> float:
        """The share of the cards that speak to the claim, one stray forgiven: 0-1."""
        strays = len(self.strays) + len(self.article)
        belong = len(self.weighed)
        return min(1.0, (belong + FORGIVEN) / (belong + strays)) if belong + strays else 1.0

    @cached_property
    def looked(self) -> float:
        """How thoroughly an open claim was searched, 0-1; always 0 where the pack has an answer."""
        different = {stems([search.query]) & self.given.fitting for search in self.fitting}
        return min(1.0, len(different) / LOOKED) if self.given.open else 0.0

    @cached_property
    def sorted(self) -> copies.Sorted:
        """How the cards that speak to the claim were grouped; what the student set aside is not counted."""
        counting = [one.evidence for one in self.weighed if one.evidence.stance != "irrelevant"]
        return copies.sort(counting, self.given)

    @property
    def marked(self) -> Weighed | None:
        """The card taken for the earliest appearance, if it speaks to the claim and the student says so too."""
        if len(self.earliest) != 1:
            return None
        named = next((one for one in self.weighed if one.evidence is self.earliest[0]), None)
        return None if named and named.evidence.stance == "irrelevant" and not named.right_stance else named

    @property
    def origin(self) -> float:
        """Points for the earliest page, 0-3. On an open claim there is none, and saying so needs searches."""
        if not self.earliest:
            return ORIGIN * self.looked
        return self.marked.listed.text.origin / EARLIEST * ORIGIN * self.fit if self.marked else 0.0

    @property
    def independence(self) -> float:
        """Points for independent origins, 0-2: each card in a wrong place costs its share, strays cost theirs."""
        found = self.sorted
        right = max(0.0, 1 - found.errors / found.true) if found.true else 1.0
        enough = self.looked if self.given.open else min(1.0, found.solid / self.given.text.need)
        return INDEPENDENT * right * enough * self.fit

    @cached_property
    def best(self) -> Weighed | None:
        """The card whose words show most; of equals the first by id, so that the order in the sheet is nothing."""
        ranked = sorted(self.weighed, key=lambda one: (-one.support, -one.words, one.evidence.source))
        return ranked[0] if ranked else None

    @property
    def support(self) -> float:
        """Points for words that show it, 0-3: those of the best card, or the searches on an open claim."""
        return max(SUPPORT * self.looked, self.fit * self.best.support if self.best else 0.0)

    @property
    def letter(self) -> float:
        """Points for the letters, 0-1: the mean over the cards that speak to the claim."""
        if not self.weighed:
            return LETTER * self.looked
        return LETTER * sum(one.letter for one in self.weighed) / len(self.weighed)

    @property
    def against(self) -> Search | None:
        """The first fitting search that looked for disagreement."""
        return next((search for search in self.fitting if search.against), None)

    @property
    def search(self) -> float:
        """Points for a recorded search for disagreement, 0 or 1."""
        return SEARCH if self.against else 0.0


def enter(claim: Claim, key: SourceKey, own: Own) -> Entry:
    """Return the ledger entry for *claim*, one of those that *key* knows."""
    given = key.claims[claim.id]
    first: dict[str, Evidence] = {}
    repeated = []
    for evidence in claim.evidence[:MOST_CARDS]:
        if evidence.source in first:
            repeated.append(evidence)
        first.setdefault(evidence.source, evidence)
    kinds: dict[str, list[Evidence]] = {
        kind: [] for kind in ("listed", "aside", "set aside", "own", "article", "stray")
    }
    for evidence in first.values():
        kinds[_kind(evidence, given, key, own)].append(evidence)
    return Entry(
        claim,
        given,
        tuple(Weighed(evidence, given.sources[evidence.source]) for evidence in kinds["listed"]),
        (*kinds["stray"], *kinds["set aside"][PUT_ASIDE:]),
        tuple(evidence for evidence in kinds["aside"] if evidence.stance != "irrelevant"),
        tuple(kinds["own"]),
        tuple(kinds["article"]),
        tuple(repeated),
        tuple(evidence for evidence in first.values() if evidence.role == "origin"),
        _fitting(claim.searches[:MOST_SEARCHES], given),
        {**own, **key.cards},
        copies.told(given, key),
    )


def _kind(evidence: Evidence, given: SourcedClaim, key: SourceKey, own: Own) -> str:
    if evidence.source in given.sources:
        return "listed"
    if evidence.source in given.text.aside:
        return "aside"
    if evidence.source in own:
        return "article" if _is_the_article(own[evidence.source], key) else "own"
    if evidence.source in key.text.article_pages:
        return "article"
    return "set aside" if evidence.stance == "irrelevant" and evidence.source in key.cards else "stray"


def _is_the_article(source: OwnSource, key: SourceKey) -> bool:
    pages = {_core(key.cards[page].url) for page in key.text.article_pages}
    return _core(source.url) in pages


def _core(address: str) -> str:
    return address.strip().lower().split("://")[-1].removeprefix("www.").split("#")[0].rstrip("/")


def _fitting(searches: Sequence[Search], given: SourcedClaim) -> tuple[Search, ...]:
    return tuple(search for search in searches if stems([search.query[:300]]) & given.fitting)
