"""Marking a claim list: what each rule does, and that every point is explained."""

from __future__ import annotations

import msgspec
import pytest

from claimlab.answers import Claim, Passage
from claimlab.marking import Criterion, mark
from claimlab.marking.cards import cap, card_of, prepare
from claimlab.marking.claims import covered
from claimlab.marking.matching import pairings
from tests.marking.sheets import FLUENT, OUTSIDE, key, own, passage, share, sheet


def coverage(*rows: str) -> Criterion:
    return mark(sheet(rows), key())["coverage"]


def states(text: str) -> set[str]:
    [card] = prepare(sheet([text]), key()).cards
    return {pair.reference.id for pair in card.states}


def opposes(text: str) -> set[str]:
    [card] = prepare(sheet([text]), key()).cards
    return {pair.reference.id for pair in card.opposes}


@pytest.mark.parametrize("claim", key().claims, ids=lambda claim: claim.id)
def test_each_reference_claim_is_recognised(claim: object) -> None:
    reference = next(one for one in key().claims if one is claim)
    assert reference.id in states(reference.text.claim)


@pytest.mark.parametrize(
    ("text", "reference"),
    [
        ("LSD was tried by Rocky Dennis.", "c35"),
        ("Rocky dropped acid a few times.", "c35"),
        ("Rocky lived sixteen years.", "c28"),
        ("Rocky was only 16 when he passed away.", "c28"),
        ("Physicians thought Rocky would be dead by seven.", "c29"),
        ("Cher was cast as Rusty.", "c07"),
        ("Rusty's mum role was played by Cher in Mask.", "c07"),
        ("The movie made a lot of money.", "c48"),
        ("Rocky passed away without his mother at his side.", "c43"),
        ("Rusty wasn't with Rocky when he died.", "c43"),
        ("Rusty blamed herself for the rest of her life.", "c45"),
        ("Rocky was picked on.", "c31"),
        ("Rocky had no friends.", "c33"),
        ("Rusty said the filmmakers skipped the hell.", "c21"),
        ("Mask never shows that Rocky was bullied.", "c32"),
        ("Mask became a cult film.", "c49"),
        ("Forty years later, Mask is still remembered.", "c53"),
    ],
)
def test_other_words_for_the_same_are_recognised(text: str, reference: str) -> None:
    assert reference in states(text)


@pytest.mark.parametrize(
    ("text", "reference"),
    [
        ("Rocky never took LSD.", "c35"),
        ("Rusty took LSD.", "c35"),
        ("Rocky lived to be 19.", "c28"),
        ("Rusty was with Rocky when he died.", "c43"),
        ("Rocky wasn't there when Rusty died.", "c43"),
        ("Mask was a flop.", "c48"),
        ("Rusty never felt guilty.", "c45"),
        ("Rusty was Rocky's sister.", "c02"),
        ("The parents were happy that their daughter saw Rocky.", "c38"),
        ("The disease of Rocky is very common.", "c25"),
    ],
)
def test_the_opposite_is_not_credited(text: str, reference: str) -> None:
    assert reference not in states(text)


@pytest.mark.parametrize(
    ("text", "reference"),
    [
        ("Rocky never took LSD.", "c35"),
        ("Rusty was with Rocky when he died.", "c43"),
        ("Mask was a failure in cinemas.", "c48"),
        ("Rusty said that there were no drugs around Rocky.", "c16"),
        ("It is not true that Rocky was lonely.", "c33"),
        ("Rusty's role in the film was played by Rusty herself, not by Cher.", "c07"),
        ("Rusty's part was played by Rusty.", "c07"),
        ("Rocky fought the world for Rusty.", "c46"),
        ("The filmmakers said that Rusty understood the heart of the story.", "c20"),
        ("The doctors defied Rocky's predictions.", "c27"),
    ],
)
def test_a_contradiction_is_named(text: str, reference: str) -> None:
    assert reference in opposes(text)
    [line] = [line for line in coverage(text).lines if line.card]
    assert line.state == "wrong"
    assert line.next.startswith("Read the passage again")


def test_the_passage_tells_whom_an_opposite_is_about() -> None:
    wrong = Claim(
        "k1", (passage("Shortly before she died"),), "Rocky finally broke his silence before he died.", "fact"
    )
    assert [pair.reference.id for pair in card_of(wrong, key()).opposes] == ["c03"]


