"""A learner walks through lesson 03 in real JupyterLab: slips, a hint, cards, a list, and an exit ticket."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from claimlab import answers
from tests.browser import jupyter, learner

pytestmark = pytest.mark.browser
LESSONS = Path(__file__).resolve().parents[2] / "lessons"
LESSON = "03-which-claims-matter.ipynb"
HANDED_OUT = LESSONS / LESSON
TALL = 9000
SOON = 30_000  # milliseconds
RANKED = (
    "The pumpkin is the biggest that the county has ever seen.",
    "Twice as many people came to the fair as last year.",
    "The crane broke down twice.",
    "The pumpkin is the most beautiful thing ever grown in a field.",
)
SETTLED = {
    "The train to Orrin was late on 20 days in May.": "a list with numbers in it",
    "The driver said that she loves her job.": "asking the person, or hearing a recording",
    "The new seats made people read more.": "comparing people with the seats and without them",
    "In ten years nobody will go by car.": "nothing yet, only time",
    "The station is a lovely place.": "nothing at all, people may differ",
}


@pytest.fixture
def page(page: Page, server: jupyter.Server) -> Page:
    page.goto(server.page(LESSON))
    jupyter.ready(server, page)
    jupyter.choose(page, "Run", "Run All Cells")
    expect(page.locator(".claimlab-items")).to_have_count(5, timeout=60_000)
    expect(page.locator("p", has_text="First wake up the page")).to_be_visible()
    return page


def item(page: Page, ask: str) -> Locator:
    return page.locator(".ci-card", has_text=ask)


def check(card: Locator, heard: str) -> None:
    """Press Check on one question and wait for what is said."""
    card.get_by_role("button", name="Check").click()
    expect(card.locator(".ci-feedback")).to_contain_text(heard, timeout=SOON)


def test_a_learner_walks_through_the_lesson(page: Page, server: jupyter.Server) -> None:
    _slips_in_the_warm_up(page)
    _says_what_could_settle_it(page)
    _marks_a_claim_and_has_it_checked(page)
    _makes_a_list_and_takes_the_long_way(page)
    _leaves_with_a_probability(page)

    sheet = answers.read((server.folder / "lesson-03.answers.json").read_bytes())
    assert [claim.priority for claim in sheet.claims] == [3]
    assert sheet.notes["ranking"].startswith("1. The pumpkin is the biggest")
    practised = [kept for name, kept in sheet.responses.items() if name.startswith("03-")]
    assert [(kept["state"], kept["tries"], kept["hints"]) for kept in practised] == [
        ("right", 3, 1),
        ("right", 1, 0),
        ("right", 2, 0),
        ("right", 1, 0),
    ]


def _slips_in_the_warm_up(page: Page) -> None:
    bull = item(page, "Which card is ready to be checked?")
    bull.get_by_label("They hate it.").check()
    check(bull, "With the text covered up, nobody can tell.")
    bull.get_by_role("button", name="Hint 1 of 4").click()
    expect(bull.locator(".ci-hints")).to_contain_text("Look at the small words", timeout=SOON)
    bull.get_by_label("Bulls hate red and everyone knows it.").check()
    check(bull, "These are two ideas.")
    expect(bull.locator(".ci-feedback")).not_to_contain_text("not accurate")
    bull.get_by_label("The colour red makes bulls angry.").check()
    check(bull, "The claim is not accurate.")


def _says_what_could_settle_it(page: Page) -> None:
    kinds = item(page, "What would settle each claim, if anything?")
    for left, right in SETTLED.items():
        kinds.get_by_label(left).select_option(label=right)
    check(kinds, "The kind of a claim tells you where to look.")


def _marks_a_claim_and_has_it_checked(page: Page) -> None:
    page.get_by_role("button", name="Skip").click()
    learner.word(page, "612").click()
    learner.marker(page).get_by_role("button", name="Whole sentence").click()
    learner.restate(page, "A pumpkin of 612 kilos was weighed at the Aldermoor Fair.", "fact", "the story rests on it")
    learner.saved(page, 1)
    page.locator(".claimlab-asking").first.get_by_role("button", name="Check again").click()
    expect(page.locator(".claimlab-asking").first).to_contain_text(
        "The scales, or the list of the judges", timeout=SOON
    )


def _makes_a_list_and_takes_the_long_way(page: Page) -> None:
    page.get_by_role("textbox", name="Write your list.").fill(
        "1. The pumpkin is the biggest ever. The headline says so."
    )
    rank = item(page, "Rank these claims of the pumpkin story.")
    first = rank.locator("li").first.locator("span").inner_text()
    rank.get_by_role("button", name=f"Move down: {first}").click()
    check(rank, "Look again from")
    for step in reversed(RANKED):
        while rank.locator("li").first.locator("span").inner_text() != step:
            rank.get_by_role("button", name=f"Move up: {step}").click()
    check(rank, "Every step is in its place.")
    rank.get_by_role("button", name="Try a fresh one").click()
    expect(item(page, "Swimmer, 70, crosses the lake").locator("li")).to_have_count(4)


def _leaves_with_a_probability(page: Page) -> None:
    shave = item(page, "Shaving makes hair grow back thicker.")
    shave.get_by_label("In 100").fill("20")
    check(shave, "You leaned the right way.")
    expect(shave.locator(".ci-feedback")).to_contain_text("Five men shaved one leg")
