"""The face for writing: promises to pay, and suspensions as records."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from gigafibre.collections.errors import (
    AlreadySuspended,
    ArrangementOver,
    CutoffBeforeDue,
    DueInThePast,
    NotSuspended,
    SuspensionEndsBefore,
)
from gigafibre.collections.events import (
    ArrangementBroken,
    ArrangementCancelled,
    ArrangementKept,
    ArrangementMade,
    SuspensionEnded,
    SuspensionRecorded,
)
from gigafibre.collections.labels import STATUSES
from gigafibre.collections.models import PaymentArrangement, Suspension
from gigafibre.kernel import clock
from gigafibre.kernel.actor import current_actor
from gigafibre.kernel.context import rule
from gigafibre.kernel.errors import NotFound
from gigafibre.kernel.events import publish
from gigafibre.kernel.money import Amount, format_money
from gigafibre.kernel.refs import CustomerRef, LongText, Reason
from gigafibre.kernel.registry import action
from gigafibre.kernel.text import Text
from gigafibre.ledger.queries import balance
from gigafibre.payments.queries import customer_id, customer_number

Status = PaymentArrangement.Status
UNDER_WAY = (Status.PENDING, Status.OPEN)
Method = Literal["portal", "cheque", "phone", "pad"]
ArrangementRef = Annotated[int, Field(ge=1, json_schema_extra={"format": "ref:arrangement"})]


@action(
    permission="collections.edit",
    label=Text("Convenir d’un accord de paiement", "Make a payment arrangement"),
    undo="collections.cancel_arrangement",
    fields={
        "customer": Text("Client", "Customer"),
        "amount": Text("Montant", "Amount"),
        "due_on": Text("À payer avant le", "To pay by"),
        "cutoff_on": Text("Coupure le", "Cutoff on"),
        "method": Text("Moyen", "By"),
        "agreed_on": Text("Convenu le", "Agreed on"),
        "note": Text("Note", "Note"),
    },
)
def add_arrangement(
    customer: CustomerRef,
    *,
    amount: Annotated[Amount, Field(gt=0)],
    due_on: date,
    cutoff_on: date | None = None,
    method: Method | None = None,
    agreed_on: date | None = None,
    note: LongText = "",
) -> int:
    """Write down what a customer promises to pay and by when; returns the arrangement's id."""
    debtor, today = customer_id(customer), clock.today()
    if not rule("collections.due_later", "field practice", Text("échéance à venir", "due later"), due_on >= today):
        raise DueInThePast(on=due_on)
    if cutoff_on is not None and cutoff_on < due_on:
        raise CutoffBeforeDue(cutoff=cutoff_on, due=due_on)
    owed = balance(debtor)
    amount_owed = Text(format_money(owed, "fr"), format_money(owed, "en"))
    words = Text("le client doit {owed}", "the customer owes {owed}").with_(owed=amount_owed)
    rule("collections.promises_what_is_owed", "field practice", words, passed=amount <= owed)
    made = PaymentArrangement.objects.create(
        customer_id=debtor,
        agreed_on=agreed_on or today,
        due_on=due_on,
        cutoff_on=cutoff_on,
        amount=amount,
        method=method or "",
        status=Status.OPEN,
        agent=current_actor().label,
        note=note,
        created_at=clock.now(),
    )
    publish(
        ArrangementMade(customer=customer, arrangement_id=made.pk, amount=amount, due_on=due_on, cutoff_on=cutoff_on)
    )
    return int(made.pk)


@action(
    permission="collections.edit",
    label=Text("Annuler un accord de paiement", "Cancel a payment arrangement"),
    harmful=True,
    fields={"arrangement": Text("Accord", "Arrangement"), "reason": Text("Raison", "Reason")},
)
def cancel_arrangement(arrangement: ArrangementRef, *, reason: Reason) -> None:
    """Take an arrangement back, saying why; dunning goes on as before it."""
    found = _close(arrangement, Status.CANCELLED, reason)
    publish(
        ArrangementCancelled(customer=customer_number(found.customer_id), arrangement_id=arrangement, reason=reason)
    )


def keep_arrangement(arrangement: int) -> None:
    """Note that a promise was kept (a payment covered it)."""
    found = _close(arrangement, Status.KEPT, "")
    publish(ArrangementKept(customer=customer_number(found.customer_id), arrangement_id=arrangement))


def break_arrangement(arrangement: int, *, reason: str) -> None:
    """Note that a promise was not kept in time."""
    found = _close(arrangement, Status.BROKEN, reason)
    publish(ArrangementBroken(customer=customer_number(found.customer_id), arrangement_id=arrangement, reason=reason))


@action(
    permission="collections.edit",
    label=Text("Noter une suspension", "Record a suspension"),
    harmful=True,
    undo="collections.end_suspension",
    fields={
        "customer": Text("Client", "Customer"),
        "reason": Text("Raison", "Reason"),
        "starts_on": Text("À partir du", "From"),
        "ends_on": Text("Jusqu’au", "Until"),
        "voluntary": Text("À la demande du client", "On the customer’s wish"),
    },
)
def record_suspension(
    customer: CustomerRef,
    *,
    reason: Reason,
    starts_on: date | None = None,
    ends_on: date | None = None,
    voluntary: bool = False,
) -> int:
    """Record that a customer is suspended from a day on (today), up to a day or until ended; returns its id."""
    whom, start = customer_id(customer), starts_on or clock.today()
    if ends_on is not None and ends_on <= start:
        raise SuspensionEndsBefore(on=start)
    running = Suspension.objects.select_for_update().filter(customer_id=whom).order_by("starts_on")
    for other in running:
        if (other.ends_on is None or other.ends_on > start) and (ends_on is None or other.starts_on < ends_on):
            raise AlreadySuspended(customer=customer, on=other.starts_on)
    made = Suspension.objects.create(
        customer_id=whom,
        starts_on=start,
        ends_on=ends_on,
        voluntary=voluntary,
        reason=reason,
        by=current_actor().label,
        created_at=clock.now(),
    )
    publish(
        SuspensionRecorded(
            customer=customer, suspension_id=made.pk, starts_on=start, ends_on=ends_on, voluntary=voluntary
        )
    )
    return int(made.pk)


@action(
    permission="collections.edit",
    label=Text("Noter la fin d’une suspension", "Record the end of a suspension"),
    undo="collections.record_suspension",
    undo_asks=True,
    fields={"customer": Text("Client", "Customer"), "on": Text("Le", "On")},
)
def end_suspension(customer: CustomerRef, *, on: date | None = None) -> None:
    """Record that a customer's suspension ends on a day (today): the first day he is served again."""
    whom, day = customer_id(customer), on or clock.today()
    later = Suspension.objects.select_for_update().filter(customer_id=whom).exclude(ends_on__lte=day)
    found = later.order_by("starts_on").first()
    if found is None:
        raise NotSuspended(customer=customer)
    if day < found.starts_on:
        raise SuspensionEndsBefore(on=day)
    found.ends_on = day
    found.save(update_fields=["ends_on"])
    publish(SuspensionEnded(customer=customer, suspension_id=found.pk, ends_on=day))


def _close(arrangement: int, status: PaymentArrangement.Status, reason: str) -> PaymentArrangement:
    found = PaymentArrangement.objects.select_for_update().filter(pk=arrangement).first()
    if found is None:
        raise NotFound(what=str(arrangement))
    if found.status not in UNDER_WAY:
        raise ArrangementOver(status=STATUSES[found.status])
    found.status, found.change_reason, found.closed_at = status, reason, clock.now()
    found.save(update_fields=["status", "change_reason", "closed_at"])
    return found
