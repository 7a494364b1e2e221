"""Quotations, their lines and their templates; rules are constraints and the triggers of `migrations/sql`."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q

from gigafibre.kernel import clock
from gigafibre.kernel.money import MoneyField
from gigafibre.sales.models.lines import PricedLine

SOURCES = ["manual", "online", "quotation", "contract", "referral"]


class QuotationTemplate(models.Model):
    """Lines and terms one starts a quotation from."""

    name = models.CharField(max_length=80, unique=True)
    terms = models.TextField(blank=True)
    active = models.BooleanField(default=True)
    created_at = models.DateTimeField(default=clock.now)
    legacy_id = models.BigIntegerField(null=True, unique=True)
    legacy_raw = models.TextField(blank=True)

    def __str__(self) -> str:
        return self.name


class TemplateLine(PricedLine):
    """A line of a template."""

    template = models.ForeignKey(QuotationTemplate, on_delete=models.PROTECT, related_name="lines")
    legacy_id = models.BigIntegerField(null=True, unique=True)

    class Meta(PricedLine.Meta):
        constraints: ClassVar[list[Any]] = [
            *PricedLine.Meta.constraints,
            models.UniqueConstraint(name="template_line_place", fields=["template", "position"]),
        ]

    def __str__(self) -> str:
        return self.description


class Quotation(models.Model):
    """A price offered to a customer or to somebody who is none yet; from `sent` on it never changes."""

    class Status(models.TextChoices):
        DRAFT = "draft"
        SENT = "sent"
        ACCEPTED = "accepted"
        DECLINED = "declined"
        EXPIRED = "expired"

    number = models.CharField(max_length=16, unique=True)
    status = models.CharField(max_length=8, choices=Status.choices, default=Status.DRAFT)
    source = models.CharField(max_length=9, default="manual")
    customer = models.ForeignKey("crm.Customer", on_delete=models.PROTECT, null=True, related_name="+")
    location = models.ForeignKey("crm.Location", on_delete=models.PROTECT, null=True, related_name="+")
    #: Who it is for while he is no customer, and where it would be served while that is no location.
    prospect_name = models.CharField(max_length=160, blank=True)
    prospect_email = models.CharField(max_length=254, blank=True)
    prospect_phone = models.CharField(max_length=40, blank=True)
    address = models.CharField(max_length=300, blank=True)
    language = models.CharField(max_length=2, default="fr")
    tax_category = models.CharField(max_length=16, default="QC")
    title = models.CharField(max_length=160, blank=True)
    po_number = models.CharField(max_length=64, blank=True)
    terms = models.TextField(blank=True)
    prepared_by = models.CharField(max_length=160, blank=True)
    made_on = models.DateField()
    valid_until = models.DateField()
    starts_on = models.DateField()
    monthly_total = MoneyField(default=0)
    once_total = MoneyField(default=0)
    first_total = MoneyField(default=0)
    document = models.ForeignKey("kernel.File", on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    #: Names the link in force: another sending makes another one.
    link = models.CharField(max_length=16, blank=True)
    sent_at = models.DateTimeField(null=True)
    decided_at = models.DateTimeField(null=True)
    decided_by = models.CharField(max_length=160, blank=True)
    decided_from = models.CharField(max_length=45, blank=True)
    decided_agent = models.CharField(max_length=300, blank=True)
    decline_reason = models.CharField(max_length=500, blank=True)
    subscribed_at = models.DateTimeField(null=True)
    created_at = models.DateTimeField(default=clock.now)
    legacy_id = models.BigIntegerField(null=True, unique=True)
    legacy_raw = models.TextField(blank=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(name="quotation_number_form", condition=Q(number__regex=r"^QUO-[0-9]+$")),
            models.CheckConstraint(
                name="quotation_status_known",
                condition=Q(status__in=["draft", "sent", "accepted", "declined", "expired"]),
            ),
            models.CheckConstraint(name="quotation_source_known", condition=Q(source__in=SOURCES)),
            models.CheckConstraint(name="quotation_language_known", condition=Q(language__in=["fr", "en"])),
            models.CheckConstraint(
                name="quotation_is_for_somebody", condition=Q(customer__isnull=False) | ~Q(prospect_name="")
            ),
            models.CheckConstraint(name="quotation_validity", condition=Q(valid_until__gte=models.F("made_on"))),
            models.CheckConstraint(
                name="sent_quotation_has_its_paper",
                condition=Q(status="draft")
                | Q(document__isnull=False, sent_at__isnull=False)
                | Q(legacy_id__isnull=False),
            ),
            models.CheckConstraint(
                name="decided_quotation_says_when",
                condition=~Q(status__in=["accepted", "declined"]) | Q(decided_at__isnull=False),
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(name="quotation_running_out", fields=["valid_until"], condition=Q(status="sent")),
            models.Index(fields=["customer", "-id"]),
        ]

    def __str__(self) -> str:
        return self.number


class QuotationLine(PricedLine):
    """A line of a quotation."""

    quotation = models.ForeignKey(Quotation, on_delete=models.PROTECT, related_name="lines")
    legacy_id = models.BigIntegerField(null=True, unique=True)

    class Meta(PricedLine.Meta):
        constraints: ClassVar[list[Any]] = [
            *PricedLine.Meta.constraints,
            models.UniqueConstraint(name="quotation_line_place", fields=["quotation", "position"]),
        ]

    def __str__(self) -> str:
        return self.description
