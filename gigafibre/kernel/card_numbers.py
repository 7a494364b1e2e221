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

_BETWEEN = " \t\u00a0\u2000-\u200a\u202f._\u2010-\u2015\u2212-"
#: What may hold a card number, for a cheap first look; PostgreSQL reads it the same way.
POSSIBLE = f"[0-9](?:[{_BETWEEN}]{{0,3}}[0-9]){{12}}"
_RUN = re.compile(f"{POSSIBLE}(?:[{_BETWEEN}]{{0,3}}[0-9])*")
_GROUP = re.compile(r"[0-9]+")
#: How cards are printed and typed, by the digits of each group: such a number wins over any other that overlaps it.
_PRINTED = re.compile(r"1[3-9]|4,4,4,[1-7]|4,4,4,4,[1-3]|4,6,[45]|4,3,3,3|8,8")
#: What is none, though its digits may pass the check by chance: telephone numbers and dates.
_OTHERS = re.compile(
    f"(?<![0-9])(?:(?:[0-9]{{3}}[{_BETWEEN}]{{1,3}})?[0-9]{{3}}[{_BETWEEN}]{{1,3}}[0-9]{{4}}"
    r"|[0-9]{1,2}[.\-][0-9]{1,2}[.\-](?:19|20)[0-9]{2}|(?:19|20)[0-9]{2}[.\-][0-9]{1,2}[.\-][0-9]{1,2})(?![0-9])"
)
#: A processor's own reference (`ch_3f…`) up to where digits of it begin.
_REFERENCE = re.compile(r"(?<![0-9A-Za-z])[a-z]{2,6}_[0-9A-Za-z]*[A-Za-z]\Z")
_STARTS = re.compile(
    r"3[47]|4|5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720|6011|62|64[4-9]|65"
    r"|(?=[0-9]{14}\Z)3(?:0[0-5]|[689])|(?=[0-9]{16}\Z)35(?:2[89]|[3-8])"
)


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
    """Give where card numbers stand in a text, in order, also between other groups of digits."""
    for run in _RUN.finditer(text):
        taken: list[tuple[int, int]] = []
        for _, start, end in sorted(_candidates(run)):
            if all(end <= other[0] or start >= other[1] for other in taken):
                taken.append((start, end))
        yield from sorted(taken)


def _candidates(run: re.Match[str]) -> Iterator[tuple[bool, int, int]]:
    """Give the card numbers that groups beside each other make: whether oddly grouped, from where, up to where."""
    groups = list(_GROUP.finditer(run.string, *run.span()))
    for first, group in enumerate(groups):
        if _REFERENCE.search(run.string, max(0, group.start() - 40), group.start()):
            continue
        digits, sizes = "", []
        for last in groups[first:]:
            digits += last.group()
            sizes.append(str(len(last.group())))
            if len(digits) > 19:
                break
            if is_card_number(digits):
                odd = not _PRINTED.fullmatch(",".join(sizes))
                if not (odd and _OTHERS.search(run.string, group.start(), last.end())):
                    yield odd, group.start(), last.end()


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
