"""What is written about an invoice or a credit note: that it is there, what is to pay, and by when."""

from __future__ import annotations

from decimal import Decimal

from gigafibre.billing.errors import NoSuchInvoice
from gigafibre.kernel.documents.wording import long_day, money
from gigafibre.kernel.statements import Prepared
from gigafibre.kernel.text import Text
from gigafibre.messaging.catalogue import Language, Mail, declare, declare_record
from gigafibre.processes.words import reading

_INVOICE = Prepared("""
SELECT i.kind, i.date, i.due_date, i.total, coalesce(o.open, 0.00) AS open
FROM billing_invoice i
LEFT JOIN ledger_openitem o ON o.kind = i.kind AND o.number = i.number
WHERE i.number = %s AND i.state = 'issued'
""")
_DOCUMENTS = {"invoice": Text("facture", "invoice"), "credit_note": Text("note de crédit", "credit note")}
_TO_PAY = Text("{amount} au plus tard le {day}", "{amount} by {day}")
_PAID = Text("rien", "nothing")
_CREDIT = Text("rien ; {amount} au crédit de votre compte", "nothing; {amount} credited to your account")
_VARIABLES = {
    "document": Text("« facture » ou « note de crédit »", "“invoice” or “credit note”"),
    "invoice": Text("Numéro", "Number"),
    "date": Text("Date", "Date"),
    "total": Text("Total, taxes comprises", "Total, taxes included"),
    "due": Text("Échéance", "Due day"),
    "to_pay": Text("Ce qu’il reste à payer, et quand", "What is left to pay, and when"),
}


def facts_of(number: str, language: Language) -> dict[str, str]:
    """Return what messages say of an issued invoice or credit note. Refuses one that is not there or a draft."""
    found = reading.one_row(_INVOICE, number)
    if found is None:
        raise NoSuchInvoice(invoice=number)
    return {
        "document": _DOCUMENTS[found["kind"]].in_(language),
        "invoice": number,
        "date": long_day(found["date"], language),
        "total": money(found["total"], language),
        "due": long_day(found["due_date"], language),
        "to_pay": _left(found["kind"], found["open"], long_day(found["due_date"], language)).in_(language),
    }


def _left(kind: str, left: Decimal, day: str) -> Text:
    said = Text(money(left, "fr"), money(left, "en"))
    if kind == "credit_note":
        return _CREDIT.with_(amount=said)
    return _TO_PAY.with_(amount=said, day=day) if left else _PAID


declare_record(
    "invoice",
    Text("Facture", "Invoice"),
    _VARIABLES,
    read=facts_of,
    whose=reading.customer_of("billing_invoice"),
    newest=reading.newest_of("billing_invoice", "state = 'issued'"),
)
declare(
    "invoice.sent",
    label=Text("Facture envoyée", "Invoice sent"),
    purpose="service",
    about="invoice",
    billing=True,
    email=Mail(
        Text("Votre {document} {invoice} : {total}", "Your {document} {invoice}: {total}"),
        Text(
            "Bonjour {first_name},\n\nVous trouverez ci-joint votre {document} {invoice} du {date}, d’un total de "
            "{total}.\n\nÀ payer : {to_pay}.\n\n{company}",
            "Hello {first_name},\n\nAttached is your {document} {invoice} of {date}, {total} in all.\n\n"
            "To pay: {to_pay}.\n\n{company}",
        ),
    ),
)
