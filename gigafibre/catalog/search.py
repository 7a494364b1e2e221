"""What the search box finds here: items by SKU or words."""

from __future__ import annotations

from gigafibre.kernel.search import Question, Search, Standing, finds
from gigafibre.kernel.text import Text, current_language

SQL = """
SELECT i.id, 'item' AS kind, i.sku AS number,
       (CASE WHEN lower(i.sku) = %(words)s THEN 97 ELSE 45 END)::float8 AS score,
       jsonb_build_object('title', CASE %(language)s WHEN 'en' THEN i.name_en ELSE i.name_fr END, 'subtitle', i.sku,
         'url', '/catalog/' || i.sku, 'status', CASE WHEN i.active THEN 'active' ELSE 'inactive' END,
         'fields', jsonb_build_object('number', i.sku, 'name', i.name_fr || ' ' || i.name_en)) AS facts
FROM catalog_item i WHERE i.search_key LIKE '%%' || %(words)s || '%%'
ORDER BY i.active DESC, i.sku LIMIT 6
"""


@finds(
    "catalog.read",
    Standing.THING,
    item=Text("Article", "Item"),
    fields={"number": Text("Code", "SKU"), "name": Text("Nom", "Name")},
)
def items(question: Question) -> Search | None:
    """Items of the catalogue whose SKU or words hold what was typed, those still sold first."""
    if not question.words or question.phone or question.email:
        return None
    return Search(SQL, {"words": " ".join(question.words), "language": current_language()})
