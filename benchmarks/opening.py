"""What the kit adds to a learner's kernel, and what a shown marker adds.

Prints, as medians over several fresh kernels: the time and memory of ``import
claimlab`` plus opening a sheet where ipywidgets and anywidget are loaded; and the
memory of a kernel that shows the marker, as a ratio to one that has only loaded
ipywidgets and anywidget. Run: ``python -m benchmarks.opening``.
"""

from __future__ import annotations

import statistics
import sys

from benchmarks import kernels

BARE = """
import json, time
import ipywidgets, anywidget
before, start = _resident_mb(), time.perf_counter()
{work}
print(json.dumps({{"seconds": time.perf_counter() - start, "before": before, "after": _resident_mb()}}))
"""
OPEN = "import claimlab\nlab = claimlab.open('a1-claims')"
SHOW = OPEN + "\nlab.mark_claims()"


def main(rounds: int = 7) -> None:
    opened = [kernels.run(BARE.format(work=OPEN)) for _ in range(rounds)]
    seconds = statistics.median(run["seconds"] for run in opened)
    added = statistics.median(run["after"] - run["before"] for run in opened)
    pairs = [(kernels.run(BARE.format(work=SHOW)), kernels.run(BARE.format(work="pass"))) for _ in range(rounds)]
    memory = statistics.median(shown["after"] / bare["after"] for shown, bare in pairs)
    loading = statistics.median(shown["seconds"] for shown, _ in pairs)
    print(f"import claimlab and open a sheet: +{seconds:.3f} s, +{added:.1f} MB (budget +0.15 s, +10 MB)")
    print(f"the same and show the marker: +{loading:.3f} s")
    print(f"memory of a kernel with the marker shown: {memory:.2f} x a bare one (budget 1.3 x)")
    print(f"open_s={seconds:.3f} open_mb={added:.1f} marker_ratio={memory:.3f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 7)
