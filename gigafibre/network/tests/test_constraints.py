"""What the database refuses, whoever asks: attacked behind the verbs' back."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from gigafibre.crm.tests.factories import a_location
from gigafibre.network.models import Drop, Equipment, EquipmentMove
from gigafibre.network.states import EQUIPMENT_STATES, FOLLOWS
from gigafibre.network.tests.factories import a_device, a_drop, a_plugged_drop, an_interest, an_olt
from gigafibre.subscriptions.tests.factories import a_subscription

pytestmark = pytest.mark.django_db


@contextmanager
def refused(rule: str) -> Iterator[None]:
    """Expect the database to refuse by a rule of that name."""
    with pytest.raises(IntegrityError) as said, transaction.atomic():  # noqa: PT012  what is put off is checked
        yield
        with connection.cursor() as cursor:  # what is checked when a transaction ends is checked now
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    cause: Any = said.value.__cause__
    assert rule in cause.diag.constraint_name


def test_no_two_drops_on_one_ont_id_of_a_port() -> None:
    a_plugged_drop(ont_id=7)
    a_plugged_drop("1484", ont_id=7, port=4)
    a_plugged_drop("1486", ont_id=7, olt=an_olt("OLT-WEST"))
    with refused("one_drop_per_ont_id"):
        a_plugged_drop("1488", ont_id=7)


@pytest.mark.parametrize(
    ("values", "rule"),
    [
        ({"olt": None, "port": 3}, "drop_plugged_whole"),
        ({"latitude": 45.1}, "drop_both_coordinates"),
        ({"state": "connected"}, "drop_connected_to_a_location"),
        ({"street": ""}, "drop_addressed"),
        ({"number": "D-1"}, "drop_number_form"),
        ({"vlan_internet": 4095}, "drop_vlan_range"),
        ({"vlan_tv": 0}, "drop_vlan_range"),
    ],
)
def test_a_drop_is_whole(values: dict[str, Any], rule: str) -> None:
    with refused(rule):
        a_drop(**values)


def test_a_drop_that_serves_nobody_has_no_subscription_and_no_ont_before_it_is_built() -> None:
    with refused("drop_connected_to_a_location"):
        a_drop(subscription=a_subscription())
    with refused("drop_planned_has_no_ont"):
        a_plugged_drop(state="planned")
    with refused("drop_ont_range"):
        a_plugged_drop(ont_id=128)


def test_a_subscription_runs_over_one_drop() -> None:
    served = a_subscription()
    a_plugged_drop(state="connected", location=served.location, subscription=served, ont_id=1)
    with refused("one_drop_per_subscription"):
        a_plugged_drop("1484", state="connected", location=served.location, subscription=served, ont_id=2)


@pytest.mark.parametrize(
    ("values", "rule"),
    [
        ({"stock_place": ""}, "equipment_one_place"),
        ({"state": "active"}, "equipment_one_place"),
        ({"state": "lost", "stock_place": "Entrepôt"}, "equipment_one_place"),
        ({"kind": "toaster"}, "equipment_kind_known"),
        ({"mac": "A42BB0123456"}, "equipment_mac_form"),
        ({"mac": "01005e000001"}, "equipment_mac_form"),
        ({"mac": "0" * 12}, "equipment_mac_form"),
        ({"serial": "tplg12345678"}, "equipment_serial_form"),
        ({"serial": "54504C4712345678"}, "equipment_serial_one_form"),
        ({"state": "returned", "password": "s3cret"}, "returned_keeps_no_credentials"),
    ],
)
def test_a_device_is_one_thing_at_one_place(values: dict[str, Any], rule: str) -> None:
    with refused(rule):
        a_device(**values)


def test_a_device_is_never_at_a_customers_and_in_stock_at_once() -> None:
    with refused("equipment_one_place"):
        a_device(location=a_location(), stock_place="Entrepôt")
    with refused("equipment_serves_where_it_is"):
        a_device(subscription=a_subscription())


def test_serial_and_mac_belong_to_one_device() -> None:
    a_device(serial="TPLG12345678", mac="a42bb0123456")
    a_device("other", serial=None, mac=None)
    a_device("other", serial=None, mac=None)
    with refused("one_device_per_serial"):
        a_device(serial="TPLG12345678")
    with refused("one_device_per_mac"):
        a_device(mac="a42bb0123456")


def _alone(attack: str) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute(attack)


def _made(state: str) -> Equipment:
    return a_device(state=state, location=a_location()) if state == "active" else a_device(state=state)


@pytest.mark.parametrize("was", EQUIPMENT_STATES)
@pytest.mark.parametrize("becomes", EQUIPMENT_STATES)
def test_only_what_may_follow_follows(was: str, becomes: str) -> None:
    device, moves = _made(was), EquipmentMove.objects.count()
    location = a_location() if becomes == "active" else None
    values = {
        "state": becomes,
        "location": location,
        "stock_place": "" if becomes in {"active", "lost"} else "Entrepôt",
    }
    changed = Equipment.objects.filter(pk=device.pk)
    if becomes == was or becomes in FOLLOWS[was]:
        changed.update(**values)
        assert EquipmentMove.objects.count() == moves + (becomes != was or was == "active")
        return
    with refused("equipment_transition"):
        changed.update(**values)
    assert EquipmentMove.objects.count() == moves


def test_no_device_moves_without_the_log_and_the_log_never_changes() -> None:
    device = a_device()
    Equipment.objects.filter(pk=device.pk).update(stock_place="Camion DT-3")
    (first, second) = EquipmentMove.objects.filter(equipment=device).order_by("id")
    assert (first.from_state, first.to_state, first.to_place) == ("", "in_stock", "Entrepôt")
    assert (second.from_place, second.to_place) == ("Entrepôt", "Camion DT-3")
    Equipment.objects.filter(pk=device.pk).update(note="Boîte abîmée")
    assert EquipmentMove.objects.filter(equipment=device).count() == 2
    for attack in (
        "UPDATE network_equipmentmove SET actor = 'personne'",
        "DELETE FROM network_equipmentmove",
        "TRUNCATE network_equipmentmove",
    ):
        with pytest.raises(DatabaseError, match="rows never change"):
            _alone(attack)


def test_no_device_stands_above_itself() -> None:
    one = a_device()
    two = a_device("router", parent=one)
    three = a_device("router", parent=two)
    with refused("equipment_not_own_parent"):
        Equipment.objects.filter(pk=one.pk).update(parent=one)
    with refused("equipment_no_circle"):
        Equipment.objects.filter(pk=one.pk).update(parent=three)


def test_one_waits_once_for_one_address() -> None:
    an_interest()
    with refused("one_waiting_interest"):
        an_interest(address="12 rang double  HOWICK")
    with refused("interest_says_consent"):
        an_interest("autre@exemple.ca", consent_words="")
    with refused("withdrawn_interest_keeps_no_email"):
        an_interest("autre@exemple.ca", state="withdrawn")


def test_drops_and_devices_are_never_emptied() -> None:
    for table in ("network_drop", "network_equipment"):
        with pytest.raises(DatabaseError, match="rows never change"):
            _alone(f"TRUNCATE {table} CASCADE")
    assert not Drop.objects.exists()
