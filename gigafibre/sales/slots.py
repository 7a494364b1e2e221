"""The parts of a day that an appointment is promised for."""

from __future__ import annotations

from datetime import time
from typing import Literal

from gigafibre.kernel.text import Text

Slot = Literal["", "morning", "afternoon", "evening"]
#: From (with) until (without), as promised to the customer.
HOURS: dict[str, tuple[time, time]] = {
    "morning": (time(8), time(12)),
    "afternoon": (time(12), time(17)),
    "evening": (time(17), time(20)),
}
WORDS: dict[str, Text] = {
    "morning": Text("entre 8 h et 12 h", "between 8 a.m. and noon"),
    "afternoon": Text("entre 12 h et 17 h", "between noon and 5 p.m."),
    "evening": Text("entre 17 h et 20 h", "between 5 p.m. and 8 p.m."),
}


def hours_of(slot: str) -> tuple[time, time] | None:
    """Return when a slot begins and ends, None for a whole day."""
    return HOURS.get(slot)


def words_of(slot: str) -> Text | None:
    """Return a slot as people say it, None for a whole day."""
    return WORDS.get(slot)
