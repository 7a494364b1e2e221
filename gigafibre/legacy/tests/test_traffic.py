"""Addresses and usage of the old system, row by row: whose, from when to when, and what is listed instead."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Any

import pytest
from django.db import connection
from psycopg.types.range import TimestamptzRange

from gigafibre.crm.tests.factories import a_customer, a_location
from gigafibre.kernel import clock, settings
from gigafibre.legacy.importing.context import Ctx
from gigafibre.legacy.importing.stage import stage
from gigafibre.legacy.importing.traffic import import_traffic
from gigafibre.legacy.models import ImportFinding, ImportRun, LegacyRow
from gigafibre.legacy.schema import Column, table
from gigafibre.legacy.scripts import statements
from gigafibre.legacy.source.tabs import reader_of
from gigafibre.legacy.verify_traffic import traffic
from gigafibre.network.models import IpAssignment, UsageDay
from gigafibre.network.settings import ADDRESS_DAYS
from gigafibre.subscriptions.tests.factories import a_subscription

pytestmark = pytest.mark.django_db
READ = ("service", "delivery", "ip_history", "service_snapshot")
NUMBER = "SELECT relname FROM pg_class WHERE relnamespace = pg_my_temp_schema() AND relkind = 'r'"


def at(moment: str) -> int:
    """Return the second of a moment on Montréal's clock."""
    return int(datetime.fromisoformat(moment).replace(tzinfo=clock.zone()).timestamp())


class Told:
    """A source that says these rows."""

    name = "told"

    def __init__(self, **rows: list[dict[str, Any]]) -> None:
        self.told = rows

    def columns(self, name: str) -> tuple[Column, ...]:
        return table(name).columns

    def _fields(self, name: str, columns: Sequence[str]) -> Iterator[list[str]]:
        empty = {column.name: "\\N" for column in table(name).columns}
        for row in self.told.get(name, []):
            yield [str((empty | row)[column]) for column in columns]

    def copy_text(self, name: str, columns: Sequence[str], picked: object = None) -> Iterator[bytes]:
        yield "".join("\t".join(fields) + "\n" for fields in self._fields(name, columns)).encode()

    def rows(self, name: str, columns: Sequence[str], *, chunk: int = 5_000) -> Iterator[list[tuple[Any, ...]]]:
        known = {column.name: reader_of(column.family) for column in table(name).columns}
        readers = [known[column] for column in columns]
        yield [
            tuple(read(field.encode()) for read, field in zip(readers, fields, strict=True))
            for fields in self._fields(name, columns)
        ]

    def fingerprint(self, name: str) -> str:
        return repr(self.told.get(name))


@pytest.fixture
def homes() -> dict[str, Any]:
    """Accounts 1 and 2, each with a delivery (11, 22) and a service (101, 202); 1 has a delivery 12 as well."""
    sylvie, marc = a_customer(legacy_id=1), a_customer("Marc Roy", legacy_id=2)
    first, second = a_location(sylvie, legacy_id=11), a_location(marc, legacy_id=22)
    a_location(sylvie, "Chalet", legacy_id=12)
    a_subscription(customer=sylvie, location=first, legacy_id=101)
    a_subscription(customer=marc, location=second, legacy_id=202)
    return {
        "service": [{"id": 101, "delivery_id": 11}, {"id": 202, "delivery_id": 22}, {"id": 303, "delivery_id": 12}],
        "delivery": [{"id": 11, "account_id": 1}, {"id": 12, "account_id": 1}, {"id": 22, "account_id": 2}],
    }


def had(key: int, ip: str, when: str, service: int = 101, account: int = 1, delivery: int = 0) -> dict[str, Any]:
    since = at(when) if when else 0
    return {"id": key, "account_id": account, "delivery_id": delivery, "service_id": service, "ip": ip, "date": since}


def used(key: int, when: str, by_day: int, by_night: int = 0, service: int = 101) -> dict[str, Any]:
    told = {"id": key, "account_id": 1, "service_id": service, "date": at(when) if when else 0}
    return told | {"quota_day": by_day, "quota_night": by_night}


