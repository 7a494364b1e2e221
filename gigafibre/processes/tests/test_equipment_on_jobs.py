"""A completed job moves its equipment, once; what can't be so waits for a person, and holds up nobody else."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from gigafibre.crm.tests.factories import a_location
from gigafibre.dispatch import actions as dispatch
from gigafibre.dispatch.events import EquipmentMoved
from gigafibre.dispatch.tests.factories import a_job
from gigafibre.kernel.actor import SYSTEM, acting_as
from gigafibre.kernel.deliver import TRIES, deliver_all
from gigafibre.kernel.events import publish
from gigafibre.kernel.tests import looking
from gigafibre.network import queries
from gigafibre.network.tests.factories import a_device
from gigafibre.subscriptions.tests.factories import a_subscription

pytestmark = pytest.mark.django_db
HANDLER = "processes.equipment_on_jobs.move_the_device"


@pytest.fixture(autouse=True)
def acting(clock: Any) -> Any:
    with acting_as(SYSTEM):
        yield clock


def done(place: Any, act: str, **labels: Any) -> str:
    """Bring a job at a location to its end with one line of equipment; returns the job's number."""
    number = a_job("in_progress", place=place)
    dispatch.add_equipment(number, act=act, **labels)  # type: ignore[arg-type]
    dispatch.complete_job(number)
    return number


def parked(clock: Any) -> list[tuple[str, str]]:
    """Deliver until nothing is tried again; returns what waits for a person, and why."""
    for _ in range(TRIES):
        deliver_all()
        clock.move(minutes=10)
    return looking.parked()


def moves(number: str) -> list[tuple[str, str, str]]:
    return [(m.from_state, m.to_state, m.job) for m in reversed(queries.moves_of(number))]


def stands_at(place: Any) -> list[tuple[str, str]]:
    return [(device.serial, device.state) for device in queries.devices_at([place.number])]


def test_what_was_in_stock_serves_where_the_job_was() -> None:
    device, place = a_device(), a_location()
    served = a_subscription(customer=place.customer, location=place)
    job = done(place, "installed", serial=device.serial)
    deliver_all()
    now = queries.device(device.number)
    assert (now.state, now.location, now.subscription) == ("active", place.number, served.number)
    assert moves(device.number)[-1] == ("in_stock", "active", job)


def test_what_we_never_saw_is_received_first() -> None:
    place = a_location()
    job = done(place, "installed", serial="54504C4712345678", mac="A42B.B012.3456", model="XX230v")
    deliver_all()
    (device,) = queries.devices_at([place.number])
    assert (device.kind, device.serial, device.mac) == ("ont", "TPLG12345678", "A4:2B:B0:12:34:56")
    assert device.model == "XX230v"
    assert moves(device.number) == [("", "in_stock", job), ("in_stock", "active", job)]


def test_what_is_taken_away_comes_back_without_its_secrets() -> None:
    place = a_location()
    device = a_device(location=place, username="admin", password="s3cret")
    done(place, "removed", mac=device.mac)
    deliver_all()
    now = queries.device(device.number)
    assert (now.state, now.location, now.stock_place, now.has_credentials) == ("returned", "", "Entrepôt", False)


def test_an_exchange_moves_both() -> None:
    place = a_location()
    old, new = a_device(location=place), a_device()
    done(place, "replaced", serial=new.serial, replaces=old.mac)
    deliver_all()
    assert stands_at(place) == [(new.serial, "active")]
    assert queries.device(old.number).state == "returned"


def test_what_took_an_unknown_device_s_place_is_known_and_so_is_the_other_from_now_on() -> None:
    place = a_location()
    done(place, "replaced", serial="TPLG0000AAAA", replaces="TPLG0000BBBB")
    deliver_all()
    assert stands_at(place) == [("TPLG0000AAAA", "active")]


@pytest.mark.parametrize("act", ["installed", "removed"])
def test_a_label_that_belongs_elsewhere_waits_for_a_person_and_moves_nothing(acting: Any, act: str) -> None:
    elsewhere = a_device(location=a_location())
    done(a_location(), act, serial=elsewhere.serial)
    ((handler, why),) = parked(acting)
    assert handler == HANDLER
    assert elsewhere.number in why
    assert len(queries.moves_of(elsewhere.number)) == 1


def test_while_one_customer_waits_another_is_served(acting: Any) -> None:
    done(a_location(), "installed", serial=a_device(location=a_location()).serial)
    fine = a_device()
    done(a_location(), "installed", serial=fine.serial)
    assert len(parked(acting)) == 1
    assert queries.device(fine.number).state == "active"


def test_told_twice_or_after_the_next_move_it_happens_once() -> None:
    device, place = a_device(), a_location()
    job = done(place, "installed", serial=device.serial)
    fact = EquipmentMoved(
        customer=place.customer.number,
        location=place.number,
        job=job,
        contract="",
        issue="",
        act="installed",
        serial=device.serial or "",
        mac="",
        replaces="",
        model="",
        on=date(2026, 11, 21),
    )
    publish(fact)
    deliver_all()
    assert len(queries.moves_of(device.number)) == 2
    done(place, "removed", serial=device.serial)
    deliver_all()
    publish(fact)  # an old fact comes once more
    deliver_all()
    assert queries.device(device.number).state == "returned"
    assert len(queries.moves_of(device.number)) == 3
