"""How long a change in the marker takes to be on disk, with 200 claims in the sheet.

A client sends what the browser sends, to a real kernel, and waits until the kernel
has answered that the change was kept; by then the sheet was written, flushed and
renamed, and the notebook's own copy renewed. Run: ``python -m benchmarks.saving``.
"""

from __future__ import annotations

import json
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from jupyter_client.manager import start_new_kernel

from claimlab import case
from claimlab.answers import read

OPEN = """
import claimlab, json
lab = claimlab.open("a1-claims")
lab.mark_claims()
from claimlab.widgets.marker import PassageMarker
from ipywidgets.widgets.widget import _instances
print([w.comm.comm_id for w in _instances.values() if isinstance(w, PassageMarker)][0])
"""


def main(changes: int = 200, claims: int = 200) -> None:
    with tempfile.TemporaryDirectory() as folder:
        manager, client = start_new_kernel(kernel_name="python3", cwd=folder, env=dict(os.environ))
        try:
            comm = _comm(client)
            seconds = [_change(client, comm, n, claims) for n in range(changes)]
        finally:
            client.stop_channels()
            manager.shutdown_kernel(now=True)
        kept = read((Path(folder) / "a1-claims.answers.json").read_bytes())
        size = (Path(folder) / "a1-claims.answers.json").stat().st_size
    assert len(kept.claims) == claims
    assert kept.claims[0].restatement.startswith(f"Change {changes - 1} ")
    cuts = statistics.quantiles([s * 1000 for s in seconds[5:]], n=20)
    print(f"{claims} claims, {size / 1024:.0f} kB: median {cuts[9]:.1f} ms, p95 {cuts[18]:.1f} ms (budget p95 50 ms)")
    print(f"save_p95_ms={cuts[18]:.1f}")


def _comm(client: Any) -> str:
    printed: list[str] = []

    def collect(message: dict[str, Any]) -> None:
        if message["msg_type"] == "error":
            raise RuntimeError("\n".join(message["content"]["traceback"]))
        if message["msg_type"] == "stream" and message["content"]["name"] == "stdout":
            printed.append(message["content"]["text"])

    client.execute_interactive(OPEN, output_hook=collect, timeout=120)
    return "".join(printed).strip().splitlines()[-1]


def _change(client: Any, comm: str, number: int, claims: int) -> float:
    """Send one change of the first card and return the seconds until the kernel says it was kept."""
    content = {"type": "keep", "client": "benchmark", "seq": number, "cards": _cards(number, claims)}
    message = client.session.msg("comm_msg", {"comm_id": comm, "data": {"method": "custom", "content": content}})
    start = time.perf_counter()
    client.shell_channel.send(message)
    while True:
        reply = client.get_iopub_msg(timeout=30)
        said = reply["content"].get("data", {}).get("content", {}) if reply["msg_type"] == "comm_msg" else {}
        if said.get("seq") == number and said.get("type") in ("kept", "refused"):
            assert said["type"] == "kept", said
            return time.perf_counter() - start


def _cards(number: int, claims: int) -> list[dict[str, Any]]:
    text = case.load("mask-1985").article
    spans = [text.sentences[n % len(text.sentences)] for n in range(claims)]
    return [
        {
            "id": f"k{n}",
            "passages": [{"start": span.start, "end": span.end}],
            "restatement": f"Change {number} of claim {n}: " + json.dumps(text.text[span.start : span.end]),
            "kind": "fact",
            "priority": 1,
            "parent": None,
        }
        for n, span in enumerate(spans)
    ]


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200)
