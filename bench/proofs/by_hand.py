"""What customers owe on a day, computed by hand: plain Python over plain rows, in nothing like the run's own SQL.

Used by proofs only. It knows recurring lines with their dated changes, waiting charges and taxes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Any, NamedTuple

from django.db import connection

from gigafibre.billing.proration import due_periods, prorated, whole_price
from gigafibre.billing.taxes import Rate, taxes_on
from gigafibre.kernel.periods import Period, add_months

ZERO = Decimal("0.00")
LIVE = {"active", "suspended", "paused"}


class Line(NamedTuple):
    """A line as it should stand on the invoice."""

    subscription: int | None
    item: int | None
    amount: Decimal
    start: date | None
    end: date | None


@dataclass
class Document:
    """What one customer should get."""

    lines: list[Line] = field(default_factory=list)
    taxable: Decimal = ZERO
    taxes: dict[str, Decimal] = field(default_factory=dict)

    @property
    def subtotal(self) -> Decimal:
        """What the lines come to."""
        return sum((line.amount for line in self.lines), ZERO)

    @property
    def total(self) -> Decimal:
        """With taxes."""
        return self.subtotal + sum(self.taxes.values(), ZERO)


def everybody(on: date, *, catch_up: int = 12) -> dict[int, Document]:
    """Return what each customer should get on a day, by his id; who gets nothing is left out."""
    rates = _rates(on)
    known = {code for (code,) in rows("SELECT code FROM billing_taxcategory WHERE since <= %s", [on])}
    documents: dict[int, Document] = defaultdict(Document)
    categories = dict(rows("SELECT id, tax_category FROM crm_customer"))
    for row in _dicts("SELECT * FROM subscriptions_subscription ORDER BY id"):
        if row["state"] in LIVE and categories[row["customer_id"]] in known:
            for line, taxable in _lines_of(row, on, catch_up):
                _add(documents[row["customer_id"]], line, taxable=taxable)
    for row in _dicts("SELECT * FROM billing_pendingcharge WHERE withdrawn_at IS NULL AND line_id IS NULL"):
        if categories[row["customer_id"]] in known and row["not_before"] <= on:
            line = Line(row["subscription_id"], row["item_id"], row["amount"], None, None)
            _add(documents[row["customer_id"]], line, taxable=row["taxable"])
    for customer, document in documents.items():
        if document.taxable:
            found = taxes_on(document.taxable, rates.get(categories[customer], []))
            document.taxes = {tax.tax: tax.amount for tax in found}
    return {customer: document for customer, document in documents.items() if document.lines}


def _add(document: Document, line: Line, *, taxable: bool) -> None:
    document.lines.append(line)
    document.taxable += line.amount if taxable else ZERO


def _lines_of(row: dict[str, Any], on: date, catch_up: int) -> list[tuple[Line, bool]]:
    """Return the lines of one subscription; none when nothing is due or it can't be billed."""
    changes = _dicts(
        "SELECT * FROM subscriptions_subscriptionchange WHERE subscription_id = %s AND state = 'planned' "
        'ORDER BY "on", id',
        [row["id"]],
    )
    ends = min((day for day in [row["ends_on"], *_ends(changes)] if day), default=None)
    stopped = row["state"] == "paused" or (row["state"] == "suspended" and not row["charged_while_suspended"])
    if stopped or row["charged_until"] > on or (ends and ends <= row["charged_until"]):
        return []
    if (ends and row["started_on"] and ends <= row["started_on"]) or row["charged_until"] < _months_before(
        on, catch_up
    ):
        return []
    made: list[tuple[Line, bool]] = []
    charged: dict[tuple[Period, Decimal, int], list[tuple[int, Decimal]]] = {}
    for part, whole in due_periods(row["anchor"], row["interval_months"], row["charged_until"], on):
        for piece in _pieces(part, changes, ends):
            if _rests(row, changes, piece.start):
                continue
            item, price = _item_and_price(row, changes, piece.start)
            sold = _item(item)
            if price is None or not sold["account"]:
                return []
            cost = whole_price(price, row["quantity"])
            earlier = charged.setdefault((whole, cost, item), _charged_before(row["id"], whole, cost, part))
            days, billed = sum(days for days, _ in earlier), sum((amount for _, amount in earlier), ZERO)
            amount = prorated(cost, piece.days, whole.days, billed_days=days, billed=billed)
            earlier.append((piece.days, amount))
            made.append((Line(row["id"], item, amount, piece.start, piece.end), sold["taxable"]))
    return made


