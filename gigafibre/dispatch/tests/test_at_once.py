"""Real commits in threads: two who close jobs of one chain, make one contract's chain, start one clock."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
from django.db import connection, transaction

from gigafibre.crm.tests.factories import a_customer, a_location
from gigafibre.dispatch import actions
from gigafibre.dispatch.locking import locked
from gigafibre.dispatch.models import Job, JobChain, JobDependency, TimeEntry
from gigafibre.dispatch.tests.factories import a_job, a_technician
from gigafibre.kernel.actor import SYSTEM, acting_as
from gigafibre.kernel.errors import Refusal
from gigafibre.kernel.tests.looking import events


@pytest.fixture
def here(committed_db: object, clock: Any) -> Iterator[None]:
    """A database of its own, the clock standing, the system acting."""
    with acting_as(SYSTEM):
        yield


def at_once(*works: Callable[[], Any]) -> list[Any]:
    """Do them in as many threads, begun at the same moment; returns what each gave, or its refusal."""
    gate = threading.Barrier(len(works))
    came: list[Any] = [None] * len(works)

    def run(place: int) -> None:
        try:
            with acting_as(SYSTEM):
                gate.wait()
                came[place] = works[place]()
        except Refusal as refusal:
            came[place] = refusal
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(place,)) for place in range(len(works))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert not any(thread.is_alive() for thread in threads)
    return came


def test_closed_twice_at_once_a_job_is_completed_once(here: None) -> None:
    number = a_job("in_progress")
    came = at_once(*[lambda: actions.complete_job(number)] * 4)
    assert sorted(str(getattr(each, "code", each)) for each in came) == ["None"] + ["wrong_job_state"] * 3
    assert len(events(type="dispatch.JobCompleted")) == 1


def test_a_contract_signed_twice_at_once_has_one_chain(here: None) -> None:
    place = a_location(a_customer())

    def make() -> Any:
        return actions.make_chain("CTR-77", customer=place.customer.number, location=place.number)

    came = at_once(*[make] * 6)
    assert sorted(each.created for each in came) == [False] * 5 + [True]
    assert len({tuple(each.jobs) for each in came}) == 1
    assert {each.why for each in came if not each.created} == {"already_made"}
    assert JobChain.objects.count() == 1
    assert Job.objects.count() == 4
    assert len(events(type="dispatch.ChainMade")) == 1


def test_one_technician_starts_two_jobs_at_once_and_one_clock_runs(here: None) -> None:
    technician = a_technician()
    first, second = (a_job("published", technician=technician) for _ in range(2))
    came = at_once(lambda: actions.start_job(first), lambda: actions.start_job(second))
    assert sorted(str(getattr(each, "code", each)) for each in came) in (
        ["None", "clock_runs"],
        ["None", "conflict"],
    )
    assert TimeEntry.objects.filter(ended_at=None).count() == 1


def test_two_halves_of_a_circle_at_once_never_close_it(here: None) -> None:
    owner = a_customer()
    one, other = a_job(owner=owner), a_job(owner=owner)
    chain = JobChain.objects.create(customer=owner, kind="manual")
    Job.objects.filter(number__in=[one, other]).update(chain=chain)
    a, b = Job.objects.get(number=one), Job.objects.get(number=other)
    gate = threading.Barrier(2)
    refused = []

    def wait_for(job: Job, other: Job) -> None:
        try:
            with transaction.atomic():
                gate.wait()
                JobDependency.objects.create(job=job, depends_on=other)  # the table itself, behind the verbs' back
        except Exception as error:
            refused.append(str(error))
        finally:
            connection.close()

    threads = [threading.Thread(target=wait_for, args=pair) for pair in ((a, b), (b, a))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert JobDependency.objects.count() == 1
    assert len(refused) == 1


def test_cancelled_and_completed_at_once_one_of_them_holds(here: None) -> None:
    number = a_job("en_route")
    came = at_once(
        lambda: actions.start_job(number),
        lambda: actions.cancel_job(number, reason="Le client annule"),
    )
    assert [getattr(each, "code", None) for each in came].count(None) == 1
    job = Job.objects.get(number=number)
    assert job.status in {"in_progress", "cancelled"}
    assert job.date == date(2026, 11, 23)


def test_a_job_that_joins_a_chain_while_one_waits_for_it_is_held_with_the_chain(here: None) -> None:
    owner = a_customer()
    first, second, late = (a_job(owner=owner) for _ in range(3))
    actions.add_dependency(second, other=first)
    joined, held, seen = threading.Event(), threading.Event(), threading.Event()
    kept: list[str] = []

    def join() -> None:
        with transaction.atomic(), acting_as(SYSTEM):
            actions.add_dependency(late, other=first)
            joined.set()
            _until_one_waits()
        connection.close()

    def take() -> None:
        joined.wait(30)
        with transaction.atomic():
            kept.append(locked(late).number)
            held.set()
            seen.wait(30)
        connection.close()

    threads = [threading.Thread(target=each) for each in (join, take)]
    for thread in threads:
        thread.start()
    assert held.wait(30)
    with transaction.atomic():
        free = list(Job.objects.select_for_update(skip_locked=True).values_list("number", flat=True))
    seen.set()
    for thread in threads:
        thread.join(30)
    assert (kept, free) == ([late], [])


def _until_one_waits() -> None:
    """Return once another session waits for a lock of ours."""
    for _ in range(600):
        with connection.cursor() as cursor:
            # Not pg_stat_activity: what it says stands still within a transaction.
            cursor.execute("SELECT FROM pg_locks WHERE NOT granted AND pg_backend_pid() = ANY (pg_blocking_pids(pid))")
            if cursor.fetchone() is not None:
                return
        time.sleep(0.05)
    raise AssertionError("nobody waited")
