"""Payment arrangements and suspensions, as records (their automation comes with dunning)."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q

from gigafibre.kernel import clock
from gigafibre.kernel.money import MoneyField


class PaymentArrangement(models.Model):
    """What a customer promised to pay and by when."""

    class Method(models.TextChoices):
        PORTAL = "portal"
        CHEQUE = "cheque"
        PHONE = "phone"
        PAD = "pad"

    class Status(models.TextChoices):
        PENDING = "pending"
        OPEN = "open"
        KEPT = "kept"
        BROKEN = "broken"
        CANCELLED = "cancelled"

    customer = models.ForeignKey("crm.Customer", on_delete=models.PROTECT, related_name="+")
    agreed_on = models.DateField(null=True)
    due_on = models.DateField(null=True)
    cutoff_on = models.DateField(null=True)
    amount = MoneyField()
    method = models.CharField(max_length=12, blank=True, choices=Method.choices)
    status = models.CharField(max_length=10, choices=Status.choices)
    agent = models.CharField(max_length=160, blank=True)
    note = models.TextField(blank=True)
    change_reason = models.TextField(blank=True)
    created_at = models.DateTimeField(default=clock.now)
    closed_at = models.DateTimeField(null=True)
    legacy_id = models.BigIntegerField(null=True, unique=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(name="arrangement_amount", condition=Q(amount__gte=0)),
            models.CheckConstraint(
                name="arrangement_status_known",
                condition=Q(status__in=["pending", "open", "kept", "broken", "cancelled"]),
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(name="arrangement_open", fields=["due_on"], condition=Q(status="open")),
            models.Index(fields=["customer", "-due_on"]),
        ]

    def __str__(self) -> str:
        return f"{self.customer_id} {self.amount} {self.status}"


class Suspension(models.Model):
    """The days `[starts_on, ends_on)` in which a customer's services are cut, or kept quiet on his wish (`voluntary`).

    Without `ends_on` it is still running.
    """

    customer = models.ForeignKey("crm.Customer", on_delete=models.PROTECT, related_name="+")
    starts_on = models.DateField()
    ends_on = models.DateField(null=True)
    voluntary = models.BooleanField(default=False)
    reason = models.TextField(blank=True)
    by = models.CharField(max_length=160, blank=True)
    created_at = models.DateTimeField(default=clock.now)
    legacy_id = models.BigIntegerField(null=True, unique=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(
                name="suspension_dates", condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on"))
            ),
            models.UniqueConstraint(
                name="one_running_suspension", fields=["customer"], condition=Q(ends_on__isnull=True)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.customer_id} {self.starts_on}"
