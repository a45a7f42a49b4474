"""A real kernel to measure in: the code runs there and prints one JSON line."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Mapping
from typing import Any

from jupyter_client.manager import start_new_kernel

MEMORY = """
def _resident_mb():
    with open("/proc/self/smaps_rollup") as lines:
        sizes = [int(line.split()[1]) for line in lines if line.startswith("Rss:")]
    return sizes[0] / 1024
"""


def run(code: str, environment: Mapping[str, str] | None = None) -> dict[str, Any]:
    """Return what *code* printed as JSON in a fresh kernel, working in a folder of its own.

    ``_resident_mb()`` is defined there: the resident memory of the process, in MB (Linux).
    Raises RuntimeError with the kernel's own words if the code fails.
    """
    with tempfile.TemporaryDirectory() as folder:
        env = {**os.environ, **(environment or {})}
        manager, client = start_new_kernel(kernel_name="python3", cwd=folder, env=env)
        try:
            return _answer(client, MEMORY + code)
        finally:
            client.stop_channels()
            manager.shutdown_kernel(now=True)


def _answer(client: Any, code: str) -> dict[str, Any]:
    printed: list[str] = []

    def collect(message: dict[str, Any]) -> None:
        content = message["content"]
        if message["msg_type"] == "error":
            raise RuntimeError("\n".join(content["traceback"]))
        if message["msg_type"] == "stream" and content["name"] == "stdout":
            printed.append(content["text"])

    client.execute_interactive(code, output_hook=collect, timeout=120)
    answer: dict[str, Any] = json.loads("".join(printed).strip().splitlines()[-1])
    return answer
