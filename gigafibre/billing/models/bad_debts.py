"""Debts written off, and what of them was paid afterwards, with the taxes of each."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q

from gigafibre.billing.models.documents import Invoice
from gigafibre.billing.models.taxes import Tax
from gigafibre.kernel import clock
from gigafibre.kernel.money import MoneyField


class BadDebt(models.Model):
    """What of an invoice was given up on a day, or came in after all; never changed, a recovery undoes a write-off."""

    class Kind(models.TextChoices):
        WRITE_OFF = "write_off"
        RECOVERY = "recovery"

    number = models.CharField(max_length=32, unique=True)
    kind = models.CharField(max_length=9, choices=Kind.choices)
    invoice = models.ForeignKey(Invoice, on_delete=models.PROTECT, related_name="bad_debts")
    date = models.DateField()
    amount = MoneyField()
    reason = models.CharField(max_length=500)
    made_at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(name="bad_debt_kind_known", condition=Q(kind__in=["write_off", "recovery"])),
            models.CheckConstraint(name="bad_debt_amount_positive", condition=Q(amount__gt=0)),
        ]

    def __str__(self) -> str:
        return self.number


class BadDebtTax(models.Model):
    """A tax recovered with a write-off (ETA s. 231, QST s. 444), or owed again with a recovery."""

    bad_debt = models.ForeignKey(BadDebt, on_delete=models.PROTECT, related_name="taxes", db_index=False)
    tax = models.ForeignKey(Tax, on_delete=models.PROTECT, related_name="+", db_index=False)
    amount = MoneyField()

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(name="tax_once_per_bad_debt", fields=["bad_debt", "tax"]),
            models.CheckConstraint(name="bad_debt_tax_positive", condition=Q(amount__gt=0)),
        ]

    def __str__(self) -> str:
        return f"{self.bad_debt_id} {self.tax_id}"
