"""Each fact reaches each endpoint that wants it, once, signed; what fails is tried again, and given up in the end."""

from __future__ import annotations

import json
import time
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from standardwebhooks import Webhook

from gigafibre.identity.tests.factories import a_user
from gigafibre.kernel.actor import SYSTEM, acting_as
from gigafibre.kernel.events import publish
from gigafibre.kernel.text import speak
from gigafibre.payments.events import PaymentReceived
from gigafibre.webhooks import delivering
from gigafibre.webhooks.actions import disable_endpoint, enable_endpoint, replay_delivery, replay_span, rotate_secret
from gigafibre.webhooks.errors import EndpointOff, UnderWay
from gigafibre.webhooks.models import Attempt, Delivery, Endpoint
from gigafibre.webhooks.queries import delivery
from gigafibre.webhooks.sending import Answer
from gigafibre.webhooks.tests.factories import a_delivery, a_receiver, an_endpoint

RECEIVED = "payments.payment_received"


@pytest.fixture(autouse=True)
def _acting(committed_db: Any) -> Any:
    with acting_as(SYSTEM):
        yield


def a_fact(customer: str = "C-4217") -> int:
    with transaction.atomic():
        fact = PaymentReceived(
            payment="PAY-1", customer=customer, amount=Decimal("60.00"), unapplied=Decimal("0.00"), mode="cheque",
            on=date(2026, 11, 21),
        )  # fmt: skip
        return publish(fact)


def fan_out() -> None:
    """Fan out all that happened: another database of this cluster may have a transaction open for a moment."""
    end = time.monotonic() + 20
    while delivering.behind():
        delivering.fan_out()
        assert time.monotonic() < end, "a transaction stays open"
        time.sleep(0.01)


def deliver_all() -> None:
    fan_out()
    while delivering.deliver_next():
        pass


def test_a_fact_arrives_signed_under_its_own_id() -> None:
    with a_receiver() as receiver:
        endpoint = an_endpoint(receiver.url, RECEIVED)
        event = a_fact()
        deliver_all()
        [(headers, body)] = receiver.heard
    told = Webhook(endpoint.secret).verify(body, headers)
    assert told["type"] == RECEIVED
    assert told["subject"] == "customer:C-4217"
    assert told["data"]["amount"] == "60.00"
    assert headers["webhook-id"] == f"evt_{event:016d}"
    done = Delivery.objects.get(endpoint=endpoint, event_id=event)
    assert (done.state, done.attempts, done.done_at is not None) == ("done", 1, True)
    assert [(one.status, one.error) for one in Attempt.objects.filter(delivery=done)] == [(204, "")]


def test_each_endpoint_is_told_once_of_what_it_asked_for_and_of_nothing_before_it_listened() -> None:
    a_fact()
    some, others, all_ = an_endpoint(), an_endpoint(), an_endpoint()
    Endpoint.objects.filter(pk=others.pk).update(events=["billing.InvoiceIssued"])
    event = a_fact()
    for _ in range(3):
        fan_out()
    told = set(Delivery.objects.filter(event_id=event).values_list("endpoint", flat=True))
    assert told == {some.pk, all_.pk}
    assert Delivery.objects.count() == 2
    with pytest.raises(IntegrityError, match="one_delivery_per_endpoint_and_event"), transaction.atomic():
        Delivery.objects.create(endpoint=some, event_id=event, type="x")


def test_a_fact_that_commits_late_is_not_overlooked() -> None:
    import psycopg

    from gigafibre.kernel.direct import direct_parameters

    endpoint = an_endpoint()
    with psycopg.connect(**direct_parameters()) as slow:
        slow.execute(
            "INSERT INTO kernel_event (type, version, subject, payload, actor, at) "
            "VALUES ('payments.PaymentReceived', 1, 'customer:C-1', '{}', 'x', now())"
        )
        a_fact()  # a later id, committed first
        delivering.fan_out()
        slow.commit()
    fan_out()
    assert Delivery.objects.filter(endpoint=endpoint).count() == 2


def test_a_quiet_turn_writes_nothing() -> None:
    an_endpoint()
    a_fact()
    fan_out()
    with connection.cursor() as cursor:
        cursor.execute("SELECT xact FROM webhooks_horizon")
        before = cursor.fetchone()
        assert delivering.fan_out() == 0
        cursor.execute("SELECT xact FROM webhooks_horizon")
        assert cursor.fetchone() == before


def test_what_fails_is_tried_again_later_and_given_up_in_the_end(clock: Any) -> None:
    clock.freeze("2026-11-21T10:00:00-05:00")
    with a_receiver() as receiver:
        receiver.status, receiver.says = 500, b"x" * 5000
        endpoint = an_endpoint(receiver.url)
        a_fact()
        deliver_all()
        failed = Delivery.objects.get(endpoint=endpoint)
        assert (failed.state, failed.attempts) == ("pending", 1)
        assert timedelta(seconds=5) <= failed.due - clock.now() <= timedelta(seconds=6)
        assert len(Attempt.objects.get(delivery=failed).response) == 1000
        for _ in delivering.WAITS:
            Delivery.objects.update(due=clock.now())
            deliver_all()
        failed.refresh_from_db()
        assert (failed.state, failed.attempts) == ("failed", 10)
        assert not delivering.deliver_next()
        receiver.status = 200
        replay_delivery(failed.pk)
        deliver_all()
    failed.refresh_from_db()
    assert (failed.state, len({headers["webhook-id"] for headers, _ in receiver.heard})) == ("done", 1)


