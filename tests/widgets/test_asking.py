"""A button and its answer; hints one step at a time."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import msgspec

from claimlab import keys
from claimlab.answers import Claim
from claimlab.lab import blank
from claimlab.marking.hints import missing
from claimlab.problems import Problem
from claimlab.widgets.asking import Answer, Asking
from claimlab.widgets.hints import hint_box

ROOT = Path(__file__).resolve().parents[2]
LESSONS = ROOT / "lessons"
KEY = keys.load(ROOT / "solutions" / "a1-claims" / "key.yaml")


def test_each_press_asks_anew() -> None:
    answers = iter([Answer("one", "again"), Answer("two", "done", more=False)])
    box = Asking("Check", Answer("", "Check"), lambda: next(answers))
    box.press()
    assert (box.answer, box.label, box.more) == ("one", "again", True)
    box.press()
    assert (box.answer, box.label, box.more, box.asked) == ("two", "done", False, 2)


def test_a_problem_is_shown_and_the_button_stays() -> None:
    def fail() -> Answer:
        raise Problem("The key <here> is missing: ask your teacher.")

    box = Asking("Check", Answer("", "Check"), fail)
    box.press()
    assert "The key &lt;here&gt; is missing" in box.answer
    assert (box.label, box.more) == ("Check", True)


def test_hints_come_one_by_one_and_the_last_tells_the_claim() -> None:
    sheet = blank("a1-claims")
    box = hint_box(lambda: sheet, KEY)
    seen = []
    for _ in range(4):
        box.press()
        seen.append(box.answer)
    assert [answer.count("<li") for answer in seen] == [1, 2, 3, 4]
    told = [
        claim.text.claim for claim in KEY.claims if claim.weight and claim.text.claim in seen[3].replace("&#x27;", "'")
    ]
    assert len(told) == 1
    assert told[0] not in seen[2]


def test_a_card_for_the_hinted_claim_turns_the_hints_to_another() -> None:
    sheet = blank("a1-claims")
    box = hint_box(lambda: sheet, KEY)
    for _ in range(4):
        box.press()
    [told] = [claim for claim in KEY.claims if claim.weight and claim.text.claim in box.answer.replace("&#x27;", "'")]
    sheet = msgspec.structs.replace(sheet, claims=(Claim("k1", (), told.text.claim, told.text.kind),))
    box.press()
    assert box.answer.count("<li") == 1


def test_after_the_last_step_the_next_press_turns_to_another_claim_and_all_come_round() -> None:
    sheet = blank("a1-claims")
    box = hint_box(lambda: sheet, KEY)
    told = []
    for _ in range(2 * sum(1 for claim in KEY.claims if claim.weight)):
        for _ in range(4):
            box.press()
        assert (box.answer.count("<li"), box.label) == (4, "A hint about another claim")
        told.append(box.answer)
    asked = sum(1 for claim in KEY.claims if claim.weight)
    assert len(set(told)) == len(set(told[:asked])) == asked
    assert all(one != other for one, other in pairwise(told))


def test_no_hint_is_about_a_claim_that_a_card_comes_near_to() -> None:
    practice = keys.load(LESSONS / "keys" / "lesson-02.yaml")
    near = ("Thanks to Biscuit, loans of children's books have now doubled.", "Loans of children's books have tripled.")
    for words in near:
        sheet = msgspec.structs.replace(blank("lesson-02"), claims=(Claim("k1", (), words, "fact"),))
        open_ones = {claim.id for claim in missing(sheet, practice)}
        assert "c06" not in open_ones, words
        assert len(open_ones) == sum(1 for claim in practice.claims if claim.weight) - 1


def test_when_nothing_is_missing_the_hints_say_so() -> None:
    cards = tuple(Claim(f"k{n}", (), ref.text.claim, ref.text.kind) for n, ref in enumerate(KEY.claims) if ref.weight)
    sheet = msgspec.structs.replace(blank("a1-claims"), claims=cards)
    box = hint_box(lambda: sheet, KEY)
    box.press()
    assert "Every claim that the key asks for has a card" in box.answer
