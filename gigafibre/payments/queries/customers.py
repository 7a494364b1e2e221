"""Customers by the number people quote, and back."""

from __future__ import annotations

from django.db import connection

from gigafibre.kernel.errors import NotFound


def customer_id(number: str) -> int:
    """Return a customer's key by number (`C-4217`); raises NotFound."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT id FROM crm_customer WHERE number = %s", [number])
        row = cursor.fetchone()
    if row is None:
        raise NotFound(what=number)
    return int(row[0])


def customer_number(key: int) -> str:
    """Return a customer's number by key."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT number FROM crm_customer WHERE id = %s", [key])
        return str(cursor.fetchone()[0])
