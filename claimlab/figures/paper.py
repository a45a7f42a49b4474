"""The sheet that pictures are drawn on, measured like a web page.

One unit is one CSS pixel and y grows downwards, so a drawing reads like the page
it will stand on. The paper grows as things are put on it. Nothing that a person
wrote is read as a formula, a missing letter becomes a small square, and whatever
the machine's own settings are, the same drawing gives the same bytes.
"""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal, NamedTuple

import matplotlib as mpl
import numpy as np
from matplotlib.artist import Artist
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.ft2font import FT2Font, LoadFlags
from matplotlib.lines import Line2D
from matplotlib.patches import Circle, FancyBboxPatch, PathPatch
from matplotlib.path import Path as Outline
from matplotlib.text import Text
from PIL import Image

from claimlab.figures.style import INK, LINE, PAD, PAPER, SOFT, Look

SHARPNESS = 2  # pixels of the PNG for one of the page
INCH = 100  # CSS pixels in an inch of the drawing library; any number would do
POINTS = 72 / INCH
LEADING = 1.42
TALLEST = 8_000  # a drawing of this length takes 80 MB while it is made
CUT_OFF = "There is more than fits into one picture."
SQUARE = "□"
FAMILIES = {
    (False, False): "DejaVuSans.ttf",
    (True, False): "DejaVuSans-Bold.ttf",
    (False, True): "DejaVuSerif.ttf",
    (True, True): "DejaVuSerif-Bold.ttf",
}
SETTINGS = ("text.", "path.", "patch.", "lines.", "figure.", "savefig.", "axes.", "hatch.", "agg.")
Side = Literal["left", "center", "right"]
Spot = tuple[float, float]


class Print(NamedTuple):
    """What came off the press: a PNG of twice the size it is shown at, which is *width* x *height* CSS pixels."""

    png: bytes
    width: int
    height: int


@lru_cache(maxsize=8)
def _file(bold: bool, serif: bool) -> Path:
    return Path(mpl.get_data_path()) / "fonts" / "ttf" / FAMILIES[bold, serif]


@lru_cache(maxsize=8)
def _ruler(bold: bool, serif: bool) -> tuple[FT2Font, frozenset[int]]:
    font = FT2Font(str(_file(bold, serif)))
    font.set_size(100, 72)
    return font, frozenset(font.get_charmap())


@lru_cache(maxsize=4096)
def across(words: str, size: float = 14, bold: bool = False, serif: bool = False) -> float:
    """Return the width of *words*, set in *size*, in pixels."""
    font, _ = _ruler(bold, serif)
    font.set_text(words, 0.0, flags=LoadFlags.NO_HINTING)
    return float(font.get_width_height()[0]) / 64 * size / 100


def drawable(words: str, bold: bool = False, serif: bool = False) -> str:
    """Return *words* on one line with a square for each letter that the fonts lack."""
    _, known = _ruler(bold, serif)
    kept = (" " if ch.isspace() else ch for ch in words if ch.isspace() or unicodedata.category(ch)[0] not in "C")
    kept = (ch for ch in kept if not "\ufe00" <= ch <= "\ufe0f")
    return " ".join("".join(ch if ord(ch) in known else SQUARE for ch in kept).split())


def wrapped(
    words: str, width: float, size: float = 14, bold: bool = False, serif: bool = False, most: int = 0
) -> list[str]:
    """Return *words* in lines no wider than *width* pixels; what goes beyond *most* lines (0: any number) is cut."""
    lines: list[str] = [""]
    for word in _pieces(drawable(words, bold, serif), width, size, bold, serif):
        longer = f"{lines[-1]} {word}".strip()
        if across(longer, size, bold, serif) <= width or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
    if most and len(lines) > most:
        lines = [*lines[: most - 1], _cut(lines[most - 1], width, size, bold, serif)]
    return lines


