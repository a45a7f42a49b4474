"""The reliable case: whole, dated with care, traceable, and silent about its answers."""

from __future__ import annotations

import csv
import re
from collections import Counter
from pathlib import Path
from typing import get_args

import pytest
from frictionless import Package

from claimlab import case
from claimlab.answers import KINDS, Verdict

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "datasets" / "dart-2022"
STUDENT = FOLDER / "sources.csv"
TEACHER = ROOT / "solutions" / "dart-2022-sources.csv"
CLAIMS = ROOT / "solutions" / "dart-2022-claims.csv"
COLUMNS = ["id", "title", "author", "publisher", "date", "url", "summary", "short_quote"]
JUDGED = ["kind", "independent_of", "reliability_note", "found"]
HIDDEN = ["teacher_title", "teacher_author", "teacher_publisher", "teacher_date", "teacher_summary"]
CLAIM_COLUMNS = ["number", "anchor", "claim", "kind", "verdict", "sources", "why", "accepted_alternatives"]
VERDICTS = get_args(Verdict)
OPEN = {"conflicting-evidence", "not-enough-evidence"}
KM_IN_A_MILE = 1.609344
ARTICLE = case.load("dart-2022").article
GIVEAWAY = re.compile(
    r"\b(content.farm|cop(y|ies|ied)|mirror|sibling|word.for.word|verbatim|invented|reliab\w+|re-?writ\w+|rewrote"
    r"|reword\w*|machine|automatic\w*|unsourced|untraceable|reprint\w*|repost\w*|republish\w*|fake|hoax|conspiracy"
    r"|primary|secondary|tertiary|user-generated|trap|independent|original(ly)?|peer.review\w*|witness\w*|digest"
    r"|slips?|errors?|wrong\w*|mistake\w*|mismatch\w*|incorrect\w*|misprice\w*|mangle\w*|contradict\w*|rounding\w*"
    r"|exaggerat\w*|stretch\w*|refuted|planted|official|strong|careful)\b|\bDART-\d\d\b|\bno source",
    re.IGNORECASE,
)
MONTHS = "January February March April May June July August September October November December".split()
DATE = re.compile(rf"(?:({'|'.join(MONTHS)}) )?\b((?:19|20)\d\d)\b")


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def dates(text: str) -> list[tuple[int, int]]:
    """(year, month) of every date in *text*; a year alone counts as its January."""
    return [(int(year), MONTHS.index(month) + 1 if month else 1) for month, year in DATE.findall(text)]


def found(pattern: str) -> str:
    """The one thing in the article that *pattern* captures."""
    (only,) = re.findall(pattern, ARTICLE.text)
    return str(only)


def claim(number: int) -> dict[str, str]:
    return rows(CLAIMS)[number - 1]


def numbered(verdict: str) -> list[dict[str, str]]:
    return [row for row in rows(CLAIMS) if row["verdict"] == verdict]


# The pack


def test_each_side_has_exactly_its_own_columns() -> None:
    assert list(rows(STUDENT)[0]) == COLUMNS
    assert list(rows(TEACHER)[0]) == ["id", *JUDGED, *HIDDEN]


def test_joining_both_sides_gives_every_row() -> None:
    wanted = [f"DART-{number:02}" for number in range(1, 52)]
    assert [row["id"] for row in rows(STUDENT)] == wanted
    assert [row["id"] for row in rows(TEACHER)] == wanted
    assert all(row["kind"] and row["reliability_note"] and row["found"] for row in rows(TEACHER))


def test_the_teacher_side_names_only_sources_of_the_pack() -> None:
    known = {row["id"] for row in rows(STUDENT)}
    named = {name for row in rows(TEACHER) for name in row["independent_of"].split()}
    assert named
    assert named <= known


def test_no_sentence_of_the_teacher_side_is_on_the_student_side() -> None:
    public = " ".join(path.read_text(encoding="utf-8") for path in sorted(FOLDER.iterdir()))
    public += (ROOT / "datasets" / "README.md").read_text(encoding="utf-8")
    notes = [row["reliability_note"] for row in rows(TEACHER)] + [row["why"] for row in rows(CLAIMS)]
    parts = [part.strip() for note in notes for part in re.split(r"[.;:]\s", note)]
    secret = [part for part in parts if part.count(" ") >= 3]
    assert len(secret) > 80
    assert [part for part in secret if part in public] == []


@pytest.mark.parametrize("row", rows(STUDENT), ids=lambda row: row["id"])
def test_a_card_gives_no_answer_away(row: dict[str, str]) -> None:
    ours = " ".join(row[name] for name in ("title", "author", "publisher", "date", "summary"))
    assert [told.group() for told in GIVEAWAY.finditer(ours)] == []


