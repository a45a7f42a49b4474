"""Finding words that somebody typed in the article they were taken from, whatever became of marks, case and blanks."""

from __future__ import annotations

import re

from claimlab.answers import Passage
from claimlab.case import Article
from claimlab.problems import Problem
from claimlab.widgets.boundary import passage
from claimlab.widgets.typed_lines import key

_WORD = re.compile(r"[^\W_]+")


def find(words: str, article: Article, letter: str) -> Passage:
    """Return the first passage of *article* with these *words*, from whole word to whole word.

    Raises Problem, naming the article by its *letter*, if they do not stand there.
    """
    wanted = key(words).split()
    spans = list(_WORD.finditer(article.text))
    said = [key(span[0]) for span in spans]
    for at in range(len(said) - len(wanted) + 1 if wanted else 0):
        if said[at : at + len(wanted)] == wanted:
            first, last = spans[at].start(), spans[at + len(wanted) - 1].end()
            return passage(article, *_with_marks(words, article.text, first, last))
    raise Problem(f"“{words[:60]}” does not stand in article {letter}: copy the words from it.")


def _with_marks(words: str, text: str, start: int, end: int) -> tuple[int, int]:
    """Return the passage with the marks around it, such as a full stop, if they were typed too."""
    typed = list(_WORD.finditer(words))
    lead, tail = words[: typed[0].start()], words[typed[-1].end() :]
    start -= len(lead) if start >= len(lead) and text[start - len(lead) : start] == lead else 0
    end += len(tail) if text[end : end + len(tail)] == tail else 0
    return start, end
