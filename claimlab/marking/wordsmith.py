"""The sentences of the feedback: what you did, what the article says, why it matters, next move."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from claimlab.answers import Claim, Sheet
from claimlab.key import Key, Reference
from claimlab.marking import spoken
from claimlab.marking.cards import Card, Pile, cap, said_before
from claimlab.marking.marks import Line, State
from claimlab.marking.matching import Pairing

_STATES: dict[str, State] = {
    "states": "right",
    "contradicts": "wrong",
    "look": "needs a look",
    "faithful": "not asked for",
    "unsupported": "wrong",
    "unusable": "wrong",
}


def lines(sheet: Sheet, key: Key, pile: Pile, covers: dict[str, float]) -> tuple[Line, ...]:
    """Return the feedback: one line a card, then what could not be read, then key ideas that nobody stated."""
    numbers = {claim.id: number for number, claim in enumerate(sheet.claims, 1)}
    before = said_before(pile.cards)
    found = [_again(card_line(card, key), numbers.get(before.get(card.claim.id, ""), 0)) for card in pile.cards]
    found += [
        Line(
            c.id,
            "repeated",
            _quote(c.restatement),
            why=f"It repeats the card of claim {numbers[o.id]}, so both count as one.",
            next="Use the card for another claim.",
        )
        for c, o in pile.merged
    ]
    found += [
        Line(c.id, "unattempted", "This card has no sentence yet.", next="Say the claim so that it stands alone.")
        for c in pile.blank
    ]
    found += _unread(pile.unread, key)
    found += [
        Line("", "unreadable", f"A card could not be read: {_short(str(_plain(card)))}", next="Write it anew.")
        for card in sheet.damaged[:50]
    ]
    found += [missed_line(reference, key) for reference in key.claims if reference.weight and not covers[reference.id]]
    return once(found)


def once(found: Sequence[Line]) -> tuple[Line, ...]:
    """Return *found* with each general sentence about a kind of claim said the first time only."""
    said: set[str] = set()
    kept = []
    for line in found:
        general = line.why in spoken.WHY.values()
        kept.append(replace(line, why="") if general and line.why in said else line)
        said |= {line.why} if general else set()
    return tuple(kept)


def card_line(card: Card, key: Key) -> Line:
    """Return the feedback on one card; every deduction it causes is named in it."""
    main = main_pair(card)
    state = _STATES[card.standing]
    taken = deductions(card)
    if (state == "right" and main and main.cover < 1) or (state in ("right", "not asked for") and taken):
        state = "partly"
    article = _article(main.reference, key) if main else _marked(card)
    why = " ".join(part for part in (_reason(card, main), *taken) if part)
    return Line(
        card.claim.id,
        state,
        _quote(card.claim.restatement),
        article,
        why,
        _next(card, main, taken),
        main.reference.id if main else "",
    )


def _again(line: Line, number: int) -> Line:
    """Return *line*, with the claim of that *number* named as the one that says the same; 0 if there is none."""
    if not number:
        return line
    why = f"Claim {number} says this already, so it is no idea more. {line.why}".strip()
    return replace(line, state="partly", why=why, next="Use the card for another claim.")


def _marked(card: Card) -> str:
    passages = card.claim.passages
    return f"You marked: {_marks(_short(passages[0].exact, 240))}" if passages else ""


def main_pair(card: Card) -> Pairing | None:
    """Return the pair that the feedback speaks of: what the card opposes, states, or comes close to."""
    if not card.usable and not card.states:
        return None
    opposed = card.opposes
    extras = tuple(pair for pair in card.extras if pair.answer == "states") if card.standing == "faithful" else ()
    candidates = opposed or card.states or card.looks or extras
    return max(
        candidates,
        key=lambda pair: (pair.anchored, pair.cover, len(pair.found), pair.reference.weight, pair.reference.id),
        default=None,
    )


def deductions(card: Card) -> list[str]:
    """Return one sentence for everything about the card that costs points."""
    found = []
    if card.copied and not all(pair.reference.text.clean for pair in card.states):
        found.append("It copies the article's words, so it earns half.")
    if card.bundled:
        found.append(f"It bundles {card.ideas} ideas that could differ in truth, so each earns half.")
    found += [remark.message for remark in card.remarks if card.states and remark.kind in ("sentence", "short")]
    found += dict.fromkeys(remark.message for remark in card.loose)
    found += [remark.message for remark in card.remarks if remark.kind == "own view"]
    if card.unattributed:
        found.append("It drops who says so.")
    if card.strange and card.standing != "contradicts":
        half = ", so what it states beside that earns half" if card.states else ""
        found.append(f"“{card.strange[0]}” is not in the article{half}.")
    return found


def _reason(card: Card, main: Pairing | None) -> str:
    if card.standing == "unusable":
        return next(remark.message for remark in card.remarks if remark.kind in ("sentence", "short", "question"))
    if card.standing == "unsupported":
        return "The article neither says this nor lets readers conclude it."
    if card.standing == "look":
        return _close(main)
    if main is None:
        return ""
    if card.standing == "faithful":
        return "It is true to the article. It is not one of the key ideas, so it neither earns nor costs points."
    if card.standing == "states" and main.weak:
        if card.unattributed:
            return "The main idea is there."
        return f"The main idea is there. What is missing: {_missing(main)[0]}."
    if card.standing == "contradicts" or main.cover < 1:
        return main.reason
    return main.reference.text.why or spoken.WHY[main.reference.text.kind]


def _missing(main: Pairing) -> list[str]:
    """What a stated claim lacks, in phrases; whose words they are says both who speaks and that they are words."""
    names = [name for name in main.weak if name != "who" or "said" not in main.weak]
    return list(dict.fromkeys(spoken.slot(name) for name in names))


def _close(main: Pairing | None) -> str:
    if main is None:
        return "Its words are the article's, but the marker does not recognise the idea."
    if main.reference.text.drafted or len(main.missing) != 1:
        return main.reason
    return f"It comes close to a key idea. What the marker does not see: {spoken.slot(main.missing[0])}."


def _next(card: Card, main: Pairing | None, taken: Sequence[str]) -> str:
    moves = {
        "contradicts": "Read the passage again: who, how many, and is there a “not”?",
        "unsupported": "Find the words in the article that say so, or drop the card.",
        "look": "Is anything missing, or said in a way that nobody expects?",
        "unusable": "Write one full sentence that could be true or false.",
    }
    if card.standing in moves:
        return moves[card.standing]
    if card.bundled:
        return "Split the card, so that each idea can be checked by itself."
    if main and card.standing == "states" and main.weak:
        return f"Add {' and '.join(_missing(main))}."
    if card.loose or card.unattributed:
        return "Cover the article up and read the sentence: name whoever is missing."
    if main and card.standing == "states" and main.cover < 1:
        surely = "Say it as surely as the article does."
        return "Compare it with the passage: does it say the same?" if main.doubtful else surely
    if not taken:
        return "Keep it."
    return "Say it in your own words." if card.copied else "Mend what is named above."


def missed_line(reference: Reference, key: Key) -> Line:
    """Return the line for a key idea that no card states."""
    return Line(
        "",
        "unattempted",
        "No card states this key idea.",
        _article(reference, key),
        reference.text.why,
        "Read the passage once more and ask what it wants you to believe.",
        reference.id,
    )


def kind_line(card: Card, credit: float) -> Line | None:
    """Return feedback on the kind of a card, or None if the kind is right."""
    pairs = card.states or tuple(pair for pair in card.extras if pair.answer == "states")
    if credit == 1 or not pairs:
        return None
    best = max(pairs, key=lambda pair: (pair.cover, pair.reference.weight, pair.reference.id)).reference
    fits = card.claim.kind == best.text.kind
    state: State = "partly" if credit else "wrong" if card.claim.kind else "unattempted"
    return Line(
        card.claim.id,
        state,
        f"{_quote(card.claim.restatement)}\nYou chose: {card.claim.kind or 'nothing yet'}",
        "" if fits else f"We would say: {best.text.kind}",
        "The kind fits, but the sentence is copied, so it counts half." if fits else spoken.WHY[best.text.kind],
        "Say it in your own words." if fits else "Ask: what would I need to see to settle it?",
        best.id,
    )


def _unread(claims: Sequence[Claim], key: Key) -> list[Line]:
    return [
        Line(c.id, "unattempted", _quote(c.restatement), why=f"Only the first {cap(key)} cards are marked.")
        for c in claims[:50]
    ]


def _article(reference: Reference, key: Key) -> str:
    if not reference.anchors:
        return ""
    start, end = reference.anchors[0]
    return f"The article: {_marks(_short(key.article.text[start:end], 240))}"


def _quote(text: str) -> str:
    return f"You wrote: {_marks(_short(text, 300))}"


def _marks(text: str) -> str:
    """Put quotation marks around *text*; those inside become single ones."""
    return f"“{text.replace('“', '‘').replace('”', '’')}”"


def _short(text: str, longest: int = 80) -> str:
    text = " ".join(text[: 4 * longest].split())
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"


def _plain(card: Any) -> Any:
    return card.get("restatement", "") if isinstance(card, dict) else card
