"""What providers tell us: delivery receipts, and what people answer, each handled once however often it is told."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

from gigafibre.crm.queries import customer as customer_of
from gigafibre.crm.queries import whose_number
from gigafibre.crm.reach import read_phone
from gigafibre.kernel import clock, settings
from gigafibre.kernel.events import on, publish
from gigafibre.messaging.adapters.twilio import UNSUBSCRIBED
from gigafibre.messaging.delivery import settle
from gigafibre.messaging.events import CustomerAnswered, VendorSpoke
from gigafibre.messaging.models import InboundMessage, Message, Suppression, VendorEvent
from gigafibre.messaging.segments import plain

#: Words alone in a message by which a person stops, resumes or asks for help, without accents. Twilio knows the first
#: of each, acts on them and answers them itself; the others are ours to answer.
_STOP = frozenset({"STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "OPTOUT", "REVOKE"})
_OUR_STOP = frozenset({"ARRET", "ARRETE", "ARRETT", "ARRETER", "DESABONNER", "FIN"})
_START = frozenset({"START", "UNSTOP"})
_OUR_START = frozenset({"REPRENDRE", "COMMENCER", "RECOMMENCER"})
_HELP = frozenset({"HELP", "INFO"})
_OUR_HELP = frozenset({"AIDE"})
_ANSWERS = {
    "stop": "{company} : c'est fait, aucun autre SMS ne vous sera envoyé. Pour en recevoir de nouveau : REPRENDRE.",
    "start": "{company} : vous recevrez de nouveau nos SMS. Pour ne plus en recevoir : ARRET.",
    "help": "{company} : {contact}. Pour ne plus recevoir de SMS : ARRET.",
}
_DELIVERED = frozenset({"delivered", "read"})
_LOST = frozenset({"undelivered", "failed", "canceled"})


class NotNotedYet(Exception):
    """A receipt for a message that isn't noted as sent yet: it is handled again in a moment."""


def keyword(body: str) -> str:
    """Return `stop`, `start`, `help` or nothing for what a person wrote."""
    word = _word(body)
    if word in _STOP | _OUR_STOP:
        return "stop"
    if word in _START | _OUR_START:
        return "start"
    return "help" if word in _HELP | _OUR_HELP else ""


def answer_to(form: Mapping[str, str]) -> str:
    """Return what a person who wrote a word of ours is answered; nothing when Twilio has answered, or to anything else.

    `OptOutType` says that Twilio has: its words are set in the account.
    """
    body = form.get("Body", "")
    if form.get("OptOutType") or _word(body) not in _OUR_STOP | _OUR_START | _OUR_HELP:
        return ""
    contact = ", ".join(settings.get("company.contact").get("fr", [])[:2]) or settings.get("company.portal_url")
    return plain(_ANSWERS[keyword(body)].format(company=settings.get("company.name"), contact=contact))


def _word(body: str) -> str:
    letters = "".join(c for c in unicodedata.normalize("NFKD", body) if not unicodedata.combining(c))
    return letters.strip().strip(".!\"'« »").upper()


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
    code = str(told.payload.get("ErrorCode") or "")
    if code == str(UNSUBSCRIBED):
        # He wrote STOP to the carrier: we remember it as if he had written it to us.
        closed = {"channel": found.channel, "address": found.to, "covers": "everything", "lifted_at": None}
        Suppression.objects.get_or_create(**closed, defaults={"source": told.vendor, "at": clock.now()})
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
    elif only is not None and not word:
        publish(CustomerAnswered(customer=only.number, message=made.pk))
