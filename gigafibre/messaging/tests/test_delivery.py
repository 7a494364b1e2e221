"""On its way: once by two workers, looked up after a kill or a silence, held by night, visible when it fails."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import uuid
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings as django_settings
from django.db import connection

from gigafibre.kernel import clock as kernel_clock
from gigafibre.kernel import intents
from gigafibre.kernel.actor import SYSTEM, acting_as
from gigafibre.kernel.tests.looking import facts
from gigafibre.kernel.tests.looking import intents as intents_of
from gigafibre.kernel.work import work_once
from gigafibre.messaging import delivery
from gigafibre.messaging.actions import cancel_message, send_again, suppress_address
from gigafibre.messaging.adapters.outbox import Outbox
from gigafibre.messaging.adapters.protocol import CannotLookUp, Outgoing, Taken
from gigafibre.messaging.adapters.twilio_simulator import Simulator
from gigafibre.messaging.models import Message, Suppression
from gigafibre.messaging.tests.factories import MOBILE, a_message, intent_of, the_intent, turn


@pytest.fixture(autouse=True)
def ready(committed_db: Any, clock: Any) -> Iterator[None]:
    clock.freeze("2026-11-21T14:00:00-05:00")
    with acting_as(SYSTEM):
        yield


@pytest.fixture
def twilio(monkeypatch: pytest.MonkeyPatch) -> Iterator[Simulator]:
    with Simulator() as simulator:
        monkeypatch.setattr(django_settings, "SMS_URL", simulator.url)
        monkeypatch.setenv("GIGAFIBRE_SMS_URL", simulator.url)
        turn(on=True)
        yield simulator


def now(made: Message) -> Message:
    return Message.objects.get(pk=made.pk)


def states(made: Message) -> list[str]:
    return list(made.steps.order_by("id").values_list("state", flat=True))


def test_without_a_carrier_it_stays_in_the_local_outbox() -> None:
    made = a_message()
    assert now(made).state == "queued"
    assert work_once() == 1
    assert (now(made).state, now(made).carrier, now(made).attempts) == ("sent", "outbox", 1)
    assert states(made) == ["queued", "sending", "sent"]
    assert work_once() == 0


def test_a_text_message_leaves_by_its_carrier_with_its_cost(twilio: Simulator) -> None:
    from gigafibre.kernel import settings

    settings.put("messaging.sms_price", "0.0083")
    made = a_message(text="a" * 200)
    work_once()
    sent = now(made)
    assert [(one["to"], one["body"], one["from"]) for one in twilio.took] == [(MOBILE, made.body, "+15005550006")]
    assert (sent.state, sent.provider_id, sent.segments, str(sent.cost)) == ("sent", twilio.took[0]["sid"], 2, "0.0166")
    assert sent.sent_at == kernel_clock.now()


def test_two_workers_at_once_send_once(twilio: Simulator) -> None:
    made = [a_message() for _ in range(10)]

    def work() -> None:
        try:
            while intents.perform_next():
                pass
        finally:
            connection.close()

    workers = [threading.Thread(target=work) for _ in range(4)]
    for one in workers:
        one.start()
    for one in workers:
        one.join()
    assert len(twilio.took) == 10
    assert {now(one).state for one in made} == {"sent"}


def test_a_second_intent_of_the_same_message_sends_nothing(twilio: Simulator) -> None:
    made = a_message()
    intent = intent_of(made)
    payload = intent["payload"]
    work_once()
    assert delivery.deliver(intent["key"], payload) == {"sent": False}
    assert delivery.deliver(uuid.uuid4(), payload) == {"sent": False}
    assert len(twilio.took) == 1


def test_a_silence_after_sending_is_looked_up_and_never_sent_twice(twilio: Simulator, clock: Any) -> None:
    made = a_message()
    twilio.mood = "silent"
    work_once()
    assert (now(made).state, the_intent()["state"]) == ("sending", "unknown")
    twilio.mood = "take"
    clock.move(minutes=1)
    work_once()
    assert (len(twilio.took), now(made).provider_id, now(made).state) == (1, twilio.took[0]["sid"], "sent")
    assert the_intent()["state"] == "done"


def test_a_server_error_is_looked_up_too_and_sent_when_it_was_not_taken(twilio: Simulator, clock: Any) -> None:
    made = a_message()
    twilio.mood = "broken"
    work_once()
    assert the_intent()["state"] == "unknown"
    twilio.mood = "take"
    clock.move(minutes=1)
    work_once()
    assert (len(twilio.took), now(made).state, now(made).attempts) == (1, "sent", 2)


def test_the_same_words_sent_before_are_not_taken_for_it(twilio: Simulator, clock: Any) -> None:
    first = a_message(text="Rappel")
    work_once()
    second = a_message(first.customer, text="Rappel")
    twilio.mood = "broken"
    work_once()
    twilio.mood = "take"
    clock.move(minutes=1)
    work_once()
    assert (len(twilio.took), now(second).state) == (2, "sent")
    assert now(first).provider_id != now(second).provider_id


KILLED = """
import os, signal
from gigafibre.messaging import delivery
from gigafibre.kernel import clock, intents
clock.freeze("2026-11-21T14:00:00-05:00")
def die(*_, **__):
    os.kill(os.getpid(), signal.SIGKILL)
{where}
intents.perform_next()
"""


@pytest.mark.parametrize(
    ("where", "taken"),
    [
        ("delivery._taken = die", 1),  # after sending, before it was noted
        ("delivery.carrier('sms').__class__.send = die", 0),  # marked as being sent, not sent
        ("intents._settle = die", 1),  # sent and noted, its intent not done
    ],
)
def test_killed_between_sending_and_noting_it_is_looked_up(
    twilio: Simulator, clock: Any, where: str, taken: int
) -> None:
    made = a_message()
    code = "import django; django.setup()\nfrom gigafibre.kernel.discover import discover; discover()\n"
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "gigafibre.config.settings"}
    done = subprocess.run(
        [sys.executable, "-c", code + KILLED.format(where=where)], env=environment, timeout=60, check=False
    )
    assert done.returncode == -signal.SIGKILL
    assert (len(twilio.took), the_intent()["state"]) == (taken, "sending")
    clock.move(minutes=1)
    assert work_once() == 0  # its worker may still live
    clock.move(minutes=5)
    assert work_once() == 1
    assert (len(twilio.took), now(made).state, the_intent()["state"]) == (1, "sent", "done")


def test_a_refused_number_fails_at_once_and_waits_for_a_person(twilio: Simulator) -> None:
    made = a_message()
    twilio.mood = "refuse"
    work_once()
    failed = now(made)
    assert (failed.state, the_intent()["state"]) == ("failed", "parked")
    assert failed.reason == "Twilio 21211: The 'To' number is not a valid phone number."
    assert len(facts(type="messaging.MessageFailed", subject=f"customer:{made.customer.number}")) == 1
    twilio.mood = "take"
    send_again(made.pk, reason="Numéro vérifié")
    work_once()
    assert (now(made).state, len(twilio.took)) == ("sent", 1)


def test_too_many_requests_wait_and_it_gives_up_after_the_last_try(twilio: Simulator, clock: Any) -> None:
    made = a_message(urgent=True)
    twilio.mood = "busy"
    work_once()
    assert (now(made).state, the_intent()["state"]) == ("queued", "pending")
    for _ in range(intents.TRIES):
        clock.move(hours=2)
        work_once()
    assert (now(made).state, now(made).attempts, the_intent()["state"]) == ("failed", intents.TRIES, "parked")


def test_no_carrier_at_its_address_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(django_settings, "SMS_URL", "twilio+http://AC0:t@127.0.0.1:9?from=+15005550006")
    turn(on=True)
    made = a_message()
    work_once()
    assert (now(made).state, the_intent()["state"]) == ("queued", "pending")


def test_who_wrote_stop_to_the_carrier_is_not_written_to_again(twilio: Simulator) -> None:
    made = a_message()
    twilio.mood = "stopped"
    work_once()
    assert (now(made).state, now(made).reason) == ("suppressed", "unsubscribed")
    assert Suppression.objects.get().address == MOBILE
    assert a_message(made.customer).channel == "email"


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda made: suppress_address("sms", address=MOBILE, source="Téléphone"), "unsubscribed"),
        (lambda made: cancel_message(made.pk, reason="Plus utile"), "cancelled"),
        (lambda made: turn(on=False), "switch_off"),
    ],
)
def test_what_changed_while_it_waited_holds(twilio: Simulator, change: Callable[[Message], None], reason: str) -> None:
    made = a_message()
    change(made)
    work_once()
    assert (now(made).state, now(made).reason, twilio.took) == ("suppressed", reason, [])
    assert the_intent()["state"] == "done"


def test_a_worker_that_comes_late_at_night_waits_for_the_morning(twilio: Simulator, clock: Any) -> None:
    made = a_message()
    clock.freeze("2026-11-21T23:30:00-05:00")
    work_once()
    intent = the_intent()
    assert (now(made).state, intent["state"], intent["attempts"]) == ("queued", "pending", 0)
    assert intent["due"].isoformat() == "2026-11-22T13:00:00+00:00"
    clock.freeze("2026-11-22T08:00:00-05:00")
    work_once()
    assert now(made).state == "sent"


class Mute(Outbox):
    """A carrier that goes silent and can't say what became of anything, as SMTP."""

    def send(self, message: Outgoing) -> Taken:
        raise intents.OutcomeUnknown("silence")

    def find(self, message: Outgoing) -> Taken | None:
        raise CannotLookUp("nobody knows")


