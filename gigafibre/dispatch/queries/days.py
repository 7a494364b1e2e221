"""A day of the field: a column per technician, jobs by hour, and what waits for somebody."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Any

from django.db import connection

from gigafibre.kernel.text import current_language


@dataclass(frozen=True)
class DayJob:
    """A job as it stands on a day; `ends` is its start and its minutes."""

    number: str
    title: str
    kind: str
    priority: str
    status: str
    customer: str
    customer_name: str
    city: str
    address: str
    date: datetime.date
    starts: datetime.time | None
    minutes: int
    window_starts: datetime.time | None
    window_ends: datetime.time | None
    helping: bool


@dataclass(frozen=True)
class DayColumn:
    """A technician's day: when he works (nothing on a day off), whether he is absent, his jobs."""

    number: str
    name: str
    colour: str
    status: str
    starts: datetime.time | None
    ends: datetime.time | None
    absent: bool
    jobs: list[DayJob]


@dataclass(frozen=True)
class DispatchDay:
    """One day: a column per technician, and the jobs that nobody has yet."""

    date: datetime.date
    columns: list[DayColumn]
    pool: list[DayJob]


_JOBS = """
SELECT coalesce(w.technician_id, 0), j.number,
       CASE WHEN %(english)s THEN j.title_en ELSE j.title_fr END, j.kind, j.priority, j.status,
       c.number, c.display_name, coalesce(nullif(l.city, ''), c.city),
       concat_ws(', ', nullif(coalesce(l.line1, c.line1), ''),
       nullif(coalesce(l.city, c.city), '')), j.date, j.starts, j.minutes, j.window_starts, j.window_ends,
       coalesce(w.helping, false)
FROM dispatch_job j JOIN crm_customer c ON c.id = j.customer_id LEFT JOIN crm_location l ON l.id = j.location_id
LEFT JOIN LATERAL (
  SELECT j.technician_id, false AS helping WHERE j.technician_id IS NOT NULL
  UNION ALL SELECT a.technician_id, true FROM dispatch_jobassistant a WHERE a.job_id = j.id
  UNION ALL SELECT t.id, false FROM dispatch_technician t
  WHERE t.crew_id = j.crew_id AND t.active AND t.id IS DISTINCT FROM j.technician_id
) w ON true
WHERE j.date BETWEEN %(first)s AND %(last)s AND j.status NOT IN ('draft', 'cancelled')
  AND (%(technician)s::bigint IS NULL OR w.technician_id = %(technician)s)
ORDER BY j.date, j.starts NULLS LAST, j.id, w.helping
"""
_TECHNICIANS = """
SELECT t.id, t.number, t.name, t.colour, t.status, h.starts, h.ends,
       EXISTS (SELECT 1 FROM dispatch_absence a
               WHERE a.technician_id = t.id AND a.starts_on <= %(day)s AND a.ends_on > %(day)s)
FROM dispatch_technician t LEFT JOIN dispatch_workinghours h ON h.technician_id = t.id AND h.weekday = %(weekday)s
WHERE t.active ORDER BY t.sort_key, t.id
"""


def day(on: datetime.date) -> DispatchDay:
    """Return a day: every active technician with his jobs by hour, and the jobs without anybody."""
    jobs = _jobs(on, on, None)
    with connection.cursor() as cursor:
        cursor.execute(_TECHNICIANS, {"day": on, "weekday": on.weekday()})
        rows = cursor.fetchall()
    columns = []
    for technician, number, name, colour, status, starts, ends, absent in rows:
        his = [job for key, job in jobs if key == technician]
        columns.append(DayColumn(number, name, colour, status, starts, ends, absent, his))
    return DispatchDay(on, columns, [job for key, job in jobs if key == 0])


def jobs_of(technician: int, first: datetime.date, last: datetime.date) -> list[DayJob]:
    """Return the jobs a technician goes on, helps with or his crew has, in the order of their days and hours."""
    return [job for _, job in _jobs(first, last, technician)]


def _jobs(first: datetime.date, last: datetime.date, technician: int | None) -> list[tuple[int, DayJob]]:
    given: dict[str, Any] = {"first": first, "last": last, "technician": technician}
    with connection.cursor() as cursor:
        cursor.execute(_JOBS, given | {"english": current_language() == "en"})
        return [(key, DayJob(*rest)) for key, *rest in cursor.fetchall()]
