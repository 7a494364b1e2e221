"""A line with its price: what quotations, their templates and contracts are made of."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models

from gigafibre.kernel.money import MoneyField, UnitPriceField


class PricedLine(models.Model):
    """Something offered once or each month, with the promotion that stands under it."""

    class Cycle(models.TextChoices):
        ONCE = "once"
        MONTHLY = "monthly"

    position = models.PositiveSmallIntegerField()
    cycle = models.CharField(max_length=8, choices=Cycle.choices)
    item = models.ForeignKey("catalog.Item", on_delete=models.PROTECT, null=True, related_name="+")
    sku = models.CharField(max_length=64, blank=True)
    description = models.CharField(max_length=400)
    quantity = models.DecimalField(max_digits=10, decimal_places=3, default=1)
    unit_price = UnitPriceField()
    amount = MoneyField()
    taxable = models.BooleanField(default=True)
    #: What a promotion takes off each month (dollars, or a share), for so many charged months.
    off_amount = MoneyField(null=True)
    off_percent = models.DecimalField(max_digits=5, decimal_places=2, null=True)
    off_cycles = models.PositiveSmallIntegerField(null=True)
    off_words = models.CharField(max_length=120, blank=True)

    class Meta:
        abstract = True
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(name="%(class)s_cycle", condition=models.Q(cycle__in=["once", "monthly"])),
            models.CheckConstraint(name="%(class)s_quantity", condition=models.Q(quantity__gt=0)),
            models.CheckConstraint(
                name="%(class)s_off",
                condition=models.Q(off_amount__isnull=True, off_percent__isnull=True, off_cycles__isnull=True)
                | models.Q(off_cycles__isnull=False, off_cycles__gt=0, cycle="monthly")
                & (
                    models.Q(off_amount__isnull=False, off_amount__gt=0, off_percent__isnull=True)
                    | models.Q(
                        off_amount__isnull=True, off_percent__isnull=False, off_percent__gt=0, off_percent__lte=100
                    )
                ),
            ),
        ]