def test_what_is_added_to_a_stated_claim_may_be_contradicted_alone() -> None:
    text = "The drugs and the bikers were only around for one year of Rocky's life."
    assert states(text) >= {"c16", "c17"}
    assert opposes(text) == {"c18"}


def test_a_card_may_state_more_than_one_claim_and_is_then_bundled() -> None:
    [card] = prepare(sheet(["Rocky took LSD and Rusty felt guilty all her life."]), key()).cards
    assert {"c35", "c45"} <= {pair.reference.id for pair in card.states}
    assert card.bundled


def test_a_card_without_a_passage_earns_the_same() -> None:
    typed = sheet(FLUENT)
    anchors = {claim.id: passage(claim.text.anchors[0]) for claim in key().claims}
    marked = [
        msgspec.structs.replace(card.claim, passages=(anchors[card.states[0].reference.id],))
        for card in prepare(typed, key()).cards
    ]
    with_passages = msgspec.structs.replace(typed, claims=tuple(marked))
    assert mark(with_passages, key()).total == mark(typed, key()).total


def test_copying_earns_half() -> None:
    copied = coverage("The guilt haunted her for the rest of her life.")
    said = coverage("Rusty felt guilty for the rest of her life.")
    assert copied.points < said.points
    assert any("copies" in line.why for line in copied.lines)


def test_a_clean_sentence_may_be_copied() -> None:
    assert share(["Rocky was born with cranio-diaphyseal dysplasia."]) == share(
        ["Rocky Dennis had cranio-diaphyseal dysplasia."]
    )


def test_near_duplicates_count_once_and_are_listed() -> None:
    criterion = coverage("Rocky was lonely.", "Rocky was really very lonely.")
    assert any("repeats the card" in line.why for line in criterion.lines)


def test_the_first_cards_are_read_and_the_rest_are_listed() -> None:
    many = [f"Person number {place} ate {place} apples." for place in range(200)]
    criterion = coverage(*many)
    assert sum("Only the first" in line.why for line in criterion.lines) == 50
    assert len(prepare(sheet(many), key()).cards) == cap(key())


def test_every_loss_is_named_on_its_card() -> None:
    lines = {
        line.did: line
        for line in coverage("She was lonely.", "Fans are sad.", "Rocky met Napoleon.", "Was Rocky lonely?").lines
        if line.card
    }
    assert [
        "Who is “she”?" in line.why or "named" in line.why or "Napoleon" in line.why or "question" in line.why
        for line in lines.values()
    ] == [True] * 4


def test_missed_key_ideas_are_listed_with_the_article_and_the_claim() -> None:
    missed = [line for line in coverage("Rocky took LSD.").lines if not line.card]
    assert len(missed) == sum(claim.weight > 0 for claim in key().claims) - 1
    assert all(line.reference and line.article for line in missed)


def test_lines_quote_the_card_and_name_the_reference() -> None:
    [line] = [line for line in coverage("Rocky Dennis took LSD.").lines if line.card]
    assert (line.reference, line.state) == ("c35", "right")
    assert "Rocky Dennis took LSD." in line.did
    assert "LSD" in line.article


def test_what_is_shown_before_the_deadline_tells_nothing_of_the_key() -> None:
    for criterion in mark(sheet(FLUENT), key()).criteria:
        told = " ".join(criterion.form).lower()
        assert not any(claim.id in told or claim.text.claim.lower() in told for claim in key().claims)


def test_kinds_are_marked_with_half_for_an_arguable_one() -> None:
    right = [(text, kind) for text, kind in own()]
    arguable = [
        (claim.text.claim, claim.text.also[0] if claim.text.also else "prediction")
        for claim in key().claims
        if claim.weight
    ]
    wrong = [(text, "prediction") for text, _ in own()]
    points = [mark(sheet(rows), key())["kinds"].points for rows in (right, arguable, wrong)]
    assert points[0] == 5
    assert points[0] > points[1] > points[2]


def test_a_sheet_of_another_assignment_is_unreadable_and_earns_nothing() -> None:
    marks = mark(sheet(FLUENT, assignment="a2-sources"), key())
    assert marks.total == 0
    assert {criterion.state for criterion in marks.criteria} == {"unreadable"}
    assert all(criterion.lines[0].did.endswith("hand in the sheet of this assignment.") for criterion in marks.criteria)


