"""Passages looked up anew: in another edition of the article, or where their places do not fit their words."""

from __future__ import annotations

import msgspec

from claimlab.anchoring import reanchor, sits
from claimlab.answers import Claim, Sheet
from claimlab.key import Key


def found_again(sheet: Sheet, key: Key, notes: list[str]) -> tuple[Claim, ...]:
    """Return the claims of *sheet*, each passage sitting in the article of *key*; what is not found goes to *notes*."""
    if sheet.article_sha256 == key.article.sha256:
        return tuple(_sitting(claim, key) for claim in sheet.claims)
    notes.append("The passages were marked in another edition of the article; they were looked up by their words.")
    lost = 0
    claims: list[Claim] = []
    for claim in sheet.claims:
        passages = tuple(found for passage in claim.passages[:20] if (found := reanchor(passage, key.article)))
        lost += len(claim.passages) - len(passages)
        claims.append(msgspec.structs.replace(claim, passages=passages))
    if lost:
        notes.append(f"{lost} of them could not be found; those cards were marked by their sentence alone.")
    return tuple(claims)


def _sitting(claim: Claim, key: Key) -> Claim:
    """Passages whose offsets do not fit their words are found again by the words."""
    if all(sits(passage, key.article) for passage in claim.passages):
        return claim
    passages = (
        passage if sits(passage, key.article) else reanchor(passage, key.article) for passage in claim.passages[:20]
    )
    return msgspec.structs.replace(claim, passages=tuple(passage for passage in passages if passage))