def test_the_give_away_words_are_found_where_they_belong() -> None:
    caught = [row["id"] for row in rows(TEACHER) if GIVEAWAY.search(row["teacher_summary"] + row["reliability_note"])]
    assert len(caught) >= 25


def test_neither_the_data_card_nor_the_front_matter_says_where_to_look() -> None:
    card = (ROOT / "datasets" / "README.md").read_text(encoding="utf-8")
    front = (FOLDER / "article.md").read_text(encoding="utf-8").split("---\n")[1]
    told = r"\b(slips?|planted|mistakes?|errors?|wrong|refuted|convers\w+|miles|kilomet\w+|figures? is)\b"
    assert re.findall(told, card + front, re.IGNORECASE) == []


def test_no_card_works_out_the_distance_for_the_student() -> None:
    cards = {row["id"]: row["summary"] for row in rows(STUDENT)}
    assert "million" not in cards["DART-28"] + cards["DART-29"]
    assert [name for name, summary in cards.items() if "9.6" in summary or "11.3" in summary] == []


def test_a_card_without_an_author_may_be_of_any_kind() -> None:
    kinds = {row["id"]: row["kind"] for row in rows(TEACHER)}
    unsigned = {kinds[row["id"]] for row in rows(STUDENT) if row["author"] == "unsigned"}
    assert len(unsigned) > 1


def test_short_quotes_are_short() -> None:
    long = {row["id"]: row["short_quote"] for row in rows(STUDENT) if len(row["short_quote"].split()) > 15}
    assert long == {}


def test_a_card_that_was_not_read_says_so() -> None:
    unread = [row["id"] for row in rows(TEACHER) if row["found"] == "no"]
    cards = {row["id"]: row for row in rows(STUDENT)}
    assert unread == ["DART-21"]
    assert "not available for this pack" in cards["DART-21"]["summary"]
    assert cards["DART-21"]["short_quote"] == ""


def test_addresses_are_plain() -> None:
    for row in rows(STUDENT):
        assert re.fullmatch(r"https?://[^\s<>\"]+", row["url"]), row["id"]


def test_the_case_reads_the_whole_pack() -> None:
    assert len(case.load("dart-2022").sources) == 51


# The article


def test_sentences_are_those_read_through_by_hand() -> None:
    by_hand = (FOLDER / "sentences.txt").read_text(encoding="utf-8").splitlines()
    assert [ARTICLE.text[span.start : span.end] for span in ARTICLE.sentences] == by_hand


def test_the_article_is_about_500_words_long() -> None:
    assert 450 <= len(ARTICLE.words) <= 560


def test_nobody_is_invented_and_the_edition_says_what_it_is() -> None:
    assert ARTICLE.byline == "none"
    assert ARTICLE.edition.startswith("Teaching edition, written for this kit")


def test_the_article_is_dated_in_the_month_of_its_newest_source() -> None:
    newest = max(row["date"] for row in rows(STUDENT))
    assert newest.startswith(ARTICLE.published)


def test_nothing_in_the_article_is_later_than_the_article_but_one_plan() -> None:
    year, month = map(int, ARTICLE.published.split("-"))
    texts = [ARTICLE.text[span.start : span.end] for span in ARTICLE.sentences]
    assert sum(len(dates(text)) for text in texts) >= 9
    later = [text for text in texts if any(date > (year, month) for date in dates(text)) or "late 2026" in text]
    assert later == ["If all goes to plan, Hera should reach the asteroids in late 2026."]


def test_every_quotation_is_in_the_pack() -> None:
    quoted = [words.rstrip(".") for words in re.findall(r"“([^”]+)”", ARTICLE.text)]
    pack = " ".join(row["summary"] + row["short_quote"] for row in rows(STUDENT))
    assert len(quoted) == 4
    assert [words for words in quoted if words not in pack] == []


def test_the_headline_says_what_the_body_says() -> None:
    body = ARTICLE.text.removeprefix(ARTICLE.headline)
    assert "33 minutes" in ARTICLE.headline
    assert body.count("33 minutes") == 2
    assert "open question" in body


# The claims


def test_the_claims_have_their_columns_and_are_numbered_in_reading_order() -> None:
    table = rows(CLAIMS)
    assert list(table[0]) == CLAIM_COLUMNS
    assert [row["number"] for row in table] == [str(number) for number in range(1, len(table) + 1)]
    starts = [ARTICLE.text.index(row["anchor"]) for row in table]
    assert starts == sorted(starts)
    assert 25 <= len(table) <= 35


@pytest.mark.parametrize("row", rows(CLAIMS), ids=lambda row: row["number"])
def test_an_anchor_is_in_the_article_exactly_once(row: dict[str, str]) -> None:
    assert ARTICLE.text.count(row["anchor"]) == 1


