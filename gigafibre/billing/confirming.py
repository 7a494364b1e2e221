"""Confirming a run: what was previewed becomes a run with one item per customer, and a job issues it."""

from __future__ import annotations

import time
from dataclasses import asdict
from datetime import date, timedelta

from django.db import connection

from gigafibre.billing import computation
from gigafibre.billing.errors import EarlierRunOpen, LaterRunExists, RunAhead
from gigafibre.billing.models import BillingRun
from gigafibre.billing.queries.preview import RunPreview, read_preview
from gigafibre.kernel import clock
from gigafibre.kernel.actor import current_actor
from gigafibre.kernel.context import jsonable
from gigafibre.ledger.actions import refuse_closed_month

#: A run may be made some days ahead, so that invoices are there on the first.
DAYS_AHEAD = 15

# An amount larger than any the books take is no reason to bill nobody: its customer is set aside when he is issued.
_ITEMS = """
INSERT INTO billing_runitem (run_id, customer_id, state, expected, error)
SELECT %s, s.customer_id, 'waiting', coalesce(CASE WHEN abs(d.subtotal) < 1e10 THEN d.subtotal END, 0), ''
FROM bill_scope s
LEFT JOIN bill_document d ON d.customer_id = s.customer_id
WHERE d.customer_id IS NOT NULL
   OR s.customer_id IN (SELECT customer_id FROM bill_subscription WHERE outcome = 'parked')
ORDER BY s.customer_id
"""


def refuse_far_ahead(on: date) -> None:
    """Refuse a day farther ahead than anything is billed."""
    if on > clock.today() + timedelta(days=DAYS_AHEAD):
        raise RunAhead(date=on, days=DAYS_AHEAD)


def refuse_day(on: date) -> None:
    """Refuse a day that can't be billed: too far ahead, in a closed month, before a run already made."""
    refuse_far_ahead(on)
    refuse_closed_month(on)
    if later := BillingRun.objects.filter(date__gt=on).order_by("date").first():
        raise LaterRunExists(date=later.date)
    unfinished = [BillingRun.State.CONFIRMED, BillingRun.State.ISSUING]
    if earlier := BillingRun.objects.filter(date__lt=on, state__in=unfinished).first():
        raise EarlierRunOpen(date=earlier.date)


def make_run(on: date) -> tuple[BillingRun, bool]:
    """Return the run of a day, made now unless there is one already, and whether it was made now."""
    with connection.cursor() as cursor:
        # The unique day decides between two people who confirm at the same moment: the second waits, then finds it.
        cursor.execute(
            "INSERT INTO billing_billingrun (date, state, expected, result, confirmed_by, confirmed_at, signed_by) "
            "VALUES (%s, 'confirmed', '{}', '{}', %s, %s, '') ON CONFLICT (date) DO NOTHING RETURNING id",
            [on, current_actor().label, clock.now()],
        )
        made = cursor.fetchone()
        if made is None:
            return BillingRun.objects.get(date=on), False
        began = time.monotonic()
        computation.compute(cursor, on)
        preview = read_preview(cursor, on, began)
        cursor.execute(_ITEMS, [made[0]])
    run = BillingRun.objects.get(pk=made[0])
    run.expected = jsonable(_kept(preview))
    run.save(update_fields=["expected"])
    return run, True


def _kept(preview: RunPreview) -> dict[str, object]:
    """What of a preview is kept with its run."""
    kept = asdict(preview)
    for left_out in ("details", "parked", "proof", "seconds", "computed_at"):
        kept.pop(left_out)
    return {**kept, "parked": preview.proof.parked, "live": preview.proof.live}