def bring(homes: dict[str, Any], *, verified: bool = True, **rows: list[dict[str, Any]]) -> ImportRun:
    """Import these rows of traffic; every sum must hold, by the reconciliation's SQL and by the second opinion."""
    run = ImportRun.objects.create(source="told", started_at=clock.now())
    source: Any = Told(**homes, **rows)
    with connection.cursor() as cursor:
        ctx = Ctx(run.pk, source, cursor, clock.now(), lambda done: None)
        for name in READ:
            stage(ctx, name)
        import_traffic(ctx)
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")
        cursor.execute(NUMBER)
        for (name,) in cursor.fetchall():
            cursor.execute(f"DROP TABLE pg_temp.{name}")
        cursor.execute(sums(), {"run": run.pk})
        assert [row for row in cursor.fetchall() if row[1] - row[2] - row[3]] == []
    assert not verified or [check for check in traffic(source) if check[1] != check[2]] == []
    return run


def sums() -> str:
    """Return the reconciliation of traffic alone: its other tables are not staged here."""
    whole = statements("reconcile")[-2]
    given = whole[whole.index("usage_there AS") : whole.index("SELECT 1 AS place")]
    asked = whole[whole.index("SELECT 16, 'addresses'") : whole.rindex("ORDER BY")]
    return "WITH " + given + re.sub(r"SELECT 1[678], ", "SELECT ", asked)


def stands() -> list[tuple[Any, ...]]:
    """Return what stands: legacy id, address, since and until on Montréal's clock, whose and where."""
    found = IpAssignment.objects.order_by("legacy_id").select_related("customer", "location", "subscription")
    return [
        (one.legacy_id, one.address, *map(_said, (one.during.lower, one.during.upper)), one.customer.legacy_id,
         one.location and one.location.legacy_id, one.subscription and one.subscription.legacy_id)
        for one in found
    ]  # fmt: skip


def _said(moment: datetime | None) -> str:
    return moment.astimezone(clock.zone()).strftime("%Y-%m-%d %H:%M") if moment else ""


def listed(run: ImportRun) -> dict[str, list[int | None]]:
    found: dict[str, list[int | None]] = {}
    for code, key in (
        ImportFinding.objects.filter(run=run).order_by("code", "legacy_id").values_list("code", "legacy_id")
    ):
        found.setdefault(code, []).append(key)
    return found


def test_an_address_is_his_until_his_service_gets_another_or_somebody_else_gets_it(homes: dict[str, Any]) -> None:
    rows = [
        # Out of order: 3 is the older one.
        had(2, "24.48.0.2", "2025-03-02 14:10"), had(3, "24.48.0.1", "2025-01-05 08:00"),
        # Somebody else gets what 101 still had; then each ends the one before, of whichever family.
        had(4, "24.48.0.2", "2025-04-01 00:30", 202, 2), had(5, "2605:B100:0::5", "2025-04-01 10:00"),
        # Nobody can have it, but from then on he had something else.
        had(6, "24.48.0.7", "2025-04-02 10:00"), had(7, "0.0.0.0", "2025-04-03 10:00"),
        had(8, "::ffff:24.48.0.9", "2025-04-04 10:00"),
    ]  # fmt: skip
    run = bring(homes, ip_history=rows)
    assert stands() == [
        (2, "24.48.0.2", "2025-03-02 14:10", "2025-04-01 00:30", 1, 11, 101),
        (3, "24.48.0.1", "2025-01-05 08:00", "2025-03-02 14:10", 1, 11, 101),
        (4, "24.48.0.2", "2025-04-01 00:30", "", 2, 22, 202),
        (5, "2605:b100::5", "2025-04-01 10:00", "2025-04-02 10:00", 1, 11, 101),
        (6, "24.48.0.7", "2025-04-02 10:00", "2025-04-03 10:00", 1, 11, 101),
        (8, "24.48.0.9", "2025-04-04 10:00", "", 1, 11, 101),
    ]
    assert listed(run) == {"ip_invalid": [7], "ip_of_two_services": [2, 4], "ip_out_of_order": [3]}


