"""Telling how far a step is while it is at work: over a connection of its own, since its transaction isn't seen yet."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import psycopg
import structlog
from django.db import connection

from gigafibre.kernel.direct import direct_parameters

log = structlog.get_logger(__name__)
Tell = Callable[[int, int], None]  # rows or statements done, of how many


@contextmanager
def told(phase: int, run: int) -> Iterator[Tell]:
    """Write how far a phase is, at most once a second."""
    last = [time.monotonic()]
    opened: list[psycopg.Connection[Any]] = []

    def tell(done: int, total: int) -> None:
        if time.monotonic() - last[0] < 1:
            return
        last[0] = time.monotonic()
        try:
            if not opened:
                opened.append(psycopg.connect(**direct_parameters(), autocommit=True))
            opened[0].execute(
                "UPDATE legacy_importphase SET done = %s, total = %s WHERE id = %s AND state = 'running'",
                [done, total, phase],
            )
            opened[0].execute("SELECT pg_notify('gigafibre_live', %s)", [f"legacy_importrun:{run}"])
        except psycopg.Error as error:
            log.warning("import.progress", error=str(error))

    try:
        yield tell
    finally:
        for other in opened:
            other.close()


@contextmanager
def counted(tell: Tell, known: int) -> Iterator[Callable[[], int]]:
    """Tell each statement that runs on the connection, of as many as are known; yields how many ran."""
    ran = 0

    def run(execute: Callable[..., Any], statement: Any, values: Any, many: bool, context: Any) -> Any:
        nonlocal ran
        done = execute(statement, values, many, context)
        ran += 1
        tell(ran, max(known, ran + 1))
        return done

    with connection.execute_wrapper(run):
        yield lambda: ran
