"""Parent accounts: who pays for whom."""

from __future__ import annotations

from gigafibre.crm.actions.given import lock_customers
from gigafibre.crm.errors import NoParent, ParentNotPossible, ParentTaxedElsewhere
from gigafibre.crm.events import ParentRemoved, ParentSet
from gigafibre.kernel.context import rule
from gigafibre.kernel.events import publish
from gigafibre.kernel.refs import CustomerRef, Reason
from gigafibre.kernel.registry import action
from gigafibre.kernel.text import Text

_CUSTOMER = {"customer": Text("Client", "Customer"), "reason": Text("Motif", "Reason")}


@action(
    permission="crm.edit",
    label=Text("Faire payer par un compte parent", "Have a parent account pay"),
    undo="crm.remove_parent",
    fields=_CUSTOMER | {"parent": Text("Compte parent", "Parent account")},
)
def set_parent(customer: CustomerRef, *, parent: CustomerRef, reason: Reason) -> None:
    """Let a parent account pay for a customer: from now on his lines come on the parent's invoice.

    What the customer owes already stays his. One level: a parent has no parent, and who is paid for pays for nobody.
    """
    child, payer = lock_customers(customer, parent)
    allowed = child != payer and payer.parent_id is None and not child.children.exists()
    fact = Text("Un seul niveau de comptes parents", "One level of parent accounts")
    if not rule("crm.one_level_of_parents", "docs: parent accounts", fact, passed=allowed):
        raise ParentNotPossible(customer=customer, parent=parent)
    if child.tax_category != payer.tax_category:
        raise ParentTaxedElsewhere(customer=customer, parent=parent)
    if child.parent_id == payer.pk:
        return
    child.parent = payer
    child.save(update_fields=["parent"])
    publish(ParentSet(customer=customer, parent=parent, reason=reason))


@action(
    permission="crm.edit",
    label=Text("Retirer le compte parent", "Remove the parent account"),
    undo="crm.set_parent",
    fields=_CUSTOMER,
)
def remove_parent(customer: CustomerRef, *, reason: Reason) -> None:
    """Let a customer pay for himself again; what his parent was invoiced stays the parent's."""
    (child,) = lock_customers(customer)
    if child.parent is None:
        raise NoParent(customer=customer)
    parent = child.parent.number
    child.parent = None
    child.save(update_fields=["parent"])
    publish(ParentRemoved(customer=customer, parent=parent, reason=reason))
