"""What the two benchmarks of drafted keys share: keys without hand work, and agreement with people.

The texts are other people's; they are read where they lie and nothing of them is kept here.
"""

from __future__ import annotations

import json
import re
import sys
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

from claimlab import text
from claimlab.authoring.drafting import Names, draft, names_in
from claimlab.case import Article
from claimlab.key import Key, Reference, Slot, View
from claimlab.keytext import SCHEMA, KeyText, ReferenceText
from claimlab.slots import compile_wordings

_CLITIC = re.compile(r" (n['’]t|['’](?:s|m|re|ve|ll|d)) ")
_HYPHEN = re.compile(r"(\w) - (\w)")
FOLDS = 5


def read_lines(path: Path) -> list[dict[str, Any]]:
    """Return the JSON lines of *path*. Ends the program with status 2 if they cannot be read."""
    try:
        return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    except (OSError, ValueError) as error:
        print(f"{path} cannot be read as JSON lines: {error}", file=sys.stderr)
        raise SystemExit(2) from error


def tidy(tokens: str) -> str:
    """Return text that was taken apart into tokens as people write it: "did n't" is "didn't"."""
    return _HYPHEN.sub(r"\1-\2", _CLITIC.sub(r"\1 ", f"{tokens} ".replace("`", "'"))).strip()


def drafted_key(name: str, claims: Iterable[str], given: str = "") -> Key:
    """Return the key a teacher would have after drafting *claims* and doing nothing more."""
    claims = tuple(claims)
    names = names_in(*claims)
    references = tuple(_reference(f"c{place:03}", claim, given, names) for place, claim in enumerate(claims, 1))
    article = Article(name, name)
    written = KeyText(SCHEMA, name, name, article.sha256, tuple(reference.text for reference in references))
    return Key(written, article, {}, references, ())


def _reference(id_: str, claim: str, given: str, names: Names) -> Reference:
    made = draft(claim, given, names)
    slots, details = (
        tuple(
            Slot(name, tuple(w for wording in wordings for w in compile_wordings(wording)), id_)
            for name, wordings in part.items()
        )
        for part in (made.slots, made.details)
    )
    return Reference(
        ReferenceText(id_, claim, "fact", 1, drafted=True),
        slots,
        details,
        Slot("not", (), id_),
        Slot("unless", (), id_),
        (),
    )


def views(key: Key, written: str) -> list[View]:
    """Return the sentences of *written* as *key* sees them."""
    return [key.view(written[slice(*span)]) for span in text.sentences(written)]


def auc(scores: Sequence[float], labels: Sequence[bool]) -> float:
    """The chance that a right one scores above a wrong one, ties counting half; nan without both."""
    right = sorted(score for score, label in zip(scores, labels, strict=True) if label)
    wrong = sorted(score for score, label in zip(scores, labels, strict=True) if not label)
    won = sum(bisect_left(wrong, score) + bisect_right(wrong, score) for score in right)
    return won / (2 * len(right) * len(wrong)) if right and wrong else float("nan")


def kappa(ours: Sequence[bool], theirs: Sequence[bool]) -> float:
    """Cohen's kappa of two yes-or-no raters; 1 when both always say the same."""
    return _kappa(sum(a and b for a, b in zip(ours, theirs, strict=True)), sum(ours), sum(theirs), len(ours))


def _kappa(both: int, ours: int, theirs: int, n: int) -> float:
    agree = (n - ours - theirs + 2 * both) / n
    chance = (ours * theirs + (n - ours) * (n - theirs)) / n**2
    return 1.0 if chance == 1 else (agree - chance) / (1 - chance)


def best_threshold(scores: Sequence[float], labels: Sequence[bool]) -> float:
    """The threshold at which "scores at least this" agrees best with *labels*, by kappa."""
    theirs, ours, both = sum(labels), 0, 0
    best = (-1.0, 0.0)
    for score, group in groupby(sorted(zip(scores, labels, strict=True), reverse=True), key=lambda pair: pair[0]):
        found = [label for _, label in group]
        ours, both = ours + len(found), both + sum(found)
        best = max(best, (_kappa(both, ours, theirs, len(labels)), score))
    return best[1]


def said(scores: Sequence[float], labels: Sequence[bool], documents: Sequence[str]) -> list[bool]:
    """Say yes or no to each, by the threshold that suits the documents of the other folds best."""
    fold = {name: place % FOLDS for place, name in enumerate(sorted(set(documents)))}
    answers = [False] * len(scores)
    for test in range(FOLDS):
        rest = [place for place, name in enumerate(documents) if fold[name] != test] or range(len(scores))
        threshold = best_threshold([scores[place] for place in rest], [labels[place] for place in rest])
        for place, name in enumerate(documents):
            if fold[name] == test:
                answers[place] = scores[place] >= threshold
    return answers


def share(part: Sequence[bool]) -> float:
    """The share of true ones; nan when there is none at all."""
    return sum(part) / len(part) if part else float("nan")
