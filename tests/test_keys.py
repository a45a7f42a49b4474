"""Every key says of itself in the same way what it is, whatever work it marks."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimlab import keys

PATHS = sorted((Path(__file__).parents[1] / "solutions").glob("*/key.yaml"))


@pytest.mark.parametrize("path", PATHS, ids=[path.parent.name for path in PATHS])
def test_a_key_says_what_it_is_and_can_be_remembered(path: Path) -> None:
    key = keys.load(path)
    assert isinstance(key, keys.Written)
    assert (key.schema, key.assignment) == (key.text.schema, path.parent.name)
    assert key.schema in keys.KINDS
    assert {key: path}[key] == path


def test_each_kind_of_key_is_among_them() -> None:
    assert {keys.load(path).schema for path in PATHS} == set(keys.KINDS)
