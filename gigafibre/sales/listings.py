"""The lists of sales: quotations, contracts."""

from __future__ import annotations

from typing import Any

from gigafibre.kernel import clock
from gigafibre.kernel.listing import Column, Filter, Listing, Verb, View, between
from gigafibre.kernel.search import FORMER_ID
from gigafibre.kernel.text import Text
from gigafibre.sales.labels import CONTRACT_STATUSES, QUOTATION_STATUSES, SOURCE_WORDS, TRACKS

NUMBER = Text("Numéro", "Number")
CUSTOMER = Text("Client", "Customer")
NAME = Text("Nom", "Name")
STATUS = Text("État", "Status")
MONTHLY = Text("Par mois", "Monthly")
ONCE = Text("Une fois", "Once")
SOURCE = Text("Provenance", "Source")
PREPARED = Text("Préparé par", "Prepared by")


def _today() -> dict[str, Any]:
    return {"today": clock.today()}


QUOTATIONS = Listing(
    name="quotations",
    label=Text("Soumissions", "Quotations"),
    permission="sales.read",
    source="""
        SELECT q.id, q.number, q.status, q.source, c.number AS customer,
               coalesce(c.display_name, q.prospect_name) AS customer_name,
               coalesce(c.sort_key, fold(q.prospect_name)) AS customer_key, q.title, q.monthly_total, q.once_total,
               q.made_on, q.valid_until, q.prepared_by, q.decided_at::date AS decided_on, q.legacy_raw <> '' AS damaged,
               q.legacy_id,
               q.status = 'sent' AND q.valid_until < %(today)s::date + 7 AS runs_out,
               coalesce(c.sort_key, fold(q.prospect_name)) || ' ' || fold(q.title) || ' ' || lower(q.number) || ' '
                 || coalesce(lower(c.number), '') AS search_key
        FROM sales_quotation q LEFT JOIN crm_customer c ON c.id = q.customer_id""",
    values=_today,
    columns=[
        Column("number", NUMBER, kind="id"),
        Column("customer", CUSTOMER, kind="id", nullable=True),
        Column("customer_name", NAME, sort="customer_key"),
        Column("title", Text("Titre", "Title")),
        Column("status", STATUS, kind="choice", options=QUOTATION_STATUSES),
        Column("monthly_total", MONTHLY, kind="money", sort=True, total=True),
        Column("once_total", ONCE, kind="money", sort=True, total=True),
        Column("made_on", Text("Du", "Of"), kind="day", sort=True),
        Column("valid_until", Text("Valide jusqu’au", "Valid until"), kind="day", sort=True),
        Column("prepared_by", PREPARED, off=True),
        Column("source", SOURCE, kind="choice", options=SOURCE_WORDS, off=True),
        Column("decided_on", Text("Réponse le", "Answered on"), kind="day", nullable=True, off=True),
        Column("damaged", Text("Abîmée à la source", "Damaged in the source"), kind="flag", off=True),
    ],
    filters=[
        Filter("status", STATUS, options=QUOTATION_STATUSES),
        Filter("source", SOURCE, options=SOURCE_WORDS),
        Filter("runs_out", Text("Expire dans la semaine", "Runs out within a week"), kind="flag"),
        Filter("damaged", Text("Abîmée à la source", "Damaged in the source"), kind="flag"),
        Filter("customer", CUSTOMER, kind="text", where="r.customer = %(value)s"),
        Filter("legacy_id", FORMER_ID, kind="number"),
        *between("made_on", Text("Du", "Of"), kind="day"),
    ],
    views=[
        View("open", Text("En cours", "Open"), {"status": "draft,sent"}, "-made_on"),
        View("accepted", Text("Acceptées", "Accepted"), {"status": "accepted"}, "-made_on"),
        View("runs_out", Text("Expirent bientôt", "Run out soon"), {"runs_out": "true"}, "valid_until"),
        View("all", Text("Toutes", "All"), {}, "-made_on"),
    ],
    search="search_key",
    default_sort="-made_on",
    verbs=[
        Verb("sales.send_quotation", "quotation"),
        Verb("sales.decline_quotation", "quotation"),
        Verb("sales.discard_quotation", "quotation"),
    ],
)

CONTRACTS = Listing(
    name="contracts",
    label=Text("Contrats", "Contracts"),
    permission="sales.read",
    source="""
        SELECT k.id, k.number, k.status, k.track, k.source, c.number AS customer, c.display_name AS customer_name,
               c.sort_key AS customer_key, l.line1 || ', ' || l.city AS place, k.monthly_total, k.once_total,
               k.commitment_months, k.made_on, k.starts_on, k.appointment_on, k.signed_at::date AS signed_on,
               k.prepared_by,
               c.sort_key || ' ' || lower(k.number) || ' ' || lower(c.number) || ' ' || fold(l.line1) AS search_key
        FROM sales_contract k JOIN crm_customer c ON c.id = k.customer_id
        JOIN crm_location l ON l.id = k.location_id""",
    columns=[
        Column("number", NUMBER, kind="id"),
        Column("customer", CUSTOMER, kind="id"),
        Column("customer_name", NAME, sort="customer_key"),
        Column("place", Text("Lieu", "Place")),
        Column("status", STATUS, kind="choice", options=CONTRACT_STATUSES),
        Column("monthly_total", MONTHLY, kind="money", sort=True, total=True),
        Column("commitment_months", Text("Engagement (mois)", "Commitment (months)"), kind="number", sort=True),
        Column("made_on", Text("Du", "Of"), kind="day", sort=True),
        Column("signed_on", Text("Signé le", "Signed on"), kind="day", sort=True, nullable=True),
        Column("appointment_on", Text("Rendez-vous", "Appointment"), kind="day", sort=True, nullable=True),
        Column("once_total", ONCE, kind="money", sort=True, total=True, off=True),
        Column("starts_on", Text("Début prévu", "Planned start"), kind="day", sort=True, off=True),
        Column("track", Text("Signature", "Signing"), kind="choice", options=TRACKS, off=True),
        Column("source", SOURCE, kind="choice", options=SOURCE_WORDS, off=True),
        Column("prepared_by", PREPARED, off=True),
    ],
    filters=[
        Filter("status", STATUS, options=CONTRACT_STATUSES),
        Filter("track", Text("Signature", "Signing"), options=TRACKS),
        Filter("source", SOURCE, options=SOURCE_WORDS),
        Filter("customer", CUSTOMER, kind="text", where="r.customer = %(value)s"),
        *between("signed_on", Text("Signé le", "Signed on"), kind="day"),
    ],
    views=[
        View("open", Text("En cours", "Open"), {"status": "draft,sent"}, "-made_on"),
        View("signed", Text("Signés", "Signed"), {"status": "signed"}, "-signed_on"),
        View("all", Text("Tous", "All"), {}, "-made_on"),
    ],
    search="search_key",
    default_sort="-made_on",
    verbs=[
        Verb("sales.send_contract", "contract"),
        Verb("sales.cancel_contract", "contract"),
        Verb("sales.discard_contract", "contract"),
    ],
)
