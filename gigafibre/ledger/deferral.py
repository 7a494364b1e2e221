"""Deferred revenue: what is charged for more than a month is earned month by month, set-based, from temp tables.

    lines      customer_id bigint, subscription_id bigint, item_id bigint, account text, amount numeric, start date,
               upto date (half-open), credit boolean
    planned    document text, customer_id bigint, subscription_id bigint, item_id bigint, account text, revenue text,
               month date, amount numeric

The first month of a charge, and months begun before its document's day, are revenue at once; each later one waits on
the account of deferred revenue until it begins. A month's share is the charge ÷ its months (a last month that is cut
counts by its days), rounded; the last share takes the remainder. A credit first gives back what still waits of its
days, the last month first; only what is more than that reduces revenue. What it gives back carries the document that
charged it; what is newly charged has none until its document is numbered. Charges below nothing (a discount of three
months) are spread the same way, their signs turned.
"""

from __future__ import annotations

import datetime
from typing import Any

from psycopg import sql

from gigafibre.ledger.actions.posting import in_transaction

_SPREAD = """
INSERT INTO {planned} (customer_id, subscription_id, item_id, account, revenue, month, amount)
WITH line AS (
  SELECT *, row_number() OVER () AS key FROM {lines} WHERE NOT credit AND upto > start + interval '1 month'
), month AS (
  -- Weights without fractions, so that half a cent stays half a cent: days of the month that is cut, for each month.
  SELECT l.*, n, m.start AS first, CASE WHEN m.next > l.upto THEN l.upto - m.start
         ELSE coalesce(max(m.next - m.start) FILTER (WHERE m.next > l.upto) OVER (PARTITION BY l.key), 1) END AS weight
  FROM line l CROSS JOIN generate_series(0, 35) n
  CROSS JOIN LATERAL (SELECT (l.start + make_interval(months => n))::date AS start,
                             (l.start + make_interval(months => n + 1))::date AS next) m
  WHERE m.start < l.upto
), share AS (
  SELECT key, customer_id, subscription_id, item_id, account, amount, n, first AS start,
         round(amount * weight / sum(weight) OVER (PARTITION BY key), 2) AS share,
         n = max(n) OVER (PARTITION BY key) AS last
  FROM month
), part AS (
  SELECT *, CASE WHEN last THEN amount - (sum(share) OVER (PARTITION BY key) - share) ELSE share END AS earned
  FROM share
)
SELECT customer_id, subscription_id, item_id, account, account, date_trunc('month', start)::date, earned
FROM part WHERE n > 0 AND date_trunc('month', start) > %(on)s AND earned <> 0
"""

_LOCK = """
SELECT count(*) FROM (
  SELECT p.id FROM ledger_deferredpart p WHERE p.recognised_on IS NULL
    AND p.subscription_id IN (SELECT subscription_id FROM {lines} WHERE credit)
  ORDER BY p.id FOR NO KEY UPDATE) locked
"""

_RELEASE = """
INSERT INTO {planned} (document, customer_id, subscription_id, item_id, account, revenue, month, amount)
WITH credit AS (
  SELECT customer_id, subscription_id, max(account) AS revenue, min(start) AS start, max(upto) AS upto,
         abs(sum(amount)) AS amount, -sign(sum(amount)) AS sign
  FROM {lines} WHERE credit GROUP BY 1, 2 HAVING sum(amount) <> 0
), waiting AS (
  SELECT c.customer_id, c.subscription_id, c.revenue, c.amount AS credited, p.month, p.account_id, p.document, c.sign,
         max(p.item_id) AS item_id, c.sign * sum(p.amount) AS amount
  FROM credit c JOIN ledger_deferredpart p ON p.subscription_id = c.subscription_id AND p.recognised_on IS NULL
   AND p.month >= date_trunc('month', c.start) AND p.month < c.upto
  GROUP BY 1, 2, 3, 4, 5, 6, 7, 8 HAVING sum(p.amount) <> 0
), month AS (
  SELECT subscription_id, month, max(credited) AS credited, sum(amount) AS net,
         sum(sum(amount)) OVER (PARTITION BY subscription_id ORDER BY month DESC) - sum(amount) AS later
  FROM waiting GROUP BY 1, 2
), taken AS (
  SELECT subscription_id, month, net, least(net, credited - later) AS take FROM month WHERE credited > later
), part AS (
  SELECT w.*, t.net, t.take,
         row_number() OVER (PARTITION BY w.subscription_id, w.month
                            ORDER BY w.amount DESC, w.account_id, w.document) AS rank
  FROM waiting w JOIN taken t ON t.subscription_id = w.subscription_id AND t.month = w.month AND t.take > 0
), given AS (
  SELECT *, CASE WHEN take = net THEN amount WHEN rank = 1 THEN least(take, amount) ELSE 0 END AS given FROM part
)
SELECT g.document, g.customer_id, g.subscription_id, g.item_id, a.number, g.revenue, g.month, -g.sign * g.given
FROM given g JOIN ledger_account a ON a.id = g.account_id WHERE g.given <> 0
"""

_KEEP = """
INSERT INTO ledger_deferredpart
  (document, customer_id, subscription_id, item_id, account_id, month, amount, deferred_on)
SELECT p.document, p.customer_id, p.subscription_id, max(p.item_id), a.id, p.month, sum(p.amount), %(on)s
FROM {planned} p JOIN ledger_account a ON a.number = p.account
GROUP BY p.document, p.customer_id, p.subscription_id, a.id, p.month HAVING sum(p.amount) <> 0
ORDER BY p.document, p.subscription_id, p.month, a.id
"""


def plan(cursor: Any, lines: str, planned: str, on: datetime.date) -> None:
    """Put into `planned` what of some lines waits for its month, less than nothing where a credit gives it back.

    The posting takes each amount from the account `revenue` to the account of deferred revenue.
    """
    in_transaction()
    cursor.execute(_named(_SPREAD, lines=lines, planned=planned), {"on": on})
    cursor.execute(_named(_LOCK, lines=lines))
    cursor.execute(_named(_RELEASE, lines=lines, planned=planned))


def keep(cursor: Any, planned: str, on: datetime.date) -> int:
    """Write the schedule of what was posted on a day; returns how many parts."""
    in_transaction()
    cursor.execute(_named(_KEEP, planned=planned), {"on": on})
    return int(cursor.rowcount)


def _named(query: str, **tables: str) -> str:
    return sql.SQL(query).format(**{name: sql.Identifier(table) for name, table in tables.items()}).as_string()
