"""The face of subscriptions for reading."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from decimal import Decimal

from django.db import connection

from gigafibre.kernel import clock, settings
from gigafibre.kernel.periods import Period, add_months
from gigafibre.kernel.statements import Prepared
from gigafibre.kernel.text import Text
from gigafibre.subscriptions.early_termination import WAIVED, Given, Owed, early_termination
from gigafibre.subscriptions.errors import NoSuchSubscription
from gigafibre.subscriptions.settings import CLAIMS_WITHOUT_INDUCEMENT, RETURN_DAYS


@dataclass(frozen=True)
class SubscriptionHead:
    """A subscription as others need it; `unit_price` is its own price, else the item's of today (None: neither)."""

    id: int
    number: str
    state: str
    customer_id: int
    customer: str
    location_id: int
    item_id: int
    item: str
    quantity: Decimal
    price_override: Decimal | None
    unit_price: Decimal | None
    interval_months: int
    anchor: datetime.date
    started_on: datetime.date | None
    charged_until: datetime.date | None
    suspended_on: datetime.date | None
    paused_until: datetime.date | None
    ends_on: datetime.date | None
    charged_while_suspended: bool


@dataclass(frozen=True)
class Ordered:
    """The contract a subscription comes from, the day it began, and whether it is the first of that contract."""

    contract: str
    started_on: datetime.date | None
    first: bool


@dataclass(frozen=True)
class PlannedChange:
    """A dated change, with what became of it."""

    id: int
    subscription: str
    kind: str
    on: datetime.date
    until: datetime.date | None
    item: str | None
    price: Decimal | None
    reason: str
    state: str
    refused_because: str


@dataclass(frozen=True)
class PromotionHead:
    """A promotion as billing needs it: an amount per cycle or a percentage, from a day until (without) another."""

    id: int
    words: Text
    amount: Decimal
    percent: Decimal | None
    since: datetime.date
    until: datetime.date | None
    cycles: int | None

    def during(self, days: Period) -> Period | None:
        """Return which of some days it counts for, if any."""
        if self.until is not None and self.until <= self.since:
            return None
        return days.overlap(Period(self.since, self.until or datetime.date.max))


