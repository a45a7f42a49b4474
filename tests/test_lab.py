"""The learner's bench, in real kernels and in none."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import msgspec
import nbformat
import pytest
from nbclient import NotebookClient
from nbformat.v4 import new_code_cell, new_notebook

from claimlab import answers, keys, recovery
from claimlab.answers import Claim, Sheet
from claimlab.lab import Lab, blank
from claimlab.problems import Problem

KEY = Path(__file__).resolve().parents[1] / "solutions" / "a1-claims" / "key.yaml"
OPEN = 'import claimlab\nlab = claimlab.open("a1-claims")'
CHANGE = """
from ipywidgets.widgets.widget import _instances
from claimlab.widgets.marker import PassageMarker
[marker] = [widget for widget in _instances.values() if isinstance(widget, PassageMarker)]
card = {"id": "k1", "restatement": "Cher played Rusty Dennis."}
marker._receive(marker, {"type": "keep", "seq": 1, "cards": [card]}, [])
"""


def run(folder: Path, *sources: str, name: str = "a1-claims.ipynb", **environment: str) -> Any:
    """Run cells in a real kernel in *folder*, save the notebook there and return it."""
    path = folder / name
    notebook = new_notebook(cells=[new_code_cell(source) for source in sources])
    nbformat.write(notebook, path)
    with pytest.MonkeyPatch.context() as patch:
        for variable, value in environment.items():
            patch.setenv(variable, value)
        NotebookClient(notebook, kernel_name="python3", resources={"metadata": {"path": str(folder)}}).execute()
    nbformat.write(notebook, path)
    return notebook


def outputs(notebook: Any, cell: int) -> list[Any]:
    found: list[Any] = notebook.cells[cell].outputs
    return found


def claims(folder: Path) -> list[str]:
    sheet = answers.read((folder / "a1-claims.answers.json").read_bytes())
    return [claim.restatement for claim in sheet.claims]


def test_a_change_in_the_marker_is_on_disk_and_in_the_notebook(tmp_path: Path) -> None:
    notebook = run(tmp_path, OPEN, "lab.mark_claims()", CHANGE)
    assert claims(tmp_path) == ["Cher played Rusty Dennis."]
    [sheet] = recovery.copies(json.loads(json.dumps(notebook)))
    assert [claim.restatement for claim in sheet.claims] == ["Cher played Rusty Dennis."]


def test_a_notebook_that_travelled_alone_brings_its_claims_back(tmp_path: Path) -> None:
    first = run(tmp_path, OPEN, "lab.mark_claims()", CHANGE)
    elsewhere = tmp_path / "a folder with spaces"
    elsewhere.mkdir()
    nbformat.write(first, elsewhere / "homework (1).ipynb")
    show = "print([claim.restatement for claim in lab.sheet.claims])"
    second = new_notebook(cells=[*first.cells[:2], new_code_cell(OPEN), new_code_cell(show)])
    second.cells[0].source = second.cells[1].source = "pass"
    nbformat.write(second, elsewhere / "homework (1).ipynb")
    NotebookClient(second, kernel_name="python3", resources={"metadata": {"path": str(elsewhere)}}).execute()
    assert second.cells[-1].outputs[0]["text"] == "['Cher played Rusty Dennis.']\n"


def test_in_vs_code_the_variable_of_its_kernel_names_the_notebook(tmp_path: Path) -> None:
    course = tmp_path / "course"
    course.mkdir()
    run(course, OPEN, "lab.mark_claims()", CHANGE, name="homework.ipynb")
    (course / "a1-claims.answers.json").unlink()
    nbformat.write(new_notebook(), course / "another.ipynb")
    named = f"__vsc_ipynb_file__ = {str(course / 'homework.ipynb')!r}"
    show = "print([claim.restatement for claim in lab.sheet.claims])"
    notebook = run(tmp_path, named, OPEN, show, name="elsewhere.ipynb")
    assert outputs(notebook, 2)[0]["text"] == "['Cher played Rusty Dennis.']\n"


def test_the_two_views_of_the_cards_keep_in_step(tmp_path: Path) -> None:
    box = """
