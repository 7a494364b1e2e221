"""What must hold of issued documents, for `gigafibre ledger_check`; numbers and accounts are checked by `reports`."""

from __future__ import annotations

from gigafibre.kernel.text import Text
from gigafibre.ledger.checks import check, found


@check("billing.documents_posted", Text("Documents émis et écritures", "Issued documents and postings"))
def every_document_is_posted() -> list[Text]:
    """Find documents of ours without a posting."""
    return found(
        "SELECT i.number FROM billing_invoice i "
        "WHERE i.state = 'issued' AND i.total <> 0 AND i.legacy_id IS NULL "
        "AND NOT EXISTS (SELECT FROM ledger_journalentry e WHERE e.document = i.number AND e.kind = i.kind) "
        "ORDER BY i.id",
        Text("{number} n’a pas d’écriture", "{number} has no posting"),
    )


@check("billing.documents_add_up", Text("Lignes et taxes des documents", "Lines and taxes of documents"))
def every_document_adds_up() -> list[Text]:
    """Find documents of ours whose lines or taxes don't come to their totals."""
    # Lines of ours alone are added up: beside imported history they are few.
    return found(
        "WITH ours AS MATERIALIZED ("
        "  SELECT id, number, subtotal, tax_total FROM billing_invoice WHERE state = 'issued' AND legacy_id IS NULL) "
        "SELECT i.number, i.subtotal, i.tax_total, coalesce(l.amount, 0) AS lines, coalesce(t.amount, 0) AS taxes "
        "FROM ours i "
        "LEFT JOIN (SELECT x.invoice_id, sum(x.amount) AS amount FROM billing_invoiceline x "
        "JOIN ours o ON o.id = x.invoice_id GROUP BY 1) l ON l.invoice_id = i.id "
        "LEFT JOIN (SELECT x.invoice_id, sum(x.amount) AS amount FROM billing_invoicetax x "
        "JOIN ours o ON o.id = x.invoice_id GROUP BY 1) t ON t.invoice_id = i.id "
        "WHERE coalesce(l.amount, 0) <> i.subtotal OR coalesce(t.amount, 0) <> i.tax_total ORDER BY i.id",
        Text(
            "{number} : {subtotal} + {tax_total} au document, {lines} + {taxes} en lignes",
            "{number}: {subtotal} + {tax_total} on the document, {lines} + {taxes} in lines",
        ),
    )
