"""The project as a whole: versions agree, floors hold, nothing private leaves, and the size of things."""

from __future__ import annotations

import ast
import importlib.metadata
import json
import re
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from typing import Any

import pytest
import yaml
from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from claimlab import case
from tests.conftest import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8").splitlines()
MODULES = sorted((ROOT / "claimlab").rglob("*.py"))
ASKED_FOR = {"jupyterlab", "ipywidgets", "nbgrader", "matplotlib"}
LONGEST_MODULE, LONGEST_FUNCTION = 350, 50


def tracked(*patterns: str) -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z", *patterns], cwd=ROOT, capture_output=True, text=True, check=True)
    return [ROOT / name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]


def requirements() -> list[Requirement]:
    extras = PROJECT["optional-dependencies"].values()
    return [Requirement(line) for line in [*PROJECT["dependencies"], *(line for extra in extras for line in extra)]]


def locked() -> dict[str, list[Requirement]]:
    found: dict[str, list[Requirement]] = {}
    for line in LOCK:
        requirement = Requirement(line)
        found.setdefault(canonicalize_name(requirement.name), []).append(requirement)
    return found


# Versions


def test_the_lock_holds_exact_versions_and_nothing_else() -> None:
    exact = re.compile(r"[a-z0-9][a-z0-9-]*==[\w.]+( ; [\w\s.'<>=!()-]+)?")
    assert [line for line in LOCK if not exact.fullmatch(line)] == []


@pytest.mark.parametrize("requirement", requirements(), ids=str)
def test_every_requirement_is_locked_within_its_bounds(requirement: Requirement) -> None:
    pins = locked().get(canonicalize_name(requirement.name), [])
    assert pins
    for pin in pins:
        (exact,) = pin.specifier
        assert requirement.specifier.contains(exact.version)


@pytest.mark.parametrize("python", ["3.11.9", "3.12.4", "3.13.1", "3.14.0"])
def test_the_lock_names_each_library_once_for_every_python(python: str) -> None:
    surroundings: dict[str, str] = {**default_environment()}  # type: ignore[dict-item]
    surroundings |= {"python_full_version": python, "python_version": python.rpartition(".")[0]}
    for name, pins in locked().items():
        fitting = [pin for pin in pins if pin.marker is None or pin.marker.evaluate(surroundings)]
        assert len(fitting) <= 1, name


def test_conda_users_get_the_same_bounds_and_the_kit_itself() -> None:
    listed = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))["dependencies"]
    (pip,) = [entry["pip"] for entry in listed if isinstance(entry, dict)]
    conda = {canonicalize_name(one.name): one.specifier for one in map(Requirement, filter(is_text, listed))}
    wanted = {canonicalize_name(one.name): one.specifier for one in map(Requirement, PROJECT["dependencies"])}
    assert pip == ["--editable ."]
    assert wanted.keys() >= ASKED_FOR
    assert {name: conda.get(name) for name in wanted} == wanted
    assert str(conda["python"]) == PROJECT["requires-python"]


def is_text(entry: object) -> bool:
    return isinstance(entry, str)


def test_the_package_and_the_project_name_one_version() -> None:
    import claimlab

    assert Version(claimlab.__version__) == Version(PROJECT["version"])
    assert importlib.metadata.version("claimlab") == PROJECT["version"]


# Floors

ROOMS = {"lab", "delivery", "start", "doctor", "checkup", "figures", "paper"}
COMMANDS = {"cli", "__main__"}


def floor(module: str) -> int:
    """0 records, 1 marking, 2 rooms, 3 commands."""
    first = module.split(".")[1]
    if first in COMMANDS:
        return 3
    if first in ROOMS | {"widgets", "classroom", "authoring"}:
        return 2
    return 1 if first == "marking" else 0


