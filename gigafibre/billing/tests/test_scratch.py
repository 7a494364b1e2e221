"""The tables a computation fills are its own: cleared by the next one, in either of two ways, planned once."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection, transaction

from gigafibre.billing.scripts import MANY, Scratch, Script

TABLES = """
CREATE TEMP TABLE IF NOT EXISTS test_small (n int PRIMARY KEY);
CREATE TEMP TABLE IF NOT EXISTS test_large (n int, words text);
"""


def rows(cursor: Any, table: str) -> int:
    cursor.execute(f"SELECT count(*) FROM {table}")
    return int(cursor.fetchone()[0])


def on_disk(cursor: Any) -> int:
    cursor.execute("SELECT pg_relation_size('pg_temp.test_large')")
    return int(cursor.fetchone()[0])


@pytest.mark.django_db
def test_what_the_last_computation_left_is_gone_when_the_next_begins() -> None:
    scratch = Scratch(TABLES, largest="test_large")
    with connection.cursor() as cursor:
        for _ in range(4):
            scratch.clear(cursor)
            assert (rows(cursor, "test_small"), rows(cursor, "test_large")) == (0, 0)
            cursor.execute("INSERT INTO test_small VALUES (1), (2)")
            cursor.execute("INSERT INTO test_large VALUES (1, 'un')")
        assert on_disk(cursor) > 0


@pytest.mark.django_db
def test_many_rows_are_not_deleted_one_by_one_and_leave_nothing_behind() -> None:
    scratch = Scratch(TABLES, largest="test_large")
    with connection.cursor() as cursor:
        scratch.clear(cursor)
        cursor.execute("INSERT INTO test_large SELECT n, repeat('x', 200) FROM generate_series(1, 4000) n")
        assert on_disk(cursor) > Scratch.FULL
        scratch.clear(cursor)
        assert (rows(cursor, "test_large"), on_disk(cursor)) == (0, 0)


@pytest.mark.usefixtures("committed_db")
def test_tables_that_went_with_their_transaction_are_made_anew() -> None:
    scratch = Scratch(TABLES, largest="test_large")
    for _ in range(3):
        with transaction.atomic(), connection.cursor() as cursor:
            scratch.clear(cursor)
            cursor.execute("INSERT INTO test_large VALUES (1, 'un')")
            transaction.set_rollback(True)
    with transaction.atomic(), connection.cursor() as cursor:
        scratch.clear(cursor)
        assert rows(cursor, "test_large") == 0


@pytest.mark.django_db
@pytest.mark.parametrize("few", [True, False])
def test_a_script_does_the_same_for_few_and_for_many(few: bool) -> None:
    scratch = Scratch(TABLES, largest="test_large")
    script = Script(
        "-- Whole lines of words; with a semicolon.\n"
        "INSERT INTO test_large SELECT n, %(words)s FROM generate_series(1, %(most)s::int) n;\n\n"
        "ANALYZE test_large;\n\n-- The last one.\nUPDATE test_large SET n = n + 1;\n"
    )
    with connection.cursor() as cursor:
        for _ in range(4):
            scratch.clear(cursor)
            script.run(cursor, {"words": "mot", "most": MANY, "unused": None}, few=few)
            cursor.execute("SELECT count(*), min(n), max(n), max(words) FROM test_large")
            assert cursor.fetchone() == (MANY, 2, MANY + 1, "mot")
        cursor.execute("SHOW enable_hashjoin")
        assert cursor.fetchone() == ("on",)
