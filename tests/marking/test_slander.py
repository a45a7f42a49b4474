"""What the article does not say about people is never praised, and the key's own language is never shown."""

from __future__ import annotations

import msgspec
import pytest

from claimlab import marking
from claimlab.answers import Claim
from claimlab.lab import blank
from tests.marking.sheets import key

FALSE = [
    "Rocky Dennis sold LSD to other teenagers.",
    "Rusty Dennis sold LSD to her son.",
    "Cher was the mother of Rocky Dennis.",
    "Rusty Dennis's guilt vanished after a year.",
    "Rocky Dennis died at the age of seven.",
    "Rocky Dennis forbade the girl to see her parents.",
    "Rusty Dennis was there when Rocky died.",
]


@pytest.mark.parametrize("sentence", FALSE)
def test_a_false_statement_about_a_person_earns_nothing_and_no_praise(sentence: str) -> None:
    sheet = msgspec.structs.replace(blank("a1-claims"), claims=(Claim("k1", (), sentence, "fact"),))
    coverage = marking.mark(sheet, key())["coverage"]
    [line] = [line for line in coverage.lines if line.card]
    assert coverage.points == 0
    assert line.state in ("wrong", "needs a look", "partly")
    for shown in (line.did, line.article, line.why, line.next, coverage.summary):
        assert not set("$|>") & set(shown)
