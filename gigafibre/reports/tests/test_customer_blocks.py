"""The blocks of other apps on a customer's page: what they say, in which order, and to whom."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from gigafibre.dispatch.tests.factories import a_chain, a_job, a_technician
from gigafibre.identity.tests.factories import a_user, browser
from gigafibre.kernel.actor import SYSTEM, Actor, acting_as
from gigafibre.messaging.tests.factories import a_message
from gigafibre.network.actions import install_equipment
from gigafibre.network.tests.factories import a_device, a_plugged_drop
from gigafibre.reports.customer_360 import customer_360
from gigafibre.reports.schemas import CustomerPage
from gigafibre.reports.subscription_page import subscription_page
from gigafibre.sales.actions import give_referral_code, record_referral
from gigafibre.sales.tests.factories import a_contract, a_quotation, read_and_sign
from gigafibre.subscriptions.tests.factories import a_customer, a_location, a_subscription
from gigafibre.support.tests.factories import an_issue

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def acting(clock: Any) -> Iterator[None]:
    clock.freeze("2026-11-20T10:00:00-05:00")
    with acting_as(SYSTEM):
        yield


def page_of(customer: Any, *permissions: str) -> dict[str, Any]:
    actor = Actor("staff", 1, "Julie", frozenset(permissions)) if permissions else SYSTEM
    page = customer_360(customer.number, actor)
    CustomerPage.model_validate(page)
    return page


def test_offers_come_with_what_they_are_what_they_cost_and_until_when() -> None:
    customer = a_customer()
    signed = a_contract(sent=True, customer=customer, commitment_months=24)
    read_and_sign(signed)
    waiting = a_contract(sent=True, customer=customer)
    sales = page_of(customer)["sales"]
    assert [(row["number"], row["status"]) for row in sales["items"]] == [
        (waiting.number, "sent"),
        (signed.number, "signed"),
    ]
    row = sales["items"][1]
    assert (row["monthly"], row["once"], row["commitment_months"]) == (
        str(signed.monthly_total),
        str(signed.once_total),
        24,
    )
    assert row["what"] == signed.lines.order_by("position")[0].description
    assert sales["items"][0]["until"] == "2026-12-20"
    assert sales["count"] == 2


def test_a_code_says_who_came_by_it_and_whether_it_was_credited() -> None:
    customer, friend = a_customer(display_name="Réjean"), a_customer(display_name="Luc Bergeron")
    code = give_referral_code(customer.number)
    record_referral(friend.number, code=code)
    sales = page_of(customer)["sales"]
    assert (sales["code"], sales["brought_count"], sales["came_by"]) == (code, 1, None)
    (brought,) = sales["brought"]
    assert (brought["customer"], brought["name"], brought["credited_at"]) == (friend.number, "Luc Bergeron", None)
    assert page_of(friend)["sales"]["came_by"]["customer"] == customer.number


def test_what_is_to_come_stands_before_what_is_past_and_a_chain_stays_together() -> None:
    customer = a_customer()
    technician = a_technician()
    past = a_job("completed", owner=customer, technician=technician, title="Wi-Fi faible")
    later = a_job(owner=customer, date=date(2026, 12, 14))
    chain = a_chain(owner=customer)
    jobs = page_of(customer)["jobs"]
    groups = [[job["number"] for job in group["jobs"]] for group in jobs["items"]]
    assert groups == [chain, [later], [past]]
    assert [(group["coming"], group["done"], group["contract"]) for group in jobs["items"]] == [
        (True, 0, "CTR-1042"),
        (True, 0, ""),
        (False, 1, ""),
    ]
    assert jobs["items"][2]["jobs"][0]["who"] == "Yannick Lefebvre"
    assert jobs["count"] == 6


def test_issues_to_settle_come_before_those_that_are_settled(clock: Any) -> None:
    customer = a_customer()
    waiting = an_issue("waiting", owner=customer, subject="Télé qui fige")
    clock.move(minutes=5)
    settled = an_issue("resolved", owner=customer)
    issues = page_of(customer)["issues"]
    assert [(row["number"], row["status"], row["subject"]) for row in issues["items"]] == [
        (waiting, "waiting", "Télé qui fige"),
        (settled, "resolved", "Aucun signal depuis hier"),
    ]
    assert (issues["count"], issues["open"]) == (2, 1)
    told = [row["text"] for row in page_of(customer)["timeline"]["items"] if row["kind"] == "field"]
    assert told[-1] == f"Billet {waiting} ouvert : Télé qui fige"
    assert sorted(told[:2]) == [
        f"Billet {settled} ouvert : Aucun signal depuis hier",
        f"Billet {settled} réglé : Aucun signal depuis hier",
    ]
    assert "issues" not in page_of(customer, "crm.read", "dispatch.read")


def test_devices_say_where_they_are_and_since_when(clock: Any) -> None:
    customer = a_customer()
    place = a_location(customer)
    drop = a_plugged_drop(state="connected", location=place, ont_id=17)
    device = a_device(serial="TPLG0000AB12", mac="a42bb0000001")
    imported = a_device("router", location=place, legacy_id=7)
    clock.freeze("2026-11-25T10:00:00-05:00")
    install_equipment(device.number, location=place.number)
    network = page_of(customer)["network"]
    assert [(row["number"], row["serial"], row["mac"], row["location"]) for row in network["devices"]] == [
        (device.number, "TPLG0000AB12", "A4:2B:B0:00:00:01", place.number),
        (imported.number, imported.serial, network["devices"][1]["mac"], place.number),
    ]
    assert [row["since"] for row in network["devices"]] == ["2026-11-25T15:00:00+00:00", None]
    (plugged,) = network["drops"]
    port = [plugged[name] for name in ("number", "olt", "frame", "slot", "port", "ont_id")]
    assert port == [drop.number, "OLT-EAST", 0, 1, 3, 17]


def test_a_subscription_shows_what_serves_it_and_not_what_serves_its_neighbour() -> None:
    subscription = a_subscription()
    other = a_subscription(customer=subscription.customer, location=subscription.location)
    mine = a_device(location=subscription.location, subscription=subscription)
    a_device("tv_box", location=subscription.location, subscription=other)
    shared = a_device("router", location=subscription.location)
    network = subscription_page(subscription.number, SYSTEM)["network"]
    assert [(row["number"], row["subscription"]) for row in network["devices"]] == [
        (mine.number, subscription.number),
        (shared.number, None),
    ]
    reader = Actor("staff", 1, "Julie", frozenset({"subscriptions.read"}))
    assert "network" not in subscription_page(subscription.number, reader)


def test_who_may_not_see_a_block_gets_neither_it_nor_what_happened_there() -> None:
    customer = a_customer()
    read_and_sign(a_contract(sent=True, customer=customer))
    a_job("completed", owner=customer)
    a_message(customer)
    page = page_of(customer, "crm.read")
    assert {"sales", "jobs", "network"}.isdisjoint(page)
    assert page["timeline"]["kinds"] == ["notes", "changes"]
    assert {row["kind"] for row in page["timeline"]["items"]} == {"changes"}
    assert page_of(customer, "crm.read", "dispatch.read")["jobs"]["count"] == 1
    assert "sales" not in page_of(customer, "crm.read", "dispatch.read")


def test_the_timeline_tells_contracts_jobs_messages_and_devices(clock: Any) -> None:
    customer = a_customer()
    place = a_location(customer)
    device = a_device(model="XX230v")
    contract = a_contract(sent=True, customer=customer)
    read_and_sign(contract)
    clock.move(minutes=5)
    job = a_job("completed", owner=customer, title="Wi-Fi faible", technician=a_technician())
    clock.move(minutes=5)
    install_equipment(device.number, location=place.number)
    told = {row["what"]: row for row in page_of(customer)["timeline"]["items"]}
    assert told["contract_signed"]["number"] == contract.number
    assert told["contract_signed"]["text"].startswith(f"Contrat {contract.number} signé : ")
    assert (told["job_completed"]["text"], told["job_completed"]["who"]) == (
        f"{job} terminée : Wi-Fi faible",
        "Yannick Lefebvre",
    )
    assert told["device_installed"]["text"] == f"XX230v en place ({device.number})"


def test_over_the_api_a_technician_has_jobs_and_devices_but_no_offers() -> None:
    customer = a_customer()
    a_quotation()
    page = browser(a_user("technician")).get(f"/api/v1/customers/{customer.number}").json()
    assert "sales" not in page
    assert (page["jobs"], page["network"]) == ({"items": [], "count": 0}, {"devices": [], "drops": []})
