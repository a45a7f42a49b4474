"""What the teacher knows about claims to be judged: the verdict on each, and the words of the sources that settle it.

The claims themselves are those of the plan, worded once for students and teacher alike.
Like every key this one is written by hand, so it is checked as a whole before anybody is marked with it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import msgspec

from claimlab import case, keys, plan, verdicts
from claimlab.answers import Verdict
from claimlab.case import Article, Source
from claimlab.plan import Plan
from claimlab.problems import Problem
from claimlab.text import normalise

SCHEMA = "claimlab/key-verdicts/1"


class Proof(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words of a source of the packs that bear on the verdict; they stand in its title, summary or quotation."""

    source: str
    words: str


class JudgedText(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One claim as it stands in the key.

    ``row`` names the row of the teacher's table of facts it rests on, ``also`` verdicts that can be defended too,
    ``says`` what the sources say, ``why`` why that leads to the verdict, ``next`` the next move.
    """

    id: str
    row: str
    verdict: Verdict
    proofs: tuple[Proof, ...]
    says: str
    why: str
    next: str
    also: tuple[Verdict, ...] = ()


class VerdictKeyText(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A verdict key as it is written: its case, the one beside it or "", their articles' fingerprints, the claims."""

    schema: str
    assignment: str
    case: str
    article_sha256: str
    claims: tuple[JudgedText, ...]
    beside: str = ""
    beside_sha256: str = ""

    @property
    def cases(self) -> tuple[str, ...]:
        """The cases whose sources the claims are judged by."""
        return (self.case, self.beside) if self.beside else (self.case,)


@dataclass(frozen=True)
class Judged:
    """A claim with what is known about it; ``claim`` is the wording that students are given."""

    text: JudgedText
    claim: str

    @property
    def id(self) -> str:
        """Identifier, g01 ... in the order in which students see the claims."""
        return self.text.id

    @property
    def verdict(self) -> Verdict:
        """The verdict that fits best."""
        return self.text.verdict

    @property
    def accepted(self) -> tuple[Verdict, ...]:
        """Every verdict that earns full points, the best one first."""
        return (self.text.verdict, *self.text.also)

    @property
    def accurate(self) -> bool | None:
        """Whether the claim is accurate; None where that is not settled, because more than one verdict fits."""
        settled = not self.text.also and self.verdict in ("supported", "refuted")
        return self.verdict == "supported" if settled else None


@dataclass(frozen=True, eq=False)
class VerdictKey(keys.Written):
    """A checked key. Equality is identity, so that a key can be remembered in caches."""

    text: VerdictKeyText
    article: Article
    claims: tuple[Judged, ...]
    titles: dict[str, str]

    @property
    def settled(self) -> tuple[Judged, ...]:
        """The claims that are known to be accurate, or known not to be."""
        return tuple(judged for judged in self.claims if judged.accurate is not None)


def parse(raw: bytes, name: str = "key.yaml") -> VerdictKey:
    """Return the verdict key written in *raw*, checked; *name* is used in messages. Raises Problem."""
    text = keys.read(raw, VerdictKeyText, name)
    asked = plan.find(text.assignment)
    for one, sha, field in (
        (text.case, text.article_sha256, "article_sha256"),
        (text.beside, text.beside_sha256, "beside_sha256"),
    ):
        if one and case.load(one).article.sha256 != sha:
            raise Problem(f"The key {name} was made for another edition of {one}: check it and renew {field}.")
    if (text.case, text.beside) != (asked.case, asked.beside):
        raise Problem(f"The key {name} is for {' beside '.join(text.cases)}: the plan names other cases.")
    sources = {source.id: source for one in text.cases for source in case.load(one).sources}
    _check_claims(text.claims, asked, name)
    for judged in text.claims:
        _check_proofs(judged, sources, name)
    _check_mix(text.claims, name)
    claims = tuple(Judged(one, asked.given[one.id]) for one in text.claims)
    titles = {source.id: source.title for source in sources.values()}
    return VerdictKey(text, case.load(text.case).article, claims, titles)


def _check_claims(claims: Sequence[JudgedText], asked: Plan, name: str) -> None:
    if [one.id for one in claims] != list(asked.given):
        raise Problem(f"The claims of the key {name} are not those of the plan: use the same ids in the same order.")
    for one in claims:
        if len({one.verdict, *one.also}) < 1 + len(one.also):
            raise Problem(f"Claim {one.id} of the key {name} names one verdict twice: drop one of them.")
        if not all(words.strip() for words in (one.row, one.says, one.why, one.next)):
            raise Problem(f"Claim {one.id} of the key {name} is incomplete: fill in row, says, why and next.")


def _check_proofs(judged: JudgedText, sources: dict[str, Source], name: str) -> None:
    if not judged.proofs:
        raise Problem(f"Claim {judged.id} of the key {name} names no source: add the words that bear on it.")
    for proof in judged.proofs:
        source = sources.get(proof.source)
        if source is None:
            raise Problem(f"Claim {judged.id} of the key {name} names {proof.source!r}: no pack has such a source.")
        card = normalise(" ".join((source.title, source.date, source.summary, source.short_quote)))
        if normalise(proof.words) not in card:
            raise Problem(f"Claim {judged.id} of the key {name}: {proof.source} does not say {proof.words[:60]!r}.")


def _check_mix(claims: Sequence[JudgedText], name: str) -> None:
    """Every verdict has to occur, and none may pay as the answer to everything."""
    missing = [verdict for verdict in verdicts.VERDICTS if verdict not in {one.verdict for one in claims}]
    if missing:
        raise Problem(f"No claim of the key {name} is {missing[0]}: add one, so that every verdict can be earned.")
    for verdict in verdicts.VERDICTS:
        earned = verdicts.share((one.verdict, verdicts.credit(verdict, (one.verdict, *one.also))) for one in claims)
        if earned > verdicts.CONSTANT:
            raise Problem(
                f"Answering {verdict} to every claim of the key {name} would earn {earned:.0%} of the points: "
                "accept it for fewer claims."
            )
