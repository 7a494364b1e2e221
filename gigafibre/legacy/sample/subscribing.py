"""What each customer had through time: one `Service` per row of the legacy table."""

from datetime import date
from random import Random

from gigafibre.legacy.sample import places
from gigafibre.legacy.sample.catalog import Catalogue, Product
from gigafibre.legacy.sample.days import first_day, month_of
from gigafibre.legacy.sample.people import FOREVER, PROSPECT, Customer
from gigafibre.legacy.sample.shape import Shape

ACCESS_USES = {"internet", "internet_year", "business"}
NEEDS = {"tv_theme": {"tv"}, "decoder": {"tv"}, "phone_option": {"phone"}, "phone_business": {"phone"}}
ROUTER_ACCESS = {"LOCMOD": {2}, "LOCANT": {3}, "LOCONT": {32, 33}, "LOCDECO": {32, 33, 4}}
SEASON = range(4, 10)
"""May to October, months of the year from 0."""


class Service:
    """One subscription row; `start` and `end` are counted months, `end` exclusive."""

    __slots__ = (
        "anchor", "comment", "customer", "end", "id", "lost_delivery", "lost_product", "months", "override", "place",
        "product", "quantity", "seasonal", "since", "start", "until", "why",
    )  # fmt: skip

    def __init__(self, customer: Customer, place: int, product: Product, since: date, end: int = FOREVER) -> None:
        self.id = 0
        self.customer = customer
        self.place = place
        self.product = product
        self.since = since
        self.start = month_of(since)
        self.end = min(end, customer.last_month)
        self.months = product.months
        self.anchor = self.start + (since.day > 1)
        self.override: int | None = None
        self.why = ""
        self.seasonal = product.use == "seasonal"
        self.until: date | None = None  # known end ahead
        self.comment = ""
        self.lost_delivery = self.lost_product = False
        self.quantity = 1

    def runs(self, month: int) -> bool:
        """Whether it exists in a counted month."""
        return self.start <= month < self.end

    def price(self, month: int) -> int:
        """Cents per charge in a counted month."""
        return self.product.price_at(month) if self.override is None else self.override

    def is_due(self, month: int) -> bool:
        """Whether the monthly run of a counted month charges it."""
        if not self.anchor <= month < self.end:
            return False
        if self.seasonal and month % 12 not in SEASON:
            return False
        return self.months == 1 or (month - self.anchor) % self.months == 0

    def next_due(self, month: int) -> int:
        """The first month from this one on in which it is charged."""
        if self.months == 1 or month <= self.anchor:
            return max(month, self.anchor)
        return month + (self.anchor - month) % self.months


def _year_of(month: int) -> int:
    return 2003 + month // 12


def _access(rng: Random, catalogue: Catalogue, month: int, had: Product | None, segment: str) -> Product:
    """Draw the access sold that month: the technique by its year, nobody goes back from fibre."""
    sold = catalogue.used_for("internet", month, segment)
    year = _year_of(month)
    fibre = min(0.95, max(0.0, (year - 2013) * 0.14))
    if (had and had.category in (32, 33)) or rng.random() < fibre:
        wanted = {32, 33}
    elif year < 2005:
        wanted = {1} if rng.random() < 0.7 else {3}
    elif year < 2009 and rng.random() < 0.2:
        wanted = {1}
    else:
        wanted = {rng.choice((2, 2, 3, 3, 4) if year >= 2013 else (2, 3))}
    choices = [product for product in sold if product.category in wanted] or sold
    if not choices:
        choices = catalogue.used_for("internet", month)
    # People buy the middle of the list, and the faster end of it as years go by.
    choices.sort(key=lambda product: product.down)
    return choices[min(int(rng.triangular(0, len(choices), len(choices) * 0.62)), len(choices) - 1)]


