"""What was done at an address before, and whether a technician's clock runs."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from django.db import connection

from gigafibre.dispatch.errors import NoSuchJob
from gigafibre.dispatch.models import Job
from gigafibre.kernel.text import current_language

#: How many jobs of the past a technician reads before he goes.
MOST = 20


@dataclass(frozen=True)
class EarlierJob:
    """A job that was over before, at the same place: what, by whom, what came of it; `minutes` of work."""

    number: str
    title: str
    kind: str
    status: str
    on: datetime.date
    technicians: list[str]
    minutes: int
    completion_code: str
    note: str
    equipment: list[str]


_BEFORE = """
SELECT j.number, CASE WHEN %(english)s THEN j.title_en ELSE j.title_fr END, j.kind, j.status,
       coalesce(j.completed_on, j.date),
       ARRAY(SELECT t.name FROM dispatch_technician t WHERE t.id = j.technician_id
             OR t.id IN (SELECT e.technician_id FROM dispatch_timeentry e WHERE e.job_id = j.id) ORDER BY t.sort_key),
       coalesce((SELECT sum(extract(epoch FROM e.ended_at - e.started_at))::int / 60 FROM dispatch_timeentry e
                 WHERE e.job_id = j.id AND e.kind = 'work'), 0),
       j.completion_code, CASE j.status WHEN 'completed' THEN j.completion_note ELSE j.reason END,
       ARRAY(SELECT coalesce(nullif(q.serial, ''), q.mac) FROM dispatch_equipmentitem q
             WHERE q.job_id = j.id ORDER BY q.id)
FROM dispatch_job j
WHERE j.status IN ('completed', 'incomplete') AND j.id <> %(job)s
  AND CASE WHEN %(location)s::bigint IS NULL THEN j.customer_id = %(customer)s
      ELSE j.location_id = %(location)s OR j.customer_id = %(customer)s AND j.location_id IS NULL END
ORDER BY 5 DESC, j.id DESC LIMIT %(most)s
"""


def history(number: str) -> list[EarlierJob]:
    """Return what was done before at a job's location (or for its customer where nobody said which), newest first."""
    job = Job.objects.filter(number=number).values("pk", "location_id", "customer_id").first()
    if job is None:
        raise NoSuchJob(job=number)
    given = {"job": job["pk"], "location": job["location_id"], "customer": job["customer_id"]}
    with connection.cursor() as cursor:
        cursor.execute(_BEFORE, given | {"english": current_language() == "en", "most": MOST})
        return [EarlierJob(*row) for row in cursor.fetchall()]
