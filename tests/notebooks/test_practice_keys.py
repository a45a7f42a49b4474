"""The keys of lessons are generous to good cards in a learner's own words, and firm with false ones."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from claimlab import keys, marking
from claimlab.answers import Claim, Passage
from claimlab.key import Key
from claimlab.lab import blank

KEYS = Path(__file__).resolve().parents[2] / "lessons" / "keys"
OWN_WORDS = {
    "lesson-02": {
        "the busiest in the county": "Brindle Bay Library is the most visited library in the county.",
        "found in the book-return box": "In January 2021 someone found Biscuit the cat in the returns box.",
        "he was back at the door": "Biscuit came back to the library one day after Oda Finch took him to her home.",
        "books have doubled": "Thanks to Biscuit, twice as many children's books are borrowed from the library.",
        "He does more for reading": "The librarian Oda Finch says that Biscuit gets more people reading than she.",
        "tried to ban Biscuit": "The town council wanted to keep Biscuit out of the library.",
        "More than 400 people": "Over 400 people signed a petition to support Biscuit.",
        "would have closed": "The library would have been shut down if Biscuit had not come.",
    },
    "lesson-03": {
        "a pumpkin of 612 kilos": "A pumpkin that weighed 612 kg was shown at the fair in Aldermoor.",
        "biggest that the county": "No pumpkin in the county has ever been bigger than the one at the Aldermoor Fair.",
        "I talk to it every evening": "Dora Kemp says she speaks to her pumpkin each evening.",
        "nothing but rainwater and milk": "Dora Kemp only gives her pumpkin rainwater and milk.",
        "that is why it grew so fast": "Milk and rainwater are the reason why Dora Kemp's pumpkin got so big.",
        "More than 3,000 people": "Over 3000 visitors went to the Aldermoor Fair.",
        "twice as many as last year": "In 2024 twice as many people came to the Aldermoor Fair as in 2023.",
        "pumpkin was seen on a lorry": "Dora Kemp's pumpkin was on a lorry by the motorway the night before the fair.",
        "is it all as it seems": "Dora Kemp did not grow the pumpkin herself.",
    },
}
FALSE = {
    "lesson-02": {
        "the busiest in the county": "Brindle Bay Library is not the busiest library in the county.",
        "More than 400 people": "More than 4,000 people signed a letter against Biscuit.",
        "would have closed": "The library would not have closed without Biscuit.",
    },
    "lesson-03": {
        "a pumpkin of 612 kilos": "The pumpkin at the Aldermoor Fair weighed 216 kilos.",
        "biggest that the county": "The pumpkin is not the biggest that the county has seen.",
        "that is why it grew so fast": "Milk did not make the pumpkin of Dora Kemp grow faster.",
        "is it all as it seems": "Dora Kemp grew the pumpkin herself.",
    },
}
every_key = pytest.mark.parametrize("lesson", sorted(OWN_WORDS))


def coverage(lesson: str, said: dict[str, str]) -> float:
    """The share of the points for coverage that cards with these passages and restatements earn, 0 to 1."""
    key = keys.load(KEYS / f"{lesson}.yaml")
    assert isinstance(key, Key)
    text = key.article.text
    cards = [
        Claim(f"k{number}", (Passage(text.index(quote), text.index(quote) + len(quote), quote),), words, "fact", 1)
        for number, (quote, words) in enumerate(said.items())
    ]
    criterion = marking.mark(msgspec.structs.replace(blank(lesson), claims=tuple(cards)), key)["coverage"]
    return criterion.points / criterion.maximum


@every_key
def test_good_cards_in_own_words_earn_nearly_everything(lesson: str) -> None:
    assert coverage(lesson, OWN_WORDS[lesson]) >= 0.9


@every_key
def test_false_cards_and_no_cards_earn_nothing(lesson: str) -> None:
    assert coverage(lesson, FALSE[lesson]) == 0
    assert coverage(lesson, {}) == 0
