"""Drafting a key: the teacher lists the claims, this writes the rest, and the teacher goes through it.

What is there already is kept: a claim that has slots keeps them, a claim that has none gets a draft. The
result is read back before it is written, so a drafted key is always one that can be used.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from claimlab import case as cases
from claimlab.authoring.claim_lists import read_claims
from claimlab.authoring.drafting import Names, draft, names_in
from claimlab.case import Article
from claimlab.key import Key, parse
from claimlab.keytext import SCHEMA
from claimlab.marking.drafted import judge
from claimlab.problems import Problem
from claimlab.text import normalise
from claimlab.wording import read

WEIGHT = 2
FAINT = 0.34
_SAYING = read("say tell state report announce declare reveal admit confess claim explain recall").content
_HEADING = """\
# Key of {assignment}, drafted by claimlab make-key. Go through it claim by claim:
# 1. Add other ways of saying it to each slot, divided by |. Take out what does not fit.
# 2. "details" may be left out of a restatement. Move a line between slots and details as you see fit.
# 3. Check kind, weight (3 central, 2 supporting, 1 detail, 0 not asked for) and anchors.
# 4. Take "drafted: true" away: from then on every slot is needed. Until then the slots are weighed, and
#    most cards need a look.
"""
_ORDER = ("schema", "assignment", "case", "article_sha256", "target", "full_coverage", "widely", "people", "words")
_CLAIM_ORDER = ("id", "claim", "kind", "weight", "also", "drafted", "clean", "goes_with", "anchors", "slots", "details")


@dataclass(frozen=True)
class Drafted:
    """A key as it was written; ``remarks`` are sentences on what to look at first."""

    path: Path
    claims: int
    drafts: int
    remarks: tuple[str, ...]


def make_key(claims: Path, case: str = "", assignment: str = "", output: Path | None = None) -> Drafted:
    """Draft a key for the list of *claims* and write it to *output*, by default key.yaml beside the list.

    *case* and *assignment* may be left out if the list is a key that names them. Nothing is ever overwritten.
    Raises Problem, in one sentence, if something is missing or wrong.
    """
    written = read_claims(claims)
    path = output or claims.parent / "key.yaml"
    case, assignment = case or str(written.get("case", "")), assignment or str(written.get("assignment", ""))
    if not case or not assignment:
        raise Problem("A key belongs to a case and an assignment: name them with --case and --assignment.")
    article = cases.load(case).article
    claimed = tuple(_numbered(written["claims"]))
    names = names_in(article.text, *(claim["claim"] for claim in claimed))
    filled = [_filled(claim, article, names) for claim in claimed]
    top = {"schema": SCHEMA, "assignment": assignment, "case": case, "article_sha256": article.sha256}
    text = _HEADING.format(assignment=assignment) + _write({**written, **top}, filled)
    key = parse(text.encode(), path.name)
    _save(path, text)
    return Drafted(path, len(filled), sum(bool(claim.get("drafted")) for claim in filled), tuple(_remarks(key)))


def _numbered(claims: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Give every claim an id; numbers that are taken are passed over."""
    taken = {str(claim["id"]) for claim in claims if claim.get("id")}
    free = (id_ for number in range(1, 1000) if (id_ := f"c{number:02}") not in taken)
    for claim in claims:
        yield {**claim, "id": str(claim.get("id") or next(free)), "claim": normalise(" ".join(claim["claim"].split()))}


def _filled(claim: dict[str, Any], article: Article, names: Names) -> dict[str, Any]:
    """Add what is missing: kind, weight, the passage it rests on, and slots."""
    sentence = claim["claim"]
    found = {"kind": kind_of(sentence), "anchors": [anchor(sentence, article)[0]], **claim}
    if found.get("slots"):
        return found
    made = draft(sentence, names=names)
    if not made.slots:
        raise Problem(f"The claim {sentence[:40]!r} has no word to go by: write it out.")
    slots, details = (
        {name: " | ".join(wordings) for name, wordings in part.items()} for part in (made.slots, made.details)
    )
    return {"weight": WEIGHT, **found, "drafted": True, "slots": slots, "details": details}


def kind_of(sentence: str) -> str:
    """Guess the kind of a claim: somebody's words, something to come, or a fact."""
    words = read(sentence).words
    if any(word.text in ("will", "shall") for word in words):
        return "prediction"
    return "quote" if any(word.stem in _SAYING for word in words) else "fact"


def anchor(sentence: str, article: Article) -> tuple[str, float]:
    """Return the article's sentence that shares most with *sentence*, rare words counting more, and how much (0-1)."""
    spans = [article.text[slice(*span)] for span in article.sentences]
    readings = [read(written).content for written in spans]
    common = Counter(stem for content in readings for stem in content)
    wanted = {stem: 1 / max(1, common[stem]) for stem in read(sentence).content}
    shares = [sum(wanted[stem] for stem in wanted if stem in content) for content in readings]
    best = max(range(len(spans)), key=lambda place: (shares[place], -len(spans[place])))
    return spans[best], shares[best] / (sum(wanted.values()) or 1.0)


def _remarks(key: Key) -> Iterator[str]:
    """Say which claims stand on little in the article, and which the draft cannot tell apart."""
    drafted = [reference for reference in key.claims if reference.text.drafted]
    for reference in drafted:
        if anchor(reference.text.claim, key.article)[1] < FAINT:
            yield f"{reference.id}: hardly a word of it is in the article; check its anchor."
    views = {reference: (key.view(reference.text.claim),) for reference in drafted}
    for one in drafted:
        others = [
            other.id for other in drafted if other is not one and judge(one, key, views[other]).answer == "states"
        ]
        if others:
            yield f"{one.id}: the draft finds it in {', '.join(others)} too; say in its slots what sets it apart."


def _write(key: dict[str, Any], claims: list[dict[str, Any]]) -> str:
    blocks = [_lines({name: key[name] for name in _ORDER if key.get(name)}, ""), "\nclaims:\n"]
    blocks += [_claim(claim) for claim in claims]
    if key.get("extras"):
        blocks += ["\nextras:\n", *(_claim(claim) for claim in key["extras"])]
    return "".join(blocks)


def _claim(claim: dict[str, Any]) -> str:
    order = [*_CLAIM_ORDER, *(name for name in claim if name not in _CLAIM_ORDER)]
    fields = {name: claim[name] for name in order if name in claim and claim[name] not in ("", [], {})}
    return f"- {_lines(fields, '  ')[2:]}"


def _lines(fields: dict[str, Any], indent: str) -> str:
    """Write fields one a line; a mapping has a line for each of its own."""
    lines: list[str] = []
    for name, value in fields.items():
        if isinstance(value, dict):
            lines += [
                f"{indent}{name}:\n",
                *(f"{indent}  {_scalar(inner)}: {_scalar(value[inner])}\n" for inner in value),
            ]
        else:
            lines.append(f"{indent}{name}: {_scalar(value)}\n")
    return "".join(lines)


def _scalar(value: Any) -> str:
    """A value on one line, quoted where YAML needs it."""
    dumped = yaml.safe_dump(value, default_flow_style=True, allow_unicode=True, width=float("inf"), sort_keys=False)
    return str(dumped).removesuffix("...\n").strip()


def _save(path: Path, text: str) -> None:
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError as error:
        raise Problem(f"{path} is there already and was left alone: name another file with --output.") from error
    except OSError as error:
        raise Problem(f"{path} cannot be written: name another file with --output.") from error
