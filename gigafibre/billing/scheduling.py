"""When the run confirms itself: each billing day, from an hour on, once; never for a day before its switch was on."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import structlog
from django.db import connection, transaction

from gigafibre.billing import settings as _declared  # noqa: F401  declares the hour
from gigafibre.billing.errors import EarlierRunOpen
from gigafibre.identity.notices import notify
from gigafibre.identity.queries import switched_on_since, who_may
from gigafibre.kernel import clock, settings
from gigafibre.kernel.actor import SYSTEM
from gigafibre.kernel.documents.wording import long_day
from gigafibre.kernel.errors import Busy, Refusal
from gigafibre.kernel.perform import perform
from gigafibre.kernel.text import Text

log = structlog.get_logger(__name__)

SWITCH = "billing.run"
#: How often it is looked whether a day has come.
EVERY = timedelta(minutes=15)
#: A day missed for longer (nothing worked) is left to the next run, or to a person.
LATE = timedelta(days=7)

_READY = Text(
    "La facturation du {day} attend votre confirmation.", "The billing run of {day} waits for your confirmation."
)
_REFUSED = Text(
    "La facturation du {day} n’a pas pu se confirmer. {why}", "The billing run of {day} could not confirm itself. {why}"
)

_DAYS = """
WITH wanted AS (
  SELECT DISTINCT c.billing_day FROM crm_customer c
  WHERE EXISTS (SELECT FROM subscriptions_subscription s
                WHERE s.customer_id = c.id AND s.state IN ('active', 'suspended', 'paused'))
), days AS (
  SELECT %(first)s::date + n AS day FROM generate_series(0, %(last)s::date - %(first)s::date) n
)
SELECT day FROM days
WHERE EXISTS (SELECT FROM wanted w
              WHERE extract(day FROM day) = least(w.billing_day, extract(day FROM
                (date_trunc('month', day::timestamp) + interval '1 month - 1 day'))))
  AND NOT EXISTS (SELECT FROM billing_billingrun r WHERE r.date >= day)
ORDER BY day
"""


def begins(day: date) -> datetime:
    """Return the instant (UTC) from which a day's run may confirm itself: an hour of the company's day."""
    hour = settings.get("billing.confirm_hour")
    return datetime(day.year, day.month, day.day, hour, tzinfo=clock.zone()).astimezone(UTC)


def billing_days(first: date, last: date) -> list[date]:
    """Return the days, first and last included, on which somebody is billed and which no run has covered yet.

    A billing day that a month hasn't got is its last day, as for the periods.
    """
    with connection.cursor() as cursor:
        cursor.execute(_DAYS, {"first": first, "last": last})
        return [row[0] for row in cursor.fetchall()]


def days_due(since: datetime) -> list[date]:
    """Return the days whose hour has come after an instant, and that no run has covered, oldest first."""
    first = max(clock.day_of(since), clock.today() - LATE)
    return [day for day in billing_days(first, clock.today()) if since <= begins(day) <= clock.now()]


def next_day() -> date | None:
    """Return the next day whose hour is still to come; None when nobody has anything to bill."""
    days = billing_days(clock.today(), clock.today() + timedelta(days=62))
    return next((day for day in days if begins(day) > clock.now()), None)


def confirm_what_is_due() -> date | None:
    """Confirm the run of a day that has come, if the switch is on; returns the day when this call made its run.

    However many ask at once, the run's unique day lets one through. Where the settings leave the confirmation to
    people, they are told once that the day has come.
    """
    since = switched_on_since(SWITCH)
    by_itself = settings.get("billing.confirm_by_itself")
    for day in days_due(since) if since else ():
        if not by_itself:
            _tell(day, _READY)
            continue
        try:
            outcome = perform("billing.confirm_run", {"date": day.isoformat()}, actor=SYSTEM)
        except (EarlierRunOpen, Busy) as passing:
            log.info("billing_run.later", date=str(day), code=passing.code)
            return None
        except Refusal as refusal:
            log.info("billing_run.refused", date=str(day), code=refusal.code)
            _tell(day, _REFUSED, why=refusal.said)
            continue
        return None if outcome.result["already"] else day
    return None


def _tell(day: date, words: Text, **values: Text) -> None:
    """Tell who may launch it, the first time only: within one look after its hour."""
    if clock.now() < begins(day) + EVERY:
        said = words.with_(day=Text(long_day(day, "fr"), long_day(day, "en")), **values)
        with transaction.atomic():
            notify(who_may("billing.run"), said, kind="billing_run", url=f"/billing-runs/{day}")
