"""What waits to be billed, by the account it will be earned on."""

from __future__ import annotations

from django.db import connection

_WAITING = """
SELECT account, count(*) FROM (
  SELECT revenue_account AS account FROM billing_pendingcharge WHERE line_id IS NULL AND withdrawn_at IS NULL
  UNION ALL
  SELECT l.revenue_account FROM billing_invoiceline l JOIN billing_invoice i ON i.id = l.invoice_id
  WHERE i.state = 'draft') waits
GROUP BY 1 ORDER BY 1
"""


def waiting_on() -> list[tuple[str, int]]:
    """Return accounts, by number, with how many waiting charges and lines of drafts will be booked on each."""
    with connection.cursor() as cursor:
        cursor.execute(_WAITING)
        return [(number, count) for number, count in cursor.fetchall()]
