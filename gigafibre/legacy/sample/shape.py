"""How big a sample is, over which time, and how broken."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from gigafibre.legacy.sample.days import month_of
from gigafibre.legacy.schema import table


class Defects(StrEnum):
    """How much is wrong in the sample: nothing, a little to show, or as much as in the real database."""

    NONE = "none"
    FEW = "few"
    REAL = "real"


@dataclass(frozen=True, slots=True)
class Shape:
    """Volumes and span of one sample; equal shapes give equal bytes."""

    seed: int
    scale: float
    defects: Defects
    until: date
    first_month: int  # the first month billed, counted from January 2003
    demo: bool
    accounts: int
    live: int
    prospects: int
    gone: int  # customers whose account row was deleted
    suspended: int
    deliveries: int
    services: int
    live_services: int
    memos: int
    tokens: int
    suspensions: int
    arrangements: int
    arrangements_open: int
    arrangements_pending: int
    arranging_customers: int
    address_changes: int
    staff: int
    products: int
    first_invoice_id: int
    month_closed: date  # the last day closed

    @property
    def last_month(self) -> int:
        """The month in which the sample ends."""
        return month_of(self.until)

    def share(self, volume: int) -> int:
        """Scale a volume of the real database down; at least 1."""
        return max(1, round(volume * self.scale))

    def of(self, name: str) -> int:
        """How many rows a table of the contract has in this sample."""
        return self.share(table(name).volume)


def scaled(scale: float, seed: int, defects: Defects, until: date) -> Shape:
    """The real database's volumes times a factor, from January 2003 on."""

    def share(volume: int) -> int:
        return max(1, round(volume * scale))

    accounts = share(15_303)
    return Shape(
        seed=seed,
        scale=scale,
        defects=defects,
        until=until,
        first_month=0,
        demo=False,
        accounts=accounts,
        live=share(6_667),
        prospects=share(420),
        gone=share(60) if defects is Defects.REAL else 0,
        suspended=share(57),
        deliveries=max(share(17_114), accounts),
        services=share(66_879),
        live_services=share(21_876),
        memos=share(29_245),
        tokens=share(658),
        suspensions=share(1_049),
        arrangements=share(7_283),
        arrangements_open=share(2_205),
        arrangements_pending=share(10),
        arranging_customers=share(1_687),
        address_changes=share(16_284),
        staff=155,
        products=833,
        first_invoice_id=1,
        month_closed=date(until.year, until.month, 1) - timedelta(days=1),
    )


def demo(customers: int, years: int, seed: int, defects: Defects, until: date) -> Shape:
    """A small provider that is pleasant to look at: nearly all customers live, a few years of history."""
    live = customers - max(1, customers * 7 // 100)
    return Shape(
        seed=seed,
        scale=customers / 15_303,
        defects=defects,
        until=until,
        first_month=month_of(until) + 1 - 12 * years,
        demo=True,
        accounts=customers,
        live=live,
        prospects=0,
        gone=1 if defects is not Defects.NONE else 0,
        suspended=max(1, customers // 130),
        deliveries=customers * 108 // 100,
        services=customers * 43 // 10,
        live_services=live * 33 // 10,
        memos=customers * 3,
        tokens=customers // 20,
        suspensions=max(2, customers // 30),
        arrangements=max(4, customers // 6),
        arrangements_open=max(2, customers // 60),
        arrangements_pending=1,
        arranging_customers=max(2, customers // 12),
        address_changes=customers // 8,
        staff=16,
        products=150,
        first_invoice_id=618_204,
        month_closed=date(until.year - 1, 12, 31),
    )
