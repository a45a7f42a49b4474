"""claimlab start: a workspace is filled, nothing a learner changed is lost, and a real server answers."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from claimlab import delivery, places, start
from claimlab.problems import Problem

DIRECT = urllib.request.build_opener(urllib.request.ProxyHandler({}))


@pytest.fixture
def kit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small kit of its own: one lesson, one assignment, one practice key."""
    root = tmp_path / "the kit"
    for name, words in {
        "lessons/00-start-here.ipynb": "first lesson",
        "lessons/keys/practice.yaml": "secret",
        "lessons/items/lesson-00.yaml": "the right answers",
        "assignments/a1-claims/a1-claims.ipynb": "assignment",
        "assignments/a1-claims/a1-claims.answers.json": "somebody tried it here",
    }.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(words, encoding="utf-8")
    monkeypatch.setattr(places, "PACKAGE", root / "claimlab")
    return root


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    return tmp_path / "my work"


def test_lessons_and_assignments_are_copied_without_keys_or_answers(kit: Path, workspace: Path) -> None:
    assert delivery.deliver(workspace) == []
    copied = {path.relative_to(workspace).as_posix() for path in workspace.rglob("*") if path.is_file()}
    assert copied == {
        "lessons/00-start-here.ipynb",
        "assignments/a1-claims/a1-claims.ipynb",
        ".claimlab/delivered.json",
    }


def test_a_file_that_the_learner_changed_is_never_overwritten(kit: Path, workspace: Path) -> None:
    delivery.deliver(workspace)
    mine = workspace / "assignments/a1-claims/a1-claims.ipynb"
    mine.write_text("my work", encoding="utf-8")
    assert delivery.deliver(workspace) == []
    assert mine.read_text(encoding="utf-8") == "my work"


def test_a_newer_edition_goes_beside_what_was_changed_and_is_announced_once(kit: Path, workspace: Path) -> None:
    delivery.deliver(workspace)
    mine = workspace / "lessons/00-start-here.ipynb"
    mine.write_text("my work", encoding="utf-8")
    (kit / "lessons/00-start-here.ipynb").write_text("second edition", encoding="utf-8")
    (sentence,) = delivery.deliver(workspace)
    assert "newer/lessons/00-start-here.ipynb" in sentence
    assert mine.read_text(encoding="utf-8") == "my work"
    assert (workspace / "newer/lessons/00-start-here.ipynb").read_text(encoding="utf-8") == "second edition"
    assert delivery.deliver(workspace) == []


def test_work_in_a_newer_edition_survives_the_next_one(kit: Path, workspace: Path) -> None:
    delivery.deliver(workspace)
    (workspace / "lessons/00-start-here.ipynb").write_text("my work", encoding="utf-8")
    for edition in ("second", "third"):
        (kit / "lessons/00-start-here.ipynb").write_text(edition, encoding="utf-8")
        delivery.deliver(workspace)
    assert (workspace / "newer/lessons/00-start-here.ipynb").read_text(encoding="utf-8") == "second"
    assert (workspace / "newer-2/lessons/00-start-here.ipynb").read_text(encoding="utf-8") == "third"


def test_an_untouched_file_is_renewed(kit: Path, workspace: Path) -> None:
    delivery.deliver(workspace)
    (kit / "lessons/00-start-here.ipynb").write_text("second edition", encoding="utf-8")
    assert delivery.deliver(workspace) == []
    assert (workspace / "lessons/00-start-here.ipynb").read_text(encoding="utf-8") == "second edition"


def notebook(words: str, **metadata: str) -> str:
    cell = {"cell_type": "markdown", "id": "one", "metadata": {}, "source": [words]}
    return json.dumps({"cells": [cell], "metadata": metadata, "nbformat": 4, "nbformat_minor": 5})


def test_a_notebook_that_was_only_opened_is_renewed(kit: Path, workspace: Path) -> None:
    original, mine = kit / "lessons/00-start-here.ipynb", workspace / "lessons/00-start-here.ipynb"
    original.write_text(notebook("first"), encoding="utf-8")
    delivery.deliver(workspace)
    opened = notebook("first", kernel="python3")
    mine.write_text(opened, encoding="utf-8")
    delivery.deliver(workspace)
    assert mine.read_text(encoding="utf-8") == opened
    original.write_text(notebook("second"), encoding="utf-8")
    assert delivery.deliver(workspace) == []
    assert "second" in mine.read_text(encoding="utf-8")


