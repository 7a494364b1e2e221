"""The lists of the catalogue: items with today's price, and plans with their parts."""

from __future__ import annotations

from gigafibre.catalog.fees import FEE_CLASSES
from gigafibre.catalog.labels import KINDS, SEGMENTS, SERVICE_KINDS
from gigafibre.kernel import clock
from gigafibre.kernel.listing import Column, Filter, Listing, Verb, View, between
from gigafibre.kernel.text import Text, current_language

NAME = Text("Nom", "Name")
KIND = Text("Genre", "Kind")
SERVICE = Text("Service", "Service")
FEE_CLASS = Text("Classe de frais", "Fee class")
PRICE = Text("Prix", "Price")
SOLD = Text("En vente", "Sold")

#: Words of names that sound like fees the law knows; such an item without a class is for a person to look at.
FEE_WORDS = (
    "activation|branchement|modification|changement de forfait|penalite|penalty|nsf|sans provision|cheque retourne"
)

ITEMS = Listing(
    name="items",
    label=Text("Articles", "Items"),
    permission="catalog.read",
    source="""
SELECT i.id, i.sku, CASE %(language)s WHEN 'en' THEN i.name_en ELSE i.name_fr END AS name,
       fold(CASE %(language)s WHEN 'en' THEN i.name_en ELSE i.name_fr END) AS name_key,
       g.code AS group_code, CASE %(language)s WHEN 'en' THEN g.name_en ELSE g.name_fr END AS group_name,
       lpad(g.position::text, 5, '0') || ' ' || fold(CASE %(language)s WHEN 'en' THEN g.name_en ELSE g.name_fr END)
         || ' ' || fold(CASE %(language)s WHEN 'en' THEN i.name_en ELSE i.name_fr END) AS group_key,
       g.revenue_account, i.kind, i.service_kind, i.fee_class, i.taxable, i.active, i.download_kbps / 1000 AS download,
       i.upload_kbps / 1000 AS upload, p.price, next.price AS next_price, lower(next.days) AS next_from,
       CASE %(language)s WHEN 'en' THEN i.invoice_label_en ELSE i.invoice_label_fr END AS invoice_label,
       i.active AND i.fee_class = '' AND i.kind <> 'recurring' AND i.kind <> 'discount'
         AND fold(i.name_fr || ' ' || i.name_en) ~ %(fee_words)s AS to_classify,
       i.search_key
FROM catalog_item i JOIN catalog_itemgroup g ON g.id = i.group_id
LEFT JOIN catalog_itemprice p ON p.item_id = i.id AND p.days @> %(today)s::date
LEFT JOIN LATERAL (
  SELECT price, days FROM catalog_itemprice n WHERE n.item_id = i.id AND lower(n.days) > %(today)s::date
  ORDER BY lower(n.days) LIMIT 1) next ON true
""",
    columns=[
        Column("sku", Text("Code", "SKU"), kind="id", sort=True),
        Column("name", NAME, sort="name_key"),
        Column("group_name", Text("Groupe", "Group"), sort="group_key"),
        Column("kind", KIND, kind="choice", options=KINDS),
        Column("service_kind", SERVICE, kind="choice", options=SERVICE_KINDS),
        Column("fee_class", FEE_CLASS, kind="choice", options=FEE_CLASSES),
        Column("price", PRICE, kind="price", sort=True, nullable=True),
        Column("next_price", Text("Prix à venir", "Price to come"), kind="price", nullable=True),
        Column("next_from", Text("À partir du", "From"), kind="day", sort=True, nullable=True),
        Column("taxable", Text("Taxable", "Taxable"), kind="flag", off=True),
        Column("active", SOLD, kind="flag"),
        Column("download", Text("Mbit/s descendants", "Mbit/s down"), kind="number", off=True),
        Column("upload", Text("Mbit/s montants", "Mbit/s up"), kind="number", off=True),
        Column("invoice_label", Text("Libellé de facture", "Invoice label"), off=True),
        Column("revenue_account", Text("Compte de revenu", "Revenue account"), kind="id", off=True),
        Column("group_code", Text("Code du groupe", "Group code"), kind="id", off=True),
        Column("to_classify", Text("À classer", "To classify"), kind="flag", off=True),
    ],
    filters=[
        Filter("group", Text("Groupe (code)", "Group (code)"), kind="text", where="r.group_code = %(value)s"),
        Filter("kind", KIND, options=KINDS),
        Filter("service_kind", SERVICE, options=SERVICE_KINDS),
        Filter("fee_class", FEE_CLASS, options={name: text for name, text in FEE_CLASSES.items() if name}),
        Filter("active", SOLD, kind="flag"),
        Filter("to_classify", Text("Frais à classer", "Fees to classify"), kind="flag"),
        *between("price", PRICE),
    ],
    views=[
        View("sold", Text("En vente", "Sold"), {"active": "true"}),
        View("services", Text("Services", "Services"), {"active": "true", "kind": "recurring"}),
        View("fees", Text("Frais", "Fees"), {"active": "true", "kind": "one_time,labour,equipment"}),
        View("to_classify", Text("Frais à classer", "Fees to classify"), {"to_classify": "true"}),
        View("forbidden", Text("Frais interdits", "Forbidden fees"), {"fee_class": "activation,modification,penalty"}),
        View("all", Text("Tous", "All")),
    ],
    search="search_key",
    default_sort="group_name",
    values=lambda: {"today": clock.today(), "language": current_language(), "fee_words": FEE_WORDS},
    verbs=[
        Verb("catalog.sell_item", "item", column="sku"),
        Verb("catalog.retire_item", "item", column="sku"),
    ],
)

