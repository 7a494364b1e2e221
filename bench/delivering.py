"""The load of the events' bench and proof: facts over a few hundred subjects, a handler that writes a row each."""

from __future__ import annotations

import random

from django.db import connection, transaction

from gigafibre.kernel.actor import SYSTEM, acting_as
from gigafibre.kernel.events import Event, on, publish


class Counted(Event):
    """The n-th fact of a subject."""

    about: int
    n: int

    def subject(self) -> str:
        """One of a few hundred."""
        return f"bench:{self.about}"


@on(Counted)
def write_down(event: Counted) -> None:
    """Write what was handled, in the order in which it was."""
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO bench_handled (about, n) VALUES (%s, %s)", [event.about, event.n])


@on(Counted)
def write_down_too(event: Counted) -> None:
    """A second handler, so that one fact has two deliveries."""
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO bench_handled_too (about, n) VALUES (%s, %s)", [event.about, event.n])


TABLES = ("bench_handled", "bench_handled_too")


def prepare() -> None:
    """Make the tables the handlers write; no constraint, so that a fact handled twice would show."""
    with connection.cursor() as cursor:
        for table in TABLES:
            cursor.execute(f"CREATE TABLE {table} (seq bigserial PRIMARY KEY, about int, n int)")


def publish_many(count: int, subjects: int, seed: int, each: int = 20) -> None:
    """Publish facts over subjects, a few per transaction, shuffled by the seed."""
    chance = random.Random(seed)
    numbered = dict.fromkeys(range(subjects), 0)
    with acting_as(SYSTEM):
        for begin in range(0, count, each):
            with transaction.atomic():
                for about in sorted(chance.choices(range(subjects), k=min(each, count - begin))):
                    numbered[about] += 1
                    publish(Counted(about=about, n=numbered[about]))


def what_went_wrong(facts: int) -> list[str]:
    """Say what was lost, doubled or out of order, by handler; nothing when all is well."""
    wrong = []
    with connection.cursor() as cursor:
        for table in TABLES:
            cursor.execute(f"SELECT count(*), count(DISTINCT (about, n)) FROM {table}")
            rows, distinct = cursor.fetchone()
            if distinct != facts:
                wrong.append(f"{table}: {facts - distinct} of {facts} lost")
            if rows != distinct:
                wrong.append(f"{table}: {rows - distinct} handled twice")
            cursor.execute(
                "SELECT count(*) FROM "
                f"(SELECT n, lag(n) OVER (PARTITION BY about ORDER BY seq) AS before FROM {table}) o WHERE n <= before"
            )
            if late := cursor.fetchone()[0]:
                wrong.append(f"{table}: {late} out of order")
    return wrong
