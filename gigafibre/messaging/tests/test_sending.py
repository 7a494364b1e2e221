"""Queueing: which way, which words, whether and when; the same message is written once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.conf import settings as django_settings
from django.db import transaction

from gigafibre.crm.actions import give_consent, withdraw_consent
from gigafibre.crm.tests.factories import a_customer, a_location
from gigafibre.kernel import files, settings
from gigafibre.kernel.actor import SYSTEM, acting_as
from gigafibre.kernel.errors import Refusal
from gigafibre.kernel.perform import perform
from gigafibre.kernel.preview import preview
from gigafibre.kernel.tests.looking import intents
from gigafibre.kernel.text import Text
from gigafibre.messaging import catalogue, errors, queries
from gigafibre.messaging.actions import (
    cancel_message,
    edit_template,
    lift_suppression,
    send_again,
    send_message,
    suppress_address,
)
from gigafibre.messaging.catalogue import Mail
from gigafibre.messaging.models import InboundMessage, Message, TemplateText
from gigafibre.messaging.tests.factories import MOBILE, a_message, a_reachable, intent_of, turn

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def somebody(clock: Any) -> Iterator[None]:
    clock.freeze("2026-11-21T14:00:00-05:00")
    with acting_as(SYSTEM):
        yield


@pytest.fixture
def about_contracts() -> Iterator[None]:
    def facts(number: str, language: str) -> dict[str, str]:
        return {"plan": f"Fibre 500 ({language}) {number}"}

    catalogue.declare_record("testcontract", Text("Contrat", "Contract"), {"plan": Text("Forfait", "Plan")}, read=facts)
    catalogue.declare(
        "test.signed",
        label=Text("Contrat signé", "Contract signed"),
        purpose="service",
        about="testcontract",
        variables={"on": Text("Le", "On"), "amount": Text("Montant", "Amount")},
        sms=Text("{first_name}, {plan} le {on}, {amount} $", "{first_name}, {plan} on {on}, ${amount}"),
    )
    catalogue.declare(
        "test.owed",
        label=Text("Rappel", "Reminder"),
        purpose="collection",
        email=Mail(Text("Rappel", "Reminder"), Text("Bonjour", "Hello")),
    )
    yield
    catalogue.forget("test.signed")
    catalogue.forget("test.owed")
    catalogue._records.pop("testcontract")


def test_a_text_message_goes_before_an_email_and_the_row_comes_with_its_intent() -> None:
    made = a_message()
    intent = intent_of(made)
    assert (made.channel, made.to, made.state, made.language) == ("sms", MOBILE, "queued", "fr")
    assert (made.body, made.segments) == ("Votre routeur est prêt.\nGigafibre", 1)
    assert (intent["kind"], intent["state"], intent["subject"]) == (
        "messaging.send", "pending", f"customer:{made.customer.number}",
    )  # fmt: skip
    assert [(step.state, step.by) for step in made.steps.all()] == [("queued", "system")]


def test_without_a_mobile_number_it_is_an_email_in_the_customers_language() -> None:
    made = a_message(a_customer("John Smith", email="john@example.ca", language="en"), "Ready.")
    assert (made.channel, made.to, made.subject) == ("email", "john@example.ca", "Votre routeur")
    assert made.body == "Hello John,\n\nReady.\n\nGigafibre"


def test_what_is_only_written_at_his_place_reaches_him_too() -> None:
    customer = a_customer()
    a_location(customer, contact_mobile="450 555-0177", contact_email="pas un courriel")
    assert a_message(customer).to == "+14505550177"


def test_one_way_may_be_asked_for() -> None:
    assert a_message(channel="email").to == "sylvie@example.ca"
    assert a_message(channel="email_or_sms").channel == "email"


def test_nobody_to_write_to_is_kept_with_its_reason_and_nothing_leaves() -> None:
    made = a_message(a_customer())
    assert (made.state, made.reason, made.to, made.intent) == ("suppressed", "no_address", "", None)
    assert len(intents()) == 0


def test_the_same_key_writes_one_message() -> None:
    customer = a_reachable()
    first = a_message(customer, dedupe_key="contract:CTR-1:signed")
    again = send_message(
        customer.number, template="customer.note", dedupe_key="contract:CTR-1:signed", variables={"text": "Autre"}
    )
    assert (again, Message.objects.count(), len(intents())) == (first.pk, 1, 1)


def test_a_records_own_variables_are_read_and_given_ones_are_written_in_his_language(about_contracts: None) -> None:
    given = {"on": date(2026, 12, 1), "amount": Decimal("1234.50")}
    made = a_message(template="test.signed", variables=given, related="testcontract:CTR-7")
    assert made.body == "Sylvie, Fibre 500 (fr) CTR-7 le 1er décembre 2026, 1 234,50 $"
    assert (made.related_kind, made.related) == ("testcontract", "CTR-7")
    john = a_reachable(name="John Smith", language="en")
    english = a_message(john, template="test.signed", variables=given, related="testcontract:CTR-7")
    assert english.body == "John, Fibre 500 (en) CTR-7 on December 1, 2026, $1,234.50"


@pytest.mark.parametrize(
    ("given", "kind"),
    [
        ({"template": "nothing.such"}, errors.NoSuchTemplate),
        ({"template": "test.signed", "related": "job:JOB-1", "variables": {}}, errors.NoSuchRecord),
        ({"template": "test.signed", "related": "testcontract:1", "variables": {}}, errors.ValueMissing),
        ({"variables": {"txet": "x"}}, errors.UnknownValue),
        ({"template": "test.owed", "channel": "sms", "variables": {}}, errors.NotThisChannel),
        ({"variables": {"text": "x" * 1600, "subject": "y"}}, errors.TextTooLong),
    ],
)
def test_what_cannot_be_written_is_refused_and_leaves_nothing(
    about_contracts: None, given: dict[str, Any], kind: type[Refusal]
) -> None:
    customer = a_reachable()
    with pytest.raises(kind), transaction.atomic():
        a_message(customer, **given)
    assert (Message.objects.count(), len(intents())) == (0, 0)


def test_at_night_a_text_message_waits_for_the_morning_and_an_email_does_not(clock: Any) -> None:
    clock.freeze("2026-10-31T22:00:00-04:00")  # the night of the clock change
    made = a_message()
    assert made.not_before.isoformat() == "2026-11-01T13:00:00+00:00"  # 8:00, already in winter time
    assert intent_of(made)["due"] == made.not_before
    assert made.counted_on == date(2026, 11, 1)
    assert a_message(made.customer, channel="email").not_before == clock.now()
    assert a_message(made.customer, urgent=True).not_before == clock.now()


def test_debts_wait_for_a_creditors_hours_by_email_too(about_contracts: None, clock: Any) -> None:
    clock.freeze("2026-11-22T11:00:00-05:00")  # a Sunday
    assert a_message(template="test.owed", variables={}).not_before.isoformat() == "2026-11-23T14:00:00+00:00"


def test_the_days_cap_holds_back_and_urgent_ones_pass() -> None:
    settings.put("messaging.daily_cap", 2)
    customer = a_reachable()
    states = [a_message(customer).state for _ in range(3)]
    assert states == ["queued", "queued", "suppressed"]
    assert Message.objects.get(state="suppressed").reason == "daily_cap"
    assert a_message(customer, urgent=True).state == "queued"
    assert a_message().state == "queued"  # somebody else's day is not his


def test_the_cap_counts_the_day_on_which_it_leaves(clock: Any) -> None:
    settings.put("messaging.daily_cap", 1)
    customer = a_reachable()
    assert a_message(customer).state == "queued"
    clock.freeze("2026-11-21T22:00:00-05:00")
    assert [a_message(customer).state for _ in range(2)] == ["queued", "suppressed"]
    assert a_message(customer).counted_on == date(2026, 11, 22)


def test_a_closed_number_is_not_written_to_but_his_email_is() -> None:
    customer = a_reachable()
    suppress_address("sms", address="450 555-0142", source="SMS : ARRET")
    assert a_message(customer).channel == "email"
    only = a_message(customer, channel="sms")
    assert (only.state, only.reason, only.to) == ("suppressed", "unsubscribed", MOBILE)
    lift_suppression("sms", address=MOBILE, source="SMS : START")
    assert a_message(customer, channel="sms").state == "queued"


def test_closed_for_offers_is_open_for_his_service() -> None:
    customer = a_reachable()
    suppress_address("sms", address=MOBILE, covers="promotion", source="Téléphone")
    assert a_message(customer, channel="sms").state == "queued"
    with pytest.raises(errors.AlreadySuppressed):
        suppress_address("sms", address=MOBILE, covers="promotion", source="Téléphone")
    with pytest.raises(errors.NotSuppressed):
        lift_suppression("sms", address=MOBILE, source="Téléphone")


def an_offer(customer: Any, **given: Any) -> Any:
    return a_message(customer, template="customer.news", **given)


def test_an_offer_needs_consent_and_the_law_is_shown_in_its_preview() -> None:
    customer = a_reachable()
    assert an_offer(customer, channel="sms").reason == "no_consent"
    give_consent(customer.number, channel="sms", purpose="promotion", source="Contrat")
    sent = an_offer(customer, channel="sms")
    assert (sent.state, sent.basis) == ("queued", "express")
    assert sent.body.endswith("Répondez ARRET pour ne plus rien recevoir.")
    withdraw_consent(customer.number, channel="sms", purpose="promotion")
    assert an_offer(customer, channel="sms").reason == "no_consent"
    given = {"customer": customer.number, "template": "customer.news", "dedupe_key": "look", "channel": "sms"}
    seen = preview("messaging.send_message", {**given, "variables": {"text": "x", "subject": "y"}}, actor=SYSTEM)
    assert [(rule.code, rule.passed) for rule in seen.rules] == [
        ("messaging.suppressed", True), ("messaging.consent", False),
    ]  # fmt: skip


def test_implied_consent_lasts_two_years_and_never_against_a_withdrawal(clock: Any) -> None:
    settings.put("messaging.implied_consent", True)
    gone = a_reachable(status="terminated", ended_on=date(2024, 11, 22))
    assert an_offer(gone, channel="sms").basis == "implied"
    clock.freeze("2026-11-22T14:00:00-05:00")
    assert an_offer(gone, channel="sms").reason == "no_consent"
    assert an_offer(a_reachable(status="prospect"), channel="sms").reason == "no_consent"
    customer = a_reachable()
    give_consent(customer.number, channel="sms", purpose="promotion", source="Contrat")
    withdraw_consent(customer.number, channel="sms", purpose="promotion")
    assert an_offer(customer, channel="sms").reason == "no_consent"


def test_an_offer_by_email_says_who_we_are_and_how_to_receive_no_more() -> None:
    customer = a_reachable()
    give_consent(customer.number, channel="email", purpose="promotion", source="Site")
    assert an_offer(customer, channel="email").reason == "no_unsubscribe"
    settings.put("messaging.public_url", "https://fsm.example.ca")
    settings.put("company.address", "12, rue du Quai, Beauharnois")
    body = an_offer(customer, channel="email").body
    assert "\n12, rue du Quai, Beauharnois\n" in body
    assert "https://fsm.example.ca/unsubscribe/" in body


def test_the_way_to_stop_stays_in_an_offer_whose_words_lost_it() -> None:
    edit_template("customer.news", channel="sms", language="fr", body="{company} : {text}")
    customer = a_reachable()
    give_consent(customer.number, channel="sms", purpose="promotion", source="Contrat")
    assert an_offer(customer, channel="sms").body.endswith(" ARRET pour se désabonner.")


def test_behind_the_switch_a_real_carrier_gets_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(django_settings, "SMS_URL", "twilio://AC1:t@api.twilio.com?from=+14505550100")
    customer = a_reachable()
    kept = a_message(customer, channel="sms")
    assert (kept.state, kept.reason, kept.intent) == ("suppressed", "switch_off", None)
    turn(on=True)
    assert a_message(customer, channel="sms").state == "queued"


def test_an_edit_is_a_new_edition_and_the_next_message_says_it() -> None:
    customer = a_reachable()
    before = a_message(customer)
    shown = edit_template(
        "customer.note", channel="sms", language="fr", body="{first_name}: {text}", shown_for=customer.number
    )
    after = a_message(customer)
    assert (shown.version, shown.body, shown.segments) == (1, "Sylvie: {text}", 1)
    assert (before.version, after.version, after.body) == (0, 1, "Sylvie: Votre routeur est prêt.")
    edit_template("customer.note", channel="sms", language="fr", body="{text}")
    page = queries.template("customer.note")
    assert [(one.channel, one.language, one.version) for one in page.editions] == [
        ("sms", "fr", 2), ("sms", "en", 0), ("email", "fr", 0), ("email", "en", 0),
    ]  # fmt: skip
    assert [one.version for one in page.earlier] == [2, 1]


def test_a_text_that_cannot_be_filled_is_refused_with_its_place() -> None:
    with pytest.raises(errors.TemplateFaulty) as refused, transaction.atomic():
        edit_template("customer.note", channel="email", language="fr", subject="", body="Bonjour {first_nme}\n{x")
    assert [(one.field, one.code, one.suggestion) for one in refused.value.details] == [
        ("body", "unknown_variable", "first_name"), ("body", "lone_brace", ""), ("subject", "missing", ""),
    ]  # fmt: skip
    assert TemplateText.objects.count() == 0


def test_a_failed_message_is_queued_again_and_a_sent_one_is_not() -> None:
    made = a_message()
    Message.objects.filter(pk=made.pk).update(state="failed", reason="451 later")
    send_again(made.pk, reason="Numéro corrigé")
    again = Message.objects.get(pk=made.pk)
    assert (again.state, again.reason, again.intent != made.intent) == ("queued", "", True)
    with pytest.raises(errors.MessageOnItsWay):
        send_again(made.pk, reason="Encore une fois")


def test_one_kept_back_takes_the_address_he_has_today() -> None:
    customer = a_customer()
    made = a_message(customer)
    contact = customer.contacts.get()
    contact.points.create(customer=customer, kind="mobile", value=MOBILE)
    send_again(made.pk, reason="Cellulaire ajouté")
    again = Message.objects.get(pk=made.pk)
    assert (again.state, again.to) == ("queued", MOBILE)


def test_an_offer_kept_back_is_written_anew() -> None:
    made = a_message(template="customer.news", channel="email")
    assert "unsubscribe" not in made.body
    with pytest.raises(errors.OfferKeptBack), transaction.atomic():
        send_again(made.pk, reason="Il a consenti")
    assert intents() == []


def test_what_waits_can_be_cancelled_once() -> None:
    made = a_message()
    cancel_message(made.pk, reason="Dit au téléphone")
    assert Message.objects.get(pk=made.pk).reason == "cancelled"
    with pytest.raises(errors.NotWaiting):
        cancel_message(made.pk, reason="Dit au téléphone")


def test_a_message_of_ones_own_is_previewed_with_its_text() -> None:
    customer = a_reachable()
    given = {"customer": customer.number, "text": "Rappelez-nous."}
    seen = preview("messaging.write_to_customer", given, actor=SYSTEM)
    assert [intent.payload["text"] for intent in seen.collected.intents] == ["Rappelez-nous.\nGigafibre"]
    assert Message.objects.count() == 0
    perform("messaging.write_to_customer", given, actor=SYSTEM)
    assert Message.objects.get().body == "Rappelez-nous.\nGigafibre"


def test_files_go_along_by_their_content() -> None:
    kept = files.store(b"%PDF-1.7\n%%EOF\n", "contrat.pdf")
    made = a_message(channel="email", files=[kept.pk, kept.pk])
    assert [one.file.sha256 for one in made.files.all()] == [kept.sha256]
    assert queries.message(made.pk).files[0]["name"] == "contrat.pdf"


def test_the_customers_block_shows_both_ways_newest_first(clock: Any, django_assert_num_queries: Any) -> None:
    made = a_message()
    clock.move(minutes=5)
    InboundMessage.objects.create(
        provider_id="SM1", sender=MOBILE, customer=made.customer, body="Merci", at=clock.now()
    )
    with django_assert_num_queries(2):
        found = queries.messages_of(made.customer.number)
    assert [(one.direction, one.body) for one in found] == [
        ("in", "Merci"), ("out", "Votre routeur est prêt.\nGigafibre"),
    ]  # fmt: skip
