"""A card states what rests on the sentences it marks, and has the benefit of the doubt only there."""

from __future__ import annotations

from claimlab.answers import Claim
from claimlab.marking import mark
from claimlab.marking.cards import Card, card_of, prepare
from tests.marking.sheets import FLUENT, key, passage, sheet

HEART = "The filmmakers understood the heart of the story"
DIED = "she was not there when Rocky died"


def card(written: str, *quotes: str) -> Card:
    return card_of(Claim("k001", tuple(passage(quote) for quote in quotes), written, "fact"), key())


def stated(written: str, *quotes: str) -> set[str]:
    return {pair.reference.id for pair in card(written, *quotes).states}


def test_a_claim_of_another_sentence_is_not_meant_by_a_word_in_passing() -> None:
    spoken = "Rusty confessed through tears that she was not there when Rocky died."
    assert {"c43", "c44"} <= stated(spoken, DIED)
    assert "c40" not in stated(spoken, DIED)


def test_an_unmistakable_claim_counts_even_beside_its_passage() -> None:
    assert stated("Rocky experimented with LSD.", HEART) == {"c35"}


def test_a_typed_card_states_what_a_marked_one_does() -> None:
    assert stated("Guilt followed Rusty until she died.", "The guilt haunted her for the rest of her life.") == stated(
        "Guilt followed Rusty until she died."
    )


def test_new_words_at_the_right_passage_have_the_benefit_of_the_doubt() -> None:
    made = card("Mask snowballed at the multiplex.", "Mask went on to be a box-office success")
    assert [pair.reference.id for pair in made.states] == ["c48"]
    assert made.doubtful


def test_doubt_is_no_credit_for_denials_names_numbers_or_other_people() -> None:
    where = "Mask went on to be a box-office success"
    for written in (
        "Mask never snowballed at the multiplex.",
        "Mask snowballed in Oklahoma.",
        "Mask snowballed 77 times.",
        "Cher snowballed on Mask.",
        "Maybe Mask snowballed at the multiplex.",
    ):
        assert not card(written, where).states, written


def test_a_sheet_of_nothing_but_new_words_earns_nothing() -> None:
    wanted = [reference for reference in key().claims if reference.weight]
    claims = tuple(
        Claim(f"k{place:03}", (passage(reference.text.anchors[0]),), f"{who} zorped flimflam{place}.", "fact")
        for place, reference in enumerate(wanted)
        for who in ["Mask" if "film" in {slot.name for slot in reference.slots} else "Rusty"]
    )
    assert mark(sheet([], claims=claims), key())["coverage"].points == 0


def test_good_cards_carry_a_few_in_new_words() -> None:
    doubtful = Claim("k900", (passage("box-office success"),), "Mask snowballed at the multiplex.", "fact")
    good = sheet([row for row in FLUENT if "box office" not in row[0]]).claims
    cards = prepare(sheet([], claims=(*good, doubtful)), key()).cards
    assert [made.standing for made in cards if made.claim.id == "k900"] == ["states"]


def test_a_long_card_may_retell_the_paragraph_it_marks_the_beginning_of() -> None:
    told = (
        "The parents of Rocky's first love forbade her to see him again once they had met him, and Rusty said in tears "
        "that this broke him and that he learned then how cruel people can be."
    )
    assert {"c38", "c40", "c41", "c42"} <= stated(told, "Once the girl’s parents had met Rocky face to face")


def test_in_a_long_card_only_words_near_the_claim_rule_it_out() -> None:
    told = (
        "Rocky was bullied at school, felt terribly lonely all the time and took LSD to feel normal like the others, "
        "and none of that is in the film."
    )
    assert {"c31", "c33", "c35", "c36"} <= stated(told, "the bullying Rocky fought, his deep loneliness")
