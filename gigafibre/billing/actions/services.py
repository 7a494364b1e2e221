"""Billing one customer or one service: the first period, what waits, what a change gives back and charges."""

from __future__ import annotations

import datetime
from decimal import Decimal

from django.db import connection
from pydantic import BaseModel

from gigafibre.billing import computation, issuing
from gigafibre.billing import settings as _declared  # noqa: F401  declares what is read below
from gigafibre.billing.charged_days import withdraw_waiting
from gigafibre.billing.confirming import refuse_far_ahead
from gigafibre.billing.errors import CannotBill, ServiceDays, cause_in_words
from gigafibre.billing.events import ChargesPrepared, InvoiceIssued
from gigafibre.billing.models import PendingCharge
from gigafibre.billing.queries.customers import bill_to, payer_of
from gigafibre.billing.settling import FOREVER, Kept, charge_uncovered, give_back
from gigafibre.billing.settling_levies import settle_levies
from gigafibre.catalog import queries as catalog
from gigafibre.kernel import clock, settings
from gigafibre.kernel.events import publish
from gigafibre.kernel.money import Amount, UnitPrice, cents
from gigafibre.kernel.periods import Period, add_months
from gigafibre.kernel.refs import CustomerRef, ItemRef, Reason, SubscriptionRef
from gigafibre.kernel.registry import action
from gigafibre.kernel.rows import one
from gigafibre.kernel.statements import Prepared
from gigafibre.kernel.text import Text
from gigafibre.ledger.actions import refuse_closed_month
from gigafibre.subscriptions import queries as subscriptions
from gigafibre.subscriptions.errors import refuse_before_it_began

#: The latest run made ahead of its day, and whether anything waits for a customer's next document.
_AHEAD = Prepared("SELECT max(date) FROM billing_billingrun WHERE date > %s")
_FOR = Prepared("INSERT INTO bill_scope VALUES (%s)")
_PARKED = Prepared("SELECT cause FROM bill_subscription WHERE outcome = 'parked' AND id = %s")
_ISSUED = Prepared("SELECT number, kind, abs(total) FROM bill_document")
_SUBSCRIPTION = {"subscription": Text("Abonnement", "Subscription")}
_SINCE = {"since": Text("À partir du", "From"), "reason": Text("Motif", "Reason")}


class Settled(BaseModel):
    """How many charges and credits wait for the next invoice, and what they come to before taxes."""

    charges: int
    amount: Amount


@action(
    permission="billing.issue",
    label=Text("Facturer la première période", "Bill the first period"),
    fields=_SUBSCRIPTION | {"from_day": Text("À partir du", "From")},
)
def bill_first_period(subscription: SubscriptionRef, *, from_day: datetime.date | None = None) -> str:
    """Invoice at once what is due of one subscription, up to its next billing day; returns the number ("" for nothing).

    What the customer began the same day is on the same document, so the services of one order make one invoice.
    Asked twice it bills once. After a run made ahead, the period of that run is billed with it. A day is as far ahead
    as a run may be, at most.
    """
    today = clock.today()
    if from_day is not None:
        refuse_far_ahead(from_day)
    found = subscriptions.subscription(subscription, on=today)
    with connection.cursor() as cursor:
        cursor.execute(_AHEAD, [today])
        (ahead,) = cursor.fetchone()
    until = max(day for day in (today, from_day, ahead) if day is not None)
    billed = found.charged_until is not None and found.charged_until > until
    if billed and one(PendingCharge, customer_id=found.customer_id, line_id=None, withdrawn_at=None) is None:
        return ""  # it was with another service that began the same day
    together = subscriptions.began_with(found)
    return issue_due(found.customer_id, found.customer, until, only=[found.id, *together], who=subscription)


@action(
    permission="billing.issue",
    label=Text("Facturer maintenant", "Bill now"),
    fields={"customer": Text("Client", "Customer")},
)
def bill_customer(customer: CustomerRef) -> str:
    """Invoice at once what is due and what waits for a customer; returns the document's number ("" for nothing)."""
    found = bill_to(customer)
    return issue_due(found.id, found.number, clock.today(), only=None, who=customer)


@action(
    permission="billing.edit",
    label=Text("Ajuster les jours facturés", "Adjust charged days"),
    fields=_SUBSCRIPTION
    | _SINCE
    | {
        "until": Text("Jusqu’au (exclu)", "Until (without that day)"),
        "item": Text("Article", "Item"),
        "unit_price": Text("Prix", "Price"),
        "charging_stops": Text("La facturation arrête", "Charging stops"),
        "was_item": Text("Article d’avant", "Item before"),
        "was_unit_price": Text("Prix d’avant", "Price before"),
    },
)
def settle_service(
    subscription: SubscriptionRef,
    *,
    since: datetime.date,
    until: datetime.date | None = None,
    item: ItemRef | None = None,
    unit_price: UnitPrice | None = None,
    charging_stops: bool = True,
    was_item: ItemRef | None = None,
    was_unit_price: UnitPrice | None = None,
    reason: Reason,
) -> Settled:
    """Give back what is charged from a day on; with an item and a price, charge those days again as they are now.

    Both wait for the customer's next invoice. Asked twice it does it once; nothing happens when charging goes on.
    What it was before tells at what price days charged by the former system are given back. Of a service that never
    began, what was to be paid once with it is owed no longer.
    """
    found = _begun(subscription, since)
    if not charging_stops and item is None:
        return Settled(charges=0, amount=Decimal("0.00"))
    if found.state == "cancelled" and found.charged_until is None:
        withdraw_waiting(found, reason)
    days = _days(since, until)
    if item is None:
        now = catalog.item_of(found.item_id, on=since)
        made = give_back(found, now, days, reason=reason)
        return _settled(found, [*made, *settle_levies(found, since, reason=reason)])
    now = catalog.item(item, on=since)
    if unit_price is None:
        raise CannotBill(who=subscription, cause=cause_in_words("no_price"))
    was = catalog.item(was_item, on=since) if was_item else catalog.item_of(found.item_id, on=since)
    made = []
    for part, kept in _as_planned(found, Kept(now.id, cents(unit_price * found.quantity)), days):
        made += give_back(found, was, part, reason=reason, but=kept, was_price=was_unit_price)
    made += charge_uncovered(found, now, unit_price, days, reason=reason)
    return _settled(found, [*made, *settle_levies(found, since, reason=reason)])


