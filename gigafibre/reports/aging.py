"""Who owes what, by days past due, with names: on any day, the same answer whenever it is asked."""

from __future__ import annotations

from typing import Any

from gigafibre.kernel import clock
from gigafibre.kernel.listing import Column, Filter, Listing, View, between
from gigafibre.kernel.text import Text
from gigafibre.ledger.queries import AGING_BY_CUSTOMER

SEGMENTS = {"residential": Text("Résidentiel", "Residential"), "commercial": Text("Commercial", "Commercial")}
STATUSES = {
    "prospect": Text("Prospect", "Prospect"),
    "active": Text("Actif", "Active"),
    "suspended": Text("Suspendu", "Suspended"),
    "terminated": Text("Résilié", "Terminated"),
}


def _today() -> dict[str, Any]:
    return {"on": clock.today()}


def _money(name: str, fr: str, en: str) -> Column:
    return Column(name, Text(fr, en), kind="money", sort=True, total=True)


AGING = Listing(
    name="aging",
    label=Text("Comptes à recevoir par âge", "Aged receivables"),
    permission="ledger.read",
    takes={"crm.read": ("phone",)},
    source=f"""{AGING_BY_CUSTOMER}
        SELECT c.id, c.number AS customer, c.display_name AS customer_name, c.sort_key AS customer_key, c.segment,
               c.status, (SELECT p.value || coalesce(';' || nullif(p.extension, ''), '') FROM crm_contactpoint p
                          JOIN crm_contact o ON o.id = p.contact_id
                          WHERE p.customer_id = c.id AND p.valid AND p.kind IN ('mobile', 'home', 'office')
                          ORDER BY o.position, p.position, p.id LIMIT 1) AS phone,
               a.current, a.days_1_30, a.days_31_60, a.days_61_90, a.over_90, a.owed, a.credits,
               a.owed - a.credits AS balance, c.sort_key || ' ' || lower(c.number) AS search_key
        FROM customer a JOIN crm_customer c ON c.id = a.customer_id""",  # noqa: S608  our own text
    values=_today,
    columns=[
        Column("customer", Text("Client", "Customer"), kind="id"),
        Column("customer_name", Text("Nom", "Name"), sort="customer_key"),
        Column("phone", Text("Téléphone", "Phone"), nullable=True),
        Column("segment", Text("Segment", "Segment"), kind="choice", options=SEGMENTS, off=True),
        Column("status", Text("État", "Status"), kind="choice", options=STATUSES, off=True),
        _money("current", "À échoir", "Current"),
        _money("days_1_30", "1 à 30 jours", "1–30 days"),
        _money("days_31_60", "31 à 60 jours", "31–60 days"),
        _money("days_61_90", "61 à 90 jours", "61–90 days"),
        _money("over_90", "Plus de 90 jours", "Over 90 days"),
        _money("owed", "Dû", "Owed"),
        _money("credits", "Crédits non imputés", "Unapplied credits"),
        _money("balance", "Solde", "Balance"),
    ],
    filters=[
        Filter("on", Text("Au", "On"), kind="day", gives="on"),
        Filter("segment", Text("Segment", "Segment"), options=SEGMENTS),
        Filter("status", Text("État", "Status"), options=STATUSES),
        *between("current", Text("À échoir", "Current")),
        *between("days_1_30", Text("1 à 30 jours", "1–30 days")),
        *between("days_31_60", Text("31 à 60 jours", "31–60 days")),
        *between("days_61_90", Text("61 à 90 jours", "61–90 days")),
        *between("over_90", Text("Plus de 90 jours", "Over 90 days")),
        *between("owed", Text("Dû", "Owed")),
    ],
    views=[
        View("all", Text("Tous", "All")),
        View("late", Text("Plus de 90 jours", "Over 90 days"), {"over_90_min": "0.01"}, "-over_90"),
    ],
    search="search_key",
    default_sort="-owed",
)
