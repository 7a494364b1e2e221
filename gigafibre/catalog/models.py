"""What is sold: item groups with their revenue account, items with dated prices, plans."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models

from gigafibre.catalog.fees import FEE_CLASSES
from gigafibre.kernel.folding import Fold
from gigafibre.kernel.money import UnitPriceField


class ItemGroup(models.Model):
    """A branch of the catalogue; its revenue account is named by number (the ledger is a neighbour)."""

    code = models.CharField(max_length=32, unique=True)
    name_fr = models.CharField(max_length=80)
    name_en = models.CharField(max_length=80)
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="children")
    revenue_account = models.CharField(max_length=16)
    position = models.PositiveSmallIntegerField(default=0)
    legacy_id = models.BigIntegerField(null=True, unique=True)

    def __str__(self) -> str:
        return self.code


class Item(models.Model):
    """Something that can stand on an invoice."""

    class Kind(models.TextChoices):
        RECURRING = "recurring"
        ONE_TIME = "one_time"
        EQUIPMENT = "equipment"
        LABOUR = "labour"
        DISCOUNT = "discount"

    class ServiceKind(models.TextChoices):
        INTERNET = "internet"
        TV = "tv"
        TELEPHONE = "telephone"
        OTHER = "other"

    sku = models.CharField(max_length=40, unique=True)
    name_fr = models.CharField(max_length=160)
    name_en = models.CharField(max_length=160)
    invoice_label_fr = models.CharField(max_length=80, blank=True)
    invoice_label_en = models.CharField(max_length=80, blank=True)
    group = models.ForeignKey(ItemGroup, on_delete=models.PROTECT, related_name="items")
    kind = models.CharField(max_length=12, choices=Kind.choices)
    service_kind = models.CharField(max_length=12, choices=ServiceKind.choices, default=ServiceKind.OTHER)
    fee_class = models.CharField(max_length=16, blank=True)
    taxable = models.BooleanField(default=True)
    download_kbps = models.PositiveIntegerField(default=0)
    upload_kbps = models.PositiveIntegerField(default=0)
    quota_day_bytes = models.BigIntegerField(default=0)
    quota_night_bytes = models.BigIntegerField(default=0)
    olt_line_profile = models.IntegerField(default=0)
    olt_service_profile = models.IntegerField(default=0)
    active = models.BooleanField(default=True)
    search_key = models.GeneratedField(
        expression=Fold("sku", "name_fr", "name_en"), output_field=models.TextField(), db_persist=True
    )
    legacy_id = models.BigIntegerField(null=True, unique=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(name="fee_class_known", condition=models.Q(fee_class__in=list(FEE_CLASSES))),
            models.CheckConstraint(
                name="penalty_is_charged_once", condition=~models.Q(fee_class="penalty", kind="recurring")
            ),
        ]

    def __str__(self) -> str:
        return self.sku


class ItemPrice(models.Model):
    """An item's price per charge over some days; no day has two."""

    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="prices")
    days = DateRangeField()
    price = UnitPriceField()

    class Meta:
        constraints: ClassVar[list[Any]] = [
            ExclusionConstraint(
                name="one_price_a_day",
                expressions=[("item", RangeOperators.EQUAL), ("days", RangeOperators.OVERLAPS)],
            ),
            models.CheckConstraint(name="price_days_not_empty", condition=models.Q(days__isempty=False)),
        ]

    def __str__(self) -> str:
        return f"{self.item_id} {self.price}"


class Plan(models.Model):
    """What is sold as one: items with an interval and a commitment."""

    code = models.CharField(max_length=40, unique=True)
    name_fr = models.CharField(max_length=160)
    name_en = models.CharField(max_length=160)
    service_kind = models.CharField(max_length=12, choices=Item.ServiceKind.choices)
    segment = models.CharField(max_length=12, blank=True)
    interval_months = models.PositiveSmallIntegerField(default=1)
    commitment_months = models.PositiveSmallIntegerField(default=0)
    combinable = models.BooleanField(default=True)
    active = models.BooleanField(default=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(name="plan_interval", condition=models.Q(interval_months__in=[1, 3, 6, 12]))
        ]

    def __str__(self) -> str:
        return self.code


class PlanItem(models.Model):
    """An item in a plan."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="parts")
    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="+")
    quantity = models.DecimalField(max_digits=10, decimal_places=3, default=1)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(name="item_once_in_plan", fields=["plan", "item"]),
            models.CheckConstraint(name="plan_item_quantity", condition=models.Q(quantity__gt=0)),
        ]

    def __str__(self) -> str:
        return f"{self.plan_id} {self.item_id}"


class PlanOffer(models.Model):
    """Where a plan is sold, and at which price there: an empty zone or connection means any.

    A plan without offers is sold everywhere at the price of its items.
    """

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="offers")
    zone = models.CharField(max_length=40, blank=True)
    connection_type = models.CharField(max_length=12, blank=True)
    price = UnitPriceField(null=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(name="plan_offered_once", fields=["plan", "zone", "connection_type"]),
            models.CheckConstraint(
                name="plan_offer_price", condition=models.Q(price__isnull=True) | models.Q(price__gte=0)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.plan_id} {self.zone} {self.connection_type}"
