"""What the search box finds here: payments by number."""

from __future__ import annotations

from gigafibre.kernel.search import Question, Search, finds
from gigafibre.kernel.text import Text

SQL = """
SELECT p.id, 'payment' AS kind, p.number,
       (CASE WHEN p.number = %(number)s THEN 97 ELSE 60 - length(p.number) END)::float8 AS score,
       jsonb_build_object('title', p.number, 'subtitle', '', 'url', '/payments/' || p.number, 'amount', p.amount::text,
         'date', p.date, 'fields', jsonb_build_object('number', p.number)) AS facts
FROM payments_payment p WHERE p.number LIKE %(number)s || '%%'
ORDER BY length(p.number), p.number DESC LIMIT 5
"""


@finds("payments.read", payment=Text("Paiement", "Payment"), fields={"number": Text("Numéro", "Number")})
def payments(question: Question) -> Search | None:
    """Payments whose number begins so: `PAY-2026-…`."""
    number = question.number
    return Search(SQL, {"number": number}) if number.startswith("PAY") and len(number) > 5 else None
