"""The background as a page shows it; a failed job is done again where that is safe, once."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from django.db import connection
from procrastinate.contrib.django import app

from gigafibre.identity.tests.factories import a_user, browser
from gigafibre.kernel import jobs, labels
from gigafibre.kernel.actor import SYSTEM, Actor
from gigafibre.kernel.batches import input_for
from gigafibre.kernel.errors import Forbidden, JobWaits, NoFailedJob, NotSafeAgain, Refusal
from gigafibre.kernel.job_listing import JOBS
from gigafibre.kernel.listing import page
from gigafibre.kernel.perform import perform

pytestmark = pytest.mark.django_db


def a_job(task: str = "kernel.forget", status: str = "failed", *, lock: str | None = "kernel.forget") -> int:
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO procrastinate_jobs (queue_name, task_name, queueing_lock, args, status, attempts) "
            "VALUES ('default', %s, %s, '{\"timestamp\": 5}', %s::procrastinate_job_status, 1) RETURNING id",
            [task, lock, status],
        )
        return int(cursor.fetchone()[0])


def rows() -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT id, task_name, status::text, args FROM procrastinate_jobs ORDER BY id")
        return list(cursor.fetchall())


def refused(refusal: type[Refusal], job: int) -> None:
    before = rows()
    with pytest.raises(refusal):
        perform("kernel.retry_job", {"job": job}, actor=SYSTEM)
    assert rows() == before


def test_a_failed_job_is_done_again_once() -> None:
    failed = a_job()
    perform("kernel.retry_job", {"job": failed}, actor=SYSTEM)
    assert [row[1:3] for row in rows()] == [("kernel.forget", "failed"), ("kernel.forget", "todo")]
    refused(JobWaits, failed)


def test_only_what_failed_and_is_safe_is_done_again() -> None:
    refused(NoFailedJob, 0)
    refused(NoFailedJob, a_job(status="succeeded"))
    refused(NotSafeAgain, a_job("legacy.import_source", lock=None))
    refused(NotSafeAgain, a_job("gone.task"))


def test_only_who_settles_parked_work_does_a_job_again() -> None:
    failed, clerk = a_job(), Actor("staff", 1, "Ève", frozenset({"billing.run"}))
    with pytest.raises(Forbidden):
        perform("kernel.retry_job", {"job": failed}, actor=clerk)
    assert len(rows()) == 1
    for path in ["background", "background-jobs"]:
        assert browser(a_user("support")).get(f"/api/v1/{path}").status_code == 403


def test_the_page_shows_queues_schedules_and_workers(clock: Any) -> None:
    clock.freeze("2026-11-21T14:00:00-05:00")
    failed = a_job()
    a_job("billing.issue_run", "doing", lock=None)
    a_job("billing.go_on", "todo", lock="billing.go_on")
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO kernel_worker (id, started_at, seen_at) "
            "VALUES ('here:1', now() - interval '1 hour', now()), ('gone:2', now(), now() - interval '2 hours')"
        )
        cursor.execute(
            "INSERT INTO procrastinate_periodic_defers (task_name, defer_timestamp, job_id) VALUES (%s, %s, %s)",
            ["kernel.forget", int(datetime(2026, 11, 21, 6, 35, tzinfo=UTC).timestamp()), failed],
        )
    shown = browser(a_user("administrator")).get("/api/v1/background").json()
    assert shown["queues"] == [{"name": "default", "waiting": 1, "doing": 1, "failed": 1}]
    assert [(one["name"], one["living"]) for one in shown["workers"]] == [("here:1", True), ("gone:2", False)]
    nightly = next(one for one in shown["periodic"] if one["task"] == "kernel.forget")
    assert nightly == {
        "task": "kernel.forget",
        "label": "Oublier ce qui a fait son temps",
        "cron": "35 6 * * *",
        "next_at": "2026-11-22T06:35:00Z",
        "last_at": "2026-11-21T06:35:00Z",
        "last_status": "failed",
    }
    assert next(one["waiting"] for one in shown["work"] if one["name"] == "jobs") == 1


def test_what_is_done_and_what_failed_is_a_list() -> None:
    failed, lasting = a_job(), a_job("billing.issue_run", "doing", lock=None)
    a_job("billing.go_on", "todo", lock="billing.go_on")
    waits, unsafe = a_job("billing.go_on", lock="billing.go_on"), a_job("gone.task", lock=None)
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM procrastinate_events")
        cursor.execute(
            "INSERT INTO procrastinate_events (job_id, type, at) "
            "SELECT id, 'started', '2026-11-21T15:00:00Z'::timestamptz FROM procrastinate_jobs"
        )
    rows = page(JOBS, {}).items
    assert [(row["job"], row["state"], row["again"]) for row in rows] == [
        (unsafe, "failed", False),
        (waits, "failed", False),
        (lasting, "doing", False),
        (failed, "failed", True),
    ]
    assert rows[-1] == {
        "label": "Oublier ce qui a fait son temps",
        "state": "failed",
        "attempts": 1,
        "again": True,
        "at": "2026-11-21T15:00:00Z",
        "task": "kernel.forget",
        "queue": "default",
        "job": failed,
    }
    assert rows[0]["label"] == "gone.task"

    def jobs_of(**asked: str) -> list[int]:
        return [row["job"] for row in page(JOBS, asked).items]

    assert jobs_of(view="failed") == [unsafe, waits, failed]
    assert jobs_of(view="again") == [failed]
    assert jobs_of(view="doing") == [lasting]
    assert jobs_of(task="billing.issue_run,billing.go_on") == [waits, lasting]
    assert jobs_of(q="oublier") == [failed]
    assert (jobs_of(day_from="2026-11-22"), len(jobs_of(day_to="2026-11-21"))) == ([], 4)


def test_many_are_done_again_by_what_the_list_knows_them_by() -> None:
    a_job()
    verb = JOBS.verb("kernel.retry_job")
    (row,) = page(JOBS, {"view": "again"}).items
    perform(verb.action, input_for({}, verb.field, verb.prefix, str(row[verb.column])), actor=SYSTEM)
    assert [row[1:3] for row in rows()] == [("kernel.forget", "failed"), ("kernel.forget", "todo")]
    assert page(JOBS, {"view": "again"}).items == []


def test_every_periodic_task_is_said_in_words() -> None:
    assert {one.task.name for one in app.periodic_registry.periodic_tasks.values()} - set(labels.TASKS) == set()
    assert len(jobs.periodic()) == len(app.periodic_registry.periodic_tasks)
