"""Work orders of the past, with the hours as technicians wrote them."""

from __future__ import annotations

from datetime import date
from random import Random

from gigafibre.legacy.sample import money
from gigafibre.legacy.sample.days import at, later
from gigafibre.legacy.sample.people import Customer
from gigafibre.legacy.sample.planted import Planted
from gigafibre.legacy.sample.records import Record, simple_record
from gigafibre.legacy.sample.shape import Shape
from gigafibre.legacy.sample.spoiling import Spoiler

_INSTALLED = (
    "Installation complète, tout fonctionne.", "Installé, testé avec le client.", "Installation, câble passé au mur.",
    "Installation faite, routeur au salon.", "",
)  # fmt: skip
_NOTES = (
    "Changé l'ONT, −18 dBm.", "Fibre coupée par la déneigeuse, épissure refaite.",
    "Wi-Fi faible au sous-sol, routeur déplacé.", "Câble du téléviseur à refaire.", "Aucun défaut trouvé.",
    "Connecteur nettoyé, signal remonté.", "Adaptateur du téléphone changé.", "Ajout d'une prise au sous-sol.",
    "Client absent, repassé en après-midi.", "Récupéré le décodeur.", "",
)  # fmt: skip
#: How an hour is written: most with a colon, some as it is said.
_WRITTEN = ("{h:02d}:{m:02d}", "{h:02d}:{m:02d}", "{h}h{m:02d}", "{h}h{m:02d}")
_UNREADABLE = ("midi", "am", "PM", "25:10", "9.30")
_CUSTOMERS = 10_110
_CHARGED = 0.18


def work_orders(
    shape: Shape, planted: Planted, customers: list[Customer], team: list[Record]
) -> dict[str, list[Record]]:
    """Make an installation for two customers in three and what came after; three have material on them."""
    rng = Random(f"{shape.seed}:work orders")
    technicians = [int(row["id"] or 0) for row in team if "technicien" in str(row["rights"])] or [1]
    known = [c for c in customers if not c.gone and c.services and (c.left or shape.until) > c.joined]
    visited = rng.sample(known, min(shape.share(_CUSTOMERS), len(known)))
    visits: list[tuple[date, int, Customer, tuple[str, ...]]] = [
        (customer.joined, customer.id, customer, _INSTALLED) for customer in visited
    ]
    for _ in range(max(shape.of("bon_travail") - len(visits), 0) if visited else 0):
        customer = rng.choice(visited)
        visits.append((_some_day(shape, rng, customer), customer.id, customer, _NOTES))
    visits.sort(key=lambda visit: visit[:2])
    rows = [_order(rng, n, day, customer, technicians, notes) for n, (day, _, customer, notes) in enumerate(visits, 1)]
    _spoil(rng, planted, rows, customers, shape.staff)
    items = [
        simple_record("bon_travail_item", id=n, bon_id=n, product_id=1, qte="1.000", price="25.00", desc="Câble Cat6")
        for n in range(1, min(3, len(rows)) + 1)
    ]
    return {"bon_travail": rows, "bon_travail_item": items}


def _some_day(shape: Shape, rng: Random, customer: Customer) -> date:
    last = customer.left or shape.until
    return later(customer.joined, rng.randrange(0, max((last - customer.joined).days, 1)))


def _order(
    rng: Random, number: int, day: date, customer: Customer, technicians: list[int], notes: tuple[str, ...]
) -> Record:
    one = rng.choice(technicians)
    other = rng.choice(technicians) if rng.random() < 0.2 else 0
    begin = rng.randrange(8 * 60, 15 * 60)
    hours = [_hour(rng, begin), _hour(rng, begin + rng.randrange(30, 180, 5))]
    helping = other if other != one else 0
    subtotal = rng.choice((4_500, 7_500, 8_500, 12_000, 17_000)) if rng.random() < _CHARGED else 0
    gst, qst = money.taxes(subtotal, money.era_of(day))
    return simple_record(
        "bon_travail", id=number, account_id=customer.id, date=at(day, begin // 60, begin % 60),
        tech1=one, heure_arrive_t1=hours[0], heure_depart_t1=hours[1], tech2=helping,
        heure_arrive_t2=hours[0] if helping else "", heure_depart_t2=hours[1] if helping else "",
        note=rng.choice(notes) or None, subtotal=money.text(subtotal), tps=money.text(gst), tvq=money.text(qst),
        total=money.text(subtotal + gst + qst),
    )  # fmt: skip


def _spoil(rng: Random, planted: Planted, rows: list[Record], customers: list[Customer], staff: int) -> None:
    """Plant hours that can't be, and technicians and customers who are gone; note who was charged."""
    story = {customer.id for customer in customers if customer.story}
    spoiler = Spoiler(rng, planted, "bon_travail", (row for row in rows if row["account_id"] not in story))
    for row in spoiler.some("work_order_hours_reversed"):
        row["heure_arrive_t1"], row["heure_depart_t1"] = row["heure_depart_t1"], row["heure_arrive_t1"]
    for row in spoiler.some("work_order_hours_missing"):
        row["heure_depart_t1"] = ""
    for row in spoiler.some("work_order_hours_unreadable"):
        row["heure_arrive_t1"] = rng.choice(_UNREADABLE)
    for row in spoiler.some("work_order_of_missing_technician"):
        row["tech1"] = staff + rng.randrange(20, 200)
    for row in spoiler.some("work_order_of_nobody", lambda row: not row["tech2"]):
        row["tech1"] = 0
    for row in spoiler.some("work_order_of_missing_account"):
        row["account_id"] = max(customer.id for customer in customers) + rng.randrange(50, 900)
    for row in spoiler.some("work_order_without_date"):
        row["date"] = 0
    for row in rows:
        if row["total"] != "0.00":
            planted.note("work_order_with_amounts", "bon_travail", int(row["id"] or 0))


def _hour(rng: Random, minutes: int) -> str:
    return rng.choice(_WRITTEN).format(h=minutes // 60, m=minutes % 60)
