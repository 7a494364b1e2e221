"""Agreement to be written to (CASL): given with its source, withdrawn; neither is ever erased."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from gigafibre.crm.actions.given import lock_customer
from gigafibre.crm.errors import ConsentGivenAlready, NoOpenConsent
from gigafibre.crm.events import ConsentGiven, ConsentWithdrawn
from gigafibre.crm.models import Consent
from gigafibre.crm.refs import Channel, Purpose
from gigafibre.kernel import clock
from gigafibre.kernel.events import publish
from gigafibre.kernel.refs import CustomerRef
from gigafibre.kernel.registry import action
from gigafibre.kernel.text import Text

_FIELDS = {
    "customer": Text("Client", "Customer"),
    "channel": Text("Canal", "Channel"),
    "purpose": Text("But", "Purpose"),
}
Source = Annotated[str, Field(min_length=2, max_length=80)]


@action(
    permission="crm.edit",
    label=Text("Noter un consentement", "Record a consent"),
    fields=_FIELDS | {"source": Text("Source", "Source")},
    undo="crm.withdraw_consent",
)
def give_consent(customer: CustomerRef, *, channel: Channel, purpose: Purpose = "service", source: Source) -> None:
    """Record that a customer agrees to be reached on a channel, and how we know."""
    owner = lock_customer(customer)
    open_one = owner.consents.filter(channel=channel, purpose=purpose, withdrawn_at=None).first()
    if open_one is not None:
        raise ConsentGivenAlready(since=clock.day_of(open_one.given_at).isoformat())
    Consent.objects.create(customer=owner, channel=channel, purpose=purpose, source=source, given_at=clock.now())
    publish(ConsentGiven(customer=owner.number, channel=channel, purpose=purpose))


@action(
    permission="crm.edit",
    label=Text("Retirer un consentement", "Withdraw a consent"),
    fields=_FIELDS,
)
def withdraw_consent(customer: CustomerRef, *, channel: Channel, purpose: Purpose = "service") -> None:
    """Record that a customer no longer agrees, from now on."""
    owner = lock_customer(customer)
    found = owner.consents.select_for_update().filter(channel=channel, purpose=purpose, withdrawn_at=None).first()
    if found is None:
        raise NoOpenConsent
    found.withdrawn_at = clock.now()
    found.save(update_fields=["withdrawn_at"])
    publish(ConsentWithdrawn(customer=owner.number, channel=channel, purpose=purpose))
