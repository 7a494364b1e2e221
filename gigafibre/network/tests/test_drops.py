"""Drops from planned to connected: ports with an id of their own each, whom they serve, who waited for them."""

from __future__ import annotations

import threading
from datetime import date
from typing import Any

import pytest
from django.db import connection

from gigafibre.kernel.actor import SYSTEM, acting_as
from gigafibre.kernel.listing import page
from gigafibre.kernel.perform import perform
from gigafibre.kernel.search import search
from gigafibre.kernel.tests.looking import fact_types
from gigafibre.network import actions, queries
from gigafibre.network.errors import (
    DropInOtherState,
    DropUnplugged,
    NoSuchDrop,
    NoSuchOlt,
    OltNameTaken,
    PortFull,
    PortTaken,
    SubscriptionHasDrop,
)
from gigafibre.network.listings import DROPS, EQUIPMENT, INTERESTS, MOVES, PORTS
from gigafibre.network.models import Drop, Interest
from gigafibre.network.tests.factories import a_device, a_drop, a_plugged_drop, an_interest, an_olt
from gigafibre.subscriptions.tests.factories import a_subscription


@pytest.fixture
def acting(db: None, clock: Any) -> Any:
    with acting_as(SYSTEM):
        yield


def test_a_street_is_built_sold_and_connected(acting: None) -> None:
    actions.add_olt("OLT-EAST", address="10.10.0.1", vendor="Huawei")
    number = actions.add_drop("27", street="rang Double", city="Howick", state="planned", planned_for=date(2027, 6, 1))
    an_interest(drop=Drop.objects.get(number=number))
    with pytest.raises(DropInOtherState):
        actions.assign_port(number, olt="OLT-EAST", slot=1, port=3)
    assert actions.make_serviceable(number) == 1
    assert actions.mark_interested_told(number) == 1
    assert actions.mark_interested_told(number) == 0
    assert actions.assign_port(number, olt="OLT-EAST", slot=1, port=3, vlan_internet=40) == 0
    served = a_subscription()
    actions.connect_drop(number, location=served.location.number, subscription=served.number)
    found = queries.drop(number)
    assert (found.state, found.location, found.subscription, found.customer) == (
        "connected",
        served.location.number,
        served.number,
        served.customer.number,
    )
    assert [drop.number for drop in queries.drops_at(served.location.number)] == [number]
    with pytest.raises(DropInOtherState):
        actions.free_port(number, reason="Non")
    actions.disconnect_drop(number, reason="Résiliation")
    assert (queries.drop(number).state, queries.drop(number).ont_id) == ("serviceable", 0)
    actions.free_port(number, reason="Fibre coupée")
    assert ports() == [("OLT-EAST", 0, None)]
    assert fact_types(f"drop:{number}") == [
        "network.DropBecameServiceable",
        "network.DropConnected",
        "network.DropDisconnected",
    ]


def test_the_next_free_ont_id_is_the_lowest_hole(acting: None) -> None:
    for ont in (0, 1, 3):
        a_plugged_drop(f"{ont + 1}", ont_id=ont)
    assert actions.assign_port(a_drop().number, olt="OLT-EAST", slot=1, port=3) == 2
    with pytest.raises(PortTaken, match="DROP"):
        actions.assign_port(a_drop().number, olt="OLT-EAST", slot=1, port=3, ont_id=3)
    with pytest.raises(NoSuchOlt):
        actions.assign_port(a_drop().number, olt="OLT-MARS", slot=1, port=3)
    Drop.objects.bulk_create(
        Drop(
            number=f"DROP-{80_000 + ont}", civic="1", street="rue Latour", city="Howick", olt=an_olt(), frame=0, slot=2,
            port=0, ont_id=ont,
        )
        for ont in range(128)
    )  # fmt: skip
    with pytest.raises(PortFull):
        actions.assign_port(a_drop().number, olt="OLT-EAST", slot=2, port=0)
    assert ports() == [("OLT-EAST 0/1/3", 4, 124), ("OLT-EAST 0/2/0", 128, 0)]
    assert ports(view="almost_full") == [("OLT-EAST 0/2/0", 128, 0)]
    assert ports(olt="olt-west") == []


