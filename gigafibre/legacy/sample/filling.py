"""Bringing services and addresses to the exact volumes of a shape, by what customers add, drop or leave behind."""

from datetime import date
from random import Random

from gigafibre.legacy.sample import places
from gigafibre.legacy.sample.catalog import Catalogue
from gigafibre.legacy.sample.days import first_day, month_of
from gigafibre.legacy.sample.people import FOREVER, Customer
from gigafibre.legacy.sample.shape import Shape
from gigafibre.legacy.sample.subscribing import Service, suiting

_EXTRAS = ("addon", "tv_theme", "router", "decoder", "discount", "phone_option")
_SMALL = {"addon", "tv_theme", "decoder", "discount", "phone_option", "router", "ip", "hosting"}


def fill_services(shape: Shape, catalogue: Catalogue, customers: list[Customer]) -> None:
    """Reach the shape's live and ended services exactly, then number all by their start."""
    rng = Random(f"{shape.seed}:filling")
    everyone = [customer for customer in customers if customer.services and not customer.story]
    live = [customer for customer in everyone if customer.left is None]
    services = [service for customer in customers for service in customer.services]
    for service in services:
        if service.end > shape.last_month + 1 and service.customer.left is None:
            service.end = FOREVER  # an end that lies ahead is nothing the old system knows
    wanted = shape.live_services - sum(1 for service in services if service.end == FOREVER)
    while wanted > 0:
        wanted -= _add(shape, catalogue, rng, rng.choice(live), None)
    small = [s for customer in live for s in customer.services if s.end == FOREVER and s.product.use in _SMALL]
    rng.shuffle(small)
    for service in small[: max(0, -wanted)]:
        service.customer.services.remove(service)
    wanted = shape.services - sum(len(customer.services) for customer in customers)
    while wanted > 0:
        wanted -= _add(shape, catalogue, rng, rng.choice(everyone), rng)
    ended = [s for customer in everyone for s in customer.services if s.end != FOREVER and s.product.use in _SMALL]
    rng.shuffle(ended)
    for service in ended[: max(0, -wanted)]:
        service.customer.services.remove(service)
    ordered = sorted((s for c in customers for s in c.services), key=lambda s: (s.since, s.customer.id, s.product.id))
    count = 0
    for service in ordered:
        count += 1 if rng.random() > 0.02 else 2
        service.id = service.id or count


def _add(shape: Shape, catalogue: Catalogue, rng: Random, customer: Customer, ended: Random | None) -> int:
    first = month_of(customer.joined)
    last = min(customer.last_month, shape.last_month + 1)
    if last - first < 3:
        return 0
    start = rng.randrange(first + 1, last - (1 if ended else 0))
    segment = "b" if customer.business else "r"
    sold = suiting(customer, 0, catalogue.used_for(rng.choice(_EXTRAS), start, segment), start)
    if not sold:
        return 0
    latest = last - 1 if customer.left is None else last
    stop = start + rng.randrange(12, 110) if ended else FOREVER
    if ended and stop > latest:
        stop = rng.randrange(start + 1, latest + 1)  # any month of its time, not all on the last day
    if stop <= start or (not ended and sum(s.end == FOREVER for s in customer.services) > 9):
        return 0
    service = Service(customer, 0, rng.choice(sold), first_day(start), stop)
    customer.services.append(service)
    return 1 if ended is None or service.end != FOREVER else 0


def fill_places(shape: Shape, customers: list[Customer]) -> None:
    """Reach the shape's addresses by former and second ones, then number all by their date."""
    rng = Random(f"{shape.seed}:places")
    wanted = shape.deliveries - sum(len(customer.places) for customer in customers)
    movers = [c for c in customers if c.services and not c.story and month_of(c.joined) < shape.last_month - 4]
    while wanted > 0 and movers:
        customer = rng.choice(movers)
        since = (
            customer.joined if rng.random() < 0.5 else _day_between(rng, customer.joined, customer.left or shape.until)
        )
        label = rng.choice(("Ancienne adresse", "", "Maison", "Logement", "Atelier"))
        customer.places.append((label, places.a_place(rng), since, 0))
        wanted -= 1
    order = sorted(
        ((place[2], customer.id, n, customer) for customer in customers for n, place in enumerate(customer.places)),
        key=lambda entry: entry[:3],
    )
    count = 0
    for _, _, n, customer in order:
        count += 1 if rng.random() > 0.03 else 2
        label, place, since, given = customer.places[n]
        customer.places[n] = (label, place, since, given or count)


def _day_between(rng: Random, start: date, end: date) -> date:
    return date.fromordinal(rng.randrange(start.toordinal(), max(end.toordinal(), start.toordinal() + 1)))
