"""The check forms: balanced, matched, sourced, easy to read, and silent about what is so until the end."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path
from statistics import fmean
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimlab import check_forms, form_key
from claimlab.authoring import reading
from claimlab.check_forms import Answer, Taken
from claimlab.form_key import Truth
from claimlab.problems import Problem
from claimlab.widgets import form_words

ROOT = Path(__file__).resolve().parents[1]
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)
each_form = pytest.mark.parametrize("form", check_forms.NAMES)
long_form = pytest.mark.parametrize("form", ["a", "b"])


def statements(form: str) -> list[tuple[str, Truth]]:
    asked, key = check_forms.load(form), form_key.load(form)
    return [(item.say, truth) for item, truth in zip(asked.items, key.items, strict=True)]


def length(rows: list[str]) -> float:
    return fmean(len(say.split()) for say in rows)


def near(one: float, other: float) -> bool:
    """Within a tenth of each other."""
    return abs(one - other) <= 0.1 * max(one, other)


@pytest.mark.parametrize(("form", "items", "tasks"), [("a", 20, 4), ("b", 20, 4), ("c", 8, 1)])
def test_a_form_has_its_statements_and_tasks_and_half_are_accurate(form: str, items: int, tasks: int) -> None:
    rows = statements(form)
    assert len(rows) == items
    assert sum(truth.accurate for _, truth in rows) == items // 2
    assert len(check_forms.load(form).tasks) == tasks


@long_form
def test_topic_and_tone_tell_nothing_about_what_is_so(form: str) -> None:
    cells = sorted((truth.topic, truth.tone, truth.accurate) for _, truth in statements(form))
    topics, tones = ("mask", "dart", "bees", "wellness", "general"), ("sensational", "sober")
    assert cells == sorted((topic, tone, so) for topic in topics for tone in tones for so in (True, False))


@long_form
def test_four_control_items_two_of_them_accurate(form: str) -> None:
    controls = [truth for _, truth in statements(form) if truth.topic == form_key.CONTROL]
    assert [len(controls), sum(truth.accurate for truth in controls)] == [4, 2]


def test_the_short_form_is_balanced_too() -> None:
    rows = statements("c")
    for topic in ("mask", "dart", "bees", "wellness"):
        assert sorted(truth.accurate for _, truth in rows if truth.topic == topic) == [False, True]
    for tone in ("sensational", "sober"):
        assert sorted(truth.accurate for _, truth in rows if truth.tone == tone) == [False, False, True, True]


@each_form
def test_accurate_and_inaccurate_statements_are_of_one_length(form: str) -> None:
    rows = statements(form)
    so = [say for say, truth in rows if truth.accurate]
    not_so = [say for say, truth in rows if not truth.accurate]
    assert near(length(so), length(not_so))
    assert near(fmean(map(len, so)), fmean(map(len, not_so)))


@each_form
def test_loud_statements_sound_loud_and_plain_ones_plain(form: str) -> None:
    for say, truth in statements(form):
        assert say.endswith("!") is (truth.tone == "sensational"), say
        assert (":" in say) is (truth.tone == "sensational"), say


def test_forms_a_and_b_are_matched_in_length() -> None:
    a, b = statements("a"), statements("b")
    for tone in ("sensational", "sober"):
        for so in (True, False):
            one, other = (
                [say for say, truth in rows if truth.tone == tone and truth.accurate is so] for rows in (a, b)
            )
            assert near(length(one), length(other))


def test_forms_a_and_b_ask_for_the_same_four_skills() -> None:
    skills = [[task.id.split("-")[1] for task in check_forms.load(form).tasks] for form in ("a", "b")]
    assert skills[0] == skills[1] == ["who", "evidence", "trace", "claims"]


def test_no_statement_comes_twice() -> None:
    said = [say for form in check_forms.NAMES for say, _ in statements(form)]
    assert len(set(said)) == 48


@each_form
def test_the_order_gives_nothing_away(form: str) -> None:
    truths = [truth for _, truth in statements(form)]
    assert [one.id for one, other in pairwise(truths) if one.topic == other.topic] == []
    runs = zip(truths, truths[1:], truths[2:], strict=False)
    assert [run[0].id for run in runs if len({one.accurate for one in run}) == 1] == []


@each_form
def test_every_answer_is_explained_and_rests_on_a_named_source(form: str) -> None:
    for _, truth in statements(form):
        assert len(truth.why.split()) >= 4, truth.id
        assert len(truth.source.split()) >= 2, truth.id
        assert not re.search(r"https?://", truth.source)


@each_form
def test_the_student_side_says_nothing_of_what_is_so(form: str) -> None:
    public = (ROOT / "datasets" / "forms" / f"form-{form}.yaml").read_text(encoding="utf-8")
    key = form_key.load(form)
    secrets = [text for item in key.items for text in (item.why, item.source)]
    secrets += [text for task in key.tasks for level in task.levels for text in (level.means, *level.samples)]
    assert [text for text in secrets if text in public] == []
    assert not re.search(r"^\s+(accurate|tone|topic|why|source):", public, re.MULTILINE)


def test_forms_give_no_given_claim_of_an_assignment_away() -> None:
    """What a graded assignment asks about is not told at the end of a form."""
    told = " ".join(f"{say} {truth.why}" for form in check_forms.NAMES for say, truth in statements(form)).lower()
    named = "rusty rocky lsd biker bikers drug drugs poem bullied dollars crater threat".split()
    told_of = "32 minutes|33 minutes|73 seconds|9.6 million|3.6 times|hundred people|published cases|before he turned"
    for words in (*named, *told_of.split("|")):
        assert not re.search(rf"\b{words}\b", told), words


@each_form
def test_levels_go_from_beginning_to_mastery_with_two_answers_each(form: str) -> None:
    for task in form_key.load(form).tasks:
        assert len({level.means for level in task.levels}) == 3
        assert len({sample for level in task.levels for sample in level.samples}) == 6


@each_form
def test_a_form_reads_easily(form: str) -> None:
    asked, key = check_forms.load(form), form_key.load(form)
    said = [item.say for item in asked.items] + [item.why for item in key.items]
    said += [text for task in asked.tasks for text in (task.ask, task.text)]
    said += [level.means for task in key.tasks for level in task.levels]
    prose = "\n\n".join(said)
    assert reading.grade(prose) <= 8, reading.hardest(prose, 8)
    assert max(len(item.say.split()) for item in asked.items) <= 21


def test_what_surrounds_a_form_reads_easily() -> None:
    prose = "\n\n".join(form_words.STEPS)
    assert reading.grade(prose) <= 8, reading.hardest(prose, 5)


def test_an_unknown_form_is_one_sentence() -> None:
    with pytest.raises(Problem, match="choose one of a, b, c"):
        check_forms.load("../a")


@given(JSON)
def test_whatever_lies_in_an_answer_sheet_can_be_read(found: Any) -> None:
    form = check_forms.load("c")
    for raw in (found, {"answers": found, "words": found, "levels": found, "finished": found}):
        taken = check_forms.read(form, raw)
        assert check_forms.read(form, check_forms.document(taken, raw)) == taken


@given(st.dictionaries(st.sampled_from([f"c0{n}" for n in range(1, 9)]), st.integers(0, 100)), st.text(max_size=50))
def test_work_survives_being_written_down(values: dict[str, int], words: str) -> None:
    form = check_forms.load("c")
    taken = Taken({name: Answer(value) for name, value in values.items()}, {"c-trace": words} if words else {})
    assert check_forms.read(form, msgspec.json.decode(msgspec.json.encode(check_forms.document(taken)))) == taken


def test_what_is_no_work_on_the_form_is_kept_beside_it() -> None:
    kept = check_forms.document(Taken(), {"teacher": "seen", "answers": "torn"})
    assert (kept["teacher"], kept["unreadable"]) == ("seen", {"answers": "torn"})
    assert check_forms.document(Taken(), [1])["unreadable"] == [1]
