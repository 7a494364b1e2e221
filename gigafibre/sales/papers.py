"""The paper of a quotation: its document filled from rows, printed by billing's layout."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from django.db import connection

from gigafibre.billing import letterhead
from gigafibre.billing.documents.invoice_document import ChargeLine, TaxLine
from gigafibre.billing.documents.quotation_document import QuotationDocument, QuotedPart
from gigafibre.billing.documents.render import render
from gigafibre.billing.queries.customers import bill_to_id
from gigafibre.kernel.documents.wording import Language, long_day, money
from gigafibre.kernel.statements import Prepared
from gigafibre.kernel.text import Text
from gigafibre.sales.models import Quotation
from gigafibre.sales.pricing import Figures, Sum

_MONTHS = Text("{n} mois", "{n} months")
_MONTH = Text("1 mois", "1 month")
_FIRST = Text(
    "Première facture si tout commence le {first} : {amount}, taxes comprises, pour les jours du {first} au {last}.",
    "First invoice if everything begins on {first}: {amount}, taxes included, for the days from {first} to {last}.",
)
_FIRST_AND_ONCE = Text(
    "Première facture si tout commence le {first} : {amount}, taxes comprises, pour les jours du {first} au {last} et "
    "ce qui est payé une seule fois. Rien n’est à payer avant.",
    "First invoice if everything begins on {first}: {amount}, taxes included, for the days from {first} to {last} and "
    "what is paid once. Nothing is due before.",
)


def quotation_pdf(quotation: Quotation, worked: Figures, *, draft: bool) -> bytes:
    """Print a quotation as PDF; raises DocumentFailed when it does not add up."""
    return render(quotation_document(quotation, worked, draft=draft))


def quotation_document(quotation: Quotation, worked: Figures, *, draft: bool) -> QuotationDocument:
    """Fill the document that is printed."""
    language: Language = "en" if quotation.language == "en" else "fr"
    sender = letterhead.of_today()
    after = worked.monthly_after.total if worked.monthly_after is not None else None
    return QuotationDocument(
        provider=letterhead.provider(sender, language),
        language=language,
        customer=_whom(quotation),
        account_number=quotation.customer.number if quotation.customer else "",
        number="" if draft else quotation.number,
        made_on=quotation.made_on,
        valid_until=quotation.valid_until,
        location=", ".join(filter(None, (quotation.title, place_of(quotation)))),
        prepared_by=quotation.prepared_by,
        monthly=part(worked.monthly, sender, language),
        monthly_after=after,
        once=part(worked.once, sender, language),
        conditions=tuple(line.strip() for line in quotation.terms.splitlines() if line.strip()),
        messages=_messages(quotation, worked, language),
        draft=draft,
    )


def place_of(quotation: Quotation) -> str:
    """Return where it would be served, in a line."""
    if quotation.location is None:
        return quotation.address
    there = quotation.location
    return ", ".join(filter(None, (there.label, there.line1, there.city)))


def part(worked: Sum, sender: letterhead.Letterhead, language: Language) -> QuotedPart:
    """Return one table of the paper: lines, taxes by name, total."""
    return QuotedPart(
        lines=tuple(
            ChargeLine(
                description=line.words,
                amount=line.amount,
                quantity=line.quantity if line.unit_price is not None else Decimal(1),
                unit_price=line.unit_price,
                note=_cycles(line.cycles, language),
                indented=line.indented,
            )
            for line in worked.lines
        ),
        subtotal=worked.subtotal,
        taxes=tax_lines(worked, sender, language),
        total=worked.total,
    )


def tax_lines(worked: Sum, sender: letterhead.Letterhead, language: Language) -> tuple[TaxLine, ...]:
    """Return the taxes of a sum as they are printed."""
    names = tax_names(language)
    return tuple(
        TaxLine(
            name=names.get(tax.tax, tax.tax),
            rate=tax.rate,
            registration=letterhead.registration(sender, tax.tax),
            amount=tax.amount,
        )
        for tax in worked.taxes
    )


def tax_names(language: str) -> dict[str, str]:
    """Return what each tax is called."""
    with connection.cursor() as cursor:
        cursor.execute(Prepared("SELECT code, name_fr, name_en FROM billing_tax"))
        return {code: en if language == "en" else fr for code, fr, en in cursor.fetchall()}


def _whom(quotation: Quotation) -> tuple[str, ...]:
    if quotation.customer_id is None:
        lines: Iterable[str] = [quotation.prospect_name, *quotation.address.split(", ", 1)]
        return tuple(filter(None, lines))
    whom = bill_to_id(quotation.customer_id)
    return (whom.name, *whom.address[:6])


def _cycles(cycles: int | None, language: str) -> str:
    if not cycles:
        return ""
    return (_MONTH if cycles == 1 else _MONTHS).with_(n=cycles).in_(language)


def _messages(quotation: Quotation, worked: Figures, language: Language) -> tuple[str, ...]:
    po = Text("Votre bon de commande : {po}", "Your purchase order: {po}").with_(po=quotation.po_number)
    said = [po.in_(language)] if quotation.po_number else []
    if worked.monthly.lines:
        said.append(first_invoice(worked, language))
    return tuple(said)


def first_invoice(worked: Figures, language: Language) -> str:
    """Say what the first invoice comes to, and for which days."""
    words = _FIRST_AND_ONCE if worked.once.lines else _FIRST
    return words.with_(
        first=long_day(worked.first_days.start, language),
        last=long_day(worked.first_days.last_day, language),
        amount=money(worked.first.total, language),
    ).in_(language)
