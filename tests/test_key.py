"""Reading a key: what is wrong with it is said in one sentence before anybody is marked."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from claimlab import case, key, keys
from claimlab.problems import Problem

ROOT = Path(__file__).resolve().parent.parent
A1 = ROOT / "solutions" / "a1-claims" / "key.yaml"
Change = Callable[[dict[str, Any]], Any]


def small() -> dict[str, Any]:
    """A key with one claim, right in every way."""
    return {
        "schema": "claimlab/key/1",
        "assignment": "a1-claims",
        "case": "mask-1985",
        "article_sha256": case.load("mask-1985").article.sha256,
        "people": ["rocky"],
        "words": {"rocky": "rocky | he"},
        "claims": [
            {
                "id": "c01",
                "claim": "Rocky lived to be 16.",
                "kind": "fact",
                "weight": 3,
                "anchors": ["lived to be 16"],
                "slots": {"who": "$rocky", "number": 16, "what": ["live", "become"]},
                "not": ["$rocky > die ... 15"],
            }
        ],
    }


def loaded(document: object) -> key.Key:
    return key.parse(yaml.safe_dump(document, allow_unicode=True, sort_keys=False).encode())


def test_a_small_key_loads() -> None:
    [claim] = loaded(small()).claims
    assert (claim.id, claim.weight, [slot.name for slot in claim.slots]) == ("c01", 3, ["who", "number", "what"])


def test_the_key_of_a1_holds_the_56_claims_in_order() -> None:
    a1 = keys.load(A1)
    assert [claim.id for claim in a1.claims] == [f"c{number:02}" for number in range(1, 57)]
    assert 16 <= sum(claim.weight > 0 for claim in a1.claims) <= 18
    assert all(claim.anchors for claim in a1.claims)


def test_every_wording_of_a1_can_match_something() -> None:
    a1 = keys.load(A1)
    for claim in (*a1.claims, *a1.extras):
        for slot in claim.all_slots:
            for wording in slot.wordings:
                assert all(part.terms for part in wording.parts), (claim.id, wording.source)


CHANGES: list[tuple[str, Change, str]] = [
    ("schema", lambda k: k.update(schema="claimlab/key/9"), "schema"),
    ("another edition", lambda k: k.update(article_sha256="0" * 64), "another edition"),
    ("no such case", lambda k: k.update(case="nowhere"), "no case"),
    ("id twice", lambda k: k["claims"].append(k["claims"][0]), "twice"),
    ("bad id", lambda k: k["claims"][0].update(id="claim one"), "an id must be"),
    ("weight too high", lambda k: k["claims"][0].update(weight=4), "weight"),
    ("nothing asked for", lambda k: k["claims"][0].update(weight=0), "above 0"),
    ("no claims", lambda k: k.update(claims=[]), "no claims"),
    ("unknown kind", lambda k: k["claims"][0].update(kind="rumour"), "rumour"),
    ("unknown field", lambda k: k["claims"][0].update(wieght=3), "wieght"),
    ("unknown anchor", lambda k: k["claims"][0].update(anchors=["lived to be 17"]), "not in the article"),
    ("no anchor", lambda k: k["claims"][0].update(anchors=[]), "no anchor"),
    ("no slots", lambda k: k["claims"][0].update(slots={}), "no slots"),
    ("unknown group", lambda k: k["claims"][0]["slots"].update(what="$rusty | live"), "$rusty"),
    ("bad spelling", lambda k: k["claims"][0]["slots"].update(what="(live"), "bracket"),
    ("matches everything", lambda k: k["claims"][0]["slots"].update(what="live | the"), "matches everything"),
    ("never matches", lambda k: k["claims"][0]["slots"].update(what="flew"), "own slot 'what'"),
    ("opposes itself", lambda k: k["claims"][0].update({"not": ["lived"]}), "own 'not'"),
    ("rules itself out", lambda k: k["claims"][0].update(unless=["lived"]), "own 'unless'"),
    ("people without words", lambda k: k.update(people=["rusty"]), "people"),
    ("coverage", lambda k: k.update(full_coverage=0), "full_coverage"),
    ("target", lambda k: k.update(target=[18, 10]), "target"),
    ("link to nothing", lambda k: k["claims"][0].update(goes_with=["c09"]), "goes_with"),
]


@pytest.mark.parametrize(("change", "words"), [pytest.param(c, w, id=name) for name, c, w in CHANGES])
def test_a_mistake_is_told_in_one_sentence(change: Change, words: str) -> None:
    document = small()
    change(document)
    with pytest.raises(Problem) as told:
        loaded(document)
    message = str(told.value)
    assert words in message
    assert "\n" not in message
    assert message.endswith(".")


@pytest.mark.parametrize(
    "raw", [b"claims: [", b"\xff\xfe\x00", b"- 1\n- 2\n", b"", b"&a [*a]", b"!!python/object:os.system {}"]
)
def test_what_is_no_key_is_told_in_one_sentence(raw: bytes) -> None:
    with pytest.raises(Problem, match=r"^[^\n]+$"):
        key.parse(raw)


def test_a_missing_key_is_told_with_its_place(tmp_path: Path) -> None:
    with pytest.raises(Problem, match="There is no key at"):
        keys.load(tmp_path / "key.yaml")


def test_a_key_that_is_far_too_large_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "key.yaml"
    path.write_bytes(b"#" * (keys.LARGEST + 1))
    with pytest.raises(Problem, match="larger"):
        keys.load(path)


def test_a_changed_key_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "key.yaml"
    path.write_text(yaml.safe_dump(small()), encoding="utf-8")
    first = keys.load(path)
    assert keys.load(path) is first
    path.write_text(yaml.safe_dump({**small(), "full_coverage": 0.5}), encoding="utf-8")
    os.utime(path, ns=(1, 1))
    assert keys.load(path).full_coverage == 0.5
