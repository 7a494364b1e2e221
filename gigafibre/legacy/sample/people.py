"""The customers: who they are, when they came and left, how they pay."""

from datetime import date, timedelta
from random import Random
from typing import Any

from gigafibre.legacy.sample import names, places
from gigafibre.legacy.sample.days import first_day, length, month_of
from gigafibre.legacy.sample.places import Place
from gigafibre.legacy.sample.shape import Shape

FOREVER = 9_999
ACTIVE, SUSPENDED, PROSPECT, TERMINATED, OWING = 1, 2, 3, 4, 5
# Shares of the ways to pay today; before 2014 most paid by cheque.
_OWES, _NEVER_PAID = 0.09, 0.12
"""Shares of leavers whose balance still stands, and who never paid the end at all: the others were written off."""
_MODES = {"ppa": 47, "carte credit": 20, "paiement direct": 22, "chèque": 8, "comptant": 3}
_HABITS = {"prompt": 26, "slow": 31, "pairs": 35, "rounds": 5, "hard": 3}


class Customer:
    """One customer with all that the sample needs to tell his story."""

    __slots__ = (
        "business",
        "cache",
        "cache_until",
        "charges",
        "company",
        "credit_notes",
        "credits",
        "customer_id",
        "emails",
        "garbled",
        "gone",
        "habit",
        "id",
        "joined",
        "language",
        "left",
        "mode",
        "mode_before",
        "mode_since",
        "open",
        "paying",
        "person",
        "phones",
        "places",
        "services",
        "status",
        "stops",
        "story",
        "suspended_on",
        "tax_group",
        "vip",
        "written_off",
    )  # fmt: skip

    def __init__(self, person: names.Person, joined: date, left: date | None) -> None:
        self.id = 0
        self.customer_id = ""
        self.person = person
        self.company = ""
        self.business = False
        self.language = person.language
        self.joined = joined
        self.left = left
        self.status = ACTIVE if left is None else TERMINATED
        self.places: list[tuple[str, Place, date, int]] = []  # label, address, since, delivery id
        self.phones: list[str] = []
        self.emails: list[str] = []
        self.services: list[Any] = []
        self.mode = self.mode_before = ""
        self.mode_since = 0
        self.habit = ""
        self.tax_group = 1
        self.vip = False
        self.gone = False
        self.garbled = False  # his invoice lines of before 2014 hold broken accents
        self.stops = FOREVER  # from this month on he does not pay
        self.suspended_on: date | None = None
        self.written_off: date | None = None
        self.story = False
        # What the books keep about him while they are made.
        self.open: list[list[int]] = []
        self.credits: list[list[int]] = []
        self.credit_notes: list[list[int]] = []
        self.charges: list[Any] = []
        self.paying = False
        self.cache: Any = None
        self.cache_until = -1

    @property
    def name(self) -> str:
        """The company's name, else the person's."""
        return self.company or f"{self.person.first} {self.person.last}".strip()

    @property
    def last_month(self) -> int:
        """The month in which services stop (exclusive); FOREVER while he is a customer."""
        return FOREVER if self.left is None else month_of(self.left) + 1

    def pays_by(self, month: int) -> str:
        """How he paid in a month."""
        return self.mode if month >= self.mode_since else self.mode_before


def populate(shape: Shape, cast: list[Customer]) -> list[Customer]:
    """Make all customers in the order in which they came: the cast, the others, prospects, deleted accounts."""
    rng = Random(f"{shape.seed}:people")
    stays = _demo_stays(shape, rng, len(cast)) if shape.demo else _stays(shape, rng)
    customers = [_customer(shape, rng, joined, left) for joined, left in stays]
    for _ in range(shape.prospects):
        day = shape.until - timedelta(days=int(rng.random() ** 2 * 2_000))
        prospect = _customer(shape, rng, day, None)
        prospect.status = PROSPECT
        customers.append(prospect)
    leavers = [customer for customer in customers if customer.left and month_of(customer.left) < shape.last_month - 8]
    for customer in rng.sample(leavers, min(shape.gone, len(leavers))):
        customer.gone = True
    _choose_troubled(shape, rng, customers)
    customers += cast
    customers.sort(key=lambda customer: customer.joined)
    return customers


def number(shape: Shape, customers: list[Customer]) -> None:
    """Give ids in order of arrival (spread over 1 to 15,000 in the demo) and printed account numbers."""
    rng = Random(f"{shape.seed}:numbers")
    if shape.demo:
        taken = {customer.id for customer in customers if customer.id}
        free = rng.sample([n for n in range(1, 15_000) if n not in taken], sum(1 for c in customers if not c.id))
        ids = iter(sorted(free))
    else:
        count, ids_so_far = 0, []
        for _ in customers:
            count += 2 if rng.random() < 0.03 else 1
            ids_so_far.append(count)
        ids = iter(ids_so_far)
    counters: dict[str, int] = {}
    for customer in customers:
        customer.id = customer.id or next(ids)
        first, last = names.plain(customer.person.first), names.plain(customer.person.last or customer.company)
        initials = (last[:1] + first[:1]).upper() or "X"
        counters[initials] = counters.get(initials, 0) + 1
        customer.customer_id = f"{initials}{counters[initials]}"


