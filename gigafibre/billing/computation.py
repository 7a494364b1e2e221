"""What is due on a day, computed once for all: previews read it, issuing writes it down.

The computation is SQL over the session's own scratch tables (`sql/scratch.sql`); it writes no other row.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any

from django.db import connection

from gigafibre.billing import settings as _declared  # noqa: F401  declares what is read below
from gigafibre.billing.municipal_tax import tariff
from gigafibre.billing.scripts import Scratch, Script, are_few
from gigafibre.kernel import settings
from gigafibre.kernel.statements import Prepared
from gigafibre.subscriptions import bulk as subscriptions

#: How far from the day a run may charge months: a year caught up, a year in advance.
AHEAD = timedelta(days=366 * 2)

_SCRATCH = Scratch.of("scratch.sql", largest="bill_line")
_COMPUTE = Script.of("compute_rates.sql", "compute_due.sql", "compute_lines.sql", "compute_outcomes.sql")
_PROMOTE = Script.of("compute_promotions.sql")
_LEVY = Script.of("compute_levies.sql")
_TOTALS = Script.of("compute_charges.sql", "compute_taxes.sql")
# The same statements one by one, for who fills the scratch tables with other rows than what is due.
_RATES = Script.of("compute_rates.sql")
_PRICE = Script.of("compute_lines.sql")
_TAX = Script.of("compute_taxes.sql")
_EVERYBODY = """
INSERT INTO bill_scope
SELECT coalesce(c.parent_id, c.id) FROM (
  SELECT customer_id FROM subscriptions_subscription WHERE state IN ('active', 'suspended', 'paused')
  UNION
  SELECT customer_id FROM billing_pendingcharge WHERE line_id IS NULL AND withdrawn_at IS NULL) due
JOIN crm_customer c ON c.id = due.customer_id
GROUP BY 1
"""
# A child that stands in the scope itself was there before it had a parent: the parent's document has its lines.
_MEMBERS = Prepared("""
INSERT INTO bill_member
SELECT c.id, c.id, NULL FROM bill_scope s JOIN crm_customer c ON c.id = s.customer_id WHERE c.parent_id IS NULL
UNION ALL
SELECT c.id, p.id, CASE WHEN c.tax_category <> p.tax_category THEN 'payer_taxed_elsewhere' END
FROM crm_customer c JOIN crm_customer p ON p.id = c.parent_id
WHERE c.parent_id IS NOT NULL AND c.parent_id IN (SELECT customer_id FROM bill_scope)
ON CONFLICT DO NOTHING
""")
# Promotions of what is billed that are not over yet.
_PROMOTIONS = Prepared("""
INSERT INTO bill_promotion
SELECT p.id, p.subscription_id, p.since, least(p.until, p.withdrawn_on), p.cycles, p.amount, p.percent,
       CASE c.language WHEN 'en' THEN p.words_en ELSE p.words_fr END,
       row_number() OVER (PARTITION BY p.subscription_id ORDER BY p.id)
FROM bill_subscription s
JOIN bill_customer c ON c.customer_id = s.customer_id
JOIN subscriptions_promotion p ON p.subscription_id = s.id
WHERE s.outcome = 'billed' AND (least(p.until, p.withdrawn_on) > s.charged_until) IS NOT FALSE
""")
_WAITING = Prepared("""
SELECT count(*) FROM (
  SELECT p.id FROM billing_pendingcharge p
  WHERE p.line_id IS NULL AND p.withdrawn_at IS NULL AND p.customer_id IN (SELECT customer_id FROM bill_member)
  ORDER BY p.id FOR NO KEY UPDATE) locked
""")


def compute(
    cursor: Any, on: date, *, customers: Iterable[int] | None = None, only: Sequence[int] | None = None
) -> None:
    """Fill the scratch tables with what is due on a day, for some customers or all, for some subscriptions or all.

    Inside a transaction; the tables keep their rows until the next computation clears them.
    """
    prepare(cursor)
    if customers is None:
        cursor.execute(_EVERYBODY)
    else:
        cursor.execute("INSERT INTO bill_scope SELECT DISTINCT unnest(%s::bigint[])", [list(customers)])
    fill(cursor, on, only=only)


def prepare(cursor: Any) -> None:
    """Make the scratch tables where this session has none, and empty them."""
    if not connection.in_atomic_block:
        raise RuntimeError("compute inside a transaction: the scratch tables live as long as it")
    _SCRATCH.clear(cursor)


def lock(cursor: Any) -> None:
    """Lock the live subscriptions and what waits for those in `bill_scope`, in key order: whoever bills next waits.

    A customer whose services have ended has no subscription to lock, and two who bill him at once would both take it.
    """
    _members(cursor)
    subscriptions.lock_live_of(cursor, "bill_member")
    cursor.execute(_WAITING)


def _members(cursor: Any) -> bool:
    """Add whom those of `bill_scope` pay for; returns whether they are few."""
    if not are_few(cursor, "bill_scope"):
        cursor.execute("ANALYZE bill_scope")
    cursor.execute(_MEMBERS)
    few = are_few(cursor)
    if not few:
        cursor.execute("ANALYZE bill_member")
    return few


def fill(cursor: Any, on: date, *, only: Sequence[int] | None = None, charges: Sequence[int] | None = None) -> None:
    """Compute what is due for the customers already in `bill_scope`; `charges` are billed whatever their day."""
    told = settings.many("billing.catch_up_months", "billing.municipal_tax_911")
    values: dict[str, Any] = {
        "date": on,
        "catch_up": told["billing.catch_up_months"],
        "only": None if only is None else list(only),
        "charges": None if charges is None else list(charges),
    }
    few = _members(cursor)
    _COMPUTE.run(cursor, values, few=few)
    cursor.execute(_PROMOTIONS)
    if cursor.rowcount:
        cursor.execute("SELECT max(turn) FROM bill_promotion")
        for turn in range(1, cursor.fetchone()[0] + 1):
            _PROMOTE.run(cursor, {"turn": turn}, few=few)
    since, until, amounts = tariff(told["billing.municipal_tax_911"])
    if any(since[n] <= on + AHEAD and on - AHEAD < until[n] for n in range(len(since))):
        levied = {"date": on, "levy_since": since, "levy_until": until, "levy_amounts": amounts}
        _LEVY.run(cursor, levied, few=few)
    _TOTALS.run(cursor, values, few=few)


def rates_on(cursor: Any, day: date) -> None:
    """Add the taxes of every category on a day to `bill_rate`."""
    _RATES.run(cursor, {"date": day}, few=False)


def price(cursor: Any) -> None:
    """Price whatever segments stand in the scratch tables, as a run prices what is due."""
    _PRICE.run(cursor, {}, few=False)


def tax(cursor: Any) -> None:
    """Tax and add up whatever lines stand in the scratch tables, as a run does its own."""
    _TAX.run(cursor, {}, few=False)
