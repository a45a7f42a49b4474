"""Is everything the kit needs in place?

Most calls for help are about the same few things: a program that is not on
PATH, a widget that stays blank, a folder that cannot be written to. Each is
looked at here, and each line says what to do.
"""

from __future__ import annotations

import json
import shutil
import socket
import sys
import tempfile
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

from claimlab import places
from claimlab.findings import Finding

PYTHON = (3, 11)
LIBRARIES = ("claimlab", "jupyterlab", "notebook", "nbgrader", "ipywidgets", "anywidget")
FRONT_ENDS = ("@jupyter-widgets/jupyterlab-manager", "anywidget")
OWN_PYTHON = {"python", "python3", f"python3.{sys.version_info.minor}"}
INSTALL = "install the kit again in this environment"


def examine(workspace: Path) -> list[Finding]:
    """Look at the environment and at *workspace*, and return what was found, one finding a line."""
    course = places.PACKAGE.parent
    return [
        python_version(),
        *(library(name) for name in LIBRARIES),
        *(program(name) for name in ("alembic", "nbgrader")),
        *(front_end(name) for name in FRONT_ENDS),
        kernel(),
        *(writable(folder) for folder in _own_folders(workspace, course)),
        *keys(course / "solutions"),
        loopback(),
    ]


def python_version() -> Finding:
    """Is this Python new enough?"""
    said = f"Python {'.'.join(map(str, sys.version_info[:3]))} in {sys.prefix}"
    return Finding(sys.version_info >= PYTHON, said, "use Python 3.11 or newer")


def library(name: str) -> Finding:
    """Is the library there?"""
    try:
        return Finding(True, f"{name} {metadata.version(name)}")
    except metadata.PackageNotFoundError:
        return Finding(False, f"{name} is not installed", INSTALL)


def program(name: str) -> Finding:
    """Is the program on PATH? nbgrader calls alembic by name when it makes a gradebook."""
    found = shutil.which(name)
    if found:
        return Finding(True, f"{name} is {found}")
    folder = Path(sys.executable).parent
    return Finding(False, f"the program {name} is not on PATH", f"add {folder} to PATH, or activate the environment")


def front_end(name: str) -> Finding:
    """Can JupyterLab find the part of the widgets that runs in the browser?"""
    from jupyter_core.paths import jupyter_path

    folders = [Path(folder) / name for folder in jupyter_path("labextensions")]
    found = next((folder for folder in folders if (folder / "package.json").is_file()), None)
    if found is None:
        return Finding(False, f"the front end of {name} is missing, so widgets stay blank", INSTALL)
    version = json.loads((found / "package.json").read_text(encoding="utf-8")).get("version", "")
    return Finding(True, f"front end of {name} {version}")


def kernel() -> Finding:
    """Does the kernel that notebooks ask for run this Python, the one that has the kit?"""
    from jupyter_client.kernelspec import KernelSpecManager, NoSuchKernel

    try:
        spec = KernelSpecManager().get_kernel_spec("python3")
    except NoSuchKernel:
        return Finding(False, "there is no kernel called python3", "install ipykernel in this environment")
    runs = spec.argv[0]
    # A kernel that asks for "python" gets the Python that Jupyter itself runs on.
    ours = runs in OWN_PYTHON or Path(runs).parent.resolve() == Path(sys.executable).parent.resolve()
    return Finding(ours, f"the kernel python3 runs {runs}", f"remove the kernel in {spec.resource_dir}")


def writable(folder: Path) -> Finding:
    """Can work be saved in *folder*, or where it would be made?"""
    place = next(parent for parent in (folder, *folder.parents) if parent.exists())
    try:
        with tempfile.NamedTemporaryFile(dir=place):
            return Finding(True, f"{folder} can be written to")
    except OSError as error:
        return Finding(False, f"{folder} cannot be written to ({error.strerror})", "choose a folder of your own")


def keys(solutions: Path) -> Iterator[Finding]:
    """Which keys are at hand? A teacher has them; a student, rightly, has not."""
    found = sorted(solutions.glob("*/key.yaml"))
    if not found:
        yield Finding(True, "no keys here: this is a student's place (a teacher works in the folder with solutions/)")
    for path in found:
        yield _key(path)


def _key(path: Path) -> Finding:
    from claimlab import keys
    from claimlab.problems import Problem

    try:
        keys.load(path)
    except Problem as problem:
        return Finding(False, f"the key of {path.parent.name} cannot be used: {problem}", f"mend {path}")
    return Finding(True, f"a teacher's place: the key of {path.parent.name} is in order")


def loopback() -> Finding:
    """Can a server listen on this machine alone?"""
    try:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
    except OSError as error:
        remedy = "ask whoever looks after this machine to allow 127.0.0.1"
        return Finding(False, f"no server can listen on this machine ({error.strerror})", remedy)
    return Finding(True, "a server can listen on 127.0.0.1")


def _own_folders(workspace: Path, course: Path) -> list[Path]:
    """The learner's folder and, in a clone, the course folder, where nbgrader keeps its gradebook."""
    folders = [workspace.expanduser().resolve()]
    return [*folders, course] if (course / "nbgrader_config.py").is_file() else folders
