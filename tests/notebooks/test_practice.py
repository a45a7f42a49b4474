"""What lessons ask: fair in what is true, four hints or none, and done from end to end by a script in a real lab."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import IPython.display
import nbformat
import pytest
import yaml

import claimlab
from claimlab import answers, case, keys, plan, practice
from claimlab.answers import Claim, Evidence, Finding, Indicator
from claimlab.key import Key, Reference
from claimlab.lab import Lab
from claimlab.practice import Item, Section
from claimlab.widgets import boundary, desk_boundary, score_boundary, sourcing
from claimlab.widgets.items import Practice
from claimlab.widgets.marker import PassageMarker
from claimlab.widgets.scorecard import Scorecard
from claimlab.widgets.source_desk import SourceDesk
from tests.widgets.wire import Wire

ROOT = Path(__file__).resolve().parents[2]
ITEMS = sorted((ROOT / "lessons" / "items").glob("*.yaml"))
TAUGHT = [path.stem for path in ITEMS if path.stem not in ("lesson-00", "lesson-09")]  # the checks around the course
SETTLED = re.compile(r"\b(?:claim|it) is (not accurate|accurate)\b")
every_lesson = pytest.mark.parametrize("lesson", TAUGHT)


def sections(lesson: str) -> dict[str, Section]:
    found = yaml.safe_load((ROOT / "lessons" / "items" / f"{lesson}.yaml").read_text(encoding="utf-8"))
    return {name: practice.load(lesson, name) for name in found}


def notebook(lesson: str) -> str:
    (path,) = (ROOT / "lessons").glob(f"{lesson[-2:]}-*.ipynb")
    return path.read_text(encoding="utf-8")


def items(lesson: str) -> list[Item]:
    return [item for section in sections(lesson).values() for item in section.items]


def said(item: Item) -> list[str]:
    """Everything that explains an item once it was answered."""
    return [item.why, *(pair.why for pair in item.pairs), *(option.why for option in item.options if option.right)]


def accurate(lesson: str) -> list[bool]:
    """For each statement whose truth the learner is told: is it accurate?"""
    told = [item.accurate for item in items(lesson) if item.accurate is not None]
    whys = [why for item in items(lesson) if item.accurate is None for why in said(item)]
    key = ROOT / "lessons" / "keys" / f"{lesson}.yaml"
    if key.exists():
        known = yaml.safe_load(key.read_text(encoding="utf-8"))
        whys += [claim.get("why", "") for claim in known.get("claims", ())]
    return told + [word == "accurate" for why in whys for word in SETTLED.findall(why)]


def best(item: Item) -> Any:
    """The answer that an expert gives."""
    if item.form == "choice":
        return next(index for index, option in enumerate(item.options) if option.right)
    if item.form == "several":
        return [index for index, option in enumerate(item.options) if option.right]
    if item.form == "probability":
        return {"value": 85 if item.accurate else 15}
    if item.form == "short":
        return re.findall(r"“([^“”]+)”", item.why)[0]
    order = item.steps or tuple(pair.right for pair in item.pairs)
    return [item.things.index(thing) for thing in order]


@every_lesson
def test_half_is_accurate_at_first_and_three_quarters_later(lesson: str) -> None:
    told = accurate(lesson)
    least, most = (0.4, 0.6) if lesson <= "lesson-03" else (0.65, 0.85)
    assert len(told) >= 4
    assert least <= sum(told) / len(told) <= most, told


@every_lesson
def test_practice_has_four_hints_or_none(lesson: str) -> None:
    counts = {item.id: len(item.hints) for item in items(lesson)}
    assert set(counts.values()) == {0, 4}, counts
    assert list(counts.values()).count(4) >= 2


@every_lesson
def test_the_experts_own_words_are_right(lesson: str) -> None:
    for item in items(lesson):
        assert practice.check(item, best(item)).state == "right", (item.id, best(item))


@pytest.mark.parametrize("lesson", ["lesson-01", "lesson-05"])
def test_a_story_shown_on_the_page_is_the_article_word_for_word(lesson: str) -> None:
    text = " ".join(case.load(plan.find(lesson).case).article.text.split())
    cells = [cell for cell in nbformat.reads(notebook(lesson), 4).cells if cell.id.startswith("pair")]
    quoted = [line[2:] for cell in cells for line in cell.source.splitlines() if line.startswith("> ")]
    pieces = [piece for line in quoted for piece in re.split(r"\*\*", line) if piece.strip()]
    assert sum(len(piece.split()) for piece in pieces) >= 0.9 * len(text.split())
    assert [piece for piece in pieces if piece.strip().rstrip(".") not in text] == []


@every_lesson
def test_a_lesson_offers_a_fresh_question(lesson: str) -> None:
    assert [item.id for item in items(lesson) if item.again] != []


@every_lesson
def test_the_names_of_items_say_where_they_are(lesson: str) -> None:
    for name, section in sections(lesson).items():
        assert [item.id for item in section.items if not item.id.startswith(f"{lesson[-2:]}-{name}-")] == []


@pytest.fixture
def widgets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """Everything a lesson shows from now on, in a folder of its own."""
    shown: list[Any] = []
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(IPython.display, "display", lambda one, **_rest: shown.append(one))
    return shown


def work(lab: Lab, lesson: str, widgets: list[Any]) -> None:
    """Do the middle part of a lesson in its widget: a card for each claim of the key, a source for each given one."""
    getattr(lab, lab.plan.step)()
    widget = next((one for one in widgets if isinstance(one, PassageMarker | SourceDesk)), None)
    if isinstance(widget, SourceDesk):
        source = lab.case.sources[0].id
        made = [Claim(name, evidence=(Evidence(source, "supports", "words"),)) for name in widget.given]
        tell(widget, desk_boundary.cards_for_browser(widget.given, made, ()))
    elif isinstance(widget, PassageMarker):
        key = keys.load(ROOT / "lessons" / "keys" / f"{lesson}.yaml")
        assert isinstance(key, Key)
        tell(widget, [boundary.card_for_browser(card(one, key), key.article) for one in key.claims if one.weight])
    for scorecard in (one for one in widgets if isinstance(one, Scorecard)):
        said = tuple(Finding(name, "for") for name in scorecard.articles)
        names = ("fact-checked", "originality", "corrections", "tone")
        weighed = [Indicator(name, 25, "no", "others", said) for name in names]
        tell(scorecard, score_boundary.cards_for_browser(weighed, {}, scorecard.articles))


def card(reference: Reference, key: Key) -> Claim:
    start, end = reference.anchors[0]
    place = boundary.passage(key.article, start, end)
    return Claim(reference.id, (place,), reference.text.claim, reference.text.kind, reference.weight)


def tell(widget: Any, cards: list[dict[str, Any]]) -> None:
    """What the page sends when something was changed."""
    widget.comm = Wire()
    widget._receive(widget, {"type": "keep", "client": "page", "seq": 1, "cards": cards}, [])


@every_lesson
def test_answered_by_a_script_a_lesson_reaches_its_end(lesson: str, widgets: list[Any], tmp_path: Path) -> None:
    lab = claimlab.open(lesson)
    for name in sections(lesson):
        lab.practise(name)
    for note in plan.find(lesson).notes:
        lab.write(note)
        lab.keep(notes={**lab.sheet.notes, note: "My own words."})
    for widget in [one for one in widgets if isinstance(one, Practice)]:
        for name, item in {item.id: item for item in items(lesson)}.items():
            widget.receive({"do": "check", "item": name, "answer": best(item)})
    marked = f"lab.{lab.plan.step}()" in notebook(lesson)
    if marked:
        work(lab, lesson, widgets)
    kept = answers.read((tmp_path / f"{lesson}.answers.json").read_bytes())
    assert {item.id: kept.responses[item.id]["state"] for item in items(lesson)} == {
        item.id: "right" for item in items(lesson)
    }
    assert set(kept.notes) == set(plan.find(lesson).notes)
    asked = 3 if lab.plan.step == "score_article" else plan.find(lesson).target[0]
    assert not marked or asked <= len(kept.claims or kept.indicators)
    assert kept.damaged == ()


def test_in_a_lesson_the_experts_copy_tree_stands_beside_ones_own(widgets: list[Any]) -> None:
    lab = claimlab.open("lesson-04")
    assert lab.open_key is not None
    assert claimlab.open("a1-claims").open_key is None
    copied = Evidence("S05", "supports", "words", group="g")
    lab.keep(claims=(Claim("g01", evidence=(Evidence("S03", "supports", "words", "origin", "g"), copied)),))
    drawn = sourcing.pictures(lab)["copy tree"]().alt
    assert "your groups" in drawn
    assert "who repeats whom" in drawn


def test_what_a_lesson_does_not_teach_is_not_counted(widgets: list[Any]) -> None:
    lab = claimlab.open("lesson-04")
    lab.keep(claims=(Claim("g01", evidence=(Evidence("S01", "supports", "I paid for one and got two."),)),))
    seen = lab._looked_over().plain
    assert "Where each claim first appeared" in seen
    assert "How reliable each source is" not in seen