def _stays(shape: Shape, rng: Random) -> list[tuple[date, date | None]]:
    """Come and go month by month, so that the number of customers grows about quadratically to today's."""
    months = shape.last_month - shape.first_month + 1
    target = [round(shape.live * ((m + 1) / months) ** 2.11) for m in range(months)]
    leaving = shape.accounts - shape.prospects + shape.gone - shape.live
    weight = sum(target[:-1])
    present: list[date] = []
    stays: list[tuple[date, date | None]] = []
    left_so_far, weight_so_far = 0, 0
    for m in range(months):
        month = shape.first_month + m
        weight_so_far += target[m - 1] if m else 0
        quota = round(leaving * weight_so_far / weight) - left_so_far if m else 0
        last_day = shape.until.day if m == months - 1 else length(month)
        for _ in range(min(quota, max(len(present) - 1, 0))):
            place = rng.randrange(len(present))
            present[place], present[-1] = present[-1], present[place]
            joined = present.pop()
            if month_of(joined) >= month - 1:
                present.append(joined)
                continue
            day = length(month) if rng.random() < 0.7 and m < months - 1 else rng.randrange(1, last_day + 1)
            stays.append((joined, first_day(month).replace(day=day)))
            left_so_far += 1
        coming = target[m] - len(present)
        if m == months - 1:
            coming = shape.live - len(present)
        present += [first_day(month).replace(day=rng.randrange(2, last_day + 1)) for _ in range(coming)]
    missing = shape.accounts - shape.prospects + shape.gone - len(stays) - len(present)
    for _ in range(max(0, missing)):
        joined = shape.until - timedelta(days=rng.randrange(700, 4_000))
        stays.append((joined, joined + timedelta(days=rng.randrange(65, 640))))
    return stays + [(joined, None) for joined in present]


def _demo_stays(shape: Shape, rng: Random, cast: int) -> list[tuple[date, date | None]]:
    start = first_day(shape.first_month)
    oldest = date(2009, 2, 1)
    stays: list[tuple[date, date | None]] = []
    for n in range(cast, shape.accounts + shape.gone):
        joined = oldest + timedelta(days=int(((shape.until - oldest).days - 3) * rng.random() ** 0.55))
        left = None
        if n >= shape.live:
            left = shape.until - timedelta(days=rng.randrange(20, (shape.until - start).days - 60))
            joined = min(joined, left - timedelta(days=rng.randrange(200, 1_500)))
        stays.append((joined.replace(day=max(2, min(joined.day, 27))), left))
    return stays


def _customer(shape: Shape, rng: Random, joined: date, left: date | None) -> Customer:
    customer = Customer(names.a_person(rng), joined, left)
    town = places.a_town(rng)
    if rng.random() < 0.065:
        customer.business = True
        customer.company = names.a_company(rng, customer.person, town.name)
    customer.places.append(("", places.a_place(rng, town), joined, 0))
    customer.phones = [names.a_phone(rng) for _ in range(rng.choice((1, 1, 2, 2, 3)))]
    if rng.random() < (0.9 if joined.year > 2012 else 0.72):
        customer.emails = [names.an_email(rng, customer.person.first, customer.person.last)]
    choose_payment(shape, rng, customer)
    draw = rng.random()
    customer.tax_group = 2 if draw < 0.004 else 3 if draw < 0.012 else 1
    customer.vip = rng.random() < 0.01
    return customer


def choose_payment(shape: Shape, rng: Random, customer: Customer) -> None:
    """Draw how a customer pays, now and before electronic payment was usual."""
    customer.mode = customer.mode_before = rng.choices(list(_MODES), list(_MODES.values()))[0]
    if customer.joined.year < 2014 and rng.random() < 0.6:
        customer.mode_before = rng.choice(("chèque", "chèque", "chèque", "comptant", "paiement direct"))
        customer.mode_since = month_of(date(rng.randrange(2010, 2019), rng.randrange(1, 13), 1))
    customer.habit = rng.choices(list(_HABITS), list(_HABITS.values()))[0]


def _choose_troubled(shape: Shape, rng: Random, customers: list[Customer]) -> None:
    """Choose who owes: suspended ones, live ones in arrears, leavers who never paid the end."""
    manual = [c for c in customers if c.status == ACTIVE and c.mode not in {"ppa", "carte credit"}]
    settled = [c for c in manual if month_of(c.joined) < shape.last_month - 6 and not c.business]
    for customer in rng.sample(settled, min(shape.suspended, len(settled))):
        customer.status = SUSPENDED
        customer.stops = shape.last_month - rng.randrange(2, 6)
        day = first_day(customer.stops + 2).replace(day=rng.randrange(3, 20))
        customer.suspended_on = min(day, shape.until - timedelta(days=3))
    late = [c for c in manual if c.status == ACTIVE and month_of(c.joined) < shape.last_month - 3]
    for customer in rng.sample(late, min(round(shape.live * 0.035), len(late))):
        customer.stops = shape.last_month - rng.choice((0, 0, 0, 0, 1, 1, 2))
    for customer in customers:
        if customer.left and (draw := rng.random()) < _NEVER_PAID:
            customer.stops = max(month_of(customer.left) - rng.randrange(0, 4), month_of(customer.joined))
            if draw < _OWES:
                customer.status = OWING
            else:
                customer.written_off = customer.left + timedelta(days=rng.randrange(120, 300))