PLANS = Listing(
    name="plans",
    label=Text("Forfaits", "Plans"),
    permission="catalog.read",
    source="""
SELECT l.id, l.code, CASE %(language)s WHEN 'en' THEN l.name_en ELSE l.name_fr END AS name,
       fold(CASE %(language)s WHEN 'en' THEN l.name_en ELSE l.name_fr END) AS name_key,
       l.service_kind, l.segment, l.interval_months, l.commitment_months, l.combinable, l.active,
       coalesce(parts.names, '') AS parts, parts.price, coalesce(parts.many, 0) AS many,
       fold(l.code || ' ' || l.name_fr || ' ' || l.name_en || ' ' || coalesce(parts.names, '')) AS search_key
FROM catalog_plan l
LEFT JOIN LATERAL (
  SELECT count(*) AS many,
         string_agg(CASE %(language)s WHEN 'en' THEN i.name_en ELSE i.name_fr END, ', ' ORDER BY t.id) AS names,
         CASE WHEN bool_and(p.price IS NOT NULL) THEN round(sum(p.price * t.quantity), 2) END AS price
  FROM catalog_planitem t JOIN catalog_item i ON i.id = t.item_id
  LEFT JOIN catalog_itemprice p ON p.item_id = i.id AND p.days @> %(today)s::date
  WHERE t.plan_id = l.id) parts ON true
""",
    columns=[
        Column("code", Text("Code", "Code"), kind="id", sort=True),
        Column("name", NAME, sort="name_key"),
        Column("parts", Text("Articles", "Items")),
        Column("price", PRICE, kind="money", sort=True, nullable=True),
        Column("service_kind", SERVICE, kind="choice", options=SERVICE_KINDS),
        Column("segment", Text("Clientèle", "Segment"), kind="choice", options=SEGMENTS),
        Column("interval_months", Text("Mois par période", "Months per period"), kind="number", sort=True),
        Column("commitment_months", Text("Mois d’engagement", "Months committed"), kind="number", sort=True),
        Column("combinable", Text("Se combine", "May be combined"), kind="flag", off=True),
        Column("active", SOLD, kind="flag"),
    ],
    filters=[
        Filter("service_kind", SERVICE, options=SERVICE_KINDS),
        Filter("segment", Text("Clientèle", "Segment"), options={k: v for k, v in SEGMENTS.items() if k}),
        Filter("active", SOLD, kind="flag"),
        *between("price", PRICE),
    ],
    views=[View("sold", Text("En vente", "Sold"), {"active": "true"}), View("all", Text("Tous", "All"))],
    search="search_key",
    default_sort="name",
    values=lambda: {"today": clock.today(), "language": current_language()},
    verbs=[
        Verb("catalog.sell_plan", "plan", column="code"),
        Verb("catalog.retire_plan", "plan", column="code"),
    ],
)
