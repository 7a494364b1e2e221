"""What a customer promised, and when he was cut, follows him when he turns out to be another one."""

from __future__ import annotations

from gigafibre.collections.models import PaymentArrangement, Suspension
from gigafibre.crm.merging import goes_along, merge_waits_for
from gigafibre.kernel.text import Text

goes_along("collections_paymentarrangement", what=Text("ententes", "arrangements"))
# None runs when they are merged; the former system may begin one of each later.
goes_along(
    "collections_suspension",
    what=Text("suspensions", "suspensions"),
    unless="t.ends_on IS NULL AND EXISTS "
    "(SELECT FROM collections_suspension k WHERE k.customer_id = %(survivor)s AND k.ends_on IS NULL)",
)


@merge_waits_for(Text("suspension en cours depuis le", "suspension running since"))
def suspended(former: int, survivor: int) -> list[str]:
    """Days since which one of them is cut: who is, and who is not, would be one."""
    running = Suspension.objects.filter(customer_id__in=[former, survivor], ends_on=None)
    return [f"{day:%Y-%m-%d}" for day in running.order_by("pk").values_list("starts_on", flat=True)]


@merge_waits_for(Text("deux ententes ouvertes, de", "two open arrangements, of"))
def promised_twice(former: int, survivor: int) -> list[str]:
    """Amounts promised by both: one of the arrangements has to be closed."""
    promised = PaymentArrangement.objects.filter(customer_id__in=[former, survivor], status__in=["open", "pending"])
    found = list(promised.order_by("pk").values_list("customer_id", "amount"))
    return [str(amount) for _, amount in found] if len({customer for customer, _ in found}) > 1 else []
