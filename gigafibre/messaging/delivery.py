"""A message on its way: marked as being sent, handed to its carrier outside any transaction, then marked as sent.

Killed or cut off anywhere between, its outcome is unknown: the carrier is asked before it is ever sent again.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any
from uuid import UUID

from gigafibre.identity.queries import switch_is_on
from gigafibre.kernel import clock, files, intents, settings
from gigafibre.kernel.context import doing
from gigafibre.kernel.events import publish
from gigafibre.messaging import texts
from gigafibre.messaging.adapters.protocol import CannotLookUp, Carrier, Enclosed, Outgoing, Taken, Unsubscribed
from gigafibre.messaging.carriers import carrier
from gigafibre.messaging.deciding import SWITCH, moment, refused
from gigafibre.messaging.events import MessageFailed
from gigafibre.messaging.models import Message, MessageStep, Suppression

State = Message.State
OVER = (State.SENT, State.DELIVERED, State.SUPPRESSED)
CALLBACK = "/webhooks/twilio/status"
#: What the trail says of what is written here.
DELIVER = "messaging.deliver"


def deliver(key: UUID, payload: dict[str, Any]) -> dict[str, Any]:
    """Send one message for its intent. Whoever comes second finds it sent and does nothing."""
    taker, outgoing = _begin(key, payload)
    if taker is None or outgoing is None:
        return {"sent": False}
    try:
        taken = taker.send(outgoing)
    except Unsubscribed as error:
        with doing(DELIVER):
            found = _locked(payload)
            Suppression.objects.get_or_create(
                channel=found.channel,
                address=found.to,
                covers="everything",
                lifted_at=None,
                defaults={"source": taker.name},
            )
            _move(found, State.SUPPRESSED, "unsubscribed", str(error))
        return {"sent": False}
    except intents.TransportError as error:
        with doing(DELIVER):
            found = _locked(payload)
            gone = error.permanent or found.attempts >= intents.TRIES
            _move(found, State.FAILED if gone else State.QUEUED, str(error) if gone else "", str(error))
        raise
    except intents.OutcomeUnknown:
        raise
    except Exception as error:
        raise intents.OutcomeUnknown(f"{type(error).__name__}: {error}") from error
    try:
        return _taken(payload, taken)
    except Exception as error:
        # It left, and we could not note it: found by its carrier before anything is sent again.
        raise intents.OutcomeUnknown(f"sent, not noted: {error}") from error


def look_up(key: UUID, payload: dict[str, Any]) -> dict[str, Any] | None:
    """Say what became of a message whose worker died or whose carrier went silent; None: it was never taken."""
    found = Message.objects.get(key=payload["message"])
    if found.state in OVER or found.intent != key:
        return {"sent": found.state in {State.SENT, State.DELIVERED}, "provider_id": found.provider_id}
    if found.state == State.QUEUED:
        return None  # nothing was begun
    taker = carrier(found.channel)
    try:
        if taker.name != found.carrier:
            raise CannotLookUp(f"{found.carrier} no longer carries this channel")
        taken = taker.find(_outgoing(found))
    except CannotLookUp as error:
        with doing(DELIVER):
            _move(_locked(payload), State.FAILED, "outcome_unknown", str(error))
        raise intents.TransportError(str(error), permanent=True) from error
    return None if taken is None else _taken(payload, taken)


def _begin(key: UUID, payload: dict[str, Any]) -> tuple[Carrier | None, Outgoing | None]:
    """Mark a message as being sent, or leave it: sent already, no longer wanted, not yet, switched off."""
    with doing(DELIVER):
        found = _locked(payload)
        if found.state in OVER or found.intent != key:
            return None, None
        taker = carrier(found.channel)
        if refused(found.channel, found.to, found.purpose):
            _move(found, State.SUPPRESSED, "unsubscribed")
            return None, None
        if taker.real and not switch_is_on(SWITCH):
            _move(found, State.SUPPRESSED, "switch_off")
            return None, None
        if not found.urgent:
            when = moment(found.channel, found.purpose, clock.now())  # type: ignore[arg-type]
            if when > clock.now():
                raise intents.NotYet(when)
        outgoing = _outgoing(found)
        found.attempts += 1
        found.carrier = taker.name
        _move(found, State.SENDING)
    return taker, outgoing


def _taken(payload: dict[str, Any], taken: Taken) -> dict[str, Any]:
    with doing(DELIVER):
        found = _locked(payload)
        found.provider_id = taken.provider_id
        found.segments = taken.segments or found.segments
        price = (
            settings.get("messaging.sms_price") if found.channel == "sms" and found.carrier != "outbox" else Decimal(0)
        )
        found.cost = taken.cost if taken.cost is not None else (price * found.segments or None)
        found.sent_at = clock.now()
        _move(found, State.SENT)
    return {"sent": True, "provider_id": taken.provider_id}


def settle(found: Message, *, delivered: bool, why: str = "") -> None:
    """Note what a carrier tells of a message it took, once; what comes late or twice changes nothing."""
    if found.state not in {State.SENT, State.FAILED} or (found.state == State.FAILED and not delivered):
        return
    if delivered:
        found.delivered_at = clock.now()
        found.sent_at = found.sent_at or clock.now()
    _move(found, State.DELIVERED if delivered else State.FAILED, why)


def _move(found: Message, state: State, reason: str = "", detail: str = "") -> None:
    found.state, found.reason = state, reason[:300]
    found.save(
        update_fields=[
            "state", "reason", "attempts", "carrier", "provider_id", "segments", "cost", "sent_at", "delivered_at",
        ]
    )  # fmt: skip
    MessageStep.objects.create(message=found, state=state, detail=(detail or reason)[:300])
    if state == State.FAILED:
        whose = found.customer.number if found.customer else ""
        publish(MessageFailed(customer=whose, message=found.pk, channel=found.channel, reason=found.reason[:200]))


def _outgoing(found: Message) -> Outgoing:
    public = settings.get("messaging.public_url")
    promotion = found.channel == "email" and found.purpose == "promotion"
    begun = found.steps.filter(state=State.SENDING).order_by("id").first()
    known = Message.objects.filter(carrier=found.carrier, to=found.to).exclude(pk=found.pk).exclude(provider_id="")
    enclosed = [files.read(one.file) for one in found.files.select_related("file").order_by("id")]
    return Outgoing(
        key=found.key,
        to=found.to,
        subject=found.subject,
        body=found.body,
        language=found.language,
        since=begun.at if begun else clock.now(),
        callback=f"{public}{CALLBACK}" if public and found.channel == "sms" else "",
        sender=settings.get("messaging.sender_email") if found.channel == "email" else "",
        unsubscribe=texts.unsubscribe_link(found.to) if promotion else "",
        files=tuple(Enclosed(one.name, one.content_type, one.content) for one in enclosed),
        ours=frozenset(known.values_list("provider_id", flat=True)),
    )


def _locked(payload: dict[str, Any]) -> Message:
    found: Message = (
        Message.objects.select_for_update(of=("self",)).select_related("customer").get(key=payload["message"])
    )
    return found
