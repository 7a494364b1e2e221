"""What stands on an invoice before it has a number: its lines, ready to be written."""

from dataclasses import dataclass, field
from datetime import date
from random import Random

from gigafibre.legacy.sample import money
from gigafibre.legacy.sample.catalog import Catalogue
from gigafibre.legacy.sample.days import first_day, in_words, length, month_of
from gigafibre.legacy.sample.people import FOREVER, Customer
from gigafibre.legacy.sample.planted import mojibake
from gigafibre.legacy.sample.subscribing import Service
from gigafibre.legacy.source.tabs import escape

BROKEN_UNTIL = month_of(date(2014, 1, 1))
"""From this month on the old system wrote its text right."""


@dataclass(slots=True)
class Bill:
    """Lines from their service id on, with what they add up to in cents."""

    subtotal: int = 0
    taxable: int = 0
    lines: list[str] = field(default_factory=list)
    garbled: list[int] = field(default_factory=list)  # places of lines whose text was written broken
    sold: list[tuple[str, int]] = field(default_factory=list)  # SKU and amount of each line

    def add(
        self, service: int, sku: str, name: str, cents: int, *, taxable: bool = True, thousandths: int = 1_000
    ) -> None:
        """Add a line; its amount is quantity times unit price, rounded half up."""
        amount = money.share(cents, thousandths * 100)
        quantity = f"{thousandths // 1_000}.{thousandths % 1_000:03d}"
        self.lines.append(f"\t{service}\t{sku}\t{escape(name)}\t{quantity}\t{money.text(cents)}\n")
        self.sold.append((sku, amount))
        self.subtotal += amount
        if taxable:
            self.taxable += amount

    def extended(self, other: "Bill") -> "Bill":
        """This bill and another on one invoice."""
        more = [place + len(self.lines) for place in other.garbled]
        lines, garbled = self.lines + other.lines, self.garbled + more
        subtotal, taxable = self.subtotal + other.subtotal, self.taxable + other.taxable
        return Bill(subtotal, taxable, lines, garbled, self.sold + other.sold)

    def of_lost_service(self, number: int) -> "Bill":
        """The same lines, the first of them for a service that was deleted."""
        _, _, rest = self.lines[0].split("\t", 2)
        return Bill(self.subtotal, self.taxable, [f"\t{number}\t{rest}", *self.lines[1:]], self.garbled, self.sold)

    def reversed(self) -> "Bill":
        """The same lines with their prices' signs turned."""
        turned = []
        for text in self.lines:
            head, price = text.rstrip("\n").rsplit("\t", 1)
            price = price[1:] if price.startswith("-") else f"-{price}"
            turned.append(f"{head}\t{price}\n")
        back = [(sku, -cents) for sku, cents in self.sold]
        return Bill(-self.subtotal, -self.taxable, turned, self.garbled, back)


def monthly_bill(customer: Customer, month: int) -> Bill:
    """The lines due in a month; remembered until something of the customer's changes."""
    if month < customer.cache_until:
        cached: Bill = customer.cache
        return cached
    bill, until = Bill(), BROKEN_UNTIL if customer.garbled and month < BROKEN_UNTIL else FOREVER
    if customer.suspended_on is not None:
        if month > month_of(customer.suspended_on):
            return bill
        until = 0
    for service in customer.services:
        if service.end <= month:
            continue
        if service.anchor > month:
            until = min(until, service.anchor)
            continue
        if service.months > 1 or service.seasonal:
            until = 0
        until = min(until, service.end)
        if service.override is None:
            until = min(until, service.product.next_change(month))
        if service.is_due(month):
            _charge(bill, service, month, broken=customer.garbled and month < BROKEN_UNTIL)
    customer.cache, customer.cache_until = bill, until
    return bill


def _charge(bill: Bill, service: Service, month: int, *, broken: bool) -> None:
    product, name = service.product, service.product.name
    if broken and not name.isascii():
        bill.garbled.append(len(bill.lines))
        name = mojibake(name)
    bill.add(service.id, product.sku, name, service.price(month), taxable=product.taxable)


def first_bill(catalogue: Catalogue, rng: Random, customer: Customer) -> Bill:
    """What the first day costs: the rest of the month per monthly service, and the installation."""
    bill = Bill()
    month = month_of(customer.joined)
    days = length(month)
    left = days - customer.joined.day + 1
    last = first_day(month).replace(day=days)
    for service in customer.services:
        if service.since == customer.joined and service.months == 1 and not service.seasonal:
            cents = money.share(service.price(month), left * 100_000 // days)
            name = f"{service.product.name} ({in_words(customer.joined)} au {in_words(last)})"
            if cents:
                bill.add(service.id, service.product.sku, name, cents, taxable=service.product.taxable)
    category = customer.services[0].product.category
    use = {32: "install_fibre", 33: "install_fibre", 3: "install_wireless"}.get(category, "install")
    for product in catalogue.used_for(use, month)[:1]:
        bill.add(0, product.sku, product.name, product.cents)
        for discount in catalogue.used_for("credit_install", month)[:1]:
            if rng.random() < 0.35 and product.cents > 6_000:
                bill.add(0, discount.sku, discount.name, discount.cents)
    return bill


def purchase(catalogue: Catalogue, rng: Random, month: int) -> Bill:
    """Some equipment, or an hour and a half of work."""
    bill = Bill()
    labour = catalogue.used_for("labour", month)
    if labour and rng.random() < 0.5:
        bill.add(0, labour[0].sku, labour[0].name, labour[0].cents, thousandths=250 * rng.randrange(2, 14))
        work = catalogue.used_for("work", month)
        if work and rng.random() < 0.5:
            product = rng.choice(work)
            bill.add(0, product.sku, product.name, product.cents)
    hardware = catalogue.used_for("hardware", month)
    for product in rng.choices(hardware, k=rng.choice((0, 1, 1, 2))) if hardware else ():
        bill.add(0, product.sku, product.name, product.cents, thousandths=1_000 * rng.choice((1, 1, 1, 2, 4)))
    return bill
