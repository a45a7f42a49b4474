"""A browser for the tests: the one that is there, else Debian's, else Playwright's own.

Run as a program it makes sure that there is one, and fails if none can be had:
tests that need a browser are never passed over.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)

OWN = "from playwright.sync_api import sync_playwright as p; print(p().start().chromium.executable_path, flush=True)"


def find() -> str | None:
    """Return the path of a Chromium that answers, or None."""
    return next((path for path in _candidates() if _answers(path)), None)


def ensure() -> str | None:
    """Return the path of a Chromium, installing one if need be and possible."""
    path = find()
    for install in (_from_debian, _from_playwright):
        if path is None:
            install()
            path = find()
    return path


def _candidates() -> list[str]:
    on_path = [path for name in NAMES if (path := shutil.which(name))]
    # In a process of its own: a second Playwright in one process, beside that of a test, is refused.
    asked = subprocess.run([sys.executable, "-c", OWN], capture_output=True, text=True)
    own = (asked.stdout or "").strip()
    return [*on_path, own] if own and Path(own).exists() else on_path


def _answers(path: str) -> bool:
    try:
        return subprocess.run([path, "--version"], capture_output=True, timeout=60).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def _from_debian() -> None:
    if not shutil.which("apt-get") or os.geteuid() != 0:
        return
    print("Installing Chromium from the system's packages ...", flush=True)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for words in (["update"], ["install", "--yes", "--no-install-recommends", "chromium"]):
        subprocess.run(["apt-get", "-qq", *words], env=quiet, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)


def _from_playwright() -> None:
    print("Installing Playwright's own Chromium ...", flush=True)
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], stdin=subprocess.DEVNULL)


if __name__ == "__main__":
    if ensure() is None:
        sys.exit("No Chromium could be found or installed: install the package chromium, then run the tests again.")
