"""PHP's serialize() read from what is left of it: wrong byte lengths, cut-off ends; an object is never built."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

#: Nothing of ours is nested deeper; what is, is not read.
DEEPEST = 12
# What may stand behind a string: the next value, or the end of its array. Lengths are in bytes of a forgotten encoding.
_END = re.compile(r'";(?=[isdbaONCEr]:|N;|\}|$)')
_NUMBER = re.compile(r"(-?(?:\d+\.?\d*(?:[eE][+-]?\d+)?|INF|NAN));")


class CutOff(Exception):
    """The text ends before its value does."""


class Unreadable(Exception):
    """It is no serialized value that we read."""


@dataclass
class Read:
    """What was read: pairs of the outer array in order, and what was wrong (`lengths`, `cut_off`, `object`, …)."""

    pairs: list[tuple[Any, Any]] = field(default_factory=list)
    wrong: set[str] = field(default_factory=set)


def read_array(text: str) -> Read:
    """Return the pairs of a serialized array that are whole, and what was wrong with it; never raises."""
    read = Read()
    raw = text.strip().removeprefix("\ufeff")
    if not raw:
        return read
    try:
        _Reader(raw, read).outer()
    except CutOff:
        read.wrong.add("cut_off")
    except Unreadable as error:
        read.wrong.add(str(error))
    return read


class _Reader:
    def __init__(self, text: str, read: Read) -> None:
        self.text, self.at, self.read = text, 0, read

    def outer(self) -> None:
        """Read the array itself, keeping each pair as soon as it is whole."""
        if self.text.startswith(("O:", "C:")):
            raise Unreadable("object")
        if not self.text.startswith("a:"):
            raise Unreadable("unreadable")
        for pair in self._pairs(1):
            self.read.pairs.append(pair)
        if self.text[self.at :].strip():
            self.read.wrong.add("trailing")

    def _pairs(self, depth: int) -> Iterator[tuple[Any, Any]]:
        if depth > DEEPEST:
            raise Unreadable("too_deep")
        self._take(re.compile(r"a:(\d+):\{"))
        while True:
            if self.at >= len(self.text):
                raise CutOff
            if self.text[self.at] == "}":
                self.at += 1
                return
            key = self._value(depth)
            yield key, self._value(depth)

    def _value(self, depth: int) -> Any:
        kind = self.text[self.at : self.at + 2]
        if kind == "s:":
            return self._string()
        if kind in {"i:", "d:", "b:"}:
            self.at += 2
            return self._take(_NUMBER)
        if kind == "N;":
            self.at += 2
            return ""
        if kind == "a:":
            return list(self._pairs(depth + 1))
        if kind in {"O:", "C:", "E:"}:
            raise Unreadable("object")
        if len(kind) < 2:
            raise CutOff
        raise Unreadable("unreadable")

    def _string(self) -> str:
        length = int(self._take(re.compile(r's:(\d+):"')))
        for told in self._lengths(length):
            if self.text[self.at + told : self.at + told + 2] == '";':
                found = self.text[self.at : self.at + told]
                if len(found.encode()) != length:
                    self.read.wrong.add("lengths")
                self.at += told + 2
                return found
        end = _END.search(self.text, self.at)
        if end is None:
            raise CutOff
        self.read.wrong.add("lengths")
        found = self.text[self.at : end.start()]
        self.at = end.end()
        return found

    def _lengths(self, length: int) -> list[int]:
        """Return how many characters so many bytes may be: in UTF-8, or one each."""
        by_bytes = len(self.text[self.at : self.at + length].encode()[:length].decode(errors="ignore"))
        return [by_bytes, length]

    def _take(self, pattern: re.Pattern[str]) -> str:
        found = pattern.match(self.text, self.at)
        if found is None:
            # A head that the end of the text interrupts is cut off, anything else is no serialized value.
            raise CutOff if len(self.text) - self.at < 24 and not self.text.endswith("}") else Unreadable("unreadable")
        self.at = found.end()
        return found[1]
