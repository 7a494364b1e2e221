"""Rows as an import brings them, for tests that need a few without a whole import."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import count
from typing import Any

from django.db import connection, transaction

from gigafibre.billing.models import Invoice, InvoiceLine, InvoiceTax, Tax
from gigafibre.kernel import clock

_numbers = count(700_001)
Line = tuple[Any, str, str]  # a subscription or None, words or a code, amount


def an_imported_invoice(
    customer: Any, on: date, *lines: Line, gst: str, qst: str, adjustment: str = "0", credit: bool = False
) -> Invoice:
    """Bring an issued invoice with its taxes as billed, as the importer does; a line without subscription is `CODE`."""
    number, before = next(_numbers), sum((Decimal(amount) for _, _, amount in lines), Decimal(adjustment))
    taxes = Decimal(gst) + Decimal(qst)
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL ROLE gigafibre_importer")
        made: Invoice = Invoice.objects.create(
            number=str(number),
            legacy_id=number,
            kind="credit_note" if credit else "invoice",
            state="issued",
            customer=customer,
            date=on,
            due_date=on,
            subtotal=before,
            tax_total=taxes,
            total=before + taxes,
            bill_name=customer.display_name,
            language="fr",
            issued_at=clock.now(),
        )
        for position, (subscription, words, amount) in enumerate(lines, 1):
            _line(made, position, amount, subscription, words, "recurring" if subscription else "one_time")
        if Decimal(adjustment):
            _line(made, len(lines) + 1, adjustment, None, "", "adjustment")
        for code, tax in (("GST", gst), ("QST", qst)):
            if Decimal(tax):
                InvoiceTax.objects.create(invoice=made, tax=Tax.objects.get(code=code), amount=tax)
        cursor.execute("RESET ROLE")
    return made


def _line(invoice: Invoice, position: int, amount: str, subscription: Any, words: str, kind: str) -> None:
    InvoiceLine.objects.create(
        invoice=invoice,
        position=position,
        kind=kind,
        subscription=subscription,
        sku=subscription.item.sku if subscription else words,
        description=words or "Ajustement (importation)",
        unit_price=amount,
        amount=amount,
        taxable=kind != "adjustment",
        revenue_account="4020",
    )
