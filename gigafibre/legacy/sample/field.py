"""Work orders of the past, with the hours as technicians wrote them."""

from random import Random

from gigafibre.legacy.sample.days import at, later
from gigafibre.legacy.sample.people import Customer
from gigafibre.legacy.sample.records import Record, simple_record
from gigafibre.legacy.sample.shape import Shape

_NOTES = (
    "Changé l'ONT, −18 dBm.", "Fibre coupée par la déneigeuse, épissure refaite.",
    "Wi-Fi faible au sous-sol, routeur déplacé.",
    "Installation complète, tout fonctionne.", "Câble du téléviseur à refaire.", "Aucun défaut trouvé.", "",
)  # fmt: skip
#: How an hour is written: most with a colon, some as it is said.
_WRITTEN = ("{h:02d}:{m:02d}", "{h:02d}:{m:02d}", "{h}h{m:02d}", "{h}h{m:02d}")


def work_orders(shape: Shape, customers: list[Customer], team: list[Record]) -> dict[str, list[Record]]:
    """Make one work order for about six customers in ten, one technician or two; three have material on them."""
    rng = Random(f"{shape.seed}:work orders")
    technicians = [int(row["id"] or 0) for row in team if "technicien" in str(row["rights"])] or [1]
    rows: list[Record] = []
    for customer in customers:
        if customer.gone or not customer.services or rng.random() > 0.6:
            continue
        last = customer.left or shape.until
        if last <= customer.joined:
            continue
        day = later(customer.joined, rng.randrange(0, max((last - customer.joined).days, 1)))
        one = rng.choice(technicians)
        other = rng.choice(technicians) if rng.random() < 0.2 else 0
        begin = rng.randrange(8 * 60, 15 * 60)
        hours = [_hour(rng, begin), _hour(rng, begin + rng.randrange(30, 180, 5))]
        # Some forget to write when they left, some write it the wrong way round.
        slip = rng.random()
        if slip < 0.04:
            hours[1] = ""
        elif slip < 0.07:
            hours.reverse()
        helping = other if other != one else 0
        rows.append(simple_record(
            "bon_travail", id=len(rows) + 1, account_id=customer.id, date=at(day, begin // 60, begin % 60),
            tech1=one, heure_arrive_t1=hours[0], heure_depart_t1=hours[1], tech2=helping,
            heure_arrive_t2=hours[0] if helping else "", heure_depart_t2=hours[1] if helping else "",
            note=rng.choice(_NOTES) or None, subtotal="0.00", tps="0.00", tvq="0.00", total="0.00",
        ))  # fmt: skip
    items = [
        simple_record("bon_travail_item", id=n, bon_id=n, product_id=1, qte="1.000", price="25.00", desc="Câble Cat6")
        for n in range(1, min(3, len(rows)) + 1)
    ]
    return {"bon_travail": rows, "bon_travail_item": items}


def _hour(rng: Random, minutes: int) -> str:
    return rng.choice(_WRITTEN).format(h=minutes // 60, m=minutes % 60)
