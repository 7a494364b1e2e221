"""Single rows read and written by hand, where a hot path does it at every turn.

Django builds a query anew for each call, which costs more than the database's own work for one row by its key. Only
for verbs that are performed by the thousand; everywhere else the manager says it better.
"""

from __future__ import annotations

from functools import cache
from typing import Any, TypeVar

from django.db import connection, models
from django.db.models.expressions import DatabaseDefault

Row = TypeVar("Row", bound=models.Model)


def one(model: type[Row], *, lock: bool = False, **equals: Any) -> Row | None:
    """Return the row whose columns (`job_id`) equal these, the lowest key of several; None without one."""
    found = _read(model, " LIMIT 1 FOR UPDATE" if lock else " LIMIT 1", equals)
    return found[0] if found else None


def some(model: type[Row], *, lock: bool = False, **equals: Any) -> list[Row]:
    """Return the rows whose columns equal these (None: is empty; none given: every row), in the order of their keys."""
    return _read(model, " FOR UPDATE" if lock else "", equals)


def follow(row: Row, *names: str) -> Row:
    """Read what a row points at (`customer`), each by its key, so that it need not be read later; returns the row."""
    for name in names:
        field: Any = row._meta.get_field(name)
        key = getattr(row, field.attname)
        field.set_cached_value(
            row, None if key is None else one(field.related_model, **{field.target_field.attname: key})
        )
    return row


def add(row: Row) -> Row:
    """Insert a row made with its model, and give it its key."""
    insert, fields = _adding(type(row), row.pk is None)
    for field in fields:
        if isinstance(getattr(row, field.attname), DatabaseDefault):
            setattr(row, field.attname, field.db_default)
    values = [field.get_db_prep_save(field.pre_save(row, True), connection) for field in fields]
    with connection.cursor() as cursor:
        cursor.execute(insert, values)
        row.pk = cursor.fetchone()[0]
    row._state.adding, row._state.db = False, "default"
    return row


def write(row: models.Model, **values: Any) -> None:
    """Change columns of a row, here and in the database."""
    for name, value in values.items():
        setattr(row, name, value)
    fields: list[Any] = [row._meta.get_field(name) for name in values]
    _change(type(row), row.pk, {field.name: getattr(row, field.attname) for field in fields})


def change(model: type[models.Model], key: Any, **values: Any) -> None:
    """Change columns of the row with this key, in the database only."""
    _change(model, key, values)


def _read(model: type[Row], more: str, equals: dict[str, Any]) -> list[Row]:
    read, converted, names = _reading(model, tuple((name, value is None) for name, value in equals.items()))
    with connection.cursor() as cursor:
        cursor.execute(read + more, [value for value in equals.values() if value is not None])
        rows = cursor.fetchall()
    for at, field in converted:
        rows = [(*row[:at], field.from_db_value(row[at], None, connection), *row[at + 1 :]) for row in rows]
    return [model.from_db("default", names, row) for row in rows]


def _change(model: type[models.Model], key: Any, values: dict[str, Any]) -> None:
    update, fields = _writing(model, tuple(values))
    prepared = [field.get_db_prep_save(value, connection) for field, value in zip(fields, values.values(), strict=True)]
    with connection.cursor() as cursor:
        cursor.execute(update, [*prepared, key])


@cache
def _reading(
    model: type[models.Model], names: tuple[tuple[str, bool], ...]
) -> tuple[str, list[tuple[int, Any]], list[str]]:
    fields = model._meta.concrete_fields
    columns = {field.attname: f'"{field.column}"' for field in fields}
    wanted = " AND ".join(f"{columns[name]} {'IS NULL' if empty else '= %s'}" for name, empty in names)
    where = f" WHERE {wanted}" if wanted else ""
    read = f'SELECT {", ".join(columns.values())} FROM "{model._meta.db_table}"{where}'  # noqa: S608  names
    converted = [(at, field) for at, field in enumerate(fields) if hasattr(field, "from_db_value")]
    return f'{read} ORDER BY "{_key(model)}"', converted, [field.attname for field in fields]


@cache
def _adding(model: type[models.Model], keyless: bool) -> tuple[str, list[Any]]:
    fields: list[Any] = [field for field in model._meta.concrete_fields if not (keyless and field.primary_key)]
    into = ", ".join(f'"{field.column}"' for field in fields)
    values = ", ".join(["%s"] * len(fields))
    insert = f'INSERT INTO "{model._meta.db_table}" ({into}) VALUES ({values})'  # noqa: S608  names
    return f'{insert} RETURNING "{_key(model)}"', fields


@cache
def _writing(model: type[models.Model], names: tuple[str, ...]) -> tuple[str, list[Any]]:
    fields: list[Any] = [model._meta.get_field(name) for name in names]
    into = ", ".join(f'"{field.column}" = %s' for field in fields)
    return f'UPDATE "{model._meta.db_table}" SET {into} WHERE "{_key(model)}" = %s', fields  # noqa: S608  names


def _key(model: type[models.Model]) -> str:
    key: Any = model._meta.pk
    return str(key.column)