def ports(**asked: str) -> list[tuple[str, int, int | None]]:
    return [(row["place"], row["onts"], row["free"]) for row in page(PORTS, asked).items]


def test_what_can_not_be_connected(acting: None) -> None:
    served = a_subscription()
    with pytest.raises(DropUnplugged):
        actions.connect_drop(a_drop().number, location=served.location.number)
    with pytest.raises(NoSuchDrop):
        actions.connect_drop("DROP-999999", location=served.location.number)
    first = a_plugged_drop(ont_id=1, state="connected", location=served.location, subscription=served)
    other = a_plugged_drop("1484", ont_id=2)
    with pytest.raises(SubscriptionHasDrop, match=first.number):
        actions.connect_drop(other.number, location=served.location.number, subscription=served.number)
    with pytest.raises(OltNameTaken):
        actions.add_olt("OLT-EAST")


def test_sixteen_ask_for_the_next_ont_id_at_once(committed_db: Any) -> None:
    an_olt()
    drops = [a_drop(f"{n}").number for n in range(1, 17)]
    came, start = [], threading.Barrier(len(drops))

    def plug(drop: str) -> None:
        start.wait()
        try:
            given = {"drop": drop, "olt": "OLT-EAST", "slot": 1, "port": 3}
            came.append(perform("network.assign_port", given, actor=SYSTEM).result)
        finally:
            connection.close()

    threads = [threading.Thread(target=plug, args=(drop,)) for drop in drops]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(came) == list(range(16))


def test_who_withdraws_leaves_no_email_behind(acting: None) -> None:
    wanted = an_interest()
    actions.withdraw_interest(wanted.pk, reason="À sa demande")
    (kept,) = Interest.objects.values("email", "state", "address")
    assert kept == {"email": "", "state": "withdrawn", "address": "12, rang Double, Howick"}
    assert an_interest().pk


@pytest.mark.parametrize(
    "typed",
    [
        "TPLGA1B2C3D4",
        "54504C47A1B2C3D4",
        "5450-4c47-a1b2-c3d4",
        "a4:2b:b0:12:34:56",
        "A42B.B012.3456",
        "tplga1b",
        "EQP-7",
    ],
)
def test_a_device_is_found_by_any_notation(acting: None, typed: str) -> None:
    a_device(number="EQP-7", serial="TPLGA1B2C3D4", mac="a42bb0123456")
    a_device(number="EQP-8", serial="HWTC00000001", mac="a42bb0000001")
    assert [hit.number for hit in search(typed, SYSTEM) if hit.kind == "equipment"] == ["EQP-7"]


def test_the_lists_say_where_things_are(acting: None) -> None:
    served = a_subscription()
    a_plugged_drop(number="DROP-1", ont_id=4, state="connected", location=served.location, subscription=served)
    a_drop("2", "rang Double", city="Howick", number="DROP-2", state="planned")
    device = a_device(number="EQP-7", mac="a42bb0123456", location=served.location, subscription=served)
    a_device("router", number="EQP-8", stock_place="Camion DT-3")
    an_interest(drop=Drop.objects.get(number="DROP-1"))
    (row,) = page(DROPS, {"state": "connected"}).items
    assert (row["number"], row["port"], row["customer"]) == ("DROP-1", "OLT-EAST 0/1/3.4", served.customer.number)
    assert [one["number"] for one in page(DROPS, {"q": "rang double"}).items] == ["DROP-2"]
    assert [one["number"] for one in page(DROPS, {"sort": "port"}).items] == ["DROP-1", "DROP-2"]
    (row,) = page(EQUIPMENT, {"state": "active"}).items
    assert (row["number"], row["mac"], row["subscription"]) == (device.number, "A4:2B:B0:12:34:56", served.number)
    assert [one["place"] for one in page(EQUIPMENT, {"kind": "router"}).items] == ["Camion DT-3"]
    assert [one["number"] for one in page(EQUIPMENT, {"q": "a42bb012"}).items] == ["EQP-7"]
    assert [one["equipment"] for one in page(MOVES, {}).items] == ["EQP-8", "EQP-7"]
    assert [one["drop"] for one in page(INTERESTS, {"view": "to_tell"}).items] == ["DROP-1"]
