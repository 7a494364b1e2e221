"""Who does not pay which tax: certificates with their days and place, and what they took off which line."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.postgres.fields import DateRangeField
from django.db import models
from django.db.models import Q

from gigafibre.billing.models.documents import InvoiceLine
from gigafibre.billing.models.taxes import Tax
from gigafibre.kernel import clock


class Treatment(models.TextChoices):
    """How a line without a tax is reported: three codes that a tax return keeps apart."""

    ZERO_RATED = "zero_rated"
    EXEMPT = "exempt"
    RELIEVED = "relieved"


class TaxExemption(models.Model):
    """A certificate that spares a customer some taxes over some days, everywhere or at one service location."""

    class Kind(models.TextChoices):
        STATUS_INDIAN = "status_indian"
        BAND = "band"
        OTHER_GOV = "other_gov"
        DIPLOMAT = "diplomat"
        RESELLER = "reseller"
        OTHER = "other"

    customer = models.ForeignKey("crm.Customer", on_delete=models.PROTECT, related_name="+")
    location = models.ForeignKey("crm.Location", on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    kind = models.CharField(max_length=16, choices=Kind.choices)
    treatment = models.CharField(max_length=10, choices=Treatment.choices)
    certificate = models.CharField(max_length=64)
    band = models.CharField(max_length=120, blank=True)
    days = DateRangeField()
    document = models.ForeignKey("kernel.File", on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    reason = models.CharField(max_length=255, blank=True)
    ended_because = models.CharField(max_length=255, blank=True)
    created_at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(name="exemption_has_a_certificate", condition=~Q(certificate="")),
            models.CheckConstraint(
                name="status_indian_at_a_location", condition=~Q(kind="status_indian") | Q(location__isnull=False)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.certificate}"


class ExemptedTax(models.Model):
    """A tax that an exemption spares."""

    exemption = models.ForeignKey(TaxExemption, on_delete=models.PROTECT, related_name="taxes", db_index=False)
    tax = models.ForeignKey(Tax, on_delete=models.PROTECT, related_name="+", db_index=False)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(name="tax_once_in_exemption", fields=["exemption", "tax"])
        ]

    def __str__(self) -> str:
        return f"{self.exemption_id} {self.tax_id}"


class LineRelief(models.Model):
    """A taxable line that a certificate spared a tax: written as the document is issued, for the tax return."""

    line = models.ForeignKey(InvoiceLine, on_delete=models.PROTECT, related_name="+", db_index=False)
    tax = models.ForeignKey(Tax, on_delete=models.PROTECT, related_name="+", db_index=False)
    exemption = models.ForeignKey(TaxExemption, on_delete=models.PROTECT, related_name="+", db_index=False)
    treatment = models.CharField(max_length=10, choices=Treatment.choices)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(name="relieved_once_per_line", fields=["line", "tax"])
        ]

    def __str__(self) -> str:
        return f"{self.line_id} {self.tax_id}"
