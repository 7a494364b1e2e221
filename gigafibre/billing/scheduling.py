"""Which days are billing days: those of the customers who have something live."""

from __future__ import annotations

import calendar
import datetime

from django.db import connection

from gigafibre.billing.models import BillingRun
from gigafibre.identity.queries import switched_on_since
from gigafibre.kernel import clock

_DAYS = """
SELECT DISTINCT c.billing_day FROM crm_customer c
WHERE EXISTS (SELECT FROM subscriptions_subscription s
              WHERE s.customer_id = c.id AND s.state IN ('active', 'suspended', 'paused'))
"""


def next_billing_days(count: int = 1) -> list[datetime.date]:
    """Return the next billing days from today on, at most a year ahead; the 31st is the last day of a shorter month."""
    days, found = _days(), []
    day = clock.today()
    for ahead in range(366):
        if is_billing_day(day + datetime.timedelta(days=ahead), days):
            found.append(day + datetime.timedelta(days=ahead))
            if len(found) == count:
                break
    return found


def is_billing_day(day: datetime.date, days: set[int]) -> bool:
    """Say whether customers are billed on a day of the calendar."""
    last = calendar.monthrange(day.year, day.month)[1]
    return day.day in days or (day.day == last and any(wanted > last for wanted in days))


def due_by_itself() -> datetime.date | None:
    """Return the billing day that automatic billing should launch now: the latest one since it was switched on, if
    nobody did; a night without a worker is caught up on the next day.
    """
    since = switched_on_since("billing.run")
    if since is None:
        return None
    days, today = _days(), clock.today()
    latest = BillingRun.objects.order_by("-date").values_list("date", flat=True).first()
    for back in range(31):
        day = today - datetime.timedelta(days=back)
        if day < clock.day_of(since) or (latest is not None and day <= latest):
            return None
        if is_billing_day(day, days):
            return day
    return None


def _days() -> set[int]:
    with connection.cursor() as cursor:
        cursor.execute(_DAYS)
        return {row[0] for row in cursor.fetchall()}
