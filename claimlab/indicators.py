"""The indicators a scorecard can be made of, and what makes a sign of credibility hard to fake.

Names and questions follow instruments that were made for raters: the indicators of the Credibility Coalition
(2018) and the signals that W3C's Credible Web group kept after review (2020). Which of them say something
about a certain article, and what, only the key knows.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

Side = Literal["outside", "page"]
DIRECTIONS = {
    "for": "speaks for",
    "against": "speaks against",
    "cannot tell": "cannot tell",
}
WORTH = {"for": 1.0, "cannot tell": 0.5, "against": 0.0}
MOST, FEWEST_OUTSIDE, PAGE_SHARE = 6, 3, 30
MOST_ON_PAGE = MOST - FEWEST_OUTSIDE


class Sign(NamedTuple):
    """An indicator to choose: its ``name``, where to look (``outside`` the page or on it) and the plain question."""

    name: str
    side: Side
    question: str
    tip: str


SIGNS = {
    "fact-checked": Sign(
        "Fact-checked elsewhere",
        "outside",
        "Has somebody who is not the author checked its main claim, and what came of it?",
        "Search for “fact-check”. Read what was checked.",
    ),
    "originality": Sign(
        "Originality",
        "outside",
        "Does the same story stand on other pages, with no word of where it came from?",
        "Search for words of the headline. Compare the cards.",
    ),
    "representative-citations": Sign(
        "Representative citations",
        "outside",
        "When you look at what it speaks of (a film, a paper, an interview), is it told fairly?",
        "Pick one thing the article says about a film or a paper. Look that thing up.",
    ),
    "reputation-of-citations": Sign(
        "Reputation of citations",
        "outside",
        "Are the sources it leans on known for careful work?",
        "Search for a source that the article names. Who made it?",
    ),
    "first-archived": Sign(
        "Date first archived",
        "outside",
        "Since when can the story be shown to exist? Does that date fit what it says?",
        "Search for the oldest dated page that tells the story.",
    ),
    "corrections": Sign(
        "Corrections policy in use",
        "outside",
        "Does whoever put it out say how errors are put right, with corrections one can see?",
        "Search for “correction”. Finding none is a result too.",
    ),
    "title": Sign(
        "Title representativeness",
        "page",
        "Does the headline say what the text below it shows?",
        "Mark the words of the headline, or the place in the text that fits them or not.",
    ),
    "clickbait": Sign(
        "Clickbait",
        "page",
        "Does it hold something back, or stir you up, to make you click? If not, that speaks for it.",
        "Mark the words that do it, or a headline that simply tells the news.",
    ),
    "outside-experts": Sign(
        "Quotes from outside experts",
        "page",
        "Does it quote people who know the subject and have no part in the story?",
        "Mark the words of an outside expert, or the place where one is missing.",
    ),
    "organisations-and-studies": Sign(
        "Citation of organisations and studies",
        "page",
        "Does it name the studies or organisations behind its claims, so that you could look them up?",
        "Mark a study or organisation, or words that name no source.",
    ),
    "calibration": Sign(
        "Calibration of confidence",
        "page",
        "Is it as sure as its evidence allows? Does it say what is not known?",
        "Mark “give or take” words, or words that are too sure.",
    ),
    "tone": Sign(
        "Tone",
        "page",
        "Are the words calm, or do they push your feelings and exaggerate?",
        "Mark the strongest words, or a calm sentence about the same kind of thing.",
    ),
    "inference": Sign(
        "Inference",
        "page",
        "Where it says that one thing led to another, does it give evidence?",
        "Mark a “because”, a “so” or a “made”, with the evidence or without it.",
    ),
}

REASONS = {
    "write": ("yes", "Anyone can write a page this way."),
    "invent": ("yes", "Names and quotations can be made up."),
    "copy": ("yes", "It can be copied from a page that people trust."),
    "others": ("no", "Other people made it, not the author."),
    "records": ("no", "It stands in records that the author cannot change."),
}
NONE = "none"  # the answer "no weight matters" to the question which weight moves the score most


def outside(sign: str) -> bool:
    """Return whether the indicator called *sign* is looked up outside the page; False for an unknown one."""
    return sign in SIGNS and SIGNS[sign].side == "outside"
