"""What each part of the source ledger earns, and what the feedback says about it."""

from __future__ import annotations

import msgspec
import pytest

from claimlab.answers import Claim, Evidence, OwnSource, Search
from claimlab.marking import mark, report
from tests.marking.ledgers import OPEN, claim, ideal, key, line, looks, marks, points, right, sheet, whole

HALF_A_CARD = (
    "It says that after Rocky's death in 1978 she moved to San Francisco, took up Buddhism. It prices the film at 12 "
    "million dollars and says the film shows the pair as they really were. calls the family home a biker hangout"
)
WRONG_SENTENCE = (
    "National cover story with an interview of Rusty Dennis, ten days after the film opened. its first lines"
)
S01 = Evidence("S01", "supports", "her taste for drugs and bikers", "origin", "", "B")
OWN = OwnSource("own-1", "https://example.org/a-page", "A page of mine")
ARTICLE = OwnSource("own-2", "http://s.checknews.online/18097/#top", "The article")


@pytest.mark.parametrize("name", key().claims)
def test_the_key_earns_full_points_on_every_claim(name: str) -> None:
    assert points(ideal(key().claims[name])) == (5, 3, 2)


def test_six_claims_are_full_marks() -> None:
    found = marks(*whole("g01", "g02", "g03", "g06", "g09", "g12"))
    assert [(part.points, part.maximum, part.state) for part in found.criteria] == [
        (30, 30, "right"),
        (18, 18, "right"),
        (12, 12, "right"),
    ]


# The earliest page


@pytest.mark.parametrize(
    ("source", "earned"), [("S01", 3.0), ("S05", 2.0), ("S58", 2.0)], ids=["earliest", "later", "names it"]
)
def test_the_earlier_page_earns_more(source: str, earned: float) -> None:
    listed = key().claims["g03"].sources[source]
    assert points(claim("g03", msgspec.structs.replace(right(listed), role="origin")))[0] == earned + 1


def test_a_page_that_repeats_without_saying_so_is_no_origin() -> None:
    digest = msgspec.structs.replace(right(key().claims["g06"].sources["S22"]), role="origin")
    said = line("origins", claim("g06", digest))
    assert "Earliest page, 0 of 3: it repeats this without saying where it has it from." in said.why


def test_only_one_page_can_be_the_earliest() -> None:
    two = [msgspec.structs.replace(right(key().claims["g03"].sources[name]), role="origin") for name in ("S01", "S02")]
    assert "several are marked" in line("origins", claim("g03", *two)).why


# Independent origins


def alone(*names: str, given: str) -> list[Evidence]:
    """The cards, each counted as an origin of its own."""
    return [msgspec.structs.replace(right(key().claims[given].sources[name]), group="") for name in names]


def independence(*evidence: Evidence, given: str) -> float:
    return points(claim(given, *evidence))[0]


def test_two_independent_sources_are_enough() -> None:
    assert independence(*alone("S01", "S05", given="g03"), given="g03") == 2
    assert independence(*alone("S01", given="g03"), given="g03") == 1


def test_copies_counted_as_independent_earn_nothing() -> None:
    assert independence(*alone("S24", "S23", given="g01"), given="g01") == 0
    assert independence(*alone("S37", "S38", "S41", given="g01"), given="g01") == 0


def test_a_copy_that_is_named_as_one_costs_nothing() -> None:
    grouped = [right(key().claims["g01"].sources[name]) for name in ("S01", "S05", "S58", "S04")]
    assert independence(*grouped, given="g01") == 2
    counted = [*grouped[:2], msgspec.structs.replace(grouped[2], group=""), grouped[3]]
    assert independence(*counted, given="g01") == 1
    assert "go back to one origin, and you count them as 2" in line("origins", claim("g01", *counted)).why


def test_independent_sources_thrown_together_cost_as_much_as_copies_counted() -> None:
    together = [msgspec.structs.replace(one, group="o1") for one in alone("S01", "S04", given="g01")]
    assert independence(*together, given="g01") == 1
    assert "do not repeat each other" in line("origins", claim("g01", *together)).why


def test_two_pages_of_one_issue_may_be_counted_either_way() -> None:
    pair = alone("S01", "S02", given="g03")
    apart = independence(*pair, right(key().claims["g03"].sources["S05"]), given="g03")
    grouped = [msgspec.structs.replace(one, group="o1") for one in pair]
    assert apart == independence(*grouped, right(key().claims["g03"].sources["S05"]), given="g03") == 2


# Words that show it


@pytest.mark.parametrize(
    ("words", "earned"),
    [
        ("her taste for drugs and bikers", 3),
        ("it speaks of her TASTE for DRUGS", 3),
        (HALF_A_CARD, 2),
        (WRONG_SENTENCE, 1),
        ("ten days after the film opened", 0),
        ("", 0),
        ("She took drugs all her life and everybody knew it", 0),
    ],
)
def test_words_earn_as_far_as_they_show_it(words: str, earned: int) -> None:
    assert points(claim("g03", msgspec.structs.replace(S01, words=words)))[1] == earned