def test_a_notebook_with_answers_in_its_outputs_is_not(kit: Path, workspace: Path) -> None:
    original, mine = kit / "lessons/00-start-here.ipynb", workspace / "lessons/00-start-here.ipynb"
    original.write_text(notebook("first"), encoding="utf-8")
    delivery.deliver(workspace)
    document = json.loads(notebook("first"))
    document["cells"][0]["outputs"] = [{"data": {"text/plain": "my answers"}}]
    mine.write_text(json.dumps(document), encoding="utf-8")
    original.write_text(notebook("second"), encoding="utf-8")
    assert len(delivery.deliver(workspace)) == 1
    assert "my answers" in mine.read_text(encoding="utf-8")


@pytest.mark.parametrize("broken", ["", "[1]", "{", "\x00", '{"lessons/00-start-here.ipynb": 3}'])
def test_a_lost_list_of_what_was_delivered_costs_no_work(kit: Path, workspace: Path, broken: str) -> None:
    delivery.deliver(workspace)
    mine = workspace / "lessons/00-start-here.ipynb"
    mine.write_text("my work", encoding="utf-8")
    (workspace / delivery.DELIVERED).write_text(broken, encoding="utf-8")
    (sentence,) = delivery.deliver(workspace)
    assert "yours is unchanged" in sentence
    assert mine.read_text(encoding="utf-8") == "my work"


def test_a_deleted_file_comes_back_fresh(kit: Path, workspace: Path) -> None:
    delivery.deliver(workspace)
    (workspace / "lessons/00-start-here.ipynb").unlink()
    delivery.deliver(workspace)
    assert (workspace / "lessons/00-start-here.ipynb").read_text(encoding="utf-8") == "first lesson"


def test_the_originals_are_no_workspace(kit: Path) -> None:
    with pytest.raises(Problem, match="choose another"):
        delivery.deliver(kit)


def test_a_file_in_the_way_is_said_in_one_sentence(kit: Path, workspace: Path) -> None:
    workspace.write_text("not a folder", encoding="utf-8")
    with pytest.raises(Problem, match=r"cannot be used .* choose another one"):
        delivery.deliver(workspace)


def test_working_alone_brings_the_key_and_class_use_does_not(kit: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(places.KEYS_VARIABLE, "from the teacher's own settings")
    assert places.KEYS_VARIABLE not in start.environment("t", graded=False)
    (kit / "solutions").mkdir()
    assert start.environment("t", graded=False)[places.KEYS_VARIABLE] == str(kit / "solutions")
    assert places.KEYS_VARIABLE not in start.environment("t", graded=True)


def test_the_programs_of_this_environment_come_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "elsewhere")
    first = start.environment("t", graded=True)["PATH"].split(os.pathsep)[0]
    assert (Path(first) / "alembic").exists()


@dataclass
class Opened:
    """A running ``claimlab start``."""

    process: subprocess.Popen[str]
    workspace: Path
    address: str
    token: str

    def get(self, path: str, *, token: bool = True) -> tuple[int, str]:
        """Return the status and the body of a page of the server."""
        port = re.search(r":(\d+)/", self.address)
        assert port is not None
        request = urllib.request.Request(f"http://127.0.0.1:{port[1]}{path}")
        if token:
            request.add_header("Authorization", f"token {self.token}")
        try:
            with DIRECT.open(request, timeout=60) as reply:
                return reply.status, reply.read().decode()
        except urllib.error.HTTPError as error:
            with error:
                return error.code, ""


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Opened]:
    workspace = tmp_path_factory.mktemp("start") / "my work"
    command = [sys.executable, "-m", "claimlab", "start", str(workspace), "--no-browser"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, encoding="utf-8") as process:
        assert process.stdout is not None
        said = ""
        for line in process.stdout:
            said += line
            if "Ctrl-C" in line:
                break
        found = re.search(r"claimlab is open at (\S+)\?token=(\w+)", said)
        try:
            assert found is not None, said
            yield Opened(process, workspace, found[1], found[2])
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(timeout=60)


def test_the_address_answers_with_the_token_and_only_with_it(opened: Opened) -> None:
    assert opened.get("/api/contents")[0] == 200
    assert opened.get("/api/contents", token=False)[0] == 403


def test_the_start_page_is_in_the_address_and_in_the_workspace(opened: Opened) -> None:
    assert opened.address.endswith("/lab/tree/lessons/00-start-here.ipynb")
    assert opened.get("/lab/tree/lessons/00-start-here.ipynb")[0] == 200
    assert opened.get("/api/contents/lessons/00-start-here.ipynb?content=0")[0] == 200


