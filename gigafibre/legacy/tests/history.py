"""Documents as an import leaves them, made by hand: issued elsewhere, with the taxes that were billed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import count
from typing import Any

from django.db import connection

from gigafibre.billing.models import Invoice, InvoiceLine, InvoiceTax, Tax
from gigafibre.kernel import clock
from gigafibre.kernel.periods import period_of

_ids = count(1)


@dataclass(frozen=True)
class Billed:
    """A line as it was billed: of a service for the month of the invoice, or by itself when there is none."""

    amount: str
    service: Any = None
    words: str = "Article"
    taxable: bool = True
    kind: str = ""
    item: Any = None


def imported(customer: Any, on: date, lines: Sequence[Billed], gst: str = "0", qst: str = "0", **more: Any) -> Invoice:
    """Return an imported document of a day whose total is what its lines and taxes come to."""
    key = next(_ids)
    subtotal, taxes = sum(Decimal(line.amount) for line in lines), Decimal(gst) + Decimal(qst)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_current_xact_id()::text::bigint")
        xid = cursor.fetchone()[0]
    invoice = Invoice.objects.create(
        number=str(key), legacy_id=key, customer=customer, date=on, due_date=on, subtotal=subtotal, tax_total=taxes,
        total=subtotal + taxes, bill_name="x", language="fr", state="issued", issued_at=clock.now(), issued_xid=xid,
        **more,
    )  # fmt: skip
    for position, line in enumerate(lines, 1):
        service = line.service
        item = line.item or (service and service.item)
        days = period_of(on.replace(day=1), service.interval_months, on) if service else None
        start, end = (days.start, days.end) if days else (None, None)
        InvoiceLine.objects.create(
            invoice=invoice, position=position, kind=line.kind or ("recurring" if service else "one_time"),
            subscription=service, item=item, sku=item.sku if item else "",
            description=line.words, unit_price=line.amount, amount=line.amount, taxable=line.taxable,
            revenue_account="4020", period_start=start, period_end=end,
        )  # fmt: skip
    for code, amount in (("GST", gst), ("QST", qst)):
        if Decimal(amount):
            InvoiceTax.objects.create(invoice=invoice, tax=Tax.objects.get(code=code), amount=amount)
    return invoice
