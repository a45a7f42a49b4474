"""What is left of a sentence once "the article says that" is taken off it."""

from __future__ import annotations

import pytest

from claimlab.attributed import without_attribution
from claimlab.wording import read


@pytest.mark.parametrize(
    ("written", "left"),
    [
        ("The article says that Rocky was lonely.", "rocky was lonely"),
        ("According to the site, Rocky was lonely.", "rocky was lonely"),
        ("Rocky was lonely, according to this article.", "rocky was lonely"),
        ("The site also claims Rusty cried.", "rusty cried"),
        ("The writer tells us that it was hidden.", "it was hidden"),
    ],
)
def test_the_article_as_speaker_is_taken_off(written: str, left: str) -> None:
    assert " ".join(word.text for word in without_attribution(read(written)).words) == left


@pytest.mark.parametrize(
    "written",
    [
        "Rusty said that Rocky was lonely.",
        "The article does not say that Rocky was lonely.",
        "The film tells the story of Rocky.",
        "The article says",
        "The writer of the film was wrong.",
    ],
)
def test_other_speakers_denials_and_lone_attributions_stay(written: str) -> None:
    reading = read(written)
    assert without_attribution(reading).words == reading.words
