"""An example of each verb: it builds the state and returns valid input."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from gigafibre.crm.tests.factories import a_location
from gigafibre.kernel import settings
from gigafibre.kernel.tests.examples import example
from gigafibre.network.tests.factories import a_device, a_drop, a_plugged_drop, an_assignment, an_interest, an_olt
from gigafibre.subscriptions.tests.factories import a_subscription

_ADDRESS = {"civic": "27", "street": "rang Saint-Joseph", "city": "Saint-Rémi", "postal_code": "J0L 2L0"}


@example("network.add_olt")
def _olt() -> dict[str, Any]:
    return {"name": "OLT-OUEST", "address": "10.10.0.2", "vendor": "Huawei"}


@example("network.add_drop")
def _drop() -> dict[str, Any]:
    return {**_ADDRESS, "state": "planned", "planned_for": "2027-06-01", "zone": "Saint-Rémi"}


@example("network.make_serviceable")
def _serviceable() -> dict[str, Any]:
    settings.put("messaging.public_url", "https://fibre.example")
    settings.put("company.address", "12, rue du Pont, Saint-Anicet (Québec) J0S 1M0")
    drop = a_drop(state="planned")
    an_interest(drop=drop)
    return {"drop": drop.number}


@example("network.assign_port")
def _assign() -> dict[str, Any]:
    a_plugged_drop("1480", ont_id=0)
    return {"drop": a_drop().number, "olt": an_olt().name, "slot": 1, "port": 3, "vlan_internet": 40}


@example("network.free_port")
def _free() -> dict[str, Any]:
    return {"drop": a_plugged_drop().number, "reason": "Fibre coupée par des travaux"}


@example("network.connect_drop")
def _connect() -> dict[str, Any]:
    location = a_location()
    served = a_subscription(customer=location.customer, location=location)
    return {"drop": a_plugged_drop().number, "location": location.number, "subscription": served.number}


@example("network.disconnect_drop")
def _disconnect() -> dict[str, Any]:
    drop = a_plugged_drop(state="connected", location=a_location())
    return {"drop": drop.number, "reason": "Résiliation"}


@example("network.register_interest")
def _interest() -> dict[str, Any]:
    return {"address": "12, rang Double, Howick", "email": "Sylvie@exemple.ca", "consent": True}


@example("network.withdraw_interest")
def _withdraw() -> dict[str, Any]:
    return {"interest": an_interest().pk, "reason": "À sa demande"}


@example("network.mark_interested_told")
def _told() -> dict[str, Any]:
    drop = a_drop()
    an_interest(drop=drop)
    return {"drop": drop.number}


@example("network.receive_equipment")
def _receive() -> dict[str, Any]:
    return {"kind": "ont", "serial": "54504C4712345678", "mac": "A42B.B012.3456", "model": "XX230v"}


@example("network.install_equipment")
def _install() -> dict[str, Any]:
    location = a_location()
    served = a_subscription(customer=location.customer, location=location)
    behind = a_device(location=location)
    given = {"location": location.number, "subscription": served.number, "parent": behind.number, "job": "DJ-12"}
    return {"equipment": a_device("router").number, **given}


@example("network.move_equipment")
def _move() -> dict[str, Any]:
    return {"equipment": a_device().number, "stock_place": "Camion DT-3", "reason": "Pour les poses de demain"}


@example("network.replace_equipment")
def _replace() -> dict[str, Any]:
    old = a_device(location=a_location(), username="admin", password="s3cret")
    a_device("router", location=old.location, parent=old)
    return {"equipment": old.number, "by": a_device().number, "defective": True, "reason": "Ne s’allume plus"}


@example("network.return_equipment")
def _return() -> dict[str, Any]:
    device = a_device(location=a_location(), username="admin", password="s3cret")
    return {"equipment": device.number, "reason": "Résiliation", "job": "DJ-14"}


@example("network.mark_defective")
def _defective() -> dict[str, Any]:
    return {"equipment": a_device(location=a_location()).number, "reason": "Plus de signal optique"}


@example("network.mark_lost")
def _lost() -> dict[str, Any]:
    return {"equipment": a_device(location=a_location()).number, "reason": "Client parti sans le rendre"}


@example("network.mark_found")
def _found() -> dict[str, Any]:
    return {"equipment": a_device(state="lost").number, "reason": "Rapporté au comptoir"}


@example("network.describe_equipment")
def _describe() -> dict[str, Any]:
    behind = a_device()
    given = {"model": "Deco X20", "manufacturer": "TP-Link", "firmware": "1.2.1", "management_ip": "10.20.0.15"}
    return {"equipment": a_device("router").number, "parent": behind.number, **given}


@example("network.set_equipment_credentials")
def _credentials() -> dict[str, Any]:
    return {"equipment": a_device().number, "username": "admin", "password": "n3w-s3cret"}


@example("network.reveal_equipment_credentials")
def _reveal() -> dict[str, Any]:
    device = a_device(username="admin", password="s3cret")
    return {"equipment": device.number, "reason": "Accès à distance demandé par le client"}


@example("network.record_job_equipment")
def _on_a_job() -> dict[str, Any]:
    place = a_location()
    old = a_device(location=place)
    labels = {"serial": "54504C4712345678", "replaces": old.serial, "model": "XX230v"}
    return {"act": "replaced", "job": "DJ-15", "location": place.number, **labels}


@example("network.free_location")
def _free_location() -> dict[str, Any]:
    place = a_location()
    served = a_subscription(customer=place.customer, location=place)
    a_plugged_drop(state="connected", location=place, subscription=served)
    return {"location": place.number, "leaving": [served.number], "reason": "Départ"}


@example("network.follow_move")
def _follow_move() -> dict[str, Any]:
    old = a_location()
    new = a_location(old.customer)
    served = a_subscription(customer=old.customer, location=new)
    a_plugged_drop(state="connected", location=old, subscription=served)
    a_device(location=old, subscription=served)
    moves = {"services": [served.number], "devices": "come_along", "reason": "Déménagement"}
    return {"location": old.number, "to": new.number, "drop": a_plugged_drop("9").number, **moves}


@example("network.connect_location")
def _connect_location() -> dict[str, Any]:
    a_plugged_drop()
    return {"location": a_location().number}


@example("network.trace_address")
def _trace() -> dict[str, Any]:
    an_assignment("24.48.0.15", datetime(2025, 3, 1, tzinfo=UTC))
    return {"address": "24.48.0.15", "moment": "2025-03-02T14:10:00-05:00", "reason": "Ordonnance 500-26-123456-255"}
