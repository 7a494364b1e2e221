"""A second opinion on an import: every sum recomputed from both databases, by other means than the importer's.

The source is read row by row and added up in Python; nothing of the staging tables or of the importer's SQL is used.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from django.db import connection

from gigafibre.legacy.source import Source
from gigafibre.legacy.verify_traffic import traffic

MONTREAL = ZoneInfo("America/Toronto")
ZERO = Decimal(0)


@dataclass(frozen=True)
class Check:
    """One sum: what the source says, what stands here."""

    name: str
    source: Decimal
    here: Decimal

    @property
    def holds(self) -> bool:
        """Whether both say the same, to the cent."""
        return self.source == self.here


@dataclass
class Sums:
    """What the source adds up to."""

    invoices: int = 0
    invoiced: Decimal = ZERO
    payments: int = 0
    paid: Decimal = ZERO
    taxes: dict[tuple[str, int], Decimal] = field(default_factory=lambda: defaultdict(Decimal))
    balances: dict[int, Decimal] = field(default_factory=lambda: defaultdict(Decimal))
    live: int = 0


def verify(source: Source) -> list[Check]:
    """Return every check; an import is good when all of them hold."""
    sums = _of(source)
    here = _figures()
    checks = [
        Check("invoices", Decimal(sums.invoices), here["invoices"]),
        Check("invoiced", sums.invoiced, here["invoiced"]),
        Check("payments", Decimal(sums.payments), here["payments"]),
        Check("paid", sums.paid, here["paid"]),
        Check("owed", sums.invoiced - sums.paid, here["owed"]),
        Check("receivable_account", here["owed_to_us"], here["receivable"]),
        Check("live_subscriptions", Decimal(sums.live), here["live"]),
    ]
    taxes = _rows(TAXES)
    known = {(tax, int(year)): amount for tax, year, amount in taxes}
    for tax, year in sorted(set(sums.taxes) | set(known)):
        there = sums.taxes.get((tax, year), ZERO)
        checks.append(Check(f"{tax} {year}", there, known.get((tax, year), ZERO)))
    balances = {int(account): amount for account, amount in _rows(BALANCES)}
    apart = [
        account
        for account in set(sums.balances) | set(balances)
        if sums.balances.get(account, ZERO) != balances.get(account, ZERO)
    ]
    checks.append(Check("customers_whose_balance_differs", ZERO, Decimal(len(apart))))
    checks += [Check(name, there, kept) for name, there, kept in traffic(source)]
    return checks


def _of(source: Source) -> Sums:
    sums = Sums()
    final: dict[int, int] = {}
    for number, account, when, amount, status in _read(
        source, "invoice", "id", "account_id", "date_orig", "total_amt", "billing_status"
    ):
        if status != 1 or not account:
            continue
        final[number] = _year(when)
        sums.invoices += 1
        sums.invoiced += amount
        sums.balances[account] += amount
    kinds = {key: _tax(name, rate) for key, name, rate in _read(source, "tax", "id", "name", "rate")}
    for invoice, tax, amount in _read(source, "invoice_tax", "invoice_id", "tax_id", "amount"):
        if invoice in final and kinds.get(tax) and amount:
            sums.taxes[(kinds[tax], final[invoice])] += amount
    for account, amount in _read(source, "payment", "account_id", "amount"):
        if account and amount:
            sums.payments += 1
            sums.paid += amount
            sums.balances[account] -= amount
    products = {key for (key,) in _read(source, "product", "id")}
    places = {key for key, account in _read(source, "delivery", "id", "account_id") if account}
    today = int(datetime.now(UTC).timestamp())
    for place, product, status, months, until in _read(
        source, "service", "delivery_id", "product_id", "status", "payment_recurrence", "actif_until"
    ):
        ended = 0 < until < today and until != 2147483647 and _day(until) < _day(today)
        good = place in places and product in products and months in {1, 3, 6, 12}
        sums.live += status == 1 and good and not ended
    return sums


def _read(source: Source, table: str, *columns: str) -> Any:
    for chunk in source.rows(table, columns):
        yield from chunk


def _year(moment: int) -> int:
    return _day(moment).year if moment > 0 else 2000


def _day(moment: int) -> Any:
    return datetime.fromtimestamp(moment, MONTREAL).date()


def _tax(name: str, rate: Decimal) -> str:
    if name.upper().startswith("TVQ"):
        return "QST"
    return "GST" if name.upper().startswith("TPS") and rate > 0 else ""


def _rows(query: str) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(query)
        return list(cursor.fetchall())


def _figures() -> dict[str, Decimal]:
    return {name: Decimal(_rows(query)[0][0]) for name, query in FIGURES.items()}


FIGURES = {
    "invoices": "SELECT count(*) FROM billing_invoice WHERE legacy_id IS NOT NULL AND state = 'issued'",
    "invoiced": "SELECT coalesce(sum(CASE kind WHEN 'invoice' THEN total ELSE -total END), 0) FROM billing_invoice "
    "WHERE legacy_id IS NOT NULL AND state = 'issued'",
    "payments": "SELECT count(*) FROM payments_payment WHERE legacy_id IS NOT NULL",
    "paid": "SELECT coalesce(sum(amount), 0) FROM payments_payment WHERE legacy_id IS NOT NULL",
    "owed": "SELECT coalesce(sum(CASE side WHEN 'debit' THEN open ELSE -open END), 0) FROM ledger_openitem "
    "WHERE number ~ '^(PAY-L)?[0-9]+$'",
    "owed_to_us": "SELECT coalesce(sum(CASE side WHEN 'debit' THEN open ELSE -open END), 0) FROM ledger_openitem",
    "receivable": "SELECT coalesce(sum(l.debit - l.credit), 0) FROM ledger_journalline l "
    "JOIN ledger_account a ON a.id = l.account_id WHERE a.role = 'receivable'",
    "live": "SELECT count(*) FROM subscriptions_subscription WHERE legacy_id IS NOT NULL AND state <> 'cancelled'",
}
TAXES = """
SELECT x.code, extract(year FROM v.date), sum(CASE v.kind WHEN 'invoice' THEN t.amount ELSE -t.amount END)
FROM billing_invoicetax t JOIN billing_tax x ON x.id = t.tax_id JOIN billing_invoice v ON v.id = t.invoice_id
WHERE v.legacy_id IS NOT NULL AND v.state = 'issued' GROUP BY 1, 2
"""
BALANCES = """
SELECT c.legacy_id, sum(CASE o.side WHEN 'debit' THEN o.open ELSE -o.open END)
FROM ledger_openitem o JOIN crm_customer c ON c.id = o.customer_id
WHERE c.legacy_id IS NOT NULL AND o.number ~ '^(PAY-L)?[0-9]+$' GROUP BY 1
"""
