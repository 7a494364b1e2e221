"""Foreign keys checked once per statement promise what the database's own promise."""

import threading

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, models, transaction

from gigafibre.kernel.schema import refers

CHECKED = """
SELECT c.relname, convert_from(split_part(encode(t.tgargs, 'escape'), '\\000', 1)::bytea, 'UTF8')
FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_proc p ON p.oid = t.tgfoid
WHERE p.proname = 'kernel_check_reference' GROUP BY 1, 2 HAVING count(*) = 2
"""


def run(sql: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql)


@pytest.fixture
def two_tables(db: None) -> None:
    _make()


def _make() -> None:
    run("CREATE TABLE t_plan (id bigint PRIMARY KEY, name text)")
    run("CREATE TABLE t_sold (id bigint PRIMARY KEY, plan_id bigint)")
    run(str(refers("t_sold", plan_id="t_plan").sql))
    run("INSERT INTO t_plan VALUES (1, 'a'), (2, 'b')")


@pytest.mark.django_db
def test_every_key_without_a_constraint_is_checked_per_statement() -> None:
    unconstrained = {
        (model._meta.db_table, field.column)
        for model in apps.get_models()
        for field in model._meta.local_fields
        if isinstance(field, models.ForeignKey) and not field.db_constraint  # type: ignore[attr-defined]
    }
    with connection.cursor() as cursor:
        cursor.execute(CHECKED)
        assert unconstrained == set(cursor.fetchall())
    assert ("ledger_journalline", "account_id") in unconstrained


@pytest.mark.usefixtures("two_tables")
@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("INSERT INTO t_sold VALUES (1, 1), (2, 3)", "t_sold.plan_id names a row of t_plan that does not exist"),
        ("INSERT INTO t_sold SELECT n, n FROM generate_series(1, 3) n", "t_sold.plan_id names a row of t_plan"),
        ("UPDATE t_sold SET plan_id = 9", "t_sold.plan_id names a row of t_plan that does not exist"),
        ("DELETE FROM t_plan", "t_plan 2 is still named by t_sold.plan_id"),
        ("UPDATE t_plan SET id = 7 WHERE id = 2", "UPDATE of t_plan is refused"),
        ("TRUNCATE t_plan", "TRUNCATE of t_plan is refused"),
    ],
)
def test_what_is_named_exists_and_stays(statement: str, said: str) -> None:
    run("INSERT INTO t_sold VALUES (10, 2), (11, 2), (12, NULL)")
    with pytest.raises(IntegrityError, match=said), transaction.atomic():
        run(statement)
    with connection.cursor() as cursor:
        cursor.execute("SELECT (SELECT count(*) FROM t_plan), array_agg(plan_id ORDER BY id) FROM t_sold")
        assert cursor.fetchone() == (2, [2, 2, None])


@pytest.mark.usefixtures("two_tables")
def test_what_nothing_names_goes() -> None:
    run("INSERT INTO t_sold VALUES (10, 2), (12, NULL)")
    run("DELETE FROM t_plan WHERE id = 1")
    run("UPDATE t_sold SET plan_id = NULL")
    run("DELETE FROM t_plan")
    run("INSERT INTO t_sold VALUES (13, NULL)")


def test_who_deletes_waits_for_who_names(committed_db: object) -> None:
    _make()
    deleting, said = threading.Event(), []

    def delete() -> None:
        deleting.set()
        try:
            run("DELETE FROM t_plan WHERE id = 1")
        except IntegrityError as error:
            said.append(str(error).splitlines()[0])
        connection.close()

    thread = threading.Thread(target=delete)
    with transaction.atomic():
        run("INSERT INTO t_sold VALUES (1, 1)")
        thread.start()
        deleting.wait()
        thread.join(0.3)
        assert thread.is_alive()
    thread.join(5)
    assert said == ["t_plan 1 is still named by t_sold.plan_id"]


def test_who_names_waits_for_who_deletes(committed_db: object) -> None:
    _make()
    naming, said = threading.Event(), []

    def name() -> None:
        naming.set()
        try:
            run("INSERT INTO t_sold VALUES (1, 1)")
        except IntegrityError as error:
            said.append(str(error).splitlines()[0])
        connection.close()

    thread = threading.Thread(target=name)
    with transaction.atomic():
        run("DELETE FROM t_plan WHERE id = 1")
        thread.start()
        naming.wait()
        thread.join(0.3)
        assert thread.is_alive()
    thread.join(5)
    assert said == ["t_sold.plan_id names a row of t_plan that does not exist"]
