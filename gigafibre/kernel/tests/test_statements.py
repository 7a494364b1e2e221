"""Statements that return are prepared, all others are sent as before; what both give is the same."""

from __future__ import annotations

import pytest
from django.db import connection
from django.db.models import Count

from gigafibre.kernel.models import File
from gigafibre.kernel.statements import Prepared, on_tables, returns

ITS_KEY = 'SELECT "kernel_file"."id" FROM "kernel_file" WHERE "kernel_file"."id" = %s LIMIT 21'


@pytest.mark.parametrize(
    ("sql", "kept"),
    [
        (ITS_KEY, True),
        ('SELECT T3."a" FROM "x" INNER JOIN "y" T3 ON ("x"."i" = T3."id") WHERE NOT T3."s" IS NULL', True),
        ('SELECT "x"."a" FROM "x" WHERE "x"."b" IN (%s, %s) ORDER BY "x"."a" DESC FOR UPDATE OF "x"', True),
        ('INSERT INTO "x" ("a", "b") VALUES (%s, %s) RETURNING "x"."id"', True),
        ('UPDATE "x" SET "a" = %s WHERE "x"."id" = %s', True),
        ('SELECT "x"."a" FROM "x" WHERE "x"."b" IN (%s, %s, %s, %s, %s, %s, %s)', False),
        ('SELECT "x"."a", COUNT("x"."b") AS "n" FROM "x" GROUP BY 1', False),
        ('SELECT "x"."a" FROM "x" WHERE UPPER("x"."b") LIKE %s', False),
        ('SELECT "x"."a" -> %s FROM "x"', False),
        ('DELETE FROM "x" WHERE "x"."id" = %s; SELECT %s', False),
        ("SET CONSTRAINTS ALL IMMEDIATE", False),
    ],
)
def test_only_plain_statements_are_kept(sql: str, kept: bool) -> None:
    assert returns(sql) is kept


@pytest.mark.django_db
def test_a_statement_that_returns_is_prepared_once() -> None:
    with connection.cursor() as cursor:
        cursor.execute("DEALLOCATE ALL")
    for _ in range(5):
        assert File.objects.filter(pk="00000000-0000-0000-0000-000000000000").first() is None
        assert File.objects.values("name").annotate(n=Count("pk")).order_by("name").first() is None
    assert _kept("%kernel_file%") == ["SELECT"]


@pytest.mark.django_db
def test_both_ways_give_the_same() -> None:
    sly = "'; DROP TABLE kernel_file; -- %s $1"
    with connection.cursor() as cursor:
        for sql in ("SELECT %s::text, %s::integer, %s::text[]", Prepared("SELECT %s::text, %s::integer, %s::text[]")):
            for _ in range(4):
                cursor.execute(sql, [sly, None, ["a", sly]])
                assert cursor.fetchone() == (sly, None, ["a", sly])
        cursor.execute(Prepared("SELECT %(a)s::date - %(a)s::date, 7 %% 4"), {"a": "2026-11-21"})
        assert cursor.fetchone() == (0, 3)
        cursor.execute("SELECT %s; SELECT %s", [1, 2])
        assert cursor.fetchone() == (1,)


@pytest.mark.usefixtures("committed_db")
def test_a_column_changed_beside_us_is_read_as_it_is_now() -> None:
    read = Prepared("SELECT a FROM beside WHERE a IS DISTINCT FROM %s::integer")
    with connection.cursor() as cursor:
        cursor.execute("CREATE TEMP TABLE beside AS SELECT 7 AS a")
        for _ in range(4):
            cursor.execute(read, [1])
        # Another session's migration says nothing to us; a function of the server stands for it here.
        cursor.execute("DO $$ BEGIN ALTER TABLE beside ADD b integer; ALTER TABLE beside ALTER a TYPE bigint; END $$")
        cursor.execute(read, [1])
        assert cursor.fetchall() == [(7,)]
        cursor.execute("DROP TABLE beside")


def _kept(like: str) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT split_part(statement, ' ', 1) FROM pg_prepared_statements "
            "WHERE statement LIKE %s AND statement NOT LIKE '%%pg_prepared%%'",
            [like],
        )
        return [word for (word,) in cursor.fetchall()]


@pytest.mark.django_db
def test_a_statement_without_parameters_may_be_kept_too() -> None:
    again = Prepared("SELECT count(*) FROM kernel_file")
    with connection.cursor() as cursor:
        cursor.execute("DEALLOCATE ALL")
        for _ in range(5):
            cursor.execute(again)
            assert cursor.fetchone() == (0,)
        cursor.execute("SELECT count(*) FROM pg_prepared_statements WHERE statement = %s", [str(again)])
        assert cursor.fetchone() == (1,)


def test_names_of_tables_are_put_into_a_statement_as_names() -> None:
    made = on_tables("SELECT count(*) FROM {of} WHERE n = %s", of='a "b')
    assert (str(made), isinstance(made, Prepared)) == ('SELECT count(*) FROM "a ""b" WHERE n = %s', True)