def test_another_edition_of_the_article_is_marked_by_words_with_a_note() -> None:
    moved = tuple(
        Claim(f"k{n}", (Passage(9000 + n, 9010 + n, claim.text.anchors[0]),), claim.text.claim, claim.text.kind)
        for n, claim in enumerate(key().claims)
        if claim.weight
    )
    other = mark(sheet([], claims=moved, article_sha256="f" * 64), key())
    assert other.total == 70
    assert "another edition" in other["coverage"].summary


def test_passages_that_are_gone_are_counted() -> None:
    gone = (Claim("k1", (Passage(0, 5, "not in there"),), "Rocky took LSD.", "fact"),)
    assert (
        "1 of them could not be found"
        in mark(sheet([], claims=gone, article_sha256="f" * 64), key())["coverage"].summary
    )


def test_damaged_cards_are_listed() -> None:
    lines = mark(sheet(FLUENT, damaged=({"restatement": 5}, "x")), key())["coverage"].lines
    assert sum(line.state == "unreadable" for line in lines) == 2


def test_an_empty_sheet_is_unattempted() -> None:
    assert {criterion.state for criterion in mark(sheet([]), key()).criteria} == {"unattempted"}


def test_outside_knowledge_costs_and_is_named() -> None:
    lines = [line for line in mark(sheet(OUTSIDE[:3]), key())["coverage"].lines if line.card]
    assert all("is not in the article" in line.why for line in lines)


@pytest.mark.parametrize(
    ("text", "added"),
    [
        ("A thousand doctors said that Rocky would die before he was seven.", "thousand"),
        ("Rocky took LSD with a priest.", "priest"),
        ("Rusty felt guilty all her life and wrote a novel about it.", "novel"),
    ],
)
def test_what_is_invented_beside_a_claim_costs_half_of_it_and_is_named(text: str, added: str) -> None:
    [card] = prepare(sheet([text]), key()).cards
    assert card.states
    assert (card.strange, card.unfaithful) == ((added,), 1)
    assert max(covered([card], key()).values()) == 0.5
    [line] = [line for line in coverage(text).lines if line.card]
    assert f"“{added}” is not in the article" in line.why


def test_a_note_in_the_articles_words_is_no_bundle() -> None:
    note, noise = prepare(sheet(["warm uplifting story", "blue green yellow"]), key()).cards
    assert (note.usable, noise.usable) == (False, False)
    assert (note.single, noise.single) == (True, False)


@pytest.mark.parametrize(
    "text",
    [
        "What Rusty said broke the Hollywood story into a thousand pieces.",
        "Rusty let the cat out of the bag.",
        "Rocky's short life was no party.",
        "In the last months of her life Rusty broke her silence.",
    ],
)
def test_an_image_adds_nothing(text: str) -> None:
    [card] = prepare(sheet([text]), key()).cards
    assert not card.strange


def test_every_decision_can_be_printed() -> None:
    [claim] = sheet(["Rusty said that Rocky took LSD."]).claims
    told = [pair.explain(claim.restatement) for pair in pairings(claim, key(), key().claims)]
    assert any(line.startswith("c35 states 1: what: filled by “lsd”") for line in told)


def test_an_idea_said_twice_is_one_idea_and_the_second_card_is_told() -> None:
    once = [("Rocky Dennis experimented with LSD.", "fact"), ("Rocky Dennis was bullied.", "fact")]
    again = [*once, ("Rocky Dennis took acid now and then.", "fact")]
    marks = mark(sheet(again), key())
    line = next(line for line in marks.criteria[0].lines if line.card == "k002")
    assert line.state == "partly"
    assert "Claim 1 says this already" in line.why
    assert "1 says only what another card says already" in marks.criteria[0].shares[2].counted


def test_everything_in_the_article_is_a_second_way_to_full_coverage() -> None:
    whole = key()
    nothing = dict.fromkeys((claim.id for claim in whole.claims), 0.0)
    asked = nothing | {claim.id: 1.0 for claim in whole.claims if claim.weight}
    others = nothing | {claim.id: 1.0 for claim in whole.claims if not claim.weight}
    assert whole.earned(nothing) == 0
    assert whole.earned(asked) == 1
    assert 0.7 < whole.earned(others) < 0.9
    assert whole.earned(dict.fromkeys(nothing, 1.0)) == 1
