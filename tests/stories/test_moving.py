"""A customer moves: served at the old address to the last day, at the new one from the next, each day charged once."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from gigafibre.billing import queries as billing
from gigafibre.billing import run
from gigafibre.catalog.actions import offer_plan
from gigafibre.catalog.tests.factories import a_plan, an_item
from gigafibre.crm.tests.factories import a_customer, a_location
from gigafibre.dispatch import queries as dispatch
from gigafibre.dispatch.actions import add_equipment, complete_job
from gigafibre.dispatch.tests.factories import bring, fulfil
from gigafibre.kernel.actor import SYSTEM, acting_as
from gigafibre.kernel.deliver import deliver_all
from gigafibre.kernel.errors import Refusal
from gigafibre.kernel.events import publish, read_event
from gigafibre.kernel.perform import perform
from gigafibre.kernel.preview import preview
from gigafibre.kernel.preview_words import in_words
from gigafibre.kernel.tests import looking
from gigafibre.messaging import queries as messaging
from gigafibre.network import queries as network
from gigafibre.network.tests.factories import a_device, a_drop, a_plugged_drop
from gigafibre.processes.leaving_customer import ask_for_what_is_not_back
from gigafibre.subscriptions import queries as subscriptions
from gigafibre.subscriptions.tests.factories import a_subscription

pytestmark = pytest.mark.django_db
THERE = {"line1": "9, rue du Pont", "city": "Howick", "postal_code": "J0S 1G0"}


class Household:
    """Sylvie has the internet at $60 at the river, and will live at the bridge; November is billed."""

    def __init__(self, clock: Any) -> None:
        self.clock = clock
        self.on("2026-11-01")
        self.customer = a_customer("Sylvie Tremblay", phone="+14505550142")
        self.river = a_location(self.customer)
        self.bridge = a_location(self.customer, label="Pont", **THERE)
        item = an_item("60.00", name_fr="Fibre 500", name_en="Fibre 500", invoice_label_fr="", invoice_label_en="")
        self.plan = a_plan(item)
        self.internet = a_subscription(
            customer=self.customer, location=self.river, item=item, plan=self.plan, charged_until=date(2026, 11, 1)
        )
        self.old = a_plugged_drop(state="connected", location=self.river, subscription=self.internet)
        self.new = a_plugged_drop("9", "rue du Pont", city="Howick", postal_code="J0S 1G0", zone="Howick")
        self.ont = a_device(location=self.river, subscription=self.internet, serial="TPLGAAAA0001")
        self.bill("2026-11-01")
        self.on("2026-11-21")

    def on(self, day: str) -> None:
        self.clock.freeze(f"{day}T09:00:00")

    def asked(self, **given: Any) -> dict[str, Any]:
        return {
            "customer": self.customer.number,
            "location": self.river.number,
            "to": self.bridge.number,
            "on": "2026-12-10",
            **given,
        }

    def moves(self, **given: Any) -> str:
        number: str = perform("processes.move_customer", self.asked(**given), actor=SYSTEM).result
        deliver_all()
        return number

    def night(self, day: str) -> None:
        self.on(day)
        perform("subscriptions.apply_due_changes", {}, actor=SYSTEM)
        deliver_all()
        with acting_as(SYSTEM):
            ask_for_what_is_not_back()
        deliver_all()

    def bill(self, day: str) -> None:
        self.on(day)
        perform("billing.confirm_run", {"date": day}, actor=SYSTEM)
        run.issue(next(r for r in billing.runs() if str(r.date) == day).id)
        deliver_all()

    def works(self, departure: str, kind: str, **equipment: Any) -> None:
        """Do every job of one of the two chains, noting equipment on the last."""
        jobs = [job for job in dispatch.jobs_of_contract(departure) if (job.kind == "removal") == (kind == "removal")]
        with acting_as(SYSTEM):
            for job in jobs:
                bring(job.number, "in_progress")
                if equipment and job == jobs[-1]:
                    add_equipment(job.number, **equipment)
                fulfil(job.number)
                complete_job(job.number)
        deliver_all()

    def lines(self) -> list[tuple[str, str, str, str, str]]:
        """Place, words, first day, day after the last, amount of every line since November's, the oldest first."""
        found = billing.latest_documents(self.customer.pk, limit=9)
        return [
            (place.number, line.description, str(line.period_start), str(line.period_end), str(line.amount))
            for number in reversed(found[:-1])
            for place in billing.invoice(number).locations
            for line in place.lines
        ]

    def served_at(self) -> str:
        key = subscriptions.subscription(self.internet.number, on=date(2026, 11, 21)).location_id
        return {self.river.pk: "river", self.bridge.pk: "bridge"}[key]

    def messages(self) -> list[str]:
        return [message.body for message in messaging.messages_of(self.customer.number)]


