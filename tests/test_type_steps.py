"""The text areas of the bench in real kernels: what is typed is saved, carried along, and shown in the widget."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from claimlab import answers, recovery
from claimlab.lab import Lab, blank
from claimlab.unread import listed
from tests.test_lab import outputs, run


class Step(NamedTuple):
    """An assignment, its two steps, a text for it, and the expression that shows what the widget holds of it."""

    assignment: str
    press: str
    type: str
    text: str
    held: str


STEPS = (
    Step("a2-sources", "find_sources", "type_sources", "Claim 2\nsource: S05, refutes", "widget.claims_now"),
    Step("a3-verdicts", "judge", "type_verdicts", "Claim 2\nverdict: refuted, 10 %", "widget.claims_now[0].verdict"),
    Step("a4-scorecard", "score_article", "type_scores", "Tone: weight 10", "widget.indicators_now[0].id"),
)  # fmt: skip
FIND = """
from ipywidgets.widgets.widget import _instances
from claimlab.widgets.typable import Typable
from claimlab.widgets.typed_box import TypedBox
widget = next((one for one in _instances.values() if isinstance(one, Typable)), None)
box = next(one for one in _instances.values() if isinstance(one, TypedBox))
"""
HELLO = "\nhello there"
HEAVY = "import sys; print(sorted({'scipy', 'matplotlib', 'claimlab.marking'} & set(sys.modules)))"


def opening(step: Step) -> str:
    return f'import claimlab\nlab = claimlab.open("{step.assignment}")'


@pytest.mark.parametrize("step", STEPS, ids=[step.type for step in STEPS])
def test_what_is_typed_is_saved_and_carried_and_shown_in_the_widget(step: Step, tmp_path: Path) -> None:
    show = f"print({step.held}, '|', box.said, '|', box.remarks)"
    typing = f"{FIND}box.value = {step.text + HELLO!r}\n{show}"
    name = f"{step.assignment}.ipynb"
    notebook = run(
        tmp_path, opening(step), f"lab.{step.press}()", f"lab.{step.type}()", typing, HEAVY, name=name
    )  # fmt: skip
    held, said, remarks = outputs(notebook, 3)[0]["text"].split(" | ")
    assert any(word in held for word in ("S05", "refuted", "tone"))
    assert said.startswith("Saved.")
    assert said.endswith("1 line cannot be read yet.")
    assert f"Line {step.text.count(chr(10)) + 2}: " in remarks
    assert outputs(notebook, 4)[0]["text"] == "[]\n"
    sheet = answers.read((tmp_path / f"{step.assignment}.answers.json").read_bytes())
    carried = recovery.copies(json.loads(json.dumps(notebook)))
    assert [line.words for line in listed(sheet)] == ["hello there"]
    assert answers.fingerprint(carried[-1]) == answers.fingerprint(sheet)


@pytest.mark.parametrize("step", STEPS, ids=[step.type for step in STEPS])
def test_the_next_day_the_text_is_there_again_with_the_line_that_could_not_be_read(step: Step, tmp_path: Path) -> None:
    typing = f"{FIND}box.value = {step.text + HELLO!r}"
    name = f"{step.assignment}.ipynb"
    run(tmp_path, opening(step), f"lab.{step.type}()", typing, name=name)
    notebook = run(tmp_path, opening(step), f"lab.{step.type}()", f"{FIND}print(box.value)", name=name)
    assert "? hello there" in outputs(notebook, 2)[0]["text"]
    matter = outputs(notebook, 1)[0]["data"]["text/html"]
    assert "How to write it" in matter
    assert "library cat" in matter or "naughtiest cat" in matter


def test_a_typed_scorecard_says_its_scores_and_what_half_a_weight_makes_of_them(tmp_path: Path) -> None:
    text = "Tone: weight 10\nA: for\nOriginality: weight 30\nA: against"
    typing = f"{FIND}box.value = {text!r}\nprint(box.remarks)"
    step = STEPS[2]
    notebook = run(tmp_path, opening(step), f"lab.{step.type}()", typing, name=f"{step.assignment}.ipynb")
    said = "Article A: 25.0 of 100. With one weight halved: Tone 14.3, Originality 40.0."
    assert outputs(notebook, 2)[0]["text"] == f"['{said}']\n"


def test_what_is_pressed_is_seen_in_the_text(tmp_path: Path) -> None:
    pressing = """
found = {"evidence": [{"source": "S05", "stance": "irrelevant"}]}
cards = [{"id": name, **(found if name == "g02" else {})} for name in widget.given]
widget._receive(widget, {"type": "keep", "seq": 1, "cards": cards}, [])
print("source: S05, irrelevant" in box.value)
"""
    step = STEPS[0]
    name = f"{step.assignment}.ipynb"
    notebook = run(tmp_path, opening(step), "lab.find_sources()", "lab.type_sources()", FIND + pressing, name=name)
    assert outputs(notebook, 3)[0]["text"] == "True\n"


@pytest.mark.parametrize("step", STEPS, ids=[step.type for step in STEPS])
def test_while_marking_the_text_step_shows_what_the_other_shows(step: Step) -> None:
    lab = Lab(step.assignment, None, blank(step.assignment))
    by_text: Any = getattr(lab, step.type)()
    by_press: Any = getattr(lab, step.press)()
    assert by_text.html == by_press.html


def test_without_claims_the_text_area_says_what_to_do_first(tmp_path: Path) -> None:
    source = opening(STEPS[0]).replace("a2-sources", "a1-claims") + "\nlab.type_sources()"
    assert "There are no claims yet" in outputs(run(tmp_path, source), 0)[-1]["data"]["text/plain"]
