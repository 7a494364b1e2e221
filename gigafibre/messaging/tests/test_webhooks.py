"""What comes in from outside: receipts in any order and number, STOP and START, forged posts, unsubscribing."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlparse

import pytest
from django.conf import settings as django_settings
from django.http import QueryDict
from django.test import Client
from twilio.request_validator import RequestValidator, add_port, remove_port

from gigafibre.crm.tests.factories import a_customer
from gigafibre.kernel import settings
from gigafibre.kernel.actor import SYSTEM, acting_as
from gigafibre.kernel.tests.looking import facts, leave_in_hand
from gigafibre.kernel.work import work_once
from gigafibre.messaging import texts
from gigafibre.messaging.adapters.twilio import signature, signed_by
from gigafibre.messaging.adapters.twilio_simulator import Simulator
from gigafibre.messaging.models import InboundMessage, Message, Suppression, VendorEvent
from gigafibre.messaging.receipts import keyword
from gigafibre.messaging.segments import count
from gigafibre.messaging.tests.factories import MOBILE, a_message, turn

PUBLIC = "https://fsm.example.ca"
INBOUND = f"{PUBLIC}/webhooks/twilio/inbound"


@pytest.fixture
def twilio(committed_db: Any, clock: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[Simulator]:
    clock.freeze("2026-11-21T14:00:00-05:00")
    answers: list[int] = []
    said: list[str] = []

    def post(url: str, form: dict[str, str], signed: str) -> None:
        path = url.removeprefix(PUBLIC)
        answered = Client(headers={"X-Twilio-Signature": signed}).post(path, form)
        answers.append(answered.status_code)
        said.append(answered.content.decode())

    with Simulator(post=post) as simulator, acting_as(SYSTEM):
        monkeypatch.setattr(django_settings, "SMS_URL", simulator.url)
        settings.put("messaging.public_url", PUBLIC)
        turn(on=True)
        simulator.answers = answers  # type: ignore[attr-defined]
        simulator.said = said  # type: ignore[attr-defined]
        yield simulator


def test_our_signature_is_the_one_of_twilios_own_library() -> None:
    form = {"MessageSid": "SM1", "Body": "Été, l’hiver", "From": MOBILE, "Empty": ""}
    validator = RequestValidator("a-token")
    assert signature("a-token", INBOUND, form) == validator.compute_signature(INBOUND, form)
    assert signed_by("a-token", INBOUND, form, validator.compute_signature(INBOUND, form))
    assert not signed_by("another", INBOUND, form, validator.compute_signature(INBOUND, form))
    assert not signed_by("a-token", INBOUND, {**form, "Body": "x"}, validator.compute_signature(INBOUND, form))
    assert not signed_by("a-token", INBOUND, form, "é")


@pytest.mark.parametrize(
    "url",
    [
        "https://fsm.example.ca/webhooks/twilio/status",
        "https://fsm.example.ca:443/webhooks/twilio/status",
        "https://fsm.example.ca:8443/webhooks/twilio/status?from=a&to=b%20c",
        "http://fsm.example.ca/webhooks/twilio/inbound",
    ],
)
def test_a_signature_counts_with_and_without_the_port_as_twilios_library_has_it(url: str) -> None:
    validator = RequestValidator("a-token")
    form = {"MessageSid": "SM1", "MediaUrl": ["b", "a", "b"]}
    query = QueryDict(mutable=True)
    query.update({"MessageSid": "SM1"})
    query.setlist("MediaUrl", ["b", "a", "b"])
    for signed in {url, remove_port(urlparse(url)), add_port(urlparse(url))}:
        given = validator.compute_signature(signed, query)
        assert validator.validate(url, query, given)
        assert signed_by("a-token", url, form, given)
    assert not signed_by("a-token", f"{url}x", form, validator.compute_signature(url, query))


def test_the_simulator_signs_as_twilios_own_library_expects() -> None:
    seen: list[tuple[str, dict[str, str], str]] = []
    simulator = Simulator(post=lambda *told: seen.append(told))
    simulator.receive(INBOUND, MOBILE, "Arrêt")
    url, form, signed = seen[0]
    assert RequestValidator(simulator.token).validate(url, form, signed)


def test_a_receipt_says_that_it_arrived(twilio: Simulator) -> None:
    made = a_message()
    work_once()
    for status in ("sent", "delivered"):
        twilio.tell(twilio.took[0]["sid"], status)
    work_once()
    found = Message.objects.get(pk=made.pk)
    assert (found.state, found.delivered_at is not None) == ("delivered", True)
    assert twilio.answers == [200, 200]  # type: ignore[attr-defined]


@pytest.mark.parametrize("order", list(itertools.permutations(["queued", "sent", "delivered"])))
def test_receipts_in_any_order_and_twice_end_the_same(twilio: Simulator, order: tuple[str, ...]) -> None:
    made = a_message()
    work_once()
    for status in (*order, *order):
        twilio.tell(twilio.took[0]["sid"], status)
        work_once()
    assert list(made.steps.order_by("id").values_list("state", flat=True)) == ["queued", "sending", "sent", "delivered"]
    assert VendorEvent.objects.count() == 3


def test_what_was_not_delivered_fails_with_the_carriers_code(twilio: Simulator) -> None:
    made = a_message()
    work_once()
    twilio.tell(twilio.took[0]["sid"], "undelivered", error="30006")
    work_once()
    found = Message.objects.get(pk=made.pk)
    assert (found.state, found.reason) == ("failed", "twilio undelivered 30006")
    assert len(facts(type="messaging.MessageFailed")) == 1


def test_a_receipt_that_overtakes_our_own_note_is_handled_after_it(twilio: Simulator, clock: Any) -> None:
    callback = f"{PUBLIC}/webhooks/twilio/status"
    sid = twilio.take({"To": MOBILE, "From": "+15005550006", "Body": "x", "StatusCallback": callback})["sid"]
    made = a_message()
    leave_in_hand()
    twilio.tell(sid, "delivered")
    Message.objects.filter(pk=made.pk).update(state="sending", carrier="twilio")
    work_once()
    assert Message.objects.get(pk=made.pk).state == "sending"
    Message.objects.filter(pk=made.pk).update(state="sent", provider_id=sid, sent_at=clock.now())
    clock.move(minutes=2)
    work_once()
    assert Message.objects.get(pk=made.pk).state == "delivered"


def test_stop_closes_the_number_and_start_opens_it(twilio: Simulator) -> None:
    customer = a_message().customer
    work_once()
    twilio.receive(INBOUND, MOBILE, "Arrêt")
    work_once()
    assert Suppression.objects.get().source == "SMS : Arrêt"
    assert a_message(customer, channel="sms").reason == "unsubscribed"
    twilio.receive(INBOUND, MOBILE, "ARRET")
    work_once()
    assert Suppression.objects.count() == 1
    twilio.receive(INBOUND, MOBILE, "START")
    work_once()
    assert a_message(customer, channel="sms").state == "queued"
    assert [keyword(one.body) for one in InboundMessage.objects.order_by("id")] == ["stop", "stop", "start"]


@pytest.mark.parametrize(
    ("said", "answered"),
    [
        (
            "Arrêt",
            "Fibre HSL : c'est fait, aucun autre SMS ne vous sera envoyé. Pour en recevoir de nouveau : REPRENDRE.",
        ),
        ("reprendre", "Fibre HSL : vous recevrez de nouveau nos SMS. Pour ne plus en recevoir : ARRET."),
        ("AIDE", "Fibre HSL : 450 555-0100, Lundi au vendredi, 8 h à 20 h. Pour ne plus recevoir de SMS : ARRET."),
        ("STOP", ""),  # Twilio answers its own words
        ("HELP", ""),
        ("Bonjour, pouvez-vous m’appeler ?", ""),
    ],
)
def test_our_own_words_are_answered_at_once_and_twilios_by_twilio(twilio: Simulator, said: str, answered: str) -> None:
    settings.put("company.name", "Fibre HSL")
    settings.put("company.contact", {"fr": ["450 555-0100", "Lundi au vendredi, 8 h à 20 h", "x"], "en": []})
    twilio.receive(INBOUND, MOBILE, said, sid="SM7")
    twilio.receive(INBOUND, MOBILE, said, sid="SM7")
    expected = f"<Response><Message>{answered}</Message></Response>" if answered else "<Response></Response>"
    assert twilio.said == [expected, "<Response></Response>"]  # type: ignore[attr-defined]
    if answered:
        assert count(answered).encoding == "GSM-7"


def test_what_twilio_answered_by_the_accounts_own_words_is_not_answered_again(twilio: Simulator) -> None:
    twilio.receive(INBOUND, MOBILE, "ARRET", OptOutType="STOP")
    work_once()
    assert twilio.said == ["<Response></Response>"]  # type: ignore[attr-defined]
    assert Suppression.objects.get().address == MOBILE


def test_a_request_for_help_closes_nothing_and_is_no_answer_for_us(twilio: Simulator) -> None:
    customer = a_message().customer
    work_once()
    twilio.receive(INBOUND, MOBILE, "Aide")
    work_once()
    assert (InboundMessage.objects.get().keyword, Suppression.objects.count()) == ("help", 0)
    assert facts(type="messaging.CustomerAnswered") == []
    assert a_message(customer, channel="sms").state == "queued"


def test_who_wrote_stop_to_the_carrier_is_remembered_from_its_receipt(twilio: Simulator) -> None:
    made = a_message()
    work_once()
    for _ in range(2):
        twilio.tell(twilio.took[0]["sid"], "failed", error="21610")
        work_once()
    found = Message.objects.get(pk=made.pk)
    assert (found.state, found.reason) == ("failed", "twilio failed 21610")
    assert [(one.address, one.covers, one.source) for one in Suppression.objects.all()] == [
        (MOBILE, "everything", "twilio")
    ]
    assert a_message(made.customer, channel="sms").reason == "unsubscribed"


@pytest.mark.parametrize("status", ["accepted", "scheduled", "queued", "sending", "sent", "partially_delivered"])
def test_what_says_neither_delivered_nor_lost_changes_nothing(twilio: Simulator, status: str) -> None:
    made = a_message()
    work_once()
    twilio.tell(twilio.took[0]["sid"], status)
    work_once()
    assert Message.objects.get(pk=made.pk).state == "sent"


def test_an_answer_is_kept_once_and_told_of_whose_number_it_is(twilio: Simulator) -> None:
    customer = a_message().customer
    for _ in range(3):
        twilio.receive(INBOUND, MOBILE, "Demain à 14 h ?", sid="SM42")
    work_once()
    answer = InboundMessage.objects.get()
    assert (answer.customer_id, answer.body) == (customer.pk, "Demain à 14 h ?")
    assert len(facts(type="messaging.CustomerAnswered")) == 1


def test_a_number_of_two_customers_is_nobodys(twilio: Simulator) -> None:
    a_customer(phone=MOBILE)
    a_customer(phone=MOBILE)
    twilio.receive(INBOUND, MOBILE, "Bonjour")
    work_once()
    assert InboundMessage.objects.get().customer_id is None


def test_a_forged_post_is_refused_and_leaves_nothing(twilio: Simulator) -> None:
    form = {"MessageSid": "SM1", "From": MOBILE, "Body": "STOP"}
    good = signature(twilio.token, INBOUND, form)
    path = "/webhooks/twilio/inbound"
    assert Client().post(path, form).status_code == 403
    assert Client(headers={"X-Twilio-Signature": good}).post(path, {**form, "Body": "START"}).status_code == 403
    assert Client(headers={"X-Twilio-Signature": good}).post("/webhooks/twilio/status", form).status_code == 403
    assert Client(headers={"X-Twilio-Signature": good}).get(path).status_code == 405
    assert VendorEvent.objects.count() == 0
    assert Client(headers={"X-Twilio-Signature": good}).post(path, form).status_code == 200


def test_without_an_account_there_is_no_such_address(twilio: Simulator, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(django_settings, "SMS_URL", "")
    assert Client().post("/webhooks/twilio/inbound", {}).status_code == 404


def test_a_reader_receives_no_more_offers_by_a_button_or_one_click(twilio: Simulator) -> None:
    path = texts.unsubscribe_link("sylvie@example.ca").removeprefix(PUBLIC)
    page = Client(headers={"Accept-Language": "fr"}).get(path)
    assert (page.status_code, "Ne plus recevoir d’offres" in page.content.decode()) == (200, True)
    assert Suppression.objects.count() == 0  # looking is not asking: mail scanners open links
    for _ in range(2):
        done = Client(headers={"Accept-Language": "en"}).post(path, {"List-Unsubscribe": "One-Click"})
        assert (done.status_code, "sylvie@example.ca will receive no more offers" in done.content.decode()) == (
            200,
            True,
        )
    closed = Suppression.objects.get()
    assert (closed.channel, closed.address, closed.covers) == ("email", "sylvie@example.ca", "promotion")
    assert Client().get(path[:-2] + "AA").status_code == 400
