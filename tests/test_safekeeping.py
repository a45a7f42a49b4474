"""Answer sheets are saved, found again and never lost."""

from __future__ import annotations

import os
from pathlib import Path

import msgspec
import pytest

from claimlab import answers
from claimlab.answers import Claim, Sheet
from claimlab.problems import Problem
from claimlab.safekeeping import Keeper, backup_of, newer

BLANK = Sheet(case="mask-1985", article_sha256="0" * 64, assignment="a1-claims")


def saying(sheet: Sheet, *said: str) -> Sheet:
    claims = tuple(Claim(id=f"k{n}", restatement=text) for n, text in enumerate(said))
    return msgspec.structs.replace(sheet, claims=claims)


def said(sheet: Sheet) -> list[str]:
    return [claim.restatement for claim in sheet.claims]


def kept_aside(folder: Path) -> list[list[str]]:
    return [said(answers.read(path.read_bytes())) for path in sorted(folder.glob("*.other-version-*.json"))]


def test_what_was_saved_is_found_by_the_next_sitting(tmp_path: Path) -> None:
    Keeper(tmp_path, BLANK).save(saying(BLANK, "one"))
    again = Keeper(tmp_path, BLANK)
    assert said(again.open()) == ["one"]
    assert again.notices == []


def test_each_save_is_the_next_revision_and_the_one_before_stays_as_backup(tmp_path: Path) -> None:
    keeper = Keeper(tmp_path, BLANK)
    keeper.save(saying(BLANK, "one"))
    assert keeper.save(saying(BLANK, "two")).revision == 2
    assert said(answers.read(backup_of(keeper.path).read_bytes())) == ["one"]


def test_an_unreadable_file_is_kept_and_the_backup_takes_over(tmp_path: Path) -> None:
    keeper = Keeper(tmp_path, BLANK)
    keeper.save(saying(BLANK, "one"))
    keeper.save(saying(BLANK, "two"))
    keeper.path.write_bytes(b'{"schema": "claimlab/ans')
    again = Keeper(tmp_path, BLANK)
    assert said(again.open()) == ["one"]
    assert (tmp_path / "a1-claims.answers.unreadable-1.json").read_bytes() == b'{"schema": "claimlab/ans'
    assert len(again.notices) == 2


def test_a_notebook_that_lags_behind_its_file_gives_way_without_a_word(tmp_path: Path) -> None:
    keeper = Keeper(tmp_path, BLANK)
    carried = keeper.save(saying(BLANK, "one"))
    for n in range(300):
        keeper.save(saying(BLANK, "one", str(n)))
    again = Keeper(tmp_path, BLANK)
    assert said(again.open([carried])) == ["one", "299"]
    assert again.notices == []
    assert kept_aside(tmp_path) == []


def test_a_notebook_alone_brings_its_answers(tmp_path: Path) -> None:
    carried = Keeper(tmp_path, BLANK).save(saying(BLANK, "one"))
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    assert said(Keeper(elsewhere, BLANK).open([carried])) == ["one"]


def test_when_both_moved_on_the_newer_is_shown_and_the_other_kept(tmp_path: Path) -> None:
    first = Keeper(tmp_path, BLANK)
    start = first.save(saying(BLANK, "start"))
    first.save(saying(start, "here"))
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    other = Keeper(elsewhere, BLANK)
    other.open([start])
    carried = other.save(saying(start, "there"))
    again = Keeper(tmp_path, BLANK)
    assert said(again.open([carried])) == ["there"]
    assert kept_aside(tmp_path) == [["here"]]
    assert "Two versions" in again.notices[0]


def test_opening_a_conflict_twice_keeps_the_other_version_once(tmp_path: Path) -> None:
    mine = Keeper(tmp_path, BLANK).save(saying(BLANK, "here"))
    theirs = msgspec.structs.replace(saying(BLANK, "there"), saved_at="2999-01-01T00:00:00.000Z", revision=9)
    for _ in range(2):
        Keeper(tmp_path, BLANK).open([theirs])
    assert kept_aside(tmp_path) == [said(mine)]


def test_a_second_window_does_not_lose_the_work_of_the_first(tmp_path: Path) -> None:
    first, second = Keeper(tmp_path, BLANK), Keeper(tmp_path, BLANK)
    first.open()
    second.open()
    first.save(saying(BLANK, "first window"))
    second.save(saying(BLANK, "second window"))
    assert said(answers.read(second.path.read_bytes())) == ["second window"]
    assert kept_aside(tmp_path) == [["first window"]]
    assert "Another window" in second.notices[0]


def test_a_file_that_was_only_touched_is_no_conflict(tmp_path: Path) -> None:
    keeper = Keeper(tmp_path, BLANK)
    keeper.save(saying(BLANK, "one"))
    os.utime(keeper.path, (1, 1))
    keeper.save(saying(BLANK, "two"))
    assert keeper.notices == []
    assert kept_aside(tmp_path) == []


def test_the_sheet_of_another_assignment_is_kept_and_not_used(tmp_path: Path) -> None:
    other = msgspec.structs.replace(saying(BLANK, "other"), assignment="a2-sources")
    keeper = Keeper(tmp_path, BLANK)
    assert keeper.open([other]) == BLANK
    assert (tmp_path / "a1-claims.answers.other-1.json").exists()
    assert "a2-sources" in keeper.notices[0]


def test_a_full_disk_is_one_sentence_and_leaves_the_file_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keeper = Keeper(tmp_path, BLANK)
    keeper.save(saying(BLANK, "one"))

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(Problem, match="No space left on device"):
        keeper.save(saying(BLANK, "two"))
    monkeypatch.undo()
    assert said(answers.read(keeper.path.read_bytes())) == ["one"]
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_newer_prefers_work_over_nothing() -> None:
    empty = msgspec.structs.replace(BLANK, saved_at="2999-01-01T00:00:00.000Z", revision=5)
    assert newer(empty, saying(BLANK, "work")) == (saying(BLANK, "work"), None)