def test_an_outcome_nobody_can_tell_is_a_persons(monkeypatch: pytest.MonkeyPatch, clock: Any) -> None:
    made = a_message()
    monkeypatch.setattr(delivery, "carrier", lambda channel: Mute())
    work_once()
    clock.move(minutes=1)
    work_once()
    assert (now(made).state, now(made).reason) == ("failed", "outcome_unknown")
    assert the_intent()["state"] == "parked"
    monkeypatch.undo()
    send_again(made.pk, reason="Le client n’a rien reçu")
    work_once()
    assert now(made).state == "sent"


def test_a_fault_of_our_own_after_sending_is_looked_up(
    twilio: Simulator, monkeypatch: pytest.MonkeyPatch, clock: Any
) -> None:
    made = a_message()

    def broken(*_: object) -> None:
        raise RuntimeError("the database went away")

    monkeypatch.setattr(delivery, "_taken", broken)
    work_once()
    assert the_intent()["state"] == "unknown"
    monkeypatch.undo()
    monkeypatch.setattr(django_settings, "SMS_URL", twilio.url)
    clock.move(minutes=1)
    work_once()
    assert (len(twilio.took), now(made).state) == (1, "sent")


def test_the_same_key_from_four_at_once_writes_one_message() -> None:
    from gigafibre.messaging.actions import send_message
    from gigafibre.messaging.tests.factories import a_reachable

    customer = a_reachable().number
    found: list[int] = []
    start = threading.Barrier(4)

    def write() -> None:
        try:
            start.wait()
            given = {"text": "Bonjour", "subject": "x"}
            with acting_as(SYSTEM):
                found.append(
                    send_message(customer, template="customer.note", dedupe_key="once:1", variables=dict(given))
                )
        finally:
            connection.close()

    writers = [threading.Thread(target=write) for _ in range(4)]
    for one in writers:
        one.start()
    for one in writers:
        one.join()
    assert (len(found), len(set(found)), Message.objects.count(), len(intents_of())) == (4, 1, 1, 1)


def test_the_cap_holds_for_four_at_once() -> None:
    from gigafibre.kernel import settings
    from gigafibre.messaging.actions import write_to_customer
    from gigafibre.messaging.tests.factories import a_reachable

    settings.put("messaging.daily_cap", 2)
    customer = a_reachable().number
    start = threading.Barrier(4)

    def write() -> None:
        try:
            start.wait()
            with acting_as(SYSTEM):
                write_to_customer(customer, text="Bonjour")
        finally:
            connection.close()

    writers = [threading.Thread(target=write) for _ in range(4)]
    for one in writers:
        one.start()
    for one in writers:
        one.join()
    counted = sorted(Message.objects.values_list("state", flat=True))
    assert counted == ["queued", "queued", "suppressed", "suppressed"]


def test_it_lasts_a_moment_between_tries(twilio: Simulator, clock: Any) -> None:
    made = a_message()
    twilio.mood = "busy"
    work_once()
    assert the_intent()["due"] == clock.now() + timedelta(seconds=2)
    assert states(made) == ["queued", "sending", "queued"]
