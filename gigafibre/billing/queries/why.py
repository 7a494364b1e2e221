"""What "why is this invoice different" is told from: both invoices, and what happened to the services between.

Four queries, whatever is on them.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db import connection

from gigafibre.billing import why_words as words
from gigafibre.billing.errors import NoSuchInvoice
from gigafibre.billing.why import Charged, Happened, Rates, Reason, reasons
from gigafibre.kernel.documents import wording
from gigafibre.kernel.periods import Period, period_of
from gigafibre.kernel.statements import Prepared
from gigafibre.kernel.text import Text

ZERO = Decimal("0.00")


@dataclass(frozen=True)
class Neighbour:
    """An earlier or later document of the customer."""

    number: str
    date: datetime.date
    total: Decimal


@dataclass(frozen=True)
class Why:
    """Why an invoice differs from the one before; without `previous` it is the first, or stands apart."""

    previous: Neighbour | None
    difference: Decimal
    reasons: list[Reason]


# Compared with the latest invoice of a run (or of the former system), or one that charges everything this one charges;
# what was invoiced apart in between (a first period, an installation) is nothing to compare with.
_COMPARED = Prepared("""
WITH this AS (
  SELECT i.id, i.customer_id, i.date, i.total, i.run_id IS NOT NULL OR i.legacy_id IS NOT NULL AS of_cycle,
         ARRAY(SELECT DISTINCT subscription_id FROM billing_invoiceline
               WHERE invoice_id = i.id AND kind = 'recurring' AND subscription_id IS NOT NULL) AS charges
  FROM billing_invoice i WHERE i.id = %(id)s AND i.kind = 'invoice'
), earlier AS (
  SELECT p.id, p.number, p.date, p.total, p.run_id IS NOT NULL OR p.legacy_id IS NOT NULL AS of_cycle
  FROM billing_invoice p JOIN this ON p.customer_id = this.customer_id AND (p.date, p.id) < (this.date, this.id)
  WHERE p.state = 'issued' AND p.kind = 'invoice' ORDER BY p.date DESC, p.id DESC LIMIT 12
)
SELECT this.date, this.total, (SELECT count(*) FROM earlier), found.id, found.number, found.date, found.total
FROM this LEFT JOIN LATERAL (
  SELECT e.* FROM earlier e
  CROSS JOIN LATERAL (
    SELECT count(DISTINCT l.subscription_id) FILTER (WHERE l.subscription_id = ANY (this.charges)) AS shared,
           count(*) AS charged
    FROM billing_invoiceline l WHERE l.invoice_id = e.id AND l.kind = 'recurring') c
  WHERE (cardinality(this.charges) > 0 AND c.shared = cardinality(this.charges))
     OR (cardinality(this.charges) > 0 AND this.of_cycle AND e.of_cycle AND c.charged > 0)
  ORDER BY e.date DESC, e.id DESC LIMIT 1) found ON true
""")
_LINES = """
SELECT l.invoice_id = %(id)s, l.kind, coalesce(i.kind, ''), coalesce(s.number, ''), l.sku, l.description, l.quantity,
       l.unit_price, l.amount, l.period_start, l.period_end, s.anchor, s.interval_months, s.charged_until
FROM billing_invoiceline l
LEFT JOIN subscriptions_subscription s ON s.id = l.subscription_id
LEFT JOIN catalog_item i ON i.id = l.item_id
WHERE l.invoice_id IN (%(id)s, %(previous)s) ORDER BY l.position
"""
_TAXES = """
SELECT x.invoice_id = %(id)s, t.name_fr, t.name_en, x.rate, x.amount
FROM billing_invoicetax x JOIN billing_tax t ON t.id = x.tax_id
WHERE x.invoice_id IN (%(id)s, %(previous)s) ORDER BY t.position, x.id
"""
# What was published of the subscriptions, and what is planned for the days already billed.
_HAPPENED = """
SELECT * FROM (
  SELECT substr(subject, 14) AS subscription, type, (payload ->> 'on')::date AS day,
         (payload ->> 'until')::date AS until,
         payload ->> 'item' IS DISTINCT FROM payload ->> 'was_item' AS other_item, id
  FROM kernel_event
  WHERE subject = ANY (%(subjects)s) AND type LIKE 'subscriptions.Subscription%%' AND payload ? 'on'
  UNION ALL
  SELECT s.number, c.kind, c."on", c.until, true, NULL
  FROM subscriptions_subscriptionchange c JOIN subscriptions_subscription s ON s.id = c.subscription_id
  WHERE s.number = ANY (%(numbers)s) AND c.state = 'planned') told
