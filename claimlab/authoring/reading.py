"""How hard a text is to read, so that what students are told stays within their reach.

The grade follows Kincaid, Fishburne, Rogers and Chissom (1975), Derivation of new
readability formulas for Navy enlisted personnel, Research Branch Report 8-75:
0.39 x words a sentence + 11.8 x syllables a word - 15.59. Packages for it look
syllables up in word lists that are fetched from the net, so they are counted from the spelling here.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from claimlab import text as texts

_GROUPS = re.compile(r"[aeiouyàáâäèéêëìíîïòóôöùúûü]+")
_SILENT = re.compile(
    r"(?:[^laeiouy]e|[aeiou]le|[^dti]ed|[^aeiouscxzgh]es|(?:th|gh|ph)es)$"
    r"|(?<=[^aeiouy])e(?=(?:ly|ful|fully|fore|thing|body|times?|where|ness|ments?|less)$)"
)
_TWO_IN_ONE = re.compile(r"ia|io(?!u|n)|iu|ious$|ie[tn]|deo|eau?s?$|ua(?!r)|uou|(?:y|e)ing|oe[mt]|creat|sm$")
_MARKS = (
    (re.compile(r"```.*?```", re.DOTALL), " "),
    (re.compile(r"<!--.*?-->|<[^>]+>", re.DOTALL), " "),
    (re.compile(r"!\[[^\]]*\]\([^)]*\)"), " "),
    (re.compile(r"\[([^\]]*)\]\([^)]*\)"), r"\1"),
    (re.compile(r"`([^`]*)`"), r"\1"),
    (re.compile(r"\*\*|__|(?<!\w)[*_]|[*_](?!\w)"), ""),
)
_BLOCK = re.compile(r"^\s*(?:#{1,6}|[-*+]|\d+[.)]|>)\s+", re.MULTILINE)


class Sentence(NamedTuple):
    """A sentence with its grade."""

    grade: float
    words: str


def prose(markdown: str) -> str:
    """Return the sentences of *markdown* as plain text; headings, tables and pictures are left out."""
    for mark, plain in _MARKS:
        markdown = mark.sub(plain, markdown)
    lines = [line for line in markdown.split("\n") if not line.lstrip().startswith(("#", "|"))]
    return re.sub(r"\n(?=\s*(?:[-*+]|\d+[.)])\s)", "\n\n", "\n".join(lines)).replace(" ,", ",")


def grade(plain: str) -> float:
    """Return the school grade at which *plain* reads easily; 0 for a text without words, below 0 never."""
    sentences = _sentences(plain)
    counted = [_counted(sentence) for sentence in sentences]
    words, syllables = sum(n for n, _ in counted), sum(n for _, n in counted)
    return _formula(words, len(sentences), syllables) if words else 0.0


def hardest(plain: str, count: int = 5) -> list[Sentence]:
    """Return the *count* sentences of *plain* with the highest grade, the hardest first."""
    graded = [
        Sentence(round(_formula(words, 1, n), 1), said) for said in _sentences(plain) for words, n in [_counted(said)]
    ]
    return sorted(graded, reverse=True)[:count]


def syllables(word: str) -> int:
    """Return how many syllables *word* has, judged by its spelling; at least one."""
    spelt = word.lower()
    if re.fullmatch(r"[\d.,:/]+", spelt):
        return 1 + len(re.findall(r"\d", spelt)) // 2
    spelt = re.sub(r"[’'](?:s|t|re|ve|ll|d|m)$", "", spelt)
    count = 0
    for part in re.split(r"[-’'./,:]", spelt):
        groups = len(_GROUPS.findall(part)) + len(_TWO_IN_ONE.findall(part))
        count += max(1, groups - len(_SILENT.findall(part))) if part else 0
    return max(1, count)


def _formula(words: int, sentences: int, syllables: int) -> float:
    return max(0.0, 0.39 * words / sentences + 11.8 * syllables / words - 15.59)


def _counted(sentence: str) -> tuple[int, int]:
    spans = texts.words(sentence)
    return len(spans), sum(syllables(sentence[start:end]) for start, end in spans)


def _sentences(plain: str) -> list[str]:
    """Return what has at least one word, split where a sentence, a list item or a paragraph ends."""
    found = []
    for block in re.split(r"\n\s*\n", plain):
        body = " ".join(_BLOCK.sub("", block).split())
        found += [body[start:end] for start, end in texts.sentences(body)]
    return [sentence for sentence in found if texts.words(sentence)]
