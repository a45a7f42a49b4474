"""Does a text state a claim? Drafted keys against human judgements.

``python -m benchmarks.presence FILE`` drafts the slots of every unit from its own sentence, adds nothing by
hand, and compares what marking says of each text with the raters' votes. FILE holds JSON lines: ``event`` (the
document), ``system`` (who wrote the text), ``text`` and ``units`` with ``unit`` and ``votes`` (0 or 1). A unit counts
as stated if more than half say so. The threshold for kappa is chosen on other documents than it is tested on.

Some systems' votes seem to belong to other texts than those in FILE (see ``misfits`` and ``_twins``), which no
marker can mend. The figures without them are printed too; the last line is on everything.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from pathlib import Path
from typing import Any

from benchmarks.drafts import auc, drafted_key, kappa, read_lines, said, share, tidy, views
from claimlab.key import Key
from claimlab.marking.drafted import judge
from claimlab.wording import read

ODD = 0.75


@dataclass(frozen=True)
class Judged:
    """One unit against one text: what we say, what the raters say, and the share of its words in the text."""

    document: str
    system: str
    votes: tuple[int, ...]
    answer: str
    likely: float
    overlap: float

    @property
    def stated(self) -> bool:
        """What most raters say."""
        return _most(self.votes)

    @property
    def agreed(self) -> bool:
        """True if we decide, and as most raters do."""
        return self.answer == ("states" if self.stated else "no")


def judgements(rows: Sequence[dict[str, Any]]) -> list[Judged]:
    """Judge every unit of every row."""
    keys: dict[tuple[str, ...], Key] = {}
    found: list[Judged] = []
    for row in rows:
        units = tuple(tidy(unit["unit"]) for unit in row["units"])
        key = keys.setdefault(units, drafted_key(row["event"], units)) if units not in keys else keys[units]
        seen = views(key, tidy(row["text"]))
        there = {word.stem for view in seen for word in view.words}
        for unit, reference in zip(row["units"], key.claims, strict=True):
            made = judge(reference, key, seen)
            words = read(reference.text.claim).content
            overlap = len(words & there) / max(1, len(words))
            found.append(Judged(row["event"], row["system"], tuple(unit["votes"]), made.answer, made.likely, overlap))
    return found


def misfits(judged: Sequence[Judged]) -> dict[str, float]:
    """Return the systems whose votes hardly follow even the words of their texts, with the AUC of word overlap.

    The marker has no say in it. Where votes and texts belong together this lies around 0.85.
    """
    found: dict[str, float] = {}
    for system in sorted({one.system for one in judged}):
        own = [one for one in judged if one.system == system]
        area = auc([one.overlap for one in own], [one.stated for one in own])
        if area < ODD:
            found[system] = area
    return found


def twins(rows: Sequence[dict[str, Any]], odd: Collection[str]) -> dict[bool, list[bool]]:
    """Return whether the votes agree on two texts with the same sentences, by whether just one system is odd."""
    found: dict[bool, list[bool]] = {False: [], True: []}
    for one, other in combinations(rows, 2):
        if one["event"] == other["event"] and _sentences(one["text"]) == _sentences(other["text"]):
            pairs = zip(one["units"], other["units"], strict=False)
            agree = [_most(a["votes"]) == _most(b["votes"]) for a, b in pairs if a["unit"] == b["unit"]]
            found[(one["system"] in odd) != (other["system"] in odd)] += agree
    return found


@lru_cache(maxsize=4096)
def _sentences(written: str) -> frozenset[str]:
    return frozenset("".join(filter(str.isalnum, part)) for part in written.lower().split(" . "))


def _most(votes: Sequence[int]) -> bool:
    return 2 * sum(votes) > len(votes)


def _agreement(judged: Sequence[Judged], score: Callable[[Judged], float]) -> tuple[float, float, float]:
    """AUC, kappa and accuracy of a score."""
    scores, labels = [score(one) for one in judged], [one.stated for one in judged]
    answers = said(scores, labels, [one.document for one in judged])
    return auc(scores, labels), kappa(answers, labels), share([a == b for a, b in zip(answers, labels, strict=True)])


def _between_raters(judged: Sequence[Judged]) -> float:
    """Kappa of the first rater against the majority of the others, where these have one."""
    pairs = [
        (bool(first), 2 * sum(rest) > len(rest))
        for one in judged
        for first, *rest in [one.votes]
        if 2 * sum(rest) != len(rest)
    ]
    return kappa([a for a, _ in pairs], [b for _, b in pairs])


def _decided(judged: Sequence[Judged]) -> tuple[float, float]:
    """The share that needs no look, and how much of it is right."""
    decided = [one.agreed for one in judged if one.answer != "look"]
    return len(decided) / len(judged), share(decided)


def report(name: str, judged: Sequence[Judged]) -> str:
    """Print how well *judged* agree with the raters and return the last line."""
    (area, agreement, right), (decided, accuracy) = _agreement(judged, lambda one: one.likely), _decided(judged)
    base = _agreement(judged, lambda one: one.overlap)
    print(f"{name}: {len(judged)} judgements, {share([one.stated for one in judged]):.0%} stated")
    print(f"  one rater against the others: kappa {_between_raters(judged):.3f}")
    print(f"  word overlap: AUC {base[0]:.3f}, kappa {base[1]:.3f}, accuracy {base[2]:.3f}")
    print(f"  drafted slots: AUC {area:.3f}, kappa {agreement:.3f}, accuracy {right:.3f}")
    for answer in ("states", "no", "look"):
        given = [one for one in judged if one.answer == answer]
        rest = f"stated, say the raters, {share([one.stated for one in given]):.1%}"
        print(f"  we say {answer}: {len(given) / len(judged):.1%}; {rest}")
    clear = [one for one in judged if len(set(one.votes)) == 1]
    if clear:
        print(f"  where all raters agree: decided {_decided(clear)[0]:.1%}, right {_decided(clear)[1]:.1%}")
    return f"auc={area:.3f} kappa={agreement:.3f} decided={decided:.3f} accuracy={accuracy:.3f}"


def run(rows: Sequence[dict[str, Any]]) -> str:
    """Print the comparison, for all and for the systems whose votes fit their texts; return the last line."""
    judged = judgements(rows)
    odd = misfits(judged)
    fitting = [one for one in judged if one.system not in odd]
    if odd and fitting:
        print(f"Votes that do not follow the texts: {', '.join(f'{name} ({area:.2f})' for name, area in odd.items())}")
        alone, mixed = (share(twins(rows, odd)[one]) for one in (False, True))
        print(f"  same text twice: votes agree on {alone:.0%}, with one of these systems on {mixed:.0%}")
        print(f"  {report('Votes that follow the texts', fitting)}")
    return report("All", judged)


def main(arguments: Sequence[str] | None = None) -> int:
    """Read FILE, compare, print. Exit status 2 when FILE cannot be read."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.presence", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("file", type=Path)
    print(run(read_lines(parser.parse_args(arguments).file)))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
