"""The code by which a customer recommends us, and who came by it."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q

from gigafibre.kernel import clock
from gigafibre.kernel.money import MoneyField


class ReferralCode(models.Model):
    """A customer's code: six characters of Crockford base32, given once, never changed."""

    customer = models.OneToOneField("crm.Customer", on_delete=models.PROTECT, related_name="+")
    code = models.CharField(max_length=6, unique=True)
    draw = models.PositiveSmallIntegerField(default=0)
    given_at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(name="referral_code_form", condition=Q(code__regex=r"^[0-9A-HJKMNP-TV-Z]{6}$"))
        ]

    def __str__(self) -> str:
        return self.code


class Referral(models.Model):
    """Who recommended whom; a customer is recommended once, never by himself, and credited once."""

    referrer = models.ForeignKey("crm.Customer", on_delete=models.PROTECT, related_name="+")
    referee = models.OneToOneField("crm.Customer", on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(default=clock.now)
    credited_at = models.DateTimeField(null=True)
    amount = MoneyField(null=True)
    charge = models.OneToOneField("billing.PendingCharge", on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(name="nobody_refers_himself", condition=~Q(referrer=F("referee"))),
            models.CheckConstraint(
                name="credited_referral_whole",
                condition=Q(credited_at__isnull=True, amount__isnull=True, charge__isnull=True)
                | Q(credited_at__isnull=False, amount__gt=0, charge__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.referrer_id} {self.referee_id}"
