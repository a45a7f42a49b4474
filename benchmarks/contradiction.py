"""How often does a drafted key credit an answer that contradicts it?

``python -m benchmarks.contradiction FILE`` drafts slots from the model answers of each question, adds nothing by
hand, and judges the school answers in FILE: JSON lines with ``corpus``, ``question``, ``references``, ``answer`` and
``label`` (correct, contradictory or incorrect). What a question already says becomes detail, and each sentence
of a model answer is a claim of its own. The best of them counts.

Printed are the shares credited by the marker's own three-way answer, and at the highest threshold at which at least
60 % of the correct answers are credited: one threshold for everything (the last line), and one for each collection.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.drafts import auc, drafted_key, read_lines, share, views
from claimlab import text
from claimlab.key import Key
from claimlab.marking.drafted import judge

LABELS = ("correct", "contradictory", "incorrect")
ASKED = 0.6
SHORTEST = 3


@dataclass(frozen=True)
class Judged:
    """One answer: what people call it and what the marker says, ``likely`` being 0-1."""

    corpus: str
    label: str
    answer: str
    likely: float


def judged_answers(rows: Sequence[dict[str, Any]]) -> list[Judged]:
    """Judge every answer against the claims drafted for its question."""
    keys: dict[tuple[str, ...], tuple[Key, ...]] = {}
    found: list[Judged] = []
    for row in rows:
        asked = (row["question"], *row["references"])
        if asked not in keys:
            keys[asked] = tuple(
                drafted_key("question", [claim], row["question"]) for claim in claims(row["references"])
            )
        made = [judge(key.claims[0], key, views(key, row["answer"])) for key in keys[asked]]
        best = max(made, key=lambda one: (one.answer == "states", one.answer == "look", one.likely))
        found.append(Judged(row["corpus"], row["label"], best.answer, max(one.likely for one in made)))
    return found


def claims(references: Sequence[str]) -> tuple[str, ...]:
    """Return the model answers, then the single sentences of those that have several."""
    sentences = (reference[slice(*span)] for reference in references for span in text.sentences(reference))
    return tuple(dict.fromkeys((*references, *(one for one in sentences if len(one.split()) >= SHORTEST))))


def threshold(judged: Sequence[Judged]) -> float:
    """The highest threshold at which at least 60 % of the correct answers are credited."""
    scores = sorted((one.likely for one in judged if one.label == "correct"), reverse=True)
    return scores[-(-int(1000 * ASKED) * len(scores) // 1000) - 1] if scores else 0.0


def credited(judged: Sequence[Judged], at_least: float) -> dict[str, float]:
    """The share credited of each label at a threshold."""
    return {label: share([one.likely >= at_least for one in judged if one.label == label]) for label in LABELS}


def run(rows: Sequence[dict[str, Any]]) -> str:
    """Print the shares and return the last line."""
    judged = judged_answers(rows)
    for label in LABELS:
        own = [one for one in judged if one.label == label]
        said = ", ".join(
            f"{answer} {share([one.answer == answer for one in own]):.1%}" for answer in ("states", "look", "no")
        )
        print(f"{label}: {len(own)} answers; we say {said}")
    corpora = sorted({one.corpus for one in judged})
    for name, part in [
        *((corpus, [one for one in judged if one.corpus == corpus]) for corpus in corpora),
        ("all", judged),
    ]:
        split = [one for one in part if one.label != "incorrect"]
        area = auc([one.likely for one in split], [one.label == "correct" for one in split])
        shares = ", ".join(f"{label} {value:.1%}" for label, value in credited(part, threshold(part)).items())
        print(f"{name}: AUC correct against contradictory {area:.3f}; credited at {threshold(part):.2f}: {shares}")
    return f"credited={credited(judged, threshold(judged))['contradictory']:.3f}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Read FILE, compare, print. Exit status 2 when FILE cannot be read."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.contradiction", description=(__doc__ or "").split("\n")[0]
    )
    parser.add_argument("file", type=Path)
    print(run(read_lines(parser.parse_args(arguments).file)))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
