"""Codes and prices of the catalogue: theirs while nobody set one here, ours from then on."""

from __future__ import annotations

from gigafibre.legacy.importing.context import Ctx

# A code that an article made here bears is followed by the product's id.
OTHER_CODES = """
UPDATE want_item w SET sku = left(w.sku, 28) || '-' || w.legacy_id FROM catalog_item t
WHERE t.sku = w.sku AND t.legacy_id IS NULL RETURNING w.legacy_id, t.sku
"""
# The price an article came with, for all days; `mine`: it is no more the only one, or no more what we wrote.
PRICES = """
CREATE TEMP TABLE want_price ON COMMIT DROP AS
SELECT p.id AS legacy_id, i.id AS item_id, i.sku, p.price::numeric(14, 4) AS price,
       md5(p.price::numeric(14, 4)::text)::uuid AS print, m.print AS before, h.many, h.price AS here,
       m.print IS DISTINCT FROM md5(h.price::text)::uuid OR h.many <> 1 AS mine
FROM legacy_stage.product p JOIN catalog_item i ON i.legacy_id = p.id
LEFT JOIN legacy_legacyrow m ON m.target = 'catalog_itemprice' AND m.legacy_id = p.id
CROSS JOIN LATERAL (SELECT count(*) AS many,
                           (array_agg(x.price::numeric(14, 4) ORDER BY lower(x.days) DESC))[1] AS price
                    FROM catalog_itemprice x WHERE x.item_id = i.id) h
"""
FIRST = """
INSERT INTO catalog_itemprice (item_id, days, price)
SELECT item_id, daterange('1990-01-01', NULL), price FROM want_price WHERE many = 0
"""
NEWS = """
UPDATE catalog_itemprice x SET price = w.price FROM want_price w
WHERE x.item_id = w.item_id AND w.before IS NOT NULL AND w.before <> w.print AND NOT w.mine
"""
CONFLICTS = """
INSERT INTO legacy_importfinding (run_id, code, "table", legacy_id, detail, field, ours, theirs)
SELECT %s, 'conflict', 'product', legacy_id, sku, 'catalog_itemprice.price', coalesce(here::text, ''), price::text
FROM want_price WHERE before IS NOT NULL AND before <> print AND mine AND here IS DISTINCT FROM price ORDER BY legacy_id
"""
REMEMBER = """
INSERT INTO legacy_legacyrow (target, legacy_id, print)
SELECT 'catalog_itemprice', legacy_id, print FROM want_price WHERE before IS NULL OR NOT mine OR here = price
ON CONFLICT (target, legacy_id) DO UPDATE SET print = excluded.print
"""


def other_codes(ctx: Ctx) -> None:
    """Give another code to a product whose own an article made here bears."""
    ctx.cursor.execute(OTHER_CODES)
    ctx.list_rows("sku_taken_here", "product", ctx.cursor.fetchall())


def import_prices(ctx: Ctx) -> None:
    """Price articles that have none; take a changed price where ours is still the one that was brought."""
    ctx.cursor.execute(PRICES)
    ctx.cursor.execute(FIRST)
    ctx.cursor.execute(NEWS)
    ctx.count("changed", int(ctx.cursor.rowcount))
    ctx.cursor.execute(CONFLICTS, [ctx.run])
    ctx.count("kept", int(ctx.cursor.rowcount))
    ctx.cursor.execute(REMEMBER)
