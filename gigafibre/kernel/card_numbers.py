"""Card numbers never reach us: free text that holds one is refused, imported text is masked to its last four digits.

A card number is 13 to 19 digits, in groups or not, that starts like a card's and passes the Luhn check (PCI DSS v4.0.1
keeps us in SAQ A only as long as none is stored: not in notes, memos, references or logs).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pydantic import AfterValidator

from gigafibre.kernel.text import Text
from gigafibre.kernel.validation import BadValue

_RUN = re.compile(r"[0-9](?:[ \u00a0.\-\u2010\u2011\u2013]?[0-9]){12,}")
_GROUP = re.compile(r"[0-9]+")
_STARTS = re.compile(r"3[47]|4|5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720|6011|65")


def passes_luhn(digits: str) -> bool:
    """Say whether the last digit checks the others (ISO/IEC 7812-1)."""
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (2 if place % 2 else 1)
        total += value - 9 if value > 9 else value
    return total % 10 == 0


def is_card_number(digits: str) -> bool:
    """Say whether digits are a card's number."""
    return 13 <= len(digits) <= 19 and _STARTS.match(digits) is not None and passes_luhn(digits)


def card_numbers(text: str) -> Iterator[tuple[int, int]]:
    """Give where card numbers stand in a text, also between other groups of digits."""
    for run in _RUN.finditer(text):
        groups = [(run.start() + g.start(), run.start() + g.end()) for g in _GROUP.finditer(run.group())]
        after = 0
        for i, (start, _) in enumerate(groups):
            if start < after:
                continue
            for _, end in reversed(groups[i:]):
                if is_card_number("".join(_GROUP.findall(text[start:end]))):
                    yield start, end
                    after = end
                    break


def mask_card_numbers(text: str) -> str:
    """Return a text with every card number reduced to dots and its last four digits."""
    parts, last = [], 0
    for start, end in card_numbers(text):
        digits = "".join(_GROUP.findall(text[start:end]))
        parts += [text[last:start], "••••", digits[-4:]]
        last = end
    return "".join([*parts, text[last:]])


def _refuse(text: str) -> str:
    for _ in card_numbers(text):
        raise BadValue(
            Text(
                "Ce texte contient un numéro de carte : écrivez tout au plus ses quatre derniers chiffres.",
                "This text holds a card number: write its last four digits at most.",
            )
        )
    return text


#: Put on every free text that people write.
NoCardNumber = AfterValidator(_refuse)
