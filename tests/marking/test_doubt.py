"""The benefit of the doubt: given to what is said in new words about the passage that was marked."""

from __future__ import annotations

import pytest

from claimlab.answers import Claim
from claimlab.marking.cards import card_of
from tests.marking.sheets import key, passage


@pytest.mark.parametrize(
    ("sentence", "quote"),
    [
        ("Rocky was tormented and jinxed by local bullies.", "the bullying Rocky fought"),
        ("The tills were ringing when Mask came out.", "Mask went on to be a box-office success"),
        ("People can be cruel.", "how cruel people can be"),
    ],
)
def test_new_words_about_the_passage_have_it(sentence: str, quote: str) -> None:
    assert card_of(Claim("k1", (passage(quote),), sentence, "fact"), key()).states
