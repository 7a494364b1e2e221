"""Making a customer nobody, and keeping one from it while a dispute or an order stands."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from gigafibre.crm import queries as crm
from gigafibre.kernel import clock
from gigafibre.kernel.actor import current_actor
from gigafibre.kernel.context import previewing, rule
from gigafibre.kernel.refs import CustomerRef, Reason
from gigafibre.kernel.registry import action
from gigafibre.kernel.text import Text
from gigafibre.privacy import erasing
from gigafibre.privacy.actions.requests import settle, step
from gigafibre.privacy.errors import (
    AlreadyErased,
    CannotErase,
    HeldAlready,
    IdentityUnchecked,
    NotConfirmed,
    NotHeld,
    RequestOfAnother,
)
from gigafibre.privacy.finding import person
from gigafibre.privacy.models import Erasure, Hold
from gigafibre.privacy.refs import RequestRef, locked_request

CUSTOMER = {"customer": Text("Client", "Customer")}
WHY = {"reason": Text("Motif", "Reason")}
LAW = "P-39.1, s. 23"
ANSWERED = "P-39.1, s. 32"
#: What an erased person's request was answered with.
ERASED = "Anonymisé"
_LAST_WORDS = Text(
    "La demande est répondue par cet acte. Écrivez d’abord à {contact} : cette adresse disparaît aussi.",
    "The request is answered by this act. Write to {contact} first: that address goes too.",
)
_GOES = Text("Disparaît : {what}.", "Goes: {what}.")
_STAYS = Text("Reste, sans la personne : {what}. {why}", "Stays, without the person: {what}. {why}")
Typed = Annotated[str, Field(max_length=40)]


@action(
    permission="privacy.anonymise",
    label=Text("Anonymiser un client", "Anonymise a customer"),
    harmful=True,
    fields=CUSTOMER
    | WHY
    | {
        "confirmation": Text("Retapez le numéro du client", "Type the customer’s number again"),
        "request": Text("Demande", "Request"),
    },
)
def anonymise_customer(
    customer: CustomerRef, *, confirmation: Typed, reason: Reason, request: RequestRef | None = None
) -> None:
    """Make a customer nobody, for good: what names him goes everywhere, amounts and numbers stay as the law obliges.

    The request by which he asked for it is answered by it. Refused while he has services, a balance, a dispute, work
    under way, another request, or a hold; it can't be taken back.
    """
    who = person(customer)
    if confirmation != customer:
        raise NotConfirmed(customer=customer)
    if Erasure.objects.filter(customer_id=who.key).exists():
        raise AlreadyErased(customer=customer)
    asked = locked_request(request) if request else None
    if asked is not None and asked.customer_id != who.key:
        raise RequestOfAnother(request=request, customer=customer)
    if asked is not None and not asked.proof:
        raise IdentityUnchecked(request=request)
    against = erasing.hindrances(who, asked.pk if asked else None)
    for each in against:
        rule(f"against:{each.en}", LAW, each, passed=False)
    if against:
        words = Text(", ".join(each.fr for each in against), ", ".join(each.en for each in against))
        raise CannotErase(customer=customer, against=words)
    if previewing():
        _say_what_becomes_of_it(customer)
        if asked is not None and asked.contact:
            rule("answer", ANSWERED, _LAST_WORDS.with_(contact=asked.contact), passed=True)
    Erasure.objects.create(customer_id=who.key, request=asked, reason=reason, by=current_actor().label, at=clock.now())
    if asked is not None:
        step(asked, "anonymised")
        settle(asked, "answered", ERASED, None, None)
    erasing.erase(customer)


@action(
    permission="privacy.edit",
    label=Text("Conserver pour litige", "Hold for a dispute"),
    undo="privacy.lift_hold",
    fields=CUSTOMER | WHY,
)
def place_hold(customer: CustomerRef, *, reason: Reason) -> None:
    """Keep a customer's information as it is, for a dispute or by an order, until the hold is lifted."""
    owner = crm.customer(customer)
    if Hold.objects.filter(customer_id=owner.id, lifted_at=None).exists():
        raise HeldAlready(customer=customer)
    Hold.objects.create(customer_id=owner.id, reason=reason, placed_by=current_actor().label, placed_at=clock.now())


@action(
    permission="privacy.edit",
    label=Text("Lever la conservation", "Lift the hold"),
    undo="privacy.place_hold",
    undo_asks=True,
    fields=CUSTOMER,
)
def lift_hold(customer: CustomerRef) -> None:
    """Say that nothing obliges us any more to keep a customer's information as it is."""
    owner = crm.customer(customer)
    found = Hold.objects.select_for_update().filter(customer_id=owner.id, lifted_at=None).first()
    if found is None:
        raise NotHeld(customer=customer)
    found.lifted_at, found.lifted_by = clock.now(), current_actor().label
    found.save(update_fields=["lifted_at", "lifted_by"])


def _say_what_becomes_of_it(customer: str) -> None:
    """Tell in the preview what is removed, and what stays without the person and why."""
    kept: dict[Text | None, list[erasing.Fate]] = {}
    found = erasing.fates(customer)
    for fate in found:
        if not fate.goes:
            kept.setdefault(fate.because, []).append(fate)
    if gone := [fate for fate in found if fate.goes]:
        rule("goes", LAW, _GOES.with_(what=_said(gone)), passed=True)
    for because, fates in kept.items():
        words = _STAYS.with_(what=_said(fates), why=because or Text("", ""))
        rule(f"stays:{fates[0].table}", LAW, words, passed=True)


def _said(fates: list[erasing.Fate]) -> Text:
    return Text(
        ", ".join(f"{fate.label.fr} ({fate.rows})" for fate in fates),
        ", ".join(f"{fate.label.en} ({fate.rows})" for fate in fates),
    )
