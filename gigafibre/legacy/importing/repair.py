"""Text as it was meant: mojibake undone, HTML entities read, card numbers masked.

The rule for mojibake is per value, never per table: UTF-8 that was read as Windows-1252 (or Latin-1) is written back
to bytes and read as UTF-8; taken only when that succeeds and leaves fewer suspicious pairs; at most three times.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from enum import StrEnum
from html import unescape
from html.entities import html5
from typing import Any

from gigafibre.kernel.card_numbers import POSSIBLE, card_numbers, mask_card_numbers

#: A lead byte of UTF-8 shown as a Latin letter, followed by a continuation byte shown as anything.
SUSPICIOUS = re.compile(
    "[\u00c2\u00c3\u00c4\u00c5\u00e2\u00c6][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122]"
)
#: The same for PostgreSQL's regular expressions: a cheap first look; and the control characters of `_PUNCTUATION`.
_SUSPICIOUS_SQL = "[ÂÃÄÅâÆ\u0080-\u009f\ufffd]"
_ENTITY = re.compile(r"&(?:[A-Za-z][0-9A-Za-z]{1,30}|#[0-9]{1,6}|#[xX][0-9A-Fa-f]{1,5});")
_ENTITY_SQL = "&#?[0-9A-Za-z]+;"
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
#: Windows-1252's punctuation that was read as Latin-1 stands where control characters do: U+0092 was an apostrophe.
_PUNCTUATION = {
    code: bytes([code]).decode("cp1252") for code in range(0x80, 0xA0) if code not in {0x81, 0x8D, 0x8F, 0x90, 0x9D}
}
_C1 = {chr(code): bytes([code]) for code in range(0x80, 0xA0)}
#: The head of a string in PHP's serialize(), with its length in bytes; and how one ends.
_HEAD = re.compile(r's:([0-9]+):"')
_NUMBER = re.compile(r"(?<=[{;])[id]:([0-9]+);")


class Holds(StrEnum):
    """What a text column holds, and so how it is cleaned; accents are mended in all."""

    WORDS = "words"  # what people wrote: entities read, cards masked
    MARKUP = "markup"  # HTML: its entities belong to it
    JSON = "json"  # stays JSON: a bare number that is masked becomes a string
    SERIALIZED = "serialized"  # PHP's serialize(): each string keeps its right length
    NAME = "name"  # an identifier: no card


def cleaned(text: str, holds: Holds) -> tuple[str, list[str]]:
    """Return a text as it was meant, and what was done with it (`text_mended`, `card_masked`)."""
    better = mended(text)
    if holds is Holds.WORDS:
        better = mended(without_entities(better))
    done = ["text_mended"] if better != text else []
    masked = _MASKS[holds](better)
    return masked, [*done, "card_masked"] if masked != better else done


def looked_for(holds: Holds) -> str:
    """Return what PostgreSQL looks for in a column that holds this: a text without it is clean."""
    parts = [_SUSPICIOUS_SQL]
    if holds is Holds.WORDS:
        parts.append(_ENTITY_SQL)
    if holds is not Holds.NAME:
        parts.append(POSSIBLE)
    return "|".join(parts)


def mended(text: str) -> str:
    """Return the text with its accents; unchanged when nothing is wrong or nothing better is found."""
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


def without_entities(text: str) -> str:
    """Return plain text with the characters that its HTML entities mean; a text with tags is left to be HTML."""
    return text if "&" not in text or _TAG.search(text) else _ENTITY.sub(_character, text)


def looks_broken(text: str) -> bool:
    """Say whether a text still shows signs of mojibake, or characters that were lost for good."""
    return bool(SUSPICIOUS.search(text)) or "\ufffd" in text


def _bytes_of(text: str) -> bytes:
    """Encode as Windows-1252, or as Latin-1 what stands for its control characters; both may be in one text."""
    return b"".join(_C1.get(character) or character.encode("cp1252") for character in text)


def _character(entity: re.Match[str]) -> str:
    """Read one entity; none that HTML does not know whole, nor one of no character."""
    name = entity.group()[1:]
    if name.startswith("#"):
        meant = unescape(entity.group())
        return (
            meant if meant in set("\n\r\t\u00a0") or (meant.isprintable() and meant.strip("\ufffd")) else entity.group()
        )
    return html5.get(name, entity.group())


def _masked_json(text: str) -> str:
    masked = mask_card_numbers(text)
    if masked == text:
        return text
    try:
        value = json.loads(text)
    except ValueError:
        return masked
    if not isinstance(value, dict | list):
        return masked
    hidden = _masked_values(value)
    return text if hidden == value else json.dumps(hidden, ensure_ascii=False)


def _masked_values(value: Any) -> Any:
    if isinstance(value, dict):
        return {mask_card_numbers(key): _masked_values(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_masked_values(one) for one in value]
    if isinstance(value, str):
        return mask_card_numbers(value)
    if isinstance(value, int) and not isinstance(value, bool):
        masked = mask_card_numbers(str(value))
        return value if masked == str(value) else masked
    return value


def _masked_serialized(text: str) -> str:
    """Mask in what PHP serialized: the string that held the number tells its new length, a bare number becomes one."""
    text = _NUMBER.sub(_as_string, text)
    while found := next(card_numbers(text), None):
        start, end = found
        hidden = mask_card_numbers(text[start:end])
        shorter = len(text[start:end].encode()) - len(hidden.encode())
        before, rest = text[:start], hidden + text[end:]
        heads = [head for head in _HEAD.finditer(before) if '";' not in before[head.end() :]]
        if heads:
            told = heads[-1]
            before = f"{before[: told.start(1)]}{max(int(told[1]) - shorter, 0)}{before[told.end(1) :]}"
        text = before + rest
    return text


def _as_string(number: re.Match[str]) -> str:
    masked = mask_card_numbers(number[1])
    return number.group() if masked == number[1] else f's:{len(masked.encode())}:"{masked}";'


_MASKS: dict[Holds, Callable[[str], str]] = {
    Holds.WORDS: mask_card_numbers,
    Holds.MARKUP: mask_card_numbers,
    Holds.JSON: _masked_json,
    Holds.SERIALIZED: _masked_serialized,
    Holds.NAME: str,
}
