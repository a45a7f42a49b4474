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
    ],
)
def test_new_words_about_the_passage_have_it(sentence: str, quote: str) -> None:
    assert card_of(Claim("k1", (passage(quote),), sentence, "fact"), key()).states


@pytest.mark.parametrize(
    ("sentence", "quote"),
    [
        ("Rusty Dennis wrote a novel about it.", "The guilt haunted her for the rest of her life."),
        ("The girl's father waited for Rocky with a rifle.", "they forbade their daughter to see him again"),
    ],
)
def test_what_adds_to_the_article_has_not(sentence: str, quote: str) -> None:
    assert not card_of(Claim("k1", (passage(quote),), sentence, "fact"), key()).doubtful


@pytest.mark.parametrize(
    ("sentence", "reference"), [("Rocky's mother passed away.", "c05"), ("Rocky experimented with LSD.", "c35")]
)
def test_what_is_said_for_certain_elsewhere_comes_before_it(sentence: str, reference: str) -> None:
    card = card_of(Claim("k1", (passage("for the rest of her life"),), sentence, "fact"), key())
    assert [pair.reference.id for pair in card.states] == [reference]
    assert not card.doubtful


@pytest.mark.parametrize(
    ("sentence", "quote"),
    [
        ("LSD should be legal for everybody.", "even his experiments with LSD"),
        ("I think the director did a fantastic job anyway.", "The filmmakers understood the heart of the story"),
    ],
)
def test_what_a_reader_thinks_of_it_has_none(sentence: str, quote: str) -> None:
    assert not card_of(Claim("k1", (passage(quote),), sentence, "opinion"), key()).states


@pytest.mark.parametrize(
    ("sentence", "quote"),
    [
        ("People can be so mean.", "how cruel people can be"),
        ("Cher was in the film.", "with Cher in the role of Rusty"),
        ("The doctors said something bad.", "Doctors had said he would not reach the age of seven"),
        ("Who played Rusty in the film?", "with Cher in the role of Rusty"),
    ],
)
def test_where_no_word_is_left_that_could_say_the_rest_there_is_none(sentence: str, quote: str) -> None:
    assert not card_of(Claim("k1", (passage(quote),), sentence, "fact"), key()).states
