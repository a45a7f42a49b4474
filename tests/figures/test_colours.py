"""Colours that people with another colour vision, and a grey printer, can tell apart; and never colour alone."""

from __future__ import annotations

import itertools

import numpy as np
import numpy.typing as npt
import pytest

from claimlab.figures import style

Colour = npt.NDArray[np.float64]

# G. M. Machado, M. M. Oliveira, L. A. F. Fernandes, "A physiologically-based model for simulation of color vision
# deficiency", IEEE Transactions on Visualization and Computer Graphics 15 (2009), 1291-1298: severity 1, linear RGB.
VISION = {
    "all three cones": np.eye(3),
    "protanopia": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
    "deuteranopia": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    ),
}
TO_XYZ = np.array(
    [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]]
)
WHITE = TO_XYZ.sum(axis=1)
APART = 20.0  # CIE 1976 distance; about 2.3 is just noticeable
PAIRS = list(itertools.combinations(style.LOOKS, 2))  # any two can be neighbours


def linear(colour: str) -> Colour:
    """Return linear RGB, 0-1, of a colour written #rrggbb (IEC 61966-2-1)."""
    parts = np.array([int(colour[at : at + 2], 16) for at in (1, 3, 5)]) / 255
    return np.asarray(np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4))


def lab(rgb: Colour) -> Colour:
    """Return CIE 1976 L*a*b* of linear RGB under D65."""
    xyz = TO_XYZ @ np.clip(rgb, 0, 1) / WHITE
    f = np.where(xyz > (6 / 29) ** 3, np.cbrt(xyz), xyz / (3 * (6 / 29) ** 2) + 4 / 29)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


def distance(one: str, other: str, vision: str) -> float:
    return float(np.linalg.norm(lab(VISION[vision] @ linear(one)) - lab(VISION[vision] @ linear(other))))


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of WCAG 2.2, 1 to 21."""
    low, high = sorted(float(TO_XYZ[1] @ linear(colour)) for colour in (one, other))
    return (high + 0.05) / (low + 0.05)


def test_the_yardstick_is_right() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21, abs=0.01)
    assert lab(linear("#ff0000")) == pytest.approx([53.24, 80.09, 67.20], abs=0.05)
    assert distance("#ff0000", "#00b000", "all three cones") > 100
    assert distance("#a05a00", "#6b7000", "deuteranopia") < APART, "such a pair must not pass"


@pytest.mark.parametrize("vision", VISION)
@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_verdicts_are_told_apart_by_every_eye(one: str, other: str, vision: str) -> None:
    assert distance(style.LOOKS[one].colour, style.LOOKS[other].colour, vision) >= APART


@pytest.mark.parametrize("vision", VISION)
@pytest.mark.parametrize("ground", [style.PAPER, style.SHADE, style.WASH])
def test_what_is_drawn_stands_out_from_its_ground(ground: str, vision: str) -> None:
    for colour in (style.BRAND, style.INK, style.SOFT, *style.KINDS.values()):
        assert distance(colour, ground, vision) >= 2 * APART, colour


@pytest.mark.parametrize("ground", [style.PAPER, style.SHADE, style.WASH])
def test_words_can_be_read(ground: str) -> None:
    for colour in (style.INK, style.SOFT, style.BRAND):
        assert contrast(colour, ground) >= 4.5, colour


def test_words_in_colour_and_on_colour_can_be_read() -> None:
    for colour in style.KINDS.values():
        assert contrast(colour, style.PAPER) >= 4.5, colour
        assert contrast(colour, "#ffffff") >= 4.5, colour


def test_bars_and_signs_have_the_contrast_of_controls() -> None:
    filled = [look.colour for look in style.LOOKS.values() if look.colour != "#ffffff"]
    for colour in (*filled, style.EDGE):
        assert contrast(colour, style.PAPER) >= 3, colour
        assert contrast(colour, "#ffffff") >= 3, colour


def test_no_meaning_hangs_on_colour_alone() -> None:
    looks = [*style.LOOKS.values(), style.OPEN]
    for part in ("name", "sign"):
        assert len({getattr(look, part) for look in looks}) == len(looks), part
    for one, other in itertools.combinations(style.LOOKS.values(), 2):
        grey = [float(lab(linear(look.colour))[0]) for look in (one, other)]
        assert one.hatch != other.hatch or abs(grey[0] - grey[1]) >= APART, "alike on a grey print"


def test_every_sign_is_in_the_font() -> None:
    from claimlab.figures.paper import SQUARE, drawable

    for look in (*style.LOOKS.values(), style.OPEN):
        assert drawable(look.sign, bold=True) == look.sign != SQUARE
