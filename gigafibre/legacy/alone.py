"""Locks of the session by which only one import, one recomputation and so on is at work in a database."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import DatabaseError, connection

#: Whether somebody holds `%(lock)s`, as a condition.
HELD = """EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory' AND objid = %(lock)s AND granted
  AND database = (SELECT oid FROM pg_database WHERE datname = current_database()))"""


def is_held(lock: int) -> bool:
    """Say whether somebody is at work under a lock right now."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {HELD}", {"lock": lock})
        return bool(cursor.fetchone()[0])


@contextmanager
def alone(lock: int) -> Iterator[bool]:
    """Hold a lock for the session; yields whether it was free. Who is killed lets go of it with the session."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s)", [lock])
        free = bool(cursor.fetchone()[0])
    try:
        yield free
    finally:
        if free:
            try:
                with connection.cursor() as cursor:
                    cursor.execute("SELECT pg_advisory_unlock(%s)", [lock])
            except DatabaseError:
                connection.close()
