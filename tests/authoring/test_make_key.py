"""claimlab make-key: from a list of claims to a key that can be used, and nothing lost on the way."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from claimlab import keys
from claimlab.answers import Claim, Sheet
from claimlab.authoring.claim_lists import read_claims
from claimlab.authoring.make_key import anchor, kind_of, make_key
from claimlab.case import load
from claimlab.marking import mark
from claimlab.problems import Problem
from tests.conftest import ROOT

ARTICLE = load("mask-1985").article
CLAIMS = """\
# what the article claims
- Cher played Rusty Dennis in the film Mask.

2. Rocky Dennis lived to be 16.
* Rusty Dennis was not there when Rocky died.
"""


def command(*words: str | Path, folder: Path) -> subprocess.CompletedProcess[str]:
    line = [sys.executable, "-m", "claimlab", "make-key", *map(str, words)]
    return subprocess.run(line, cwd=folder, capture_output=True, text=True, encoding="utf-8", timeout=120)


@pytest.fixture
def listed(tmp_path: Path) -> Path:
    path = tmp_path / "claims.txt"
    path.write_text(CLAIMS, encoding="utf-8")
    return path


def test_the_command_drafts_a_key_beside_the_list(listed: Path) -> None:
    ended = command(listed.name, "--case", "mask-1985", "--assignment", "a9", folder=listed.parent)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert ended.stdout.splitlines()[0] == "key.yaml: 3 claims, 3 of them drafted."
    key = keys.load(listed.parent / "key.yaml")
    assert (key.assignment, [reference.id for reference in key.claims]) == ("a9", ["c01", "c02", "c03"])
    assert all(reference.text.drafted and reference.weight == 2 for reference in key.claims)
    assert key.claims[1].text.slots["number"] == "16"
    assert "not there" in str(key.claims[2].text.slots)


def test_a_drafted_key_marks_its_own_claims_as_stated(listed: Path) -> None:
    key = keys.load(make_key(listed, "mask-1985", "a9").path)
    cards = tuple(Claim(f"k{place}", (), reference.text.claim, "fact") for place, reference in enumerate(key.claims))
    (coverage, _) = mark(Sheet("mask-1985", ARTICLE.sha256, "a9", claims=cards), key).criteria
    assert coverage.points == coverage.maximum


def test_a_key_that_is_there_is_left_alone(listed: Path) -> None:
    there = listed.parent / "key.yaml"
    there.write_text("mine", encoding="utf-8")
    ended = command(listed.name, "--case", "mask-1985", "--assignment", "a9", folder=listed.parent)
    assert (ended.returncode, there.read_text(encoding="utf-8")) == (1, "mine")
    assert ended.stderr == "key.yaml is there already and was left alone: name another file with --output.\n"


def test_slots_written_by_hand_are_kept_and_only_the_missing_ones_drafted(tmp_path: Path) -> None:
    path = tmp_path / "half.yaml"
    path.write_text(
        "case: mask-1985\nassignment: a9\ntarget: [3, 5]\nwords: {rusty: rusty | florence}\nclaims:\n"
        "- {id: c07, claim: Rusty Dennis has died., kind: fact, weight: 3, unless: [film],"
        " slots: {who: $rusty, what: die | died}}\n"
        "- Cher played Rusty Dennis.\n",
        encoding="utf-8",
    )
    made = make_key(path)
    key = keys.load(made.path)
    kept, drafted = key.claims
    assert (made.claims, made.drafts, key.target) == (2, 1, (3, 5))
    assert (kept.id, kept.weight, kept.text.slots, kept.text.unless) == (
        "c07",
        3,
        {"who": "$rusty", "what": "die | died"},
        ("film",),
    )
    assert (drafted.id, drafted.text.drafted, kept.text.drafted) == ("c01", True, False)


def test_a_finished_key_goes_through_unchanged(tmp_path: Path) -> None:
    finished = tmp_path / "finished.yaml"
    finished.write_bytes((ROOT / "solutions" / "a1-claims" / "key.yaml").read_bytes())
    made = make_key(finished, output=tmp_path / "again.yaml")
    assert made.drafts == 0
    assert keys.load(made.path).text == keys.load(finished).text


@pytest.mark.parametrize("divider", [",", ";", "\t"])
def test_a_table_may_give_id_kind_weight_and_anchor(tmp_path: Path, divider: str) -> None:
    rows = [
        ["id", "claim", "kind", "weight", "anchor"],
        ["c30", "Rocky Dennis lived to be 16.", "quote", "0", ARTICLE.headline],
    ]
    path = tmp_path / "claims.csv"
    path.write_text("\n".join(divider.join(row) for row in rows), encoding="utf-8-sig")
    (claim,) = keys.load(make_key(path, "mask-1985", "a9", _with_weight(tmp_path, path)).path).claims[1:]
    assert (claim.id, claim.text.kind, claim.weight, claim.text.anchors) == ("c30", "quote", 0, (ARTICLE.headline,))


def _with_weight(folder: Path, path: Path) -> Path:
    """A key needs one claim that counts, so one is put before the row that is looked at."""
    heading, row = path.read_text(encoding="utf-8-sig").split("\n")
    divider = heading[2]
    path.write_text(
        "\n".join([heading, divider.join(["", "Rusty Dennis has died.", "", "1", ""]), row]), encoding="utf-8"
    )
    return folder / "made.yaml"


def test_what_to_look_at_first_is_said(tmp_path: Path) -> None:
    path = tmp_path / "claims.txt"
    path.write_text("Zebras sleep standing.\nRocky was bullied.\nRocky was bullied at school.", encoding="utf-8")
    assert make_key(path, "mask-1985", "a9").remarks == (
        "c01: hardly a word of it is in the article; check its anchor.",
        "c02: the draft finds it in c03 too; say in its slots what sets it apart.",
    )


@pytest.mark.parametrize(
    ("name", "written", "says"),
    [
        ("a.txt", "", "must hold between one and 400 claims"),
        ("a.txt", "?!", "a claim without a sentence"),
        ("a.txt", "That is that.", "has no word to go by"),
        ("a.csv", "sentence\nA cat sat.", "has no column 'claim'"),
        ("a.csv", "claim,weight\nA cat sat.,heavy", "the weight 'heavy' is not a number"),
        ("a.yaml", "claims: [", "cannot be read as YAML"),
        ("a.yaml", "just words", "has no list of claims"),
        ("a.yaml", "- {claim: A cat sat., colour: red}", "has a field 'colour'"),
        ("a.yaml", "{claims: [A cat sat.], pages: 4}", "has a field 'pages'"),
        ("a.yaml", "- {id: first, claim: A cat sat.}", "an id must be a letter"),
        ("a.yaml", "- {claim: A cat sat., kind: rumour}", "cannot be read"),
        ("a.yaml", "- {claim: A cat sat., anchors: [Not in it]}", "is not in the article"),
    ],
)
def test_a_list_that_cannot_be_used_is_refused_in_one_sentence(
    tmp_path: Path, name: str, written: str, says: str
) -> None:
    path = tmp_path / name
    path.write_text(written, encoding="utf-8")
    with pytest.raises(Problem, match=r"^[^\n]*$") as raised:
        make_key(path, "mask-1985", "a9")
    assert says in str(raised.value)
    assert not (tmp_path / "key.yaml").exists()


def test_a_list_without_a_case_or_in_no_place_is_refused(listed: Path) -> None:
    with pytest.raises(Problem, match="--case and --assignment"):
        make_key(listed)
    with pytest.raises(Problem, match="cannot be written"):
        make_key(listed, "mask-1985", "a9", listed.parent / "nowhere" / "key.yaml")
    with pytest.raises(Problem, match="cannot be read"):
        read_claims(listed.parent / "missing.txt")


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [("Rusty said he was brave.", "quote"), ("The town will remember him.", "prediction"), ("He had a dog.", "fact")],
)
def test_the_kind_is_guessed(sentence: str, kind: str) -> None:
    assert kind_of(sentence) == kind


def test_the_anchor_is_the_sentence_that_shares_the_rarest_words() -> None:
    quote, shared = anchor("It was devastating for Rusty that she was not there when Rocky died.", ARTICLE)
    assert "confession that she was not there" in quote
    assert 0.3 < shared <= 1