def _ends(changes: list[dict[str, Any]]) -> Iterator[date]:
    return (change["on"] for change in changes if change["kind"] == "end")


def _pieces(part: Period, changes: list[dict[str, Any]], ends: date | None) -> Iterator[Period]:
    """Cut some days wherever a change begins or ends, and stop at the end."""
    days = {part.start, part.end} | {d for c in changes if c["kind"] != "end" for d in (c["on"], c["until"]) if d}
    last = min(part.end, ends) if ends else part.end
    cuts = sorted(day for day in days | {last} if part.start <= day <= last)
    for start, end in pairwise(cuts):
        yield Period(start, end)


def _rests(row: dict[str, Any], changes: list[dict[str, Any]], day: date) -> bool:
    """Whether a change has it paused or suspended on a day: the last one that came says."""
    said = [c for c in changes if c["kind"] in {"pause", "suspend", "resume"} and c["on"] <= day]
    if not said:
        return False
    last = said[-1]
    if last["kind"] == "pause":
        return last["until"] is None or day < last["until"]
    return last["kind"] == "suspend" and not row["charged_while_suspended"]


def _item_and_price(row: dict[str, Any], changes: list[dict[str, Any]], day: date) -> tuple[int, Decimal | None]:
    """Return what it is on a day and what it costs: by the last change that came, else as it stands."""
    item, own = row["item_id"], row["price_override"]
    for change in changes:
        if change["on"] <= day and change["kind"] in {"item", "price"}:
            item = change["item_id"] or item
            own = change["price"]
    return item, own if own is not None else _price(item, day)


def _charged_before(subscription: int, whole: Period, cost: Decimal, part: Period) -> list[tuple[int, Decimal]]:
    """Return the days of a period that were charged at a price before, each with what they cost."""
    if part.start == whole.start:
        return []
    return rows(
        "SELECT upper(period) - lower(period), amount FROM billing_chargedperiod WHERE subscription_id = %s "
        "AND kind = 'recurring' AND whole = daterange(%s, %s) AND price = %s AND amount IS NOT NULL",
        [subscription, whole.start, whole.end, cost],
    )


_items: dict[int, dict[str, Any]] = {}
_prices: dict[int, list[tuple[Any, Decimal]]] = {}


def forget() -> None:
    """Read the catalogue anew: another database is looked at."""
    _items.clear()
    _prices.clear()


def _item(key: int) -> dict[str, Any]:
    if not _items:
        for row in _dicts(
            "SELECT i.*, a.number AS account FROM catalog_item i JOIN catalog_itemgroup g ON g.id = i.group_id "
            "LEFT JOIN ledger_account a ON a.number = g.revenue_account"
        ):
            _items[row["id"]] = row
    return _items[key]


def _price(item: int, day: date) -> Decimal | None:
    if not _prices:
        for key, days, price in rows("SELECT item_id, days, price FROM catalog_itemprice"):
            _prices.setdefault(key, []).append((days, price))
    return next((price for days, price in _prices.get(item, []) if day in days), None)


def _rates(on: date) -> dict[str, list[Rate]]:
    found: dict[str, list[Rate]] = defaultdict(list)
    for category, code, rate, compound in rows(
        "SELECT c.category_id, t.code, r.rate, r.compound FROM billing_categorytax c "
        "JOIN billing_tax t ON t.id = c.tax_id "
        "JOIN billing_taxrate r ON r.tax_id = t.id AND r.days @> %s::date WHERE c.days @> %s::date ORDER BY t.position",
        [on, on],
    ):
        found[category].append(Rate(tax=code, rate=rate, compound=compound))
    return found


def _months_before(day: date, months: int) -> date:
    return add_months(day, -months)


def rows(query: str, values: list[Any] | None = None) -> list[Any]:
    """Return the rows of a query."""
    with connection.cursor() as cursor:
        cursor.execute(query, values)
        return list(cursor.fetchall())


def _dicts(query: str, values: list[Any] | None = None) -> list[dict[str, Any]]:
    with connection.cursor() as cursor:
        cursor.execute(query, values)
        names = [column.name for column in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
