"""A key as its author writes it: the fields of key.yaml, before anything is checked."""

from __future__ import annotations

import msgspec

from claimlab.answers import Kind

SCHEMA = "claimlab/key/1"


class ReferenceText(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A reference claim as the key writes it.

    ``claim`` is its own sentence, ``kind`` the right kind and ``also`` the arguable ones; ``weight`` 0-3; ``anchors``
    quote the article. All ``slots`` must be filled to state the claim, and ``details`` too for full credit; the
    wordings are explained in claimlab.slots. ``not`` lists wordings of the opposite; ``unless`` lists wordings that
    show another claim is meant. A card that states this claim and those it ``goes_with`` holds one idea;
    ``clean`` marks a claim that may be copied from the article. ``why`` is a sentence for the feedback.
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
    """A key file as it is written.

    ``full_coverage`` is the share of the weights that earns full marks. ``widely`` is a second way there, for whoever
    takes the whole article apart: three shares of everything on the list, in which a claim of weight 0 counts 1. The
    first of them earns the second of the points, because the first ideas count most, and the third earns all.
    """

    schema: str
    assignment: str
    case: str
    article_sha256: str
    claims: tuple[ReferenceText, ...]
    extras: tuple[ReferenceText, ...] = ()
    target: tuple[int, int] = (10, 18)
    full_coverage: float = 0.75
    widely: tuple[float, float, float] | None = None
    people: tuple[str, ...] = ()
    words: dict[str, str | tuple[str, ...]] = msgspec.field(default_factory=dict)
