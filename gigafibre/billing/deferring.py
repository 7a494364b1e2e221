"""What of issued lines is earned later: charges for more than a month, and credits of days already charged."""

from __future__ import annotations

import datetime
from typing import Any

from gigafibre.billing.scripts import Scratch
from gigafibre.kernel.statements import Prepared
from gigafibre.ledger import deferral

# Most documents have neither a charge of more than a month nor a credit of days: nothing more is done for them.
_SCRATCH = Scratch(
    """
CREATE TEMP TABLE IF NOT EXISTS bill_earned_later (
  customer_id bigint, subscription_id bigint, item_id bigint, account text, amount numeric, start date, upto date,
  credit boolean
);
CREATE TEMP TABLE IF NOT EXISTS bill_deferred (
  document text, customer_id bigint, subscription_id bigint, item_id bigint, account text, revenue text, month date,
  amount numeric
);
""",
    largest="bill_earned_later",
)
# The tax collected for 9-1-1 is owed at once, whatever its months: it is nobody's revenue.
_OF_RUN = Prepared("""
INSERT INTO bill_earned_later
SELECT customer_id, subscription_id, item_id, account, amount, period_start, period_end, kind = 'credit'
FROM bill_line
WHERE subscription_id IS NOT NULL AND (kind = 'credit' AND period_start IS NOT NULL
                                       OR period_end > period_start + interval '1 month')
  AND account <> ALL (SELECT number FROM ledger_account WHERE role = 'tax_911')
""")
_OF_DOCUMENT = Prepared("""
INSERT INTO bill_earned_later
SELECT i.customer_id, l.subscription_id, l.item_id, l.revenue_account,
       CASE i.kind WHEN 'invoice' THEN l.amount ELSE -l.amount END, l.period_start, l.period_end,
       i.kind = 'credit_note' OR l.kind = 'credit'
FROM billing_invoiceline l JOIN billing_invoice i ON i.id = l.invoice_id
WHERE i.id = %s AND l.subscription_id IS NOT NULL AND l.period_start IS NOT NULL
  AND l.revenue_account <> ALL (SELECT number FROM ledger_account WHERE role = 'tax_911')
""")


def plan_run(cursor: Any, on: datetime.date) -> int:
    """Put into `bill_deferred` what of the lines computed waits for its month; returns how many parts."""
    _SCRATCH.clear(cursor)
    cursor.execute(_OF_RUN)
    return _plan(cursor, on)


def plan_document(cursor: Any, invoice_id: int, on: datetime.date) -> int:
    """The same for one document whose lines are written."""
    _SCRATCH.clear(cursor)
    cursor.execute(_OF_DOCUMENT, [invoice_id])
    return _plan(cursor, on)


def keep(cursor: Any, on: datetime.date) -> None:
    """Write the schedule of what was planned, its documents numbered and posted."""
    deferral.keep(cursor, "bill_deferred", on)


def _plan(cursor: Any, on: datetime.date) -> int:
    if not cursor.rowcount:
        return 0
    deferral.plan(cursor, "bill_earned_later", "bill_deferred", on)
    cursor.execute("SELECT count(*) FROM bill_deferred")
    return int(cursor.fetchone()[0])
