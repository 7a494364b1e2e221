"""What the search box finds here: invoices and credit notes by number or by their id in the former system."""

from __future__ import annotations

from gigafibre.kernel.search import BY_FORMER_ID, FORMER_ID, Question, Search, finds
from gigafibre.kernel.text import Text

SQL = """
SELECT i.id, 'invoice' AS kind, n.number,
       (CASE WHEN i.number = %(number)s THEN 99 WHEN i.legacy_id = %(former)s THEN %(by_former)s
             ELSE 62 - length(i.number) END)::float8 AS score,
       jsonb_build_object('title', n.number, 'subtitle', i.bill_name, 'url', '/invoices/' || n.number,
         'amount', i.total::text, 'date', i.date, 'kind', i.kind,
         'fields', jsonb_build_object('number', i.number, 'former', i.legacy_id::text)) AS facts
FROM billing_invoice i CROSS JOIN LATERAL (SELECT coalesce(i.number, 'DRAFT-' || i.id) AS number) n
WHERE (length(%(number)s) > 2 AND i.number LIKE %(number)s || '%%') OR i.legacy_id = %(former)s
ORDER BY length(i.number) NULLS FIRST, i.number DESC LIMIT 6
"""


@finds(
    "billing.read",
    invoice=Text("Facture", "Invoice"),
    fields={"number": Text("Numéro", "Number"), "former": FORMER_ID},
)
def invoices(question: Question) -> Search | None:
    """Invoices whose number begins so (three characters at least), or that had this id."""
    if len(question.number) < 3 and question.former_id is None:
        return None
    values = {"number": question.number, "former": question.former_id, "by_former": BY_FORMER_ID}
    return Search(SQL, values)
