"""Set-based writing for the billing run and price changes: whole batches from a temp table that the caller names."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from gigafibre.kernel.statements import Prepared, on_tables

_LOCK = """
SELECT count(*) FROM (
  SELECT s.id FROM subscriptions_subscription s
  WHERE s.state IN ('active', 'suspended', 'paused') AND s.customer_id IN (SELECT customer_id FROM {customers})
  ORDER BY s.id FOR NO KEY UPDATE) locked
"""
_MOVE = """
UPDATE subscriptions_subscription s SET charged_until = m.charged_until
FROM {moved} m WHERE s.id = m.subscription_id AND s.charged_until < m.charged_until
"""
_MOVING = Prepared("SELECT set_config('gigafibre.moving', %s, true)")


def lock_live_of(cursor: Any, customers: str) -> None:
    """Lock the live subscriptions of the customers in a table (customer_id), in key order, for this transaction."""
    cursor.execute(on_tables(_LOCK, customers=customers))


def move_charged_until(cursor: Any, moved: str) -> int:
    """Set up to where subscriptions are charged, from a table (subscription_id, charged_until); returns how many.

    It only moves forward. The days charged are rows of their own, so the move leaves no second trail; the database
    lets nothing else of a subscription change meanwhile.
    """
    cursor.execute(_MOVING, ["charged_until"])
    cursor.execute(on_tables(_MOVE, moved=moved))
    count = int(cursor.rowcount)
    cursor.execute(_MOVING, [""])
    return count


_LOCK_ITEMS = """
SELECT count(*) FROM (
  SELECT id FROM subscriptions_subscription
  WHERE state IN ('active', 'suspended', 'paused') AND item_id = ANY (%s) ORDER BY id FOR NO KEY UPDATE) locked
"""
_PLAN = """
WITH made AS (
  INSERT INTO subscriptions_subscriptionchange
    (subscription_id, kind, "on", price, reason, state, refused_because, refused_because_en, created_at)
  SELECT subscription_id, 'price', on_day, price, reason, 'planned', '', '', %s
  FROM {planned} WHERE price IS NOT NULL ORDER BY subscription_id
  RETURNING id, subscription_id
)
UPDATE {planned} p SET change_id = made.id FROM made WHERE made.subscription_id = p.subscription_id
"""
_WITHDRAW = """
UPDATE subscriptions_subscriptionchange c SET state = 'withdrawn', settled_at = %s, reason = left(c.reason || %s, 255)
WHERE c.id = ANY (%s) AND c.state = 'planned'
"""
_HOLD = """
UPDATE subscriptions_subscriptionchange c SET price = h.price, reason = left(c.reason || %s, 255)
FROM unnest(%s::bigint[], %s::numeric[]) h (id, price) WHERE c.id = h.id AND c.state = 'planned'
"""
_SETTLE = """
WITH due AS (
  SELECT c.id, c.subscription_id, c.price, c.reason FROM subscriptions_subscriptionchange c
  JOIN subscriptions_subscription s ON s.id = c.subscription_id
  WHERE c.id = ANY (%(changes)s) AND c.state = 'planned' AND c.kind = 'price' AND c."on" <= %(today)s
    AND s.state IN ('active', 'suspended', 'paused') AND s.charged_until >= c."on"
    AND NOT EXISTS (SELECT FROM subscriptions_subscriptionchange o
                    WHERE o.subscription_id = s.id AND o.state = 'planned' AND o.id <> c.id AND o."on" <= c."on")
  ORDER BY s.id FOR NO KEY UPDATE OF s
), settled AS (
  UPDATE subscriptions_subscriptionchange c SET state = 'applied', settled_at = %(now)s
  FROM due WHERE c.id = due.id RETURNING c.id
)
UPDATE subscriptions_subscription s SET price_override = due.price, price_reason = due.reason
FROM due WHERE s.id = due.subscription_id
"""


def lock_live_with(cursor: Any, items: list[int]) -> None:
    """Lock the live subscriptions of some items, in key order, for this transaction."""
    cursor.execute(_LOCK_ITEMS, [items])


def plan_prices(cursor: Any, planned: str, *, at: datetime) -> int:
    """Plan changes of price from a table (subscription_id, on_day, price, reason); tells it their keys (change_id)."""
    cursor.execute(on_tables(_PLAN, planned=planned), [at])
    return int(cursor.rowcount)


def withdraw_changes(cursor: Any, changes: list[int], *, reason: str, at: datetime) -> int:
    """Withdraw planned changes that have not come yet; returns how many."""
    cursor.execute(_WITHDRAW, [at, f" · {reason}", changes])
    return int(cursor.rowcount)


def hold_prices(cursor: Any, changes: list[int], prices: list[Decimal], *, reason: str) -> int:
    """Let planned changes keep these prices instead; returns how many."""
    cursor.execute(_HOLD, [f" · {reason}", changes, prices])
    return int(cursor.rowcount)


def settle_prices(cursor: Any, changes: list[int], *, today: date, at: datetime) -> int:
    """Apply planned changes of price whose day has come, where all days before it are charged; returns how many.

    Days charged beyond it were charged with the change in view. The others are left to `apply_due_changes`, one by one.
    """
    cursor.execute(_SETTLE, {"changes": changes, "today": today, "now": at})
    return int(cursor.rowcount)
