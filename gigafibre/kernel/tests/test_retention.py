"""What only the machine needs is forgotten after its days, in pieces; what waits, failed or explains stays."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection

from gigafibre.kernel import clock as kernel_clock
from gigafibre.kernel import retention, settings


def an_event(deliveries: list[tuple[str, int]]) -> None:
    """Store an event with deliveries of a state, each done so many days ago."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO kernel_event (type, version, subject, payload, actor, at)"
            " VALUES ('x', 1, 's', '{}', 'system', now()) RETURNING id"
        )
        (event,) = cursor.fetchone()
        for n, (state, days) in enumerate(deliveries):
            cursor.execute(
                "INSERT INTO kernel_delivery"
                " (event_id, handler, subject, state, attempts, due, depth, error, done_at, skip_reason)"
                " VALUES (%s, %s, 's', %s, 1, now(), 0, '', %s, 'why')",
                [event, f"h{n}", state, kernel_clock.now() - timedelta(days=days)],
            )


def counted(query: str) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(query)
        return [row[0] for row in cursor.fetchall()]


LEFT = "SELECT state FROM kernel_delivery ORDER BY handler"


@pytest.mark.django_db
def test_only_what_is_done_and_old_goes(clock: Any) -> None:
    an_event([("done", 91), ("done", 89), ("pending", 400), ("parked", 400), ("skipped", 400)])
    assert retention.forget() == {"deliveries": 1, "jobs": 0}, "nothing behind a switch that is off"
    assert counted(LEFT) == ["done", "pending", "parked", "skipped"]
    assert counted("SELECT count(*) FROM kernel_event WHERE type = 'x'") == [1]
    assert retention.forget() == {"deliveries": 0, "jobs": 0}


@pytest.mark.django_db
def test_the_days_are_a_setting_and_none_means_for_ever(clock: Any) -> None:
    an_event([("done", 11)])
    settings.put("retention.deliveries_days", 0)
    assert "deliveries" not in retention.forget()
    settings.put("retention.deliveries_days", 10)
    assert retention.forget()["deliveries"] == 1


@pytest.mark.django_db
def test_a_night_does_its_share_and_the_next_goes_on(clock: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(retention, "PIECE", 2)
    an_event([("done", 100)] * 7)
    assert [retention.forget(pieces=2)["deliveries"] for _ in range(3)] == [4, 3, 0]


@pytest.mark.django_db
def test_jobs_that_are_over_go_failed_ones_stay(clock: Any) -> None:
    with connection.cursor() as cursor:
        for status, days in (("succeeded", 31), ("succeeded", 29), ("failed", 400), ("todo", 400)):
            cursor.execute(
                "INSERT INTO procrastinate_jobs (queue_name, task_name, status, args)"
                " VALUES ('default', 't', %s, '{}') RETURNING id",
                [status],
            )
            (job,) = cursor.fetchone()
            cursor.execute("DELETE FROM procrastinate_events WHERE job_id = %s", [job])
            cursor.execute(
                "INSERT INTO procrastinate_events (job_id, type, at) VALUES (%s, 'succeeded', %s)",
                [job, kernel_clock.now() - timedelta(days=days)],
            )
    assert retention.forget()["jobs"] == 1
    assert counted("SELECT status::text FROM procrastinate_jobs ORDER BY id") == ["succeeded", "failed", "todo"]


@pytest.mark.django_db
def test_a_rule_says_what_is_due_and_when_it_last_worked(clock: Any) -> None:
    an_event([("done", 91), ("done", 95), ("done", 3)])
    (before,) = retention.states(lambda one: one.code == "deliveries")
    assert (before.days, before.due, before.works, before.ran_at) == (90, 2, True, None)
    retention.forget()
    (after,) = retention.states(lambda one: one.code == "deliveries")
    assert (after.due, after.ran_at, after.gone) == (0, kernel_clock.now(), 2)


def test_no_rule_touches_what_the_law_keeps() -> None:
    kept = ("audit", "invoice", "ledger", "payments", "actionrun", "kernel_event", "crm_", "file", "sales_", "privacy_")
    # What a provider told us raw: the contract that was signed, its seal and the provider's audit of it stay.
    told_raw = {"sales_webhookreceived"}
    for one in retention.all_rules():
        assert one.table in told_raw or not any(word in one.table for word in kept), one.code
        assert "LIMIT %(piece)s" in one.sql, one.code
