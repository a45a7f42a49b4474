"""The benchmark of drafted keys on school answers: who is credited, and at which threshold."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

from benchmarks.contradiction import Judged, claims, credited, judged_answers, run, threshold
from tests.conftest import ROOT

ASKED = {"corpus": "own", "question": "Why did the raft float?", "references": ["The wood is lighter than the water."]}
ANSWERS = [
    ("correct", "Because the wood is lighter than the water."),
    ("correct", "Wood is lighter than water is."),
    ("contradictory", "The wood is not lighter than the water."),
    ("contradictory", "The wood is heavier than the water."),
    ("incorrect", "Someone held it."),
]
ROWS = [{**ASKED, "label": label, "answer": answer} for label, answer in ANSWERS]


def test_the_program_ends_with_the_share_credited(tmp_path: Path) -> None:
    path = tmp_path / "small.jsonl"
    path.write_text("\n".join(map(json.dumps, ROWS)), encoding="utf-8")
    line = [sys.executable, "-m", "benchmarks.contradiction", str(path)]
    ended = subprocess.run(line, cwd=ROOT, capture_output=True, text=True, timeout=120)
    assert ended.returncode == 0, ended.stderr
    assert ended.stdout.splitlines()[-1] == "credited=0.000"
    assert re.search(r"^own: AUC correct against contradictory 1\.000; credited at", ended.stdout, re.MULTILINE)


def test_what_is_turned_round_is_never_credited_outright() -> None:
    answers = {(one.label, one.answer) for one in judged_answers(ROWS)}
    assert ("correct", "states") in answers
    assert ("contradictory", "states") not in answers
    assert ("incorrect", "no") in answers


def test_an_answer_that_copies_is_credited_whatever_its_label() -> None:
    assert run([*ROWS, {**ROWS[0], "label": "contradictory"}]) == "credited=0.333"


def test_the_threshold_credits_three_in_five_correct_answers_and_no_more() -> None:
    judged = [Judged("own", "correct", "look", place / 10) for place in range(10)]
    judged += [Judged("own", "contradictory", "look", 0.45), Judged("own", "incorrect", "look", 0.1)]
    assert threshold(judged) == 0.4
    assert credited(judged, 0.4) == {"correct": 0.6, "contradictory": 1.0, "incorrect": 0.0}


def test_each_sentence_of_a_model_answer_is_a_claim_too() -> None:
    answers = ("Sand sinks first. Flour sinks later.", "Yes. It does so.")
    assert claims(answers) == (*answers, "Sand sinks first.", "Flour sinks later.", "It does so.")
