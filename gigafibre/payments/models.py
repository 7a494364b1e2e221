"""Money received, and how customers pay. Bank coordinates and tokens are encrypted; card numbers never reach us."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q

from gigafibre.kernel import clock
from gigafibre.kernel.encrypted import EncryptedField
from gigafibre.kernel.money import MoneyField


class Payment(models.Model):
    """Money received, or a credit or adjustment that pays like money; never changed once posted, only reversed.

    A reversal is a payment of the opposite amount that names what it `reverses`. What it pays is the ledger's.
    """

    class Mode(models.TextChoices):
        CARD = "card"
        PAD = "pad"
        CHEQUE = "cheque"
        CASH = "cash"
        TRANSFER = "transfer"
        CREDIT = "credit"
        ADJUSTMENT = "adjustment"
        REVERSAL = "reversal"

    number = models.CharField(max_length=32, unique=True)
    customer = models.ForeignKey("crm.Customer", on_delete=models.PROTECT, related_name="+")
    date = models.DateField()
    amount = MoneyField()
    mode = models.CharField(max_length=12, choices=Mode.choices)
    reference = models.CharField(max_length=128, blank=True)
    memo = models.TextField(blank=True)
    method = models.ForeignKey("PaymentMethod", on_delete=models.PROTECT, null=True, related_name="+")
    processor_id = models.CharField(max_length=128, null=True, unique=True)  # noqa: DJ001
    reverses = models.OneToOneField("self", on_delete=models.PROTECT, null=True, related_name="reversed_by")
    posted_at = models.DateTimeField(default=clock.now)
    legacy_id = models.BigIntegerField(null=True, unique=True)
    legacy_type = models.CharField(max_length=32, blank=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(name="payment_not_zero", condition=~Q(amount=0)),
            models.CheckConstraint(
                name="reversal_names_its_payment", condition=Q(mode="reversal") | Q(reverses__isnull=True)
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["customer", "-date", "-id"]),
            models.Index(fields=["-date", "-id"]),
        ]

    def __str__(self) -> str:
        return self.number


class PaymentMethod(models.Model):
    """How a customer pays: a processor's token or bank coordinates, encrypted, shown masked.

    `account_print` is a keyed hash of the coordinates, by which the same account at two customers is noticed.
    """

    class Kind(models.TextChoices):
        STRIPE = "stripe"
        PAYSAFE = "paysafe"
        BANK = "bank"

    class MandateHow(models.TextChoices):
        PAPER = "paper"
        ONLINE = "online"
        PHONE = "phone"

    class State(models.TextChoices):
        ACTIVE = "active"
        INACTIVE = "inactive"
        INVALID = "invalid"

    customer = models.ForeignKey("crm.Customer", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=8, choices=Kind.choices)
    state = models.CharField(max_length=8, choices=State.choices, default=State.ACTIVE)
    invalid_because = models.CharField(max_length=200, blank=True)
    autopay = models.BooleanField(default=False)
    holder = models.CharField(max_length=120, blank=True)
    token = EncryptedField(blank=True)
    institution = models.CharField(max_length=8, blank=True)
    transit = EncryptedField(blank=True)
    account = EncryptedField(blank=True)
    account_print = models.CharField(max_length=64, blank=True, db_index=True)
    last4 = models.CharField(max_length=4, blank=True)
    brand = models.CharField(max_length=24, blank=True)
    expires = models.DateField(null=True)
    ceiling = MoneyField(null=True)
    buffer = MoneyField(default=0)
    fixed_amount = MoneyField(null=True)
    first_use_reference = models.CharField(max_length=64, blank=True)
    mandate_on = models.DateField(null=True)
    mandate_how = models.CharField(max_length=12, blank=True, choices=MandateHow.choices)
    created_at = models.DateTimeField(default=clock.now)
    legacy_table = models.CharField(max_length=32, blank=True)
    legacy_id = models.BigIntegerField(null=True)
    legacy_flags = models.JSONField(default=dict)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(name="payment_method_legacy_once", fields=["legacy_table", "kind", "legacy_id"]),
            models.CheckConstraint(
                name="invalid_method_says_why", condition=~Q(state="invalid") | ~Q(invalid_because="")
            ),
            models.CheckConstraint(
                name="method_amounts_positive",
                condition=(Q(ceiling__isnull=True) | Q(ceiling__gt=0))
                & (Q(fixed_amount__isnull=True) | Q(fixed_amount__gt=0))
                & Q(buffer__gte=0),
            ),
            models.CheckConstraint(name="autopay_needs_active", condition=Q(autopay=False) | Q(state="active")),
            models.UniqueConstraint(name="one_autopay_method", fields=["customer"], condition=Q(autopay=True)),
        ]

    def __str__(self) -> str:
        return f"{self.kind} ••••{self.last4}"
