"""From a quotation to the first invoice, the clock moved by hand: every row, day, message and cent."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import transaction

from gigafibre.billing import queries as billing
from gigafibre.dispatch.models import Job, JobChain
from gigafibre.kernel.actor import SYSTEM, acting_as
from gigafibre.kernel.deliver import deliver_all
from gigafibre.kernel.events import publish, read_event
from gigafibre.kernel.models import Delivery, Event
from gigafibre.messaging.models import Message
from gigafibre.network.models import Drop, Equipment
from gigafibre.sales import actions as sales
from gigafibre.subscriptions.models import Commitment, Subscription
from gigafibre.support.models import Issue
from tests.stories.road import VISIT, Road, a_road, on

pytestmark = pytest.mark.django_db


def chain(road: Road) -> list[Job]:
    return list(Job.objects.filter(contract=road.contract).order_by("position"))


def services(road: Road) -> list[tuple[str, str]]:
    rows = Subscription.objects.filter(contract=road.contract).order_by("pk")
    return list(rows.values_list("item__sku", "state"))


def nothing_parked() -> bool:
    return not Delivery.objects.exclude(state="done").exists()


def test_the_road_from_quotation_to_first_invoice(clock: Any) -> None:
    on("2026-11-21", "10:00")
    road = a_road()
    with acting_as(SYSTEM):
        quotation = road.quote()
        # 75.00 + 3.75 + 7.48 a month; 95.00 + 4.75 + 9.48 once
        assert (quotation.status, quotation.monthly_total, quotation.once_total) == (
            "accepted", Decimal("86.23"), Decimal("109.23"),
        )  # fmt: skip
        link = road.send(quotation.number)
    deliver_all()
    assert services(road) == []
    road.sign(link)
    deliver_all()

    # Signed: an issue, four jobs with their days, pending services, one acknowledgement.
    issue = Issue.objects.get(contract=road.contract)
    assert (issue.kind, issue.status, issue.customer.number) == ("installation", "open", road.customer)
    jobs = chain(road)
    assert [(job.step, job.date, job.status, job.issue) for job in jobs] == [
        (step, day, "ready", issue.number)
        for step, day in (
            ("verify", date(2026, 11, 22)),
            ("prepare", date(2026, 11, 25)),
            ("install", VISIT),
            ("confirm", VISIT),
        )
    ]
    assert services(road) == [("NET500", "pending"), ("TV", "pending")]
    assert road.invoices() == []
    received = [said for said in road.messages() if said[0] == "order.received"]
    assert [(template, channel) for template, channel, _ in received] == [("order.received", "sms")]
    assert "le 27 novembre 2026, entre 8 h et 12 h" in received[0][2].replace("\u00a0", " ")

    # Installed on the day: active, connected, one invoice of four days and the installation.
    on("2026-11-27", "11:00")
    road.install([job.number for job in jobs])
    assert {job.status for job in chain(road)} == {"completed"}
    assert JobChain.objects.get(contract=road.contract).completed_on == VISIT
    assert services(road) == [("NET500", "active"), ("TV", "active")]
    assert Drop.objects.get(number=road.drop).state == "connected"
    device = Equipment.objects.get(serial=road.router)
    assert (device.state, device.location.number if device.location else "") == ("active", road.place)
    issue.refresh_from_db()
    assert issue.status == "resolved"
    terms = Commitment.objects.filter(subscription__contract=road.contract)
    assert {(one.starts_on, one.term_months) for one in terms} == {(VISIT, 24)}
    (number,) = road.invoices()
    invoice = billing.invoice(number)
    lines = [
        (line.description, str(line.period_start), str(line.period_end), str(line.amount))
        for place in invoice.locations
        for line in place.lines
    ]
    assert sorted(lines) == [
        ("Installation", "None", "None", "95.00"),
        ("Internet Fibre 500", "2026-11-27", "2026-12-01", "8.00"),
        ("Télé de base", "2026-11-27", "2026-12-01", "2.00"),
    ]
    # 105.00 + 5.25 + 10.47
    assert (invoice.subtotal, invoice.total) == (Decimal("105.00"), Decimal("120.72"))
    assert quotation.first_total == invoice.total
    assert nothing_parked()
    sent = Message.objects.filter(customer_id=road.key, template="invoice.sent")
    assert [one.related for one in sent] == [number]


def test_facts_told_twice_late_and_out_of_order_make_one_of_each(clock: Any) -> None:
    on("2026-11-21", "10:00")
    road = a_road().signed()
    deliver_all()
    again("sales.ContractSigned")
    on("2026-11-27", "11:00")
    road.install([job.number for job in chain(road)])
    for kind in ("dispatch.ChainCompleted", "sales.ContractSigned", "subscriptions.SubscriptionActivated",
                 "processes.OrderBegun", "dispatch.JobCompleted", "dispatch.EquipmentMoved"):  # fmt: skip
        again(kind)
    assert JobChain.objects.filter(contract=road.contract).count() == 1
    assert services(road) == [("NET500", "active"), ("TV", "active")]
    assert len(road.invoices()) == 1
    assert Issue.objects.filter(contract=road.contract).count() == 1
    assert [said[0] for said in road.messages()].count("order.received") == 1
    assert nothing_parked()


def again(kind: str) -> None:
    """Publish every stored fact of a kind once more, the newest first."""
    for row in Event.objects.filter(type=kind).order_by("-pk"):
        with transaction.atomic(), acting_as(SYSTEM):
            publish(read_event(row.type, row.version, row.payload))
    deliver_all()


def test_a_contract_cancelled_after_its_signature_calls_everything_back(clock: Any) -> None:
    on("2026-11-21", "10:00")
    road = a_road().signed()
    deliver_all()
    with acting_as(SYSTEM):
        sales.cancel_contract(road.contract, reason="Le client a changé d’avis")
    deliver_all()
    assert {job.status for job in chain(road)} == {"cancelled"}
    assert {state for _, state in services(road)} == {"cancelled"}
    assert road.invoices() == []
    assert nothing_parked()


def test_cancelled_before_anything_was_delivered_begins_nothing(clock: Any) -> None:
    on("2026-11-21", "10:00")
    road = a_road().signed()
    with acting_as(SYSTEM):
        sales.cancel_contract(road.contract, reason="Erreur d’adresse")
    deliver_all()
    assert chain(road) == []
    assert services(road) == []
    assert nothing_parked()
