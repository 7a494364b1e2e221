"""One invoice or credit note, whole: as printed, what of it is open, and what changed since the one before."""

from __future__ import annotations

import datetime
import json
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db import connection

from gigafibre.billing.errors import NoSuchInvoice
from gigafibre.billing.queries.drafts import draft_version
from gigafibre.billing.queries.why import Neighbour, Why, why
from gigafibre.kernel import clock
from gigafibre.kernel.statements import Prepared
from gigafibre.ledger.queries import Applied, allocations_of, item

ZERO = Decimal("0.00")


@dataclass(frozen=True)
class Line:
    """A line as printed; the period is half-open. `credited` is what credit notes gave back of it."""

    position: int
    kind: str
    subscription: str | None
    sku: str
    description: str
    quantity: Decimal
    unit_price: Decimal
    amount: Decimal
    taxable: bool
    period_start: datetime.date | None
    period_end: datetime.date | None
    revenue_account: str
    credited: Decimal


@dataclass(frozen=True)
class LocationLines:
    """The lines of one service location; without a number, what belongs to none."""

    number: str
    label: str
    address: str
    lines: list[Line]


@dataclass(frozen=True)
class Tax:
    """A tax as billed."""

    code: str
    name_fr: str
    name_en: str
    rate: Decimal | None
    base: Decimal | None
    amount: Decimal


@dataclass(frozen=True)
class Settlement:
    """A document that paid this one (or that this credit paid), and how much."""

    number: str
    amount: Decimal
    date: datetime.date
    undone_on: datetime.date | None
    undone_because: str


@dataclass(frozen=True)
class InvoicePage:
    """An invoice or credit note; amounts as printed, positive on both; `version` is that of a draft's content."""

    id: int
    number: str
    version: str
    kind: str
    state: str
    customer: str
    customer_id: int
    customer_name: str
    bill_name: str
    bill_address: list[str]
    language: str
    date: datetime.date
    due_date: datetime.date
    issued_at: datetime.datetime | None
    run: datetime.date | None
    subtotal: Decimal
    tax_total: Decimal
    total: Decimal
    open: Decimal
    days_overdue: int
    po_number: str
    notes: str
    message: str
    imported: bool
    corrects: str | None
    corrected_by: list[Neighbour]
    locations: list[LocationLines]
    taxes: list[Tax]
    settlements: list[Settlement]
    written_off: Decimal
    previous: Neighbour | None
    next: Neighbour | None
    why: Why | None

    @property
    def creditable(self) -> Decimal:
        """What of an issued invoice may still be given back, taxes included."""
        if self.state != "issued" or self.kind != "invoice":
            return ZERO
        return self.total - sum((note.total for note in self.corrected_by), ZERO)

    @property
    def status(self) -> str:
        """The one word of the list: `draft`, `open`, `partly`, `overdue`, `paid`, `written_off`, `credit`, `used`."""
        if self.state == "draft":
            return "draft"
        if self.kind == "credit_note":
            return "credit" if self.open else "used"
        if not self.open:
            return "written_off" if self.written_off else "paid"
        if self.days_overdue:
            return "overdue"
        return "partly" if self.open < self.total else "open"


_HEADER = """
SELECT i.id, coalesce(i.number, 'DRAFT-' || i.id) AS number, i.kind, i.state, c.number AS customer,
       c.id AS customer_id, c.display_name AS customer_name, i.bill_name, i.bill_address, i.language, i.date,
       i.due_date, i.issued_at, r.date AS run, i.subtotal, i.tax_total, i.total, i.po_number, i.notes, i.message,
       i.legacy_id IS NOT NULL AS imported, o.number AS corrects
FROM billing_invoice i
JOIN crm_customer c ON c.id = i.customer_id
LEFT JOIN billing_billingrun r ON r.id = i.run_id
LEFT JOIN billing_invoice o ON o.id = i.corrects_id
"""
_OF_ISSUED, _OF_DRAFT = (
    Prepared(f"{_HEADER}WHERE i.number = %s"),
    Prepared(f"{_HEADER}WHERE i.id = %s AND i.state = 'draft'"),
)
_LINES = Prepared("""
SELECT l.position, l.kind, s.number, l.sku, l.description, l.quantity, l.unit_price, l.amount, l.taxable,
       l.period_start, l.period_end, l.revenue_account, coalesce(g.amount, 0.00), coalesce(p.number, ''),
       coalesce(p.label, ''), coalesce(concat_ws(', ', nullif(p.line1, ''), nullif(p.city, '')), '')
FROM billing_invoiceline l
LEFT JOIN subscriptions_subscription s ON s.id = l.subscription_id
LEFT JOIN crm_location p ON p.id = l.location_id
LEFT JOIN (SELECT c.credits_id, sum(c.amount) AS amount FROM billing_invoice n
           JOIN billing_invoiceline c ON c.invoice_id = n.id
           WHERE n.corrects_id = %(id)s AND n.state = 'issued' GROUP BY 1) g ON g.credits_id = l.id
WHERE l.invoice_id = %(id)s ORDER BY l.position
""")
_TAXES = Prepared("""
SELECT t.code, t.name_fr, t.name_en, x.rate, x.base, x.amount
FROM billing_invoicetax x JOIN billing_tax t ON t.id = x.tax_id WHERE x.invoice_id = %s ORDER BY t.position, x.id
""")
_WRITTEN_OFF = Prepared("""
SELECT coalesce(sum(CASE kind WHEN 'write_off' THEN amount ELSE -amount END), 0.00)
FROM billing_baddebt WHERE invoice_id = %s
""")
_CORRECTED_BY = Prepared(
    "SELECT number, date, total FROM billing_invoice WHERE corrects_id = %s AND state = 'issued' ORDER BY id"
)
_NEIGHBOURS = Prepared("""
(SELECT 'previous', number, date, total FROM billing_invoice
 WHERE customer_id = %(customer)s AND state = 'issued' AND kind = 'invoice' AND (date, id) < (%(date)s, %(id)s)
 ORDER BY date DESC, id DESC LIMIT 1)
UNION ALL
(SELECT 'next', number, date, total FROM billing_invoice
 WHERE customer_id = %(customer)s AND state = 'issued' AND kind = 'invoice' AND (date, id) > (%(date)s, %(id)s)
 ORDER BY date, id LIMIT 1)
""")
_LATEST = """
SELECT number FROM billing_invoice WHERE customer_id = %s AND state = 'issued' ORDER BY date DESC, id DESC LIMIT %s
"""


