"""Practice items explain every answer, tell unanswered from wrong, and give nothing away beforehand."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

import claimlab
from claimlab import practice
from claimlab.practice import Item, Option, Section, check
from claimlab.problems import Problem
from claimlab.widgets import items
from tests.widgets.bench import CHOICE, EVERY, LIKELY, MATCH, ORDER, RIGHT, SEVERAL, SHORT, WRONG, Bench

LESSONS = Path(__file__).resolve().parents[2] / "lessons"
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.sampled_from(["value", "unsure", "x"]), inner),
    max_leaves=8,
)
every_item = pytest.mark.parametrize("item", EVERY, ids=lambda item: item.form)


@every_item
def test_a_right_answer_is_right_and_still_explained(item: Item) -> None:
    said = check(item, RIGHT[item.id])
    assert said.state == "right"
    assert said.lines[-1] == item.why


@every_item
def test_a_wrong_answer_is_told_why_and_what_to_try_but_not_the_answer(item: Item) -> None:
    said = check(item, WRONG[item.id])
    assert said.state == "wrong"
    assert said.lines
    if item.form != "probability":
        assert said.lines[-1] == item.next
        assert item.why not in said.lines


@every_item
@pytest.mark.parametrize("nothing", [None, [], "", "   ", {}, True, {"value": None}, {"value": True}, [9], -1, 99])
def test_no_answer_is_unattempted_and_never_wrong(item: Item, nothing: object) -> None:
    assert check(item, nothing).state == "unattempted"


@every_item
@given(answer=ANYTHING)
def test_any_value_at_all_gets_an_answer(item: Item, answer: object) -> None:
    said = check(item, answer)
    assert said.state in ("unattempted", "wrong", "partly", "right", "unsure")
    assert all(said.lines)


def test_a_part_of_the_answer_is_partly_right() -> None:
    assert check(SEVERAL, [0]).state == "partly"
    assert check(SEVERAL, [0, 1, 2]).state == "partly"
    assert check(MATCH, [RIGHT["q4"][0], -1, -1]).state == "partly"
    assert check(SHORT, "The cat was there.").state == "partly"


def test_whoever_said_it_in_other_words_is_told_that_the_program_knows_only_some() -> None:
    hinted = msgspec.structs.replace(SHORT, hints=("one", "two", "three", "the cat was there in 2021"))
    assert practice.OWN_WORDS in check(hinted, "The tom was there in 2021.").lines
    assert practice.OWN_WORDS not in check(hinted, RIGHT["q6"]).lines
    assert check(SHORT, "The cat’s home has been here since 2021.").state == "right"


def test_a_pair_that_does_not_fit_is_quoted_with_what_was_chosen() -> None:
    assert "✗ “cow” does not go with “honey”." in check(MATCH, [MATCH.things.index("honey"), -1, -1]).lines
    spoken = msgspec.structs.replace(SEVERAL, options=(*SEVERAL.options[:2], Option("Moles: “We dig.”", "They dig.")))
    assert "“Moles: ‘We dig.’” They dig." in check(spoken, [2]).lines


def test_whoever_moved_nothing_is_told_what_to_move() -> None:
    assert "Move the slider" in check(LIKELY, {"value": None}).lines[0]
    assert "Move at least one line" in check(ORDER, None).lines[0]


def test_a_sentence_with_a_loose_pronoun_is_told_so() -> None:
    said = check(SHORT, "He lived there in 2021, Biscuit.")
    assert said.state == "partly"
    assert "Who is “he”?" in said.lines


@pytest.mark.parametrize("words", ["library Biscuit 2021", "Biscuit library 2021 lives", "2021, Biscuit."])
def test_the_words_that_count_are_no_sentence_by_themselves(words: str) -> None:
    item = next(item for item in items.load("lesson-02", "alone").items if item.form == "short")
    said = check(item, words)
    assert said.state == "partly"
    assert "make a whole sentence" in said.lines[0]


@pytest.mark.parametrize(
    "words",
    [
        "Biscuit the cat has lived at Brindle Bay Library since January 2021.",
        "Biscuit lives at the library since 2021",
        "Since 2021 the library in Brindle Bay is the home of a ginger cat called Biscuit.",
        "Biscuit the cat has been at Brindle Bay Library since he was found.",
    ],
)
def test_a_whole_sentence_in_own_words_is_right(words: str) -> None:
    item = next(item for item in items.load("lesson-02", "alone").items if item.form == "short")
    assert check(item, words).state == "right", check(item, words).lines


def test_wanting_to_look_it_up_is_a_fair_answer() -> None:
    assert check(LIKELY, {"unsure": True}).state == "unsure"


@given(st.integers(0, 100))
def test_a_probability_is_right_on_the_side_of_the_truth(value: int) -> None:
    false = msgspec.structs.replace(LIKELY, accurate=False)
    expected = "right" if value > 50 else "partly" if value == 50 else "wrong"
    assert check(LIKELY, {"value": value}).state == expected
    assert check(false, {"value": 100 - value}).state == expected


@pytest.mark.parametrize("item", [ORDER, MATCH], ids=lambda item: item.form)
def test_what_is_shown_is_shuffled_always_alike_and_never_solved(item: Item) -> None:
    solved = item.steps or tuple(pair.right for pair in item.pairs)
    assert sorted(item.things) == sorted(solved)
    assert item.things != solved
    assert item.things == msgspec.structs.replace(item).things


def test_two_steps_are_shown_in_the_wrong_order() -> None:
    for number in range(20):
        assert Item(f"o{number}", "order", "?", "!", steps=("a", "b")).things == ("b", "a")


def test_the_page_is_given_no_answer_before_there_is_one() -> None:
    state = json.dumps({name: value for name, value in Bench(*EVERY).practice.get_state().items() if name[0] != "_"})
    secrets = [option.why for item in EVERY for option in item.options] + [pair.why for pair in MATCH.pairs]
    secrets += [item.why for item in EVERY] + list(CHOICE.hints) + ["accurate", "true", "2021"]
    assert [secret for secret in secrets if secret in state] == []


def test_every_answer_is_kept_with_tries_and_the_first_one() -> None:
    bench = Bench(CHOICE)
    assert bench.tell("check", CHOICE, 1)["state"] == "wrong"
    assert bench.tell("check", CHOICE, 0)["state"] == "right"
    assert bench.kept == {"q1": {"answer": 0, "state": "right", "tries": 2, "hints": 0, "first": 1}}


def test_the_first_probability_stands_because_the_truth_has_been_told() -> None:
    bench = Bench(LIKELY)
    bench.tell("check", LIKELY, {"value": 10})
    bench.tell("check", LIKELY, {"value": 100})
    assert bench.kept["q5"]["answer"] == {"value": 10}


def test_checking_without_an_answer_is_no_try() -> None:
    bench = Bench(CHOICE)
    assert bench.tell("check", CHOICE)["state"] == "unattempted"
    assert bench.kept == {}


AGAIN = msgspec.structs.replace(CHOICE, id="q1-again", ask="And which one here?", again="q1")


def test_a_fresh_try_is_no_open_question_before_it_is_asked_for() -> None:
    bench = Bench(CHOICE, AGAIN)
    assert AGAIN.ask not in bench.practice.html()
    bench.tell("check", AGAIN, 1)
    assert AGAIN.ask in bench.practice.html()


@pytest.mark.parametrize("chosen", [(AGAIN, CHOICE), (CHOICE, AGAIN, msgspec.structs.replace(AGAIN, id="q1-third"))])
def test_a_fresh_try_follows_its_question_alone(chosen: tuple[Item, ...]) -> None:
    with pytest.raises(Problem, match="only fresh try"):
        practice.prove(chosen)


def test_the_same_feedback_twice_is_news_to_the_page() -> None:
    bench = Bench(CHOICE)
    assert bench.tell("check", CHOICE)["turn"] != bench.tell("check", CHOICE)["turn"]


def test_hints_come_one_at_a_time_and_end() -> None:
    bench = Bench(CHOICE)
    lengths = [len(bench.tell("hint", CHOICE)["hints"]) for _ in range(6)]
    assert lengths == [1, 2, 3, 4, 4, 4]
    assert bench.kept["q1"]["hints"] == 4


def test_words_typed_and_not_checked_are_kept_and_come_back() -> None:
    bench = Bench(SHORT)
    bench.tell("draft", SHORT, "Biscuit was")
    again = Bench(SHORT, responses=bench.kept)
    assert again.practice.shown["q6"]["answer"] == "Biscuit was"
    assert again.practice.shown["q6"]["state"] == ""


@every_item
def test_a_kept_answer_comes_back_with_its_feedback(item: Item) -> None:
    bench = Bench(item)
    bench.tell("check", item, WRONG[item.id])
    bench.tell("hint", item)
    again = Bench(item, responses=bench.kept)
    assert {**again.practice.shown[item.id], "turn": 0} == {**bench.practice.shown[item.id], "turn": 0}


@every_item
@given(found=ANYTHING, hints=st.integers(), tries=st.integers())
def test_a_damaged_answer_sheet_does_not_stop_practice(item: Item, found: object, hints: int, tries: int) -> None:
    for kept in (found, {"answer": found, "hints": hints, "tries": tries, "state": "right"}):
        bench = Bench(item, responses={item.id: kept})
        assert item.ask in bench.practice.html()


@pytest.mark.parametrize(
    "message", [None, 7, {}, {"item": "q1"}, {"item": "q9", "do": "check"}, {"item": "q1", "do": "x"}]
)
def test_a_message_that_is_none_is_passed_over(message: object) -> None:
    bench = Bench(CHOICE)
    bench.practice.receive(message)
    assert bench.kept == {}


def test_a_save_that_fails_is_said_aloud_and_the_answer_stays() -> None:
    def fail(item: str, response: object) -> str:
        raise Problem("Your answers could not be saved: free some space.")

    bench = items.Practice(Section("Try it", (CHOICE,)), {}, keep=fail)
    bench.receive({"do": "check", "item": "q1", "answer": 0})
    assert bench.alarm
    assert bench.status == "Your answers could not be saved: free some space."
    assert bench.responses["q1"].answer == 0


def test_the_static_picture_shows_answers_and_escapes_what_was_typed() -> None:
    bench = Bench(*EVERY)
    for item in EVERY:
        bench.tell("check", item, RIGHT[item.id])
    bench.tell("check", SHORT, "<script>alert(1)</script> Biscuit 2021")
    html = bench.practice.html()
    assert "<script" not in html
    assert "&lt;script&gt;" in html
    assert (html.count("✓ Yes"), html.count("✓ You leaned the right way")) == (len(EVERY) - 1, 1)
    assert "90 in 100" in html


def test_the_static_picture_tells_unanswered_from_wrong() -> None:
    bench = Bench(CHOICE, SEVERAL)
    bench.tell("check", CHOICE, 1)
    html = bench.practice.html()
    assert (html.count("Not answered yet"), html.count("✗ Not yet")) == (1, 1)


@pytest.mark.parametrize("path", sorted((LESSONS / "items").glob("*.yaml")), ids=lambda path: path.stem)
def test_every_section_of_every_lesson_is_sound(path: Path) -> None:
    for section in yaml.safe_load(path.read_text(encoding="utf-8")):
        for item in items.load(path.stem, section).items:
            assert item.why
            assert len(item.hints) in (0, 4), f"{item.id}: hints come in four steps"
            assert all(option.why for option in item.options)


def test_item_names_are_used_once() -> None:
    names = [
        item["id"]
        for path in sorted((LESSONS / "items").glob("*.yaml"))
        for section in yaml.safe_load(path.read_text(encoding="utf-8")).values()
        for item in section["items"]
    ]
    assert len(names) == len(set(names)) > 0


def test_an_unknown_lesson_or_section_is_named_in_one_sentence() -> None:
    with pytest.raises(Problem, match="no practice items for 'lesson-99'"):
        items.load("lesson-99", "recall")
    with pytest.raises(Problem, match="no section 'nowhere': choose one of recall"):
        items.load("lesson-02", "nowhere")


@pytest.mark.parametrize(
    "wrong",
    [
        msgspec.structs.replace(CHOICE, options=(Option("a", "b"), Option("c", "d"))),
        msgspec.structs.replace(ORDER, steps=("same", "same")),
        msgspec.structs.replace(LIKELY, accurate=None),
        msgspec.structs.replace(SHORT, needs=()),
    ],
    ids=lambda item: item.form,
)
def test_an_item_without_a_clear_answer_is_refused(
    wrong: Item, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "items").mkdir()
    plain = msgspec.to_builtins({"one": Section("One", (wrong,))})
    (tmp_path / "items" / "lesson-77.yaml").write_text(yaml.safe_dump(plain), encoding="utf-8")
    monkeypatch.setattr("claimlab.places.kit", lambda folder: tmp_path)
    with pytest.raises(Problem, match=f"{wrong.id!r} has no clear answer"):
        practice.load("lesson-77", "one")


def test_the_script_is_small_and_sets_text_only_as_text() -> None:
    script = (Path(items.__file__).parent / "items.js").read_text(encoding="utf-8")
    assert len(script.encode()) < 20_000
    assert [word for word in ("innerHTML", "outerHTML", "insertAdjacentHTML", "eval(", "http") if word in script] == []


def test_a_bench_without_a_screen_returns_the_items_as_a_picture(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NBGRADER_EXECUTION", "validate")
    shown = claimlab.open("lesson-02").practise("recall")
    assert shown is not None
    assert "What is a good first move?" in shown.html
    assert list(tmp_path.iterdir()) == []
