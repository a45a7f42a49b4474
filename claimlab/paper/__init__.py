"""The course on paper: every step of the widgets as a page to print.

Some classes have no computers, some learners rest their eyes, some homes have no
screen to spare. The page is plain HTML made for printing; sentences carry numbers, so that
a card can say where it comes from, and what was written can be typed in later for equal credit.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import get_args

import jinja2

from claimlab import case as cases
from claimlab.answers import KINDS, Verdict
from claimlab.case import Article
from claimlab.problems import Problem

HERE = Path(__file__).resolve().parent
CLAIM_CARDS, SOURCE_ROWS, VERDICTS, INDICATORS = 12, 6, 12, 6
LETTERS = ("A", "B", "C", "D", "E", "F")
STANCES = ("supports", "partly supports", "refutes", "irrelevant")


@dataclass(frozen=True)
class Numbered:
    """A sentence of the article with its number, from 1 on; the headline has none."""

    number: int
    words: str


def paragraphs(article: Article) -> list[list[Numbered]]:
    """Return the paragraphs below the headline, each a list of sentences, numbered through."""
    body = len(article.headline)
    told = [span for span in article.sentences if span.start >= body]
    found: list[list[Numbered]] = []
    end = body
    for number, (start, stop) in enumerate(told, 1):
        if not found or "\n\n" in article.text[end:start]:
            found.append([])
        found[-1].append(Numbered(number, " ".join(article.text[start:stop].split())))
        end = stop
    return found


def page(name: str, *, sources: bool = True) -> str:
    """Return the pages for the case called *name* as one HTML document; without *sources* the pack is left out.

    Raises Problem when there is no such case.
    """
    case = cases.load(name)
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(HERE), autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True
    )
    return environment.get_template("pages.html.j2").render(
        article=case.article,
        note=case.content_note,
        paragraphs=paragraphs(case.article),
        pack=case.sources if sources else [],
        style=(HERE / "pages.css").read_text(encoding="utf-8"),
        kinds=KINDS,
        stances=STANCES,
        letters=LETTERS,
        verdicts=[verdict.replace("-", " ") for verdict in get_args(Verdict)],
        claim_cards=CLAIM_CARDS,
        source_rows=SOURCE_ROWS,
        verdict_rows=VERDICTS,
        indicator_rows=INDICATORS,
    )


def write(name: str, into: Path | None = None, *, sources: bool = True) -> Path:
    """Write the pages for the case called *name* to *into* (by default <case>-paper.html here) and return the file.

    Raises Problem if a file of that name is there already or nothing can be written.
    """
    pages = page(name, sources=sources)
    path = into or Path(f"{Path(name).name}-paper.html")
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(pages)
    except FileExistsError:
        raise Problem(f"{path} is there already: choose another name with --output, or move it away.") from None
    except OSError as error:
        raise Problem(f"{path} cannot be written ({error.strerror}): choose another folder with --output.") from error
    return path