def _pieces(words: str, width: float, size: float, bold: bool, serif: bool) -> list[str]:
    """Words, and of a word wider than the column as many pieces as it takes."""
    pieces: list[str] = []
    for word in words[:2000].split(" "):
        while word and across(word, size, bold, serif) > width:
            fit = max(1, int(len(word) * width / across(word, size, bold, serif)))
            while fit > 1 and across(word[:fit], size, bold, serif) > width:
                fit -= 1
            pieces.append(word[:fit])
            word = word[fit:]
        pieces.append(word)
    return pieces


def _cut(line: str, width: float, size: float, bold: bool, serif: bool) -> str:
    while line and across(line + " …", size, bold, serif) > width:
        line = line[:-1].rstrip()
    return f"{line} …" if " " in line else f"{line}…"


@contextmanager
def steady() -> Iterator[None]:
    """Draw with the library's own settings until the block ends, whatever somebody has set up on this machine."""
    own = {name: mpl.rcParamsDefault[name] for name in mpl.rcParamsDefault if name.startswith(SETTINGS)}
    with mpl.rc_context(own):
        yield


def _packed(drawing: Image.Image) -> bytes:
    """Return *drawing* as a PNG of its 256 commonest colours: a third of the size, and no eye sees the difference."""
    counts: Any = drawing.getcolors(drawing.width * drawing.height)
    commonest = [colour for _, colour in sorted(counts, reverse=True)[:256]]
    palette = Image.new("P", (1, 1))
    palette.putpalette([part for colour in commonest for part in colour])
    png = io.BytesIO()
    drawing.quantize(palette=palette, dither=Image.Dither.NONE).save(png, "PNG", compress_level=6)
    return png.getvalue()


