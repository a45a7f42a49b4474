"""Many ways of saying the same, and of just missing it: how well the key as a whole tells them apart."""

from __future__ import annotations

from pathlib import Path

from claimlab.marking.cards import prepare
from tests.marking.sheets import key, sheet

LINES = [
    [part.strip() for part in (*line.split("|"), "", "")[:3]]
    for line in Path(__file__).with_name("paraphrases.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


def stated(sentence: str) -> set[str]:
    [card] = prepare(sheet([sentence]), key()).cards
    return {pair.reference.id for pair in card.states}


def test_paraphrases_are_told_apart_nearly_always() -> None:
    hits = alarms = misses = 0
    for sentence, states, _ in LINES:
        ours, meant = stated(sentence), set(states.split())
        hits, alarms, misses = hits + len(ours & meant), alarms + len(ours - meant), misses + len(meant - ours)
    assert 2 * hits / (2 * hits + alarms + misses) >= 0.97


def test_no_contradiction_is_credited_with_what_it_contradicts() -> None:
    credited = [sentence for sentence, _, opposed in LINES if stated(sentence) & set(opposed.split())]
    assert credited == []


def test_every_claim_of_the_key_is_tried() -> None:
    tried = {reference for _, states, _ in LINES for reference in states.split()}
    assert {claim.id for claim in key().claims} - tried <= {"c19"}
