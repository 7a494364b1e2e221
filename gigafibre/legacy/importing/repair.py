"""Text as it was meant: mojibake undone, HTML entities read, card numbers masked, stray spaces dropped.

The rule for mojibake is per value, never per table: UTF-8 that was read as Windows-1252 (or Latin-1) is written back
to bytes and read as UTF-8; taken only when that succeeds and leaves fewer suspicious pairs; at most three times.
"""

from __future__ import annotations

import re

#: A lead byte of UTF-8 shown as a Latin letter, followed by a continuation byte shown as anything.
SUSPICIOUS = re.compile(
    "[\u00c2\u00c3\u00c4\u00c5\u00e2\u00c6][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122]"
)
#: The same for PostgreSQL's regular expressions: a cheap first look; and the control characters of `_PUNCTUATION`.
SUSPICIOUS_SQL = "[ÂÃÄÅâÆ\u0080-\u009f\ufffd]"
_CARD = re.compile(r"(?<!\d)(?<!\d\.)(?:\d[ -]?){12,18}\d(?!\d|\.\d)")
#: A processor's own reference (`ch_3f…`) up to where digits begin: what follows is no card.
_TOKEN = re.compile(r"(?<!\w)[a-z]{2,6}_[0-9A-Za-z_]*\Z")
#: Windows-1252's punctuation that was read as Latin-1 stands where control characters do: U+0092 was an apostrophe.
_PUNCTUATION = {
    code: bytes([code]).decode("cp1252") for code in range(0x80, 0xA0) if code not in {0x81, 0x8D, 0x8F, 0x90, 0x9D}
}
_C1 = {chr(code): bytes([code]) for code in (0x81, 0x8D, 0x8F, 0x90, 0x9D)}


def mended(text: str) -> str:
    """Return the text as it was meant; unchanged when nothing is wrong or nothing better is found."""
    for _ in range(3):
        bad = len(SUSPICIOUS.findall(text))
        if not bad:
            break
        try:
            better = _bytes_of(text).decode("utf-8")
        except (UnicodeEncodeError, UnicodeDecodeError):
            break
        if len(SUSPICIOUS.findall(better)) >= bad:
            break
        text = better
    return text.translate(_PUNCTUATION)


def looks_broken(text: str) -> bool:
    """Say whether a text still shows signs of mojibake, or characters that were lost for good."""
    return bool(SUSPICIOUS.search(text)) or "\ufffd" in text


def _bytes_of(text: str) -> bytes:
    """Encode as Windows-1252, in which the five undefined places pass through (as MySQL's latin1 does)."""
    return b"".join(_C1.get(character) or character.encode("cp1252") for character in text)


def masked_cards(text: str) -> str:
    """Return the text with every card number (13 to 19 digits that pass Luhn) cut down to its last four."""

    def mask(found: re.Match[str]) -> str:
        if _TOKEN.search(text, 0, found.start()):
            return found.group()
        digits = re.sub(r"\D", "", found.group())
        return f"•••• {digits[-4:]}" if 13 <= len(digits) <= 19 and passes_luhn(digits) else found.group()

    return _CARD.sub(mask, text)


def passes_luhn(digits: str) -> bool:
    """Say whether digits pass the Luhn check (ISO/IEC 7812-1)."""
    total = 0
    for place, character in enumerate(reversed(digits)):
        value = int(character)
        if place % 2:
            value = value * 2 - 9 if value > 4 else value * 2
        total += value
    return total % 10 == 0 and set(digits) != {"0"}
