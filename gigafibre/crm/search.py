"""What the search box finds here: customers and their places, by name, address, telephone, email or number."""

from __future__ import annotations

from typing import Any

from gigafibre.crm.addresses import WRITTEN_OUT
from gigafibre.kernel.search import BY_FORMER_ID, FORMER_ID, WORDS, Question, Search, Standing, finds
from gigafibre.kernel.text import Text

EACH = 8
# A note has no page of its own: it stands on its customer's. The note pinned on the account had no id.
NOTE = """
SELECT n.id, 'note' AS kind, c.number, %(by_former)s::float8 AS score,
       jsonb_build_object('title', left(n.text, 80), 'subtitle', c.display_name, 'customer', c.number,
         'date', n.at::date, 'url', '/customers/' || c.number,
         'fields', jsonb_build_object('former', n.legacy_id::text)) AS facts
FROM kernel_note n JOIN crm_customer c ON c.number = substr(n.subject, length('customer:') + 1)
WHERE n.legacy_id = %(former)s AND n.subject LIKE 'customer:%%'
"""

# Six places for words; those not given are empty and fold away. At most 2 000 rows are weighed: who types two letters
# goes on typing.
SQL = """
WITH hit AS MATERIALIZED (
  SELECT s.customer_id, s.location_id, s.weight,
         10 + s.weight * 4 + (s.location_id IS NULL)::int * 3
         + (SELECT sum(CASE WHEN s.name LIKE '%% ' || w || ' %%' THEN 37.0
                            WHEN s.name LIKE '%% ' || w || '%%' THEN 12.0 ELSE 0 END)
            FROM unnest(%(words)s::text[]) w) / cardinality(%(words)s::text[])
         + %(reached)s AS score
  FROM crm_searchtext s
  WHERE s.text LIKE ANY(%(w0)s::text[])
    AND (%(w1)s::text[] IS NULL OR s.text LIKE ANY(%(w1)s::text[]))
    AND (%(w2)s::text[] IS NULL OR s.text LIKE ANY(%(w2)s::text[]))
    AND (%(w3)s::text[] IS NULL OR s.text LIKE ANY(%(w3)s::text[]))
    AND (%(w4)s::text[] IS NULL OR s.text LIKE ANY(%(w4)s::text[]))
    AND (%(w5)s::text[] IS NULL OR s.text LIKE ANY(%(w5)s::text[]))
  LIMIT 2000
), numbered AS (
  (SELECT id AS customer_id, NULL::bigint AS location_id, 0 AS weight,
          CASE WHEN number = %(customer)s THEN 100 ELSE 65 - length(number) END AS score
   FROM crm_customer WHERE number LIKE %(customer)s || '%%' ORDER BY length(number), number LIMIT 8)
  UNION ALL
  (SELECT customer_id, id, 0, CASE WHEN number = %(location)s THEN 100 ELSE 65 - length(number) END
   FROM crm_location WHERE number LIKE %(location)s || '%%' ORDER BY length(number), number LIMIT 8)
  UNION ALL
  SELECT id, NULL, 0, %(by_former)s FROM crm_customer WHERE legacy_id = %(former)s
  UNION ALL
  SELECT customer_id, id, 0, %(by_former)s FROM crm_location WHERE legacy_id = %(former)s
), alike AS (
  SELECT r.customer_id, r.location_id, r.weight, r.likeness * 8 + r.weight * 0.5 AS score
  FROM crm_resembling(%(fuzzy)s::text[], 12) r
  WHERE %(fuzzy)s::text[] IS NOT NULL AND NOT EXISTS (SELECT FROM hit) AND NOT EXISTS (SELECT FROM numbered)
), best AS (
  SELECT customer_id, location_id, max(score) AS score
  FROM (SELECT * FROM hit UNION ALL SELECT * FROM numbered UNION ALL SELECT * FROM alike) a
  GROUP BY customer_id, location_id
), ranked AS (
  SELECT *, row_number() OVER (PARTITION BY location_id IS NULL ORDER BY score DESC, customer_id, location_id) AS place
  FROM best
)
SELECT coalesce(b.location_id, b.customer_id) AS id,
       CASE WHEN b.location_id IS NULL THEN 'customer' ELSE 'location' END AS kind,
       coalesce(l.number, c.number) AS number, b.score::float8 AS score,
       CASE WHEN b.location_id IS NULL THEN jsonb_build_object(
         'title', c.display_name, 'subtitle', coalesce(nullif(places.city, ''), c.city), 'status', c.status,
         'customer', c.number, 'url', '/customers/' || c.number,
         'fields', jsonb_build_object('number', c.number, 'name', c.display_name, 'company', c.company,
           'legacy', nullif(c.legacy_customer_id, ''), 'former', c.legacy_id::text,
           'phone', reach.phones, 'email', reach.emails,
           'address', concat_ws(', ', nullif(c.line1, ''), nullif(c.city, ''), nullif(c.postal_code, '')),
           'place', places.addresses, 'contact', reach.people))
       ELSE jsonb_build_object(
         'title', concat_ws(', ', nullif(l.line1, ''), nullif(l.city, '')), 'subtitle', c.display_name,
         'status', c.status, 'customer', c.number, 'url', '/customers/' || c.number || '#' || l.number,
         'fields', jsonb_build_object('number', l.number, 'former', l.legacy_id::text,
           'address', concat_ws(', ', nullif(l.line1, ''), nullif(l.line2, ''), nullif(l.city, ''),
                                nullif(l.postal_code, '')),
           'name', c.display_name, 'contact', nullif(l.contact_name, ''), 'label', nullif(l.label, ''),
           'phone', to_jsonb(array_remove(ARRAY[nullif(l.contact_phone, ''), nullif(l.contact_mobile, '')], NULL)),
           'email', nullif(l.contact_email, '')))
       END AS facts
FROM ranked b
JOIN crm_customer c ON c.id = b.customer_id
LEFT JOIN crm_location l ON l.id = b.location_id
LEFT JOIN LATERAL (
  SELECT jsonb_agg(p.value) FILTER (WHERE p.kind = 'email') AS emails,
         jsonb_agg(p.value) FILTER (WHERE p.kind <> 'email') AS phones,
         jsonb_agg(DISTINCT k.name) AS people
  FROM crm_contact k LEFT JOIN crm_contactpoint p ON p.contact_id = k.id
  WHERE k.customer_id = c.id AND b.location_id IS NULL) reach ON true
LEFT JOIN LATERAL (
  SELECT jsonb_agg(concat_ws(', ', nullif(x.line1, ''), nullif(x.city, '')) ORDER BY x.id) AS addresses,
         min(x.city) AS city
  FROM crm_location x WHERE x.customer_id = c.id AND b.location_id IS NULL) places ON true
WHERE b.place <= %(each)s
"""


