"""What providers tell us: delivery receipts, and what people answer, each handled once however often it is told."""

from __future__ import annotations

import unicodedata

from gigafibre.crm.queries import customer as customer_of
from gigafibre.crm.queries import whose_number
from gigafibre.crm.reach import read_phone
from gigafibre.kernel import clock
from gigafibre.kernel.events import on, publish
from gigafibre.messaging.delivery import settle
from gigafibre.messaging.events import CustomerAnswered, VendorSpoke
from gigafibre.messaging.models import InboundMessage, Message, Suppression, VendorEvent

#: Words alone in a message by which a person stops and resumes, in both languages, without accents.
STOP = frozenset({"STOP", "STOPALL", "ARRET", "ARRETER", "UNSUBSCRIBE", "DESABONNER", "CANCEL", "END", "QUIT", "FIN"})
START = frozenset({"START", "UNSTOP", "REPRENDRE", "COMMENCER", "RECOMMENCER"})
_DELIVERED = frozenset({"delivered", "read"})
_LOST = frozenset({"undelivered", "failed"})


class NotNotedYet(Exception):
    """A receipt for a message that isn't noted as sent yet: it is handled again in a moment."""


def keyword(body: str) -> str:
    """Return `stop`, `start` or nothing for what a person wrote."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", body) if not unicodedata.combining(c))
    word = plain.strip().strip(".!\"'« »").upper()
    return "stop" if word in STOP else "start" if word in START else ""


@on(VendorSpoke)
def take_note(event: VendorSpoke) -> None:
    """Handle one thing a provider told."""
    told = VendorEvent.objects.get(pk=event.event)
    if told.kind == "status":
        _receipt(told)
    else:
        _answer(told)


def _receipt(told: VendorEvent) -> None:
    status, sid = str(told.payload.get("MessageStatus", "")), str(told.payload.get("MessageSid", ""))
    if status not in _DELIVERED | _LOST:
        return
    found = (
        Message.objects.select_for_update(of=("self",))
        .select_related("customer")
        .filter(carrier=told.vendor, provider_id=sid)
        .first()
    )
    if found is None:
        raise NotNotedYet(sid)
    code = str(told.payload.get("ErrorCode", ""))
    settle(
        found,
        delivered=status in _DELIVERED,
        why="" if status in _DELIVERED else f"{told.vendor} {status} {code}".strip(),
    )


def _answer(told: VendorEvent) -> None:
    sid, body = str(told.payload.get("MessageSid", "")), str(told.payload.get("Body", ""))
    sender, word = read_phone(str(told.payload.get("From", "")))[0], keyword(body)
    found = whose_number(sender)
    only = customer_of(found[0]) if len(found) == 1 else None
    made, new = InboundMessage.objects.get_or_create(
        provider_id=sid,
        defaults={
            "sender": sender,
            "customer_id": only.id if only else None,
            "body": body,
            "keyword": word,
            "at": told.at,
        },
    )
    if not new:
        return
    closed = {"channel": "sms", "address": sender, "covers": "everything", "lifted_at": None}
    if word == "stop":
        Suppression.objects.get_or_create(
            **closed, defaults={"source": f"SMS : {body.strip()[:40]}", "at": clock.now()}
        )
    elif word == "start":
        Suppression.objects.filter(**closed).update(lifted_at=clock.now(), lifted_by=f"SMS : {body.strip()[:40]}")
    elif only is not None:
        publish(CustomerAnswered(customer=only.number, message=made.pk))
