"""When one may write to people: quiet hours of the night, and the days and hours of a creditor."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

import holidays

from gigafibre.kernel import clock

#: A creditor's hours, Monday to Saturday, no holidays (the stricter reading of Québec's rule, for our own reminders).
CREDITOR_FROM, CREDITOR_UNTIL = time(9), time(20)
#: Nobody waits longer than this for a day on which one may write.
FARTHEST = 14


@dataclass(frozen=True)
class Quiet:
    """The quiet hours of a night, on the company's clock: from 21:00 until 8:00; the same hour twice means none."""

    start: time
    end: time


def next_allowed(instant: datetime, quiet: Quiet, *, collecting: bool = False) -> datetime:
    """Return the first moment from `instant` on (UTC) at which one may write; the instant itself when it is one.

    Hours are the company's wall clock, also on the days its clocks change.
    """
    moment = instant
    for _ in range(FARTHEST):
        local = moment.astimezone(clock.zone())
        start, end = _hours(local.date(), quiet, collecting=collecting)
        if start is not None and end is not None:
            if moment < start:
                return start
            if moment < end:
                return moment
        moment = _at(local.date() + timedelta(days=1), time(0))
    raise AssertionError("no hour of two weeks is open")


def _hours(day: date, quiet: Quiet, *, collecting: bool) -> tuple[datetime | None, datetime | None]:
    """Return from when until when one may write on a day (nothing: not at all)."""
    open_, close = time(0), None
    if quiet.start > quiet.end:  # a night: from the evening until the morning
        open_, close = quiet.end, quiet.start
    elif quiet.start < quiet.end:  # from midnight or later in the same day: what follows it is taken
        open_ = quiet.end
    if collecting:
        if day.weekday() == 6 or day in holidays.country_holidays("CA", subdiv="QC", years=day.year):
            return None, None
        open_, close = max(open_, CREDITOR_FROM), min(close or CREDITOR_UNTIL, CREDITOR_UNTIL)
        if open_ >= close:
            return None, None
    start = _at(day, open_)
    end = _at(day, close) if close else _at(day + timedelta(days=1), time(0))
    return start, end


def _at(day: date, hour: time) -> datetime:
    """Return an instant by the company's wall clock; an hour that a day lacks is the one its clock jumps to."""
    return datetime.combine(day, hour, tzinfo=clock.zone()).astimezone(UTC)