def test_the_whole_card_is_no_quotation_of_the_right_words() -> None:
    card = key().cards["S01"]
    pasted = f"{card.short_quote} {card.summary}"
    assert points(claim("g03", msgspec.structs.replace(S01, words=pasted)))[1] <= 2


def test_the_right_words_with_the_wrong_stance_show_nothing() -> None:
    wrong = claim("g03", msgspec.structs.replace(S01, stance="refutes"))
    assert points(wrong)[1] == 0
    assert "says something else about the claim than “refutes”" in line("support", wrong).why


def test_a_page_of_the_rumour_is_read_rightly_and_is_no_evidence() -> None:
    said = claim("g01", right(key().claims["g01"].sources["S41"]))
    assert points(said)[1] == 1
    assert "no evidence itself" in line("support", said).why


# Letters and searches


@pytest.mark.parametrize(("letter", "earned"), [("B", 1), ("A", 0.5), ("C", 0.5), ("D", 0), ("F", 0), ("", 0)])
def test_a_letter_one_step_off_earns_half(letter: str, earned: float) -> None:
    assert points(claim("g03", msgspec.structs.replace(S01, letter=letter)))[2] == earned


def test_what_cannot_be_judged_counts_where_the_key_lists_it() -> None:
    unread = msgspec.structs.replace(right(key().claims["g01"].sources["S69"]), letter="F")
    assert points(claim("g01", unread))[2] == 1


@pytest.mark.parametrize(
    ("search", "earned"),
    [
        (Search("drugs", 12, True), 1),
        (Search("drugs", 12, False), 0),
        (Search("asdf", 0, True), 0),
        (Search("Rusty Dennis", 30, True), 0),
        (Search("", 0, True), 0),
    ],
    ids=["fits", "not against", "no word", "only names", "empty"],
)
def test_a_search_for_disagreement_has_to_fit_the_claim(search: Search, earned: float) -> None:
    assert points(claim("g03", searches=(search,)))[2] == earned


# Claims that nothing settles


@pytest.mark.parametrize("name", OPEN)
def test_an_honest_search_that_found_none_earns_full_points(name: str) -> None:
    given = key().claims[name]
    assert points(claim(name, searches=looks(given))) == (5, 3, 2)
    assert "Finding nothing is a result" in line("origins", claim(name, searches=looks(given))).why


@pytest.mark.parametrize("name", OPEN)
def test_one_search_shows_a_third_of_a_look(name: str) -> None:
    origins, support, _ = points(claim(name, searches=looks(key().claims[name], 1)))
    assert (origins, support) == (pytest.approx(5 / 3, abs=0.01), 1)


def test_the_same_search_three_times_is_one_search() -> None:
    thrice = tuple(Search(query, 0, True) for query in ("LSD", "lsd", "Rocky Dennis LSD"))
    assert points(claim("g09", searches=thrice))[1] == 1


@pytest.mark.parametrize("name", ["g01", "g03", "g08", "g10"])
def test_where_the_pack_has_an_answer_searching_is_not_enough(name: str) -> None:
    assert points(claim(name, searches=looks(key().claims[name]))) == (0, 0, 1)


# What does not belong


def test_the_article_is_no_source_for_itself() -> None:
    quoted = Evidence("S32", "supports", "Hollywood got the heart right", "origin", "", "B")
    for name in key().claims:
        assert points(claim(name, quoted)) == (0, 0, 0)
    assert "no page is a source for what it says itself" in line("origins", claim("g09", quoted)).why


def test_its_own_address_makes_no_difference() -> None:
    own = Evidence("own-2", "supports", "everything", "origin", "", "A")
    found = marks(claim("g09", own), own=(ARTICLE,))
    assert found.total == 0
    assert {part.lines[0].state for part in found.criteria} == {"wrong"}


def test_one_stray_card_is_forgiven_and_more_are_not() -> None:
    good = [S01, *alone("S05", given="g03")]
    stray = [Evidence(name, "supports", "x", "", "", "C") for name in ("S54", "S29", "S63")]
    assert points(claim("g03", *good, stray[0]))[:2] == points(claim("g03", *good))[:2]
    assert points(claim("g03", *good, *stray))[0] == pytest.approx(5 * 3 / 5)
    assert "3 of 5 cards do not speak about this claim" in line("origins", claim("g03", *good, *stray)).why


def test_cards_beside_the_point_neither_earn_nor_cost() -> None:
    good = [S01, *alone("S05", given="g03")]
    beside = [
        Evidence(name, "supports", "she has a drug problem", "", "", "C") for name in ("S03", "S59", "S62", "S74")
    ]
    put_aside = [Evidence(name, "irrelevant") for name in ("S54", "S29", "S63")]
    assert points(claim("g03", *good, *beside, *put_aside)) == points(claim("g03", *good))


