"""The paper of an invoice: filled from rows as of its day, made once, stored by content, never made again silently."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db import connection

from gigafibre.billing import letterhead
from gigafibre.billing.documents.credit_note_document import CreditNoteDocument
from gigafibre.billing.documents.invoice_document import (
    AccountSummary,
    ChargeLine,
    InvoiceDocument,
    LocationCharges,
    Movement,
    TaxLine,
)
from gigafibre.billing.documents.pay_link import pay_link
from gigafibre.billing.documents.render import render
from gigafibre.billing.letterhead import Letterhead
from gigafibre.billing.models import InvoiceDocument as StoredDocument
from gigafibre.billing.queries.invoices import InvoicePage, Line, invoice, newest_issued
from gigafibre.billing.why import in_lines
from gigafibre.kernel import files
from gigafibre.kernel.context import doing
from gigafibre.kernel.documents.wording import Language
from gigafibre.kernel.periods import Period
from gigafibre.kernel.rows import add, follow, one

ZERO = Decimal("0.00")


@dataclass(frozen=True)
class Paper:
    """A PDF, the name it is saved under, and the SHA-256 of its bytes."""

    content: bytes
    name: str
    sha256: str


def paper(number: str) -> Paper:
    """Return the PDF of an invoice or credit note: the stored one, made on first demand; a draft's is not stored."""
    page = invoice(number)
    if page.state == "draft":
        return Paper(render(document_of(page)), f"{page.number}.pdf", "")
    found = files.read(_kept(page).file)
    return Paper(found.content, found.name, found.sha256)


def stored(number: str) -> StoredDocument:
    """Return the row of an issued document's PDF, made on first demand."""
    return _kept(invoice(number))


def _kept(page: InvoicePage) -> StoredDocument:
    kept = one(StoredDocument, invoice_id=page.id)
    return follow(kept, "file") if kept else _made(page)


def _made(page: InvoicePage) -> StoredDocument:
    content = render(document_of(page))
    with doing("billing.make_document"):
        with connection.cursor() as cursor:
            # Two who ask at the same moment: the second waits, then finds the first one's.
            cursor.execute("SELECT pg_advisory_xact_lock(20260103, %s)", [page.id % 2**31])
        earlier = one(StoredDocument, invoice_id=page.id)
        if earlier is not None:
            return follow(earlier, "file")
        return add(StoredDocument(invoice_id=page.id, file=files.store(content, f"{page.number}.pdf")))


def document_of(page: InvoicePage, *, of_today: bool = False) -> InvoiceDocument | CreditNoteDocument:
    """Fill the document that is printed from an invoice's rows and the letterhead it was issued with, or of today."""
    language: Language = "en" if page.language == "en" else "fr"
    frozen = letterhead.of_today() if of_today else letterhead.of_invoice(page.id)
    common: dict[str, Any] = {
        "provider": letterhead.provider(frozen, language),
        "language": language,
        "customer": (page.bill_name, *page.bill_address[:6]),
        "account_number": page.customer,
        "number": "" if page.state == "draft" else page.number,
        "issued_on": page.date,
        "groups": tuple(
            LocationCharges(
                location=", ".join(filter(None, (g.label, g.address))), lines=_charges(g.lines, page.imported)
            )
            for g in page.locations
            if g.number
        ),
        "other": tuple(line for g in page.locations if not g.number for line in _charges(g.lines, page.imported)),
        "subtotal": page.subtotal,
        "taxes": _taxes(page, frozen, language),
        "total": page.total,
        "messages": tuple(filter(None, (page.message,))),
        "draft": page.state == "draft",
        "verbatim": page.imported,
    }
    if page.kind == "credit_note":
        corrected = invoice(page.corrects).date if page.corrects else None
        applied = sum((s.amount for s in page.settlements if s.undone_on is None), ZERO)
        return CreditNoteDocument(
            **common,
            corrects_number=page.corrects or "",
            corrects_issued_on=corrected or page.date,
            reason=page.notes,
            applied=applied,
        )
    summary = _summary(page)
    base = frozen["pay_url"]
    return InvoiceDocument(
        **common,
        due_on=page.due_date,
        amount_due=page.total + (summary.remaining if summary else ZERO),
        purchase_order=page.po_number,
        summary=summary,
        change_explanation=_explained(page, frozen, language),
        pay_link=pay_link(base, invoice=page.number, issued_on=page.date) if base and page.state == "issued" else None,
    )


