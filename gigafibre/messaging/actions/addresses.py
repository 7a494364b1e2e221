"""Addresses nobody writes to: because their owner said so, or because nothing arrives."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from gigafibre.crm import reach
from gigafibre.kernel import clock
from gigafibre.kernel.actor import current_actor
from gigafibre.kernel.errors import Detail, InvalidInput
from gigafibre.kernel.registry import action
from gigafibre.kernel.text import Text
from gigafibre.kernel.validation import BadValue
from gigafibre.messaging.errors import AlreadySuppressed, NotSuppressed
from gigafibre.messaging.models import Suppression

_FIELDS = {
    "channel": Text("Canal", "Channel"),
    "address": Text("Numéro ou courriel", "Number or email"),
    "covers": Text("Ce qui ne part plus", "What no longer leaves"),
}
Address = Annotated[str, Field(min_length=5, max_length=254)]
Covers = Literal["everything", "promotion"]


@action(
    permission="messaging.suppress",
    label=Text("Ne plus écrire à une adresse", "Write to an address no more"),
    fields=_FIELDS | {"source": Text("D’où on le sait", "How we know")},
    undo="messaging.lift_suppression",
)
def suppress_address(
    channel: Literal["sms", "email"],
    *,
    address: Address,
    covers: Covers = "everything",
    source: Annotated[str, Field(min_length=2, max_length=160)],
) -> None:
    """Write to a number or email no more: nothing at all, or no offers; from now on, also what waits."""
    read = read_address(channel, address)
    if Suppression.objects.filter(channel=channel, address=read, covers=covers, lifted_at=None).exists():
        raise AlreadySuppressed(address=read)
    Suppression.objects.create(channel=channel, address=read, covers=covers, source=source, at=clock.now())


@action(
    permission="messaging.suppress",
    label=Text("Écrire de nouveau à une adresse", "Write to an address again"),
    fields=_FIELDS | {"source": Text("D’où on le sait", "How we know")},
    undo="messaging.suppress_address",
)
def lift_suppression(
    channel: Literal["sms", "email"],
    *,
    address: Address,
    covers: Covers = "everything",
    source: Annotated[str, Field(min_length=2, max_length=160)],
) -> None:
    """Write to a number or email again, on the word of who owns it."""
    read = read_address(channel, address)
    found = Suppression.objects.select_for_update().filter(channel=channel, address=read, covers=covers, lifted_at=None)
    one = found.first()
    if one is None:
        raise NotSuppressed(address=read)
    one.lifted_at, one.lifted_by = clock.now(), f"{current_actor().label}: {source}"[:160]
    one.save(update_fields=["lifted_at", "lifted_by"])


def read_address(channel: str, raw: str) -> str:
    """Return a number (E.164) or an email in its one form, or refuse it with a suggestion."""
    try:
        return reach.read_phone(raw)[0] if channel == "sms" else reach.read_email(raw)
    except BadValue as error:
        raise InvalidInput(Detail("address", "value_error", error.text, error.suggestion)) from error
