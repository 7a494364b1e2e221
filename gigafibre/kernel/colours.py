"""A provider's accent colour: the shades that each theme wears of it, their contrasts, and the nearest that is legible.

Contrast is WCAG 2.2's: text takes 4.5 to 1, a focus ring and a line 3 to 1. Mixing is done in Oklab, as CSS does.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from gigafibre.kernel.text import Text

Rgb = tuple[float, float, float]

TEXT, LINE = 4.5, 3.0
WHITE, BLACK = "#ffffff", "#000000"
#: What stands behind and upon the accent, by theme: `shared/ui/theme.css` says the same.
SURFACE = {"light": "#ffffff", "dark": "#151b19"}
UPON = {"light": "#ffffff", "dark": "#04211b"}
DEEP = "#10201c"


@dataclass(frozen=True)
class Contrast:
    """One pair of a theme: how far apart it is, and how far it must be."""

    theme: str
    pair: str
    words: Text
    ratio: float
    needed: float

    @property
    def enough(self) -> bool:
        """Whether it can be read."""
        return self.ratio >= self.needed


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours (`#rrggbb`), from 1 to 21."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def mixed(colour: str, share: float, other: str) -> str:
    """Return a colour with so much (0 to 1) of itself and the rest of another, mixed in Oklab."""
    parts = zip(_oklab(colour), _oklab(other), strict=True)
    return _written(*(a * share + b * (1 - share) for a, b in parts))


def shades(accent: str) -> dict[str, dict[str, str]]:
    """Return the five accent shades that each theme wears; in the dark as much white as legibility takes."""
    soft, upon = mixed(accent, 0.32, DEEP), UPON["dark"]
    solid = _lightened(accent, 0.72, [upon])
    ink = _lightened(accent, 0.6, [SURFACE["dark"], soft])
    return {
        "light": {
            "accent": accent.lower(),
            "accent-ink": mixed(accent, 0.9, BLACK),
            "accent-solid": accent.lower(),
            "accent-soft": mixed(accent, 0.12, WHITE),
            "accent-line": mixed(accent, 0.4, WHITE),
        },
        "dark": {
            "accent": ink,
            "accent-ink": ink,
            "accent-solid": solid,
            "accent-soft": soft,
            "accent-line": mixed(accent, 0.62, DEEP),
        },
    }


def worn(accent: str | None) -> str:
    """Return the provider's shades as properties of a page, so that its first sight is theirs; nothing for ours."""
    if accent is None:
        return ""
    of = shades(accent)
    return "; ".join(f"--{name}: light-dark({of['light'][name]}, {of['dark'][name]})" for name in of["light"])


def contrasts(accent: str) -> list[Contrast]:
    """Return the pairs in which an accent must be legible, light theme first."""
    found = []
    for theme, worn in shades(accent).items():
        surface = SURFACE[theme]
        found += [
            Contrast(theme, pair, words, round(contrast(one, other), 2), needed)
            for pair, words, one, other, needed in (
                ("button", Text("Texte du bouton", "Text of the button"), UPON[theme], worn["accent-solid"], TEXT),
                ("link", Text("Lien sur une carte", "Link on a card"), worn["accent-ink"], surface, TEXT),
                ("chosen", Text("Texte choisi", "Selected text"), worn["accent-ink"], worn["accent-soft"], TEXT),
                ("focus", Text("Contour du focus", "Focus ring"), worn["accent"], surface, LINE),
            )
        ]
    return found


def legible(accent: str) -> bool:
    """Say whether every pair can be read in both themes."""
    return all(one.enough for one in contrasts(accent))


def nearest(accent: str) -> str:
    """Return the accent itself where it is legible, else its lightest darker shade that is."""
    return next(shade for shade in _darker(accent) if legible(shade))


def _darker(accent: str) -> Iterator[str]:
    light, a, b = _oklab(accent)
    for step in range(101):
        kept = light * (1 - step / 100)
        # Its tint goes with its light, or black would be none.
        yield accent.lower() if step == 0 else _written(kept, a * (1 - step / 100), b * (1 - step / 100))


def _lightened(accent: str, most: float, behind: list[str]) -> str:
    """Return an accent with as little white as makes it legible on all of `behind`; `most` of itself at most."""
    shares = [most - step / 50 for step in range(int(most * 50) + 1)] + [0.0]
    made = (mixed(accent, share, WHITE) for share in shares)
    return next(one for one in made if all(contrast(one, other) >= TEXT for other in behind))


def _channels(colour: str) -> Rgb:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def _linear(value: float) -> float:
    return float(value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4)


def _gamma(value: float) -> float:
    value = min(max(value, 0.0), 1.0)
    return float(value * 12.92 if value <= 0.0031308 else 1.055 * value ** (1 / 2.4) - 0.055)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(value) for value in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _oklab(colour: str) -> Rgb:
    """Return lightness and the two axes of colour (Björn Ottosson, 2020)."""
    red, green, blue = (_linear(value) for value in _channels(colour))
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    medium = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    return (
        0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short,
    )


def _written(light: float, a: float, b: float) -> str:
    long = (light + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (light - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (light - 0.0894841775 * a - 1.2914855480 * b) ** 3
    linear = (
        4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
    )
    return "#" + "".join(f"{round(_gamma(value) * 255):02x}" for value in linear)
