"""Changes of price as people look at them: previewed, and how far they are."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any

from django.db import connection, transaction

from gigafibre.billing import price_changes
from gigafibre.billing.errors import NoSuchPriceChange
from gigafibre.billing.models import PriceChange, PriceNotice
from gigafibre.kernel import clock
from gigafibre.kernel.money import plain
from gigafibre.kernel.text import current_language

SHOWN = 50

# Per month, so that what is paid by the year weighs what it is worth.
_TOTALS = """
SELECT count(*) FILTER (WHERE cause = ''), count(DISTINCT customer_id) FILTER (WHERE cause = ''),
       coalesce(round(sum(old_price * quantity / months) FILTER (WHERE cause = ''), 2), 0),
       coalesce(round(sum(new_price * quantity / months) FILTER (WHERE cause = ''), 2), 0),
       count(*) FILTER (WHERE cause = '' AND on_day > %s)
FROM price_line
"""
_BY_ITEM = """
SELECT i.sku, CASE %s WHEN 'en' THEN i.name_en ELSE i.name_fr END, l.old_price, l.new_price, count(*)
FROM price_line l JOIN catalog_item i ON i.id = l.item_id WHERE l.cause = ''
GROUP BY 1, 2, 3, 4 ORDER BY 5 DESC, 1 LIMIT 200
"""
_EXCLUDED = "SELECT cause, count(*) FROM price_line WHERE cause <> '' GROUP BY 1 ORDER BY 2 DESC, 1"
_SAMPLE = """
SELECT s.number, c.number, c.display_name, CASE %(language)s WHEN 'en' THEN i.name_en ELSE i.name_fr END, l.old_price,
       CASE WHEN l.cause = '' THEN l.new_price END, l.on_day, l.cause
FROM price_line l JOIN subscriptions_subscription s ON s.id = l.subscription_id
JOIN crm_customer c ON c.id = l.customer_id JOIN catalog_item i ON i.id = l.item_id
WHERE (l.cause <> '') = %(excluded)s ORDER BY l.cause, c.sort_key, s.id LIMIT %(limit)s
"""
_PROGRESS = """
SELECT count(*) FILTER (WHERE l.outcome = 'affected'),
       count(DISTINCT l.customer_id) FILTER (WHERE l.outcome = 'affected'),
       count(*) FILTER (WHERE l.outcome = 'excluded'),
       count(*) FILTER (WHERE l.outcome = 'affected' AND g.state = 'applied'),
       count(*) FILTER (WHERE l.outcome = 'affected' AND g.state IN ('refused', 'withdrawn')),
       coalesce(round(sum((l.new_price - l.old_price) * l.quantity / s.interval_months)
                      FILTER (WHERE l.outcome = 'affected'), 2), 0)
FROM billing_pricechangeline l JOIN subscriptions_subscription s ON s.id = l.subscription_id
LEFT JOIN subscriptions_subscriptionchange g ON g.id = l.change_id WHERE l.price_change_id = %s
"""
_REASONS = """
SELECT cause, count(*) FROM billing_pricechangeline WHERE price_change_id = %s AND outcome = 'excluded'
GROUP BY 1 ORDER BY 2 DESC, 1
"""


def preview(wanted: price_changes.Wanted) -> dict[str, Any]:
    """Compute what a change would do, by the act's own computation; nothing is written."""
    language = current_language()
    with transaction.atomic(), connection.cursor() as cursor:
        price_changes.compute(cursor, wanted)
        cursor.execute(_TOTALS, [wanted.effective_on])
        subscriptions, customers, before, after, later = cursor.fetchone()
        cursor.execute(_BY_ITEM, [language])
        items = [
            {"sku": sku, "name": name, "old_price": str(old), "new_price": str(new), "subscriptions": count}
            for sku, name, old, new, count in cursor.fetchall()
        ]
        cursor.execute(_EXCLUDED)
        excluded = _causes(cursor.fetchall())
        shown = {}
        for key, out in (("affected", False), ("left_out", True)):
            cursor.execute(_SAMPLE, {"language": language, "excluded": out, "limit": SHOWN})
            shown[key] = [_row(*row) for row in cursor.fetchall()]
    return {
        "subscriptions": subscriptions,
        "customers": customers,
        "later": later,
        "monthly_before": f"{before:.2f}",
        "monthly_after": f"{after:.2f}",
        "monthly_difference": f"{after - before:.2f}",
        "effective_on": wanted.effective_on,
        "send_by": price_changes.send_by(wanted.effective_on),
        "free_until": price_changes.free_until(wanted.effective_on),
        "items": items,
        "excluded": excluded,
        **shown,
    }


def price_change(number: str) -> dict[str, Any]:
    """Return a change with how far it is: notices sent, prices applied; or refuse."""
    found = PriceChange.objects.filter(number=number).first()
    if found is None:
        raise NoSuchPriceChange(price_change=number)
    with connection.cursor() as cursor:
        cursor.execute(_PROGRESS, [found.pk])
        subscriptions, customers, excluded, applied, refused, difference = cursor.fetchone()
        cursor.execute(_REASONS, [found.pk])
        reasons = _causes(cursor.fetchall())
    notices = PriceNotice.objects.filter(price_change=found)
    today = clock.today()
    begun = found.state == PriceChange.State.PLANNED and found.effective_on <= today
    as_they_are = ("number", "items", "segment", "effective_on", "in_catalogue", "why_fr", "why_en", "created_by")
    return {
        **{name: getattr(found, name) for name in (*as_they_are, "created_at", "withdrawn_by", "withdrawn_because")},
        "state": "effective" if begun else found.state,
        "new_price": None if found.new_price is None else str(found.new_price),
        "percent": None if found.percent is None else plain(found.percent),
        "subscriptions": subscriptions,
        "customers": customers,
        "monthly_difference": f"{difference:.2f}",
        "applied": applied,
        "refused": refused,
        "left_out": excluded,
        "excluded": reasons,
        "notices": notices.count(),
        "notices_sent": notices.exclude(sent_on=None).count(),
        "send_by": price_changes.send_by(found.effective_on),
        "free_until": price_changes.free_until(found.effective_on),
        "may_withdraw": found.state == PriceChange.State.PLANNED and found.effective_on > today,
    }


def _causes(rows: list[tuple[str, int]]) -> list[dict[str, Any]]:
    language = current_language()
    return [
        {"cause": cause, "label": price_changes.CAUSES[cause].in_(language), "subscriptions": count}
        for cause, count in rows
    ]


def _row(
    subscription: str,
    customer: str,
    name: str,
    item: str,
    old: Decimal | None,
    new: Decimal | None,
    on: datetime.date,
    cause: str,
) -> dict[str, Any]:
    return {
        "subscription": subscription,
        "customer": customer,
        "name": name,
        "item": item,
        "old_price": None if old is None else str(old),
        "new_price": None if new is None else str(new),
        "on": on,
        "cause": price_changes.CAUSES[cause].in_(current_language()) if cause else "",
    }
