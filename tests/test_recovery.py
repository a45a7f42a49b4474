"""The copy of the answers that a notebook carries."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from claimlab import answers, recovery
from claimlab.answers import Claim, Sheet

SHEET = Sheet("mask-1985", "0" * 64, "a1-claims", claims=(Claim(id="k1", restatement="Cher played Rusty."),))


def carrying(document: Any) -> dict[str, Any]:
    output = {"output_type": "display_data", "data": {answers.MIME: document, "text/plain": ""}, "metadata": {}}
    return {"cells": [{"cell_type": "markdown"}, {"cell_type": "code", "outputs": [output]}]}


@pytest.mark.parametrize("form", [dict, json.dumps, lambda document: json.dumps(document).splitlines(keepends=True)])
def test_a_copy_is_read_however_the_notebook_stored_it(form: Any) -> None:
    assert recovery.copies(carrying(form(answers.document(SHEET)))) == [SHEET]


def test_a_copy_that_cannot_be_read_is_reported_with_its_raw_text() -> None:
    notebook = carrying({"schema": "claimlab/answers/9"})
    assert recovery.copies(notebook) == []
    [(said, raw)] = recovery.unreadable(notebook)
    assert "update claimlab" in said
    assert json.loads(raw) == {"schema": "claimlab/answers/9"}


@pytest.mark.parametrize("notebook", [None, [], {}, {"cells": 3}, {"cells": [3, {"outputs": [3, {"data": 3}]}]}])
def test_anything_else_carries_nothing(notebook: Any) -> None:
    assert recovery.copies(notebook) == []


def test_the_notebook_named_by_the_session_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("renamed.ipynb", "a1-claims.ipynb"):
        (tmp_path / name).write_text("{}")
    assert recovery.own_notebook("a1-claims", tmp_path) == tmp_path / "a1-claims.ipynb"
    monkeypatch.setenv("JPY_SESSION_NAME", str(tmp_path / "renamed.ipynb"))
    assert recovery.own_notebook("a1-claims", tmp_path) == tmp_path / "renamed.ipynb"


def test_the_only_notebook_of_a_folder_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("JPY_SESSION_NAME", raising=False)
    assert recovery.own_notebook("a1-claims", tmp_path) is None
    (tmp_path / "homework.ipynb").write_text("{}")
    assert recovery.own_notebook("a1-claims", tmp_path) == tmp_path / "homework.ipynb"
