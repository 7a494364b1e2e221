"""A quotation, a contract, an invoice, an address served: told once to whom it is for, however often and late."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.conf import settings as django_settings
from django.db import transaction

from gigafibre.billing.document import paper
from gigafibre.billing.events import InvoiceIssued
from gigafibre.crm.tests.factories import a_customer, contact_of
from gigafibre.kernel import settings
from gigafibre.kernel.actor import SYSTEM, acting_as
from gigafibre.kernel.deliver import deliver_all
from gigafibre.kernel.documents.errors import DocumentFailed
from gigafibre.kernel.perform import perform
from gigafibre.kernel.preview import preview
from gigafibre.kernel.preview_words import in_words
from gigafibre.kernel.tests.looking import intents
from gigafibre.messaging.actions import suppress_address
from gigafibre.messaging.errors import NoWayToUnsubscribe
from gigafibre.messaging.tests.factories import the_messages, turn
from gigafibre.network.actions import make_serviceable, register_interest
from gigafibre.network.events import DropBecameServiceable
from gigafibre.network.tests.factories import a_drop, interests
from gigafibre.processes.address_served import tell_who_waited
from gigafibre.processes.papers_sent import send_the_contract, send_the_invoice, send_the_quotation
from gigafibre.sales.actions import cancel_contract, decline_quotation, send_contract, send_quotation
from gigafibre.sales.errors import NoPublicAddress
from gigafibre.sales.events import ContractSent, QuotationSent
from gigafibre.sales.tests.factories import a_contract, a_provider, a_quotation
from gigafibre.subscriptions.tests.factories import a_subscription

pytestmark = pytest.mark.django_db
MOBILE = "+14505550142"


@pytest.fixture(autouse=True)
def somebody(clock: Any) -> Iterator[None]:
    clock.freeze("2026-11-21T14:00:00-05:00")
    with acting_as(SYSTEM):
        yield


def told() -> list[tuple[str, str, str]]:
    return [(one.template, one.channel, one.to) for one in the_messages()]


def test_a_contract_sent_is_told_once_with_its_link_and_nothing_left_before_the_commit() -> None:
    contract = a_contract(sent=True, customer=a_customer(phone=MOBILE))
    assert told() == []
    deliver_all()
    (made,) = the_messages()
    assert (made.template, made.to, made.state, made.related_kind, made.related) == (
        "contract.sent", MOBILE, "queued", "contract", contract.number,
    )  # fmt: skip
    assert "/sign/" in made.body
    assert [intent["state"] for intent in intents(kind="messaging.send")] == ["pending"]


def test_the_same_fact_again_and_out_of_order_tells_nothing_twice() -> None:
    contract = a_contract(sent=True, customer=a_customer(phone=MOBILE))
    first = ContractSent(
        contract=contract.number, customer=contract.customer.number, track="residential", until=contract.link_until
    )
    deliver_all()
    for _ in range(3):
        send_the_contract(first)
    assert len(the_messages()) == 1
    send_contract(contract.number)
    send_the_contract(first)  # an old fact told late writes the link that is good now
    deliver_all()
    earlier, later = the_messages()
    assert earlier.variables["link"] != later.variables["link"]
    deliver_all()
    assert len(the_messages()) == 2


def test_what_is_over_when_its_turn_comes_is_not_told() -> None:
    contract = a_contract(sent=True, customer=a_customer(phone=MOBILE))
    cancel_contract(contract.number, reason="Erreur d’adresse")
    quotation = a_quotation(sent=True)
    decline_quotation(quotation.number, reason="Trop cher")
    deliver_all()
    assert [one for one in told() if one[0] in {"contract.sent", "quotation.sent"}] == []


def test_a_commercial_signature_is_asked_for_by_its_provider_alone() -> None:
    settings.put("sales.signing_provider", "simulator")
    business = a_customer("Ferme Roy", kind="organization", email="ferme@example.ca")
    contract = a_contract(sent=True, customer=business)
    assert contract.track == "commercial"
    deliver_all()
    assert told() == []


def test_a_quotation_goes_to_its_customer_or_to_who_is_none_at_his_own_address() -> None:
    sylvie: Any = a_quotation(sent=True).customer
    contact_of(sylvie).points.create(customer=sylvie, kind="email", value="sylvie@example.ca")
    a_quotation(sent=True, prospect="Paul Roy", prospect_email="paul.roy@example.ca", language="en")
    a_quotation(sent=True, prospect="Anne Roy", prospect_phone=MOBILE)
    a_quotation(sent=True, prospect="Marc Roy")
    deliver_all()
    assert told() == [
        ("quotation.sent", "email", "sylvie@example.ca"),
        ("quotation.sent", "email", "paul.roy@example.ca"),
        ("quotation.sent", "sms", MOBILE),
    ]
    paul = the_messages()[1]
    assert (paul.customer, paul.name, paul.language) == (None, "Paul Roy", "en")
    assert paul.body.startswith("Hello Paul Roy,\n\nHere is quotation")
    assert "/quote/" in paul.body


def test_a_quotation_sent_again_is_told_with_its_new_link_once() -> None:
    quotation = a_quotation(sent=True, prospect="Paul Roy", prospect_email="paul.roy@example.ca")
    send_quotation(quotation.number)
    fact = QuotationSent(quotation=quotation.number, customer=None, valid_until=quotation.valid_until)
    deliver_all()
    send_the_quotation(fact)
    assert len(the_messages()) == 1  # both facts find the link that is good now
    send_quotation(quotation.number)
    deliver_all()
    assert len(the_messages()) == 2


def test_a_link_that_leads_nowhere_is_not_written_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(django_settings, "SMS_URL", "twilio://AC1:t@api.twilio.com?from=+14505550100")
    turn(on=True)
    contract = a_contract(sent=True, customer=a_customer(phone=MOBILE))
    fact = ContractSent(
        contract=contract.number, customer=contract.customer.number, track="residential", until=contract.link_until
    )
    with pytest.raises(NoPublicAddress), transaction.atomic():
        send_the_contract(fact)
    settings.put("sales.public_url", "https://fibre.example")
    send_the_contract(fact)
    assert "https://fibre.example/sign/" in the_messages()[0].body


def test_the_preview_of_sending_shows_what_will_be_written() -> None:
    contract = a_contract(customer=a_customer(phone=MOBILE))
    seen = preview("sales.send_contract", {"contract": contract.number}, actor=SYSTEM)
    (one,) = [intent for intent in seen.collected.intents if intent.kind == "messaging.send"]
    assert one.payload["text"].startswith(f"Fibre HSL : votre contrat {contract.number} attend votre signature")
    assert the_messages() == []


def an_invoice(**given: Any) -> tuple[Any, str]:
    a_provider()
    today = date(2026, 11, 21)
    customer = a_customer(**{"email": "sylvie@example.ca", **given})
    service = a_subscription("60.00", customer=customer, charged_until=today, started_on=today)
    return customer, str(perform("billing.bill_first_period", {"subscription": service.number}, actor=SYSTEM).result)


def test_an_invoice_is_sent_with_its_pdf_to_the_address_kept_for_invoices() -> None:
    customer, number = an_invoice()
    contact_of(customer).points.create(
        customer=customer, kind="email", value="comptable@example.ca", for_billing=True, position=1
    )
    deliver_all()
    (made,) = the_messages()
    assert (made.template, made.channel, made.to, made.related) == (
        "invoice.sent", "email", "comptable@example.ca", number,
    )  # fmt: skip
    assert [one.file.sha256 for one in made.files.all()] == [paper(number).sha256]
    send_the_invoice(an_issue_of(customer, number))
    assert len(the_messages()) == 1


def an_issue_of(customer: Any, number: str) -> InvoiceIssued:
    day = date(2026, 11, 21)
    return InvoiceIssued(
        customer=customer.number, invoice=number, kind="invoice", date=day, due_date=day, total="23.00"
    )


@pytest.mark.parametrize(("delivery", "messages"), [("email", 1), ("both", 1), ("paper", 0)])
def test_who_wants_paper_gets_no_email(delivery: str, messages: int) -> None:
    an_invoice(invoice_delivery=delivery)
    deliver_all()
    assert len(the_messages()) == messages


def test_a_paper_that_cannot_be_printed_holds_its_email_back(monkeypatch: pytest.MonkeyPatch, clock: Any) -> None:
    def broken(*_: object) -> None:
        raise DocumentFailed("facture", "typst")

    monkeypatch.setattr("gigafibre.billing.document.render", broken)
    an_invoice()
    deliver_all()
    assert the_messages() == []
    monkeypatch.undo()
    clock.move(minutes=5)
    deliver_all()
    assert len(the_messages()) == 1


def who_waits(*emails: str) -> str:
    drop: str = a_drop("12", "rang Double", city="Howick", state="planned").number
    for email in emails:
        register_interest("12, rang Double, Howick", email=email, consent=True, drop=drop, language="fr")
    return drop


def test_who_waited_for_an_address_is_told_once() -> None:
    a_provider()
    settings.put("messaging.public_url", "https://fibre.example")
    drop = who_waits("paul@example.ca", "anne@example.ca", "marc@example.ca")
    suppress_address("email", address="marc@example.ca", covers="promotion", source="Lien")
    make_serviceable(drop)
    deliver_all()
    fact = DropBecameServiceable(drop=drop, interested=3)
    tell_who_waited(fact)
    assert [(one.to, one.state, one.basis) for one in the_messages()] == [
        ("paul@example.ca", "queued", "express"),
        ("anne@example.ca", "queued", "express"),
        ("marc@example.ca", "suppressed", ""),
    ]
    assert "/unsubscribe/" in the_messages()[0].body
    assert interests() == [("told", "paul@example.ca"), ("told", "anne@example.ca"), ("withdrawn", "")]


def test_without_a_way_to_unsubscribe_those_who_wait_go_on_waiting() -> None:
    drop = who_waits("paul@example.ca")
    with pytest.raises(NoWayToUnsubscribe), transaction.atomic():
        tell_who_waited(DropBecameServiceable(drop=drop, interested=1))
    assert the_messages() == []
    assert interests() == [("waiting", "paul@example.ca")]


def test_the_preview_says_in_words_who_would_stay_untold_and_why() -> None:
    drop = who_waits("paul@example.ca")
    seen = preview("network.make_serviceable", {"drop": drop}, actor=SYSTEM)
    said = "Une offre dit comment se désabonner : l’adresse publique ou postale manque aux réglages."
    assert in_words(seen, "fr")["parked"] == [{"handler": "Avertir qui attendait la fibre", "error": said}]
