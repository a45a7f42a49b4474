"""How long does a search take when the pack is large?

``python -m benchmarks.search`` makes 10,000 synthetic cards out of the words of the packs, asks 200
questions of every kind and prints the median, 95th percentile and worst time. The last line is the median.
"""

from __future__ import annotations

import random
import statistics
import time

from claimlab import case
from claimlab.case import Source
from claimlab.search import Finder

CARDS = 10_000
QUESTIONS = 200
BUDGET = 30.0


def words() -> list[str]:
    """Return the words of the packs, as often as they occur, so that common ones are common here too."""
    packs = [source for name in ("mask-1985", "dart-2022") for source in case.load(name).sources]
    return [word for source in packs for word in f"{source.title} {source.summary} {source.short_quote}".split()]


def cards(chance: random.Random, stock: list[str]) -> list[Source]:
    def some(low: int, high: int) -> str:
        return " ".join(chance.choices(stock, k=chance.randint(low, high)))

    return [
        Source(f"S{n}", some(4, 10), some(1, 3), some(1, 3), f"{chance.randint(1970, 2025)}-03-18",
               f"https://example.org/{n}", some(30, 70), some(5, 15))
        for n in range(CARDS)
    ]  # fmt: skip


def question(chance: random.Random, stock: list[str]) -> str:
    """Return a question as learners ask them: a few words, sometimes a phrase, a beginning or a choice."""
    picked = [word.strip('."(),') for word in chance.choices(stock, k=chance.randint(1, 5))]
    form = chance.randint(0, 5)
    if form == 0:
        return f'"{" ".join(picked[:2])}"'
    if form == 1:
        return f"{picked[0][:3]}* {' '.join(picked[1:])}"
    return (" OR " if form == 2 else " ").join(picked)


def main() -> None:
    chance = random.Random(1985)
    stock = words()
    pack = cards(chance, stock)
    begun = time.perf_counter()
    finder = Finder(pack)
    print(f"indexed {CARDS:,} cards in {time.perf_counter() - begun:.2f} s")
    took = []
    for _ in range(QUESTIONS):
        asked = question(chance, stock)
        begun = time.perf_counter()
        finder.find(asked)
        took.append(1000 * (time.perf_counter() - begun))
    print(f"{QUESTIONS} searches: p95 {statistics.quantiles(took, n=20)[-1]:.1f} ms, worst {max(took):.1f} ms")
    print(f"median {statistics.median(took):.1f} ms (budget {BUDGET:.0f} ms)")


if __name__ == "__main__":
    main()
