"""The keys of lessons are generous to good cards in a learner's own words, and firm with false ones."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import msgspec
import pytest

from claimlab import keys, marking
from claimlab.answers import Claim, Passage
from claimlab.key import Key
from claimlab.lab import blank
from claimlab.marking.marks import Criterion

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
        "people signed a letter": "Fewer than 400 people signed a letter in defence of Biscuit.",
        "would have closed": "The library would not have closed without Biscuit.",
        "books have doubled": "The library has half as many loans because of Biscuit.",
    },
    "lesson-03": {
        "a pumpkin of 612 kilos": "The pumpkin at the Aldermoor Fair weighed 216 kilos.",
        "biggest that the county": "The pumpkin is not the biggest that the county has seen.",
        "that is why it grew so fast": "Milk did not make the pumpkin of Dora Kemp grow faster.",
        "is it all as it seems": "Dora Kemp grew the pumpkin herself.",
    },
}
BOTH_HALVES = {
    "lesson-02": (
        "He does more for reading than I do",
        "Oda Finch said that Biscuit does more for reading than she does.",
        "Biscuit the cat does more for reading than the librarian Oda Finch.",
    ),
    "lesson-03": (
        "I talk to it every evening",
        "Dora Kemp said that she talks to her pumpkin every evening.",
        "Dora Kemp talks to her pumpkin every evening.",
    ),
}
every_key = pytest.mark.parametrize("lesson", sorted(OWN_WORDS))


def marked(lesson: str, said: Sequence[tuple[str, str]]) -> Criterion:
    """The marks for coverage of cards with these passages and restatements."""
    key = keys.load(KEYS / f"{lesson}.yaml")
    assert isinstance(key, Key)
    text = key.article.text
    cards = [
        Claim(f"k{number}", (Passage(text.index(quote), text.index(quote) + len(quote), quote),), words, "fact", 1)
        for number, (quote, words) in enumerate(said)
    ]
    return marking.mark(msgspec.structs.replace(blank(lesson), claims=tuple(cards)), key)["coverage"]


def states(lesson: str, *said: tuple[str, str]) -> list[str]:
    """How each card stands, in order."""
    return [line.state for line in marked(lesson, said).lines if line.card]


def coverage(lesson: str, said: dict[str, str]) -> float:
    """The share of the points for coverage that cards with these passages and restatements earn, 0 to 1."""
    criterion = marked(lesson, tuple(said.items()))
    return criterion.points / criterion.maximum


@every_key
def test_good_cards_in_own_words_earn_nearly_everything(lesson: str) -> None:
    assert coverage(lesson, OWN_WORDS[lesson]) >= 0.9


@every_key
def test_false_cards_and_no_cards_earn_nothing(lesson: str) -> None:
    assert coverage(lesson, FALSE[lesson]) == 0
    assert coverage(lesson, {}) == 0


@every_key
def test_who_said_it_and_whether_it_is_so_are_two_claims(lesson: str) -> None:
    quote, said, so = BOTH_HALVES[lesson]
    assert states(lesson, (quote, said), (quote, so)) == ["right", "not asked for"]


@pytest.mark.parametrize(
    ("lesson", "quote", "words", "state"),
    [
        ("lesson-02", "Not everybody is charmed.", "Everybody in town hates Biscuit.", "needs a look"),
        ("lesson-02", "nobody saw it coming", "Nobody expected the library to do so well.", "not asked for"),
        ("lesson-02", "the town’s sleepy library", "Brindle Bay Library used to be quiet.", "not asked for"),
        ("lesson-02", "Within a year", "By March 2025, every library in the land will wish for a cat.", "right"),
        ("lesson-02", "Within a year", "In a year all libraries in the land will wish they had a cat.", "right"),
        ("lesson-02", "More than 400", "A letter defending Biscuit was signed by over four hundred people.", "right"),
        ("lesson-02", "More than 400", "400 people in town signed a letter against the cat Biscuit.", "wrong"),
        ("lesson-02", "tried to ban", "The town council wanted Biscuit out of the library.", "right"),
        ("lesson-03", "612 kilos", "Dora Kemp's pumpkin weighs 612 kg.", "right"),
        ("lesson-03", "3,000 people", "The Aldermoor Fair had over three thousand visitors.", "right"),
        ("lesson-03", "the biggest that", "Dora Kemp's pumpkin is the second biggest in the county.", "wrong"),
        (
            "lesson-03",
            "seen on a lorry",
            "Dora Kemp's pumpkin was on a lorry by the motorway on 4 October 2024.",
            "right",
        ),
        ("lesson-03", "could believe it", "Nobody at the Aldermoor Fair could believe its size.", "right"),
        ("lesson-03", "nothing but rainwater and milk", "Dora Kemp's pumpkin gets only milk.", "partly"),
    ],
)
def test_a_card_is_never_told_the_opposite_of_what_it_is(lesson: str, quote: str, words: str, state: str) -> None:
    assert states(lesson, (quote, words)) == [state]
