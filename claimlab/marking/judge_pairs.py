"""Each claim of a verdict key beside the student's answer to it: what all marking of verdicts starts from."""

from __future__ import annotations

from dataclasses import dataclass

from claimlab import verdicts
from claimlab.answers import Claim, Sheet
from claimlab.marking import calibration
from claimlab.marking.calibration import Answer
from claimlab.verdict_key import Judged, VerdictKey


@dataclass(frozen=True)
class Pair:
    """A claim of the key by its number, with the student's answer to it, and how near the verdict comes (0-1)."""

    number: int
    judged: Judged
    claim: Claim
    credit: float

    @property
    def answer(self) -> Answer:
        """What was said about a settled claim, and whether it was so."""
        return calibration.probability(self.claim.confidence), bool(self.judged.accurate)


def paired(sheet: Sheet, key: VerdictKey) -> list[Pair]:
    """Return every claim of *key*, in its order, with the answer to it; one nobody worked on has an empty answer."""
    answered = {claim.id: claim for claim in reversed(sheet.claims)}
    found = ((judged, answered.get(judged.id, Claim(judged.id))) for judged in key.claims)
    return [
        Pair(number, judged, claim, verdicts.credit(claim.verdict, judged.accepted))
        for number, (judged, claim) in enumerate(found, 1)
    ]
