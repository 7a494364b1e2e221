"""Taxes and their rates by date, and which category pays which."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import Q


class Tax(models.Model):
    """A tax: GST, QST, HST of a province… with the account it is owed on, by role."""

    code = models.CharField(max_length=12, unique=True)  # GST, QST, HST-ON …
    name_fr = models.CharField(max_length=40)
    name_en = models.CharField(max_length=40)
    account_role = models.CharField(max_length=24)
    position = models.PositiveSmallIntegerField(default=0)

    def __str__(self) -> str:
        return self.code


class TaxRate(models.Model):
    """A tax's rate over some days; `compound` says it is computed on the price with the GST (QST before 2013)."""

    tax = models.ForeignKey(Tax, on_delete=models.PROTECT, related_name="rates")
    days = DateRangeField()
    rate = models.DecimalField(max_digits=7, decimal_places=5)  # 0.05000, 0.09975
    compound = models.BooleanField(default=False)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            ExclusionConstraint(
                name="one_rate_a_day",
                expressions=[("tax", RangeOperators.EQUAL), ("days", RangeOperators.OVERLAPS)],
            ),
            models.CheckConstraint(name="tax_rate_sane", condition=Q(rate__gte=0, rate__lt=1)),
        ]

    def __str__(self) -> str:
        return f"{self.tax_id} {self.rate}"


class TaxCategory(models.Model):
    """Which taxes a customer pays: QC, GST only, exempt, another province; known since a day."""

    code = models.CharField(max_length=16, primary_key=True)
    name_fr = models.CharField(max_length=60)
    name_en = models.CharField(max_length=60)
    since = models.DateField()

    def __str__(self) -> str:
        return self.code


class CategoryTax(models.Model):
    """A tax of a category over some days: British Columbia had GST and PST, then HST, then both again."""

    category = models.ForeignKey(TaxCategory, on_delete=models.PROTECT, related_name="taxes")
    tax = models.ForeignKey(Tax, on_delete=models.PROTECT, related_name="+")
    days = DateRangeField()

    class Meta:
        constraints: ClassVar[list[Any]] = [
            ExclusionConstraint(
                name="tax_once_a_day_in_category",
                expressions=[
                    ("category", RangeOperators.EQUAL),
                    ("tax", RangeOperators.EQUAL),
                    ("days", RangeOperators.OVERLAPS),
                ],
            )
        ]

    def __str__(self) -> str:
        return f"{self.category_id} {self.tax_id}"