def _explained(page: InvoicePage, frozen: Letterhead, language: Language) -> str:
    """Say why the total differs notably from the invoice before, in a few lines; else nothing."""
    notable = letterhead.explain_from(frozen)
    if page.why is None or page.why.previous is None or notable is None or abs(page.why.difference) < notable:
        return ""
    return in_lines(page.why.reasons, language) if page.why.difference else ""


# The former system wrote some periods into the words of a line.
_SAYS_ITS_DAYS = re.compile(r"\([^)]*\d[^)]*\)\s*$")


def _charges(lines: list[Line], imported: bool) -> tuple[ChargeLine, ...]:
    return tuple(
        ChargeLine(
            description=line.description,
            amount=line.amount,
            period=_days_of(line, imported),
            quantity=line.quantity,
            unit_price=line.unit_price,
        )
        for line in lines
    )


def _days_of(line: Line, imported: bool) -> Period | None:
    if line.period_start is None or line.period_end is None:
        return None
    return None if imported and _SAYS_ITS_DAYS.search(line.description) else Period(line.period_start, line.period_end)


def _taxes(page: InvoicePage, frozen: Letterhead, language: Language) -> tuple[TaxLine, ...]:
    return tuple(
        TaxLine(
            name=tax.name_en if language == "en" else tax.name_fr,
            rate=tax.rate,
            registration=letterhead.registration(frozen, tax.code),
            amount=tax.amount,
        )
        for tax in page.taxes
    )


# By the days of the documents in the account; of invoices of one day, those numbered before this one.
_BALANCE = """
SELECT coalesce(sum(CASE side WHEN 'debit' THEN amount ELSE -amount END), 0)
FROM ledger_openitem WHERE customer_id = %(customer)s AND date <= %(since)s
  AND NOT (kind = 'invoice' AND number IN (
    SELECT number FROM billing_invoice WHERE customer_id = %(customer)s AND date = %(since)s AND id >= %(id)s))
"""
_MOVEMENTS = """
SELECT kind, date, sum(CASE side WHEN 'debit' THEN amount ELSE -amount END)
FROM ledger_openitem WHERE customer_id = %(customer)s AND date > %(since)s AND date <= %(until)s
  AND NOT (kind = 'invoice' AND number IN (
    SELECT number FROM billing_invoice WHERE customer_id = %(customer)s AND date = %(until)s AND id >= %(id)s))
GROUP BY kind, date HAVING sum(CASE side WHEN 'debit' THEN amount ELSE -amount END) <> 0 ORDER BY date, kind
"""
_MOVED: dict[str, Any] = {"payment": "payment", "credit_note": "credit", "reversal": "returned", "refund": "refund"}


def _summary(page: InvoicePage) -> AccountSummary | None:
    """Say what happened in the account since the earlier invoice, by the days of its documents."""
    if page.previous is None or page.state == "draft":
        return None
    since: datetime.date = page.previous.date
    values: dict[str, Any] = {"id": page.id, "customer": page.customer_id, "since": since, "until": page.date}
    with connection.cursor() as cursor:
        cursor.execute(_BALANCE, values)
        before = cursor.fetchone()[0]
        cursor.execute(_MOVEMENTS, values)
        moved = [
            Movement(kind=_MOVED.get(kind, "adjustment"), on=day, amount=amount)
            for kind, day, amount in cursor.fetchall()
        ]
    remaining = before + sum((m.amount for m in moved), ZERO)
    return AccountSummary(
        previous_invoice_on=since, previous_balance=before, movements=tuple(moved), remaining=remaining
    )


def sample() -> Paper | None:
    """Return the newest issued invoice as the settings of now would print it (not stored); None while there is none."""
    found = newest_issued()
    return None if found is None else Paper(render(document_of(invoice(found), of_today=True)), "apercu.pdf", "")
