"""The benchmark of drafted keys on texts: the last line, the measures, and files that cannot be read."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from benchmarks import presence
from benchmarks.drafts import auc, best_threshold, kappa, said, tidy
from tests.conftest import ROOT

UNITS = ("Mira Holt opened a bakery.", "The bakery is in Leeds.", "A storm closed the harbour.")
TEXTS = {
    "full": "mira holt opened a bakery in leeds last week . a storm has closed the harbour .",
    "half": "mira holt opened her bakery . it is in leeds .",
    "none": "the council met on friday and did n't vote .",
}
STATED = {"full": (1, 1, 1), "half": (1, 1, 0), "none": (0, 0, 0)}


def rows(events: int = 6) -> list[dict[str, Any]]:
    return [
        {"event": f"e{event}", "system": system, "text": text,
         "units": [{"unit": unit, "votes": [vote] * 3} for unit, vote in zip(UNITS, STATED[system], strict=True)]}
        for event in range(events) for system, text in TEXTS.items()
    ]  # fmt: skip


def test_the_program_ends_with_the_four_figures(tmp_path: Path) -> None:
    path = tmp_path / "small.jsonl"
    path.write_text("\n".join(map(json.dumps, rows())), encoding="utf-8")
    line = [sys.executable, "-m", "benchmarks.presence", str(path)]
    ended = subprocess.run(line, cwd=ROOT, capture_output=True, text=True, timeout=120)
    assert ended.returncode == 0, ended.stderr
    last = ended.stdout.splitlines()[-1]
    found = re.fullmatch(r"auc=([\d.]+) kappa=([\d.]+) decided=([\d.]+) accuracy=([\d.]+)", last)
    assert found
    area, agreement, decided, accuracy = map(float, found.groups())
    assert (area, agreement, accuracy) == (1, 1, 1)
    assert 0.5 < decided <= 1


def test_a_file_that_cannot_be_read_ends_with_two(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "broken.jsonl"
    path.write_text("{", encoding="utf-8")
    with pytest.raises(SystemExit) as ended:
        presence.main([str(path)])
    assert ended.value.code == 2
    assert "cannot be read" in capsys.readouterr().err


def test_wrong_votes_lower_the_figures(capsys: pytest.CaptureFixture[str]) -> None:
    wrong = rows()
    for row in wrong:
        row["units"][0]["votes"] = [1 - vote for vote in row["units"][0]["votes"]]
    last = presence.run(wrong)
    assert float(last.split("accuracy=")[1]) < 0.8
    assert "All: 54 judgements" in capsys.readouterr().out


def test_a_system_whose_votes_belong_to_other_texts_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    given = rows()
    shifted = [dict(row, system="shifted", event=f"{row['event']}-{row['system']}") for row in rows()]
    votes = [[unit["votes"] for unit in row["units"]] for row in shifted]
    for row, others in zip(shifted, votes[2:] + votes[:2], strict=True):
        row["units"] = [dict(unit, votes=other) for unit, other in zip(row["units"], others, strict=True)]
    mixed = [dict(row, system="sound", event=f"{row['event']}-{row['system']}") for row in given]
    presence.run([*mixed, *shifted])
    said_ = capsys.readouterr().out
    assert "Votes that do not follow the texts: shifted (" in said_
    assert "same text twice: votes agree on" in said_
    assert "Votes that follow the texts: 54 judgements" in said_


def test_the_measures_are_those_of_the_books() -> None:
    assert auc([0.9, 0.4, 0.4, 0.1], [True, True, False, False]) == 0.875
    assert kappa([True, True, False, False], [True, False, False, False]) == 0.5
    assert best_threshold([0.9, 0.8, 0.3, 0.2], [True, True, False, False]) == 0.8


def test_the_threshold_comes_from_other_documents() -> None:
    labels = [True, False] * 5
    scores = [0.6, 0.4] * 5
    documents = [f"d{place // 2}" for place in range(10)]
    assert said(scores, labels, documents) == labels
    scores[0], scores[1] = 0.3, 0.9
    assert said(scores, labels, documents)[:2] == [False, True]


def test_tokens_are_put_together_as_people_write() -> None:
    assert tidy("she did n't see tom 's half - open door , he 's in") == "she didn't see tom's half-open door , he's in"