@pytest.mark.parametrize("row", rows(CLAIMS), ids=lambda row: row["number"])
def test_a_claim_is_judged_in_words_of_the_kit_from_sources_of_the_pack(row: dict[str, str]) -> None:
    alternatives = row["accepted_alternatives"].split()
    known = {source["id"] for source in rows(STUDENT)}
    assert row["kind"] in KINDS
    assert {row["verdict"], *alternatives} <= set(VERDICTS)
    assert row["verdict"] not in alternatives
    assert row["sources"].split()
    assert set(row["sources"].split()) <= known
    assert row["claim"]
    assert row["why"]


def test_most_claims_hold_two_are_open_one_is_not_so() -> None:
    counted = Counter(row["verdict"] for row in rows(CLAIMS))
    assert counted["supported"] >= 0.6 * counted.total()
    assert (counted["refuted"], sum(counted[verdict] for verdict in OPEN)) == (1, 2)
    assert set(counted) == set(VERDICTS)


def test_what_cannot_be_checked_is_opinion_or_prediction_and_nothing_else_is() -> None:
    beyond = {row["number"] for row in numbered("not-checkable")}
    soft = {row["number"] for row in rows(CLAIMS) if row["kind"] in {"opinion", "prediction", "framing"}}
    assert beyond == soft
    assert len(beyond) == 3


def test_the_one_figure_that_is_not_so_is_the_conversion() -> None:
    (row,) = numbered("refuted")
    before = claim(int(row["number"]) - 1)
    assert f"{before['anchor']} ({row['anchor']})" in ARTICLE.text
    miles, printed = (float(re.findall(r"[\d.]+", text)[0]) for text in (before["anchor"], row["anchor"]))
    assert before["verdict"] == "supported"
    assert f"{miles * KM_IN_A_MILE:.1f} million km" in row["why"]
    assert abs(miles * KM_IN_A_MILE - printed) > 1
    assert row["accepted_alternatives"] == ""


def test_the_other_figures_agree_with_one_another() -> None:
    before, after = ((int(h) * 60 + int(m)) for h, m in re.findall(r"(\d+) hours (\d+) minutes", ARTICLE.text))
    assert f"a change of {before - after} minutes, give or take two" in ARTICLE.text
    second = int(found(r"put it at (\d+) minutes, give or take one"))
    third = int(found(r"arrived at (\d+) minutes")) + int(found(r"minutes (\d+) seconds")) / 60
    assert abs(second - (before - after)) <= 2
    assert abs(third - second) <= 1
    low, high = float(found(r"from ([\d.]+) to")), float(found(r"from [\d.]+ to ([\d.]+),"))
    assert low < float(found(r"([\d.]+) times what")) < high


def test_an_open_claim_is_called_open_in_the_article() -> None:
    paragraphs = ARTICLE.text.split("\n\n")
    for verdict in OPEN:
        (row,) = numbered(verdict)
        (paragraph,) = [text for text in paragraphs if row["anchor"] in text]
        assert "open question" in paragraph


def test_every_rival_reading_stays_near_the_verdict() -> None:
    for row in rows(CLAIMS):
        assert not {row["verdict"], *row["accepted_alternatives"].split()} >= {"supported", "refuted"}


# The package


def test_the_data_package_describes_the_case_and_is_valid() -> None:
    package = Package(str(ROOT / "datasets" / "datapackage.json"))
    ours = {resource.name for resource in package.resources if resource.name.startswith("dart-2022")}
    assert ours == {"dart-2022-sources", "dart-2022-article", "dart-2022-sentences"}
    report = package.validate()
    assert report.valid, report.flatten(["title", "message"])


def test_the_data_package_would_notice_a_card_without_a_title(tmp_path: Path) -> None:
    for path in sorted((ROOT / "datasets").rglob("*")):
        if path.is_file():
            copy = tmp_path / path.relative_to(ROOT / "datasets")
            copy.parent.mkdir(exist_ok=True)
            copy.write_bytes(path.read_bytes())
    cards = tmp_path / "dart-2022" / "sources.csv"
    title = rows(STUDENT)[0]["title"]
    cards.write_text(cards.read_text(encoding="utf-8").replace(title, ""), encoding="utf-8")
    report = Package(str(tmp_path / "datapackage.json")).validate()
    assert {task.name for task in report.tasks if not task.valid} == {"dart-2022-sources"}


def test_the_data_card_describes_the_case() -> None:
    card = (ROOT / "datasets" / "README.md").read_text(encoding="utf-8")
    for name in sorted(path.name for path in FOLDER.iterdir()):
        assert f"`dart-2022/{name}`" in card
