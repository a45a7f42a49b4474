"""Words, sentences and offsets."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from claimlab.text import Utf16, normalise, sentences, words


def pieces(text: str, spans: list) -> list[str]:
    return [text[span.start : span.end] for span in spans]


def test_a_word_keeps_its_apostrophe_hyphen_and_decimal_point() -> None:
    text = "Rusty’s cranio-diaphyseal boy paid 3.5 dollars, “they” said."
    assert pieces(text, words(text)) == [
        "Rusty’s",
        "cranio-diaphyseal",
        "boy",
        "paid",
        "3.5",
        "dollars",
        "they",
        "said",
    ]


def test_a_sentence_ends_after_its_closing_quotation_mark() -> None:
    text = "They “left out the hell.” It broke him! Did it? Yes…"
    assert pieces(text, sentences(text)) == ["They “left out the hell.”", "It broke him!", "Did it?", "Yes…"]


def test_an_abbreviation_does_not_end_a_sentence() -> None:
    text = "Dr. Ames met Mrs. Cole. They left."
    assert pieces(text, sentences(text)) == ["Dr. Ames met Mrs. Cole.", "They left."]


def test_a_blank_line_ends_a_sentence() -> None:
    assert pieces("A headline\n\nFirst words.", sentences("A headline\n\nFirst words.")) == [
        "A headline",
        "First words.",
    ]


def test_normalise_composes_letters_and_drops_trailing_blanks() -> None:
    assert normalise("\ufeffCafe\u0301 \r\nnext\u00a0line  \n") == "Café\nnext line"


@given(st.text())
def test_sentences_are_in_order_do_not_overlap_and_lose_no_word(text: str) -> None:
    spans = sentences(text)
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
    covered = {point for span in spans for point in range(span.start, span.end)}
    assert all(word.start in covered for word in words(text))


@given(st.text(alphabet=st.characters(codec="utf-8")), st.data())
def test_offsets_survive_the_way_to_the_browser_and_back(text: str, data: st.DataObject) -> None:
    point = data.draw(st.integers(0, len(text)))
    offsets = Utf16(text)
    assert offsets.units(point) == len(text[:point].encode("utf-16-le")) // 2
    assert offsets.points(offsets.units(point)) == point
