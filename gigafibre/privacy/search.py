"""What the search box finds of privacy: requests and incidents by number, requests by who made them."""

from __future__ import annotations

from gigafibre.kernel.search import Question, Search, finds
from gigafibre.kernel.text import Text

REQUESTS = """
SELECT r.id, 'request' AS kind, r.number,
       (CASE WHEN r.number = %(number)s THEN 98 ELSE 58 - length(r.number) END)::float8 AS score,
       jsonb_build_object('title', r.person, 'subtitle', coalesce(c.number, ''),
         'url', '/privacy/requests/' || r.number, 'date', r.received_on,
         'fields', jsonb_build_object('number', r.number)) AS facts
FROM privacy_request r LEFT JOIN crm_customer c ON c.id = r.customer_id
WHERE r.number LIKE %(number)s || '%%' ORDER BY length(r.number), r.id DESC LIMIT 6
"""
INCIDENTS = """
SELECT i.id, 'incident' AS kind, i.number,
       (CASE WHEN i.number = %(number)s THEN 98 ELSE 58 - length(i.number) END)::float8 AS score,
       jsonb_build_object('title', i.title, 'subtitle', '', 'url', '/privacy/incidents/' || i.number,
         'date', i.found_on, 'fields', jsonb_build_object('number', i.number)) AS facts
FROM privacy_incident i
WHERE i.number LIKE %(number)s || '%%' ORDER BY length(i.number), i.id DESC LIMIT 6
"""
NUMBER = Text("Numéro", "Number")


@finds("privacy.read", request=Text("Demande", "Request"), fields={"number": NUMBER})
def requests(question: Question) -> Search | None:
    """Requests whose number begins so; three characters at least."""
    return Search(REQUESTS, {"number": question.number}) if len(question.number) > 2 else None


@finds("privacy.read", incident=Text("Incident", "Incident"), fields={"number": NUMBER})
def incidents(question: Question) -> Search | None:
    """Incidents whose number begins so; three characters at least."""
    return Search(INCIDENTS, {"number": question.number}) if len(question.number) > 2 else None
