"""The end of a job sent twice, in any order, again; and technicians who close the jobs of one chain at once.

Every test draws its orders from a seed that is printed when it fails; `GIGAFIBRE_SEED` gives one again.
"""

from __future__ import annotations

import os
import random
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as FutureTimeout
from dataclasses import dataclass, field
from typing import Any

import pytest
from django.db import connection

from gigafibre.dispatch import actions
from gigafibre.dispatch.models import Job, JobChain, JobLine, Photo, Signature, Technician, TimeEntry
from gigafibre.dispatch.tests.factories import a_chain, a_job, a_picture, a_technician, bring, fulfil
from gigafibre.identity.queries import person
from gigafibre.identity.tests.factories import a_user
from gigafibre.kernel import clock as kernel_clock
from gigafibre.kernel.actor import SYSTEM, Actor, acting_as
from gigafibre.kernel.errors import Refusal
from gigafibre.kernel.perform import perform
from gigafibre.kernel.tests.looking import events

SEED = int(os.environ.get("GIGAFIBRE_SEED", random.SystemRandom().randrange(10**9)))
ROUNDS = 24


@pytest.fixture
def here(committed_db: object, clock: Any) -> Iterator[random.Random]:
    """A database of its own, the clock standing, the system acting; the seed's draws."""
    print(f"GIGAFIBRE_SEED={SEED}")  # pytest shows it when the test fails
    with acting_as(SYSTEM):
        yield random.Random(SEED)
    leave()


@dataclass
class Phone:
    """A technician's phone with an outbox: each deed under a key of its own, tried until it is taken or final."""

    actor: Actor
    outbox: list[tuple[str, dict[str, Any], str]] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)

    def write(self, verb: str, **given: Any) -> None:
        """Put a deed into the outbox."""
        self.outbox.append((f"dispatch.{verb}", given, f"{self.actor.id}-{len(self.outbox)}-{verb}"))

    def send(self, draw: random.Random, *, copies: int = 3) -> dict[str, int]:
        """Send everything in any order, each deed so many times at most, until all is taken; returns how often new."""
        waiting = [deed for deed in self.outbox for _ in range(draw.randint(1, copies))]
        taken: dict[str, int] = {}
        for _ in range(60):
            draw.shuffle(waiting)
            again = []
            for name, given, key in waiting:
                try:
                    came = perform(name, given, actor=self.actor, idempotency_key=key)
                    taken[key] = taken.get(key, 0) + (not came.replayed)
                except Refusal as refusal:
                    self.refused.append(refusal.code)
                    again.append((name, given, key))
            waiting = again
            if not waiting:
                return taken
        raise AssertionError(f"seed {SEED}: never taken {waiting}")


def a_phone(number: str | None = None) -> tuple[Phone, str]:
    """Make a technician with a phone; returns it and his number."""
    user = a_user("technician")
    found = person(user.pk)
    assert found is not None
    return Phone(found.actor), number or a_technician(user=user.username)


def test_a_visit_sent_in_any_order_and_several_times_happens_once(here: random.Random) -> None:
    for turn in range(ROUNDS):
        phone, technician = a_phone()
        job = a_job("published", technician=technician, needs_signature=True)
        picture = str(a_picture(job))
        signature = str(a_picture(job, name="signature.png"))
        phone.write("start_travel", job=job, at=_earlier(90))
        phone.write("start_job", job=job, at=_earlier(70))
        phone.write("add_material", job=job, description="Câble", quantity="3")
        phone.write("add_photo", job=job, file=picture)
        phone.write("sign_job", job=job, name="Sylvie Tremblay", file=signature, at=_earlier(20))
        phone.write("complete_job", job=job, code="done", at=_earlier(15))
        # What was on the way before the work began is in vain once it did: the phone keeps that order.
        first, rest = phone.outbox[:2], phone.outbox[2:]
        for deed in first:
            for _ in range(here.randint(1, 3)):
                perform(deed[0], deed[1], actor=phone.actor, idempotency_key=deed[2])
        # Before the end nothing may be written: material, photo and signature come first, in any order.
        phone.outbox = rest[:-1]
        taken = phone.send(here)
        phone.outbox = rest[-1:]
        taken |= phone.send(here)
        assert set(taken.values()) == {1}, f"seed {SEED}, turn {turn}"
        # And the whole outbox once more, backwards, as after a lost answer.
        for name, given, key in [*reversed(rest), *reversed(first)]:
            assert perform(name, given, actor=phone.actor, idempotency_key=key).replayed
        seen = Job.objects.get(number=job)
        assert (seen.status, JobLine.objects.filter(job=seen).count(), Photo.objects.filter(job=seen).count()) == (
            "completed",
            1,
            1,
        )
        assert Signature.objects.get(job=seen).name == "Sylvie Tremblay"
        minutes = [
            (entry.kind, entry.ended_at and (entry.ended_at - entry.started_at).total_seconds() / 60)
            for entry in TimeEntry.objects.filter(job=seen).order_by("started_at")
        ]
        assert minutes == [("travel", 20.0), ("work", 55.0)], f"seed {SEED}, turn {turn}"
        assert len(events(type="dispatch.JobCompleted", payload__job=job)) == 1


