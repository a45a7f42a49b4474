"""Sentences about the writing, rules for everybody and sentences that hold either way state no claim."""

from __future__ import annotations

import pytest

from claimlab.answers import Claim
from claimlab.marking.besides_point import about_the_writing, either_way, general
from claimlab.marking.cards import card_of
from claimlab.wording import read
from tests.marking.sheets import key, passage


@pytest.mark.parametrize(
    "written",
    [
        "The article opens with strong feelings to hook readers.",
        "The words “at last” make the reader curious.",
        "With words like stunned the writer catches the reader.",
        "The article is about Rusty, Rocky, drugs and bikers.",
    ],
)
def test_a_sentence_about_the_writing_is_recognised(written: str) -> None:
    assert about_the_writing(read(written).words)


@pytest.mark.parametrize(
    "written",
    [
        "The words of Rusty make the whole story fall down.",
        "Rusty's words make fans face the truth.",
        "The writer makes it seem that Rusty had kept silent.",
        "The writer wants us to take her words as the truth.",
        "Rocky was lonely.",
    ],
)
def test_what_the_writer_wants_believed_is_a_restatement(written: str) -> None:
    assert not about_the_writing(read(written).words)


def test_an_or_that_leaves_everything_open_states_nothing() -> None:
    assert either_way(read("Rusty was there or was not there when Rocky died.").words)
    assert either_way(read("Rocky lived to be 16 or some other age.").words)
    assert either_way(read("Maybe Rocky was bullied and maybe not.").words)
    assert not either_way(read("Fans must face it, whether they want to or not.").words)
    assert not either_way(read("Rocky was bullied or teased.").words)


@pytest.mark.parametrize("written", ["A mother should always be near her child.", "I would have been broken too."])
def test_a_rule_for_everybody_or_a_feeling_is_no_claim_about_these_people(written: str) -> None:
    assert general(read(written), key().names)


@pytest.mark.parametrize(
    "written",
    [
        "A mother like Rusty was always near her child.",
        "a mother like rusty was always near her child",
        "Rusty was always near her child.",
        "I think Rocky was broken.",
        "i think rocky was broken",
        "i guess the really bad things are missing in the film",
        "i feel sorry for rocky because he was bullied",
    ],
)
def test_whoever_names_somebody_or_only_hedges_may_state_a_claim(written: str) -> None:
    assert not general(read(written), key().names)


@pytest.mark.parametrize(
    ("written", "quote"),
    [
        ("Drugs always destroy a family.", "Drugs, biker chaos and emotional pain"),
        ("Rocky lived to be 16 or some other age.", "lived to be 16"),
        ("Words like darker and wilder are used to make the reader curious.", "darker, wilder and more tragic"),
    ],
)
def test_such_a_card_states_none_of_the_claims(written: str, quote: str) -> None:
    card = card_of(Claim("k1", (passage(quote),), written, "fact"), key())
    assert not card.states
    assert not card.opposes