@pytest.fixture
def household(clock: Any) -> Household:
    return Household(clock)


def test_from_the_river_to_the_bridge(household: Household) -> None:
    departure = household.moves()
    jobs = [(job.kind, job.step, job.date) for job in dispatch.jobs_of_contract(departure)]
    assert jobs == [
        ("survey", "verify", date(2026, 12, 5)),
        ("installation", "prepare", date(2026, 12, 8)),
        ("installation", "install", date(2026, 12, 10)),
        ("survey", "confirm", date(2026, 12, 10)),
        ("removal", "remove", date(2026, 12, 10)),
    ]
    (said,) = household.messages()
    assert said == (
        "Gigafibre : votre service passe du 1482, chemin de la Rivière, Sainte-Clotilde au 9, rue du Pont, Howick le "
        "10 décembre 2026."
    )
    household.bill("2026-12-01")
    household.night("2026-12-09")
    assert household.served_at() == "river"
    household.night("2026-12-10")
    assert household.served_at() == "bridge"
    assert network.drop(household.old.number).state == "serviceable"
    new = network.drop(household.new.number)
    assert (new.state, new.location, new.subscription) == (
        "connected",
        household.bridge.number,
        household.internet.number,
    )
    (device,) = network.devices_at([household.bridge.number])
    assert (device.serial, device.subscription) == ("TPLGAAAA0001", household.internet.number)
    assert network.devices_at([household.river.number]) == []
    household.works(departure, "removal")
    household.works(departure, "installation", act="installed", serial="TPLGAAAA0001")
    household.bill("2027-01-01")
    household.night("2027-02-01")
    assert household.lines() == [
        (household.river.number, "Fibre 500", "2026-12-01", "2027-01-01", "60.00"),
        (household.bridge.number, "Fibre 500", "2027-01-01", "2027-02-01", "60.00"),
    ]
    assert len(household.messages()) == 1
    assert [found.state for found in subscriptions.departures_of(household.customer.number)] == ["over"]
    assert looking.parked() == []


def test_exchanged_devices_go_back_and_new_ones_come(household: Household) -> None:
    departure = household.moves(devices="exchanged")
    household.on("2026-12-09")
    household.works(departure, "installation", act="installed", serial="TPLGBBBB0002")
    household.night("2026-12-10")
    assert [one.serial for one in network.devices_at([household.river.number])] == ["TPLGAAAA0001"]
    household.works(departure, "removal", act="removed", serial="TPLGAAAA0001")
    assert [one.serial for one in network.devices_at([household.bridge.number])] == ["TPLGBBBB0002"]
    assert network.device(household.ont.number).state == "returned"
    assert looking.parked() == []


def test_a_device_installed_before_the_day_follows_its_customer(household: Household) -> None:
    departure = household.moves()
    household.on("2026-12-09")
    household.works(departure, "installation", act="installed", serial="TPLGAAAA0001")
    assert [one.location for one in [network.device(household.ont.number)]] == [household.bridge.number]
    household.night("2026-12-10")
    assert network.drop(household.new.number).state == "connected"
    assert looking.parked() == []