_HEAD = """
SELECT s.id, s.number, s.state, c.id, c.number, s.location_id, i.id, i.sku, s.quantity, s.price_override,
       coalesce(s.price_override, p.price), s.interval_months, s.anchor, s.started_on, s.charged_until, s.suspended_on,
       s.paused_until, s.ends_on, s.charged_while_suspended
FROM subscriptions_subscription s
JOIN crm_customer c ON c.id = s.customer_id
JOIN catalog_item i ON i.id = s.item_id
LEFT JOIN catalog_itemprice p ON p.item_id = i.id AND p.days @> %(on)s::date
"""
_NUMBERED = Prepared(f"{_HEAD}WHERE s.number = %(number)s")
_BEGAN_WITH = Prepared("""
SELECT id FROM subscriptions_subscription
WHERE customer_id = %s AND started_on = %s AND id <> %s AND state = 'active' ORDER BY id
""")
_ORDERED_BY = Prepared("""
SELECT s.contract, s.started_on, NOT EXISTS (
         SELECT FROM subscriptions_subscription o WHERE o.contract = s.contract AND o.contract <> '' AND o.id < s.id)
FROM subscriptions_subscription s WHERE s.number = %s AND s.contract <> ''
""")
_FIRST_OF = Prepared("""
SELECT number FROM subscriptions_subscription
WHERE contract = %s AND contract <> '' AND state <> 'cancelled' ORDER BY id LIMIT 1
""")
_PENDING_OF = Prepared("""
SELECT number FROM subscriptions_subscription
WHERE contract = %s AND contract <> '' AND state = 'pending' ORDER BY id
""")
_PROMOTIONS = """
SELECT id, words_fr, words_en, coalesce(amount, 0), percent, since, least(until, withdrawn_on), cycles
FROM subscriptions_promotion WHERE subscription_id = %s ORDER BY id
"""
# What came from elsewhere at rest has no row: the subscription itself says since when, and a pause until when.
_RESTS = """
SELECT lower(days), upper(days) FROM subscriptions_rest WHERE subscription_id = %(id)s
UNION
SELECT suspended_on, CASE state WHEN 'paused' THEN paused_until END FROM subscriptions_subscription
WHERE id = %(id)s AND (state = 'paused' OR state = 'suspended' AND NOT charged_while_suspended)
UNION
SELECT c."on", coalesce(c.until, CASE WHEN c.kind <> 'end' THEN (
         SELECT min(r."on") FROM subscriptions_subscriptionchange r
         WHERE r.subscription_id = %(id)s AND r.kind = 'resume' AND r.state = 'planned' AND r."on" > c."on") END)
FROM subscriptions_subscriptionchange c
WHERE c.subscription_id = %(id)s AND c.state = 'planned' AND c.kind IN ('pause', 'suspend', 'end')
ORDER BY 1
"""
_PLANNED_PRICES = """
SELECT DISTINCT ON (c."on") c."on", i.id, coalesce(c.price, p.price)
FROM subscriptions_subscriptionchange c
CROSS JOIN LATERAL (
  SELECT coalesce((SELECT b.item_id FROM subscriptions_subscriptionchange b
                   WHERE b.subscription_id = c.subscription_id AND b.state = 'planned' AND b.kind = 'item'
                     AND (b."on", b.id) <= (c."on", c.id) ORDER BY b."on" DESC, b.id DESC LIMIT 1), %(item)s) AS id) i
LEFT JOIN catalog_itemprice p ON p.item_id = i.id AND p.days @> c."on"
WHERE c.subscription_id = %(id)s AND c.state = 'planned' AND c.kind IN ('item', 'price') AND c."on" >= %(since)s
ORDER BY c."on", c.id DESC
"""
_CHANGES = """
SELECT c.id, s.number, c.kind, c."on", c.until, i.sku, c.price, c.reason, c.state, c.refused_because
FROM subscriptions_subscriptionchange c
JOIN subscriptions_subscription s ON s.id = c.subscription_id
LEFT JOIN catalog_item i ON i.id = c.item_id
WHERE s.number = %s ORDER BY c."on" DESC, c.id DESC
"""


def subscription(number: str, *, on: datetime.date) -> SubscriptionHead:
    """Return a subscription by number, with its price on a day, or refuse."""
    with connection.cursor() as cursor:
        cursor.execute(_NUMBERED, {"number": number, "on": on})
        row = cursor.fetchone()
    if row is None:
        raise NoSuchSubscription(subscription=number)
    return SubscriptionHead(*row)


def began_with(found: SubscriptionHead) -> list[int]:
    """Return the ids of the customer's other services that began the day it did and are served."""
    with connection.cursor() as cursor:
        cursor.execute(_BEGAN_WITH, [found.customer_id, found.started_on, found.id])
        return [int(row[0]) for row in cursor.fetchall()]


def ordered_by(number: str) -> Ordered | None:
    """Return the contract that a subscription comes from, None when it names none."""
    with connection.cursor() as cursor:
        cursor.execute(_ORDERED_BY, [number])
        row = cursor.fetchone()
    return Ordered(*row) if row else None


def first_of(contract: str) -> str | None:
    """Return the first service of a contract that is not over, None when there is none."""
    with connection.cursor() as cursor:
        cursor.execute(_FIRST_OF, [contract])
        row = cursor.fetchone()
    return str(row[0]) if row else None


def pending_of(contract: str) -> list[str]:
    """Return the numbers of a contract's services that have not begun, in their order."""
    with connection.cursor() as cursor:
        cursor.execute(_PENDING_OF, [contract])
        return [str(row[0]) for row in cursor.fetchall()]


def promotions_of(subscription_id: int) -> list[PromotionHead]:
    """Return a subscription's promotions, by key, the oldest first."""
    with connection.cursor() as cursor:
        cursor.execute(_PROMOTIONS, [subscription_id])
        return [PromotionHead(key, Text(fr, en), *rest) for key, fr, en, *rest in cursor.fetchall()]