def test_an_end_before_its_signature_is_refused_changes_nothing_and_is_taken_later(here: random.Random) -> None:
    for turn in range(ROUNDS):
        phone, technician = a_phone()
        job = a_job("in_progress", technician=technician, needs_signature=True)
        phone.write("sign_job", job=job, name="Sylvie", file=str(a_picture(job)))
        phone.write("complete_job", job=job, code="done")
        early = phone.outbox[1]
        if turn % 2:
            before = Job.objects.filter(number=job).values().get()
            with pytest.raises(Refusal) as refused:
                perform(early[0], early[1], actor=phone.actor, idempotency_key=early[2])
            assert refused.value.code == "job_not_signed"
            assert Job.objects.filter(number=job).values().get() == before
            assert TimeEntry.objects.filter(job__number=job, ended_at=None).count() == 1
        # Signature copies that come after the end find the job closed or are answered as before: never a second one.
        queue = [deed for deed in phone.outbox for _ in range(3)]
        here.shuffle(queue)
        codes = [_tried(phone, deed) for deed in queue]
        codes += [_tried(phone, deed) for deed in phone.outbox]
        assert set(codes) <= {"new", "again", "job_not_signed"}, f"seed {SEED}, turn {turn}: {codes}"
        assert codes.count("new") == 2, f"seed {SEED}, turn {turn}: {codes}"
        assert len(events(type="dispatch.JobCompleted", payload__job=job)) == 1
        assert Signature.objects.filter(job__number=job).count() == 1


def test_an_end_without_a_key_sent_again_is_refused_and_told_once(here: random.Random) -> None:
    job = a_job("in_progress")
    actions.complete_job(job)
    for _ in range(3):
        with pytest.raises(Refusal) as refused:
            actions.complete_job(job)
        assert refused.value.code == "wrong_job_state"
    assert len(events(type="dispatch.JobCompleted", payload__job=job)) == 1


def test_technicians_close_the_jobs_of_one_chain_at_once_and_it_is_told_once(here: random.Random) -> None:
    """Two to four end jobs of one chain in the same moment, over and over: told once, nobody held up for ever."""
    deadlocks = _deadlocks()
    crew = [a_phone() for _ in range(4)]
    for turn in range(ROUNDS):
        contract = f"CTR-{turn}"
        jobs = a_chain(contract)
        together = here.randint(2, 4)
        last = jobs[-together:]
        for number in jobs[:-together]:
            _close(number)
        hands = []
        for place, number in enumerate(here.sample(last, len(last))):
            phone, technician = crew[place]
            actions.allow_early_start(number)
            bring(number, "in_progress", technician=technician)
            with acting_as(SYSTEM):
                fulfil(number)
            hands.append((phone, number))
        works = [_ender(phone, number, here.random() * 0.004, turn) for phone, number in hands for _ in range(2)]
        here.shuffle(works)
        came = at_once(*works)
        assert {str(each) for each in came} <= {"new", "again", "conflict"}, f"seed {SEED}, turn {turn}: {came}"
        assert came.count("new") == together, f"seed {SEED}, turn {turn}: {came}"
        assert set(Job.objects.filter(contract=contract).values_list("status", flat=True)) == {"completed"}
        told = events(type="dispatch.ChainCompleted", payload__contract=contract)
        assert [event["payload"]["completed_on"] for event in told] == ["2026-11-21"], f"seed {SEED}, turn {turn}"
        done = events(type="dispatch.JobCompleted", payload__contract=contract)
        assert sorted(event["payload"]["job"] for event in done) == sorted(jobs), f"seed {SEED}, turn {turn}"
        assert told[0]["id"] > max(event["id"] for event in done), f"seed {SEED}, turn {turn}"
        assert not TimeEntry.objects.filter(ended_at=None).exists()
    assert JobChain.objects.filter(completed_on=None).count() == 0
    assert set(Technician.objects.values_list("status", flat=True)) == {"available"}
    assert _deadlocks() == deadlocks, f"seed {SEED}"


