"""The statement of account on paper and as a file: filled from the ledger, made when asked for, not stored."""

from __future__ import annotations

import csv
import datetime
import io
from typing import Any

from gigafibre.billing import letterhead
from gigafibre.billing.document import Paper
from gigafibre.billing.documents.render import render
from gigafibre.billing.documents.statement_document import Ages, StatementDocument, StatementKind, StatementLine
from gigafibre.billing.documents.texts import text
from gigafibre.billing.queries.statements import AccountLine, Statement
from gigafibre.kernel import clock
from gigafibre.kernel.documents.wording import Language

_KINDS: dict[str, StatementKind] = {
    "invoice": "invoice",
    "credit_note": "credit_note",
    "payment": "payment",
    "reversal": "returned",
    "refund": "refund",
    "write_off": "write_off",
    "recovery": "recovery",
    "fee": "fee",
    "interest": "interest",
}


def paper_of(found: Statement, language: Language | None = None) -> Paper:
    """Return a statement as PDF, in the customer's language unless told otherwise."""
    said = _language(found, language)
    return Paper(render(document_of(found, said)), f"{_name(found, said)}.pdf", "")


def document_of(found: Statement, language: Language) -> StatementDocument:
    """Fill the document that is printed; the sender is that of today's settings."""
    owner = found.customer
    ages = {name: getattr(found.ages, name) for name in Ages.__dataclass_fields__}
    return StatementDocument(
        provider=letterhead.provider(letterhead.of_today(), language),
        language=language,
        customer=(owner.name, *owner.address[:6]),
        account_number=owner.number,
        made_on=clock.today(),
        first=found.first,
        last=found.last,
        opening=found.opening,
        lines=tuple(
            StatementLine(
                on=line.date,
                kind=kind_of(line),
                number=line.number,
                debit=line.debit,
                credit=line.credit,
                balance=line.balance,
                due_on=line.due_date,
                about=line.about,
            )
            for line in found.lines
        ),
        closing=found.closing,
        ages=Ages(**ages),
    )


def kind_of(line: AccountLine) -> StatementKind:
    """Return what a document of the ledger is called on a statement."""
    return _KINDS.get(line.kind, "adjustment")


def as_csv(found: Statement, language: Language | None = None) -> tuple[bytes, str]:
    """Return a statement as CSV (UTF-8 with a byte order mark, which Excel wants) and its file name."""
    said = _language(found, language)

    def row(day: datetime.date, words: str, *rest: Any) -> list[str]:
        return [day.isoformat(), words, *(str(value) for value in rest)]

    written = io.StringIO(newline="")
    table = csv.writer(written)
    table.writerow(text(key, said) for key in ("date", "document", "due", "about_invoice", *_AMOUNTS))
    table.writerow(row(found.first, text("opening_row", said), "", "", "", "", found.opening))
    for line in found.lines:
        words = text(f"statement_{kind_of(line)}", said, number=line.number)
        due = line.due_date.isoformat() if line.due_date else ""
        table.writerow(row(line.date, words, due, line.about, line.debit, line.credit, line.balance))
    table.writerow(row(found.last, text("closing_row", said), "", "", "", "", found.closing))
    return b"\xef\xbb\xbf" + written.getvalue().encode(), f"{_name(found, said)}.csv"


_AMOUNTS = ("debit", "credit_column", "balance")


def _language(found: Statement, asked: Language | None) -> Language:
    return asked or ("en" if found.customer.language == "en" else "fr")


def _name(found: Statement, language: Language) -> str:
    """Return a file name: `releve-C-4217-2026-11-21`."""
    return f"{'statement' if language == 'en' else 'releve'}-{found.customer.number}-{found.last}"
