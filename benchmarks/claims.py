"""How well does the a1 marker agree with careful raters?

``python -m benchmarks.claims FILE`` turns every submission in FILE into an answer sheet, marks
it with the key of a1 and compares card by card and mark by mark with two raters. FILE holds a list of
submissions: ``student``, ``holistic`` (two marks 0-100) and ``claims`` with ``quote``, ``restatement``, ``kind``
and two ``ratings`` (e, c: reference claims stated and contradicted; b bundled, s stands alone, k kind, q usable).
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from claimlab import keys
from claimlab.answers import Claim, Passage, Sheet
from claimlab.key import Key
from claimlab.marking import claims as marker
from claimlab.marking.cards import Card, card_of, limited

KEY = Path(__file__).resolve().parent.parent / "solutions" / "a1-claims" / "key.yaml"
Labels = list[tuple[int, int]]


@dataclass
class Tally:
    """What was counted over all cards; ``labels`` holds (ours, theirs) for each yes-or-no label and rater."""

    cards: int = 0
    looks: int = 0
    union: list[int] = field(default_factory=lambda: [0, 0, 0])
    intersection: list[int] = field(default_factory=lambda: [0, 0, 0])
    raters: list[int] = field(default_factory=lambda: [0, 0, 0])
    opposed: list[int] = field(default_factory=lambda: [0, 0, 0])
    labels: dict[str, Labels] = field(
        default_factory=lambda: {name: [] for name in ("bundled", "alone", "kind", "usable", "unsupported")}
    )
    between: dict[str, Labels] = field(
        default_factory=lambda: {name: [] for name in ("bundled", "alone", "kind", "usable", "unsupported")}
    )


def sheet(submission: dict[str, Any], key: Key) -> Sheet:
    """Return a submission as the answer sheet it would have been."""
    cards = tuple(_claim(place, card, key.article.text) for place, card in enumerate(submission["claims"], 1))
    return Sheet(key.text.case, key.article.sha256, key.assignment, claims=cards)


def _claim(place: int, card: dict[str, Any], text: str) -> Claim:
    return Claim(f"k{place:03}", _passages(card["quote"], text), card["restatement"], card["kind"])


def _passages(quote: str, text: str) -> tuple[Passage, ...]:
    """Every place where *quote* stands: FILE gives words, not places, so none of them is more likely than another."""
    found: list[Passage] = []
    start = text.find(quote) if quote else -1
    while start >= 0:
        found.append(Passage(start, start + len(quote), quote))
        start = text.find(quote, start + len(quote))
    return tuple(found)


def count(submissions: Sequence[dict[str, Any]], key: Key) -> Tally:
    """Compare every card with both raters."""
    tally = Tally()
    for submission in submissions:
        cards = limited([card_of(claim, key) for claim in sheet(submission, key).claims])
        for card, rated in zip(cards, submission["claims"], strict=True):
            _count_card(tally, card, rated["ratings"])
    return tally


def _count_card(tally: Tally, card: Card, ratings: Sequence[dict[str, Any]]) -> None:
    first, second = (set(rating["e"]) for rating in ratings)
    ours = {int(pair.reference.id[1:]) for pair in card.states}
    against = {int(pair.reference.id[1:]) for pair in card.opposes}
    tally.cards += 1
    tally.looks += card.standing == "look"
    _add(tally.union, ours, first | second)
    _add(tally.intersection, ours, first & second)
    _add(tally.raters, first, second)
    _add(tally.opposed, against, set(ratings[0]["c"]) | set(ratings[1]["c"]))
    mine = {
        "bundled": card.bundled,
        "alone": card.stands_alone,
        "kind": marker.kind_credit(card) > 0 or card.standing not in ("states", "faithful"),
        "usable": card.usable,
        "unsupported": card.standing == "unsupported"
        or card.own_view
        or (bool(card.strange) and card.standing == "states"),
    }
    for name, letter in (("bundled", "b"), ("alone", "s"), ("kind", "k"), ("usable", "q"), ("unsupported", "u")):
        tally.labels[name] += [(int(mine[name]), rating[letter]) for rating in ratings]
        tally.between[name].append((ratings[0][letter], ratings[1][letter]))


def _add(counts: list[int], ours: set[int], theirs: set[int]) -> None:
    for place, number in enumerate((len(ours & theirs), len(ours - theirs), len(theirs - ours))):
        counts[place] += number


def f1(counts: Sequence[int]) -> float:
    """F1 of (hits, false alarms, misses); 1 when there was nothing to find."""
    hits, alarms, misses = counts
    return 2 * hits / (2 * hits + alarms + misses) if hits + alarms + misses else 1.0


def _kappa(pairs: Labels) -> float:
    """Cohen's kappa of two yes-or-no raters; 1 when both always say the same."""
    n = len(pairs)
    agree = sum(a == b for a, b in pairs) / n
    ours, theirs = sum(a for a, _ in pairs) / n, sum(b for _, b in pairs) / n
    chance = ours * theirs + (1 - ours) * (1 - theirs)
    return 1.0 if chance == 1 else (agree - chance) / (1 - chance)


