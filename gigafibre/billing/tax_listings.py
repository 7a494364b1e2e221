"""The lists of taxes: every rate with its days, and what each category of customers pays today."""

from __future__ import annotations

import json
from typing import Any

from gigafibre.billing.actions.taxes import FORMS
from gigafibre.kernel import clock, settings
from gigafibre.kernel.listing import Column, Filter, Listing, View, between
from gigafibre.kernel.text import Text, current_language

TAX, STATE, SINCE = Text("Taxe", "Tax"), Text("État", "State"), Text("À partir du", "From")
COMPOUND = Text("Sur le prix avec les autres taxes", "On the price with the other taxes")
#: What a rate is today; `over` is the last of a tax that nobody pays any more.
STATES = {
    "now": Text("En vigueur", "In force"),
    "planned": Text("Prévu", "Planned"),
    "before": Text("D’avant", "Former"),
    "over": Text("Taxe abolie", "Tax abolished"),
    "none": Text("Aucun taux", "No rate"),
}


def _now() -> dict[str, Any]:
    return {"language": current_language(), "today": clock.today()}


def _numbered() -> dict[str, Any]:
    return _now() | {
        "numbers": json.dumps(settings.get("company.registrations")),
        "forms": json.dumps({code: form for code, (form, _) in FORMS.items()}),
    }


TAXES = Listing(
    name="taxes",
    label=Text("Taxes", "Taxes"),
    permission="billing.read",
    # Taxes in their order, the newest rate of each first; the last day a tax was billed on says which rates were used.
    source="""
        SELECT coalesce('rate-' || r.id, 'tax-' || t.id) AS id, t.code::text AS code,
               CASE %(language)s WHEN 'en' THEN t.name_en ELSE t.name_fr END AS name,
               concat(lpad(t.position::text, 5, '0'), ' ', t.code, ' ',
                      lpad((200000 - (lower(r.days) - date '1900-01-01'))::text, 6, '0')) AS place,
               r.rate, trim_scale(r.rate * 100)::text AS percent, lower(r.days) AS since, upper(r.days) AS until,
               coalesce(r.compound, false) AS compound, coalesce(b.last >= lower(r.days), false) AS billed,
               CASE WHEN r.id IS NULL THEN 'none' WHEN r.days @> %(today)s::date THEN 'now'
                    WHEN lower(r.days) > %(today)s::date THEN 'planned'
                    WHEN EXISTS (SELECT FROM billing_taxrate n WHERE n.tax_id = t.id AND n.days >> r.days) THEN 'before'
                    ELSE 'over' END AS state,
               concat_ws(' ', a.number, CASE %(language)s WHEN 'en' THEN a.name_en ELSE a.name_fr END) AS account,
               coalesce(%(numbers)s::jsonb ->> t.code, '') AS registration,
               coalesce(%(forms)s::jsonb ->> t.code, '') AS form,
               fold(concat_ws(' ', t.code, t.name_fr, t.name_en, trim_scale(r.rate * 100)::text)) AS search_key
        FROM billing_tax t
        LEFT JOIN billing_taxrate r ON r.tax_id = t.id
        LEFT JOIN ledger_account a ON a.role = t.account_role
        LEFT JOIN (
          SELECT x.tax_id, max(i.date) AS last FROM billing_invoicetax x JOIN billing_invoice i ON i.id = x.invoice_id
          WHERE i.state = 'issued' GROUP BY 1) b ON b.tax_id = t.id""",
    values=_numbered,
    columns=[
        Column("name", TAX, sort="place"),
        Column("percent", Text("Taux, %", "Rate, %"), sort="rate", nullable=True),
        Column("state", STATE, kind="choice", options=STATES),
        Column("since", SINCE, kind="day", sort=True, nullable=True),
        Column("until", Text("Jusqu’au, exclu", "Until, excluded"), kind="day", sort=True, nullable=True, off=True),
        Column("account", Text("Due au compte", "Owed on account")),
        Column("registration", Text("Notre numéro", "Our number")),
        Column("compound", COMPOUND, kind="flag", off=True),
        Column("billed", Text("Déjà facturé", "Billed already"), kind="flag", off=True),
        Column("form", Text("Forme du numéro", "Form of the number"), off=True),
        Column("code", Text("Code", "Code"), kind="id", off=True),
    ],
    filters=[
        Filter("state", STATE, options=STATES),
        Filter("former", STATES["before"], kind="flag", where="(r.state = 'before') = %(value)s"),
        Filter("tax", Text("Code de la taxe", "Code of the tax"), kind="text", where="r.code = upper(%(value)s)"),
        Filter("compound", COMPOUND, kind="flag"),
        *between("since", SINCE, kind="day"),
    ],
    views=[
        View("current", Text("En vigueur et prévus", "In force and planned"), {"former": "false"}),
        View("before", Text("D’avant", "Former"), {"former": "true"}),
        View("all", Text("Tous les taux", "All rates")),
    ],
    search="search_key",
    default_sort="name",
    worded=True,
)

TAX_CATEGORIES = Listing(
    name="tax_categories",
    label=Text("Catégories de clients", "Categories of customers"),
    permission="billing.read",
    source="""
        SELECT o.*, (o.code <> 'QC')::int || fold(o.name) AS place,
               fold(concat_ws(' ', o.code, o.name_fr, o.name_en, array_to_string(o.taxes, ' '))) AS search_key
        FROM (
          SELECT c.code::text AS id, c.code::text AS code, c.name_fr, c.name_en, c.since,
                 CASE %(language)s WHEN 'en' THEN c.name_en ELSE c.name_fr END AS name,
                 coalesce(m.names, '{}') AS taxes, coalesce(m.codes, '{}') AS codes
          FROM billing_taxcategory c
          LEFT JOIN (
            SELECT p.category_id, array_agg(t.code::text) AS codes,
                   array_agg((CASE %(language)s WHEN 'en' THEN t.name_en ELSE t.name_fr END)::text
                             ORDER BY t.position, t.code) AS names
            FROM billing_categorytax p JOIN billing_tax t ON t.id = p.tax_id
            WHERE p.days @> %(today)s::date GROUP BY 1) m ON m.category_id = c.code) o""",
    values=_now,
    columns=[
        Column("name", Text("Catégorie", "Category"), sort="place"),
        Column("taxes", Text("Paie aujourd’hui", "Pays today"), kind="words"),
        Column("since", Text("Connue depuis", "Known since"), kind="day", sort=True),
        Column("code", Text("Code", "Code"), kind="id", off=True),
    ],
    filters=[
        Filter("tax", Text("Code de la taxe", "Code of the tax"), kind="text", where="upper(%(value)s) = ANY(r.codes)"),
        Filter("exempt", Text("Sans taxe", "Without tax"), kind="flag", where="(r.taxes = '{}') = %(value)s"),
    ],
    views=[
        View("all", Text("Toutes", "All")),
        View("exempt", Text("Sans taxe", "Without tax"), {"exempt": "true"}),
    ],
    search="search_key",
    default_sort="name",
    worded=True,
)
