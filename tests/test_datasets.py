"""The datasets are whole, well described, and give no answer away."""

import csv
import re
import shutil
from pathlib import Path

import pytest
from frictionless import Package

from claimlab import case

ROOT = Path(__file__).resolve().parents[1]
STUDENT = ROOT / "datasets" / "mask-1985" / "sources.csv"
TEACHER = ROOT / "solutions" / "mask-1985-sources.csv"
COLUMNS = ["id", "title", "author", "publisher", "date", "url", "summary", "short_quote"]
JUDGED = ["kind", "independent_of", "reliability_note", "found"]
GIVEAWAY = re.compile(
    r"\b(content.farm|cop(y|ies|ied) of|mirror|sibling|word.for.word|verbatim|invented|reliab\w+|rewrit\w+|rewrote"
    r"|machine|automatic\w*|transcript|unsourced|untraceable|lowest|inferred|reprint\w*|repost\w*|twins?|fake|hoax"
    r"|primary|secondary|tertiary|user-generated|retelling|under study|weight|trap|independent|original(ly)?)\b"
    r"|\bS\d\d\b|\bno source",
    re.IGNORECASE,
)


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def test_the_student_side_has_exactly_the_public_columns() -> None:
    assert list(rows(STUDENT)[0]) == COLUMNS


def test_joining_both_sides_gives_every_row() -> None:
    teacher = {row["id"]: row for row in rows(TEACHER)}
    joined = [row | {name: teacher[row["id"]][name] for name in JUDGED} for row in rows(STUDENT)]
    assert [row["id"] for row in joined] == [f"S{number:02}" for number in range(1, 75)] == list(teacher)
    assert all(row["kind"] and row["reliability_note"] and row["found"] for row in joined)


def test_the_teacher_side_names_only_sources_of_the_pack() -> None:
    known = {row["id"] for row in rows(STUDENT)}
    named = {word for row in rows(TEACHER) for word in re.findall(r"S\d\d", row["independent_of"])}
    assert named
    assert named <= known


def test_the_teacher_side_keeps_the_original_title_of_the_copy_of_the_article() -> None:
    teacher = {row["id"]: row["teacher_title"] for row in rows(TEACHER)}
    assert teacher["S32"] == "THE ARTICLE UNDER STUDY (post 18097)"


def test_no_reliability_note_is_on_the_student_side() -> None:
    public = STUDENT.read_text(encoding="utf-8")
    notes = [part.strip() for row in rows(TEACHER) for part in re.split(r"[.;:]", row["reliability_note"])]
    sentences = [note for note in notes if note.count(" ") >= 2]
    assert len(sentences) > 70
    assert [sentence for sentence in sentences if sentence in public] == []


@pytest.mark.parametrize("row", rows(STUDENT), ids=lambda row: row["id"])
def test_a_card_gives_no_answer_away(row: dict[str, str]) -> None:
    ours = " ".join(row[name] for name in ("author", "publisher", "date", "summary"))
    assert GIVEAWAY.findall(f"{row['title']} {ours}") == []


def test_the_give_away_words_are_found_where_they_belong() -> None:
    caught = [row["id"] for row in rows(TEACHER) if GIVEAWAY.search(row["teacher_summary"] + row["teacher_title"])]
    assert len(caught) >= 20


def test_a_card_without_an_author_may_be_of_any_kind() -> None:
    kinds = {row["id"]: row["kind"] for row in rows(TEACHER)}
    unsigned = {kinds[row["id"]] for row in rows(STUDENT) if row["author"] == "unsigned"}
    assert len(unsigned) > 1, "the word 'unsigned' alone would tell what sort of page it is"


def test_addresses_are_data_and_not_links_to_the_teacher_side() -> None:
    for row in rows(STUDENT):
        assert row["url"] == "" or re.fullmatch(r"https?://[^\s<>\"]+", row["url"])


def test_the_case_reads_the_whole_pack() -> None:
    assert len(case.load("mask-1985").sources) == 74


def test_sentences_are_those_read_through_by_hand() -> None:
    article = case.load("mask-1985").article
    by_hand = (STUDENT.parent / "sentences.txt").read_text(encoding="utf-8").splitlines()
    assert [article.text[span.start : span.end] for span in article.sentences] == by_hand


def test_the_data_package_is_valid() -> None:
    report = Package(str(ROOT / "datasets" / "datapackage.json")).validate()
    assert report.valid, report.flatten(["title", "message"])
    folder = ROOT / "datasets"
    cases, forms = list(folder.glob("*/article.md")), list(folder.glob("forms/*.yaml"))
    assert report.stats["tasks"] == 3 * len(cases) + len(forms)


def test_the_data_package_would_notice_a_missing_title(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "datasets", tmp_path / "datasets")
    package = tmp_path / "datasets" / "datapackage.json"
    assert Package(str(package)).validate().valid
    cards = tmp_path / "datasets" / "mask-1985" / "sources.csv"
    cards.write_text(cards.read_text(encoding="utf-8").replace("Post 18097", ""), encoding="utf-8")
    assert not Package(str(package)).validate().valid


def test_the_data_card_says_what_a_user_must_know() -> None:
    card = (ROOT / "datasets" / "README.md").read_text(encoding="utf-8")
    for heading in (
        "What is here",
        "Where it comes from",
        "How it was made",
        "What is ours",
        "Known limits",
        "Respectful",
    ):
        assert f"## {heading}" in card
    assert "Creative Commons Attribution 4.0" in card


@pytest.mark.parametrize("name", sorted(path.parent.name for path in (ROOT / "datasets").glob("*/article.md")))
def test_each_case_says_in_a_sentence_or_two_what_a_reader_may_want_to_know_first(name: str) -> None:
    note = case.load(name).content_note
    assert note.endswith(".")
    assert 5 < len(note.split()) < 60
