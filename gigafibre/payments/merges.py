"""What a customer paid, and how, follows him when he turns out to be another one."""

from __future__ import annotations

from gigafibre.crm.merging import before_merge, goes_along
from gigafibre.kernel.text import Text
from gigafibre.payments.models import PaymentMethod

goes_along("payments_payment", what=Text("paiements", "payments"))
goes_along("payments_paymentmethod", what=Text("modes de paiement", "ways to pay"))


@before_merge
def one_autopay(former: int, survivor: int) -> None:
    """Leave one way of paying by itself: the survivor’s, when he has one."""
    if PaymentMethod.objects.filter(customer_id=survivor, autopay=True).exists():
        for method in PaymentMethod.objects.filter(customer_id=former, autopay=True):
            method.autopay = False
            method.save(update_fields=["autopay"])
