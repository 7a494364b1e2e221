"""Which characters our fonts can print and how wide they are; the others must not stop a document.

PDF/A forbids a character without a glyph, so Typst refuses the whole document for one emoji in a name.
"""

import re
import struct
import unicodedata
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

FONTS = Path(__file__).resolve().parent / "fonts"
TEXT_FONT = "Inter-Regular.ttf"
BOLD_FONT = "Inter-SemiBold.ttf"
UNKNOWN = "□"
_LONGEST_WORD = 40
_LONG_WORD = re.compile(rf"\S{{{_LONGEST_WORD},}}")
_BREAK_HERE = "\u200b"


def printable(value: Any) -> Any:
    """Return a JSON-like value whose every string can be printed.

    Characters become composed (NFC); what no font has becomes `□` when it is a letter or figure and vanishes when it is
    a picture or a control character; a word of over 40 characters may break anywhere, so that it stays in its column.
    What is under a key `svg` is a drawing and stays as it is.
    """
    if isinstance(value, str):
        return _printable_text(value)
    if isinstance(value, dict):
        return {key: each if key == "svg" else printable(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [printable(each) for each in value]
    return value


def _printable_text(text: str) -> str:
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    if _unprintable().search(text):
        text = _unprintable().sub(_stand_in, text)
    if len(text) >= _LONGEST_WORD and _LONG_WORD.search(text):
        text = _LONG_WORD.sub(lambda word: _BREAK_HERE.join(word[0]), text)
    return text


def _stand_in(match: re.Match[str]) -> str:
    character = match[0]
    compatible = unicodedata.normalize("NFKC", character)
    if compatible != character and not _unprintable().search(compatible):
        return compatible
    if character.isspace():
        return " "
    return UNKNOWN if unicodedata.category(character)[0] in "LNPS" and not _is_picture(character) else ""


def _is_picture(character: str) -> bool:
    return unicodedata.category(character) in ("So", "Sk")


@cache
def _unprintable() -> re.Pattern[str]:
    """Match one character that the text font lacks; the line feed and the break opportunity need no glyph."""
    ranges = "".join(f"{re.escape(chr(first))}-{re.escape(chr(last))}" for first, last in covered())
    return re.compile(f"[^\n{_BREAK_HERE}{ranges}]")


def covered(font: str = TEXT_FONT) -> tuple[tuple[int, int], ...]:
    """Return the ranges of characters that a bundled font has."""
    return _font(font).ranges


def width(text: str, size: float, *, font: str = TEXT_FONT) -> float:
    """Return how wide a text is set, in the unit of `size`; kerning is left out, which changes less than 2 %."""
    advances = _font(font).advances
    return sum(advances.get(ord(character), 1.0) for character in text) * size


@dataclass(frozen=True)
class _Font:
    ranges: tuple[tuple[int, int], ...]
    advances: dict[int, float]
    """Width of each character, in em."""


@cache
def _font(name: str) -> _Font:
    """Read characters and widths from a TrueType file: its tables cmap (format 4), hhea, hmtx and head."""
    data = (FONTS / name).read_bytes()
    tables = {tag: offset for tag, _, offset, _ in struct.iter_unpack(">4sIII", data[12 : 12 + 16 * data[5]])}
    start = tables[b"cmap"]
    subtables = (struct.unpack_from(">HHI", data, start + 4 + 8 * index) for index in range(data[start + 3]))
    at = next(start + offset for platform, encoding, offset in subtables if (platform, encoding) == (3, 1))
    count = struct.unpack_from(">H", data, at + 6)[0] // 2
    ends, starts, deltas, offsets = (
        struct.unpack_from(f">{count}H", data, at + 14 + 2 * count * column + (2 if column else 0))
        for column in range(4)
    )
    em = struct.unpack_from(">H", data, tables[b"head"] + 18)[0]
    measured = struct.unpack_from(">H", data, tables[b"hhea"] + 34)[0]
    ranges, advances = [], {}
    for index, (first, last) in enumerate(zip(starts, ends, strict=True)):
        if first == 0xFFFF:  # the mandatory last segment, which maps nothing
            continue
        ranges.append((first, last))
        for character in range(first, last + 1):
            glyph = character
            if offsets[index]:
                place = at + 16 + 6 * count + 2 * index + offsets[index] + 2 * (character - first)
                glyph = struct.unpack_from(">H", data, place)[0]
            glyph = (glyph + deltas[index]) & 0xFFFF
            metrics = tables[b"hmtx"] + 4 * min(glyph, measured - 1)
            advances[character] = struct.unpack_from(">H", data, metrics)[0] / em
    return _Font(tuple(ranges), advances)
