"""How customers pay: accounts taken down, autopay, methods given up, coordinates shown to who must see them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field, SecretStr

from gigafibre.kernel import clock
from gigafibre.kernel.context import rule
from gigafibre.kernel.errors import NotFound
from gigafibre.kernel.events import publish
from gigafibre.kernel.money import Amount
from gigafibre.kernel.refs import CustomerRef, Line, Reason
from gigafibre.kernel.registry import action
from gigafibre.kernel.shown_once import ShownOnce
from gigafibre.kernel.text import Text
from gigafibre.payments import queries
from gigafibre.payments.bank_accounts import BankAccount, read_bank_account
from gigafibre.payments.errors import MandateMissing, MethodNotActive, NotABankAccount
from gigafibre.payments.events import AutopayChanged, PaymentMethodAdded, PaymentMethodEnded
from gigafibre.payments.models import PaymentMethod

Secret = Annotated[SecretStr, Field(min_length=1, max_length=40, json_schema_extra={"format": "password"})]
MethodRef = Annotated[int, Field(ge=1, json_schema_extra={"format": "ref:payment_method"})]
MandateHow = Literal["paper", "online", "phone"]
Positive = Annotated[Amount, Field(gt=0)]
NotNegative = Annotated[Amount, Field(ge=0)]
_METHOD = {"method": Text("Mode de paiement", "Payment method")}


@action(
    permission="payments.record",
    label=Text("Ajouter un compte bancaire", "Add a bank account"),
    undo="payments.deactivate_payment_method",
    fields={
        "customer": Text("Client", "Customer"),
        "holder": Text("Titulaire", "Holder"),
        "institution": Text("Institution", "Institution"),
        "transit": Text("Transit", "Transit"),
        "account": Text("Compte", "Account"),
        "mandate_on": Text("Accord donné le", "Agreement given on"),
        "mandate_how": Text("Accord donné par", "Agreement given by"),
    },
)
def add_payment_method(
    customer: CustomerRef,
    *,
    holder: Annotated[Line, Field(min_length=2, max_length=120)],
    institution: Annotated[str, Field(max_length=12)],
    transit: Secret,
    account: Secret,
    mandate_on: date | None = None,
    mandate_how: MandateHow | None = None,
) -> int:
    """Take down a customer's bank account for pre-authorized debits; returns the method's id. Cards are added on the
    processor's own page, never here.
    """
    owner = queries.customer_id(customer)
    bank = read_bank_account(institution, transit.get_secret_value(), account.get_secret_value())
    _say_what_is_unusual(bank, owner)
    if (mandate_on is None) != (mandate_how is None):
        raise MandateMissing
    method = PaymentMethod.objects.create(
        customer_id=owner,
        kind=PaymentMethod.Kind.BANK,
        holder=holder,
        institution=bank.institution,
        transit=bank.transit,
        account=bank.account,
        account_print=bank.print,
        last4=bank.last4,
        brand=bank.bank[:24],
        mandate_on=mandate_on,
        mandate_how=mandate_how or "",
        created_at=clock.now(),
    )
    publish(PaymentMethodAdded(customer=customer, method_id=method.pk, kind=method.kind))
    return int(method.pk)


@action(
    permission="payments.record",
    label=Text("Régler le paiement automatique", "Set autopay"),
    fields=_METHOD
    | {
        "on": Text("Automatique", "Automatic"),
        "ceiling": Text("Plafond", "Ceiling"),
        "buffer": Text("Supplément au solde", "Added to the balance"),
        "fixed_amount": Text("Montant fixe", "Fixed amount"),
        "mandate_on": Text("Accord donné le", "Agreement given on"),
        "mandate_how": Text("Accord donné par", "Agreement given by"),
    },
)
def set_autopay(
    method: MethodRef,
    *,
    on: bool,
    ceiling: Positive | None = None,
    buffer: NotNegative = Decimal("0.00"),
    fixed_amount: Positive | None = None,
    mandate_on: date | None = None,
    mandate_how: MandateHow | None = None,
) -> None:
    """Let a method pay by itself, or no longer; a customer has at most one, so another one stops. A debit is the fixed
    amount if there is one, else the balance and the supplement, never above the ceiling.
    """
    found = _method(method)
    if on and found.state != PaymentMethod.State.ACTIVE:
        raise MethodNotActive
    if mandate_on is not None and mandate_how is not None:
        found.mandate_on, found.mandate_how = mandate_on, mandate_how
    agreed = found.kind != PaymentMethod.Kind.BANK or found.mandate_on is not None
    words = Text("le titulaire a donné son accord", "the holder has agreed")
    if on and not rule("payments.mandate", "Payments Canada Rule H1", words, agreed):
        raise MandateMissing
    if on:
        others = PaymentMethod.objects.filter(customer_id=found.customer_id, autopay=True).exclude(pk=method)
        others.update(autopay=False)
    changed = found.autopay != on
    found.autopay = on
    found.ceiling, found.buffer, found.fixed_amount = ceiling, buffer, fixed_amount
    found.save(update_fields=["autopay", "ceiling", "buffer", "fixed_amount", "mandate_on", "mandate_how"])
    if changed:
        publish(AutopayChanged(customer=queries.customer_number(found.customer_id), method_id=method, on=on))


@action(
    permission="payments.record",
    label=Text("Retirer un mode de paiement", "Remove a payment method"),
    harmful=True,
    fields=_METHOD | {"reason": Text("Raison", "Reason")},
)
def deactivate_payment_method(method: MethodRef, *, reason: Reason) -> None:
    """Use a method no more; it stays in the history, and no longer pays by itself."""
    found = _method(method)
    if found.state == PaymentMethod.State.INACTIVE:
        raise MethodNotActive
    found.state, found.autopay = PaymentMethod.State.INACTIVE, False
    found.save(update_fields=["state", "autopay"])
    publish(PaymentMethodEnded(customer=queries.customer_number(found.customer_id), method_id=method, reason=reason))


@dataclass(frozen=True)
class BankDetails:
    """Bank coordinates in clear, for whoever asked and said why; the trail keeps dots."""

    holder: str
    institution: str
    transit: ShownOnce
    account: ShownOnce


@action(
    permission="payments.reveal",
    label=Text("Voir les coordonnées bancaires", "Show bank details"),
    fields=_METHOD | {"reason": Text("Raison", "Reason")},
)
def reveal_bank_details(method: MethodRef, *, reason: Reason) -> BankDetails:
    """Show a bank account in clear to somebody who says why: the reading stays in the trail, the numbers don't."""
    found = _method(method)
    if found.kind != PaymentMethod.Kind.BANK:
        raise NotABankAccount
    return BankDetails(found.holder, found.institution, found.transit, found.account)


def _method(key: int) -> PaymentMethod:
    found = PaymentMethod.objects.select_for_update().filter(pk=key).first()
    if found is None:
        raise NotFound(what=str(key))
    return found


def _say_what_is_unusual(bank: BankAccount, owner: int) -> None:
    """List in the preview what a person should look at again; none of it stops the verb."""
    for words in bank.unusual:
        rule("payments.bank_account_usual", "Payments Canada", words, passed=False)
    others = PaymentMethod.objects.filter(account_print=bank.print, state="active").exclude(customer_id=owner).exists()
    words = Text("aucun autre client n’a ce compte", "no other customer has this account")
    rule("payments.bank_account_of_one_customer", "field practice", words, passed=not others)
