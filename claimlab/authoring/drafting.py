"""A first draft of what a restatement must get right, from the claim's own sentence.

Names, numbers, dates and the words that carry meaning become slots; ordinary words become
details, which weigh less. Everyday synonyms and opposites are added, the rest is the teacher's.
Nothing here looks anything up: the same sentence always gives the same draft.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from claimlab import slots
from claimlab.authoring.english import ALIKE, LIGHT, OPPOSITE
from claimlab.finding import Finder, Index, fill
from claimlab.key import NEUTRAL
from claimlab.text import sentences
from claimlab.wording import FUNCTION_WORDS, NEGATORS, Reading, Word, read

NAMES = ("who", "whom", "about")
SHORTEST_BEGINNING = 6
_TITLES = frozenset("mr mrs ms miss dr prof sir lady lord dame st".split())
_TELLING = frozenset("more most same before after all".split())
_YEARS = range(1500, 2100)
_MONTHS = frozenset("january february march april june july august september october november december".split())
_NO_GROUPS: Index[str] = Index({})


@dataclass
class Draft:
    """Slots by name, each a tuple of wordings; ``details`` are the words a reader can do without."""

    slots: dict[str, tuple[str, ...]] = field(default_factory=dict)
    details: dict[str, tuple[str, ...]] = field(default_factory=dict)


def draft(sentence: str, given: str = "") -> Draft:
    """Return the draft for *sentence*; what *given* already says (a question, say) becomes detail.

    Every wording fits the sentence it was drafted from. A sentence without a word gives an empty draft.
    """
    reading = read(sentence)
    known = frozenset(stem for span in sentences(given) for stem in read(given[slice(*span)]).content)
    made = Draft()
    for kind, words in _pieces(reading):
        minor = (kind != "name" and words[0].stem in LIGHT) or all(word.stem in known for word in words)
        _put(made.details if minor else made.slots, _called(kind, made), _wordings(kind, words))
    if not made.slots and made.details:
        made.slots, made.details = made.details, {}
    finder = Finder(reading, _NO_GROUPS)
    for part in (made.slots, made.details):
        for name in [name for name, wordings in part.items() if not _fits(name, wordings, finder)]:
            del part[name]
    if not made.slots and reading.words:
        made.slots["what"] = (" ".join(word.text for word in reading.words[:12]),)
    return made


def _put(part: dict[str, tuple[str, ...]], name: str, wordings: Iterable[str]) -> None:
    kept = tuple(dict.fromkeys(wordings))
    if kept and kept not in part.values():
        part[name] = kept


def _fits(name: str, wordings: Sequence[str], finder: Finder) -> bool:
    compiled = [wording for source in wordings for wording in slots.compile_wordings(source)]
    return fill(compiled, finder, neutral=name in NEUTRAL).state == "filled"


def _pieces(reading: Reading) -> Iterator[tuple[str, list[Word]]]:
    """Yield ("name", words), ("number", [word]), ("when", [word]), ("what", [word]) and ("either", [word]), each once.

    A "not" turns the first word it meets; those after it are "either": who is not in a closed path may be in an open
    path or in no path.
    """
    seen: set[str] = set()
    name: list[Word] = []
    denied = False
    for place, word in enumerate(reading.words):
        if _is_name(reading, place):
            name.append(word)
            continue
        yield from _name(name, seen)
        name = []
        kind = _kind(word)
        if kind and word.stem not in seen:
            seen.add(word.stem)
            yield ("either" if kind == "what" and word.negated and denied else kind), [word]
        denied = word.negated and (denied or kind == "what")
    yield from _name(name, seen)


def _name(words: list[Word], seen: set[str]) -> Iterator[tuple[str, list[Word]]]:
    new = [word for word in words if word.text not in _TITLES]
    if any(word.stem not in seen for word in new):
        seen.update(word.stem for word in new)
        yield "name", new


def _is_name(reading: Reading, place: int) -> bool:
    """True for a capital within the sentence, or at its beginning if the next word has one too."""
    word = reading.words[place]
    if word.number is not None or word.text in FUNCTION_WORDS or word.text in NEGATORS or word.text in _MONTHS:
        return False
    opens = place == 0 or reading.words[place - 1].sentence != word.sentence
    if reading.text.isupper():
        return False
    return _capital(reading, place) and (not opens or (place + 1 < len(reading.words) and _capital(reading, place + 1)))


def _capital(reading: Reading, place: int) -> bool:
    return reading.text[reading.words[place].start].isupper()


def _kind(word: Word) -> str:
    if word.number is not None:
        return "when" if word.number in _YEARS else "number"
    if word.text in _MONTHS:
        return "when"
    if word.text in NEGATORS or (word.text in FUNCTION_WORDS and word.text not in _TELLING):
        return ""
    return "what"


def _called(kind: str, made: Draft) -> str:
    """A name not yet taken: who, whom, about for people, places and things; what, what2 ... for the rest."""
    taken = {**made.slots, **made.details}
    names = NAMES if kind == "name" else ("what" if kind == "either" else kind,)
    free = next((name for name in names if name not in taken), None)
    return free or next(f"{names[-1]}{number}" for number in range(2, 999) if f"{names[-1]}{number}" not in taken)


def _wordings(kind: str, words: list[Word]) -> Iterator[str]:
    if kind == "name":
        yield from _names(words)
    elif kind == "what":
        yield from _words(words[0])
    elif kind == "either":
        yield from (words[0].text, f"not {words[0].text}")
    else:
        yield str(words[0].number) if words[0].number is not None else words[0].text


def _names(words: list[Word]) -> Iterator[str]:
    """The whole name, then each part of it that is long enough to be known by."""
    yield " ".join(word.text for word in words)
    yield from (word.text for word in words if len(words) > 1 and len(word.text) > 2)


def _words(word: Word) -> Iterator[str]:
    """The word, its longer relatives, its everyday synonyms, and "not" its opposites; turned round if it is denied."""
    said, other = ("not ", "") if word.negated else ("", "not ")
    yield said + word.text
    if not word.negated and len(word.stem) >= SHORTEST_BEGINNING and re.fullmatch("[a-z]+", word.text):
        yield f"{word.text[: max(5, -(-len(word.stem) * 3 // 4))]}*"
    yield from (said + wording for wording in ALIKE.get(word.stem, ()) if not (said and " " in wording))
    yield from (other + wording for wording in OPPOSITE.get(word.stem, ()))