def test_an_own_source_is_for_a_person_to_judge() -> None:
    own = Evidence("own-1", "refutes", "her parents said no", "origin", "", "B")
    found = marks(claim("g10", own), own=(OWN,))
    assert [part.state for part in found.criteria] == ["needs a look"] * 3
    assert "“A page of mine”" in found["origins"].lines[0].why
    assert "a person has to look" in found["support"].lines[0].why


def test_where_nothing_is_left_to_earn_an_own_source_asks_nobody() -> None:
    full = ideal(key().claims["g03"])
    with_own = msgspec.structs.replace(full, evidence=(*full.evidence, Evidence("own-1", "supports")))
    assert {part.lines[0].state for part in marks(with_own, own=(OWN,)).criteria} == {"right"}


@pytest.mark.parametrize("name", ["S99", "own-7", "", "<b>S01</b>", "g03"])
def test_a_source_that_nobody_knows_earns_nothing(name: str) -> None:
    assert marks(claim("g03", msgspec.structs.replace(S01, source=name))).total == 0


def test_a_card_attached_twice_counts_once() -> None:
    wrong = msgspec.structs.replace(S01, stance="refutes", role="")
    twice = claim("g03", wrong, S01)
    assert points(twice)[1] == 0
    assert "attached twice counts once" in line("support", twice).why


# The list of claims


def test_the_best_six_are_marked_and_the_others_are_named() -> None:
    begun = [claim(name, searches=(Search("drugs", 1),)) for name in ("g01", "g03")]
    found = marks(*begun, *whole("g02", "g04", "g05", "g06", "g07", "g08"))
    assert found.total == 60
    assert [one.name for one in found["support"].lines if one.state == "unattempted"] == ["Claim 1", "Claim 3"]
    assert "Only 6 are marked: the 6 that earn most." in found["origins"].form


def test_a_claim_that_was_not_touched_takes_no_place() -> None:
    untouched = tuple(Claim(name) for name in list(key().claims)[:6])
    assert marks(*untouched, *whole("g07", "g08", "g10", "g12", "g09", "g11")).total == 60


def test_missing_claims_are_named() -> None:
    said = marks(*whole("g01", "g02"))["care"].lines[-1]
    assert said.did.startswith("4 more claims are still to choose: 6 are asked for")


def test_an_own_claim_is_not_passed_over_in_silence() -> None:
    found = marks(Claim("k1", restatement="The moon is made of cheese.", evidence=(S01,)))
    assert found["origins"].lines[0].state == "unreadable"
    assert "not one of the claims that were given" in found["origins"].lines[0].why


def test_a_sheet_of_another_assignment_is_not_marked() -> None:
    found = mark(msgspec.structs.replace(sheet(claim("g03", S01)), assignment="a1-claims"), key())
    assert {part.state for part in found.criteria} == {"unreadable"}
    assert found.total == 0


def test_every_lost_point_has_its_reason() -> None:
    poor = claim("g06", Evidence("S22", "refutes", "Mask", "origin", "", "A"), Evidence("S21"))
    for part in marks(poor).criteria:
        first = part.lines[0]
        assert first.state in ("partly", "wrong")
        assert first.why, part.name
        assert first.next, part.name


def test_the_report_tells_in_counts_and_words(monkeypatch: pytest.MonkeyPatch) -> None:
    made = sheet(*whole("g01", "g02"))
    found = mark(made, key())
    said = report.plain(found["origins"], made, released=True)
    for words in (
        "2 of 6 claims traced all the way",
        "People (1985) is repeated by Chicago Tribune (2006) and royalinsiders.com.",
        "One rumour of about 2025 (first page unknown) is repeated by",
    ):
        assert words in said
    before = report.plain(found["origins"], made, released=False)
    assert "You handed in 2 claims with 25 sources and 6 searches." in before
    assert "repeated" not in before


def test_a_card_that_is_only_near_the_subject_is_named_and_costs_nothing() -> None:
    first = right(key().claims["g03"].sources["S01"])
    film = Evidence("S08", "supports", "the screen Rusty rides with bikers and likes drugs")
    alone, both = claim("g03", first), claim("g03", first, film)
    assert points(alone) == points(both)
    assert "Interview with Cher on Mask" in line("origins", both).why
    assert "neither earns nor costs points" in line("origins", both).why
    assert "Attached as well" not in line("origins", claim("g03", first, Evidence("S08", "irrelevant"))).why


def test_three_searches_where_nothing_settles_it_are_praised_for_what_they_are() -> None:
    searches = tuple(Search(words, 0, against=True) for words in ("LSD", "acid trip", "drug experiment"))
    searched = msgspec.structs.replace(claim("g09"), searches=searches)
    assert "Finding nothing is a result." in line("care", searched).why
    assert "no card that speaks about this claim, but 3 searches for it" in line("support", searched).did
