"""What people call a changed record, and whose customer's it is: a page that shows another one reads nothing anew.

The trigger tells table and key only. The number, and the number of the customer at the end of the record's foreign
keys, are looked up once per record by one query per table, and kept. A record moved to another customer is told under
both: its former one is kept here, its new one the trigger tells by itself (a row with a `customer_id`).
"""

from __future__ import annotations

from collections import OrderedDict, deque
from collections.abc import Iterable
from functools import cache
from typing import Any

from django.apps import apps
from django.db import connection
from psycopg import sql

from gigafibre.kernel.describe import all_described
from gigafibre.kernel.subjects import subject_kinds

CUSTOMERS = "crm_customer"
#: Records whose names are kept.
KEPT_NAMES = 20_000
#: A customer further away than that is no longer worth the joins.
FARTHEST = 3

Key = tuple[str, str]
Names = tuple[str, str]

_known: OrderedDict[Key, Names] = OrderedDict()


def known(table: str, row: str) -> Names | None:
    """Return number and customer's number of a record, None while they were not looked up."""
    return _known.get((table, row))


def look_up(changed: Iterable[Key]) -> None:
    """Look up the names of changed records, one query per table; what is gone, or has no number, is left out."""
    by_table: dict[str, list[str]] = {}
    for table, row in changed:
        if (table, row) not in _known and row.isdigit():
            by_table.setdefault(table, []).append(row)
    for table, rows in by_table.items():
        query = _query(table)
        if query is None:
            continue
        with connection.cursor() as cursor:
            cursor.execute(query, [[int(row) for row in rows]])
            for row, number, customer in cursor.fetchall():
                _known[(table, str(row))] = (number or "", customer or "")
    while len(_known) > KEPT_NAMES:
        _known.popitem(last=False)


def has_names(table: str) -> bool:
    """Say whether records of a table have a number or a customer."""
    return _query(table) is not None


@cache
def _query(table: str) -> sql.Composed | None:
    model = _models().get(table)
    if model is None or model._meta.pk is None or model._meta.pk.get_internal_type() not in _WHOLE:
        return None
    path = _to_customers(model)
    # Of the kinds that are records only: what others are quoted by may be a person's name.
    own = next((known.number for known in subject_kinds().values() if known.name == table), None)
    customers = all_described()[CUSTOMERS].number if CUSTOMERS in all_described() else None
    if own is None and (path is None or customers is None):
        return None
    number = sql.SQL("NULL") if own is None else sql.SQL("r0.{}::text").format(sql.Identifier(own))
    joins: list[sql.Composable] = []
    for place, (column, other, key) in enumerate(path or ()):
        joins.append(
            sql.SQL(" LEFT JOIN {other} {next} ON {next}.{key} = {here}.{column}").format(
                other=sql.Identifier(other),
                next=sql.Identifier(f"r{place + 1}"),
                key=sql.Identifier(key),
                here=sql.Identifier(f"r{place}"),
                column=sql.Identifier(column),
            )
        )
    customer: sql.Composable = sql.SQL("NULL")
    if path is not None and customers is not None:
        customer = sql.SQL("{}.{}::text").format(sql.Identifier(f"r{len(path)}"), sql.Identifier(customers))
    return sql.SQL("SELECT r0.{key}, {number}, {customer} FROM {table} r0{joins} WHERE r0.{key} = ANY(%s)").format(
        key=sql.Identifier(model._meta.pk.column),
        number=number,
        customer=customer,
        table=sql.Identifier(table),
        joins=sql.Composed(joins),
    )


_WHOLE = {"AutoField", "BigAutoField", "IntegerField", "BigIntegerField", "OneToOneField", "ForeignKey"}


@cache
def _models() -> dict[str, Any]:
    return {model._meta.db_table: model for model in apps.get_models()}


def _to_customers(model: Any) -> tuple[tuple[str, str, str], ...] | None:
    """Return the shortest way over foreign keys to the customers (column, table, its key), None when there is none."""
    ways: deque[tuple[Any, tuple[tuple[str, str, str], ...]]] = deque([(model, ())])
    while ways:
        here, way = ways.popleft()
        if here._meta.db_table == CUSTOMERS:
            return way
        if len(way) == FARTHEST:
            continue
        for field in here._meta.concrete_fields:
            if field.many_to_one or field.one_to_one:
                other = field.related_model
                ways.append((other, (*way, (field.column, other._meta.db_table, field.target_field.column))))
    return None