def invoice(number: str) -> InvoicePage:
    """Return an invoice or credit note by number (`DRAFT-12` for a draft), whole; raises NoSuchInvoice."""
    with connection.cursor() as cursor:
        header = _header(cursor, number)
        key, kind, date = header["id"], header["kind"], header["date"]
        cursor.execute(_LINES, {"id": key})
        locations = _by_location(cursor.fetchall())
        cursor.execute(_TAXES, [key])
        taxes = [Tax(*tax) for tax in cursor.fetchall()]
        cursor.execute(_WRITTEN_OFF, [key])
        written_off = cursor.fetchone()[0]
        cursor.execute(_CORRECTED_BY, [key])
        corrected_by = [Neighbour(*row) for row in cursor.fetchall()]
        cursor.execute(_NEIGHBOURS, {"customer": header["customer_id"], "date": date, "id": key})
        around = {which: Neighbour(*row) for which, *row in cursor.fetchall()}
    owed = item(kind, header["number"]) if header["state"] == "issued" else None
    still = owed.open if owed else ZERO
    late = (clock.today() - header["due_date"]).days if kind == "invoice" and still > 0 else 0
    applied = allocations_of(owed.id, undone=True) if owed else []
    return InvoicePage(
        **header,
        version=draft_version(key) if header["state"] == "draft" else "",
        open=still,
        days_overdue=max(late, 0),
        corrected_by=corrected_by,
        locations=locations,
        taxes=taxes,
        written_off=written_off,
        settlements=[_settlement(header["number"], one) for one in applied],
        previous=around.get("previous"),
        next=around.get("next"),
        why=why(key) if kind == "invoice" else None,
    )


def newest_issued() -> str | None:
    """Return the number of the newest issued invoice; None while there is none."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT number FROM billing_invoice WHERE state = 'issued' AND kind = 'invoice' ORDER BY id DESC LIMIT 1"
        )
        found = cursor.fetchone()
    return found[0] if found else None


def latest_documents(customer_id: int, *, limit: int) -> list[str]:
    """Return the numbers of a customer's latest issued documents, the newest first."""
    with connection.cursor() as cursor:
        cursor.execute(_LATEST, [customer_id, limit])
        return [row[0] for row in cursor.fetchall()]


def _header(cursor: Any, number: str) -> dict[str, Any]:
    draft = number.removeprefix("DRAFT-") if number.startswith("DRAFT-") else ""
    cursor.execute(*(_OF_DRAFT, [int(draft)]) if draft.isdecimal() else (_OF_ISSUED, [number]))
    row = cursor.fetchone()
    if row is None:
        raise NoSuchInvoice(invoice=number)
    header = dict(zip([column.name for column in cursor.description], row, strict=True))
    address = header["bill_address"]
    return header | {"bill_address": json.loads(address) if isinstance(address, str) else address}


def _by_location(rows: list[tuple[Any, ...]]) -> list[LocationLines]:
    found: dict[str, LocationLines] = {}
    for *line, number, label, address in rows:
        found.setdefault(number, LocationLines(number, label, address, [])).lines.append(Line(*line))
    return list(found.values())


def _settlement(number: str, applied: Applied) -> Settlement:
    other = applied.credit if applied.debit == number else applied.debit
    return Settlement(other, applied.amount, applied.date, applied.undone_on, applied.undone_because)
