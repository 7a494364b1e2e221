"""What the search box finds of dispatch: jobs by number or contract, technicians by name or number."""

from __future__ import annotations

from gigafibre.kernel.search import BY_FORMER_ID, FORMER_ID, Question, Search, Standing, finds
from gigafibre.kernel.text import Text

JOBS = """
SELECT j.id, 'job' AS kind, j.number,
       (CASE WHEN j.number = %(number)s THEN 98 WHEN j.legacy_id = %(former)s THEN %(by_former)s
             ELSE 60 - length(j.number) END)::float8 AS score,
       jsonb_build_object('title', j.number, 'subtitle', c.display_name, 'url', '/jobs/' || j.number, 'date', j.date,
         'fields', jsonb_build_object('number', j.number, 'former', j.legacy_id::text)) AS facts
FROM dispatch_job j JOIN crm_customer c ON c.id = j.customer_id
WHERE j.number LIKE %(number)s || '%%' OR (j.contract <> '' AND upper(j.contract) = %(number)s)
   OR j.legacy_id = %(former)s
ORDER BY length(j.number), j.id DESC LIMIT 6
"""
# Every word must begin a word of the name, in whatever order; scored as a customer's name is.
TECHNICIANS = """
SELECT t.id, 'technician' AS kind, t.number,
       (CASE WHEN t.number = %(number)s THEN 97
             WHEN %(number)s <> '' THEN 60 - length(t.number)
             ELSE 13 + (SELECT avg(CASE WHEN ' ' || t.sort_key || ' ' LIKE '%% ' || w || ' %%' THEN 37.0 ELSE 12.0 END)
                        FROM unnest(%(words)s::text[]) w) END)::float8 AS score,
       jsonb_build_object('title', t.name, 'subtitle', t.number, 'url', '/technicians/' || t.number,
         'fields', jsonb_build_object('number', t.number, 'name', t.name)) AS facts
FROM dispatch_technician t
WHERE t.active AND (%(number)s <> '' AND t.number LIKE %(number)s || '%%'
   OR (SELECT bool_and(' ' || t.sort_key LIKE '%% ' || w || '%%') FROM unnest(%(words)s::text[]) w))
ORDER BY 4 DESC, t.sort_key LIMIT 6
"""


@finds(
    "dispatch.read",
    job=Text("Intervention", "Job"),
    fields={"number": Text("Numéro", "Number"), "former": FORMER_ID},
)
def jobs(question: Question) -> Search | None:
    """Jobs whose number begins so, or of this contract (three characters at least); former work orders by their id."""
    number = question.number if len(question.number) > 2 else "-"
    if number == "-" and question.former_id is None:
        return None
    return Search(JOBS, {"number": number, "former": question.former_id, "by_former": BY_FORMER_ID})


@finds(
    "dispatch.read",
    Standing.HOUSE,
    technician=Text("Technicien", "Technician"),
    fields={"number": Text("Numéro", "Number"), "name": Text("Nom", "Name")},
)
def technicians(question: Question) -> Search | None:
    """Technicians by number or by the beginnings of their names, after whoever may be on the line."""
    if question.phone or question.email:
        return None
    return Search(TECHNICIANS, {"number": question.number, "words": question.words})