def test_whatever_is_done_to_the_jobs_of_a_chain_at_once_nobody_waits_for_ever(here: random.Random) -> None:
    """Ends, waits added and taken, a cancellation, material, in any order on one chain: no deadlock, told once."""
    deadlocks = _deadlocks()
    for turn in range(ROUNDS):
        contract = f"CTR-{turn}"
        jobs = a_chain(contract)
        for number in jobs:
            actions.allow_early_start(number)
        for number in jobs[:3]:
            bring(number, "in_progress", technician=a_technician())
            fulfil(number)
        deeds = _all_at_once(*jobs)
        here.shuffle(deeds)
        came = at_once(*deeds)
        assert not [each for each in came if str(each) == "busy"], f"seed {SEED}, turn {turn}: {came}"
        assert list(Job.objects.filter(number__in=jobs[:3]).values_list("status", flat=True)) == ["completed"] * 3
        assert Job.objects.get(number=jobs[3]).status == "cancelled"
        assert len(events(type="dispatch.ChainCompleted", payload__contract=contract)) <= 1
    assert _deadlocks() == deadlocks, f"seed {SEED}"


def _all_at_once(first: str, second: str, third: str, last: str) -> list[Callable[[], Any]]:
    return [
        lambda: actions.complete_job(first),
        lambda: actions.complete_job(second),
        lambda: actions.complete_job(third),
        lambda: actions.cancel_job(last, reason="Le client a changé d’idée"),
        lambda: actions.add_dependency(last, other=first),
        lambda: actions.remove_dependency(last, other=third),
        lambda: actions.add_material(second, description="Vis"),
        lambda: actions.add_dependency(first, other=last),
    ]


#: Threads that keep their connections from one moment to the next: a cold one costs more than what is tried.
CROWD = ThreadPoolExecutor(max_workers=8)


def at_once(*works: Callable[[], Any]) -> list[Any]:
    """Do them in as many threads, begun at the same moment; returns what each gave, or the code of its refusal."""
    gate = threading.Barrier(len(works))

    def run(work: Callable[[], Any]) -> Any:
        gate.wait(30)
        try:
            with acting_as(SYSTEM):
                return work()
        except Refusal as refusal:
            return refusal.code

    came = [CROWD.submit(run, work) for work in works]
    try:
        return [each.result(timeout=60) for each in came]
    except FutureTimeout:
        raise AssertionError(f"seed {SEED}: somebody waits for ever") from None


def leave() -> None:
    """Let every thread of the crowd close its connection: the database goes after the test."""
    gate = threading.Barrier(8)

    def close() -> None:
        gate.wait(30)
        connection.close()

    for each in [CROWD.submit(close) for _ in range(8)]:
        each.result(timeout=60)


def _ender(phone: Phone, job: str, wait: float, turn: int) -> Callable[[], str]:
    """Return the end of a job as its technician's phone sends it, after a moment."""

    def end() -> str:
        time.sleep(wait)
        return _sent(phone, ("dispatch.complete_job", {"job": job, "code": "done"}, f"{turn}-{job}"))

    return end


def _sent(phone: Phone, deed: tuple[str, dict[str, Any], str]) -> str:
    name, given, key = deed
    return "again" if perform(name, given, actor=phone.actor, idempotency_key=key).replayed else "new"


def _tried(phone: Phone, deed: tuple[str, dict[str, Any], str]) -> str:
    try:
        return _sent(phone, deed)
    except Refusal as refusal:
        return refusal.code


def _close(number: str) -> None:
    bring(number, "in_progress", technician=a_technician())
    fulfil(number)
    actions.complete_job(number)


def _earlier(minutes: int) -> str:
    from datetime import timedelta

    return (kernel_clock.now() - timedelta(minutes=minutes)).isoformat()


def _deadlocks() -> int:
    """Return how many deadlocks PostgreSQL counted in this database, read anew."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_stat_clear_snapshot()")
        cursor.execute("SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()")
        return int(cursor.fetchone()[0])
