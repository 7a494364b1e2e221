"""Customers by the number people quote, and back."""

from __future__ import annotations

from django.db import connection

from gigafibre.crm import queries as crm


def customer_id(number: str) -> int:
    """Return a customer's key by number (`C-4217`), or refuse."""
    return crm.customer(number).id


def customer_number(key: int) -> str:
    """Return a customer's number by key."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT number FROM crm_customer WHERE id = %s", [key])
        return str(cursor.fetchone()[0])
