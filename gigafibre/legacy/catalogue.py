"""Our catalogue beside the former one: what either lacks, and where price, speed or revenue account differ."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db import connection

from gigafibre.kernel import clock
from gigafibre.kernel.listing import Column, Filter, Listing, View
from gigafibre.kernel.text import Text, current_language

KINDS = {
    "missing": Text("Manque ici", "Missing here"),
    "extra": Text("Seulement ici", "Only here"),
    "price": Text("Autre prix", "Other price"),
    "speed": Text("Autre vitesse", "Other speed"),
    "account": Text("Autre compte de revenu", "Other revenue account"),
    "equal": Text("Pareil", "The same"),
}
#: A product is as many rows as it differs in ways; before anything was imported there is nothing to compare with.
SOURCE = """
SELECT coalesce(i.id, -p.product) * 8 + k.place AS id, coalesce(i.id, -p.product) * 8 + k.place AS row, k.kind,
       p.product, coalesce(p.sku, '') AS their_sku, coalesce(i.sku, '') AS sku,
       coalesce(CASE %(language)s WHEN 'en' THEN i.name_en ELSE i.name_fr END, nullif(p.name, ''), p.sku) AS name,
       p.price AS theirs, r.price AS ours,
       speeds.theirs AS their_speed, speeds.ours AS our_speed,
       nullif(p.account, '') AS their_account, g.revenue_account AS our_account, k.kind <> 'equal' AS differs,
       coalesce(i.active, p.active) AS active,
       fold(concat_ws(' ', p.product::text, p.sku, i.sku, p.name, i.name_fr, i.name_en)) AS search_key,
       fold(coalesce(i.sku, p.sku)) AS sku_key
FROM legacy_legacyproduct p
FULL JOIN catalog_item i ON i.legacy_id = p.product
LEFT JOIN catalog_itemgroup g ON g.id = i.group_id
LEFT JOIN catalog_itemprice r ON r.item_id = i.id AND r.days @> %(today)s::date
CROSS JOIN LATERAL (
  SELECT i.id IS NULL AS missing, p.product IS NULL AS extra, r.price IS DISTINCT FROM p.price AS price,
         (i.download_kbps, i.upload_kbps) IS DISTINCT FROM (p.download_kbps, p.upload_kbps) AS speed,
         g.revenue_account IS DISTINCT FROM p.account AS account) d
CROSS JOIN LATERAL ( -- of what has no speed on either side nothing
  SELECT min(k.said) FILTER (WHERE k.theirs) AS theirs, min(k.said) FILTER (WHERE NOT k.theirs) AS ours FROM (
    SELECT x.theirs,
           translate(trim_scale(x.down / 1000.0) || ' / ' || trim_scale(x.up / 1000.0), '.', %(point)s) AS said
    FROM (VALUES (true, p.download_kbps, p.upload_kbps), (false, i.download_kbps, i.upload_kbps)) x (theirs, down, up)
    WHERE greatest(p.download_kbps, p.upload_kbps, i.download_kbps, i.upload_kbps) > 0) k) speeds
CROSS JOIN LATERAL (VALUES
  (0, 'missing', d.missing), (1, 'extra', d.extra), (2, 'price', NOT (d.missing OR d.extra) AND d.price),
  (3, 'speed', NOT (d.missing OR d.extra) AND d.speed), (4, 'account', NOT (d.missing OR d.extra) AND d.account),
  (5, 'equal', NOT (d.missing OR d.extra OR d.price OR d.speed OR d.account))) k (place, kind, holds)
WHERE k.holds AND EXISTS (SELECT FROM legacy_legacyproduct)
"""
KIND = Text("Écart", "Difference")


def _reading() -> dict[str, Any]:
    language = current_language()
    return {"today": clock.today(), "language": language, "point": "." if language == "en" else ","}


CATALOGUE = Listing(
    name="catalogue_differences",
    label=Text("Catalogue comparé", "Catalogue compared"),
    permission="legacy.read",
    source=SOURCE,
    columns=[
        Column("name", Text("Nom", "Name")),
        Column("sku", Text("Notre code", "Our code"), kind="id", sort="sku_key"),
        Column("kind", KIND, kind="choice", options=KINDS),
        Column("theirs", Text("Leur prix", "Their price"), kind="price", nullable=True),
        Column("ours", Text("Notre prix", "Our price"), kind="price", nullable=True),
        Column("their_speed", Text("Leurs Mbit/s", "Their Mbit/s"), nullable=True),
        Column("our_speed", Text("Nos Mbit/s", "Our Mbit/s"), nullable=True),
        Column("their_account", Text("Leur compte", "Their account"), kind="id", nullable=True),
        Column("our_account", Text("Notre compte", "Our account"), kind="id", nullable=True),
        Column("active", Text("En vente", "Sold"), kind="flag", off=True),
        Column("product", Text("Produit no", "Product no."), kind="number", sort=True, nullable=True, off=True),
        Column("their_sku", Text("Leur code", "Their code"), kind="id", off=True),
        Column("row", Text("Rangée no", "Row no."), kind="number", off=True),
    ],
    filters=[
        Filter("kind", KIND, options=KINDS),
        Filter("differs", Text("Diffère", "Differs"), kind="flag"),
        Filter("active", Text("En vente", "Sold"), kind="flag"),
    ],
    views=[
        View("differences", Text("Écarts", "Differences"), {"differs": "true"}),
        *(View(kind, words, {"kind": kind}) for kind, words in KINDS.items() if kind != "equal"),
        View("all", Text("Tous", "All")),
    ],
    search="search_key",
    default_sort="sku",
    values=_reading,
)


@dataclass(frozen=True)
class Compared:
    """How the catalogues compare today: rows by kind, and when the former one was read last (None: never)."""

    read_at: str | None
    products: int
    counts: dict[str, int]


def compared() -> Compared:
    """Return how many products are missing here, only here, or differ, by kind."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT r.started_at, (SELECT count(*) FROM legacy_legacyproduct) FROM legacy_legacyproduct p "
            "JOIN legacy_importrun r ON r.id = p.run_id LIMIT 1"
        )
        read_at, products = cursor.fetchone() or (None, 0)
        cursor.execute(f"SELECT kind, count(*) FROM ({SOURCE}) c GROUP BY kind", _reading())  # noqa: S608 - our own text
        found = dict(cursor.fetchall())
    counts = {kind: found.get(kind, 0) for kind in KINDS}
    return Compared(read_at.isoformat() if read_at else None, products, counts)
