"""Opening JupyterLab on a learner's workspace.

One command for somebody who has never seen a terminal: it copies what is
needed, finds a free port, opens the start page and stops cleanly. The server
listens on this machine alone and asks for a token.
"""

from __future__ import annotations

import os
import secrets
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import IO

from claimlab import delivery, places
from claimlab.problems import Problem

HOST = "127.0.0.1"
FIRST_PORT = 8888
START_PAGE = "lessons/00-start-here.ipynb"
PATIENCE = 120.0
LOG = Path(".claimlab") / "jupyter.log"


def start(workspace: Path, *, browser: bool = True, port: int | None = None, graded: bool = False) -> None:
    """Fill *workspace*, open JupyterLab there and wait until it is stopped (Ctrl-C).

    With *graded* the learner sees no marks before the teacher gives them back, even
    where the kit's solutions are at hand. Raises Problem when the folder cannot be
    used, the port is taken or JupyterLab does not come up.
    """
    workspace = workspace.expanduser().resolve()
    for sentence in delivery.deliver(workspace):
        print(sentence)
    port = free_port(port)
    token = secrets.token_hex(24)
    print("Starting JupyterLab ...", flush=True)
    signal.signal(signal.SIGTERM, _interrupt)
    with (workspace / LOG).open("wb") as log:
        server = _launch(workspace, port, token, browser, graded, log)
        try:
            _wait_until_up(server, port, token, workspace / LOG)
            print(f"claimlab is open at {_address(workspace, port)}?token={token}")
            print("Leave this window open while you work. To stop, press Ctrl-C.", flush=True)
            server.wait()
        except KeyboardInterrupt:
            print("\nStopping. Your work stays in", workspace, flush=True)
        finally:
            _stop(server)


def environment(token: str, *, graded: bool) -> dict[str, str]:
    """Return the environment of the server: its own programs first, quiet settings, and a key only for self-study."""
    env = dict(os.environ)
    env["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), env.get("PATH", "")])
    env["JUPYTER_TOKEN"] = token  # not on the command line, where every user of the machine could read it
    env["JUPYTER_PREFER_ENV_PATH"] = "1"
    quiet = str(places.PACKAGE / "jupyter")
    env["JUPYTER_CONFIG_PATH"] = os.pathsep.join(filter(None, [quiet, env.get("JUPYTER_CONFIG_PATH")]))
    solutions = places.PACKAGE.parent / "solutions"
    env.pop(places.KEYS_VARIABLE, None)
    if not graded and solutions.is_dir():
        env[places.KEYS_VARIABLE] = str(solutions)
    return env


def _launch(
    workspace: Path, port: int, token: str, browser: bool, graded: bool, log: IO[bytes]
) -> subprocess.Popen[bytes]:
    command = [
        *(sys.executable, "-m", "jupyterlab"),
        f"--ServerApp.root_dir={workspace}",
        f"--ServerApp.ip={HOST}",
        f"--ServerApp.port={port}",
        "--ServerApp.port_retries=0",
        f"--LabApp.workspaces_dir={workspace / '.claimlab' / 'layout'}",
        f"--LabApp.default_url={_landing(workspace)}",
        f"--ServerApp.open_browser={browser}",
        f"--ServerApp.tornado_settings={{'static_custom_path': [{str(places.PACKAGE / 'jupyter' / 'custom')!r}]}}",
        f"--ServerApp.allow_root={os.name == 'posix' and os.geteuid() == 0}",
    ]
    env = environment(token, graded=graded)
    # In a session of its own Ctrl-C reaches only us: JupyterLab would ask "are you sure?" in the middle of it.
    return subprocess.Popen(
        command, cwd=workspace, env=env, stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True
    )


def _landing(workspace: Path) -> str:
    return f"/lab/tree/{START_PAGE}" if (workspace / START_PAGE).exists() else "/lab"


def _address(workspace: Path, port: int) -> str:
    return f"http://{HOST}:{port}{_landing(workspace)}"


def free_port(wanted: int | None) -> int:
    """Return *wanted*, or the first free port from 8888 on; raises Problem when *wanted* is taken."""
    for port in [wanted] if wanted is not None else [*range(FIRST_PORT, FIRST_PORT + 20), 0]:
        with socket.socket() as probe:
            if os.name == "posix":  # a port that was in use a moment ago is free
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((HOST, port))
            except (OSError, OverflowError):
                continue
            return int(probe.getsockname()[1])
    raise Problem(f"Port {wanted} cannot be used: leave out --port and a free one is found.")


def _wait_until_up(server: subprocess.Popen[bytes], port: int, token: str, log: Path) -> None:
    question = urllib.request.Request(f"http://{HOST}:{port}/api/status", headers={"Authorization": f"token {token}"})
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    deadline = time.monotonic() + PATIENCE
    while server.poll() is None and time.monotonic() < deadline:
        try:
            with direct.open(question, timeout=5):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    raise Problem(f"JupyterLab did not start: run claimlab doctor, or read the reason in {log}.")


def _stop(server: subprocess.Popen[bytes]) -> None:
    """Ask the server to stop, which ends its kernels too; insist only if it does not."""
    if server.poll() is not None:
        return
    server.terminate()
    try:
        server.wait(timeout=15)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()


def _interrupt(signum: int, frame: object) -> None:
    raise KeyboardInterrupt
