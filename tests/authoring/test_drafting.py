"""A draft holds what its sentence says, fits that sentence, and never fails on one."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimlab import keys
from claimlab.authoring.drafting import Draft, Names, draft, names_in
from claimlab.authoring.english import ALIKE, LIGHT
from claimlab.case import load
from claimlab.keytext import SCHEMA
from claimlab.opposites import OPPOSITE
from claimlab.slots import compile_wordings
from claimlab.stems import stem

ARTICLE = load("mask-1985").article


def wordings(made: Draft) -> set[str]:
    return {wording for part in (made.slots, made.details) for slot in part.values() for wording in slot}


def test_names_numbers_years_and_telling_words_become_slots() -> None:
    made = draft("In 1987 the baker Anna Lund sold sixteen loaves to the king.")
    assert made.slots["who"] == ("anna lund", "anna", "lund")
    assert (made.slots["when"], made.slots["number"]) == (("1987",), ("16",))
    assert {"baker", "sold", "loaves", "king"} <= wordings(made)


def test_what_a_reader_can_do_without_becomes_a_detail() -> None:
    made = draft("Two people saw the comet last year.")
    assert "comet" in {slot[0] for slot in made.slots.values()}
    assert {"people", "saw", "last", "year"} <= {slot[0] for slot in made.details.values()}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The bakery bought a van.", "purchase"),
        ("The gate is open.", "not closed"),
        ("The gate is not open.", "not open"),
        ("The gate is not open.", "closed"),
        ("The guard was not there.", "not there"),
        ("Nobody came.", "not came"),
    ],
)
def test_everyday_synonyms_opposites_and_negation_are_drafted(sentence: str, expected: str) -> None:
    assert expected in wordings(draft(sentence))


def test_after_a_not_only_the_first_word_is_turned() -> None:
    made = draft("The lamp is not in a closed cupboard.")
    assert {"not closed", "cupboard", "not cupboard"} <= wordings(made)
    assert "closed" not in wordings(made)


def test_what_a_question_already_says_becomes_a_detail() -> None:
    made = draft("The kettle whistles because of steam.", given="Why does the kettle whistle?")
    assert {slot[0] for slot in made.slots.values()} == {"steam"}
    assert {"kettle", "whistles"} <= {slot[0] for slot in made.details.values()}


def test_a_capital_that_opens_a_sentence_is_a_name_only_if_other_texts_say_so() -> None:
    assert "who" not in draft("Marble is heavy.").slots
    assert draft("Marble is heavy.", names=names_in("We met Marble at noon.")).slots["who"] == ("marble",)


def test_a_surname_of_two_people_tells_nobody_apart() -> None:
    names = names_in("We know Ida Holm and Per Holm.")
    assert names == Names(frozenset({"ida", "holm", "per"}), frozenset({"holm"}))
    assert draft("Ida Holm won.", names=names).slots["who"] == ("ida holm", "ida")


def test_a_sentence_of_small_words_is_drafted_as_it_stands() -> None:
    assert draft("He was there.").slots == {"what": ("he was there",)}


@pytest.mark.parametrize("sentence", ["?! …", "", "That is that.", "the"])
def test_a_sentence_that_says_nothing_gives_an_empty_draft(sentence: str) -> None:
    assert draft(sentence) == Draft()


def test_a_draft_can_be_used_in_a_key_whatever_the_claim_is_about() -> None:
    for span in ARTICLE.sentences:
        _load(ARTICLE.text[slice(*span)])


@given(st.text(min_size=1, max_size=120))
def test_a_draft_of_anything_with_a_word_can_be_used_in_a_key(sentence: str) -> None:
    _load(sentence)


@given(
    st.lists(
        st.sampled_from("Anna not 16 1987 open never no the said more Berlin isn't May he, . dead".split()), max_size=12
    )
)
def test_a_draft_of_any_heap_of_words_can_be_used_in_a_key(words: list[str]) -> None:
    _load(" ".join(words))


def _load(sentence: str) -> None:
    made = draft(sentence)
    if not made.slots:
        assert not made.details
        return
    claim = {"id": "c01", "claim": sentence, "kind": "fact", "weight": 1, "anchors": [ARTICLE.headline],
             "slots": {name: list(slot) for name, slot in made.slots.items()},
             "details": {name: list(slot) for name, slot in made.details.items()}}  # fmt: skip
    key = {
        "schema": SCHEMA,
        "assignment": "x",
        "case": "mask-1985",
        "article_sha256": ARTICLE.sha256,
        "claims": [claim],
    }
    assert len(keys.parse(_yaml(key)).claims) == 1


def _yaml(key: object) -> bytes:
    return msgspec.yaml.encode(key)


def test_every_word_on_the_lists_can_be_written_in_a_key_and_is_no_synonym_of_its_opposite() -> None:
    for table in (ALIKE, OPPOSITE):
        for others in table.values():
            for other in others:
                assert compile_wordings(other)
    clash = [(word, other) for word, others in ALIKE.items() for other in others if other in OPPOSITE.get(word, ())]
    assert clash == []
    assert stem("people") in LIGHT
