"""The life of a device, verb by verb: where it is, whom it serves, what its log says, what is refused."""

from __future__ import annotations

import threading
from typing import Any

import pytest
from django.db import connection
from pydantic import SecretStr

from gigafibre.crm.tests.factories import a_location
from gigafibre.kernel.actor import SYSTEM, Actor, acting_as
from gigafibre.kernel.errors import Conflict, Forbidden, Refusal
from gigafibre.kernel.perform import perform
from gigafibre.kernel.tests.looking import fact_types, runs, trail
from gigafibre.network import actions, queries
from gigafibre.network.errors import (
    EquipmentAmbiguous,
    EquipmentInOtherState,
    EquipmentKnown,
    EquipmentUnidentified,
    NoCredentials,
    NoSuchEquipment,
    NotReplaceable,
    OnePlaceOnly,
    ParentCircle,
    SamePlace,
    SubscriptionOver,
    WrongPlace,
)
from gigafibre.network.models import Equipment
from gigafibre.network.tests.factories import a_device
from gigafibre.subscriptions.tests.factories import a_subscription

KEVIN = Actor("staff", 4, "Kevin Boyer", frozenset({"network.equip"}))


@pytest.fixture
def acting(db: None, clock: Any) -> Any:
    with acting_as(SYSTEM):
        yield


def log(number: str) -> list[tuple[str, str, str, str]]:
    return [(m.from_state, m.to_state, m.from_where, m.to_where) for m in reversed(queries.moves_of(number))]


def test_from_the_box_to_the_customer_and_back(acting: None) -> None:
    served = a_subscription()
    number = actions.receive_equipment("ont", serial="54504C47A1B2C3D4", mac="A4:2B:B0:12:34:56", job="PO-77")
    given = {"location": served.location.number, "subscription": served.number, "job": "DJ-12"}
    perform("network.install_equipment", {"equipment": number, "reason": "Pose", **given}, actor=KEVIN)
    installed = queries.device(number)
    assert (installed.serial, installed.serial_hex, installed.mac) == (
        "TPLGA1B2C3D4",
        "54504C47A1B2C3D4",
        "A4:2B:B0:12:34:56",
    )
    assert (installed.state, installed.location, installed.subscription, installed.stock_place) == (
        "active",
        served.location.number,
        served.number,
        "",
    )
    actions.set_equipment_credentials(number, username="admin", password=SecretStr("s3cret"))
    assert queries.device(number).has_credentials
    actions.return_equipment(number, reason="Résiliation", job="DJ-14")
    back = queries.device(number)
    assert (back.state, back.location, back.subscription, back.stock_place, back.has_credentials) == (
        "returned",
        "",
        "",
        "Entrepôt",
        False,
    )
    assert log(number) == [
        ("", "in_stock", "", "Entrepôt"),
        ("in_stock", "active", "Entrepôt", served.location.number),
        ("active", "returned", served.location.number, "Entrepôt"),
    ]
    newest, middle, _ = queries.moves_of(number)
    assert (middle.actor, middle.action, middle.reason, middle.job, middle.subscription) == (
        "Kevin Boyer",
        "network.install_equipment",
        "Pose",
        "DJ-12",
        served.number,
    )
    assert (newest.reason, newest.job, newest.subscription) == ("Résiliation", "DJ-14", served.number)
    assert fact_types(f"equipment:{number}") == [
        "network.EquipmentInstalled",
        "network.EquipmentReturned",
    ]
    assert actions.receive_equipment("ont", mac="a42b.b012.3456") == number
    assert queries.device(number).state == "in_stock"


def test_a_reason_told_for_one_move_is_not_kept_for_the_next(acting: None) -> None:
    device = a_device()
    actions.move_equipment(device.number, stock_place="Camion DT-3", reason="Pour demain", job="DJ-9")
    Equipment.objects.filter(pk=device.pk).update(stock_place="Camion DT-4")
    newest, before, _ = queries.moves_of(device.number)
    assert (before.reason, before.job) == ("Pour demain", "DJ-9")
    assert (newest.reason, newest.job) == ("", "")


def test_a_known_device_is_not_received_twice(acting: None) -> None:
    device = a_device(serial="TPLG00000001", mac="a42bb0000001")
    other = a_device(serial="TPLG00000002", mac="a42bb0000002")
    before = Equipment.objects.count()
    with pytest.raises(EquipmentKnown, match=device.number):
        actions.receive_equipment("ont", serial="54504C4700000001")
    with pytest.raises(EquipmentAmbiguous):
        actions.receive_equipment("ont", serial="TPLG00000001", mac="A4:2B:B0:00:00:02")
    with pytest.raises(EquipmentUnidentified):
        actions.receive_equipment("ont")
    actions.mark_lost(other.number, reason="Introuvable")
    with pytest.raises(EquipmentKnown):
        actions.receive_equipment("ont", serial="TPLG0000FFFF", mac="A4:2B:B0:00:00:02")
    assert Equipment.objects.count() == before


def test_it_is_installed_once_and_where_its_subscription_is(acting: None) -> None:
    device, location = a_device(), a_location()
    gone = a_subscription(location=location, customer=location.customer, state="cancelled", cancelled_on="2026-11-01")
    with pytest.raises(WrongPlace):
        actions.install_equipment(device.number, location=location.number, subscription=a_subscription().number)
    with pytest.raises(SubscriptionOver):
        actions.install_equipment(device.number, location=location.number, subscription=gone.number)
    with pytest.raises(NoSuchEquipment):
        actions.install_equipment("EQP-999999", location=location.number)
    assert queries.device(device.number).state == "in_stock"
    actions.install_equipment(device.number, location=location.number)
    with pytest.raises(EquipmentInOtherState) as said:
        actions.install_equipment(device.number, location=a_location().number)
    assert said.value.said.fr == (
        f"{device.number} est « En service » ({location.number}) : cette action demande « En stock »."
    )
    assert queries.device(device.number).location == location.number


