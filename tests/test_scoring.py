"""The step in which two articles are scored: what is kept, what is still open, what can be drawn."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import msgspec
import pytest

from claimlab import answers, checkup, figures, plan
from claimlab.answers import Finding, Indicator
from claimlab.article_score import BESIDE, MOVES
from claimlab.lab import Lab, blank, open_lab
from claimlab.marking import mark
from claimlab.plan import Plan
from claimlab.problems import Problem
from claimlab.widgets import score_boundary, scoring
from tests.marking.scorecards import A4, ROOT, flawless, key


@pytest.fixture
def bench(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Lab:
    monkeypatch.chdir(tmp_path)
    return open_lab(A4)


def _keep(bench: Lab, made: tuple[Indicator, ...], moves: dict[str, str]) -> Any:
    card = scoring.opened(bench)
    cards = score_boundary.cards_for_browser(made, moves, card.articles)
    sent: list[Any] = []
    card.send = lambda content, **_more: sent.append(content)  # type: ignore[method-assign,assignment]
    card._receive(card, {"type": "keep", "client": "page", "seq": 1, "cards": cards}, [])
    (answer,) = sent
    return answer


def test_what_the_page_sends_is_saved_with_its_scores_and_earns_full_marks(bench: Lab, tmp_path: Path) -> None:
    made = flawless()
    answer = _keep(bench, made.indicators, made.responses[MOVES])
    assert answer["sentence"] == "Saved. 6 indicators."
    sheet = answers.read((tmp_path / "a4-scorecard.answers.json").read_bytes())
    assert sheet.article_score == 12.5
    assert sheet.responses == {MOVES: made.responses[MOVES], BESIDE: {"dart-2022": 100.0}}
    assert mark(sheet, key()).total == 50


def test_a_score_stands_only_when_nothing_is_missing() -> None:
    made = flawless().indicators
    assert scoring.complete(made, "mask-1985") == 12.5
    assert scoring.complete(made[:5], "mask-1985") is None
    open_one = msgspec.structs.replace(made[5], findings=(Finding("dart-2022", "for"),))
    assert scoring.complete((*made[:5], open_one), "mask-1985") is None
    assert scoring.complete((*made[:5], open_one), "dart-2022") == 100


def test_other_answers_stay_when_a_scorecard_is_saved(bench: Lab) -> None:
    bench.keep(notes={"weights": "Because."}, responses={"guide": "seen"})
    _keep(bench, flawless().indicators, {})
    assert bench.sheet.notes == {"weights": "Because."}
    assert bench.sheet.responses["guide"] == "seen"


def test_remarks_count_what_is_open_and_say_nothing_of_the_key() -> None:
    said = scoring.remarks(Lab(A4, None, blank(A4)))
    assert said == ("Nothing is chosen yet. Choose up to 6 indicators.",)
    two = (Indicator("tone", 40, findings=(Finding("mask-1985", "for"),)), Indicator("originality", 20))
    said = scoring.remarks(Lab(A4, None, msgspec.structs.replace(blank(A4), indicators=two)))
    assert said == (
        "You have chosen 2 of up to 6 indicators, 1 of them from outside the page.",
        "Choose at least 3 from outside the page.",
        "3 of 4 findings are without a direction.",
        "4 of 4 findings are without a proof.",
        "Could an author fake it? 2 of 2 have no answer.",
        "The weights add up to 60, not to 100.",
        "Signs of the page itself carry 67 % of the weight; 30 % is the most.",
    )
    assert scoring.remarks(Lab(A4, None, flawless())) == (
        "You have chosen 6 of up to 6 indicators, 3 of them from outside the page.",
        "The weights add up to 100.",
    )


def test_a_label_and_the_halved_weights_can_be_drawn_for_each_article() -> None:
    drawn = scoring.pictures(Lab(A4, None, flawless()))
    assert list(drawn) == ["credibility label A", "sensitivity A", "credibility label B", "sensitivity B"]
    found = {name: draw() for name, draw in drawn.items()}
    assert all(isinstance(picture, figures.Picture) for picture in found.values())
    assert "The score is 13 of 100" in found["sensitivity A"].alt
    assert "Fact-checked elsewhere" in found["credibility label B"].alt
    for draw in scoring.pictures(Lab(A4, None, blank(A4))).values():
        assert draw().alt


def test_a_plan_without_a_second_case_is_told_what_it_lacks() -> None:
    with pytest.raises(Problem, match="beside"):
        scoring.cases(Plan("One", "mask-1985"))
    assert list(scoring.cases(plan.find(A4))) == ["mask-1985", "dart-2022"]


def test_a_check_before_handing_in_counts_indicators(tmp_path: Path) -> None:
    name = f"{A4}.ipynb"
    shutil.copy(ROOT / "assignments" / A4 / name, tmp_path / name)
    (tmp_path / f"{A4}.answers.json").write_bytes(answers.write(flawless()))
    said = [finding.said for finding in checkup.check(tmp_path)]
    assert any("6 indicators (6 are asked for)" in line for line in said), said
