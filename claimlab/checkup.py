"""Would this folder survive being handed in?

Looked at before the deadline, by the student: the same things that marking will
need, said in friendly lines. Nothing is changed and no key is needed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import reduce
from pathlib import Path
from typing import Any

from claimlab import answers, case, places, plan, recovery
from claimlab.answers import Sheet, fingerprint
from claimlab.findings import Finding
from claimlab.problems import Problem
from claimlab.safekeeping import newer

MEGABYTE = 1024 * 1024
LARGEST_NOTEBOOK = 20 * MEGABYTE
SCORING = "score_article"  # the step that makes indicators where others make claims
SAVE_AGAIN = "open the notebook, choose Run, then Run All Cells, and save it"


def check(folder: Path) -> list[Finding]:
    """Look at every assignment in *folder* (a workspace, or the folder of one assignment).

    An assignment that was not begun counts against it only if no other one was.
    Raises Problem when there is no assignment.
    """
    places_found = dict(_assignments(folder))
    if not places_found:
        raise Problem(f"There is no assignment in {folder}: name the folder that holds its notebook.")
    begun = {name: place for name, place in places_found.items() if _begun(name, place)}
    waiting = [Finding(True, f"{name}: not begun yet") for name in places_found if begun and name not in begun]
    looked = begun or places_found
    return [*(finding for name, place in looked.items() for finding in _check_one(name, place)), *waiting]


def _assignments(folder: Path) -> Iterator[tuple[str, Path]]:
    for original in sorted(places.kit("assignments").glob("*/*.ipynb")):
        name = original.stem
        for place in (folder / "assignments" / name, folder / name, folder):
            inside = list(place.glob(f"{name}.*")) or (list(place.glob("*.ipynb")) if place.name == name else [])
            if inside:
                yield name, place
                break


def _begun(name: str, folder: Path) -> bool:
    notebook = recovery.load_notebook(folder / f"{name}.ipynb")
    return _sheet_file(name, folder).exists() or any(True for _ in recovery.carried(notebook))


def _sheet_file(name: str, folder: Path) -> Path:
    return folder / f"{name}.answers.json"


def _check_one(name: str, folder: Path) -> Iterator[Finding]:
    path = folder / f"{name}.ipynb"
    notebook = recovery.load_notebook(path)
    yield from (Finding(one.fine, f"{name}: {one.said}", one.remedy) for one in _about(name, path, notebook, folder))


def _about(name: str, path: Path, notebook: Any, folder: Path) -> Iterator[Finding]:
    yield from _about_notebook(path, notebook)
    filed, complaint = _filed(_sheet_file(name, folder))
    carried = recovery.copies(notebook)
    if complaint:
        yield Finding(False, complaint, "keep the file, " + SAVE_AGAIN + ", and show it to your teacher")
    for said, _ in recovery.unreadable(notebook):
        yield Finding(False, f"the copy in the notebook cannot be read: {said}", SAVE_AGAIN)
    right = [sheet for sheet in (filed, *carried) if sheet is not None and _belongs(sheet, name)]
    strangers = [sheet for sheet in (filed, *carried) if sheet is not None and not _belongs(sheet, name)]
    for sheet in strangers[:1]:
        yield Finding(False, f"it holds answers to {sheet.assignment[:40]!r}", f"put the answers to {name} here")
    if right:
        yield from _about_answers(name, reduce(lambda one, other: newer(one, other)[0], right))
        yield _agreement(filed, carried)
    elif not complaint and not strangers:
        yield Finding(False, "no answers were found", "do the assignment, save the notebook, then check again")


def _about_notebook(path: Path, notebook: Any) -> Iterator[Finding]:
    if not path.exists():
        others = [other.name for other in path.parent.glob("*.ipynb")]
        remedy = f"rename {others[0]} to {path.name}" if len(others) == 1 else f"put {path.name} back"
        yield Finding(False, f"the notebook {path.name} is missing", remedy)
        return
    cells = notebook.get("cells") if isinstance(notebook, dict) else None
    if not isinstance(cells, list):
        yield Finding(False, f"{path.name} is not a notebook", "download it again as a notebook file (.ipynb)")
        return
    yield _cells(path, cells)
    size = path.stat().st_size
    said = f"the notebook has {size / MEGABYTE:.1f} MB" if size >= MEGABYTE else "the notebook is small enough to send"
    yield Finding(size <= LARGEST_NOTEBOOK, said, "take out large pictures: many platforms refuse such a file")


def _cells(path: Path, cells: list[Any]) -> Finding:
    """Are the cells that carry marks all there, once each?"""
    original = recovery.load_notebook(places.kit("assignments") / path.stem / path.name) or {}
    wanted, present = Counter(_graded(original.get("cells", []))), Counter(_graded(cells))
    missing, twice = sorted(wanted - present), sorted(name for name in wanted if present[name] > 1)
    if missing:
        remedy = "start from a fresh copy of the notebook beside your answers: they are kept"
        return Finding(False, f"cells that carry marks were deleted ({', '.join(missing)})", remedy)
    if twice:
        return Finding(False, f"cells that carry marks are there twice ({', '.join(twice)})", "delete the copies")
    return Finding(True, f"all {len(wanted)} cells that carry marks are there")


def _graded(cells: list[Any]) -> Iterator[str]:
    for cell in cells:
        metadata = cell.get("metadata", {}) if isinstance(cell, dict) else {}
        mark = metadata.get("nbgrader") if isinstance(metadata, dict) else None
        if isinstance(mark, dict) and isinstance(mark.get("grade_id"), str):
            yield mark["grade_id"]


def _filed(path: Path) -> tuple[Sheet | None, str]:
    """Return the sheet in the file *path*, or what is wrong with it, or neither if there is none."""
    if not path.exists():
        return None, ""
    try:
        return answers.read(path.read_bytes()), ""
    except Problem as problem:
        return None, str(problem)
    except OSError as error:
        return None, f"{path.name} cannot be opened ({error.strerror})"


def _belongs(sheet: Sheet, name: str) -> bool:
    return (sheet.assignment, sheet.case) == (name, plan.find(name).case)


def _about_answers(name: str, sheet: Sheet) -> Iterator[Finding]:
    """What the sheet itself tells: its edition of the article, how much is there, whether cards were damaged."""
    asked = plan.find(name)
    same = sheet.article_sha256 == case.load(asked.case).article.sha256
    edition = "this" if same else "another"
    yield Finding(same, f"made on {edition} edition of the article", "update the kit, then open the notebook again")
    what, made = ("indicator", sheet.indicators) if asked.step == SCORING else ("claim", sheet.claims)
    least, most = asked.target
    wanted = f"{least}" if least == most else f"about {least} to {most}"
    said = f"{len(made)} {what}{'' if len(made) == 1 else 's'} ({wanted} are asked for)"
    yield Finding(not sheet.empty, said, "write your answers first")
    written = sum(1 for note in asked.notes if sheet.notes.get(note, "").strip())
    if asked.notes:
        yield Finding(True, f"{written} of {len(asked.notes)} questions answered in your own words")
    if sheet.damaged:
        yield Finding(
            False,
            f"{len(sheet.damaged)} card{'' if len(sheet.damaged) == 1 else 's'} cannot be read",
            "open the notebook and write them again",
        )


def _agreement(filed: Sheet | None, carried: list[Sheet]) -> Finding:
    """Does the notebook carry the same answers as the file beside it, so that either one is enough?"""
    if not carried:
        return Finding(False, "the notebook does not carry your answers: alone it would be empty", SAVE_AGAIN)
    latest = reduce(lambda one, other: newer(one, other)[0], carried)
    if filed is None or fingerprint(filed) == fingerprint(latest):
        beside = "carries your answers" if filed is None else "and the file beside it carry the same answers"
        return Finding(True, f"the notebook {beside}")
    winner, loser = newer(filed, latest)
    if loser is not None:
        return Finding(False, "the notebook and the file beside it hold different answers", SAVE_AGAIN)
    if winner is filed:
        return Finding(False, "the notebook was not saved after your last change", SAVE_AGAIN)
    return Finding(True, "the notebook carries newer answers than the file beside it; they will be used")
