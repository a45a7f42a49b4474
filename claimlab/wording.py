"""Reading a sentence for comparison with another.

Two sentences may say the same in other case, quotes, spelling or number words, and
the opposite with one small “not”. A reading keeps what comparison needs: stems,
numbers, sentences, and for every word whether it stands under a negation. All of it
takes one pass, so no input can make it slow.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from functools import lru_cache

from claimlab import numbers
from claimlab.stems import stem

LONGEST = 600
_LONGEST_WORD = 24
_TOKEN = re.compile(r"\d{1,3}(?:,\d{3})+(?!\d)|[^\W_]+(?:'[^\W_]+)*|[.!?;:,\u2026]|[\"“”]|\s-\s|[\u2013\u2014]")
_FOLDED = str.maketrans(
    {"\u2019": "'", "\u2018": "'", "\u02bc": "'", "`": "'", "\u00b4": "'", "\u00ad": "", "\u200b": ""}
)
_NO_APOSTROPHE = {
    written: full
    for full, spelt in {
        "do": "dont",
        "does": "doesnt dosnt dosent doesent",
        "did": "didnt dident didint didnot",
        "is": "isnt isent",
        "are": "arent",
        "was": "wasnt wasent wosnt",
        "were": "werent wernt",
        "has": "hasnt hasent",
        "have": "havent havnt",
        "had": "hadnt",
        "will": "wont",
        "would": "wouldnt woudnt wudnt",
        "could": "couldnt coudnt cudnt",
        "should": "shouldnt shoudnt",
        "must": "mustnt musnt",
        "need": "neednt",
        "can": "cant",
        "be": "aint",
    }.items()
    for written in spelt.split()
}
NEGATORS = frozenset(
    "not no never nobody none nothing neither nor without cannot nowhere hardly barely refuse refused refuses "
    "unable incapable".split()
)
_PREAMBLE = frozenset(
    "it is was be a the not no never isn wasn simply just completely totally absolutely clearly".split()
)
_NO_NEGATION = frozenset(
    "only just simply matter merely doubt fail failed fails forget forgot forgets but except".split()
)
_NOT_ONLY = frozenset("only merely simply".split())
_STOPPED = frozenset("stop stopped stops cease ceased ceases".split())
_SWEEPING = frozenset("false untrue lie myth wrong incorrect deny denies denied".split())
_BREAKS = frozenset("but because when while although though however whereas unless until so since after before".split())
_SUBJECTS = frozenset("he she they it we i you there this that who which whose was were is are had has have".split())
_OPENERS = _SUBJECTS | frozenset("felt went took became said told knew saw came got made".split())
_MADE = frozenset(("myth", "lie"))
_TRUE = frozenset("true correct case right".split())
NEGATING_PAIRS = frozenset(
    {("far", "from"), ("anything", "but")}
    | {(verb, "to") for verb in "fail fails failed forget forgot neglect neglected decline declined declines".split()}
    | {(verb, link) for verb in ("doubt", "doubts", "doubted") for link in ("that", "if", "whether")}
)
_ABSENT = frozenset("rid deny denies denied peace escape escaped".split())
_ABSENT_FROM = frozenset({("free", "of"), ("free", "from"), ("away", "from")})
"""Whoever is not free of drugs has drugs: behind these words a "not" is used up."""
_GOVERNING = NEGATORS | _BREAKS | {"and"} | _SWEEPING | _TRUE | _ABSENT
_GOVERNING |= {word for word, _ in NEGATING_PAIRS | _ABSENT_FROM}
"""The only words that begin or end a negation."""
_FULL_STOPS = frozenset(".!?\u2026")
_REACH = 14
_DECADES = ("decade", "decades")
_MANY = 20
FUNCTION_WORDS = frozenset(
    "a an the of to in on at by for from with as and or but if that than this these those is am are was were be "
    "been being do does did have has had will would can could may might must shall should it its he she they them "
    "his her their him we us our i me my you your who whom whose which what when where why how there here not no "
    "never so too very just also even only then up out about into over after before during through because while "
    "until more most much many some any all each every other such own same again really".split()
)


@dataclass(frozen=True, slots=True)
class Word:
    """One word: its place in the text, its stem, its number if it is one, and whether a negation governs it.

    ``denied`` is set after "it is not true that": then the sentence as a whole is turned round.
    """

    text: str
    start: int
    end: int
    stem: str
    number: int | None
    sentence: int
    negated: bool = False
    denied: bool = False


@dataclass(frozen=True)
class Reading:
    """A text read for comparison; ``stems`` are those of ``words`` in order."""

    text: str
    words: tuple[Word, ...]
    question: bool = False

    @property
    def stems(self) -> tuple[str, ...]:
        """Stems of the words in order."""
        return tuple(word.stem for word in self.words)

    @property
    def content(self) -> frozenset[str]:
        """Stems of the words that carry meaning."""
        return frozenset(word.stem for word in self.words if word.text not in FUNCTION_WORDS)


@lru_cache(maxsize=8192)
def read(text: str) -> Reading:
    """Return the reading of *text*, of which at most LONGEST characters are read."""
    text = text[:LONGEST]
    marks = _split(_fold(text))
    return Reading(text, tuple(_words(marks)), text.rstrip().endswith("?"))


def _fold(text: str) -> str:
    """Lower case and plain apostrophes, letter for letter, so that offsets stay true."""
    folded = text.translate(_FOLDED)
    if len(folded) != len(text):
        folded = text
    lowered = folded.lower()
    return lowered if len(lowered) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in folded)


def _split(folded: str) -> list[tuple[str, int, int]]:
    """Return words and punctuation; "didn't" becomes "did", "not", and a possessive loses its ending."""
    found: list[tuple[str, int, int]] = []
    for match in _TOKEN.finditer(folded):
        word, (start, end) = match.group(), match.span()
        if word in _NO_APOSTROPHE:
            found += [(_NO_APOSTROPHE[word], start, end), ("not", start, end)]
        elif word.isalpha():
            found.append((word[:_LONGEST_WORD], start, end))
        elif word.endswith("n't") and len(word) > 3:
            found += [(word[:-3] if word != "can't" else "can", start, end), ("not", start, end)]
        elif "'" in word:
            found.append((word.split("'", 1)[0], start, end))
        else:
            found.append((word.strip()[:_LONGEST_WORD], start, end))
    return found


def _words(marks: list[tuple[str, int, int]]) -> list[Word]:
    found: list[Word] = []
    scope = _Scope()
    sentence = opening = 0
    texts = [*(text for text, _, _ in marks), "", ""]
    for place, (text, start, end) in enumerate(marks):
        following, after = texts[place + 1], texts[place + 2]
        if not text[0].isalnum():
            scope.punctuation(text)
            if text in _FULL_STOPS:
                sentence, opening = sentence + 1, len(found)
            continue
        negated = scope.step(text, following, after)
        if scope.denies:
            found = found[:opening] + _without_preamble(found[opening:])
            continue
        number = numbers.value(text, short_year=text.isdigit() and _short_year(marks[place], texts[place - 1]))
        previous = found[-1] if found else None
        first = previous.number if previous and previous.end + 1 == start else None
        if previous and first is not None and _joins(previous, first, text):
            joined = first * numbers.MULTIPLES.get(text, 1) + (numbers.unit(text) or 0)
            found[-1] = Word(previous.text, previous.start, end, str(joined), joined, sentence, negated, scope.denied)
            continue
        if previous and text in _DECADES and previous.number is not None and 1 < previous.number < _MANY:
            found[-1] = replace(previous, stem=str(10 * previous.number), number=10 * previous.number)
        known = str(number) if number is not None else stem(text if text.isascii() else _plain(text))
        if text == "not" and following in _NOT_ONLY:
            known = following
        found.append(Word(text, start, end, known, number, sentence, negated, scope.denied))
    return found


def _without_preamble(words: list[Word]) -> list[Word]:
    """Drop "it is not" before "true that": these words are about the statement, not in it."""
    while words and words[-1].text in _PREAMBLE:
        words = words[:-1]
    return words


def _short_year(mark: tuple[str, int, int], before: str) -> bool:
    """True for '85 and for "in 85": a word two digits long whose mark is wider, or one that follows a preposition."""
    text, start, end = mark
    return (
        text.isascii()
        and text.isdigit()
        and len(text) == 2
        and int(text) > 50
        and (end - start > 2 or before in ("in", "from", "of", "since"))
    )


