"""What is different against the month before: by item group, by customer, in plain words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from gigafibre.kernel.money import format_money
from gigafibre.kernel.text import Text

KINDS = ("new", "gone", "price", "unusual")

#: An amount is unusual when it turned negative, or moved by more than half of what it was and by more than this.
UNUSUAL_DOLLARS = 50


@dataclass(frozen=True)
class GroupTotal:
    """An item group's part of a run and of the month before, in CAD before taxes."""

    code: str
    name_fr: str
    name_en: str
    lines: int
    amount: Decimal
    previous: Decimal

    @property
    def difference(self) -> Decimal:
        """How much more (or less) than the month before."""
        return self.amount - self.previous

    @property
    def percent(self) -> Decimal | None:
        """The same in percent, one decimal; None where there was nothing before."""
        return round(self.difference / abs(self.previous) * 100, 1) if self.previous else None


@dataclass(frozen=True)
class Kind:
    """How many customers differ in one way, and by how much before taxes."""

    kind: str
    customers: int
    amount: Decimal


@dataclass(frozen=True)
class Differences:
    """The four ways of being different from the month before."""

    since: date
    kinds: list[Kind]


@dataclass(frozen=True)
class Difference:
    """One customer who is billed differently: what he was billed, what he would be, and why in words."""

    customer: str
    name: str
    kind: str
    before: Decimal
    after: Decimal
    why: Text


# Last month: everything dated within the month before the day. A credit note counts as less.
_BEFORE = """
CREATE TEMP TABLE IF NOT EXISTS bill_before (
  customer_id bigint, subscription_id bigint, item_id bigint, kind text, description text, account text, amount numeric
) ON COMMIT DELETE ROWS;
DELETE FROM bill_before;
INSERT INTO bill_before
SELECT i.customer_id, l.subscription_id, l.item_id, l.kind, l.description, l.revenue_account,
       CASE i.kind WHEN 'credit_note' THEN -l.amount ELSE l.amount END
FROM billing_invoice i JOIN billing_invoiceline l ON l.invoice_id = i.id
WHERE i.date >= (%(date)s::date - interval '1 month')::date AND i.date < %(date)s::date AND i.state = 'issued';
ANALYZE bill_before;
"""
_GROUPS = """
WITH now AS (
  SELECT group_id, count(*) AS lines, sum(amount) AS amount FROM bill_line GROUP BY 1
), before AS (
  SELECT i.group_id, sum(b.amount) AS amount FROM bill_before b LEFT JOIN catalog_item i ON i.id = b.item_id GROUP BY 1
), both_months AS (
  SELECT coalesce(n.group_id, b.group_id) AS group_id, coalesce(n.lines, 0) AS lines,
         coalesce(n.amount, 0.00) AS amount, coalesce(b.amount, 0.00) AS previous
  FROM now n FULL JOIN before b ON coalesce(b.group_id, 0) = coalesce(n.group_id, 0)
)
SELECT coalesce(g.code, ''), coalesce(g.name_fr, 'Sans article'), coalesce(g.name_en, 'No item'), sum(m.lines)::int,
       sum(m.amount), sum(m.previous)
FROM both_months m LEFT JOIN catalog_itemgroup g ON g.id = m.group_id
GROUP BY g.id, 1, 2, 3, g.position HAVING sum(m.lines) > 0 OR sum(m.previous) <> 0
ORDER BY g.position NULLS LAST, 1
"""
_COMPARED = """
CREATE TEMP TABLE IF NOT EXISTS bill_compared (
  customer_id bigint PRIMARY KEY, before numeric, after numeric, kind text
) ON COMMIT DELETE ROWS;
DELETE FROM bill_compared;
INSERT INTO bill_compared
SELECT customer_id, before, after,
       CASE WHEN is_new THEN 'new' WHEN is_gone THEN 'gone'
            WHEN after < 0 OR (abs(after - before) > %(dollars)s AND abs(after - before) > abs(before) / 2)
              THEN 'unusual'
            WHEN after <> before THEN 'price' END
FROM (SELECT coalesce(n.customer_id, b.customer_id) AS customer_id, coalesce(b.amount, 0.00) AS before,
             coalesce(n.subtotal, 0.00) AS after, b.customer_id IS NULL AS is_new, n.customer_id IS NULL AS is_gone
      FROM bill_document n
      FULL JOIN (SELECT customer_id, sum(amount) AS amount FROM bill_before GROUP BY 1) b
        ON b.customer_id = n.customer_id) compared;
"""
_SUMMARY = "SELECT kind, count(*), sum(after - before) FROM bill_compared WHERE kind IS NOT NULL GROUP BY 1"
_DETAILS = """
SELECT k.customer_id, c.number, c.display_name, k.kind, k.before, k.after
FROM bill_compared k JOIN crm_customer c ON c.id = k.customer_id
WHERE k.kind = %(kind)s ORDER BY abs(k.after - k.before) DESC, c.number LIMIT %(limit)s
"""
# A promotion is told apart from the service it discounts, so that its end is seen.
_LINES = """
SELECT customer_id, coalesce(max(description) FILTER (WHERE later), max(description)), sum(before), sum(after), promoted
FROM (SELECT customer_id, subscription_id, description, amount AS before, 0.00 AS after, false AS later,
             kind = 'promotion' AS promoted FROM bill_before
      WHERE customer_id = ANY (%(customers)s)
      UNION ALL
      SELECT customer_id, subscription_id, description, 0.00, amount, true, kind = 'promotion' FROM bill_line
      WHERE customer_id = ANY (%(customers)s)) lines
GROUP BY customer_id, subscription_id, promoted, CASE WHEN subscription_id IS NULL OR promoted THEN description END
ORDER BY 1, abs(sum(after) - sum(before)) DESC, 2
"""