def pearson(xs: Sequence[float], ys: Sequence[float]) -> float:
    """Pearson's r; nan when either side does not vary."""
    n = len(xs)
    mx, my = sum(xs) / n, sum(ys) / n
    top = sum((x - mx) * (y - my) for x, y in zip(xs, ys, strict=True))
    below = (sum((x - mx) ** 2 for x in xs) * sum((y - my) ** 2 for y in ys)) ** 0.5
    return top / below if below else float("nan")


def ranks(xs: Sequence[float]) -> list[float]:
    """Ranks from 1, ties averaged."""
    ordered = sorted(xs)
    return [ordered.index(x) + (ordered.count(x) + 1) / 2 for x in xs]


def run(submissions: Sequence[dict[str, Any]], key: Key) -> str:
    """Print the comparison and return its last line."""
    tally = count(submissions, key)
    auto = [
        100 * marker.mark(sheet(submission, key), key).total / (marker.COVERAGE + marker.KINDS)
        for submission in submissions
    ]
    human = [sum(submission["holistic"]) / 2 for submission in submissions]
    for submission, ours, theirs in zip(submissions, auto, human, strict=True):
        print(
            f"{submission['student']:>5}  {len(submission['claims']):3} cards  marked {ours:5.1f}  raters {theirs:5.1f}"
        )
    hits, alarms, misses = tally.union
    print(
        f"states claim k: F1 {f1(tally.union):.3f} against either rater, {f1(tally.intersection):.3f} against both; "
        f"rater against rater {f1(tally.raters):.3f}"
    )
    print(
        f"precision {hits / max(1, hits + alarms):.3f}, recall {hits / max(1, hits + misses):.3f}; "
        f"contradicts: F1 {f1(tally.opposed):.3f}"
    )
    for name, pairs in tally.labels.items():
        print(f"{name}: kappa {_kappa(pairs):.2f}, rater against rater {_kappa(tally.between[name]):.2f}")
    r, rho = pearson(auto, human), pearson(ranks(auto), ranks(human))
    mae = sum(abs(a - h) for a, h in zip(auto, human, strict=True)) / len(human)
    look = tally.looks / tally.cards
    print(
        f"mark: Pearson {r:.3f}, Spearman {rho:.3f}, mean absolute error {mae:.1f}; "
        f"needs a look {look:.1%} of {tally.cards} cards"
    )
    return f"f1={f1(tally.union):.3f} r={r:.3f} mae={mae:.1f} look={look:.3f}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Read FILE, compare, print. Exit status 2 when FILE cannot be read."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.claims", description=__doc__.split("\n")[0])
    parser.add_argument("file", type=Path)
    parser.add_argument("--key", type=Path, default=KEY)
    parser.add_argument("--students", default="", help="only these, comma separated")
    chosen = parser.parse_args(arguments)
    try:
        submissions = json.loads(chosen.file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        print(f"{chosen.file} cannot be read as JSON: {error}", file=sys.stderr)
        return 2
    wanted = set(filter(None, chosen.students.split(",")))
    print(run([s for s in submissions if not wanted or s["student"] in wanted], keys.load(chosen.key)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
