"""The pages of a check form: nothing told before the end, nothing changed after it, nothing lost on the way."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import msgspec
import pytest

from claimlab import check_forms, form_key
from claimlab.check_forms import Answer, Taken
from claimlab.widgets import form_report, form_twin, form_words
from tests.widgets.form_bench import FormBench, all_answered

EVIL = "<img src=x onerror=alert(1)>"


def finished(cards: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{**card, "finished": True} if card["id"] == "end" else card for card in cards]


def changed(cards: list[dict[str, Any]], name: str, **change: Any) -> list[dict[str, Any]]:
    return [{**card, **change} if card["id"] == name else card for card in cards]


def test_a_page_knows_nothing_of_the_key_before_the_form_is_finished() -> None:
    bench = FormBench("c", all_answered("c"))
    seen = json.dumps(bench.state(), ensure_ascii=False)
    for item in bench.key.items:
        assert item.why not in seen
        assert item.source not in seen
    assert bench.state()["_told"] == {}
    assert bench.ask("keep", cards=bench.cards())["type"] == "kept"
    assert bench.state()["_told"] == {}


def test_answers_are_kept_as_they_come() -> None:
    bench = FormBench("c")
    cards = changed(bench.cards(), "c01", value=80)
    cards = changed(cards, "c02", unsure=True)
    cards = changed(cards, "c-trace", words="From the tea house.")
    assert bench.ask("keep", cards=cards)["sentence"] == "Saved."
    assert bench.kept[-1].answers == {"c01": Answer(80), "c02": Answer(unsure=True)}
    assert bench.kept[-1].words == {"c-trace": "From the tea house."}
    assert bench.kept[-1].finished == ""


def test_a_finished_form_says_what_is_so_and_why() -> None:
    bench = FormBench("c", all_answered("c", 80))
    bench.ask("keep", cards=finished(bench.cards()))
    told = bench.state()["_told"]
    for item in bench.key.items:
        assert told[item.id]["why"] == item.why
        assert told[item.id]["sign"] == ("right" if item.accurate else "wrong")
    assert [level["level"] for level in told["c-trace"]] == ["Beginning", "Emerging", "Mastery"]
    assert bench.kept[-1].finished.endswith("+00:00")


def test_a_finished_form_stays_as_it_is_but_for_the_levels() -> None:
    bench = FormBench("c", all_answered("c"))
    bench.ask("keep", cards=finished(bench.cards()))
    day = bench.kept[-1].finished
    assert bench.ask("keep", cards=changed(bench.cards(), "c01", value=5))["sentence"].startswith(
        "This form is finished"
    )
    assert bench.ask("keep", cards=changed(bench.cards(), "c-trace", words="No."))["type"] == "refused"
    assert len(bench.kept) == 1
    assert bench.ask("keep", cards=changed(bench.cards(), "c-trace", level=2))["type"] == "kept"
    assert (bench.kept[-1].levels, bench.kept[-1].finished) == ({"c-trace": 2}, day)
    assert bench.ask("keep", cards=changed(bench.cards(), "end", finished=False))["type"] == "kept"
    assert bench.kept[-1].finished == day


def test_levels_wait_until_the_form_is_finished() -> None:
    bench = FormBench("c", all_answered("c"))
    bench.ask("keep", cards=changed(bench.cards(), "c-trace", level=2))
    assert bench.kept[-1].levels == {}


@pytest.mark.parametrize("cards", [None, "x", [1], {"c01": 5}])
def test_nonsense_from_a_page_is_refused_in_a_sentence(cards: Any) -> None:
    bench = FormBench("c", all_answered("c"))
    assert bench.ask("keep", cards=cards)["sentence"].endswith("run the cell again.")
    assert bench.pages.taken == all_answered("c")


@pytest.mark.parametrize("value", [-1, 101, True, "70", None, 1e400, [70]])
def test_a_number_that_is_none_leaves_the_statement_open(value: Any) -> None:
    bench = FormBench("c")
    bench.ask("keep", cards=changed(bench.cards(), "c01", value=value))
    assert bench.kept[-1].answers == {}


def test_every_answer_turns_out_one_way() -> None:
    item = form_key.load("a").items[0]
    assert not item.accurate
    cases = [(Answer(10), "right"), (Answer(90), "wrong"), (Answer(50), "partly"), (Answer(unsure=True), "unsure")]
    assert [form_report.state(item, said) for said, _ in cases] == [sign for _, sign in cases]
    assert form_report.state(item, Answer()) == "open"


def test_the_scale_has_a_word_for_every_number() -> None:
    words = [form_words.in_words(value) for value in range(101)]
    assert len(set(words)) == 7
    assert (words[0], words[50], words[100]) == ("surely not accurate", "could be either", "surely accurate")


def test_taking_a_form_loads_no_marking_and_no_key(tmp_path: Path) -> None:
    code = (
        "import sys\nfrom pathlib import Path\n"
        "from claimlab.lab import Lab, blank\nfrom claimlab.safekeeping import Keeper\n"
        "lab = Lab('lesson-00', Keeper(Path('.'), blank('lesson-00')), blank('lesson-00'))\n"
        "lab.take_form('a')\nlab.form_report('a')\n"
        "print('HEAVY', sorted({'scipy', 'matplotlib', 'claimlab.marking', 'claimlab.form_key'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "HEAVY []"


def test_words_of_a_learner_are_never_markup() -> None:
    asked, key = check_forms.load("c"), form_key.load("c")
    taken = Taken({}, {"c-trace": EVIL}, {}, EVIL[:40])
    for shown in (form_twin.sheet(asked, taken), form_report.report(asked, key, taken)):
        assert "<img" not in shown.html
    assert "&lt;img" in form_twin.sheet(asked, taken).html


def test_the_static_twin_shows_every_answer() -> None:
    asked = check_forms.load("c")
    taken = msgspec.structs.replace(all_answered("c", 35), answers={"c01": Answer(35), "c02": Answer(unsure=True)})
    page = form_twin.sheet(asked, taken).html
    assert (page.count("35 in 100"), page.count("would look it up"), page.count("not answered")) == (1, 1, 6)
    assert "I would search for it." in page
    assert "class=" in page
    assert "<script" not in page
