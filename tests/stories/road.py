"""One order from its quotation to its first invoice, step by step; each step is done by the verbs that people use."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from django.test import Client

from gigafibre.billing import queries as billing
from gigafibre.catalog.tests.factories import a_group, a_plan, an_item
from gigafibre.crm.tests.factories import a_customer, a_location
from gigafibre.dispatch import actions as dispatch
from gigafibre.dispatch.models import Job
from gigafibre.dispatch.tests.factories import a_technician, fulfil
from gigafibre.kernel import clock as kernel_clock
from gigafibre.kernel.actor import SYSTEM, acting_as
from gigafibre.kernel.deliver import deliver_all
from gigafibre.messaging.models import Message
from gigafibre.network.tests.factories import a_device, a_plugged_drop
from gigafibre.sales import actions as sales
from gigafibre.sales.models import Contract, Quotation
from gigafibre.sales.offers import LineGiven
from gigafibre.sales.queries.offers import quote_link, sign_link
from gigafibre.sales.tests.factories import a_provider, legal_texts

VISIT = date(2026, 11, 27)
PHONE = "+14505550142"


@dataclass
class Road:
    """What stands of one order: whose, where, and its numbers as they come."""

    customer: str
    key: int
    place: str
    plan: str
    lines: list[LineGiven]
    drop: str
    router: str
    contract: str = ""

    def quote(self) -> Quotation:
        """Prepare and send the quotation, accept it by its link."""
        made = sales.create_quotation(
            customer=self.customer,
            location=self.place,
            lines=[*(LineGiven(cycle="monthly", item=sku) for sku in ("NET500", "TV")), *self.lines],
            starts_on=VISIT,
        )
        sales.send_quotation(made.number)
        sent = Quotation.objects.get(number=made.number)
        phone = Client(HTTP_USER_AGENT="Téléphone")
        link = path_of(quote_link(sent))
        assert phone.get(link).status_code == 200
        assert phone.post(link, {"agreed": "yes", "name": "Sylvie Tremblay"}).status_code in {200, 302}
        sent.refresh_from_db()
        return sent

    def send(self, quotation: str | None = None) -> str:
        """Prepare the contract and send it; returns the path of its link."""
        terms: dict[str, Any] = {
            "plan": self.plan,
            "commitment_months": 24,
            "appointment_on": VISIT,
            "appointment_slot": "morning",
        }
        if quotation:
            made = sales.contract_quotation(quotation, **terms)
        else:
            made = sales.create_contract(self.customer, location=self.place, lines=self.lines, **terms)
        self.contract = made.number
        sales.send_contract(made.number)
        return path_of(sign_link(Contract.objects.get(number=made.number)))

    def sign(self, link: str) -> None:
        """Sign on a phone, as the customer does."""
        phone = Client(HTTP_USER_AGENT="Téléphone")
        assert phone.get(link).status_code == 200
        answer = phone.post(link, {"agreed": "yes", "name": "Sylvie Tremblay"})
        assert answer.status_code == 302, answer.content[:400]

    def signed(self) -> Road:
        """Bring it to its signature; nothing is delivered yet."""
        with acting_as(SYSTEM):
            self.sign(self.send())
        return self

    def ready(self, job: str, *, equipment: bool = False) -> None:
        """Do all of one job but say that it is done."""
        with acting_as(SYSTEM):
            if Job.objects.get(number=job).technician is None:
                dispatch.assign_job(job, technician=a_technician("Olivier Caza"))
                dispatch.schedule_job(job, date=kernel_clock.today(), starts=time(15))
                dispatch.publish_job(job)
            dispatch.start_job(job)
            if equipment:
                dispatch.add_equipment(job, act="installed", serial=self.router)
            fulfil(job)

    def work(self, job: str, *, equipment: bool = False) -> None:
        """Do one job from the road to its end."""
        self.ready(job, equipment=equipment)
        with acting_as(SYSTEM):
            dispatch.complete_job(job)

    def install(self, jobs: list[str]) -> None:
        """Do every job of the chain, in order, on the day of the visit."""
        with acting_as(SYSTEM):
            technician = a_technician()
            for place, number in enumerate(jobs):
                dispatch.assign_job(number, technician=technician)
                dispatch.schedule_job(number, date=kernel_clock.today(), starts=time(8 + 2 * place))
                dispatch.publish_job(number)
        for place, number in enumerate(jobs):
            self.work(number, equipment=place == 2)
            deliver_all()

    def messages(self) -> list[tuple[str, str, str]]:
        """Return what was written to the customer: template, channel, text."""
        found = Message.objects.filter(customer_id=self.key).order_by("pk")
        return [(one.template, one.channel, one.body) for one in found]

    def invoices(self) -> list[str]:
        """Return the customer's documents, the newest first."""
        return billing.latest_documents(self.key, limit=9)


def a_road(*, phone: str = PHONE, email: str = "sylvie@exemple.ca", language: str = "fr") -> Road:
    """Prepare a customer at a served address, a plan of two services, and what an installation costs."""
    with acting_as(SYSTEM):
        a_provider()
        legal_texts()
        names: dict[str, Any] = {"invoice_label_fr": "", "invoice_label_en": ""}
        internet = an_item("60.00", sku="NET500", name_fr="Internet Fibre 500", name_en="Fibre Internet 500", **names)
        tv = an_item("15.00", sku="TV", service_kind="tv", name_fr="Télé de base", name_en="Basic TV", **names)
        an_item(
            "95.00", sku="POSE", kind="labour", service_kind="other", name_fr="Installation", name_en="Installation",
            group=a_group("fees", account="4020"), **names,
        )  # fmt: skip
        plan = a_plan(internet, tv, code="DUO500", name_fr="Duo 500", name_en="Duo 500")
        who = a_customer("Sylvie Tremblay", phone=phone, email=email, language=language)
        place = a_location(who)
        drop = a_plugged_drop()
        router = a_device("ont")
    return Road(
        customer=who.number,
        key=who.pk,
        place=place.number,
        plan=plan.code,
        lines=[LineGiven(cycle="once", item="POSE")],
        drop=drop.number,
        router=router.serial or "",
    )


def path_of(link: str) -> str:
    """Return a link's path."""
    return re.sub(r"^https?://[^/]+", "", link)


def on(day: str, hour: str = "09:00") -> None:
    """Move the clock to a day and an hour of the company."""
    kernel_clock.freeze(f"{day}T{hour}:00-05:00")