def suiting(customer: Customer, place: int, sold: list[Product], month: int) -> list[Product]:
    """Of what is sold, what this customer could want that month: no channel without television, nothing twice."""
    running = [service for service in customer.services if service.runs(month) and service.place == place]
    uses = {service.product.use for service in running}
    skus = {service.product.sku for service in running}
    access = {service.product.category for service in running if service.product.use in ACCESS_USES}

    def suits(product: Product) -> bool:
        if product.sku in skus or not NEEDS.get(product.use, uses) & uses:
            return False
        if "télé" in product.name or "trio" in product.name:
            return "tv" in uses
        return not access or bool(ROUTER_ACCESS.get(product.sku, access) & access)

    return [product for product in sold if suits(product)]


class Subscriber:
    """Writes the services of one customer after another."""

    def __init__(self, shape: Shape, catalogue: Catalogue) -> None:
        self._rng = Random(f"{shape.seed}:services")
        self._shape = shape
        self._catalogue = catalogue

    def subscribe(self, customer: Customer) -> None:
        """Give a customer his services, from his first day to his last."""
        if customer.status == PROSPECT or customer.story:
            return
        rng, segment = self._rng, "b" if customer.business else "r"
        end = min(customer.last_month, self._shape.last_month + 1)
        self._internet(customer, 0, customer.joined, end, segment)
        self._maybe(customer, 0.13 if segment == "r" else 0.55, "phone", 2009, self._phone)
        if segment == "r":
            self._maybe(customer, 0.40, "tv", 2016, self._television)
        else:
            self._maybe(customer, 0.35, "business_addon", 2006, self._one)
            self._maybe(customer, 0.30, "hosting", 2003, self._one)
            self._maybe(customer, 0.25, "ip", 2004, self._one)
            self._maybe(customer, 0.05, "halfyearly", 2010, self._one)
            if rng.random() < 0.2:
                self._second_site(customer, end)
        self._maybe(customer, 0.85, "router", 2005, self._one)
        self._maybe(customer, 0.30, "discount", 2005, self._discount)
        self._maybe(customer, 0.12, "discount", 2008, self._discount)
        self._maybe(customer, 0.13, "addon", 2003, self._one)
        self._maybe(customer, 0.03, "yearly", 2003, self._one)
        self._maybe(customer, 0.005, "quarterly", 2010, self._one)
        if segment == "r" and rng.random() < 0.016 and end - month_of(customer.joined) > 8:
            self._cottage(customer, end)

    def _internet(self, customer: Customer, place: int, since: date, end: int, segment: str) -> None:
        rng = self._rng
        product: Product | None = None
        day = since
        yearly = segment == "r" and rng.random() < 0.02
        while month_of(day) < end:
            month = month_of(day)
            best = self._best(month) if segment == "b" and rng.random() < 0.25 else None
            product = best or _access(rng, self._catalogue, month, product, segment)
            if yearly:
                product = self._catalogue.by_sku.get(f"{product.sku}-12", product)
            stop = month + rng.randrange(34, 120)
            if stop > product.until > month:
                stop = product.until
            service = Service(customer, place, product, day, stop if stop < end else FOREVER)
            if rng.random() < 0.13:
                service.override = max(
                    service.product.price_at(month) - rng.choice((300, 500, 500, 1000, 1000, 1500)), 500
                )
                service.why = rng.choice(HIJACK_REASONS)
            customer.services.append(service)
            day = first_day(stop)

    def _best(self, month: int) -> Product | None:
        sold = self._catalogue.used_for("business", month)
        return self._rng.choice(sold) if sold else None

    def _maybe(self, customer: Customer, chance: float, use: str, since: int, add: "object") -> None:
        rng = self._rng
        if rng.random() >= chance:
            return
        first = max(month_of(customer.joined), (since - 2003) * 12)
        end = min(customer.last_month, self._shape.last_month + 1)
        if first >= end - 1:
            return
        day = customer.joined
        if first > month_of(day) or rng.random() < 0.35:
            day = first_day(rng.randrange(max(first, month_of(customer.joined) + 1), end))
        add(customer, use, day, end)  # type: ignore[operator]

    def _one(self, customer: Customer, use: str, day: date, end: int, place: int = 0) -> None:
        rng, month = self._rng, month_of(day)
        stop = month + rng.randrange(24, 110) if rng.random() < 0.35 else FOREVER
        if use == "router":
            day = self._with_its_access(customer, place, day, min(stop, end) - 1)
            month = month_of(day)
        sold = self._catalogue.used_for(use, month, "b" if customer.business else "r")
        sold = suiting(customer, place, sold, month)
        if not sold:
            return
        product = rng.choice(sold)
        customer.services.append(Service(customer, place, product, day, stop))

    def _with_its_access(self, customer: Customer, place: int, day: date, month: int) -> date:
        """A router came with the access it served last, not with an older one."""
        for service in customer.services:
            if service.place == place and service.product.use in ACCESS_USES and service.runs(month):
                since: date = service.since
                return max(day, since)
        return day

    def _phone(self, customer: Customer, use: str, day: date, end: int) -> None:
        rng, month = self._rng, month_of(day)
        sold = self._catalogue.used_for(use, month, "b" if customer.business else "r")
        if not sold:
            return
        stop = month + rng.randrange(24, 100) if rng.random() < 0.4 else FOREVER
        lines = rng.choice((1, 2, 2, 3, 4)) if customer.business else 1
        product = rng.choice(sold)
        for _ in range(lines):
            customer.services.append(Service(customer, 0, product, day, stop))
            tax = self._catalogue.used_for("911", month)
            if tax:
                customer.services.append(Service(customer, 0, tax[0], day, stop))
        if rng.random() < 0.5:
            self._one(customer, "phone_business" if customer.business else "phone_option", day, end)

    def _television(self, customer: Customer, use: str, day: date, end: int) -> None:
        rng, month = self._rng, month_of(day)
        sold = self._catalogue.used_for("tv", month)
        if not sold:
            return
        stop = month + rng.randrange(12, 60) if rng.random() < 0.3 else FOREVER
        customer.services.append(Service(customer, 0, rng.choice(sold), day, stop))
        for use_too, chance in (("decoder", 0.85), ("decoder", 0.25), ("tv_theme", 0.55), ("tv_theme", 0.25)):
            choices = suiting(customer, 0, self._catalogue.used_for(use_too, month), month)
            if choices and rng.random() < chance:
                customer.services.append(Service(customer, 0, rng.choice(choices), day, stop))

    def _discount(self, customer: Customer, use: str, day: date, end: int) -> None:
        rng, month = self._rng, month_of(day)
        sold = suiting(customer, 0, self._catalogue.used_for("discount", month), month)
        if not sold:
            return
        length = rng.choice((6, 12, 12, 12, 24, 24, 36))
        service = Service(customer, 0, rng.choice(sold), day, month + length)
        if service.end > self._shape.last_month:
            service.end = FOREVER
            service.until = first_day(month + length)
        customer.services.append(service)

    def _second_site(self, customer: Customer, end: int) -> None:
        first = month_of(customer.joined) + 2
        if first >= end - 2:
            return
        day = first_day(self._rng.randrange(first, end - 1))
        label = self._rng.choice(("Entrepôt", "Succursale", "Serre", "Bureau", "Garage"))
        customer.places.append((label, places.a_place(self._rng), day, 0))
        self._internet(customer, len(customer.places) - 1, day, end, "b")

    def _cottage(self, customer: Customer, end: int) -> None:
        first = max(month_of(customer.joined) + 1, 140)
        if first >= end - 2:
            return
        month = self._rng.randrange(first, end - 1)
        sold = self._catalogue.used_for("seasonal", month)
        if not sold:
            return
        day = first_day(month)
        customer.places.append(("Chalet", places.a_place(self._rng), day, 0))
        service = Service(customer, len(customer.places) - 1, sold[len(sold) // 2], day)
        service.seasonal = self._rng.random() < 0.8
        customer.services.append(service)


HIJACK_REASONS = (
    "Prix spécial fidélité", "Entente avec le propriétaire", "Prix négocié à l'ouverture", "Garde l'ancien prix",
    "Prix du voisin, approuvé par la direction", "Rétention", "Prix employé", "Entente municipalité", "Prix maintenu",
    "Forfait discontinué, prix garanti",
)  # fmt: skip