def rests_of(subscription_id: int) -> list[Period]:
    """Return the days on which a subscription was, is or is planned to be neither served nor charged."""
    with connection.cursor() as cursor:
        cursor.execute(_RESTS, {"id": subscription_id})
        return [
            Period(since, until or datetime.date.max)
            for since, until in cursor.fetchall()
            if since is not None and (until is None or since < until)
        ]


def planned_prices(found: SubscriptionHead, since: datetime.date) -> list[tuple[datetime.date, int, Decimal | None]]:
    """Return what changes to come say a subscription is and costs: from a day on, an item, a price (None: unknown)."""
    with connection.cursor() as cursor:
        cursor.execute(_PLANNED_PRICES, {"id": found.id, "since": since, "item": found.item_id})
        return list(cursor.fetchall())


def changes_of(number: str) -> list[PlannedChange]:
    """Return a subscription's dated changes, the latest first."""
    with connection.cursor() as cursor:
        cursor.execute(_CHANGES, [number])
        return [PlannedChange(*row) for row in cursor.fetchall()]


_COMMITMENT = """
SELECT m.starts_on, m.term_months, m.inducement, m.clause_limit, m.waived, c.kind = 'individual',
       coalesce(round(coalesce(s.price_override, p.price) * s.quantity / s.interval_months, 2), 0.00)
FROM subscriptions_commitment m
JOIN subscriptions_subscription s ON s.id = m.subscription_id
JOIN crm_customer c ON c.id = s.customer_id
LEFT JOIN catalog_itemprice p ON p.item_id = s.item_id AND p.days @> %(on)s::date
WHERE s.number = %(number)s
"""


def early_end(number: str, *, on: datetime.date, waived: str = "") -> Owed | None:
    """Return what an end on a day may cost by law, with its arithmetic; None when no commitment is recorded."""
    with connection.cursor() as cursor:
        cursor.execute(_COMMITMENT, {"number": number, "on": on})
        row = cursor.fetchone()
    if row is None:
        return None
    starts_on, term, inducement, limit, was_waived, consumer, monthly = row
    return early_termination(
        Given(starts_on, term, inducement, limit, waived or was_waived),
        on,
        monthly_price=monthly,
        consumer=consumer,
        claims_without_inducement=settings.get(CLAIMS_WITHOUT_INDUCEMENT),
    )


_RECORDED = """
SELECT m.starts_on, m.term_months, m.inducement, m.goods, m.clause_limit, m.waived
FROM subscriptions_commitment m JOIN subscriptions_subscription s ON s.id = m.subscription_id WHERE s.number = %s
"""


@dataclass(frozen=True)
class CommitmentHead:
    """What was agreed and given at the start, and what an end on `on` may cost by law; `until` is the day after it."""

    starts_on: datetime.date
    term_months: int | None
    until: datetime.date | None
    inducement: Decimal
    goods: str
    clause_limit: Decimal | None
    waived: Text | None
    on: datetime.date
    ends: bool
    owed: Owed


def commitment_of(number: str, *, today: datetime.date) -> CommitmentHead | None:
    """Return a subscription's commitment with the cost of its end, on its last day's morrow if known, else today."""
    with connection.cursor() as cursor:
        cursor.execute(_RECORDED, [number])
        row = cursor.fetchone()
    ends = day_it_ends(number)
    owed = early_end(number, on=ends or today)
    if row is None or owed is None:
        return None
    starts_on, term, inducement, goods, limit, waived = row
    until = add_months(starts_on, term) if term else None
    return CommitmentHead(
        starts_on, term, until, inducement, goods, limit, WAIVED.get(waived), ends or today, ends is not None, owed
    )


_ENDS = """
SELECT coalesce(s.cancelled_on, (
  SELECT min(c."on") FROM subscriptions_subscriptionchange c
  WHERE c.subscription_id = s.id AND c.kind = 'end' AND c.state = 'planned'))
FROM subscriptions_subscription s WHERE s.number = %s
"""