class Paper:
    """A sheet *across* pixels wide; ``bottom`` is as far as it is used, and ``margin`` pixels are left below."""

    def __init__(self, across: int) -> None:
        self.across = across
        self.bottom, self.margin = 0.0, 22
        self._things: list[Artist] = []

    def text(
        self, x: float, y: float, words: str, size: float = 14, *, bold: bool = False, serif: bool = False,
        colour: str = INK, side: Side = "left",
    ) -> None:  # fmt: skip
        """Write *words* on one line with its foot at *y*; *side* says which end of it is at *x*."""
        font = FontProperties(fname=str(_file(bold, serif)), size=size * POINTS)
        line = drawable(words, bold, serif)
        self._put(
            Text(x, y, line, color=colour, fontproperties=font, ha=side, va="baseline", parse_math=False, usetex=False),
            y,
        )

    def heading(self, title: str, note: str = "") -> float:
        """Write the *title* of the picture and a *note* below it, and return where they end."""
        y = self.say(PAD, 18, self.across - 2 * PAD, title, 18, bold=True)
        return (self.say(PAD, y, self.across - 2 * PAD, note, 14, colour=SOFT) if note else y) + 14

    def lines(
        self, x: float, y: float, lines: Sequence[str], size: float = 14, *, bold: bool = False, serif: bool = False,
        colour: str = INK, side: Side = "left",
    ) -> float:  # fmt: skip
        """Write *lines* below *y* and return where they end."""
        for n, line in enumerate(lines):
            self.text(x, y + size * (1.05 + LEADING * n), line, size, bold=bold, serif=serif, colour=colour, side=side)
        return y + size * LEADING * len(lines)

    def say(
        self, x: float, y: float, width: float, words: str, size: float = 14, *, bold: bool = False,
        serif: bool = False, colour: str = INK, most: int = 0,
    ) -> float:  # fmt: skip
        """Write *words* below *y* in as many lines as it takes, or at *most* so many, and return where they end."""
        return self.lines(
            x, y, wrapped(words, width, size, bold, serif, most), size, bold=bold, serif=serif, colour=colour
        )

    def box(
        self, x: float, y: float, width: float, height: float, *, fill: str = "none", edge: str = "none",
        radius: float = 0, hatch: str = "", thick: float = 1,
    ) -> None:  # fmt: skip
        """Draw a box from its top left corner; lines across it are drawn in the colour of the paper."""
        round_ = max(0.0, min(radius, width / 2, height / 2))
        shape: dict[str, Any] = {"boxstyle": f"round,pad=0,rounding_size={round_}" if round_ else "square,pad=0"}
        here = (x, y)
        self._put(
            FancyBboxPatch(here, width, height, facecolor=fill, edgecolor=edge, linewidth=thick * POINTS, **shape),
            y + height,
        )
        if hatch:
            self._put(
                FancyBboxPatch(
                    here, width, height, facecolor="none", edgecolor=PAPER, hatch=hatch, linewidth=0, **shape
                ),
                y + height,
            )

    def line(
        self, spots: Sequence[Spot], colour: str = LINE, thick: float = 1, *, dashes: Sequence[float] = ()
    ) -> None:
        """Draw a line from spot to spot; *dashes* are lengths on and off."""
        xs, ys = [x for x, _ in spots], [y for _, y in spots]
        style: Any = (0, tuple(dash / thick for dash in dashes)) if dashes else "-"
        self._put(
            Line2D(xs, ys, color=colour, linewidth=thick * POINTS, linestyle=style, solid_capstyle="round"), max(ys)
        )

    def branch(self, start: Spot, end: Spot, colour: str = LINE, thick: float = 1.5) -> None:
        """Draw a soft curve that leaves *start* and reaches *end* level."""
        middle = (start[0] + end[0]) / 2
        spots = [start, (middle, start[1]), (middle, end[1]), end]
        path = Outline(spots, [Outline.MOVETO, Outline.CURVE4, Outline.CURVE4, Outline.CURVE4])
        self._put(PathPatch(path, facecolor="none", edgecolor=colour, linewidth=thick * POINTS), max(start[1], end[1]))

    def dot(self, x: float, y: float, radius: float, fill: str = INK, edge: str = "none", thick: float = 1.5) -> None:
        """Draw a round dot with its middle at *x*, *y*."""
        self._put(Circle((x, y), radius, facecolor=fill, edgecolor=edge, linewidth=thick * POINTS), y + radius)

    def tag(self, x: float, y: float, words: str, colour: str) -> float:
        """Put *words*, a number say, in white on a small plate of *colour* below *y*; return its width."""
        width = max(24.0, across(drawable(words, True), 12, True) + 14)
        self.box(x, y, width, 20, fill=colour, radius=6)
        self.text(x + width / 2, y + 14.4, words, 12, bold=True, colour="#ffffff", side="center")
        return width

    def badge(self, x: float, y: float, look: Look, radius: float = 10) -> None:
        """Put the sign of *look* in a disc with its middle at *x*, *y*."""
        pale = look.colour == "#ffffff"
        self.dot(x, y, radius, look.colour, SOFT if pale else look.colour)
        self.text(
            x, y + radius * 0.46, look.sign, radius * 1.25, bold=True, colour=INK if pale else "#ffffff", side="center"
        )

    def print(self) -> Print:
        """Return the sheet as it will be shown."""
        if self.bottom + self.margin > TALLEST:
            self.box(0, TALLEST - 44, self.across, 44, fill=PAPER)
            self.text(PAD, TALLEST - 16, CUT_OFF, bold=True)
        height = min(TALLEST, round(self.bottom + self.margin))
        figure = Figure(figsize=(self.across / INCH, height / INCH), dpi=INCH * SHARPNESS, facecolor=PAPER)
        axes = figure.add_axes((0, 0, 1, 1), frameon=False, xticks=[], yticks=[])
        axes.set(xlim=(0, self.across), ylim=(height, 0))
        for order, thing in enumerate(self._things):
            thing.set_zorder(order)
            axes.add_artist(thing)
        canvas = FigureCanvasAgg(figure)
        canvas.draw()  # type: ignore[no-untyped-call]
        drawing = Image.fromarray(np.asarray(canvas.buffer_rgba()))  # type: ignore[no-untyped-call]
        return Print(_packed(drawing.convert("RGB")), self.across, height)

    def _put(self, thing: Artist, bottom: float) -> None:
        self._things.append(thing)
        self.bottom = max(self.bottom, bottom)
