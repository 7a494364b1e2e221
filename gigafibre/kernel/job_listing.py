"""The jobs that are being done or failed, as a list; what is safe is done again, many at once."""

from __future__ import annotations

import json
from typing import Any

from gigafibre.kernel import clock, labels
from gigafibre.kernel.folding import fold
from gigafibre.kernel.listing import Column, Filter, Listing, Verb, View, between
from gigafibre.kernel.text import Text, current_language

STATE, TASK, AT = Text("État", "State"), Text("Travail", "Job"), Text("Depuis", "Since")
AGAIN = Text("Peut se refaire", "Can be done again")
#: How a job that is not over stands.
STATES = {"doing": Text("En cours", "Being done"), "failed": Text("En échec", "Failed")}
TASKS = dict(sorted(labels.TASKS.items(), key=lambda one: fold(one[1].in_())))


def _words() -> dict[str, Any]:
    language = current_language()
    names = {task: words.in_(language) for task, words in labels.TASKS.items()}
    return {"names": json.dumps(names), "zone": str(clock.zone())}


JOBS = Listing(
    name="background_jobs",
    label=Text("Travaux en cours et en échec", "Jobs being done and failed"),
    permission="kernel.parked",
    # Doing a job again is safe where it is locked to once at a time, and of no use where that one waits already.
    source="""
        SELECT o.*, (o.at AT TIME ZONE %(zone)s)::date AS day, fold(o.label) AS sort_key,
               fold(o.label || ' ' || o.task || ' ' || o.queue) AS search_key
        FROM (
          SELECT j.id, j.id AS job, j.task_name::text AS task, j.queue_name::text AS queue, j.status::text AS state,
                 j.attempts, coalesce(%(names)s::jsonb ->> j.task_name::text, j.task_name::text) AS label,
                 (SELECT max(e.at) FROM procrastinate_events e WHERE e.job_id = j.id) AS at,
                 j.status = 'failed' AND j.queueing_lock IS NOT NULL AND NOT EXISTS (
                   SELECT FROM procrastinate_jobs w WHERE w.queueing_lock = j.queueing_lock AND w.status = 'todo'
                 ) AS again
          FROM procrastinate_jobs j WHERE j.status IN ('failed', 'doing')) o""",
    values=_words,
    columns=[
        Column("label", TASK, sort="sort_key"),
        Column("state", STATE, kind="choice", options=STATES),
        Column("attempts", Text("Essais", "Tries"), kind="number", sort=True),
        Column("again", AGAIN, kind="flag"),
        Column("at", AT, kind="instant", sort=True, nullable=True),
        Column("task", Text("Code", "Code"), kind="id", off=True),
        Column("queue", Text("File", "Queue"), kind="id", off=True),
        Column("job", Text("Numéro", "Number"), kind="number", sort=True, off=True),
    ],
    filters=[
        Filter("state", STATE, options=STATES),
        Filter("task", TASK, options=TASKS),
        Filter("again", AGAIN, kind="flag"),
        Filter("queue", Text("File", "Queue"), kind="text"),
        *between("day", AT, kind="day"),
    ],
    views=[
        View("all", Text("Tous", "All")),
        View("failed", Text("En échec", "Failed"), {"state": "failed"}),
        View("again", Text("À refaire", "To do again"), {"again": "true"}),
        View("doing", Text("En cours", "Being done"), {"state": "doing"}),
    ],
    verbs=[Verb("kernel.retry_job", "job", column="job")],
    search="search_key",
    default_sort="-job",
)
