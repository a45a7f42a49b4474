"""Reading a sentence for comparison: stems, numbers and what a "not" governs."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimlab.spelling import Speller
from claimlab.stems import stem
from claimlab.wording import LONGEST, read


def stems(text: str) -> list[str]:
    return list(read(text).stems)


def negated(text: str) -> list[str]:
    return [word.text for word in read(text).words if word.negated]


@pytest.mark.parametrize(
    "forms",
    [
        "disfigure disfigured disfigures disfiguring",
        "colour color colours",
        "realise realized realising",
        "theatre theater",
        "bully bullied bullies bullying",
        "take took taken taking",
        "forbid forbade forbidden",
        "wilder wild wildest",
        "mum mom mums",
        "exceed exceeds exceeded exceeding",
        "scare scares scared",
        "defence defense",
    ],
)
def test_forms_and_spellings_of_a_word_share_a_stem(forms: str) -> None:
    assert len({stem(form) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    "words",
    [
        *("note not", "lovely lonely", "hell hello", "real rely", "hard hardly", "final finally", "cute cut"),
        *("here her", "themes them", "staring stars", "scared scar", "pill pile", "mobbing mob", "caring car"),
    ],
)
def test_different_words_keep_different_stems(words: str) -> None:
    first, second = words.split()
    assert stem(first) != stem(second)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("sixteen", 16),
        ("the 16th", 16),
        ("sixteenth", 16),
        ("forty-one years", 41),
        ("a film from '85", 1985),
        ("in 85", 1985),
        ("1,000 people", 1000),
        ("a 16-year-old", 16),
    ],
)
def test_numbers_are_read_however_they_are_written(text: str, number: int) -> None:
    assert number in [word.number for word in read(text).words]


@pytest.mark.parametrize("text", ["one of them", "his first love", "the second time"])
def test_words_that_only_look_like_numbers_are_none(text: str) -> None:
    assert all(word.number is None for word in read(text).words)


@pytest.mark.parametrize(
    ("text", "inside", "outside"),
    [
        ("Rusty wasn't there when Rocky died", "there", "died"),
        ("Rusty wasnt there when Rocky died", "there", "died"),
        ("He did not live, but he laughed", "live", "laughed"),
        ("Nobody imagined it", "imagined", "nobody"),
        ("He never felt lonely and he took it", "lonely", "took"),
        ("They left without speaking", "speaking", "left"),
        ("The home was not so warm", "warm", "home"),
        ("She never told anyone so they were shocked", "told", "shocked"),
        ("She could neither read nor write", "write", "she"),
        ("The home was not free of drugs", "free", "drugs"),
        ("He did not keep away from drugs", "keep", "drugs"),
        ("She never got rid of her guilt", "got", "guilt"),
        ("He had not anybody and felt lonely", "anybody", "lonely"),
        ("A disease which hardly anybody gets and which hurt him", "gets", "hurt"),
    ],
)
def test_a_negation_reaches_to_the_end_of_its_clause(text: str, inside: str, outside: str) -> None:
    assert inside in negated(text)
    assert outside not in negated(text)


@pytest.mark.parametrize(
    "text",
    [
        "not only warm but good",
        "He never stopped feeling guilty",
        "She was not just sad",
        "It shows nothing beyond love",
    ],
)
def test_some_negations_deny_nothing(text: str) -> None:
    assert not negated(text)


@pytest.mark.parametrize("opening", ["It is not true that", "It is false that", "Rusty denied that", "It's a lie that"])
def test_a_denial_turns_the_whole_sentence_round(opening: str) -> None:
    words = read(f"{opening} Rocky was lonely. He was.").words
    assert [word.text for word in words if word.denied and word.text != "that"] == ["rocky", "was", "lonely"]


@given(st.text(max_size=400))
def test_any_text_can_be_read_and_offsets_stay_inside_it(text: str) -> None:
    for word in read(text).words:
        assert 0 <= word.start < word.end <= min(len(text), LONGEST)


@given(st.text(alphabet="abcdefgh ' ’-.,", max_size=80))
def test_case_and_curly_quotes_make_no_difference(text: str) -> None:
    assert stems(text.upper()) == stems(text) == stems(text.replace("'", "’"))


@pytest.mark.parametrize(
    ("written", "meant"), [("gilti", "guilti"), ("docter", "doctor"), ("sucess", "success"), ("bikre", "biker")]
)
def test_one_slip_of_the_pen_is_forgiven(written: str, meant: str) -> None:
    assert Speller(["guilti", "doctor", "success", "biker"]).corrected(written) == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [("deth", "death"), ("trooth", "truth"), ("gurl", "girl"), ("hewman", "human"), ("brok", "break")],
)
def test_writing_by_ear_is_understood(written: str, meant: str) -> None:
    known = ["death", "truth", "girl", "human", "break", "scale"]
    assert Speller(known, {"broke": "break"}).corrected(written) == meant


@pytest.mark.parametrize("written", ["They wernt there.", "She coudnt come.", "He dosent know."])
def test_a_misspelt_not_is_still_a_not(written: str) -> None:
    assert read(written).words[-1].negated


@pytest.mark.parametrize("written", ["hiker", "lovely", "seven", "dose", "doctrine"])
def test_another_word_is_not_taken_for_a_slip(written: str) -> None:
    assert Speller(["biker", "lonely", "eleven", "doctor"]).corrected(written) == written


def test_reading_needs_none_of_the_heavy_libraries() -> None:
    heavy = "{'yaml', 'scipy', 'numpy', 'sklearn', 'spacy', 'torch', 'rapidfuzz'}"
    code = f"import sys, claimlab.wording, claimlab.slots; sys.exit(bool({heavy} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("over four hundred people", 400),
        ("three thousand visitors", 3000),
        ("forty-one cards", 41),
        ("16 hundred", 1600),
    ],
)
def test_a_number_of_several_words_is_one_number(said: str, number: int) -> None:
    assert [word.number for word in read(said).words if word.number is not None] == [number]


@pytest.mark.parametrize("text", ["Rusty did not deny that Rocky was special", "It destroys the myth that they made"])
def test_a_denial_that_is_denied_or_only_named_turns_nothing_round(text: str) -> None:
    assert not any(word.denied for word in read(text).words)
