"""The step in which learners look their work over: remarks on form for everyone, marks where a key is at hand."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING

from claimlab.showing import Shown, message

if TYPE_CHECKING:
    from claimlab.keys import AnyKey
    from claimlab.lab import Lab
    from claimlab.marking.marks import Criterion

CLAIMING = "mark_claims"
FEW = 3  # claims; on so few cards a line or two will do


def looked_over(lab: Lab, room: str, key: AnyKey | None) -> Shown:
    """Return remarks on the work in *room* (the module of its step), with a *key* also reasons and what it earns."""
    if key is not None and not lab.plan.points and lab.plan.step == CLAIMING and lab.plan.target[1] <= FEW:
        return _in_brief(lab, key)
    sentences: tuple[str, ...] = import_module(room).remarks(lab)
    if key is not None and not lab.plan.points and lab.plan.step == CLAIMING and not lab.sheet.empty:
        sentences = sentences[:1]  # how many; each card is spoken of below, by one voice
    said = message(*sentences, title="How your work looks so far")
    if key is None or lab.sheet.empty:
        return said
    from claimlab.marking import report

    criteria = _criteria(lab, key)
    parts = [report.html(criterion, lab.sheet, released=True, reader="alone") for criterion in criteria]
    plain = [report.plain(criterion, lab.sheet, released=True, reader="alone") for criterion in criteria]
    return Shown(said.html + "".join(parts), "\n".join([said.plain, *plain]))


def _criteria(lab: Lab, key: AnyKey) -> list[Criterion]:
    from claimlab import marking
    from claimlab.marking import alone, uncounted

    counted = lab.plan.points
    marked = alone.so_far(marking.mark(lab.sheet, key)) if counted else uncounted.criteria(lab.sheet, key)
    return [criterion for criterion in marked if _taught(criterion.name, lab.plan.asks)]


def _taught(criterion: str, asks: Sequence[str]) -> bool:
    """A first lesson on sources does not ask for letters, so what rests on them is not counted there."""
    return criterion != "care" or "letter" in asks


def _in_brief(lab: Lab, key: AnyKey) -> Shown:
    from claimlab.marking.alone import claim_key
    from claimlab.marking.brief import in_brief

    return message(*in_brief(lab.sheet, claim_key(key)), title="How your card looks")
