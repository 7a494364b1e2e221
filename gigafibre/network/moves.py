"""What a verb tells the database about a move before making it; the database writes the log with it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

from gigafibre.kernel.statements import Prepared


@contextmanager
def because(reason: str, job: str = "") -> Iterator[None]:
    """Say why devices move and for which job, for what is saved inside."""
    _tell(reason[:255], job)
    yield
    _tell("", "")


def _tell(reason: str, job: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            Prepared(
                "SELECT set_config('gigafibre.move_reason', %s, true), set_config('gigafibre.move_job', %s, true)"
            ),
            [reason, job],
        )
