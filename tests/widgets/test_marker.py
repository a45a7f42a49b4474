"""The marker without a browser: what reaches the page, what comes back, and what is never believed."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimlab.answers import Claim, Evidence, Passage
from claimlab.case import Article
from claimlab.problems import Problem
from claimlab.text import Utf16
from claimlab.widgets import boundary, guidance, scripts
from claimlab.widgets.marker import PassageMarker
from tests.widgets.wire import Desk

TRICKY = Article(
    "tricky", "🎬 Stars 🎭 cried\n\nThe 🐝 cafe\u0301 sold 𝟙𝟚 cakes 🎂 today. She said “no”. 👩‍👩‍👧 A family left."
)
PLAIN = Article("plain", "A headline\n\nOne claim is here. Another one is there.")


def claim_on(article: Article, words: str, **more: object) -> Claim:
    start = article.text.index(words)
    return Claim("k1", (boundary.passage(article, start, start + len(words)),), **more)  # type: ignore[arg-type]


def in_javascript(text: str, start: int, end: int) -> str:
    """What ``text.slice(start, end)`` gives in a browser."""
    return text.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le", "surrogatepass")


def keep(cards: object, **more: object) -> dict[str, object]:
    return {"type": "keep", "client": "c", "seq": 1, "cards": cards, **more}


def card(start: int, end: int, **more: object) -> dict[str, object]:
    return {"id": "k1", "passages": [{"start": start, "end": end}], "restatement": "Said.", "kind": None, **more}


def test_a_browser_sees_the_same_sentences_and_words_behind_an_emoji() -> None:
    sent = boundary.article_for_browser(TRICKY)
    assert [in_javascript(TRICKY.text, *span) for span in sent["words"]] == [
        TRICKY.text[start:end] for start, end in TRICKY.words
    ]
    assert [in_javascript(TRICKY.text, *span) for span in sent["sentences"]] == [
        TRICKY.text[start:end] for start, end in TRICKY.sentences
    ]
    assert sent["words"] != [list(span) for span in TRICKY.words]


@pytest.mark.parametrize("words", ["cried", "cafe\u0301 sold", "𝟙𝟚", "🎂 today", "👩‍👩‍👧 A family"])
def test_a_passage_comes_back_as_it_went(words: str) -> None:
    claim = claim_on(TRICKY, words, restatement="A claim.", kind="fact", priority=2)
    there = boundary.card_for_browser(claim, TRICKY)
    (stretch,) = there["passages"]
    assert in_javascript(TRICKY.text, stretch["start"], stretch["end"]) == words
    assert boundary.claims_from_browser([there], TRICKY, {}) == (claim,)


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1), st.data())
def test_offsets_survive_the_way_there_and_back(text: str, data: st.DataObject) -> None:
    points = data.draw(st.integers(0, len(text)))
    units = Utf16(text)
    assert units.points(units.units(points)) == points


def test_a_passage_remembers_the_words_around_it() -> None:
    (passage,) = claim_on(PLAIN, "Another").passages
    assert passage.prefix.endswith("is here. ")
    assert passage.suffix.startswith(" one is")


def test_a_passage_of_another_edition_is_found_by_its_words() -> None:
    moved = Claim("k1", (Passage(3, 10, "Another", "here. ", " one"),))
    (stretch,) = boundary.card_for_browser(moved, PLAIN)["passages"]
    assert PLAIN.text[stretch["start"] : stretch["end"]] == "Another"


def test_a_passage_that_the_article_lost_is_not_lost_with_it() -> None:
    gone = Claim("k1", (Passage(3, 10, "vanished words"),), "Said.")
    there = boundary.card_for_browser(gone, PLAIN)
    assert there["passages"] == [{"start": boundary.LOST, "end": boundary.LOST, "exact": "vanished words"}]
    assert boundary.claims_from_browser([there], PLAIN, {"k1": gone}) == (gone,)


def test_what_the_page_does_not_show_stays_with_the_claim() -> None:
    known = claim_on(PLAIN, "One claim", evidence=(Evidence("S05"),), verdict="supported", confidence=90.0)
    there = {**boundary.card_for_browser(known, PLAIN), "restatement": "Now said."}
    (back,) = boundary.claims_from_browser([there], PLAIN, {"k1": known})
    assert back == msgspec.structs.replace(known, restatement="Now said.")


def test_a_claim_removed_and_brought_back_still_has_its_verdict() -> None:
    known = claim_on(PLAIN, "One claim", verdict="refuted")
    desk = Desk(PLAIN, [known])
    there = desk.state()["_given"]["cards"]
    desk.tell(keep([]))
    desk.tell(keep(there))
    assert desk.kept == [(), (known,)]


MALFORMED = {
    "no list": "cards",
    "nothing": None,
    "not a card": [7],
    "no id": [{"passages": []}],
    "an empty id": [{"id": ""}],
    "a long id": [{"id": "x" * 65}],
    "an unknown kind": [card(12, 15, kind="lie")],
    "a priority out of range": [card(12, 15, priority=4)],
    "a passage backwards": [card(15, 12)],
    "a passage of nothing": [card(12, 12)],
    "a passage beyond the end": [card(12, 10_000)],
    "a passage before the start": [card(-5, 4)],
    "a fraction": [card(1.5, 4)],  # type: ignore[arg-type]
    "a passage lost that never was": [{"id": "k", "passages": [{"start": -1, "end": -1, "exact": "never"}]}],
    "the same card twice": [card(12, 15), card(12, 15)],
    "too many cards": [{"id": str(i)} for i in range(boundary.CARDS + 1)],
    "a novel": [card(12, 15, restatement="x" * (boundary.LETTERS + 1))],
    "a restatement that is no text": [card(12, 15, restatement=["x"])],
}


@pytest.mark.parametrize("cards", MALFORMED.values(), ids=MALFORMED.keys())
def test_a_malformed_message_is_refused_in_one_sentence_and_costs_nothing(cards: object) -> None:
    before = (claim_on(PLAIN, "One claim"),)
    desk = Desk(PLAIN, before)
    answer = desk.ask(keep(cards))
    assert (answer["type"], answer["about"], answer["seq"], answer["client"]) == ("refused", "keep", 1, "c")
    assert answer["sentence"].count(". ") == 0
    assert answer["sentence"].endswith(".")
    assert desk.marker.claims_now == before
    assert desk.kept == []


@pytest.mark.parametrize("message", [None, 7, "keep", [], {}, {"type": ["keep"]}, {"type": "run", "code": "1"}])
def test_a_message_that_is_no_message_is_refused(message: object) -> None:
    desk = Desk(PLAIN)
    assert desk.ask(message)["type"] == "refused"
    assert desk.kept == []


def test_half_a_character_can_still_be_saved() -> None:
    desk = Desk(PLAIN)
    assert desk.ask(keep([card(12, 15, restatement="cut \ud83d off")]))["type"] == "kept"
    assert msgspec.json.encode(desk.marker.claims_now)
    assert desk.marker.claims_now[0].restatement == "cut \N{REPLACEMENT CHARACTER} off"


def test_a_change_is_kept_and_answered_with_the_sentence_of_the_keeper() -> None:
    desk = Desk(PLAIN)
    answer = desk.ask(keep([card(12, 21)], seq=7))
    assert answer == {"type": "kept", "sentence": "Saved. 1 claim.", "client": "c", "seq": 7, "about": "keep"}
    assert desk.marker.claims_now[0].passages[0].exact == "One claim"
    assert desk.kept == [desk.marker.claims_now]


def test_work_that_could_not_be_saved_stays_in_the_marker() -> None:
    def full(_claims: object) -> str:
        raise Problem("The disk is full: free some space.")

    desk = Desk(PLAIN, keep=full)
    answer = desk.ask(keep([card(12, 21)]))
    assert (answer["type"], answer["sentence"]) == ("refused", "The disk is full: free some space.")
    assert len(desk.marker.claims_now) == 1


def test_a_fault_while_saving_is_told_and_not_hidden() -> None:
    def broken(_claims: object) -> str:
        raise ZeroDivisionError

    desk = Desk(PLAIN, keep=broken)
    with pytest.raises(ZeroDivisionError):
        desk.marker._receive(desk.marker, keep([card(12, 21)]), [])
    (answer,) = desk.wire.taken()
    assert "ZeroDivisionError" in answer["content"]["sentence"]


def test_remarks_come_for_words_and_not_for_blanks() -> None:
    desk = Desk(PLAIN)
    asked = {"type": "remarks", "client": "c", "seq": 1, "id": "k1"}
    assert desk.ask({**asked, "words": "She left."})["remarks"] == ["Who is “she”? Name her."]
    assert desk.ask({**asked, "words": "  "})["remarks"] == []
    assert desk.ask(asked)["remarks"] == []


def test_a_page_opened_later_is_given_what_was_kept_meanwhile() -> None:
    desk = Desk(PLAIN)
    desk.tell(keep([card(12, 21)]))
    assert [c["id"] for c in desk.state()["_given"]["cards"]] == ["k1"]
    assert [c["id"] for c in desk.ask({"type": "cards", "client": "c"})["cards"]] == ["k1"]


def test_a_change_from_the_page_is_not_sent_back_to_it() -> None:
    desk = Desk(PLAIN)
    assert [message["method"] for message in desk.tell(keep([card(12, 21)]))] == ["custom"]


def test_claims_replaced_from_python_reach_the_page_even_if_they_are_the_first_ones() -> None:
    desk = Desk(PLAIN)
    desk.tell(keep([card(12, 21)]))
    desk.marker.replace(())
    (update,) = desk.wire.taken()
    assert update["state"]["_given"] == {"edition": 1, "cards": []}
    assert desk.marker.claims_now == ()


def test_the_page_cannot_set_the_claims_behind_the_check() -> None:
    before = (claim_on(PLAIN, "One claim"),)
    desk = Desk(PLAIN, before)
    desk.marker.set_state({"_given": 5})
    assert desk.marker.claims_now == before
    assert [c["id"] for c in desk.state()["_given"]["cards"]] == ["k1"]


def test_the_guide_once_dismissed_stays_away() -> None:
    desk = Desk(PLAIN)
    assert desk.state()["_guided"] is True
    desk.tell({"type": "guide-dismissed", "client": "c"})
    assert desk.dismissed == 1
    assert desk.state()["_guided"] is False


def test_two_answer_sheets_have_two_places_for_unsaved_work() -> None:
    first, second = (Desk(PLAIN, draft=path).state()["_draft"] for path in ("/a/sheet.json", "/b/sheet.json"))
    assert first != second


@pytest.mark.parametrize(
    ("front", "line"),
    [
        ({}, "No author · no date · 8 words"),
        ({"byline": "none", "published": "undated"}, "No author · no date · 8 words"),
        ({"byline": "A. Reporter", "published": "3 May 2022"}, "By A. Reporter · 3 May 2022 · 8 words"),
    ],
)
def test_the_byline_says_who_when_and_how_long(front: dict[str, str], line: str) -> None:
    assert boundary.byline(Article("plain", PLAIN.text, **front)) == line


def test_every_kind_and_weight_of_a_claim_can_be_chosen() -> None:
    spoken = guidance.for_browser()
    for kind, _meaning in spoken["kinds"]:
        desk = Desk(PLAIN)
        assert desk.ask(keep([card(12, 21, kind=kind, priority=spoken["weights"][-1][0])]))["type"] == "kept"


def test_the_scripts_become_one_module_that_fetches_nothing() -> None:
    module = str(PassageMarker._esm)
    assert "import " not in module
    assert module.count("export ") == 1
    assert "http" not in module
    assert "innerHTML" not in module
    assert scripts.joined("elements") in module
