"""Charging what the law lets one claim from who leaves early: never more, once, and only when a clerk asks."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from django.db import connection
from pydantic import Field

from gigafibre.billing.errors import AboveTheLaw, NotLeaving
from gigafibre.billing.models import PendingCharge
from gigafibre.catalog import queries as catalog
from gigafibre.kernel import clock
from gigafibre.kernel.context import rule
from gigafibre.kernel.money import Amount, format_money
from gigafibre.kernel.refs import SubscriptionRef
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


def _charged(subscription_id: int) -> Decimal:
    """Return what already waits or was billed; two clerks at once: the subscription's row is locked."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM subscriptions_subscription WHERE id = %s FOR NO KEY UPDATE", [subscription_id])
        cursor.execute(_CHARGED, [subscription_id, WORDS.fr])
        return Decimal(cursor.fetchone()[0])
