"""The lists of collections: promises to pay, suspensions."""

from __future__ import annotations

from typing import Any

from gigafibre.collections.labels import METHODS, STATUSES, SUSPENSION_STATES
from gigafibre.kernel import clock
from gigafibre.kernel.describe import PLATFORM
from gigafibre.kernel.listing import Column, Filter, Listing, Verb, View, between
from gigafibre.kernel.text import Text

CUSTOMER = Text("Client", "Customer")
NAME = Text("Nom", "Name")


def _today() -> dict[str, Any]:
    return {"today": clock.today()}


ARRANGEMENTS = Listing(
    name="arrangements",
    label=Text("Accords de paiement", "Payment arrangements"),
    permission="collections.read",
    source="""
        SELECT a.id, c.number AS customer, c.display_name AS customer_name, c.sort_key AS customer_key, a.amount,
               a.agreed_on, a.due_on, a.cutoff_on, a.method, a.status, a.agent, a.note, a.change_reason,
               a.status = 'open' AND a.due_on < %(today)s AS overdue, c.sort_key || ' ' || lower(c.number) AS search_key
        FROM collections_paymentarrangement a JOIN crm_customer c ON c.id = a.customer_id""",
    values=_today,
    columns=[
        Column("customer", CUSTOMER, kind="id"),
        Column("customer_name", NAME, sort="customer_key"),
        Column("amount", Text("Montant", "Amount"), kind="money", sort=True, total=True),
        Column("due_on", Text("Échéance", "Due on"), kind="day", sort=True, nullable=True),
        Column("cutoff_on", Text("Coupure", "Cutoff"), kind="day", sort=True, nullable=True),
        Column("method", Text("Moyen", "By"), kind="choice", options=METHODS),
        Column("status", Text("État", "Status"), kind="choice", options=STATUSES),
        Column("overdue", Text("En retard", "Overdue"), kind="flag"),
        Column("agreed_on", Text("Convenu le", "Agreed on"), kind="day", sort=True, nullable=True, off=True),
        Column("agent", Text("Agent", "Agent"), off=True),
        Column("note", Text("Note", "Note"), off=True),
        Column("change_reason", Text("Raison du changement", "Reason of change"), off=True),
        Column("id", Text("Accord", "Arrangement"), kind="number", off=True),
    ],
    filters=[
        Filter("customer", CUSTOMER, kind="text", where="r.customer = %(value)s"),
        Filter("status", Text("État", "Status"), options=STATUSES),
        Filter("overdue", Text("En retard", "Overdue"), kind="flag"),
        Filter("method", Text("Moyen", "By"), options=METHODS),
        *between("due_on", Text("Échéance", "Due on"), kind="day"),
        *between("amount", Text("Montant", "Amount")),
    ],
    views=[
        View("open", Text("En cours", "Open"), {"status": "pending,open"}),
        View("overdue", Text("En retard", "Overdue"), {"overdue": "true"}),
        View("broken", Text("Rompus", "Broken"), {"status": "broken"}, "-due_on"),
        View("all", Text("Tous", "All"), {}, "-due_on"),
    ],
    search="search_key",
    default_sort="due_on",
    verbs=[
        Verb("collections.cancel_arrangement", "arrangement", column="id"),
    ],
)

SUSPENSIONS = Listing(
    name="suspensions",
    label=Text("Suspensions", "Suspensions"),
    permission="collections.read",
    source="""
        SELECT s.id, c.number AS customer, c.display_name AS customer_name, c.sort_key AS customer_key, s.starts_on,
               s.ends_on, s.voluntary, s.reason, s.by,
               CASE WHEN s.ends_on <= %(today)s THEN 'ended' WHEN s.starts_on > %(today)s THEN 'ahead'
                    ELSE 'running' END AS state,
               c.sort_key || ' ' || lower(c.number) AS search_key
        FROM collections_suspension s JOIN crm_customer c ON c.id = s.customer_id""",
    values=_today,
    columns=[
        Column("customer", CUSTOMER, kind="id"),
        Column("customer_name", NAME, sort="customer_key"),
        Column("starts_on", Text("Du", "From"), kind="day", sort=True),
        Column("ends_on", Text("Au", "Until"), kind="day", sort=True, nullable=True),
        Column("state", Text("État", "State"), kind="choice", options=SUSPENSION_STATES),
        Column("voluntary", Text("À sa demande", "On his wish"), kind="flag"),
        Column("reason", Text("Raison", "Reason")),
        Column("by", Text("Par", "By"), options=PLATFORM, off=True),
        Column("id", Text("Suspension", "Suspension"), kind="number", off=True),
    ],
    filters=[
        Filter("customer", CUSTOMER, kind="text", where="r.customer = %(value)s"),
        Filter("state", Text("État", "State"), options=SUSPENSION_STATES),
        Filter("voluntary", Text("À la demande du client", "On the customer’s wish"), kind="flag"),
        *between("starts_on", Text("Du", "From"), kind="day"),
    ],
    views=[
        View("running", Text("En cours", "Running"), {"state": "running"}),
        View("ahead", Text("À venir", "To come"), {"state": "ahead"}, "starts_on"),
        View("all", Text("Toutes", "All")),
    ],
    search="search_key",
    default_sort="-starts_on",
    verbs=[
        Verb("collections.end_suspension", "customer", column="customer"),
    ],
)
