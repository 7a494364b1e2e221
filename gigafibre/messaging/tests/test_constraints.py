"""What the database refuses of messages, whoever asks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from gigafibre.kernel.actor import SYSTEM, acting_as
from gigafibre.messaging.actions import write_to_customer
from gigafibre.messaging.models import Message, MessageStep, Suppression, TemplateText, VendorEvent
from gigafibre.messaging.tests.factories import MOBILE, a_message

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def somebody(clock: Any) -> Iterator[None]:
    clock.freeze("2026-11-21T14:00:00-05:00")
    with acting_as(SYSTEM):
        yield


ATTACKS: dict[str, Callable[[Message], Any]] = {
    "message_one_way": lambda m: Message.objects.filter(pk=m.pk).update(body="Autre chose"),
    "messaging_message_kept": lambda m: raw(Message.objects.filter(pk=m.pk)),
    "message_unsent_says_why": lambda m: Message.objects.filter(pk=m.pk).update(state="failed", reason=""),
    "message_sent_says_when": lambda m: Message.objects.filter(pk=m.pk).update(state="sent"),
    "message_state_known": lambda m: Message.objects.filter(pk=m.pk).update(state="lost"),
    "message_is_for_somebody": lambda m: Message.objects.create(**facts(m, name="Paul Roy")),
    "message_goes_somewhere": lambda m: Message.objects.create(**facts(m, to="")),
    "messaging_message_dedupe_key": lambda m: Message.objects.create(**facts(m, dedupe_key=m.dedupe_key)),
    "messaging_messagestep_immutable": lambda m: MessageStep.objects.all().update(detail="x"),
    "messaging_vendorevent_immutable": lambda m: VendorEvent.objects.all().update(kind="x"),
    "messaging_templatetext_immutable": lambda m: TemplateText.objects.all().delete(),
    "one_open_suppression": lambda m: [closed(), closed()],
    "suppression_covers_known": lambda m: closed(covers="some"),
}


def raw(found: Any) -> None:
    found._raw_delete("default")  # past Django's own check


def closed(**given: Any) -> Suppression:
    return Suppression.objects.create(
        **{"channel": "sms", "address": MOBILE, "covers": "everything", "source": "x", **given}
    )


def facts(made: Message, **given: Any) -> dict[str, Any]:
    same = ("customer", "template", "purpose", "channel", "language", "to", "body", "state", "not_before", "counted_on")
    return {**{name: getattr(made, name) for name in same}, "by": "x", "dedupe_key": "other", **given}


@pytest.mark.parametrize("rule", ATTACKS)
def test_the_database_refuses(rule: str) -> None:
    made = a_message()
    TemplateText.objects.create(template="x", channel="sms", language="fr", version=1, body="x", by="x")
    with pytest.raises(IntegrityError) as refused, transaction.atomic():
        ATTACKS[rule](made)
    assert constraint(refused.value).startswith(rule)


def constraint(error: IntegrityError) -> str:
    return str(error.__cause__.diag.constraint_name)  # type: ignore[union-attr]


@pytest.mark.parametrize(("was", "now"), [("sent", "queued"), ("sent", "sending"), ("delivered", "failed")])
def test_a_message_never_goes_back(was: str, now: str, clock: Any) -> None:
    made = a_message()
    Message.objects.filter(pk=made.pk).update(state=was, sent_at=clock.now(), carrier="outbox")
    with pytest.raises(IntegrityError) as refused, transaction.atomic():
        Message.objects.filter(pk=made.pk).update(state=now, reason="x")
    assert constraint(refused.value) == "message_one_way"
    assert write_to_customer(made.customer.number, text="Bonjour") > made.pk
