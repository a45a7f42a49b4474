"""Claims that are still drafts: weighed, never held against a student, strict as soon as the teacher says so."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from claimlab import keys
from claimlab.answers import Claim, Passage
from claimlab.authoring.make_key import make_key
from claimlab.case import load
from claimlab.key import Key
from claimlab.marking.drafted import judge
from claimlab.marking.matching import Pairing, pairings

ARTICLE = load("mask-1985").article
SENTENCE = "Anna Lund sold her bakery in Berlin in 1987."


@pytest.fixture
def key(tmp_path: Path) -> Key:
    path = tmp_path / "claims.txt"
    path.write_text(f"{SENTENCE}\nThe gate of the mill was open.", encoding="utf-8")
    return keys.load(make_key(path, "mask-1985", "a9").path)


def answer(key: Key, written: str, claim: int = 0) -> str:
    return judge(key.claims[claim], key, (key.view(written),)).answer


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (SENTENCE, "states"),
        ("anna lund sold the Bakery in Berlin in 1987!", "states"),
        ("In 1987, Anna Lund sold the bakery she had in Berlin.", "look"),
        ("Lund put her Berlin bakery up for sale in 1987.", "look"),
        ("Anna Lund sold her bakery.", "look"),
        ("Anna Lund sold her bakery in Berlin in 1993.", "look"),
        ("Anna Lund did not sell her bakery in Berlin in 1987.", "look"),
        ("It is not true that Anna Lund sold her bakery in Berlin in 1987.", "look"),
        ("Anna Lund bought her bakery in Berlin in 1987.", "look"),
        ("Anna Lund was born in Oslo.", "no"),
        ("The weather was fine.", "no"),
        ("", "no"),
    ],
)
def test_a_draft_is_stated_if_all_of_it_is_there_in_a_row_and_else_mostly_looked_at(
    key: Key, written: str, expected: str
) -> None:
    assert answer(key, written) == expected


def test_an_opposite_under_a_not_is_the_same(key: Key) -> None:
    assert answer(key, "The gate of the mill was not shut.", 1) == "states"
    assert answer(key, "The gate of the mill was shut.", 1) == "look"


def test_more_of_the_claim_is_never_less_likely(key: Key) -> None:
    parts = [
        "Anna Lund",
        "Anna Lund sold",
        "Anna Lund sold her bakery",
        "Anna Lund sold her bakery in Berlin",
        SENTENCE,
    ]
    found = [judge(key.claims[0], key, (key.view(part),)).likely for part in parts]
    assert found == sorted(found)
    assert 0 <= found[0] < found[-1] <= 1


def test_a_text_is_read_sentence_by_sentence_and_a_name_may_stand_in_another(key: Key) -> None:
    sentences = ("Anna Lund lived in Berlin.", "She sold her bakery in 1987.", "It rained.")
    apart = judge(key.claims[0], key, tuple(map(key.view, sentences)))
    alone = judge(key.claims[0], key, (key.view(sentences[1]),))
    assert apart.likely > alone.likely


def paired(key: Key, written: str, passages: tuple[Passage, ...] = ()) -> list[Pairing]:
    return list(pairings(Claim("k1", passages, written, "fact"), key, key.claims[:1]))


def test_marking_uses_the_draft_and_says_why_it_is_not_sure(key: Key) -> None:
    (stated,) = paired(key, SENTENCE)
    assert (stated.answer, stated.cover) == ("states", 1.0)
    (unsure,) = paired(key, "Anna Lund did not sell her bakery in Berlin in 1987.")
    assert (unsure.answer, unsure.cover) == ("look", 0.0)
    assert unsure.reason == "It may say the opposite (“sold”); the slots of this claim are a draft."
    (part,) = paired(key, "Anna Lund sold her bakery.")
    assert part.reason == "Part of the claim is there; the slots of this claim are a draft."
    assert set(part.missing) == {"whom", "when"}


def test_a_card_from_elsewhere_in_the_article_is_not_put_before_the_teacher(key: Key) -> None:
    start, end = next(span for span in reversed(ARTICLE.sentences) if key.claims[0].anchors[0][0] not in range(*span))
    far = Passage(start, end, ARTICLE.text[start:end])
    assert paired(key, "Anna Lund sold her bakery.", (far,)) == []


def test_a_claim_that_is_no_draft_any_more_needs_every_slot(key: Key) -> None:
    written = "Anna Lund sold her Berlin bakery in 1987."
    assert [pair.answer for pair in paired(key, written)] == ["look"]
    strict = _with(key, drafted=False, slots={"who": "anna lund", "what": "sell"})
    assert [pair.answer for pair in paired(strict, written)] == ["states"]
    assert "states" not in [pair.answer for pair in paired(strict, "Lund put her Berlin bakery up for sale.")]


def test_opposites_that_the_teacher_wrote_down_count(key: Key) -> None:
    warned = _with(key, against=("gave away",))
    (pair,) = paired(warned, "Anna Lund gave away her bakery in Berlin in 1987.")
    assert (pair.answer, pair.outright) == ("contradicts", True)


def _with(key: Key, **changes: object) -> Key:
    """The same key with its first claim changed, read again from YAML."""
    first = msgspec.structs.replace(key.text.claims[0], **changes)
    text = msgspec.structs.replace(key.text, claims=(first, *key.text.claims[1:]))
    return keys.parse(msgspec.yaml.encode(text))
