"""A card read with one thing put in for another: who "he" is, and what is one word off."""

from __future__ import annotations

import pytest

from claimlab.answers import Claim
from claimlab.marking.cards import Card, card_of
from tests.marking.sheets import key, passage

FORBADE = "they forbade their daughter to see him again"
AGE = "lived to be 16"


def card(sentence: str, quote: str) -> Card:
    return card_of(Claim("k1", (passage(quote),), sentence, "fact"), key())


@pytest.mark.parametrize(
    ("sentence", "quote", "reference"),
    [
        ("They banned her from seeing him.", FORBADE, "c38"),
        ("She was his mum.", "mother of Rocky Dennis", "c02"),
        ("They were devastated by it.", "Fans are stunned and heartbroken.", "c01"),
    ],
)
def test_a_pronoun_is_read_as_whom_the_passage_is_about(sentence: str, quote: str, reference: str) -> None:
    found = card(sentence, quote)
    assert reference in {pair.reference.id for pair in found.states}
    assert not found.stands_alone


@pytest.mark.parametrize(
    ("sentence", "quote", "reference"),
    [
        ("Rocky lived to be 26.", AGE, "c28"),
        ("Rocky was seven when he died.", AGE, "c28"),
        ("Nearly 14 years have gone by since Mask.", "nearly 40 years after Mask touched the world", "c53"),
        ("Meryl Streep took the part of Rusty in Mask.", "with Cher in the role of Rusty", "c07"),
        ("Rusty had cranio-diaphyseal dysplasia.", "Rocky was born with cranio-diaphyseal dysplasia", "c24"),
        ("Rusty forbade Rocky to see the girl.", FORBADE, "c38"),
        ("Rusty was laughing when she spoke of it.", "Rusty said through tears", "c40"),
        ("Cher admitted that Rocky was extraordinary.", "Rocky, she admitted, truly was extraordinary.", "c13"),
    ],
)
def test_one_number_person_or_word_off_is_the_opposite(sentence: str, quote: str, reference: str) -> None:
    found = card(sentence, quote)
    assert [pair.reference.id for pair in found.opposes] == [reference]
    assert not found.states


@pytest.mark.parametrize(
    ("sentence", "quote"),
    [
        ("Rocky reached 16.", AGE),
        ("Her parents told her to stay away from Rocky.", FORBADE),
        ("Rusty wept as she told it.", "Rusty said through tears"),
        ("Mask came out four decades ago.", "nearly 40 years after Mask touched the world"),
        ("Rocky met the girl's parents.", "Once the girl’s parents had met Rocky face to face"),
    ],
)
def test_what_is_right_is_no_opposite(sentence: str, quote: str) -> None:
    assert not card(sentence, quote).opposes


@pytest.mark.parametrize("sentence", ["Rocky met 9 doctors.", "Mask cost ten dollars.", "Rocky hid for twenty years."])
def test_a_number_that_nobody_gave_is_strange(sentence: str) -> None:
    assert card(sentence, AGE).strange


def test_a_second_idea_from_elsewhere_makes_a_bundle() -> None:
    assert card("Mask was a hit and Cher played Rusty.", "Mask went on to be a box-office success").ideas == 2
    assert card("Mask was a hit.", "Mask went on to be a box-office success").ideas == 1


def test_claims_that_rest_on_the_same_words_are_one_idea() -> None:
    found = card("Mask contains no scenes of Rocky being picked on.", "the bullying Rocky fought")
    assert len(found.states) >= 1
    assert found.ideas == 1


@pytest.mark.parametrize("note", ["dead at 16", "16 when he died", "lived to 16"])
def test_notes_that_mark_a_claims_words_earn_half(note: str) -> None:
    found = card(note, AGE)
    assert [pair.reference.id for pair in found.states] == ["c28"]
    assert found.usable or found.states[0].cover == 0.5


def test_a_lone_noun_is_no_note() -> None:
    assert not card("LSD", "his experiments with LSD").states