def test_moving_to_another_location_or_another_van(acting: None) -> None:
    location = a_location()
    device = a_device(location=location)
    with pytest.raises(OnePlaceOnly):
        actions.move_equipment(device.number, reason="Où ?")
    with pytest.raises(SamePlace):
        actions.move_equipment(device.number, location=location.number, reason="Encore")
    with pytest.raises(EquipmentInOtherState):
        actions.move_equipment(device.number, stock_place="Camion DT-3", reason="Non")
    elsewhere = a_location(location.customer)
    actions.move_equipment(device.number, location=elsewhere.number, reason="Déménagement")
    assert queries.device(device.number).location == elsewhere.number
    assert [found.number for found in queries.devices_at([elsewhere.number])] == [device.number]
    assert [found.number for found in queries.devices_of(location.customer.number)] == [device.number]


def test_a_replacement_takes_place_service_and_what_hangs_behind(acting: None) -> None:
    served = a_subscription()
    old = a_device(location=served.location, subscription=served, username="admin", password="s3cret")
    router = a_device("router", location=served.location, parent=old)
    new = a_device()
    with pytest.raises(NotReplaceable):
        actions.replace_equipment(old.number, by=a_device("modem").number, reason="Non")
    actions.replace_equipment(old.number, by=new.number, defective=True, reason="Foudre", job="DJ-20")
    now, was = queries.device(new.number), queries.device(old.number)
    assert (now.state, now.location, now.subscription) == ("active", served.location.number, served.number)
    assert (was.state, was.location, was.stock_place, was.has_credentials) == ("defective", "", "Entrepôt", False)
    assert queries.device(router.number).parent == new.number
    assert log(old.number)[-1] == ("active", "defective", served.location.number, "Entrepôt")
    assert {m.job for m in (queries.moves_of(old.number)[0], queries.moves_of(new.number)[0])} == {"DJ-20"}


def test_defective_lost_and_found(acting: None) -> None:
    location = a_location()
    device = a_device(location=location)
    actions.mark_defective(device.number, reason="Plus de signal")
    assert queries.device(device.number).location == location.number
    actions.mark_lost(device.number, reason="Client parti")
    assert (queries.device(device.number).location, queries.device(device.number).stock_place) == ("", "")
    with pytest.raises(EquipmentInOtherState):
        actions.mark_lost(device.number, reason="Encore")
    actions.mark_found(device.number, stock_place="Comptoir", reason="Rapporté")
    assert (queries.device(device.number).state, queries.device(device.number).stock_place) == ("in_stock", "Comptoir")


def test_what_hangs_behind_what_is_never_a_circle(acting: None) -> None:
    ont = a_device()
    router = a_device("router", parent=ont)
    with pytest.raises(ParentCircle):
        actions.describe_equipment(ont.number, parent=router.number)
    assert queries.device(ont.number).parent == ""


def test_credentials_are_sealed_shown_to_few_and_the_reading_is_kept(acting: None) -> None:
    device = a_device(username="admin", password="s3cret-9")
    with connection.cursor() as cursor:
        cursor.execute("SELECT username, password FROM network_equipment WHERE id = %s", [device.pk])
        stored = cursor.fetchone()
    assert "admin" not in stored[0]
    assert "s3cret-9" not in stored[1]
    asked = {"equipment": device.number, "reason": "Accès à distance"}
    with pytest.raises(Forbidden):
        perform("network.reveal_equipment_credentials", asked, actor=KEVIN)
    shown = perform("network.reveal_equipment_credentials", asked, actor=SYSTEM)
    assert shown.result == {"username": "admin", "password": "s3cret-9"}
    (kept,) = runs(id=shown.run)
    assert (kept["input"]["reason"], kept["result"]) == ("Accès à distance", {"username": "••••", "password": "••••"})
    actions.set_equipment_credentials(device.number, username="root", password=SecretStr("autre-s3cret"))
    assert "s3cret" not in str(trail(table="network_equipment"))
    with pytest.raises(NoCredentials):
        actions.reveal_equipment_credentials(a_device().number, reason="Pour voir")


def test_two_technicians_install_one_device_at_once(committed_db: Any) -> None:
    with acting_as(SYSTEM):
        device = a_device()
        places = [a_location().number for _ in range(6)]
    came, start = [], threading.Barrier(len(places))

    def install(place: str) -> None:
        start.wait()
        try:
            perform("network.install_equipment", {"equipment": device.number, "location": place}, actor=KEVIN)
            came.append(place)
        except Refusal as refusal:
            came.append(refusal.code)
        finally:
            connection.close()

    threads = [threading.Thread(target=install, args=(place,)) for place in places]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(came).count("equipment_state") == len(places) - 1
    (winner,) = set(came) - {"equipment_state"}
    assert queries.device(device.number).location == winner
    assert len(queries.moves_of(device.number)) == 2


def test_one_box_scanned_twice_at_once_is_one_device(committed_db: Any) -> None:
    came, start = [], threading.Barrier(6)

    def receive() -> None:
        start.wait()
        try:
            given = {"kind": "ont", "serial": "TPLG0BADCAFE", "mac": "A4:2B:B0:0B:AD:CA"}
            came.append(perform("network.receive_equipment", given, actor=KEVIN).result)
        except (Conflict, EquipmentKnown) as refusal:
            came.append(refusal.code)
        finally:
            connection.close()

    threads = [threading.Thread(target=receive) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert Equipment.objects.count() == 1
    assert [answer for answer in came if answer not in {"conflict", "equipment_known"}] == ["EQP-00001"]
