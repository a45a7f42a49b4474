"""Practice items: small questions that explain themselves.

An item is plain YAML and its answer is plain data, so items can be written by
anyone and checked without a screen. What would give the answer away stays here
until the learner has answered; feedback explains, on right answers too.
"""

from __future__ import annotations

import random
from typing import Any, Literal

import msgspec

from claimlab import places, text
from claimlab.problems import Problem

Form = Literal["choice", "several", "order", "match", "probability", "short"]
State = Literal["unattempted", "wrong", "partly", "right", "unsure"]
LONGEST = 2000
LEAST_WORDS = 4


class Option(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One answer to choose, and what to say to somebody who chose it."""

    say: str
    why: str
    right: bool = False


class Pair(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Two things that belong together, and why."""

    left: str
    right: str
    why: str


class Need(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One thing that a written answer should say, or (under ``avoid``) should not: any of these wordings counts."""

    what: str
    any: tuple[str, ...]


class Item(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A practice item.

    ``text`` is a passage to look at; ``why`` explains the answer; ``next`` says what to try after a slip;
    ``hints`` go from where to look, over what kind of thing is missing and a worked parallel, to the expert's
    version. ``again`` names the item before it of which this one is a fresh try, offered once that one was
    answered. Which of the other fields is filled depends on ``form``: ``options`` (choice, several), ``steps`` in
    their right order (order), ``pairs`` (match), ``accurate`` (probability), ``needs`` and ``avoid`` (short).
    """

    id: str
    form: Form
    ask: str
    why: str
    text: str = ""
    next: str = "Read the feedback, then try again."
    options: tuple[Option, ...] = ()
    steps: tuple[str, ...] = ()
    pairs: tuple[Pair, ...] = ()
    accurate: bool | None = None
    needs: tuple[Need, ...] = ()
    avoid: tuple[Need, ...] = ()
    hints: tuple[str, ...] = ()
    again: str = ""

    @property
    def things(self) -> tuple[str, ...]:
        """What the learner chooses from or puts in order, as shown: shuffled where the order would tell."""
        if self.form in ("order", "match"):
            return _shuffled(self.steps or tuple(pair.right for pair in self.pairs), self.id)
        return tuple(option.say for option in self.options)


class Section(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Items that are shown together."""

    title: str
    items: tuple[Item, ...]


class Response(msgspec.Struct, frozen=True):
    """What a learner did with one item: the last answer, the first one checked, tries, and hints seen."""

    answer: Any = None
    state: State = "unattempted"
    tries: int = 0
    hints: int = 0
    first: Any = None


class Feedback(msgspec.Struct, frozen=True):
    """What to say to an answer: how it stands, in a few words at the top, and the lines that explain it."""

    state: State
    lines: tuple[str, ...]
    head: str = ""


HEADS: dict[State, str] = {"unattempted": "Not answered yet", "wrong": "Not yet", "partly": "Partly", "right": "Yes"}
LEANINGS: dict[State, str] = {
    "unattempted": "Not answered yet",
    "wrong": "You leaned the other way",
    "partly": "You stayed in the middle",
    "right": "You leaned the right way",
    "unsure": "You would look it up",
}

NOTHING_YET = {
    "order": "Move at least one line up or down first.",
    "probability": "Move the slider, or write a number from 0 to 100. You can also say that you would look it up.",
}
EMPTY = "Take your time. An empty answer is not a wrong one."
OWN_WORDS = "The program knows only some words. Did you say it in others? Then compare it with the last hint."


def load(lesson: str, section: str) -> Section:
    """Return the items of one section of a lesson, for example ("lesson-02", "recall").

    Raises Problem if the lesson has no such section or its file is broken.
    """
    found = sections(lesson)
    if section not in found:
        raise Problem(f"{lesson} has no section {section!r}: choose one of {', '.join(found)}.")
    prove(found[section].items)
    return found[section]


def sections(lesson: str) -> dict[str, Section]:
    """Return every section of a lesson by name, in order. Raises Problem if there are none or their file is broken."""
    path = places.kit("lessons") / "items" / f"{lesson}.yaml"
    try:
        return msgspec.yaml.decode(path.read_bytes(), type=dict[str, Section])
    except OSError as error:
        raise Problem(f"There are no practice items for {lesson!r}: check the name of the lesson.") from error
    except (msgspec.DecodeError, msgspec.ValidationError) as error:
        raise Problem(f"The practice items of {lesson} cannot be read ({error}): mend {path.name}.") from error


def prove(items: tuple[Item, ...]) -> None:
    """Raise Problem unless every item has a clear answer, and a fresh try comes after its question, one for each."""
    open_ones: set[str] = set()
    for item in items:
        _prove(item)
        if item.again and item.again not in open_ones:
            raise Problem(f"Practice item {item.id!r} must come after {item.again!r} and be its only fresh try.")
        open_ones.discard(item.again)
        open_ones.add(item.id)


def response(item: Item, found: object) -> Response:
    """Return *found*, something read from an answer sheet, as a response to *item*; a blank one if it is none."""
    try:
        kept = msgspec.convert(found, Response)
    except (msgspec.ValidationError, RecursionError):
        return Response()
    state = check(item, kept.answer).state
    hints = min(max(kept.hints, 0), len(item.hints))
    if state != "unattempted" and kept.tries > 0:
        return msgspec.structs.replace(kept, state=state, hints=hints)
    draft = kept.answer[:LONGEST] if isinstance(kept.answer, str) and item.form == "short" else None
    return Response(draft, hints=hints)


def check(item: Item, answer: object) -> Feedback:
    """Return feedback on *answer*. No answer, or one that is none, is unattempted and never wrong.

    Shapes: choice an index; several a list of indexes; order and match a list of indexes into ``things``
    (match: one a pair, -1 for none); probability ``{"value": 0-100}`` or ``{"unsure": true}``; short a string.
    """
    checks = {
        "choice": _choice,
        "several": _several,
        "order": _order,
        "match": _match,
        "probability": _probability,
        "short": _short,
    }
    said = checks[item.form](item, answer) or Feedback("unattempted", (NOTHING_YET.get(item.form, EMPTY),))
    heads = LEANINGS if item.form == "probability" else HEADS
    return msgspec.structs.replace(said, head=heads[said.state])


def _prove(item: Item) -> None:
    right = sum(option.right for option in item.options)
    sound = {
        "choice": right == 1 and len(item.options) > 1,
        "several": right > 0 and len(item.options) > 1,
        "order": len(item.steps) > 1 and len(set(item.steps)) == len(item.steps),
        "match": len(item.pairs) > 1 and len({pair.right for pair in item.pairs}) == len(item.pairs),
        "probability": item.accurate is not None,
        "short": bool(item.needs),
    }
    if not sound[item.form]:
        raise Problem(f"Practice item {item.id!r} has no clear answer: check its {item.form} fields.")


def _shuffled(things: tuple[str, ...], seed: str) -> tuple[str, ...]:
    """Always the same order for the same item, and never the right one."""
    mixed = list(things)
    random.Random(seed).shuffle(mixed)
    return tuple(mixed) if tuple(mixed) != things else (*things[1:], things[0])


def _indexes(answer: object, count: int) -> list[int] | None:
    if not isinstance(answer, list) or len(answer) > LONGEST:
        return None
    return answer if all(type(index) is int and -1 <= index < count for index in answer) else None


def _choice(item: Item, answer: object) -> Feedback | None:
    chosen = _indexes([answer], len(item.options))
    if chosen is None or chosen[0] < 0:
        return None
    option = item.options[chosen[0]]
    return Feedback("right", (option.why, item.why)) if option.right else Feedback("wrong", (option.why, item.next))


def _several(item: Item, answer: object) -> Feedback | None:
    chosen = {index for index in _indexes(answer, len(item.options)) or [] if index >= 0}
    if not chosen:
        return None
    right = {index for index, option in enumerate(item.options) if option.right}
    if chosen == right:
        return Feedback("right", (*(f"{_quoted(option.say)} {option.why}" for option in item.options), item.why))
    lines = [f"{_quoted(item.options[index].say)} {item.options[index].why}" for index in sorted(chosen)]
    missed = len(right - chosen)
    lines += [f"{missed} more {'fits' if missed == 1 else 'fit'}."] if missed else []
    return Feedback("partly" if chosen & right else "wrong", (*lines, item.next))


def _order(item: Item, answer: object) -> Feedback | None:
    placed = _indexes(answer, len(item.steps))
    if placed is None or sorted(placed) != list(range(len(item.steps))):
        return None
    order = [item.things[index] for index in placed]
    if order == list(item.steps):
        return Feedback("right", ("Every step is in its place.", item.why))
    good = sum(mine == theirs for mine, theirs in zip(order, item.steps, strict=True))
    first = next(mine for mine, theirs in zip(order, item.steps, strict=True) if mine != theirs)
    line = f"{good} of {len(order)} are in place. Look again from {_quoted(first)} on."
    return Feedback("partly" if good else "wrong", (line, item.next))


def _match(item: Item, answer: object) -> Feedback | None:
    placed = _indexes(answer, len(item.pairs))
    if placed is None or len(placed) != len(item.pairs) or max(placed) < 0:
        return None
    good = [index >= 0 and item.things[index] == pair.right for index, pair in zip(placed, item.pairs, strict=True)]
    chosen = [item.things[index] if index >= 0 else "" for index in placed]
    lines = [_pair_line(*row) for row in zip(item.pairs, chosen, good, strict=True)]
    if all(good):
        return Feedback("right", (*lines, item.why))
    return Feedback("partly" if any(good) else "wrong", (*lines, item.next))


def _pair_line(pair: Pair, chosen: str, good: bool) -> str:
    if good:
        return f"✓ {_quoted(pair.left)} {pair.why}"
    return (
        f"✗ {_quoted(pair.left)} does not go with {_quoted(chosen)}."
        if chosen
        else f"{_quoted(pair.left)} is still open."
    )


def _quoted(said: str) -> str:
    """Quotation marks within *said* become single ones."""
    return f"“{said.replace('“', '‘').replace('”', '’')}”"


def _probability(item: Item, answer: object) -> Feedback | None:
    if not isinstance(answer, dict):
        return None
    fact = "It is accurate." if item.accurate else "It is not accurate."
    if answer.get("unsure") is True:
        return Feedback("unsure", (f"A fair answer: experts look things up too. {fact}", item.why))
    value = answer.get("value")
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 100:
        return None
    toward = value if item.accurate else 100 - value
    state: State = "right" if toward > 50 else "partly" if toward == 50 else "wrong"
    return Feedback(state, (f"You said {value:g} in 100. {fact} {_how_sure(toward)}", item.why))


def _how_sure(toward: float) -> str:
    """What to say when *toward* of 100 was put on the side that turned out to be so."""
    if toward > 80:
        return "You were sure, and rightly so."
    if toward > 50:
        return "A source would let you be surer."
    if toward == 50:
        return "The middle says that you could not tell."
    return "You were not very sure, and rightly so." if toward >= 20 else "You were quite sure: worth a second look."


def _short(item: Item, answer: object) -> Feedback | None:
    if not isinstance(answer, str) or not answer.strip():
        return None
    said = _plain(answer[:LONGEST])
    there = [need.what for need in item.needs if _says(said, need)]
    missing = [need.what for need in item.needs if not _says(said, need)]
    loose = [need.what for need in item.avoid if _says(said, need)]
    if not missing and not loose and _is_sentence(said, item):
        return Feedback("right", (f"Your sentence says {_listed(there)}.", item.why))
    if there and not _is_sentence(said, item):
        return Feedback("partly", ("Good words to use. Now make a whole sentence of them: who did what?", item.next))
    lines = [f"Your sentence says {_listed(there)}."] if there else []
    lines += [f"The program does not find {_listed(missing)}."] if missing else []
    fair = [OWN_WORDS] if missing and item.hints else []
    return Feedback("partly" if there else "wrong", (*lines, *loose, *fair, item.next))


def _plain(said: str) -> str:
    """The words in small letters, each between spaces; "Biscuit's" is about Biscuit."""
    words = (said[span.start : span.end].lower().replace("’", "'") for span in text.words(said))
    return f" {' '.join(word.removesuffix(chr(39) + 's') for word in words)} "


def _says(said: str, need: Need) -> bool:
    return any(_plain(wording) in said for wording in need.any)


def _is_sentence(said: str, item: Item) -> bool:
    """The words that are looked for, one after the other, are no sentence yet."""
    rest = said
    for wording in (wording for need in item.needs for wording in need.any):
        rest = rest.replace(_plain(wording), "  ")
    return len(said.split()) >= LEAST_WORDS and bool(rest.split())


def _listed(things: list[str]) -> str:
    return ", ".join(things[:-1]) + (" and " if things[:-1] else "") + things[-1]
