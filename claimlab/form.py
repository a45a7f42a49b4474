"""Hints about the form of a restatement, given while the student types.

A good claim stands alone, holds one idea and is said in the student's own words. That
can be seen without knowing what the key asks for, so nothing here touches a key.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from claimlab.answers import Sheet
from claimlab.case import Article
from claimlab.lifted import article_names, copied
from claimlab.stems import stem
from claimlab.wording import FUNCTION_WORDS, NEGATORS, Reading, Word, read

SHORTEST = 3
GLANCED = 400
LISTED = 20
LONG_LIST = 8
LISTED_AT_LEAST = 2
MOST_EACH = 2
EARLY = 6  # words: so far may the subject stand behind an opening such as "by the end of May"
_WHO = frozenset("he she him her his hers himself herself they them their theirs".split())
_ONE_PERSON = dict.fromkeys(("her", "hers", "herself"), "she")
_ONE_PERSON |= dict.fromkeys(("him", "his", "himself"), "he")
_ONE_PERSON |= dict.fromkeys(("them", "their", "theirs", "themselves"), "they")
_EVERY = frozenset("every each all most no nobody everybody everyone".split())
_THIS = frozenset("this that these those it its".split())
_AFTER_THIS = frozenset(
    "is are was were be has have had will would can could did does do made makes make broke breaks shows show means "
    "mean hurt hurts happened happens destroyed changed became".split()
)
_MOMENT = frozenset("day time moment year night".split())
_RELATIVE = frozenset("now today yesterday tomorrow nowadays recently currently".split())
_UNNAMED = {"girl": "girl", "girlfriend": "girl", "film": "film", "movie": "film", "fans": "fans"}
_POINTING = _WHO | _THIS | _RELATIVE | {"last", *_UNNAMED}
"""The only words that may need to be told what they point to."""
_KNOWN_THINGS = frozenset("film movie article text story case author".split())
_GROUPS = frozenset("people family public audience children men women couple crew team".split())
_JOINTS = frozenset(("and", "but", "while"))
_SUBORDINATORS = frozenset("that who which because said when where if how".split())
_OPENERS = frozenset(
    "before after when while just shortly close near at in until during as although since towards with by on".split()
)
_LEADS = frozenset("soon nearly almost perhaps maybe then today".split())
_FEELS = frozenset(
    "feel felt find found like love hate would want can cannot cried am was wish hope agree understand never really "
    "honestly also".split()
)
_VIEWS = frozenset("opinion view mind eyes favorite favourite".split())
_LISTING = frozenset("and or the a an his her their".split())
_NO_LISTING = NEGATORS | FUNCTION_WORDS - _LISTING
_NAMELESS_NOUNS = frozenset(
    "mother mom mum father son boy girl daughter parent doctor fan people person man woman child filmmaker director "
    "actor actress audience viewer public family friend teenager moviegoer".split()
)
_VERBS = frozenset(
    "occur consist relate concern sound smell taste result weep sob wake wear pray beg hope wish plan own owe ruin "
    "inform report invent promise refuse allow permit dare be do have will would can could may might must shall "
    "should say tell take break leave feel know think give make forbid fight hide speak see keep lose meet get grow "
    "become come begin beat win write find hold understand catch die live love play reach show force haunt confess "
    "admit reveal cry believe describe defy want need look turn experience suffer try use include prove stay remain "
    "open happen reject contain inspire touch star mislead deceive recognise ban follow kill damage miss stun "
    "treasure grieve pass succeed fail defeat overcome accept remember learn teach mention interview sell earn "
    "contradict ignore omit portray depict act cover exist surround put stop let hurt lie run fall go hear lead "
    "work call ask seem appear bully shock destroy change skip claim read bring feed buy hate enjoy weigh cost "
    "visit".split()
)
_VERB_STEMS = frozenset(stem(verb) for verb in _VERBS)
_MESSAGES = {
    "who": "Who is “{word}”? A reader who has not seen the article cannot tell.",
    "what": "What is “{word}”? Name it, so that the sentence makes sense with the article covered up.",
    "when": "When is “{word}”? Give the date or the occasion.",
    "named": "Nobody and nothing is named here: whom or what is this about?",
    "two ideas": "This looks like two ideas joined by “{word}”. Could one be true and the other not? Then split them.",
    "own view": "“{word}” says what you think. State only what the article claims.",
    "copied": "These are the article's own words. Say it in yours.",
    "question": "This is a question. Turn it into the statement that someone makes.",
    "short": "This is too short to be true or false. Write a full sentence.",
    "sentence": "This is not a full sentence yet: who does or is what?",
}


@dataclass(frozen=True)
class Remark:
    """A hint: its kind, the word it is about, and the sentence that is shown."""

    kind: str
    word: str
    message: str


@lru_cache(maxsize=2048)
def remarks(restatement: str, article: Article) -> tuple[Remark, ...]:
    """Return the hints on *restatement*, most important first; none for an empty one."""
    reading = read(restatement)
    if not reading.words:
        return ()
    if len(reading.words) < SHORTEST and not (len(reading.words) > 1 and is_sentence(reading)):
        return (_remark("short", ""),)
    found = [
        _remark("sentence", "") if not is_sentence(reading) else None,
        _remark("question", "") if reading.question else None,
        *loose(reading, article),
        own_view(reading),
        _joint(reading),
        _remark("copied", "") if copied(reading, article) else None,
    ]
    return tuple(remark for remark in found if remark)


def loose(reading: Reading, article: Article) -> list[Remark]:
    """Return what keeps the sentence from standing alone: pronouns, bare nouns and dates without a referent."""
    names = article_names(article.text)
    pointing = [(place, word) for place, word in enumerate(reading.words) if word.text in _POINTING]
    found = [remark for place, word in pointing if (remark := _loose_word(place, word, reading, names))]
    once = list({_ONE_PERSON.get(remark.word, remark.word): remark for remark in reversed(found)}.values())[::-1]
    if not once and not _names_something(reading, names):
        return [_remark("named", "")]
    return once[:3]


def _names_something(reading: Reading, names: frozenset[str]) -> bool:
    """A name, everybody of a kind, a thing with its number ("bus 14") or a technical term says what is meant."""
    words = reading.words
    opening = EARLY if words and words[0].text in _OPENERS else 2 if words and words[0].text in _LEADS else 1
    if any(word.text in _EVERY for word in words[:opening]):
        return True
    if any(word.text in names for word in words):
        return True
    after = [*words[2:], None]
    numbered = any(
        second.text.isdigit() and first.text not in FUNCTION_WORDS and (third is None or _is_verb(third))
        for first, second, third in zip(words, words[1:], after, strict=False)
    )
    joined = any(reading.text[a.end : b.start] == "-" and min(len(a.text), len(b.text)) > 5 for a, b in pairwise(words))
    return numbered or joined


def _loose_word(place: int, word: Word, reading: Reading, names: frozenset[str]) -> Remark | None:
    before = reading.words[:place]
    after = reading.words[place + 1 : place + 2]
    following = after[0].text if after else ""
    if (
        word.text in _WHO
        and not any(_can_be_meant(earlier, word, names) for earlier in before)
        and not _points_ahead(place, reading, names)
    ):
        return _remark("who", word.text)
    if word.text in ("this", "that") and following in _MOMENT:
        return _remark("when", f"{word.text} {following}")
    if word.text in _THIS and place == 0 and following in _AFTER_THIS and not _is_filler(word, reading):
        return _remark("what", word.text)
    if (
        (word.text == "these" or (word.text == "this" and not place))
        and _points_back(following)
        and not _is_thing(following)
    ):
        return _remark("what", f"{word.text} {following}".strip())
    if word.text in _RELATIVE or (
        word.text == "last" and following in _MOMENT - {"moment", "time"} | {"week", "month"}
    ):
        return _remark("when", word.text if word.text in _RELATIVE else f"last {following}")
    return _bare_noun(place, word, reading, names)


def _points_back(following: str) -> bool:
    """True for "these conditions" and "after this"; "those who loved it" points ahead."""
    return following not in ("who", "that", "which", "in", "of", "with", "kind", "sort") or not following


def _is_thing(following: str) -> bool:
    """ "This film" and "this article" are known to whoever reads the card."""
    return following in _KNOWN_THINGS


def _bare_noun(place: int, word: Word, reading: Reading, names: frozenset[str]) -> Remark | None:
    """ "The girl" says nothing to a reader; "the film" does only if somebody of the story is named."""
    if not place or reading.words[place - 1].text != "the" or word.text not in _UNNAMED:
        return None
    around = {near.text for near in reading.words}
    if _UNNAMED[word.text] == "girl":
        told = around & {"love", "loved", "girlfriend", "dated", "dating", "relationship"}
        return None if told else _remark("who", f"the {word.text}")
    return None if around & (names - {"hollywood"}) else _remark("what", f"the {word.text}")


def _can_be_meant(earlier: Word, pronoun: Word, names: frozenset[str]) -> bool:
    """A name or a word for a person; for "they" any word that may be a plural, but no single person."""
    ending = earlier.text.endswith("s") and not earlier.text.endswith(("ss", "us", "is"))
    plural = (ending and earlier.text not in FUNCTION_WORDS) or earlier.text in _GROUPS
    if pronoun.text in ("they", "them", "themselves"):
        return plural
    person = earlier.text in names or earlier.stem in _NAMELESS_STEMS
    return person or (plural and pronoun.text.startswith("the"))


def _points_ahead(place: int, reading: Reading, names: frozenset[str]) -> bool:
    """In "Shortly before she died, Rusty spoke" the name follows the opening clause."""
    opening = reading.words[0].text in _OPENERS
    return opening and any(word.text in names for word in reading.words[place + 1 : place + 6])


_NAMELESS_STEMS = frozenset(stem(noun) for noun in _NAMELESS_NOUNS)


def _is_filler(word: Word, reading: Reading) -> bool:
    """In "it was said that Rocky ..." and "it was Rusty who ..." the "it" stands for what follows."""
    return word.text == "it" and any(
        later.text in ("that", "who", "by", "to", "year", "years") for later in reading.words[2:9]
    )


def own_view(reading: Reading) -> Remark | None:
    """Return the hint on what the writer feels, likes or finds; "I think" before a claim only makes it less sure."""
    for word, after in pairwise(reading.words):
        if (word.text == "i" and after.text in _FEELS) or (word.text == "my" and after.text in _VIEWS):
            return _remark("own view", reading.text[word.start : after.end])
    return None


def _joint(reading: Reading) -> Remark | None:
    """Two statements joined: a clause with a verb on both sides of the joint."""
    words = reading.words
    clause_has_verb = False
    for place, word in enumerate(words):
        semicolon = place > 0 and ";" in reading.text[words[place - 1].end : word.start]
        joined = word.text in _JOINTS and not _no_joint(place, reading)
        if clause_has_verb and (semicolon or joined) and _opens_clause(words[place + joined : place + joined + 4]):
            return _remark("two ideas", ";" if semicolon else word.text)
        clause_has_verb = (
            word.text not in _SUBORDINATORS and (clause_has_verb or (place > 0 and _is_verb(word))) and not semicolon
        )
    return None


def _no_joint(place: int, reading: Reading) -> bool:
    """ "Nothing but" means only, and a "while" without a comma tells when."""
    before = reading.words[place - 1] if place else None
    if reading.words[place].text == "while":
        return before is None or "," not in reading.text[before.end : reading.words[place].start]
    return reading.words[place].text == "but" and before is not None and before.text in ("nothing", "anything")


def _opens_clause(words: Sequence[Word]) -> bool:
    return len(words) >= 2 and any(_is_verb(word) for word in words)


def _is_verb(word: Word) -> bool:
    return word.stem in _VERB_STEMS or (len(word.text) > 3 and word.text.endswith("ed"))


def is_list(reading: Reading) -> bool:
    """Return whether this only names things, joined by commas or "and", or many in a row: nothing is said of them."""
    words = reading.words
    if len(words) > LISTED_AT_LEAST and all("," in reading.text[w.end : after.start] for w, after in pairwise(words)):
        return True
    if len(words) < 2 or any(word.text in _NO_LISTING for word in words):
        return False
    if any(_is_verb(word) and not word.text.endswith("ing") for word in words):
        return False
    commas = sum("," in reading.text[word.end : after.start] for word, after in pairwise(words))
    joints = commas + sum(word.text in ("and", "or") for word in words)
    named = sum(word.text not in _LISTING for word in words)
    return LONG_LIST <= named == len(words) or (joints > 0 and named <= MOST_EACH * (joints + 1))


def is_sentence(reading: Reading) -> bool:
    """Return whether this can be a sentence: it has a verb and is not a heap of key words."""
    words = reading.words
    if is_list(reading):
        return False
    glue = verbs = run = longest = 0
    for word in words:
        is_glue, is_verb = word.text in FUNCTION_WORDS, _is_verb(word)
        glue += is_glue
        verbs += is_verb
        run = 0 if is_glue or is_verb or word.negated or word.text == "like" else run + 1
        longest = max(longest, run)
    if not verbs and (len(words) < 5 or not glue):
        return False
    return longest <= 7 and (len(words) < 12 or glue / len(words) >= 0.12)


def sheet_remarks(sheet: Sheet, article: Article, target: tuple[int, int]) -> tuple[str, ...]:
    """Return sentences on form and counts that may be shown before the deadline; *target* is from-to cards."""
    numbered = list(enumerate(sheet.claims, 1))
    written = [(number, claim) for number, claim in numbered if claim.restatement.strip()]
    seen = [(n, {found.kind for found in remarks(claim.restatement, article)}) for n, claim in written[:GLANCED]]

    def with_any(*kinds: str) -> list[int]:
        return [number for number, found in seen if found & {*kinds}]

    found = [
        _count_remark(len(written), target),
        _some([n for n, claim in numbered if not claim.restatement.strip()], "card", "has", "no sentence yet"),
        _some([n for n, claim in written if claim.kind is None], "claim", "has", "no kind yet"),
        _some(
            with_any("who", "what", "when", "named"),
            *("claim", "does", "not stand alone, because somebody or something is not named"),
        ),
        _some(with_any("two ideas"), "claim", "bundles", "two ideas"),
        _some(with_any("copied"), "claim", "is", "copied from the article"),
        _some(with_any("own view"), "claim", "is", "your own view"),
        _some(with_any("question"), "claim", "is", "a question"),
        _some(with_any("short", "sentence"), "claim", "is", "not a full sentence"),
    ]
    return tuple(sentence for sentence in found if sentence)


def _count_remark(count: int, target: tuple[int, int]) -> str:
    low, high = target
    noun = "claim" if count == 1 else "claims"
    return f"You have {count} {noun}; the task asks for {low} to {high}."


def _some(numbers: Sequence[int], noun: str, verb: str, rest: str) -> str:
    """Return how many there are and, so that they are found, which."""
    count = len(numbers)
    if not count:
        return ""
    word = ("No", "One", "Two", "Three", "Four", "Five", "Six")[count] if count < 7 else str(count)
    does = verb if count == 1 else {"has": "have", "does": "do", "is": "are", "bundles": "bundle"}[verb]
    *first, last = [str(number) for number in numbers[:LISTED]]
    which = f"{', '.join(first)} and {last}" if first else last
    more = ", and others" if count > LISTED else ""
    return f"{word} of your {noun}s {does} {rest}: {which}{more}."


def _remark(kind: str, word: str) -> Remark:
    return Remark(kind, word, _MESSAGES[kind].format(word=word))
