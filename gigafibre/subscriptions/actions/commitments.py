"""What was agreed and given at the start, on record: what the law measures an early end by."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Annotated, Any

from pydantic import Field

from gigafibre.kernel.money import Amount, format_money
from gigafibre.kernel.periods import add_months
from gigafibre.kernel.refs import Reason, SubscriptionRef
from gigafibre.kernel.registry import action
from gigafibre.kernel.rows import add, one, write
from gigafibre.kernel.text import Text
from gigafibre.subscriptions import planning
from gigafibre.subscriptions.errors import InducementOnWhat, NoCommitment, WrongState
from gigafibre.subscriptions.models import Commitment
from gigafibre.subscriptions.states import STATES

NotNegative = Annotated[Amount, Field(ge=0)]
_SUBSCRIPTION = {"subscription": Text("Abonnement", "Subscription")}


@action(
    permission="subscriptions.edit",
    label=Text("Noter l’engagement", "Record the commitment"),
    undo="subscriptions.remove_commitment",
    fields=_SUBSCRIPTION
    | {
        "starts_on": Text("Depuis le", "Since"),
        "term_months": Text("Durée en mois (vide : indéterminée)", "Term in months (empty: indeterminate)"),
        "inducement": Text("Avantage donné au début", "Inducement given at the start"),
        "goods": Text("Sur quel bien", "On which goods"),
        "clause_limit": Text("Maximum prévu au contrat", "The contract’s own limit"),
    },
)
def record_commitment(
    subscription: SubscriptionRef,
    *,
    starts_on: datetime.date,
    term_months: Annotated[int, Field(ge=1, le=120)] | None = None,
    inducement: NotNegative = Decimal("0.00"),
    goods: Annotated[str, Field(max_length=160)] = "",
    clause_limit: NotNegative | None = None,
) -> None:
    """Write down the term agreed and what was taken off goods needed for the service; recorded anew, it replaces."""
    found = planning.locked(subscription)
    if found.state == "cancelled":
        raise WrongState(subscription=subscription, state=STATES[found.state], wanted=STATES["active"])
    if inducement and not goods:
        words = Text(format_money(inducement, "fr"), format_money(inducement, "en"))
        raise InducementOnWhat(amount=words)
    said: dict[str, Any] = {"starts_on": starts_on, "term_months": term_months, "waived": ""}
    said |= {"inducement": inducement, "goods": goods, "clause_limit": clause_limit}
    kept = one(Commitment, subscription_id=found.pk)
    if kept is None:
        add(Commitment(subscription=found, **said))
    else:
        write(kept, **said)
    write(found, committed_until=add_months(starts_on, term_months) if term_months else None)


@action(
    permission="subscriptions.edit",
    label=Text("Retirer l’engagement", "Remove the commitment"),
    undo="subscriptions.record_commitment",
    fields=_SUBSCRIPTION | {"reason": Text("Motif", "Reason")},
)
def remove_commitment(subscription: SubscriptionRef, *, reason: Reason) -> None:
    """Take a commitment recorded by mistake back: nothing is owed for an early end; why stays in the trail."""
    found = planning.locked(subscription)
    removed, _ = Commitment.objects.filter(subscription=found).delete()
    if not removed:
        raise NoCommitment(subscription=subscription)
    found.committed_until = None
    found.save(update_fields=["committed_until"])
