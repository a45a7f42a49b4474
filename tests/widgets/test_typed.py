"""The text route: one claim a line."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from claimlab.answers import Claim, Passage
from claimlab.widgets.typed import format_lines, parse_lines

MARKED = Claim(id="k1", passages=(Passage(0, 4, "Fans"),), restatement="Fans were sad.", kind="framing", priority=2)


def test_a_line_is_a_claim_and_its_kind_may_stand_in_front() -> None:
    first, second = parse_lines("fact: Cher played Rusty.\n\n  Rocky was called a hero: the article says so. ")
    assert (first.kind, first.restatement) == ("fact", "Cher played Rusty.")
    assert (second.kind, second.restatement) == (None, "Rocky was called a hero: the article says so.")


def test_an_unchanged_line_keeps_its_card_with_all_that_hangs_on_it() -> None:
    claims = parse_lines("Something new.\nframing: Fans were sad.", (MARKED,))
    assert claims[1] == MARKED
    assert claims[0].id != MARKED.id


def test_a_reworded_line_keeps_its_passage_and_priority() -> None:
    [claim] = parse_lines("opinion: Fans cried.", (MARKED,))
    assert (claim.id, claim.passages, claim.priority) == (MARKED.id, MARKED.passages, MARKED.priority)
    assert (claim.kind, claim.restatement) == ("opinion", "Fans cried.")


def test_a_card_without_words_stays() -> None:
    silent = Claim(id="k9", passages=MARKED.passages)
    assert parse_lines("One.", (silent,))[-1] == silent


@given(st.lists(st.text().map(lambda text: " ".join(text.split())).filter(bool), max_size=6))
def test_lines_come_back_as_they_were_typed(lines: list[str]) -> None:
    claims = parse_lines("\n".join(lines))
    assert parse_lines(format_lines(claims), claims) == claims
