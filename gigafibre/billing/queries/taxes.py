"""Until when a tax was billed, and whom a change of it touches."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from decimal import Decimal

from django.db import connection

from gigafibre.kernel.money import cents


@dataclass(frozen=True)
class Reach:
    """Whom a tax touches: how many active customers pay it on a day; the latest run's base and amount of it (CAD)."""

    customers: int
    run: datetime.date | None
    base: Decimal
    amount: Decimal

    def would_be(self, rate: Decimal) -> Decimal:
        """Return what the run's documents would have of it at another rate, but for the rounding of each."""
        return cents(self.base * rate)


_BILLED_UNTIL = """
SELECT max(i.date) FROM billing_invoicetax x JOIN billing_invoice i ON i.id = x.invoice_id
WHERE i.state = 'issued' AND x.tax_id = %s
"""
_REACH = """
SELECT (SELECT count(*) FROM crm_customer c JOIN billing_categorytax m ON m.category_id = c.tax_category
        WHERE c.status = 'active' AND m.tax_id = %(tax)s AND m.days @> %(on)s::date),
       r.date, coalesce(s.base, 0.00), coalesce(s.amount, 0.00)
FROM (SELECT 1) once
LEFT JOIN (
  SELECT id, date FROM billing_billingrun WHERE state IN ('done', 'signed') ORDER BY date DESC LIMIT 1) r ON true
LEFT JOIN LATERAL (
  SELECT sum(x.base) AS base, sum(x.amount) AS amount
  FROM billing_invoice i JOIN billing_invoicetax x ON x.invoice_id = i.id
  WHERE i.run_id = r.id AND i.kind = 'invoice' AND x.tax_id = %(tax)s) s ON true
"""


def billed_until(tax_id: int) -> datetime.date | None:
    """Return the date of the last issued document that has a tax."""
    with connection.cursor() as cursor:
        cursor.execute(_BILLED_UNTIL, [tax_id])
        (found,) = cursor.fetchone()
    return found if isinstance(found, datetime.date) else None


def reach_of(tax_id: int, on: datetime.date) -> Reach:
    """Return whom a tax touches on a day, and what the latest finished run has of it."""
    with connection.cursor() as cursor:
        cursor.execute(_REACH, {"tax": tax_id, "on": on})
        return Reach(*cursor.fetchone())