WHERE day > %(since)s AND day < %(until)s ORDER BY day, id NULLS LAST
"""
_KINDS = {
    "subscriptions.SubscriptionPaused": "pause",
    "subscriptions.SubscriptionSuspended": "suspend",
    "subscriptions.SubscriptionCancelled": "end",
    "subscriptions.SubscriptionReactivated": "resume",
}


def why(invoice_id: int) -> Why | None:
    """Return why an invoice (by key) differs from the one before; None for a credit note."""
    with connection.cursor() as cursor:
        cursor.execute(_COMPARED, {"id": invoice_id})
        found = cursor.fetchone()
        if found is None:
            return None
        on, total, earlier, previous, *neighbour = found
        if previous is None:
            kind, said = ("apart", words.APART) if earlier else ("first", words.FIRST)
            return Why(None, total, [Reason(kind, said, total)])
        both = {"id": invoice_id, "previous": previous}
        cursor.execute(_LINES, both)
        lines = [(this, _charged(*line)) for this, *line in cursor.fetchall()]
        cursor.execute(_TAXES, both)
        taxes = cursor.fetchall()
        numbers = sorted({line.subscription for _, line in lines if line.subscription})
        before = Neighbour(*neighbour)
        happened = _happened(cursor, numbers, before.date, _last_day(lines, on))
    return Why(
        before,
        total - before.total,
        reasons(
            [line for this, line in lines if not this],
            [line for this, line in lines if this],
            (_rates(taxes, of_this=False), _rates(taxes, of_this=True)),
            happened,
            on,
        ),
    )


def why_of(number: str) -> Why | None:
    """Return the same by the invoice's number; raises NoSuchInvoice."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT id FROM billing_invoice WHERE number = %s", [number])
        row = cursor.fetchone()
    if row is None:
        raise NoSuchInvoice(invoice=number)
    return why(row[0])


def _charged(
    kind: str,
    sold_as: str,
    subscription: str,
    sku: str,
    what: str,
    quantity: Decimal,
    unit_price: Decimal,
    amount: Decimal,
    start: datetime.date | None,
    end: datetime.date | None,
    anchor: datetime.date | None,
    months: int | None,
    charged_until: datetime.date | None,
) -> Charged:
    days = Period(start, end) if start and end else None
    whole = period_of(anchor, months, start) if start and anchor and months and end else None
    return Charged(
        _nature(kind, sold_as, amount, subscription),
        subscription,
        sku,
        what,
        quantity,
        unit_price,
        amount,
        days,
        whole,
        charged_until,
    )


def _nature(kind: str, sold_as: str, amount: Decimal, subscription: str) -> str:
    if kind == "promotion":
        return "discount"
    if kind == "credit" or (amount < 0 and not subscription):
        return "credit"
    if sold_as == "discount" or amount < 0:
        return "discount"
    return "recurring" if kind == "recurring" and subscription else "once"


def _last_day(lines: list[tuple[bool, Charged]], on: datetime.date) -> datetime.date:
    """Return the first day that this invoice doesn't reach."""
    ends = [line.days.end for this, line in lines if this and line.days]
    return max([on + datetime.timedelta(days=1), *ends])


def _happened(cursor: Any, numbers: list[str], since: datetime.date, until: datetime.date) -> list[Happened]:
    subjects = [f"subscription:{number}" for number in numbers]
    cursor.execute(_HAPPENED, {"subjects": subjects, "numbers": numbers, "since": since, "until": until})
    return [
        Happened(subscription, _KINDS.get(what) or _changed(what, other), day, stops)
        for subscription, what, day, stops, other, _ in cursor.fetchall()
    ]


def _changed(what: str, other_item: bool) -> str:
    if what == "subscriptions.SubscriptionChanged":
        return "item" if other_item else "price"
    return what


def _rates(taxes: list[tuple[Any, ...]], *, of_this: bool) -> Rates:
    mine = [row[1:] for row in taxes if row[0] == of_this]
    return Rates(tuple(_named(*row[:3]) for row in mine), sum((row[3] for row in mine), ZERO))


def _named(name_fr: str, name_en: str, rate: Decimal | None) -> Text:
    if rate is None:
        return Text(name_fr, name_en)
    return Text(f"{name_fr} {wording.percent(rate, 'fr')}", f"{name_en} {wording.percent(rate, 'en')}")
