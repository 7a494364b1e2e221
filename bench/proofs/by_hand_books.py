"""What documents do to the books, computed by hand: postings, revenue that waits for its month, credit that pays.

Plain Python over what `by_hand.py` computed and the rows that were there before; it calls nothing of the platform.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, NamedTuple

from bench.proofs.by_hand import Document, Line, Row, dicts, rows
from bench.proofs.by_hand_days import ZERO, Days, months_later, rounded

Postings = dict[str, Decimal]
Parts = dict[tuple[int, date], Decimal]  # subscription and month


class Books(NamedTuple):
    """What one payer's document leaves: postings (credits above nothing), waiting revenue gained, what stays open."""

    postings: Postings
    waits: Parts
    open: list[tuple[str, Decimal]]


class Before:
    """What was in the books before the day's documents."""

    def __init__(self, on: date) -> None:
        self.on = on
        self.roles = dict(rows("SELECT role, number FROM ledger_account WHERE role <> ''"))
        self.taxes = dict(rows("SELECT code, account_role FROM billing_tax"))
        self.items: dict[int, list[Row]] = defaultdict(list)
        for row in dicts("SELECT * FROM ledger_openitem WHERE open > 0 ORDER BY id"):
            self.items[row["customer_id"]].append(row)
        self.last = rows("SELECT coalesce(max(id), 0) FROM ledger_openitem")[0][0]
        self.waiting: dict[int, Parts] = defaultdict(lambda: defaultdict(lambda: ZERO))
        for row in dicts("SELECT * FROM ledger_deferredpart WHERE recognised_on IS NULL"):
            self.waiting[row["subscription_id"]][row["subscription_id"], row["month"]] += row["amount"]

    def after(self, document: Document) -> Postings:
        """Return what a document posts before any revenue waits: each line and tax to its account."""
        posted: Postings = defaultdict(lambda: ZERO)
        for line in document.lines:
            posted[line.account] += line.amount
        for tax, amount in document.taxes.items():
            posted[self.roles[self.taxes[tax]]] += amount
        posted[self.roles["receivable"]] -= document.total
        return posted


def books(before: Before, payer: int, document: Document) -> Books:
    """Return what a document does to the books."""
    posted = before.after(document)
    waits: Parts = defaultdict(lambda: ZERO)
    given_back: dict[int, list[Line]] = defaultdict(list)
    for line in document.lines:
        if line.subscription is None or line.account == before.roles["tax_911"] or not (line.start and line.end):
            continue
        if line.kind == "credit":
            given_back[line.subscription].append(line)
        elif line.end > months_later(line.start, 1):
            for month, share in _later(line.amount, Days(line.start, line.end), before.on):
                waits[line.subscription, month] += share
                posted[line.account] -= share
                posted[before.roles["deferred_revenue"]] += share
    for subscription, lines in given_back.items():
        account = max(line.account for line in lines)
        for month, given in _given_back(before.waiting[subscription], lines):
            waits[subscription, month] -= given
            posted[account] += given
            posted[before.roles["deferred_revenue"]] -= given
    return Books(_kept(posted), _kept(waits), _paid(before, payer, document.total))


def _later(amount: Decimal, days: Days, on: date) -> list[tuple[date, Decimal]]:
    """Spread a charge over its months from its first day on; returns what waits for months to come."""
    weights, starts = [], []
    n = 0
    while (start := months_later(days.start, n)) < days.end:
        after = months_later(days.start, n + 1)
        starts.append(start)
        weights.append(Fraction(1) if after <= days.end else Fraction((days.end - start).days, (after - start).days))
        n += 1
    shares = [rounded(Fraction(amount) * weight / sum(weights)) for weight in weights[:-1]]
    shares.append(amount - sum(shares, ZERO))
    months = [start.replace(day=1) for start in starts]
    return [(m, share) for n, (m, share) in enumerate(zip(months, shares, strict=True)) if n and m > on]


def _given_back(waiting: Parts, lines: list[Line]) -> list[tuple[date, Decimal]]:
    """Take from what waits of the days credited, the last month first, no more than is credited."""
    left = -sum((line.amount for line in lines), ZERO)
    first = min(line.start for line in lines if line.start).replace(day=1)
    after = max(line.end for line in lines if line.end)
    given = []
    for (_, month), amount in sorted(waiting.items(), reverse=True):
        if first <= month < after and left > 0:
            given.append((month, min(amount, left)))
            left -= given[-1][1]
    return given


def _paid(before: Before, payer: int, total: Decimal) -> list[tuple[str, Decimal]]:
    """Let all open credit pay all debts, what is due first before the rest; returns what each item leaves open."""
    kind = "credit_note" if total < 0 else "invoice"
    new = {"side": "debit" if total > 0 else "credit", "kind": kind, "number": "new", "open": abs(total)}
    items = [dict(row) for row in before.items[payer]]
    if total:
        items.append({**new, "date": before.on, "due_date": date.max if total > 0 else None, "id": 10**9})
    owed = sorted(
        (i for i in items if i["side"] == "debit"), key=lambda i: (i["due_date"] or i["date"], i["date"], i["id"])
    )
    money = sorted((i for i in items if i["side"] == "credit"), key=lambda i: (i["date"], i["id"]))
    for credit in money:
        for debt in owed:
            paid = min(credit["open"], debt["open"])
            credit["open"] -= paid
            debt["open"] -= paid
    return sorted((str(item["number"]), item["open"]) for item in items)


def _kept(amounts: dict[Any, Decimal]) -> dict[Any, Decimal]:
    return {key: amount for key, amount in amounts.items() if amount}


def untouched(before: Before, customer: int) -> Books:
    """Return what who gets no document keeps: nothing pays anything."""
    return Books({}, {}, sorted((row["number"], row["open"]) for row in before.items[customer]))


def found(before: Before) -> dict[int, Books]:
    """Read from the database what was really done since."""
    posted: dict[int, Postings] = defaultdict(dict)
    for payer, account, amount in rows(_POSTED):
        posted[payer][account] = amount
    waits: dict[int, Parts] = defaultdict(dict)
    for payer, subscription, month, amount in rows(_WAITS, [before.on]):
        waits[payer][subscription, month] = amount
    opened: dict[int, list[tuple[str, Decimal]]] = defaultdict(list)
    known = {row["id"] for items in before.items.values() for row in items}
    for row in dicts("SELECT * FROM ledger_openitem WHERE id > %s OR id = ANY(%s)", [before.last, list(known)]):
        opened[row["customer_id"]].append((row["number"] if row["id"] in known else "new", row["open"]))
    payers = posted.keys() | waits.keys() | opened.keys()
    return {payer: Books(posted[payer], waits[payer], sorted(opened[payer])) for payer in payers}


_POSTED = """
SELECT i.customer_id, a.number, sum(l.credit - l.debit)
FROM billing_invoice i JOIN ledger_journalentry e ON e.document = i.number AND e.kind = i.kind
JOIN ledger_journalline l ON l.entry_id = e.id JOIN ledger_account a ON a.id = l.account_id
WHERE i.run_id IS NOT NULL GROUP BY 1, 2 HAVING sum(l.credit - l.debit) <> 0
"""
_WAITS = """
SELECT customer_id, subscription_id, month, sum(amount) FROM ledger_deferredpart WHERE deferred_on = %s
GROUP BY 1, 2, 3 HAVING sum(amount) <> 0
"""
