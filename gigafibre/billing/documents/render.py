"""Billing documents printed: a frozen document in, PDF bytes out."""

from collections.abc import Iterable, Iterator

from gigafibre.billing.documents.credit_note_document import CreditNoteDocument
from gigafibre.billing.documents.credit_note_layout import credit_note_printable
from gigafibre.billing.documents.invoice_document import InvoiceDocument
from gigafibre.billing.documents.layout import invoice_printable
from gigafibre.billing.documents.quotation_document import QuotationDocument
from gigafibre.billing.documents.quotation_layout import quotation_printable
from gigafibre.billing.documents.statement_document import StatementDocument
from gigafibre.billing.documents.statement_layout import statement_printable
from gigafibre.kernel.documents.engine import Printable, compile_one
from gigafibre.kernel.documents.errors import DocumentFailed

BillingDocument = InvoiceDocument | CreditNoteDocument | StatementDocument | QuotationDocument


def render(document: BillingDocument) -> bytes:
    """Print one document as PDF/A-2b; raises DocumentFailed when it doesn't add up or Typst refuses it."""
    return compile_one(_laid_out(document))


def render_many(documents: Iterable[BillingDocument]) -> Iterator[bytes | DocumentFailed]:
    """Print documents one after the other; one that fails gives its refusal in its place and stops no other."""
    for document in documents:
        try:
            yield render(document)
        except DocumentFailed as failure:
            yield failure


def _laid_out(document: BillingDocument) -> Printable:
    verbatim = isinstance(document, InvoiceDocument | CreditNoteDocument) and document.verbatim
    number = document.account_number if isinstance(document, StatementDocument) else document.number
    if not verbatim and (found := document.discrepancies()):
        raise DocumentFailed(number or document.account_number, "; ".join(found))
    try:
        return _printable(document)
    except ValueError as error:
        raise DocumentFailed(number or document.account_number, str(error)) from error


def _printable(document: BillingDocument) -> Printable:
    if isinstance(document, InvoiceDocument):
        return invoice_printable(document)
    if isinstance(document, CreditNoteDocument):
        return credit_note_printable(document)
    if isinstance(document, QuotationDocument):
        return quotation_printable(document)
    return statement_printable(document)
