"""What every test may count on: the environment's programs on PATH, a browser, steady random examples."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest
from playwright.sync_api import Browser, sync_playwright

from tests import chromium

ROOT = Path(__file__).resolve().parent.parent

# A slow machine is no defect, so there are no deadlines; a shared check must give the same answer twice.
hypothesis.settings.register_profile("here", deadline=None)
hypothesis.settings.register_profile("CI", deadline=None, derandomize=True)
hypothesis.settings.load_profile("CI" if os.environ.get("CI") else "here")

# nbgrader calls alembic by name.
os.environ["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
# Nothing a test does may land in the settings of whoever runs it, or in the key lookup of another test.
os.environ.pop("CLAIMLAB_SOLUTIONS", None)


@pytest.fixture(scope="session")
def chromium_path() -> str:
    """Path of a Chromium that answers; without one the browser tests fail, they are never passed over."""
    path = chromium.find()
    assert path is not None, "no Chromium: run make chromium"
    return path


@pytest.fixture(scope="session")
def browser(chromium_path: str) -> Iterator[Browser]:
    """One headless Chromium for the whole run; open a context of your own in it."""
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(
            executable_path=chromium_path,
            args=list(chromium.FLAGS),
            ignore_default_args=["--hide-scrollbars"],  # learners have them, and they take room
        )
        yield opened
        opened.close()
