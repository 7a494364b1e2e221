"""Who leaves: what the law lets one claim when it is early, never more, once, when a clerk asks; the last invoice."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from django.db import connection
from pydantic import Field

from gigafibre.billing.actions.services import issue_due
from gigafibre.billing.errors import AboveTheLaw, NotLeaving
from gigafibre.billing.models import PendingCharge
from gigafibre.billing.queries.customers import bill_to, payer_of
from gigafibre.catalog import queries as catalog
from gigafibre.kernel import clock
from gigafibre.kernel.context import rule
from gigafibre.kernel.money import Amount, format_money
from gigafibre.kernel.refs import CustomerRef, SubscriptionRef
from gigafibre.kernel.registry import action
from gigafibre.kernel.text import Text
from gigafibre.subscriptions import queries as subscriptions
from gigafibre.subscriptions.early_termination import ZERO

#: What the charge is called on the invoice; it is also how an earlier one is known.
WORDS = Text("Indemnité de fin anticipée", "Early termination indemnity")
_CHARGED = """
SELECT coalesce(sum(amount), 0.00) FROM billing_pendingcharge
WHERE subscription_id = %s AND description_fr = %s AND item_id IS NULL AND withdrawn_at IS NULL
"""
_STILL_SERVED = """
SELECT s.number FROM subscriptions_subscription s JOIN crm_customer c ON c.id = s.customer_id
WHERE (c.id = %s OR c.parent_id = %s) AND s.state IN ('active', 'suspended', 'paused') ORDER BY s.id LIMIT 4
"""
# Days of service whatever day they wait for (no invoice comes after), the rest when its day has come.
_WAITS = """
SELECT p.id FROM billing_pendingcharge p JOIN crm_customer c ON c.id = p.customer_id
WHERE (c.id = %(payer)s OR c.parent_id = %(payer)s) AND p.line_id IS NULL AND p.withdrawn_at IS NULL
  AND (p.period IS NOT NULL OR p.not_before <= %(today)s) ORDER BY p.id
"""


@action(
    permission="billing.edit",
    label=Text("Facturer la fin anticipée", "Charge the early end"),
    undo="billing.withdraw_charge",
    fields={
        "subscription": Text("Abonnement", "Subscription"),
        "amount": Text("Montant (vide : le plus que permet la loi)", "Amount (empty: the most the law allows)"),
    },
)
def charge_early_end(subscription: SubscriptionRef, *, amount: Annotated[Amount, Field(gt=0)] | None = None) -> int:
    """Let the indemnity of an early end wait for the customer's next invoice; returns the charge's id.

    At most what the law allows on the day of the end, less what is charged already; no tax comes on top of it.
    """
    found = subscriptions.subscription(subscription, on=clock.today())
    day = subscriptions.day_it_ends(subscription)
    if day is None:
        raise NotLeaving(subscription=subscription)
    owed = subscriptions.early_end(subscription, on=day)
    charged = _charged(found.id)
    most = (owed.amount if owed else ZERO) - charged
    for n, line in enumerate(owed.lines if owed else (), 1):
        rule(f"billing.early_end.{n}", owed.article.in_() if owed else "", line, passed=True)
    asked = most if amount is None else amount
    said = {name: Text(format_money(value, "fr"), format_money(value, "en")) for name, value in
            (("asked", asked), ("most", max(most, ZERO)))}  # fmt: skip
    fact = Text("{asked} au plus {most}", "{asked}, at most {most}").with_(**said)
    if not rule("billing.early_end", "Consumer Protection Act, s. 214.7", fact, passed=ZERO < asked <= most):
        raise AboveTheLaw(subscription=subscription, **said)
    item = catalog.item_of(found.item_id, on=clock.today())
    made = PendingCharge.objects.create(
        customer_id=found.customer_id,
        subscription_id=found.id,
        location_id=found.location_id,
        kind="one_time",
        description_fr=WORDS.fr,
        description_en=WORDS.en,
        unit_price=asked,
        amount=asked,
        taxable=False,
        revenue_account=item.revenue_account,
        not_before=clock.today(),
        reason=owed.article.fr[:255] if owed else "",
    )
    return int(made.pk)


@action(
    permission="billing.issue",
    label=Text("Émettre la dernière facture", "Issue the last invoice"),
    fields={"customer": Text("Client", "Customer")},
)
def bill_last(customer: CustomerRef) -> str:
    """Invoice at once what waits for a customer whose last service ended; returns the document's number.

    "" when nothing waits, or when he (or who pays for him, or another he pays for) still has a service: then it comes
    with the next invoice. Less than nothing makes a credit note.
    """
    found = bill_to(customer)
    payer, _ = payer_of(found.id)
    with connection.cursor() as cursor:
        cursor.execute(_STILL_SERVED, [payer, payer])
        served = [number for (number,) in cursor.fetchall()]
    fact = Text(
        "encore servi : {s} ; la suite vient avec la prochaine facture",
        "still served: {s}; the rest comes with the next invoice",
    ) if served else Text("plus aucun service : dernière facture", "no service any more: last invoice")  # fmt: skip
    source = "the run bills who has a service"
    if not rule("billing.last_invoice", source, fact.with_(s=", ".join(served[:3])), passed=not served):
        return ""
    with connection.cursor() as cursor:
        cursor.execute(_WAITS, {"payer": payer, "today": clock.today()})
        charges = [key for (key,) in cursor.fetchall()]
    return issue_due(found.id, customer, clock.today(), only=[], charges=charges, who=customer)


def _charged(subscription_id: int) -> Decimal:
    """Return what already waits or was billed; two clerks at once: the subscription's row is locked."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM subscriptions_subscription WHERE id = %s FOR NO KEY UPDATE", [subscription_id])
        cursor.execute(_CHARGED, [subscription_id, WORDS.fr])
        return Decimal(cursor.fetchone()[0])
