"""Hints about form: what they notice, what they leave alone, and that they know nothing of a key."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimlab import case, form
from claimlab.answers import Claim, Sheet
from claimlab.wording import read

ARTICLE = case.load("mask-1985").article


def kinds(sentence: str) -> list[str]:
    return [remark.kind for remark in form.remarks(sentence, ARTICLE)]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("She was not there when Rocky died.", "who"),
        ("The parents stopped the girl from seeing Rocky.", "who"),
        ("It broke Rocky when he lost his girlfriend.", "what"),
        ("Fans of the film were shocked.", "what"),
        ("That day Rocky learned how cruel people are.", "when"),
        ("Fans of Mask now have to face the truth.", "when"),
        ("Last year Rusty gave an interview.", "when"),
        ("The household had nothing in common with the story.", "named"),
        ("Rocky was bullied and he took LSD.", "two ideas"),
        ("Rocky was lonely; Rusty felt guilty.", "two ideas"),
        ("The guilt haunted her for the rest of her life.", "copied"),
        ("Rocky was born with cranio-diaphyseal dysplasia, a rare disorder that disfigured his skull", "copied"),
        ("Was Rocky lonely in his life?", "question"),
        ("Rocky lonely", "short"),
        ("Rusty Rocky Mask Cher drugs bikers", "sentence"),
    ],
)
def test_a_weakness_of_form_is_noticed(sentence: str, kind: str) -> None:
    assert kind in kinds(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Rocky Dennis lived to be sixteen.",
        "Rusty was not with her son Rocky when he died.",
        "Shortly before she died, Rusty talked about her son.",
        "It was predicted by doctors that Rocky would die before seven.",
        "Rusty and Rocky were poor.",
        "Mask showed a mother's love and a boy's courage.",
        "Rusty said that the film left out the hell.",
        "The parents of Rocky's girlfriend did not want them to meet.",
        "Bikers and their noise filled Rusty's home.",
    ],
)
def test_a_sound_sentence_is_left_alone(sentence: str) -> None:
    assert kinds(sentence) == []


def test_nothing_is_said_about_an_empty_box() -> None:
    assert form.remarks("  ", ARTICLE) == ()


def test_the_hint_quotes_the_word() -> None:
    [remark, *_] = form.remarks("She was not there when Rocky died.", ARTICLE)
    assert remark.word == "she"
    assert remark.message == "Who is “she”? A reader who has not seen the article cannot tell."


@given(st.text(max_size=700))
def test_any_text_gets_few_hints_without_failing(text: str) -> None:
    assert len(form.remarks(text, ARTICLE)) <= 7


def test_a_sheet_is_summed_up_in_sentences() -> None:
    claims = (
        Claim("a", restatement="Rocky was bullied and he took LSD.", kind="fact"),
        Claim("b", restatement="She was far away when Rocky died."),
        Claim("c"),
    )
    sheet = Sheet("mask-1985", ARTICLE.sha256, "a1-claims", claims=claims)
    assert form.sheet_remarks(sheet, ARTICLE, (10, 18)) == (
        "You have 2 claims; the task asks for 10 to 18.",
        "One of your cards has no sentence yet: 3.",
        "One of your claims has no kind yet: 2.",
        "One of your claims does not stand alone, because somebody or something is not named: 2.",
        "One of your claims bundles two ideas: 1.",
    )


def test_remarks_name_the_cards_by_the_numbers_a_learner_sees() -> None:
    said = ("Rocky took LSD.", "", "She was lonely.", "Rusty felt guilty.", "He was bullied.", "It was sad for him.")
    claims = tuple(Claim(str(n), restatement=words, kind="fact") for n, words in enumerate(said))
    remarks = form.sheet_remarks(Sheet("mask-1985", ARTICLE.sha256, "a1-claims", claims=claims), ARTICLE, (1, 3))
    assert "One of your cards has no sentence yet: 2." in remarks
    [alone] = [remark for remark in remarks if "stand alone" in remark]
    assert alone.startswith("Three of your claims do not")
    assert alone.endswith("is not named: 3, 5 and 6.")


def test_many_cards_are_not_all_listed() -> None:
    claims = tuple(Claim(str(n), restatement=f"Rocky took LSD {n} times.") for n in range(50))
    remarks = form.sheet_remarks(Sheet("mask-1985", ARTICLE.sha256, "a1-claims", claims=claims), ARTICLE, (1, 3))
    assert any(remark.startswith("50 of your claims have no kind yet: 1,") for remark in remarks)
    assert any(remark.endswith("19 and 20, and others.") for remark in remarks)


def test_hints_need_neither_yaml_nor_marking() -> None:
    code = (
        "import sys; import claimlab.form;"
        "sys.exit(any(name == 'claimlab.key' or name.startswith('claimlab.marking') for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_one_missing_person_is_asked_for_once() -> None:
    assert [remark.word for remark in form.remarks("She said that her film broke her.", ARTICLE)] == ["she"]


def test_every_one_of_a_kind_names_whom_it_is_about() -> None:
    assert form.remarks("Every library in the country lost a book.", ARTICLE) == ()
    assert form.remarks("By March 2025, every library in the country will want a cat.", ARTICLE) == ()
    assert form.remarks("Soon all libraries will want a cat.", ARTICLE) == ()


def test_a_short_sentence_with_an_everyday_verb_is_a_sentence() -> None:
    assert "sentence" not in [remark.kind for remark in form.remarks("Children read more now.", ARTICLE)]


@pytest.mark.parametrize(
    ("sentence", "named"),
    [
        ("The driver of bus 14 handed back 31 umbrellas.", True),
        ("Cranio-diaphyseal dysplasia is a rare condition.", True),
        ("A driver gave back 30 umbrellas.", False),
        ("The boy lived to be 16 years.", False),
    ],
)
def test_a_number_or_a_technical_term_can_name_a_thing(sentence: str, named: bool) -> None:
    said = [remark.kind for remark in form.remarks(sentence, case.load("mask-1985").article)]
    assert ("named" not in said) is named


@pytest.mark.parametrize(
    "written", ["Drugs, bikers, pain", "bullying, loneliness and LSD", "drugs bikers chaos pain Rocky home film hell"]
)
def test_a_list_of_things_is_no_sentence(written: str) -> None:
    assert form.is_list(read(written))
    assert not form.is_sentence(read(written))


@pytest.mark.parametrize(
    "written", ["Rusty, who cried, left.", "The film cannot survive this.", "rare skull disease", "dead at 16"]
)
def test_a_sentence_or_a_note_is_no_list(written: str) -> None:
    assert not form.is_list(read(written))


@pytest.mark.parametrize(
    ("written", "words"), [("I feel so sorry for Rocky.", "I feel"), ("Cher was perfect in my opinion.", "my opinion")]
)
def test_ones_own_view_is_named(written: str, words: str) -> None:
    found = [remark for remark in form.remarks(written, ARTICLE) if remark.kind == "own view"]
    assert [remark.word for remark in found] == [words]


def test_i_think_is_no_view_but_a_hedge() -> None:
    assert not [remark for remark in form.remarks("I think Rocky was lonely.", ARTICLE) if remark.kind == "own view"]
