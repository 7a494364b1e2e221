"""Who is billed: the name, address, language and taxes that a document freezes."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from decimal import Decimal

from django.db import connection

from gigafibre.billing.errors import UnknownTaxCategory
from gigafibre.billing.taxes import Rate
from gigafibre.crm.errors import NoSuchCustomer
from gigafibre.kernel.statements import Prepared
from gigafibre.kernel.text import Text


@dataclass(frozen=True)
class BillTo:
    """A customer as a document addresses him; `consumer` is a person and no company."""

    id: int
    number: str
    name: str
    address: list[str]
    language: str
    tax_category: str
    consumer: bool


@dataclass(frozen=True)
class TaxDue:
    """A tax a category pays on a day: its key, the account it is owed on, and its rate."""

    id: int
    account: str
    rate: Rate


@dataclass(frozen=True)
class Relief:
    """A tax that a certificate spares a customer, everywhere or at one location (by key)."""

    location_id: int | None
    tax_id: int
    tax: str
    exemption_id: int
    treatment: str

    def spares(self, location_id: int | None) -> bool:
        """Whether it counts for a line at a location."""
        return self.location_id is None or self.location_id == location_id


_BILL_TO = Prepared("""
SELECT id, number, display_name,
       array_remove(ARRAY[nullif(line1, ''), nullif(line2, ''),
         nullif(concat_ws(' ', nullif(city, ''), nullif(province, ''), nullif(postal_code, '')), '')], NULL),
       language, tax_category, kind = 'individual'
FROM crm_customer WHERE number = %(number)s OR id = %(id)s
""")
_TAXES = Prepared("""
SELECT t.id, a.number, t.code, r.rate, r.compound
FROM billing_taxcategory k
LEFT JOIN billing_categorytax c ON c.category_id = k.code AND c.days @> %(on)s::date
LEFT JOIN billing_tax t ON t.id = c.tax_id
LEFT JOIN billing_taxrate r ON r.tax_id = t.id AND r.days @> %(on)s::date
LEFT JOIN ledger_account a ON a.role = t.account_role
WHERE k.code = %(category)s AND k.since <= %(on)s ORDER BY t.position
""")

_RELIEFS = Prepared("""
SELECT e.location_id, t.id, t.code, e.id, e.treatment
FROM billing_taxexemption e
JOIN billing_exemptedtax x ON x.exemption_id = e.id JOIN billing_tax t ON t.id = x.tax_id
WHERE e.customer_id = %(customer)s AND e.days @> %(on)s ORDER BY e.location_id NULLS LAST, e.id
""")


def payer_of(customer_id: int) -> tuple[int, str]:
    """Return who pays for a customer, by key: his parent account or himself, as key and number."""
    with connection.cursor() as cursor:
        cursor.execute(
            Prepared(
                "SELECT p.id, p.number FROM crm_customer c JOIN crm_customer p ON p.id = coalesce(c.parent_id, c.id) "
                "WHERE c.id = %s"
            ),
            [customer_id],
        )
        found: tuple[int, str] | None = cursor.fetchone()
    if found is None:
        raise NoSuchCustomer(number=customer_id)
    return found


def reliefs_of(customer_id: int, on: datetime.date) -> list[Relief]:
    """Return what a customer's certificates spare him on a day, those of one location first."""
    with connection.cursor() as cursor:
        cursor.execute(_RELIEFS, {"customer": customer_id, "on": on})
        return [Relief(*row) for row in cursor.fetchall()]


def bill_to(number: str) -> BillTo:
    """Return who is billed, by customer number, or refuse."""
    return _bill_to(number=number)


def bill_to_id(customer_id: int) -> BillTo:
    """Return who is billed, by key."""
    return _bill_to(customer_id=customer_id)


def delivery_of(number: str) -> str:
    """Return how a customer gets his invoices: `email`, `paper` or `both`."""
    with connection.cursor() as cursor:
        cursor.execute(Prepared("SELECT invoice_delivery FROM crm_customer WHERE number = %s"), [number])
        row = cursor.fetchone()
    if row is None:
        raise NoSuchCustomer(number=number)
    return str(row[0])


def tax_name(tax_id: int) -> Text:
    """Return what a tax is called, by key."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT name_fr, name_en FROM billing_tax WHERE id = %s", [tax_id])
        return Text(*cursor.fetchone())


def _bill_to(*, number: str | None = None, customer_id: int | None = None) -> BillTo:
    with connection.cursor() as cursor:
        cursor.execute(_BILL_TO, {"number": number, "id": customer_id})
        row = cursor.fetchone()
    if row is None:
        raise NoSuchCustomer(number=number or customer_id)
    return BillTo(*row)


def taxes_due(category: str, on: datetime.date) -> list[TaxDue]:
    """Return the taxes of a category on a day; refuses one that is unknown, or lacks a rate or an account."""
    with connection.cursor() as cursor:
        cursor.execute(_TAXES, {"category": category, "on": on})
        rows = cursor.fetchall()
    if not rows or any(tax is not None and (rate is None or account is None) for tax, account, _, rate, _ in rows):
        raise UnknownTaxCategory(category=category, date=on)
    return [
        TaxDue(tax, account, Rate(code, Decimal(rate), compound))
        for tax, account, code, rate, compound in rows
        if tax is not None
    ]