from claimlab.widgets.writing import WritingBox
[box] = [widget for widget in _instances.values() if isinstance(widget, WritingBox)]
print(box.value)
box.value = "fact: Cher played Rusty Dennis.\\nMask came out in 1985."
print([claim.restatement for claim in marker.claims_now])
"""
    notebook = run(tmp_path, OPEN, "lab.mark_claims()", "lab.type_claims()", CHANGE, box)
    shown = "".join(output["text"] for output in outputs(notebook, 4))
    assert shown == "Cher played Rusty Dennis.\n['Cher played Rusty Dennis.', 'Mask came out in 1985.']\n"
    assert claims(tmp_path) == ["Cher played Rusty Dennis.", "Mask came out in 1985."]


def test_running_everything_twice_loses_nothing(tmp_path: Path) -> None:
    run(tmp_path, OPEN, "lab.mark_claims()", CHANGE, "lab.mark_claims()", OPEN, "lab.mark_claims()")
    assert claims(tmp_path) == ["Cher played Rusty Dennis."]
    assert sorted(path.name for path in tmp_path.glob("*other-version*")) == []


def test_while_grading_nothing_is_written_and_no_widget_shown(tmp_path: Path) -> None:
    notebook = run(
        tmp_path,
        OPEN,
        "lab.mark_claims()",
        'lab.write("priority")',
        'lab.score("coverage")',
        NBGRADER_EXECUTION="autograde",
        CLAIMLAB_SOLUTIONS=str(KEY.parents[1]),
    )
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a1-claims.ipynb"]
    for cell in (1, 2, 3):
        assert "application/vnd.jupyter.widget-view+json" not in outputs(notebook, cell)[0]["data"]
    assert outputs(notebook, 3)[0]["data"]["text/plain"] == "0.0"


def test_validating_says_how_the_claims_look_and_gives_no_number(tmp_path: Path) -> None:
    notebook = run(tmp_path, OPEN, 'lab.score("coverage")', NBGRADER_EXECUTION="validate")
    [output] = outputs(notebook, 1)
    assert output["output_type"] == "stream"
    assert output["name"] == "stdout"
    assert output["text"].strip()


def test_without_a_key_a_score_is_a_sentence_and_no_number(tmp_path: Path) -> None:
    notebook = run(tmp_path, OPEN, 'lab.score("coverage")', "lab.hint()")
    assert "after you hand in" in outputs(notebook, 1)[0]["data"]["text/plain"]
    assert "ask your teacher" in outputs(notebook, 2)[0]["data"]["text/plain"]


def test_alone_the_marks_wait_until_the_learner_asks(tmp_path: Path) -> None:
    ask = "box = lab.score('coverage')\nprint('paragraph' in box.answer or 'Not in your list' in box.answer)"
    press = "box.press()\nprint('Not in your list' in box.answer, box.label)"
    notebook = run(tmp_path, OPEN, "lab.mark_claims()", CHANGE, ask, press, CLAIMLAB_SOLUTIONS=str(KEY.parents[1]))
    assert outputs(notebook, 3)[0]["text"] == "False\n"
    assert outputs(notebook, 4)[0]["text"] == "True Show my marks again\n"


def test_no_scipy_and_no_pyplot_in_the_kernel_of_a_learner(tmp_path: Path) -> None:
    heavy = "import sys; print(sorted({'scipy', 'matplotlib', 'claimlab.marking'} & set(sys.modules)))"
    notebook = run(tmp_path, OPEN, "lab.mark_claims()", CHANGE, "lab.check()", heavy)
    assert "scipy" not in outputs(notebook, 4)[0]["text"]
    assert "claimlab.marking" not in outputs(notebook, 4)[0]["text"]


def test_a_broken_sheet_is_put_aside_and_the_learner_is_told(tmp_path: Path) -> None:
    (tmp_path / "a1-claims.answers.json").write_text('{"schema": "claimlab/ans')
    notebook = run(tmp_path, OPEN)
    assert "kept as a1-claims.answers.unreadable-1.json" in outputs(notebook, 0)[0]["data"]["text/plain"]
    assert (tmp_path / "a1-claims.answers.unreadable-1.json").read_text() == '{"schema": "claimlab/ans'


def test_an_unknown_assignment_or_question_is_one_sentence() -> None:
    with pytest.raises(Problem, match="choose one of a1-claims"):
        blank("a9-unknown")
    with pytest.raises(Problem, match="choose one of priority"):
        Lab.for_marking("a1-claims", None, keys.load(KEY)).write("nonsense")


def test_marking_without_a_sheet_gives_nothing_and_says_why() -> None:
    score = Lab.for_marking("a1-claims", None, keys.load(KEY), "No answers were found.").score("coverage")
    assert score == 0.0
    assert "No answers were found." in score._repr_mimebundle_()["text/html"]


def test_words_of_a_learner_are_never_markup() -> None:
    evil = "<img src=x onerror=alert(1)>"
    sheet: Sheet = msgspec.structs.replace(
        blank("a1-claims"), claims=(Claim(id="k1", restatement=evil),), notes={"priority": evil}
    )
    lab = Lab.for_marking("a1-claims", sheet, keys.load(KEY), released=True)
    for shown in (lab.mark_claims(), lab.write("priority"), lab.check(), lab.score("coverage"), lab.score("kinds")):
        assert "<img" not in shown._repr_mimebundle_()["text/html"]