def _joins(previous: Word, number: int, text: str) -> bool:
    """ "Forty" goes on in "one", and "four" in "hundred"; *number* is that of *previous*."""
    if text in numbers.MULTIPLES:
        return 1 < number < numbers.MULTIPLES[text]
    return numbers.is_tens(previous.text) and number % 10 == 0 and numbers.unit(text) is not None


def _plain(text: str) -> str:
    """Without accents: fiancé and fiance are one word."""
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))[:24] or text


def _denies_nothing(text: str, following: str, after: str) -> bool:
    """ "Not only" denies nothing, nor do "nothing but" and "never stopped feeling", which mean only and always."""
    if following == "quite":
        return numbers.value(after) is not None
    only = text in ("nothing", "none") and following in ("other", "apart", "beyond", "besides")
    return only or following in _NO_NEGATION or (following in _STOPPED and after.endswith("ing"))


class _Scope:
    """How far a negation reaches: forward to the end of its clause, at most _REACH words.

    "It is not true that" reaches to the full stop and is kept apart, in ``denied``.
    """

    def __init__(self) -> None:
        self.left = 0
        self.denied = False
        self.denies = False
        self.previous = ""

    def punctuation(self, mark: str) -> None:
        """A full stop ends everything; another mark ends an ordinary negation."""
        if mark in _FULL_STOPS:
            self.denied = False
        if mark not in '"“”':
            self.left = 0

    def step(self, text: str, following: str, after: str) -> bool:
        """Take one word in and say whether it is negated; ``denies`` is set if the word denies all that follows."""
        governs = text in _GOVERNING
        if governs and self._ends(text, following):
            self.left = 0
        negated = self.left > 0
        self.left = max(0, self.left - 1)
        self.denies = governs and self._denies_all(text, following, negated)
        if governs:
            self._govern(text, following, after, negated)
        self.previous = text
        return negated

    def _govern(self, text: str, following: str, after: str, negated: bool) -> None:
        if self.denies:
            self.denied = not self.denied
            self.left = 0
        elif (text in NEGATORS or (text, following) in NEGATING_PAIRS) and not _denies_nothing(text, following, after):
            self.left = 0 if negated and text != "nor" else _REACH
        if text in _ABSENT or (text, following) in _ABSENT_FROM:
            self.left = 0

    def _ends(self, text: str, following: str) -> bool:
        """True for a word that opens another clause; the "so" of "not so warm" opens none."""
        if text == "so" and self.previous in NEGATORS:
            return False
        return (text in _BREAKS and self.previous != "anything") or (text == "and" and following in _OPENERS)

    def _denies_all(self, text: str, following: str, negated: bool) -> bool:
        """True for "false that" and "not true that"; "the myth that Hollywood made" only names a myth."""
        if text in _MADE and self.previous not in ("a", "is", "was"):
            return False
        sweeping = text in _SWEEPING and not negated
        return following == "that" and (sweeping or (text in _TRUE and self.left > 0))
