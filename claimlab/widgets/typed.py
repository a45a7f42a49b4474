"""The text route: claims typed one a line, worth exactly as much as marked ones.

Some students work better with plain text: with a screen reader, by dictation,
on a small phone. A line is a claim; ``kind:`` in front of it is optional.
"""

from __future__ import annotations

import secrets
from difflib import SequenceMatcher
from typing import cast

import msgspec

from claimlab.answers import KINDS, Claim, Kind

HELP = (
    "Write one claim a line, so that it makes sense with the article covered up. "
    "You may put its kind in front: " + ", ".join(f"{kind}:" for kind in KINDS) + "."
)


def format_lines(claims: tuple[Claim, ...]) -> str:
    """Return *claims* one a line, each with its kind in front if it has one."""
    return "\n".join(_line(claim) for claim in claims)


def _line(claim: Claim) -> str:
    said = " ".join(claim.restatement.split())
    return f"{claim.kind}: {said}" if claim.kind else said


def parse_lines(text: str, claims: tuple[Claim, ...] = ()) -> tuple[Claim, ...]:
    """Return the claims typed in *text*; cards of *claims* go on where their line stayed or was reworded.

    Blank lines count for nothing, and a card without words stays as it is.
    """
    lines = [line for line in (raw.strip() for raw in text.splitlines()) if line]
    worded = [claim for claim in claims if claim.restatement.strip()]
    silent = [claim for claim in claims if not claim.restatement.strip()]
    old = [_line(claim) for claim in worded]
    typed: list[Claim] = []
    for _, a, b, c, d in SequenceMatcher(a=old, b=lines, autojunk=False).get_opcodes():
        for offset, line in enumerate(lines[c:d]):
            card = worded[a + offset] if a + offset < b else Claim(id=secrets.token_hex(4))
            typed.append(_reworded(card, line))
    return (*typed, *silent)


def _reworded(card: Claim, line: str) -> Claim:
    kind, said = _split_kind(line)
    if (kind, said) == _split_kind(_line(card)):
        return card
    return msgspec.structs.replace(card, restatement=said, kind=kind)


def _split_kind(line: str) -> tuple[Kind | None, str]:
    head, colon, rest = line.partition(":")
    kind = head.strip().lower()
    return (cast(Kind, kind), rest.strip()) if colon and kind in KINDS else (None, line)
