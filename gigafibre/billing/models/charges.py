"""The days a subscription is charged and discounted for, its months of 9-1-1 tax, what waits for the next invoice."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import F, Q

from gigafibre.billing.models.documents import InvoiceLine
from gigafibre.kernel import clock
from gigafibre.kernel.actor import current_actor, someone_acts
from gigafibre.kernel.money import MoneyField, UnitPriceField


def who_acts() -> str:
    """Return who acts now, for the record; "" where nobody does (a migration)."""
    return current_actor().label if someone_acts() else ""


class ChargedPeriod(models.Model):
    """Days a subscription is charged for; a credit trims it, the issued line stays as printed.

    `whole` is the anchored period the days are part of, `price` what all of it costs, `amount` what is charged for
    the days. Imported ones, up to `charged_until`, have no line and know neither.
    """

    # Subscription and line are checked once per statement (`kernel.schema.refers`).
    subscription = models.ForeignKey(
        "subscriptions.Subscription", on_delete=models.PROTECT, related_name="+", db_index=False, db_constraint=False
    )
    kind = models.CharField(max_length=12, default="recurring")
    period = DateRangeField()
    whole = DateRangeField(null=True)
    price = MoneyField(null=True)
    amount = MoneyField(null=True)
    line = models.ForeignKey(
        InvoiceLine, on_delete=models.PROTECT, null=True, related_name="+", db_index=False, db_constraint=False
    )

    class Meta:
        constraints: ClassVar[list[Any]] = [
            ExclusionConstraint(
                name="no_day_billed_twice",
                expressions=[
                    ("subscription", RangeOperators.EQUAL),
                    ("kind", RangeOperators.EQUAL),
                    ("period", RangeOperators.OVERLAPS),
                ],
            ),
            models.CheckConstraint(name="charged_period_not_empty", condition=Q(period__isempty=False)),
            models.CheckConstraint(
                name="charged_within_its_whole", condition=Q(whole__isnull=True) | Q(whole__contains=F("period"))
            ),
        ]

    def __str__(self) -> str:
        return f"{self.subscription_id} {self.period}"


class PendingCharge(models.Model):
    """A charge or credit waiting for the customer's next invoice: installation, labour, the rest of a plan change."""

    customer = models.ForeignKey("crm.Customer", on_delete=models.PROTECT, related_name="+", db_index=False)
    subscription = models.ForeignKey(
        "subscriptions.Subscription", on_delete=models.PROTECT, null=True, related_name="+"
    )
    location = models.ForeignKey("crm.Location", on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    item = models.ForeignKey("catalog.Item", on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    kind = models.CharField(max_length=10, choices=InvoiceLine.Kind.choices)
    description_fr = models.CharField(max_length=200)
    description_en = models.CharField(max_length=200)
    quantity = models.DecimalField(max_digits=10, decimal_places=3, default=1)
    unit_price = UnitPriceField()
    amount = MoneyField()
    taxable = models.BooleanField(default=True)
    revenue_account = models.CharField(max_length=16)
    period = DateRangeField(null=True)
    whole = DateRangeField(null=True)
    not_before = models.DateField()
    promotion = models.ForeignKey(
        "subscriptions.Promotion", on_delete=models.PROTECT, null=True, related_name="+", db_index=False
    )
    reason = models.CharField(max_length=255, blank=True)
    #: What a story charges it for, such as `CTR-7:3`: asked again it is the same charge. Empty for a clerk's.
    source = models.CharField(max_length=64, blank=True, db_default="")
    line = models.OneToOneField(InvoiceLine, on_delete=models.PROTECT, null=True, related_name="+")
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.CharField(max_length=160, blank=True, db_default="")
    replaces = models.OneToOneField("self", on_delete=models.PROTECT, null=True, related_name="+")
    created_at = models.DateTimeField(default=clock.now)
    created_by = models.CharField(max_length=160, blank=True, default=who_acts, db_default="")

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(
                name="pending_taken_or_withdrawn", condition=Q(line__isnull=True) | Q(withdrawn_at__isnull=True)
            ),
            models.UniqueConstraint(name="charge_once_per_source", fields=["source"], condition=~Q(source="")),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(
                name="pending_waits", fields=["customer"], condition=Q(line__isnull=True, withdrawn_at__isnull=True)
            )
        ]

    def __str__(self) -> str:
        return f"{self.customer_id} {self.description_fr} {self.amount}"


class PromotedPeriod(models.Model):
    """Days that a promotion made cheaper; a credit trims it. A promotion's cycles used are its distinct `whole`s.

    `whole` is the anchored period the days are part of, `discount` what all of it would be cheaper by, `amount` what
    these days are; both positive.
    """

    promotion = models.ForeignKey("subscriptions.Promotion", on_delete=models.PROTECT, related_name="+", db_index=False)
    period = DateRangeField()
    whole = DateRangeField()
    discount = MoneyField()
    amount = MoneyField()
    line = models.ForeignKey(InvoiceLine, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            ExclusionConstraint(
                name="no_day_promoted_twice",
                expressions=[("promotion", RangeOperators.EQUAL), ("period", RangeOperators.OVERLAPS)],
            ),
            models.CheckConstraint(
                name="promoted_within_its_whole",
                condition=Q(period__isempty=False, whole__contains=F("period")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.promotion_id} {self.period}"


class LeviedMonth(models.Model):
    """A month for which the municipal 9-1-1 tax of a telephone subscription is charged: once, never prorated."""

    subscription = models.ForeignKey(
        "subscriptions.Subscription", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    month = models.DateField()  # its first day
    amount = MoneyField()
    line = models.ForeignKey(InvoiceLine, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(name="no_month_levied_twice", fields=["subscription", "month"]),
            models.CheckConstraint(name="levied_from_the_first", condition=Q(month__day=1)),
        ]

    def __str__(self) -> str:
        return f"{self.subscription_id} {self.month}"
