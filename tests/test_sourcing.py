"""Finding sources on the learner's bench: what is on disk, in the notebook, and shown to whoever marks."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec

from claimlab import answers, case, recovery
from claimlab.answers import Claim, Evidence, OwnSource, Search
from claimlab.lab import Lab, blank
from tests.test_lab import outputs, run

A2 = "a2-sources"
OPEN = f'import claimlab\nlab = claimlab.open("{A2}")'
FIND = """
from ipywidgets.widgets.widget import _instances
from claimlab.widgets.source_desk import SourceDesk
desk = [widget for widget in _instances.values() if isinstance(widget, SourceDesk)][-1]
found = {"evidence": [{"source": "S05", "stance": "irrelevant"}], "searches": [{"query": "final interview"}]}
cards = [{"id": name, **(found if name == "g02" else {})} for name in desk.given]
own = {"id": "own-1", "url": "https://example.org/mask", "title": "A page"}
desk._receive(desk, {"type": "keep", "seq": 1, "cards": [*cards, own]}, [])
"""
MADE = Claim(
    "g02",
    restatement="Rusty Dennis gave interviews shortly before her death in 2006.",
    evidence=(Evidence("S05", "irrelevant"),),
    searches=(Search("final interview"),),
)
OWN = OwnSource("own-1", "https://example.org/mask", "A page")


def marking(*claims: Claim, problem: str = "") -> Lab:
    lab = Lab(A2, None, msgspec.structs.replace(blank(A2), claims=claims, sources=(OWN,)))
    lab._problem = problem
    return lab


def test_what_is_found_is_on_disk_and_in_the_notebook(tmp_path: Path) -> None:
    notebook = run(tmp_path, OPEN, "lab.find_sources()", FIND, name=f"{A2}.ipynb")
    sheet = answers.read((tmp_path / f"{A2}.answers.json").read_bytes())
    assert (sheet.claims, sheet.sources) == ((MADE,), (OWN,))
    [copy] = recovery.copies(json.loads(json.dumps(notebook)))
    assert (copy.claims, copy.sources) == ((MADE,), (OWN,))


def test_the_desk_and_its_twin_are_shown_and_work_goes_on_the_next_day(tmp_path: Path) -> None:
    run(tmp_path, OPEN, "lab.find_sources()", FIND, name=f"{A2}.ipynb")
    notebook = run(tmp_path, OPEN, "lab.find_sources()", FIND.replace("g02", "g03"), name=f"{A2}.ipynb")
    widget, twin = outputs(notebook, 1)
    assert "application/vnd.jupyter.widget-view+json" in widget["data"]
    assert "Obituary" not in twin["data"]["text/html"]
    assert "Rusty Dennis used drugs at one time" in twin["data"]["text/html"]
    sheet = answers.read((tmp_path / f"{A2}.answers.json").read_bytes())
    assert [(claim.id, len(claim.evidence)) for claim in sheet.claims] == [("g03", 1)]


def test_marking_shows_the_sources_and_no_widget() -> None:
    shown = marking(MADE, problem="No answers were found beside the notebook.").find_sources()
    assert shown is not None
    assert "No answers were found beside the notebook." in shown.html
    assert "2. Rusty Dennis gave interviews" in shown.html
    assert "Searched for “final interview”: nothing of use" in shown.plain


def test_without_claims_to_work_on_the_desk_says_what_to_do_first(tmp_path: Path) -> None:
    source = OPEN.replace(A2, "a1-claims") + "\nlab.find_sources()"
    notebook = run(tmp_path, source)
    assert "There are no claims yet" in outputs(notebook, 0)[-1]["data"]["text/plain"]


def test_every_source_of_the_case_can_be_found_by_its_title() -> None:
    from claimlab.search import Finder

    finder = Finder(case.load("mask-1985").sources)
    for source in case.load("mask-1985").sources:
        found = [found.source.id for found in finder.find(f'"{source.title}"').found]
        assert source.id in found, source.title


def test_what_is_still_open_is_said_without_a_key() -> None:
    from claimlab.widgets import sourcing

    said = sourcing.remarks(marking(MADE))
    assert said == (
        "You have worked on 1 of 6 claims; 1 of them has a source.",
        "Claim 2 has no source marked as earliest.",
        "Claim 2 has a source without words that show it.",
        "Claim 2 has a source without a letter.",
        "Claim 2 has no search for disagreement.",
    )


def test_a_lesson_that_asks_less_remarks_on_less() -> None:
    from claimlab import source_form

    said = source_form.remarks((MADE,), {"g02": ""}, 1, asks=())
    assert said[1:] == ("Claim 1 has a source without words that show it.",)


def test_the_copy_tree_is_the_learners_own_until_the_key_may_be_seen() -> None:
    from tests.marking.ledgers import key

    bench = marking(MADE)
    assert "who repeats whom" not in bench.picture("copy tree").alt
    assert "Obituary" not in bench.picture("copy tree 2").alt
    graded = Lab.for_marking(A2, bench.sheet, key(), released=True)
    told = graded.picture("copy tree 2").alt
    assert "Claim 2: your groups" in told
    assert "Claim 2: who repeats whom" in told
    assert "One rumour of about 2025" in told
    waiting = Lab.for_marking(A2, bench.sheet, key())
    assert "rumour" not in waiting.picture("copy tree 2").alt


def test_without_sources_the_picture_says_so() -> None:
    assert marking().picture("copy tree").alt == "There are no sources to draw yet."
