"""A customer leaves: what is shown before, what stands after, what the last day brings to the cent; or he stays."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from gigafibre.billing import queries as billing
from gigafibre.billing import run
from gigafibre.catalog.tests.factories import an_item
from gigafibre.crm.tests.factories import a_customer, a_location
from gigafibre.dispatch import queries as dispatch
from gigafibre.dispatch.actions import add_equipment, complete_job
from gigafibre.dispatch.tests.factories import bring, fulfil
from gigafibre.identity.queries import notices
from gigafibre.identity.tests.factories import a_user
from gigafibre.kernel.actor import SYSTEM, acting_as
from gigafibre.kernel.deliver import deliver_all
from gigafibre.kernel.events import publish, read_event
from gigafibre.kernel.perform import perform
from gigafibre.kernel.preview import preview
from gigafibre.kernel.preview_words import in_words
from gigafibre.kernel.tests import looking
from gigafibre.ledger import queries as ledger
from gigafibre.messaging import queries as messaging
from gigafibre.network import queries as network
from gigafibre.network.tests.factories import a_device, a_plugged_drop
from gigafibre.processes.leaving_customer import ask_for_what_is_not_back
from gigafibre.subscriptions import queries as subscriptions
from gigafibre.subscriptions.tests.factories import a_commitment, a_subscription
from gigafibre.support import queries as support

pytestmark = pytest.mark.django_db
MOBILE = "+14505550142"


class Household:
    """Sylvie at home: the internet at $60, the telephone at $20, November billed and paid; an ONT, a phone adapter."""

    def __init__(self, clock: Any) -> None:
        self.clock = clock
        self.on("2026-11-01")
        self.customer = a_customer("Sylvie Tremblay", phone=MOBILE)
        self.home = a_location(self.customer)
        named: dict[str, Any] = {"invoice_label_fr": "", "invoice_label_en": ""}
        self.internet, self.phone = (
            a_subscription(
                customer=self.customer,
                location=self.home,
                item=an_item(price, name_fr=fr, name_en=en, **named),
                charged_until=date(2026, 11, 1),
            )
            for price, fr, en in (("60.00", "Fibre 500", "Fibre 500"), ("20.00", "Téléphone", "Telephone"))
        )
        self.drop = a_plugged_drop(state="connected", location=self.home, subscription=self.internet)
        self.ont = a_device(location=self.home, subscription=self.internet, serial="TPLGAAAA0001")
        self.adapter = a_device("phone_adapter", location=self.home, subscription=self.phone, serial="SPA0002")

        self.bill("2026-11-01")
        paid = {"customer": self.customer.number, "amount": "91.98", "on": "2026-11-10", "mode": "cheque"}
        self.on("2026-11-10")
        perform("payments.record_payment", paid, actor=SYSTEM)
        self.on("2026-11-21")

    def on(self, day: str) -> None:
        self.clock.freeze(f"{day}T09:00:00")

    def leaves(self, last_day: str = "2026-11-27", **given: Any) -> str:
        asked = {"customer": self.customer.number, "last_day": last_day, "reason": "Déménage en ville", **given}
        number: str = perform("subscriptions.announce_departure", asked, actor=SYSTEM).result
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

    def take_back(self, departure: str, *devices: Any) -> None:
        """The technician goes, takes devices back, closes the job."""
        (job,) = dispatch.jobs_of_contract(departure)
        with acting_as(SYSTEM):
            bring(job.number, "in_progress")
            for device in devices:
                add_equipment(job.number, act="removed", serial=device.serial)
            fulfil(job.number)
            complete_job(job.number)
        deliver_all()

    def states(self) -> list[str]:
        day = date(2026, 11, 21)
        return [subscriptions.subscription(one.number, on=day).state for one in (self.internet, self.phone)]

    def documents(self) -> list[tuple[str, str, list[tuple[str, str, str, str]]]]:
        """Kind, total and lines (words, first day, day after the last, amount) of his documents since November's."""
        found = billing.latest_documents(self.customer.pk, limit=9)
        pages = [billing.invoice(number) for number in reversed(found[:-1])]
        return [
            (
                page.kind,
                str(page.total),
                [
                    (line.description, str(line.period_start), str(line.period_end), str(line.amount))
                    for place in page.locations
                    for line in place.lines
                ],
            )
            for page in pages
        ]

    def messages(self, about: str = "leaving") -> list[str]:
        written = messaging.messages_of(self.customer.number)
        return [message.body for message in written if message.template.startswith(about)]

    def jobs(self, departure: str) -> list[tuple[str, str, date]]:
        return [(job.kind, job.status, job.date) for job in dispatch.jobs_of_contract(departure)]


@pytest.fixture
def household(clock: Any) -> Household:
    return Household(clock)


CREDIT = [
    ("Crédit, Fibre 500", "2026-11-28", "2026-12-01", "6.00"),
    ("Crédit, Téléphone", "2026-11-28", "2026-12-01", "2.00"),
]