def named(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


KNOWN = {named(path) for path in MODULES}


def imported(path: Path) -> set[str]:
    """Every module of the kit that the module at *path* imports, at once or later."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path.name}:{node.lineno} imports relatively"
            inner = {f"{node.module}.{alias.name}" for alias in node.names}
            found |= {name if name in KNOWN else str(node.module) for name in inner}
    return {name for name in found if name in KNOWN and name not in ("claimlab", named(path))}


IMPORTS = {named(path): imported(path) for path in MODULES if named(path) != "claimlab"}


@pytest.mark.parametrize("module", sorted(IMPORTS))
def test_imports_only_go_down(module: str) -> None:
    assert [other for other in sorted(IMPORTS[module]) if floor(other) > floor(module)] == []


def test_imports_go_in_no_circle() -> None:
    try:
        TopologicalSorter(IMPORTS).prepare()
    except CycleError as circle:
        pytest.fail(" -> ".join(circle.args[1]))


# What leaves the house


@pytest.fixture(scope="module")
def archives(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built")
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    built = subprocess.run(command, capture_output=True, text=True)  # the source archive, and the wheel from it
    assert built.returncode == 0, built.stderr
    return folder


@pytest.fixture(scope="module")
def wheel(archives: Path) -> Iterator[zipfile.ZipFile]:
    (path,) = archives.glob("*.whl")
    with zipfile.ZipFile(path) as opened:
        yield opened


def test_the_wheel_holds_what_a_learner_needs(wheel: zipfile.ZipFile) -> None:
    inside = set(wheel.namelist())
    for folder in ("datasets", "lessons", "assignments"):
        ours = {path.relative_to(ROOT).as_posix() for path in tracked(f"{folder}/")}
        assert ours
        assert {f"claimlab/{name}" for name in ours} <= inside
    scripts = {f"claimlab/{path.relative_to(ROOT / 'claimlab').as_posix()}" for path in tracked("claimlab/")}
    assert scripts <= inside


def test_the_wheel_holds_nothing_else(wheel: zipfile.ZipFile) -> None:
    tops = {name.split("/")[0] for name in wheel.namelist()}
    assert tops == {"claimlab", f"claimlab-{PROJECT['version']}.dist-info"}
    odd = [name for name in wheel.namelist() if re.search(r"solutions|key\.yaml$|\.answers\.json|checkpoint", name)]
    assert odd == []


def test_the_source_archive_holds_no_key_either(archives: Path) -> None:
    (path,) = archives.glob("*.tar.gz")
    with tarfile.open(path) as opened:
        names = opened.getnames()
    assert [name for name in names if name.endswith("/claimlab/cli.py")]
    assert [name for name in names if re.search(r"solutions|key\.yaml$|workspace|\.answers\.json", name)] == []


def sentences_of(key: Any) -> Iterator[str]:
    """Every string of five words or more in a key, at any depth."""
    if isinstance(key, str):
        if len(key.split()) >= 5:
            yield " ".join(key.split())
    elif isinstance(key, dict):
        for value in key.values():
            yield from sentences_of(value)
    elif isinstance(key, list):
        for value in key:
            yield from sentences_of(value)


def _public(name: str) -> Iterator[str]:
    """What students read of a case anyway: a key quotes the article and the cards."""
    opened = case.load(name)
    for text in (opened.article.text, *(t for c in opened.sources for t in (c.title, c.summary, c.short_quote))):
        yield " ".join(text.split())


def test_no_sentence_of_a_key_is_in_the_wheel(wheel: zipfile.ZipFile) -> None:
    public = " ".join(" ".join(_public(name)) for name in ("mask-1985", "dart-2022"))
    keys = [yaml.safe_load(path.read_text(encoding="utf-8")) for path in tracked("solutions/*/key.yaml")]
    secret = {sentence for key in keys for sentence in sentences_of(key) if sentence not in public}
    assert len(secret) > 50
    whole = " ".join(" ".join(wheel.read(name).decode("utf-8", "replace").split()) for name in wheel.namelist())
    assert sorted(sentence for sentence in secret if sentence in whole) == []


def test_an_installed_kit_finds_its_folders(wheel: zipfile.ZipFile, tmp_path: Path) -> None:
    wheel.extractall(tmp_path / "site")
    question = (
        "from claimlab import case, places, plan; print(places.kit('lessons')); "
        "print(case.load(plan.find('a1-claims').case).article.id, places.key_file('a1-claims'))"
    )
    asked = subprocess.run(
        [sys.executable, "-c", question], cwd=tmp_path, env={"PYTHONPATH": str(tmp_path / "site")},
        capture_output=True, text=True,
    )  # fmt: skip
    assert asked.stdout.splitlines() == [str(tmp_path / "site" / "claimlab" / "lessons"), "mask-1985 None"], (
        asked.stderr
    )


# What is written down


TEXTS = {".py", ".js", ".css", ".md", ".ipynb", ".yaml", ".yml", ".toml", ".json", ".csv", ".txt", ".lock", ".sh", ""}
MACHINE = re.compile(r"(?<![\w.])/(work|root|tmp|home/\w+|Users/\w+)/")
INDEX = re.compile(r"--(extra-)?index-url|--find-links|\bindex-url\s*=|/simple/")


def test_no_file_names_a_machine_or_an_index() -> None:
    here = Path(__file__)
    for path in tracked():
        if path.suffix in TEXTS and path != here:
            text = path.read_text(encoding="utf-8")
            assert MACHINE.search(text) is None, path
            assert INDEX.search(text) is None, path


@pytest.mark.parametrize("path", tracked("*.ipynb"), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_notebook_is_committed_clean(path: Path) -> None:
    notebook = json.loads(path.read_text(encoding="utf-8"))
    code = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
    assert [cell["id"] for cell in code if cell["outputs"] or cell["execution_count"] is not None] == []
    assert "widgets" not in notebook["metadata"]
    names = [cell["id"] for cell in notebook["cells"]]
    assert len(set(names)) == len(names)
    assert [name for name in names if re.fullmatch(r"[0-9a-f]{8}([0-9a-f-]{28})?", name)] == []


@pytest.mark.parametrize(
    "path",
    tracked("claimlab/*.py", "tests/*.py", "benchmarks/*.py"),
    ids=lambda path: path.relative_to(ROOT).as_posix(),
)
def test_nothing_is_too_long_to_read(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= LONGEST_MODULE
    tree = ast.parse(text)
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    assert [f.name for f in functions if (f.end_lineno or 0) - f.lineno + 1 > LONGEST_FUNCTION] == []
    assert ast.get_docstring(tree) is not None or not functions, "say why it exists"