def test_a_row_without_its_service_is_placed_and_one_that_cannot_be_believed_is_listed(homes: dict[str, Any]) -> None:
    rows = [
        had(1, "24.48.1.1", "2025-01-01 10:00", 0, delivery=12), had(2, "24.48.1.2", "2025-01-02 10:00", 0),
        # The next of its place ends the first; any of the account ends the second.
        had(3, "24.48.1.3", "2025-02-01 10:00", service=303),
        had(4, "24.48.1.4", "2025-02-02 10:00", service=909, delivery=22),
        had(5, "24.48.1.5", "2025-02-03 10:00", service=202),
        had(6, "24.48.300.1", "2025-02-04 10:00", 202, 2), had(7, "24.48.1.7", "", 202, 2),
        had(8, "24.48.1.8", "2025-02-05 10:00", 202, 88), had(9, "24.48.1.9", "2025-02-06 10:00", 202, 2),
        had(10, "24.48.1.9", "2025-02-06 10:00", 101), had(11, "24.48.1.11", "2035-02-06 10:00", 101),
    ]  # fmt: skip
    run = bring(homes, ip_history=rows)
    assert stands() == [
        (1, "24.48.1.1", "2025-01-01 10:00", "2025-02-01 10:00", 1, 12, None),
        (2, "24.48.1.2", "2025-01-02 10:00", "2025-02-01 10:00", 1, None, None),
        (3, "24.48.1.3", "2025-02-01 10:00", "", 1, 12, None),
        (4, "24.48.1.4", "2025-02-02 10:00", "", 1, None, None),
        (5, "24.48.1.5", "2025-02-03 10:00", "2025-02-04 10:00", 1, None, None),
        (10, "24.48.1.9", "2025-02-06 10:00", "", 1, 11, 101),
    ]
    assert listed(run) == {
        "ip_account_disagrees": [4, 5], "ip_invalid": [6], "ip_replaced_at_once": [9], "ip_service_missing": [3, 4],
        "ip_without_account": [8], "ip_without_date": [7, 11], "ip_without_service": [1, 2],
    }  # fmt: skip


def test_a_day_is_used_once_by_its_fullest_reading_and_in_montreals_time(homes: dict[str, Any]) -> None:
    rows = [
        # 23:30 in Montréal is the next day in UTC.
        used(1, "2025-06-01 12:00", 100, 5), used(2, "2025-06-01 23:30", 900, 80), used(3, "2025-06-02 00:05", 7),
        used(4, "2025-06-03 12:00", -1), used(5, "", 50), used(6, "2025-06-03 12:00", 60, service=303),
        used(7, "2025-06-03 12:00", 10**14, 2 * 10**14),
        used(9, "2025-06-04 12:00", 2**62, 2**62), used(8, "2025-06-03 12:00", 1, service=202),
    ]  # fmt: skip
    run = bring(homes, service_snapshot=rows)
    assert list(UsageDay.objects.order_by("legacy_id").values_list("legacy_id", "day", "bytes_day", "bytes_night")) == [
        (2, date(2025, 6, 1), 900, 80), (3, date(2025, 6, 2), 7, 0), (7, date(2025, 6, 3), 10**14, 2 * 10**14),
        (8, date(2025, 6, 3), 1, 0),
    ]  # fmt: skip
    assert listed(run) == {
        "usage_absurd": [9], "usage_negative": [4], "usage_of_several": [2], "usage_twice": [1],
        "usage_without_day": [5], "usage_without_service": [6],
    }  # fmt: skip