@pytest.mark.parametrize(("prices", "january"), [("kept", "60.00"), ("of_the_new_address", "70.00")])
def test_the_price_of_the_new_address_only_when_asked(household: Household, prices: str, january: str) -> None:
    with acting_as(SYSTEM):
        offer_plan(household.plan.code, zone="Howick", price=Decimal("70.00"))
    household.moves(prices=prices)
    household.bill("2026-12-01")
    december = [line[2:] for line in household.lines()]
    if prices == "kept":
        assert december == [("2026-12-01", "2027-01-01", "60.00")]
    else:
        assert december == [("2026-12-01", "2026-12-10", "17.42"), ("2026-12-10", "2027-01-01", "49.68")]
    household.night("2026-12-10")
    household.bill("2027-01-01")
    assert household.lines()[-1] == (household.bridge.number, "Fibre 500", "2027-01-01", "2027-02-01", january)
    assert len(household.lines()) == len(december) + 1


@pytest.mark.parametrize("why", ["planned", "nowhere", "taken"])
def test_an_address_that_is_not_served_is_refused_and_nothing_stands(household: Household, why: str) -> None:
    place = a_location(household.customer, line1="77, rang Double", city="Howick", postal_code="J0S 1G0")
    if why == "planned":
        a_drop("77", "rang Double", city="Howick", state="planned")
    if why == "taken":
        a_plugged_drop("77", "rang Double", city="Howick", state="connected", location=a_location())
    with pytest.raises(Refusal) as refused:
        perform("processes.move_customer", household.asked(to=place.number), actor=SYSTEM)
    assert refused.value.code == "address_not_served"
    assert subscriptions.departures_of(household.customer.number) == []
    assert looking.facts(type="subscriptions.MoveAnnounced") == []


def test_he_may_stay_where_he_is(household: Household) -> None:
    departure = household.moves()
    household.on("2026-12-09")
    given = {"departure": departure, "reason": "Il reste finalement"}
    perform("subscriptions.withdraw_departure", given, actor=SYSTEM)
    deliver_all()
    assert {job.status for job in dispatch.jobs_of_contract(departure)} == {"cancelled"}
    household.night("2026-12-10")
    assert household.served_at() == "river"
    household.bill("2027-01-01")
    assert [line[2:] for line in household.lines()] == [
        ("2026-12-01", "2027-01-01", "60.00"),
        ("2027-01-01", "2027-02-01", "60.00"),
    ]


def test_what_is_shown_before(household: Household) -> None:
    seen = in_words(preview("processes.move_customer", household.asked(), actor=SYSTEM), "en")
    facts = {found["code"]: found["fact"] for found in seen["rules"]}
    assert facts["network.serviceable"] == f"9, rue du Pont, Howick: served by {household.new.number}"
    said = " ".join(fact["text"] for fact in seen["facts"])
    assert "DEP-1: from " in said
    assert "4 jobs for DEP-1" in said
    assert "1 jobs for DEP-1" in said
    assert seen["parked"] == []
    assert household.messages() == []
    assert subscriptions.departures_of(household.customer.number) == []


def test_facts_told_twice_or_in_another_order_change_nothing(household: Household) -> None:
    departure = household.moves()
    household.night("2026-12-10")
    household.works(departure, "removal")

    def stands() -> tuple[Any, ...]:
        jobs = [(job.number, job.status) for job in dispatch.jobs_of_contract(departure)]
        places = [network.drop(one.number).location for one in (household.old, household.new)]
        return household.served_at(), household.messages(), jobs, places, network.device(household.ont.number).location

    before = stands()
    told = looking.facts(subject=f"customer:{household.customer.number}")
    for fact in [*reversed(told), *told]:
        if fact["type"].split(".")[0] in {"subscriptions", "dispatch"}:
            with acting_as(SYSTEM):
                publish(read_event(fact["type"], fact["version"], fact["payload"]))
            deliver_all()
    assert stands() == before
    assert looking.parked() == []
