"""A second opinion on addresses and usage: the source's rows walked through in Python, in the order of time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from ipaddress import ip_address
from typing import Any
from zoneinfo import ZoneInfo

from django.db import connection

from gigafibre.kernel import clock, settings
from gigafibre.legacy.source import Source
from gigafibre.network.settings import ADDRESS_DAYS

MONTREAL = ZoneInfo("America/Toronto")
DAY = 86_400
#: What the old system writes for "no date", and where its milliseconds begin.
EARLIEST, NONE, MILLISECONDS = 631_152_000, {943_938_000, 2_147_483_647}, 100_000_000_000
#: Bytes that ten gigabits a second make in a day, both ways.
MOST = 10**10 // 8 * 2 * DAY


@dataclass
class Had:
    """An address somebody had, from a second on."""

    id: int
    account: int
    service: int
    delivery: int
    address: str
    since: float
    until: float | None = None

    def ends(self, moment: float) -> None:
        """It was his no longer than this."""
        self.until = moment if self.until is None else min(self.until, moment)


def traffic(source: Source) -> Iterator[tuple[str, Decimal, Decimal]]:
    """Yield the name of each sum, what the source says and what stands here of the rows that it still has."""
    now = clock.now()
    days = settings.get(ADDRESS_DAYS)
    oldest = now.timestamp() - days * DAY if days else 0.0
    erased = {key for (key,) in _rows(ERASED.format(target="network_ipassignment"))}
    rows = _had(source, now)
    known = {key for (key,) in _rows("SELECT legacy_id FROM crm_customer WHERE legacy_id IS NOT NULL")}
    had = [
        one
        for one in rows
        if one.address and one.account in known and one.until != one.since and one.id not in erased
        if one.until is None or one.until >= oldest
    ]
    named = {one.id for one in rows}
    here = [seconds for key, seconds in _rows(ADDRESSES) if key in named]
    yield "addresses", Decimal(len(had)), Decimal(len(here))
    yield "addresses_kept", Decimal(sum(one.until is None for one in had)), Decimal(here.count(None))
    lasted = sum(int(round(one.until - one.since, 3)) for one in had if one.until is not None)
    yield "seconds_of_addresses", Decimal(lasted), Decimal(sum(seconds or 0 for seconds in here))
    used, read = _used(source, now, datetime.fromtimestamp(oldest, MONTREAL).date())
    stands = [amount for key, amount in _rows(USAGE) if key in read]
    yield "usage_days", Decimal(len(used)), Decimal(len(stands))
    yield "usage_bytes", Decimal(sum(used)), Decimal(sum(stands))


def _had(source: Source, now: datetime) -> list[Had]:
    """Walk through the history: a row ends what its service (or its place) had before, and whoever had its address."""
    delivered = dict(_read(source, "service", "id", "delivery_id"))
    rows = []
    for number, account, delivery, service, address, when in _read(
        source, "ip_history", "id", "account_id", "delivery_id", "service_id", "ip", "date"
    ):
        since = _second(when, now)
        if since is not None:
            place = delivery or delivered.get(service, 0)
            rows.append(Had(number, account, service, place, _host(address), since))
    rows.sort(key=lambda one: (one.since, one.id))
    by_service: dict[int, list[Had]] = defaultdict(list)
    nameless: dict[int, list[Had]] = defaultdict(list)
    by_address: dict[str, Had] = {}
    for row in rows:
        before = by_service[row.service] if row.service else []
        placed = [one for one in nameless[row.account] if not one.delivery or one.delivery == row.delivery]
        for one in [*before, *placed]:
            one.ends(row.since)
            (before if one in before else nameless[row.account]).remove(one)
        if row.address:
            if row.address in by_address:
                by_address[row.address].ends(row.since)
            by_address[row.address] = row
        (by_service[row.service] if row.service else nameless[row.account]).append(row)
    return rows


def _used(source: Source, now: datetime, oldest: date) -> tuple[list[int], set[int]]:
    """Return the bytes of each service's day (of several readings the newest), and every row that was read."""
    served = {key for (key,) in _rows("SELECT legacy_id FROM subscriptions_subscription WHERE legacy_id IS NOT NULL")}
    erased = {key for (key,) in _rows(ERASED.format(target="network_usageday"))}
    newest: dict[tuple[int, date], tuple[float, int, int]] = {}
    gone, read = set(), set()
    for number, service, when, by_day, by_night in _read(
        source, "service_snapshot", "id", "service_id", "date", "quota_day", "quota_night"
    ):
        read.add(number)
        moment = _second(when, now)
        if moment is None or service not in served or min(by_day, by_night) < 0 or max(by_day, by_night) > MOST:
            continue
        day = datetime.fromtimestamp(moment, MONTREAL).date()
        if number in erased:
            gone.add((service, day))
        if day >= oldest:
            reading = (moment, number, by_day + by_night)
            newest[service, day] = max(newest.get((service, day), reading), reading)
    return [reading[2] for key, reading in newest.items() if key not in gone], read


def _second(when: int, now: datetime) -> float | None:
    if when < EARLIEST or when in NONE:
        return None
    moment = when / 1000 if when > MILLISECONDS else float(when)
    today = now.astimezone(MONTREAL).date()
    if moment > now.timestamp() + DAY or datetime.fromtimestamp(moment, MONTREAL).date() > today:
        return None
    return moment


def _host(text: str) -> str:
    """Return an address in its one form, or nothing when nobody can have it."""
    try:
        found: Any = ip_address(text.strip())
    except ValueError:
        return ""
    found = getattr(found, "ipv4_mapped", None) or found
    odd = found.is_unspecified or found.is_loopback or found.is_multicast or found.is_reserved or found.is_link_local
    return "" if odd else str(found)


def _read(source: Source, table: str, *columns: str) -> Iterator[Any]:
    for chunk in source.rows(table, columns):
        yield from chunk


def _rows(query: str) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(query)
        return list(cursor.fetchall())


ADDRESSES = """
SELECT legacy_id, trunc(extract(epoch FROM upper(during) - lower(during)))::bigint FROM network_ipassignment
WHERE legacy_id IS NOT NULL
"""
USAGE = "SELECT legacy_id, bytes_day::numeric + bytes_night FROM network_usageday WHERE legacy_id IS NOT NULL"
ERASED = """
SELECT m.legacy_id FROM legacy_legacyrow m WHERE m.target = '{target}'
AND NOT EXISTS (SELECT FROM {target} t WHERE t.legacy_id = m.legacy_id)
"""
