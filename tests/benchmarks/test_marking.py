"""The benchmark of marking: what it marks, and its last line."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from benchmarks import marking
from claimlab.anchoring import sits
from claimlab.answers import Claim
from tests.marking.sheets import key


def submission(number: int) -> dict[str, Any]:
    claims = [
        {"quote": "", "restatement": f"Rusty said it {number * 60 + n} times.", "kind": "fact"} for n in range(60)
    ]
    return {"student": f"T{number}", "claims": claims}


def test_no_sentence_is_dealt_twice_and_every_sheet_is_full() -> None:
    claims = [Claim("", (), f"Sentence {n % 7}.", "fact") for n in range(20)]
    sheets = marking.dealt(claims, key(), cards=3)
    said = [claim.restatement for sheet in sheets for claim in sheet.claims]
    assert [len(sheet.claims) for sheet in sheets] == [3, 3]
    assert len(set(said)) == len(said)


def test_the_paraphrases_fill_many_sheets_and_most_have_a_passage_of_the_article() -> None:
    claims = marking.paraphrases(key())
    passages = [passage for claim in claims for passage in claim.passages]
    assert len(marking.dealt(claims, key())) >= 4 * marking.FIRST
    assert len(passages) > len(claims) / 2
    assert all(sits(passage, key().article) for passage in passages)


def test_it_ends_with_the_median(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "class.json"
    path.write_text(json.dumps([submission(number) for number in range(4)]), encoding="utf-8")
    marking.main([str(path)])
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("3 sheets of 40 cards")
    assert re.fullmatch(r"median [\d.]+ ms \(budget 20 ms\)", lines[-1])


def test_a_file_with_too_few_cards_ends_with_two(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "small.json"
    path.write_text(json.dumps([submission(0)]), encoding="utf-8")
    with pytest.raises(SystemExit) as ended:
        marking.main([str(path)])
    assert ended.value.code == 2
    assert "too few cards" in capsys.readouterr().err
