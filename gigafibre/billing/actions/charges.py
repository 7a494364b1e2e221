"""One-time charges: they wait for the customer's next invoice, are billed at once, corrected, or taken back."""

from __future__ import annotations

import datetime
from decimal import Decimal
from itertools import groupby
from typing import Annotated, Any

from django.db.models import Q
from pydantic import Field

from gigafibre.billing.actions.services import issue_due
from gigafibre.billing.errors import (
    CannotBill,
    ChargeTooFarAway,
    NoSuchCharge,
    NotRestorable,
    OtherCustomersSubscription,
    cause_in_words,
)
from gigafibre.billing.fees import refuse_forbidden_fee
from gigafibre.billing.models import InterestDays, PendingCharge
from gigafibre.billing.queries.customers import BillTo, bill_to, bill_to_id
from gigafibre.catalog import queries as catalog
from gigafibre.crm import queries as crm
from gigafibre.kernel import clock
from gigafibre.kernel.actor import current_actor
from gigafibre.kernel.money import UnitPrice, cents
from gigafibre.kernel.refs import CustomerRef, ItemRef, LocationRef, Reason, SubscriptionRef
from gigafibre.kernel.registry import action
from gigafibre.kernel.rows import add, one
from gigafibre.kernel.text import Text
from gigafibre.subscriptions import queries as subscriptions
from gigafibre.subscriptions.errors import OtherCustomersLocation

Quantity = Annotated[Decimal, Field(gt=0, max_digits=10, decimal_places=3)]
Words = Annotated[str, Field(max_length=200)]
Charge = Annotated[int, Field(ge=1)]
Source = Annotated[str, Field(pattern=r"^([A-Za-z0-9:-]{3,64})?$")]
Charges = Annotated[list[Charge], Field(min_length=1, max_length=500)]

YEARS_AHEAD = 3
_FIELDS = {
    "customer": Text("Client", "Customer"),
    "item": Text("Article", "Item"),
    "quantity": Text("Quantité", "Quantity"),
    "unit_price": Text("Prix (vide : celui de l’article)", "Price (empty: the item's)"),
    "location": Text("Lieu de service", "Service location"),
    "description": Text("Texte sur la facture (vide : celui de l’article)", "Words on the invoice (empty: the item's)"),
    "reason": Text("Motif", "Reason"),
}
_DATED = _FIELDS | {
    "not_before": Text("Pas avant le", "Not before"),
    "subscription": Text("Avec l’abonnement", "With the subscription"),
}
_SOURCE = {"source": Text("Clé contre les doublons", "Key against duplicates")}
_CHARGE = {"charge": Text("Frais", "Charge"), "reason": Text("Motif", "Reason")}
_CHARGES = {"charges": Text("Frais", "Charges")}


@action(
    permission="billing.edit",
    label=Text("Ajouter un frais", "Add a charge"),
    undo="billing.withdraw_charge",
    fields=_DATED | _SOURCE,
)
def add_charge(
    customer: CustomerRef,
    *,
    item: ItemRef,
    quantity: Quantity = Decimal(1),
    unit_price: UnitPrice | None = None,
    location: LocationRef | None = None,
    description: Words = "",
    not_before: datetime.date | None = None,
    subscription: SubscriptionRef | None = None,
    reason: Reason,
    source: Source = "",
) -> int:
    """Let a one-time charge (a negative price: a credit) wait for a customer's next invoice; returns its id.

    With a subscription that has not begun yet it waits for that one's first invoice. The same source (what it is
    charged for) is the same charge, however often it is asked for.
    """
    if source and (standing := one(PendingCharge, source=source)) is not None:
        return int(standing.pk)
    owner = bill_to(customer)
    given = _priced(owner, item, quantity, unit_price, description, location)
    if subscription is not None:
        of = subscriptions.subscription(subscription, on=clock.today())
        if of.customer_id != owner.id:
            raise OtherCustomersSubscription(subscription=subscription, customer=customer)
        given["subscription_id"] = of.id
    made = add(PendingCharge(**given, not_before=_day(not_before), reason=reason, source=source))
    return int(made.pk)


