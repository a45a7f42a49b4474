"""One item of every form, right and wrong answers to it, and a bench to try them on."""

from __future__ import annotations

import json
from typing import Any

from claimlab.practice import Item, Need, Option, Pair, Section
from claimlab.widgets import items
from tests.widgets.wire import Wire

CHOICE = Item(
    "q1",
    "choice",
    "Which one?",
    "That is how it is.",
    options=(Option("Ducks swim.", "Look at a pond.", right=True), Option("Ducks drive.", "They have no licence.")),
    hints=("Look at the pond.", "An animal.", "Geese swim too.", "Ducks swim, as anyone can see."),
)
SEVERAL = Item(
    "q2",
    "several",
    "Which ones?",
    "Two of them fly.",
    options=(Option("Owls", "fly", right=True), Option("Bats", "fly too", right=True), Option("Moles", "dig")),
)
ORDER = Item("q3", "order", "In which order?", "Eggs first.", steps=("egg", "chick", "hen", "soup"))
MATCH = Item(
    "q4",
    "match",
    "What goes with what?",
    "Each to its own.",
    pairs=(Pair("cow", "milk", "gives milk"), Pair("bee", "honey", "makes honey"), Pair("hen", "egg", "lays")),
)
LIKELY = Item("q5", "probability", "How likely?", "It was measured.", accurate=True)
SHORT = Item(
    "q6",
    "short",
    "Say it so that it stands alone.",
    "Biscuit it is.",
    needs=(Need("who", ("Biscuit", "the cat")), Need("when", ("2021",))),
    avoid=(Need("Who is “he”?", ("he lived",)),),
)
EVERY = (CHOICE, SEVERAL, ORDER, MATCH, LIKELY, SHORT)
RIGHT: dict[str, Any] = {
    "q1": 0,
    "q2": [0, 1],
    "q3": [ORDER.things.index(step) for step in ORDER.steps],
    "q4": [MATCH.things.index(pair.right) for pair in MATCH.pairs],
    "q5": {"value": 90},
    "q6": "The cat was there in 2021.",
}
WRONG: dict[str, Any] = {
    "q1": 1,
    "q2": [2],
    "q3": [ORDER.things.index(step) for step in ("chick", "hen", "soup", "egg")],
    "q4": [MATCH.things.index(thing) for thing in ("honey", "egg", "milk")],
    "q5": {"value": 5},
    "q6": "It was nice.",
}


class Bench:
    """Practice with a book of what it asked to keep and the line to its page."""

    def __init__(self, *chosen: Item, responses: dict[str, object] | None = None) -> None:
        self.kept: dict[str, Any] = {}
        self.practice = items.Practice(Section("Try it", chosen), responses or {}, keep=self._keep)
        self.practice.comm = self.wire = Wire()

    def tell(self, do: str, item: Item, answer: object = None) -> dict[str, Any]:
        message = {"do": do, "item": item.id, "answer": answer}
        data = {"method": "custom", "content": message}
        self.practice._handle_msg({"content": {"data": data}, "buffers": []})
        seen: dict[str, Any] = self.practice.shown[item.id]
        return seen

    def _keep(self, item: str, response: object) -> str:
        self.kept[item] = json.loads(json.dumps(response))
        return "Saved."
