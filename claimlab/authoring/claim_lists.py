"""The list of claims a teacher starts from: a line each, a table, or a key that is already there."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path
from typing import Any

import yaml

from claimlab.keytext import KeyText, ReferenceText
from claimlab.problems import Problem

LARGEST = 1024 * 1024
MOST = 400
_BULLET = re.compile(r"^\s*(?:[-*•]|\d+[.)])\s+")
_CLAIM_FIELDS = frozenset(("not" if name == "against" else name) for name in ReferenceText.__struct_fields__)
_TABLE_FIELDS = ("id", "claim", "kind", "weight", "anchor")


def read_claims(path: Path) -> dict[str, Any]:
    """Return what *path* says in the shape of a key: ``claims``, a list of mappings that each have a ``claim``.

    A text file has one claim a line (blank lines and lines that begin with # are passed over); a .csv file has a column
    ``claim`` and may have id, kind, weight and anchor; a .yaml file is a list of claims or a key. Raises Problem.
    """
    try:
        raw = path.read_bytes()
        written = raw.decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise Problem(f"The claims in {path} cannot be read: name a text, .csv or .yaml file in UTF-8.") from error
    if len(raw) > LARGEST:
        raise Problem(f"{path.name} is larger than a list of claims can be: was another file meant?")
    kinds = {".csv": _table, ".yaml": _yaml, ".yml": _yaml}
    key = kinds.get(path.suffix.lower(), _lines)(written, path.name)
    for claim in key["claims"]:
        _check(claim, path.name)
    if not 0 < len(key["claims"]) <= MOST:
        raise Problem(f"{path.name} must hold between one and {MOST} claims: write one a line.")
    return key


def _check(claim: dict[str, Any], name: str) -> None:
    sentence = claim.get("claim")
    if not isinstance(sentence, str) or not re.search(r"[^\W_]", sentence):
        raise Problem(f"{name} has a claim without a sentence: write out what it says.")
    unknown = sorted(str(field) for field in set(claim) - _CLAIM_FIELDS)
    if unknown:
        raise Problem(
            f"In {name} the claim {sentence[:40]!r} has a field {unknown[0]!r}, which no key knows: remove it."
        )


def _lines(written: str, _: str) -> dict[str, Any]:
    lines = (_BULLET.sub("", line).strip() for line in written.splitlines())
    return {"claims": [{"claim": line} for line in lines if line and not line.startswith("#")]}


def _table(written: str, name: str) -> dict[str, Any]:
    rows = csv.DictReader(io.StringIO(written), dialect=_dialect(written))
    if "claim" not in (rows.fieldnames or ()):
        raise Problem(f"{name} has no column 'claim': give its first line the names of the columns.")
    return {"claims": [_row(row, name) for row in rows if (row["claim"] or "").strip()]}


def _dialect(written: str) -> type[csv.Dialect]:
    """A spreadsheet may write semicolons or tabs where others write commas."""
    heading = written.split("\n", 1)[0]

    class Table(csv.excel):
        delimiter = max(",;\t", key=heading.count)

    return Table


def _row(row: dict[str, str | None], name: str) -> dict[str, Any]:
    given = {field: (row.get(field) or "").strip() for field in _TABLE_FIELDS}
    claim: dict[str, Any] = {field: given[field] for field in ("id", "claim", "kind") if given[field]}
    if given["weight"]:
        if not given["weight"].isdecimal():
            raise Problem(f"In {name} the weight {given['weight'][:20]!r} is not a number: write 0, 1, 2 or 3.")
        claim["weight"] = int(given["weight"])
    if given["anchor"]:
        claim["anchors"] = [given["anchor"]]
    return claim


def _yaml(written: str, name: str) -> dict[str, Any]:
    try:
        found = yaml.safe_load(written)
    except (yaml.YAMLError, RecursionError) as error:
        reason = " ".join(str(error).split())[:160]
        raise Problem(f"{name} cannot be read as YAML ({reason}): mend that line.") from error
    key = found if isinstance(found, dict) else {"claims": found}
    claims = key.get("claims")
    if not isinstance(claims, list) or not all(isinstance(claim, str | dict) for claim in claims):
        raise Problem(f"{name} has no list of claims: write them one a line, each after a hyphen.")
    unknown = sorted(str(field) for field in set(key) - set(KeyText.__struct_fields__))
    if unknown:
        raise Problem(f"{name} has a field {unknown[0]!r}, which no key knows: remove it.")
    return {**key, "claims": [{"claim": claim} if isinstance(claim, str) else dict(claim) for claim in claims]}
