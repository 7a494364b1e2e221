"""How a customer pays, masked."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from decimal import Decimal

from django.db import connection


@dataclass(frozen=True)
class Method:
    """A payment method as anybody may see it: four digits at most."""

    id: int
    kind: str
    state: str
    invalid_because: str
    autopay: bool
    holder: str
    institution: str
    brand: str
    last4: str
    expires: datetime.date | None
    ceiling: Decimal | None
    buffer: Decimal
    fixed_amount: Decimal | None
    mandate_on: datetime.date | None
    mandate_how: str
    created_at: datetime.datetime


def methods_of(customer_id: int) -> list[Method]:
    """Return a customer's payment methods: the automatic one first, then active ones, newest first."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT id, kind, state, invalid_because, autopay, holder, institution, brand, last4, expires, ceiling, "
            "buffer, fixed_amount, mandate_on, mandate_how, created_at FROM payments_paymentmethod "
            "WHERE customer_id = %s ORDER BY autopay DESC, state <> 'active', created_at DESC, id DESC",
            [customer_id],
        )
        return [Method(*row) for row in cursor.fetchall()]
