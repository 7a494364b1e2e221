"""Set-based writing for the billing run: whole batches from a temp table that the caller names."""

from __future__ import annotations

from typing import Any

from psycopg import sql

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


def lock_live_of(cursor: Any, customers: str) -> None:
    """Lock the live subscriptions of the customers in a table (customer_id), in key order, for this transaction."""
    cursor.execute(_named(_LOCK, customers=customers))


def move_charged_until(cursor: Any, moved: str) -> int:
    """Set up to where subscriptions are charged, from a table (subscription_id, charged_until); returns how many.

    It only moves forward. The days charged are rows of their own, so the move leaves no second trail; the database
    lets nothing else of a subscription change meanwhile.
    """
    cursor.execute("SELECT set_config('gigafibre.moving', 'charged_until', true)")
    cursor.execute(_named(_MOVE, moved=moved))
    count = int(cursor.rowcount)
    cursor.execute("SELECT set_config('gigafibre.moving', '', true)")
    return count


def _named(query: str, **tables: str) -> str:
    return sql.SQL(query).format(**{name: sql.Identifier(table) for name, table in tables.items()}).as_string()
