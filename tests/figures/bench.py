"""Pictures for the tests: one of each kind for any number of rows, with any words in them."""

from __future__ import annotations

from collections.abc import Callable
from html.parser import HTMLParser
from typing import NamedTuple

from matplotlib.text import Text

from claimlab import case, figures
from claimlab.answers import Claim, Passage
from claimlab.figures import Appearance, Picture, Tree, VerdictRow, Weighed
from claimlab.figures.paper import Paper, across
from claimlab.verdicts import VERDICTS

ARTICLE = case.load("mask-1985").article
WAYS = ("for", "against", "cannot tell", "")
KINDS = ("fact", "quote", "opinion", "prediction", "framing", "implied")
HOSTILE = [
    r"costs $5 and $6 \frac{1}{2} $\sum$",
    "line one\nline two\r\n\tline three",
    "🦉 owl, 猫 cat, قطة, \u202egninrutb\u202c, e\u0301, \ufeff, \x00\x07",
    "<script>alert(1)</script> & <b>bold</b>",
    "W" * 600,
    "",
    "   ",
    r"\usetex{yes} %s {0} {name}",
]


def strip(count: int, words: str = "The cat was born in the year 1985, as the paper said.") -> Picture:
    """An article strip with *count* claims, each marking another stretch."""
    spans = ARTICLE.words
    claims = []
    for n in range(count):
        first = spans[5 + (n * 7) % (len(spans) - 12)]
        last = spans[9 + (n * 7) % (len(spans) - 12)]
        passage = Passage(first.start, last.end, ARTICLE.text[first.start : last.end])
        claims.append(Claim(f"k{n}", (passage,) if n % 5 else (), words, KINDS[n % 6]))  # type: ignore[arg-type]
    return figures.article_strip(ARTICLE, claims)


def bars(count: int, words: str = "The cat was born in the year 1985, as the paper said.") -> Picture:
    """Verdict bars with *count* rows, every verdict in turn, with the key beside each other one."""
    rows = [
        VerdictRow(
            words, [*VERDICTS, None][n % 6], None if n % 7 == 6 else 100 * n / max(1, count - 1), VERDICTS[n % 5]
        )
        for n in range(count)
    ]
    return figures.verdict_bars([row if n % 2 else row._replace(right=None) for n, row in enumerate(rows)])


def _spread(n: int, count: int) -> float:
    return 100 * n / max(1, count - 1)


def calibration(count: int, words: str = "") -> Picture:
    """A calibration strip with *count* answers."""
    return figures.calibration_strip([(_spread(n, count) / 100, n % 3 > 0) for n in range(count)])


def tree(count: int, words: str = "S05 People, an interview") -> Picture:
    """Two trees of *count* sources, in groups of three."""
    sources = [Appearance(words, f"{1985 + n} {words[:20]}") for n in range(count)]
    groups = [sources[n : n + 3] for n in range(0, count, 3)]
    return figures.copy_tree([Tree("Your grouping", groups), Tree(f"The other one {words[:30]}", groups[:1])])


def sensitivity(count: int, words: str = "Citations lead to real sources") -> Picture:
    """The score of 40 and *count* indicators that move it."""
    return figures.sensitivity([(words, 40 + (-1) ** n * n / 5) for n in range(count)], 40)


def label(count: int, words: str = "Names a real film and real people") -> Picture:
    """A label with *count* of everything."""
    return figures.credibility_label(
        words, outlet=words, date="1985", score=28.4 if count else None, verdicts=dict.fromkeys(VERDICTS, count),
        signs=[Weighed(words, WAYS[n % 4], n * 3.5, n % 2 == 0) for n in range(count)],
        between=(20, 41.5) if count else None, sources=count or None, origins=count or None, strongest=words,
        weakest=words,
    )  # fmt: skip


ALL: dict[str, Callable[..., Picture]] = {
    "article strip": strip,
    "verdict bars": bars,
    "calibration strip": calibration,
    "copy tree": tree,
    "sensitivity": sensitivity,
    "credibility label": label,
}


class Written(NamedTuple):
    """Words on the paper and the box that they fill."""

    words: str
    left: float
    top: float
    right: float
    bottom: float


def written(picture: Picture) -> tuple[list[Written], Paper]:
    """Return every line of words that *picture* puts on its paper, and the paper."""
    paper = Paper(picture.across)
    picture.draw(paper)
    found = []
    for thing in paper._things:
        if isinstance(thing, Text) and thing.get_text():
            size = thing.get_fontsize() * 100 / 72
            bold, serif = (
                "Bold" in str(thing.get_fontproperties().get_file()),
                "Serif" in str(thing.get_fontproperties().get_file()),
            )
            width = across(thing.get_text(), size, bold, serif)
            x, y = (float(part) for part in thing.get_position())
            left = x - {"left": 0.0, "center": 0.5, "right": 1.0}[str(thing.get_horizontalalignment())] * width
            found.append(Written(thing.get_text(), left, y - 0.76 * size, left + width, y + 0.1 * size))
    return found, paper


class _Images(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[dict[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "img":
            self.found.append({name: value or "" for name, value in attrs})


def images(page: str) -> list[dict[str, str]]:
    """Return the attributes of every ``<img>`` of *page*."""
    parser = _Images()
    parser.feed(page)
    return parser.found
