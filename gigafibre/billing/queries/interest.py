"""What is told of late interest: its rates, what could be charged today, a charge's arithmetic, a customer's pauses."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from decimal import Decimal

from django.db import connection

from gigafibre.billing import interest
from gigafibre.billing.errors import NoSuchCharge
from gigafibre.billing.interest_back import too_much
from gigafibre.billing.models import InterestDays, InterestPause, InterestRate, PendingCharge
from gigafibre.crm import queries as crm
from gigafibre.identity.queries import switch_is_on
from gigafibre.kernel import clock, settings
from gigafibre.kernel.money import total

#: What lets interest be charged by itself, each month.
SWITCH = "billing.interest"


@dataclass(frozen=True)
class RateRow:
    """A yearly rate in percent; `until` is the day before which it counts, None for the last one."""

    id: int
    since: datetime.date
    until: datetime.date | None
    percent: Decimal
    reason: str
    created_by: str
    created_on: datetime.date
    state: str


@dataclass(frozen=True)
class InterestPage:
    """The rules of late interest, what of it could be charged today, and what would be given back."""

    percent: Decimal
    rates: list[RateRow]
    grace_days: int
    minimum: Decimal
    day: int
    by_itself: bool
    charged_until: datetime.date | None
    customers: int
    charges: int
    total: Decimal
    below_minimum: int
    credit_waits: int
    credited: Decimal


@dataclass(frozen=True)
class DaysRow:
    """A part of a charge: so many days of one principal at one rate, first and last day included."""

    invoice: str
    first: datetime.date
    last: datetime.date
    days: int
    principal: Decimal
    percent: Decimal


@dataclass(frozen=True)
class PauseRow:
    """Days on which a customer's invoices bear no interest."""

    id: int
    since: datetime.date
    until: datetime.date | None
    reason: str
    ended_because: str
    created_by: str
    state: str


_DAYS = """
SELECT o.number, lower(d.period), upper(d.period) - 1, upper(d.period) - lower(d.period), d.principal, d.percent
FROM billing_interestdays d JOIN ledger_openitem o ON o.id = d.item_id
WHERE d.charge_id = %s ORDER BY lower(d.period)
"""


def rates() -> list[RateRow]:
    """Return every rate ever set, the latest first; one that a later word of the same day replaced never counted."""
    today = clock.today()
    made: list[RateRow] = []
    following: datetime.date | None = None
    for row in InterestRate.objects.order_by("-since", "-pk"):
        until = following
        replaced = until is not None and until <= row.since
        over = until is not None and until <= today
        state = "replaced" if replaced else "ended" if over else "planned" if row.since > today else "active"
        on = clock.day_of(row.created_at)
        made.append(RateRow(row.pk, row.since, until, row.percent, row.reason, row.created_by, on, state))
        following = row.since
    return made


def interest_page() -> InterestPage:
    """Return the rules, and what could be charged today by the very computation that charges it."""
    known, today = rates(), clock.today()
    told = settings.many("billing.interest_grace_days", "billing.interest_minimum", "billing.interest_day")
    found = interest.due(today)
    last = InterestDays.objects.order_by("-period__endswith").values_list("period", flat=True).first()
    return InterestPage(
        percent=next((one.percent for one in known if one.state == "active"), Decimal(0)),
        rates=known,
        grace_days=told["billing.interest_grace_days"],
        minimum=told["billing.interest_minimum"],
        day=told["billing.interest_day"],
        by_itself=switch_is_on(SWITCH),
        charged_until=last.upper if last else None,
        customers=len({one.customer_id for one in found.charges}),
        charges=len(found.charges),
        total=total(one.amount for one in found.charges),
        below_minimum=found.below_minimum,
        credit_waits=found.credit_waits,
        credited=total(one.amount for one in too_much()),
    )


def interest_days(charge: int) -> list[DaysRow]:
    """Return how a charge of interest was worked out; empty for any other charge."""
    if not PendingCharge.objects.filter(pk=charge).exists():
        raise NoSuchCharge(charge=charge)
    with connection.cursor() as cursor:
        cursor.execute(_DAYS, [charge])
        return [DaysRow(*row) for row in cursor.fetchall()]


def interest_pauses(number: str) -> list[PauseRow]:
    """Return a customer's pauses of interest, the latest first."""
    owner, today = crm.customer(number), clock.today()
    made = []
    for row in InterestPause.objects.filter(customer_id=owner.id).order_by("-pk"):
        days = row.days
        ended = days.isempty or (days.upper is not None and days.upper <= today)
        since = clock.day_of(row.created_at) if days.isempty else days.lower
        state = "ended" if ended else "planned" if since > today else "active"
        until = since if days.isempty else days.upper
        made.append(PauseRow(row.pk, since, until, row.reason, row.ended_because, row.created_by, state))
    return made
