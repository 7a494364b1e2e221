"""What the search box finds of support: issues by number or by contract."""

from __future__ import annotations

from gigafibre.kernel.search import Question, Search, finds
from gigafibre.kernel.text import Text

ISSUES = """
SELECT i.id, 'issue' AS kind, i.number,
       (CASE WHEN i.number = %(number)s THEN 98 ELSE 60 - length(i.number) END)::float8 AS score,
       jsonb_build_object('title', i.subject, 'subtitle', c.display_name, 'url', '/issues/' || i.number,
         'date', i.opened_on, 'fields', jsonb_build_object('number', i.number, 'contract', i.contract)) AS facts
FROM support_issue i JOIN crm_customer c ON c.id = i.customer_id
WHERE i.number LIKE %(number)s || '%%' OR (i.contract <> '' AND upper(i.contract) = %(number)s)
ORDER BY length(i.number), i.id DESC LIMIT 6
"""


@finds(
    "support.read",
    issue=Text("Billet", "Issue"),
    fields={"number": Text("Numéro", "Number"), "contract": Text("Contrat", "Contract")},
)
def issues(question: Question) -> Search | None:
    """Issues whose number begins so, or of this contract; three characters at least."""
    return Search(ISSUES, {"number": question.number}) if len(question.number) > 2 else None
