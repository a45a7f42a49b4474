"""The key of a3: every entry can be traced, every word stands on its card, and a broken key says what is wrong."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest
import yaml

from claimlab import plan, verdicts
from claimlab.problems import Problem
from claimlab.verdict_key import parse
from tests.marking.verdict_sheets import KEY, key

RAW = KEY.read_text(encoding="utf-8")
Change = Callable[[dict[str, Any]], object]


def rows(case: str) -> dict[str, dict[str, str]]:
    lines = (KEY.parents[1] / f"{case}-claims.csv").read_text(encoding="utf-8").splitlines()
    return {row["number"]: row for row in csv.DictReader(lines)}


@pytest.mark.parametrize("name", [judged.id for judged in key().claims])
def test_every_entry_rests_on_a_row_of_the_claims_tables_or_on_its_two_cards(name: str) -> None:
    text = next(judged.text for judged in key().claims if judged.id == name)
    case, _, number = text.row.partition(" ")
    named = {proof.source for proof in text.proofs}
    if number == "notes":
        assert (name, named) == ("g09", {"S27", "S42"})
        return
    row = rows(case)[number]
    assert row["verdict"] == text.verdict
    assert set(row["sources"].split()) & named
    assert set(row.get("accepted_alternatives", "").split()) <= {*text.also, ""}


def test_each_verdict_occurs_and_about_sixty_per_cent_are_accurate_or_partly_so() -> None:
    found = Counter(judged.verdict for judged in key().claims)
    assert set(found) == set(verdicts.VERDICTS)
    assert 0.55 <= (found["supported"] + found["conflicting-evidence"]) / len(key().claims) <= 0.65


def test_half_of_the_claims_come_from_each_case() -> None:
    assert Counter(judged.text.row.split()[0] for judged in key().claims) == {"mask-1985": 6, "dart-2022": 6}


def test_no_claim_was_given_before_and_students_read_no_sentence_of_the_key() -> None:
    given = plan.find("a3-verdicts").given
    assert [(judged.id, judged.claim) for judged in key().claims] == list(given.items())
    assert not set(given.values()) & set(plan.find("a2-sources").given.values())
    for judged in key().claims:
        for sentence in (judged.text.says, judged.text.why, judged.text.next):
            assert all(sentence not in text for text in given.values())


def test_only_claims_with_one_possible_verdict_are_settled() -> None:
    assert {judged.id: judged.accurate for judged in key().settled} == {
        "g01": True, "g02": False, "g03": False, "g04": True, "g06": True, "g07": False, "g08": True, "g10": True,
    }  # fmt: skip


def first(document: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = document["claims"][0]
    return found


BROKEN: dict[str, tuple[Change, str]] = {
    "another edition": (lambda d: d.update(beside_sha256="0" * 64), "made for another edition of dart-2022"),
    "another case": (lambda d: d.update(beside="mask-1985", beside_sha256=d["article_sha256"]), "names other cases"),
    "order": (lambda d: d["claims"].reverse(), "not those of the plan"),
    "missing claim": (lambda d: d["claims"].pop(), "not those of the plan"),
    "unknown source": (lambda d: first(d)["proofs"][0].update(source="S99"), "no pack has such a source"),
    "words not on the card": (lambda d: first(d)["proofs"][0].update(words="was 61"), "S06 does not say 'was 61'"),
    "no proof": (lambda d: first(d).update(proofs=[]), "names no source"),
    "same verdict twice": (lambda d: first(d).update(also=["supported"]), "names one verdict twice"),
    "empty reason": (lambda d: first(d).update(why=" "), "is incomplete"),
    "unknown verdict": (lambda d: first(d).update(verdict="true"), "cannot be read"),
    "unknown field": (lambda d: first(d).update(points=3), "cannot be read"),
    "a verdict is missing": (lambda d: d["claims"][11].update(verdict="refuted"), "is not-checkable: add one"),
    "one verdict pays": (
        lambda d: d["claims"][11].update(also=["supported"]), "Answering supported to every claim"
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", BROKEN)
def test_a_broken_key_is_refused_in_one_sentence(what: str) -> None:
    document = yaml.safe_load(RAW)
    change, expected = BROKEN[what]
    change(document)
    with pytest.raises(Problem, match=expected) as refused:
        parse(yaml.safe_dump(document, allow_unicode=True).encode())
    assert str(refused.value).count("\n") == 0


@pytest.mark.parametrize("chosen", verdicts.VERDICTS)
def test_nearness_is_full_for_the_same_verdict_and_less_for_any_other(chosen: verdicts.Verdict) -> None:
    assert verdicts.credit(chosen, (chosen,)) == 1
    assert all(verdicts.credit(chosen, (other,)) < 1 for other in verdicts.VERDICTS if other != chosen)
    assert verdicts.credit(None, (chosen,)) == 0


def test_the_weights_sum_to_one() -> None:
    assert sum(verdicts.WEIGHTS.values()) == pytest.approx(1)


@pytest.mark.parametrize(
    ("confidence", "words"),
    [(0, "0 in 10"), (5, "0 to 1 in 10"), (50, "about 5 in 10"), (85, "8 to 9 in 10"), (100, "10 in 10")],
)
def test_confidence_is_said_in_words(confidence: float, words: str) -> None:
    assert verdicts.in_ten(confidence) == words