def test_jupyterlab_comes_up_without_news_and_without_the_teachers_menus(opened: Opened) -> None:
    _, page = opened.get("/lab")
    found = re.search(r'id="jupyter-config-data"[^>]*>(.*?)</script>', page, re.DOTALL)
    assert found is not None
    settings = json.loads(found[1])
    assert settings["news"] == {"disabled": True}
    assert "@jupyter/nbgrader" in json.dumps(settings["disabledExtensions"])
    assert opened.get("/formgrader")[0] == 404


def test_nothing_on_the_page_looks_like_programming(opened: Opened) -> None:
    def default(plugin: str, name: str) -> Any:
        return json.loads(opened.get(f"/lab/api/settings/@jupyterlab/{plugin}")[1])["schema"]["properties"][name][
            "default"
        ]

    assert default("statusbar-extension:plugin", "visible") is False
    hidden = {tool["name"] for tool in default("cell-toolbar-extension:plugin", "toolbar") if tool["disabled"]}
    assert "delete-cell" in hidden
    assert {"cut", "cellType"} <= {tool["name"] for tool in default("notebook-extension:panel", "toolbar")}
    status, css = opened.get("/custom/custom.css")
    assert (status, ".jp-InputPlaceholder" in css) == (200, True)
    assert "custom/custom.css" in opened.get("/lab")[1]


def test_answer_files_do_not_crowd_the_file_list_and_can_still_be_read(opened: Opened) -> None:
    folder = opened.workspace / "lessons"
    for name in ("lesson-00.answers.json", "lesson-00.answers.json.bak", "lesson-00.answers.unreadable-1.json"):
        (folder / name).write_text("{}", encoding="utf-8")
    listed = {file["name"] for file in json.loads(opened.get("/api/contents/lessons")[1])["content"]}
    assert {name for name in listed if "answers" in name} == {"lesson-00.answers.unreadable-1.json"}
    assert opened.get("/api/contents/lessons/lesson-00.answers.json?content=0")[0] == 200


def test_a_second_start_in_the_same_folder_finds_another_port(opened: Opened) -> None:
    port = int(opened.address.split(":")[2].split("/")[0])
    assert start.free_port(None) != port
    with pytest.raises(Problem, match=str(port)):
        start.free_port(port)


def test_a_browser_is_opened_unless_told_otherwise(tmp_path: Path) -> None:
    noted, pretended = tmp_path / "opened", tmp_path / "browser"
    pretended.write_text(f'#!/bin/sh\nprintf "%s\\n" "$1" >> "{noted}"\n', encoding="utf-8")
    pretended.chmod(0o755)
    command = [sys.executable, "-m", "claimlab", "start", str(tmp_path / "w")]
    env = {**os.environ, "BROWSER": f"{pretended} %s"}
    with subprocess.Popen(command, env=env, stdout=subprocess.PIPE, text=True, encoding="utf-8") as process:
        assert process.stdout is not None
        for line in process.stdout:
            if "Ctrl-C" in line:
                break
        deadline = time.monotonic() + 60
        while not noted.exists() and time.monotonic() < deadline:
            time.sleep(0.05)
        process.send_signal(signal.SIGINT)
    (page,) = noted.read_text(encoding="utf-8").splitlines()
    assert page.startswith(
        "file://"
    )  # a file that leads on to the address, so that no list of processes shows the token


def test_ctrl_c_stops_the_server_and_leaves_the_port_free(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "claimlab", "start", str(tmp_path / "w"), "--no-browser"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, encoding="utf-8") as process:
        assert process.stdout is not None
        said = "".join(iter(process.stdout.readline, "Leave this window open while you work. To stop, press Ctrl-C.\n"))
        process.send_signal(signal.SIGINT)
        rest = process.stdout.read()
    found = re.search(r"127\.0\.0\.1:(\d+)/", said)
    assert found is not None
    assert process.returncode == 0
    assert "Your work stays in" in rest
    assert start.free_port(int(found[1])) == int(found[1])


def test_a_server_that_cannot_start_is_one_sentence_and_status_one(tmp_path: Path) -> None:
    broken = tmp_path / "config"
    broken.mkdir()
    (broken / "jupyter_server_config.py").write_text("raise SystemExit(3)\n", encoding="utf-8")
    env = {**os.environ, "JUPYTER_CONFIG_DIR": str(broken)}
    command = [sys.executable, "-m", "claimlab", "start", str(tmp_path / "w"), "--no-browser"]
    ended = subprocess.run(command, env=env, capture_output=True, text=True, timeout=120)
    assert ended.returncode == 1
    assert ended.stderr.startswith("JupyterLab did not start: run claimlab doctor")
    assert ended.stderr.count("\n") == 1