def test_who_leaves_before_what_is_paid_gets_the_rest_back(household: Household) -> None:
    departure = household.leaves()
    assert departure == "DEP-1"
    assert household.states() == ["active", "active"]
    assert household.jobs(departure) == [("removal", "ready", date(2026, 11, 27))]
    assert household.documents() == []
    (said,) = household.messages()
    assert said == (
        "Gigafibre : votre service au 1482, chemin de la Rivière, Sainte-Clotilde prend fin le 27 novembre 2026. "
        "Appareils à rendre : ONT TPLGAAAA0001, Adaptateur téléphonique SPA0002. "
        "La facture finale, ou le crédit, suit."
    )

    household.on("2026-11-27")
    household.take_back(departure, household.ont, household.adapter)
    assert network.devices_at([household.home.number]) == []
    assert network.device(household.ont.number).state == "returned"
    assert network.drop(household.drop.number).state == "serviceable"
    assert household.states() == ["active", "active"]

    household.night("2026-11-28")
    assert household.states() == ["cancelled", "cancelled"]
    assert household.documents() == [("credit_note", "9.20", CREDIT)]
    assert ledger.balance(household.customer.pk) == Decimal("-9.20")
    (over,) = subscriptions.departures_of(household.customer.number)
    assert (over.state, over.over_on) == ("over", date(2026, 11, 28))

    household.bill("2026-12-01")
    household.night("2026-12-20")
    assert len(household.documents()) == 1
    assert len(household.messages()) == 1
    (sent,) = household.messages("invoice.sent")
    assert "votre note de crédit CN-2026-000001 du 28" in sent
    assert looking.parked() == []


def test_who_leaves_after_what_is_paid_gets_a_last_invoice(household: Household) -> None:
    household.on("2026-12-05")  # the run of December was late
    household.leaves("2026-12-04", visit=False)
    assert household.documents() == [
        (
            "invoice",
            "11.87",
            [
                ("Fibre 500", "2026-12-01", "2026-12-05", "7.74"),
                ("Téléphone", "2026-12-01", "2026-12-05", "2.58"),
            ],
        )
    ]
    assert household.states() == ["cancelled", "cancelled"]
    assert network.drop(household.drop.number).state == "serviceable"
    assert household.messages()[0].endswith("La facture finale, ou le crédit, suit.")


def test_a_month_between_is_billed_up_to_the_last_day_and_nothing_is_left_for_the_end(household: Household) -> None:
    household.leaves("2026-12-15")
    household.bill("2026-12-01")
    ((kind, total, lines),) = household.documents()
    assert (kind, total) == ("invoice", "44.51")
    assert lines == [
        ("Fibre 500", "2026-12-01", "2026-12-16", "29.03"),
        ("Téléphone", "2026-12-01", "2026-12-16", "9.68"),
    ]
    household.night("2026-12-16")
    assert household.states() == ["cancelled", "cancelled"]
    assert len(household.documents()) == 1


def test_what_is_shown_before_is_what_comes(household: Household) -> None:
    a_commitment(household.internet, starts_on=date(2026, 1, 1))
    given = {"customer": household.customer.number, "last_day": "2026-11-27", "reason": "Déménage en ville"}
    seen = in_words(preview("subscriptions.announce_departure", given, actor=SYSTEM), "fr")
    rules = {found["code"]: found["fact"].replace("\u00a0", " ") for found in seen["rules"]}
    internet = household.internet.number
    assert rules[f"subscriptions.early_end.{internet}"] == (
        f"{internet}, fin anticipée, au plus : 130,00 $ (LPC art. 214.7, règlement art. 79.10)"
    )
    assert rules[f"subscriptions.early_end.{internet}.3"] == f"{internet}, 240,00 $ × 13 ÷ 24 mois = 130,00 $"
    assert rules["leaving.devices"] == "à rendre : ONT TPLGAAAA0001, Adaptateur téléphonique SPA0002"
    assert rules["leaving.days.1"] == "Crédit, Fibre 500, 28 novembre au 30 novembre : −6,00 $"
    assert rules["leaving.days.2"] == "Crédit, Téléphone, 28 novembre au 30 novembre : −2,00 $"
    assert rules["leaving.last_invoice"] == "note de crédit, taxes comprises : 9,20 $"
    assert rules["leaving.balance"] == "solde du compte ensuite, à rembourser : 9,20 $"
    assert "DEP-1 : équipement à reprendre à" in " ".join(fact["text"] for fact in seen["facts"])
    assert any("prend fin le 27" in str(message) for message in seen["messages"])
    assert seen["parked"] == []
    assert household.documents() == []
    assert household.messages() == []
    assert household.states() == ["active", "active"]


def test_the_early_end_is_charged_only_when_asked_and_at_the_legal_maximum(household: Household) -> None:
    a_commitment(household.internet, starts_on=date(2026, 1, 1))
    household.leaves(claims_early_end=True)
    household.night("2026-11-28")
    ((kind, total, lines),) = household.documents()
    # 240 × 13 ÷ 24 = 130.00, no tax on it; less 8.00 and its taxes.
    assert (kind, total) == ("invoice", "120.80")
    assert ("Indemnité de fin anticipée", "None", "None", "130.00") in lines


