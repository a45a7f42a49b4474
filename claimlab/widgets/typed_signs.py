"""The lines of a typed scorecard, one by one: which indicator, which way it points, what proves it, can it be faked."""

from __future__ import annotations

import re
from itertools import islice

from claimlab import article_score
from claimlab.answers import Finding, Indicator, Passage
from claimlab.case import Article
from claimlab.indicators import DIRECTIONS, NONE, REASONS, SIGNS, outside
from claimlab.problems import Problem
from claimlab.widgets import typed_passage
from claimlab.widgets.typed_lines import cut_quote, fields, key, number, quoted, squeezed, unquoted, within
from claimlab.widgets.typed_names import Shelf

_SAID = {
    "for": ("for", "speaks for", "speaks for it", "pro"),
    "against": ("against", "speaks against", "speaks against it", "contra"),
    "cannot tell": ("cannot tell", "can t tell", "can not tell", "i cannot tell", "unclear"),
}
WAYS = {said: way for way, every in _SAID.items() for said in every}
ANSWERS = {"yes": "yes", "can": "yes", "it can": "yes", "no": "no", "cannot": "no", "it cannot": "no"}
_WHY = {
    "write": ("anyone can write", "write a page"),
    "invent": ("made up", "make up", "invent"),
    "copy": ("copied", "copy"),
    "others": ("other people", "others", "somebody else", "someone else"),
    "records": ("records", "record", "archive"),
}
_WORD = re.compile(r"[^\W_]+")
ARTICLE = re.compile(
    r"(?:article\s+)?(?P<letter>[ab])"
    r"(?:(?P<searched>\s+(?:i\s+)?search(?:ed)?\b(?:\s+for\b)?)\s*[:=–—-]?|\s*[:.)=]|\s+[–—-]\s|$)\s*(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
MOST = re.compile(
    r"(?:what\s+)?(?:moves|most)\b[^:=]*?\b(?P<letter>[ab])\b[^:=]*?(?:[:=]|\s[–—-]\s)\s*(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
FAKE = re.compile(r"(?:can it be |could it be )?faked?\b\s*[?]?\s*[:=–—-]?\s*(?P<rest>.*)", re.IGNORECASE | re.DOTALL)
_WEIGHT = re.compile(
    r"(?:weight\b\s*[:=]?\s*)?(?P<number>\d{1,3}|[a-z]+(?:[\s-][a-z]+)?)(?:\s*(?:%|points?|per\s?cent))?", re.IGNORECASE
)
_AT_END = re.compile(
    r"[\s:,;|(=–—-]+(?P<weight>(?:weight\b\s*[:=]?\s*)?\d{1,3}(?:\s*(?:%|points?|per\s?cent))?)\)?\.?$", re.IGNORECASE
)


def lines(one: Indicator, articles: dict[str, str]) -> list[str]:
    """Return the lines of indicator *one*; *articles* are the ids of the articles by letter."""
    head = f"{SIGNS[one.id].name}: weight {one.weight}"
    return [head, *(line for letter, name in articles.items() for line in finding_lines(one, letter, name)), *fake(one)]


def finding_lines(one: Indicator, letter: str, name: str) -> list[str]:
    """Return the lines of what indicator *one* says about the article called *name*."""
    found = article_score.finding(one, name)
    words = found.passage.exact if found.passage else found.words
    parts = [DIRECTIONS.get(found.direction, found.direction), found.source, quoted(words) if words.strip() else ""]
    said = ", ".join(part for part in parts if part)
    searched = [f"{letter} searched: {quoted(found.search)}"] if found.search.strip() else []
    return [*([f"{letter}: {said}"] if said else []), *searched]


def fake(one: Indicator) -> list[str]:
    """Return the line that says whether *one* could be faked, if there is an answer."""
    reason = reason_words(one.reason) if one.reason in REASONS else one.reason
    said = ", ".join(part for part in (one.fake, reason) if part)
    return [f"fake: {said}"] if said else []


def called(said: str) -> str:
    """Return the name of an indicator, or the answer that there is none."""
    return "none of them" if said == NONE else SIGNS[said].name if said in SIGNS else said


def sign(said: str) -> str | None:
    """Return the id of the indicator that *said* names: in full, or by first words that no other name has."""
    wanted = key(said)
    names = {name: {key(one.name), key(name)} for name, one in SIGNS.items()}
    found = [name for name, every in names.items() if wanted in every]
    if wanted and not found:
        found = [name for name, every in names.items() if any(f"{one} ".startswith(f"{wanted} ") for one in every)]
    return found[0] if len(found) == 1 else None


def head(said: str) -> tuple[str, str] | None:
    """Return the id of the indicator that a line opens and what else stands on it, or None if it opens none."""
    weight = _AT_END.search(said)
    name = sign(said[: weight.start()]) if weight else sign(said)
    if name:
        return name, weight["weight"] if weight else ""
    first = re.split(r"[:,;|=]|\s[–—-]\s", said, maxsplit=1)
    name = sign(first[0])
    if name:
        return name, first[1].strip() if len(first) > 1 else ""
    return _begun(said)


def _begun(said: str) -> tuple[str, str] | None:
    """Return the indicator whose whole name stands at the beginning, whatever follows: what is below belongs to it."""
    whole = {key(one): name for name, sign in SIGNS.items() for one in (sign.name, name)}
    longest = max(len(one.split()) for one in whole)
    for word in reversed(list(islice(_WORD.finditer(said), longest))):
        name = whole.get(key(said[: word.end()]))
        if name:
            return name, said[word.end() :].strip(" :,.-–—")
    return None


def read_weight(said: str) -> int:
    """Return a weight. Raises Problem if it is none."""
    found = _WEIGHT.fullmatch(said.strip(" ."))
    weight = number(found["number"]) if found else None
    if weight is None or weight % 1 or weight > 100:
        raise Problem("Write the weight behind the name of the indicator, as a whole number from 0 to 100.")
    return int(weight)


def read_search(said: str) -> str:
    """Return the words of a search that found nothing of use. Raises Problem if there are none."""
    asked = squeezed(unquoted(said))
    if not asked:
        raise Problem("Write the words that you searched for and that brought nothing.")
    return within(asked)


def read_finding(said: str, name: str, case: str, article: Article, letter: str, shelf: Shelf) -> Finding:
    """Return what the indicator called *name* says about the *article* of a *case*.

    Raises Problem if a part of it cannot be read, or if its words are not in the article.
    """
    before, words, after = cut_quote(said)
    parts = [*fields(before), *fields(after)]
    way = next((WAYS[key(part)] for part in parts if key(part) in WAYS), "")
    others = [part for part in parts if key(part) not in WAYS]
    if not outside(name):
        return Finding(case, way, _on_page(others, words, article, letter))
    source, more = shelf.find(others) if others else ("", list[str]())
    if words and not source:
        raise Problem("Say which source the words are from: write its number in front of them.")
    if more and words is not None:
        raise Problem(
            f"“{more[0][:60]}” has no place here: put all words of the source into one pair of quotation marks."
        )
    return Finding(case, way, None, source, within(", ".join(more) if words is None else words))


def _on_page(others: list[str], words: str | None, article: Article, letter: str) -> Passage | None:
    if words is not None and others:
        raise Problem(f"“{others[0][:60]}” has no place here: say for, against or cannot tell, then the words.")
    proof = ", ".join(others) if words is None else words
    return typed_passage.find(proof, article, letter) if proof else None


def read_fake(said: str) -> tuple[str, str]:
    """Return whether an author could fake a sign, and the reason. Raises Problem if there is no answer in *said*."""
    first, *more = fields(said) or [""]
    answer = ANSWERS.get(key(first), "")
    why = key(" ".join(more) if answer else said)
    reason = _reason(why)
    if (why and not reason) or not (answer or reason):
        reasons = [f"{way}, {reason_words(name)}" for name, (way, _) in REASONS.items()]
        raise Problem(f"Write yes or no with one of these reasons: {'; '.join(reasons)}.")
    if answer and reason and REASONS[reason][0] != answer:
        raise Problem(f"“{REASONS[reason][1]}” is a reason for {REASONS[reason][0]}, not for {answer}.")
    return answer or REASONS[reason][0], reason


def reason_words(name: str) -> str:
    """Return the reason called *name* as it stands in a text."""
    words = REASONS[name][1]
    return f"{words[0].lower()}{words[1:]}".removesuffix(".")


def _reason(said: str) -> str:
    exact = [name for name, (_, words) in REASONS.items() if said in (key(words), name)]
    near = [name for name, every in _WHY.items() if any(words in said for words in every)]
    found = exact or near
    return found[0] if len(found) == 1 else ""


def read_move(said: str) -> str:
    """Return which indicator is named, or that none is. Raises Problem if it is neither."""
    found = NONE if key(said) in ("none", "none of them", "nothing", "none it stays") else sign(said)
    if not found:
        raise Problem(f"“{said[:60]}” is the name of no indicator: write a name of your scorecard, or none of them.")
    return found
