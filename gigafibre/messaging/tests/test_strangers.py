"""Writing to somebody who is no customer: at his own address, in his language, under the same rules."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from gigafibre.crm.tests.factories import a_customer, contact_of
from gigafibre.kernel import files, settings
from gigafibre.kernel.actor import SYSTEM, acting_as
from gigafibre.kernel.errors import InvalidInput
from gigafibre.kernel.tests.looking import facts
from gigafibre.kernel.text import Text
from gigafibre.kernel.work import work_once
from gigafibre.messaging import catalogue, errors, queries
from gigafibre.messaging.actions import send_again, send_to_address, suppress_address
from gigafibre.messaging.catalogue import Mail
from gigafibre.messaging.models import Message
from gigafibre.messaging.tests.factories import MOBILE, a_message, a_reachable, intent_of, the_message

SAID = {"text": "Votre soumission est prête.", "subject": "Votre soumission"}
PAUL = "paul.roy@example.ca"


@pytest.fixture(autouse=True)
def somebody(clock: Any) -> Iterator[None]:
    clock.freeze("2026-11-21T14:00:00-05:00")
    with acting_as(SYSTEM):
        yield


def written(key: str = "to:paul", **given: Any) -> Any:
    facts = {"to": PAUL, "channel": "email", "name": "Paul Roy", "template": "customer.note", "variables": SAID}
    return the_message(send_to_address(**{**facts, **given}, dedupe_key=key))


@pytest.mark.django_db
def test_who_is_no_customer_is_written_to_at_his_address_in_his_language() -> None:
    made = written()
    assert (made.customer, made.name, made.to, made.language, made.state) == (None, "Paul Roy", PAUL, "fr", "queued")
    assert made.body == "Bonjour Paul Roy,\n\nVotre soumission est prête.\n\nGigafibre"
    assert intent_of(made)["subject"] == f"message:{made.pk}"
    assert written().pk == made.pk  # the same key is the same message
    english = written("to:paul:sms", to="450 555-0142", channel="sms", language="en")
    assert (english.to, english.language) == (MOBILE, "en")
    page = queries.message(made.pk)
    assert (page.customer, page.customer_name) == ("", "Paul Roy")


@pytest.mark.django_db
def test_an_address_that_cannot_be_is_refused_with_what_was_meant() -> None:
    with pytest.raises(InvalidInput) as refused:
        written(to="paul.roy@gmial.com")
    assert refused.value.details[0].suggestion == "paul.roy@gmail.com"


@pytest.mark.django_db
def test_an_offer_leaves_only_to_who_asked_for_it_and_says_how_to_stop() -> None:
    settings.put("messaging.public_url", "https://fsm.example.ca")
    settings.put("company.address", "12, rue du Quai, Beauharnois")
    assert written("unasked", template="customer.news").reason == "no_consent"
    made = written("asked", template="customer.news", agreed=True)
    assert (made.state, made.basis) == ("queued", "express")
    assert "https://fsm.example.ca/unsubscribe/" in made.body
    suppress_address("email", address=PAUL, covers="promotion", source="Lien")
    assert written("after", template="customer.news", agreed=True).reason == "unsubscribed"
    assert written("service").state == "queued"


@pytest.mark.django_db
def test_the_days_cap_counts_by_address() -> None:
    settings.put("messaging.daily_cap", 1)
    states = [written(f"n:{n}").state for n in range(2)]
    assert states == ["queued", "suppressed"]
    assert written("other", to="anne@example.ca").state == "queued"


@pytest.mark.django_db
def test_a_name_once_written_stays() -> None:
    made = written()
    with pytest.raises(IntegrityError, match="keeps what it says"), transaction.atomic():
        Message.objects.filter(pk=made.pk).update(name="Paule Roy")


def test_it_leaves_and_one_that_failed_leaves_again(committed_db: Any, clock: Any) -> None:
    made = written()
    work_once()
    assert the_message(made.pk).state == "sent"
    lost = written("lost")
    Message.objects.filter(pk=lost.pk).update(state="failed", reason="451 later")
    send_again(lost.pk, reason="Boîte vidée")
    assert the_message(lost.pk).state == "queued"
    work_once()
    assert the_message(lost.pk).state == "sent"
    assert facts(type="messaging.MessageFailed") == []


@pytest.mark.django_db
def test_what_is_for_invoices_goes_to_the_address_kept_for_them() -> None:
    catalogue.declare(
        "test.bill",
        label=Text("Facture", "Invoice"),
        purpose="service",
        billing=True,
        email=Mail(Text("Facture", "Invoice"), Text("Bonjour", "Hello")),
    )
    try:
        customer = a_customer(email="sylvie@example.ca")
        contact_of(customer).points.create(
            customer=customer, kind="email", value="comptable@example.ca", for_billing=True, position=1
        )
        made = a_message(customer, template="test.bill", variables={}, channel="email")
    finally:
        catalogue.forget("test.bill")
    assert made.to == "comptable@example.ca"
    assert a_message(customer, channel="email").to == "sylvie@example.ca"


@pytest.mark.django_db
def test_files_go_with_emails_only_and_not_beyond_their_size() -> None:
    settings.put("messaging.files_mb", 1)
    small = files.store(b"%PDF-1.7\n%%EOF\n", "facture.pdf")
    large = files.store(b"%PDF-1.7\n" + b"0" * 1_000_000, "plan.pdf")
    assert a_message(channel="sms", files=[small.pk]).files.count() == 0
    customer = a_reachable()
    with pytest.raises(errors.FilesTooLarge, match=r"1\.0 Mo|1\.0 MB"), transaction.atomic():
        a_message(customer, channel="email", files=[small.pk, large.pk])
    assert Message.objects.filter(customer=customer).count() == 0
    assert a_message(customer, channel="email", files=[small.pk]).files.count() == 1