def group_totals(cursor: Any, on: date) -> list[GroupTotal]:
    """Return the totals per item group of what the scratch tables hold, against the month before."""
    cursor.execute(_BEFORE, {"date": on})
    cursor.execute(_GROUPS)
    return [GroupTotal(*row) for row in cursor.fetchall()]


def compare(cursor: Any, on: date, *, kind: str | None, limit: int) -> tuple[Differences, list[Difference]]:
    """Compare each customer's document with the month before; after `group_totals`, whose lines it reads."""
    cursor.execute(_COMPARED, {"dollars": UNUSUAL_DOLLARS})
    cursor.execute(_SUMMARY)
    found = {name: (count, amount) for name, count, amount in cursor.fetchall()}
    kinds = [Kind(name, *found.get(name, (0, Decimal("0.00")))) for name in KINDS]
    since = _month_before(cursor, on)
    if kind is None:
        return Differences(since, kinds), []
    cursor.execute(_DETAILS, {"kind": kind, "limit": limit})
    rows = cursor.fetchall()
    why = _explanations(cursor, [row[0] for row in rows])
    details = [
        Difference(number, name, which, before, after, why.get(customer, Text("", "")))
        for customer, number, name, which, before, after in rows
    ]
    return Differences(since, kinds), details


def _month_before(cursor: Any, on: date) -> date:
    cursor.execute("SELECT (%s::date - interval '1 month')::date", [on])
    found: date = cursor.fetchone()[0]
    return found


def _explanations(cursor: Any, customers: list[int]) -> dict[int, Text]:
    """Say in words what makes the difference: the two lines that weigh most, and how many more."""
    cursor.execute(_LINES, {"customers": customers})
    changed: dict[int, list[Text]] = {}
    for customer, description, before, after, promoted in cursor.fetchall():
        if before != after:
            words = _promotion_in_words if promoted else _line_in_words
            changed.setdefault(customer, []).append(words(description, before, after))
    return {customer: _joined(lines) for customer, lines in changed.items()}


def _promotion_in_words(description: str, before: Decimal, after: Decimal) -> Text:
    if before and not after:
        return Text(
            f"{description} : promotion terminée (+{format_money(-before, 'fr')})",
            f"{description}: promotion ended (+{format_money(-before, 'en')})",
        )
    return _line_in_words(description, before, after)


def _line_in_words(description: str, before: Decimal, after: Decimal) -> Text:
    if not before:
        sign = "+" if after > 0 else ""
        return Text(
            f"{description} : {sign}{format_money(after, 'fr')}", f"{description}: {sign}{format_money(after, 'en')}"
        )
    if not after:
        return Text(f"{description} : disparu", f"{description}: gone")
    return Text(
        f"{description} : {format_money(before, 'fr')} → {format_money(after, 'fr')}",
        f"{description}: {format_money(before, 'en')} → {format_money(after, 'en')}",
    )


def _joined(lines: list[Text]) -> Text:
    fr, en = ", ".join(line.fr for line in lines[:2]), ", ".join(line.en for line in lines[:2])
    more = len(lines) - 2
    return Text(f"{fr} et {more} de plus", f"{en} and {more} more") if more > 0 else Text(fr, en)
