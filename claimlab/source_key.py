"""What the teacher knows about sources: which cards speak to each given claim, and who repeats whom.

Whether a page is the first to say something, or the tenth copy of a rumour, cannot be seen
on a card. This key says it, and it is checked when it is read: every passage stands on its card,
every claim can earn all its points.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import msgspec

from claimlab import case, keys, plan, text
from claimlab.answers import Verdict
from claimlab.case import Article, Case, Source
from claimlab.problems import Problem
from claimlab.wording import FUNCTION_WORDS, read

SCHEMA = "claimlab/key-sources/1"
EARLIEST = 3
Stance = Literal["supports", "partly supports", "refutes", "irrelevant"]


class SourceText(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a card says about a claim: its stance, the passages that show it, and how near it is to the first page.

    ``origin`` 0-3: 3 earliest page, 2 later page that names its source, 1 later repetition, 0 repeats without
    naming; ``comes_from`` lists the origins that may be named; ``most`` 1-3 is what its words can earn.
    """

    stance: Stance | tuple[Stance, ...]
    words: tuple[str, ...] = ()
    origin: int = 0
    most: int = 3
    comes_from: str | tuple[str, ...] = msgspec.field(name="from", default=())


class ClaimText(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A given claim as the key writes it; the fields are explained at the head of solutions/a2-sources/key.yaml."""

    id: str
    rows: tuple[int, ...]
    verdict: Verdict
    told: str
    need: int = 0
    search: tuple[str, ...] = ()
    sources: dict[str, SourceText] = {}
    aside: tuple[str, ...] = ()


class KeyText(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A key file as it is written."""

    schema: str
    assignment: str
    case: str
    article_sha256: str
    claims: tuple[ClaimText, ...]
    letters: dict[str, str]
    copies: dict[str, str] = {}
    rumours: dict[str, str] = {}
    article_pages: tuple[str, ...] = ()
    too_wide: tuple[str, ...] = ()
    choose: int = 6


@dataclass(frozen=True)
class Listed:
    """A card that speaks to a claim; ``roots`` are the origins it may be said to go back to, the likeliest first."""

    source: Source
    text: SourceText
    roots: tuple[str, ...]
    letters: str

    @property
    def stances(self) -> tuple[str, ...]:
        """The stances that are right."""
        return _tuple(self.text.stance)

    @cached_property
    def passages(self) -> tuple[str, ...]:
        """The words that show the stance: those of the key, and the whole sentences they stand in."""
        around = (sentence for sentence in sentences(self.source) if any(w in sentence for w in self.text.words))
        return tuple(dict.fromkeys((*self.text.words, *around)))

    @property
    def solid(self) -> bool:
        """True for a card that is evidence itself, not only a page that repeats a rumour."""
        return self.text.most > 1


@dataclass(frozen=True, eq=False)
class SourcedClaim:
    """A given claim with the cards that speak to it; ``number`` is its place on the student's list.

    ``fitting`` are stems of the words that a search for this claim may use.
    """

    text: ClaimText
    number: int
    said: str
    sources: dict[str, Listed]
    fitting: frozenset[str]

    @property
    def id(self) -> str:
        """Identifier of the claim in the plan."""
        return self.text.id

    @property
    def open(self) -> bool:
        """True when nothing in the pack settles the claim, so that an honest search is the whole answer."""
        return not self.text.need


@dataclass(frozen=True, eq=False)
class SourceKey(keys.Written):
    """A checked key. Equality is identity, so that a key can be remembered in caches."""

    text: KeyText
    case: Case
    claims: dict[str, SourcedClaim]

    @property
    def article(self) -> Article:
        """The article whose claims were given."""
        return self.case.article

    @cached_property
    def cards(self) -> dict[str, Source]:
        """The pack by id."""
        return {source.id: source for source in self.case.sources}


def sentences(source: Source) -> Iterator[str]:
    """Yield the pieces of a card that a student can take words from: its quote, then the sentences of its summary."""
    if source.short_quote:
        yield source.short_quote
    for start, end in text.sentences(source.summary):
        yield source.summary[start:end]


def parse(raw: bytes, name: str = "key.yaml") -> SourceKey:
    """Return the key written in *raw*, checked; *name* is used in messages. Raises Problem."""
    written = keys.read(raw, KeyText, name)
    if written.schema != SCHEMA:
        raise Problem(f"The key {name} has schema {written.schema[:40]!r}: this kit reads {SCHEMA!r}.")
    pack = case.load(written.case)
    _check_whole(written, pack)
    known = {source.id: source for source in pack.sources}
    given = plan.find(written.assignment).given
    claims = {text.id: _claim(text, written, known, given) for text in written.claims}
    for claim in claims.values():
        _check_reach(claim)
    return SourceKey(written, pack, claims)


def _check_whole(written: KeyText, pack: Case) -> None:
    known = {source.id for source in pack.sources}
    given = set(plan.find(written.assignment).given)
    ids = [claim.id for claim in written.claims]
    named = {source for claim in written.claims for source in (*claim.sources, *claim.aside)}
    named |= {*written.article_pages, *written.copies, *written.letters}
    bad_letters = {source for source, letters in written.letters.items() if not letters or set(letters) - set("ABCDEF")}
    problems = {
        "it was written for another edition of the article (article_sha256 differs)": written.article_sha256
        != pack.article.sha256,
        f"it names {min(named - known, default='')}, which is no card of the pack": named - known,
        "its claims are not those that the plan gives": len(ids) != len(set(ids)) or set(ids) != given,
        "choose must be from 1 to the number of claims": not 1 <= written.choose <= len(ids),
        f"the letters of {min(bad_letters, default='')} must be some of A to F": bad_letters,
        "a copy must come from a card of the pack or from a rumour": set(written.copies.values())
        - known
        - set(written.rumours),
    }
    for sentence, wrong in problems.items():
        if wrong:
            raise Problem(f"The key of {written.assignment!r} cannot be used: {sentence}.")


def _claim(written: ClaimText, key: KeyText, known: dict[str, Source], given: dict[str, str]) -> SourcedClaim:
    both = set(written.sources) & {*written.aside, *key.article_pages}
    if both:
        raise Problem(
            f"The key's claim {written.id} lists {min(both)} twice: as a source, and as aside or the article."
        )
    listed = {id_: _listed(id_, source, written.id, key, known) for id_, source in written.sources.items()}
    fitting = stems((given[written.id], *written.search)) - stems(key.too_wide)
    return SourcedClaim(written, list(given).index(written.id) + 1, given[written.id], listed, fitting)


def _listed(id_: str, written: SourceText, claim: str, key: KeyText, known: dict[str, Source]) -> Listed:
    card = known[id_]
    absent = [words for words in written.words if not any(words in part for part in (card.title, *sentences(card)))]
    roots = _tuple(written.comes_from) or (key.copies.get(id_, id_),)
    problems = {
        f"quotes words that are not on {id_}: {absent[:1]}": absent,
        f"gives no words of {id_}": not written.words,
        f"must give {id_} 0 to 3 points for the origin and 1 to 3 for its words": not 0 <= written.origin <= EARLIEST
        or not 1 <= written.most <= 3,
        f"says no letter for {id_}": id_ not in key.letters,
        f"says that {id_} comes from something unknown": set(roots) - set(known) - set(key.rumours),
    }
    for sentence, wrong in problems.items():
        if wrong:
            raise Problem(f"The key's claim {claim} {sentence}: mend that line.")
    return Listed(card, written, roots, key.letters[id_])


def _check_reach(claim: SourcedClaim) -> None:
    """Whoever does everything right must be able to earn every point."""
    if claim.open:
        return
    origins = {one.roots[0] for one in claim.sources.values() if one.solid}
    problems = {
        "no card that counts as the earliest": not any(one.text.origin == EARLIEST for one in claim.sources.values()),
        f"only {len(origins)} origins where {claim.text.need} are needed": len(origins) < claim.text.need,
        "no card whose words earn full points": not any(one.text.most == 3 for one in claim.sources.values()),
    }
    for sentence, wrong in problems.items():
        if wrong:
            raise Problem(f"The key's claim {claim.id} cannot earn all its points: there is {sentence}.")


def stems(phrases: Iterable[str]) -> frozenset[str]:
    """Return the stems of what *phrases* speak of, small words left out."""
    return frozenset(word.stem for phrase in phrases for word in read(phrase).words if word.text not in FUNCTION_WORDS)


def _tuple(value: str | tuple[str, ...]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else value