def test_he_may_stay_until_the_last_day_is_over(household: Household) -> None:
    departure = household.leaves()
    household.on("2026-11-27")
    given = {"departure": departure, "reason": "Il reste finalement"}
    perform("subscriptions.withdraw_departure", given, actor=SYSTEM)
    deliver_all()
    assert household.jobs(departure) == [("removal", "cancelled", date(2026, 11, 27))]
    household.night("2026-11-28")
    assert household.states() == ["active", "active"]
    assert [body.split(" : ")[1][:12] for body in household.messages()] == ["comme demand", "votre servic"]
    household.bill("2026-12-01")
    assert household.documents() == [
        (
            "invoice",
            "91.98",
            [
                ("Fibre 500", "2026-12-01", "2027-01-01", "60.00"),
                ("Téléphone", "2026-12-01", "2027-01-01", "20.00"),
            ],
        )
    ]
    again = household.leaves("2026-12-31")
    assert household.jobs(again) == [("removal", "ready", date(2026, 12, 31))]


def test_who_stays_after_the_month_was_billed_short_is_charged_the_rest(household: Household) -> None:
    departure = household.leaves("2026-12-15")
    household.bill("2026-12-01")
    perform("subscriptions.withdraw_departure", {"departure": departure, "reason": "Il reste"}, actor=SYSTEM)
    deliver_all()
    household.bill("2027-01-01")
    lines = [line for _, _, lines in household.documents() for line in lines if line[0] == "Fibre 500"]
    assert [line[1:] for line in lines] == [
        ("2026-12-01", "2026-12-16", "29.03"),
        ("2026-12-16", "2027-01-01", "30.97"),
        ("2027-01-01", "2027-02-01", "60.00"),
    ]


def test_one_service_of_two_leaves_and_the_other_keeps_its_devices_and_its_drop(household: Household) -> None:
    departure = household.leaves(services=[household.phone.number])
    (said,) = household.messages()
    assert "Appareils à rendre : Adaptateur téléphonique SPA0002." in said
    household.on("2026-11-27")
    household.take_back(departure, household.adapter)
    household.night("2026-11-28")
    assert household.states() == ["active", "cancelled"]
    assert network.drop(household.drop.number).state == "connected"
    assert [device.serial for device in network.devices_at([household.home.number])] == ["TPLGAAAA0001"]
    assert household.documents() == []
    household.bill("2026-12-01")
    ((_, _, lines),) = household.documents()
    assert ("Crédit, Téléphone", "2026-11-28", "2026-12-01", "-2.00") in lines


def test_devices_that_do_not_come_back_are_told_to_a_person_once_and_charged_to_nobody(household: Household) -> None:
    keeper = a_user("support")
    departure = household.leaves()
    for day in ("2026-11-28", "2026-12-11"):
        household.night(day)
    assert notices(keeper.pk)[0] == []
    assert support.issue_of_contract(departure, "cancellation") is None
    for day in ("2026-12-12", "2026-12-13"):
        household.night(day)
    ((said, url),) = [(notice.text.en, notice.url) for notice in notices(keeper.pk)[0]]
    assert said == (
        f"DEP-1: 2 device(s) not given back by {household.customer.number}: ONT TPLGAAAA0001, Phone adapter SPA0002. "
        "To charge only if his contract says so."
    )
    assert url == f"/customers/{household.customer.number}"
    opened = support.issue_of_contract(departure, "cancellation")
    assert opened is not None
    page = support.issue(opened.number)
    assert (page.subject, page.location) == ("Équipement non rendu · Equipment not given back", household.home.number)
    assert [kind for kind, _, _ in household.documents()] == ["credit_note"]


def test_the_last_invoice_waits_until_the_days_are_settled(household: Household, monkeypatch: Any) -> None:
    household.leaves()
    asked: list[str] = []

    def refuses(subscription: str, **given: Any) -> None:
        asked.append(subscription)
        raise RuntimeError("not now")

    with monkeypatch.context() as patched:
        patched.setattr("gigafibre.processes.service_to_invoice.billing.settle_service", refuses)
        household.night("2026-11-28")
        assert asked == [household.internet.number, household.phone.number]
        assert household.documents() == []
    for _ in range(4):
        household.clock.move(minutes=5)
        deliver_all()
    assert household.documents() == [("credit_note", "9.20", CREDIT)]
    assert looking.parked() == []


def test_facts_told_twice_late_or_in_another_order_change_nothing(household: Household) -> None:
    departure = household.leaves()
    household.on("2026-11-27")
    household.take_back(departure, household.ont, household.adapter)
    household.night("2026-11-28")
    before = (household.documents(), household.messages(), household.jobs(departure), household.states())
    told = looking.facts(subject=f"customer:{household.customer.number}")
    kinds = {"subscriptions", "dispatch"}
    for fact in [*reversed(told), *told]:
        if fact["type"].split(".")[0] in kinds:
            with acting_as(SYSTEM):
                publish(read_event(fact["type"], fact["version"], fact["payload"]))
            deliver_all()
    after = (household.documents(), household.messages(), household.jobs(departure), household.states())
    assert after == before
    assert looking.parked() == []
