"""Drafts as they stand: what they hold now, so that nobody writes over what he has not seen."""

from __future__ import annotations

from django.db import connection

# What a person writes in a draft; its day and its taxes follow the calendar and are no work of his.
_CONTENT = """
SELECT md5(jsonb_build_array(i.due_date, i.po_number, i.message, i.notes, coalesce(l.lines, '[]'))::text)
FROM billing_invoice i
LEFT JOIN LATERAL (
  SELECT jsonb_agg(jsonb_build_array(item_id, description, quantity, unit_price, taxable, revenue_account,
                                     location_id, period_start, period_end) ORDER BY position) AS lines
  FROM billing_invoiceline WHERE invoice_id = i.id) l ON true
WHERE i.id = %s AND i.state = 'draft'
"""


def draft_version(key: int) -> str:
    """Return the version of a draft, which changes with its content; nothing once it is issued."""
    with connection.cursor() as cursor:
        cursor.execute(_CONTENT, [key])
        found = cursor.fetchone()
    return str(found[0]) if found else ""
