"""What the search box finds here: invoices and credit notes by number, also as printed by the former system."""

from __future__ import annotations

from gigafibre.kernel.search import Question, Search, finds
from gigafibre.kernel.text import Text

SQL = """
SELECT i.id, 'invoice' AS kind, i.number,
       (CASE WHEN i.number = %(number)s THEN 99 ELSE 62 - length(i.number) END)::float8 AS score,
       jsonb_build_object('title', i.number, 'subtitle', i.bill_name, 'url', '/invoices/' || i.number,
         'amount', i.total::text, 'date', i.date, 'kind', i.kind,
         'fields', jsonb_build_object('number', i.number)) AS facts
FROM billing_invoice i WHERE i.number LIKE %(number)s || '%%'
ORDER BY length(i.number), i.number DESC LIMIT 6
"""


@finds("billing.read", invoice=Text("Facture", "Invoice"), fields={"number": Text("Numéro", "Number")})
def invoices(question: Question) -> Search | None:
    """Invoices whose number begins so; three characters at least."""
    return Search(SQL, {"number": question.number}) if len(question.number) > 2 else None
