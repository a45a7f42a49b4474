"""Judging on the learner's bench: what is on disk, in the notebook, drawn, and shown to whoever marks."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec

from claimlab import answers, recovery
from claimlab.answers import Claim, Evidence
from claimlab.lab import Lab, blank
from claimlab.widgets import weighing
from tests.marking.verdict_sheets import A3, key, sheet, truth
from tests.test_lab import outputs, run

OPEN = f'import claimlab\nlab = claimlab.open("{A3}")'
JUDGE = """
from ipywidgets.widgets.widget import _instances
from claimlab.widgets.verdict_table import VerdictTable
table = [widget for widget in _instances.values() if isinstance(widget, VerdictTable)][-1]
made = {"evidence": [{"source": "S06", "stance": "supports"}], "verdict": "supported", "confidence": 90}
blank = {"evidence": [], "searches": []}
cards = [{"id": name, **(made if name == "g01" else blank)} for name in table.given]
table._receive(table, {"type": "keep", "seq": 1, "cards": cards}, [])
"""
MADE = Claim(
    "g01",
    restatement="Rocky Dennis died at the age of 16.",
    evidence=(Evidence("S06", "supports"),),
    verdict="supported",
    confidence=90,
)


def test_what_is_judged_is_on_disk_and_in_the_notebook(tmp_path: Path) -> None:
    notebook = run(tmp_path, OPEN, "lab.judge()", JUDGE, name=f"{A3}.ipynb")
    assert answers.read((tmp_path / f"{A3}.answers.json").read_bytes()).claims == (MADE,)
    [copy] = recovery.copies(json.loads(json.dumps(notebook)))
    assert copy.claims == (MADE,)
    widget, twin = outputs(notebook, 1)
    assert "application/vnd.jupyter.widget-view+json" in widget["data"]
    assert "✓ Supported" in twin["data"]["text/html"]


def test_verdicts_saved_elsewhere_meanwhile_stay() -> None:
    from claimlab.widgets.sourcing import with_sources

    known = msgspec.structs.replace(blank(A3), claims=(msgspec.structs.replace(MADE, kind="fact"),))
    merged = with_sources(known, (MADE, Claim("g02", restatement="x", verdict="refuted")), key_given(), weighing.FIELDS)
    assert [(claim.id, claim.kind, claim.verdict) for claim in merged] == [
        ("g01", "fact", "supported"), ("g02", None, "refuted"),
    ]  # fmt: skip
    assert with_sources(known, (MADE,), key_given())[0].verdict == "supported"


def key_given() -> dict[str, str]:
    return {judged.id: judged.claim for judged in key().claims}


def test_marking_shows_the_verdicts_and_a_check_says_what_is_missing() -> None:
    lab = Lab(A3, None, msgspec.structs.replace(blank(A3), claims=(MADE,)))
    shown = lab.judge()
    assert shown is not None
    assert "1. Rocky Dennis died at the age of 16." in shown.html
    said = lab.check().plain
    assert "You have judged 1 of 12 claims." in said
    assert "Claims 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 and 12 have no verdict yet." in said


def test_pictures_show_the_key_only_where_it_may_be_shown() -> None:
    made = sheet(truth)
    marking = Lab.for_marking(A3, made, key())
    released = Lab.for_marking(A3, made, key(), released=True)
    bars = [lab.picture("verdict bars").alt for lab in (marking, released)]
    strips = [lab.picture("calibration strip").alt for lab in (marking, released)]
    assert bars[0] != bars[1]
    assert strips[0] != strips[1]
    assert strips[0] == Lab(A3, None, blank(A3)).picture("calibration strip").alt


def test_a_learners_kernel_stays_light(tmp_path: Path) -> None:
    heavy = "import sys; print(sorted({'scipy', 'matplotlib', 'claimlab.marking'} & set(sys.modules)))"
    notebook = run(tmp_path, OPEN, "lab.judge()", "lab.check()", heavy, name=f"{A3}.ipynb")
    assert outputs(notebook, 3)[0]["text"].strip() == "[]"