@action(
    permission="billing.issue",
    label=Text("Facturer un frais maintenant", "Bill a charge now"),
    fields=_FIELDS,
)
def charge_now(
    customer: CustomerRef,
    *,
    item: ItemRef,
    quantity: Quantity = Decimal(1),
    unit_price: UnitPrice | None = None,
    location: LocationRef | None = None,
    description: Words = "",
    reason: Reason,
) -> str:
    """Invoice a one-time charge at once, by itself (a negative price makes a credit note); returns the number."""
    owner = bill_to(customer)
    given = _priced(owner, item, quantity, unit_price, description, location)
    made = PendingCharge.objects.create(**given, not_before=clock.today(), reason=reason)
    return _bill(owner, [made.pk])


@action(
    permission="billing.issue",
    label=Text("Facturer maintenant", "Bill now"),
    fields=_CHARGES,
)
def bill_charges(charges: Charges) -> list[str]:
    """Invoice waiting charges at once, one document per customer, whatever day they wait for; returns the numbers."""
    found = sorted(_waiting(charges), key=lambda charge: (charge.customer_id, charge.pk))
    return [
        _bill(bill_to_id(customer), [charge.pk for charge in of_customer])
        for customer, of_customer in groupby(found, key=lambda charge: charge.customer_id)
    ]


@action(
    permission="billing.edit",
    label=Text("Corriger un frais en attente", "Correct a waiting charge"),
    undo="billing.withdraw_charge",
    undo_asks=True,
    fields={name: label for name, label in _DATED.items() if name not in {"customer", "location", "subscription"}}
    | _CHARGE,
)
def replace_charge(
    charge: Charge,
    *,
    item: ItemRef | None = None,
    quantity: Quantity | None = None,
    unit_price: UnitPrice | None = None,
    description: Words = "",
    not_before: datetime.date | None = None,
    reason: Reason,
) -> int:
    """Withdraw a waiting one-time charge and add it anew with what is given changed; returns the new one's id."""
    (found,) = _waiting([charge])
    if found.period is not None or found.item_id is None:
        raise NoSuchCharge(charge=charge)
    owner = bill_to_id(found.customer_id)
    same = item is None or item == catalog.item_of(found.item_id, on=clock.today()).sku
    sku = item or catalog.item_of(found.item_id, on=clock.today()).sku
    price = found.unit_price if unit_price is None and same else unit_price
    given = _priced(owner, sku, found.quantity if quantity is None else quantity, price, description, None)
    if same and not description:
        given |= {"description_fr": found.description_fr, "description_en": found.description_en}
    _withdraw(found, reason)
    made = PendingCharge.objects.create(
        **given | {"location_id": found.location_id, "subscription_id": found.subscription_id},
        not_before=found.not_before if not_before is None else _day(not_before),
        reason=reason,
        replaces=found,
    )
    return int(made.pk)


@action(
    permission="billing.edit",
    label=Text("Retirer un frais en attente", "Withdraw a waiting charge"),
    undo="billing.restore_charge",
    fields=_CHARGE,
)
def withdraw_charge(charge: Charge, *, reason: Reason) -> None:
    """Take back a charge that is on no invoice yet."""
    (found,) = _waiting([charge])
    _withdraw(found, reason)


@action(
    permission="billing.edit",
    label=Text("Retirer des frais en attente", "Withdraw waiting charges"),
    harmful=True,
    fields=_CHARGES | {"reason": Text("Motif", "Reason")},
)
def withdraw_charges(charges: Charges, *, reason: Reason) -> int:
    """Take back several charges that are on no invoice yet, all or none; returns how many."""
    found = _waiting(charges)
    for charge in found:
        _withdraw(charge, reason)
    return len(found)


@action(
    permission="billing.edit",
    label=Text("Retirer ce qu’une commande facturait", "Withdraw what an order charged"),
    harmful=True,
    fields={
        "customer": Text("Client", "Customer"),
        "order": Text("Commande", "Order"),
        "reason": Text("Motif", "Reason"),
    },
)
def withdraw_order_charges(
    customer: CustomerRef, *, order: Annotated[str, Field(pattern=r"^[A-Z]+-\d+$")], reason: Reason
) -> int:
    """Take back a customer's charges of an order (their source begins with its number) that are on no invoice yet."""
    waiting = PendingCharge.objects.select_for_update(of=("self",)).filter(line=None, withdrawn_at=None)
    asked = Q(source__startswith=f"{order}:") | Q(replaces__source__startswith=f"{order}:")
    found = list(waiting.filter(asked, customer_id=bill_to(customer).id).order_by("pk"))
    for charge in found:
        _withdraw(charge, reason)
    return len(found)


