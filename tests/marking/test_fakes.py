"""Submissions that try to earn marks without work, and honest ones that must not lose any."""

from __future__ import annotations

import random

import pytest

from tests.marking.sheets import COARSE, FLUENT, LEARNER, OUTSIDE, REVERSED, SWAPPED, key, own, share

ADVERBS = "really truly absolutely deeply incredibly".split()


def article_sentences() -> list[str]:
    article = key().article
    return [article.text[start:end] for start, end in article.sentences]


def test_an_empty_sheet_earns_nothing() -> None:
    assert share([]) == 0


@pytest.mark.parametrize("row", own(), ids=lambda row: row[0][:40])
def test_one_card_earns_little(row: tuple[str, str]) -> None:
    assert 0 < share([row]) <= 0.1  # type: ignore[list-item]


def test_every_sentence_pasted_stays_below_half() -> None:
    assert share(article_sentences()) <= 0.45


def test_the_whole_article_in_one_card_earns_next_to_nothing() -> None:
    assert share([key().article.text]) <= 0.1


def test_pasted_pieces_of_sentences_earn_no_more_than_sentences() -> None:
    pieces = [piece.strip() for sentence in article_sentences() for piece in sentence.replace(";", ",").split(",")]
    assert share([piece for piece in pieces if len(piece.split()) > 3]) <= 0.45


def test_a_heap_of_key_words_earns_little() -> None:
    everything = (
        "Rusty Rocky Mask Cher film drugs bikers LSD lonely bullied doctors seven sixteen guilt death hell classic"
    )
    heaps = [
        "mother Rocky Rusty",
        "silence Rusty death",
        "Cher Rusty Mask",
        "drugs Rocky home",
        "hell left out film",
        "LSD Rocky experiment",
        "guilt Rusty life",
        "doctors seven Rocky",
        "lived 16 Rocky",
        "box office success Mask",
        "details never shown film",
        "parents forbade girl",
        "dysplasia Rocky",
        "not there Rusty Rocky died",
    ]
    assert share([everything]) <= 0.15
    assert share(heaps) <= 0.15


@pytest.mark.parametrize(
    "opening", ["It is not true that", "It is false that", "It is a lie that", "Rusty denied that"]
)
@pytest.mark.parametrize("weighted", [True, False])
def test_denying_everything_earns_nearly_nothing(opening: str, weighted: bool) -> None:
    assert share([(f"{opening} {text}", kind) for text, kind in own(weighted)]) <= 0.1


NEGATED = [
    "Rusty Dennis was not the mother of Rocky Dennis.",
    "Rusty Dennis never broke her silence before she died.",
    "Rusty Dennis had not stayed silent about the real story until then.",
    "Hollywood's version of the story is completely true.",
    "Cher did not play Rusty Dennis in Mask.",
    "The reality Rusty described was not darker than anybody had imagined.",
    "Rocky's home was just like the warm, uplifting film.",
    "There were no drugs around Rocky at home.",
    "Rusty said that the filmmakers did not leave out the hell.",
    "Rocky was not born with cranio-diaphyseal dysplasia.",
    "Rocky didn't live to be 16.",
    "Doctors had said that Rocky would live past the age of seven.",
    "Mask showed all the haunting details of Rocky's life.",
    "Rocky never experimented with LSD.",
    "The parents of Rocky's first love allowed her to see him again.",
    "Rusty was there when Rocky died.",
    "Rusty never felt any guilt.",
    "Mask was not a box-office success.",
]


def test_plain_negation_of_every_key_idea_earns_nearly_nothing() -> None:
    assert share(NEGATED) <= 0.1


def test_hedging_both_ways_earns_far_less_than_saying_it() -> None:
    both = [*own(), *NEGATED]
    assert share(both) <= 0.45 < share(own())


def test_swapped_names_and_numbers_earn_little() -> None:
    assert share(SWAPPED) <= 0.25


def test_reversed_roles_earn_little() -> None:
    assert share(REVERSED) <= 0.3


@pytest.mark.parametrize("row", own()[:4], ids=lambda row: row[0][:40])
def test_one_claim_twelve_times_is_one_claim(row: tuple[str, str]) -> None:
    assert share([row] * 12) == share([row])  # type: ignore[list-item]


def test_true_claims_from_elsewhere_earn_nearly_nothing() -> None:
    assert share(OUTSIDE) <= 0.1


def test_adjectives_and_adverbs_do_not_help_wrong_claims() -> None:
    chance = random.Random(7)
    dressed = [
        " ".join(word if chance.random() < 0.6 else f"{chance.choice(ADVERBS)} {word}" for word in text.split())
        for text in NEGATED
    ]
    assert share(dressed) <= share(NEGATED) + 0.03


def test_pronouns_left_in_cost_no_more_than_a_quarter() -> None:
    with_pronouns = [(text.replace("Rusty Dennis", "she").replace("Rocky Dennis", "he"), kind) for text, kind in FLUENT]
    assert share(FLUENT) * 0.75 <= share(with_pronouns) < share(FLUENT)


@pytest.mark.parametrize("rows", [FLUENT, COARSE], ids=["fine", "coarse"])
def test_two_adults_with_different_habits_both_do_well(rows: list[tuple[str, str]]) -> None:
    assert share(rows) >= 0.9  # type: ignore[arg-type]


def test_a_learner_of_english_loses_nothing_that_matters() -> None:
    assert abs(share(FLUENT) - share(LEARNER)) <= 0.05


def test_the_keys_own_claims_earn_full_marks() -> None:
    assert share(own()) == 1
    assert share(own(weighted=False)) == 1
