"""Drops and devices from the legacy tables, row by row: which row is the device, who keeps the port, what staff did."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from gigafibre.kernel.actor import SYSTEM, acting_as
from gigafibre.legacy.importing.run import execute, prepare
from gigafibre.legacy.models import ImportFinding, ImportRun
from gigafibre.legacy.sample import make as making
from gigafibre.legacy.sample.records import Record, simple_record
from gigafibre.legacy.sample.shape import Defects, Shape, scaled
from gigafibre.network import actions, queries
from gigafibre.network.models import Drop, Equipment
from gigafibre.subscriptions.models import Subscription

UNTIL = date(2026, 11, 20)


class Rows:
    """What a sample has in `fibre` and `device`, instead of what it would make."""

    def __init__(self, fibre: list[Record], device: list[Record], services: dict[int, int]) -> None:
        self.fibre, self.device, self.services = fibre, device, services

    def __call__(self, shape: Shape, planted: Any, rows: dict[str, list[Record]]) -> Rows:
        for row in rows["service"]:
            row["device_id"] = self.services.get(int(row["id"] or 0), 0)
        return self

    def make(self) -> dict[str, list[Record]]:
        return {"fibre": self.fibre, "device": self.device}


def device(number: int, delivery: int | None = 0, **more: Any) -> Record:
    return simple_record("device", id=number, **{"delivery_id": delivery, "category": "onu", **more})


def fibre(number: int, **more: Any) -> Record:
    given = {"terrain": str(number), "rue": "rang Double", "ville": "Howick", **more}
    return simple_record("fibre", id=number, **given)


@pytest.fixture
def bring(committed_db: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Import a small source with the given rows; again with others when called again."""

    def run(rows: Rows) -> ImportRun:
        monkeypatch.setattr(making, "Plant", rows)
        folder = tmp_path / f"source{ImportRun.objects.count()}"
        making.make(scaled(0.002, 5, Defects.NONE, UNTIL), folder)
        return execute(prepare(str(folder), by="test"), str(folder))

    return run


def listed(run: ImportRun, code: str) -> list[int | None]:
    return list(
        ImportFinding.objects.filter(run=run, code=code).order_by("legacy_id").values_list("legacy_id", flat=True)
    )


def live(bring: Any) -> list[Subscription]:
    """Return some live subscriptions of a first import without plant."""
    bring(Rows([], [], {}))
    return list(Subscription.objects.filter(state="active").select_related("location").order_by("id")[:3])


def test_the_newest_installed_row_of_a_mac_is_the_device(bring: Any) -> None:
    one, two, _ = live(bring)
    home, other = one.location.legacy_id, two.location.legacy_id
    rows = [
        device(1, home, mac="A4:2B:B0:12:34:56", sn="TPLG11111111", date_orig=100, user="admin", **{"pass": "vieux"}),
        device(2, home, mac="a42bb0123456", sn="TPLG22222222", date_orig=200, model="XX230v"),
        device(3, 0, mac="A42B.B012.3456", sn="TPLG33333333", date_orig=300),
        device(4, other, mac="", sn="54504C4712345678", name="rebut"),
        device(5, other, mac="", sn="48575443-0011D168", category="routeur", parent=2),
        device(6, 4_000_000, mac="a42bb0000006", sn="HWTC0011D168", category="tv"),
        device(7, other, mac="a42bb0000007", parent=8),
        device(8, other, mac="a42bb0000008", parent=7),
        device(9, other, mac="FF:FF:FF:FF:FF:FF", sn="", category="bidule"),
    ]
    run = bring(Rows([], rows, {one.legacy_id or 0: 3}))
    stands = queries.device("EQP-00002")
    assert (stands.mac, stands.serial, stands.printed_serial, stands.state, stands.subscription) == (
        "A4:2B:B0:12:34:56", "", "TPLG22222222", "active", one.number,
    )  # fmt: skip
    assert Equipment.objects.get(legacy_id=2).password == "vieux"
    assert list(Equipment.objects.order_by("legacy_id").values_list("legacy_id", flat=True)) == [2, 4, 5, 6, 7, 8, 9]
    assert (queries.device("EQP-00005").serial, queries.device("EQP-00006").serial) == ("HWTC0011D168", "")
    assert queries.device("EQP-00005").parent == "EQP-00002"
    assert (queries.device("EQP-00006").state, queries.device("EQP-00009").kind) == ("in_stock", "other")
    assert (queries.device("EQP-00007").parent, queries.device("EQP-00008").parent) == ("", "EQP-00007")
    assert {code: listed(run, code) for code in ("device_twice", "device_unidentified", "device_circle")} == {
        "device_twice": [1, 3], "device_unidentified": [4, 9], "device_circle": [7],
    }  # fmt: skip
    assert {code: listed(run, code) for code in ("device_serial_twice", "device_without_location")} == {
        "device_serial_twice": [6], "device_without_location": [6],
    }  # fmt: skip
    told = ImportFinding.objects.get(run=run, code="device_twice", legacy_id=1).detail
    assert "TPLG11111111" in told
    assert "vieux" not in told
    (move,) = queries.moves_of("EQP-00002")
    assert (move.to_state, move.actor, move.to_where) == ("active", "importation", one.location.number)
    # A newer row of the same MAC takes over what the device is, under the number it has.
    rows[1] = device(2, 0, mac="a42bb0123456", date_orig=200)
    rows.append(device(10, other, mac="a42b-b012-3456", sn="TPLG10101010", date_orig=400, model="XX530v"))
    bring(Rows([], rows, {one.legacy_id or 0: 3}))
    taken = queries.device("EQP-00002")
    assert (taken.location, taken.model, taken.printed_serial) == (two.location.number, "XX530v", "TPLG10101010")
    assert not Equipment.objects.filter(legacy_id=10).exists()


