"""A page of our own that shows the real widget in a real browser, with the real Python side at the other end."""

from __future__ import annotations

import json
import shutil
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from claimlab import case
from claimlab.answers import Claim, Evidence, Indicator, OwnSource
from claimlab.widgets.marker import PassageMarker
from claimlab.widgets.scorecard import Scorecard
from claimlab.widgets.source_desk import SourceDesk
from claimlab.widgets.verdict_table import VerdictTable
from tests.browser import jupyter
from tests.widgets.score_bench import ScoreBench
from tests.widgets.source_bench import SourceBench
from tests.widgets.verdict_bench import VerdictBench
from tests.widgets.wire import Desk

HOST = Path(__file__).parent / "host.html"
SERVED = {
    "/": ("text/html", HOST.read_text(encoding="utf-8")),
    "/marker.js": ("text/javascript", str(PassageMarker._esm)),
    "/marker.css": ("text/css", str(PassageMarker._css)),
    "/desk": ("text/html", HOST.read_text(encoding="utf-8").replace('"/marker.', '"/desk.')),
    "/desk.js": ("text/javascript", str(SourceDesk._esm)),
    "/desk.css": ("text/css", str(SourceDesk._css)),
    "/scorecard": ("text/html", HOST.read_text(encoding="utf-8").replace('"/marker.', '"/scorecard.')),
    "/scorecard.js": ("text/javascript", str(Scorecard._esm)),
    "/scorecard.css": ("text/css", str(Scorecard._css)),
    "/verdicts": ("text/html", HOST.read_text(encoding="utf-8").replace('"/marker.', '"/verdicts.')),
    "/verdicts.js": ("text/javascript", str(VerdictTable._esm)),
    "/verdicts.css": ("text/css", str(VerdictTable._css)),
}


class _Files(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        kind, text = SERVED.get(self.path, ("text/plain", ""))
        self.send_response(200 if text else 404)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.end_headers()
        self.wfile.write(text.encode())

    def log_message(self, *_ignored: Any) -> None:
        return


@pytest.fixture(scope="session")
def address() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), _Files) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture
def server(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[jupyter.Server]:
    """Jupyter on a folder that holds what a learner was handed: the notebook at HANDED_OUT of the test module."""
    workspace = tmp_path / "workspace"
    workspace.mkdir()
    shutil.copy(request.module.HANDED_OUT, workspace)
    with jupyter.jupyter(workspace, tmp_path / "jupyter.log") as running:
        yield running


@pytest.fixture
def page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """An empty page, as tall as TALL of the test module says: JupyterLab draws only the cells that are in sight."""
    tall = getattr(request.module, "TALL", 1100)
    opened = browser.new_context(viewport={"width": 1300, "height": tall}, reduced_motion="reduce")
    yield opened.new_page()
    opened.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    opened = browser.new_context(viewport={"width": 1200, "height": 900}, reduced_motion="reduce")
    yield opened
    opened.close()


class Seen:
    """A page with the marker on it, and the desk it talks to."""

    def __init__(self, page: Page, desk: Any) -> None:
        self.page = page
        self.desk = desk
        self.errors: list[str] = []
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.expose_function("toPython", lambda message: self.desk.tell(json.loads(message)))
        page.expose_function("stateOfPython", lambda: self.desk.state())

    def open(self, address: str, *, dark: bool = False) -> None:
        self.page.goto(address)
        self.page.wait_for_selector("body[data-ready]")
        if dark:
            self.page.evaluate("document.body.dataset.jpThemeLight = 'false'")

    def saved(self) -> None:
        """Wait until the page says that everything is saved."""
        self.page.wait_for_selector("[data-state=saved]")

    def restart(self, desk: Any) -> None:
        """Let another kernel answer from now on."""
        self.desk = desk


class SeenDesk(Seen):
    """A page with a source desk on it."""

    desk: SourceBench

    def open(self, address: str, *, dark: bool = False) -> None:
        super().open(f"{address}desk", dark=dark)

    def search(self, words: str) -> None:
        self.page.get_by_role("searchbox").fill(words)
        self.page.get_by_role("button", name="Search", exact=True).click()

    def evidence(self, claim: str) -> tuple[Evidence, ...]:
        self.saved()
        return self.desk.claim(claim).evidence


class SeenTable(SeenDesk):
    """A page with a verdict table on it."""

    def open(self, address: str, *, dark: bool = False) -> None:
        Seen.open(self, f"{address}verdicts", dark=dark)


@pytest.fixture
def show(context: BrowserContext, address: str) -> Iterator[Callable[..., Seen]]:
    """Open the marker on a page: ``show(desk)``. A script error anywhere fails the test."""
    opened: list[Seen] = []

    def _show(desk: Desk | None = None, *, dark: bool = False) -> Seen:
        seen = Seen(context.new_page(), desk or Desk(case.load("mask-1985").article, guide=False))
        opened.append(seen)
        seen.open(address, dark=dark)
        return seen

    yield _show
    assert [error for seen in opened for error in seen.errors] == []


@pytest.fixture
def open_desk(context: BrowserContext, address: str) -> Iterator[Callable[..., SeenDesk]]:
    """Open a source desk on a page: ``open_desk(*claims, own=(), dark=False)``. A script error fails the test."""
    opened: list[SeenDesk] = []

    def _open(*claims: Claim, own: tuple[OwnSource, ...] = (), dark: bool = False, **settings: object) -> SeenDesk:
        seen = SeenDesk(context.new_page(), SourceBench(claims, own, **settings))
        opened.append(seen)
        seen.open(address, dark=dark)
        return seen

    yield _open
    assert [error for seen in opened for error in seen.errors] == []


@pytest.fixture
def open_table(context: BrowserContext, address: str) -> Iterator[Callable[..., SeenTable]]:
    """Open a verdict table on a page: ``open_table(*claims, own=(), dark=False)``. A script error fails the test."""
    opened: list[SeenTable] = []

    def _open(*claims: Claim, own: tuple[OwnSource, ...] = (), dark: bool = False, **settings: object) -> SeenTable:
        seen = SeenTable(context.new_page(), VerdictBench(claims, own, **settings))
        opened.append(seen)
        seen.open(address, dark=dark)
        return seen

    yield _open
    assert [error for seen in opened for error in seen.errors] == []


class SeenScorecard(Seen):
    """A page with a scorecard on it."""

    desk: ScoreBench

    def open(self, address: str, *, dark: bool = False) -> None:
        super().open(f"{address}scorecard", dark=dark)


@pytest.fixture
def open_scorecard(context: BrowserContext, address: str) -> Iterator[Callable[..., SeenScorecard]]:
    """Open a scorecard on a page: ``open_scorecard(*indicators, dark=False)``. A script error fails the test."""
    opened: list[SeenScorecard] = []

    def _open(*indicators: Indicator, dark: bool = False, **settings: object) -> SeenScorecard:
        seen = SeenScorecard(context.new_page(), ScoreBench(indicators, **settings))
        opened.append(seen)
        seen.open(address, dark=dark)
        return seen

    yield _open
    assert [error for seen in opened for error in seen.errors] == []
