"""Feedback in brief, for the very first cards: a line or two on each, and no points.

Whoever marks a text for the first time wants to know one thing: was that it?
Points, shares and groups of cards come later, when there is more to say.
"""

from __future__ import annotations

from claimlab import form
from claimlab.answers import Claim, Sheet
from claimlab.key import Key
from claimlab.marking.claims import mark
from claimlab.marking.marks import Line

EMPTY = "No card yet. Mark some words in the text above: a card opens, and you write your claim on it."


def in_brief(sheet: Sheet, key: Key) -> tuple[str, ...]:
    """Return one short paragraph for each card of *sheet*, in the order of the cards."""
    lines = {line.card: line for line in mark(sheet, key)["coverage"].lines if line.card}
    said = tuple(
        f"Claim {number}. {_on(claim, lines.get(claim.id), key)}" for number, claim in enumerate(sheet.claims, 1)
    )
    return said or (EMPTY,)


def _on(claim: Claim, line: Line | None, key: Key) -> str:
    if not claim.restatement.strip():
        return "Now write on the card what these words claim."
    kindless = " Choose its kind too: fact, quote or opinion." if claim.kind is None else ""
    if line is not None and line.state == "right":
        return f"✓ Well done. A reader can follow it without the text. {line.why}{kindless}"
    nearly = "◐ Nearly there." if line and line.state in ("partly", "needs a look") else "Look at it once more."
    return " ".join(filter(None, (nearly, *_faults(claim, line, key)))) + kindless


def _faults(claim: Claim, line: Line | None, key: Key) -> tuple[str, ...]:
    """What to mend: what is said while typing if that is all there is, else what marking found and the next move."""
    remarks = form.remarks(claim.restatement, key.article)
    if line is None or any(remark.kind == "copied" for remark in remarks):
        return tuple(remark.message for remark in remarks)
    praise = [reference.text.why for reference in (*key.claims, *key.extras) if reference.id == line.reference]
    return line.why.replace(praise[0] if praise else "", "").strip(), line.next
