"""Whose is what: the rows of every table that hang on one customer, by what the apps say of their own."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from django.apps import apps
from django.contrib.postgres.fields import ArrayField
from django.db import connection, models

from gigafibre.crm import queries as crm
from gigafibre.kernel import files
from gigafibre.kernel.describe import described
from gigafibre.kernel.encrypted import EncryptedField
from gigafibre.kernel.held import Held, all_held
from gigafibre.kernel.subjects import subject_kinds

_TEXTS = (models.CharField, models.TextField, models.JSONField, ArrayField, models.GenericIPAddressField)


@dataclass(frozen=True)
class Person:
    """A customer as his rows are looked for: his key and number, his records, how he is reached."""

    key: int
    number: str
    given: dict[str, Any]


def person(number: str) -> Person:
    """Return whom a customer's number means, with the numbers of his records; or refuse."""
    head = crm.customer(number)
    given: dict[str, Any] = {"customer": head.id, "subjects": [], "numbers": [], "points": []}
    with connection.cursor() as cursor:
        cursor.execute("SELECT value FROM crm_contactpoint WHERE customer_id = %s", [head.id])
        given["points"] = [value for (value,) in cursor.fetchall()]
        for kind, table in subject_kinds().items():
            held = all_held().get(table.name)
            if held is None or held.ours or table.number is None:
                continue
            cursor.execute(
                f'SELECT t."{table.number}" FROM "{table.name}" t WHERE {where(held)}',  # noqa: S608  names of ours
                given,
            )
            found = [str(value) for (value,) in cursor.fetchall() if value]
            given["numbers"] += found
            given["subjects"] += [f"{kind}:{each}" for each in found]
    return Person(head.id, head.number, given)


def where(held: Held) -> str:
    """Return the condition on `t` that says which rows of a table are his."""
    if held.by.startswith("("):
        return held.by
    column, _, parent = held.by.partition(">")
    if not parent:
        return f't."{column}" = %(customer)s'
    return f't."{column}" IN (SELECT t.id FROM "{parent}" t WHERE {where(all_held()[parent])})'  # noqa: S608


@cache
def model_of(table: str) -> type[models.Model]:
    """Return the model of one of our tables."""
    return next(each for each in apps.get_models(include_auto_created=True) if each._meta.db_table == table)


@cache
def fields_of(table: str) -> dict[str, Any]:
    """Return a table's columns with their fields."""
    return {field.column: field for field in model_of(table)._meta.concrete_fields if field.column}


def is_personal(held: Held, column: str) -> bool:
    """Say whether a column is made empty: every text that is no choice of ours and that its app does not keep."""
    field = fields_of(held.table)[column]
    if column in held.also:
        return True
    plain = field.is_relation or field.primary_key or field.choices or isinstance(field, models.GeneratedField)
    return not plain and column not in held.kept and isinstance(field, _TEXTS)


def is_secret(held: Held, column: str) -> bool:
    """Say whether a column is not given out: sealed, or named so by its app."""
    return column in held.hidden or isinstance(fields_of(held.table)[column], EncryptedField)


def file_columns(table: str) -> list[str]:
    """Return the columns of a table that name a stored file."""
    return [column for column, field in fields_of(table).items() if files.is_one(field.related_model)]


def key_of(table: str) -> str:
    """Return a table's key."""
    return str(model_of(table)._meta.pk.column)


def is_audited(table: str) -> bool:
    """Say whether people know the table by words, so that its trail reads."""
    return bool(described(table).columns)


def files_of(who: Person) -> set[Any]:
    """Return the keys of every stored file that his rows name."""
    found: set[Any] = set()
    with connection.cursor() as cursor:
        for held in all_held().values():
            for column in file_columns(held.table):
                cursor.execute(
                    f'SELECT t."{column}" FROM "{held.table}" t WHERE {where(held)} '  # noqa: S608  names of ours
                    f'AND t."{column}" IS NOT NULL',
                    who.given,
                )
                found |= {key for (key,) in cursor.fetchall()}
    return found


def trail_condition() -> str:
    """Return the condition on `t` (kernel_audit) of every change to one of his rows, also to rows since removed."""
    living = " UNION ALL ".join(
        f'SELECT \'{held.table}\', t."{key_of(held.table)}"::text FROM "{held.table}" t WHERE {where(held)}'  # noqa: S608
        for held in all_held().values()
        if not held.ours and held.table not in {"kernel_event", "kernel_delivery", "kernel_intent"}
    )
    return (
        f"((t.\"table\", t.row) IN ({living}) OR t.before ->> 'customer_id' = %(customer)s::text "
        "OR t.after ->> 'customer_id' = %(customer)s::text)"
    )
