"""Asking the bench for a picture: a button for a learner, the picture itself for whoever marks."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from claimlab import case
from claimlab.answers import Claim, Passage
from claimlab.figures import Picture
from claimlab.keys import load
from claimlab.lab import Lab, blank, open_lab
from claimlab.problems import Problem
from tests.conftest import ROOT

A1 = "a1-claims"
TEXT = case.load("mask-1985").article.text
START = TEXT.index("lived to be 16")
CARD = Claim("k1", (Passage(START, START + 14, "lived to be 16"),), "Rocky Dennis lived to the age of 16.", "fact")
SHEET = msgspec.structs.replace(blank(A1), claims=(CARD,))


def test_a_learner_presses_and_sees_what_is_saved_at_that_moment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    lab = open_lab(A1)
    box = lab.picture("article strip")
    assert (box.title, box.label, box.answer) == ("Picture: article strip", "Draw the article strip", "")
    box.press()
    assert 'alt="No claims are marked yet on' in box.answer
    lab.keep(claims=(CARD,))
    box.press()
    assert 'alt="1 claim on' in box.answer
    assert box.answer.count("<img") == 1
    assert box.label == "Draw again"


def test_whoever_marks_gets_the_picture_itself() -> None:
    picture = Lab(A1, None, SHEET).picture("article strip")
    assert isinstance(picture, Picture)
    shown = picture._repr_mimebundle_()
    assert shown["text/plain"] == picture.alt
    assert "data:image/png;base64," in shown["text/html"]


@pytest.mark.parametrize("name", ["copy tree", "", "article Strip", None])
def test_a_name_that_does_not_exist_is_answered_with_those_that_do(name: str) -> None:
    with pytest.raises(Problem, match=r"There is no picture called .*: choose one of article strip"):
        Lab(A1, None, SHEET).picture(name)


def test_a_kernel_stays_light_until_somebody_asks_for_the_picture(tmp_path: Path) -> None:
    words = """
        import sys, claimlab
        lab = claimlab.open("a1-claims")
        box = lab.picture("article strip")
        print(sorted({"matplotlib", "numpy", "PIL"} & sys.modules.keys()))
        box.press()
        print("matplotlib" in sys.modules, "matplotlib.pyplot" in sys.modules)
    """
    program = "\n".join(line.strip() for line in words.strip().splitlines())
    said = subprocess.run([sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert said.stdout.splitlines()[-2:] == ["[]", "True False"]
    assert said.stderr == ""


def test_the_key_is_open_in_released_reports_only() -> None:
    key = load(ROOT / "solutions" / A1 / "key.yaml")
    assert Lab.for_marking(A1, SHEET, key, released=True).open_key is key
    assert Lab.for_marking(A1, SHEET, key).open_key is None
    assert Lab(A1, None, SHEET).open_key is None
