"""The only source of "now": tests, proofs and the sandbox move it, nothing else reads the machine's time."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings

_frozen: datetime | None = None
_began = time.monotonic()


def zone() -> ZoneInfo:
    """Return the company's zone, in which billing days are cut."""
    return ZoneInfo(settings.TIME_ZONE)


def now() -> datetime:
    """Return the current instant, aware, in UTC.

    GIGAFIBRE_CLOCK stops it at an instant; with a `+` behind, it runs on from there since the process began.
    """
    if _frozen is not None:
        return _frozen
    if given := os.environ.get("GIGAFIBRE_CLOCK"):
        instant = _aware(datetime.fromisoformat(given.removesuffix("+")))
        return instant + timedelta(seconds=time.monotonic() - _began) if given.endswith("+") else instant
    return datetime.now(UTC)


def today() -> date:
    """Return the current day in the company's zone."""
    return now().astimezone(zone()).date()


def day_of(instant: datetime) -> date:
    """Return the company's day an instant falls in."""
    return instant.astimezone(zone()).date()


def start_of(day: date) -> datetime:
    """Return the instant (UTC) at which a company's day begins."""
    return datetime(day.year, day.month, day.day, tzinfo=zone()).astimezone(UTC)


def freeze(instant: datetime | str) -> None:
    """Stop the clock of this process at an instant (a naive one is in the company's zone)."""
    global _frozen
    _frozen = _aware(datetime.fromisoformat(instant) if isinstance(instant, str) else instant)


def move(*, to: datetime | str | None = None, days: int = 0, hours: int = 0, minutes: int = 0) -> None:
    """Move the stopped clock, to an instant or forward; local days keep their hour across a time change."""
    if to is not None:
        freeze(to)
    local = now().astimezone(zone()).replace(tzinfo=None) + timedelta(days=days)
    freeze(_aware(local) + timedelta(hours=hours, minutes=minutes))


@contextmanager
def standing(instant: datetime) -> Iterator[None]:
    """Let the clock of this process stand at an instant for a block, then be as it was (a demo's past)."""
    global _frozen
    before, _frozen = _frozen, _aware(instant)
    try:
        yield
    finally:
        _frozen = before


def release() -> None:
    """Let the clock run again."""
    global _frozen
    _frozen = None


def _aware(instant: datetime) -> datetime:
    return (instant if instant.tzinfo else instant.replace(tzinfo=zone())).astimezone(UTC)