@action(
    permission="billing.edit",
    label=Text("Facturer de nouveau", "Charge again"),
    fields=_SUBSCRIPTION | _SINCE,
)
def charge_again(subscription: SubscriptionRef, *, since: datetime.date, reason: Reason) -> Settled:
    """Charge the days from one on that a pause or suspension had given back and that are used after all."""
    found = _begun(subscription, since)
    item = catalog.item_of(found.item_id, on=since)
    if found.unit_price is None:
        raise CannotBill(who=subscription, cause=cause_in_words("no_price"))
    made = charge_uncovered(found, item, found.unit_price, _days(since), reason=reason)
    return _settled(found, [*made, *settle_levies(found, since, reason=reason)])


@action(
    permission="billing.edit",
    label=Text("Facturer des jours servis", "Charge days served"),
    fields=_SUBSCRIPTION
    | _SINCE
    | {
        "until": Text("Jusqu’au (exclu)", "Until (without that day)"),
        "item": Text("Article", "Item"),
        "unit_price": Text("Prix (vide : celui de l’article)", "Price (empty: the item's)"),
    },
)
def charge_served(
    subscription: SubscriptionRef,
    *,
    since: datetime.date,
    until: datetime.date,
    item: ItemRef,
    unit_price: UnitPrice | None = None,
    reason: Reason,
) -> Settled:
    """Charge days served as they were, those that nothing charges yet, on the next invoice.

    What waited for longer than a run catches up by itself is left to a person.
    """
    found = _begun(subscription, since)
    oldest = add_months(clock.today(), -int(settings.get("billing.catch_up_months")))
    if until <= since or since < oldest:
        return Settled(charges=0, amount=Decimal("0.00"))
    sold = catalog.item(item, on=since)
    made = charge_uncovered(found, sold, unit_price, Period(since, until), reason=reason)
    for charge in made:
        charge.not_before = since  # a run of an earlier day that comes late takes them too
        charge.save(update_fields=["not_before"])
    return _settled(found, [*made, *settle_levies(found, since, reason=reason)])


def issue_due(
    customer_id: int,
    customer: str,
    until: datetime.date,
    *,
    only: list[int] | None,
    who: str,
    charges: list[int] | None = None,
) -> str:
    """Issue one document for one customer by the run's own computation; returns its number ("" for nothing).

    It is his parent account's, if he has one. `only` names the subscriptions billed, and the first of them must be;
    `charges` names the waiting charges, whatever their day (None: what is due).
    """
    today = clock.today()
    refuse_closed_month(today)
    customer_id, customer = payer_of(customer_id)
    with connection.cursor() as cursor:
        computation.prepare(cursor)
        cursor.execute(_FOR, [customer_id])
        computation.lock(cursor)
        computation.fill(cursor, until, only=only, charges=charges)
        if only:
            cursor.execute(_PARKED, [only[0]])
            if why := cursor.fetchone():
                raise CannotBill(who=who, cause=cause_in_words(why[0]))
        issuing.write_parts(cursor, None)
        if not issuing.write_documents(cursor, today, None).documents:
            return ""
        cursor.execute(_ISSUED)
        number, kind, total = cursor.fetchone()
    publish(
        InvoiceIssued(
            customer=customer,
            invoice=number,
            kind=kind,
            date=today,
            due_date=issuing.due_date_of(today),
            total=total,
        )
    )
    return str(number)


def _begun(subscription: str, since: datetime.date) -> subscriptions.SubscriptionHead:
    """Return a subscription as of a day; a day before it began is refused: nothing was charged nor served then."""
    found = subscriptions.subscription(subscription, on=since)
    refuse_before_it_began(subscription, found.started_on, since)
    return found


def _days(since: datetime.date, until: datetime.date | None = None) -> Period:
    """Return the days from one on; days that end before they begin are refused."""
    end = until or FOREVER
    if end <= since:
        raise ServiceDays(since=since, until=end)
    return Period(since, end)


def _as_planned(found: subscriptions.SubscriptionHead, now: Kept, days: Period) -> list[tuple[Period, Kept]]:
    """Cut some days where changes to come say what they cost: what a run billed as planned stays as it is billed."""
    parts = []
    for on, item, price in reversed(subscriptions.planned_prices(found, days.start)):
        if price is not None and on < days.end:
            parts.append((Period(on, days.end), Kept(item, cents(price * found.quantity))))
            if on == days.start:
                return parts[::-1]
            days = Period(days.start, on)
    return [(days, now), *parts[::-1]]


def _settled(found: subscriptions.SubscriptionHead, made: list[PendingCharge]) -> Settled:
    amount = sum((charge.amount for charge in made), Decimal("0.00"))
    if made:
        publish(ChargesPrepared(customer=found.customer, subscription=found.number, charges=len(made), amount=amount))
    return Settled(charges=len(made), amount=amount)
