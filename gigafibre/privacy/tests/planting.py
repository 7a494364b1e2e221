"""A mark in every text of every table that hangs on a customer; rules are put aside, in a test's own transaction."""

from __future__ import annotations

from typing import Any

from django.db import connection, models

from gigafibre.kernel.held import Held, all_held
from gigafibre.privacy.finding import fields_of

MARK = "zq7x"
#: The mark of a column that holds addresses of the network.
ADDRESS = "203.0.113.77"


def plant(customer: int, number: str) -> None:
    """Put a row of a customer with the mark in its texts into every held table, whatever its rules."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        _without_rules(cursor)
        cursor.execute("DELETE FROM crm_searchtext WHERE customer_id = %s", [customer])  # one a customer
        made: dict[str, Any] = {"crm_customer": customer}
        for held in all_held().values():
            _row(cursor, held, customer, number, made)


def _without_rules(cursor: Any) -> None:
    tables = list(all_held())
    cursor.execute(
        "SELECT conrelid::regclass::text, conname FROM pg_constraint "
        "WHERE contype IN ('c', 'x', 'f') AND conrelid::regclass::text = ANY(%s)",
        [tables],
    )
    for table, name in cursor.fetchall():
        cursor.execute(f'ALTER TABLE {table} DROP CONSTRAINT "{name}"')
    for table in tables:
        cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        for column, field in fields_of(table).items():
            if not field.primary_key and not isinstance(field, models.GeneratedField):
                cursor.execute(f'ALTER TABLE {table} ALTER COLUMN "{column}" DROP NOT NULL')


def _row(cursor: Any, held: Held, customer: int, number: str, made: dict[str, Any]) -> Any:
    if held.table in made and held.table != "crm_customer":
        return made[held.table]
    values: dict[str, Any] = {}
    for column, field in fields_of(held.table).items():
        if field.primary_key or isinstance(field, models.GeneratedField) or field.is_relation:
            continue
        if isinstance(field, models.GenericIPAddressField):
            values[column] = ADDRESS
        elif isinstance(field, models.JSONField):
            values[column] = f'{{"words": "{MARK}"}}'
        elif field.get_internal_type() == "ArrayField":
            values[column] = [MARK] if field.base_field.get_internal_type() != "IntegerField" else None
        elif isinstance(field, models.CharField | models.TextField) and (field.max_length or 99) >= len(MARK):
            values[column] = MARK
    if held.table == "crm_customer":
        values = {name: value for name, value in values.items() if name not in {"number", "status", "language"}}
        into = ", ".join(f'"{name}" = %s' for name in values)
        cursor.execute(f"UPDATE crm_customer SET {into} WHERE id = %s", [*values.values(), customer])
        return customer
    if held.table == "billing_invoice":
        values["state"] = "draft"  # whose paper nobody asks for
    values |= _link(cursor, held, customer, number, made)
    into = ", ".join(f'"{name}"' for name in values)
    marks = ", ".join(["%s"] * len(values))
    cursor.execute(f"INSERT INTO {held.table} ({into}) VALUES ({marks}) RETURNING id", list(values.values()))
    made[held.table] = cursor.fetchone()[0]
    return made[held.table]


def _link(cursor: Any, held: Held, customer: int, number: str, made: dict[str, Any]) -> dict[str, Any]:
    """Return what makes a row his."""
    if not held.by.startswith("("):
        column, _, parent = held.by.partition(">")
        return {column: _row(cursor, all_held()[parent], customer, number, made) if parent else customer}
    columns = fields_of(held.table)
    if "subject" in columns:
        return {"subject": f"customer:{number}"}
    if held.table == "kernel_succession":
        return {"kind": "customer", "successor_id": customer}
    if held.table == "identity_notice":
        return {"url": f"/customers/{number}"}
    for column in ("customer_id", "referrer_id"):
        if column in columns:
            return {column: customer}
    for column, parent in (("from_location_id", "crm_location"), ("invoice_id", "billing_invoice")):
        if column in columns:
            return {column: _row(cursor, all_held()[parent], customer, number, made)}
    if held.table == "ledger_journalentry":
        line = _row(cursor, all_held()["ledger_journalline"], customer, number, made)
        cursor.execute("SELECT coalesce(max(id), 0) + 1 FROM ledger_journalentry")
        key = cursor.fetchone()[0]
        cursor.execute("UPDATE ledger_journalline SET entry_id = %s WHERE id = %s", [key, line])
        return {"id": key}
    # Found by words that his other rows hold: the mark is in those too.
    _row(cursor, all_held()["crm_contactpoint"], customer, number, made)
    _row(cursor, all_held()["messaging_message"], customer, number, made)
    _row(cursor, all_held()["sales_contract"], customer, number, made)
    return {}
