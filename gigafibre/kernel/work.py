"""A work process: threads that deliver events and perform intents, and Procrastinate's jobs, until told to stop."""

from __future__ import annotations

import asyncio
import os
import socket
import threading
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import psycopg
import structlog
from django.db import DatabaseError, connection
from procrastinate.contrib.django import app as jobs
from procrastinate.job_context import JobContext
from procrastinate.worker import Worker
from structlog.contextvars import bound_contextvars

from gigafibre.kernel import clock, deliver, events, intents
from gigafibre.kernel.direct import direct_parameters

log = structlog.get_logger(__name__)
HEARTBEAT_S = 10.0


class Bell:
    """Wakes one waiting loop per ring: what one notice is about, one loop can do."""

    def __init__(self, hearers: int) -> None:
        self._hearers, self._rung, self._changed = hearers, 0, threading.Condition()

    def ring(self, times: int = 1) -> None:
        """Wake as many loops, or let as many find at once that there is something."""
        with self._changed:
            self._rung = min(self._rung + times, self._hearers)
            self._changed.notify(times)

    def wait(self, seconds: float) -> None:
        """Return when it rings, or after some seconds."""
        with self._changed:
            self._changed.wait_for(lambda: self._rung > 0, seconds)
            self.heard()

    def heard(self) -> None:
        """Take one ring as answered, if there is any."""
        with self._changed:
            self._rung = max(self._rung - 1, 0)


@dataclass(frozen=True)
class Loop:
    """A loop of an app's own: does one thing each step and says whether there was any; looks each second."""

    name: str
    step: Callable[[], bool]
    threads: int


_also: list[Loop] = []


def also(name: str, step: Callable[[], bool], *, threads: int = 1) -> None:
    """Let every work process run another loop; called once, at import."""
    _also.append(Loop(name, step, threads))


class Work:
    """The loops of one process; `stop()` lets each finish what it has in hand."""

    def __init__(self, *, drains: int = 2, performers: int = 2) -> None:
        self.name = f"{socket.gethostname()}:{os.getpid()}"
        self.stopping = threading.Event()
        self.wake = {"events": Bell(drains), "intents": Bell(performers)}
        self.threads = [threading.Thread(target=self._listen, name="listen", daemon=True)]
        self.threads += [self._thread(f"drain-{i}", deliver.deliver_next, "events") for i in range(drains)]
        self.threads += [self._thread(f"perform-{i}", intents.perform_next, "intents") for i in range(performers)]
        for loop in _also:
            self.wake[loop.name] = Bell(loop.threads)
            self.threads += [self._thread(f"{loop.name}-{i}", loop.step, loop.name) for i in range(loop.threads)]
        self.threads.append(threading.Thread(target=self._beat, name="heartbeat", daemon=True))

    def run(self) -> None:
        """Work until `stop()`; Procrastinate's worker runs in this thread."""
        for thread in self.threads:
            thread.start()
        log.info("work.started", worker=self.name)
        try:
            asyncio.run(self._jobs())
        finally:
            self.stop()
            for thread in self.threads:
                thread.join(timeout=15)
            log.info("work.stopped", worker=self.name)

    def stop(self) -> None:
        """Ask every loop to end."""
        self.stopping.set()
        for bell in self.wake.values():
            bell.ring(len(self.threads))

    def _thread(self, name: str, step: Callable[[], bool], channel: str) -> threading.Thread:
        return threading.Thread(target=self._loop, args=(step, self.wake[channel]), name=name, daemon=True)

    def _loop(self, step: Callable[[], bool], wake: Bell) -> None:
        """Take one thing after another; when there is none, wait for a notice, one second at most."""
        while not self.stopping.is_set():
            try:
                busy = step()
            except DatabaseError as error:
                # The database is away or this connection is broken: nothing was lost, begin again in a moment.
                log.warning("work.database", error=str(error))
                connection.close()
                self.stopping.wait(1)
                continue
            if busy:
                wake.heard()
            else:
                wake.wait(1.0)
        connection.close()

    def _listen(self) -> None:
        """One LISTEN connection per process wakes the loops."""
        while not self.stopping.is_set():
            try:
                with psycopg.connect(**direct_parameters(), autocommit=True) as listening:
                    listening.execute(f"LISTEN {events.CHANNEL}")
                    listening.execute(f"LISTEN {intents.CHANNEL}")
                    while not self.stopping.is_set():
                        for notice in listening.notifies(timeout=1.0):
                            self.wake["events" if notice.channel == events.CHANNEL else "intents"].ring()
            except psycopg.Error as error:
                log.warning("work.listen", error=str(error))
                self.stopping.wait(1)

    def _beat(self) -> None:
        while not self.stopping.is_set():
            try:
                with connection.cursor() as cursor:
                    cursor.execute(
                        "INSERT INTO kernel_worker (id, started_at, seen_at) VALUES (%s, %s, %s) "
                        "ON CONFLICT (id) DO UPDATE SET seen_at = excluded.seen_at",
                        [self.name, clock.now(), clock.now()],
                    )
                    cursor.execute("DELETE FROM kernel_worker WHERE seen_at < now() - interval '1 day'")
            except DatabaseError:
                connection.close()
            self.stopping.wait(HEARTBEAT_S)
        with suppress(DatabaseError), connection.cursor() as cursor:
            cursor.execute("DELETE FROM kernel_worker WHERE id = %s", [self.name])
        connection.close()

    async def _jobs(self) -> None:
        """Run Procrastinate until asked to stop; start it again when the database comes back."""
        while not self.stopping.is_set():
            try:
                connector: Any = jobs.connector
                async with jobs.with_connector(connector.get_worker_connector()).open_async() as ready:
                    worker = asyncio.create_task(
                        ready.run_worker_async(
                            install_signal_handlers=False,
                            listen_notify=True,
                            concurrency=2,
                            worker_middleware=[_named],
                        )
                    )
                    while not self.stopping.is_set() and not worker.done():
                        await asyncio.sleep(0.2)
                    if not worker.done():
                        worker.cancel()
                    await asyncio.gather(worker, return_exceptions=True)
            except Exception as error:
                log.warning("work.jobs", error=str(error))
            if not self.stopping.is_set():
                await asyncio.sleep(1)


async def _named(go_on: Callable[[], Awaitable[Any]], context: JobContext, worker: Worker) -> Any:
    """Let all that a job says carry its number and its task."""
    with bound_contextvars(job=context.job.id, task=context.job.task_name):
        return await go_on()


def living_workers() -> int:
    """Return how many work processes have given a sign of life within the last minute."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM kernel_worker WHERE seen_at > now() - interval '1 minute'")
        return int(cursor.fetchone()[0])


def work_once(limit_s: float = 5.0) -> int:
    """Deliver and perform whatever is due now, in this thread (tests, command line); returns how much was done."""
    done, until = 0, time.monotonic() + limit_s
    while time.monotonic() < until:
        if not (deliver.deliver_next() or (not connection.in_atomic_block and intents.perform_next())):
            break
        done += 1
    return done