@finds(
    "crm.read",
    Standing.CALLER,
    customer=Text("Client", "Customer"),
    location=Text("Lieu de service", "Service location"),
    fields={
        "number": Text("Numéro", "Number"),
        "name": Text("Nom", "Name"),
        "company": Text("Entreprise", "Company"),
        "legacy": Text("Ancien numéro de compte", "Former account number"),
        "former": FORMER_ID,
        "phone": Text("Téléphone", "Telephone"),
        "email": Text("Courriel", "Email"),
        "address": Text("Adresse", "Address"),
        "place": Text("Lieu de service", "Service location"),
        "contact": Text("Contact", "Contact"),
        "label": Text("Nom du lieu", "Name of the place"),
    },
)
def customers_and_places(question: Question) -> Search:
    """Customers and service locations: every word somewhere, the name counts most; else what resembles."""
    words = [WRITTEN_OUT.get(word, word) for word in question.words]
    patterns = [_patterns(word) for word in question.words]
    fuzzy = sorted((word for word in words if len(word) > 3 and not word.isdigit()), key=len, reverse=True)
    values: dict[str, Any] = {f"w{i}": patterns[i] if i < len(patterns) else None for i in range(WORDS)}
    number = question.number
    values |= {
        "words": words,
        "reached": 40 if question.phone or question.email else 0,
        "customer": _numbered("C-", number),
        "location": _numbered("LOC-", number),
        "fuzzy": fuzzy or None,
        "former": question.former_id,
        "by_former": BY_FORMER_ID,
        "each": EACH,
    }
    return Search(SQL, values)


@finds("crm.read", note=Text("Note", "Note"), fields={"former": FORMER_ID})
def notes(question: Question) -> Search | None:
    """Notes by the id they had."""
    if question.former_id is None:
        return None
    return Search(NOTE, {"former": question.former_id, "by_former": BY_FORMER_ID})


def _patterns(word: str) -> list[str]:
    """Return how a word may stand in the text: as the beginning of one, inside for digits and emails, written out."""
    inside = "@" in word or (len(word) > 3 and word.isdigit())
    found = [f"%{word}%" if inside else f"% {word}%"]
    if word in WRITTEN_OUT:
        found.append(f"% {WRITTEN_OUT[word]} %")
    return found


def _numbered(prefix: str, number: str) -> str:
    """Return the number as this series writes it, or what no number begins with."""
    if number.startswith(prefix) or (number and prefix.startswith(number)):
        return number if len(number) > len(prefix) else "-"
    letter = prefix.rstrip("-")
    if number.startswith(letter) and number.removeprefix(letter).isdigit():
        return prefix + number.removeprefix(letter)
    return prefix + number if number.isdecimal() else "-"
