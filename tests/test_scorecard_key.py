"""The key of a4: checked when it is loaded, traceable to facts, and not a word of it with the students."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable
from typing import Any

import pytest
import yaml

from claimlab import scorecard_key
from claimlab.indicators import SIGNS, outside
from claimlab.marking import mark
from claimlab.problems import Problem
from tests.marking.scorecards import PATH, ROOT, flawless, key

ROWS = {"mask-1985": "c", "dart-2022": "d"}


def _claims() -> set[str]:
    """Rows of the tables of facts, as the key names them."""
    found = set()
    for name, letter in ROWS.items():
        with (ROOT / "solutions" / f"{name}-claims.csv").open(encoding="utf-8") as lines:
            found |= {f"{letter}{int(row['number']):02d}" for row in csv.DictReader(lines)}
    return found


def test_every_ruling_names_the_facts_it_rests_on() -> None:
    claims = _claims()
    for sign, entry in key().entries.items():
        for name, ruling in entry.articles.items():
            assert ruling.rows, (sign, name)
            assert set(ruling.rows) <= claims, (sign, name)
            assert {row[0] for row in ruling.rows} == {ROWS[name]}


def test_every_indicator_can_earn_full_points_but_those_where_nothing_can_be_found() -> None:
    weak = {sign for sign in SIGNS if mark(flawless((sign,), (100,)), key())["indicators"].points < 7}
    assert weak == {"originality", "corrections"}


def test_the_reliable_article_is_never_judged_worse() -> None:
    worth = {"for": 2, "cannot tell": 1, "against": 0}
    for sign, entry in key().entries.items():
        mask, dart = (worth[entry.articles[name].direction] for name in ("mask-1985", "dart-2022"))
        assert dart >= mask, sign


def test_sentences_for_students_are_short() -> None:
    sentences = [ruling.why for entry in key().entries.values() for ruling in entry.articles.values()]
    sentences += [entry.why for entry in key().entries.values()]
    sentences += [text for sign in SIGNS.values() for text in (sign.question, sign.tip)]
    for said in sentences:
        assert all(len(part.split()) <= 22 for part in re.split(r"(?<=[.?!])\s", said)), said


def _edit(change: Callable[[Any], None]) -> bytes:
    document = yaml.safe_load(PATH.read_text())
    change(document)
    return json.dumps(document).encode()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda d: d["articles"].update({"mask-1985": "0" * 64}), "has changed"),
        (lambda d: d["articles"].pop("dart-2022"), "sets two side by side"),
        (lambda d: d["indicators"].pop("tone"), "'tone' stands in the key or in the list alone"),
        (lambda d: d["indicators"]["tone"]["articles"].pop("dart-2022"), "one ruling for each article"),
        (lambda d: d["indicators"]["tone"].update(reasons=["others"]), "does not fit"),
        (lambda d: d["indicators"]["tone"].update(reasons=[]), "no reason"),
        (lambda d: d["indicators"]["tone"]["articles"]["mask-1985"].update(passages=["a zebra"]), "not in the"),
        (lambda d: d["indicators"]["tone"]["articles"]["mask-1985"].update(passages=[]), "no proof at all"),
        (lambda d: d["indicators"]["tone"]["articles"]["mask-1985"].update(nothing=True), "sign of the page"),
        (lambda d: d["indicators"]["corrections"]["articles"]["mask-1985"].update(passages=["Rocky"]), "outside the"),
        (lambda d: d["indicators"]["corrections"]["articles"]["mask-1985"].update(also=["cannot tell"]), "twice"),
        (lambda d: d["indicators"]["originality"]["articles"]["mask-1985"].update(cards={"S99": ["x"]}), "not on the"),
        (lambda d: d["indicators"]["originality"]["articles"]["mask-1985"].update(cards={"S32": []}), "by no words"),
        (lambda d: d["indicators"]["tone"].update(fake="perhaps"), "cannot be read"),
    ],
)
def test_a_broken_key_is_refused_in_one_sentence(change: Callable[[Any], None], said: str) -> None:
    with pytest.raises(Problem, match=said) as caught:
        scorecard_key.parse(_edit(change))
    assert "\n" not in str(caught.value)


def test_indicators_outside_the_page_are_proved_by_cards_and_those_on_it_by_passages() -> None:
    for sign, entry in key().entries.items():
        for ruling in entry.articles.values():
            assert bool(ruling.passages) != outside(sign)
