"""How long does it take to mark a sheet of 40 cards?

``python -m benchmarks.marking [FILE]`` marks sheets of 40 cards none of whose sentences was marked before, with a key
that is loaded and in use, as it is when a class is graded. The cards are the paraphrases that the tests of the marker
keep, each with the passage of the claim it is about, or those in FILE: a list of submissions as ``benchmarks.claims``
reads them. (Simulated students will not do: they repeat the sentences of the key.) Printed is processor time; the
last line is the median.
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import msgspec

from benchmarks.claims import KEY, sheet
from claimlab import keys
from claimlab.answers import Claim, Passage, Sheet
from claimlab.key import Key
from claimlab.marking import mark

PARAPHRASES = Path(__file__).resolve().parent.parent / "tests" / "marking" / "paraphrases.txt"
CARDS = 40
FIRST = 3
BUDGET = 20.0


def paraphrases(key: Key, seed: int = 1985) -> list[Claim]:
    """Return a card for each paraphrase, shuffled; its passage is the first anchor of the claim it is about."""
    lines = [line for line in PARAPHRASES.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    random.Random(seed).shuffle(lines)
    anchors = {reference.id: reference.anchors[0] for reference in (*key.claims, *key.extras)}
    return [_card(line, anchors, key.article.text) for line in lines]


def _card(line: str, anchors: Mapping[str, tuple[int, int]], text: str) -> Claim:
    sentence, *about = (part.strip() for part in line.split("|"))
    spans = [anchors[id_] for part in about for id_ in part.split() if id_ in anchors][:1]
    return Claim("", tuple(Passage(start, end, text[start:end]) for start, end in spans), sentence, "fact")


def submitted(file: Path, key: Key) -> Iterator[Claim]:
    """Yield the cards of every submission in *file*."""
    for submission in json.loads(file.read_text(encoding="utf-8")):
        yield from sheet(submission, key).claims


def dealt(claims: Iterable[Claim], key: Key, cards: int = CARDS) -> list[Sheet]:
    """Return *claims* dealt to sheets of so many *cards*, no sentence twice; what fills no sheet is left over."""
    once = list({claim.restatement: claim for claim in claims}.values())
    hands = (once[start : start + cards] for start in range(0, len(once) - cards + 1, cards))
    return [
        Sheet(
            key.text.case,
            key.article.sha256,
            key.assignment,
            claims=tuple(msgspec.structs.replace(claim, id=f"k{number:03}") for number, claim in enumerate(hand, 1)),
        )
        for hand in hands
    ]


def measure(sheets: Sequence[Sheet], key: Key) -> list[float]:
    """Return the milliseconds of processor time that each of *sheets* takes."""
    took = []
    for one in sheets:
        begun = time.process_time()
        mark(one, key)
        took.append(1000 * (time.process_time() - begun))
    return took


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.marking", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("file", type=Path, nargs="?")
    file = parser.parse_args(arguments).file
    key = keys.load(KEY)
    assert isinstance(key, Key)
    sheets = dealt(submitted(file, key) if file else paraphrases(key), key)
    measure(sheets[:FIRST], key)
    took = measure(sheets[FIRST:], key)
    if not took:
        parser.error(f"{file} has too few cards: {(FIRST + 1) * CARDS} different ones are needed.")
    print(f"{len(took)} sheets of {CARDS} cards: fastest {min(took):.1f} ms, slowest {max(took):.1f} ms")
    print(f"median {statistics.median(took):.1f} ms (budget {BUDGET:.0f} ms)")


if __name__ == "__main__":
    main()
