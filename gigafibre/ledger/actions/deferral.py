"""Deferred revenue becomes revenue when its month begins."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from django.db import connection

from gigafibre.kernel import clock, numbers
from gigafibre.kernel.money import Amount, cents, total
from gigafibre.kernel.registry import action
from gigafibre.kernel.text import Text
from gigafibre.ledger import queries
from gigafibre.ledger.actions.months import Month
from gigafibre.ledger.actions.posting import NOTHING, Line, post_entry
from gigafibre.ledger.errors import MonthAhead

# A part is earned on the first day of its month; one that came later, on its own day; never in a closed month.
_DUE = """
WITH locked AS (
  SELECT id, account_id, amount, greatest(month, deferred_on) AS day FROM ledger_deferredpart
  WHERE recognised_on IS NULL AND month <= %(month)s ORDER BY id FOR NO KEY UPDATE
), due AS (
  SELECT id, account_id, amount,
         CASE WHEN EXISTS (SELECT FROM ledger_closedmonth c WHERE c.month = date_trunc('month', day))
              THEN (SELECT (max(month) + interval '1 month')::date FROM ledger_closedmonth) ELSE day END AS day
  FROM locked
)
SELECT d.day, a.number, sum(d.amount), array_agg(d.id) FROM due d JOIN ledger_account a ON a.id = d.account_id
GROUP BY 1, 2 ORDER BY 1, 2
"""


@action(
    permission="ledger.post",
    label=Text("Constater les revenus du mois", "Recognise the month’s revenue"),
    fields={"month": Text("Mois", "Month")},
)
def recognise_month(month: Month) -> Amount:
    """Take what waited for a month, or an earlier one, from deferred revenue to revenue; returns how much.

    Once: what was recognised is not again, so doing it twice changes nothing.
    """
    first = date.fromisoformat(f"{month}-01")
    if first > clock.today():
        raise MonthAhead(month=month)
    with connection.cursor() as cursor:
        cursor.execute(_DUE, {"month": first})
        found = cursor.fetchall()
    by_day: dict[date, list[tuple[str, Decimal, list[int]]]] = {}
    for day, account, amount, ids in found:
        by_day.setdefault(day, []).append((account, amount, ids))
    deferred = queries.account_of("deferred_revenue")
    for day, parts in by_day.items():
        entry = _post(day, deferred, [(account, amount) for account, amount, _ in parts])
        with connection.cursor() as cursor:
            cursor.execute(
                "UPDATE ledger_deferredpart SET recognised_on = %s, entry_id = %s WHERE id = ANY(%s)",
                [day, entry, [key for _, _, ids in parts for key in ids]],
            )
    return cents(total(amount for _, _, amount, _ in found))


def _post(day: date, deferred: str, amounts: list[tuple[str, Decimal]]) -> int | None:
    """Post one day's recognition; nothing where its parts cancel out account by account."""
    moved = [(account, amount) for account, amount in amounts if amount]
    if not moved:
        return None
    net = total(amount for _, amount in moved)
    lines = [_side(deferred, net), *(_side(account, -amount) for account, amount in moved)]
    return post_entry(day, "recognition", numbers.take_one("journal"), lines, description=f"{day:%Y-%m}")


def _side(account: str, amount: Decimal) -> Line:
    """An amount on its side: more than nothing is a debit."""
    return Line(account, debit=max(amount, NOTHING), credit=max(-amount, NOTHING))