def day_it_ends(number: str) -> datetime.date | None:
    """Return the first day without it, over or planned; None while it goes on."""
    with connection.cursor() as cursor:
        cursor.execute(_ENDS, [number])
        row = cursor.fetchone()
    day: datetime.date | None = row[0] if row else None
    return day


@dataclass(frozen=True)
class DepartureHead:
    """A departure: `last_day` is served, `subscriptions` are what leaves.

    A move has `moves_to`, a location of his, and `devices`: come_along or exchanged.
    """

    number: str
    customer: str
    location: str
    address: str
    moves_to: str
    moves_to_address: str
    devices: str
    last_day: datetime.date
    removal_on: datetime.date | None
    state: str
    reason: str
    asked_by: str
    claims_early_end: bool
    over_on: datetime.date | None
    reminded_on: datetime.date | None
    subscriptions: list[str]
    services: list[str]
    services_en: list[str]


_DEPARTURE = """
SELECT d.number, c.number, l.number, concat_ws(', ', nullif(l.line1, ''), nullif(l.city, '')), coalesce(m.number, ''),
       concat_ws(', ', nullif(m.line1, ''), nullif(m.city, '')), d.devices,
       d.last_day, d.removal_on, d.state, d.reason, d.asked_by,
       d.claims_early_end, d.over_on, d.reminded_on, x.numbers, x.names, x.names_en
FROM subscriptions_departure d
JOIN crm_customer c ON c.id = d.customer_id
JOIN crm_location l ON l.id = d.location_id
LEFT JOIN crm_location m ON m.id = d.moves_to_id
CROSS JOIN LATERAL (
  SELECT coalesce(array_agg(s.number ORDER BY s.id), '{}') AS numbers,
         coalesce(array_agg(coalesce(nullif(i.invoice_label_fr, ''), i.name_fr) ORDER BY s.id), '{}') AS names,
         coalesce(array_agg(coalesce(nullif(i.invoice_label_en, ''), i.name_en) ORDER BY s.id), '{}') AS names_en
  FROM subscriptions_subscription s JOIN catalog_item i ON i.id = s.item_id
  WHERE EXISTS (SELECT 1 FROM subscriptions_subscriptionchange h
                WHERE h.subscription_id = s.id AND h.departure_id = d.id AND h.kind IN ('end', 'move'))) x
"""


def departures_named(number: str) -> list[DepartureHead]:
    """Return the departure of a number, or none: a chain of jobs may be for something else."""
    return _departures("WHERE d.number = %s", [number])


def departures_of(customer: str) -> list[DepartureHead]:
    """Return a customer's departures, the newest first."""
    return _departures("WHERE c.number = %s ORDER BY d.id DESC", [customer])


def departures_to_remind() -> list[DepartureHead]:
    """Return the departures over for as many days as devices may take to come back, not looked at yet."""
    day = clock.today() - datetime.timedelta(days=settings.get(RETURN_DAYS))
    return _departures(
        "WHERE d.state = 'over' AND d.reminded_on IS NULL AND d.over_on <= %s ORDER BY d.id",
        [day],
    )


def _departures(where: str, values: list[str | datetime.date]) -> list[DepartureHead]:
    with connection.cursor() as cursor:
        cursor.execute(_DEPARTURE + where, values)
        return [DepartureHead(*row) for row in cursor.fetchall()]


_PLAN_ALONE = """
SELECT p.code FROM subscriptions_subscription s JOIN catalog_plan p ON p.id = s.plan_id
WHERE s.number = %s AND (SELECT count(*) FROM catalog_planitem i WHERE i.plan_id = p.id) = 1
"""


def plan_alone(number: str) -> str:
    """Return the plan whose only part a subscription is, by code: its price is the plan's; "" otherwise."""
    with connection.cursor() as cursor:
        cursor.execute(_PLAN_ALONE, [number])
        row = cursor.fetchone()
    return str(row[0]) if row else ""
