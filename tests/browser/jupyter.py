"""A real Jupyter server on loopback and the few moves a learner makes in it.

Only what the learner sees is used: menus, cells, the widget. JupyterLab and
Notebook 7 differ in their address and in nothing the tests rely on.
"""

from __future__ import annotations

import json
import os
import secrets
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

from playwright.sync_api import Page, expect

from claimlab import places

FLAGS = ("--no-browser", "--allow-root", "--ServerApp.ip=127.0.0.1", "--ServerApp.port_retries=0")


@dataclass(frozen=True)
class Server:
    """A running Jupyter server and the folder it serves."""

    address: str
    token: str
    folder: Path

    def page(self, notebook: str, app: str = "lab") -> str:
        """Return the address of *notebook* in JupyterLab ("lab") or Notebook 7 ("notebook")."""
        where = f"lab/tree/{notebook}" if app == "lab" else f"notebooks/{notebook}"
        return f"{self.address}/{where}?token={self.token}"

    def call(self, path: str, method: str = "GET") -> object:
        """Return what the server's own interface answers."""
        request = Request(f"{self.address}/api/{path}", method=method)
        request.add_header("Authorization", f"token {self.token}")
        with urlopen(request, timeout=30) as reply:
            body = reply.read()
        return json.loads(body) if body else None

    def kill_kernels(self) -> int:
        """Shut down every session with its kernel, wait until all are gone, and return how many there were.

        A session may be on its way out already when its page has just been closed; the server then answers
        with an error, and what counts is that nothing is left.
        """
        sessions = self._sessions()
        for _ in range(40):
            for session in self._sessions():
                with suppress(HTTPError):
                    self.call(f"sessions/{session['id']}", "DELETE")
            if not self._sessions():
                return len(sessions)
            time.sleep(0.25)
        raise AssertionError("the server keeps its sessions")

    def _sessions(self) -> list[Any]:
        """Return what is open; a server that is just losing a kernel answers with an error and is asked again."""
        for _ in range(20):
            with suppress(HTTPError):
                found = self.call("sessions")
                assert isinstance(found, list)
                return found
            time.sleep(0.25)
        raise AssertionError("the server cannot say what is open")


@contextmanager
def jupyter(folder: Path, log: Path) -> Iterator[Server]:
    """Serve *folder* on a free port of this machine until the block ends."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    token = secrets.token_hex(12)
    settings = folder.parent / "jupyter-settings"
    environment = {**os.environ, "JUPYTERLAB_SETTINGS_DIR": str(settings), "JUPYTERLAB_WORKSPACES_DIR": str(settings)}
    environment["JUPYTER_CONFIG_PATH"] = str(places.PACKAGE / "jupyter")  # as learners start it
    environment["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{environment['PATH']}"
    command = [sys.executable, "-m", "jupyter", "lab", *FLAGS]
    command += [f"--ServerApp.port={port}", f"--IdentityProvider.token={token}", f"--ServerApp.root_dir={folder}"]
    with log.open("w") as lines, subprocess.Popen(command, stdout=lines, stderr=lines, env=environment) as process:
        server = Server(f"http://127.0.0.1:{port}", token, folder)
        try:
            _wait_for(server, process, log)
            yield server
        finally:
            process.terminate()
            process.wait(30)


def _wait_for(server: Server, process: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(240):
        assert process.poll() is None, log.read_text()
        try:
            server.call("status")
        except OSError:
            time.sleep(0.25)
        else:
            return
    raise AssertionError(log.read_text())


def choose(page: Page, *path: str) -> None:
    """Choose an entry of the menu bar, for example ``choose(page, "Run", "Run All Cells")``."""
    page.locator(".lm-MenuBar-item", has_text=path[0]).first.click()
    for label in path[1:]:
        page.locator(".lm-Menu-item", has_text=label).first.click()


def ready(server: Server, page: Page) -> None:
    """Wait until the notebook is on the screen and connected to an idle kernel.

    A server that lists its kernels while one of them goes away answers with an error: it is asked again.
    """
    expect(page.locator(".jp-Notebook .jp-Cell").first).to_be_visible(timeout=60_000)
    for _ in range(240):
        with suppress(HTTPError):
            kernels = server.call("kernels")
            assert isinstance(kernels, list)
            if any(kernel["connections"] and kernel["execution_state"] == "idle" for kernel in kernels):
                break
        page.wait_for_timeout(250)
    expect(page.locator("[data-status='idle']").first).to_be_visible(timeout=60_000)


def run_all(page: Page, selector: str) -> None:
    """Run all cells and come back to the output that matches *selector*, as the last cell tells learners to do."""
    for turn in range(90):
        if page.locator(selector).count():
            page.locator(selector).first.scroll_into_view_if_needed()
            return
        if turn % 30 == 0:  # JupyterLab drops the command while it still connects to the kernel
            choose(page, "Run", "Run All Cells")
            page.locator(".jp-Notebook").first.hover()
        page.mouse.wheel(0, -600)
        page.wait_for_timeout(400)
    raise AssertionError(f"{selector} did not appear")
