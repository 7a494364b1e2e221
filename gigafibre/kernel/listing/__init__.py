"""Lists, one way for all: declared columns, filters, sorts and views; cursor pages, counts, totals, CSV and XLSX.

    INVOICES = Listing(
        name="invoices", label=Text("Factures", "Invoices"), permission="billing.read",
        source="SELECT i.id, i.number, i.date, i.total, fold(i.bill_name) AS search_key FROM billing_invoice i",
        columns=[Column("number", Text("Numéro", "Number"), kind="id"),
                 Column("date", Text("Date", "Date"), kind="day", sort=True),
                 Column("total", Text("Total", "Total"), kind="money", sort=True, total=True)],
        filters=[*between("date", Text("Date", "Date"), kind="day")],
        views=[View("all", Text("Toutes", "All"))],
        search="search_key", default_sort="-date",
    )
    serve(router, "/invoices", INVOICES)     # GET /invoices and GET /invoices/export?format=csv|xlsx

`source` is a query (SQL with named parameters, or a function that returns a queryset) with a unique column `id`. Its
columns may be filtered and sorted by; one that nothing asks for costs nothing, so left joins on grouped subqueries are
free until used. Those of another app's right are named in `takes`. What is only shown and dear belongs in `details`:
SQL run for a page's rows (`WHERE c.id = page.id`).
"""

from gigafibre.kernel.listing.answers import answer, page, serve
from gigafibre.kernel.listing.declared import (
    COUNTED,
    YEARS,
    Column,
    Filter,
    Listing,
    Verb,
    View,
    all_listings,
    between,
)
from gigafibre.kernel.listing.errors import BadCursor
from gigafibre.kernel.listing.query import Page, checked, chosen
from gigafibre.kernel.listing.rights import Shown, shown_to

__all__ = [
    "COUNTED",
    "YEARS",
    "BadCursor",
    "Column",
    "Filter",
    "Listing",
    "Page",
    "Shown",
    "Verb",
    "View",
    "all_listings",
    "answer",
    "between",
    "checked",
    "chosen",
    "page",
    "serve",
    "shown_to",
]
