"""Referrals: a customer's code, who came by it, the one credit for it."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from pydantic import BaseModel, Field

from gigafibre.billing.actions.charges import add_charge
from gigafibre.crm import queries as crm
from gigafibre.kernel import clock, settings
from gigafibre.kernel.context import rule
from gigafibre.kernel.events import publish
from gigafibre.kernel.money import Amount
from gigafibre.kernel.refs import CustomerRef
from gigafibre.kernel.registry import action
from gigafibre.kernel.rows import one
from gigafibre.kernel.text import Text
from gigafibre.sales.errors import AlreadyReferred, NoReferralItem, NotReferred
from gigafibre.sales.events import ReferralCredited, ReferralRecorded
from gigafibre.sales.models import Referral
from gigafibre.sales.referring import code_for, owner_of

ZERO = Decimal("0.00")
CUSTOMER = {"customer": Text("Client", "Customer")}


class ReferralCredit(BaseModel):
    """What a referral gave: to whom, how much, and the waiting charge that gives it; `credited` now or before."""

    referrer: str
    amount: Amount
    charge_id: int
    credited: bool


@action(
    permission="sales.edit",
    label=Text("Donner le code de parrainage", "Give the referral code"),
    fields=CUSTOMER,
)
def give_referral_code(customer: CustomerRef) -> str:
    """Return a customer's referral code, given at first use and never changed."""
    return code_for(customer).code


@action(
    permission="sales.edit",
    label=Text("Noter un parrainage", "Record a referral"),
    fields=CUSTOMER | {"code": Text("Code de parrainage", "Referral code")},
)
def record_referral(customer: CustomerRef, *, code: Annotated[str, Field(min_length=6, max_length=12)]) -> str:
    """Note by whose code a customer came; returns the number of who recommended him. Once, never himself."""
    whom = crm.customer(customer)
    code_owner = owner_of(code, but=whom.id)
    found = Referral.objects.filter(referee_id=whom.id).first()
    if found is not None and found.referrer_id != code_owner.customer_id:
        raise AlreadyReferred(customer=customer)
    if found is None:
        Referral.objects.create(referrer_id=code_owner.customer_id, referee_id=whom.id, recorded_at=clock.now())
        publish(ReferralRecorded(referrer=code_owner.customer.number, referee=customer))
    return str(code_owner.customer.number)


@action(
    permission="sales.credit",
    label=Text("Créditer un parrainage", "Credit a referral"),
    fields={"customer": Text("Client parrainé", "Customer who was referred")},
)
def credit_referral(customer: CustomerRef) -> ReferralCredit:
    """Give who recommended a customer his credit, on his next invoice; once, when the customer's service begins."""
    whom = crm.customer(customer)
    found = (
        Referral.objects.select_for_update(of=("self",)).select_related("referrer").filter(referee_id=whom.id).first()
    )
    if found is None:
        raise NotReferred(customer=customer)
    first = found.credited_at is None
    if not rule("sales.credited_once", "11-catalog-sales", Text("pas encore crédité", "not credited yet"), first):
        return ReferralCredit(
            referrer=found.referrer.number, amount=found.amount or ZERO, charge_id=found.charge_id or 0, credited=False
        )
    item = settings.get("sales.referral_item")
    if not item:
        raise NoReferralItem
    amount = settings.get("sales.referral_credit")
    found.charge_id = add_charge(
        found.referrer.number,
        item=item,
        unit_price=-amount,
        reason=f"Parrainage de {customer} · Referral of {customer}",
    )
    found.amount, found.credited_at = amount, clock.now()
    found.save()
    publish(ReferralCredited(referrer=found.referrer.number, referee=customer, amount=amount))
    return ReferralCredit(referrer=found.referrer.number, amount=amount, charge_id=found.charge_id, credited=True)


@action(
    permission="sales.credit",
    label=Text("Créditer qui l’a recommandé", "Credit whoever recommended him"),
    fields={"customer": Text("Client", "Customer")},
)
def credit_whoever_referred(customer: CustomerRef) -> bool:
    """Credit a customer's referral now that his service began; returns whether it was credited now.

    A customer whom nobody recommended, or whose referral was credited before, changes nothing.
    """
    waiting = one(Referral, referee_id=crm.customer(customer).id, credited_at=None)
    return waiting is not None and credit_referral(customer).credited


def refer(customer: str, code: str) -> None:
    """Note a referral that came with a contract; a customer who was referred before keeps his first one."""
    whom = crm.customer(customer)
    if not Referral.objects.filter(referee_id=whom.id).exists():
        record_referral(customer, code=code)
