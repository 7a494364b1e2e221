"""What the search box finds here: subscriptions by number or by their id in the former system."""

from __future__ import annotations

from gigafibre.kernel.search import BY_FORMER_ID, FORMER_ID, Question, Search, finds
from gigafibre.kernel.text import Text

SQL = """
SELECT s.id, 'subscription' AS kind, s.number,
       (CASE WHEN s.number = %(number)s THEN 98 WHEN s.legacy_id = %(former)s THEN %(by_former)s
             ELSE 61 - length(s.number) END)::float8 AS score,
       jsonb_build_object('title', s.number, 'subtitle', '', 'url', '/subscriptions/' || s.number, 'status', s.state,
         'fields', jsonb_build_object('number', s.number, 'former', s.legacy_id::text)) AS facts
FROM subscriptions_subscription s WHERE s.number LIKE %(number)s || '%%' OR s.legacy_id = %(former)s
ORDER BY length(s.number), s.number LIMIT 5
"""


@finds(
    "subscriptions.read",
    subscription=Text("Abonnement", "Subscription"),
    fields={"number": Text("Numéro", "Number"), "former": FORMER_ID},
)
def subscriptions(question: Question) -> Search | None:
    """Subscriptions whose number begins so (`SUB-18342`, or its digits), or that had this id."""
    number = question.number
    if number.isdecimal():
        number = f"SUB-{number}"
    if not (number.startswith("SUB") and len(number) > 6):
        number = "-"
    if number == "-" and question.former_id is None:
        return None
    return Search(SQL, {"number": number, "former": question.former_id, "by_former": BY_FORMER_ID})