@action(
    permission="billing.edit",
    label=Text("Remettre un frais en attente", "Let a charge wait again"),
    undo="billing.withdraw_charge",
    fields=_CHARGE,
)
def restore_charge(charge: Charge, *, reason: Reason) -> None:
    """Let a charge that a person withdrew wait again; one that was corrected has its successor instead."""
    found = PendingCharge.objects.select_for_update(of=("self",)).filter(pk=charge, line=None).first()
    if found is None or found.withdrawn_at is None:
        raise NoSuchCharge(charge=charge)
    # One without an item was computed (an early end): it is asked for anew, never given back beyond the law. Interest
    # kept its days when it was waived: nothing else is charged for them.
    computed = found.item_id is None and not InterestDays.objects.filter(charge=found).exists()
    if found.period is not None or computed or PendingCharge.objects.filter(replaces=found).exists():
        raise NotRestorable(charge=charge)
    if found.kind != "credit" and found.item_id is not None:
        refuse_forbidden_fee(catalog.item_of(found.item_id, on=clock.today()), bill_to_id(found.customer_id))
    found.withdrawn_at, found.withdrawn_by = None, ""
    found.reason = _joined(found.reason, reason)
    found.save(update_fields=["withdrawn_at", "withdrawn_by", "reason"])


def _priced(
    owner: BillTo, sku: str, quantity: Decimal, unit_price: Decimal | None, description: str, location: str | None
) -> dict[str, Any]:
    """Return a charge's columns: the item's words, price, tax and account, or refuse."""
    sold = catalog.item(sku, on=clock.today())
    price = sold.price if unit_price is None else unit_price
    if price is None:
        raise CannotBill(who=sku, cause=cause_in_words("no_price"))
    if price >= 0:
        refuse_forbidden_fee(sold, owner)
    place = crm.location(location) if location else None
    if place is not None and place.customer_id != owner.id:
        raise OtherCustomersLocation(location=location, customer=owner.number)
    return {
        "customer_id": owner.id,
        "location_id": place.id if place else None,
        "item_id": sold.id,
        "kind": "one_time" if price >= 0 else "credit",
        "description_fr": description or sold.label.fr,
        "description_en": description or sold.label.en,
        "quantity": quantity,
        "unit_price": price,
        "amount": cents(price * quantity),
        "taxable": sold.taxable,
        "revenue_account": sold.revenue_account,
    }


def _day(not_before: datetime.date | None) -> datetime.date:
    today = clock.today()
    if not_before is not None and not_before > today + datetime.timedelta(days=366 * YEARS_AHEAD):
        raise ChargeTooFarAway(day=not_before, years=YEARS_AHEAD)
    return max(not_before or today, today)


def _bill(owner: BillTo, charges: list[int]) -> str:
    number = issue_due(owner.id, owner.number, clock.today(), only=[], charges=charges, who=owner.number)
    if not number:
        raise CannotBill(who=owner.number, cause=cause_in_words("nothing_chargeable"))
    return number


def _waiting(charges: list[int]) -> list[PendingCharge]:
    """Lock waiting charges by key, in key order; refuses when one of them does not wait."""
    wanted = sorted(set(charges))
    found = list(
        PendingCharge.objects.select_for_update(of=("self",))
        .filter(pk__in=wanted, line=None, withdrawn_at=None)
        .order_by("pk")
    )
    if len(found) != len(wanted):
        missing = set(wanted) - {charge.pk for charge in found}
        raise NoSuchCharge(charge=min(missing))
    return found


def _withdraw(found: PendingCharge, reason: str) -> None:
    found.withdrawn_at, found.withdrawn_by = clock.now(), current_actor().label
    found.reason = _joined(found.reason, reason)
    found.save(update_fields=["withdrawn_at", "withdrawn_by", "reason"])


def _joined(*reasons: str) -> str:
    return " · ".join(filter(None, reasons))[:255]
