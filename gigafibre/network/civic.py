"""What somebody typed of an address, understood: civic number, letter, unit, words; no database."""

from __future__ import annotations

import re
from dataclasses import dataclass

from gigafibre.crm.addresses import canonical
from gigafibre.kernel.folding import fold

LONGEST = 120
_NUMBER = re.compile(r"^(\d{1,6})([a-z]?)$")
_RANGE = re.compile(r"^\s*\d+\s*[a-zA-Z]?\s*-\s*\d+\b")
_POSTAL = re.compile(r"^([a-z]\d[a-z])(\d[a-z]?\d?)$")
_ORDINAL = re.compile(r"^\d{1,2}(e|er|re|eme)$")
#: What an ordinal stands before in the country: `1er Rang`, `4e Concession`.
_ORDERED = {"rang", "rg", "concession", "avenue", "av", "ave", "rue", "ligne"}
#: Letters that belong to words, not to a civic number: elisions and directions.
_NO_SUFFIX = set("ldenosw")
_UNIT = {"appartement", "bureau", "unite", "suite", "local", "#"}
_LITTLE = {
    "de", "du", "des", "la", "le", "les", "l", "d", "et", "a", "au", "aux", "the", "of", "qc", "quebec", "canada",
}  # fmt: skip
#: Kinds of roads: people take one for another, so that they never decide alone.
_ROADS = {
    "rue", "chemin", "rang", "route", "montee", "avenue", "boulevard", "place", "petit", "road", "street", "terrasse",
}  # fmt: skip


@dataclass(frozen=True)
class Typed:
    """A typed address: `alone` is the beginning of a civic number and nothing else; `names` may be misspelt."""

    civic: int | None
    letter: str
    alone: str
    unit: str
    words: tuple[str, ...]
    names: tuple[str, ...]

    @property
    def whole(self) -> bool:
        """Whether enough is typed to say that an address is none of ours."""
        return self.civic is not None and any(len(word) >= 3 for word in self.names)


def understand(raw: str) -> Typed:
    """Read an address as people type it, in any order of carefulness."""
    text = raw[:LONGEST]
    plain = [word.rstrip(".") for word in fold(text.replace("#", " # ")).split() if word.rstrip(".")]
    civic, letter = None, ""
    number = _NUMBER.match(plain[0]) if plain and not _is_ordinal(plain) else None
    if number is not None:
        civic, letter, plain = int(number[1]), number[2], plain[1:]
        if _RANGE.match(text) and plain and plain[0].isdigit():
            plain = plain[1:]
        elif not letter and len(plain) > 1 and len(plain[0]) == 1 and plain[0].isalpha() and plain[0] not in _NO_SUFFIX:
            letter, plain = plain[0], plain[1:]
    words, unit = _without_unit(canonical(" ".join(plain)).split())
    parted = [part for word in words for part in (_POSTAL.sub(r"\1 \2", word)).split()]
    kept = [word for word in parted if word not in _LITTLE] or parted
    names = [word for word in kept if word not in _ROADS and not any(sign.isdigit() for sign in word)]
    alone = f"{civic}{letter}" if civic is not None and not kept else ""
    return Typed(civic, letter, alone, unit, tuple(kept[:8]), tuple(word for word in names if len(word) > 2)[:6])


def _is_ordinal(plain: list[str]) -> bool:
    return bool(_ORDINAL.match(plain[0])) and len(plain) > 1 and any(road in _ORDERED for road in plain[1:2])


def _without_unit(words: list[str]) -> tuple[list[str], str]:
    """Return the words without `app. 3` or `# 3`, and the unit."""
    kept: list[str] = []
    unit, at = "", 0
    while at < len(words):
        if words[at] in _UNIT and at + 1 < len(words):
            unit, at = words[at + 1], at + 2
            continue
        if words[at] not in {"#"}:
            kept.append(words[at])
        at += 1
    return kept, unit
