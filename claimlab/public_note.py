"""What can be said about the form of a public note, before anybody judges what is in it.

A note tells readers what is accurate in a story and what is not. Its form can be looked at by the
computer: length, how it begins, whether each fact has a source, how it speaks of people. Whether
it is right is for people to say, so nothing here earns points.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from claimlab import text as texts

LENGTH = (120, 150)
LEAST_FACT = 5  # words; what is shorter is a link between two facts
_SOURCE = re.compile(r"\[[^\]\n]{1,40}\]|\((?:S|source )\d+[^)\n]{0,40}\)|https?://\S+", re.IGNORECASE)
_AGAINST = re.compile(
    r"\b(?:not|never|no|none|nobody|false|falsely|wrong|wrongly|untrue|fake|myth|lies?|lied|hoax|nonsense|mislead\w*"
    r"|invented|made[- ]up|incorrect|inaccurate|\w+n[’']t)\b",
    re.IGNORECASE,
)
_OPEN = re.compile(
    r"\b(?:unknown|not known|unclear|un(?:settled|certain)|not (?:yet )?(?:certain|clear|sure|settled)"
    r"|(?:could|can|did) ?n[o’']t (?:find|check|tell|be (?:checked|found|traced))|found no"
    r"|no (?:source|record|proof|evidence)|(?:nobody|no one) (?:knows|(?:can|could) (?:yet )?(?:know|say|tell))"
    r"|whether)\b",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"^\W*(?:but |and |then )?(?:the|this|its) (?:story|article|headline|text)(?: \w+){0,4}? "
    r"(?:says?|said|claims?|claimed|tells?|states?|adds?|suggests?|calls?)\b"
    r"|^\W*it (?:also |then |even )?(?:says|claims|adds)\b",
    re.IGNORECASE,
)  # what the story itself says: it is its own source
_HARSH = {
    "tells readers what to feel": r"horrible|terrible|hideous|shocking|disgusting|monster|tragic|heart-?breaking|brave",
    "calls people names": r"liars?|idiots?|stupid|crazy|addicts?|junkies?|losers?|freaks?",
    "makes a condition sound like a punishment": r"suffer(?:s|ed|ing)? from|victims? of|afflicted|deformed|disfigured",
}


def remarks(note: str, length: tuple[int, int] = LENGTH) -> tuple[str, ...]:
    """Return sentences on the form of *note*; *length* is the number of words to aim for, from and to."""
    if not note.strip():
        return ()
    found = tuple(said for look in _LOOKS for said in look(note))
    counted = _length(len(texts.words(_SOURCE.sub(" ", note))), length)
    if found or counted:
        return (*counted, *found)
    return ("Length, opening, sources and tone are fine. Now let somebody read it who has not seen the article.",)


def _length(count: int, length: tuple[int, int]) -> tuple[str, ...]:
    least, most = length
    if count < least:
        return (f"It has {_words(count)}; {least} to {most} is the aim.",)
    if count > most:
        return (f"It has {_words(count)}; {least} to {most} is the aim. What does a reader need least?",)
    return ()


def _opening(note: str) -> Iterator[str]:
    first = _sentences(note)[0]
    if _AGAINST.search(first):
        yield "It opens with what is wrong. Begin with something that the article gets right."


def _sources(note: str) -> Iterator[str]:
    bare = [said for said in _sentences(note) if _states_a_fact(said) and not _SOURCE.search(said)]
    if bare:
        many = f"{len(bare)} sentences name" if len(bare) > 1 else "One sentence names"
        yield f"{many} no source, for instance “{_short(bare[0])}”. Put its number behind, as in [2]."


def _open_ends(note: str) -> Iterator[str]:
    if not _OPEN.search(note):
        yield "It does not say what is still unknown. One sentence is enough."


def _tone(note: str) -> Iterator[str]:
    for reason, words in _HARSH.items():
        for found in re.finditer(rf"\b(?:{words})\b", _unquoted(note), re.IGNORECASE):
            yield f"“{found.group()}” {reason}. Can you say it without?"


_LOOKS: Sequence[Callable[[str], Iterator[str]]] = (_opening, _sources, _open_ends, _tone)


def _states_a_fact(sentence: str) -> bool:
    return len(texts.words(sentence)) >= LEAST_FACT and not _OPEN.search(sentence) and not _TOLD.search(sentence)


def _sentences(note: str) -> list[str]:
    """The sentences of *note*; a source that stands behind the full stop belongs to the sentence before it."""
    moved = re.sub(rf"([.!?])\s*((?:{_SOURCE.pattern})+)", r" \2\1", note, flags=re.IGNORECASE)
    return [moved[start:end] for start, end in texts.sentences(moved)] or [note]


def _unquoted(note: str) -> str:
    """What the writer says: quoted words are evidence of somebody else's tone."""
    return re.sub(r"“[^”]*”|\"[^\"]*\"|‘[^’]*’(?!\w)", " ", note)


def _short(sentence: str) -> str:
    words = sentence.split()
    return " ".join(words[:8]) + (" …" if len(words) > 8 else "")


def _words(count: int) -> str:
    return f"{count} word{'' if count == 1 else 's'}"
