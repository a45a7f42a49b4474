"""Opening a key, whichever kind of assignment it was written for.

Every kind of work has a key of its own shape. Whoever marks needs only to know
that there is one; what is in it, and what is wrong with it, its own module says.
"""

from __future__ import annotations

from functools import lru_cache
from importlib import import_module
from pathlib import Path
from typing import Any, Protocol, TypeVar

import msgspec

from claimlab.case import Article
from claimlab.problems import Problem

LARGEST = 1024 * 1024
Text = TypeVar("Text")
KINDS = {
    "claimlab/key/1": "claimlab.key",
    "claimlab/key-sources/1": "claimlab.source_key",
    "claimlab/key-verdicts/1": "claimlab.verdict_key",
    "claimlab/key-scorecard/1": "claimlab.scorecard_key",
}


class AnyKey(Protocol):
    """What every key has: the name of its schema, the assignment it marks and the article it was written for."""

    @property
    def schema(self) -> str: ...  # noqa: D102
    @property
    def assignment(self) -> str: ...  # noqa: D102
    @property
    def article(self) -> Article: ...  # noqa: D102


class Written:
    """A key that says in its text which kind it is and what it is for."""

    text: Any

    @property
    def schema(self) -> str:
        """The kind of key this is."""
        return str(self.text.schema)

    @property
    def assignment(self) -> str:
        """The assignment this key marks."""
        return str(self.text.assignment)


class _Named(msgspec.Struct):
    schema: str


def load(path: Path) -> AnyKey:
    """Return the key written at *path*, checked. Raises Problem, in one sentence, if it cannot be used."""
    try:
        changed = path.stat().st_mtime_ns
    except OSError as error:
        raise Problem(f"There is no key at {path}: put key.yaml beside the assignment's notebook.") from error
    return _load(path.resolve(), changed)


@lru_cache(maxsize=8)
def _load(path: Path, changed: int) -> AnyKey:
    raw = path.read_bytes()
    if len(raw) > LARGEST:
        raise Problem(f"The key {path.name} is larger than a key can be: was another file saved in its place?")
    return parse(raw, path.name)


def parse(raw: bytes, name: str = "key.yaml") -> AnyKey:
    """Return the key written in *raw*, checked; *name* is used in messages. Raises Problem."""
    schema = read(raw, _Named, name).schema
    if schema not in KINDS:
        raise Problem(f"The key {name} has schema {schema[:40]!r}: this kit reads {', '.join(map(repr, KINDS))}.")
    key: AnyKey = import_module(KINDS[schema]).parse(raw, name)
    return key


def read(raw: bytes, shape: type[Text], name: str) -> Text:
    """Return the YAML in *raw* as *shape*, a msgspec struct. Raises Problem, naming the key *name* and the reason."""
    try:
        return msgspec.yaml.decode(raw, type=shape)
    except (msgspec.ValidationError, msgspec.DecodeError, UnicodeError, RecursionError) as error:
        reason = " ".join(str(error).split())[:200]
        raise Problem(f"The key {name} cannot be read ({reason}): mend that line.") from error
