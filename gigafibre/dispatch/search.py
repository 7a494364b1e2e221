"""What the search box finds of dispatch: jobs by number or contract, technicians by name or number."""

from __future__ import annotations

from gigafibre.kernel.search import Question, Search, finds
from gigafibre.kernel.text import Text

JOBS = """
SELECT j.id, 'job' AS kind, j.number,
       (CASE WHEN j.number = %(number)s THEN 98 ELSE 60 - length(j.number) END)::float8 AS score,
       jsonb_build_object('title', j.number, 'subtitle', c.display_name, 'url', '/jobs/' || j.number, 'date', j.date,
         'fields', jsonb_build_object('number', j.number)) AS facts
FROM dispatch_job j JOIN crm_customer c ON c.id = j.customer_id
WHERE j.number LIKE %(number)s || '%%' OR (j.contract <> '' AND upper(j.contract) = %(number)s)
ORDER BY length(j.number), j.id DESC LIMIT 6
"""
TECHNICIANS = """
SELECT t.id, 'technician' AS kind, t.number, (CASE WHEN t.number = %(number)s THEN 97 ELSE 55 END)::float8 AS score,
       jsonb_build_object('title', t.name, 'subtitle', t.number, 'url', '/technicians/' || t.number,
         'fields', jsonb_build_object('number', t.number)) AS facts
FROM dispatch_technician t
WHERE t.active AND (t.number LIKE %(number)s || '%%' OR ' ' || t.sort_key LIKE '%% ' || fold(%(text)s) || '%%')
ORDER BY t.sort_key LIMIT 6
"""


@finds("dispatch.read", job=Text("Intervention", "Job"), fields={"number": Text("Numéro", "Number")})
def jobs(question: Question) -> Search | None:
    """Jobs whose number begins so, or of this contract; three characters at least."""
    return Search(JOBS, {"number": question.number}) if len(question.number) > 2 else None


@finds("dispatch.read", technician=Text("Technicien", "Technician"), fields={"number": Text("Numéro", "Number")})
def technicians(question: Question) -> Search | None:
    """Technicians by number or the beginning of a name; two characters at least."""
    if len(question.raw.strip()) < 2:
        return None
    return Search(TECHNICIANS, {"number": question.number, "text": question.raw.strip()})
