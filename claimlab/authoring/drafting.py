"""A first draft of what a restatement must get right, from the claim's own sentence.

Names, numbers, dates and the words that carry meaning become slots; ordinary words become
details, which weigh less. Everyday synonyms and opposites are added, the rest is the teacher's.
Nothing here looks anything up: the same sentence always gives the same draft.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from claimlab import slots
from claimlab.authoring.english import ALIKE, LIGHT
from claimlab.filed import Index
from claimlab.finding import Finder, fill
from claimlab.key import NEUTRAL
from claimlab.opposites import OPPOSITE
from claimlab.text import sentences
from claimlab.wording import FUNCTION_WORDS, NEGATORS, Reading, Word, read

NAMES = ("who", "whom", "about")
_TITLES = frozenset("mr mrs ms miss dr prof sir lady lord dame st".split())
_TELLING = frozenset("more most same before after all".split())
_TELLING_DENIED = _TELLING | frozenset("there here own up out have has had".split())
_YEARS = range(1500, 2100)
_MONTHS = frozenset("january february march april june july august september october november december".split())
_NO_GROUPS: Index[str] = Index({})


@dataclass(frozen=True)
class Names:
    """What other texts tell about names: stems that are ``known`` as names, surnames ``shared`` by several people."""

    known: frozenset[str] = frozenset()
    shared: frozenset[str] = frozenset()


@dataclass
class Draft:
    """Slots by name, each a tuple of wordings; ``details`` are the words a reader can do without."""

    slots: dict[str, tuple[str, ...]] = field(default_factory=dict)
    details: dict[str, tuple[str, ...]] = field(default_factory=dict)


def draft(sentence: str, given: str = "", names: Names = Names()) -> Draft:
    """Return the draft for *sentence*; what *given* already says (a question, say) becomes detail.

    *names* (see ``names_in``) tell whether a capital that opens the sentence is one, and which surnames tell nobody
    apart.
    Every slot fits the sentence it was drafted from. A sentence that says nothing gives an empty draft.
    """
    reading = read(sentence)
    known = frozenset(stem for span in sentences(given) for stem in read(given[slice(*span)]).content)
    made = Draft()
    for kind, words in _pieces(reading, names.known):
        minor = (kind != "name" and words[0].stem in LIGHT) or all(word.stem in known for word in words)
        _put(made.details if minor else made.slots, _called(kind, made), _wordings(kind, words, names.shared))
    if not made.slots and made.details:
        made.slots, made.details = made.details, {}
    finder = Finder(reading, _NO_GROUPS)
    for part in (made.slots, made.details):
        for name in [name for name, wordings in part.items() if not _fits(name, wordings, finder)]:
            del part[name]
    return made if made.slots else Draft(_whole(reading, finder))


def _whole(reading: Reading, finder: Finder) -> dict[str, tuple[str, ...]]:
    """One slot that holds the words of a sentence as they stand, unless they say nothing."""
    words = [word for word in reading.words[:12] if word.sentence == reading.words[0].sentence]
    wordings = (" ".join(word.text for word in words),)
    return {"what": wordings} if words and _fits("what", wordings, finder) else {}


def _put(part: dict[str, tuple[str, ...]], name: str, wordings: Iterable[str]) -> None:
    kept = tuple(dict.fromkeys(wordings))
    if kept and kept not in part.values():
        part[name] = kept


def _fits(name: str, wordings: Sequence[str], finder: Finder) -> bool:
    compiled = [wording for source in wordings for wording in slots.compile_wordings(source)]
    telling = not any(slots.says_nothing(wording) for wording in compiled)
    return telling and fill(compiled, finder, neutral=name in NEUTRAL).state == "filled"


def _pieces(reading: Reading, names: Collection[str]) -> Iterator[tuple[str, list[Word]]]:
    """Yield ("name", words), ("number", [word]), ("when", [word]), ("what", [word]) and ("either", [word]), each once.

    A "not" turns the first word it meets; those after it are "either": who is not in a closed path may be in an open
    path or in no path.
    """
    seen: set[str] = set()
    name: list[Word] = []
    denied = False
    for place, word in enumerate(reading.words):
        if _is_name(reading, place, names):
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


def names_in(*texts: str) -> Names:
    """Return what the capitals within the sentences of *texts* tell about names."""
    known: set[str] = set()
    bearers: dict[str, set[str]] = {}
    for written in texts:
        for span in sentences(written):
            for name in _capitals(read(written[slice(*span)])):
                known.update(word.stem for word in name)
                if len(name) > 1:
                    bearers.setdefault(name[-1].stem, set()).add(name[0].stem)
    return Names(frozenset(known), frozenset(surname for surname, first in bearers.items() if len(first) > 1))


def _capitals(reading: Reading) -> Iterator[list[Word]]:
    """Yield the names within a sentence, word by word; a capital at its beginning may be no more than that."""
    places = [place for place in range(len(reading.words)) if _is_name(reading, place, ())]
    for _, run in groupby(enumerate(places), key=lambda pair: pair[1] - pair[0]):
        name = [reading.words[place] for _, place in run if reading.words[place].text not in _TITLES]
        if name:
            yield name


def _is_name(reading: Reading, place: int, names: Collection[str]) -> bool:
    """True for a capital within the sentence; at its beginning if it is a known name or another capital follows."""
    word = reading.words[place]
    if word.number is not None or word.text in FUNCTION_WORDS or word.text in NEGATORS or word.text in _MONTHS:
        return False
    if reading.text.isupper() or not _capital(reading, place):
        return False
    opens = place == 0 or reading.words[place - 1].sentence != word.sentence
    follows = place + 1 < len(reading.words) and _capital(reading, place + 1)
    return not opens or word.stem in names or follows


def _capital(reading: Reading, place: int) -> bool:
    return reading.text[reading.words[place].start].isupper()


def _kind(word: Word) -> str:
    if word.number is not None:
        return "when" if word.number in _YEARS else "number"
    if word.text in _MONTHS:
        return "when"
    telling = _TELLING_DENIED if word.negated else _TELLING
    if word.text in NEGATORS or (word.text in FUNCTION_WORDS and word.text not in telling):
        return ""
    return "what"


def _called(kind: str, made: Draft) -> str:
    """A name not yet taken: who, whom, about for people, places and things; what, what2 ... for the rest."""
    taken = {**made.slots, **made.details}
    names = NAMES if kind == "name" else ("what" if kind == "either" else kind,)
    free = next((name for name in names if name not in taken), None)
    return free or next(f"{names[-1]}{number}" for number in range(2, 999) if f"{names[-1]}{number}" not in taken)


def _wordings(kind: str, words: list[Word], shared: Collection[str]) -> Iterator[str]:
    if kind == "name":
        yield from _names(words, shared)
    elif kind == "what":
        yield from _words(words[0])
    elif kind == "either":
        yield from (words[0].text, f"not {words[0].text}")
    else:
        yield str(words[0].number) if words[0].number is not None else words[0].text


def _names(words: list[Word], shared: Collection[str]) -> Iterator[str]:
    """The whole name, then each part of it that is enough to be known by."""
    yield " ".join(word.text for word in words)
    yield from (word.text for word in words if len(words) > 1 and len(word.text) > 2 and word.stem not in shared)


def _words(word: Word) -> Iterator[str]:
    """The word, its everyday synonyms, and "not" its opposites; turned round if it is denied."""
    said, other = ("not ", "") if word.negated else ("", "not ")
    yield said + word.text
    yield from (said + wording for wording in ALIKE.get(word.stem, ()) if not (said and " " in wording))
    yield from (other + wording for wording in OPPOSITE.get(word.stem, ()))
