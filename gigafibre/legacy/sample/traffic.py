"""What went over the line: bytes used of late, day and night, and the addresses each access had over the years."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from gigafibre.legacy.sample.days import at, first_day, later, midnight
from gigafibre.legacy.sample.people import FOREVER, Customer
from gigafibre.legacy.sample.plant import FIBRE
from gigafibre.legacy.sample.planted import Planted
from gigafibre.legacy.sample.records import Record, simple_record
from gigafibre.legacy.sample.shape import Shape
from gigafibre.legacy.sample.spoiling import Spoiler
from gigafibre.legacy.sample.subscribing import Service

ONLINE = {"internet", "internet_year", "business", "seasonal"}
"""Uses of products that come with a RADIUS account, and so with an address and a meter."""
_LOGGED_SINCE = date(2012, 3, 1)
_CUSTOMERS = 5_769
_DEMO_DAYS = 14
_GIB = 1 << 30
_UNREADABLE = ("100.64.3", "100.64.300.7", "dhcp", "?", "fe80::12::4", "100.64.12.9/", "")


def traffic(shape: Shape, planted: Planted, customers: list[Customer]) -> dict[str, list[Record]]:
    """Make the rows of `service_snapshot` and `ip_history`."""
    known = [customer for customer in customers if not customer.gone]
    last = max((service.id for customer in customers for service in customer.services), default=0)
    return {
        "service_snapshot": _Meter(shape, planted, known, last).rows(),
        "ip_history": _Addresses(shape, planted, known, last).rows(),
    }


class _Meter:
    """The last days of each live fibre access, a row per day, the newest day yesterday."""

    def __init__(self, shape: Shape, planted: Planted, customers: list[Customer], last_service: int) -> None:
        self._shape, self._planted, self._last_service = shape, planted, last_service
        self._rng = Random(f"{shape.seed}:usage")
        self._accesses = [
            service
            for customer in customers
            if customer.suspended_on is None
            for service in customer.services
            if service.end == FOREVER and service.product.use in ONLINE and service.product.category in FIBRE
        ]

    def rows(self) -> list[Record]:
        """Make the rows, in the order in which the nightly job wrote them."""
        shape, planted = self._shape, self._planted
        count = shape.accounts * _DEMO_DAYS if shape.demo else shape.of("service_snapshot")
        twice = planted.wanted("usage_day_twice")
        habits = {service.id: self._rng.lognormvariate(1.6, 0.9) for service in self._accesses}
        days: list[tuple[date, Service]] = []
        for back in range(1, 400):
            day = later(shape.until, -back)
            days += [(day, service) for service in self._accesses if service.since <= day]
            if len(days) >= count - twice:
                break
        del days[max(count - twice, 0) :]
        again = self._rng.sample([entry for entry in days if not entry[1].customer.story], min(twice, len(days)))
        days = sorted(days + again, key=lambda entry: (entry[0], entry[1].id))
        rows = [self._row(n, day, service, habits[service.id]) for n, (day, service) in enumerate(days, 1)]
        for row, before in zip(rows[1:], rows, strict=False):
            if (row["service_id"], row["date"]) == (before["service_id"], before["date"]):
                planted.note("usage_day_twice", "service_snapshot", int(row["id"] or 0))
        self._spoil(rows, {service.id for service in self._accesses if service.customer.story})
        return rows

    def _row(self, number: int, day: date, service: Service, habit: float) -> Record:
        """One day: more on week-ends, a third as much by night."""
        rng = self._rng
        away = rng.random() < 0.02
        used = 0.0 if away else habit * rng.uniform(0.4, 1.7) * (1.35 if day.weekday() > 4 else 1) * _GIB
        return simple_record(
            "service_snapshot", id=number, account_id=service.customer.id, service_id=service.id, date=midnight(day),
            quota_day=int(used), quota_night=int(used * rng.uniform(0.1, 0.6)),
        )  # fmt: skip

    def _spoil(self, rows: list[Record], story: set[int]) -> None:
        rng, twice = self._rng, {number for _, number in self._planted.rows("usage_day_twice")}
        whole = [row for row in rows if not {row["id"], int(row["id"] or 0) + 1} & twice]
        whole = [row for row in whole if row["service_id"] not in story]
        spoiler = Spoiler(rng, self._planted, "service_snapshot", whole)
        for row in spoiler.some("usage_of_missing_service"):
            row["service_id"] = self._last_service + rng.randrange(40, 900)
        for row in spoiler.some("usage_negative"):
            row["quota_day"] = -int(row["quota_day"] or 0) - 1
        for row in spoiler.some("usage_absurd"):
            row["quota_night"] = rng.choice((1 << 60, (1 << 63) - 1))


class _Addresses:
    """Which address an access had from when on; the next row of the same access ends it."""

    def __init__(self, shape: Shape, planted: Planted, customers: list[Customer], last_service: int) -> None:
        self._shape, self._planted, self._last_service = shape, planted, last_service
        self._rng = Random(f"{shape.seed}:addresses")
        self._free: list[str] = []
        self._drawn = 0
        self._online = {
            customer.id: [service for service in customer.services if self._span(service)] for customer in customers
        }
        self._people = [customer for customer in customers if self._online[customer.id]]

    def _span(self, service: Service) -> tuple[date, date] | None:
        """The days on which an access may have been logged; None when there are none."""
        if service.product.use not in ONLINE:
            return None
        first = max(service.since, _LOGGED_SINCE)
        last = self._shape.until if service.end == FOREVER else first_day(service.end)
        last = min(last, service.customer.left or last)
        return (first, last) if first < last else None

    def rows(self) -> list[Record]:
        """Make the rows in the order of their moments."""
        shape, rng = self._shape, self._rng
        chosen = rng.sample(self._people, min(shape.share(_CUSTOMERS), len(self._people)))
        if shape.demo:
            chosen += [customer for customer in self._people if customer.story and customer not in chosen]
        entries = [self._first(customer) for customer in chosen]
        entries += [
            self._some(rng.choice(chosen)) for _ in range(max(shape.of("ip_history") - len(entries), 0)) if chosen
        ]
        entries.sort(key=lambda entry: (entry[0], entry[1].id))
        held: dict[int, str] = {}
        rows = []
        for n, (moment, service) in enumerate(entries, 1):
            address = self._address(service)
            if service.id in held:
                self._free.append(held[service.id])
            held[service.id] = address
            delivery = service.customer.places[service.place][3]
            rows.append(simple_record(
                "ip_history", id=n, account_id=service.customer.id, delivery_id=delivery, service_id=service.id,
                ip=address, date=moment,
            ))  # fmt: skip
        self._spoil(rows, {customer.id for customer in chosen if customer.story})
        return rows

    def _first(self, customer: Customer) -> tuple[int, Service]:
        """The address given when the newest access was opened."""
        service = self._online[customer.id][-1]
        span = self._span(service)
        return at(span[0] if span else service.since, 14, service.id % 60), service

    def _some(self, customer: Customer) -> tuple[int, Service]:
        """An address given at some later moment of any of his accesses."""
        rng = self._rng
        service = rng.choice(self._online[customer.id])
        first, last = self._span(service) or (service.since, self._shape.until)
        day = first + timedelta(days=rng.randrange(1, max((last - first).days, 2)))
        return at(day, rng.randrange(24), rng.randrange(60), rng.randrange(60)), service

    def _address(self, service: Service) -> str:
        """An address that nobody holds: given back by another, or new."""
        rng = self._rng
        if self._free and rng.random() < 0.5:
            return self._free.pop(rng.randrange(len(self._free)))
        self._drawn = drawn = self._drawn + 1
        if rng.random() < 0.01:
            return f"2001:db8:{service.id & 0xFFFF:x}:{drawn:x}::1"
        return f"100.{64 + drawn // 62_500 % 64}.{drawn // 250 % 250}.{drawn % 250 + 1}"

    def _spoil(self, rows: list[Record], story: set[int]) -> None:
        rng = self._rng
        spoiler = Spoiler(rng, self._planted, "ip_history", (row for row in rows if row["account_id"] not in story))
        follows = _followed(rows)

        def follows_whole(row: Record) -> bool:
            return row["id"] in follows and follows[row["id"]]["id"] not in spoiler.taken

        for row in spoiler.some("ip_dates_out_of_order", follows_whole):
            before = follows[row["id"]]
            spoiler.taken.add(before["id"])
            row["date"], before["date"] = before["date"], row["date"]
        for row in spoiler.some("ip_of_missing_service"):
            row["service_id"] = self._last_service + rng.randrange(40, 900)
        for row in spoiler.some("ip_unreadable"):
            row["ip"] = rng.choice(_UNREADABLE)
        for row in spoiler.some("ip_without_date"):
            row["date"] = 0
        for row in spoiler.some("ip_without_service"):
            row["service_id"] = 0
            if rng.random() < 0.5:
                row["delivery_id"] = 0
        latest = {row["service_id"]: row for row in rows if row["id"] not in spoiler.taken}
        holders = [row for row in latest.values() if row["account_id"] not in story]
        for row in spoiler.some("ip_of_two_services", lambda row: latest.get(row["service_id"]) is row):
            row["ip"] = rng.choice([each for each in holders if each["service_id"] != row["service_id"]] or [row])["ip"]


def _followed(rows: list[Record]) -> dict[object, Record]:
    """For each row, the row of the same access before it, where it has another date."""
    last: dict[object, Record] = {}
    found: dict[object, Record] = {}
    for row in rows:
        before = last.get(row["service_id"])
        if before is not None and before["date"] != row["date"]:
            found[row["id"]] = before
        last[row["service_id"]] = row
    return found
