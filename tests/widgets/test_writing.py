"""The box for a learner's own sentences."""

from __future__ import annotations

from claimlab.problems import Problem
from claimlab.widgets.writing import WritingBox


def test_every_change_is_kept_and_answered() -> None:
    kept: list[str] = []

    def keep(text: str) -> str:
        kept.append(text)
        return f"Saved {len(kept)}."

    box = WritingBox("Why?", "", keep)
    box.value = "Because."
    box.value = "Because of this."
    assert kept == ["Because.", "Because of this."]
    assert (box.said, box.answers) == ("Saved 2.", 2)


def test_the_box_says_what_went_wrong_and_keeps_the_words() -> None:
    def refuse(text: str) -> str:
        raise Problem("The disk is full: ask for help.")

    box = WritingBox("Why?", "", refuse)
    box.value = "typed <b>words</b>"
    assert box.value == "typed <b>words</b>"
    assert "The disk is full" in box.said
    assert box.answers == 1


def test_words_kept_elsewhere_are_shown_and_not_kept_again() -> None:
    kept: list[str] = []
    box = WritingBox("Why?", "", lambda text: kept.append(text) or "Saved.")
    box.replace("From the other view.")
    assert (box.value, kept) == ("From the other view.", [])
    box.value = "Typed here."
    assert kept == ["Typed here."]


def test_remarks_follow_what_is_written() -> None:
    box = WritingBox("Why?", "so", lambda text: "Saved.", remarks=lambda text: [f"{len(text)} signs"])
    assert box.remarks == ["2 signs"]
    box.value = "because"
    assert box.remarks == ["7 signs"]
