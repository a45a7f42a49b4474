"""A key as its author writes it: the fields of key.yaml, before anything is checked."""

from __future__ import annotations

import msgspec

from claimlab.answers import Kind

SCHEMA = "claimlab/key/1"


class ReferenceText(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A reference claim as the key writes it; see claimlab.slots for the wordings.

    ``drafted`` says that nobody has yet looked at the slots; see claimlab.marking.drafted.
    """

    id: str
    claim: str
    kind: Kind
    weight: int = 0
    also: tuple[Kind, ...] = ()
    anchors: tuple[str, ...] = ()
    slots: dict[str, str | int | tuple[str | int, ...]] = msgspec.field(default_factory=dict)
    details: dict[str, str | int | tuple[str | int, ...]] = msgspec.field(default_factory=dict)
    against: tuple[str | int, ...] = msgspec.field(default=(), name="not")
    unless: tuple[str | int, ...] = ()
    goes_with: tuple[str, ...] = ()
    clean: bool = False
    drafted: bool = False
    why: str = ""


class KeyText(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A key file as it is written."""

    schema: str
    assignment: str
    case: str
    article_sha256: str
    claims: tuple[ReferenceText, ...]
    extras: tuple[ReferenceText, ...] = ()
    target: tuple[int, int] = (10, 18)
    full_coverage: float = 0.75
    people: tuple[str, ...] = ()
    words: dict[str, str | tuple[str, ...]] = msgspec.field(default_factory=dict)
