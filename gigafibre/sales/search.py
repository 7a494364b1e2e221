"""What the search box finds here: quotations and contracts by number."""

from __future__ import annotations

from gigafibre.kernel.search import BY_FORMER_ID, FORMER_ID, Question, Search, finds
from gigafibre.kernel.text import Text

SQL = """
(SELECT q.id, 'quotation' AS kind, q.number,
        (CASE WHEN q.number = %(number)s THEN 99 WHEN q.legacy_id = %(former)s THEN %(by_former)s
              ELSE 61 - length(q.number) END)::float8 AS score,
        jsonb_build_object('title', q.number, 'subtitle', coalesce(c.display_name, q.prospect_name),
          'url', '/quotations/' || q.number, 'amount', q.monthly_total::text, 'date', q.made_on,
          'fields', jsonb_build_object('number', q.number, 'former', q.legacy_id::text)) AS facts
 FROM sales_quotation q LEFT JOIN crm_customer c ON c.id = q.customer_id
 WHERE q.number LIKE %(number)s || '%%' OR q.legacy_id = %(former)s
 ORDER BY length(q.number), q.number DESC LIMIT 6)
UNION ALL
(SELECT k.id, 'contract', k.number,
        (CASE WHEN k.number = %(number)s THEN 99 ELSE 61 - length(k.number) END)::float8,
        jsonb_build_object('title', k.number, 'subtitle', c.display_name, 'url', '/contracts/' || k.number,
          'amount', k.monthly_total::text, 'date', k.made_on, 'fields', jsonb_build_object('number', k.number))
 FROM sales_contract k JOIN crm_customer c ON c.id = k.customer_id
 WHERE k.number LIKE %(number)s || '%%' ORDER BY length(k.number), k.number DESC LIMIT 6)
"""


@finds(
    "sales.read",
    quotation=Text("Soumission", "Quotation"),
    contract=Text("Contrat", "Contract"),
    fields={"number": Text("Numéro", "Number"), "former": FORMER_ID},
)
def offers(question: Question) -> Search | None:
    """Quotations and contracts whose number begins so (three characters at least); quotations that had this id."""
    number = question.number if len(question.number) > 2 else "-"
    if number == "-" and question.former_id is None:
        return None
    return Search(SQL, {"number": number, "former": question.former_id, "by_former": BY_FORMER_ID})
