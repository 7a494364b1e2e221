"""How recurring revenue moved, customer by customer: the list behind the dashboard's bars."""

from __future__ import annotations

from typing import Any

from gigafibre.kernel import clock
from gigafibre.kernel.listing import Column, Filter, Listing, View, between
from gigafibre.kernel.text import Text
from gigafibre.reports.reading import script

KIND, MONTH = Text("Mouvement", "Move"), Text("Mois", "Month")
KINDS = {
    "new": Text("Nouveau", "New"),
    "returned": Text("De retour", "Back"),
    "up": Text("En hausse", "Up"),
    "down": Text("En baisse", "Down"),
    "churned": Text("Parti", "Gone"),
}


def _today() -> dict[str, Any]:
    today = clock.today()
    return {"today": today, "month": today.replace(day=1)}


MOVES = Listing(
    name="recurring_moves",
    label=Text("Mouvements du revenu récurrent", "Moves of recurring revenue"),
    permission="reports.read",
    source=f"""
        SELECT m.customer_id * 1000000 + to_char(m.month, 'YYYYMM')::bigint AS id, m.month, c.number AS customer,
               c.display_name AS customer_name, c.sort_key AS customer_key, m.kind, m.before, m.by, m.now,
               m.one AS services, c.sort_key || ' ' || lower(c.number) AS search_key
        FROM ({script("recurring_moves")}) m JOIN crm_customer c ON c.id = m.customer_id
        WHERE m.month > %(month)s::date - interval '12 months'""",  # noqa: S608  our own text
    values=_today,
    columns=[
        Column("month", MONTH, kind="day", sort=True),
        Column("customer", Text("Client", "Customer"), kind="id"),
        Column("customer_name", Text("Nom", "Name"), sort="customer_key"),
        Column("kind", KIND, kind="choice", options=KINDS),
        Column("services", Text("Écart de services", "Change in services"), kind="number", sort=True),
        Column("before", Text("Avant", "Before"), kind="money", sort=True),
        Column("now", Text("Après", "After"), kind="money", sort=True),
        Column("by", Text("Écart", "Difference"), kind="money", sort=True, total=True),
    ],
    filters=[
        Filter("kind", KIND, options=KINDS),
        *between("month", MONTH, kind="day"),
        *between("by", Text("Écart", "Difference")),
    ],
    views=[
        View("all", Text("Tous", "All")),
        View("more", Text("À la hausse", "Upward"), {"kind": "new,returned,up"}),
        View("less", Text("À la baisse", "Downward"), {"kind": "down,churned"}, "by"),
    ],
    search="search_key",
    default_sort="-month",
)
