"""The list of what our engine computes otherwise than was billed."""

from __future__ import annotations

from gigafibre.kernel.folding import fold_words
from gigafibre.kernel.listing import YEARS, Column, Filter, Listing, View, between
from gigafibre.kernel.text import Text
from gigafibre.legacy.recomputed import CAUSES, EXPLANATIONS

DATE = Text("Date", "Date")
WHAT = Text("Montant", "Amount")
CAUSE = Text("Cause", "Cause")
EXPLANATION = Text("Explication", "Explanation")
CUSTOMER = Text("Client", "Customer")
DIFFERENCE = Text("Écart", "Difference")
KNOWN = {cause: words for cause, words in CAUSES.items() if cause != "equal"}
#: A tax that has no words is shown by its code.
WHATS = {
    "lines": Text("Lignes", "Lines"),
    "total": Text("Total", "Total"),
    "GST": Text("TPS", "GST"),
    "QST": Text("TVQ", "QST"),
}

RECOMPUTED = Listing(
    name="recomputed",
    label=Text("Historique recalculé", "History recomputed"),
    permission="legacy.read",
    source="""
SELECT a.id, i.number, a.date, c.number AS customer, c.display_name AS name, a.what, a.cause, a.explanation, a.billed,
       a.ours, a.difference, a.detail, a.customer_id, a.invoice_id, c.sort_key AS search_key
FROM legacy_recomputedamount a
JOIN billing_invoice i ON i.id = a.invoice_id
JOIN crm_customer c ON c.id = a.customer_id
WHERE a.recomputation_id = (SELECT max(w.id) FROM legacy_recomputation w WHERE w.state = 'done')
""",
    columns=[
        Column("number", Text("Facture", "Invoice"), kind="id"),
        Column("date", DATE, kind="day", sort=True),
        Column("customer", CUSTOMER, kind="id", off=True),
        Column("name", Text("Nom", "Name")),
        Column("cause", CAUSE, kind="choice", options=KNOWN),
        Column("what", WHAT, kind="choice", options=WHATS),
        Column("explanation", EXPLANATION, kind="choice", options=EXPLANATIONS),
        Column("detail", Text("Détail", "Detail")),
        Column("billed", Text("Facturé", "Billed"), kind="money"),
        Column("ours", Text("Recalculé", "Recomputed"), kind="money"),
        Column("difference", DIFFERENCE, kind="money", sort=True, total=True),
    ],
    filters=[
        Filter("cause", CAUSE, options=KNOWN),
        Filter(
            "price",
            Text("Différence de prix", "Difference of price"),
            kind="flag",
            where="(r.cause = 'price') = %(value)s",
            implies={"false": "r.cause = ANY('{unknown,rate,proration,rounding}')", "true": "r.cause = 'price'"},
        ),
        Filter("explanation", EXPLANATION, options=EXPLANATIONS),
        Filter("what", WHAT),
        Filter(
            "year",
            Text("Année", "Year"),
            kind="number",
            within=YEARS,
            where="(r.date >= make_date(%(value)s::int, 1, 1) AND r.date < make_date(%(value)s::int + 1, 1, 1))",
        ),
        Filter(
            "customer",
            CUSTOMER,
            kind="text",
            where="r.customer_id = (SELECT x.id FROM crm_customer x WHERE x.number = %(value)s)",
        ),
        *between("date", DATE, kind="day"),
        *between("difference", DIFFERENCE),
    ],
    views=[
        View("all", Text("Tous", "All")),
        View("but_prices", Text("Sauf les prix", "But for prices"), {"price": "false"}),
        View("unknown", Text("Inexpliqués", "Unexplained"), {"cause": "unknown"}),
        View("largest", Text("Plus chers chez nous", "Dearer with us"), {}, "-difference"),
    ],
    long=True,
    search="search_key",
    reading=fold_words,
    finding="(r.customer_id = ANY(ARRAY(SELECT x.id FROM crm_customer x WHERE x.sort_key LIKE %(word)s)) "
    "OR r.invoice_id = ANY(ARRAY(SELECT x.id FROM billing_invoice x WHERE x.number = upper(%(plain)s))))",
    default_sort="-date",
)