def test_a_redirect_is_not_followed_and_a_wish_to_wait_is_heard(clock: Any) -> None:
    clock.freeze("2026-11-21T10:00:00-05:00")
    with a_receiver() as receiver:
        receiver.status, receiver.headers = 302, {"location": receiver.url, "retry-after": "120"}
        endpoint = an_endpoint(receiver.url)
        a_fact()
        deliver_all()
    waits = Delivery.objects.get(endpoint=endpoint)
    assert len(receiver.heard) == 1
    assert (waits.state, waits.due - clock.now()) == ("pending", timedelta(seconds=120))


def test_who_says_it_is_gone_is_sent_nothing_more_and_people_are_told() -> None:
    boss = a_user("administrator")
    with a_receiver() as receiver:
        receiver.status = 410
        endpoint = an_endpoint(receiver.url, name="Vieux système")
        a_fact()
        deliver_all()
        a_fact()
        deliver_all()
    endpoint.refresh_from_db()
    assert (endpoint.enabled, endpoint.off_reason, len(receiver.heard)) == (False, "gone", 1)
    with connection.cursor() as cursor:
        cursor.execute("SELECT text_fr, url FROM identity_notice WHERE user_id = %s", [boss.pk])
        [(text, url)] = cursor.fetchall()
    assert (("Vieux système" in text), url) == (True, "/settings/webhooks")


def test_an_endpoint_that_fails_for_days_is_turned_off(clock: Any) -> None:
    clock.freeze("2026-11-21T10:00:00-05:00")
    endpoint = an_endpoint()
    a_fact()
    fan_out()
    claimed = delivering.claim()
    assert claimed is not None
    delivering.settle(claimed, Answer(None, 10, error="timeout"))
    endpoint.refresh_from_db()
    assert endpoint.enabled
    clock.freeze("2026-11-26T10:00:01-05:00")
    delivering.settle(claimed, Answer(None, 10, error="timeout"))
    endpoint.refresh_from_db()
    assert (endpoint.enabled, endpoint.off_reason) == (False, "failing")


def test_two_signatures_hold_while_a_secret_is_replaced(clock: Any) -> None:
    clock.freeze("2026-11-21T10:00:00-05:00")
    with a_receiver() as receiver:
        endpoint = an_endpoint(receiver.url)
        new = rotate_secret(endpoint.pk, keep_hours=1).secret
        a_fact()
        deliver_all()
        clock.freeze("2026-11-21T11:00:01-05:00")
        a_fact()
        deliver_all()
    (first, body), (second, later) = receiver.heard
    Webhook(endpoint.secret).verify(body, first)
    Webhook(new).verify(body, first)
    Webhook(new).verify(later, second)
    assert len(second["webhook-signature"].split()) == 1


def test_a_delivery_whose_worker_was_killed_is_sent_again_under_the_same_id(clock: Any) -> None:
    clock.freeze("2026-11-21T10:00:00-05:00")
    with a_receiver() as receiver:
        an_endpoint(receiver.url)
        a_fact()
        fan_out()
        lost = delivering.claim()
        assert lost is not None
        assert delivering.claim() is None
        clock.freeze("2026-11-21T10:01:01-05:00")
        deliver_all()
    assert [headers["webhook-id"] for headers, _ in receiver.heard] == [lost.message]
    assert Delivery.objects.get().state == "done"


def test_the_days_an_endpoint_was_off_are_replayed(clock: Any) -> None:
    clock.freeze("2026-11-21T10:00:00-05:00")
    endpoint = an_endpoint()
    disable_endpoint(endpoint.pk)
    missed = a_fact()
    fan_out()
    assert Delivery.objects.count() == 0
    span = {"since": clock.now() - timedelta(hours=1), "until": clock.now() + timedelta(hours=1)}
    with pytest.raises(EndpointOff):
        replay_span(endpoint.pk, **span)
    enable_endpoint(endpoint.pk)
    assert replay_span(endpoint.pk, **span) == 1
    assert Delivery.objects.get().event_id == missed
    assert replay_span(endpoint.pk, **span) == 0
    with pytest.raises(UnderWay):
        replay_delivery(Delivery.objects.get().pk)


def test_the_body_is_what_was_signed() -> None:
    with a_receiver() as receiver:
        an_endpoint(receiver.url)
        a_fact("C-É")
        deliver_all()
        [(_, body)] = receiver.heard
    assert json.loads(body)["data"]["customer"] == "C-É"


@pytest.mark.parametrize(
    ("kept", "fr", "en"),
    [
        ("refused: unknown_host", "rien n’est envoyé : ce nom est inconnu", "nothing is sent: that name is unknown"),
        ("timeout", "pas de réponse à temps", "no answer in time"),
        ("ConnectionResetError: [Errno 104]",) * 3,
    ],
)
def test_why_a_try_came_to_nothing_is_said_in_the_readers_words(kept: str, fr: str, en: str) -> None:
    made = a_delivery()
    Attempt.objects.create(delivery=made, ms=3, error=kept)
    for language, said in (("fr", fr), ("en", en)):
        speak(language)
        assert [one.error for one in delivery(made.pk).tries] == [said, ""]
    speak("fr")
