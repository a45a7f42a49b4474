"""Sentences that state none of the claims although they name what the claims are about.

"The words 'at last' make readers curious" is about the writing, not about what it tells; "he was there or he was
not" is true whatever happened; "parents should never do that" and "I would have cried" are about nobody in it.
None of them says anything that a source could settle.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from claimlab.attributed import TEXTS
from claimlab.form import own_view
from claimlab.wording import NEGATORS, Reading, Word

_WRITING = TEXTS | {"word", "words", "phrase", "expression", "opening", "line", "sentence", "title"}
_HANDLES = frozenset(
    "use uses used using open opens opened make makes made sound sounds try tries want wants choose chooses exaggerate "
    "exaggerates suggest suggests play plays push pushes catch catches grab grabs about full contains".split()
)
_LEADS = frozenset("the this these those with a an its by such one two three some few many".split())
"""What stands before the words of nobody in particular; a name or "her" would make them somebody's."""
_REPORTS = frozenset("that us claiming saying if".split())
_ANYBODY = frozenset(
    "a an no every each any people everybody everyone nobody parents mothers children kids teenagers films movies "
    "drugs".split()
)
_LAYS_DOWN = frozenset("should ought always".split())
_OPENING = 4
_NEAR = 8
_OPEN_END = frozenset("maybe perhaps other else".split())


def states_nothing(reading: Reading, names: Collection[str]) -> bool:
    """Return whether the sentence is any of these; *names* are the stems of the names in the article."""
    return about_the_writing(reading.words) or either_way(reading.words) or general(reading, names)


def about_the_writing(words: Sequence[Word]) -> bool:
    """Return whether the sentence is about how the article is written: its words, its opening, what they do.

    Whoever goes on with what the writer wants us to believe ("makes it seem that ...") restates that.
    """
    texts = [word.text for word in words]
    if _REPORTS & {*texts}:
        return False
    for place, text in enumerate(texts[:_OPENING]):
        nobodys = not place or texts[place - 1] in _LEADS
        if text in _WRITING and nobodys and texts[place + 1 : place + 2] != ["of"]:
            return bool(_HANDLES & {*texts[place + 1 : place + 1 + _NEAR]})
    return False


def either_way(words: Sequence[Word]) -> bool:
    """Return whether the sentence says something "or not", or leaves its end open: it holds whatever happened."""
    texts = [word.text for word in words]
    if texts[-2:] == ["maybe", "not"] or texts[-3:] == ["true", "or", "false"]:
        return True
    if "or" not in texts or "whether" in texts:
        return False
    return any(text in _OPEN_END | NEGATORS for text in texts[texts.index("or") + 1 :])


def general(reading: Reading, names: Collection[str]) -> bool:
    """Return whether the sentence lays down what holds for everybody, or what its writer feels, and names nobody else.

    Somebody is named by a word of *names*, however it is written, or by any other capital.
    """
    words = reading.words
    if not words or any(word.stem in names or reading.text[word.start].isupper() for word in words[1:]):
        return False
    if words[0].text == "i":
        return own_view(reading) is not None
    return words[0].text in _ANYBODY and any(word.text in _LAYS_DOWN for word in words)
