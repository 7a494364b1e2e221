"""The catalogue of the former system as it was last read, beside ours."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q

from gigafibre.kernel.money import UnitPriceField
from gigafibre.legacy.models.runs import ImportRun


class LegacyProduct(models.Model):
    """A product as the latest import read it: its price per charge, speeds in kbit/s, revenue account by number."""

    product = models.BigIntegerField(unique=True)
    sku = models.CharField(max_length=40, blank=True)
    name = models.CharField(max_length=160, blank=True)
    price = UnitPriceField()
    download_kbps = models.PositiveIntegerField(default=0)
    upload_kbps = models.PositiveIntegerField(default=0)
    account = models.CharField(max_length=16, blank=True)
    active = models.BooleanField(default=True)
    run = models.ForeignKey(ImportRun, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(name="legacy_product_has_an_id", condition=Q(product__gt=0)),
        ]

    def __str__(self) -> str:
        return f"{self.product} {self.sku}"