def test_ports_are_kept_by_who_is_connected_and_what_staff_did_stays(bring: Any) -> None:
    one, two, three = live(bring)
    port = {"info_connect": "10.10.0.1", "slot": 1, "port": 3}
    rows = [
        fibre(1, service_id=one.legacy_id, ontid=4, vlan_internet=40, **port),
        fibre(2, service_id=0, ontid=4, sn="HWTC00000002", **port),
        fibre(3, service_id=two.legacy_id, ontid=5, **port),
        fibre(4),
        fibre(5, service_id=4_000_000, ontid=6, **port),
        fibre(6, service_id=two.legacy_id, ontid=7, **port),
        fibre(7, rue="", ville="", ontid=200, **port),
    ]
    run = bring(Rows(rows, [device(1, category="olt", name="OLT-EAST", manage="10.10.0.1")], {}))
    first = queries.drop("DROP-00001")
    assert (first.olt, first.slot, first.port, first.ont_id, first.state, first.subscription) == (
        "OLT-EAST", 1, 3, 4, "connected", one.number,
    )  # fmt: skip
    assert (queries.drop("DROP-00002").ont_id, queries.drop("DROP-00002").port) == (None, 3)
    assert (queries.drop("DROP-00004").state, queries.drop("DROP-00004").olt) == ("serviceable", "")
    assert (queries.drop("DROP-00003").subscription, queries.drop("DROP-00006").subscription) == ("", two.number)
    codes = (
        "fibre_port_twice",
        "fibre_service_over",
        "fibre_service_twice",
        "fibre_without_address",
        "fibre_port_impossible",
    )
    assert [listed(run, code) for code in codes] == [[2], [5], [3], [7], [7]]
    with acting_as(SYSTEM):
        actions.disconnect_drop("DROP-00001", reason="Résiliation")
        actions.connect_drop("DROP-00005", location=three.location.number, subscription=three.number)
    # The source now gives one port to another, and the subscription that staff connected to a new row.
    rows[2] = fibre(3, service_id=two.legacy_id, ontid=7, **port)
    rows[5] = fibre(6, service_id=0, ontid=5, sn="HWTC00000006", **port)
    rows.append(fibre(8, service_id=three.legacy_id, ontid=6, **port))
    again = bring(Rows(rows, [device(1, category="olt", name="OLT-EAST", manage="10.10.0.1")], {}))
    assert (queries.drop("DROP-00003").ont_id, queries.drop("DROP-00006").ont_id) == (7, 5)
    assert (queries.drop("DROP-00001").state, queries.drop("DROP-00005").subscription) == ("serviceable", three.number)
    assert listed(again, "taken_here") == [8, 8]
    assert Drop.objects.count() == 8
