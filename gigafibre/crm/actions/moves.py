"""A place goes to another customer: the house was sold, or was written under the wrong account."""

from __future__ import annotations

from gigafibre.crm.actions.given import lock_customers, lock_location
from gigafibre.crm.errors import LocationHeld, LocationThereAlready, NoSuchLocation
from gigafibre.crm.events import LocationMoved
from gigafibre.crm.holds import held_by
from gigafibre.crm.models import Location
from gigafibre.kernel.context import rule, taken_back_by
from gigafibre.kernel.events import publish
from gigafibre.kernel.refs import CustomerRef, LocationRef, Reason
from gigafibre.kernel.registry import action
from gigafibre.kernel.text import Text

_ON_SITE = ("contact_name", "contact_email", "contact_phone", "contact_mobile")
_FREE = Text("Rien n’est en cours à ce lieu : {what}", "Nothing is under way at this place: {what}")


@action(
    permission="crm.edit",
    label=Text("Passer un lieu à un autre client", "Move a location to another customer"),
    fields={
        "location": Text("Lieu", "Location"),
        "customer": Text("Nouveau client", "New customer"),
        "reason": Text("Raison", "Reason"),
    },
    undo="crm.move_location",
)
def move_location(location: LocationRef, *, customer: CustomerRef, reason: Reason) -> None:
    """Give a place to another customer, with its drop and its devices; who is to be called there is asked anew.

    The books stay as they are: invoices, payments, ended services and past jobs remain the former customer's. Refused
    while something is under way there for him (services, waiting charges, offers, jobs, issues): end it first.
    """
    owner = Location.objects.filter(number=location).values_list("customer__number", flat=True).first()
    if owner is None:
        raise NoSuchLocation(number=location)
    *_, heir = lock_customers(owner, customer)
    found = lock_location(location)
    before = found.customer.number
    if before == customer:
        raise LocationThereAlready(location=location, customer=customer)
    taken_back_by("crm.move_location", location=location, customer=before)
    held = held_by(found.pk)
    if not rule("crm.place_is_free", "10-crm", _FREE.with_(what=_said(held)), passed=not held):
        raise LocationHeld(location=location, customer=before, what=_said(held))
    found.customer = heir
    for name in _ON_SITE:
        setattr(found, name, "")
    found.save(update_fields=["customer", *_ON_SITE])
    publish(LocationMoved(customer=customer, location=location, before=before, reason=reason))


def _said(held: list[tuple[Text, list[str]]]) -> Text:
    def each(language: str) -> str:
        return "; ".join(f"{what.in_(language)} {', '.join(numbers)}" for what, numbers in held) or "—"

    return Text(each("fr"), each("en"))
