"""Every lesson runs, has the same shape, is easy to read, and can be found one's way in."""

from __future__ import annotations

import re
import shutil
from itertools import pairwise
from pathlib import Path
from typing import Any

import nbformat
import pytest
import yaml
from nbclient import NotebookClient

from claimlab import plan
from claimlab.authoring import reading

ROOT = Path(__file__).resolve().parents[2]
LESSONS = sorted((ROOT / "lessons").glob("*.ipynb"))
TAUGHT = [path for path in LESSONS if not path.name.startswith(("00", "09"))]  # before and long after the course
PARTS = [
    "Warm-up",
    "Watch an expert",
    "With a partner",
    "On your own",
    "Exit ticket",
    "What to take with you",
    "Next step",
]
AMERICAN = re.compile(
    r"\b(colou?r(?<!colour)|center|behavior|favor(ite)?|honor|labor|neighbor|analyze|organiz\w+|realiz\w+|recogniz\w+"
    r"|catalog|gray|defense|judgment|program(?=me)|mom)\b",
    re.IGNORECASE,
)
every_lesson = pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)
every_taught_lesson = pytest.mark.parametrize("path", TAUGHT, ids=lambda path: path.stem)


def read(path: Path) -> Any:
    return nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]


def prose(path: Path) -> list[Any]:
    return [cell for cell in read(path).cells if cell.cell_type == "markdown"]


def code(path: Path) -> list[Any]:
    return [cell for cell in read(path).cells if cell.cell_type == "code"]


def headings(path: Path) -> list[tuple[int, str]]:
    found = [re.findall(r"^(#+) (.+)$", cell.source, re.MULTILINE) for cell in prose(path)]
    return [(len(marks), words) for cell in found for marks, words in cell]


def test_there_are_lessons() -> None:
    assert LESSONS[0].name == "00-start-here.ipynb"
    assert "02-what-exactly-is-claimed.ipynb" in [path.name for path in LESSONS]


@every_lesson
def test_a_lesson_runs_from_top_to_bottom_in_silence(path: Path, tmp_path: Path) -> None:
    shutil.copy(path, tmp_path)
    notebook = read(path)
    NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(tmp_path)}}).execute()
    outputs = [output for cell in notebook.cells if cell.cell_type == "code" for output in cell.outputs]
    assert [output for output in outputs if output.output_type == "error"] == []
    assert [output.text for output in outputs if output.get("name") == "stderr"] == []
    widgets = [output for output in outputs if "application/vnd.jupyter.widget-view+json" in output.get("data", {})]
    steps = [cell for cell in code(path) if re.match(r"lab\.(mark_claims|practise)\(", cell.source)]
    assert len(widgets) >= len(steps) > 0


@every_lesson
def test_a_notebook_is_committed_clean(path: Path) -> None:
    for cell in code(path):
        assert cell.outputs == []
        assert cell.execution_count is None
        assert cell.metadata.jupyter.source_hidden is True
        assert 1 <= len(cell.source.splitlines()) <= 5


@every_lesson
def test_cell_ids_are_readable_and_unique(path: Path) -> None:
    ids = [cell.id for cell in read(path).cells]
    assert len(ids) == len(set(ids))
    assert [name for name in ids if not re.fullmatch(r"[a-z]+(-[a-z0-9]+)*", name)] == []


@every_lesson
def test_headings_are_in_order(path: Path) -> None:
    levels = [level for level, _ in headings(path)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert [(a, b) for a, b in pairwise(levels) if b > a + 1] == []


@every_lesson
def test_links_say_where_they_lead_and_lead_there(path: Path) -> None:
    links = [link for cell in prose(path) for link in re.findall(r"\[([^\]]*)\]\(([^)]+)\)", cell.source)]
    assert links
    for words, target in links:
        assert words.lower() not in ("here", "click here", "link", "this", "more", "")
        assert (path.parent / target).is_file(), target


@every_lesson
def test_a_cell_holds_one_idea(path: Path) -> None:
    counts = {cell.id: len(re.findall(r"\w\S*", cell.source)) for cell in prose(path)}
    assert {name: count for name, count in counts.items() if count > 75} == {}


@every_lesson
def test_no_sentence_is_long(path: Path) -> None:
    said = "\n\n".join(reading.prose(cell.source) for cell in prose(path))
    assert [words for _, words in reading.hardest(said, 12) if len(words.split()) > 28] == []


@every_lesson
def test_the_spelling_is_british(path: Path) -> None:
    assert [match for cell in prose(path) for match in AMERICAN.findall(cell.source)] == []


@every_lesson
def test_front_matter_tells_time_question_aims_and_key_points(path: Path) -> None:
    front = read(path).metadata.claimlab
    assert 5 <= front.minutes <= 50
    assert front.question.endswith("?")
    assert front.objectives
    assert front.key_points
    assert f"{front.minutes} minutes" in prose(path)[0].source


@every_lesson
def test_a_lesson_is_fair_to_good_reporting(path: Path) -> None:
    assert "Most of what reputable outlets print is accurate" in " ".join(cell.source for cell in prose(path))


@every_lesson
def test_every_practice_section_of_a_lesson_is_used_once(path: Path) -> None:
    source = "\n".join(cell.source for cell in code(path))
    lesson = f"lesson-{path.name[:2]}"
    assert f'claimlab.open("{lesson}")' in source
    assert lesson in plan.plans()
    sections = yaml.safe_load((ROOT / "lessons" / "items" / f"{lesson}.yaml").read_text(encoding="utf-8"))
    assert re.findall(r'lab\.practise\("(\w+)"\)', source) == list(sections)


@every_taught_lesson
def test_a_lesson_has_the_fixed_shape_and_its_minutes_add_up(path: Path) -> None:
    parts = [words for level, words in headings(path) if level == 2]
    assert [re.sub(r" \(\d+ minutes\)", "", part) for part in parts] == PARTS
    minutes = [int(number) for part in parts for number in re.findall(r"\((\d+) minutes\)", part)]
    assert minutes == [5, 8, 18, 14, 5]
    assert sum(minutes) == read(path).metadata.claimlab.minutes


@every_taught_lesson
def test_a_lesson_ends_with_a_probability(path: Path) -> None:
    items = yaml.safe_load((ROOT / "lessons" / "items" / f"lesson-{path.name[:2]}.yaml").read_text(encoding="utf-8"))
    assert "probability" in [item["form"] for item in items["exit"]["items"]]
    assert len(items["recall"]["items"]) == 2


def test_about_half_of_the_practice_text_is_accurate() -> None:
    key = (ROOT / "lessons" / "keys" / "lesson-02.yaml").read_text(encoding="utf-8")
    checkable = [claim for claim in yaml.safe_load(key)["claims"] if claim["kind"] in ("fact", "quote")]
    verdicts = [re.findall(r"\bit is (not accurate|accurate)", claim["why"]) for claim in checkable]
    assert [verdict for verdict in verdicts if len(verdict) != 1] == []
    assert 9 <= len(verdicts) <= 12
    assert 0.4 <= verdicts.count(["accurate"]) / len(verdicts) <= 0.6


@pytest.mark.parametrize("text", sorted((ROOT / "lessons" / "texts").iterdir()), ids=lambda path: path.name)
def test_a_practice_text_says_that_it_is_invented(text: Path) -> None:
    assert "Invented for practice" in (text / "article.md").read_text(encoding="utf-8")
