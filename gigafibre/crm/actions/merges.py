"""Two customers are one person: all that is the duplicate’s goes to the one who is kept."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from gigafibre.crm import merging
from gigafibre.crm.actions.given import lock_customers
from gigafibre.crm.errors import KeptApart, MergedWithHimself, TaxedElsewhere
from gigafibre.crm.events import CustomersMerged
from gigafibre.crm.models import Customer
from gigafibre.kernel import clock
from gigafibre.kernel.context import rule
from gigafibre.kernel.events import publish
from gigafibre.kernel.refs import CustomerRef, Reason
from gigafibre.kernel.registry import action
from gigafibre.kernel.succession import hold_alone, succeed
from gigafibre.kernel.text import Text

#: What of the duplicate may be kept instead of the survivor’s, each with its columns.
TAKEN = {
    "name": ("kind", "title", "first_name", "last_name", "company", "display_name"),
    "address": ("line1", "line2", "city", "province", "postal_code"),
    "language": ("language",),
    "segment": ("segment",),
    "invoice_delivery": ("invoice_delivery",),
    "billing_day": ("billing_day",),
}
Taken = Literal["name", "address", "language", "segment", "invoice_delivery", "billing_day"]
#: The livelier of two states holds for both.
_LIVELY = ("terminated", "prospect", "suspended", "active")
_ALONE = Text("Rien ne les sépare : {what}", "Nothing keeps them apart: {what}")
_COMES = Text("Suit {survivor} : {what}", "Follows to {survivor}: {what}")


@action(
    permission="crm.merge",
    label=Text("Fusionner deux clients", "Merge two customers"),
    harmful=True,
    fields={
        "survivor": Text("Client gardé", "Customer kept"),
        "duplicate": Text("Doublon", "Duplicate"),
        "take": Text("Repris du doublon", "Taken from the duplicate"),
        "reason": Text("Raison", "Reason"),
    },
)
def merge_customers(
    survivor: CustomerRef,
    *,
    duplicate: CustomerRef,
    take: Annotated[list[Taken], Field(max_length=len(TAKEN))] = [],  # noqa: B006  pydantic copies it
    reason: Reason,
) -> str:
    """Give all that is the duplicate’s to the customer who is kept; returns his number. It can’t be taken back.

    Services, places, offers, jobs, issues, messages, ways to pay and the whole account follow; documents keep what is
    printed on them. The duplicate stays as an empty record whose number leads to the survivor.
    """
    if survivor == duplicate:
        raise MergedWithHimself(customer=survivor)
    hold_alone("customer", survivor, duplicate)
    kept, gone = lock_customers(survivor, duplicate)
    if kept.tax_category != gone.tax_category:
        raise TaxedElsewhere(
            one=survivor, category=kept.tax_category, other=duplicate, other_category=gone.tax_category
        )
    held = merging.held_apart(gone.pk, kept.pk)
    if not rule("crm.nothing_keeps_them_apart", "10-crm", _ALONE.with_(what=_said(held)), passed=not held):
        raise KeptApart(one=survivor, other=duplicate, what=_said(held))
    fields = [name for part in dict.fromkeys(take) for name in TAKEN[part]]
    for name in fields:
        setattr(kept, name, getattr(gone, name))
    kept.save(update_fields=[*fields, *_both(kept, gone)])
    merging.make_ready(gone.pk, kept.pk)
    succeed("customer", (gone.number, gone.pk), (kept.number, kept.pk))
    moved = merging.follow(gone.pk, kept.pk)
    _leave(gone, kept, reason)
    what = _counted(moved)
    rule("crm.all_follows", "10-crm", _COMES.with_(survivor=survivor, what=what), passed=True)
    publish(CustomersMerged(customer=survivor, duplicate=duplicate, reason=reason))
    return survivor


def _both(kept: Customer, gone: Customer) -> list[str]:
    """Write what both were into the one who is kept: the livelier state, either’s flags, the longer past."""
    kept.status = max(kept.status, gone.status, key=_LIVELY.index)
    if kept.status != "terminated":
        kept.ended_on, kept.end_reason = None, ""
    kept.vip, kept.bad_payer = kept.vip or gone.vip, kept.bad_payer or gone.bad_payer
    kept.customer_since = min((day for day in (kept.customer_since, gone.customer_since) if day), default=None)
    kept.opening_balance += gone.opening_balance
    return ["status", "ended_on", "end_reason", "vip", "bad_payer", "customer_since", "opening_balance"]


def _leave(gone: Customer, kept: Customer, reason: str) -> None:
    gone.merged_into = kept
    gone.parent = None
    gone.status, gone.ended_on = "terminated", clock.today()
    gone.end_reason = f"{kept.number} : {reason}"[:200]
    gone.opening_balance = 0
    gone.save(update_fields=["merged_into", "parent", "status", "ended_on", "end_reason", "opening_balance"])


def _said(held: list[tuple[Text, list[str]]]) -> Text:
    def each(language: str) -> str:
        return "; ".join(f"{what.in_(language)} {', '.join(numbers)}" for what, numbers in held) or "—"

    return Text(each("fr"), each("en"))


def _counted(moved: list[tuple[Text, int]]) -> Text:
    def each(language: str) -> str:
        return ", ".join(f"{count} {what.in_(language)}" for what, count in moved) or "—"

    return Text(each("fr"), each("en"))
