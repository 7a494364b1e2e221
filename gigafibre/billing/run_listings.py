"""The list of billing runs: the days billed, how far each is, what came of it."""

from __future__ import annotations

from gigafibre.kernel.describe import PLATFORM
from gigafibre.kernel.listing import Column, Filter, Listing, View, between
from gigafibre.kernel.text import Text

STATE = Text("État", "State")
STATES = {
    "confirmed": Text("Confirmée", "Confirmed"),
    "issuing": Text("Émission en cours", "Being issued"),
    "done": Text("Terminée", "Done"),
    "signed": Text("Signée", "Signed off"),
}

BILLING_RUNS = Listing(
    name="billing_runs",
    label=Text("Facturation", "Billing"),
    permission="billing.read",
    source="""
SELECT r.id, r.date, r.state, r.confirmed_by, r.confirmed_at, r.finished_at, r.signed_by, r.signed_at,
       r.date::text || ' ' || fold(r.confirmed_by) AS search_key
FROM billing_billingrun r
""",
    # A run has thousands of customers and documents: they are counted for the runs that are shown.
    details="""
SELECT r.id, r.date, r.state, r.confirmed_by, r.confirmed_at, r.finished_at, r.signed_by, r.signed_at,
       i.customers, i.parked, i.nothing, d.documents, d.total
FROM billing_billingrun r
CROSS JOIN LATERAL (
  SELECT count(*) AS customers, count(*) FILTER (WHERE state = 'parked') AS parked,
         count(*) FILTER (WHERE state = 'nothing') AS nothing
  FROM billing_runitem WHERE run_id = r.id) i
CROSS JOIN LATERAL (
  SELECT count(*) AS documents, coalesce(sum(CASE kind WHEN 'credit_note' THEN -total ELSE total END), 0) AS total
  FROM billing_invoice WHERE run_id = r.id) d
WHERE r.id = page.id
""",
    columns=[
        Column("date", Text("Jour facturé", "Day billed"), kind="day", sort=True),
        Column("state", STATE, kind="choice", options=STATES),
        Column("documents", Text("Documents", "Documents"), kind="number"),
        Column("total", Text("Total", "Total"), kind="money"),
        Column("parked", Text("Parqués", "Parked"), kind="number"),
        Column("customers", Text("Clients", "Customers"), kind="number", off=True),
        Column("nothing", Text("Rien à facturer", "Nothing to bill"), kind="number", off=True),
        Column("confirmed_at", Text("Confirmée le", "Confirmed at"), kind="instant", sort=True),
        Column("confirmed_by", Text("Par", "By"), options=PLATFORM),
        Column("finished_at", Text("Terminée le", "Finished at"), kind="instant", sort=True, nullable=True, off=True),
        Column("signed_at", Text("Signée le", "Signed at"), kind="instant", sort=True, nullable=True, off=True),
        Column("signed_by", Text("Signée par", "Signed by"), off=True),
    ],
    filters=[
        Filter("state", STATE, options=STATES),
        *between("date", Text("Jour facturé", "Day billed"), kind="day"),
    ],
    views=[
        View("all", Text("Toutes", "All")),
        View("to_sign", Text("À signer", "To sign off"), {"state": "done"}),
        View("under_way", Text("En cours", "Under way"), {"state": "confirmed,issuing"}),
    ],
    search="search_key",
    default_sort="-date",
)
