"""What the search box finds here: payments by number or by their id in the former system."""

from __future__ import annotations

from gigafibre.kernel.search import BY_FORMER_ID, FORMER_ID, Question, Search, finds
from gigafibre.kernel.text import Text

SQL = """
SELECT p.id, 'payment' AS kind, p.number,
       (CASE WHEN p.number = %(number)s THEN 97 WHEN p.legacy_id = %(former)s THEN %(by_former)s
             ELSE 60 - length(p.number) END)::float8 AS score,
       jsonb_build_object('title', p.number, 'subtitle', '', 'url', '/payments/' || p.number, 'amount', p.amount::text,
         'date', p.date, 'fields', jsonb_build_object('number', p.number, 'former', p.legacy_id::text)) AS facts
FROM payments_payment p WHERE p.number LIKE %(number)s || '%%' OR p.legacy_id = %(former)s
ORDER BY length(p.number), p.number DESC LIMIT 5
"""


@finds(
    "payments.read",
    payment=Text("Paiement", "Payment"),
    fields={"number": Text("Numéro", "Number"), "former": FORMER_ID},
)
def payments(question: Question) -> Search | None:
    """Payments whose number begins so (`PAY-2026-…`), or that had this id."""
    number = question.number if question.number.startswith("PAY") and len(question.number) > 5 else "-"
    if number == "-" and question.former_id is None:
        return None
    return Search(SQL, {"number": number, "former": question.former_id, "by_former": BY_FORMER_ID})
