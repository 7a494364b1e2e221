"""Another item, another price, and whatever is planned for a day: withdrawn, applied, or refused with the reason."""

from __future__ import annotations

import datetime
from typing import Annotated, Literal

from pydantic import BaseModel, Field

from gigafibre.catalog import queries as catalog
from gigafibre.kernel import clock
from gigafibre.kernel.money import UnitPrice
from gigafibre.kernel.refs import ItemRef, Reason, SubscriptionRef
from gigafibre.kernel.registry import action
from gigafibre.kernel.text import Text
from gigafibre.subscriptions import changing, planning
from gigafibre.subscriptions.actions.services import FIELDS
from gigafibre.subscriptions.errors import ChangeIncomplete, EndsWithDeparture, NoSuchChange, NothingToSubscribe
from gigafibre.subscriptions.models import SubscriptionChange

ChangeKind = Literal["price", "item", "pause", "resume", "suspend", "end"]

_ITEM = Text("Article", "Item")


class ChangesSettled(BaseModel):
    """How many planned changes were applied, and how many refused."""

    applied: int
    refused: int


@action(
    permission="subscriptions.edit",
    label=Text("Changer de forfait", "Change the plan"),
    fields=FIELDS | {"item": _ITEM, "price": Text("Prix convenu (vide : celui de l’article)", "Agreed price")},
)
def change_item(
    subscription: SubscriptionRef,
    *,
    item: ItemRef,
    price: UnitPrice | None = None,
    on: datetime.date | None = None,
    reason: Reason,
) -> None:
    """Give a subscription another item from a day on; one to come is planned. The rest is credited and charged anew."""
    found, day = planning.ready(subscription), on or clock.today()
    sold = _sold(item, day)
    if day > clock.today():
        planning.plan(found, "item", day, reason=reason, item_id=sold, price=price)
        return
    changing.change(found, day, item_id=sold, price=price, reason=reason)


@action(
    permission="subscriptions.edit",
    label=Text("Fixer un prix convenu", "Set an agreed price"),
    fields=FIELDS | {"price": Text("Prix (vide : celui de l’article)", "Price (empty: the item's)")},
)
def set_price_override(
    subscription: SubscriptionRef,
    *,
    price: UnitPrice | None = None,
    on: datetime.date | None = None,
    reason: Reason,
) -> None:
    """Give a subscription a price of its own, or the item's again; days already charged from then on are adjusted.

    A day to come is planned.
    """
    found, day = planning.ready(subscription), on or clock.today()
    if day > clock.today():
        planning.plan(found, "price", day, reason=reason, price=price)
        return
    if found.state == "pending":
        found.price_override, found.price_reason = price, reason[:255] if price is not None else ""
        found.save(update_fields=["price_override", "price_reason"])
        return
    changing.change(found, day, item_id=None, price=price, reason=reason)


@action(
    permission="subscriptions.edit",
    label=Text("Planifier un changement", "Plan a change"),
    undo="subscriptions.withdraw_change",
    fields=FIELDS
    | {
        "kind": Text("Genre", "Kind"),
        "item": _ITEM,
        "price": Text("Prix", "Price"),
        "until": Text("Jusqu’au (exclu)", "Until (without that day)"),
    },
)
def plan_change(
    subscription: SubscriptionRef,
    *,
    kind: ChangeKind,
    on: datetime.date,
    item: ItemRef | None = None,
    price: UnitPrice | None = None,
    until: datetime.date | None = None,
    reason: Reason,
) -> int:
    """Plan a dated change of price, item, or service; one whose day has come is applied at once. Returns its id."""
    found = planning.ready(subscription)
    if kind == "price" and price is None:
        raise ChangeIncomplete(what=Text("le prix", "the price"))
    if kind == "item" and item is None:
        raise ChangeIncomplete(what=Text("l’article", "the item"))
    if until is not None:
        planning.not_before(found, on, until)
    planned = planning.plan(
        found,
        kind,
        on,
        reason=reason,
        item_id=_sold(item, on) if item is not None and kind == "item" else None,
        price=price if kind in {"price", "item"} else None,
        until=until if kind == "pause" else None,
    )
    if on <= clock.today():
        changing.apply(planned)
    return int(planned.pk)


@action(
    permission="subscriptions.edit",
    label=Text("Retirer un changement planifié", "Withdraw a planned change"),
    fields={"change": Text("Changement", "Change"), "reason": Text("Motif", "Reason")},
)
def withdraw_change(change: Annotated[int, Field(ge=1)], *, reason: Reason) -> None:
    """Take back a planned change that has not come yet; it stays on record, withdrawn."""
    found = SubscriptionChange.objects.select_for_update(of=("self",)).filter(pk=change, state="planned").first()
    if found is None:
        raise NoSuchChange(change=change)
    if found.departure is not None:
        raise EndsWithDeparture(departure=found.departure.number)
    changing.withdraw(found, reason)


@action(
    permission="subscriptions.edit",
    label=Text("Appliquer les changements dus", "Apply the changes that are due"),
    fields={"until": Text("Jusqu’au", "Up to")},
)
def apply_due_changes(until: datetime.date | None = None) -> ChangesSettled:
    """Settle every planned change whose day has come, oldest first: each ends applied, or refused with a reason."""
    states = changing.settle_due(planning.come(until))
    applied = states.count(SubscriptionChange.State.APPLIED)
    return ChangesSettled(applied=applied, refused=len(states) - applied)


def _sold(item: str, on: datetime.date) -> int:
    sold = catalog.item(item, on=on)
    if sold.kind not in {"recurring", "discount"}:
        raise NothingToSubscribe(item=item)
    return sold.id
