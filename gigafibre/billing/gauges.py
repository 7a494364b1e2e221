"""Figures that no row says: what the customer's next invoice would come to."""

from __future__ import annotations

import datetime
from decimal import Decimal

from django.db import connection, transaction

from gigafibre.billing import computation
from gigafibre.kernel import clock
from gigafibre.kernel.gauges import gauge
from gigafibre.kernel.text import Text


@gauge(
    "billing.next_invoice", subject="customer", takes="billing.read", label=Text("Prochaine facture", "Next invoice")
)
def next_invoice(customer_id: int) -> Decimal | None:
    """Return what the next run would bill a customer or his payer, taxes included, by the run's own computation."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT coalesce(parent_id, id) FROM crm_customer WHERE id = %s", [customer_id])
        payer = [row[0] for row in cursor.fetchall()]
        computation.compute(cursor, _next_run_day(), customers=payer)
        cursor.execute("SELECT total FROM bill_document")
        row = cursor.fetchone()
    return row[0] if row else None


def _next_run_day() -> datetime.date:
    """The first of the month to come."""
    first = clock.today().replace(day=1)
    return (first + datetime.timedelta(days=32)).replace(day=1)
