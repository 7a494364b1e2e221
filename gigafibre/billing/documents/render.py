"""Billing documents printed: a frozen document in, PDF bytes out."""

from collections.abc import Iterable, Iterator

from gigafibre.billing.documents.invoice_document import InvoiceDocument
from gigafibre.billing.documents.layout import invoice_printable
from gigafibre.kernel.documents.engine import compile_one
from gigafibre.kernel.documents.errors import DocumentFailed


def render_invoice(invoice: InvoiceDocument) -> bytes:
    """Print an invoice as PDF/A-2b; raises DocumentFailed when it doesn't add up or Typst refuses it."""
    number = invoice.number or invoice.account_number
    if not invoice.verbatim and (found := invoice.discrepancies()):
        raise DocumentFailed(number, "; ".join(found))
    try:
        printable = invoice_printable(invoice)
    except ValueError as error:
        raise DocumentFailed(number, str(error)) from error
    return compile_one(printable)


def render_invoices(invoices: Iterable[InvoiceDocument]) -> Iterator[bytes | DocumentFailed]:
    """Print invoices one after the other; one that fails gives its refusal in its place and stops no other."""
    for invoice in invoices:
        try:
            yield render_invoice(invoice)
        except DocumentFailed as failure:
            yield failure