def test_the_next_night_brings_what_changed_and_nothing_twice(homes: dict[str, Any]) -> None:
    addresses = [had(1, "24.48.2.1", "2025-01-01 10:00"), had(2, "24.48.2.2", "2025-01-02 10:00", 202, 2)]
    usage = [used(1, "2025-06-01 10:00", 100)]
    bring(homes, ip_history=addresses, service_snapshot=usage)
    before = stands()
    again = bring(homes, ip_history=addresses, service_snapshot=usage)
    assert (stands(), listed(again)) == (before, {})
    # Both change places, the second day's reading of the same day is fuller, and its row keeps its name.
    addresses += [had(3, "24.48.2.2", "2025-02-01 10:00"), had(4, "24.48.2.1", "2025-02-01 10:00", 202, 2)]
    run = bring(homes, ip_history=addresses, service_snapshot=[*usage, used(2, "2025-06-01 20:00", 250)])
    assert [row[:4] for row in stands()] == [
        (1, "24.48.2.1", "2025-01-01 10:00", "2025-02-01 10:00"),
        (2, "24.48.2.2", "2025-01-02 10:00", "2025-02-01 10:00"),
        (3, "24.48.2.2", "2025-02-01 10:00", ""), (4, "24.48.2.1", "2025-02-01 10:00", ""),
    ]  # fmt: skip
    assert list(UsageDay.objects.values_list("legacy_id", "bytes_day")) == [(1, 250)]
    assert listed(run) == {"usage_of_several": [2], "usage_twice": [1]}


def test_what_the_source_forgets_stays_and_ends_when_somebody_else_gets_the_address(homes: dict[str, Any]) -> None:
    bring(
        homes, ip_history=[had(1, "24.48.3.1", "2025-01-01 10:00")], service_snapshot=[used(1, "2025-06-01 10:00", 9)]
    )
    run = bring(homes, ip_history=[had(2, "24.48.3.1", "2025-05-01 10:00", 202, 2)])
    assert [row[:4] for row in stands()] == [
        (1, "24.48.3.1", "2025-01-01 10:00", "2025-05-01 10:00"), (2, "24.48.3.1", "2025-05-01 10:00", ""),
    ]  # fmt: skip
    assert UsageDay.objects.get().legacy_id == 1
    assert listed(run) == {}


def test_what_is_written_here_stays_and_the_source_gives_way(homes: dict[str, Any]) -> None:
    marc = a_subscription(legacy_id=404)
    since = TimestamptzRange(datetime.fromtimestamp(at("2025-01-15 00:00"), clock.zone()), None)
    ours = {"customer": marc.customer, "location": marc.location, "subscription": marc}
    IpAssignment.objects.create(address="24.48.4.1", during=since, **ours)
    UsageDay.objects.create(subscription=marc, day=date(2025, 6, 1), bytes_day=5)
    rows = [had(1, "24.48.4.1", "2025-01-01 10:00"), had(2, "24.48.4.2", "2025-03-01 10:00")]
    usage = [used(1, "2025-06-01 10:00", 9, service=404), used(2, "2025-06-01 10:00", 8)]
    run = bring(homes, verified=False, ip_history=rows, service_snapshot=usage)
    assert listed(run) == {"traffic_taken_here": [1, 1]}
    assert set(IpAssignment.objects.values_list("legacy_id", "address")) == {(None, "24.48.4.1"), (2, "24.48.4.2")}
    assert set(UsageDay.objects.values_list("legacy_id", "bytes_day")) == {(None, 5), (2, 8)}


def test_what_is_past_its_retention_is_neither_brought_in_nor_brought_back(homes: dict[str, Any]) -> None:
    rows = [had(1, "24.48.5.1", "2012-01-01 10:00"), had(2, "24.48.5.2", "2013-01-01 10:00")]
    usage = [used(1, "2013-01-01 10:00", 9)]
    settings.put(ADDRESS_DAYS, 365)
    run = bring(homes, ip_history=rows, service_snapshot=usage)
    assert [row[0] for row in stands()] == [2]
    assert listed(run) == {"ip_past_retention": [1], "usage_past_retention": [1]}
    settings.put(ADDRESS_DAYS, 0)
    bring(homes, ip_history=rows, service_snapshot=usage)
    assert ([row[0] for row in stands()], UsageDay.objects.count()) == ([1, 2], 1)
    IpAssignment.objects.filter(legacy_id=1).delete()
    UsageDay.objects.all().delete()
    again = bring(homes, ip_history=rows, service_snapshot=usage)
    assert ([row[0] for row in stands()], UsageDay.objects.count()) == ([2], 0)
    assert listed(again) == {"forgotten_here": [1, 1]}
    assert LegacyRow.objects.filter(target="network_usageday").count() == 1
