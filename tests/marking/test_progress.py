"""Progress is read from a learner's own sheets: what was done, and sureness beside being right."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

from claimlab import answers, check_forms
from claimlab.answers import Claim, Evidence, Indicator, Sheet
from claimlab.lab import Lab, blank
from claimlab.marking import progress
from claimlab.widgets import own_progress
from tests.widgets.form_bench import all_answered

RIGHT = {"answer": {"value": 20}, "state": "right", "tries": 1, "hints": 0, "first": {"value": 90}}


def sheet(lesson: str, **responses: Any) -> Sheet:
    named = {name.replace("_", "-"): response for name, response in responses.items()}
    return msgspec.structs.replace(blank(lesson), responses=named)


def lesson_00() -> Sheet:
    first = {"answer": 1, "state": "right", "tries": 2, "hints": 1, "first": 0}
    taken = msgspec.structs.replace(all_answered("a", 80), finished="2026-09-01T08:00:00+00:00")
    return sheet("lesson-00", **{"00_first_claim": first, "form_a": check_forms.document(taken)})


def test_a_lesson_is_done_when_every_question_has_an_answer() -> None:
    (step,) = progress.steps({"lesson-00": lesson_00()})
    assert step.done
    assert (step.answered, step.questions, step.tries, step.hints) == (1, 1, 2, 1)
    (begun,) = progress.steps({"lesson-02": sheet("lesson-02")})
    assert not begun.done
    assert begun.answered == 0 < begun.questions


def test_the_first_number_counts_because_the_truth_is_told_after_it() -> None:
    (step,) = progress.steps({"lesson-02": sheet("lesson-02", **{"02_recall_sound": RIGHT})})
    assert step.judgements == ((0.9, True),)


def test_only_lessons_are_steps_and_only_finished_forms_count() -> None:
    unfinished = check_forms.document(all_answered("b"))
    sheets = {"a1-claims": blank("a1-claims"), "lesson-08": sheet("lesson-08", form_b=unfinished)}
    assert [step.lesson for step in progress.steps(sheets)] == ["lesson-08"]
    assert progress.forms(sheets) == ()


def test_a_finished_form_is_part_of_the_way() -> None:
    (one,) = progress.forms({"lesson-00": lesson_00()})
    assert (one.form, one.day, len(one.judgements)) == ("a", "2026-09-01", 20)
    assert (one.insight.measures.trusted, one.insight.measures.caught) == (10, 0)


def test_the_page_says_it_in_words_and_compares_with_nobody() -> None:
    shown = own_progress.page({"lesson-00": lesson_00(), "lesson-02": sheet("lesson-02", **{"02_recall_sound": RIGHT})})
    for words in (
        "Your first claim: Done: 1 of 1 questions answered, 2 tries, 1 hint.",
        "Sure 90 in 100, right 100 in 100 (1 answer).",
        "Sure 80 in 100, right 50 in 100 (20 answers).",
        "Where am I now?: Finished on 1 September 2026. True ones you trusted: 10 of 10.",
        "False ones you caught: 0 of 10.",
        "Where you said 67 to 100: 21 statements",
        "always saying 50 gives 0.25",
        "compares you with nobody but yourself",
    ):
        assert words in shown.plain, words
    assert shown.html.count('scope="row"') == 3


def test_with_nothing_done_it_says_what_to_do() -> None:
    assert own_progress.NOTHING in own_progress.page({}).plain


def test_a_sheet_of_a_lesson_that_is_gone_does_no_harm() -> None:
    strange = msgspec.structs.replace(blank("lesson-00"), assignment="lesson-77")
    (step,) = progress.steps({"lesson-77": strange})
    assert (step.title, step.questions, step.done) == ("lesson-77", 0, False)


def test_sheets_beside_the_notebook_are_read_and_none_is_touched(tmp_path: Path) -> None:
    (tmp_path / "lesson-00.answers.json").write_bytes(answers.write(lesson_00()))
    (tmp_path / "lesson-02.answers.json").write_text("{")
    (tmp_path / "a1-claims.answers.json").write_bytes(answers.write(blank("a1-claims")))
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    sheets, problems = own_progress.read(tmp_path)
    assert list(sheets) == ["lesson-00"]
    assert problems == ("The answers of lesson-02 could not be read: open that lesson, and it says what to do.",)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_titles_and_sheets_are_never_markup() -> None:
    evil = msgspec.structs.replace(blank("lesson-00"), assignment="lesson-<img src=x>")
    assert "<img" not in own_progress.page({"lesson-<img src=x>": evil}).html


def test_without_a_notebook_the_steps_return_what_they_show() -> None:
    lab = Lab("lesson-00", None, lesson_00())
    assert "Lean: trusting by 10." in lab.form_report("a")._repr_mimebundle_()["text/plain"]  # type: ignore[union-attr]
    assert "80 in 100" in lab.take_form("a")._repr_mimebundle_()["text/html"]  # type: ignore[union-attr]
    assert "My progress" in lab.progress()._repr_mimebundle_()["text/plain"]
    assert "when you have finished" in str(lab.form_report("b"))


def test_each_lesson_counts_what_it_is_for() -> None:
    found = Evidence("S01", "supports")
    judged = (Claim("g01", evidence=(found,), verdict="supported"), Claim("g02", evidence=(found, found)))
    sheets = {name: msgspec.structs.replace(blank(name), claims=judged) for name in ("lesson-01", "lesson-06")}
    sheets["lesson-07"] = msgspec.structs.replace(blank("lesson-07"), indicators=(Indicator("tone"),))
    said = own_progress.page(sheets).plain
    for words in ("3 sources attached.", "1 verdict.", "1 indicator."):
        assert words in said, words
