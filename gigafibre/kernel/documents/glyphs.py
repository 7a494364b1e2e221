"""Which characters our fonts can print; the others must not stop a document.

PDF/A forbids a character without a glyph, so Typst refuses the whole document for one emoji in a name.
"""

import re
import struct
import unicodedata
from functools import cache
from pathlib import Path
from typing import Any

FONTS = Path(__file__).resolve().parent / "fonts"
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


@cache
def covered(font: str = "Inter-Regular.ttf") -> tuple[tuple[int, int], ...]:
    """Read the ranges of characters a bundled font has, from its cmap table (format 4)."""
    data = (FONTS / font).read_bytes()
    tables = struct.unpack_from(">H", data, 4)[0]
    records = (struct.unpack_from(">4sIII", data, 12 + 16 * index) for index in range(tables))
    start = next(offset for tag, _, offset, _ in records if tag == b"cmap")
    subtables = (struct.unpack_from(">HHI", data, start + 4 + 8 * index) for index in range(data[start + 3]))
    unicode_bmp = next(start + offset for platform, encoding, offset in subtables if (platform, encoding) == (3, 1))
    count = struct.unpack_from(">H", data, unicode_bmp + 6)[0] // 2
    ends = struct.unpack_from(f">{count}H", data, unicode_bmp + 14)
    starts = struct.unpack_from(f">{count}H", data, unicode_bmp + 16 + 2 * count)
    # The last segment is the mandatory 0xFFFF that maps nothing.
    return tuple((first, last) for first, last in zip(starts, ends, strict=True) if first != 0xFFFF)
