"""A job as a technician's phone keeps it: what stands at the address, what is served, what was done there before."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gigafibre.catalog.tests.factories import an_item
from gigafibre.crm.tests.factories import a_customer, a_location
from gigafibre.dispatch import actions
from gigafibre.dispatch.tests.factories import a_technician, bring
from gigafibre.identity.tests.factories import a_user, browser
from gigafibre.kernel.actor import SYSTEM, acting_as
from gigafibre.network.tests.factories import a_device, a_plugged_drop
from gigafibre.subscriptions.tests.factories import a_subscription

pytestmark = pytest.mark.django_db


def test_everything_one_needs_at_the_door_comes_in_one_answer(clock: Any) -> None:
    user = a_user("technician")
    technician = a_technician(user=user.username)
    subscription = a_subscription(item=an_item(name_fr="Fibre 500", service_kind="internet"))
    place = subscription.location
    router = a_device("router", location=place, serial="AAAA00000001")
    a_device(location=place, serial="HWTC1234ABCD", parent=router)
    a_device(location=a_location(place.customer))
    a_plugged_drop(location=place, state="connected", ont_id=12, vlan_internet=40)
    with acting_as(SYSTEM):
        asked = {"kind": "repair", "title": "Voir", "date": date(2026, 11, 23), "location": place.number}
        before = actions.create_job(place.customer.number, **asked)  # type: ignore[arg-type]
        bring(before, "in_progress", technician=technician)
        actions.add_equipment(before, act="installed", serial="HWTC1234ABCD")
        actions.complete_job(before, code="replaced", note="ONT changé")
        elsewhere = actions.create_job(
            place.customer.number,
            **{**asked, "location": a_location(place.customer).number},  # type: ignore[arg-type]
        )
        bring(elsewhere, "completed")
        job = actions.create_job(place.customer.number, **asked)  # type: ignore[arg-type]
        bring(job, "published", technician=technician)
    client = browser(user)
    with CaptureQueriesContext(connection) as asked_of_database:
        seen = client.get(f"/api/field/jobs/{job}").json()
    assert (seen["job"]["number"], seen["job"]["customer"]) == (job, place.customer.number)
    assert sorted((device["kind"], device["serial"]) for device in seen["equipment"]) == [
        ("ont", "HWTC1234ABCD"),
        ("router", "AAAA00000001"),
    ]
    assert [(drop["port"], drop["ont_id"], drop["vlans"]) for drop in seen["drops"]] == [
        ("0/1/3", 12, {"internet": 40})
    ]
    assert [(one["name"], one["service_kind"], one["state"]) for one in seen["services"]] == [
        ("Fibre 500", "internet", "active")
    ]
    assert [(one["number"], one["note"], one["equipment"]) for one in seen["history"]] == [
        (before, "ONT changé", ["HWTC1234ABCD"])
    ]
    assert seen["history"][0]["technicians"] == ["Yannick Lefebvre"]
    assert len(asked_of_database) <= 30


def test_a_job_without_a_place_has_its_customers_history(clock: Any) -> None:
    user = a_user("technician")
    technician, owner = a_technician(user=user.username), a_customer()
    with acting_as(SYSTEM):
        old, job = (
            actions.create_job(owner.number, kind="repair", title="Voir", date=date(2026, 11, 23)) for _ in range(2)
        )
        bring(old, "completed", technician=technician)
        bring(job, "published", technician=technician)
    seen = browser(user).get(f"/api/field/jobs/{job}").json()
    assert (seen["equipment"], seen["drops"], seen["services"]) == ([], [], [])
    assert [one["number"] for one in seen["history"]] == [old]
