"""Payment arrangements and suspensions, made of the troubles the books met."""

from datetime import timedelta
from random import Random

from gigafibre.legacy.sample import money
from gigafibre.legacy.sample.books import Books
from gigafibre.legacy.sample.days import at, later, midnight
from gigafibre.legacy.sample.paying import day_of
from gigafibre.legacy.sample.people import OWING, SUSPENDED, Customer
from gigafibre.legacy.sample.planted import Planted
from gigafibre.legacy.sample.records import Record, simple_record
from gigafibre.legacy.sample.shape import Shape

_NOTES = (
    "Paie {m} $ d'ici là, sinon coupure.", "Promet de payer à sa prochaine paie.",
    "Attend son chèque de l'assurance-emploi.",
    "Va passer au comptoir.", "Par le portail.", "Prélèvement à repasser.", "En deux versements.", "", "", "",
    "Récolte pas rentrée, paiera en octobre.", "Conjointe à l'hôpital, être patient.",
)  # fmt: skip
_CHANGES = ("Demande une semaine de plus", "Montant réduit", "Chèque en retard dans la poste", "Erreur de date")
PENDING, OPEN, KEPT = -1, 0, 1
_STILL_OPEN = 0.15


def arrangements(
    shape: Shape, planted: Planted, books: Books, customers: list[Customer], told: list[Record]
) -> list[Record]:
    """Make arrangements of each status; most of the old open ones were simply never closed."""
    rng = Random(f"{shape.seed}:arrangements")
    # Those who owe first, then those who once did, then anybody: few customers have many arrangements.
    troubled = list(dict.fromkeys(c.id for _, c, _ in books.troubles if not c.story and not c.gone))
    known = {c.id: c for c in customers if c.services and not c.gone and not c.story}
    people = [known[number] for number in troubled if number in known][: shape.arranging_customers]
    others = [c for c in known.values() if c not in people and c.habit != "prompt"] or list(known.values())
    people += rng.sample(others, min(len(others), shape.arranging_customers - len(people)))
    moments: dict[int, list[tuple[int, int]]] = {}
    for moment, customer, cents in books.troubles:
        moments.setdefault(customer.id, []).append((moment, cents))
    wanted = [PENDING] * shape.arrangements_pending + [OPEN] * shape.arrangements_open
    wanted += [KEPT] * (shape.arrangements - len(wanted) - len(told))
    rows = list(told)
    for n, status in enumerate(wanted):
        customer = people[n % len(people)] if n < len(people) else rng.choice(people)
        found = moments.get(customer.id)
        moment, cents = rng.choice(found) if found else (0, rng.randrange(4_000, 30_000))
        recent = status == PENDING or (status == OPEN and customer.left is None and rng.random() < _STILL_OPEN)
        if not moment or recent:
            last = customer.left or shape.until
            first = max(customer.joined, last - timedelta(days=5 if recent else 2_600))
            ordinal = rng.randrange(first.toordinal(), max(last.toordinal(), first.toordinal() + 1))
            moment = midnight(type(first).fromordinal(ordinal))
        row = _arrangement(shape, rng, customer, moment, cents, status)
        if status == OPEN and n % 8 == shape.arrangements_pending:
            row["date_coupure"] = 0
        rows.append(row)
    rows.sort(key=lambda row: (int(row["date_accord"] or 0), int(row["account_id"] or 0)))
    for n, row in enumerate(rows, 1):
        row["id"] = n
        planted.note(_kind(shape, row), "accord_paiement", n)
    return rows


def _arrangement(shape: Shape, rng: Random, customer: Customer, moment: int, cents: int, status: int) -> Record:
    agreed = later(day_of(moment), 0 if status == PENDING else rng.randrange(0, 4))
    due = later(agreed, rng.randrange(4, 31))
    cut = later(due, rng.randrange(3, 8))
    amount = money.text(max(cents, 1_000))
    return simple_record(
        "accord_paiement",
        id=0,
        account_id=customer.id,
        staff_id=rng.randrange(1, shape.staff + 1),
        date_accord=at(agreed, rng.randrange(8, 19), rng.randrange(60)),
        date_echeance=midnight(due),
        date_coupure=midnight(cut) if status != KEPT or rng.random() < 0.9 else 0,
        montant=amount,
        method=4 if customer.mode == "ppa" and rng.random() < 0.5 else rng.choice((0, 0, 1, 1, 2, 3, 3)),
        status=status,
        note=rng.choice(_NOTES).format(m=amount) or None,
        raison_changement=rng.choice(_CHANGES) if rng.random() < 0.08 else None,
    )


def _kind(shape: Shape, row: Record) -> str:
    match row["status"]:
        case -1:
            return "arrangement_pending"
        case 1:
            return "arrangement_kept"
    if not row["date_coupure"]:
        return "arrangement_open_without_cutoff"
    past = int(row["date_coupure"]) < midnight(later(shape.until, -30))
    return "arrangement_open_long_past" if past else "arrangement_open"


def suspensions(shape: Shape, planted: Planted, customers: list[Customer], told: list[Record]) -> list[Record]:
    """Make suspensions: mostly a bare flag without dates."""
    rng = Random(f"{shape.seed}:suspensions")
    known = [c for c in customers if c.services and not c.gone and not c.story]
    now = [c for c in known if c.status == SUSPENDED]
    once = [c for c in known if c.status == OWING or c.habit in {"hard", "pairs"}] or known
    rows = list(told)
    for n in range(shape.suspensions - len(told)):
        customer = now[n] if n < len(now) else rng.choice(once)
        dated = rng.random() < (0.6 if n < len(now) else 0.1)
        start = customer.suspended_on or later(customer.joined, rng.randrange(60, 900))
        end = 0 if customer.suspended_on else midnight(later(start, rng.randrange(2, 60)))
        rows.append(simple_record(
            "account_suspension", id=0, account_id=customer.id, date_start=midnight(start) if dated else 0,
            date_end=end if dated else 0, note="Non-paiement" if rng.random() < 0.3 else None,
        ))  # fmt: skip
    rows.sort(key=lambda row: int(row["account_id"] or 0))
    for n, row in enumerate(rows, 1):
        row["id"] = n
        if not row["date_start"]:
            planted.note("suspension_without_dates", "account_suspension", n)
    return rows
