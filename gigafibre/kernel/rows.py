"""Single rows read and written by hand, where a hot path does it at every turn.

Django builds a query anew for each call, which costs more than the database's own work for one row by its key. Only
for verbs that are performed by the thousand; everywhere else the manager says it better.
"""

from __future__ import annotations

from functools import cache
from typing import Any, TypeVar

from django.db import connection, models

Row = TypeVar("Row", bound=models.Model)


def one(model: type[Row], **equals: Any) -> Row | None:
    """Return the row whose columns (`job_id`) equal these, the lowest key of several; None without one."""
    read, prepared = _reading(model, tuple(equals))
    with connection.cursor() as cursor:
        cursor.execute(read, list(equals.values()))
        values = cursor.fetchone()
    if values is None:
        return None
    for at, field in prepared:
        values = (*values[:at], field.from_db_value(values[at], None, connection), *values[at + 1 :])
    return model.from_db("default", [field.attname for field in model._meta.concrete_fields], values)


def write(row: models.Model, **values: Any) -> None:
    """Change columns of a row, here and in the database."""
    prepared = []
    for name, value in values.items():
        setattr(row, name, value)
        field: Any = row._meta.get_field(name)
        prepared.append(field.get_db_prep_save(getattr(row, field.attname), connection))
    with connection.cursor() as cursor:
        cursor.execute(_writing(type(row), tuple(values)), [*prepared, row.pk])


@cache
def _reading(model: type[models.Model], names: tuple[str, ...]) -> tuple[str, list[tuple[int, Any]]]:
    fields = model._meta.concrete_fields
    columns = {field.attname: f'"{field.column}"' for field in fields}
    wanted = " AND ".join(f"{columns[name]} = %s" for name in names)
    read = f'SELECT {", ".join(columns.values())} FROM "{model._meta.db_table}" WHERE {wanted}'  # noqa: S608  names
    converted = [(at, field) for at, field in enumerate(fields) if hasattr(field, "from_db_value")]
    return f'{read} ORDER BY "{_key(model)}" LIMIT 1', converted


@cache
def _writing(model: type[models.Model], names: tuple[str, ...]) -> str:
    fields: list[Any] = [model._meta.get_field(name) for name in names]
    into = ", ".join(f'"{field.column}" = %s' for field in fields)
    return f'UPDATE "{model._meta.db_table}" SET {into} WHERE "{_key(model)}" = %s'  # noqa: S608  names


def _key(model: type[models.Model]) -> str:
    key: Any = model._meta.pk
    return str(key.column)
