"""What the search box finds here: subscriptions by number."""

from __future__ import annotations

from gigafibre.kernel.search import Question, Search, finds
from gigafibre.kernel.text import Text

SQL = """
SELECT s.id, 'subscription' AS kind, s.number,
       (CASE WHEN s.number = %(number)s THEN 98 ELSE 61 - length(s.number) END)::float8 AS score,
       jsonb_build_object('title', s.number, 'subtitle', '', 'url', '/subscriptions/' || s.number, 'status', s.state,
         'fields', jsonb_build_object('number', s.number)) AS facts
FROM subscriptions_subscription s WHERE s.number LIKE %(number)s || '%%'
ORDER BY length(s.number), s.number LIMIT 5
"""


@finds(
    "subscriptions.read", subscription=Text("Abonnement", "Subscription"), fields={"number": Text("Numéro", "Number")}
)
def subscriptions(question: Question) -> Search | None:
    """Subscriptions whose number begins so: `SUB-18342`, or its digits."""
    number = question.number
    if number.isdecimal():
        number = f"SUB-{number}"
    return Search(SQL, {"number": number}) if number.startswith("SUB") and len(number) > 6 else None
